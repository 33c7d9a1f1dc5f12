"""The page on which a routine is written: its exercises, a form in the middle, and the figure with the lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from coach.ui.editor.aside import MOST_WIDE
from coach.ui.editor.aside import WIDTH as ASIDE
from coach.ui.editor.exercise_form import ExerciseForm
from coach.ui.editor.exercises_pane import WIDTH as PANE
from coach.ui.editor.exercises_pane import ExercisesPane
from coach.ui.editor.head import EditorHead
from coach.ui.kit.marks import PAGE
from coach.ui.kit.painting import RIM
from coach.ui.kit.passing_page import PassingPage
from coach.ui.kit.reading import along
from coach.ui.kit.scroll_page import Column
from coach.ui.kit.tab_order import follow
from coach.ui.kit.toast import Toast
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from coach.core.draft.draft import Draft
    from coach.core.draft.json_places import Place
    from coach.core.draft.live_figures import LiveFigures
    from coach.core.draft.problems import DraftProblem
    from coach.ui.editor import add_pane, group_form, routine_form
    from coach.ui.editor.aside import Aside
    from coach.ui.editor.form_parts import Form
    from coach.ui.editor.shown import Row
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

    _Form = TypeVar("_Form", bound=Form)
else:
    add_pane, group_form = later("coach.ui.editor.add_pane"), later("coach.ui.editor.group_form")
    routine_form = later("coach.ui.editor.routine_form")

WIDE, ONE_COLUMN = 1100, 760
"""Least width for three columns, and for the list beside the form, in px at 100 %."""
SIDE, ABOVE, BAR = 26, 24, 14
"""Room beside and above the form, and for its scroll bar, in px."""
FORM = 560
"""Most width of the form, in px at 100 %."""


class EditorPage(PassingPage):
    """Shows a draft and sends on what the person does with it."""

    is_alone = True
    begins_with_name = begins_with_try = False
    """Where the focus is at first: on the name of the routine, or on *Try it*; else on the list."""
    edited = Signal(object)
    remedied = Signal(object)
    row_chosen = Signal(int)
    """The number of a row of the list; -1 for the routine as a whole."""
    picked = Signal(object)
    """This exercise is to be added, as a file has it."""
    empty_wanted = Signal()
    look_wanted = Signal(object)
    """The person wants to see where this DraftProblem is."""
    undo_wanted = Signal()
    redo_wanted = Signal()
    leave_wanted = Signal()
    """The person is done; what is not saved yet may keep the page."""
    hidden = Signal()
    """The page goes, for whatever reason."""

    def __init__(self, theme: Theme, pictures: PictureCache, aside: Aside) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(PAGE)
        self.setAccessibleName(tr("Edit a routine"))
        self.head = EditorHead(theme)
        self.pane = ExercisesPane(theme, pictures)
        self.aside = aside
        self.form = ExerciseForm(theme, pictures)
        self.routine: routine_form.RoutineForm | None = None
        self.group: group_form.GroupForm | None = None
        self.adding: add_pane.AddPane | None = None
        self._shape = ""
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(along(BAR, 0, 0, 0))
        self._column.setSpacing(ABOVE - RIM)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        holder = QWidget()
        self._inside = QHBoxLayout(holder)
        self._inside.addWidget(self._middle, 1)
        self._inside.addStretch(0)
        self.area = Column(self._inside, theme)
        self._set_up_area(self.area, holder)
        self._aside_area = QScrollArea()
        self._aside_area.viewport().installEventFilter(self)
        self._set_up_area(self._aside_area, None)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.pane)
        self._body.addWidget(self.area, 1)
        self._body.addWidget(self._aside_area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addLayout(self._body, 1)
        self.toast = Toast(theme, self)
        self._connect()

    def _set_up_area(self, area: QScrollArea, inside: QWidget | None) -> None:
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if inside is not None:
            area.setWidget(inside)
            inside.setAutoFillBackground(False)

    def _connect(self) -> None:
        self.head.left.connect(self.leave_wanted)
        self.head.field.returnPressed.connect(self._after_name)
        self.head.undo_wanted.connect(self.undo_wanted)
        self.head.redo_wanted.connect(self.redo_wanted)
        self.pane.rows.chosen.connect(self.row_chosen)
        self.pane.routine_wanted.connect(lambda: self.row_chosen.emit(-1))
        self.pane.rows.pressed_row.connect(self._into_form)
        self.aside.look_at.wanted.connect(self.look_wanted)
        self._take(self.form)
        self.form.more_shown.connect(self._keep_more_in_sight)

    def _take(self, form: Form) -> None:
        form.edited.connect(self.edited)
        form.remedied.connect(self.remedied)

    # From above

    def show_draft(self, draft: Draft, row: Place | None, rows: Sequence[Row], chosen: int) -> None:
        """Show a draft: its rows with one chosen, and the form of that one, or of the routine."""
        self.head.show_name(draft.name)
        self.pane.show_rows(rows, chosen)
        form = self._form_for(draft, row)
        for each in self._forms():
            if each.isHidden() is (each is form):
                each.setVisible(each is form)
        form.show_row(draft, row or ())
        self.pane.show_routine(shown=form is self.routine)

    def show_figures(self, figures: LiveFigures, row: Place | None, facts: str) -> None:
        """Show how long it takes, and which part of it the row is; `facts` go beside the head of the list."""
        self.aside.length.show_figures(figures, row)
        self.aside.timetable.show_figures(figures, row)
        self.pane.facts.setText(facts)

    def show_problems(self, here: Sequence[DraftProblem], everywhere: Sequence[DraftProblem]) -> None:
        """Show the problems of the row with their fields, and all of them at the right."""
        self.present.show_problems(here)
        self.aside.look_at.show_problems(everywhere)

    @property
    def present(self) -> Form:
        """The form that shows."""
        return next((form for form in self._forms() if not form.isHidden()), self.form)

    def _forms(self) -> list[Form]:
        made = (self.form, self.routine, self.group, self.adding)
        return [form for form in made if form is not None]

    def _form_for(self, draft: Draft, row: Place | None) -> Form:
        if self.adding is not None and self.is_adding:
            return self.adding
        if row is None:
            if self.routine is None:
                self.routine = self._add(routine_form.RoutineForm(self._theme))
                self.routine.circuit_made.connect(self._into_form)
                self.routine.plan.week_added.connect(self._keep_week_in_sight)
            return self.routine
        if draft.value((*row, "exercises")) is not None:
            if self.group is None:
                self.group = self._add(group_form.GroupForm(self._theme))
                self.group.taken_apart.connect(self._into_rows)
            return self.group
        return self.form

    def _add(self, form: _Form) -> _Form:
        self._take(form)
        form.hide()
        self._column.insertWidget(self._column.indexOf(self.form) + 1, form)
        follow(self.form.more, form)
        return form

    # Adding an exercise

    def show_adding(self) -> add_pane.AddPane:
        """Show what can be added, in place of the form."""
        if self.adding is None:
            self.adding = self._add(add_pane.AddPane(self._theme))
            self.adding.closed.connect(self.hide_adding)
            self.adding.picked.connect(self.picked)
            self.adding.empty_wanted.connect(self.empty_wanted)
        for form in self._forms():
            form.setVisible(form is self.adding)
        self.pane.show_routine(shown=False)
        self.area.to_top()
        return self.adding

    @property
    def is_adding(self) -> bool:
        """Whether what can be added shows."""
        return self.adding is not None and not self.adding.isHidden()

    def end_adding(self) -> None:
        """Have the form of a row show next, and the focus in the list."""
        if self.adding is not None and self.is_adding:
            self.pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adding.hide()

    def hide_adding(self) -> None:
        """Show the form again; the focus goes back to the button that led there."""
        if self.adding is None or not self.is_adding:
            return
        self.adding.hide()
        self.pane.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.row_chosen.emit(self.pane.rows.place)

    # Where the focus goes

    def settle(self) -> None:
        """Begin with the list, or with what adds the first exercise."""
        if self.begins_with_name:
            self.head.change_name()
            return
        first: QWidget = self.pane.rows if self.pane.rows.rows else self.pane.add
        first = self.head.try_it if self.begins_with_try else first
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.to_top()

    def _after_name(self) -> None:
        """Lead on to the first exercise, once a new routine has its name."""
        if not self.pane.rows.rows and self.adding is not None:
            self.adding.settle()

    def _into_form(self) -> None:
        entry = next(iter(self.present.entries), None)
        if entry is not None:
            entry.asked.focus_control()

    def _into_rows(self) -> None:
        self.pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_to(self, problem: DraftProblem) -> None:
        """Give the focus to the field that a problem is about, once its row shows."""
        asked = self.present.asked_about(problem.place)
        if asked is None:  # it has no field of its own: to the first of those it is about
            self._into_form()
            return
        asked.focus_control()
        QTimer.singleShot(0, asked, lambda: self.area.ensureWidgetVisible(asked, 0, 40))

    def begin_row(self) -> None:
        """Give the keyboard to the name of the exercise, all of it chosen: the next letter begins another one."""
        self.form.name.focus_control()
        self.form.name.field.selectAll()

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a signal's value
        """Take whether nothing should move."""
        self.aside.view.set_moving(moving=not still)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the page goes."""
        super().hideEvent(event)
        self.hidden.emit()

    def _keep_more_in_sight(self) -> None:
        if self.form.rest is not None and not self.form.rest.isHidden():
            self.area.bring(self.form.more, self.form.rest)

    def _keep_week_in_sight(self) -> None:
        if self.routine is not None:
            self.area.bring(self.routine.plan.weeks, self.routine.plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, or leave with Esc: first a field that is typed in, for the list, then the page; all is saved."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self.redo_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.is_adding and self.pane.rows.rows:
                self.hide_adding()
            elif isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QSpinBox) and self.pane.rows.rows:
                self._into_rows()  # whoever means the field does not lose what can be undone
            else:
                self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside or below each other, by the width."""
        super().resizeEvent(event)
        self._arrange()

    def follow_text(self) -> None:
        """Fit another text size."""
        self._shape = ""
        self._arrange()

    def _arrange(self) -> None:
        scale, px = self._theme.scale, self._theme.px
        wide = self.width() / scale
        shape = "three" if wide >= WIDE else "two" if wide >= ONE_COLUMN else "one"
        self._middle.setMaximumWidth(px(FORM) + 2 * RIM + BAR if shape != "one" else MOST_WIDE)
        side = SIDE if shape != "one" else 16
        beside_pane = self.width() - (px(PANE) if shape == "two" else 0) - 2 * (side - RIM) - BAR
        room = px(ASIDE) + 2 * RIM if shape == "three" else min(beside_pane, self._middle.maximumWidth() - BAR)
        self.aside.fit(beside=shape == "three", room=room)
        if shape == self._shape:
            return
        self._shape = shape
        focused = QApplication.focusWidget()
        self.area.leave(max(0, side - RIM - BAR), ABOVE)
        if shape == "three":
            self._column.removeWidget(self.aside)
            self._aside_area.setWidget(self.aside)
            self._leave_beside_aside()
            self._aside_area.setFixedWidth(px(ASIDE) + 24 + RIM)
        else:
            if self._aside_area.widget() is self.aside:
                self._aside_area.takeWidget()
            self.aside.setContentsMargins(0, 0, 0, 0)
            self._column.insertWidget(0, self.aside)
        self._aside_area.setVisible(shape == "three")
        self.aside.show()
        self._place_pane(beside=shape != "one")
        if focused is not None and self.isAncestorOf(focused) and not focused.hasFocus():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # what is given another place loses it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the right column as wide as always when its scroll bar comes or goes.

        Not as its range changes: the bar is not there yet then, words that wrap otherwise change the range again, and
        so on without an end.
        """
        if event.type() == QEvent.Type.Resize and self._shape == "three":
            self._leave_beside_aside()
        return super().eventFilter(watched, event)

    def _leave_beside_aside(self) -> None:
        taken = self._aside_area.width() - self._aside_area.viewport().width()
        self.aside.setContentsMargins(along(0, 22, max(0, 24 - RIM - taken), ABOVE))

    def _place_pane(self, *, beside: bool) -> None:
        self.pane.fill(beside=beside)
        if beside:
            self._column.removeWidget(self.pane)
            self._body.insertWidget(0, self.pane)
            self.pane.setFixedWidth(self._theme.px(PANE))
        else:
            self._body.removeWidget(self.pane)
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(MOST_WIDE)
            self._column.insertWidget(0, self.pane)
        self.pane.show()


def _is_redo(event: QKeyEvent) -> bool:
    """Tell whether it is Ctrl+Y or Ctrl+Shift+Z: one of them is redo on each desktop, and both mean it."""
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    return (event.key(), event.modifiers()) in {(Qt.Key.Key_Y, ctrl), (Qt.Key.Key_Z, ctrl | shift)}
