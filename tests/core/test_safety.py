"""The check before a session: its table row by row, what is asked in which order, and how one starts again."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import pytest

from coach.core.safety import (
    Answers,
    Known,
    Pain,
    Question,
    Settled,
    hurt_in_a_row,
    next_question,
    outcome,
    pain_word,
    restart_choices,
    shows_full_list,
)
from coach.core.safety_rules import Restart, Verdict
from tests.core.answered import FINE, FIRST, HURT, NEW, TWICE, USUAL, walk

# The table: sections 2.5 and 8 of the safety sheet


@dataclass(frozen=True)
class Row:
    """What is known, what was said, and what it must lead to."""

    name: str
    known: Known
    answers: Answers
    outcome: Verdict


def again(settled: Settled, restart: Restart, pain: int = 2) -> Answers:
    """Return the answers of somebody who was stopped by pain last time."""
    return Answers(signs=False, pain=pain, settled=settled, restart=restart)


TOLD_WORSE = replace(FINE, after_last=True)
CLEARED = replace(NEW, ask_first=True, cleared=True)
URGENT = Answers(signs=True, urgent=True)
TODAY = Answers(signs=True, urgent=False)
LOOKED_AT = replace(TODAY, looked_at=True)
YES, NO, UNSURE = Settled.YES, Settled.NO, Settled.UNSURE

TABLE = (
    # 2.5: a warning sign of the first list closes, whatever else was said
    Row("a sign, and nothing else asked yet", FIRST, URGENT, Verdict.SIGN),
    Row("a sign without pain", USUAL, replace(URGENT, after_last=False, pain=0), Verdict.SIGN),
    Row("a sign and severe pain", USUAL, replace(URGENT, after_last=False, pain=10), Verdict.SIGN),
    Row("a sign, not cleared", FIRST, replace(URGENT, ask_first=True, cleared=False, pain=2), Verdict.SIGN),
    Row("a sign, cleared", FIRST, replace(URGENT, ask_first=True, cleared=True, pain=2), Verdict.SIGN),
    Row("a sign that somebody has looked at", FIRST, replace(LOOKED_AT, urgent=True, ask_first=False, pain=2),
        Verdict.SIGN),
    Row("a sign after a pain stop", HURT, replace(again(YES, Restart.ASKED), signs=True, urgent=True), Verdict.SIGN),
    # 2.5: so does one of the second list that nobody has looked at
    Row("a sign of today, and nothing else asked yet", FIRST, TODAY, Verdict.SIGN_TODAY),
    Row("a sign of today, not looked at", FIRST, replace(TODAY, looked_at=False), Verdict.SIGN_TODAY),
    Row("a sign of today and severe pain", USUAL, replace(TODAY, after_last=False, pain=10), Verdict.SIGN_TODAY),
    Row("a sign of today, not cleared", FIRST, replace(TODAY, ask_first=True, cleared=False), Verdict.SIGN_TODAY),
    Row("a sign of today, not looked at, after a pain stop", HURT,
        replace(TODAY, pain=2, settled=YES, restart=Restart.ASKED), Verdict.SIGN_TODAY),
    # 2.5: looked at by somebody who said yes: the rest decides
    Row("looked at", FIRST, replace(LOOKED_AT, ask_first=False, pain=2), Verdict.START_GENTLY),
    Row("looked at, without pain", FIRST, replace(LOOKED_AT, ask_first=False, pain=0), Verdict.START_GENTLY),
    Row("looked at, moderate pain", FIRST, replace(LOOKED_AT, ask_first=False, pain=6), Verdict.START_GENTLY),
    Row("looked at, on a usual day", USUAL, replace(LOOKED_AT, after_last=False, pain=2), Verdict.START_GENTLY),
    Row("looked at, severe pain, 7", FIRST, replace(LOOKED_AT, ask_first=False, pain=7), Verdict.SEVERE),
    Row("looked at, severe pain, 10", FIRST, replace(LOOKED_AT, ask_first=False, pain=10), Verdict.SEVERE),
    Row("looked at, the button", FIRST, replace(LOOKED_AT, ask_first=False, severe=True), Verdict.SEVERE),
    Row("looked at, not cleared", FIRST, replace(LOOKED_AT, ask_first=True, cleared=False), Verdict.ASK_FIRST),
    Row("looked at, cleared", FIRST, replace(LOOKED_AT, ask_first=True, cleared=True, pain=2), Verdict.START_GENTLY),
    Row("looked at, after a pain stop, asked", HURT,
        replace(LOOKED_AT, pain=2, settled=YES, restart=Restart.ASKED), Verdict.START_GENTLY),
    Row("looked at, after a pain stop, not now", HURT,
        replace(LOOKED_AT, pain=2, settled=YES, restart=Restart.NOT_NOW), Verdict.NOT_NOW),
    Row("looked at, after a pain stop, decided", HURT,
        replace(LOOKED_AT, pain=2, settled=YES, restart=Restart.DECIDE), Verdict.WORSE),
    Row("looked at, after two, decided", TWICE,
        replace(LOOKED_AT, pain=2, settled=YES, restart=Restart.DECIDE), Verdict.TWICE),
    # 2.5: severe pain closes where there is no sign
    Row("severe pain, 7", USUAL, replace(FINE, pain=7), Verdict.SEVERE),
    Row("severe pain, 10", USUAL, replace(FINE, pain=10), Verdict.SEVERE),
    Row("the button beside the numbers", USUAL, replace(FINE, pain=None, severe=True), Verdict.SEVERE),
    Row("the button after a mild number", USUAL, replace(FINE, pain=1, severe=True), Verdict.SEVERE),
    Row("severe pain, cleared", FIRST, replace(CLEARED, pain=8), Verdict.SEVERE),
    Row("severe pain, not cleared", FIRST, replace(CLEARED, cleared=False, pain=8), Verdict.SEVERE),
    Row("severe pain after a pain stop", HURT, again(YES, Restart.ASKED, pain=7), Verdict.SEVERE),
    # 2.5: the ask-first list
    Row("not cleared", FIRST, Answers(signs=False, ask_first=True, cleared=False), Verdict.ASK_FIRST),
    Row("not cleared, without pain", FIRST, replace(CLEARED, cleared=False, pain=0), Verdict.ASK_FIRST),
    Row(
        "not cleared after a change, after a pain stop",
        HURT,
        replace(again(YES, Restart.ASKED), changed=True, ask_first=True, cleared=False),
        Verdict.ASK_FIRST,
    ),
    Row("cleared", FIRST, CLEARED, Verdict.START_GENTLY),
    Row("cleared, with moderate pain", FIRST, replace(CLEARED, pain=6), Verdict.START_GENTLY),
    # 2.1: what starts
    Row("first use, nothing applies", FIRST, NEW, Verdict.START),
    Row("a usual day without pain", USUAL, replace(FINE, pain=0), Verdict.START),
    Row("a usual day, mild pain", USUAL, replace(FINE, pain=3), Verdict.START),
    Row("a usual day, moderate pain, 4", USUAL, replace(FINE, pain=4), Verdict.START_GENTLY),
    Row("a usual day, moderate pain, 6", USUAL, replace(FINE, pain=6), Verdict.START_GENTLY),
    Row("something has changed, none of the list", USUAL, replace(FINE, changed=True, ask_first=False), Verdict.START),
    # 8: once
    Row("once, settled, not now", HURT, again(YES, Restart.NOT_NOW), Verdict.NOT_NOW),
    Row("once, settled, asked", HURT, again(YES, Restart.ASKED), Verdict.START_GENTLY),
    Row("once, settled, decided", HURT, again(YES, Restart.DECIDE), Verdict.START_GENTLY),
    Row("once, settled, decided on the same day", replace(HURT, hurt_today=True, days_since=0),
        again(YES, Restart.DECIDE), Verdict.START_GENTLY),
    Row("once, not settled, not now", HURT, again(NO, Restart.NOT_NOW), Verdict.NOT_NOW),
    Row("once, not settled, asked", HURT, again(NO, Restart.ASKED), Verdict.START_GENTLY),
    Row("once, not settled, decided", HURT, again(NO, Restart.DECIDE), Verdict.WORSE),
    Row("once, not sure, asked", HURT, again(UNSURE, Restart.ASKED), Verdict.START_GENTLY),
    Row("once, not sure, decided", HURT, again(UNSURE, Restart.DECIDE), Verdict.WORSE),
    # 6: told at the next start
    Row("told worse, settled, decided", USUAL, replace(TOLD_WORSE, settled=YES, restart=Restart.DECIDE),
        Verdict.START_GENTLY),
    Row("told worse, not settled, decided", USUAL, replace(TOLD_WORSE, settled=NO, restart=Restart.DECIDE),
        Verdict.WORSE),
    Row("told worse, not now", USUAL, replace(TOLD_WORSE, settled=YES, restart=Restart.NOT_NOW), Verdict.NOT_NOW),
    # 8: two times in a row
    Row("twice, settled, not now", TWICE, again(YES, Restart.NOT_NOW), Verdict.NOT_NOW),
    Row("twice, settled, decided", TWICE, again(YES, Restart.DECIDE), Verdict.TWICE),
    Row("twice, not settled, decided", TWICE, again(NO, Restart.DECIDE), Verdict.TWICE),
    Row("twice, settled, asked", TWICE, again(YES, Restart.ASKED), Verdict.START_GENTLY),
    Row("three times, decided", replace(TWICE, hurt_in_a_row=3), again(YES, Restart.DECIDE), Verdict.TWICE),
)  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_the_answers_lead_where_the_sheet_says(row: Row) -> None:
    assert next_question(row.known, row.answers) is None
    assert outcome(row.known, row.answers) is row.outcome


def test_only_two_outcomes_start_and_one_asks_on() -> None:
    assert [each for each in Verdict if each.starts] == [Verdict.START, Verdict.START_GENTLY]
    assert [each for each in Verdict if not each.starts and not each.is_closed] == [Verdict.ASK]


def test_every_outcome_is_in_the_table() -> None:
    assert {row.outcome for row in TABLE} == set(Verdict) - {Verdict.ASK}


# The words under the numbers


def test_a_number_is_a_word() -> None:
    words = [pain_word(number) for number in range(11)]

    assert words == [Pain.NONE] + [Pain.MILD] * 3 + [Pain.MODERATE] * 3 + [Pain.SEVERE] * 4
    assert [word.value for word in Pain] == ["none", "mild", "moderate", "severe"]


@pytest.mark.parametrize("number", [-1, 11, 70, -10])
def test_another_number_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"^{number} is not from 0 to 10$"):
        pain_word(number)
    with pytest.raises(ValueError, match="is not from 0 to 10"):
        outcome(USUAL, replace(FINE, pain=number))


# What is asked, in which order


SINCE, SIGNS, ASK_FIRST, CLEAR, PAIN = (
    Question.SINCE, Question.SIGNS, Question.ASK_FIRST, Question.CLEARED, Question.PAIN,
)  # fmt: skip
SETTLED, RESTART = Question.SETTLED, Question.RESTART
IN_FIRST = Question.URGENT

ALL_FINE = Answers(
    after_last=False, signs=False, ask_first=False, cleared=True, pain=2, settled=YES, restart=Restart.ASKED
)
ORDERS: dict[str, tuple[Known, Answers, list[Question]]] = {
    "first use": (FIRST, ALL_FINE, [SIGNS, ASK_FIRST, PAIN]),
    "first use, ask first: yes": (FIRST, replace(ALL_FINE, ask_first=True), [SIGNS, ASK_FIRST, CLEAR, PAIN]),
    "first use, ask first: no": (
        FIRST, replace(ALL_FINE, ask_first=True, cleared=False), [SIGNS, ASK_FIRST, CLEAR],
    ),
    "a usual day": (USUAL, ALL_FINE, [SINCE, PAIN]),
    "a usual day, told already how it was after": (replace(USUAL, asks_after_last=False), ALL_FINE, [SINCE, PAIN]),
    "after a pain stop": (HURT, ALL_FINE, [SIGNS, PAIN, SETTLED, RESTART]),
    "after two": (TWICE, ALL_FINE, [SIGNS, PAIN, SETTLED, RESTART]),
    "told worse now": (USUAL, replace(ALL_FINE, after_last=True), [SINCE, SIGNS, PAIN, SETTLED, RESTART]),
    "after 13 days": (replace(USUAL, days_since=13), ALL_FINE, [SINCE, PAIN]),
    "after 14 days": (replace(USUAL, days_since=14), ALL_FINE, [SINCE, SIGNS, PAIN]),
    "after 14 days, told already": (Known(days_since=14), ALL_FINE, [SIGNS, PAIN]),
    "after 13 days, told already": (Known(days_since=13), ALL_FINE, [SINCE, PAIN]),
    "something has changed": (USUAL, replace(ALL_FINE, changed=True), [SINCE, ASK_FIRST, PAIN]),
    "something has changed, not sure": (
        USUAL, replace(ALL_FINE, changed=True, ask_first=True, cleared=False), [SINCE, ASK_FIRST, CLEAR],
    ),
    "changed, after a pain stop": (
        HURT, replace(ALL_FINE, changed=True, ask_first=True), [SIGNS, ASK_FIRST, CLEAR, PAIN, SETTLED, RESTART],
    ),
    "a sign on the first page": (FIRST, replace(ALL_FINE, signs=True, urgent=True), [SIGNS, IN_FIRST]),
    "a sign on a usual day": (USUAL, replace(ALL_FINE, signs=True, urgent=True), [SINCE, IN_FIRST]),
    "a sign of today": (FIRST, replace(TODAY, looked_at=False), [SIGNS, IN_FIRST]),
    "looked at": (FIRST, replace(ALL_FINE, signs=True, urgent=False, looked_at=True),
        [SIGNS, IN_FIRST, ASK_FIRST, PAIN]),
    "looked at, on a usual day": (USUAL, replace(ALL_FINE, signs=True, urgent=False, looked_at=True),
        [SINCE, IN_FIRST, PAIN]),
    "looked at, after a pain stop": (HURT, replace(ALL_FINE, signs=True, urgent=False, looked_at=True),
        [SIGNS, IN_FIRST, PAIN, SETTLED, RESTART]),
    "27 days after a professional's yes": (replace(USUAL, days_cleared=27), ALL_FINE, [SINCE, PAIN]),
    "28 days after a professional's yes": (replace(USUAL, days_cleared=28), ALL_FINE, [SINCE, SIGNS, PAIN]),
    "pain after a professional's yes": (replace(HURT, days_cleared=1), ALL_FINE, [SIGNS, PAIN, SETTLED, RESTART]),
    "14 days off after a professional's yes": (
        replace(USUAL, days_since=14, days_cleared=14), ALL_FINE, [SINCE, SIGNS, PAIN],
    ),
    "severe after a pain stop": (HURT, replace(ALL_FINE, pain=9), [SIGNS, PAIN]),
    "the severe button after a pain stop": (HURT, replace(ALL_FINE, severe=True), [SIGNS, PAIN]),
}  # fmt: skip


@pytest.mark.parametrize("name", ORDERS)
def test_what_is_asked_and_in_which_order(name: str) -> None:
    known, says, expected = ORDERS[name]

    asked, _answers = walk(known, says)

    assert asked == expected


def test_a_usual_day_costs_two_presses() -> None:
    answers = replace(Answers(), after_last=False, signs=False)
    assert next_question(USUAL, Answers()) is SINCE
    assert next_question(USUAL, answers) is PAIN

    assert outcome(USUAL, replace(answers, pain=2)) is Verdict.START


def test_nothing_is_selected_before_anything_is_said() -> None:
    nothing = Answers()

    assert {getattr(nothing, field.name) for field in fields(nothing)} == {None, False}
    for known in (FIRST, USUAL, HURT, TWICE):
        assert outcome(known, nothing) is Verdict.ASK


@pytest.mark.parametrize(
    ("known", "after_last", "full"),
    [
        (FIRST, None, True),
        (USUAL, None, False),
        (USUAL, False, False),
        (USUAL, True, True),
        (HURT, None, True),
        (Known(days_since=13), None, False),
        (Known(days_since=14), None, True),
        (Known(days_since=400), None, True),
        (replace(USUAL, days_cleared=0), None, False),
        (replace(USUAL, days_cleared=27), None, False),
        (replace(USUAL, days_cleared=28), None, True),
        (replace(HURT, days_cleared=0), None, True),
    ],
)
def test_when_the_full_list_is_shown(known: Known, *, after_last: bool | None, full: bool) -> None:
    assert shows_full_list(known, Answers(after_last=after_last)) is full


# Starting again


@pytest.mark.parametrize(
    ("known", "answers", "decide"),
    [
        (HURT, Answers(settled=YES), True),
        (replace(HURT, hurt_today=True), Answers(settled=YES), True),
        (HURT, Answers(settled=NO), False),
        (HURT, Answers(settled=UNSURE), False),
        (HURT, Answers(), False),
        (USUAL, Answers(after_last=True, settled=YES), True),
        (TWICE, Answers(settled=YES), False),
        (replace(TWICE, hurt_in_a_row=5), Answers(settled=YES), False),
        (HURT, replace(LOOKED_AT, settled=YES), False),
    ],
)
def test_deciding_alone_is_offered_only_once_and_when_settled(known: Known, answers: Answers, *, decide: bool) -> None:
    preferences = restart_choices(known, answers)

    assert preferences[:2] == (Restart.NOT_NOW, Restart.ASKED)
    assert (Restart.DECIDE in preferences) is decide


def test_what_is_told_now_counts_as_the_second_time_in_a_row() -> None:
    assert hurt_in_a_row(USUAL, Answers(after_last=True)) == 1
    assert hurt_in_a_row(replace(USUAL, hurt_before_last=1), Answers(after_last=True)) == 2
    assert hurt_in_a_row(replace(USUAL, hurt_in_a_row=1), Answers(after_last=True)) == 1, "the record knows by now"
    assert hurt_in_a_row(HURT, Answers(after_last=False)) == 1
