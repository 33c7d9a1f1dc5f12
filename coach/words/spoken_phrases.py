"""The spoken lines that belong to no exercise, word for word. Each is a sentence of three words or more.

They are in the language of the recorded voice and not translated (docs/decisions/0021-words-one-door.md). Numbers alone
are in counted_phrases.py, lines of an exercise in the routine file, messages about safety in safety_messages.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.words import counted_phrases, safety_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "A gentle pull is fine. More pain is not. Press stop if it hurts."
"""Once in a session, at its start."""
REMINDER = "Ease off if it stops feeling gentle."
"""Once in each exercise that is held."""
PAUSED = "We pause here. Press again to go on."
GOING_ON = "We are going on."
BACK_ONE = "We go back one."
WAITING = "Press space or play when you are ready."
WAITING_AGAIN = "Press when you are ready."
"""The same at a change of side or round: by then the keys are known."""
WAY_DOWN = "Come down to the floor slowly."
ALREADY_DOWN = "Already down? Press space or play."
ESCAPE_STOPS = "The Escape key stops at once."
USUAL_WAY = "Back to the usual way."
MORE_TIME = "Fifteen seconds more."
LAST_ROUND = "This is the last round."
THAT_WAS_ALL = "That was all. Lie down and rest."
"""After the last exercise; whoever stands then hears that we end here."""
ENDED = "We end here. Take your time."
GET_UP = "Open your eyes. Get up when you are ready."
ROLL_OVER = "Roll to your side. Come onto your knees."
"""Begins the way up where a routine file tells only how to stand up from the knees."""
LATER = "If your back hurts more later, leave the stretches and ask for help."
"""The last thing that is said, however a session ends but for pain."""
STOPPED = "We have stopped. Rest and breathe."
STOP_SIGNS = "Get emergency help if you notice any of these signs."
NO_KEYS = "Another window has the keyboard now."
HEARD = "This is the voice of coach. Can you hear it?"
VOICE_OFF = "The voice is off."
VOICE_ON = "The voice is on."

ROUND = "Round {round} of {rounds}."
"""Any round but the first and the last; both numbers are put in as words."""
_PLACE = "{number} of {count}: {name}."
_ALONE = "This one is {name}."

_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_FIRST_NUMBERS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
)  # fmt: skip
"""The same at the beginning of a sentence."""


def number_word(number: int) -> str:
    """Return a number as it is spoken: in words up to twelve, in digits above."""
    return _in_words(_NUMBERS, number)


def _in_words(words: tuple[str, ...], number: int) -> str:
    return words[number] if 0 <= number < len(words) else str(number)


def round_line(number: int, rounds: int) -> str:
    """Return which round begins, as in “Round two of three.”; numbers count from 1."""
    if number == rounds:
        return LAST_ROUND
    return in_round(ROUND, number, rounds)


def in_round(line: str, number: int, rounds: int) -> str:
    """Return a line with the number of the round, from 1, and how many there are in the places kept for them."""
    return line.replace("{round}", number_word(number)).replace("{rounds}", number_word(rounds))


def place_line(name: str, number: int, count: int) -> str:
    """Return which exercise comes, as in “Two of seven: Trunk rotation.”; numbers count from 1."""
    if count == 1:
        return _ALONE.format(name=name)
    return _PLACE.format(number=_in_words(_FIRST_NUMBERS, number), count=number_word(count), name=name)


AFTER_STOP = (
    safety_messages.M_STOP_THEN,
    STOP_SIGNS,
    *(f"{sign}." for sign in safety_messages.EMERGENCY_SHORT),
)
"""What is said after a pain stop and ten seconds of quiet; the same is on the screen."""


def _spoken(title: str, text: str) -> str:
    """Return a message as it is spoken, its title first; one that leads to a list ends like a sentence."""
    return f"{title} {text[:-1]}." if text.endswith(":") else f"{title} {text}"


SEVERE = _spoken(safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE)
FLAG = _spoken(safety_messages.M_FLAG_TITLE, safety_messages.M_FLAG)
FLAG_TODAY = _spoken(safety_messages.M_FLAG_TITLE, safety_messages.M_FLAG_TODAY)
ASK_FIRST = _spoken(safety_messages.M_ASKFIRST_TITLE, safety_messages.M_ASKFIRST)
WORSE = _spoken(safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE)


def general_lines() -> Iterator[str]:
    """Give every line of this module, of counted_phrases and every spoken message."""
    yield from (RULE, REMINDER, PAUSED, GOING_ON, BACK_ONE, WAITING, MORE_TIME)
    yield from (THAT_WAS_ALL, ENDED, GET_UP, ROLL_OVER, LATER, STOPPED)
    yield safety_messages.M_STOP_FIRST
    yield from AFTER_STOP
    yield from (safety_messages.STOPPING_IN_A_GAP, safety_messages.STOPPING_ON_A_WAY)
    yield from (NO_KEYS, HEARD, VOICE_OFF, VOICE_ON)
    yield from (WAITING_AGAIN, WAY_DOWN, ALREADY_DOWN, ESCAPE_STOPS, USUAL_WAY, LAST_ROUND)
    yield from (safety_messages.M_GENTLE, safety_messages.M_EASIER_FIRST, safety_messages.M_CLEARED)
    yield from (SEVERE, FLAG, FLAG_TODAY, ASK_FIRST, WORSE)
    yield from (
        safety_messages.M_AGAIN,
        safety_messages.M_TOMORROW,
        safety_messages.M_TWICE,
        safety_messages.M_BOOK,
    )
    yield from _rounds()
    yield from counted_phrases.counted_lines()


def _rounds() -> Iterator[str]:
    """Give which round begins, for as many as are usual."""
    for rounds in range(3, counted_phrases.FEW_ROUNDS + 1):
        yield from (round_line(number, rounds) for number in range(2, rounds))
