"""How much memory the program takes, as its system counts it."""

import os
import sys
from pathlib import Path


def memory_use() -> int | None:
    """Bytes of this program in memory now; None where the system does not say."""
    if sys.platform == "win32":
        return _windows()
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _windows() -> int | None:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            *(
                (name, ctypes.c_size_t)
                for name in ("peak", "now", "pool_peak", "pool", "bare_peak", "bare", "file", "file_peak")
            ),
        )

    counters = Counters(size=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    own = kernel.GetCurrentProcess()
    return int(counters.now) if kernel.K32GetProcessMemoryInfo(own, ctypes.byref(counters), counters.size) else None
