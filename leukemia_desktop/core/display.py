"""Is there a screen to open a window on?"""

import os
import sys


def has_display() -> bool:
    """True on Windows and macOS, and elsewhere when X11 or Wayland is announced."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
