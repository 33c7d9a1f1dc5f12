"""Which routine is chosen, and which is being done: planned, and ready to be kept."""

from __future__ import annotations

from dataclasses import replace
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
    from coach.store.record.values import Unfinished


class Course:
    """The routines to choose from, the one chosen, and what has become of it since the check."""

    def __init__(self, preset: Preset) -> None:
        self.preset = preset
        self.routines: tuple[Routine, ...] = ()
        self.chosen = 0
        self.go: Permission | None = None
        """With what the check let the last session begin."""
        self.timeline: Timeline | None = None
        self.ledger: Ledger | None = None
        self._going: Routine | None = None
        self._shown: tuple[Routine, Routine] | None = None
        self._version = ""
        """The mark of what is prescribed; the gaps of the timeline may have grown since."""

    @property
    def routine(self) -> Routine:
        """The routine that is being done, or the one that is chosen."""
        return self._going if self._going is not None else self.routines[self.chosen]

    @property
    def shown(self) -> Routine:
        """The same routine as it is shown: in the person's language."""
        routine = self.routine
        if self._shown is None or self._shown[0] is not routine:
            self._shown = routine, in_language(routine)
        return self._shown[1]

    def choose(self, place: int) -> Timeline:
        """Choose a routine by its place, and return its timeline."""
        self.chosen, self._going = place, None
        return self._plan(self.routine)

    def other_total_ms(self) -> int:
        """Return how long the other one of two routines is, 0 where there are not two."""
        others = [routine for place, routine in enumerate(self.routines) if place != self.chosen]
        return plan(others[0], PACINGS[self.preset]).total_ms if len(others) == 1 else 0

    def grant(self, go: Permission, lengthen: Callable[[Routine, Timeline], Timeline]) -> Timeline:
        """Take that a session may begin, and return its timeline, with the time that its words need."""
        if go.unfinished is not None and (place := self.place_of(go.unfinished)) is not None:
            self.chosen, self.preset = place, Preset(go.unfinished.pacing)
        self.go, whole = go, self.routines[self.chosen]
        kept = tuple(each for each in whole.exercises if each.id != go.without)
        self._going = replace(whole, exercises=kept) if kept and go.unfinished is None else whole
        planned = self._plan(self._going)
        self.timeline = lengthen(self._going, planned)
        return self.timeline

    def _plan(self, routine: Routine) -> Timeline:
        planned = plan(routine, PACINGS[self.preset])
        self.timeline, self._version = planned, planned.version
        return planned

    def begin_ledger(self, timeline: Timeline) -> None:
        """Count what is done from nothing."""
        self.ledger = Ledger(timeline)

    def start(self, at: Instant) -> SessionStart | None:
        """Return what the record keeps of the beginning of a session; None before any check has passed."""
        if self.go is None:
            return None
        restart = self.go.answers.restart
        return SessionStart(
            at=at,
            routine=self.routine.id,
            routine_name=self.routine.name,
            routine_version=self._version,
            pacing=self.preset.value,
            pain_before=self.go.answers.pain,
            restart=None if restart is None else restart.value,
            planned_ms=0 if self.timeline is None else self.timeline.work_ms,
        )

    # What was cut off

    def place_of(self, found: Unfinished) -> int | None:
        """Return the place of the routine that was cut off, None where there is no such routine any more."""
        return next((place for place, each in enumerate(self.routines) if each.id == found.routine), None)

    def fits(self, found: Unfinished) -> str:
        """Return the name of the exercise that was cut off, empty where it is not prescribed any more as it was."""
        place = self.place_of(found)
        if place is None or found.pacing not in {each.value for each in Preset}:
            return ""
        routine = self.routines[place]
        if plan(routine, PACINGS[Preset(found.pacing)]).version != found.routine_version:
            return ""
        return next((each.name for each in in_language(routine).exercises if each.id == found.exercise), "")

    def names(self) -> dict[str, str]:
        """Return the names of all exercises by their ids."""
        return {each.id: each.name for routine in self.routines for each in in_language(routine).exercises}

    def shown_names(self) -> list[str]:
        """Return the names of all routines as they are shown, in their order."""
        return [in_language(routine).name for routine in self.routines]

    def routine_names(self) -> dict[str, str]:
        """Return the names of routines as they are shown, by those that the record keeps."""
        return dict(zip((routine.name for routine in self.routines), self.shown_names(), strict=True))
