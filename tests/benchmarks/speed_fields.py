"""Slides to measure on: drawn fields, many from few, saved as a camera saves them, without metadata.

A model of several looks (training/joined.py) takes longer for fields of which it is not sure, and it is sure of few drawn
ones. So fields are drawn until one in TEN is in doubt: a little more than among real fields that it has not seen.
"""

from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import simplejpeg
from PIL import Image as Pillow

from leukemia_desktop.core.image import Image, decode
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.synthetic import draw_field

SMALL, LARGE = 2000, 24
DRAWN, TEN = 20, 10


def draw_slides(place: Path, manifest: Manifest) -> dict[str, Path]:
    """Folders by name: jpeg_224, jpeg_large and tiff_large (2592 x 1944 px); `manifest` is of the model that is measured."""
    slides = {name: place / name for name in ("jpeg_224", "jpeg_large", "tiff_large")}
    for folder in slides.values():
        folder.mkdir(parents=True)
    files = list(_small_fields(manifest))
    for number, place_of in enumerate(np.random.default_rng(0).permutation(SMALL)):
        (slides["jpeg_224"] / f"{number}.jpg").write_bytes(files[place_of])
    large = _variants([draw_field(1, size=(1944, 2592), red_cell_diameter=100).image], LARGE)
    for number, image in enumerate(large):
        _save_jpeg(image, slides["jpeg_large"] / f"{number}.jpg")
        Pillow.fromarray(image).save(slides["tiff_large"] / f"{number}.tif", compression="tiff_lzw")
    return slides


def _small_fields(manifest: Manifest) -> Iterator[bytes]:
    """SMALL different JPEG files, of which the model doubts one in TEN."""
    drawn = (draw_field(seed).image for seed in count())
    doubts = _doubts(manifest)
    if not doubts:
        yield from map(_jpeg, _variants(list(islice(drawn, DRAWN)), SMALL))
        return
    wanted = {False: SMALL - SMALL // TEN, True: SMALL // TEN}
    for image in drawn:
        for variant in _variants([image], SMALL // DRAWN):
            content = _jpeg(variant)
            if not wanted[doubted := doubts(decode(content).image)]:
                break  # what is shifted is mostly like what is not
            wanted[doubted] -= 1
            yield content
        if not any(wanted.values()):
            return


def _doubts(manifest: Manifest) -> Callable[[Image], bool] | None:
    """Whether the model asks its other looks about a field; None where it has none."""
    model = onnx.load(manifest.folder / manifest.raw["file"])
    if not any("doubt" in node.output for node in model.graph.node):
        return None
    model.graph.output.append(onnx.helper.make_tensor_value_info("doubt", onnx.TensorProto.FLOAT, ["n", 1]))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return lambda image: bool(session.run(["doubt"], {"images": manifest.recipe.tensor(image)[None]})[0].item() > 0)


def save_small(folder: Path, number_of_fields: int) -> Path:
    """A folder of `number_of_fields` different fields of 48 x 48 px: what is measured on it is everything but decoding."""
    folder.mkdir(parents=True)
    image = np.random.default_rng(0).integers(0, 256, (48, 48, 3), dtype=np.uint8)
    for number in range(number_of_fields):
        image[:8, :8] = np.random.default_rng(number).integers(0, 256, (8, 8, 3))
        _save_jpeg(image, folder / f"{number}.jpg")
    return folder


def _variants(images: list[Image], count: int) -> Iterator[Image]:
    """Mirrored and shifted, so that no two files are alike."""
    for number in range(count):
        image = images[number % len(images)]
        shift = number // len(images)
        image = np.roll(image, (7 * shift, 11 * shift), (0, 1))
        yield np.ascontiguousarray(image[:: 1 - 2 * (shift % 2)])


def _save_jpeg(image: Image, path: Path) -> None:
    path.write_bytes(_jpeg(image))


def _jpeg(image: Image) -> bytes:
    return bytes(simplejpeg.encode_jpeg(image, 92, "RGB", colorsubsampling="420"))
