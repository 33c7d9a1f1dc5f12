"""Which routine and which pacing are chosen, each by its id, and what else there is to choose from."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from coach.core.pacing import PACINGS, Preset, WayDown, pacing_of
from coach.core.routine import in_week, on_day
from coach.core.shown_routine import exercise_in_language, in_language, name_in_language
from coach.core.timeline import plan
from coach.session.cut_off import cut_off_of
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.session.cut_off import CutOff
    from coach.store.record.moments import Instant
    from coach.store.record.values import Unfinished
    from coach.store.routines.own_routines import Own


class Selection:
    """The routines to choose from, the one chosen, the pacing, and the time to get down to the floor."""

    def __init__(self, preset: Preset, way_down: WayDown = WayDown.SHORT) -> None:
        self.preset, self.way_down = preset, way_down
        self._routines: dict[str, Routine] = {}
        self._own_routines: dict[str, Routine] = {}
        self.own: tuple[Own, ...] = ()
        """All own routines by name, also those whose file cannot be used."""
        self._chosen = ""
        self.weeks: dict[str, int] = {}
        """The week of its plan, from 0, that the person chose for a routine; the first one where nothing was chosen."""
        self.day: Callable[[], int] = lambda: 0
        """Tells which day it is, by number: some exercises begin on another side each day."""
        self.source = ""
        """The name of the file that the routines came from; empty where they came with coach."""

    @property
    def routines(self) -> tuple[Routine, ...]:
        """All there is to choose from: those of the file in its order, then the own ones by name."""
        return tuple(map(self._now, (*self._routines.values(), *self._own_routines.values())))

    @property
    def of_file(self) -> tuple[str, ...]:
        """Ids of the routines of the file, in its order."""
        return tuple(self._routines)

    @property
    def routine(self) -> Routine | None:
        """The routine that is chosen; while that is gone the first of the file, and None before there is one."""
        return self.find(self._chosen) or self.find(next(iter(self._routines), ""))

    def find(self, routine: str) -> Routine | None:
        """Return a routine by its id, as it is done today in the week that was chosen; None where there is none."""
        found = self._routines.get(routine) or self._own_routines.get(routine)
        return None if found is None else self._now(found)

    def _now(self, routine: Routine) -> Routine:
        return on_day(in_week(routine, self.weeks.get(routine.id, 0)), self.day())

    def is_own(self, routine: str) -> bool:
        """Tell whether an id is that of an own routine that can be used."""
        return routine in self._own_routines

    def take_own(self, owns: Sequence[Own]) -> None:
        """Take the own routines; what is chosen stays."""
        self.own = tuple(owns)
        usable = {own.id: own.routine for own in owns if own.routine is not None and own.id not in self._routines}
        self._own_routines = usable

    def take(self, routines: Sequence[Routine]) -> None:
        """Take the routines of a file; the first is chosen."""
        self._routines = {routine.id: routine for routine in routines}
        self._chosen = routines[0].id if routines else ""

    def choose(self, routine: str) -> bool:
        """Choose the routine with this id; False, and no change, where there is none."""
        if self.find(routine) is None:
            return False
        self._chosen = routine
        return True

    def others(self, most: int) -> list[tuple[Routine, Timeline]]:
        """Return so many of the routines that are not chosen, own ones first, as they are shown and planned now."""
        pacing, chosen = pacing_of(self.preset, self.way_down), self.routine
        own_first = chain(self._own_routines.values(), self._routines.values())
        others = (self._now(each) for each in own_first if chosen is None or each.id != chosen.id)
        return [(in_language(routine), plan(routine, pacing)) for routine in islice(others, most)]

    def short_version(self, routine: str) -> Routine | None:
        """Return the shorter routine with the same exercises as this one; None where there is none."""
        whole = self.find(routine)
        if whole is None:
            return None
        ids = [exercise.id for exercise in whole.exercises]
        alike = self._own_routines if self.is_own(routine) else self._routines
        same = [each for each in map(self._now, alike.values()) if [exercise.id for exercise in each.exercises] == ids]
        shortest = min(same, key=self._total_ms)
        return shortest if self._total_ms(shortest) < self._total_ms(whole) else None

    def short_version_words(self, routine: str) -> str:
        """Return how the short version of a routine is; empty where there is none."""
        short = self.short_version(routine)
        if short is None:
            return ""
        minutes = -(-self._total_ms(short) // 60_000)
        if all(exercise.dose.rounds_of_sets == (1,) for exercise in short.exercises):
            return tr("One round of each. {minutes} min.", minutes=minutes)
        return tr("{minutes} min.", minutes=minutes)

    def _total_ms(self, routine: Routine) -> int:
        return plan(routine, pacing_of(self.preset, self.way_down)).total_ms

    def cut_off(self, unfinished: Unfinished, now: Instant) -> CutOff | None:
        """Return what to offer of a session that was cut off; None where its routine is gone or has changed since."""
        routine = self.find(unfinished.routine)
        if routine is None or unfinished.pacing not in {preset.value for preset in Preset}:
            return None
        timeline = plan(routine, PACINGS[Preset(unfinished.pacing)])
        if timeline.version != unfinished.routine_version:
            return None
        exercises = in_language(routine).exercises
        name = next((exercise.name for exercise in exercises if exercise.id == unfinished.exercise), "")
        return cut_off_of(unfinished, name, timeline, now) if name else None

    # Names, as they are shown

    def choices(self) -> list[tuple[str, str]]:
        """Return the ids and names of all routines, in their order."""
        return [(routine.id, name_in_language(routine)) for routine in self.routines]

    def names(self) -> dict[str, str]:
        """Return the shown names of exercises by the names that the record has for them, or by their ids.

        Ids, which the oldest sessions have, are those of the routines of a file.
        """
        names: dict[str, str] = {}
        for routine in (*self._own_routines.values(), *self._routines.values()):
            for exercise in routine.exercises:
                names[exercise.name] = shown = exercise_in_language(exercise)
                if routine.id in self._routines:
                    names[exercise.id] = shown
        return names

    def routine_names(self) -> dict[str, str]:
        """Return the shown names of routines by the names that the record has for them."""
        return {routine.name: name_in_language(routine) for routine in self.routines}
