"""A page that fails takes neither the stop nor what is said of it along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from coach.core.events import Phase
from coach.session.failsafe import do_all
from coach.words import safety_messages
from tests.ui.recorded_voice import RecordedVoice, listen
from tests.ui.stage import CTRL, KEY, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

RELEASE = "Stopping. Let go. Put your foot down."


def fail(*_arguments: object, **_more: object) -> NoReturn:
    """Stand in for what a page does and fail."""
    message = "this page cannot be drawn"
    raise RuntimeError(message)


@pytest.fixture(name="voice")
def _voice(stage: Stage) -> RecordedVoice:
    voice = listen(stage)
    stage.start()
    voice.flow(71_000)
    return voice


@pytest.fixture(name="failures")
def _failures(qtbot: QtBot) -> Iterator[Sequence[object]]:
    """Collect what slots raise: a test must have made it happen."""
    with qtbot.captureExceptions() as raised:
        yield raised
    assert raised


@pytest.mark.parametrize("part", ["stopped.show_stop", "window.show_cover", "stopped.settle", "announcer.say"])
def test_a_stop_is_said_and_shown_where_a_page_fails(
    stage: Stage, voice: RecordedVoice, failures: Sequence[object], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    owner = {
        "stopped": stage.stopped_page,
        "window": stage.window,
        "announcer": stage.announcer,
    }[part.partition(".")[0]]
    with monkeypatch.context() as failing:
        name = part.partition(".")[2]
        failing.setattr(type(owner), name, _fail_once(getattr(type(owner), name)))
        before = len(voice.heard)
        stage.press(KEY.Key_Escape)

    assert failures
    assert stage.phase() is Phase.STOPPED_FOR_PAIN
    assert [what for _ms, what in voice.heard[before:]][-2:] == ["[stop]", RELEASE]
    shown = " ".join(stage.texts()).replace("\n", " ")
    assert safety_messages.M_STOP_TITLE in shown
    assert "Let go. Put your foot down." in shown
    assert stage.page() is not stage.session_page


@pytest.mark.parametrize("part", ["show_stop", "settle"])
@pytest.mark.usefixtures("voice")
def test_nothing_covers_the_words_of_a_stop_whose_page_fails(
    stage: Stage, failures: Sequence[object], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    owner = type(stage.stopped_page)
    with monkeypatch.context() as failing:
        failing.setattr(owner, part, _fail_once(getattr(owner, part)))
        stage.press(KEY.Key_Escape)
    assert failures

    for action in ("keys", "floor", "settings"):
        stage.trigger(action)
        assert safety_messages.M_STOP_TITLE in " ".join(stage.texts()).replace("\n", " ")


def _fail_once(method: Callable[..., object]) -> Callable[..., object]:
    """Return what fails the first time and does what it should afterwards."""
    calls: list[int] = []

    def replaced(*arguments: object, **more: object) -> object:
        calls.append(1)
        return fail() if len(calls) == 1 else method(*arguments, **more)

    return replaced


def test_a_stop_is_said_where_the_record_fails(
    stage: Stage, voice: RecordedVoice, failures: Sequence[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.recorder, "take", fail)
    before = len(voice.heard)
    stage.press(KEY.Key_S)

    assert failures
    assert stage.is_stopped
    assert voice.texts(before) == [RELEASE]


def test_a_session_page_that_fails_leaves_the_stop_and_the_record(
    stage: Stage, voice: RecordedVoice, failures: Sequence[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    marked: list[object] = []
    monkeypatch.setattr(stage.session_page, "draw", fail)
    monkeypatch.setattr(stage.recorder, "mark", marked.append)
    voice.flow(2_000)
    assert failures
    assert marked

    before = len(voice.heard)
    stage.press(KEY.Key_Period)
    assert stage.is_stopped
    assert voice.texts(before) == [RELEASE]


def test_an_end_of_a_session_is_kept_where_its_page_fails(
    stage: Stage, voice: RecordedVoice, failures: Sequence[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.closing_page, "show_result", fail)
    voice.flow(100)
    stage.press(KEY.Key_E, CTRL)

    assert failures
    assert stage.phase() is Phase.ENDED
    assert not stage.session_page.bar.isVisible()


def test_every_step_is_done_and_what_failed_is_raised_once() -> None:
    done: list[str] = []

    with pytest.raises(ExceptionGroup) as raised:
        do_all(lambda: done.append("a"), fail, lambda: done.append("b"), fail)

    assert done == ["a", "b"]
    assert [str(each) for each in raised.value.exceptions] == ["this page cannot be drawn"] * 2
