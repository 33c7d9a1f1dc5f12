"""What a check before a session leads to: one table of facts and verdicts, read from the top.

No row that starts stands above a row that closes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Restart(StrEnum):
    """What a person decides after pain last time."""

    NOT_NOW = "not now"
    ASKED = "I have asked a professional"
    DECIDE = "I decide to start again, gently"


class Verdict(StrEnum):
    """What the check leads to. All but the first three are closed: no start button, no partial routine."""

    ASK = "there is more to ask"
    START = "start"
    START_GENTLY = "start with the easier versions offered"
    SIGN = "closed: a warning sign of the first list, or one that may be"
    SIGN_TODAY = "closed: a warning sign of the second list"
    SEVERE = "closed: severe pain"
    ASK_FIRST = "closed: ask a professional first"
    NOT_NOW = "closed: not now"
    WORSE = "closed: not back to the usual level"
    TWICE = "closed: it has hurt two times in a row"

    @property
    def starts(self) -> bool:
        """Whether a session may begin."""
        return self in {Verdict.START, Verdict.START_GENTLY}

    @property
    def is_closed(self) -> bool:
        """Whether this check is over and nothing may begin."""
        return self is not Verdict.ASK and not self.starts


class Case(NamedTuple):
    """The facts that the rules are matched against; `hurt` is the number of sessions in a row that hurt."""

    sign: bool
    urgent: bool
    looked_at: bool
    severe: bool
    uncleared: bool
    hurt: int
    settled: bool
    restart: Restart | None
    gently: bool


class Rule(NamedTuple):
    """A row of the table: the facts it requires (None: any) and the verdict it leads to.

    `twice` is two or more in a row.
    """

    outcome: Verdict
    sign: bool | None = None
    urgent: bool | None = None
    looked_at: bool | None = None
    severe: bool | None = None
    uncleared: bool | None = None
    hurt: bool | None = None
    twice: bool | None = None
    settled: bool | None = None
    restart: Restart | None = None
    gently: bool | None = None

    def fits(self, case: Case) -> bool:
        """Tell whether this row decides a case."""
        pairs: tuple[tuple[object, object], ...] = (
            (self.sign, case.sign),
            (self.urgent, case.urgent),
            (self.looked_at, case.looked_at),
            (self.severe, case.severe),
            (self.uncleared, case.uncleared),
            (self.hurt, case.hurt > 0),
            (self.twice, case.hurt > 1),
            (self.settled, case.settled),
            (self.restart, case.restart),
            (self.gently, case.gently),
        )
        return all(required is None or required == actual for required, actual in pairs)


RULES = (
    Rule(Verdict.SIGN, sign=True, urgent=True),
    Rule(Verdict.SIGN_TODAY, sign=True, looked_at=False),
    Rule(Verdict.SEVERE, severe=True),
    Rule(Verdict.ASK_FIRST, uncleared=True),
    Rule(Verdict.NOT_NOW, hurt=True, restart=Restart.NOT_NOW),
    Rule(Verdict.TWICE, twice=True, restart=Restart.DECIDE),
    Rule(Verdict.WORSE, hurt=True, settled=False, restart=Restart.DECIDE),
    Rule(Verdict.WORSE, hurt=True, sign=True, restart=Restart.DECIDE),
    Rule(Verdict.START_GENTLY, hurt=True),
    Rule(Verdict.START_GENTLY, gently=True),
    Rule(Verdict.START),
)
"""The check, read from the top; the first row that fits decides."""
