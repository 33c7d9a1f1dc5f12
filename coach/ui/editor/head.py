"""The head of the editor: back to the routines, the name, what is saved, undo and redo, Try it and Done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.editor.small_buttons import IconButton
from coach.ui.editor.undone_by_page import PlainField
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import Heading, label, set_up
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.painting import RIM
from coach.ui.kit.tip import as_tip
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from coach.ui.kit.theme import Theme

HIGH, SIDE = 68, 20
"""Height in one row, in px at 100 %, and room at its sides, in px."""
MOST = 4_000
"""More px than a name is wide."""
NAME_MOST = 80
"""Letters of a name, at most."""


class _Name(Heading):
    """The name of the routine; a press lets it be changed."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_up(self, theme, "", 22, 700, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._whole = ""

    @property
    def whole(self) -> str:
        """All of the name."""
        return self._whole

    def say(self, name: str) -> None:
        """Show a name; where there is no room for all of it, its beginning."""
        self._whole = name
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))

    def sizeHint(self) -> QSize:
        """Return the width it was given."""
        return QSize(
            self.maximumWidth() if self.maximumWidth() < MOST else self.natural_width(), super().sizeHint().height()
        )

    def natural_width(self) -> int:
        """Return the width of all of it, in px."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 4

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it be changed."""
        super().mouseReleaseEvent(event)
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        words = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class EditorHead(QWidget):
    """Says what the person wants; what it shows comes from above."""

    left = Signal()
    renamed = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    try_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._in_rows: bool | None = None
        self.back = KeyButton(theme, tr("Routines"), look=Look.QUIET, icon=Icon.BEFORE, height=44, size=15)
        self.back.setAccessibleName(tr("Back to the routines"))
        self.name = _Name(theme)
        self.pencil = IconButton(theme, LineIcon.PENCIL, tr("Change the name of the routine"))
        self.field = PlainField(theme, "", NAME_MOST)
        self.field.setAccessibleName(tr("Name of the routine"))
        self.field.hide()
        self.saved = label(theme, tr("Saved"), size=14.5, muted=True, wrap=False)
        self.undo = IconButton(theme, LineIcon.UNDO, tr("Undo"))
        self.redo = IconButton(theme, LineIcon.REDO, tr("Redo"))
        self.try_it = KeyButton(theme, tr("Try it"), icon=Icon.PLAY, height=48)
        self.show_whole(is_whole=True)
        self.done = KeyButton(theme, tr("Done"), look=Look.PRIMARY, height=48)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE - RIM, 5, SIDE - RIM, 5)
        self._column.setSpacing(0)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)
        self._first.setSpacing(0)
        self._second.setSpacing(0)
        self._begin = (self.back, self.name, self.field, self.pencil)
        self._end = (self.saved, self.undo, self.redo, self.try_it, self.done)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.follow_text()
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.done.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.try_it.clicked.connect(self.try_wanted)
        self.pencil.clicked.connect(self.change_name)
        self.name.pressed.connect(self.change_name)
        self.field.textEdited.connect(self.renamed)
        self.field.editingFinished.connect(self._on_named)

    # From above

    def show_name(self, name: str) -> None:
        """Show the name."""
        self.name.say(name or tr("No name yet"))
        if self.field.text().strip() != name:
            self.field.setText(name)
        self._arrange()

    def show_saved(self, words: str) -> None:
        """Show whether all is saved."""
        self.saved.setText(words)

    def show_whole(self, *, is_whole: bool) -> None:
        """Show whether the routine can be tried, and why not."""
        tip = tr("The session, 20 times as fast. Nothing of it is kept.")
        words = tip if is_whole else tr("First mend what is to be looked at.")
        self.try_it.setEnabled(is_whole)
        self.try_it.setToolTip(words)
        self.try_it.setAccessibleDescription(words)

    def show_history(self, undo: str, redo: str) -> None:
        """Show what can be undone and redone, in words; empty where nothing can."""
        for button, words, usual, key in (
            (self.undo, undo, tr("Undo"), QKeySequence.StandardKey.Undo),
            (self.redo, redo, tr("Redo"), QKeySequence.StandardKey.Redo),
        ):
            button.setEnabled(bool(words))
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(as_tip(f"{words or usual} ({shown})"))
            button.setAccessibleName(words or usual)

    # The name

    def change_name(self) -> None:
        """Open the field of the name."""
        self.name.hide()
        self.pencil.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _on_named(self) -> None:
        if self.field.isHidden():
            return
        had_focus = self.field.hasFocus()
        self.field.hide()
        self.name.show()
        self.pencil.show()
        self._arrange()
        if had_focus:
            self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the field of the name with Esc: what was typed stays, and can be undone."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._on_named()
        else:
            super().keyPressEvent(event)

    # Size

    def resizeEvent(self, event: object) -> None:
        """Stand in two rows where one has no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own
        self._arrange()

    def follow_text(self) -> None:
        """Fit another text size; whatever is said of saving, nothing moves for it."""
        words = (tr("Saved"), tr("Saving"), tr("Not saved"))
        self.saved.setMinimumWidth(max(map(self.saved.fontMetrics().horizontalAdvance, words)))
        self._arrange()

    def _arrange(self) -> None:
        px = self._theme.px
        end = sum(each.sizeHint().width() for each in self._end) + 24
        begin = self.back.sizeHint().width() + self.pencil.sizeHint().width() + min(self.name.natural_width(), px(200))
        in_rows = begin + end + 2 * SIDE > self.width()
        if in_rows is not self._in_rows:
            self._in_rows = in_rows
            self._fill_rows()
        room = self.width() - 2 * SIDE - self.back.sizeHint().width() - self.pencil.sizeHint().width() - px(12)
        room -= 0 if in_rows else end
        self.name.setFixedWidth(max(1, min(self.name.natural_width(), room)))
        self.field.setFixedWidth(max(px(120), min(px(420), room)))
        self.setMinimumHeight(0 if in_rows else px(HIGH))

    def _fill_rows(self) -> None:
        for row in (self._first, self._second):
            while row.takeAt(0) is not None:
                pass
        for widget in self._begin:
            self._first.addWidget(widget)
            if widget is self.back:
                self._first.addSpacing(12)
        self._first.addStretch(1)
        last = self._second if self._in_rows else self._first
        if self._in_rows:
            last.addStretch(1)
        for each in self._end:
            last.addWidget(each)
            if each is self.saved:
                last.addSpacing(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and the line below."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.surface)
        painter.drawRect(self.rect())
        painter.setPen(QPen(t.line, t.border_px))
        area = QRectF(self.rect()).adjusted(0, 0, 0, -0.5)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
