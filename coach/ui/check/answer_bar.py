"""The bar of the check: the way back at the side where words begin, answers or a note at the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from coach.ui.check.answer_buttons import WIDE
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.words.catalogue import tr, tr_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coach.ui.kit.theme import Theme

SIDE, ABOVE, GAP = 19, 11, 2
"""Room at the sides, above and below the buttons, and between two, in px, beside that for their rings."""
NOTE_GAP = 24
"""Least room between the way back and a note, in px."""


class AnswerBar(QWidget):
    """Puts its buttons in one row where it can, else the answers above the way back; none is ever cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        self._theme = theme
        self.back = KeyButton(theme, tr_in("to the question before", "Back"), key=tr("Esc"), icon=Icon.BEFORE, size=18)
        self.back.setParent(self)
        self.close_check = KeyButton(theme, tr("Close"), key=tr("Esc"), size=18)
        """Leaves a check that is closed."""
        self.close_check.setParent(self)
        self.close_check.hide()
        self._answers: list[KeyButton] = []
        self._note: QWidget | None = None
        self._high = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def name_back(self, words: str, key: str, icon: Icon) -> None:
        """Say what the first button does."""
        self.back.set_face(words, icon, Look.PLAIN)
        self.back.set_key(key)

    def take(self, answers: list[KeyButton], note: QWidget | None) -> None:
        """Show these answers in this order, or a note; those before are deleted, unless they are the same."""
        for old in [*self._answers, self._note]:
            if old is not None and old not in answers and old is not note and old.parent() is self:
                old.hide()
                if old is not self.close_check:
                    old.deleteLater()
        self._answers, self._note = list(answers), note
        for widget in [*answers, note]:
            if widget is not None and widget.parent() is not self:
                widget.setParent(self)
            if widget is not None:
                widget.show()
        for before, after in pairwise(answers):
            QWidget.setTabOrder(before, after)
        if answers:
            QWidget.setTabOrder(answers[-1], self.back)
        self.arrange()

    @property
    def shows_note(self) -> bool:
        """Whether there is a note, with room for it."""
        return self._note is not None and not self._note.isHidden()

    def sizeHint(self) -> QSize:
        """Return the height that the buttons need; the width is free."""
        return QSize(0, self._high)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give each button its place."""
        room = max(1, self.width() - 2 * SIDE)
        has_key = self._fits(room, with_key=True)
        self.back.show_key(shown=has_key)
        if has_key or self._fits(room, with_key=False):
            rows = [[self.back, *self._answers]]
        else:
            rows = [*self._answer_rows(room), [self.back]]
        top = ABOVE
        for buttons in rows:
            top += self._place(buttons, top, room, alone=len(rows) > 1)
        self._place_note(room, top)
        if top + ABOVE != self._high:
            self._high = top + ABOVE
            self.updateGeometry()

    def _widths(self, *, least: bool) -> list[int]:
        """Return the widths of the answers: alike for those that look alike."""
        hints = [button.width_for(with_key=True) for button in self._answers]
        alike = [hint for hint, button in zip(hints, self._answers, strict=True) if button.look is Look.ANSWER]
        widest = max([*alike, 0 if least else self._theme.px(WIDE) + 2 * RIM])
        return [
            widest if button.look is Look.ANSWER else hint for hint, button in zip(hints, self._answers, strict=True)
        ]

    def _fits(self, room: int, *, with_key: bool) -> bool:
        answers = self._widths(least=not with_key)
        return self.back.width_for(with_key=with_key) + sum(answers) + GAP * len(answers) + 8 <= room

    def _answer_rows(self, room: int) -> list[list[KeyButton]]:
        widths = self._widths(least=True)
        if not widths:
            return []
        if sum(widths) + GAP * (len(widths) - 1) <= room:
            return [self._answers]
        return [[button] for button in self._answers]

    def _place(self, buttons: list[KeyButton], top: int, room: int, *, alone: bool) -> int:
        """Place one row; return its height."""
        high = max(button.sizeHint().height() for button in buttons)
        answers = [button for button in buttons if button is not self.back]
        if self.back in buttons:
            self._put(self.back, QRect(SIDE, top, self.back.sizeHint().width(), high))
        if alone:
            wide = (room - GAP * (len(answers) - 1)) // max(1, len(answers))
            widths = [wide] * len(answers)
        else:
            widths = self._widths(least=not self.back.shows_key) if answers else []
        left = self.width() - SIDE - sum(widths) - GAP * (len(widths) - 1)
        for button, wide in zip(answers, widths, strict=True):
            self._put(button, QRect(left, top, wide, high))
            left += wide + GAP
        return high

    def _place_note(self, room: int, bottom: int) -> None:
        if self._note is None:
            return
        left = SIDE + self.back.sizeHint().width() + NOTE_GAP
        wide = SIDE + room - RIM - left
        for button in self._answers:
            wide -= button.width() + GAP
        high = self._note.heightForWidth(wide) if wide > 0 else -1
        fits = (
            wide > self._theme.px(180) and 0 <= high <= bottom - ABOVE and self._note.minimumSizeHint().width() <= wide
        )
        self._note.setVisible(fits)
        if fits:
            self._put(self._note, QRect(left, ABOVE, wide, bottom - ABOVE))

    def _put(self, widget: QWidget, place: QRect) -> None:
        direction = self.layoutDirection()
        widget.setGeometry(QStyle.visualRect(direction, self.rect(), place))
