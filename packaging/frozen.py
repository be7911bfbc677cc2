"""Where the frozen program begins; see desktop.spec."""

import multiprocessing
import os
import sys

os.environ["OPENCV_VIDEOIO_PRIORITY_FFMPEG"] = "0"  # it is not inside, see slim.py: OpenCV need not ask
if __name__ == "__main__":
    # a library that starts a Python of its own would start the whole program again
    multiprocessing.freeze_support()
    from leukemia_desktop.core import hand

    if sys.argv[1:] == [hand.ARGUMENT]:
        hand.main()

    from leukemia_desktop.door import main

    main()
