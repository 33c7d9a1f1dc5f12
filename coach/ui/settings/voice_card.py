"""The settings of voice and tones, each applied when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.settings.setting_group import SettingGroup
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.kit.theme import Theme


class VoiceCard(SettingGroup):
    """The settings of voice and tones: on or off, who speaks, how much, how loud; with a button to try them."""

    try_wanted = Signal()
    """The person asks to hear voice and tone now."""

    def __init__(self, theme: Theme, preferences: Preferences, voices: Mapping[str, str]) -> None:
        """`voices` are the names of the recorded voices by id."""
        super().__init__(theme, preferences, tr("Voice and tones"))
        self.voice = self.switch("voice")
        self.tones = self.switch("tones")
        self.speaker = self.choice_of("speaker", voices.items())
        self.speaker.setEnabled(len(voices) > 1)
        self.show_row("speaker", shown=bool(voices))
        self.amount = self.choice("amount")
        self.percent = label(theme, size=16, wrap=False, tabular=True)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("100 %") + 4)
        self.volume = self.slider("volume", self.percent)
        self.volume.valueChanged.connect(self._show_percent)
        self._show_percent(self.volume.value())
        self.hear = KeyButton(theme, tr("Can you hear this?"), height=48)
        self.hear.clicked.connect(self.try_wanted)
        self.column.addLayout(at_left(self.hear))
        self.trouble = label(theme, size=16, weight=600)
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        preferences.changed.connect(self._show_choices)

    def show_trouble(self, text: str) -> None:
        """Show why nothing can be heard; an empty text hides that."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _show_choices(self, now: Settings) -> None:
        """Show what was changed elsewhere, as by a key."""
        self.voice.setChecked(now.voice)
        self.tones.setChecked(now.tones)

    def _show_percent(self, percent: int) -> None:
        self.percent.setText(tr("{percent} %", percent=percent))
