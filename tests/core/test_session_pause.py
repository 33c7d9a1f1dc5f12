"""Pauses, lead-ins, added time and waiting: not a millisecond of a hold is lost."""

from __future__ import annotations

from coach.core.events import Input, Paused, Phase, Resumed, TimeAdded
from coach.core.pacing import Preset
from coach.core.session import LEAD_IN_MS
from coach.core.timeline import CueKind
from tests.runs import cues, dated, started

# The blocks of `two_sided` end at: 0 get-ready 10 s, 1 reps 55, 2 move 70, 3 right 100, 4 change 108, 5 left 138,
# 6 move 168, 7 flow 198.


# Pause and resume


def test_a_pause_loses_no_millisecond() -> None:
    run = started(80_003)
    run.press(Input.PAUSE)

    assert run.wait(3_600_000) == ()
    assert run.session.deadline() is None
    shot = run.shot
    assert (shot.phase, shot.spent_ms, shot.left_ms, shot.runs) == (Phase.PAUSED, 10_003, 19_997, False)
    assert shot.elapsed_ms == 80_003


def test_a_resume_at_work_leads_in_and_takes_nothing_from_the_hold() -> None:
    run = started(80_003)
    run.press(Input.PAUSE)
    run.wait(60_000)

    assert run.press(Input.RESUME) == (Resumed(run.now_ms, LEAD_IN_MS),)
    assert (run.shot.lead_in_ms, run.shot.spent_ms, run.shot.runs) == (LEAD_IN_MS, 10_003, True)
    assert run.session.deadline() == run.now_ms + LEAD_IN_MS
    assert run.wait(LEAD_IN_MS - 1) == ()
    assert (run.shot.lead_in_ms, run.shot.spent_ms) == (1, 10_003)
    assert dated(run.wait(1)) == [("lead-in-ended", 145_003)]
    assert (run.shot.lead_in_ms, run.shot.spent_ms) == (0, 10_003)
    # what was left when it stopped is what is left now: 19,997 ms, with half-way after 4,997 of them
    rest = run.wait(19_997)
    assert dated(rest)[-2:] == [("block-ended", 165_000), ("block-started", 165_000)]
    assert cues(rest) == [(CueKind.HALF_WAY, 150_000), (CueKind.LAST_FIVE, 160_000)]


def test_a_resume_in_a_gap_has_no_lead_in_and_begins_the_gap_anew() -> None:
    run = started(102_500)
    run.press(Input.PAUSE)
    run.wait(10_000)

    assert run.press(Input.RESUME) == (Resumed(run.now_ms, 0),)
    assert (run.shot.lead_in_ms, run.shot.left_ms) == (0, 8_000)
    assert run.session.deadline() == run.now_ms + 8_000


def test_a_pause_during_the_lead_in_keeps_the_hold_and_leads_in_anew() -> None:
    run = started(80_000)
    run.press(Input.PAUSE)
    run.press(Input.RESUME)
    run.wait(2_000)

    assert run.press(Input.PAUSE) == (Paused(run.now_ms),)
    assert (run.shot.lead_in_ms, run.shot.spent_ms) == (0, 10_000)
    run.wait(5_000)
    run.press(Input.RESUME)
    assert (run.shot.lead_in_ms, run.shot.spent_ms) == (LEAD_IN_MS, 10_000)


def test_many_short_pauses_add_up_to_the_whole_hold() -> None:
    run = started(70_000)
    for _time in range(29):
        run.wait(1_000)
        run.press(Input.PAUSE)
        run.wait(777)
        run.press(Input.RESUME)
        run.wait(LEAD_IN_MS)

    assert (run.shot.index, run.shot.spent_ms) == (3, 29_000)
    assert dated(run.wait(999)) == []
    assert [name for name, _at in dated(run.wait(1))] == ["block-ended", "block-started"]


def test_a_cue_is_told_once_even_if_the_pause_comes_at_its_instant() -> None:
    run = started(85_000)
    run.press(Input.PAUSE)
    run.press(Input.RESUME)
    run.wait(20_000)

    told = cues(tuple(run.happened))

    assert [kind for kind, at_ms in told if at_ms >= 70_000] == [CueKind.HALF_WAY, CueKind.LAST_FIVE]


# More time


def test_more_time_moves_the_end_and_last_five_but_not_half_way() -> None:
    run = started(80_000)

    assert run.press(Input.ADD_TIME) == (TimeAdded(run.now_ms, 15_000),)
    assert (run.shot.duration_ms, run.shot.left_ms, run.shot.rest_ms) == (45_000, 35_000, 133_000)
    events = run.wait(35_000)
    assert cues(events) == [(CueKind.HALF_WAY, 85_000), (CueKind.LAST_FIVE, 110_000)]
    assert dated(events)[-2:] == [("block-ended", 115_000), ("block-started", 115_000)]


def test_more_time_twice_after_last_five_tells_it_again_before_the_new_end() -> None:
    run = started(96_000)
    run.press(Input.ADD_TIME)
    run.press(Input.ADD_TIME)

    events = run.wait(34_000)

    assert cues(events) == [(CueKind.LAST_FIVE, 125_000)]
    assert dated(events)[-1] == ("block-started", 130_000)


def test_more_time_belongs_to_one_block_only() -> None:
    run = started(80_000)
    run.press(Input.ADD_TIME)
    run.wait(35_000 + 8_000)

    assert (run.shot.index, run.shot.duration_ms) == (5, 30_000)


def test_more_time_while_paused_waits_for_the_resume() -> None:
    run = started(80_000)
    run.press(Input.PAUSE)
    run.press(Input.ADD_TIME)

    assert (run.shot.phase, run.shot.left_ms, run.session.deadline()) == (Phase.PAUSED, 35_000, None)


# Wait for me


def test_a_waiting_gap_lasts_until_the_person_is_ready() -> None:
    run = started(preset=Preset.WAIT_FOR_ME)

    assert (run.shot.waiting, run.shot.runs, run.session.deadline()) == (True, False, None)
    assert run.wait(3_600_000) == ()
    assert dated(run.press(Input.CONFIRM)) == [("block-ended", 3_600_000), ("block-started", 3_600_000)]
    assert (run.shot.index, run.shot.lead_in_ms, run.shot.spent_ms) == (1, 3_000, 0)
    assert run.shot.elapsed_ms == 0


def test_work_still_ends_by_itself_and_waits_again() -> None:
    run = started(preset=Preset.WAIT_FOR_ME)
    run.press(Input.CONFIRM)

    events = run.wait(3_600_000)

    assert dated(events)[-2:] == [("block-ended", 48_000), ("block-started", 48_000)]
    assert (run.shot.index, run.shot.waiting) == (2, True)


def test_a_pause_while_waiting_waits_on_after_the_resume() -> None:
    run = started(preset=Preset.WAIT_FOR_ME)
    run.press(Input.PAUSE)
    run.wait(10_000)

    assert run.press(Input.RESUME) == (Resumed(run.now_ms, 0),)
    assert (run.shot.index, run.shot.waiting) == (0, True)
