"""AlexNet's five convolutions (Krizhevsky 2014, as torchvision has it): the seed project's first frozen extractor."""

from torch import nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import fill

FILE = "alexnet-owt-7be5be79.pth"


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """2.5 M parameters; its fully connected layers are left out: features are 256 averages over the field."""
    backbone = nn.Sequential()
    backbone.features = nn.Sequential(
        nn.Conv2d(3, 64, 11, 4, 2),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(3, 2),
        nn.Conv2d(64, 192, 5, padding=2),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(3, 2),
        nn.Conv2d(192, 384, 3, padding=1),
        nn.ReLU(inplace=True),
        nn.Conv2d(384, 256, 3, padding=1),
        nn.ReLU(inplace=True),
        nn.Conv2d(256, 256, 3, padding=1),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(3, 2),
    )
    fill(backbone, weights, FILE, without="classifier")
    return FieldModel(backbone, 256, num_classes, dropout)
