# Every target does its own set-up: Python 3.11 or newer and make are enough.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
ARGS ?=

.PHONY: install demo test test-all run check fix bench soak revision clean

# One stamp for each set of parts, so that a second call costs nothing.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 of nieuwer is nodig / is needed"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.%.stamp: requirements%.lock | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r $<
	@touch $@

install: $(VENV)/.-demo.stamp

demo: $(VENV)/.-demo.stamp
	$(RUN) -m bot demo $(ARGS)

run: $(VENV)/.-demo.stamp
	$(RUN) -m bot run

test: $(VENV)/.-test.stamp
	$(RUN) -m pytest -q -n auto $(ARGS)

check: $(VENV)/.-dev.stamp
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pyright
	$(RUN) -m bot texts check

fix: $(VENV)/.-dev.stamp
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

bench: $(VENV)/.-test.stamp
	$(RUN) -m pytest -q -s -m bench tests/bench/bench_*.py $(ARGS)

soak: $(VENV)/.-test.stamp
	SOAK_ROUNDS=$${SOAK_ROUNDS:-200} $(RUN) -m pytest -q -s -m soak tests/wire $(ARGS)

revision: $(VENV)/.-test.stamp
	$(RUN) -m bot db revision "$(m)"

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
