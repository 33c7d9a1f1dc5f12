"""What closed the check, in words: a title, the advice, and whether both lists of warning signs stand below it."""

from __future__ import annotations

from typing import NamedTuple

from coach.core.safety_rules import Verdict
from coach.words import safety_messages
from coach.words.catalogue import tr, translated


class ClosedMessage(NamedTuple):
    """Texts as they are read. Where the signs show, the person's emergency number shows as well."""

    title: str
    advice: str
    shows_signs: bool


def closed_message(outcome: Verdict) -> ClosedMessage:
    """Return what is told of a check that is closed."""
    title, advice, shows_signs = {
        Verdict.SIGN: (safety_messages.M_FLAG_TITLE, safety_messages.M_FLAG, True),
        Verdict.SIGN_TODAY: (safety_messages.M_FLAG_TITLE, safety_messages.M_FLAG_TODAY, False),
        Verdict.SEVERE: (safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE, True),
        Verdict.ASK_FIRST: (safety_messages.M_ASKFIRST_TITLE, safety_messages.M_ASKFIRST, False),
        Verdict.TWICE: (safety_messages.M_WORSE_TITLE, safety_messages.M_TWICE, False),
    }.get(outcome, (safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE, False))
    heading = tr("Not now") if outcome is Verdict.NOT_NOW else translated(title)
    return ClosedMessage(heading, translated(advice), shows_signs)
