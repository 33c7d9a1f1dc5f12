"""The keys that a session is steered with from the mat: those of a clicker, and those that always stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.core.clicker import Use
from coach.store.options import Key
from coach.store.settings import declared
from coach.ui.keys.actions import key_name
from coach.ui.keys.clicker import in_force
from coach.ui.kit.chip import LargeKeyCap
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.settings.pane import Pane
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.kit.theme import Theme


class _Beside(QWidget):
    """Caps of keys, and a button after them."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        self.inset = RIM if isinstance(parts[-1], KeyButton) else 0
        """Distance of the edge of the last from that of the widget, in px."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch()
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)


class KeysPane(Pane):
    """What a button is for is changed on the page of the clicker, which hears what it sends."""

    clicker_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, preferences, tr("Keys and clicker"))
        self.section(tr("Clicker or pedal"))
        self.caps: dict[Use, LargeKeyCap] = {}
        self._buttons: list[KeyButton] = []
        for use in Use:
            self._use(use)
        self.section()
        help_ = tr("Shows what each of its buttons sends.")
        self.clicker = self.button(tr("Try your clicker"), help_, tr("Clicker and pedal"))
        self.clicker.setAccessibleName(tr("Clicker and pedal"))
        self.clicker.clicked.connect(self.clicker_wanted)
        self._buttons.append(self.clicker)
        self.section(tr("Always the same"))
        self.row(tr("Pause, go on"), "", _Beside(LargeKeyCap(theme, tr("Space"))))
        self.row(tr("Pain — stop"), "", _Beside(LargeKeyCap(theme, tr("Esc")), LargeKeyCap(theme, "S")))
        all_keys = self.button(tr("All keys"), tr("Every key and what it does."), tr("Show them"))
        all_keys.clicked.connect(self.keys_wanted)
        self.show_choices(preferences.now)

    def _use(self, use: Use) -> None:
        name = translated(declared(f"clicker_{use}", Key).words)
        cap, change = LargeKeyCap(self._theme, ""), KeyButton(self._theme, tr("Change"), height=44, size=15)
        change.setAccessibleName(tr("Change the key for “{use}”", use=name))
        change.clicked.connect(self.clicker_wanted)
        self.caps[use] = cap
        self._buttons.append(change)
        holder = _Beside(cap, change)
        self.row(name, "", holder).name.setBuddy(change)

    def show_choices(self, now: Settings) -> None:
        """Show which keys the buttons of the clicker send."""
        super().show_choices(now)
        keys = in_force(now.clicker)
        for use, cap in self.caps.items():
            cap.setText(key_name(keys.of(use)))
            cap.updateGeometry()

    def set_clicker_open(self, *, is_open: bool) -> None:
        """Enable what leads to the page of the clicker, or show that it has to wait."""
        for button in self._buttons:
            button.setEnabled(is_open)
        self.clicker.setText(tr("Clicker and pedal") if is_open else tr("Clicker and pedal: after the session"))
        self.clicker.setAccessibleName(self.clicker.text())
        self.clicker.updateGeometry()
