# Two commands set everything up: `make demo` and `make test`. Both work in .venv and need Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint types docs clean

demo: .venv/installed
	PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: .venv/dev lint types
	$(BIN)/pytest -n auto

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

docs: .venv/dev
	$(BIN)/python docs/generate.py

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade pip

# The data of the term base is part of the package, so a change there installs again like a change of the settings.
.venv/installed: .venv/bin/python pyproject.toml $(wildcard packages/*/pyproject.toml)
	$(PIP) --editable '.[embedded]' $(patsubst %/pyproject.toml,./%,$(wildcard packages/*/pyproject.toml))
	touch $@

.venv/dev: .venv/installed
	$(PIP) --group dev
	touch $@

clean:
	rm -rf .venv demo-out dist
