"""Whatever the person does is answered within 150 ms, by its tone or in words, wherever the body is."""

from __future__ import annotations

import pytest

from coach.core.events import Input
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from coach.core.speech.situation import AS_WRITTEN
from coach.words import spoken_phrases
from tests.core.hearing import Ear

SOON_MS = 150

PLACES = [0, 3_000, 8_500, 20_000, 57_000, 63_000, 69_000, 72_000, 84_000, 97_000, 103_000, 400_000, 700_000, 980_000]
TONES = {
    Input.PAUSE: "pause",
    Input.RESUME: "go-on",
    Input.SKIP: "skip",
    Input.SKIP_EXERCISE: "skip",
    Input.BACK: "back",
    Input.JUMP: "skip",
    Input.END: "end-exercise",
    Input.CONFIRM: "ready",
}


def answered(listener: Ear, wanted: Input) -> list[str]:
    """Return what is heard within 150 ms of this input, tones in brackets."""
    at_ms, before = listener.now_ms, len(listener.heard)
    listener.press(wanted, 3 if wanted is Input.JUMP else None)
    listener.wait(SOON_MS)
    since = [each for each in listener.heard[before:] if not each.hush]
    assert all(at_ms <= each.at_ms <= at_ms + SOON_MS for each in since)
    return [each.text or f"[{each.tone}]" for each in since]


@pytest.mark.parametrize("preset", [Preset.DEFAULT, Preset.WAIT_FOR_ME])
@pytest.mark.parametrize("wanted", [*TONES, Input.ADD_TIME], ids=lambda wanted: wanted.name)
def test_each_input_is_answered_at_once_in_every_place(wanted: Input, preset: Preset) -> None:
    answers = 0
    for at_ms in PLACES:
        listener = Ear(preset=preset).start()
        listener.wait(at_ms)
        if wanted is Input.RESUME:
            listener.press(Input.PAUSE)
            listener.wait(5_000)
        try:
            heard = answered(listener, wanted)
        except NotAllowed:
            continue
        answers += 1
        assert heard[0] == (spoken_phrases.MORE_TIME if wanted is Input.ADD_TIME else f"[{TONES[wanted]}]"), at_ms
    assert answers or (preset is Preset.DEFAULT and wanted is Input.CONFIRM)


@pytest.mark.parametrize("wanted", [Input.SKIP, Input.SKIP_EXERCISE, Input.BACK, Input.JUMP, Input.END])
def test_an_input_in_a_pause_is_answered_at_once_too(wanted: Input) -> None:
    for at_ms in PLACES:
        listener = Ear().start()
        listener.wait(at_ms)
        listener.press(Input.PAUSE)
        listener.wait(5_000)

        assert answered(listener, wanted)[0] == f"[{TONES[wanted]}]"


def test_a_pause_in_the_pelvic_tilt_says_no_release() -> None:
    listener = Ear().start()
    listener.wait(30_000)
    listener.press(Input.PAUSE)
    listener.wait(5_000)

    assert listener.texts(30_000) == [spoken_phrases.PAUSED]


@pytest.mark.parametrize(
    ("at_ms", "told"),
    [
        (62_000, [spoken_phrases.PAUSED]),
        (64_000, ["Let go slowly. Foot down.", spoken_phrases.PAUSED]),  # “Lift your right knee” was begun
    ],
)
def test_a_pause_says_a_release_only_where_the_body_left_the_base_position(at_ms: int, told: list[str]) -> None:
    listener = Ear().start()
    listener.wait(at_ms)
    listener.press(Input.PAUSE)
    listener.wait(6_000)

    assert listener.texts(at_ms) == told


def test_whoever_goes_on_hears_the_core_start_end_at_the_go_in_every_block() -> None:
    blocks = [index for index, block in enumerate(Ear().script.timeline.blocks) if block.kind.is_work]
    for index in blocks:
        listener = Ear().start()
        while listener.run.shot.index < index:
            listener.press(Input.SKIP)
        listener.wait(5_000)
        listener.press(Input.PAUSE)
        listener.wait(10_000)
        at_ms = listener.now_ms
        listener.press(Input.RESUME)
        listener.wait(listener.run.shot.lead_in_ms - 1)

        told = listener.texts(at_ms)
        assert told[0] == spoken_phrases.GOING_ON
        assert told[1] in listener.script.starts(index, AS_WRITTEN)
        assert len(told) == 2
