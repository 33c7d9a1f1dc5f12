"""Opens routines in the editor: one of the person's own, or a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from coach.core.shown_routine import in_language
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach.core.draft import new
    from coach.core.draft.draft import Draft
    from coach.session import draft_keeper
    from coach.session.draft_keeper import DraftKeeper
    from coach.session.routine_library import RoutineLibrary
    from coach.session.services import SessionServices
    from coach.store.routines import one_routine
    from coach.ui.editor import add_pane, editor, row_words
    from coach.ui.editor.add_pane import Offered
    from coach.ui.editor.editor import Editor
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
else:
    add_pane, editor = later("coach.ui.editor.add_pane"), later("coach.ui.editor.editor")
    draft_keeper, new = later("coach.session.draft_keeper"), later("coach.core.draft.new")
    row_words = later("coach.ui.editor.row_words")
    one_routine = later("coach.store.routines.one_routine")

MOST_OFFERED = 120
"""Exercises of other routines that are offered, at most."""


class EditorPresenter(QObject):
    """Opens one routine at a time; what is read comes back a moment later, with `ready`."""

    ready = Signal(object)
    """The page of the editor, to be shown."""
    try_wanted = Signal(object)
    """A Routine is to be tried."""
    kept = Signal(object)
    """The person is done with the routine, and what was written is it now, an Own."""

    def __init__(  # noqa: PLR0917 - who serves it
        self,
        services: SessionServices,
        routines: RoutineLibrary,
        theme: Theme,
        pictures: PictureCache,
        announcer: Announcer,
        now_ms: Callable[[], int],
    ) -> None:
        super().__init__()
        self._services, self._routines, self._now_ms = services, routines, now_ms
        self._theme, self._pictures, self._announcer = theme, pictures, announcer
        self._keeper: DraftKeeper | None = None
        self._shipped: tuple[Mapping[str, Any], ...] = ()
        self._ways: tuple[Mapping[str, Any], ...] = ()
        self._hurt: frozenset[str] = frozenset()
        self.editor: Editor | None = None

    # Opening

    def edit(self, routine_id: str) -> None:
        """Open an own routine: what could not be saved, or its draft where one was left, else its file."""
        if self.editor is not None and self.editor.draft.id == routine_id and not self.editor.is_kept:
            self.ready.emit(self.editor.make_page(self._figures()))
            return

        def with_shipped() -> None:
            self._draft_keeper.find(routine_id, found)

        def found(draft: Draft | None) -> None:
            if draft is not None:
                self._open(draft)

        self._prepare(with_shipped)

    def new(self) -> None:
        """Open a new routine."""
        self._prepare(self._begin)

    def _begin(self) -> None:
        name = tr("My routine")
        self._open(new.new_draft(one_routine.new_id(name), name, self._ways), is_new=True)

    @property
    def _draft_keeper(self) -> DraftKeeper:
        if self._keeper is None:
            self._keeper = draft_keeper.DraftKeeper(self._routines, self)
        return self._keeper

    def _prepare(self, then: Callable[[], None]) -> None:
        """Find what each routine may need: what came with coach, and which exercises hurt of late."""

        def with_shipped(document: Mapping[str, Any] | None) -> None:
            self._shipped = () if document is None else tuple(document["exercises"])
            self._ways = () if document is None else tuple(document.get("position_changes", ()))
            self._services.recorder.ask_stopped(with_stopped)

        def with_stopped(hurt: frozenset[str]) -> None:
            self._hurt = hurt
            then()

        shipped = self._routines.selection.routines
        if shipped:
            self._routines.document(shipped[0].id, with_shipped)
        else:
            with_shipped(None)

    def _open(self, draft: Draft, *, is_new: bool = False) -> None:
        if self.editor is not None:
            self.editor.finish()
            self.editor.deleteLater()
        self.editor = opened = editor.Editor(
            draft,
            self._services,
            self._routines,
            self._theme,
            self._pictures,
            self._announcer,
            self._now_ms,
            self._shipped,
            self._hurt,
        )
        opened.try_wanted.connect(self.try_wanted)
        opened.kept.connect(self.kept)
        opened.adding.connect(self._offer)
        page = opened.make_page(self._figures())
        page.begins_with_name = is_new
        self.ready.emit(page)

    def again(self) -> None:
        """Show the routine that is open once more, as after it was tried."""
        if self.editor is not None:
            page = self.editor.make_page(self._figures())
            page.begins_with_try = True
            self.ready.emit(page)
            page.toast.tell(tr("That was the trial. Nothing of it is kept."))

    def _figures(self) -> list[tuple[str, str]]:
        """Return the figures to choose from, by id, with the names of their exercises."""
        found: dict[str, str] = {}
        for routine in self._routines.selection.routines:
            for exercise in in_language(routine).exercises:
                if exercise.figure and self._pictures.knows(exercise.figure):
                    found.setdefault(exercise.figure, exercise.name)
        return [*found.items(), ("", tr("No figure: words instead"))]

    # What can be added

    def _offer(self, show: Callable[[Sequence[tuple[str, Sequence[Offered]]]], None]) -> None:
        """Show the exercises of all other routines, each once: those that came with coach first."""
        selection = self._routines.selection
        mine = "" if self.editor is None else self.editor.draft.id
        wanted = [routine.id for routine in selection.routines if routine.id != mine]
        groups: list[tuple[str, list[Offered]]] = []
        seen: set[str] = set()
        names = selection.names()

        def take(document: Mapping[str, Any] | None, left: list[str]) -> None:
            if document is not None:
                is_own = selection.is_own(document["routines"][0]["id"])
                name = document["routines"][0]["name"] if is_own else tr("From coach")
                found = [each for each in document["exercises"] if each["id"] not in seen]
                seen.update(each["id"] for each in found)
                if found:
                    groups.append((name, [_offered(each, names) for each in found]))
            if not left or sum(len(group) for _name, group in groups) >= MOST_OFFERED:
                show(groups)
            else:
                self._routines.document(left[0], lambda found: take(found, left[1:]))

        take(None, wanted)


def _offered(exercise: Mapping[str, Any], names: Mapping[str, str]) -> Offered:
    return add_pane.Offered(
        names.get(exercise["id"], str(exercise.get("name", ""))), row_words.dose_words(exercise), exercise
    )
