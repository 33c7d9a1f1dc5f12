"""One run through a routine: planned, lengthened for its words once the check let it begin, and ready to be kept."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from coach.core.ledger import Ledger
from coach.core.pacing import PACINGS, Preset
from coach.core.shown_routine import in_language
from coach.core.timeline import plan
from coach.store.record.session_start import SessionStart

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.session.gate import Permission
    from coach.store.record.moments import Instant
    from coach.store.record.values import Done, Unfinished

    Lengthen = Callable[[Routine, Timeline], Timeline]
    """Gives a timeline the time that its words need."""


class Run:
    """What is done, when, and what was done of it."""

    def __init__(
        self,
        routine: Routine,
        preset: Preset,
        permission: Permission | None = None,
        lengthen: Lengthen = lambda _routine, planned: planned,
    ) -> None:
        """Plan it; without a permission it only stands there to be looked at."""
        self.routine, self.preset, self.permission = routine, preset, permission
        planned = plan(routine, PACINGS[preset])
        self._version = planned.version
        """The mark of what is prescribed; the gaps of the timeline may be longer."""
        self.timeline = lengthen(routine, planned)
        self.ledger = Ledger(self.timeline)

    @classmethod
    def granted(cls, whole: Routine, preset: Preset, permission: Permission, lengthen: Lengthen) -> Run:
        """Return what the check let begin: without what hurt, or on from where a session was cut off, at its pace."""
        if permission.unfinished is not None:
            return cls(whole, Preset(permission.unfinished.pacing), permission, lengthen)
        kept = tuple(each for each in whole.exercises if each.id != permission.without)
        return cls(replace(whole, exercises=kept) if kept else whole, preset, permission, lengthen)

    @cached_property
    def shown(self) -> Routine:
        """The routine as it is shown: in the person's language."""
        return in_language(self.routine)

    @property
    def unfinished(self) -> Unfinished | None:
        """What was cut off and is gone on with, None for a session from the beginning."""
        return None if self.permission is None else self.permission.unfinished

    @property
    def pain_before(self) -> int | None:
        """The number told in the check."""
        return None if self.permission is None else self.permission.answers.pain

    def add_done(self, done: list[Done]) -> None:
        """Count what was done before the session went on."""
        for part in done:
            self.ledger.add(part.block, part.spent_ms, done=part.was_done)

    def start(self, at: Instant) -> SessionStart | None:
        """Return what the record keeps of the beginning of a session; None before any check has passed."""
        if self.permission is None:
            return None
        restart = self.permission.answers.restart
        return SessionStart(
            at=at,
            routine=self.routine.id,
            routine_name=self.routine.name,
            routine_version=self._version,
            pacing=self.preset.value,
            pain_before=self.permission.answers.pain,
            restart=None if restart is None else restart.value,
            planned_ms=self.timeline.work_ms,
        )
