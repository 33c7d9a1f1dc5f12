"""A line over an edge of the session page: something is not as it should be. Nothing moves when it comes or goes."""

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
"""Letters in px at 100 %: the largest in which the note leaves most of its place free."""
SHARE = 0.4
LEAST_PX = 13


class EdgeNote(QWidget):
    """Lies over an edge of a place on its page, as wide as that. Hidden until there is something to say."""

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
        """What it says."""
        return self.words.text()

    def say(self, text: str) -> None:
        """Show this text, in place of the one before."""
        self.words.setText(text)

    def lie_over(self, place: QRect, *, below: bool, beside: EdgeNote | None = None) -> None:
        """Lie at the upper edge of this place, or at its lower one, in the coordinates of the page.

        Where another note lies there already, lie next to it.
        """
        for size in SIZES:
            if size == SIZES[0] or self._theme.px(size) >= LEAST_PX:
                self.words.setFont(self._theme.font(size, 600))
                height = max(44, self.heightForWidth(place.width()))
            if height <= max(44, SHARE * place.height()):
                break
        taken = beside.height() + 4 if beside is not None and not beside.isHidden() else 0
        top = place.bottom() + 1 - height - taken if below else place.top() + taken
        self.setGeometry(place.left(), top, place.width(), height)
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fetch the keyboard; most desktops have done so before the click comes here."""
        self.window().activateWindow()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and an edge in the colour of getting ready."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.prepare, 2))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


class PassingNote(EdgeNote):
    """News at the lower edge of any page, for so many ms, in place of the one before; presses go through it."""

    def __init__(self, theme: Theme, page: QWidget, text: str, time_ms: int) -> None:
        for before in page.findChildren(PassingNote):
            before.hide()
            before.deleteLater()
        super().__init__(theme, page, text)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        page.installEventFilter(self)
        self._lie()
        self.show()
        QTimer.singleShot(time_ms, self, self.deleteLater)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the edge of a page that changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._lie()
        return False

    def _lie(self) -> None:
        self.lie_over(self._page.rect().adjusted(12, 0, -12, -8), below=True)
