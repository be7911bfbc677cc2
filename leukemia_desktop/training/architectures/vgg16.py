"""VGG16's thirteen convolutions (Simonyan and Zisserman 2015): the seed project's second frozen extractor."""

from torch import nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import fill

FILE = "vgg16-397923af.pth"
STAGES = ((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512))


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """14.7 M parameters; its fully connected layers are left out: features are 512 averages over the field."""
    layers: list[nn.Module] = []
    before = 3
    for stage in STAGES:
        for width in stage:
            layers += [nn.Conv2d(before, width, 3, padding=1), nn.ReLU(inplace=True)]
            before = width
        layers.append(nn.MaxPool2d(2))
    backbone = nn.Sequential()
    backbone.features = nn.Sequential(*layers)
    fill(backbone, weights, FILE, without="classifier")
    for layer in layers if weights == "none" else ():
        if isinstance(layer, nn.Conv2d):  # without batch norm the usual start lets the field fade away over 13 layers
            nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")
            nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
    return FieldModel(backbone, before, num_classes, dropout)
