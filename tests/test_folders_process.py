"""The real program with a folder or with files that cannot be used: a window, a sentence, and Start."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, links and rights as on Linux")

DEADLINE_S = 60
UNKEPT = "Your record cannot be written here."
UNREAD = "Your settings could not be read."


def without_rights(folder: Path) -> Path:
    folder.mkdir(mode=0)
    return folder


def settings_without_rights(folder: Path) -> Path:
    folder.mkdir()
    (folder / "settings.json").touch(mode=0)
    return folder


def loop(folder: Path) -> Path:
    folder.symlink_to(folder)
    return folder


def loop_of_settings(folder: Path) -> Path:
    folder.mkdir()
    (folder / "settings.json").symlink_to("settings.json")
    return folder


def name_too_long(folder: Path) -> Path:
    return folder / ("x" * 300)


def path_too_long(folder: Path) -> Path:
    return folder.joinpath(*["deep"] * 1_500)


def a_file(folder: Path) -> Path:
    folder.touch()
    return folder


def pipe(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        folder.mkdir()
        os.mkfifo(folder / name)
        return folder

    make.__name__ = f"pipe {name}"
    return make


def folder_of_settings(folder: Path) -> Path:
    (folder / "settings.json").mkdir(parents=True)
    return folder


CASES = [
    (without_rights, UNKEPT),
    (settings_without_rights, UNREAD),
    (loop, UNKEPT),
    (loop_of_settings, UNREAD),
    (name_too_long, UNKEPT),
    (path_too_long, UNKEPT),
    (a_file, UNKEPT),
    (pipe("settings.json"), UNREAD),
    (pipe("settings.json.new"), ""),
    (pipe("window.json"), ""),
    (pipe("window.json.new"), ""),
    (pipe("coach.lock"), ""),
    (folder_of_settings, UNREAD),
]


@pytest.mark.parametrize(("make", "told"), CASES, ids=[make.__name__ for make, _told in CASES])
def test_there_is_a_window_a_sentence_and_start(tmp_path: Path, make: Callable[[Path], Path], told: str) -> None:
    folder = make(tmp_path / "data")
    command: list[str | Path] = [sys.executable, "-m", "tests.told_program", "--data-dir", folder]
    if os.getuid() == 0:  # who may do everything has no rights to miss
        if (setpriv := shutil.which("setpriv")) is None:
            pytest.skip("needs setpriv")
        command = [setpriv, "--bounding-set=-dac_override,-dac_read_search", *command]

    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "AWAITED_WORDS": told},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )

    assert (done.returncode, done.stderr) == (0, "")
    page, words = json.loads(done.stdout)
    assert page == "CheckPage"
    assert told in "\n".join(words)
