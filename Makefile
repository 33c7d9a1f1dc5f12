# Two commands matter: `make run` and `make test`. Each first makes .venv, once.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
KOKORO_JS := kokoro-js-1.2.1

.PHONY: run test test-all lint types imports unit soak bench acceptance screenshots sheets schema phases places rooms words checksums icons tones voice check-voice wheel bundle packages desktop clean

run: $(STAMP)
	$(BIN)/coach $(ARGS)

# Side by side: the tests wait for windows and other processes now and then, and mypy has one core to itself.
test: $(STAMP)
	$(MAKE) --no-print-directory --jobs=2 lint types imports unit

# Every case of the tests that `make test` thins out, and the long ones; half an hour. Before a release.
test-all: $(STAMP)
	$(MAKE) --no-print-directory --jobs=2 lint types imports unit CASES=--all-cases

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(STAMP)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports --no-cache

# The first run does the tests of core, store and words, and proves that these need no Qt; the second does all others,
# with no display.
QT_FREE := tests/core tests/store tests/words
# In processes of their own: one that has shown a thousand windows takes several times as long to collect its garbage.
UI_LATE := tests/ui/shell tests/ui/words
# Half as many again as there are cores: some tests wait, for a window, another process, or sound.
WORKERS := $(shell cores=$$(nproc 2>/dev/null) && echo $$((cores * 3 / 2)) || echo auto)
# Compiled code is kept even where the environment says otherwise: else each of several hundred processes compiles coach,
# and each worker takes the assertions of all tests apart, which is done here once for all of them. What is wrong with a
# test is told by the runs.
unit: export PYTHONDONTWRITEBYTECODE =
unit: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --collect-only -qq >/dev/null || true
	$(BIN)/python -m pytest -n auto -p no:pytest-qt -p tests.no_qt $(QT_FREE) $(CASES)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(addprefix --ignore=,$(QT_FREE) tests/ui) $(CASES)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal tests/ui $(addprefix --ignore=,$(UI_LATE)) $(CASES)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(UI_LATE) $(CASES)

# Faults of all kinds and walks by chance, round after round, until Ctrl+C or ARGS="--seconds 3600"; then one table.
soak: $(STAMP)
	$(BIN)/python -m tests.faults $(ARGS)

bench: $(STAMP)
	$(BIN)/python -m bench

# Listens to a whole short session at its real pace: eight minutes.
acceptance: $(STAMP)
	$(BIN)/python -m tools.acceptance $(ARGS)

screenshots: $(STAMP)
	QT_QPA_PLATFORM=offscreen:configfile=tests/screen.json $(BIN)/python -m tools.screenshots

# Each page beside a drawing of it: make sheets DRAWINGS=folder.
sheets: $(STAMP)
	QT_QPA_PLATFORM=offscreen:configfile=tests/screen.json $(BIN)/python -m tools.page_sheets $(DRAWINGS)

# Made from the code; tests fail when they are stale.
schema: $(STAMP)
	$(BIN)/coach schema > assets/routine.schema.json
	$(BIN)/coach schema --record > assets/record.schema.json

phases: $(STAMP)
	$(BIN)/python -m tools.phase_table docs/architecture.md

places: $(STAMP)
	$(BIN)/python -m tools.place_table docs/architecture.md

rooms: $(STAMP)
	$(BIN)/python -m tools.room_table docs/rooms.md

# The templates for translators, and what their translations are compiled to; pybabel init begins a language.
words: $(STAMP)
	$(BIN)/python -m tools.words

checksums: $(STAMP)
	$(BIN)/python -m tools.checksums

icons: $(STAMP)
	$(BIN)/python -m tools.icons

tones: $(STAMP)
	$(BIN)/python -m tools.tones

# What follows needs engines and models of some 700 MB, which no other command installs; and opusenc, of opus-tools.
voice: .venv/voice-build .venv/$(KOKORO_JS).tgz
	$(BIN)/python -m tools.render_voice .venv/$(KOKORO_JS).tgz
	$(BIN)/python -m tools.checksums

check-voice: .venv/voice-check
	$(BIN)/python -m tools.check_voice $(ARGS)

.venv/voice-%: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[voice-$*]'
	touch $@

.venv/$(KOKORO_JS).tgz: | $(STAMP)
	npm pack --silent --pack-destination .venv $(subst js-,js@,$(KOKORO_JS))

# On Linux: coach in the menu of the desktop of this user, and a double click on a *.coach.json opens it.
ID := org.example.lowerbackcoach
SHARE := $(or $(XDG_DATA_HOME),$(HOME)/.local/share)
desktop:
	install -Dm644 assets/linux/$(ID).desktop "$(SHARE)/applications/$(ID).desktop"
	install -Dm644 assets/linux/$(ID).metainfo.xml "$(SHARE)/metainfo/$(ID).metainfo.xml"
	install -Dm644 assets/linux/$(ID).xml "$(SHARE)/mime/packages/$(ID).xml"
	install -Dm644 assets/icon/coach.svg "$(SHARE)/icons/hicolor/scalable/apps/$(ID).svg"
	for size in $(basename $(notdir $(wildcard assets/icon/*.png))); do install -Dm644 assets/icon/$$size.png \
		"$(SHARE)/icons/hicolor/$${size}x$$size/apps/$(ID).png"; done
	rm -f "$(SHARE)/applications/coach.desktop" "$(SHARE)/mime/packages/coach-routine.xml" \
		"$(SHARE)/icons/hicolor/scalable/apps/coach.svg"  # of before coach had its id
	-update-mime-database "$(SHARE)/mime"
	-update-desktop-database "$(SHARE)/applications"

wheel: $(STAMP)
	$(BIN)/python -m build --wheel

# coach for any desktop of Linux, without Python: dist/coach. Its Python is that of the system, which is smaller than one
# that was compiled by hand.
BUNDLE_PYTHON ?= $(or $(wildcard /usr/bin/python3),$(PYTHON))
BUNDLE := .venv-bundle
bundle: $(BUNDLE)/installed
	$(BUNDLE)/bin/python -m tools.compile_words
	$(BUNDLE)/bin/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/bundle packaging/coach.spec

# What a person installs, out of the bundle: dist/*.deb and dist/*.tar.xz. On Debian: needs dpkg-deb, and objdump as the bundle does.
packages: bundle
	$(BUNDLE)/bin/python -m tools.packages

$(BUNDLE)/installed: pyproject.toml constraints.txt
	$(BUNDLE_PYTHON) -m venv $(BUNDLE)
	$(BUNDLE)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bundle]'
	touch $@

clean:
	rm -rf .venv $(BUNDLE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
