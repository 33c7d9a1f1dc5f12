"""One run through a routine: its timeline, with the time that its words need, and the ledger of what was done."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from coach.core.events import Started
from coach.core.ledger import Ledger
from coach.core.pacing import Preset, WayDown, pacing_of
from coach.core.shown_routine import in_language
from coach.core.timeline import plan
from coach.store.record.session_start import SessionStart

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.events import Event
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.session.gate import Permission
    from coach.store.record.moments import Instant
    from coach.store.record.values import DoneBefore, Unfinished

    Lengthen = Callable[[Routine, Timeline], Timeline]
    """Lengthens the gaps of a timeline to the time that its words need."""


class Run:
    """A routine with its timeline and its ledger."""

    def __init__(
        self,
        routine: Routine,
        preset: Preset,
        permission: Permission | None = None,
        lengthen: Lengthen = lambda _routine, planned: planned,
        way_down: WayDown = WayDown.SHORT,
        *,
        is_trial: bool = False,
    ) -> None:
        """Plan the routine; without a permission it can only be shown, or tried out, not done."""
        self.is_trial = is_trial
        self.routine, self.preset, self.permission = routine, preset, permission
        planned = plan(routine, pacing_of(preset, way_down))
        self._version = planned.version
        """The version of the timeline as planned, before its gaps are lengthened."""
        self.timeline = lengthen(routine, planned)
        self.ledger = Ledger(self.timeline)
        self._before_ms = self._began_ms = self._last_ms = 0

    @classmethod
    def granted(
        cls,
        whole: Routine,
        preset: Preset,
        permission: Permission,
        lengthen: Lengthen,
        way_down: WayDown = WayDown.SHORT,
    ) -> Run:
        """Return the run that a permission allows: without what hurt, or a continued one as it was."""
        if permission.unfinished is not None:
            return cls(whole, Preset(permission.unfinished.pacing), permission, lengthen, way_down)
        exercises = tuple(exercise for exercise in whole.exercises if exercise.id != permission.without)
        return cls(replace(whole, exercises=exercises) if exercises else whole, preset, permission, lengthen, way_down)

    @cached_property
    def shown(self) -> Routine:
        """The routine as it is shown: in the person's language."""
        return in_language(self.routine)

    @property
    def unfinished(self) -> Unfinished | None:
        """The session that is continued, None for one from the beginning."""
        return None if self.permission is None else self.permission.unfinished

    @property
    def pain_before(self) -> int | None:
        """The pain number from the check."""
        return None if self.permission is None else self.permission.answers.pain

    def add_done(self, done: DoneBefore) -> None:
        """Add what was done before a continued session was cut off."""
        self._before_ms = done.length_ms
        for part in done.blocks:
            self.ledger.add(part.block, part.spent_ms, done=part.was_done)

    def take(self, event: Event) -> None:
        """Add an event: the work that it ends, and the time until then."""
        self.ledger.take((event,))
        if isinstance(event, Started):
            self._began_ms = event.at_ms
        self._last_ms = event.at_ms

    @property
    def length_ms(self) -> int:
        """How long it took until its last event, pauses included, as the record tells it later."""
        return self._before_ms + self._last_ms - self._began_ms

    def start(self, at: Instant) -> SessionStart | None:
        """Return what the record stores when the session begins; None without a permission."""
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
            names=tuple({exercise.id: exercise.name for exercise in self.routine.exercises}.items()),
        )
