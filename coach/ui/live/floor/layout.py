"""The upright rectangle of each part of the floor view, and the size of its letters.

Everything is a share of the page's height, so that text grows with the screen. A person 2 to 3 m away can read it: the
number has at least 40 % of the height, the side 9 %, the next step 4 %.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

from coach.ui.kit.painting import RIM

TALL = 1.1
"""A page that is less wide than this many heights puts everything into one column."""
TARGET = 44
"""Height in px that can be hit with a finger."""
SIGN_ALONE = 2
"""The form of the buttons in which only Pain — stop has words."""
EASIER = 0.05
"""Height of a line of the easier way in heights."""
PICTURE = 1.45
"""Width of the picture in heights, at the most."""


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
    easier: bool = False
    """Whether an easier way is chosen."""


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
    bar: QRect
    go: QRect
    pain: QRect
    leave: QRect
    because: QRect
    sign: QRect
    form: int
    """In which form Pain — stop and the button beside it have room."""
    factor: float
    leave_factor: float
    because_factor: float


def places(wish: LayoutInput) -> Places:
    """Return where everything goes."""
    return _tall(wish) if wish.page.width() < TALL * wish.page.height() else _wide(wish)


def _wide(wish: LayoutInput) -> Places:
    width, height = wish.page.width(), wish.page.height()
    margin = round(0.05 * height)
    room = width - 3 * margin
    share = 0.64 if wish.digits > 2 else 0.53  # noqa: PLR2004 - most numbers have two digits
    across = round(share * room) if wish.has_picture else width - 2 * margin
    left = width - margin - across
    bottom = height - margin
    row = max(round(0.095 * height), TARGET + 2 * RIM)
    form, factor = _form(wish, row, 0.6 * (width - 2 * margin))
    bar = QRect(margin, round(bottom - row - 0.052 * height), width - 2 * margin, round(0.032 * height))
    # Where a row that can be hit takes more of the page, what lies above it gets that much less.
    whole = (bar.top() - 0.01 * height) / 0.793
    leave_factor = max(TARGET, 0.055 * height) / wish.leave.height()
    leave = _scaled(wish.leave, leave_factor).translated(margin - round(RIM * leave_factor), margin)
    pain, go = _buttons(wish, QRect(margin, bottom - row, width - 2 * margin, row), form, factor)
    then = QRect(margin, bottom - row, go.left() - margin - round(0.02 * height), row)
    below = QRect(left, round(0.615 * whole), across, round(0.165 * whole))
    because_factor = max(TARGET + 2 * RIM, 0.075 * height) / wish.because.height()
    if wish.has_picture:
        because_factor = min(because_factor, (left - leave.right() - 2) / wish.because.width())
    because = _scaled(wish.because, because_factor).translated(leave.right() + 1, margin)
    top = margin + max(round(0.085 * whole), leave.height(), because.height())
    column = QRect(margin, top, room - across, bar.top() - top - round(0.03 * height))
    if wish.has_picture:
        column, easier = _with_easier(wish, column, round(2 * EASIER * height))
    else:  # the name has the whole width, and room to spare
        below, easier = _with_easier(wish, below, round(EASIER * height))
    picture = _picture(column)
    name, phase = _below(wish, below, height)
    mark = min(leave.height(), round(0.16 * whole) - margin - 1)
    sign = QRect(width - margin - mark, margin, mark, mark)
    side = QRect(left, margin, across, round(0.085 * height)).adjusted(sign.width(), 0, -sign.width(), 0)
    if not wish.has_picture:  # the buttons in the corner are on the same line
        side.setLeft(max(side.left(), because.right() + 1))
    return Places(
        Text(side, 0.1 * height),
        QRect(left, round(0.16 * whole), across, round(0.43 * whole)),
        name,
        phase,
        Text(then, 0.047 * height),
        Text(easier, 0.047 * height),
        picture,
        bar,
        go,
        pain,
        leave,
        because,
        sign,
        form,
        factor,
        leave_factor,
        because_factor,
    )


def _tall(wish: LayoutInput) -> Places:
    width, height = wish.page.width(), wish.page.height()
    margin = round(0.025 * height)
    inner = QRect(margin, margin, width - 2 * margin, height - 2 * margin)

    def line(top: float, share: float) -> QRect:
        return QRect(inner.left(), round(top * height), inner.width(), round(share * height))

    row = line(0.905, 0.07)
    row.setTop(min(row.top(), row.bottom() + 1 - TARGET - 2 * RIM))
    form, factor = _form(wish, row.height(), 0.97 * inner.width())
    pain, go = _buttons(wish, row, form, factor)
    go.moveLeft(inner.left() - round(RIM * factor))
    name, phase = _below(wish, line(0.43, 0.115), height)
    room, easier = _with_easier(wish, line(0.555, 0.2), round(EASIER * height))
    picture, corners = _corners(wish, room)
    then = line(0.795, 0.1)
    then.setBottom(min(then.bottom(), row.top() - 1))
    number = QRect(round(0.005 * width), round(0.109 * height), round(0.99 * width), round(0.317 * height))
    return Places(
        Text(line(0.025, 0.075), 0.095 * height),
        number,
        name,
        phase,
        Text(then, 0.046 * height),
        Text(easier, 0.046 * height),
        picture,
        line(0.765, 0.02),
        go,
        pain,
        *corners[:3],
        form,
        factor,
        *corners[3:],
    )


def _corners(wish: LayoutInput, room: QRect) -> tuple[QRect, tuple[QRect, QRect, QRect, float, float]]:
    """Return the picture, and the small buttons with the sign and their factors: beside it, or above it."""
    height = wish.page.height()
    picture = _picture(room)
    beside = room.right() - picture.right() - 2
    leave_factor = min(max(TARGET, min(0.05 * height, TARGET * 1.5)) / wish.leave.height(), beside / wish.leave.width())
    because_factor = min(0.05 * height / wish.because.height(), beside / wish.because.width())
    side = min(TARGET, beside)
    above = leave_factor * wish.leave.height() < TARGET or because_factor * wish.because.height() < TARGET
    if above:
        side = TARGET
        most = (room.width() - side - 4) / (wish.because.width() + wish.leave.width())
        leave_factor = because_factor = min(most, (TARGET + 2 * RIM) / wish.leave.height())
    leave = _scaled(wish.leave, leave_factor)
    because = _scaled(wish.because, because_factor).translated(room.topLeft())
    leave.moveTopRight(room.topRight())
    sign = QRect(room.right() + 1 - side, leave.bottom() + 5, side, side)
    if above:
        row = QRect(room.topLeft(), QSize(room.width(), max(leave.height(), because.height(), side)))
        leave.moveTop(row.center().y() - leave.height() // 2)
        because.moveTop(row.center().y() - because.height() // 2)
        sign.moveTopRight(QPoint(leave.left() - 2, row.top()))
        picture = _picture(room.adjusted(0, row.height() + 2, 0, 0))
    return picture, (leave, because, sign, leave_factor, because_factor)


def _form(wish: LayoutInput, row: int, most: float) -> tuple[int, float]:
    """Return the first form in which both buttons are large enough to hit, and the factor to paint them with."""
    form, factor = 0, 0.0
    for form, (pain, go) in enumerate(wish.forms):  # noqa: B007 - the last one is taken where none is narrow enough
        factor = min(row / pain.height(), most / (pain.width() + go.width()))
        if factor * (pain.height() - 2 * RIM) >= TARGET:
            break
    return form, factor


def _below(wish: LayoutInput, box: QRect, height: int) -> tuple[Text, Text]:
    """Return the places of name and phase, one below the other; the more important one gets more room."""
    share = 0.32 if wish.interrupted else 0.6
    name, phase = QRect(box), QRect(box)
    name.setHeight(round(share * box.height()))
    phase.setTop(name.bottom() + 1)
    return Text(name, 0.058 * height), Text(phase, (0.1 if wish.interrupted else 0.045) * height)


def _with_easier(wish: LayoutInput, room: QRect, high: int) -> tuple[QRect, QRect]:
    """Take room for the easier way from the foot of a rectangle, where one is chosen; return what is left, and it."""
    if not wish.easier:
        return room, QRect()
    return room.adjusted(0, 0, 0, -high), QRect(room.left(), room.bottom() + 1 - high, room.width(), high)


def _picture(room: QRect) -> QRect:
    """Return the largest picture that fits into a rectangle, in its middle."""
    size = QSize(room.width(), min(room.height(), round(room.width() / PICTURE)))
    if size.width() > size.height() * PICTURE:
        size.setWidth(round(size.height() * PICTURE))
    picture = QRect(room.topLeft(), size)
    picture.moveCenter(room.center())
    return picture


def _buttons(wish: LayoutInput, row: QRect, form: int, factor: float) -> tuple[QRect, QRect]:
    """Return the rectangles of Pain — stop and the button beside it, at the right as in the bar of a session."""
    pain, go = (_scaled(size, factor) for size in wish.forms[form])
    pain.moveCenter(row.center())
    pain.moveRight(row.right() + round(RIM * factor))
    go.moveCenter(row.center())
    go.moveRight(pain.left() - round(0.08 * row.height()))
    return pain, go


def _scaled(size: QSize, factor: float) -> QRect:
    return QRect(0, 0, round(size.width() * factor), round(size.height() * factor))
