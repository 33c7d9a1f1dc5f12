"""The upright rectangle of each part of the floor view, and the size of its letters.

The room of the figure is the page: its floor begins where the number stands. Everything is a
share of the page's height, so that text grows with the screen. A person 2 to 3 m away can read it: the number has at
least 40 % of the height, the side 9 %, the next step 4 %.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

from coach.ui.kit.painting import RIM
from coach.ui.live.floor.parts import LayoutInput, Places, Text
from coach.ui.live.floor.scene import PICTURE, SPLIT, SPLIT_OF_THREE, scene

TALL = 1.1
"""A page that is less wide than this many heights puts everything into one column."""
TARGET = 44
"""Height in px that can be hit with a finger."""
SIGN_ALONE = 2
"""The form of the buttons in which only Pain — stop has words."""
EASIER = 0.05
"""Height of a line of the easier way in heights."""
HORIZON = 0.615
"""Where the floor meets the wall, in heights."""
MARGIN, FOOT, BAR = 0.035, 0.134, 0.0263
"""Room at the edges, the row of buttons, and the time bar above it, in heights."""


def places(wish: LayoutInput) -> Places:
    """Return where everything goes."""
    return _tall(wish) if is_tall(wish) else _wide(wish)


def is_tall(wish: LayoutInput) -> bool:
    """Tell whether everything is in one column."""
    return wish.page.width() < TALL * wish.page.height()


def _wide(wish: LayoutInput) -> Places:
    width, height = wish.page.width(), wish.page.height()
    margin = round(MARGIN * height)
    row = max(round(0.1044 * height), TARGET + 2 * RIM)
    foot = max(round(FOOT * height), row + 4)
    bar = QRect(0, height - foot - round(BAR * height), width, round(BAR * height))
    # Where a row that can be hit takes more of the page, what lies above it gets that much less.
    whole = bar.top() / (1 - FOOT - BAR)
    form, factor = _form(wish, row, 0.6 * (width - 2 * margin))
    below = QRect(0, height - foot, width, foot)
    pain, go = _buttons(wish, below.adjusted(margin, (foot - row) // 2, -margin, -((foot - row) // 2)), form, factor)
    then = QRect(margin, below.top(), go.left() - margin - round(0.02 * height), foot)
    split = SPLIT_OF_THREE if wish.digits > 2 else SPLIT  # noqa: PLR2004 - most numbers have two digits
    left = round(split * width) if wish.has_picture else margin
    across = width - round(0.014 * width) - left
    corner = _corner(wish, QRect(margin, margin, left - margin, round(0.1 * height)))
    top = max(corner.leave.bottom(), corner.because.bottom(), margin) + 4
    words = QRect(left, round(0.66 * whole), across, round(0.17 * whole))
    easier = QRect()
    if wish.easier and wish.has_picture:
        easier = QRect(margin, top, left - 2 * margin, round(2 * EASIER * height))
        top = easier.bottom() + 1
    elif wish.easier:  # the name has the whole width, and room to spare
        words, easier = _with_easier(wish, words, round(EASIER * height))
    ground = HORIZON * whole
    name, phase = _below(wish, words, height)
    sign = _sign(wish, corner, round(0.16 * whole) - margin)
    side = QRect(left, margin, across, round(0.105 * height)).adjusted(sign.width(), 0, -sign.width(), 0)
    if not wish.has_picture:  # the buttons in the corner are on the same line
        side.setLeft(max(side.left(), corner.because.right() + 1))
    return Places(
        Text(side, 0.129 * height),
        QRect(left, round(0.185 * whole), across, round(ground + 0.009 * whole) - round(0.185 * whole)),
        name,
        phase,
        Text(then, 0.049 * height),
        Text(easier, 0.047 * height),
        QRect(margin, top, left - 2 * margin, bar.top() - top - margin // 2)
        if wish.in_a_card
        else scene(wish.page, left, (top, bar.top()), ground, wish.horizon),
        None if wish.has_picture and wish.horizon is None else ground,
        bar,
        go,
        pain,
        corner.leave,
        corner.feel,
        corner.because,
        sign,
        QRect(margin, top + margin // 2, left - 2 * margin, bar.top() - top - margin) if wish.tells_feel else QRect(),
        True,  # noqa: FBT003 - beside the number
        form,
        corner.feel_form,
        factor,
        corner.leave_factor,
        corner.because_factor,
    )


class _Corner(NamedTuple):
    leave: QRect
    feel: QRect
    because: QRect
    feel_form: int
    leave_factor: float
    because_factor: float


def _corner(wish: LayoutInput, room: QRect) -> _Corner:
    """Put the small buttons into the corner."""
    height = wish.page.height()
    leave_factor = max(TARGET + 2 * RIM, 0.055 * height) / wish.leave.height()
    leave = _scaled(wish.leave, leave_factor).translated(room.left() - round(RIM * leave_factor), room.top() - RIM)
    because_factor = max(TARGET + 2 * RIM, 0.075 * height) / wish.because.height()
    words = room.width() - leave_factor * (wish.leave.width() + wish.feel[0].width())
    feel_form = int(words < because_factor * wish.because.width())
    feel = _scaled(wish.feel[feel_form], leave_factor).translated(leave.right() + 1, leave.top())
    if wish.has_picture:
        because_factor = min(because_factor, (room.right() - feel.right() - 2) / wish.because.width())
    because = _scaled(wish.because, because_factor).translated(feel.right() + 1, leave.top())
    return _Corner(leave, feel, because, feel_form, leave_factor, because_factor)


def _sign(wish: LayoutInput, corner: _Corner, most: int) -> QRect:
    margin, width = round(MARGIN * wish.page.height()), wish.page.width()
    side = min(corner.leave.height(), most - 1)
    return QRect(width - margin - side, margin, side, side)


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
    whole = wish.tells_feel and wish.interrupted  # no time runs: the words have the place of the number
    name, phase = _below(wish, line(0.65 if whole else 0.43, 0.105 if whole else 0.115), height)
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
        None if wish.horizon is None or not wish.has_picture else picture.top() + wish.horizon * picture.height(),
        QRect(0, round(0.765 * height), width, round(0.02 * height)),
        go,
        pain,
        *corners[:4],
        (line(0.109, 0.44) if whole else picture) if wish.tells_feel else QRect(),
        not whole,
        form,
        1,
        factor,
        *corners[4:],
    )


def _corners(wish: LayoutInput, room: QRect) -> tuple[QRect, tuple[QRect, QRect, QRect, QRect, float, float]]:
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
        most = (room.width() - 2 * side - 8) / (wish.because.width() + wish.leave.width())
        leave_factor = because_factor = min(most, (TARGET + 2 * RIM) / wish.leave.height())
    leave = _scaled(wish.leave, leave_factor)
    because = _scaled(wish.because, because_factor).translated(room.topLeft())
    leave.moveTopRight(room.topRight())
    sign = QRect(room.right() + 1 - side, leave.bottom() + 5, side, side)
    feel = QRect(room.left(), because.bottom() + 5, side, side)
    if above:
        row = QRect(room.topLeft(), QSize(room.width(), max(leave.height(), because.height(), side)))
        leave.moveTop(row.center().y() - leave.height() // 2)
        because.moveTop(row.center().y() - because.height() // 2)
        sign.moveTopRight(QPoint(leave.left() - 2, row.top()))
        feel.moveTopRight(QPoint(sign.left() - 2, row.top()))
        picture = _picture(room.adjusted(0, row.height() + 2, 0, 0))
    return picture, (leave, feel, because, sign, leave_factor, because_factor)


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
    return Text(name, 0.0605 * height), Text(phase, (0.1 if wish.interrupted else 0.047) * height)


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
