"""Token formats, one vendor in one file: each exports `FORMATS`, and is found by being here."""
