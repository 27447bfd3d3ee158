"""What a secret looks like: token formats, telling names, placeholders. Strings in, spans out.

Nothing here reads files, YAML or HTTP, and no value ever goes into an exception or a `repr`.
The package imports nothing by itself: take what you need from its modules.
"""
