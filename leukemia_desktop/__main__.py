"""python -m leukemia_desktop."""

from leukemia_desktop.door import main

if __name__ == "__main__":
    main()
