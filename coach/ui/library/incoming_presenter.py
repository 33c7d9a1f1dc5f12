"""Brings files with routines in: looks at one, shows what is in it or does not fit yet, and keeps it when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from coach.core.pacing import pacing_of
from coach.core.shown_routine import figures_of, in_language
from coach.core.timeline import plan
from coach.session.routine_words import dose, routine_facts
from coach.ui.library.fault_words import faults_of
from coach.ui.library.shown import ShownIncoming, ShownIncomingRoutine
from coach.waves import later
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from weakref import ReferenceType

    from coach.session.routine_library import RoutineLibrary
    from coach.store.routines.incoming import Difference, Incoming, IncomingRoutine
    from coach.store.routines.library import Problem
    from coach.store.routines.own_routines import Own
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.text_page import TextPage
    from coach.ui.kit.theme import Theme
    from coach.ui.library import incoming_page, unfit_page
else:
    incoming_page, unfit_page = later("coach.ui.library.incoming_page"), later("coach.ui.library.unfit_page")


class IncomingPresenter(QObject):
    """Makes the pages; whoever shows them gives them to the person while no session is live."""

    page_wanted = Signal(object)
    """A TextPage is to be shown, in place of the last one of this presenter."""
    other_wanted = Signal()
    """Another file is to be chosen."""
    kept = Signal(object, str)
    """Ids of the own routines that came in, the first of them to be looked at, and the news in words."""
    said = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, pictures: PictureCache, library: RoutineLibrary) -> None:
        super().__init__()
        self._theme, self._pictures, self._library = theme, pictures, library
        self._page: ReferenceType[TextPage] | None = None
        self._incoming: Incoming | None = None
        library.failed.connect(self._on_failed)

    # Files

    def look_at(self, path: Path) -> None:
        """Look at a file, and show what is in it."""
        self._library.look_at(path, self.show)

    def show(self, incoming: Incoming | None) -> None:
        """Show what is in a file or in a QR code, or what does not fit yet."""
        if incoming is None:
            return
        if incoming.problems:
            self._show_unfit(incoming.name, incoming.problems, lambda: self.look_at(incoming.path))
            return
        self._incoming = incoming
        page = incoming_page.IncomingPage(self._theme, self._pictures, self._shown(incoming))
        page.keep_wanted.connect(lambda: self._keep(both=False))
        page.both_wanted.connect(lambda: self._keep(both=True))
        self._show(page)
        self.said.emit(tr("Nothing is kept yet."))

    def show_own(self, own_id: str) -> None:
        """Look again at the file of an own routine that could not be used, and show what does not fit yet."""

        def seen(_incoming: Incoming | None) -> None:  # by then the library has read it again
            own = self._library.find(own_id)
            if own is not None and own.problems:
                self._show_unfit(own.name, own.problems, lambda: self.show_own(own_id))
            elif own is not None:
                self._leave()
                self.kept.emit([own.id], tr("“{name}” can be used now.", name=own.name))

        self._library.look_again(own_id)
        self._library.look_at(self._library.store.path(own_id), seen)

    def _show_unfit(self, name: str, problems: Sequence[Problem], again: Callable[[], None]) -> None:
        page = unfit_page.UnfitPage(self._theme, name, faults_of(problems))
        page.again_wanted.connect(again)
        page.other_wanted.connect(self.other_wanted)
        page.said.connect(self.said)
        self._show(page)

    # Keeping

    def _keep(self, *, both: bool) -> None:
        if self._incoming is not None:
            self._library.keep(self._incoming, self._on_kept, both=both)

    def _on_kept(self, owns: tuple[Own, ...] | None) -> None:
        if not owns:
            return
        self._incoming = None
        self._leave()
        words = tr("“{name}” is among your routines now.", name=owns[0].name)
        if (count := len(owns)) > 1:
            words = plural("{number} routine is among yours now.", "{number} routines are among yours now.", count)
        self.kept.emit([own.id for own in owns], words)

    def _on_failed(self, why: str) -> None:
        """Tell on the page of what comes in why it could not be kept."""
        page = None if self._page is None else self._page()
        if isinstance(page, incoming_page.IncomingPage) and isValid(page):
            page.show_told(tr("It could not be kept: {reason}", reason=why))

    # Pages

    def _show(self, page: TextPage) -> None:
        self._page = ref(page)
        self.page_wanted.emit(page)

    def _leave(self) -> None:
        page = None if self._page is None else self._page()
        if page is not None and isValid(page):
            page.left.emit()

    # Words

    def _shown(self, incoming: Incoming) -> ShownIncoming:
        return ShownIncoming(incoming.name, tuple(self._routine(one) for one in incoming.routines))

    def _routine(self, one: IncomingRoutine) -> ShownIncomingRoutine:
        selection, routine = self._library.selection, in_language(one.routine)
        timeline = plan(routine, pacing_of(selection.preset, selection.way_down))
        return ShownIncomingRoutine(
            name=routine.name,
            facts=routine_facts(routine, timeline),
            holds=figures_of(routine),
            exercises=tuple(f"{each.name} · {dose(each)}" for each in routine.exercises),
            replaces="" if one.replaces is None else one.replaces.name,
            is_same=one.is_same,
            differs=() if one.is_same else tuple(_difference(found, _names(one)) for found in one.differs),
        )


def _names(one: IncomingRoutine) -> dict[str, str]:
    """Return the shown names of all exercises, of the routine that comes in and of the one it would replace."""
    replaced = None if one.replaces is None else one.replaces.routine
    shown = [in_language(routine) for routine in (replaced, one.routine) if routine is not None]
    return {exercise.id: exercise.name for routine in shown for exercise in routine.exercises}


def _difference(found: Difference, names: Mapping[str, str]) -> str:
    """Return how an exercise differs from the one it would replace."""
    before, after = found.before, found.after
    which = after or before
    name = found.name if which is None else names.get(which.id, found.name)
    if before is None:
        amount = "" if after is None else dose(after)
        # Note: an exercise that only the routine that comes in has, and how much of it
        return tr("New: {exercise}, {amount}", exercise=name, amount=amount)
    if after is None:
        # Note: an exercise that the routine that comes in has no more
        return tr("No longer in it: {exercise}", exercise=name)
    was, now = dose(before), dose(after)
    if was == now:
        return tr("Other words: {exercise}", exercise=name)
    return tr("{exercise}: {now}, before {was}", exercise=name, now=now, was=was)
