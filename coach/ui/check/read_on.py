"""Reading on: nobody says “none of these” of signs that were never on the screen.

As long as the end of the page was not in sight, the button that would say so pages down instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import Look
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.session.clock import Clock
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.scroll_page import Column
    from coach.ui.kit.theme import Theme

FADE = 44
"""Height over which a page fades where it goes on below, in px."""
END = 26
"""Room below the last line of a page, in px: it is at its end when no more than that is out of sight."""
KEPT = 32
"""So much of a page stays in sight above the fade when it is paged down, in px."""
HAND_MS = 300
"""After a page came, or its button changed its meaning, a press so soon was meant for the one before."""


class Fade(QWidget):
    """Lies over the lower end of a page that goes on, and lets every press through."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from nothing to the ground of the page."""
        ground = self._theme.tokens.paper
        clear = QColor(ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(0.85, ground)
        gradient.setColorAt(1, ground)
        QPainter(self).fillRect(self.rect(), gradient)


class ReadOn(QObject):
    """Watches how far a page was scrolled, and gives its button the meaning that this allows."""

    confirmed = Signal()
    """The button was pressed after the end of the page had been in sight."""
    end_reached = Signal()
    """The end came into sight by scrolling: a page that only got its place has nothing to tell."""

    def __init__(self, page: QWidget, area: Column, fade: Fade, hand: Clock) -> None:
        super().__init__(page)
        self._page, self._area, self.fade, self._hand = page, area, fade, hand
        self._button: KeyButton | None = None
        self._words = ""
        self._was_seen = True
        self._since_ms = -HAND_MS
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._look_soon)
        bar.rangeChanged.connect(self._look_soon)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        area.viewport().installEventFilter(self)

    def begin(self, button: KeyButton | None) -> None:
        """Begin with a page at its top, and with this button if it has one to be read to its end."""
        if button is not self._button or button is None:
            self._button, self._was_seen = button, button is None
            self._since_ms = -HAND_MS
            if button is not None:
                self._words = button.text()
                button.clicked.connect(self._on_press)
        for _round in range(3):  # what is new gets its place: before that nothing can be told to be in sight
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.look(at_first=True)

    def _look_soon(self) -> None:
        self._soon.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the page has another size."""
        if event.type() == QEvent.Type.Resize:
            self._look_soon()
        return super().eventFilter(watched, event)

    def look(self, *, at_first: bool = False) -> None:
        """Take in how much of the page is in sight."""
        if not self._page.isVisible():
            return
        bar = self._area.verticalScrollBar()
        goes_on = bar.maximum() - bar.value() > END
        port = self._area.viewport()
        left = port.mapTo(self._page, QPoint(0, 0)).x()  # the scroll bar is at the left where words begin at the right
        self.fade.setGeometry(left, self._page.height() - FADE, port.width(), FADE)
        self.fade.setVisible(goes_on)
        self.fade.raise_()
        if self._button is None:
            return
        if not self._was_seen and not goes_on:
            self._was_seen = True
            if not at_first:
                self._since_ms = self._hand.now_ms()
                if bar.value() > bar.minimum():
                    self.end_reached.emit()
        words, icon = (self._words, Icon.NONE) if self._was_seen else (tr("Read on"), Icon.FURTHER)
        self._button.set_face(words, icon, Look.ANSWER)

    def _on_press(self) -> None:
        if not self._was_seen:
            bar, high = self._area.verticalScrollBar(), self._area.viewport().height()
            bar.setValue(bar.value() + max(KEPT, high - FADE - KEPT))
            self.look()
        elif self._hand.now_ms() - self._since_ms >= HAND_MS:
            self.confirmed.emit()
