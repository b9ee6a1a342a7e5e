# Every target does its own set-up. Most hand ARGS to the program they start: make e2e ARGS="-k mojeid --headed"

PYTHON ?= python3
RUN := .venv/bin/python
ARGS ?=
BROWSERS ?=
CHOSEN = $(foreach browser,$(BROWSERS),--browser $(browser))
# No letter that the console's encoding lacks ends a program.
ifeq (,$(findstring :,$(PYTHONIOENCODING)))
export PYTHONIOENCODING := $(PYTHONIOENCODING):backslashreplace
endif

# What bends Python or pytest elsewhere would bend our runs too: arguments for pytest go into ARGS.
unexport PYTHONHOME PYTHONINSPECT PYTHONOPTIMIZE PYTHONPATH PYTHONSAFEPATH PYTHONSTARTUP PYTHONWARNINGS VERIFY_BASE_URL
unexport $(filter-out PYTEST_XDIST_AUTO_NUM_WORKERS,$(filter PYTEST_%,$(.VARIABLES)))

.DEFAULT_GOAL := help
.PHONY: help e2e webkit test mock report gate trace pictures film bench approve texts lock strength mutants assertions flake rehearse nightly

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

e2e:  ## walk every login path and story, and build the report (make e2e BROWSERS="chromium firefox")
	@$(PYTHON) -m bootstrap e2e $(CHOSEN) $(ARGS)
	@$(RUN) -m reports.run e2e $(CHOSEN) $(ARGS)

webkit:  ## walk every method in the distribution's own WebKit, beside what the report has by now
	@$(PYTHON) -m bootstrap e2e --webkitgtk $(ARGS)
	@$(RUN) -m reports.run e2e --beside --webkitgtk -m every_engine $(ARGS)

test:  ## lint, types, imports, unit tests and a short end-to-end smoke
	@$(PYTHON) -m bootstrap e2e $(ARGS)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	.venv/bin/lint-imports
	$(RUN) -m pytest tests -n auto $(ARGS)
	$(RUN) -m pytest e2e -m smoke -n auto -p no:hypothesispytest $(ARGS)

strength:  ## plant every fault of the catalogue and see which test catches it
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m measure.strength $(ARGS)

mutants:  ## change the mock's source, one place at a time, and see which test notices
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m measure.mutants $(ARGS)

assertions:  ## walk every story twice and find the assertions that hold before their act
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m measure.assertions $(ARGS)

flake:  ## run the suite 4,000 tests long in random orders, with 1-4 workers, free and busy
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m measure.flake $(ARGS)

rehearse:  ## break things in eleven ways and see how soon a red run tells the cause (ARGS="--only button slow")
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m measure.rehearse $(ARGS)

nightly:  ## run every long lane; goes on where it was stopped (make nightly ARGS="--only strength fuzz")
	@$(PYTHON) -m bootstrap e2e --browser chromium --browser firefox --webkitgtk
	@$(RUN) -m measure.nightly $(ARGS)

mock:  ## start the sites alone and print the addresses and one ready person
	@$(PYTHON) -m bootstrap mock
	@$(RUN) -m mock_server $(ARGS)

report:  ## rebuild the report from the results of the last run (ARGS=--open serves it with its traces, ARGS="--merge DIR…" merges shards)
	@$(PYTHON) -m bootstrap report
	@$(RUN) -m reports.run report $(ARGS)

trace:  ## open the trace of a test that failed, offline (make trace TEST='part of its name')
	@$(PYTHON) -m bootstrap report
	@$(RUN) -m reports.run trace '$(TEST)'

gate:  ## may what was tested last be released? (ARGS="--min-tests 268": exit code 1 says no)
	@$(PYTHON) -m bootstrap report
	@$(RUN) -m reports.gate $(ARGS)

approve:  ## take every page state as it is now, and show old and new side by side (ARGS="-k mojeid" for some)
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m reports.approve $(ARGS)

pictures:  ## draw and take the pictures of the README anew, the map of the article as the last run left it
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m reports.architecture
	@$(RUN) -m reports.pictures

film:  ## film a login by each method, computer and phone side by side, for the README
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m reports.film

bench:  ## measure the suite and the mock against references (make bench ARGS="--quick --only scan")
	@$(PYTHON) -m bootstrap e2e
	@$(RUN) -m measure.bench $(ARGS)

texts:  ## bring the catalogues of the languages up to date with what templates and code say
	@$(PYTHON) -m bootstrap report
	@.venv/bin/pybabel -q extract -F pyproject.toml -k Text --omit-header --add-location file --sort-by-file \
		-o .venv/przepustka.pot mock_server
	@for language in pl en uk; do .venv/bin/pybabel -q update -D przepustka -d mock_server/locale -l $$language \
		--no-fuzzy-matching --ignore-obsolete --omit-header -w 120 -i .venv/przepustka.pot; done

lock:  ## freeze the dependencies anew (make lock ARGS=--upgrade for the newest)
	@$(PYTHON) -m bootstrap report
	@$(RUN) -m pip install -qq uv
	@$(RUN) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -q -o requirements.lock $(ARGS)
	@$(RUN) -m uv pip compile pyproject.toml -c requirements.lock --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -q -o requirements.mock.lock
	@.venv/bin/npm install --package-lock-only --ignore-scripts
