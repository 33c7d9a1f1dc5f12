"""Whatever the person does, what is heard holds together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.core.events import Input
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from tests.core.hearing import Ear, natural_ms
from tests.core.speech.at_ear import ear

# Whatever the person does


PRESSES = st.sampled_from(
    [Input.PAUSE, Input.RESUME, Input.SKIP, Input.SKIP_EXERCISE, Input.BACK, Input.ADD_TIME, Input.CONFIRM, None, None]
)
STEPS = st.lists(st.tuples(PRESSES, st.integers(0, 40_000), st.booleans()), max_size=25)


@settings(max_examples=60, deadline=None)
@example(
    steps=[
        (Input.SKIP_EXERCISE, 0, False),
        (Input.SKIP_EXERCISE, 0, False),
        (Input.SKIP, 0, False),
        (Input.BACK, 2_550, True),
    ],
    preset=Preset.QUICK,
)
@given(steps=STEPS, preset=st.sampled_from(list(Preset)))
def test_nothing_runs_into_another_line_unless_the_person_cut_it(
    steps: list[tuple[Input | None, int, bool]], preset: Preset
) -> None:
    listener = Ear(preset=preset).start()
    cuts = [0]
    for wanted, time_ms, on_time in steps:
        if wanted is not None:
            try:
                listener.press(wanted)
            except NotAllowed:
                continue
            cuts.append(listener.now_ms)
        if on_time:
            listener.wait(time_ms)
        else:
            listener.oversleep(min(time_ms, 5_000))
    for (at_ms, text), (next_ms, following) in pairwise(listener.timed()):
        was_cut = any(at_ms <= cut <= next_ms for cut in cuts)
        assert was_cut or at_ms + natural_ms(text) <= next_ms + 400, f"“{text}” runs into “{following}”"


@pytest.mark.parametrize("at_ms", [12_000, 20_000, 64_000, 74_000, 78_000, 86_000, 103_500, 160_000, 300_000])
def test_after_it_was_said_again_all_goes_on_as_planned(at_ms: int) -> None:
    listener, other = ear(at_ms), ear(at_ms)
    again = listener.script.wheres[listener.run.shot.index]
    free_ms = at_ms + sum(natural_ms(text) + 250 for text in again)
    listener.again()
    for each in (listener, other):
        each.wait(40_000)

    later = [pair for pair in other.timed(at_ms) if pair[0] >= free_ms]
    assert later
    assert listener.timed(at_ms)[-len(later) :] == later
