"""A figure file that cannot be used is told in one line that names the file, also by `coach figure FILE`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.store import figures
from tests.figure.figures import document
from tests.programs import assert_no_traceback, coach

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cases import Json, Object

NO_SCREEN = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


def inside(told: Json, *keys: str | int) -> Object:
    """Return what lies in a document under these keys."""
    for key in keys:
        assert isinstance(told, dict | list)
        told = told[key]  # type: ignore[index]  # a key for a dict, a number for a list
    assert isinstance(told, dict)
    return told


def changed(change: Callable[[Object], None]) -> bytes:
    """Return cat-cow as a file has it, after a change."""
    told = inside(document("cat-cow"))
    change(told)
    return json.dumps(told).encode()


def _wrong_joint(told: Object) -> None:
    inside(told, "poses", "cat", "root")["joint"] = "knee"


def _wrong_planted_joint(told: Object) -> None:
    told["planted"] = ["kneecap_l"]


def _wrong_limb(told: Object) -> None:
    inside(told, "poses", "cat", "arms", "l")["wrist"] = {"on": "tail", "t": 0.5}


def _not_a_number(told: Object) -> None:
    inside(told, "poses", "cat", "root")["at"] = [0.0, float("nan"), 0.0]


def _ten_thousand_poses(told: Object) -> None:
    poses = inside(told, "poses")
    poses |= {f"p{number}": {"root": None} for number in range(10_000)}


def _no_hold(told: Object) -> None:
    told["loop"] = [{"pose": "neutral", "move_s": 1, "hold_s": 1, "phase": "start"}]


def _unknown_key(told: Object) -> None:
    told["a\x1b[31m\nb"] = 1


GONE = None
"""Stands for a file that is not there."""

BAD: dict[str, tuple[bytes | None, str]] = {
    "wrong joint": (changed(_wrong_joint), "poses, cat, root, joint: "),
    "wrong planted joint": (changed(_wrong_planted_joint), "names the unknown joint kneecap_l"),
    "wrong limb": (changed(_wrong_limb), "poses, cat, arms, l, wrist, on: "),
    "NaN": (changed(_not_a_number), "poses, cat, root, at, 1: Input should be a finite number"),
    "10,000 key poses": (changed(_ten_thousand_poses), "poses"),
    "no hold": (changed(_no_hold), "no step of phase hold"),
    "unknown key with control characters": (changed(_unknown_key), "a\N{REPLACEMENT CHARACTER}[31m"),
    "not JSON": (b"{", "Invalid JSON"),
    "empty": (b"", "Invalid JSON"),
    "not an object": (b"[]", "file: "),
    "not text": (b"\xff\xfe\x00", "Invalid JSON"),
    "nested too deep": (b"[" * 100_000, "Invalid JSON"),
    "a number of 5,000 digits": (b'{"id": ' + b"1" * 5_000 + b"}", "Invalid JSON"),
    "one byte more than 1 MiB": (b" " * ((1 << 20) + 1), "file: is larger than 1 MiB"),
    "missing": (GONE, "file: cannot be read (No such file or directory)"),
}


def bad_file(folder: Path, kind: str) -> Path:
    """Write the file of that kind and return where it is."""
    file = folder / "mine.json"
    data = BAD[kind][0]
    if data is not GONE:
        file.write_bytes(data)
    return file


def assert_one_line(text: str, name: str) -> None:
    assert text.startswith(f"{name}: "), text
    assert text.isprintable(), "more than a line, or control characters"
    assert len(text) < 500
    assert "Traceback" not in text


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_figure_is_told_in_one_line_that_names_the_file(tmp_path: Path, kind: str) -> None:
    file = bad_file(tmp_path, kind)

    with pytest.raises(figures.FigureError) as caught:
        figures.read_movement(file)

    assert_one_line(str(caught.value), "mine.json")
    assert BAD[kind][1] in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None, "a traceback would show both"


def test_a_folder_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(figures.FigureError) as caught:
        figures.read_movement(tmp_path)

    assert_one_line(str(caught.value), tmp_path.name)
    assert "cannot be read" in str(caught.value)


def test_a_name_with_control_characters_is_told_without_them(tmp_path: Path) -> None:
    with pytest.raises(figures.FigureError) as caught:
        figures.read_movement(tmp_path / "a\x1b[31m\nb.json")

    assert_one_line(str(caught.value), "a\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}b.json")


def test_as_much_as_1_mib_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    data = json.dumps(document("cat-cow")).encode()
    file.write_bytes(data + b" " * ((1 << 20) - len(data)))

    assert figures.read_movement(file).id == "cat-cow"


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_body_file_is_told_in_one_line_too(tmp_path: Path, kind: str) -> None:
    file = bad_file(tmp_path, kind)

    with pytest.raises(figures.FigureError) as caught:
        figures.read_body(file)

    assert_one_line(str(caught.value), "mine.json")


# The command: the file is judged before there is a window, so no screen is needed to be told


@pytest.mark.parametrize(
    "kind", ["wrong joint", "NaN", "10,000 key poses", "no hold", "not JSON", "one byte more than 1 MiB", "missing"]
)
def test_the_command_tells_a_bad_figure_on_one_line_and_fails(tmp_path: Path, kind: str) -> None:
    done = coach("figure", bad_file(tmp_path, kind), **NO_SCREEN)

    assert (done.returncode, done.stdout) == (1, "")
    assert_no_traceback(done)
    assert_one_line(done.stderr.removesuffix("\n"), "mine.json")
    assert BAD[kind][1] in done.stderr


def test_the_command_tells_that_a_folder_is_no_figure(tmp_path: Path) -> None:
    done = coach("figure", tmp_path, **NO_SCREEN)

    assert (done.returncode, done.stdout) == (1, "")
    assert_one_line(done.stderr.removesuffix("\n"), tmp_path.name)


def test_the_command_without_a_file_is_refused() -> None:
    done = coach("figure")

    assert (done.returncode, done.stdout) == (2, "")
    assert "FILE" in done.stderr
    assert_no_traceback(done)
