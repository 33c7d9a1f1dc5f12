"""The list of the groups of settings, with a field above it that leaves those in which the words occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.ui.kit.fields import LineField
from coach.ui.kit.label import label
from coach.ui.kit.marks import TABS
from coach.ui.kit.navigation import NavigationItem
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

PITCH = 46
"""Distance from one group to the next, in px at 100 %."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Items(QWidget):
    """The groups, one below the other; the room for the ring of one lies over that of the next."""

    def __init__(self, theme: Theme, items: Sequence[NavigationItem]) -> None:
        super().__init__()
        self._theme, self._items = theme, items
        self.setObjectName(TABS)
        self.setAccessibleName(tr("Groups of settings"))
        for item in items:
            item.setParent(self)

    def _pitch(self) -> int:
        return max(PITCH, self._theme.px(PITCH))

    @property
    def shown(self) -> list[NavigationItem]:
        """Those that show."""
        return [item for item in self._items if not item.isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down among those that show: what scrolls them would take the keys."""
        shown, step = self.shown, _STEPS.get(Qt.Key(event.key()))
        at = next((place for place, item in enumerate(shown) if item.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(shown):
            super().keyPressEvent(event)
        else:
            shown[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Return room for those that show."""
        shown = self.shown
        high = (len(shown) - 1) * self._pitch() + shown[0].sizeHint().height() if shown else 0
        return QSize(max(item.sizeHint().width() for item in self._items), high)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; a name that has no room is cut."""
        return QSize(44 + 2 * RIM, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its place."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Give each that shows its place."""
        for place, item in enumerate(self.shown):
            item.setGeometry(0, place * self._pitch(), self.width(), item.sizeHint().height())


class GroupList(QWidget):
    """Up and Down go from group to group, Enter and Space show one; Ctrl+F goes to the field."""

    wanted = Signal(int)
    """The index of the group that the person wants to see."""
    searched = Signal(str)
    """What the person looks for; empty to see all again."""

    def __init__(self, theme: Theme, title: QWidget, back: QWidget, groups: Sequence[tuple[LineIcon, str]]) -> None:
        """`title` and `back` stand above the list."""
        super().__init__()
        self._theme = theme
        self.items = [NavigationItem(theme, icon, text) for icon, text in groups]
        self.field = LineField(theme, "", 60)
        self.field.setPlaceholderText(tr("Search the settings"))
        self.field.setAccessibleName(tr("Search the settings"))
        self.field.setClearButtonEnabled(False)
        self.field.textChanged.connect(self.searched)
        self.field.hide()
        self.nothing = label(theme, tr("Nothing with these words."), size=14, muted=True)
        self.nothing.setContentsMargins(along(14, 4, 0, 0))
        self.nothing.hide()
        self._list = _Items(theme, self.items)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._list)
        inner.addStretch()
        area.setWidget(holder)
        head = QHBoxLayout()
        head.setContentsMargins(along(26, 0, 8, 0))
        head.addWidget(back)
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(12)
        within = QVBoxLayout()
        within.setContentsMargins(14 - RIM, 0, 14 - RIM, 0)
        within.addWidget(self.field)
        within.addWidget(self.nothing)
        within.addWidget(area, 1)
        column.addLayout(within, 1)
        for index, item in enumerate(self.items):
            item.clicked.connect(lambda _on=False, index=index: self.wanted.emit(index))

    def choose(self, index: int) -> None:
        """Mark the group that shows."""
        for place, item in enumerate(self.items):
            item.choose(chosen=place == index)

    def look_for(self) -> None:
        """Show the field and put the keyboard there."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end_search(self) -> bool:
        """Show all groups again; False where nothing was looked for."""
        if self.field.isHidden():
            return False
        self.field.clear()
        self.field.hide()
        return True

    def show_only(self, found: Sequence[bool]) -> None:
        """Show these groups."""
        for item, is_found in zip(self.items, found, strict=True):
            item.setVisible(is_found)
        self.nothing.setVisible(not any(found))
        self._list.updateGeometry()
        self._list.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the field to the first group that shows."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self._list.shown:
            self._list.shown[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
