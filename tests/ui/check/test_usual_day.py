"""A usual day: both questions on one page, two presses in any order, and no way past what else is to be asked."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.core.safety import Answers, Known, Question, next_question, outcome, questions
from coach.core.safety_rules import Verdict
from coach.core.usual_day import given_together, is_usual_day, waits_for_the_other
from coach.ui.kit.button_looks import Look
from coach.words import safety_messages
from tests.ui.pages import settle
from tests.ui.stage import KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.pain_scale import PainScale
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.every_case

USUAL = Known(days_since=1, asks_after_last=True)
NONE, HURT, SIGN = "None of these", "It hurt more after last time", "One or more warning signs"


def begin(stage: Stage, known: Known = USUAL) -> None:
    if not stage.check_page.isVisible():
        stage.click(stage.start_page.start)
        stage.wait_for_check()
    stage.check.begin(known)
    wait_ms(1)


def scale(stage: Stage) -> PainScale:
    shown = stage.check_page.scale
    assert shown is not None
    return shown


def choose(stage: Stage, number: int) -> None:
    stage.click(scale(stage).numbers[number])
    wait_ms(1)


def button(stage: Stage, words: str) -> KeyButton:
    return next(each for each in stage.check_page.buttons if each.text() == words)


def press(stage: Stage, words: str) -> None:
    stage.click(button(stage, words))
    wait_ms(1)


@pytest.mark.parametrize("first", ["words", "number"])
def test_two_presses_in_any_order_begin(stage: Stage, first: str) -> None:
    begin(stage)
    assert {safety_messages.ASK_PAIN, "Since last time", safety_messages.M_RULE} <= set(stage.texts(stage.window))
    if first == "words":
        press(stage, NONE)
        assert button(stage, NONE).look is Look.CHOSEN
    else:
        choose(stage, 2)
        assert scale(stage).value == 2
    assert stage.phase() is Phase.READY
    assert stage.news == "Now the other question."

    choose(stage, 2) if first == "words" else press(stage, NONE)

    assert stage.phase() is Phase.RUNNING
    assert stage.check.answers == Answers(after_last=False, signs=False, pain=2)


def test_a_number_can_be_changed_until_the_words_are_given(stage: Stage) -> None:
    begin(stage)
    for number in (6, 1):
        choose(stage, number)
    assert [each.text() for each in scale(stage).numbers if each.isChecked()] == ["1"]

    press(stage, NONE)

    assert (stage.phase(), stage.check.answers.pain) == (Phase.RUNNING, 1)


def test_the_arrow_keys_move_only_the_focus(stage: Stage) -> None:
    begin(stage)
    press(stage, NONE)
    scale(stage).numbers[0].setFocus()

    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_End, KEY.Key_Home):
        stage.press(key)
    assert (scale(stage).value, stage.phase()) == (None, Phase.READY)
    stage.press(KEY.Key_Return)

    assert stage.check.answers.pain == 0
    assert stage.phase() is Phase.RUNNING


@pytest.mark.parametrize("given", [False, True])
@pytest.mark.parametrize("how", ["number", "button"])
def test_severe_closes_at_once_whatever_else_is_said(stage: Stage, how: str, *, given: bool) -> None:
    begin(stage)
    if given:
        press(stage, NONE)

    choose(stage, 8) if how == "number" else press(stage, "It is severe")

    assert safety_messages.M_SEVERE_TITLE in stage.texts(stage.check_page)
    assert stage.check_page.buttons == []
    assert stage.phase() is Phase.READY


@pytest.mark.parametrize("before", ["nothing", "none", "number"])
def test_more_pain_and_a_warning_sign_lead_to_their_questions_whatever_was_said_before(
    stage: Stage, before: str
) -> None:
    for words in (HURT, SIGN):
        begin(stage)
        if before == "none":
            press(stage, NONE)
        elif before == "number":
            choose(stage, 2)

        press(stage, words)

        if words is HURT:
            assert stage.check.question is Question.SIGNS
            assert stage.check.answers.signs is None
            assert set(safety_messages.EMERGENCY_SIGNS) <= set(stage.texts(stage.check_page))
        else:
            assert stage.check.question is Question.URGENT
            press(stage, "Yes, or I am not sure")
            assert safety_messages.M_FLAG in stage.texts(stage.check_page)
        assert stage.phase() is Phase.READY


def test_changed_health_brings_the_ask_first_list_and_back_begins_anew(stage: Stage) -> None:
    begin(stage)
    press(stage, NONE)
    link = next(each for each in stage.check_page.findChildren(type(button(stage, NONE))) if "changed" in each.text())
    stage.click(link)
    wait_ms(1)
    assert stage.check.question is Question.ASK_FIRST

    stage.press(KEY.Key_Escape)

    assert button(stage, NONE).look is Look.ANSWER
    assert (scale(stage).value, stage.check.answers) == (None, Answers())


def test_moderate_goes_gently(stage: Stage) -> None:
    begin(stage)
    choose(stage, 5)
    press(stage, NONE)

    assert safety_messages.M_GENTLE in stage.texts(stage.check_page)
    assert stage.phase() is Phase.READY


@pytest.mark.parametrize(
    "known",
    [
        Known(),
        Known(days_since=20, asks_after_last=True),
        Known(days_since=1, hurt_in_a_row=1, asks_after_last=True),
        Known(days_since=1, days_cleared=28, asks_after_last=True),
    ],
    ids=["first use", "long ago", "it hurt", "cleared long ago"],
)
def test_on_no_other_day_both_stand_on_one_page(stage: Stage, known: Known) -> None:
    begin(stage, known)

    assert stage.check_page.scale is None
    assert not is_usual_day(known)


def test_together_they_lead_where_one_after_the_other_leads() -> None:
    """Only a “none” or a number up to moderate waits for the other answer; all else leads on, or closes, at once."""
    none: dict[str, object] = {"signs": False, "after_last": False}
    words: list[dict[str, object]] = [none, {"after_last": True}, {"signs": True}]
    low: list[dict[str, object]] = [{"pain": number} for number in range(7)]
    high: list[dict[str, object]] = [{"severe": True}]
    high += [{"pain": number} for number in range(7, 11)]
    waiting = [each for each in (*words, *low, *high) if waits_for_the_other(USUAL, given_together(Answers(), each))]
    assert waiting == [none, *low]
    assert tuple(questions(USUAL, Answers())) == (Question.SINCE, Question.PAIN)

    for word, pain in product(words, (*low, *high)):
        both = [
            given_together(given_together(Answers(), first), second)
            for first, second in ((word, pain), (pain, word))
            if first in waiting
        ]
        assert len(set(both)) <= 1, "the order tells nothing"
        for given in both:
            starts = next_question(USUAL, given) is None and outcome(USUAL, given).starts
            assert starts is (word is none and pain in low)
            gently = pain in low[4:]
            assert not starts or outcome(USUAL, given) is (Verdict.START_GENTLY if gently else Verdict.START)


@pytest.mark.parametrize("text_scale", [1, 1.5, 2])
def test_the_chosen_answer_says_all_its_words_and_moves_nothing(open_program: Opener, text_scale: float) -> None:
    stage = open_program(text_scale=text_scale, size=(1366, 768))
    begin(stage)
    settle()
    none = button(stage, NONE)
    places = [each.geometry() for each in stage.check_page.buttons]

    press(stage, NONE)
    settle()

    assert none.look is Look.CHOSEN
    sign, text, key = none._widths(with_key=True)
    assert sign
    assert sign + text + key <= none.width() - 2 * none.inset, "the words beside the tick are cut"
    assert [each.geometry() for each in stage.check_page.buttons] == places
