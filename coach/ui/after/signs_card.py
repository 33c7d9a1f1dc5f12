"""The signs that need emergency help: the short list at once, both full ones after a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.edge_fades import EdgeFades
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Lines, dotted, outdented
from coach.ui.kit.painting import panel
from coach.ui.kit.reading import along
from coach.ui.kit.scroll_page import meaning_of
from coach.ui.kit.sign import Sign
from coach.ui.kit.theme import STOPPED
from coach.words import safety_messages
from coach.words.catalogue import Translatable, tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme


TITLE, WORDS, LEAST = 18.5, 17.5, 16
"""Sizes of the letters in the window of the look, and the least one, in px at 100 %."""


CLEAR = 12
"""Room above and below what scrolls, in px: its edges are straight, the corners of the card are round."""


class _Signs(QScrollArea):
    """Scrolls by keys as a page does, and leaves the key to the page where it goes on no further."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        bar, move = self.verticalScrollBar(), meaning_of(event)
        before = bar.value()
        if move is not None:
            bar.triggerAction(move)
        event.setAccepted(bar.value() != before)


class SignsCard(QWidget):
    """A card in the colours of the stopped page; where it has less room than its signs need, these scroll in it."""

    turned = Signal()
    """The other lists show now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._most: int | None = None
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(along(24, 18 - CLEAR, 20, 14 - CLEAR))
        column.setSpacing(8)
        self.title = heading(theme, translated(safety_messages.M_STOP_SIGNS))
        # Before there is anything in it: Qt would lay all of it out in a size that it never has.
        self._area = self._make_area(inside)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Sign(theme, LineIcon.PHONE, 20, colour=STOPPED.brand), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self._number = label(theme, size=19, weight=700)
        column.addWidget(self._number)
        self._short = self._list(theme, self.title.text(), safety_messages.EMERGENCY_SHORT)
        self._full = self._list(theme, self.title.text(), safety_messages.EMERGENCY_SIGNS)
        self._calm = label(theme, translated(safety_messages.M_LIST), size=17)
        column.addWidget(self._calm)
        column.addLayout(outdented(self._short, self._full))
        self._today_title = heading(theme, translated(safety_messages.TODAY_TITLE))
        self._today_title.setContentsMargins(0, 12, 0, 0)
        self._today = self._list(theme, self._today_title.text(), safety_messages.TODAY_SIGNS)
        column.addWidget(self._today_title)
        column.addLayout(outdented(self._today))
        self.more = KeyButton(theme, "", look=Look.STOPPED_LINK, height=44, size=18)
        self.more.clicked.connect(self._on_more)
        column.addLayout(at_left(self.more))
        column.addStretch()
        self._fades = EdgeFades(self._area, lambda: STOPPED.surface)
        size = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        size.setHeightForWidth(True)
        self.setSizePolicy(size)
        self.show_all(shown=False)
        self.show_number("")

    def _make_area(self, inside: QWidget) -> QScrollArea:
        """Return the part that scrolls, if anything does. It lies within the round corners of the card."""
        area = _Signs(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.title.text())
        area.setWidget(inside)
        inside.installEventFilter(self)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, STOPPED.surface)
        area.setPalette(colours)
        return area

    # Sizes

    def set_most_height(self, most: int | None) -> None:
        """Be at most so high, in px, and let the signs scroll in it; None leaves scrolling to the page."""
        if most != self._most:
            self._most = most
            self._area.verticalScrollBar().setValue(0)
            self.updateGeometry()

    def needed(self, width: int) -> int:
        """Return the height in which all of it shows at a width, in px."""
        return self._column.totalHeightForWidth(width) + 2 * CLEAR

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for all of it, or the most that it may have."""
        needed = self.needed(width)
        return needed if self._most is None else min(needed, self._most)

    def sizeHint(self) -> QSize:
        """Return the size in which all of it shows."""
        width = self._column.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width."""
        return QSize(self._column.minimumSize().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the part that scrolls fill the card."""
        super().resizeEvent(event)
        self._area.setGeometry(self.rect().adjusted(0, CLEAR, 0, -CLEAR))
        self._show_bar()

    def _show_bar(self) -> None:
        """Show the scroll bar where it is needed: Qt keeps one that is needed only because it takes room itself."""
        fits = self.needed(self.width()) <= self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self._area.setVerticalScrollBarPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the page ask for the height anew when something inside has another one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._show_bar()
        return super().eventFilter(watched, event)

    def _list(self, theme: Theme, name: str, signs: tuple[Translatable, ...]) -> Lines:
        return dotted(theme, name, [translated(sign) for sign in signs], size=18, tokens=STOPPED)

    def _on_more(self) -> None:
        """Show the other lists from their top."""
        self.show_all(shown=self._full.isHidden())
        self._area.verticalScrollBar().setValue(0)
        self.title.setFocus()
        self.turned.emit()

    def show_number(self, number: str) -> str:
        """Show the person's own emergency number, and return the words; empty without one, since none is built in."""
        words = tr("Your emergency number: {number}", number=number) if number else ""
        self._number.setText(words)
        self._number.setVisible(bool(number))
        return words

    @property
    def is_full(self) -> bool:
        """Whether both full lists show, not the short one."""
        return not self._full.isHidden()

    def show_all(self, *, shown: bool) -> None:
        """Show both full lists, or the short one."""
        for part in (self._full, self._today_title, self._today, self._calm):
            part.setVisible(shown)
        self._short.setVisible(not shown)
        self.more.setText(tr("Show fewer signs") if shown else tr("See all the signs"))
        self.more.updateGeometry()
        self.updateGeometry()

    def fit_letters(self, factor: float) -> None:
        """Make the letters `factor` times as large as in the look, but never too small to be read from the floor."""
        dress = self._theme.dress
        for titles in (self.title, self._today_title, self._number):
            dress(titles, max(LEAST, TITLE * factor), 700)
        dress(self._calm, max(LEAST, WORDS * factor))
        for signs in (self._short, self._full, self._today):
            for line in signs.lines:
                dress(line, max(LEAST, WORDS * factor))
                line.fit_dot()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel(painter, QRectF(self.rect()), STOPPED.surface, None, 20)
