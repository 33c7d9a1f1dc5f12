"""What is to be looked at in a routine, each a press away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout

from coach.ui.kit.card import NoticeCard
from coach.ui.kit.label import Noticed, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM, ring_around
from coach.ui.kit.sign import Sign
from coach.ui.kit.states import KeyPress, State
from coach.words.catalogue import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from coach.core.draft.problems import DraftProblem
    from coach.ui.kit.theme import Theme

MOST = 6
"""The most that show: with these mended the next ones come."""
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class LookAtLine(KeyPress, QAbstractButton):
    """One thing to look at; a press leads to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        theme.dress(self, 14)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Say what it is."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()

    def _area(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - 2 * RIM), 10_000).toRect()
        return self.fontMetrics().boundingRect(room, int(_WRAPS), self._words).height()

    def hasHeightForWidth(self) -> bool:
        """Return true: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all words."""
        return max(24, self._area(width) + 2 * RIM)

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        wide = self.width() or 240
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least width, with the height of one line."""
        return QSize(120, max(24, self.fontMetrics().height() + 2 * RIM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words, underlined under the pointer."""
        t, state = self._theme.tokens, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setUnderline(t.is_high_contrast or bool(state & (State.HOVER | State.PRESSED)))
        painter.setFont(font)
        painter.setPen(t.ink)
        area = self.rect().adjusted(RIM, RIM, -RIM, -RIM)
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, int(_WRAPS | across), self._words)
        if State.FOCUS in state:
            ring_around(painter, QRectF(area), t.focus, 6)


class LookAtCard(NoticeCard):
    """The number of things to look at, and each in a sentence."""

    wanted = Signal(object)
    """The DraftProblem that was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.problems: tuple[DraftProblem, ...] = ()
        self._most = MOST
        self.setObjectName(GROUP)
        self.title = Noticed(theme, 16, 700)
        self.lines: list[LookAtLine] = []
        head = QHBoxLayout()
        head.setContentsMargins(RIM, 0, RIM, 0)
        head.setSpacing(10)
        head.addWidget(Sign(theme, LineIcon.WARNING, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20 - RIM, 16, 20 - RIM, 16)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._column.addLayout(self._inside)
        self.more = label(theme, size=14, muted=True)
        self.more.setContentsMargins(RIM, 0, RIM, 0)
        self._column.addWidget(self.more)
        self.hide()

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Show these; without any the card is gone."""
        if tuple(problems) != self.problems:
            self.problems = tuple(problems)
            self._show()

    def set_most(self, most: int) -> None:
        """Show at most so many of them."""
        if most != self._most:
            self._most = most
            self._show()

    def _show(self) -> None:
        shown = self.problems[: self._most]
        while len(self.lines) < len(shown):
            line = LookAtLine(self._theme)
            self._connect(line, len(self.lines))
            self.lines.append(line)
            self._inside.addWidget(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.say(shown[place].told)
        title = plural("One thing to look at", "{number} things to look at", len(self.problems))
        self.title.setText(title)
        self.setAccessibleName(title)
        left = len(self.problems) - len(shown)
        self.more.setText(plural("And {number} more.", "And {number} more.", left) if left else "")
        self.more.setVisible(bool(left))
        self.setVisible(bool(self.problems))

    def _connect(self, line: LookAtLine, place: int) -> None:
        line.clicked.connect(lambda: self.wanted.emit(self.problems[place]))
