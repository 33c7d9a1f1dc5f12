"""The check, followed through every combination of answers and every route of presses to its end."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.safety import (
    Answers,
    Known,
    Question,
    Settled,
    asks_looked_at,
    hurt_in_a_row,
    is_cleared,
    next_question,
    outcome,
    restart_choices,
    shows_full_list,
)
from coach.core.safety_rules import Restart, Verdict
from tests.core.answered import FIRST, HURT, TWICE, USUAL, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    if Question.RESTART in asked and answers.restart in restart_choices(known, answers):
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
