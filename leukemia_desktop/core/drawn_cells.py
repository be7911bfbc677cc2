"""Stamps of drawn cells: small density maps in [0, about 1.5] that synthetic.py lays on a field.

A stamp is square, of odd side, and its middle pixel lies on the cell's centre, less the stamp's own subpixel `offset`.
Density is dye in the light's way: what a stain absorbs is a palette's matter. All lengths are in px; `unit` is the diameter
of a red cell. Stamps of one kind are computed together: a few hundred numpy calls a field, however many cells it has.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Rng = np.random.Generator

LARGEST = 1.35
"""Largest radius of a WBC-like cell, in red-cell diameters."""
_WAVES = 12
_STAMP_PIXELS = 1_500_000


@dataclass(frozen=True)
class Stamps:
    """`layers` maps a layer's name to densities (N, side, side); `radii` (N,) and `offsets` (N, 2), as (y, x), are true."""

    layers: dict[str, Floats]
    radii: Floats
    offsets: Floats

    def __len__(self) -> int:
        return len(self.radii)

    @cached_property
    def side(self) -> int:
        """Height and width of every stamp."""
        return int(next(iter(self.layers.values())).shape[-1])


def red_cells(rng: Rng, count: int, unit: float) -> Stamps:
    """At most `count` red cells: discs with a darker rim and a central pallor; some oval, some dented, some crenated."""
    side = _side(0.5 * 1.6 * unit, unit)
    count = _affordable(count, side)
    radii = _f32(unit / 2 * np.clip(rng.normal(1, 0.09, count), 0.7, 1.25))
    waves = np.zeros((count, _WAVES))
    waves[:, 0] = np.minimum(rng.gamma(1.5, 0.03, count), 0.11)
    waves[:, 1] = rng.gamma(1.5, 0.013, count)
    waves[:, 2:4] = 0.008
    crenated = rng.random(count) < rng.choice([0, 0.03, 0.35], p=[0.5, 0.35, 0.15])
    waves[crenated, 8:11] += 0.025
    offsets, distance, depth = _outlines(rng, radii, side, waves)
    filled = rng.beta(1, 1.6)  # a field's habit: rings, or full discs where the smear is thick
    pallor = _column(np.clip(rng.normal(1.1 - 0.85 * filled, 0.2, count), 0, 1.05))
    width = _column(rng.uniform(0.36, 0.66, count))
    thickness = _column(np.clip(rng.normal(1, 0.16, count), 0.45, 1.5))
    rim = 0.7 + 0.4 * np.exp(-(((depth - 0.8) / 0.2) ** 2))
    density = thickness * _edge(distance, unit) * (rim - 0.64 * pallor * np.exp(-((depth / width) ** 4)))
    return Stamps({"red": np.maximum(density, 0)}, radii, offsets)


def wbc_like_cells(rng: Rng, count: int, unit: float) -> Stamps:
    """At most `count` WBC-like cells: a large nucleus of clumped chromatin, which covers the centre, in a thin cytoplasm."""
    side = _side(LARGEST * 1.2 * unit, unit)
    count = _affordable(count, side)
    usual = rng.uniform(0.68, 0.88)
    factors = rng.normal(usual, 0.08 + 0.1 * rng.random(), count)
    large = rng.random(count) < 0.06
    factors[large] = rng.uniform(1.0, LARGEST, int(large.sum()))
    radii = _f32(unit * np.clip(factors, 0.48, LARGEST))
    waves = np.full((count, _WAVES), 0.003)
    waves[:, 0] = np.minimum(rng.gamma(2, 0.024, count), 0.055)  # more would pinch it in the middle
    waves[:, 1] = rng.gamma(1.5, 0.009, count)
    waves[:, 2:4] = np.minimum(rng.gamma(1.5, 0.005, (count, 1)), 0.012)
    offsets, distance, depth = _outlines(rng, radii, side, waves)
    share = _column(np.clip(rng.normal(0.93, 0.05, count), 0.76, 1.0))
    lopsided = _column(rng.uniform(0.2, 0.95, count)) * (1 - share) * _column(radii)
    direction = _column(rng.uniform(0, 2 * np.pi, count))
    ys, xs = _grid(side)[:2]
    shift = lopsided * (ys * np.sin(direction) + xs * np.cos(direction)) / np.maximum(depth * _column(radii), 1)
    inner = distance - (1 - share) * _column(radii) + shift

    clumps = _chromatin(rng, count, side, unit)
    coarse = _column(rng.uniform(0.06, 0.15) * rng.uniform(0.7, 1.3, count))
    # the same dye on a larger disc is paler
    dye = _column(np.clip(rng.normal(1, 0.07, count) * (usual * unit / radii) ** 0.35, 0.6, 1.3))
    membrane = 1 + 0.1 * np.exp(-((inner / (0.1 * unit)) ** 2))
    within = _edge(inner, unit)
    nucleus = within * dye * np.maximum(membrane + coarse * clumps, 0.55)
    nucleoli = _column(rng.random(count) < 0.5) * np.clip(_chromatin(rng, count, side, 3.2 * unit) - 0.9, 0, 1)
    nucleus *= 1 - 0.3 * nucleoli
    whole = _edge(distance, unit)
    rim = (whole - 0.9 * within) * _column(rng.uniform(0.7, 1.2, count)) * (1 + 0.08 * clumps)
    warm = nucleus * _column(np.clip(rng.normal(0.05, 0.12, count), 0, 0.5))
    layers = {"cover": whole, "cytoplasm": _f32(np.maximum(rim, 0)), "nucleus": _f32(nucleus), "smudge": _f32(warm)}
    return Stamps(layers, radii, offsets)


def platelets(rng: Rng, count: int, unit: float) -> Stamps:
    """At most `count` platelets: small, ragged, granular."""
    side = _side(0.26 * unit, unit)
    count = _affordable(count, side)
    radii = _f32(unit * rng.uniform(0.07, 0.17, count))
    waves = np.zeros((count, _WAVES))
    waves[:, :2] = 0.12
    waves[:, 2:5] = 0.03
    offsets, distance, _ = _outlines(rng, radii, side, waves)
    grains = 1 + 0.25 * _chromatin(rng, count, side, 0.8 * unit)
    return Stamps({"nucleus": _edge(distance, unit) * _column(rng.uniform(0.25, 0.8, count)) * grains}, radii, offsets)


def smudges(rng: Rng, count: int, unit: float) -> Stamps:
    """At most `count` smudges: the torn, fibrous stain of a cell that burst."""
    side = _side(2.4 * unit, unit)
    count = _affordable(count, side)
    radii = _f32(unit * rng.uniform(0.8, 1.35, count))
    waves = np.full((count, _WAVES), 0.015)
    waves[:, :3] = 0.15
    offsets, distance, _ = _outlines(rng, radii, side, waves)
    fibres = np.empty_like(distance)
    for fibre in fibres:
        streaks = cv2.GaussianBlur(_noise(rng, side), (0, 0), 0.22 * unit, sigmaY=0.07 * unit)
        turn = cv2.getRotationMatrix2D((side / 2, side / 2), float(rng.uniform(0, 180)), 1.45)
        fibre[...] = cv2.warpAffine(streaks / streaks.std(), turn, (side, side), borderMode=cv2.BORDER_REFLECT)
    torn = 1 / (1 + np.exp(-(distance + 0.14 * unit * fibres) / (0.13 * unit)))
    strength = _column(rng.uniform(0.3, 0.65, count))
    return Stamps({"smudge": _f32(torn * strength * np.clip(0.75 + 0.28 * fibres, 0.1, 1.5))}, radii, offsets)


def _outlines(rng: Rng, radii: Floats, side: int, waves: npt.NDArray[np.float64]) -> tuple[Floats, Floats, Floats]:
    """Random closed outlines: offsets (N, 2), signed distance inwards (N, side, side) in px, and depth, 1 on the outline.

    `waves` (N, 12) are the standard deviations, relative to the radius, of 2, 3, ... 13 waves around the outline.
    """
    ys, xs, basis = _grid(side)
    offsets = _f32(rng.uniform(-0.5, 0.5, (len(radii), 2)))
    away = np.sqrt((ys - offsets[:, 0, None, None]) ** 2 + (xs - offsets[:, 1, None, None]) ** 2)
    amplitudes = _f32(rng.normal(0, 1, (len(radii), 2, _WAVES)) * waves[:, None, :]).reshape(-1, 2 * _WAVES)
    outline = (radii[:, None] * (1 + np.einsum("nw,wp->np", amplitudes, basis))).reshape(away.shape)
    outline = np.minimum(outline, side / 2 - 0.75)  # what is odd beyond the stamp ends round, not square
    return offsets, _f32(outline - away), _f32(away / outline)


@lru_cache(maxsize=8)
def _grid(side: int) -> tuple[Floats, Floats, Floats]:
    """Coordinates (side, 1) and (1, side) from the middle, and the waves (24, side * side) around it."""
    axis = np.arange(side, dtype=np.float32) - side // 2
    angle = np.arctan2(axis[:, None], axis[None, :]).ravel() * np.arange(2, 2 + _WAVES)[:, None]
    return axis[:, None], axis[None, :], _f32(np.concatenate([np.cos(angle), np.sin(angle)]))


def _chromatin(rng: Rng, count: int, side: int, unit: float) -> Floats:
    """Clumped texture (count, side, side) of zero mean and unit deviation, cut at random from one sheet."""
    sheet = _noise(rng, max(96, 2 * side))
    fine = 0.055 * unit
    sheet = cv2.GaussianBlur(sheet, (0, 0), max(fine, 0.5)) - cv2.GaussianBlur(sheet, (0, 0), max(3 * fine, 1.2))
    windows = np.lib.stride_tricks.sliding_window_view(sheet / sheet.std(), (side, side))
    ys, xs = rng.integers(0, len(windows), (2, count))
    return _f32(windows[ys, xs])


def _noise(rng: Rng, side: int) -> Floats:
    return rng.standard_normal((side, side), dtype=np.float32)


def _edge(distance: Floats, unit: float) -> Floats:
    """1 inside, 0 outside, smooth between: never narrower than a pixel, so that outlines are not jagged."""
    t = np.clip(0.5 + distance / max(1.4, 0.1 * unit), 0, 1)
    return _f32(t * t * (3 - 2 * t))


def _side(radius: float, unit: float) -> int:
    return 2 * int(np.ceil(radius + max(1.0, 0.06 * unit))) + 1


def _affordable(count: int, side: int) -> int:
    """Large fields hold thousands of cells: then stamps are used more than once."""
    return min(count, max(12, _STAMP_PIXELS // side**2))


def _column(values: npt.NDArray[Any]) -> Floats:
    return _f32(values)[:, None, None]


def _f32(values: npt.NDArray[Any]) -> Floats:
    return values.astype(np.float32, copy=False)
