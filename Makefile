PYTHON ?= python3
PORT ?= 8501
ARGS ?=
AT_ONCE ?= 0
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --no-build-isolation --only-binary :all: --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help run test audit load versions vulnerabilities check bench screenshots strings config licences constraints clean

help: ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: .venv/.installed ## set up, then serve the dashboard (PORT=8600, ARGS="list.csv")
	@exec $(BIN)/python -m dashboard --port $(PORT) $(ARGS)

test: .venv/.installed-for-tests check ## set up, browser included, and run everything that must pass (AT_ONCE=2: two files at once)
	@CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export CHROMIUM && $(BIN)/python -m pytest -q --numprocesses $(AT_ONCE) --dist loadfile $(ARGS)

audit: .venv/.installed-for-tests ## run the long tables: files made to hurt, hostile texts, every state of the page under axe
	@$(BIN)/python -m tests.formats.hostile
	@CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export CHROMIUM && \
	  HOSTILE=all $(BIN)/python -m pytest -q --numprocesses 2 tests/browser/test_hostile.py tests/exports/test_hostile.py && \
	  $(BIN)/python -m tests.browser.axe

load: .venv/.installed-for-tests ## 100 visitors at once for ten minutes (ARGS="--visitors 20 --minutes 2")
	@$(BIN)/python -m tests.load $(ARGS)

versions: .venv/bin/python ## run the tests that need no browser under every other supported Python that is here
	@$(BIN)/python tests/versions.py $(ARGS)

vulnerabilities: ## ask the package index for known weaknesses of what constraints.txt names
	@test -x .venv-audit/bin/pip-audit || { $(PYTHON) -m venv .venv-audit && \
	  .venv-audit/bin/python -m pip --disable-pip-version-check install --quiet --only-binary :all: pip-audit; }
	@.venv-audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip --format json --progress-spinner off \
	  2> .venv-audit/said | $(PYTHON) tests/vulnerabilities.py

check: .venv/.installed-for-tests ## lint, format and types only
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy

bench: .venv/.installed-for-tests ## measure time, bytes and memory beside a plain page (ARGS=--help)
	@CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export CHROMIUM && $(BIN)/python -m bench $(ARGS)

screenshots: .venv/.installed-for-tests ## renew docs/*.png, previews, and all states in screenshots/ (ARGS=--help)
	@CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export CHROMIUM && $(BIN)/python -m tests.browser.screenshots $(ARGS)

strings: .venv/.installed-for-tests ## bring the translations in dashboard/i18n/ up to date with the code (ARGS=de begins another)
	@$(BIN)/python -m tests.strings $(ARGS)

config: .venv/.installed ## renew .streamlit/config.toml, which `streamlit run` reads, after a change of colours, fonts or settings
	@$(BIN)/python -m tools.config

licences: .venv/.installed-for-tests ## list the licences of everything the dashboard runs with
	@$(BIN)/python -m tests.licences

constraints: ## renew constraints.txt: the newest versions that pyproject.toml allows
	rm -rf .venv-constraints && $(PYTHON) -m venv .venv-constraints
	.venv-constraints/bin/python -m pip install --quiet --only-binary :all: hatchling editables '.[test]'
	.venv-constraints/bin/python -m pip freeze --exclude film-list-dashboard > constraints.txt
	rm -rf .venv-constraints

clean: ## remove everything the commands above made
	rm -rf .venv .venv-audit .venv-python* .pytest_cache .mypy_cache .ruff_cache .hypothesis dist bench/results screenshots

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older or missing. Name another with: make PYTHON=python3.12 run" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }

.venv/.installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Setting up in .venv (once) ..."
	@$(INSTALL) hatchling editables
	@$(INSTALL) --editable .
	@touch $@

.venv/.installed-for-tests: .venv/.installed
	@echo "Setting up what the tests need (once) ..."
	@$(INSTALL) --editable '.[test]'
	@touch $@
