"""The check before a session: its table row by row, what is asked in which order, and what can never start."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.safety import (
    Answers,
    Known,
    Pain,
    Question,
    Settled,
    asks_looked_at,
    hurt_in_a_row,
    is_cleared,
    next_question,
    outcome,
    pain_word,
    questions,
    restart_choices,
    shows_full_list,
)
from coach.core.safety_rules import Restart, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FIRST = Known()
USUAL = Known(days_since=2, asks_after_last=True)
HURT = Known(days_since=2, hurt_in_a_row=1)
TWICE = Known(days_since=2, hurt_in_a_row=2)

FINE = Answers(after_last=False, signs=False, pain=2)
NEW = Answers(signs=False, ask_first=False, pain=2)
"""Somebody who begins, and to whom nothing applies."""

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


def reply(question: Question, says: Answers, known: Known, *, at_once: bool = True) -> dict[str, object]:
    """Return the fields that a press sets: what that person says to that question.

    The first question of a usual day is about two things; `at_once` answers both with one press.
    """
    match question:
        case Question.SINCE:
            after_last: dict[str, object] = {"after_last": says.after_last} if known.asks_after_last else {}
            return after_last if after_last and not at_once else {**after_last, "signs": says.signs}
        case Question.SIGNS:
            return {"signs": says.signs}
        case Question.URGENT:
            return {"urgent": says.urgent}
        case Question.ASK_FIRST:
            return {"ask_first": says.ask_first}
        case Question.CLEARED:
            return {"cleared": says.cleared}
        case Question.PAIN:
            return {"severe": True} if says.severe else {"pain": says.pain}
        case Question.SETTLED:
            return {"settled": says.settled}
        case Question.RESTART:
            return {"restart": says.restart}


def first_of(open_questions: list[Question]) -> Question:
    return open_questions[0]


def walk(
    known: Known, says: Answers, choose: Callable[[list[Question]], Question] = first_of, *, at_once: bool = True
) -> tuple[list[Question], Answers]:
    """Answer until nothing is asked; return what was asked, and all that was answered."""
    given_so_far, asked = Answers(changed=says.changed), list[Question]()
    while next_question(known, given_so_far) is not None or asks_looked_at(given_so_far):
        if asks_looked_at(given_so_far):
            assert outcome(known, given_so_far).is_closed
            given_so_far = replace(given_so_far, looked_at=says.looked_at)
            continue
        assert outcome(known, given_so_far) is Verdict.ASK
        assert len(asked) < 9
        question = choose(list(questions(known, given_so_far)))
        # Where the full list has to be shown, the short line cannot stand for it
        changes = reply(question, says, known, at_once=at_once and not shows_full_list(known, says))
        if question is Question.SINCE and given_so_far.after_last is not None:
            changes = {"signs": says.signs}
        elif question is Question.SINCE and given_so_far.signs is not None:
            changes = {"after_last": says.after_last}
        given_so_far = replace(given_so_far, **changes)  # type: ignore[arg-type]  # fields by their names
        asked.append(question)
    return asked, given_so_far


SINCE, SIGNS, ASK_FIRST, CLEAR, PAIN = (
    Question.SINCE, Question.SIGNS, Question.ASK_FIRST, Question.CLEARED, Question.PAIN,
)  # fmt: skip
IN_FIRST = Question.URGENT
SETTLED, RESTART = Question.SETTLED, Question.RESTART

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


# Every combination

BOOL = st.booleans()
MAYBE = st.sampled_from([None, False, True])
ANY_KNOWN = st.builds(
    Known,
    hurt_in_a_row=st.integers(0, 3),
    hurt_before_last=st.integers(0, 3),
    hurt_today=BOOL,
    days_since=st.sampled_from([None, 0, 1, 13, 14, 15, 400]),
    asks_after_last=BOOL,
    days_cleared=st.sampled_from([None, 0, 27, 28, 400]),
)
ANY_ANSWERS = st.builds(
    Answers,
    after_last=MAYBE,
    signs=MAYBE,
    urgent=MAYBE,
    looked_at=MAYBE,
    changed=BOOL,
    ask_first=MAYBE,
    cleared=MAYBE,
    pain=st.none() | st.integers(0, 10),
    severe=BOOL,
    settled=st.none() | st.sampled_from(Settled),
    restart=st.none() | st.sampled_from(Restart),
)
FOLLOWED = ANY_ANSWERS.map(lambda answers: answers if answers.ask_first else replace(answers, cleared=None))
"""Whether it was cleared is told only of a line of the ask-first list."""
PERSONS = st.builds(
    Answers,
    after_last=BOOL,
    signs=st.sampled_from([False, False, True]),
    urgent=st.sampled_from([False, False, True]),
    looked_at=st.sampled_from([False, True, True]),
    changed=BOOL,
    ask_first=BOOL,
    cleared=BOOL,
    pain=st.integers(0, 10),
    severe=st.sampled_from([False, False, False, True]),
    settled=st.sampled_from(Settled),
    restart=st.sampled_from(Restart),
)
"""Somebody with an answer to whatever may be asked."""


def closing(known: Known, answers: Answers) -> bool:
    """Tell whether a closing answer is among them: the sheet in one line each, written apart from the code."""
    times = max(known.hurt_in_a_row, known.hurt_before_last + 1) if answers.after_last else known.hurt_in_a_row
    decided = answers.restart is Restart.DECIDE
    return any(
        (
            answers.signs is True and (answers.urgent is not False or answers.looked_at is not True),
            answers.severe,
            answers.pain in {7, 8, 9, 10},
            answers.cleared is False,
            answers.ask_first is True and answers.cleared is not True,
            times >= 1 and answers.restart is Restart.NOT_NOW,
            times >= 1 and decided and answers.settled is not Settled.YES,
            times >= 2 and decided,
            times >= 1 and decided and answers.signs is True,
        )
    )


def all_told(known: Known, answers: Answers) -> bool:
    """Tell whether everything was said without which nobody may start."""
    hurt = known.hurt_in_a_row > 0 or answers.after_last is True
    return all(
        (
            answers.signs is not None,
            answers.pain is not None,
            not known.asks_after_last or answers.after_last is not None,
            not (known.days_since is None or answers.changed) or answers.ask_first is not None,
            not hurt or (answers.settled is not None and answers.restart is not None),
        )
    )


def assert_it_starts_only_when_it_may(known: Known, answers: Answers) -> None:
    found = outcome(known, answers)
    if found.starts:
        assert next_question(known, answers) is None
        assert all_told(known, answers)
        assert not closing(known, answers)
    assert (found is Verdict.ASK) == (next_question(known, answers) is not None)


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, answers=FOLLOWED)
def test_no_combination_of_answers_opens_what_one_of_them_closes(known: Known, answers: Answers) -> None:
    assert_it_starts_only_when_it_may(known, answers)


@settings(max_examples=200, deadline=None, database=None)
@given(known=ANY_KNOWN, answers=ANY_ANSWERS)
def test_not_even_a_combination_that_nobody_can_press(known: Known, answers: Answers) -> None:
    assert_it_starts_only_when_it_may(known, answers)


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, answers=FOLLOWED.filter(lambda answers: answers.pain is None and not answers.severe))
def test_nobody_starts_without_having_told_the_pain(known: Known, answers: Answers) -> None:
    assert not outcome(known, answers).starts


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, says=PERSONS, at_once=BOOL)
def test_the_check_ends_within_nine_questions_with_what_all_the_answers_lead_to(
    known: Known, says: Answers, *, at_once: bool
) -> None:
    asked, answers = walk(known, says, at_once=at_once)

    assert len(asked) <= 9
    assert next_question(known, answers) is None
    assert outcome(known, answers) is not Verdict.ASK
    assert outcome(known, answers).starts == (not closing(known, answers))


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, says=PERSONS, data=st.data())
def test_asking_in_another_order_starts_the_same_or_closes_as_well(
    known: Known, says: Answers, data: st.DataObject
) -> None:
    _asked, in_order = walk(known, says)
    _asked, otherwise = walk(known, says, lambda still_open: data.draw(st.sampled_from(still_open)))

    first, second = outcome(known, in_order), outcome(known, otherwise)
    assert first.is_closed == second.is_closed
    assert first is second or first.is_closed


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, says=PERSONS, data=st.data())
def test_the_same_answers_in_any_other_order_give_the_same_outcome(
    known: Known, says: Answers, data: st.DataObject
) -> None:
    _asked, answers = walk(known, says)
    told = {field.name: getattr(answers, field.name) for field in fields(answers)}
    mixed = Answers()
    for name in data.draw(st.permutations(sorted(told))):
        mixed = replace(mixed, **{name: told[name]})
        if told["cleared"] is not False:
            assert_it_starts_only_when_it_may(known, mixed)

    assert outcome(known, mixed) is outcome(known, answers)


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, answers=ANY_ANSWERS)
def test_a_sign_or_severe_pain_closes_at_once_whatever_else_was_said(known: Known, answers: Answers) -> None:
    assert outcome(known, replace(answers, signs=True, urgent=True)) is Verdict.SIGN
    for looked_at in (None, False):
        today = replace(answers, signs=True, urgent=False, looked_at=looked_at)
        assert outcome(known, today) is Verdict.SIGN_TODAY
    for severe in (replace(answers, severe=True), replace(answers, pain=7), replace(answers, pain=10)):
        by_sign = Verdict.SIGN_TODAY if answers.urgent is False else Verdict.SIGN
        stays = answers.signs and not is_cleared(answers)
        assert outcome(known, severe) is (by_sign if stays else Verdict.SEVERE)


@settings(max_examples=500, deadline=None)
@given(known=ANY_KNOWN, says=PERSONS)
def test_what_is_offered_after_pain_and_decided_is_never_closed_again(known: Known, says: Answers) -> None:
    asked, answers = walk(known, says)
    if RESTART in asked and answers.restart in restart_choices(known, answers):
        assert outcome(known, answers).starts == (answers.restart is not Restart.NOT_NOW)


# Every route: what can be pressed, followed to its end


MANY_KNOWN = [
    Known(hurt, days_since=days, asks_after_last=asks, hurt_before_last=before, days_cleared=cleared)
    for hurt, days, asks, before, cleared in product((0, 1, 2), (None, 2, 14), (False, True), (0, 1), (None, 3, 28))
]


def presses(known: Known, answers: Answers) -> Iterator[Mapping[str, object]]:
    """Yield what the buttons that show would change."""
    if asks_looked_at(answers):
        yield from ({"looked_at": yes} for yes in (True, False))
    match next_question(known, answers):
        case Question.SINCE:
            short = answers.signs is None and not shows_full_list(known, answers)
            after = known.asks_after_last
            yield ({"signs": False} if short else {}) | ({"after_last": False} if after else {})
            yield from [{"after_last": True}] if after else []
            yield from [{"signs": True}] if short else []
            yield from [] if answers.changed else [{"changed": True}]
        case Question.PAIN:
            yield from ({"pain": number} for number in range(11))
            yield {"severe": True}
        case Question.SETTLED:
            yield from ({"settled": each} for each in Settled)
        case Question.RESTART:
            yield from ({"restart": each} for each in restart_choices(known, answers))
        case Question.SIGNS | Question.URGENT | Question.ASK_FIRST | Question.CLEARED as asked:
            yield from ({asked.name.lower(): yes} for yes in (True, False))
        case None:
            pass


def ends(known: Known) -> Iterator[Answers]:
    """Yield the answers of every route, also of those that end where a session may begin."""
    routes = [Answers()]
    while routes:
        answers = routes.pop()
        further = [replace(answers, **changes) for changes in presses(known, answers)]  # type: ignore[arg-type]
        routes += further
        if next_question(known, answers) is None:
            yield answers


def test_no_route_from_a_sign_reaches_a_start_but_that_of_a_professionals_yes() -> None:
    started = 0
    for known in MANY_KNOWN:
        for answers in ends(known):
            if answers.signs and outcome(known, answers).starts:
                started += 1
                assert (answers.urgent, answers.looked_at) == (False, True)
                assert answers.pain in range(7)
                assert not answers.severe
                assert answers.cleared is not False
                assert outcome(known, answers) is Verdict.START_GENTLY
                assert not hurt_in_a_row(known, answers) or answers.restart is Restart.ASKED
            assert_it_starts_only_when_it_may(known, answers)
    assert started > 0


def test_there_is_a_route_for_whoever_a_professional_has_said_yes_to_whatever_is_known() -> None:
    for known in MANY_KNOWN:
        assert any(is_cleared(answers) and outcome(known, answers).starts for answers in ends(known))


def test_no_combination_of_answers_with_a_sign_starts_but_that_of_a_professionals_yes() -> None:
    """Also those that no button leads to: all of them, not a sample."""
    maybe = (None, False, True)
    numbers = (None, 0, 6, 7)
    rest = list(product(maybe, (False, True), maybe, maybe, numbers, (False, True), (None, *Settled), (None, *Restart)))
    for known, urgent, looked_at in product((FIRST, USUAL, HURT, TWICE), maybe, maybe):
        for after_last, changed, ask_first, cleared, pain, severe, settled, restart in rest:
            said = Answers(
                after_last,
                signs=True,
                urgent=urgent,
                looked_at=looked_at,
                changed=changed,
                ask_first=ask_first,
                cleared=cleared,
                pain=pain,
                severe=severe,
                settled=settled,
                restart=restart,
            )
            if outcome(known, said).starts:
                assert (urgent, looked_at) == (False, True)
                assert pain in {0, 6}
                assert not severe
