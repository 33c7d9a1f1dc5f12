"""Counted work as a session really goes, and a session whose own words can be said no more, or again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input
from coach.core.session import LEAD_IN_MS
from coach.core.speech.compiler import compile_script
from tests.cases import exercise, routine
from tests.core.hearing import Ear, natural_ms

if TYPE_CHECKING:
    from coach.core.routine import Routine
    from tests.cases import Json

OWN = ("Half-way. Chin in.", "Rest.", "Hold.", "Stopping. Rest.")
WHEN_DONE = "Press space or play when you are done."


def counted(**more: Json) -> Routine:
    told = {key: value for key, value in exercise("lift", kind="counted").items() if key != "work_s"}
    return routine({**told, "reps": 3, "rep_s": 2, **more})


def test_in_counted_work_each_line_is_heard_once_at_its_time_however_long_it_takes() -> None:
    ear = Ear(routine=counted(count_aloud=True)).start()
    ear.wait(60_000)
    asked_ms = 10_350 + 4_000 + natural_ms("Three.") + 250

    assert ear.timed(since_ms=10_000) == [
        (10_350, "One."),
        (12_350, "Two."),
        (14_350, "Three."),
        (asked_ms, WHEN_DONE),
    ]


def test_counted_work_is_gone_on_with_after_a_pause_where_it_was() -> None:
    ear = Ear(routine=counted(count_aloud=True)).start()
    ear.wait(11_500)
    ear.press(Input.PAUSE)
    ear.wait(20_000)
    ear.press(Input.RESUME)
    ear.wait(30_000)

    two_ms = 11_500 + 20_000 + LEAD_IN_MS + 850
    asked_ms = two_ms + 2_000 + natural_ms("Three.") + 250
    assert ear.timed(since_ms=36_500) == [(two_ms, "Two."), (two_ms + 2_000, "Three."), (asked_ms, WHEN_DONE)]


@pytest.mark.parametrize("refused", [(), OWN])
def test_once_own_words_can_be_said_no_more_others_are_heard_from_then_on(refused: tuple[str, ...]) -> None:
    told = exercise("lean", rounds=2)
    told["say"] |= {"half": OWN[0]}  # type: ignore[operator]
    of = routine(told)
    ear = Ear(routine=of).start()
    ear.wait(12_000)
    blocks = ear.script.timeline
    ear.narration.use(compile_script(of, blocks, natural_ms, grows=False, can_say=lambda line: line not in refused))
    ear.wait(150_000)

    half = [line for line in ear.texts(since_ms=12_000) if line.startswith("Half-way")]
    assert half == ["Half-way." if refused else OWN[0]] * 2
    for began_ms in (12_000, 78_000):  # in the work, and as all is done
        heard = ear.texts(since_ms=began_ms)
        assert ("Rest." in heard, "Come out slowly. Rest." in heard) == (not refused, bool(refused))
