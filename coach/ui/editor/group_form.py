"""The form of a circuit: how often it is gone through, and the rest before each further time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from coach.core.draft import edits
from coach.ui.editor.answers import NumberAsked
from coach.ui.editor.form_parts import About, Form
from coach.ui.kit.key_button import KeyButton
from coach.words.basics import after_seconds
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class GroupForm(Form):
    """What is asked of a circuit."""

    taken_apart = Signal()
    """The circuit is none any more, and another form shows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head(tr("Circuit"))
        times = NumberAsked(theme, tr("Times through"), 2, 20)
        seconds = after_seconds()
        rest = NumberAsked(theme, tr("Rest before each further time"), 0, 600, seconds, tr("As before an exercise"))
        self.ask(times, _of("repeat", 2))
        self.ask(rest, _of("rest_s", None))
        self.beside(times, rest)
        self.apart = KeyButton(theme, tr("Take the circuit apart"), height=44, size=15)
        self.apart.clicked.connect(self._on_apart)
        self.column.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _on_apart(self) -> None:
        if self._draft is not None:
            self.edited.emit(edits.ungroup(self._draft, self._row))
            self.taken_apart.emit()


def _of(key: str, usual: object) -> About:
    return About(
        lambda _draft, row: (*row, key),
        lambda draft, row: draft.value((*row, key), usual),
        lambda draft, row, value: edits.set_group(draft, row, key, value),
    )
