"""What can be added to a routine: one of the seven exercises, one of another routine, or an empty one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.editor.form_parts import Form
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.list_rows import ListRow, RowCard, section_header
from coach.ui.kit.painting import RIM
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coach.core.draft.draft import Draft
    from coach.core.draft.json_places import Place
    from coach.ui.kit.theme import Theme


class Offered(NamedTuple):
    """An exercise to add: its name, its dose, and the exercise as a file has it."""

    name: str
    dose: str
    exercise: Mapping[str, Any]


class AddPane(Form):
    """Shows what can be added; `picked` carries an exercise as a file has it."""

    picked = Signal(object)
    empty_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title = heading(theme, tr("Add an exercise"), size=20)
        self.title.setContentsMargins(RIM, 0, RIM, 0)
        self.empty = KeyButton(theme, tr("Write your own"), height=44, size=15)
        self.cancel = KeyButton(theme, tr("Cancel"), height=44, size=15)
        self.empty.clicked.connect(self.empty_wanted)
        self.cancel.clicked.connect(self.closed)
        self.buttons: list[KeyButton] = []
        self._inside: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel)
        self.column.addLayout(head)
        own = ListRow(theme, tr("Empty"), tr("Your own words, with no figure or a picture of yours."), self.empty)
        self.empty.setAccessibleName(tr("Write your own"))
        card = RowCard(theme, own)
        around = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(0, 0, 0, 0))
        around.setContentsMargins(RIM, 0, RIM, 0)
        around.addWidget(card)
        self.column.addLayout(around)
        self.column.addStretch(1)

    def offer(self, groups: Sequence[tuple[str, Sequence[Offered]]]) -> None:
        """Offer exercises under headings."""
        if self._inside is not None:
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(RIM, 0, RIM, 0)
        column.setSpacing(8)
        self.buttons = []
        for title, exercises in groups:
            if not exercises:
                continue
            column.addWidget(section_header(self._theme, title))
            column.addWidget(RowCard(self._theme, *map(self._row_of, exercises)))
            column.addSpacing(8)
        self.column.insertWidget(self.column.count() - 1, self._inside)
        for first, second in pairwise([self.cancel, self.empty, *self.buttons]):
            QWidget.setTabOrder(first, second)

    def _row_of(self, offered: Offered) -> ListRow:
        add = KeyButton(self._theme, tr("Add"), height=44, size=15)
        add.setAccessibleName(tr("Add {exercise}", exercise=offered.name))
        add.clicked.connect(lambda: self.picked.emit(offered.exercise))
        self.buttons.append(add)
        return ListRow(self._theme, offered.name, offered.dose, add)

    def settle(self) -> None:
        """Begin with the empty one."""
        self.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, draft: Draft, row: Place) -> None:
        """Show nothing of a row: what is added goes after it."""
