# `make run` opens the product, `make test` checks it. Both first install what is missing;
# the files named .venv/.* remember what has been done, so that the second time takes seconds.

PORT ?= 8501
ADDRESS ?= 127.0.0.1
PROCESSES ?= 2
PYTHON ?= $(shell .ci/find-python)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run serve test lint types suite crash fuzz coverage generated editor bench format clean

run: .venv/.installed .venv/.can-print
	$(BIN)/python -m streamlit run server.py --server.address $(ADDRESS) --server.port $(PORT)

# Several processes behind nginx, for many people; needs PostgreSQL, which DATABASE_URL names, for more than one process.
serve: .venv/.installed .venv/.can-print
	@.ci/system-packages nginx
	$(BIN)/python -m deploy.serve --processes $(PROCESSES) --port $(PORT)

test: lint types suite

lint: .venv/.installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.installed-for-tests
	$(BIN)/mypy

suite: .venv/.installed-for-tests .venv/.has-what-tests-use
	$(BIN)/pytest -n 2

# How much of every part the tests reach, in the pages' own server and on the command line as well. Counting makes the
# suite take twice as long, so this is not part of `make test`; it is for before a release.
coverage: .venv/.installed-for-tests .venv/.has-what-tests-use
	$(BIN)/pytest -n 2 --cov --cov-report=
	$(BIN)/coverage report --include='$(PROVEN)' --fail-under=100 --skip-covered
	$(BIN)/coverage report --omit='$(PROVEN)' --fail-under=90 --skip-covered

# What a result or a refusal rests on: every branch of it is tested.
PROVEN := scoring/*,assessments/workshop/*,assessments/catalog/*,assessments/answers_file/*,assessments/problems/*,assessments/positions/*,assessments/reliability/*

# The program and the database killed 200 times each, under 50 phones; `make test` does a few of these.
crash: .venv/.installed-for-tests .venv/.has-what-tests-use
	CRASHES=200 PHONES=50 $(BIN)/pytest -m slow --durations=0 $(CRASHING)

# Spoilt inputs, messages and requests, so many times as many as `make test` tries; what fails is kept below tests/fuzz/found.
FUZZ ?= 100
fuzz: .venv/.installed-for-tests .venv/.has-what-tests-use
	FUZZ=$(FUZZ) $(BIN)/pytest -n 2 --durations=0 tests/fuzz tests/assessments/hosting/test_hostile_process.py

CRASHING := tests/assessments/test_answering_crash.py tests/assessments/test_answering_without_database.py

# What is made from the program and kept with it, so that it can be read without running anything.
generated: .venv/.installed-for-tests
	$(BIN)/python -m assessments.problems > docs/problems.md
	$(BIN)/python -m tests.broken.page > docs/problem-examples.md
	$(BIN)/python -m assessments.rights docs/security.md
	for folder in questionnaires/*; do $(BIN)/python -m assessments.catalog $$folder || exit; done

# The studio's text editor, after a change to its source; needs Node 20. What it makes is kept in git, so nobody else does.
editor:
	cd assessments/pages/editor && npm ci --ignore-scripts && npm run build

bench: .venv/.installed-for-tests .venv/.can-print
	@for program in scoring one_firm plan report answering workshop studio; do $(BIN)/python -m benchmarks.$$program || exit; echo; done

format: .venv/.installed-for-tests
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

clean:
	rm -rf .venv var htmlcov .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/.made:
	@.ci/system-packages venv
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: requirements.txt .venv/.made
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/.installed-for-tests: requirements-dev.txt .venv/.installed
	$(INSTALL) -r requirements-dev.txt
	@touch $@

# Without Pango everything but the PDF works, so `make run` goes on and asks again next time.
.venv/.can-print: .venv/.installed
	@if .ci/system-packages pdf; then touch $@; else echo "Going on without the PDF download."; fi

.venv/.has-what-tests-use: .ci/system-packages .venv/.installed
	@.ci/system-packages pdf browser pdftotext postgresql
	@.ci/system-packages nginx || echo "Going on without nginx: several processes are tested one beside the other."
	@touch $@
