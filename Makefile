# Python 3.11 or newer and make are all that has to be there. `make help` lists the targets.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site serve test coverage mutation validate format lock bench bench-pages bench-search bench-verify chromium clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
		while IFS='|' read -r name what; do printf '  make %-13s %s\n' "$$name" "$$what"; done

site: .venv/site.stamp ## Check everything and build the site into site/
	@$(BIN)/kb build

serve: .venv/site.stamp ## Preview at http://127.0.0.1:8000; reloads on every change
	@$(BIN)/kb serve

validate: .venv/site.stamp ## Check every entry and page
	@$(BIN)/kb validate

test: .venv/test.stamp chromium ## Run every check: lint, types, layers, tests, browser tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kb schema --check
	$(BIN)/kb validate
	$(BIN)/kb verify --check
	$(BIN)/kb links record --check
	$(BIN)/pytest -n 2 --dist worksteal

coverage: .venv/test.stamp chromium ## Run the tests, and write down how much of each package they run
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/python -m tests.covered --report docs/reports/coverage.md

mutation: .venv-mutation/stamp ## Change the code in small ways, and write down what no test notices (an hour)
	rm -rf mutants
	.venv-mutation/bin/mutmut run --max-children 2
	.venv-mutation/bin/python -m tests.mutated --report docs/reports/mutation.md

.venv-mutation/stamp: requirements-test.txt pyproject.toml
	$(PYTHON) -m venv .venv-mutation
	.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check mutmut==3.8.1
	.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

bench: .venv/test.stamp ## Compare with plain Material at 300, 1,000 and 3,000 entries (a quarter of an hour)
	$(BIN)/python -m tests.bench --report docs/reports/bench-site.md

bench-pages: .venv/test.stamp chromium ## Weigh the pages of runbooks, and time them in a browser (a minute)
	$(BIN)/python -m tests.bench.pages --report docs/reports/bench-pages.md

bench-search: .venv/test.stamp chromium ## Compare search with Material's and Pagefind's, up to 10,000 entries (an hour)
	$(BIN)/python -m tests.bench.search --report docs/reports/bench-search.md

bench-verify: .venv/test.stamp .venv-az/bin/az ## Check az's own examples, and compare with az itself (two minutes, installs 700 MB)
	$(BIN)/python -m tests.verification --python .venv-az/bin/python \
		$(if $(AZ_DATAFACTORY_DOCS),--powershell $(AZ_DATAFACTORY_DOCS)) --report docs/reports/bench-verify.md

.venv-az/bin/az:
	$(PYTHON) -m venv .venv-az
	.venv-az/bin/python -m pip install --quiet --disable-pip-version-check azure-cli==2.91.0

format: .venv/test.stamp ## Format the code and write the schema anew
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/kb schema --write

lock: .venv/test.stamp ## Choose the newest allowed versions and lock them
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--group build --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--group build --group test --output-file requirements-test.txt pyproject.toml

chromium:
	@sh tests/browser/chromium.sh

clean: ## Delete what was built and installed
	rm -rf .venv .venv-az .venv-mutation .venv-pagefind .cache mutants site

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/site.stamp: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
