"""The waves of start-up: each is what `coach/waves.py` says, in the source and in the program that runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coach.store import settings
from coach.store.settings import Heard, Settings
from coach.waves import FIRST_FRAME, FLOW, ON_DEMAND, SESSION, START_PAGE, WAVES, Wave, later, load
from tests.cases import ROOT
from tests.imports import Imports

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

IMPORTS = Imports(ROOT / "coach")
DEADLINE_S = 60
BESIDE = ("coach.background.log", "coach.devices.awake_bus", "coach.devices.mpris", "coach.doctor.versions")
"""With a session, threads beside the window write the log and ask the desktop by these, whenever they come to it."""

SESSION_ROOMS = tuple(f"coach.{room}." for room in ("figure", "ui.after", "ui.check", "ui.keys", "ui.live"))
ASIDES = tuple(f"coach.{room}." for room in ("store.export", "ui.help", "ui.history", "ui.settings"))
RULES = tuple(f"coach.core.{name}" for name in ("events", "phases", "routine", "safety", "session", "timeline"))
SESSION_RULES = tuple(f"coach.core.{name}" for name in ("events", "phases", "safety", "session"))
ROOMS = [
    (FIRST_FRAME, (*RULES, "coach.store.routines.", *SESSION_ROOMS, *ASIDES)),
    (START_PAGE, (*SESSION_RULES, *SESSION_ROOMS, *ASIDES)),
    (FLOW, (*SESSION_ROOMS, *ASIDES)),
]
NEVER_LOADED = {"coach.words.pseudo", "coach.core.speech.all_lines", "coach.ui.kit.way"}
"""For tests, for tools, and for the type checker."""
ON_WINDOWS = {"coach.devices.local_calls_qt"}
"""Loaded there in the place of another, which the waves name."""
NOT_YET: tuple[str, ...] = ()
"""What nothing leads to yet."""


def until(wave: Wave) -> list[str]:
    """Return what is named by a wave and all that come before it."""
    return [name for each in WAVES[: WAVES.index(wave) + 1] for name in each.modules]


def after(wave: Wave) -> list[str]:
    """Return what is named by all waves after one."""
    return [name for each in WAVES[WAVES.index(wave) + 1 :] for name in each.modules]


def too_early(imports: Imports, before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return how what should come after is reached from what comes before."""
    return [" > ".join(way) for name in after if (way := imports.way(before, name))]


# In the source


@pytest.mark.parametrize("wave", WAVES[:-1], ids=lambda wave: wave.name)
def test_a_wave_imports_nothing_of_a_later_one(wave: Wave) -> None:
    assert too_early(IMPORTS, until(wave), after(wave)) == []


@pytest.mark.parametrize(("wave", "rooms"), ROOMS, ids=lambda each: each.name if isinstance(each, Wave) else "")
def test_a_wave_does_without_the_rooms_that_come_later(wave: Wave, rooms: tuple[str, ...]) -> None:
    loaded = IMPORTS.loaded_with(until(wave))

    assert [name for name in sorted(loaded) if name.startswith(rooms)] == []


def test_the_name_of_a_file_needs_no_judge() -> None:
    """It is asked for as a button is pressed: the judges would hold the window up for a fifth of a second."""
    assert not IMPORTS.way(["coach.store.routines.one_routine"], "pydantic")


def test_what_is_named_for_later_stands_in_one_wave_and_the_other_way_round() -> None:
    named = list(chain.from_iterable(wave.modules for wave in WAVES[1:]))

    assert sorted(named) == sorted(set(chain.from_iterable(IMPORTS.later.values())) - ON_WINDOWS)


def test_nothing_is_named_for_later_that_is_there_already() -> None:
    for module, names in IMPORTS.later.items():
        waves = (IMPORTS.loaded_with(until(wave)) for wave in WAVES[:-1])
        there = next((wave for wave in waves if module in wave), IMPORTS.loaded_with([module]))
        assert not names & there, module


def test_every_module_of_coach_comes_with_a_wave() -> None:
    helper = IMPORTS.loaded_with(["coach.devices.sound_helper"])  # a process of its own

    modules = {name for name in IMPORTS.modules if not name.startswith(NOT_YET)}
    assert modules - IMPORTS.loaded_with(until(ON_DEMAND)) - helper == NEVER_LOADED | ON_WINDOWS


def test_nothing_is_imported_inside_a_function() -> None:
    assert IMPORTS.in_functions == []


def test_an_import_that_comes_too_early_is_found(tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").touch()
    (house / "door.py").write_text("from house import hall\n")
    (house / "hall.py").write_text("try:\n    from house.attic import box\nexcept ImportError:\n    box = None\n")
    (house / "attic.py").write_text("if TYPE_CHECKING:\n    import sqlite3\nelse:\n    sqlite3 = later('sqlite3')\n")

    imports = Imports(house)

    assert too_early(imports, ["house.door"], ["house.attic", "sqlite3"]) == ["house.door > house.hall > house.attic"]
    assert imports.later["house.attic"] == {"sqlite3"}


# In the program that runs


class Step(NamedTuple):
    """A moment of the program that runs."""

    modules: set[str]
    """What is loaded."""
    unasked: set[str]
    """The classes of Qt whose enumerations are made, though nothing that is loaded names them."""


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Step]:
    """Run the program, and return how it is at the first frame, when Start can be pressed, and in a session."""
    folder = tmp_path_factory.mktemp("data")
    settings.save(folder, Settings(heard=Heard.BOTH))
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DBUS", "XDG"))}

    done = subprocess.run(
        [sys.executable, "-m", "tests.loaded_program", "--data-dir", folder],
        cwd=ROOT,
        env={**inherited, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )

    assert (done.returncode, done.stderr) == (0, "")
    told = map(json.loads, done.stdout.splitlines())
    return {name: Step(set(modules), set(unasked)) for name, modules, unasked in told}


def test_the_steps_come_in_order(steps: dict[str, Step]) -> None:
    assert list(steps) == [FIRST_FRAME.name, START_PAGE.name, FLOW.name, SESSION.name]


@pytest.mark.parametrize("wave", WAVES[1:-1], ids=lambda wave: wave.name)
def test_what_is_loaded_by_then_is_what_the_waves_say(steps: dict[str, Step], wave: Wave) -> None:
    loaded, told = steps[wave.name].modules, IMPORTS.loaded_with(until(wave))
    beside = IMPORTS.loaded_with(BESIDE) if wave is SESSION else frozenset()

    assert (loaded & IMPORTS.modules) - beside == (told & IMPORTS.modules) - beside


@pytest.mark.parametrize("wave", WAVES[1:-1], ids=lambda wave: wave.name)
def test_no_library_comes_before_its_wave(steps: dict[str, Step], wave: Wave) -> None:
    libraries = set(after(wave)) - IMPORTS.modules
    beside = IMPORTS.loaded_with(BESIDE) if wave is SESSION else frozenset()

    assert libraries & steps[wave.name].modules <= beside


@pytest.mark.parametrize("wave", [FIRST_FRAME, START_PAGE], ids=lambda wave: wave.name)
def test_no_widget_is_asked_for_that_python_does_not_know(steps: dict[str, Step], wave: Wave) -> None:
    """The first question for one, as `parentWidget` or `viewport`, has PySide make the enumerations of all widgets."""
    assert steps[wave.name].unasked == set()


def test_such_a_question_would_be_noticed(steps: dict[str, Step]) -> None:
    """In a session it has been put: as the focus is followed."""
    assert {"QWizard", "QMessageBox"} <= steps[SESSION.name].unasked


# One module


def test_what_is_named_for_later_is_loaded_by_the_first_who_uses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wave_of_later.py").write_text("NUMBER = 7\n")
    monkeypatch.syspath_prepend(tmp_path)

    named = later("wave_of_later")
    assert "wave_of_later" not in sys.modules

    assert named.NUMBER == 7
    assert "wave_of_later" in sys.modules
    with pytest.raises(AttributeError, match="LETTER"):
        _ = named.LETTER


def test_a_module_that_cannot_be_loaded_takes_no_other_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wave_of_broken.py").write_text("raise RuntimeError('a library is missing')\n")
    (tmp_path / "wave_of_whole.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    load(Wave("a test", ("wave_of_broken", "wave_of_whole")))

    assert "wave_of_whole" in sys.modules
    with pytest.raises(RuntimeError, match="a library is missing"):
        _ = later("wave_of_broken").anything
