"""All that pages are built of, in every state: for looking, and for the golden pictures (`coach --components`).

It is for those who work on coach, so its words are not translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coach.core.desktop_wishes import Wishes
from coach.store import figures
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.help import components
from coach.ui.kit.announcer import Announcer
from coach.ui.kit.empty_state import EmptyState
from coach.ui.kit.label import heading
from coach.ui.kit.list_rows import section_header
from coach.ui.kit.painting import Rings
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.ui.kit.segmented import Segmented
from coach.ui.kit.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme


WIDEST = 1136
"""Width of the column, in px at 100 %."""
LOOKS = {
    "Light": Wishes(dark=False),
    "Dark": Wishes(dark=True),
    "High contrast": Wishes(dark=False, contrast=True),
    "High contrast, dark": Wishes(dark=True, contrast=True),
}


class Still(QWidget):
    """A still picture of a movement in a round frame."""

    def __init__(self, theme: Theme, figure: str) -> None:
        super().__init__()
        self._theme, self._pictures, self._figure = theme, PictureCache(theme), figure
        self._pictures.set_figures(figures.load(figures.known()))
        self.setFixedSize(theme.px(150), theme.px(95))
        self.setAccessibleName(self._pictures.describe(figure, None))

    def sizeHint(self) -> QSize:
        """Return its one size."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        view = self._pictures.view(self._figure, None, self.size(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), 20, 20)
        painter.setClipPath(frame)
        painter.drawImage(QRectF(self.rect()), self._pictures.still(view))
        painter.setClipping(False)
        t = self._theme.tokens
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 20, 20)


class ComponentsPage(QWidget):
    """A section for each kind; the look is chosen at the top."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Components")
        self.sections: dict[str, QWidget] = {}
        """What each section shows, by its name."""
        self._column = scrolling_column(self, theme, "Components", WIDEST)
        self._column.setSpacing(8)
        self.looks = Segmented(theme, "Look", tuple(LOOKS))
        self.looks.chosen.connect(lambda place: theme.follow(list(LOOKS.values())[place]))
        self._column.addWidget(heading(theme, "Components", size=28))
        self._column.addWidget(self.looks)
        for name, make in components.SECTIONS.items():
            self._add(name, make(theme))
        self._add("empty state", self._empty())
        self._add("toast", self._toast())
        self._column.addStretch()
        self._announcer = Announcer(self)
        self.toast.told.connect(self._announcer.say)
        self.column = column_of(self)
        self.column.verticalScrollBar().setSingleStep(theme.px(40))

    def _add(self, name: str, shown: QWidget) -> None:
        shown.setObjectName(shown.objectName() or name)
        self.sections[name] = shown
        self._column.addSpacing(16)
        self._column.addWidget(section_header(self._theme, name.capitalize()))
        self._column.addWidget(shown)

    def _empty(self) -> QWidget:
        sentence = "One sentence: what will be here, and how it gets here."
        picture = Still(self._theme, "childs-pose")
        return EmptyState(self._theme, picture, "Nothing here yet", sentence, "Show me around")

    def _toast(self) -> QWidget:
        """Return a place in which the news lies, as it lies on a page."""
        holder = QWidget()
        holder.setMinimumHeight(self._theme.px(180))
        again = components.button(self._theme, "Delete", height=44, size=15)
        QVBoxLayout(holder).addWidget(components.beside(again))
        holder.layout().addStretch()  # type: ignore[union-attr]
        self.toast = Toast(self._theme, holder)
        again.clicked.connect(self.tell)
        return holder

    def tell(self) -> None:
        """Show the toast."""
        self.toast.tell("“Evening, ten minutes” deleted", "Undo")


def run(theme: Theme) -> int:
    """Show the page until its window is closed."""
    Rings.shown = True  # it shows every state
    window = ComponentsPage(theme)
    window.resize(1200, 900)
    window.show()
    window.tell()
    return QApplication.exec()
