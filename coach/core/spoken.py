"""The spoken lines that belong to no exercise, word for word. Each is a sentence of three words or more.

Lines of an exercise are in the routine file; messages about safety are in coach/core/messages.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core import messages, safety
from coach.core.messages import translatable
from coach.core.safety import Question, Settled, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.safety import Answers, Known

RULE = translatable("spoken", "A gentle pull is fine. More pain is not. Press stop if it hurts.")
"""Once in a session, at its start."""
REMINDER = translatable("spoken", "Ease off if it stops feeling gentle.")
"""Once in each exercise that is held."""
PAUSED = translatable("spoken", "We pause here. Take your time.")
GOING_ON = translatable("spoken", "We are going on.")
WAITING = translatable("spoken", "Press space or play when you are ready.")
MORE_TIME = translatable("spoken", "Fifteen seconds more.")
LAST_ROUND = translatable("spoken", "This is the last round.")
SAME_AGAIN = translatable("spoken", "And the same again.")
"""Leads into a next round without sides, where there is no time for more."""
THAT_WAS_ALL = translatable("spoken", "That was the last one. Rest as long as you like.")
ENDED = translatable("spoken", "We end here. Take your time.")
STOPPED = translatable("spoken", "We have stopped. Rest and breathe.")
STOP_SIGNS = translatable("spoken", "Get emergency help if you notice any of these signs.")
NO_KEYS = translatable("spoken", "Another window has the keyboard now.")
HEARD = translatable("spoken", "This is the voice of coach. Can you hear it?")
VOICE_ON = translatable("spoken", "The voice is on.")

_ROUND = translatable("spoken", "Round {number} of {count}.")
_PLACE = translatable("spoken", "{number} of {count}: {name}.")
_ALONE = translatable("spoken", "This one is {name}.")

_NUMBERS = (
    translatable("spoken", "zero"),
    translatable("spoken", "one"),
    translatable("spoken", "two"),
    translatable("spoken", "three"),
    translatable("spoken", "four"),
    translatable("spoken", "five"),
    translatable("spoken", "six"),
    translatable("spoken", "seven"),
    translatable("spoken", "eight"),
    translatable("spoken", "nine"),
    translatable("spoken", "ten"),
    translatable("spoken", "eleven"),
    translatable("spoken", "twelve"),
)


def number_word(number: int) -> str:
    """Return a number as it is spoken: in words up to twelve, in digits above."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def round_line(number: int, rounds: int) -> str:
    """Return which round begins, as in “Round two of three.”; numbers count from 1."""
    if number == rounds:
        return LAST_ROUND
    return _ROUND.format(number=number_word(number), count=number_word(rounds))


def place_line(name: str, number: int, count: int) -> str:
    """Return which exercise comes, as in “Two of seven: Trunk rotation.”; numbers count from 1."""
    if count == 1:
        return _ALONE.format(name=name)
    first = number_word(number)
    return _PLACE.format(number=first[:1].upper() + first[1:], count=number_word(count), name=name)


AFTER_STOP = (
    messages.M_STOP_THEN,
    STOP_SIGNS,
    *(f"{sign}." for sign in messages.EMERGENCY_SHORT),
)
"""What is said after a pain stop and ten seconds of quiet; the same is on the screen."""


def _spoken(title: str, text: str) -> str:
    """Return a message as it is spoken, its title first; one that leads to a list ends like a sentence."""
    return f"{title} {text[:-1]}." if text.endswith(":") else f"{title} {text}"


SEVERE = _spoken(messages.M_SEVERE_TITLE, messages.M_SEVERE)
FLAG = _spoken(messages.M_FLAG_TITLE, messages.M_FLAG)
ASK_FIRST = _spoken(messages.M_ASKFIRST_TITLE, messages.M_ASKFIRST)
WORSE = _spoken(messages.M_WORSE_TITLE, messages.M_WORSE)

_CLOSED = {
    Verdict.SIGN: FLAG,
    Verdict.SEVERE: SEVERE,
    Verdict.ASK_FIRST: ASK_FIRST,
    Verdict.NOT_NOW: WORSE,
    Verdict.WORSE: WORSE,
    Verdict.TWICE: messages.M_TWICE,
}


def check_lines(known: Known, answers: Answers) -> tuple[str, ...]:
    """Return what is said at this place of the check before a session; most of its questions are only shown."""
    asked = safety.next_question(known, answers)
    if asked is Question.RESTART:
        twice = safety.hurt_in_a_row(known, answers) > 1
        first = messages.M_TWICE if twice else messages.M_AGAIN
        if answers.settled is not Settled.YES:
            return (first, WORSE)
        return (first, messages.M_TOMORROW) if known.hurt_today and not twice else (first,)
    if asked is not None:
        return ()
    found = safety.outcome(known, answers)
    if found is Verdict.START_GENTLY:
        moderate = answers.pain is not None and safety.pain_word(answers.pain) is safety.Pain.MODERATE
        return (messages.M_GENTLE, RULE) if moderate else (RULE,)
    return (_CLOSED[found],) if found in _CLOSED else ()


def advice_lines(*, worse: bool, severe: bool) -> tuple[str, ...]:
    """Return what is said after a session that ended with more pain, or with severe pain."""
    return (*((WORSE,) if worse else ()), *((SEVERE,) if severe else ()))


def general_lines() -> Iterator[str]:
    """Give every line of this module and every spoken message, each once."""
    yield from (RULE, REMINDER, PAUSED, GOING_ON, WAITING, MORE_TIME, SAME_AGAIN, THAT_WAS_ALL, ENDED, STOPPED)
    yield messages.M_STOP_FIRST
    yield from AFTER_STOP
    yield messages.STOPPING_IN_A_GAP
    yield from (NO_KEYS, HEARD, VOICE_ON)
    yield messages.M_GENTLE
    yield from (SEVERE, FLAG, ASK_FIRST, WORSE)
    yield from (messages.M_AGAIN, messages.M_TOMORROW, messages.M_TWICE, messages.M_DONE, messages.M_BOOK)
