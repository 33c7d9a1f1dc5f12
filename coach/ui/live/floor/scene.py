"""Where the figure stands in the room that fills the floor view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

PICTURE = 1.6
"""Width of the picture in its heights: the whole mat, which is wider than the frame of the figure."""
FRAME = 1.5
"""Width of the frame of a figure in its heights."""
SPLIT, SPLIT_OF_THREE = 0.54, 0.485
"""Where the number begins, in widths: a number of three digits needs more."""
WIDE, HIGH = 0.35, 0.58
"""Most height of the figure's frame, in widths and in heights."""


def scene(page: QSize, left: int, between: tuple[int, int], ground: float, horizon: float | None) -> QRect:
    """Return where the figure is: its own floor lies on that of the page, and nothing of it behind the number.

    The number begins at `left`; the figure stays `between` two heights. `ground` is where the floor of the page
    begins, `horizon` where that of the figure does, in its heights from its top; None where it is seen from above.
    """
    top, bottom = between
    across = left
    if horizon is None:
        high = min(across / FRAME * 1.05, bottom - top - 0.02 * page.height())
        above = top + (bottom - top - high) / 2
    else:
        high = min(WIDE * left / SPLIT, HIGH * page.height(), across / PICTURE * 1.01)
        high = min(high, (ground - top) / horizon, (bottom - ground) / (1 - horizon))
        above = ground - horizon * high
    return QRect(0, round(above), across, round(high))
