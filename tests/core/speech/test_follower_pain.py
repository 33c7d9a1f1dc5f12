"""What is heard of the rule about pain, and at a stop for pain."""

from __future__ import annotations

import pytest

from coach.core.events import Input
from coach.core.timeline import BlockKind
from coach.words import safety_messages, spoken_phrases
from tests.core.hearing import natural_ms
from tests.core.speech.at_ear import HALF, ear

# The rule about pain


def test_the_rule_is_said_once() -> None:
    listener = ear(600_000)

    assert listener.texts().count(spoken_phrases.RULE) == 1


def test_a_rule_that_was_skipped_is_said_in_the_next_work() -> None:
    listener = ear(5_000)
    listener.press(Input.SKIP_EXERCISE)
    listener.wait(30_000)

    assert listener.run.shot.block.kind is BlockKind.HOLD
    assert listener.texts().count(spoken_phrases.RULE) == 1


def test_a_rule_that_was_cut_is_said_again() -> None:
    listener = ear(10_000)
    while listener.texts()[-1] != spoken_phrases.RULE:  # whoever lay already is told it in the pelvic tilt
        assert listener.now_ms < 32_000, "half of the pelvic tilt is over"
        listener.wait(100)
    listener.press(Input.PAUSE)
    listener.press(Input.RESUME)
    at_ms = listener.now_ms
    listener.wait(300_000)

    assert listener.texts().count(spoken_phrases.RULE) == 2
    assert listener.texts(at_ms).index(spoken_phrases.RULE) < listener.texts(at_ms).index(HALF)


# Pain


@pytest.mark.parametrize("at_ms", [0, 5_000, 11_500, 54_999, 55_000, 60_000, 99_999, 103_000])
def test_a_pain_stop_cuts_everything_and_says_how_to_come_out(at_ms: int) -> None:
    listener = ear(at_ms)
    listener.stop("Stopping. Let go.")
    listener.wait(120_000)

    since = [each for each in listener.heard if each.at_ms >= at_ms]
    cut = max(place for place, each in enumerate(since) if each.hush)
    told = since[cut + 1 :]
    assert [each.text for each in told if each.text] == [
        "Stopping. Let go.",
        spoken_phrases.STOPPED,
        safety_messages.M_STOP_FIRST,
        *spoken_phrases.AFTER_STOP,
    ]
    assert [each.tone for each in told if each.tone] == ["stop"]
    assert told[0].at_ms == told[1].at_ms == at_ms


def test_after_a_pain_stop_it_is_quiet_for_ten_seconds_before_the_advice() -> None:
    listener = ear(80_000)
    listener.stop("Stopping. Let go.")
    listener.wait(120_000)

    timed = {text: at_ms for at_ms, text in listener.timed(80_000)}
    first_ends_ms = timed[safety_messages.M_STOP_FIRST] + natural_ms(safety_messages.M_STOP_FIRST)
    assert timed[spoken_phrases.AFTER_STOP[0]] == first_ends_ms + 10_000


def test_a_pain_stop_in_a_pause_says_the_same() -> None:
    listener = ear(80_000)
    listener.press(Input.PAUSE)
    listener.wait(100)
    listener.stop("Stopping. Let go.")
    listener.wait(1_000)

    assert listener.texts(80_100) == ["Stopping. Let go."]


def test_what_is_said_after_a_pain_stop_is_never_stale() -> None:
    listener = ear(80_000)
    listener.press(Input.PAIN_STOP)
    listener.narration.stop("Stopping. Let go.", listener.run.now_ms)
    listener.oversleep(1_500)

    assert listener.texts(80_000) == ["Stopping. Let go."]


def test_by_mistake_leads_to_a_pause_that_is_told() -> None:
    listener = ear(80_000)
    listener.stop("Stopping. Let go.")
    listener.wait(500)
    listener.press(Input.MISTAKE)
    listener.wait(60_000)

    assert listener.texts(80_500)[0] == spoken_phrases.PAUSED
    assert not set(listener.texts(80_500)) & {spoken_phrases.STOPPED, *spoken_phrases.AFTER_STOP}
