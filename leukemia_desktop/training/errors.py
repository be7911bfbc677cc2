"""What can be wrong with a data set, a configuration or a checkpoint, said in one line."""


class TrainingError(Exception):
    """The base of this room: the message names the file or the value and what is wrong with it."""


class BadConfig(TrainingError):
    """A configuration with an unknown key or a value out of range."""


class BadDataset(TrainingError):
    """A data set folder that cannot be trained on."""


class BadCheckpoint(TrainingError):
    """A checkpoint that is damaged, unsafe or made for something else."""
