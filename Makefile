# 影图 Yingtu. Everything runs in .venv, made from requirements.lock (versions and hashes pinned).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

.PHONY: help install demo test check bench vocab lock clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: $(VENV)/installed ## the virtual environment with everything in it

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: install ## examples -> graph -> answers and pages, in demo/
	$(BIN)/kg build examples --home $(DEMO)/home
	$(BIN)/kg ask people_technology --param technology=CMR --home $(DEMO)/home
	$(BIN)/kg view $(DEMO)/landscape.html --home $(DEMO)/home

check: install ## style, types and layers
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: check ## everything, the checks included
	$(BIN)/python -m pytest

bench: install ## ratios measured in one run, written to docs/benchmarks.md
	$(BIN)/python -m tests.bench

vocab: install ## kg/vocab.py from ontology/landscape.ttl
	$(BIN)/python -m kg.ontology

lock: ## pin what pyproject.toml asks for (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --quiet -o requirements.lock

clean: ## what was made here
	rm -rf $(VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
