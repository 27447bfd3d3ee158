"""Entries and items deleted and inserted, without touching a byte beside them."""
