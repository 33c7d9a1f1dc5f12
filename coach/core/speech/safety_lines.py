"""Which lines about safety are said at a place of the check before a session, and after a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core import safety
from coach.core.safety import Question, Settled
from coach.core.safety_rules import Verdict
from coach.words import safety_messages, spoken_phrases

if TYPE_CHECKING:
    from coach.core.safety import Answers, Known
    from coach.words.catalogue import Translatable

_CLOSED = {
    Verdict.SIGN: spoken_phrases.FLAG,
    Verdict.SIGN_TODAY: spoken_phrases.FLAG_TODAY,
    Verdict.SEVERE: spoken_phrases.SEVERE,
    Verdict.ASK_FIRST: spoken_phrases.ASK_FIRST,
    Verdict.NOT_NOW: spoken_phrases.WORSE,
    Verdict.WORSE: spoken_phrases.WORSE,
    Verdict.TWICE: safety_messages.M_TWICE,
}


def gentle_lines(answers: Answers) -> tuple[Translatable, ...]:
    """Return why a session begins gently and what that means: shown and said in this order."""
    moderate = answers.pain is not None and safety.pain_word(answers.pain) is safety.Pain.MODERATE
    cleared = (safety_messages.M_CLEARED,) if safety.is_cleared(answers) else ()
    return (*cleared, safety_messages.M_GENTLE if moderate else safety_messages.M_EASIER_FIRST)


def check_lines(known: Known, answers: Answers) -> tuple[str, ...]:
    """Return what is said at this place of the check before a session; most of its questions are only shown."""
    asked = safety.next_question(known, answers)
    if asked is Question.RESTART:
        twice = safety.hurt_in_a_row(known, answers) > 1
        first = safety_messages.M_TWICE if twice else safety_messages.M_AGAIN
        if answers.settled is not Settled.YES:
            return (first, spoken_phrases.WORSE)
        return (first, safety_messages.M_TOMORROW) if known.hurt_today and not twice else (first,)
    if asked is not None:
        return ()
    found = safety.outcome(known, answers)
    if found is Verdict.START_GENTLY:
        return (*gentle_lines(answers), spoken_phrases.RULE)
    return (_CLOSED[found],) if found in _CLOSED else ()


def advice_lines(*, worse: bool, severe: bool) -> tuple[str, ...]:
    """Return what is said after a session that ended with more pain, or with severe pain."""
    return (*((spoken_phrases.WORSE,) if worse else ()), *((spoken_phrases.SEVERE,) if severe else ()))
