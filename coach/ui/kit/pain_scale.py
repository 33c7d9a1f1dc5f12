"""The numbers 0 to 10 with the words under them, so that choosing a number is choosing the word.

They are one group of radio buttons: Tab stops once, arrow keys and digits move the focus and choose nothing. Space,
Enter or a click chooses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from coach.core.safety import MOST_PAIN, Pain, pain_word
from coach.ui.kit.label import label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.pain_bands import Band
from coach.ui.kit.painting import edge_px, focus_ring, panel, under_pointer
from coach.ui.kit.states import KeyFocus, State, one_stop
from coach.words.catalogue import tr, translated
from coach.words.safety_messages import PAIN_TITLES, PAIN_WORDS
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme, Tokens

TALL, USUAL, LEAST = 92, 60, 52
"""Heights of a number, in px at 100 %: with room to spare, usually, and at least."""
NARROWEST, SIDE = 44, 4
"""Least width of a number, and room at each side of its body, in px."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_GROUP = Qt.KeyboardModifier.GroupSwitchModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: MOST_PAIN}


class _Number(KeyFocus, QRadioButton):
    """One number; its accessible name has the word too, and its description what that means."""

    def __init__(self, theme: Theme, number: int, scale: PainScale, tokens: Tokens | None) -> None:
        super().__init__()
        self._theme, self._tokens, self._scale = theme, tokens, scale
        self.number, self.high = number, USUAL
        word = PAIN_WORDS[pain_word(number)]
        self.setText(str(number))
        self.setAccessibleName(tr("{number}, {word}", number=number, word=translated(word[0])))
        self.setAccessibleDescription(translated(word[1]))
        theme.dress(self, 24, 600)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(USUAL), max(LEAST, self._theme.px(self.high)))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        return self.rect().contains(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._scale.make_stop(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter as with Space; move the focus with the arrow keys."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        elif key in _STEPS or key in _ENDS:
            self._scale.lead(self.number, key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t, on = self._tokens or self._theme.tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(SIDE, SIDE, -SIDE, -SIDE)
        quiet = t.paper if self._tokens is None else t.sunk
        ground = t.brand if on else under_pointer(t, quiet, self.state)
        panel(painter, body, ground, QPen(t.brand if on else t.edge, edge_px(t, self.state, 1)), 14)
        painter.setPen(t.on_brand if on else t.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if State.FOCUS in self.state:
            focus_ring(painter, QRectF(self.rect()), t.focus, 16)


class PainScale(QWidget):
    """Eleven numbers, none of them chosen at first, and what their words mean.

    With `explained` the meanings show all the time, each under its word. Where it is too narrow for that, one line has
    the meaning of the number with the focus or under the pointer. Without `explained` there are the words alone.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, tokens: Tokens | None = None, *, explained: bool = False) -> None:
        super().__init__()
        self._explained = explained
        self._typed: int | None = None
        """The digit that led to the number with the focus."""
        self.setObjectName(GROUP)
        numbers = [_Number(theme, number, self, tokens) for number in range(MOST_PAIN + 1)]
        self.numbers: list[QRadioButton] = list(numbers)
        self._sized = numbers
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(6)
        spans: dict[Pain, list[int]] = {}
        for button in numbers:
            grid.addWidget(button, 0, button.number)
            grid.setColumnStretch(button.number, 1)
            spans.setdefault(pain_word(button.number), []).append(button.number)
            button.installEventFilter(self)
        self._bands: dict[Pain, Band] = {}
        for word, span in spans.items():
            name, meaning = PAIN_WORDS[word]
            self._bands[word] = band = Band(theme, translated(name), translated(meaning), SIDE, tokens)
            grid.addWidget(band, 1, span[0], 1, len(span))
        self.meaning = label(theme, " ", size=18)
        self.meaning.setContentsMargins(SIDE, 6, SIDE, 0)
        grid.addWidget(self.meaning, 2, 0, 1, MOST_PAIN + 1)
        for button in numbers:
            button.toggled.connect(lambda on, number=button.number: self._on_chosen(number) if on else None)
        self.make_stop(0)
        self._show_meanings()

    def set_question(self, question: str) -> None:
        """Name the group: a screen reader reads it before the numbers."""
        self.setAccessibleName(question)

    def set_height(self, high: int) -> None:
        """Make the numbers `high` px high, at 100 %."""
        for number in self._sized:
            number.high = high
            number.updateGeometry()

    # What is chosen

    @property
    def value(self) -> int | None:
        """The chosen number, or None."""
        return next((number.number for number in self._sized if number.isChecked()), None)

    def clear(self) -> None:
        """Choose none."""
        for number in self.numbers:
            number.setAutoExclusive(False)  # one of several that exclude each other cannot be unchecked
            number.setChecked(False)
            number.setAutoExclusive(True)
        self.meaning.setText(" ")

    def _on_chosen(self, number: int) -> None:
        self._explain(number)
        self.chosen.emit(number)

    # What it means

    def _explain(self, number: int) -> None:
        word = pain_word(number)
        self.meaning.setText(sentences([translated(PAIN_TITLES[word]), translated(PAIN_WORDS[word][1])]))

    def _show_meanings(self) -> None:
        """Show the meanings under their words where they fit, or one line for all of them."""
        one = self.width() / len(self.numbers)
        fits = all(
            band.has_room(int(one * sum(pain_word(number.number) is word for number in self._sized)))
            for word, band in self._bands.items()
        )
        below = self._explained and fits
        for band in self._bands.values():
            band.meaning.setVisible(below)
        self.meaning.setVisible(self._explained and not below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the meanings where they have room now."""
        super().resizeEvent(event)
        self._show_meanings()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Explain the number that gets the focus or lies under the pointer."""
        if self._explained and event.type() in {QEvent.Type.FocusIn, QEvent.Type.HoverEnter}:
            self._explain(next(number.number for number in self._sized if number is watched))
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # it is one of the numbers

    # Keys

    def make_stop(self, place: int) -> None:
        """Make this number the one at which Tab stops."""
        one_stop(self.numbers, self.numbers[place])

    def lead(self, place: int, key: Qt.Key) -> None:
        """Give the focus to the number to which a key leads from this one; none is chosen by that."""
        step = _STEPS.get(key, 0)
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.isRightToLeft():
            step = -step
        self._lead_to(_ENDS[key] if key in _ENDS else min(max(place + step, 0), MOST_PAIN))

    def _lead_to(self, number: int) -> None:
        self._typed = None
        self.numbers[number].setFocus(Qt.FocusReason.TabFocusReason)

    def lead_by(self, event: QKeyEvent) -> bool:
        """Give the focus to the number of a digit key; return whether the key was one. 1 and then 0 lead to 10.

        Shift is ignored: on some keyboards, as the French one, digits need it.
        """
        modifiers = event.modifiers() & ~(_SHIFT | _KEYPAD | _GROUP)
        if modifiers or not event.text().isdecimal() or len(event.text()) != 1:
            return False
        if event.isAutoRepeat():
            return True
        digit = int(event.text())
        follows = self._typed == 1 and self.numbers[1].hasFocus()
        self._lead_to(10 * int(follows) if digit == 0 else digit)
        self._typed = digit
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus by a digit."""
        if not self.lead_by(event):
            super().keyPressEvent(event)
