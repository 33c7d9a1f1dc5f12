"""A routine file that cannot be used is told, and the built-in routine is there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener

BUILT_IN = "Lower back stretches"
CANNOT = "This routine file cannot be used. The built-in routine is here instead."
BAD = {
    "not JSON": b"{",
    "not text": b"\xff\xfe\x00",
    "empty": b"",
    "wrong values": as_bytes(document(exercise("a", rounds=0, work_s=100_000))),
    "unknown exercise": as_bytes(document(exercise("a"), order=["b"])),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_and_the_built_in_routine_can_be_started(
    open_program: Opener, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes(BAD[kind])

    stage = open_program(file)

    notice = [text for text in stage.texts(stage.start_page) if CANNOT in text]
    assert len(notice) == 1
    assert "mine.json" in notice[0]
    assert notice[0] == stage.news
    assert BUILT_IN in stage.texts(stage.start_page)
    assert stage.start_page.start.isEnabled()
    stage.press(KEY.Key_Space)
    stage.pass_check()
    assert BUILT_IN in stage.texts(stage.window.sidebar)
    assert (stage.phase(), stage.rows[0].name) == (Phase.RUNNING, "Pelvic tilt")


def test_a_missing_file_is_told(open_program: Opener, tmp_path: Path) -> None:
    stage = open_program(tmp_path / "nowhere.json")

    assert any(CANNOT in text and "nowhere.json" in text for text in stage.texts(stage.start_page))
    assert stage.start_page.start.isEnabled()


def test_many_problems_are_counted_instead_of_filling_the_page(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes(as_bytes(document(*(exercise(f"e{number}", rounds=0) for number in range(40)))))

    stage = open_program(file)

    notice = next(text for text in stage.texts(stage.start_page) if CANNOT in text)
    assert len(notice.splitlines()) <= 6
    assert "more" in notice.splitlines()[-1]


def test_a_good_file_is_used_without_a_notice(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes(as_bytes(document(exercise("sit-tall"))))

    stage = open_program(file)

    assert "Small" in stage.texts(stage.start_page)
    assert [row.name for row in stage.rows] == ["Sit-Tall"]
    assert not any(CANNOT in text for text in stage.texts())
    assert stage.start_page.start.isEnabled()


def test_the_shipped_routine_opens_without_a_notice(open_program: Opener) -> None:
    stage = open_program()

    assert BUILT_IN in stage.texts(stage.start_page)
    assert not any("cannot be used" in text for text in stage.texts())
