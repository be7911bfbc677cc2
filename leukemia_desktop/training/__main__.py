"""python -m leukemia_desktop.training: what torchrun can start on several ranks."""

from leukemia_desktop.training.cli import main

if __name__ == "__main__":
    main()
