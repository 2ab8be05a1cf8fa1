# Two commands: `make demo` runs the main job on real input, `make test` passes all tests.
# Both set everything up first, and take seconds once it is.
PYTHON ?= python3
BIN := .venv/bin
# The same list as PACKAGES in docgen/machine.py; a test compares them.
APT := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-nanum fontconfig

# The register of certificates is also tested on a real PostgreSQL.
test: APT += postgresql

.PHONY: demo test check bench gallery templates lock setup system
.DEFAULT_GOAL := demo

demo: setup
	@$(BIN)/python -m tests.demo

test: setup check
	@$(BIN)/python -m pytest -n 2

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: setup
	@$(BIN)/python -m tests.bench

# Draw every page of every document into output/gallery/index.html, and the pictures of README.md.
gallery: setup
	@$(BIN)/python -m tests.gallery

# Build template.docx of every shipped form from its form.py.
templates: setup
	@$(BIN)/python -m docgen.catalogue.form

# Choose versions anew; commit the result.
lock:
	@$(BIN)/python -m pip install -q uv
	@$(BIN)/uv pip compile pyproject.toml --group dev --python-version 3.11 --universal --generate-hashes --no-annotate --no-header -q -o requirements.lock

setup: system .venv/ready

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# System libraries and fonts: installed where root may, else the one line to run.
system:
	@missing=""; for package in $(APT); do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	$(PYTHON) -c "import ensurepip" 2>/dev/null || missing="$$missing python3-venv"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
	  echo "시스템 라이브러리가 없습니다. 다음 한 줄을 실행한 뒤 다시 하세요:"; \
	  echo "sudo apt-get install -y --no-install-recommends$$missing"; exit 3; \
	fi
