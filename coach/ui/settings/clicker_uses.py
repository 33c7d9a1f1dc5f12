"""What each button of a remote or a pedal is for: a picture of a remote, and beside it a row for each button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.core.clicker import Use
from coach.ui.keys.actions import cap_name, key_name
from coach.ui.kit.card import Card
from coach.ui.kit.chip import LargeKeyCap
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.settings.remote_picture import RemotePicture
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.clicker import ClickerKeys
    from coach.ui.kit.theme import Theme


class ClickerUses(Card):
    """The three uses, each with the cap of its key, what listens for another, and what gives it the key just heard."""

    change_wanted = Signal(object)
    """The Use that is to have another key."""
    give_wanted = Signal(object)
    """The Use that is to have the key that was heard."""

    def __init__(self, theme: Theme, names: Mapping[Use, str]) -> None:
        super().__init__(theme, raised=True)
        self._names = names
        self.caps = {use: LargeKeyCap(theme, "") for use in Use}
        # Note: a button that gives something another key
        self.changes = {use: KeyButton(theme, tr("Change"), height=44, size=15) for use in Use}
        self.gives = {use: KeyButton(theme, "", height=44, size=15) for use in Use}
        self._breaking: list[QBoxLayout] = []
        self._rows = [self._row(use) for use in Use]
        self.picture = RemotePicture(theme, self.heights)
        self._column = QVBoxLayout()
        self._column.setSpacing(18)
        for row in self._rows:
            self._column.addWidget(row)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(along(28, 20, 24 - RIM, 20))
        inside.setSpacing(4)
        inside.addWidget(self.picture)
        inside.addLayout(self._column, 1)

    def _row(self, use: Use) -> QWidget:
        """Return what a button is for, its key, and what gives it another one."""
        name, change, give = self._names[use], self.changes[use], self.gives[use]
        # Note: a button that gives something another key; the use is a few words, as in “Skip this step”
        change.setAccessibleName(tr("Change the button for “{use}”", use=name))
        change.show_key(shown=False)
        change.clicked.connect(lambda: self.change_wanted.emit(use))
        give.clicked.connect(lambda: self.give_wanted.emit(use))
        give.hide()
        line = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label(self._theme, name, size=16, weight=600), 1)
        controls = QHBoxLayout()
        controls.setSpacing(4)
        controls.addStretch()
        controls.addWidget(self.caps[use], 0, Qt.AlignmentFlag.AlignVCenter)
        controls.addSpacing(4)
        controls.addWidget(give)
        controls.addWidget(change)
        row.addLayout(controls)
        self._breaking.append(row)
        return line

    def heights(self) -> list[int]:
        """Return the middles of the rows, as the picture counts."""
        return [row.geometry().center().y() - self.picture.y() for row in self._rows]

    def use_room(self, *, is_narrow: bool) -> None:
        """Leave the picture out where room is short, and put the names above what belongs to them."""
        self.picture.setVisible(not is_narrow)
        # The remote reaches beyond its buttons.
        self._column.setContentsMargins(0, 0 if is_narrow else 34, 0, 0 if is_narrow else 20)
        for row in self._breaking:
            row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def show_keys(self, keys: ClickerKeys, sent: str) -> None:
        """Show the key of each use, and offer the key that was heard, unless it is empty."""
        for use, name in self._names.items():
            self.changes[use].set_key(key_name(keys.of(use)))
            self.caps[use].setText(cap_name(keys.of(use)))
            self.caps[use].updateGeometry()
            give, key = self.gives[use], key_name(sent)
            give.setText(tr("Use {key}", key=key))
            give.setAccessibleName(tr("Use {key} for “{use}”", key=key, use=name))
            give.updateGeometry()
            give.setVisible(bool(sent))
