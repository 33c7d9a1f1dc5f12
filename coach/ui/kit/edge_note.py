"""A note over an edge of a page, about something that is wrong. Nothing moves when it comes or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.ui.kit.label import label

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from coach.ui.kit.theme import Theme


SIZES = (17, 15, 13, 11, 9)
"""Letter sizes to try, in px at 100 %: the first in which the note covers at most SHARE of its place."""
SHARE = 0.4
LEAST_PX = 13


class EdgeNote(QWidget):
    """A note over an edge of a rectangle of its page, as wide as that. Hidden until it is shown."""

    def __init__(self, theme: Theme, page: QWidget, text: str) -> None:
        super().__init__(page)
        self._theme = theme
        self.words = label(theme, text, size=17, weight=600)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.addWidget(self.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def text(self) -> str:
        """The text of the note."""
        return self.words.text()

    def say(self, text: str) -> None:
        """Set the text."""
        self.words.setText(text)

    def lie_over(self, place: QRect, *, below: bool) -> None:
        """Take the upper or lower edge of this rectangle, in the coordinates of the page."""
        for size in SIZES:
            if size == SIZES[0] or self._theme.px(size) >= LEAST_PX:
                self._theme.dress(self.words, size, 600)
                height = max(44, self.heightForWidth(place.width()))
            if height <= max(44, SHARE * place.height()):
                break
        top = place.bottom() + 1 - height if below else place.top()
        self.setGeometry(place.left(), top, place.width(), height)
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Activate the window; most desktops have done so before the click arrives."""
        self.window().activateWindow()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and an edge in the `prepare` colour."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.prepare, 2))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


class PassingNote(EdgeNote):
    """News at the lower edge of a page for `time_ms`, in place of an earlier one; clicks go through to the page."""

    def __init__(self, theme: Theme, page: QWidget, text: str, time_ms: int) -> None:
        for earlier in page.findChildren(PassingNote):
            earlier.hide()
            earlier.deleteLater()
        super().__init__(theme, page, text)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        page.installEventFilter(self)
        self._lie()
        self.show()
        QTimer.singleShot(time_ms, self, self.deleteLater)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the edge when the page changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._lie()
        return False

    def _lie(self) -> None:
        self.lie_over(self._page.rect().adjusted(12, 0, -12, -8), below=True)
