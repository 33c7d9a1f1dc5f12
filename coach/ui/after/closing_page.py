"""After a session: how the back feels now, and what was done, side by side, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.after.after_card import AfterCard
from coach.ui.after.done_card import DoneCard
from coach.ui.home.focus_order import order_focus
from coach.ui.kit.given import UNBOUND
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import ABOVE, SIDE, Lines, Outdented, outdented
from coach.ui.kit.note_box import OpenNote
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.ui.kit.sign import Sign
from coach.words import safety_messages
from coach.words.catalogue import tr, tr_in, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coach.ui.after.done import Done
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

WIDEST, LEFT, APART = 1216, 606, 28
"""Most width of the page, width of its left column, and room between both, in px at 100 %."""
TWO_COLUMNS = 1060
"""Width in px at 100 % from which what was done stands beside the questions."""
LOW = 620
"""Height of the page in px below which titles and rows are lower."""


def _holder(inside: QWidget, side: int = 0) -> QWidget:
    """Return a place for a widget, whose content stands `side` px beyond where cards begin."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(SIDE - side, 0, SIDE - side, 0)
    column.addWidget(inside)
    return made


class ClosingPage(QWidget):
    """Asks how the back feels and shows the list of what was really done; `bar` holds the way out."""

    close_wanted = Signal()
    signs_wanted = Signal()

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        column = scrolling_column(self, theme, tr("After the session"), WIDEST)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.after, self.note = AfterCard(theme), OpenNote(theme)
        self.what = DoneCard(theme, pictures)
        self._left, self._signs, self._note = self._make_left(), _holder(self.after.signs), _holder(self.note, RIM)
        self._right = self._make_right()
        self._arranged: tuple[bool, bool] | None = None
        both = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(SIDE, 0, SIDE, 0))
        both.addLayout(self._grid)
        column.addLayout(both)
        column.addStretch()
        self._arrange()
        self.after.given.connect(lambda _pain, _compared: self._on_answer())
        self.after.advised.connect(self._on_advised)
        self.note.grew.connect(self._on_note_grew)
        self.bar = self._make_bar()
        for part in (self, self.bar):
            part.installEventFilter(self)

    def _make_left(self) -> QWidget:
        """Return what is asked: how the back feels."""
        left = QWidget()
        self.title = heading(self._theme, size=38)
        self.lead = label(self._theme, size=18)
        words = QVBoxLayout(left)
        words.setContentsMargins(SIDE, 0, SIDE, 0)  # rings are not cut
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addSpacing(8)
        words.addWidget(self.lead)
        words.addSpacing(18)
        words.addWidget(self.after)
        return left

    def _make_right(self) -> QWidget:
        """Return what was done, and where to go if it does not help."""
        right = QWidget()
        book = Lines(self._theme, tr("If it does not help"))
        book.add(translated(safety_messages.M_BOOK), size=15, muted=True)
        row = QHBoxLayout()
        row.setContentsMargins(along(4, 0, 8, 0))
        row.setSpacing(12)
        row.addWidget(Sign(self._theme, LineIcon.HELP, 15, quiet=True), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(outdented(book), 1)
        words = QVBoxLayout(right)
        words.setContentsMargins(SIDE, 0, SIDE, ABOVE)
        words.setSpacing(16)
        words.addWidget(self.what)
        words.addLayout(row)
        return right

    def _make_bar(self) -> QWidget:
        """Return the bar with the ways out."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(along(23, 16 - RIM, 19, 16 - RIM))
        self.signs = KeyButton(self._theme, tr("Signs that need help"), look=Look.LINK)
        self.signs.clicked.connect(self.signs_wanted)
        row.addWidget(self.signs)
        self.because = KeyButton(self._theme, translated(safety_messages.ASK_BECAUSE), height=44)
        self.because.setAccessibleDescription(tr("Press if yes."))
        row.addWidget(self.because)
        row.addStretch()
        words = tr_in("a button that leaves the last page", "Done")
        self.done = KeyButton(self._theme, words, key=tr("Enter"), look=Look.PRIMARY, size=18)
        self.done.setMinimumWidth(200)
        self.done.clicked.connect(self.close_wanted)
        row.addWidget(self.done)
        return bar

    def show_result(
        self,
        done: Sequence[Done],
        *,
        finished: bool,
        enough: bool,
        before: int | None = None,
        length_ms: int = 0,
        contact: str = "",
        emergency: str = "",
    ) -> str:
        """Show what was done of this routine; return the title, to be said aloud.

        `finished` is a session that went on to its last block, `enough` half or more of its work; `length_ms` is how
        long it took, in ms. `contact` and `emergency` are the person's own, in words, and may be empty.
        """
        title = tr("Ended for now.")
        if enough:
            title = tr("All done.") if finished else tr("Done for now.")
        self.title.setText(title)
        self.after.ask(before, contact, emergency)
        self._on_answer()
        self.what.show_done(done, length_ms)
        order_focus(self._grid)  # the lines of what was done are new
        return title

    def _on_answer(self) -> None:
        """Say less where there is advice, which comes first, and have the signs follow it at once."""
        is_short = bool(self.after.advice.text())
        self.lead.setText(translated(safety_messages.M_DONE_SHORT if is_short else safety_messages.M_DONE))
        self._arrange()

    def settle(self) -> None:
        """Begin at the top, with the focus on the way out."""
        self.done.setFocus()
        column_of(self).to_top()  # not sooner: the page scrolls to what had the focus when it showed the last time

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space press the control that was chosen; where none was, it is for whoever rests on the floor still."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = self.window().focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton) and focus is not self.done:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both parts side by side where the window is wide enough."""
        super().resizeEvent(event)
        self._arrange()
        is_low = self.height() < LOW
        self._theme.dress(self.title, 34 if is_low else 38, 700)
        self.what.done.set_low(low=is_low)

    def _arrange(self) -> None:
        """Give each part its place: the signs across the whole width below the advice, the note after them."""
        px, severe = self._theme.px, self.after.is_severe
        is_wide = self.width() >= px(TWO_COLUMNS)
        self._grid.setHorizontalSpacing(px(APART) - 2 * SIDE)
        self._grid.setVerticalSpacing(18)
        self._signs.setVisible(severe)
        for part in (self._left, self._note):
            part.setMinimumWidth(px(LEFT) + 2 * SIDE if is_wide else 0)
            part.setMaximumWidth(px(LEFT) + 2 * SIDE if is_wide else UNBOUND)
        if self._arranged == (is_wide, severe):
            return
        self._arranged = is_wide, severe
        parts = (self._left, self._signs, self._note, self._right)
        for row, part in enumerate(parts):
            self._grid.removeWidget(part)
            if not is_wide:
                self._grid.addWidget(part, row, 0)
        if is_wide:
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self._left, 0, 0, top)
            self._grid.addWidget(self._signs, 1, 0, 1, 2)
            self._grid.addWidget(self._note, 2, 0, top)
            self._grid.addWidget(self._right, 0, 1, 1 if severe else len(parts), 1, top)
        self._grid.setColumnStretch(1, 1 if is_wide else 0)
        order_focus(self._grid)
        self._grid.setRowStretch(len(parts) - 1, 1)  # what the right column is higher goes below the left one

    def _on_advised(self, _words: str) -> None:
        """Scroll to the advice and the signs below it: in a small window they are below what shows."""
        after = self.after
        column_of(self).bring(after.advice, after.signs if after.is_severe else None)

    def _on_note_grew(self) -> None:
        """Keep all of the note in sight while it grows."""
        if self.note.field.hasFocus():
            column_of(self).bring(self.note)

    def go(self) -> None:
        """Do what Space does here: nothing, the session is over."""
