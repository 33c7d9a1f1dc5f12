"""Plain-text labels and headings in the sizes of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class Title(QLabel):
    """A label with the accessible role of a heading, which never takes the focus."""


class Heading(Title):
    """A heading that the program gives the focus; Tab does not stop at it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


class Hint(QLabel):
    """Words that a control has as its description: a screen reader does not read them with the page again."""


class Noticed(QLabel):
    """Words about what is to be noticed, in the colour of that, with letters of `size` px at 100 %."""

    def __init__(self, theme: Theme, size: float, weight: int) -> None:
        super().__init__()
        self._theme = theme
        set_up(self, theme, "", size, weight)
        theme.changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, self._theme.tokens.prepare)
        self.setPalette(colours)


def hint(theme: Theme, text: str, *, muted: bool = True) -> Hint:
    """Return the second line of a control, with letters of 14 px at 100 %."""
    new_hint = Hint()
    set_up(new_hint, theme, text, 14, 400, muted=muted)
    return new_hint


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
    """Return a label with letters of `size` px at 100 %, always in plain text."""
    new_label = QLabel()
    set_up(new_label, theme, text, size, weight, muted=muted, wrap=wrap, tabular=tabular)
    return new_label


def heading(theme: Theme, text: str = "", size: float = 19, weight: int = 700) -> Heading:
    """Return a heading with letters of `size` px at 100 %."""
    new_heading = Heading()
    set_up(new_heading, theme, text, size, weight)
    return new_heading


def set_up(
    target: QLabel,
    theme: Theme,
    text: str,
    size: float,
    weight: int,
    *,
    muted: bool = False,
    wrap: bool = True,
    tabular: bool = False,
) -> None:
    """Give a label its text, as plain text, and its font of `size` px at 100 %."""
    # Qt guesses otherwise, and a name with a < in it would be read as HTML.
    target.setTextFormat(Qt.TextFormat.PlainText)
    target.setText(text)
    theme.dress(target, size, weight, tabular=tabular)
    target.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        target.setSizePolicy(policy)
    if muted:
        target.setForegroundRole(QPalette.ColorRole.PlaceholderText)
