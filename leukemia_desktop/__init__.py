"""Leukemia Desktop: a microscopy assistant that pre-classifies blood smear fields. For research use only."""

__version__ = "0.1.0"
RESEARCH_USE = "For research use only. Not for use in diagnostic procedures."
