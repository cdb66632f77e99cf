# `make build` and `make test` need Python 3.11, git and make, and set up everything else themselves.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_TO_TEST := $(VENV)/ready-to-test
CITATION := .venv-tools
SOURCES := etl tests benchmarks

.PHONY: help build test lint quality docs notebooks picture citation lock clean

help:  ## Say what can be made.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

build: $(READY)  ## Build the repository's own data package, and the page that shows it (dist/index.html).
	@$(BIN)/minutier build
	@mkdir -p dist
	@$(BIN)/minutier page --out dist/index.html --force

test: $(READY_TO_TEST)  ## Run every test; lint, format and type checks are tests too.
	@$(BIN)/python -m pytest --numprocesses auto

lint: $(READY_TO_TEST)  ## Check style, format and types.
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/mypy

quality: $(READY)  ## Measure the extraction on the annotated live blogs, and write docs/quality.md.
	@$(BIN)/minutier evaluate tests/gold --report docs/quality.md

docs: $(READY)  ## Write the pages of the reference that are generated (tables, commands).
	@$(BIN)/python .ci/docs

notebooks: $(READY_TO_TEST)  ## Execute the notebooks and keep their outputs.
	@$(BIN)/python .ci/notebooks

picture: $(READY_TO_TEST) build  ## Renew the picture of the page in the README (docs/page.png); needs Chromium.
	@$(BIN)/python .ci/picture

citation: $(CITATION)/ready  ## Set up what judges CITATION.cff, which cannot live beside the rest.

lock: $(READY_TO_TEST)  ## Pin the newest versions that fit pyproject.toml, with their hashes.
	@$(BIN)/python .ci/lock

clean:  ## Remove the virtual environment and what tools leave behind.
	rm -rf $(VENV) $(CITATION) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# The environment is made anew when the lock or the project's declaration changes.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(READY_TO_TEST): $(READY) requirements-dev.lock
	@echo "Setting up $(VENV) for tests"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(CITATION)/ready: requirements-citation.lock
	@test -x $(CITATION)/bin/python || $(PYTHON) -m venv $(CITATION)
	@echo "Setting up $(CITATION)"
	@$(CITATION)/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r $<
	@touch $@
