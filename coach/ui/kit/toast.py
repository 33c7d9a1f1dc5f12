"""News at the bottom of a page that something was done, with a way to undo it. Never for safety, never in a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from coach.background.timers import single_shot
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.painting import panel
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

HEIGHT, RADIUS = 56, 16
"""Least height, in px at 100 %, and radius of the corners, in px."""
TIME_MS = 6_000
"""How long it stays; while it has the focus or the pointer is on it, it stays longer."""
FROM_EDGE = 16
"""Distance from the lower edge of the page, in px."""


class Toast(QWidget):
    """One piece of news over a page; the next takes its place. It takes no focus by itself: Tab leads there."""

    told = Signal(str)
    """News for a screen reader, once for each showing."""
    undo_wanted = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self.words = label(theme, size=16, weight=600, wrap=False)
        self.undo = KeyButton(theme, "", look=Look.TOAST, height=44, size=15)
        row = QHBoxLayout(self)
        row.setContentsMargins(along(24, 1, 12, 1))
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self.time = single_shot(self, self._on_time, TIME_MS)
        self.undo.clicked.connect(self._on_undo)
        theme.changed.connect(self._paint_words)
        page.installEventFilter(self)
        self._paint_words()
        self.hide()

    def tell(self, text: str, undo: str = "") -> None:
        """Show the news, with a button where `undo` has words for one."""
        self.words.setText(text)
        self.undo.setText(undo)
        self.undo.setVisible(bool(undo))
        self._lie()
        self.show()
        self.raise_()
        self.time.start()
        self.told.emit(text)

    def go(self) -> None:
        """Go away; where the focus was here, the page gets it."""
        had_focus = self._has_focus
        self.time.stop()
        self.hide()
        if had_focus:
            self._page.setFocus()

    @property
    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_undo(self) -> None:
        self.go()
        self.undo_wanted.emit()

    def _on_time(self) -> None:
        if self._has_focus or self.underMouse():
            self.time.start()
        else:
            self.go()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the lower edge when the page changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie()
        return False

    def _lie(self) -> None:
        size, page = self.sizeHint(), self._page.rect()
        width = min(size.width(), page.width() - 2 * FROM_EDGE)
        height = max(size.height(), self._theme.px(HEIGHT))
        self.setGeometry((page.width() - width) // 2, page.height() - FROM_EDGE - height, width, height)

    def _paint_words(self) -> None:
        colours = self.words.palette()
        colours.setColor(QPalette.ColorRole.WindowText, self._theme.tokens.paper)
        self.words.setPalette(colours)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: ink, so that it is unlike everything below it."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel(painter, QRectF(self.rect()), t.ink, QPen(t.paper, 1), RADIUS)
