# `make` alone lists the targets. Each one first makes what it needs (packaging/setup.sh): a second
# run finds it made. PYTHON=/path/to/python3 chooses the Python, ARGS="-k diary" goes on to pytest.

SETUP := sh packaging/setup.sh
PYTHON_HERE := .venv/bin/python
# Qt's platform without a screen: the same pixels on every machine.
OFFSCREEN := QT_QPA_PLATFORM=offscreen $(PYTHON_HERE)
# That platform complains of every window it shows; the tests look at Qt's warnings, a picture need not.
PICTURES := QT_LOGGING_RULES=default.warning=false $(OFFSCREEN) packaging/pictures.py
DEMO := build/demo

.DEFAULT_GOAL := help
.PHONY: help run demo test coverage torture bench check screenshots fonts sounds pages drawings words facts clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A set DISPLAY may lead nowhere, and Qt would abort: a first, empty application finds out.
OPEN_NOTHING := from PySide6.QtGui import QGuiApplication; QGuiApplication([])
HAS_SCREEN := { [ "$$(uname)" = Darwin ] || { [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && \
	(ulimit -c 0; $(PYTHON_HERE) -c '$(OPEN_NOTHING)'); }; } >/dev/null 2>&1

run: ## open the window; without a screen, make the demo instead
	@$(SETUP)
	@if $(HAS_SCREEN); then exec .venv/bin/legjournal; fi; \
	echo "There is no screen here to open a window on, so a sample is made instead."; \
	$(MAKE) --no-print-directory SETUP=: demo

demo: ## a sample journal, its report and a picture of every tab, in build/demo
	@$(SETUP)
	@# The program never overwrites a journal, not even a sample.
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(PYTHON_HERE) -m legjournal demo --days 120 -o $(DEMO)/sample.legjournal
	@$(PYTHON_HERE) -m legjournal --journal $(DEMO)/sample.legjournal report -o $(DEMO)/report-gp.pdf
	@$(PICTURES) $(DEMO)/sample.legjournal $(DEMO) >/dev/null
	@echo "Made:" && ls $(DEMO)/*

test: ## all tests, without a screen
	@$(SETUP) test
	@$(OFFSCREEN) -m pytest -n auto $(ARGS)

coverage: ## the same, with a list of what no test runs; a third slower
	@$(SETUP) test
	@$(OFFSCREEN) -m pytest -n auto --cov=legjournal --cov=ui --cov-branch --cov-report=term $(ARGS)

torture: ## every fault, thousands of times over: kills, power cuts, full and failing disks, hostile files
	@$(SETUP) test torture
	@PYTHONPATH=tests $(OFFSCREEN) -m torture.run $(ARGS)

bench: ## how fast it is, from one night to a lifetime of them
	@$(SETUP) test
	@$(OFFSCREEN) tests/bench/run.py

check: ## lint, formatting and types
	@$(SETUP) lint
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

screenshots: ## the pictures in docs/screenshots
	@$(SETUP)
	@$(PICTURES) --all docs/screenshots

fonts: ## cut the fonts in assets/fonts anew
	@$(SETUP) fonts
	@$(PYTHON_HERE) packaging/make_fonts.py

pages: ## keep the pages of the report as they look now as what the tests compare with: look at them first
	@$(SETUP) test
	@KEEP_PICTURES=1 $(OFFSCREEN) -m pytest -q --no-cov tests/ui/test_report_pictures.py

drawings: ## draw the exercise pictures anew from packaging/exercise_pictures/poses.toml
	@$(SETUP)
	@$(PYTHON_HERE) packaging/exercise_pictures/draw.py

sounds: ## make the tones of the guided session in assets/sounds anew
	@$(SETUP)
	@$(PYTHON_HERE) packaging/make_sounds.py

words: ## every word to translate: build/words/window.ts (Qt) and legjournal.pot (gettext)
	@$(SETUP) lint
	@mkdir -p build/words
	@.venv/bin/pyside6-lupdate $$(find ui -name '*.py') -ts build/words/window.ts -source-language en_GB >/dev/null
	@.venv/bin/pybabel --quiet extract -k text -k plural:1,2 --omit-header -o build/words/legjournal.pot legjournal ui
	@ls build/words/*

facts: ## all that can go out of date, to check before a release: build/facts/facts.csv and facts.txt
	@$(SETUP)
	@$(PYTHON_HERE) packaging/list_facts.py build/facts

clean: ## remove all that was made here: .venv, build, caches (never a journal of yours)
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
