# Every target does its own set-up. ARGS passes through: make e2e ARGS="-k mojeid --headed"

PYTHON ?= python3
RUN := .venv/bin/python
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help e2e test mock report lock

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

e2e:  ## walk every login path in a real browser and build the report
	@$(PYTHON) -m bootstrap e2e $(ARGS)
	@$(RUN) -m reports.run e2e $(ARGS)

test:  ## lint, types, imports, unit tests and a short end-to-end smoke
	@$(PYTHON) -m bootstrap e2e $(ARGS)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	.venv/bin/lint-imports
	$(RUN) -m pytest tests -n auto $(ARGS)
	$(RUN) -m pytest e2e -m smoke -n auto -p no:hypothesispytest $(ARGS)

mock:  ## start the sites alone and print the addresses and one ready person
	@$(PYTHON) -m bootstrap mock
	@$(RUN) -m mock_server $(ARGS)

report:  ## rebuild the report from the results of the last run
	@$(PYTHON) -m bootstrap report
	@$(RUN) -m reports.run report

lock:  ## freeze the dependencies anew (make lock ARGS=--upgrade for the newest)
	@$(PYTHON) -m bootstrap report
	@$(RUN) -m pip install -qq uv
	@$(RUN) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -q -o requirements.lock $(ARGS)
	@.venv/bin/npm install --package-lock-only --ignore-scripts
