"""Leukemia Desktop: a microscopy assistant that pre-classifies blood smear fields. For research use only."""

import os

__version__ = "0.1.0"
RESEARCH_USE = "For research use only. Not for use in diagnostic procedures."

# From 1.29 on ONNX Runtime tells its maker which models run where, and keeps a device number and a queue of such messages in
# the home, unless this is said before it is loaded. Nothing leaves this machine.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
