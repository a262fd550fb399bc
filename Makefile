# 影图 Yingtu. Everything runs in .venv, made from requirements.lock (versions and hashes pinned).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

.PHONY: help install demo test check bench vocab confidence lock clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: $(VENV)/installed ## the virtual environment with everything in it

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: install ## examples -> graph -> answers and pages, in demo/
	@env -u NEO4J_URI YINGTU_HOME=$(DEMO)/home sh -c 'set -e; \
	$(BIN)/kg build examples; \
	echo; echo "谁在做心脏磁共振？ Who works on CMR?"; $(BIN)/kg ask people_technology -p technology=CMR; \
	echo; echo "骆清铭主持了哪些香山会议，之后负责了什么项目？ Which sessions did he chair, and what did he lead afterwards?"; \
	$(BIN)/kg ask conferences_person -p person=骆清铭; \
	echo; echo "国家自然科学基金的钱去了哪些机构？ NSFC money by institution"; \
	$(BIN)/kg ask funding_institutions -p programme=国家自然科学基金; \
	echo; echo "一个人得过哪些奖？ A person'"'"'s awards"; $(BIN)/kg ask awards_person -p person=赵新明; \
	echo; echo "这家学会有哪些影像分会？ Branches of a society"; $(BIN)/kg ask institutions_branches -p society=中华医学会; \
	$(BIN)/kg view $(DEMO)/landscape.html; \
	$(BIN)/kg view $(DEMO)/cmr.html -q people_technology -p technology=CMR; \
	$(BIN)/kg view $(DEMO)/xiangshan.html -q conferences_grants -p series=香山科学会议; \
	echo; echo "Pages to open in a browser: $(DEMO)/landscape.html $(DEMO)/cmr.html $(DEMO)/xiangshan.html"'

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

confidence: install ## count again how often each rule is right: ingest/confidence.tsv
	$(BIN)/python -m tests.confidence

lock: ## pin what pyproject.toml asks for (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --quiet -o requirements.lock

clean: ## what was made here
	rm -rf $(VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
