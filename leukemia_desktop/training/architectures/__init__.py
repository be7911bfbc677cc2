"""SHELF of architectures: one file each, `build(num_classes, weights, dropout) -> FieldModel`.

`weights` is "imagenet", "none" or the path of a state dict; where "imagenet" cannot be had, BadConfig says what to do.
"""
