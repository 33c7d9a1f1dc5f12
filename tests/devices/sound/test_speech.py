"""Sentences made into files: by the real program where it is installed, and by some that misbehave."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from coach.devices import speech as speech_module
from coach.devices.speech import Speech, wav_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.sound.conftest import Clip

pytestmark = pytest.mark.usefixtures("qapp")

KEEP = """\
#!{python}
import pathlib, shutil, sys
with open({log!r}, "a", encoding="utf-8") as log:
    print(sys.argv[1:-1], ascii(sys.stdin.buffer.read().decode()), file=log)
shutil.copy({clip!r}, sys.argv[-1])
"""
HANG = "#!/bin/sh\nexec sleep 60\n"
FAIL = "#!/bin/sh\nexit 1\n"
JUNK = '#!/bin/sh\nfor last; do :; done\necho junk > "$last"\n'


def program(folder: Path, text: str) -> str:
    path = folder / "program"
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


@pytest.fixture(name="opened")
def _opened() -> Iterator[list[Speech]]:
    """Return what is closed after the test."""
    opened: list[Speech] = []
    yield opened
    for each in opened:
        each.close()


@pytest.fixture(name="kept")
def _kept(opened: list[Speech], tmp_path: Path, clip: Clip) -> Speech:
    """Return speech by a program that notes what it is asked for."""
    text = KEEP.format(python=sys.executable, log=str(tmp_path / "log"), clip=str(clip(250)))
    opened.append(Speech(program(tmp_path, text)))
    return opened[0]


def log(tmp_path: Path) -> list[str]:
    return [line.rpartition("] ")[2] for line in (tmp_path / "log").read_text("utf-8").splitlines()]


def test_texts_become_files_one_after_the_other(kept: Speech, qtbot: QtBot) -> None:
    made: list[str] = []
    kept.made.connect(made.append)
    kept.prepare(["Lift one arm.", "Breathe calmly.", "Lift one arm."])
    kept.prepare(["Now this one."], at_once=True)
    qtbot.waitUntil(lambda: len(made) == 3)

    assert made == ["Lift one arm.", "Now this one.", "Breathe calmly."]
    files = [spoken.path for text in made if (spoken := kept.find(text))]
    assert len(set(files)) == 3
    assert all(wav_ms(file) == 250 for file in files)
    kept.close()
    kept.prepare(["Too late for this."])
    assert not any(file.parent.exists() for file in files)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("-f /etc/passwd", "-f /etc/passwd"),
        ("Arme über den Kopf", "Arme über den Kopf"),
        ("two\nlines\t\x00\x1b[31m", "two lines [31m"),
        ("word " * 200, ("word " * 120)),
    ],
)
def test_a_text_goes_in_plain_and_never_as_an_argument(
    kept: Speech, tmp_path: Path, qtbot: QtBot, text: str, given: str
) -> None:
    kept.prepare([text])
    qtbot.waitUntil(lambda: kept.find(text) is not None)
    assert log(tmp_path) == [ascii(given)]


@pytest.mark.parametrize("text", [FAIL, JUNK, None])
def test_what_cannot_be_made_is_told_once(opened: list[Speech], tmp_path: Path, qtbot: QtBot, text: str | None) -> None:
    speech = Speech("no-such-program-here" if text is None else program(tmp_path, text))
    opened.append(speech)
    told: list[None] = []
    speech.missing.connect(lambda: told.append(None))
    speech.prepare(["One more time.", "And now rest."])
    qtbot.waitUntil(lambda: bool(told))
    speech.prepare(["And once again."])

    assert len(told) == 1
    assert speech.find("One more time.") is None


def test_a_program_that_hangs_is_killed(
    opened: list[Speech], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_module, "LIMIT_MS", 100)
    speech = Speech(program(tmp_path, HANG))
    opened.append(speech)
    with qtbot.waitSignal(speech.missing):
        speech.prepare(["One more time."])


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="not installed: espeak-ng")
def test_the_real_program_speaks(opened: list[Speech], qtbot: QtBot) -> None:
    speech = Speech()
    opened.append(speech)
    with qtbot.waitSignal(speech.made):
        speech.prepare(["Lift one arm, and breathe."])
    spoken = speech.find("Lift one arm, and breathe.")
    assert spoken is not None
    assert 800 < spoken.ms < 4_000


def test_what_is_to_be_said_at_once_is_made_however_much_waits(
    kept: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_module, "MOST_TEXTS", 2)
    kept.prepare(["One.", "Two.", "Three."])
    kept.prepare(["Four.", "Five."], at_once=True)  # the second finds no room
    qtbot.waitUntil(lambda: kept.find("Two.") is not None)

    assert kept.find("Four.") is not None
    assert kept.find("Five.") is not None
    assert kept.find("Three.") is None


def test_speech_works_where_its_program_is_and_did_not_fail(
    opened: list[Speech], kept: Speech, tmp_path: Path, qtbot: QtBot
) -> None:
    assert kept.works
    (tmp_path / "other").mkdir()
    for name in ("no-such-program-here", program(tmp_path / "other", FAIL)):
        opened.append(Speech(name))
        assert opened[-1].works is (name != "no-such-program-here")
        with qtbot.waitSignal(opened[-1].missing):
            opened[-1].prepare(["Lift one arm."])
        assert not opened[-1].works


def test_the_program_is_not_looked_for_anew_for_each_line_of_a_script(
    opened: list[Speech], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path, FAIL)
    opened.append(Speech(path))
    assert opened[0].works

    (tmp_path / "program").unlink()
    monkeypatch.setattr(speech_module, "LOOK_MS", 1 << 40)  # that no slow computer takes for long
    assert opened[0].works
    monkeypatch.setattr(speech_module, "LOOK_MS", 0)  # and then it is later
    assert not opened[0].works
