"""Plain-text labels and headings in the sizes of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class Heading(QLabel):
    """A label that a screen reader knows as a heading. The program puts the focus on it; Tab does not stop here."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def label(
    theme: Theme,
    text: str = "",
    size: float = 16,
    weight: int = 400,
    *,
    muted: bool = False,
    wrap: bool = True,
    tabular: bool = False,
) -> QLabel:
    """Return a label of so many px at 100 %. Whatever it is given to show, it shows as plain text."""
    made = QLabel()
    set_up(made, theme, text, size, weight, muted=muted, wrap=wrap, tabular=tabular)
    return made


def heading(theme: Theme, text: str = "", size: float = 19, weight: int = 700) -> Heading:
    """Return a heading of so many px at 100 %."""
    made = Heading()
    set_up(made, theme, text, size, weight)
    return made


def set_up(
    made: QLabel,
    theme: Theme,
    text: str,
    size: float,
    weight: int,
    *,
    muted: bool = False,
    wrap: bool = True,
    tabular: bool = False,
) -> None:
    """Give a label its text, as plain text, and its font of so many px at 100 %."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(theme.font(size, weight, tabular=tabular))
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if muted:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
