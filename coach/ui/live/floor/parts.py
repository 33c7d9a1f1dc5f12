"""What the layout of the floor view is worked out from, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtCore import QSize, Qt


class LayoutInput(NamedTuple):
    """What decides about the places: the page, the digits of the number, and what else there is."""

    page: QSize
    digits: int
    has_picture: bool
    interrupted: bool
    """Whether the word below the name matters more than the name: in a pause, or before it goes on."""
    forms: tuple[tuple[QSize, QSize], ...]
    """The natural sizes of Pain — stop and the button beside it: with their keys, without, and the other as a sign."""
    leave: QSize
    because: QSize
    """The natural sizes of these buttons."""
    feel: tuple[QSize, ...]
    """The same of that for what to feel: with words, and as a sign alone."""
    easier: bool = False
    """Whether an easier way is chosen."""
    tells_feel: bool = False
    """Whether what to feel and when to stop show: there is no picture then, as if there were one."""
    in_a_card: bool = False
    """Whether the figure has no room that goes on: key poses, and wherever grounds are all alike."""
    horizon: float | None = None
    """Where the floor meets the wall in the picture, in its heights from its top; None where it is seen from above."""


class Text(NamedTuple):
    """A place for words and the size of their letters, at the most."""

    place: QRect
    letters_px: float


class Places(NamedTuple):
    """A place for everything. The factors tell by how much buttons are painted larger than by themselves."""

    side: Text
    number: QRect
    name: Text
    phase: Text
    then: Text
    easier: Text
    """The easier way, below the picture; empty where none is chosen."""
    picture: QRect
    """It may reach beyond the edge of the page, where there is only ground."""
    horizon: float | None
    """From where down the page is floor, to the time bar; None where there is none."""
    bar: QRect
    go: QRect
    pain: QRect
    leave: QRect
    feel: QRect
    because: QRect
    sign: QRect
    notes: QRect
    """What to feel and when to stop; empty where they do not show."""
    has_number: bool
    """Whether the number has room beside them."""
    form: int
    feel_form: int
    """In which form Pain — stop and the button beside it have room."""
    factor: float
    leave_factor: float
    because_factor: float

    def seen(self, direction: Qt.LayoutDirection, page: QSize) -> Places:
        """Return the places as they are seen on an upright page: mirrored where words run from right to left."""
        whole = QRect(0, 0, page.width(), page.height())
        return Places(*(_seen(value, direction, whole) for value in self))


def _seen(value: Any, direction: Qt.LayoutDirection, page: QRect) -> Any:
    if isinstance(value, Text):
        return value._replace(place=_seen(value.place, direction, page))
    is_place = isinstance(value, QRect) and not value.isNull()
    return QStyle.visualRect(direction, page, value) if is_place else value
