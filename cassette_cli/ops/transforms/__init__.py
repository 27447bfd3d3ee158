"""What `cassette rewrite` can do to a cassette: one transform, one file."""
