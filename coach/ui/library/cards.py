"""What each card of the page of routines shows; what takes long is worked out once for each routine and pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.pacing import pacing_of
from coach.core.shown_routine import figures_of, in_language
from coach.core.timeline import plan
from coach.session.routine_words import routine_facts
from coach.ui.library.fault_words import faults_of
from coach.ui.library.shown import ShownProblem, ShownRoutine
from coach.ui.library.wishes import MENU, OF_OWN_ALONE, Wish
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.routine import Routine
    from coach.session.routine_library import RoutineLibrary
    from coach.store.routines.own_routines import Own

MOST_OF_FILE = 32
"""So much of the name of a file stands on a card, in characters."""


class Cards:
    """Knows the routines by their ids, those that came with coach and the person's own."""

    def __init__(self, library: RoutineLibrary, is_offered: Callable[[Wish], bool]) -> None:
        self._library, self._selection, self._is_offered = library, library.selection, is_offered
        self._worked_out: dict[str, tuple[tuple[object, ...], str, str]] = {}
        """The name and the facts of each routine, and what they were worked out of."""

    def ids(self) -> list[str]:
        """Return the ids of all cards in their order: what came with coach first, then the own ones by name."""
        own = [each.id for each in self._library.own]
        return [*(name for name in self._selection.of_file if name not in own), *own]

    def shown(self, name: str) -> ShownRoutine | ShownProblem:
        """Return what the card with this id shows."""
        own, routine = self._library.find(name), self._selection.find(name)
        if routine is None:
            if own is not None and own.is_draft:
                return ShownProblem(
                    name, own.name, (tr("Begun, and not finished. Go on where you were."),), is_draft=True
                )
            problems = () if own is None else own.problems
            words = tuple(f"{fault.place}. {fault.words}" for fault in faults_of(problems))
            return ShownProblem(name, "" if own is None else own.name, words)
        shown_name, facts = self._words_of(routine)
        return ShownRoutine(
            id=name,
            name=shown_name,
            facts=facts,
            origin=self._origin(own),
            holds=figures_of(routine),
            is_on_today=self.is_on_today(name),
            wishes=self._wishes(is_own=own is not None),
        )

    def name(self, name: str) -> str:
        """Return the shown name of a routine, by its id."""
        return self.shown(name).name

    def is_on_today(self, name: str) -> bool:
        """Tell whether a routine is the one on the start page."""
        return self._selection.routine is not None and self._selection.routine.id == name

    def _words_of(self, routine: Routine) -> tuple[str, str]:
        """Return the shown name and the facts of a routine."""
        selection = self._selection
        known, name, facts = self._worked_out.get(routine.id, ((), "", ""))
        if known and known[0] is routine and known[1:] == (selection.preset, selection.way_down):
            return name, facts
        shown = in_language(routine)
        facts = routine_facts(shown, plan(shown, pacing_of(selection.preset, selection.way_down)))
        if shown.week is not None:
            facts = f"{facts}\n{shown.plan[shown.week].name}"  # the week of its plan that is done now
        self._worked_out[routine.id] = ((routine, selection.preset, selection.way_down), shown.name, facts)
        return shown.name, facts

    def _origin(self, own: Own | None) -> str:
        """Return where a routine comes from."""
        source = self._selection.source if own is None else own.source
        if source:
            return tr("From a file · {name}", name=_cut(source))
        return tr("Comes with coach") if own is None else tr("Yours")

    def _wishes(self, *, is_own: bool) -> tuple[Wish, ...]:
        return tuple(wish for wish in MENU if (is_own or wish not in OF_OWN_ALONE) and self._is_offered(wish))


def _cut(file: str) -> str:
    """Return the name of a file with its middle left out where it is long: its end tells what it is."""
    half = MOST_OF_FILE // 2
    return file if len(file) <= MOST_OF_FILE else f"{file[:half]}…{file[-half:]}"
