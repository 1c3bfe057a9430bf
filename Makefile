# themaspin: make run · make serve · make test · make train. Every target makes its own environment in .venv; nothing else is needed.
PYTHON ?= python3
INBOX ?= corpus/voorbeeld
OUTPUTS ?= outputs
PEILDATUM ?= 2021-01-01
PAPIEREN ?= corpus/voorbeeld
AANTALLEN ?= 100 1000
BIN := .venv/bin
# two processes test beside each other: threads of linear algebra that wait for a core they cannot get take more than the work itself
ONE_THREAD := OMP_NUM_THREADS=1
APT_OCR := tesseract-ocr tesseract-ocr-nld ghostscript

.DEFAULT_GOAL := help
.PHONY: help run serve test check test-zwaar ocr train lg taalmodel zinsmodel voorbeeld bench bench-reading bench-cold bench-profile bench-nights bench-themes clean

help:  ## toon deze lijst
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

.venv/.klaar: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "themaspin vraagt Python 3.11 of nieuwer; wijs het aan met: make PYTHON=/pad/naar/python3.11 …"; exit 2; }
	@echo "Omgeving maken in .venv (eenmalig, ongeveer een minuut) …"
	@$(PYTHON) -m venv .venv || { echo "Installeer eerst de module venv, op Debian en Ubuntu: apt-get install python3-venv"; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/.klaar-dev: .venv/.klaar
	@echo "Gereedschap voor de tests installeren …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: .venv/.klaar  ## lees de voorbeeldpapieren en publiceer de themamatrix in outputs/
	@$(BIN)/themaspin run --inbox "$(INBOX)" --outputs "$(OUTPUTS)" --peildatum "$(PEILDATUM)"

test: .venv/.klaar-dev  ## alle tests behalve de lange (make test-zwaar)
	@$(ONE_THREAD) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not zwaar"

check: .venv/.klaar-dev  ## stijl, typen, importrichting en de snelle tests (ruim een minuut)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/pyright && $(BIN)/lint-imports
	@$(ONE_THREAD) $(BIN)/python -m pytest -q -n 2 -m "not traag and not zwaar"

test-zwaar: .venv/.klaar-dev  ## de lange tests
	@$(BIN)/python -m pytest -m zwaar

ocr: .venv/.klaar  ## installeer tekenherkenning voor scans (Tesseract met Nederlands; apt vraagt beheerdersrechten)
	@command -v apt-get >/dev/null || { echo "Geen apt-get hier. Installeer zelf Tesseract met de taal nld en Ghostscript, en daarna: $(BIN)/python -m pip install -c constraints.txt -e '.[ocr]'"; exit 2; }
	@test "$$(id -u)" = 0 || command -v sudo >/dev/null || { echo "Vraag de beheerder om: apt-get install $(APT_OCR)"; exit 2; }
	@sudo=$$(test "$$(id -u)" = 0 || echo sudo); $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(APT_OCR)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[ocr]'
	@echo "Tekenherkenning is klaar: de volgende run leest de scans die er al liggen."

serve: .venv/.klaar  ## open de website op http://127.0.0.1:8000, met wat de laatste run publiceerde
	@$(BIN)/themaspin serve --inbox "$(INBOX)" --outputs "$(OUTPUTS)"

train: .venv/.klaar  ## train de themaclassifier uit corpus/passages
	@$(BIN)/themaspin train

lg: .venv/.klaar  ## installeer nl_core_news_lg (541 MB, van de spaCy-pagina) en train er een classifier bij
	@$(BIN)/python -m spacy download nl_core_news_lg
	@$(BIN)/themaspin train --spacy nl_core_news_lg

taalmodel: .venv/.klaar  ## train de ingebouwde taalpijplijn opnieuw: make taalmodel UD=map met de boombanken
	@test -n "$(UD)" || { echo "Wijs de map met de boombanken aan: make taalmodel UD=<map>"; exit 2; }
	@$(BIN)/python models/taal/train.py "$(UD)" models/nl_themaspin

build/zinsmodel/venv/.klaar: models/zinsmodel/vereisten.txt constraints.txt pyproject.toml
	@$(PYTHON) -m venv build/zinsmodel/venv
	@build/zinsmodel/venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r models/zinsmodel/vereisten.txt -e .
	@touch $@

zinsmodel: .venv/.klaar build/zinsmodel/venv/.klaar  ## leer het zinsmodel opnieuw uit corpus (anderhalf uur), en train daarna de classifier
	@build/zinsmodel/venv/bin/python models/zinsmodel/maak.py corpus
	@$(BIN)/themaspin train

voorbeeld: .venv/.klaar-dev  ## maak de voorbeeldpapieren opnieuw (zie corpus/voorbeeld_bronnen/README.md)
	@$(BIN)/python corpus/voorbeeld_bronnen/maak.py

bench: bench-reading bench-cold bench-profile bench-nights  ## meet snelheid en geheugen; schrijft docs/benchmarks.md

bench-reading: .venv/.klaar-dev  ## meet het lezen: make bench-reading PAPIEREN="map …"
	@$(BIN)/python -m bench.reading $(PAPIEREN)

bench-cold: .venv/.klaar-dev  ## meet een eerste run naast kale pdfplumber: make bench-cold ELDERS="map met andere PDF's"
	@$(BIN)/python -m bench.cold $(if $(ELDERS),--elsewhere "$(ELDERS)")

bench-profile: .venv/.klaar-dev  ## meet waar een eerste run zijn tijd aan besteedt (op macOS vraagt dat beheerdersrechten)
	@$(BIN)/python -m bench.profile

bench-nights: .venv/.klaar-dev  ## meet hele runs: make bench-nights AANTALLEN="100 1000 10000"
	@$(BIN)/python -m bench.nights --papers $(AANTALLEN)

.venv-peers/.klaar: bench/peers-requirements.txt
	@echo "Omgeving maken in .venv-peers, met de classifiers om mee te vergelijken …"
	@$(PYTHON) -m venv .venv-peers && .venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

bench-themes: .venv/.klaar-dev .venv-peers/.klaar  ## zet themaclassifiers naast elkaar: make bench-themes GELABELD=bestand.jsonl ZONDER_E5=1
	@$(BIN)/python -m bench.themes $(if $(GELABELD),--gelabeld "$(GELABELD)") $(if $(ZONDER_E5),--zonder-e5)

clean:  ## verwijder de omgevingen
	rm -rf .venv .venv-peers
