"""The drift chart of a control folder: one Levey-Jennings panel for each statistic, as SVG."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from leukemia_desktop.core.control import STATISTICS, Reading, deviation
from leukemia_desktop.core.files import replace_file, write_text

WIDTH, HEIGHT, LEFT, TOP = 720, 84, 130, 40
SHOWN, MOST = 60, 4.0
"""Runs at most, the last ones; standard deviations up and down."""
INK, GRID, WARN, STOP, GOOD = (HexColor(code) for code in ("#222831", "#c9d1d9", "#b26a00", "#c62828", "#1565c0"))


def drift_chart(baselines: Sequence[Reading], checks: Sequence[Reading]) -> Drawing:
    """Runs from left to right, oldest first, in standard deviations from the baseline; beyond 4 SD at the edge."""
    runs = [*baselines, *checks][-SHOWN:]
    first_check = max(0, len(runs) - len(checks))
    height = TOP + HEIGHT * len(STATISTICS) + 24
    drawing = Drawing(WIDTH, height)
    drawing.add(Rect(0, 0, WIDTH, height, fillColor=HexColor("#ffffff"), strokeColor=None))
    drawing.add(String(12, height - 24, "Daily control", fontName="Helvetica-Bold", fontSize=14, fillColor=INK))
    step = (WIDTH - LEFT - 24) / max(1, len(runs) - 1)
    for row, statistic in enumerate(STATISTICS):
        middle = height - TOP - HEIGHT * (row + 0.5)
        scale = (HEIGHT / 2 - 6) / MOST
        drawing.add(String(12, middle - 4, statistic.replace("_", " "), fontName="Helvetica", fontSize=10, fillColor=INK))
        for level, colour in ((0, INK), (2, WARN), (-2, WARN), (3, STOP), (-3, STOP)):
            y = middle + level * scale
            drawing.add(
                Line(LEFT, y, WIDTH - 24, y, strokeColor=colour, strokeWidth=0.6, strokeDashArray=[3, 3] if level else None)
            )
            if level:
                drawing.add(String(WIDTH - 20, y - 3, f"{level:+d} SD", fontName="Helvetica", fontSize=6, fillColor=colour))
        points = []
        for number, run in enumerate(runs):
            z = deviation(baselines, run, statistic)
            x, y = LEFT + number * step, middle + max(-MOST, min(MOST, z)) * scale
            points.append((x, y))
            colour = STOP if abs(z) > 3 else WARN if abs(z) > 2 else GOOD
            hollow = number < first_check
            drawing.add(Circle(x, y, 2.6, fillColor=HexColor("#ffffff") if hollow else colour, strokeColor=colour))
        # an SVG viewer would fill what is open to one side of reportlab's own polyline
        for (x, y), (next_x, next_y) in pairwise(points):
            drawing.add(Line(x, y, next_x, next_y, strokeColor=GOOD, strokeWidth=0.8))
    words = f"{runs[0].at[:10]} to {runs[-1].at[:10]}; hollow: baseline; filled: checks" if runs else "no run yet"
    drawing.add(String(LEFT, 8, words, fontName="Helvetica", fontSize=8, fillColor=INK))
    return drawing


def write_chart(path: Path, baselines: Sequence[Reading], checks: Sequence[Reading]) -> None:
    """Write the chart as SVG. Raises UnwritableFile."""
    text = renderSVG.drawToString(drift_chart(baselines, checks))
    replace_file(path, lambda stream: write_text(stream, text))
