"""The check before a session: what is asked, and what the answers lead to. Values in, values out.

Pain answers and warning signs only ever close the routine or show a message; nothing is chosen from symptoms. What
closes is one table, `RULES` of safety_rules.py: the first row that fits decides. Which warning sign or which line of
the ask-first list applied is never asked, so it cannot be kept: of the signs only whether one stands in the first list,
that of the emergencies. From a sign of the second list one way leads on, the word of a professional; from the first
there is none.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.safety_rules import RULES, Case, Restart, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAIN = 10
SEVERE_FROM = 7
"""The person's own word, printed under the numbers: 7 to 10 is severe."""
MODERATE_FROM = 4
LONG_BREAK_DAYS = 14
"""Days without a session after which the full list of warning signs is shown again."""
CLEARED_DAYS = 28
"""Days after a professional's yes after which the full list is shown again; the short question is enough until then."""


class Pain(StrEnum):
    """The four words under the numbers."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


def pain_word(number: int) -> Pain:
    """Return the word of a number from 0 to 10; raises ValueError for another number."""
    if not 0 <= number <= MOST_PAIN:
        message = f"{number} is not from 0 to {MOST_PAIN}"
        raise ValueError(message)
    if number >= SEVERE_FROM:
        return Pain.SEVERE
    if number >= MODERATE_FROM:
        return Pain.MODERATE
    return Pain.MILD if number else Pain.NONE


class Question(StrEnum):
    """What can be asked before a session, in this order."""

    SINCE = "more pain after last time, or a warning sign since"
    SIGNS = "warning signs, the full list"
    URGENT = "is a sign in the first list"
    ASK_FIRST = "the ask-first list"
    CLEARED = "has a professional said that it is fine"
    PAIN = "pain now"
    SETTLED = "has the pain gone back to its usual level"
    RESTART = "what to do after pain"


class Settled(StrEnum):
    """Whether the pain from last time has gone back to its usual level."""

    YES = "yes"
    NO = "no"
    UNSURE = "not sure"


@dataclass(frozen=True, slots=True)
class Known:
    """What the record says before the first question.

    `hurt_in_a_row` counts the latest sessions in a row that ended in a pain stop or with more pain;
    `hurt_before_last` counts them without the last session. `hurt_today` is set when the last session began or ended
    on this calendar day. `days_since` is the number of days since the last session, None before the first one.
    `asks_after_last` is set while the person has not said how their back was after the last one. `days_cleared` is the
    number of days since a professional's yes about a warning sign, None without one.
    """

    hurt_in_a_row: int = 0
    hurt_today: bool = False
    days_since: int | None = None
    asks_after_last: bool = False
    hurt_before_last: int = 0
    days_cleared: int | None = None

    @property
    def first_use(self) -> bool:
        """Whether there was no session yet."""
        return self.days_since is None


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said so far; None means not asked or not answered yet.

    `signs` and `ask_first` are True when at least one line of that list applies; `urgent` is True when one of the signs
    is, or may be, in the first list; `looked_at` is True when a professional has looked at the back pain and said yes;
    `severe` is the button beside the numbers; `changed` means that something about the person's health has changed.
    """

    after_last: bool | None = None
    signs: bool | None = None
    urgent: bool | None = None
    looked_at: bool | None = None
    changed: bool = False
    ask_first: bool | None = None
    cleared: bool | None = None
    pain: int | None = None
    severe: bool = False
    settled: Settled | None = None
    restart: Restart | None = None


def goes_gently(answers: Answers) -> bool:
    """Tell whether the answers ask for the easier versions.

    Moderate pain does, and so does a sign or a line of the ask-first list with a professional's yes.
    """
    moderate = answers.pain is not None and pain_word(answers.pain) is Pain.MODERATE
    return moderate or bool(answers.ask_first) or is_cleared(answers)


def is_cleared(answers: Answers) -> bool:
    """Tell whether the only signs are in the second list, and a professional has looked at them and said yes."""
    return answers.signs is True and answers.urgent is False and answers.looked_at is True


def asks_looked_at(answers: Answers) -> bool:
    """Tell whether the page that is closed for a sign of the second list asks if a professional has looked at it."""
    return answers.signs is True and answers.urgent is False and answers.looked_at is None


def hurt_in_a_row(known: Known, answers: Answers) -> int:
    """Return how many sessions in a row hurt, counting what was just said of the last one."""
    # Pain after the last session makes it one that hurt, though the record may not have counted it.
    return max(known.hurt_in_a_row, known.hurt_before_last + 1) if answers.after_last else known.hurt_in_a_row


def shows_full_list(known: Known, answers: Answers) -> bool:
    """Tell whether the full list of warning signs has to be shown: first use, after pain, after a long time."""
    long_ago = known.days_since is not None and known.days_since >= LONG_BREAK_DAYS
    long_cleared = known.days_cleared is not None and known.days_cleared >= CLEARED_DAYS
    return known.first_use or long_ago or long_cleared or hurt_in_a_row(known, answers) > 0


def _is_severe(answers: Answers) -> bool:
    return answers.severe or (answers.pain is not None and pain_word(answers.pain) is Pain.SEVERE)


def _is_closed_by_sign(answers: Answers) -> bool:
    return answers.signs is True and answers.urgent is not None and not is_cleared(answers)


def questions(known: Known, answers: Answers) -> Iterator[Question]:
    """Yield the questions that are still open, in order."""
    if answers.signs and answers.urgent is None:
        yield Question.URGENT
    full = shows_full_list(known, answers)
    if known.asks_after_last and answers.after_last is None:
        yield Question.SINCE
    elif answers.signs is None:
        yield Question.SIGNS if full or answers.after_last else Question.SINCE
    if (known.first_use or answers.changed) and answers.ask_first is None:
        yield Question.ASK_FIRST
    if answers.ask_first and answers.cleared is None:
        yield Question.CLEARED
    if answers.pain is None and not answers.severe:
        yield Question.PAIN
    if hurt_in_a_row(known, answers):
        if answers.settled is None:
            yield Question.SETTLED
        if answers.restart is None:
            yield Question.RESTART


def next_question(known: Known, answers: Answers) -> Question | None:
    """Return what to ask next, or None once the verdict is clear.

    An answer that closes the check makes it clear at once, whatever is still open.
    """
    if _is_closed_by_sign(answers) or _is_severe(answers) or answers.cleared is False:
        return None
    return next(questions(known, answers), None)


def outcome(known: Known, answers: Answers) -> Verdict:
    """Return what the answers so far lead to."""
    if next_question(known, answers) is not None:
        return Verdict.ASK
    case = Case(
        sign=bool(answers.signs),
        urgent=answers.urgent is not False,
        looked_at=answers.looked_at is True,
        severe=_is_severe(answers),
        uncleared=answers.cleared is False or (bool(answers.ask_first) and not answers.cleared),
        hurt=hurt_in_a_row(known, answers),
        settled=answers.settled is Settled.YES,
        restart=answers.restart,
        gently=goes_gently(answers),
    )
    return next(rule.outcome for rule in RULES if rule.fits(case))


def restart_choices(known: Known, answers: Answers) -> tuple[Restart, ...]:
    """Return what may be chosen after pain.

    To decide alone is not offered while it still hurts, after two in a row, or with a warning sign.
    """
    if hurt_in_a_row(known, answers) > 1 or answers.signs or answers.settled is not Settled.YES:
        return Restart.NOT_NOW, Restart.ASKED
    return Restart.NOT_NOW, Restart.ASKED, Restart.DECIDE
