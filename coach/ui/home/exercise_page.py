"""One exercise in full: how it is done, what it should feel like, when to stop, and how to do less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.core.instructions import STAGES
from coach.core.instructions import wording as step_wording
from coach.session import describe
from coach.ui.home.exercise_head import ExerciseHead, across
from coach.ui.home.exercise_steps import StepLines
from coach.ui.home.movement_panel import MovementPanel
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import ABOVE, SIDE, outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.tile_card import TileCard
from coach.words.catalogue import tr
from coach.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from coach.core.pacing import Side
    from coach.core.routine import Exercise
    from coach.core.say import Line
    from coach.core.speech.transcript import TranscriptLine
    from coach.session.reading_aloud import ReadingAloud
    from coach.ui.figure.loop_view import LoopView
    from coach.ui.kit.theme import Theme

    LinesOf = Callable[[Exercise, Side | None], Sequence[TranscriptLine]]

COLUMNS, PAIRS = 820, 400
"""Least width of the page for two columns, and of a column for two cards side by side, in px at 100 %."""
FIGURE_SHARE = 0.5
"""Most of the page's height for the figure."""
GAP, BETWEEN = 16, 24


class ExercisePage(TextPage):
    """One exercise of a routine in full, to read before a session; a press leads to the next one."""

    _widest = 1136

    def __init__(  # noqa: PLR0917 - a page and who serves it
        self,
        theme: Theme,
        exercises: Sequence[Exercise],
        place: int,
        view: LoopView,
        reading: ReadingAloud,
        lines_of: LinesOf,
    ) -> None:
        """Show the exercise at that place; `view` shows its figure, `reading` says its lines."""
        self._exercises, self._place = tuple(exercises), place
        self._body: QWidget | None = None
        super().__init__(theme, exercises[place].name)
        self._reading, self._lines_of = reading, lines_of
        reading.setParent(self)
        self.movement = MovementPanel(theme, view)
        self._rows: list[tuple[QBoxLayout, int]] = []
        self.movement.side_chosen.connect(self._on_side)
        self.movement.hear_wanted.connect(self._on_hear)
        self.movement.held_changed.connect(self._light)
        reading.sounds.connect(self._on_sounds)
        self._show()

    @property
    def exercise(self) -> Exercise:
        """The exercise that shows."""
        return self._exercises[self._place]

    # From above

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a signal's value
        """Take whether nothing should move unless the person asks for it."""
        self.movement.set_still(still=still)

    def show_silence(self, why: str) -> None:
        """Show why the lines cannot be heard; with empty words they can."""
        if why:
            self._reading.stop()
        self.movement.show_silence(why)

    # Building

    def _head(self) -> QBoxLayout:
        self.head = ExerciseHead(self._theme, self.close_button, self.title)
        self.head.next.clicked.connect(self._on_next)
        return self.head

    def _show(self) -> None:
        """Fill the page with the exercise at its place."""
        exercise = self.exercise
        self.title.setText(exercise.name)
        self.head.show_exercise(self._exercises, self._place)
        self.movement.show_exercise(exercise)
        if self._body is not None:
            for kept in (self.movement, self.movement.view):
                kept.setParent(self)
            self._body.deleteLater()
        self._body = QWidget()
        self._rows = []
        column = QVBoxLayout(self._body)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(GAP)
        column.addLayout(self._row(self._left(exercise), self._right(exercise), least=COLUMNS, shares=(500, 404)))
        self._add_more(exercise, column)
        column.addSpacing(ABOVE)  # for the ring of the last line
        column.addStretch()
        self._column.addLayout(outdented(self._body, above=0), 1)
        self._light()
        self._arrange()
        for kept in (self.movement, self.movement.view):
            kept.show()

    def _row(self, *parts: QWidget | QBoxLayout, least: int, shares: tuple[int, int] = (1, 1)) -> QBoxLayout:
        """Return a row that becomes a column where the page, or its half, is narrower than `least`."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(BETWEEN if least == COLUMNS else GAP)
        for part, share in zip(parts, shares, strict=False):
            if isinstance(part, QWidget):
                row.addWidget(part, share)
            else:
                row.addLayout(part, share)
        self._rows.append((row, least))
        return row

    def _left(self, exercise: Exercise) -> QBoxLayout:
        feel = TileCard(self._theme, LineIcon.HEART, tr("What to feel"), sentences=[exercise.feel])
        self.when_to_stop = TileCard(
            self._theme,
            LineIcon.HAND,
            tr("When to stop"),
            items=[sentence(each) for each in describe.stop_signs(exercise)],
            warns=True,
        )
        column = QVBoxLayout()
        column.setSpacing(GAP - RIM)
        column.addWidget(self.movement.view)
        column.addLayout(outdented(self.movement, side=RIM, above=0))
        column.addLayout(self._row(feel, self.when_to_stop, least=PAIRS))
        column.addStretch()
        return column

    def _right(self, exercise: Exercise) -> QBoxLayout:
        theme = self._theme
        self.steps = StepLines(theme, self._texts(exercise))
        self.steps.set_spacing(0)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(heading(theme, tr("Steps")))
        head.addWidget(label(theme, exercise.breath, size=14, muted=True))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(outdented(self.steps))
        if exercise.easier:
            column.addSpacing(8)
            column.addWidget(TileCard(theme, LineIcon.LEAF, tr("Easier version"), items=exercise.easier))
        column.addStretch()
        return column

    def _add_more(self, exercise: Exercise, column: QVBoxLayout) -> None:
        """Add what is below the fold: who should ask first, and what often goes wrong."""
        parts = [
            TileCard(self._theme, icon, title, items=texts)
            for icon, title, texts in (
                (LineIcon.ASK, tr("Ask a health professional first"), exercise.ask_first),
                (LineIcon.MISTAKE, tr("Often goes wrong"), exercise.mistakes),
            )
            if texts
        ]
        if parts:
            column.addLayout(self._row(*parts, least=COLUMNS))

    def _texts(self, exercise: Exercise) -> list[str]:
        side = self.movement.side
        # The last steps lead on to the other side.
        other: Side | None = None if side is None else "left" if side == "right" else "right"
        return [step_wording(line, other if stage == "change" else side) for stage, line in _steps(exercise)]

    # What happens

    def _on_side(self, _side: Side) -> None:
        self._reading.stop()
        for step, text in zip(self.steps.steps, self._texts(self.exercise), strict=True):
            step.say(text)

    def _on_hear(self) -> None:
        if self._reading.is_silent:
            self._reading.set_lines(self._lines_of(self.exercise, self.movement.side))
            self._reading.read(0, goes_on=True)
        else:
            self._reading.stop()

    def _on_sounds(self, _place: int) -> None:
        self.movement.show_sounding(sounds=not self._reading.is_silent)

    def _on_next(self) -> None:
        self._reading.stop()
        self._place += 1
        self._show()
        self.settle()

    def _light(self) -> None:
        """Light the step of the hold while its picture shows; other kinds go on through all of theirs."""
        stages = [stage for stage, _line in _steps(self.exercise)]
        holds = self.exercise.kind == "hold" and self.movement.is_held
        lit = [place for place, stage in enumerate(stages) if stage == "work"] if holds else []
        self.steps.light(range(lit[0], lit[-1] + 1) if lit else range(0))

    # Size

    def _arrange(self) -> None:
        scale = self._theme.scale
        room = min(self.width() - 64, round(self._widest * scale))
        columns = room >= COLUMNS * scale
        half = room * 500 // 904 if columns else room
        for row, least in self._rows:
            fits = columns if least == COLUMNS else half >= least * scale
            row.setDirection(across(fits=fits))
        self.head.fit(room)
        self.movement.fit(half, round(FIGURE_SHARE * self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is side by side below each other where it is narrow."""
        super().resizeEvent(event)
        if self._body is not None:
            self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be silent: who left the page does not listen any more."""
        super().hideEvent(event)
        self._reading.stop()


def _steps(exercise: Exercise) -> list[tuple[str, Line]]:
    """Return all steps in their order, each with its stage."""
    return [(stage, line) for stage in STAGES for line in getattr(exercise.steps, stage)]
