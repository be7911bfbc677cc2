"""SHELF of preprocessing steps: one file each, `apply(image, *, ...) -> image`, RGB uint8 in and out.

Keyword parameters carry a default and, for numbers, `Annotated[type, Range(low, high)]`: the panel, the manifest and the
contract test grow from that signature. The first line of the module's docstring is what the panel shows.
"""
