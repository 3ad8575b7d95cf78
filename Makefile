PYTHON ?= python3
PORT ?= 8501
ARGS ?=
AT_ONCE ?= 3
EXAMPLES ?= thorough
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -q
LAST_FAILED := --last-failed --last-failed-no-failures none
SIDE_BY_SIDE = --numprocesses $(AT_ONCE) --dist worksteal
INSTALL := $(PIP) install --quiet --no-build-isolation --only-binary :all: --constraint constraints.txt

# A machine that keeps no compiled modules would compile them for each of the tests' processes.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run setup test audit again load versions vulnerabilities check bench screenshots strings fonts config licences constraints clean

help: ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: .venv/.installed ## set up, then serve the dashboard (PORT=8600, ARGS="list.csv")
	@exec $(BIN)/python -m dashboard --port $(PORT) $(ARGS)

setup: .venv/.installed-for-tests ## set up all that the tests need, a browser, nginx and a checker of HTML included
	@$(BIN)/python -m tests.browser.chromium > /dev/null
	@$(BIN)/python -m tests.deploy.nginx > /dev/null
	@$(BIN)/python -m tests.html.vnu > /dev/null

test: setup check ## run what tells quickly whether a change broke something (AT_ONCE=4: four tests at once)
	@$(PYTEST) -m "not audit" $(SIDE_BY_SIDE) $(ARGS)

audit: setup ## run what takes long: all else in a browser, every state under axe, files made to hurt, the wheel, load, failover
	@failed=0; \
	$(PYTEST) -m "audit and not alone" $(SIDE_BY_SIDE) $(ARGS) || failed=1; \
	$(PYTEST) -m "audit and alone" $(ARGS) || failed=1; \
	$(PYTEST) --motion $(SIDE_BY_SIDE) tests/browser/test_visit.py || failed=1; \
	$(PYTEST) -m hypothesis --hypothesis-profile $(EXAMPLES) $(SIDE_BY_SIDE) || failed=1; \
	exit $$failed

# A property would be tried with other examples, so what failed stays failed.
again: setup ## run once more, one after the other, the tests that failed in the last runs
	@! $(PYTEST) -m hypothesis $(LAST_FAILED) --collect-only || { echo "A property does not hold."; exit 1; }
	@$(PYTEST) --motion $(LAST_FAILED) $(ARGS)

load: setup ## 100 visitors at once for ten minutes (ARGS="--visitors 20 --minutes 2")
	@$(BIN)/python -m tests.load $(ARGS)

versions: .venv/bin/python ## run the tests that need no browser under every other supported Python that is here
	@$(BIN)/python tools/versions.py $(ARGS)

vulnerabilities: ## ask the package index for known weaknesses of what constraints.txt names
	@test -x .venv-audit/bin/pip-audit || { $(PYTHON) -m venv .venv-audit && \
	  .venv-audit/bin/python -m pip --disable-pip-version-check install --quiet --only-binary :all: pip-audit; }
	@.venv-audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip --format json --progress-spinner off \
	  2> .venv-audit/said | $(PYTHON) tools/vulnerabilities.py

check: .venv/.installed-for-tests ## lint, format and types only
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy

bench: setup ## measure time, bytes and memory beside a plain page or another state of the project (ARGS=--help)
	@$(BIN)/python -m tools.bench $(ARGS)

screenshots: setup ## renew docs/*.png, previews, and all states in screenshots/ (ARGS=--help)
	@$(BIN)/python -m tools.screenshots $(ARGS)

strings: .venv/.installed-for-tests ## bring the translations in dashboard/i18n/ up to date with the code (ARGS=de begins another)
	@$(BIN)/python -m tools.strings $(ARGS)

fonts: .venv/.installed-for-tests ## renew the fonts that pictures are drawn with, after a change of the page's
	@$(BIN)/python -m tools.fonts

config: .venv/.installed ## renew .streamlit/config.toml, which `streamlit run` reads, after a change of colours, fonts or settings
	@$(BIN)/python -m tools.config

licences: .venv/.installed-for-tests ## list the licences of everything the dashboard runs with
	@$(BIN)/python -m tools.licences

constraints: ## renew constraints.txt: the newest versions that pyproject.toml allows
	rm -rf .venv-constraints && $(PYTHON) -m venv .venv-constraints
	.venv-constraints/bin/python -m pip install --quiet --only-binary :all: hatchling editables '.[test]'
	.venv-constraints/bin/python -m pip freeze --exclude film-list-dashboard > constraints.txt
	rm -rf .venv-constraints

clean: ## remove everything the commands above made
	rm -rf .venv .venv-audit .venv-python* .pytest_cache .mypy_cache .ruff_cache .hypothesis dist tools/bench/results screenshots

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
