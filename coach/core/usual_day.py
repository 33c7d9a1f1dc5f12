"""A usual day: the two questions of the check that stand on one page, and what their answers are together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.safety import Answers, Question, next_question, questions, shows_full_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.safety import Known

_SINCE = {"after_last", "signs"}
_PAIN = {"pain", "severe"}


def is_usual_day(known: Known) -> bool:
    """Tell whether only these two are to be asked: how it was since last time, and the pain now."""
    nothing = Answers()
    asked = tuple(questions(known, nothing))
    return asked == (Question.SINCE, Question.PAIN) and not shows_full_list(known, nothing)


def given_together(given: Answers, changes: Mapping[str, object]) -> Answers:
    """Return what is said once another answer is given; one to the same question takes the place of the one before."""
    before = given
    if _SINCE & changes.keys():
        before = replace(given, after_last=None, signs=None)
    elif _PAIN & changes.keys():
        before = replace(given, pain=None, severe=False)
    return replace(before, **changes)  # type: ignore[arg-type]  # fields of Answers by name


def waits_for_the_other(known: Known, given: Answers) -> bool:
    """Tell whether one of the two is answered as on any good day, and nothing is asked but the other."""
    if next_question(known, given) is None or given.changed:
        return False
    return tuple(questions(known, given)) in {(Question.SINCE,), (Question.PAIN,)}
