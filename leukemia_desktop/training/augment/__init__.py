"""SHELF of augmentations: one file each, `apply(image, rng, *, ...) -> image`, RGB uint8 in and out, shape unchanged.

`rng` is a numpy Generator, the only source of chance, so that a seed repeats a run.
"""
