"""Somebody who answers the check, question by question, until nothing is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.safety import (
    Answers,
    Known,
    Question,
    asks_looked_at,
    next_question,
    outcome,
    questions,
    shows_full_list,
)
from coach.core.safety_rules import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = Known()
USUAL = Known(days_since=2, asks_after_last=True)
HURT = Known(days_since=2, hurt_in_a_row=1)
TWICE = Known(days_since=2, hurt_in_a_row=2)

FINE = Answers(after_last=False, signs=False, pain=2)
NEW = Answers(signs=False, ask_first=False, pain=2)
"""Somebody who begins, and to whom nothing applies."""


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
