# Homeline: `make demo` shows everything on this machine; `make test` proves it. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNS := $(VENV)/.ready-run
SETUP := $(VENV)/.ready
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/homeline.po))
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE = $(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --quiet

# Tests begin dozens of processes: what was compiled once is kept, whatever the surroundings say.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo run test quick check bench faults crash fuzz attack month year features pythons pin release sbom locales locale format types imports covered locales/all.mo

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:[^#]*##/\t/' | expand -t 10

setup: $(SETUP) ## make .venv with what is pinned, for those who work on Homeline

# What Homeline runs on, each package checked against its hash; it is begun from this folder, so nothing is built.
$(RUNS): deploy/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Homeline needs Python 3.11 or newer: make demo PYTHON=python3.12")'
	@echo "Once, half a minute: .venv, and in it the $$(grep -c '==' deploy/requirements.txt) packages that Homeline runs on."
	@echo "  1 of 3  making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)
	@echo "  2 of 3  fetching the packages"
	@$(PIP) --no-compile --require-hashes -r deploy/requirements.txt -c deploy/requirements.txt
	@$(BIN)/python -m pip uninstall -qq --yes setuptools # 10 MB that came with .venv, for nothing
	@find $(VENV) -path '*/pip/*' -name __pycache__ -prune -exec rm -r {} + # pip compiled: as much again, for one use
	@find $(VENV) \( -name tests -o -name testing \) -type d -prune -exec rm -r {} + # of others' packages
	@find $(VENV) \( -name '*.[ch]' -o -name '*.[ch]pp' -o -name '*.pyx' -o -name '*.px[di]' -o -name '*.pfb' -o -name '*.sfd' \) -delete # from which they were compiled; fonts
	@find $(VENV) \( -name '*avif*.so*' -o -name '*avif*.dylib' -o -path '*/pip/*.exe' \) -delete # pictures as AVIF, which nobody draws; Windows
	@echo "  3 of 3  compiling what of them is used"
	@$(BIN)/python -c 'import bot.cli_run'
	@touch $(RUNS)

$(SETUP): $(RUNS) pyproject.toml constraints.txt locales/compile.py
	@echo "Adding what it is worked on with, once: a minute or two."
	$(PIP) --require-hashes -r constraints.txt -c constraints.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $(SETUP)

locales/all.mo: $(CATALOGUES)

$(CATALOGUES): %.mo: %.po locales/compile.py | $(RUNS)
	@$(BIN)/python locales/compile.py

demo: $(RUNS) locales/all.mo ## four phones in a browser, no token needed
	@$(BIN)/python -m bot demo

run: $(RUNS) locales/all.mo ## speak to Telegram; without TELEGRAM_BOT_TOKEN it says how to come by one
	@$(BIN)/python -m bot run

test: setup locales/all.mo ## every test, on SQLite and on PostgreSQL; pytest --both: every conversation on both
	$(BIN)/python $(MEASURED) -m pytest -n 4 --dist worksteal # some wait: four keep two cores at work

quick: setup locales/all.mo ## in half a minute, while one works: rules, texts and stories, on SQLite
	$(BIN)/python -m pytest -n 2 -q tests/domain tests/texts tests/stories -k "not postgresql"

pythons: setup locales/all.mo ## the wheel, installed and started on Python 3.11 to 3.13
	$(BIN)/python -m tests.pythons

check: setup locales/all.mo ## what CI runs: format, lint, types, imports, locales, docs, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(MAKE) -j 3 types imports covered

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

covered:
	$(MAKE) test MEASURED="-m slipcover --immediate --json --out .coverage.json"
	$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --fail-under 95 # at once, it would print one process

bench: setup locales/all.mo ## the figures of docs/performance.md; make bench WRITE=1 puts them there
	$(BIN)/python -m tests.bench $(if $(WRITE),--write)

faults: setup locales/all.mo ## every fault on the way, and a table of what was lost and what came twice
	$(BIN)/python -m pytest tests/faults

crash: setup locales/all.mo ## 200 deaths over 20,000 updates, on each database; make crash KILLS=30 is shorter
	$(BIN)/python -m pytest tests/crashes/long.py --kills $(or $(KILLS),200)

fuzz: setup locales/all.mo ## random people do random things, and what they came across; make fuzz MINUTES=10 SEED=1
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),10) $(if $(SEED),--seed $(SEED))

attack: setup locales/all.mo ## hostile people, Telegram, clock, network and database; make attack MINUTES=10 SEED=1
	$(BIN)/python -m tests.attack --minutes $(or $(MINUTES),10) $(if $(SEED),--seed $(SEED))

month: setup locales/all.mo ## four weeks of 200 families, and a table of what arrived; make month FAMILIES=20 SEED=2
	$(BIN)/python -m tests.month --families $(or $(FAMILIES),200) $(if $(SEED),--seed $(SEED))

year: setup locales/all.mo ## a school year of two classes on all their phones; make year HOUSEHOLDS=8
	$(BIN)/python -m tests.year --households $(or $(HOUSEHOLDS),80)

pin: setup ## write constraints.txt and deploy/*requirements.txt anew from pyproject.toml
	$(COMPILE) pyproject.toml --extra dev -o constraints.txt
	$(COMPILE) pyproject.toml -c constraints.txt -o deploy/requirements.txt
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
	  | $(COMPILE) - -c constraints.txt -o deploy/build-requirements.txt

sbom: setup ## write sbom.json: what Homeline is made of, as CycloneDX
	@$(BIN)/python deploy/sbom.py > sbom.json

release: setup ## wheel, source, SBOM, notes, image and tag of the last commit, in dist/; what cannot be made here is named
	@$(BIN)/python deploy/release.py

locale: setup ## begin a language: make locale CODE=xx
	$(BIN)/pybabel -q init -i locales/homeline.pot -d locales -D homeline -l $(CODE)

features: setup locales/all.mo ## write docs/features.md anew from the code
	$(BIN)/python -m tests.features

locales: setup ## take new texts into the catalogues
	$(BIN)/python locales/refresh.py

format: setup ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
