"""Layouts that follow the width: columns that become one, and rows that break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit.theme import Theme


class _Items(QLayout):
    """A layout that keeps its items in a list, and whose height follows from its width."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def add_layout(self, layout: QLayout) -> None:
        """Take a layout as one item."""
        self.addChildLayout(layout)
        self.addItem(layout)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, place: int, /) -> QLayoutItem | None:
        """Return an item."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int, /) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take all of the width, and no more height than is needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return max((rect.bottom() + 1 for rect in self._places(width) if not rect.isNull()), default=0)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's
        """Return the room for the widest item; the height follows from the width."""
        shown = [item for item in self._items if not item.isEmpty()]
        return QSize(max((item.minimumSize().width() for item in shown), default=0), 0)

    def setGeometry(self, area: QRect) -> None:
        """Give each item its place, mirrored where words run from the right."""
        super().setGeometry(area)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if isinstance(parent, QWidget) else Qt.LayoutDirection.LeftToRight
        for item, rect in zip(self._items, self._places(area.width()), strict=True):
            if not rect.isNull():
                item.setGeometry(QStyle.visualRect(direction, area, rect.translated(area.topLeft())))

    def _places(self, width: int) -> list[QRect]:
        """Return the place of each item from the upper left corner; a null one for what is hidden."""
        raise NotImplementedError


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Columns(_Items):
    """Two columns from a width of `least` px on, below it one; filled one after the other, the first half first.

    Lengths are in px at 100 %, and follow the text size. `shares` are those of the width. Two single items become
    equally high with `level`. In one column the last item comes first with `last_first`.
    """

    def __init__(
        self,
        theme: Theme,
        least: int,
        gap: int,
        spacing: int = 0,
        *,
        shares: Sequence[int] = (1, 1),
        level: bool = False,
        last_first: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._lengths, self._level = theme, (least, gap, spacing), level
        self._last_first = last_first
        self._shares = tuple(shares)

    def set_shares(self, shares: Sequence[int]) -> None:
        """Share the width in another way."""
        if tuple(shares) != self._shares:
            self._shares = tuple(shares)
            self.invalidate()

    def sizeHint(self) -> QSize:
        """Return the room for two columns."""
        widest, gap = (
            max((item.sizeHint().width() for item in self._items), default=0),
            self._theme.px(self._lengths[1]),
        )
        return QSize(2 * widest + gap, self.heightForWidth(2 * widest + gap))

    def _places(self, width: int) -> list[QRect]:
        least, gap, spacing = map(self._theme.px, self._lengths)
        shown = [item for item in self._items if not item.isEmpty()]
        if width < least or len(shown) < 2:  # noqa: PLR2004 - two columns
            columns = [(0, width, shown)]
        else:
            first = round((width - gap) * self._shares[0] / sum(self._shares))
            half = (len(shown) + 1) // 2
            columns = [(0, first, shown[:half]), (first + gap, width - first - gap, shown[half:])]
            if any(item.minimumSize().width() > wide for _left, wide, items in columns for item in items):
                columns = [(0, width, shown)]
        if len(columns) == 1 and self._last_first:
            columns = [(0, width, shown[::-1])]
        places: dict[int, QRect] = {}
        for left, wide, items in columns:
            top = 0
            for item in items:
                high = _height(item, wide)
                places[id(item)] = QRect(left, top, wide, high)
                top += high + spacing
        if self._level and len(columns) > 1:
            highest = max(rect.height() for rect in places.values())
            for rect in places.values():
                rect.setHeight(highest)
        return [places.get(id(item), QRect()) for item in self._items]


TWO_LISTS, BETWEEN_LISTS = 830, 18
"""Width from which on two lists stand beside each other, and room between them, in px at 100 %."""


def beside(theme: Theme, *cards: QWidget) -> QWidget:
    """Return cards side by side, equally high, or below each other where there is no room."""
    holder = QWidget()
    columns = Columns(theme, TWO_LISTS, BETWEEN_LISTS, BETWEEN_LISTS, level=True)
    holder.setLayout(columns)
    for card in cards:
        columns.addWidget(card)
    return holder


class Evenly(_Items):
    """Items side by side, equally wide and high, where each has `least` px at 100 %; else below each other."""

    def __init__(self, theme: Theme, least: int, gap: int) -> None:
        super().__init__()
        self._theme, self._least, self._gap = theme, least, gap

    def sizeHint(self) -> QSize:
        """Return the room for all of them side by side."""
        wide = len(self._items) * self._theme.px(self._least + self._gap)
        return QSize(wide, self.heightForWidth(wide))

    def _places(self, width: int) -> list[QRect]:
        gap, shown = self._theme.px(self._gap), [item for item in self._items if not item.isEmpty()]
        each = (width - gap * (len(shown) - 1)) // max(1, len(shown))
        beside = each >= self._theme.px(self._least) and all(item.minimumSize().width() <= each for item in shown)
        wide = each if beside else width
        heights = [_height(item, wide) for item in shown]
        places: dict[int, QRect] = {}
        left = top = 0
        for item, high in zip(shown, heights, strict=True):
            places[id(item)] = QRect(left, top, wide, max(heights) if beside else high)
            left, top = (left + wide + gap, top) if beside else (left, top + high + gap)
        return [places.get(id(item), QRect()) for item in self._items]


class Rows(_Items):
    """One item after the other, in as many rows as the width needs; one too wide for a row has the whole of it."""

    def __init__(self, gap: int, below: int | None = None, *, out: int = 0) -> None:
        """`gap` is between two of a row, `below` between rows, in px; `out` is what begins before the first."""
        super().__init__()
        self._gap, self._below, self._out = gap, gap if below is None else below, out

    def sizeHint(self) -> QSize:
        """Return the room for one row."""
        wide = sum(_natural(item) + self._gap for item in self._items)
        return QSize(wide, self.heightForWidth(wide))

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left, top, row = -self._out, 0, 0
        for item in self._items:
            if item.isEmpty():
                places.append(QRect())
                continue
            wide = min(_natural(item), width + self._out)
            high = _height(item, wide)
            if left > -self._out and left + wide > width + self._out:
                left, top, row = -self._out, top + row + self._below, 0
            places.append(QRect(left, top, wide, high))
            left, row = left + wide + self._gap, max(row, high)
        return places


def _natural(item: QLayoutItem) -> int:
    """Return the width of an item in one line."""
    widget = item.widget()
    natural = getattr(widget, "natural_width", None)
    if natural is not None:
        return int(natural())
    least = 0 if widget is None else widget.minimumWidth()
    return max(item.sizeHint().width(), item.minimumSize().width(), least)
