"""Produces and exports the models. torch lives here and nowhere else; gui and training meet only in a model folder."""

from pathlib import Path

CONFIGS = Path(__file__).parent / "configs"
"""The shelf of configurations."""
