"""The bar of a session: Back, Pause, Skip, the progress strip and Pain — stop, always in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from coach.core.events import Input
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.painting import RIM
from coach.ui.live.go_button import GoButton
from coach.ui.live.progress_strip import ProgressStrip
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coach.core.events import Snapshot
    from coach.ui.kit.theme import Theme

SPACING = 4
SCROLLING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
MARGIN = 19
BESIDE = 12
"""Room between the strip and the buttons beside it, in px."""
ONE_LINE = 40
"""Characters of the three texts of the strip side by side."""
SHORT = 540
"""Height of the window, in px, below which the bar is lower."""
LOW = 420
"""Height of the window, in px, below which a strip above the buttons has no texts."""
MOST_SHORT = 66
"""Most height of the buttons in a window below SHORT, in px, however large the text."""


class SessionBar(QWidget):
    """Signals the command of a button. Where room is short, the strip moves above the buttons."""

    wanted = Signal(str)
    """The id of a command."""
    scroll_wanted = Signal(int)
    """Scroll the steps, which are on the page, by that many lines, up where negative: the keyboard is here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.back = KeyButton(theme, tr("Back"), key="←", icon=Icon.BACK)
        self.go = GoButton(theme, Look.PRIMARY)
        self.skip = KeyButton(theme, tr("Skip"), key="→", icon=Icon.SKIP)
        self.pain = KeyButton(theme, tr("Pain — stop"), key=tr("Esc"), icon=Icon.STOP, look=Look.DANGER, size=18)
        self.strip = ProgressStrip(theme)
        self._high = 0
        for part in (self.strip, self.back, self.go, self.skip, self.pain):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(lambda: self.wanted.emit("back"))
        self.go.clicked.connect(lambda: self.wanted.emit("go"))
        self.skip.clicked.connect(lambda: self.wanted.emit("skip"))
        # On the press, not on the release: it hurts now.
        self.pain.pressed.connect(lambda: self.wanted.emit("pain"))
        self.fit()

    def show_snapshot(self, snapshot: Snapshot, then: str) -> None:
        """Show what the buttons do at this instant, and the progress."""
        self.go.show_snapshot(snapshot)
        for button, sent_input in ((self.back, Input.BACK), (self.skip, Input.SKIP)):
            button.setEnabled(sent_input in snapshot.allowed)
        self.strip.show_progress(snapshot, then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the steps with the arrow keys that no button takes."""
        lines = SCROLLING.get(Qt.Key(event.key()), 0)
        if lines:
            self.scroll_wanted.emit(lines)
        else:
            super().keyPressEvent(event)

    # Places

    def sizeHint(self) -> QSize:
        """Return the height that the arrangement needs; the width is free."""
        return QSize(0, self._high)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose the arrangement that fits into the width, and into the height of the window."""
        is_short = self.window().height() < SHORT
        margin = 4 if is_short else 14
        for button in (self.back, self.go, self.skip, self.pain):
            button.set_least_height(44 if is_short else 60)
        row = max(button.sizeHint().height() for button in (self.go, self.pain))
        if is_short:
            row = min(row, MOST_SHORT)
        room = self.width() - 2 * MARGIN
        arrangement = self._first_fitting(room, row, is_short=is_short)
        self._show(arrangement)
        top = margin
        lines = 0 if self.window().height() < LOW else 1
        if not arrangement.in_line:
            high = self.strip.height_with(lines=lines)
            self.strip.setGeometry(MARGIN + 5, top, max(0, room - 10), high)  # as far from both edges
            top += high + (2 if is_short else 8)
        x = MARGIN
        player = list(zip((self.back, self.go, self.skip), arrangement.widths, strict=False))
        # Back stays at the left of Skip, as its key and its sign do (decision 37): only the group is mirrored.
        for button, width in reversed(player) if self.isRightToLeft() else player:
            button.put(self._seen(QRect(x, top, width, row)))
            x += width + SPACING
        pain = arrangement.widths[-1]
        self.pain.put(self._seen(QRect(MARGIN + room - pain, top, pain, row)))
        if arrangement.in_line:
            between = QRect(x + BESIDE, top, MARGIN + room - pain - x - 2 * BESIDE - SPACING, row)
            lines = 1 if between.width() > self.strip.fontMetrics().averageCharWidth() * ONE_LINE else 2
            between.setHeight(min(row, self.strip.height_with(lines=lines)))
            between.moveTop(top + (row - between.height()) // 2)
            self.strip.setGeometry(self._seen(between))
        high = top + row + margin
        if high != self._high:
            self._high = high
            self.updateGeometry()

    def _seen(self, place: QRect) -> QRect:
        """Return a place as it is seen: mirrored where words run from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _first_fitting(self, room: int, row: int, *, is_short: bool) -> _Arrangement:
        """Return the first arrangement that fits, or the last one with smaller buttons."""
        strip = self.strip.minimumSizeHint().width() + 2 * BESIDE
        roomy = max(strip, self.strip.fontMetrics().averageCharWidth() * ONE_LINE + 2 * BESIDE)
        if is_short:  # the height is what is scarce: all in one line, as long as there is room
            candidates = [
                (3, True, True, roomy),
                (3, True, False, strip),
                (1, True, False, strip),
                (0, True, False, strip),
            ]
        else:
            candidates = [(3, True, True, roomy)]
        candidates += [(3, False, True, 0), (3, False, False, 0), (1, False, False, 0), (0, False, False, 0)]
        for words, in_line, keys, more in candidates:
            widths = [
                min(self._width(button, row, keys=keys, words=words > least), room)
                for button, least in ((self.back, 1), (self.go, 0), (self.skip, 1), (self.pain, -1))
            ]
            arrangement = _Arrangement(in_line, keys, words, tuple(widths))
            if sum(widths) + 4 * SPACING + more <= room:
                return arrangement
        narrower = (room - 4 * SPACING) / sum(arrangement.widths)
        return arrangement._replace(widths=tuple(int(width * narrower) for width in arrangement.widths))

    def _width(self, button: KeyButton, row: int, *, keys: bool, words: bool) -> int:
        """Return the width of a button in a row of that height; the middle one keeps that of its widest text."""
        faces: tuple[str | None, ...] = (None,)
        if button is self.go:
            faces = self.go.faces
        button.show_words(shown=words)
        natural = max(button.width_for(with_key=keys and words, words=face) for face in faces)
        return max(44 + 2 * RIM, round(natural * min(1.0, row / button.sizeHint().height())))

    def _show(self, arrangement: _Arrangement) -> None:
        for button, least in ((self.back, 1), (self.go, 0), (self.skip, 1), (self.pain, -1)):
            button.show_words(shown=arrangement.words > least)
            button.show_key(shown=arrangement.keys)


class _Arrangement(NamedTuple):
    """Whether the strip is in the line of the buttons and keys show, how many buttons have words, and all widths."""

    in_line: bool
    keys: bool
    words: int
    widths: tuple[int, ...]
