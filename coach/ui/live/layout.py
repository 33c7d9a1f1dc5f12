"""The rectangle of each part of the session page, worked out from the size of the page and of the text alone.

Nothing depends on what shows at the moment: parts that come and go keep their place, so that no button ever moves.
Where room is short, everything shrinks first. On a low page side and round are beside the ring instead of below it; the
figure is left out only where the steps would have no room otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QStyle

from coach.ui.kit.painting import RIM

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

FORMS = ((0, 0), (0, 1), (1, 1), (2, 1), (2, 2))
"""Forms of the floor button and of that for what to feel, as they are tried; the last is taken where none has room."""
TARGET = 44 + 2 * RIM
"""The least height of a button in px, with the room for its focus ring."""
WIDE = 1500
TINY_RING, SMALL_RING, LARGE_RING = 60, 140, 560
LOW_FIGURE, NARROW_FIGURE = 110, 150
"""Least height and width of a figure that is still readable, in px."""
NARROW_STEPS = 260


class LayoutInput(NamedTuple):
    """The input of the layout. Sizes are the size hints of the parts."""

    page: QSize
    scale: float
    """The size of the text, 1 for 100 %."""
    title: QSize
    """The longest name of the routine in large letters."""
    because: QSize
    floor: tuple[QSize, ...]
    """The button for the floor view: with its key, without it, as an icon alone."""
    feel: tuple[QSize, ...]
    """The button for what to feel: with words, as an icon alone, not at all."""
    badge: QSize
    """Empty where there is none."""
    more: QSize
    easier: QSize
    place: QSize
    """Side and round below each other in lines."""
    narrow_place: QSize
    """The same, with one side below the other."""
    ways: bool
    """Whether an easier way is below the steps."""


class Places(NamedTuple):
    """The rectangle of each part. `form` and `feel_form` are the forms of those buttons for which there is room."""

    title: QRect
    title_px: float
    """Its largest letters, in px."""
    sign: QRect
    because: QRect
    badge: QRect
    floor: QRect
    feel: QRect
    form: int
    feel_form: int
    picture: QRect
    """Empty where there is no room for it."""
    steps: QRect
    ring: QRect
    place: QRect
    is_narrow: bool
    """Whether the sides are one below the other."""
    more: QRect
    easier: QRect
    """This and `more` are empty where a question leaves hardly a line of the page."""

    def seen(self, direction: Qt.LayoutDirection, page: QRect) -> Places:
        """Return the places as they are seen: mirrored where words run from right to left."""
        return Places(*(_seen(value, direction, page) for value in self))


def _seen(value: Any, direction: Qt.LayoutDirection, page: QRect) -> Any:
    is_place = isinstance(value, QRect) and not value.isNull()
    return QStyle.visualRect(direction, page, value) if is_place else value


class _Head(NamedTuple):
    title: QRect
    title_px: float
    sign: QRect
    because: QRect
    badge: QRect
    floor: QRect
    feel: QRect
    form: int
    feel_form: int


class _Right(NamedTuple):
    ring: QRect
    place: QRect
    is_narrow: bool
    more: QRect
    easier: QRect


def places(wish: LayoutInput) -> Places:
    """Return the rectangles of all parts."""
    width, height = wish.page.width(), wish.page.height()
    roomy = width >= 700 and height >= 400  # noqa: PLR2004 - as in the pictures of the look
    margins = QMargins(32, 18, 32, 16) if roomy else QMargins(16, 6, 16, 6)
    gap = 12 if roomy else 6
    inner = QRect(0, 0, width, height).marginsRemoved(margins)
    line = QRect(inner)
    line.setHeight(min(max(wish.because.height(), wish.title.height()), max(TARGET, round(0.15 * height))))
    head = _head(wish, line)
    body = inner.adjusted(0, line.height() + gap, 0, 0)
    between = 32 if roomy else 16
    beside = round((body.width() - between) * 5 / 13)
    right = _stacked(wish, QRect(body.right() + 1 - beside, body.top(), beside, body.height()), gap)
    least = TARGET + LOW_FIGURE + round(80 * wish.scale)
    if right.ring.height() >= SMALL_RING and body.height() >= least:
        left = QRect(body.topLeft(), QSize(body.width() - beside - between, body.height()))
        picture, steps = _above(wish, left)
    else:
        right = _side_by_side(wish, body)
        left = QRect(body.topLeft(), QSize(right.ring.left() - between - body.left(), body.height()))
        picture, steps = _beside(wish, left)
    return Places(*head, picture, steps, *right)


def _head(wish: LayoutInput, line: QRect) -> _Head:
    """Divide the first line: name, sign for no sound, button for pain, speed, and button for the floor view."""
    shrink = min(1.0, line.height() / wish.because.height())
    because = QSize(min(_by(wish.because.width(), shrink), round(0.3 * wish.page.width())), 0)
    sign = TARGET
    letters = min(wish.title.height() / 1.22, max(22.0, 0.085 * wish.page.height()), line.height() / 1.22)
    longest = wish.title.width() * letters * 1.22 / wish.title.height()
    badge = wish.badge.width() + 8 if not wish.badge.isEmpty() else 0
    for form, feel_form in FORMS:
        floor, feel = (_by(each.width(), shrink) for each in (wish.floor[form], wish.feel[feel_form]))
        if line.width() - floor - feel - because.width() - sign - badge - 4 * 8 >= 0.8 * longest:
            break
    spots, right = [], line.right() + 1 + RIM  # the rim of the last button lies in the margin
    for width in (floor, feel, badge, because.width(), sign):
        spots.append(QRect(right - width, line.top(), width, line.height()))
        right -= width + (4 if width else 0)
    title = QRect(line.left(), line.top(), max(40, right - 8 - line.left()), line.height())
    floor_place, feel_place, badge_place, because_place, sign_place = spots
    return _Head(title, letters, sign_place, because_place, badge_place, floor_place, feel_place, form, feel_form)


def _by(size: int, factor: float) -> int:
    return round(size * factor)


def _stacked(wish: LayoutInput, room: QRect, gap: int) -> _Right:
    """Put ring, side and round, and the buttons below each other."""
    place = QRect(room)
    place.setHeight(min(wish.place.height(), max(64, round(0.24 * room.height()))))
    row = _row(wish, room.width(), max(TARGET, round(0.2 * room.height())))
    share = 0.36 if wish.page.width() > WIDE else 0.40
    most = min(LARGE_RING, max(SMALL_RING + 10, round(share * wish.page.width())))
    side = min(room.width(), room.height() - place.height() - row.height() - 2 * gap, most)
    spare = room.height() - side - place.height() - row.height() - 2 * gap
    top = room.top() + min(spare // 4, 24)
    ring = QRect(room.left(), top, room.width(), side)
    place.moveTop(ring.bottom() + 1 + gap)
    more, easier = _buttons(wish, row, QRect(room.left(), place.bottom() + 1 + gap, room.width(), row.height()))
    return _Right(ring, place, is_narrow=False, more=more, easier=easier)


def _side_by_side(wish: LayoutInput, room: QRect) -> _Right:
    """Put side and round beside the ring, and the buttons below both."""
    row = _row(wish, round(0.5 * room.width()), max(TARGET, round(0.26 * room.height())))
    high = room.height() - row.height() - 6
    is_tiny = high < TINY_RING
    if is_tiny:
        high = room.height()
    beside = min(wish.narrow_place.width(), round(0.25 * room.width()))
    across = max(row.width(), min(high, LARGE_RING) + 12 + beside)
    across = min(across, max(row.width(), round(0.48 * room.width())))
    side = max(40, min(high, across - 12 - beside))
    left = room.right() + 1 - across
    ring = QRect(left, room.top() + (high - side) // 2, side, side)
    place = QRect(ring.right() + 13, room.top(), room.right() - ring.right() - 12, high)
    place.setHeight(min(high, wish.narrow_place.height()))
    place.moveTop(room.top() + (high - place.height()) // 2)
    more, easier = _buttons(wish, row, QRect(left, room.bottom() + 1 - row.height(), across, row.height()))
    if is_tiny:
        more = easier = QRect()
    return _Right(ring, place, is_narrow=True, more=more, easier=easier)


def _row(wish: LayoutInput, width: int, height: int) -> QSize:
    """Return the room for the two buttons: their size hint, smaller where that is too much, but never too low."""
    natural = QSize(wish.more.width() + wish.easier.width(), max(wish.more.height(), wish.easier.height()))
    factor = min(1.0, width / natural.width(), height / natural.height())
    factor = max(factor, 44 / (natural.height() - 2 * RIM))
    # Where even that is too wide, as with long words in a small window, the buttons paint themselves smaller.
    return QSize(min(width, _by(natural.width(), factor)), max(TARGET, _by(natural.height(), factor)))


def _buttons(wish: LayoutInput, row: QSize, room: QRect) -> tuple[QRect, QRect]:
    share = wish.more.width() / (wish.more.width() + wish.easier.width())
    more = QRect(room.left() + (room.width() - row.width()) // 2, room.top(), _by(row.width(), share), row.height())
    return more, QRect(more.right() + 1, room.top(), row.width() - more.width(), row.height())


def _above(wish: LayoutInput, room: QRect) -> tuple[QRect, QRect]:
    """Put the figure above the steps; with an easier way the steps get more of the room."""
    share = 0.45 if wish.ways else 0.625
    steps = max(round((room.height() - 16) * (1 - share)), min(round(100 * wish.scale), room.height() // 2))
    picture = room.adjusted(0, 0, 0, -steps - 16)
    return picture, room.adjusted(0, picture.height() + 16, 0, 0)


def _beside(wish: LayoutInput, room: QRect) -> tuple[QRect, QRect]:
    """Put the figure at the left of the steps, where that leaves enough room for words."""
    across = min(round(0.45 * room.width()), round(1.4 * room.height()))
    left_for_steps = room.width() - across - 16
    if across < NARROW_FIGURE or room.height() < LOW_FIGURE or left_for_steps < NARROW_STEPS * wish.scale:
        return QRect(), room
    picture = QRect(room.left(), room.top(), across, min(room.height(), round(across / 1.2)))
    picture.moveTop(room.top() + (room.height() - picture.height()) // 2)
    return picture, room.adjusted(across + 16, 0, 0, 0)
