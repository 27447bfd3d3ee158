"""A YAML scalar: the map from its value to its source, and edits written in its style."""
