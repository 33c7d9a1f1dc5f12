"""A routine with a plan: the person chooses the week, coach keeps it and never moves on by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.ui.kit.menu import Menu
from tests.prescriptions import prescriptions
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    file = tmp_path / "weeks.json"
    file.write_text(json.dumps(next(told for name, told in prescriptions().items() if "three days" in name)), "utf-8")
    return file


def doses(stage: Stage) -> list[str]:
    strip = stage.start_page.parts.strip
    assert strip is not None
    return [tile.accessibleName() for tile in strip.tiles]


def test_a_week_is_chosen_by_keys_and_kept(open_program: Opener, file: Path) -> None:
    stage = open_program(routine_file=file)
    week = stage.start_page.words.week
    assert week.text() == "Week 1"
    assert "10 × 5 s" in doses(stage)[0]
    assert "3 days a week" in stage.texts(stage.start_page)

    week.setFocus()
    stage.press(KEY.Key_Space)
    menu = week.findChild(Menu)
    assert menu is not None
    assert [row.text() for row in menu.actions()] == ["Week 1", "Week 2"]
    menu.actions()[1].trigger()
    menu.close()

    assert week.text() == "Week 2"
    assert "10 × 10 s" in doses(stage)[0]
    assert stage.program.preferences.now.weeks == (("small", 1),)
    stage.start()
    assert stage.shot.following is not None
    assert stage.shot.following.duration_ms == 10_000


def test_without_a_plan_there_is_no_week(open_program: Opener) -> None:
    words = open_program().start_page.words

    assert words.week.isHidden()


def test_of_more_weeks_than_are_kept_the_newest_stay(open_program: Opener, file: Path) -> None:
    stage = open_program(routine_file=file)
    starting = stage.flow.starting
    starting.selection.weeks = {f"old-{number}": 1 for number in range(200)}
    starting.choose_week(1)

    kept = stage.program.preferences.now.weeks
    assert (len(kept), kept[-1]) == (200, ("small", 1))
