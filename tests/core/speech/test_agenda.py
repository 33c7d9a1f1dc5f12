"""The agenda: in order, in time, and nothing that is said over something else."""

from __future__ import annotations

import pytest

from coach.core.speech.agenda import Agenda
from coach.core.speech.vocabulary import PAUSE_MS, Prompt, PromptKind, Tone

LENGTH_MS = 2_000
HALF = Prompt(PromptKind.HALF, 0, 300, tone=Tone.HALF)


def line(text: str) -> Prompt:
    return Prompt(PromptKind.STEP, 0, LENGTH_MS, text)


def agenda(*, speaks: bool = True) -> Agenda:
    return Agenda(lambda _text: LENGTH_MS, speaks=speaks)


def heard(plan: Agenda, until_ms: int) -> list[tuple[int, str | None]]:
    """Return what is heard by somebody who looks whenever something is due."""
    told: list[tuple[int, str | None]] = []
    while (due_ms := plan.deadline()) is not None and due_ms <= until_ms:
        told += [(due.at_ms, due.prompt.text) for due in plan.advance(due_ms)]
    return told


def test_all_is_heard_in_the_order_of_time() -> None:
    plan = agenda()
    for at_ms in (9_000, 3_000, 6_000):
        plan.add(at_ms, line(f"At {at_ms}."))

    assert heard(plan, 60_000) == [(at_ms, f"At {at_ms}.") for at_ms in (3_000, 6_000, 9_000)]
    assert plan.deadline() is None


@pytest.mark.parametrize(("late_ms", "is_heard"), [(0, True), (400, True), (401, False)])
def test_what_is_late_is_left_out(late_ms: int, *, is_heard: bool) -> None:
    plan = agenda()
    plan.add(1_000, line("Breathe."))
    plan.add(1_000, line("Stop."), never_stale=True)

    texts = [due.prompt.text for due in plan.advance(1_000 + late_ms)]

    assert texts == ["Stop."]
    plan.add(9_000, line("Breathe."))
    assert bool(plan.advance(9_000 + late_ms)) is is_heard


def test_the_newest_sentence_takes_the_place_of_the_one_before_but_not_of_a_tone() -> None:
    plan = agenda()
    plan.add(1_000, line("Old."))
    plan.add(1_100, HALF)
    plan.add(1_200, line("New."))

    assert [due.prompt for due in plan.advance(1_300)] == [HALF, line("New.")]


def test_what_is_said_in_between_leaves_the_rest_its_order_and_its_time() -> None:
    plan = agenda()
    plan.add(20_000, HALF)
    plan.add(1_000, line("Too soon."))
    plan.add(12_000, line("Later."))

    plan.insert(0, ["Hold.", "Right side."])

    assert heard(plan, 60_000) == [(0, "Hold."), (LENGTH_MS + 250, "Right side."), (12_000, "Later."), (20_000, None)]
    assert PAUSE_MS == 250


def test_without_words_there_are_tones_and_a_stop() -> None:
    plan = agenda(speaks=False)
    plan.add(1_000, line("Breathe."))
    plan.add(2_000, HALF)
    plan.chain(3_000, ["Stop."], never_stale=True)

    assert heard(plan, 60_000) == [(2_000, None), (3_000, "Stop.")]


def test_what_hangs_on_a_block_goes_with_it_and_a_stop_is_never_dropped() -> None:
    plan = agenda()
    plan.add(1_000, line("Hangs."), hangs=True)
    plan.add(2_000, line("Does not."))
    plan.add(3_000, line("Stop."), never_stale=True)

    plan.unhang()
    assert (plan.deadline(), plan.ends_ms, plan.said_ms) == (2_000, 5_000, 5_000)
    plan.drop()
    assert plan.deadline() == 3_000
    plan.clear()
    assert (plan.deadline(), plan.ends_ms, plan.said_ms) == (None, 0, 0)
