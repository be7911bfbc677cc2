"""python -m leukemia_desktop."""

from leukemia_desktop.cli import main

if __name__ == "__main__":
    main()
