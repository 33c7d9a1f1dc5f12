"""The settings of voice and tones: on or off, how loud, who speaks, how much; with a button to try them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.store import options
from coach.store.settings import declared
from coach.ui.kit.choices import Choices
from coach.ui.kit.fields import Slider
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.marks import GROUP
from coach.ui.settings.pane import Pane
from coach.ui.settings.voice_choice import VoiceChoice
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.kit.theme import Theme

PAGE_STEPS = 4
"""Steps of the arrow keys that a page key makes at once."""
SLIDER = 230
"""Width of a slider, in px at 100 %."""


class Amount(QWidget):
    """A slider with its number beside it."""

    def __init__(self, theme: Theme, kind: options.Number) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        self._theme = theme
        self.slider = Slider(theme)
        self.slider.setRange(kind.least, kind.most)
        self.slider.setSingleStep(kind.step)
        self.slider.setPageStep(PAGE_STEPS * kind.step)
        theme.give(self.slider, least_width=SLIDER)
        self.percent = label(theme, size=16, weight=600, wrap=False, tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self.percent)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider.valueChanged.connect(self.show_percent)
        self.follow_text()

    def follow_text(self) -> None:
        """Leave room for the longest number."""
        # Fixed: a label keeps the hint that it had at a larger least width.
        self.percent.setFixedWidth(self.percent.fontMetrics().horizontalAdvance(tr("{percent} %", percent=100)) + 4)

    def show_percent(self, percent: int) -> None:
        """Show this number."""
        self.percent.setText(tr("{percent} %", percent=percent))


class VoicePane(Pane):
    """What is heard."""

    try_wanted = Signal()
    """The person asks to hear voice and tone now."""
    hear_wanted = Signal(str)
    """The person asks to hear a voice, by its id."""

    def __init__(self, theme: Theme, preferences: Preferences, voices: Mapping[str, str]) -> None:
        """`voices` are the names of the recorded voices by id."""
        super().__init__(theme, preferences, tr("Voice and sounds"))
        self.section()
        self.voice = self.switch("voice")
        self.tones = self.switch("tones")
        amount = Amount(theme, declared("volume", options.Number))
        self.volume, self.percent = amount.slider, amount.percent
        row = self.row(tr("Volume"), "", amount)
        self.fields["volume"] = self.volume
        row.name.setBuddy(self.volume)
        self.volume.setAccessibleName(tr("Volume"))
        self.volume.setValue(preferences.now.volume)
        amount.show_percent(preferences.now.volume)
        self.volume.valueChanged.connect(lambda number: self._preferences.change(volume=number))
        self.speaker = Choices(theme, tr("Who speaks"), across=2)
        self.fields["speaker"] = self.speaker
        if voices:
            self.section(tr("Who speaks"))
            self._offer(voices)
            self.add(self.speaker)
        else:
            self.speaker.setParent(self)
            self.speaker.hide()
        self.section()
        self.amount = self.segments("amount")
        self.hear = self.button(
            tr("Can you hear this?"), tr("Plays a tone and a sentence."), tr("Try it"), LineIcon.SOUND
        )
        self.hear.clicked.connect(self.try_wanted)
        self.trouble = label(theme, size=16, weight=600)
        self.trouble.hide()
        self.column.addSpacing(12)
        self.column.addWidget(self.trouble)

    def _offer(self, voices: Mapping[str, str]) -> None:
        about = {"af_heart": tr("a warm voice"), "am_michael": tr("a lower voice")}
        offered = [VoiceChoice(self._theme, value, name, about.get(value, "")) for value, name in voices.items()]
        for choice in offered:
            choice.heard.connect(self.hear_wanted)
        self.speaker.offer(offered, self._preferences.now.speaker)
        self.speaker.chosen.connect(lambda value: self._preferences.change(speaker=value))

    def show_choices(self, now: Settings) -> None:
        """Show what was changed elsewhere, as by a key."""
        super().show_choices(now)
        self.speaker.choose(now.speaker)
        self.volume.setValue(now.volume)

    def show_trouble(self, text: str) -> None:
        """Show why nothing can be heard; an empty text hides that."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
