"""The page of the check: one question at a time, no answer chosen beforehand, and then the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.core.safety import Question
from coach.ui.check.answer_bar import AnswerBar
from coach.ui.check.answer_buttons import AnswerButtons
from coach.ui.check.closed_sheet import ClosedSheet, People
from coach.ui.check.gently_sheet import GentlySheet
from coach.ui.check.question_sheets import QuestionSheets
from coach.ui.check.read_on import HAND_MS, Fade, ReadOn
from coach.ui.check.room import Room
from coach.ui.check.single_presses import SinglePresses
from coach.ui.check.usual_day import UsualDay
from coach.ui.kit.icons import Icon
from coach.ui.kit.marks import QUESTIONS
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.words.catalogue import tr, tr_in

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coach.core.safety import Answers, Known
    from coach.core.safety_rules import Verdict
    from coach.session.clock import Clock
    from coach.ui.check.gently_sheet import Today
    from coach.ui.check.sheet import Sheet
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.pain_scale import PainScale
    from coach.ui.kit.theme import Theme

WIDEST, SIDE = 1216, 24
"""Most width of the column, in px at 100 %, and room at its sides, in px."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CheckPage(QWidget):
    """Shows a question or the verdict; `bar` holds the way back, and what is answered there."""

    answered = Signal(object)
    """The changes to the Answers, by field."""
    back_wanted = Signal()
    """The person wants to answer the question before again."""
    close_wanted = Signal()
    """The person leaves the check."""
    contact_wanted = Signal()
    """The person asks for the contact of their professional."""
    start_wanted = Signal(object)
    """Begin the session, with a GentleChoice."""
    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, pictures: PictureCache, hand: Clock) -> None:
        super().__init__()
        self._theme, self._pictures, self._hand = theme, pictures, hand
        self._presses = SinglePresses(self)
        self._answers = AnswerButtons(theme, self._presses, self.answered.emit)
        self._questions = QuestionSheets(theme, pictures, self._answers)
        self.setObjectName(QUESTIONS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab does not stop here
        self._column = scrolling_column(self, theme, tr("Before you start"), WIDEST)
        self._column.addStretch()
        self.people = People()
        """Whom the person can ask."""
        self.sheet: Sheet | None = None
        """The sheet that shows."""
        self._before: Sheet | None = None
        self._is_closed = False
        self._shown_ms = 0
        self.bar = AnswerBar(theme)
        self.back = self.bar.back
        self.back.clicked.connect(self.back_wanted)
        self._presses.watch(self.back, self.bar.close_check)
        self.bar.close_check.clicked.connect(self.close_wanted)
        self.read_on = ReadOn(self, column_of(self), Fade(theme, self), hand)
        self.read_on.confirmed.connect(self._on_read)
        self.read_on.end_reached.connect(lambda: self.told.emit(tr("This is the end of the list.")))

    # What shows

    @property
    def buttons(self) -> list[KeyButton]:
        """All that answers on this page, but for the numbers."""
        return [] if self.sheet is None else self.sheet.buttons

    @property
    def scale(self) -> PainScale | None:
        """The numbers, where they are asked for."""
        return None if self.sheet is None else self.sheet.scale

    @property
    def contact(self) -> KeyButton | None:
        """The button that opens the contact."""
        return None if self.sheet is None else self.sheet.contact

    def ask(self, question: Question, known: Known, answers: Answers, step: tuple[int, int]) -> str:
        """Show a question; `step` is its number and the number of all. Return what a screen reader has to say."""
        self._questions.contact = self.people.contact
        return self._take(self._questions.make(question, known, answers, step))

    def ask_usual_day(self, known: Known) -> str:
        """Show both questions of a usual day; return what a screen reader has to say."""
        return self._take(UsualDay(self._theme, self._pictures, self._answers, known))

    def show_given(self, given: Answers) -> None:
        """Show which question of a usual day is answered."""
        if isinstance(self.sheet, UsualDay):
            self.sheet.show_given(given)

    def tell(self, verdict: Verdict, answers: Answers, today: Today) -> str:
        """Show the verdict; return what a screen reader has to say."""
        if verdict.is_closed:
            closed = ClosedSheet(self._theme, self._pictures, self._answers, verdict, answers, self.people)
            return self._take(closed, is_closed=True)
        gently = GentlySheet(self._theme, self._pictures, answers, today)
        gently.start.clicked.connect(lambda: self.start_wanted.emit(gently.choice))
        gently.not_now.clicked.connect(self.close_wanted)
        self._presses.watch(gently.start, gently.not_now)
        return self._take(gently)

    def _take(self, sheet: Sheet, *, is_closed: bool = False) -> str:
        self._drop_before()
        self._before, self.sheet = self.sheet, sheet
        self._is_closed = is_closed
        for part in (self, self.bar):
            part.setAccessibleName(sheet.title)
        self._column.insertWidget(0, sheet)
        if sheet.scale is not None:
            sheet.scale.chosen.connect(lambda number: self.answered.emit({"pain": number}))
        if sheet.since is not None:
            sheet.since.see.clicked.connect(self._turn_signs)
        if sheet.contact is not None:
            sheet.contact.clicked.connect(self.contact_wanted)
        return sheet.said

    def _drop_before(self) -> None:
        if self._before is not None:
            self._column.removeWidget(self._before)
            self._before.hide()
            self._before.deleteLater()
            self._before = None

    def settle(self, question: Question | None) -> None:
        """Scroll to the top and give the focus to the heading, where no key answers; after pain to “Not now”."""
        if self.sheet is None:
            return
        self.sheet.show()  # a hidden widget cannot take the focus
        self._fit()
        (self.buttons[0] if question is Question.RESTART and self.buttons else self.sheet.heading).setFocus()
        self._drop_before()  # only now: without it the focus would move to some other widget first
        self._fill_bar()
        column_of(self).to_top()
        self.read_on.begin(self.sheet.to_read)
        self._shown_ms = self._hand.now_ms()

    # How it is arranged

    def _fill_bar(self) -> None:
        """Put into the bar what belongs there on this page."""
        if self.sheet is None:
            return
        back = tr_in("to the question before", "Back")
        if self._is_closed:
            self.bar.name_back(tr("Answer again"), "", Icon.AGAIN)
        else:
            self.bar.name_back(back, tr("Esc"), Icon.BEFORE)
        self.bar.take([self.bar.close_check] if self._is_closed else self.sheet.in_bar, self.sheet.bar_note)
        self._show_rule()

    def _show_rule(self) -> None:
        if isinstance(self.sheet, UsualDay):
            self.sheet.show_rule(in_bar=self.bar.shows_note)

    def _fit(self) -> None:
        """Arrange the page for the room it has."""
        if self.sheet is not None:
            scale = self._theme.scale
            room = Room(self.width() / scale, self.height() / scale)
            column_of(self).leave(SIDE, 8 if room.is_tiny else 14 if room.is_low else 24)
            self.sheet.fit(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the page for its new size."""
        super().resizeEvent(event)
        self._fit()
        self._fill_bar()

    def _turn_signs(self) -> None:
        """Show both lists of warning signs from their top, or hide them."""
        if self.sheet is None or self.sheet.since is None:
            return
        first = self.sheet.since.turn_signs()
        if first is not None:
            first.setFocus()
            column_of(self).bring(first, self.sheet.since.signs)

    # What is pressed

    def _on_read(self) -> None:
        if self.sheet is not None:
            self.answered.emit(dict(self.sheet.when_read))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to a number by its digit key, start gently with Enter, and go back or close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            (self.close_wanted if self._is_closed else self.back_wanted).emit()
        elif event.key() in _ENTER and isinstance(self.sheet, GentlySheet):
            self._start_by_key(self.sheet, event)
        elif self.scale is None or not self.scale.lead_by(event):
            super().keyPressEvent(event)

    def _start_by_key(self, sheet: GentlySheet, event: QKeyEvent) -> None:
        """Start, unless the key was still down or pressed again from the page before."""
        if not event.isAutoRepeat() and self._hand.now_ms() - self._shown_ms >= HAND_MS:
            self.start_wanted.emit(sheet.choice)

    def go(self) -> None:
        """Do nothing at Space: it must not answer a question."""
