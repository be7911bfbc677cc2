# What a person and CI do with a checkout. A second call is quick: things are installed again only when pyproject.toml or the
# pinned versions change. Windows and macOS: README has the same in plain pip commands.

PYTHON ?= python3
VENV ?= .venv
# the model runs on `cpu` or `cuda`; the two packages exclude each other
RUNTIME ?= cpu
# where `make run FOLDER=...` writes; never beside the images
RESULTS ?= results
# more words for pytest, e.g. ARGS="-k ledger -x"
ARGS ?=

PINS := packaging/constraints.txt
BIN := $(VENV)/bin
WINDOWLESS := QT_QPA_PLATFORM=offscreen
# as a variable, not as -c, so that the build of the package itself takes the pinned versions too; one line, no blanks in paths
PIP := PIP_CONSTRAINT=$(PINS) PIP_DISABLE_PIP_VERSION_CHECK=1
INSTALL = $(PIP) $(BIN)/python -m pip install --quiet --editable
export FOLDER RESULTS

.DEFAULT_GOAL := help
# two installations into one environment would step on each other
.NOTPARALLEL:
.PHONY: help run system-libraries test test-core test-rest test-light test-wheel lint types contracts format bench check dist dist-desktop test-desktop dist-deb test-deb dist-sizes translations manual pictures constraints clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name text; do printf '  make %-17s %s\n' "$$name" "$$text"; done

# ---- using it

run: $(VENV)/.app ## draw a demo slide, classify it, open the window; FOLDER=/path/to/slide does it for a real folder
	@packaging/system-libraries.sh $(BIN)/python || true
	@packaging/run.sh $(BIN)

system-libraries: $(VENV)/.app ## the system libraries of Qt, on Linux
	@packaging/system-libraries.sh $(BIN)/python

# ---- checking it

test: ## every test: core without Qt and PyTorch at hand, the window offscreen, training on a small drawn data set
ifeq ($(ARGS),)
test: test-core test-rest
else
test: $(VENV)/.test
	@packaging/system-libraries.sh $(BIN)/python
	$(WINDOWLESS) $(BIN)/python -m pytest $(ARGS)
endif

test-rest: $(VENV)/.test ## every test but core's
	@packaging/system-libraries.sh $(BIN)/python
	$(WINDOWLESS) $(BIN)/python -m pytest --ignore=tests/core $(ARGS)

test-light: $(VENV)/.test-light ## every test but training's: spares a first machine the download of PyTorch
	@packaging/system-libraries.sh $(BIN)/python
	$(WINDOWLESS) $(BIN)/python -m pytest --ignore=tests/training $(ARGS)

# pytest-qt cannot be there without Qt, so its two options in pyproject.toml are unknown here
test-core: $(VENV)-core/.ready ## the tests of core where neither Qt nor PyTorch is installed
	$(VENV)-core/bin/python -m pytest -o addopts=-ra -W ignore::pytest.PytestConfigWarning tests/core $(ARGS)

test-wheel: dist ## install the wheel into an empty environment and run the demo from it
	packaging/test-wheel.sh $(PYTHON) $(RUNTIME)

lint: $(VENV)/.dev ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict on core
	$(BIN)/mypy

contracts: $(VENV)/.dev ## import-linter: gui -> core <- training, and downward inside core
	$(BIN)/lint-imports

format: $(VENV)/.dev ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.test-light ## the benchmarks: each prints what it measured
	@packaging/system-libraries.sh $(BIN)/python
	@for script in $(wildcard tests/benchmarks/bench_*.py); do \
	    echo "== $$script"; $(WINDOWLESS) $(BIN)/python "$$script" || exit 1; done

check: lint types contracts test test-wheel bench ## all of it

# ---- making it

dist: $(VENV)/.app ## the wheel, with models and resources inside, in dist/
	@rm -rf dist
	$(PIP) $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

dist-desktop: $(VENV)-desktop/.ready dist ## freeze the desktop into dist/leukemia-desktop: a folder that needs no Python
	@packaging/build-tools.sh $(VENV)-desktop/bin/python
	@packaging/system-libraries.sh $(VENV)-desktop/bin/python
	@$(PIP) $(VENV)-desktop/bin/python -m pip install --quiet --no-deps --force-reinstall dist/*.whl
	packaging/freeze.sh $(VENV)-desktop/bin/python dist

test-desktop: dist-desktop ## freeze the desktop and use it as a person without Python does
	packaging/smoke-desktop.sh dist/leukemia-desktop "$$(sed -n 's/^__version__ = "\(.*\)"/\1/p' leukemia_desktop/__init__.py)"

dist-deb: dist-desktop ## the frozen desktop as a Debian package, in dist/
	packaging/deb.sh $(VENV)-desktop/bin/python dist/leukemia-desktop dist

test-deb: dist-deb ## install the package on a bare Debian 12 (a chroot; needs root and debootstrap) and use it
	packaging/bare-debian.sh dist/leukemia-desktop_*.deb "$$(sed -n 's/^__version__ = "\(.*\)"/\1/p' leukemia_desktop/__init__.py)"

dist-sizes: dist-deb ## keep what both measure: packaging/SIZES.md and the sentence in README.md
	$(BIN)/python packaging/sizes.py dist/leukemia-desktop dist/leukemia-desktop_*.deb

manual: $(VENV)/.app ## the manual as one PDF: dist/manual.pdf
	@mkdir -p dist
	$(BIN)/python -m leukemia_desktop.core.manual_pdf dist/manual.pdf

pictures: $(VENV)/.test-light ## the pictures of README and manual, by a tour through the real window; needs xdotool, Xvfb and openbox
	@packaging/system-libraries.sh $(BIN)/python
	$(BIN)/python tests/gui_tour.py --save-pictures

translations: $(VENV)/.app ## take the window's new sentences into resources/translations/*.ts, and compile them; names what has no translation yet
	$(BIN)/python packaging/translations.py

constraints: ## install the newest versions that pyproject.toml admits, and pin them
	packaging/pin.sh $(PYTHON) $(PINS)

clean: ## remove what the other targets made
	rm -rf $(VENV) $(VENV)-core $(VENV)-desktop build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# ---- what is installed; each file marks that it was, and lies in the environment so that it goes with it

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; name it with PYTHON=")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: pyproject.toml $(PINS) | $(BIN)/python
	@echo "Installing Leukemia Desktop into $(VENV)"
	@$(INSTALL) '.[$(RUNTIME)]'
	@touch $@

$(VENV)/.test-light: pyproject.toml $(PINS) | $(BIN)/python
	@echo "Installing what the tests need into $(VENV)"
	@$(INSTALL) '.[$(RUNTIME),test]'
	@touch $@ $(VENV)/.app

$(VENV)/.test: pyproject.toml $(PINS) | $(BIN)/python
	@echo "Installing what the tests and training need into $(VENV); PyTorch can bring 3 GB, once"
	@$(INSTALL) '.[$(RUNTIME),train,test]'
	@touch $@ $(VENV)/.test-light $(VENV)/.app

$(VENV)/.dev: pyproject.toml $(PINS) | $(BIN)/python
	@echo "Installing the checkers into $(VENV)"
	@$(INSTALL) '.[$(RUNTIME),dev]'
	@touch $@ $(VENV)/.app

$(VENV)-core/.ready: pyproject.toml $(PINS) packaging/core_requirements.py
	@echo "Installing core without Qt and PyTorch into $(VENV)-core"
	@$(PYTHON) -m venv --clear $(VENV)-core
	@$(PYTHON) packaging/core_requirements.py pyproject.toml > $(VENV)-core/requirements.txt
	@$(PIP) $(VENV)-core/bin/python -m pip install --quiet --requirement $(VENV)-core/requirements.txt
	@$(PIP) $(VENV)-core/bin/python -m pip install --quiet --no-deps --editable .
	@touch $@

# everything but the program itself, which is the wheel: what is frozen is what is shipped
$(VENV)-desktop/.ready: pyproject.toml $(PINS)
	@echo "Installing what is frozen into $(VENV)-desktop"
	@$(PYTHON) -m venv --clear $(VENV)-desktop
	@$(PIP) $(VENV)-desktop/bin/python -m pip install --quiet '.[$(RUNTIME),watch,build]'
	@touch $@
