"""The settings of voice and tones, each applied when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import Card
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import CheckBox, Slider
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLabel

    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.kit.theme import Theme

STEP = 5
"""One press of an arrow key changes the volume by so many percent."""


class VoiceCard(Card):
    """Voice and tones on or off, who speaks, how much, how loud; and whether it is heard."""

    try_wanted = Signal()
    """The person wants to hear voice and tone now."""

    def __init__(self, theme: Theme, preferences: Preferences, voices: Mapping[str, str]) -> None:
        """Offer these voices: their names by id."""
        super().__init__(theme, raised=True)
        self._preferences = preferences
        self.names: list[QLabel] = []
        """What stands before the fields."""
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(label(theme, tr("Voice and tones"), size=19, weight=700))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(20)
        self._form.setVerticalSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(self._form)
        self.voice = self._switch(tr("Voice"), "voice")
        self.tones = self._switch(tr("Tones"), "tones")
        self.speaker = self._combo(tr("Who speaks"), "speaker", list(voices.items()))
        self.speaker.setEnabled(len(voices) > 1)
        self._form.setRowVisible(self.speaker, bool(voices))
        amounts = [
            ("all", tr("Everything")),
            ("short", tr("Only what is needed")),
            ("tones", tr("Tones only")),
        ]
        self.amount = self._combo(tr("How much is said"), "amount", amounts)
        self.volume = Slider()
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(STEP)
        self.volume.setPageStep(4 * STEP)
        self.percent = label(theme, size=16, wrap=False, tabular=True)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("100 %") + 4)
        self.volume.setValue(preferences.now.volume)
        self._show_percent(preferences.now.volume)
        self.volume.valueChanged.connect(self._on_volume)
        self._row(tr("Volume"), self.volume, self.percent)
        self.hear = KeyButton(theme, tr("Can you hear this?"), height=48)
        self.hear.clicked.connect(self.try_wanted)
        column.addLayout(at_left(self.hear))
        self.trouble = label(theme, size=16, weight=600)
        self.trouble.hide()
        column.addWidget(self.trouble)
        preferences.changed.connect(self._show_choices)

    def show_trouble(self, text: str) -> None:
        """Tell why nothing can be heard; an empty text means that something can."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _show_choices(self, now: Settings) -> None:
        """Show what a key changed meanwhile."""
        self.voice.setChecked(now.voice)
        self.tones.setChecked(now.tones)

    def _switch(self, text: str, field: str) -> CheckBox:
        box = CheckBox(self._theme, text)
        box.setChecked(getattr(self._preferences.now, field))
        box.toggled.connect(lambda on: self._preferences.change(**{field: on}))
        self._form.addRow("", box)
        return box

    def _combo(self, text: str, field: str, options: Sequence[tuple[str, str]]) -> DropDown:
        combo = DropDown(self._theme)
        for value, words in options:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(getattr(self._preferences.now, field))))
        combo.activated.connect(lambda place: self._preferences.change(**{field: combo.itemData(place)}))
        combo.setMinimumWidth(self._theme.px(240))
        self._row(text, combo)
        return combo

    def _row(self, text: str, widget: QWidget, beside: QWidget | None = None) -> None:
        widget.setMinimumHeight(44)
        name = label(self._theme, text, size=16, wrap=False)
        name.setMinimumHeight(44)
        name.setBuddy(widget)
        self.names.append(name)
        if beside is None:
            self._form.addRow(name, widget)
            return
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(widget, 1)
        row.addWidget(beside)
        self._form.addRow(name, row)

    def _on_volume(self, percent: int) -> None:
        self._show_percent(percent)
        self._preferences.change(volume=percent)

    def _show_percent(self, percent: int) -> None:
        self.percent.setText(tr("{percent} %", percent=percent))
