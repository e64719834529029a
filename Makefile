# What a newcomer needs: `make demo` and `make test`; both make .venv themselves, with the pip that Python brings.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check lint docs lock benchmark clean help

help:
	@echo "make demo       read the bundled reports into a record and print the brief"
	@echo "make test       run the tests"
	@echo "make check      lint, types, arrows between packages, then the tests"
	@echo "make benchmark  quality, speed and memory on the corpora (CORPORA=../shared)"
	@echo "make docs       write anew what the documentation does not say by hand"
	@echo "make lock       pin the dependencies anew"

$(STAMP): requirements.lock pyproject.toml
	@echo "==> making $(VENV) with the pinned packages (once, a minute or two)"
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or later: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

demo: $(STAMP)
	@echo "==> reading the bundled reports: onrecord demo"
	@$(BIN)/onrecord demo

test: $(STAMP)
	@echo "==> running the tests"
	@$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

benchmark: $(STAMP)
	$(BIN)/python -m benchmarks $(or $(CORPORA),../shared)

docs: $(STAMP)
	$(BIN)/python -m docs.make

lock: $(STAMP)
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--strip-extras --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
