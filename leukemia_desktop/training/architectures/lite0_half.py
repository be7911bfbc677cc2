"""EfficientNet-Lite0 that takes a 224 px field in strides of four: a quarter of the work, for laptops without a GPU.

Its first convolution is 6 x 6 with stride 4. It begins equal to an average of 2 x 2 pixels with the 3 x 3 convolution of the
ImageNet weights after it, and then learns what of the finer detail it can use.
"""

from torch import nn

from leukemia_desktop.training.architectures import efficientnet_lite0
from leukemia_desktop.training.architectures._field_model import FieldModel


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """As efficientnet_lite0, but for its first convolution; its maps are 3 x 3 for 224 px fields."""
    model = efficientnet_lite0.build(num_classes, weights, dropout)
    network = model.backbone.network
    narrow = network._conv_stem.weight.detach()
    wide = nn.Conv2d(3, narrow.shape[0], 6, 4, bias=False)
    wide.weight.data = narrow.repeat_interleave(2, 2).repeat_interleave(2, 3) / 4
    network._conv_stem = nn.Sequential(nn.ZeroPad2d((0, 2, 0, 2)), wide)
    return model
