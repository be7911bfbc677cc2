"""Where the frozen program begins; see desktop.spec."""

import multiprocessing

from leukemia_desktop.cli import main

if __name__ == "__main__":
    # a library that starts a Python of its own would start the whole program again
    multiprocessing.freeze_support()
    main()
