"""How much memory a program has. Imports next to nothing: the programs that are measured import it."""

import os
import sys
from pathlib import Path


def megabytes() -> float:
    """Memory of this program now; its peak where the system does not say."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
    return peak_megabytes()


def peak_megabytes() -> float:
    """The most memory that this program has had."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage on Linux counts what the calling program had before it started this one
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024 / 1e6
    import resource  # not on Windows, which these benchmarks do not know

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def peak_megabytes_of_programs() -> float:
    """The most memory that one of the programs which this one started, and which ended, has had; rather too much: it counts
    what this program had when it started that one."""
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6
