"""Has one routine written: what is done on the page becomes an edit, and each edit is shown, judged and kept."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from coach.background.timers import single_shot
from coach.core.draft import edits
from coach.core.draft.new import empty_exercise
from coach.core.draft.problems import mended
from coach.session.draft_keeper import DraftKeeper
from coach.session.reading_aloud import ReadingAloud
from coach.store.routines.draft_check import DraftCheck
from coach.ui.editor import row_moves
from coach.ui.editor.aside import Aside
from coach.ui.editor.editor_page import EditorPage
from coach.ui.editor.history import History
from coach.ui.editor.row_words import rows_of
from coach.ui.figure.loop_view import LoopView
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place
    from coach.core.draft.problems import DraftProblem
    from coach.core.routine import Exercise
    from coach.session.routine_library import RoutineLibrary
    from coach.session.services import SessionServices
    from coach.store.routines.own_routines import Own
    from coach.ui.editor.add_pane import AddPane, Offered
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme

QUIET_MS = 900
"""What is wrong is read aloud so long after the last key: not at each of them."""


class Editor(QObject):
    """One routine that is open. Its page may come and go; what can be undone stays."""

    left = Signal()
    """The person is done with it; all is kept."""
    kept = Signal(object)
    """It was left, and what was written is the routine now, an Own."""
    try_wanted = Signal(object)
    """This Routine is to be tried, as fast as can be followed."""
    adding = Signal(object)
    """The page shows what can be added, and asks for what there is: a function that takes groups of Offered."""

    def __init__(  # noqa: PLR0917 - who serves it
        self,
        draft: Draft,
        services: SessionServices,
        routines: RoutineLibrary,
        theme: Theme,
        pictures: PictureCache,
        announcer: Announcer,
        now_ms: Callable[[], int],
        shipped: Sequence[Mapping[str, Any]] = (),
        hurt: Collection[str] = (),
    ) -> None:
        """`shipped` are the exercises that came with coach, `hurt` the ids of those that hurt when they were done."""
        super().__init__()
        self._services, self._routines, self._announcer = services, routines, announcer
        self._theme, self._pictures, self._now_ms = theme, pictures, now_ms
        self.history = History(draft, self)
        self.history.changed.connect(self._on_changed)
        for signal in (self.history.stack.indexChanged, self.history.stack.undoTextChanged):
            signal.connect(self._show_history)
        figures = [str(each["figure"]) for each in shipped if each.get("figure")]
        warm_ups = [each for each in shipped if each.get("warm_up")]
        voice = services.narrator.voice
        self._check = DraftCheck(voice.length_ms, figures, warm_ups, voice.can_say)
        self._hurt = tuple(hurt)
        self._keeper = DraftKeeper(routines, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_failed)
        for silence in (services.narrator.lost, services.narrator.found):
            silence.connect(self._show_silence)
        self._is_changed = self._is_tried = False
        self._is_refused = self._is_warned = False
        self._checked = self._check.check(draft, self._hurt)
        self.page: EditorPage | None = None
        self._reading: ReadingAloud | None = None
        self._told = ""
        self._news = single_shot(self, self._tell_problem, QUIET_MS)
        rows = draft.rows()
        self._is_empty = not rows
        if rows:
            self.history.show_row(rows[0].place)

    @property
    def draft(self) -> Draft:
        """The routine as it is now."""
        return self.history.draft

    # The page

    def make_page(self, figures: Sequence[tuple[str, str]]) -> EditorPage:
        """Return a page that shows the routine as it is; `figures` are those to choose from, by id and name."""
        self._is_warned = False
        view = LoopView(self._theme, self._pictures, self._now_ms)
        aside = Aside(self._theme, view, figures)
        self.page = page = EditorPage(self._theme, self._pictures, aside)
        self._reading = reading = ReadingAloud(self._services.narrator, page)
        reading.sounds.connect(lambda _place: aside.show_sounding(sounds=not reading.is_silent))
        view.set_moving(moving=not self._services.preferences.is_still)
        self._services.preferences.still_changed.connect(page.set_still)
        self._connect(page)
        self._show()
        self._show_history()
        self._show_saved()
        self._show_silence()
        if not self.draft.rows():  # the first thing that a new routine needs
            self._show_adding(page)
        return page

    def _show_silence(self, _why: str = "") -> None:
        narrator = self._services.narrator
        if self.page is not None and isValid(self.page):
            self.page.aside.show_silence("" if narrator.has_sound else narrator.trouble or tr("There is no sound."))

    def _connect(self, page: EditorPage) -> None:
        page.edited.connect(self._do)
        page.remedied.connect(self._on_remedied)
        page.look_wanted.connect(self._on_look)
        page.row_chosen.connect(self._on_row)
        page.picked.connect(self._on_picked)
        page.empty_wanted.connect(lambda: self._on_picked(empty_exercise()))
        page.undo_wanted.connect(self.history.undo)
        page.redo_wanted.connect(self.history.redo)
        page.leave_wanted.connect(lambda: self._on_leave(page))
        page.hidden.connect(self._on_hidden)
        head, rows, aside = page.head, page.pane.rows, page.aside
        head.renamed.connect(lambda name: self._do(edits.rename_routine(self.draft, name)))
        head.try_wanted.connect(self._on_try)
        rows.moved.connect(self._on_moved)
        rows.step_wanted.connect(self._on_step)
        rows.delete_wanted.connect(self._on_delete)
        page.pane.add_wanted.connect(self._on_add)
        page.toast.undo_wanted.connect(self.history.undo)
        page.toast.told.connect(self._announcer.say)
        page.form.told.connect(self._announcer.say)
        aside.hear_wanted.connect(self._on_hear)
        aside.figure_chosen.connect(self._on_figure)

    # What is done to the routine

    def _do(self, edit: Edit) -> None:
        if self.page is not None and self.page.toast.isVisible():
            self.page.toast.go()  # its Undo would be that of something else now
        self.history.do(edit)

    def _on_changed(self, draft: Draft, _row: Place | None) -> None:
        is_empty, self._is_changed = not draft.rows(), True
        if is_empty is not self._is_empty and self.page is not None and isValid(self.page):
            if is_empty:  # as at first: what it needs now is an exercise
                self._show_adding(self.page).settle()
            else:
                self.page.end_adding()
        self._is_empty = is_empty
        self._keeper.keep(draft)
        self._checked = self._check.check(draft, self._hurt)
        self._show()
        self._news.start()

    def _on_remedied(self, problem: DraftProblem) -> None:
        self._do(mended(self.draft, problem))

    def _on_row(self, number: int) -> None:
        if self._reading is not None:
            self._reading.stop()
        rows = self.draft.rows()
        self.history.show_row(rows[number].place if 0 <= number < len(rows) else None)
        self._show()

    def _on_moved(self, number: int, before: int) -> None:
        self._do(row_moves.dropped(self.draft, number, before))

    def _on_step(self, by: int) -> None:
        row = self.history.row
        if row is not None and (edit := row_moves.stepped(self.draft, row, by)) is not None:
            self._do(edit)
            place = self._chosen() + 1
            self._announcer.say(tr("{what}: now at place {place}.", what=edit.says, place=place))

    def _on_delete(self) -> None:
        row = self.history.row
        if row is None:
            return
        told = edits.removed_words(self.draft, row)
        self._do(edits.remove(self.draft, row))
        if self.page is not None:
            self.page.toast.tell(told, tr("Undo"))

    def _on_figure(self, figure: str) -> None:
        if (row := self._exercise_row()) is not None:
            says = tr("Change the figure")
            self._do(edits.set_field(self.draft, row, ("figure",), figure or None, says=says))

    # Adding

    def _on_add(self) -> None:
        if self.page is not None:
            self._show_adding(self.page).settle()

    def _show_adding(self, page: EditorPage) -> AddPane:
        pane = page.show_adding()
        self.adding.emit(self._offer)
        return pane

    def _offer(self, groups: Sequence[tuple[str, Sequence[Offered]]]) -> None:
        if self.page is not None and isValid(self.page) and self.page.adding is not None:
            self.page.adding.offer(groups)

    def _on_picked(self, exercise: Mapping[str, Any]) -> None:
        after = self.history.row
        page = self.page
        if page is not None:
            page.end_adding()
        self._do(edits.add_exercise(self.draft, exercise, after))
        if page is not None:
            page.area.to_top()
            page.begin_row()

    # What shows

    def _chosen(self) -> int:
        places = [row.place for row in self.draft.rows()]
        return places.index(self.history.row) if self.history.row in places else -1

    def _exercise_row(self) -> Place | None:
        row = self.history.row
        return row if row is not None and self.draft.value((*row, "exercise")) is not None else None

    def _show(self) -> None:
        page, draft, told = self.page, self.draft, self._checked
        if page is None or not isValid(page):
            return
        row = self.history.row if self._chosen() >= 0 else None
        page.show_draft(draft, row, rows_of(draft, told.problems), self._chosen())
        page.show_figures(told.figures, row, self._facts())
        here = [problem for problem in told.problems if problem.asked_in == row]
        page.show_problems(here, told.problems)
        page.aside.show_exercise(self._value())
        page.head.show_whole(is_whole=self._is_whole)
        if not self._keeper.is_kept:
            page.head.show_saved(tr("Saving"))

    def _show_history(self, _what: object = None) -> None:
        """Show what can be undone: the stack knows it only once it has done what was done."""
        stack, page = self.history.stack, self.page
        if page is not None and isValid(page):
            undo = self.history.undo_words if stack.canUndo() else ""
            page.head.show_history(undo, self.history.redo_words if stack.canRedo() else "")

    @property
    def _is_whole(self) -> bool:
        """Whether the routine can be done as it is."""
        return not self._checked.errors and self._checked.routine is not None

    def _value(self) -> Exercise | None:
        """Return the exercise of the row that shows as it would be done now; None where the row is none."""
        row, routine = self._exercise_row(), self._checked.routine
        rows = [each.row for each in self._checked.figures.timetable]
        return routine.exercises[rows.index(row)] if routine is not None and row in rows else None

    def _facts(self) -> str:
        count = len(self.draft.exercise_rows())
        minutes = -(-self._checked.figures.total_ms // 60_000)
        # Note: the number of exercises, and how long they take
        return tr("{number} · {minutes} min", number=count, minutes=minutes) if minutes else str(count)

    def _show_saved(self) -> None:
        if self.page is not None and isValid(self.page):
            self.page.head.show_saved(tr("Not saved") if self._is_refused else tr("Saved"))

    def _on_kept(self) -> None:
        self._is_refused = self._is_warned = False
        self._show_saved()

    def _on_failed(self) -> None:
        self._is_refused = True
        if self.page is not None and isValid(self.page):
            self._show_saved()
            if self._is_warned:
                return
            self.page.toast.tell(tr("The routine could not be saved. The next change tries again."))

    def _tell_problem(self) -> None:
        """Read aloud what is wrong with the row, once it is quiet; what was read before is not read again."""
        here = [problem.message for problem in self._checked.problems if problem.row == self.history.row]
        words = here[0] if here else ""
        if words != self._told:
            self._told = words
            self._announcer.say(words or self._left_to_look_at())

    def _left_to_look_at(self) -> str:
        count = len(self._checked.problems)
        if not count:
            return tr("Nothing to look at any more.")
        return plural("{number} thing to look at.", "{number} things to look at.", count)

    def _on_look(self, problem: DraftProblem) -> None:
        if self.page is not None:
            self.page.end_adding()
        if problem.asked_in != self.history.row or self.page is None or self.page.form.isHidden():
            self.history.show_row(problem.asked_in)
            self._show()
        if self.page is not None:
            self.page.lead_to(problem)

    # Hearing and trying

    def _on_hear(self) -> None:
        reading, row, page = self._reading, self._exercise_row(), self.page
        if reading is None or row is None or page is None:
            return
        if reading.is_silent:
            reading.set_lines(self._check.lines(self.draft, row, page.aside.side))
            reading.read(0, goes_on=True)
        else:
            reading.stop()

    def _on_try(self) -> None:
        if self._is_whole:
            self._is_tried = True
            self.try_wanted.emit(self._checked.routine)
            self._is_tried = False

    # Keeping

    def _on_hidden(self) -> None:
        """Keep what there is: the page goes, for whatever reason."""
        if self._reading is not None:
            self._reading.stop()
        self._news.stop()
        if self._is_tried:  # it goes on afterwards
            self._keeper.flush()
        else:
            self.finish()

    @property
    def is_kept(self) -> bool:
        """Whether all that was written is on the disk, or on its way there."""
        return not self._is_refused

    def _on_leave(self, page: EditorPage) -> None:
        """Leave; where the disk refused what was written, only when it is wanted once more: it would be gone."""
        if self._is_refused and not self._is_warned:
            self._is_warned = True
            self._keeper.flush()
            page.toast.tell(tr("The routine could not be saved. Press once more to leave without it."))
            return
        self.finish()
        page.left.emit()
        self.left.emit()

    def finish(self) -> None:
        """Keep the routine: in its file where it is whole, as a draft where it is not yet."""
        if not self._is_changed:
            return
        if self._is_whole:
            self._is_changed = False
            self._keeper.finish(self.draft, self._on_saved)
        else:
            self._keeper.flush()

    def _on_saved(self, own: Own | None) -> None:
        with contextlib.suppress(RuntimeError):  # another routine may be open by now, and this editor gone
            self._is_changed = self._is_changed or own is None
            if own is not None and own.routine is not None:
                self.kept.emit(own)
