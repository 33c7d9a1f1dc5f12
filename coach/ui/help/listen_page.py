"""The page Listen: the whole script of a routine as text with times, each line of which can be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from coach.core.pacing import Preset
from coach.store.options import Choice
from coach.store.settings import declared
from coach.ui.help.script_list import ScriptList
from coach.ui.help.script_maker import Wanted
from coach.ui.kit.button_rows import ButtonRows
from coach.ui.kit.card import Card
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.line_list import outdented
from coach.ui.kit.list_rows import ListRow, RowCard
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from coach.session.reading_aloud import ReadingAloud
    from coach.ui.help.script_maker import ScriptShown
    from coach.ui.kit.theme import Theme


class ListenPage(TextPage):
    """Shows the script of a routine at a pace, and has it read aloud: one line, or all from one on."""

    script_wanted = Signal(object)
    """Which script is to be shown, a Wanted."""
    copied = Signal(str)
    """The whole script is on the clipboard; these words tell it."""

    def __init__(self, theme: Theme, reading: ReadingAloud, choices: Sequence[tuple[str, str]], wanted: Wanted) -> None:
        """`choices` are the ids and names of the routines, `wanted` what is chosen first."""
        super().__init__(theme, tr("Listen"))
        self._reading, self._text = reading, ""
        reading.setParent(self)
        self._line(tr("All that is said, and when. Enter, Space or a click plays a line."))
        pacing = declared("pacing", Choice)
        self.routine, self.pace = DropDown(theme), DropDown(theme)
        named = ((tr("Routine"), self.routine), (translated(pacing.words), self.pace))
        for _name, drop_down in named:
            theme.give(drop_down, least_width=220)
        self._column.addWidget(RowCard(theme, *(ListRow(theme, name, control=each) for name, each in named)))
        for routine, name in choices:
            self.routine.addItem(name, routine)
        self.pace.offer(pacing.offered)
        self.routine.setCurrentIndex(max(0, self.routine.findData(wanted.routine)))
        self.pace.setCurrentIndex(max(0, self.pace.findData(wanted.preset.value)))
        self._add_buttons()
        self.trouble = label(theme, size=16, weight=600)
        self.trouble.hide()
        self._column.addWidget(self.trouble)
        self._waits = label(theme, tr("The times do not count how long it waits for you."), size=16)
        self._waits.hide()
        self._column.addWidget(self._waits)
        self.script = ScriptList(theme)
        card = Card(theme, raised=True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(along(16, 12, 6, 12))
        inside.addWidget(self.script)
        self._column.addWidget(card, 1)
        self._connect()

    def _add_buttons(self) -> None:
        theme = self._theme
        self.play = KeyButton(theme, tr("Play from here"), icon=Icon.PLAY, height=44)
        self.copy = KeyButton(theme, tr("Copy all"), height=44)
        self.follow_text()
        self._column.addLayout(outdented(ButtonRows(self.play, self.copy), side=RIM, above=0))

    def follow_text(self) -> None:
        """Give the button one width for both of its faces: the other one stays where it is."""
        faces = (tr("Play from here"), tr("Stop playing"))
        self.play.setMinimumWidth(max(self.play.width_for(with_key=False, words=words) for words in faces))

    def _connect(self) -> None:
        self.routine.activated.connect(self._on_chosen)
        self.pace.activated.connect(self._on_chosen)
        self.play.clicked.connect(self._on_play)
        self.copy.clicked.connect(self._on_copy)
        self.script.wanted.connect(self._on_line)
        self._reading.sounds.connect(self._on_sounds)

    @property
    def wanted(self) -> Wanted:
        """Which script is chosen."""
        return Wanted(self.routine.currentData(), Preset(self.pace.currentData()))

    # From above

    def show_script(self, shown: ScriptShown) -> None:
        """Show a script, if it is still the one that is chosen."""
        if shown.wanted == self.wanted:
            self._text = shown.text
            self._reading.set_lines([row.line for row in shown.rows])
            self._waits.setVisible(shown.waits)
            self.script.show_rows(shown.rows)

    def show_failure(self, why: str) -> None:
        """Show that there is no script, and why."""
        self.show_trouble(tr("There is no script to show: {why}", why=why))

    def show_trouble(self, words: str) -> None:
        """Show why nothing can be played; with empty words it can. The script can be read in any case."""
        if words:
            self._reading.stop()
        self.play.setEnabled(not words)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    # From below

    def _on_chosen(self) -> None:
        self._reading.set_lines(())
        self.script_wanted.emit(self.wanted)

    def _on_line(self, place: int) -> None:
        """Play a line; the one that sounds is silenced."""
        if place == self._reading.place:
            self._reading.stop()
        else:
            self._reading.read(place)

    def _on_play(self) -> None:
        if self._reading.is_silent:
            self._reading.read(self.script.place, goes_on=True)
        else:
            self.script.set_place(self._reading.place)  # the next time it goes on from there
            self._reading.stop()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copied.emit(tr("The whole script is copied."))

    def _on_sounds(self, place: int) -> None:
        self.script.show_sounding(place)
        if self._reading.is_silent:
            self.play.set_face(tr("Play from here"), Icon.PLAY, Look.PLAIN)
        else:
            self.play.set_face(tr("Stop playing"), Icon.STOP, Look.PLAIN)

    def hideEvent(self, event: QHideEvent) -> None:
        """Be silent when the page goes, whatever takes its place."""
        self._reading.stop()
        super().hideEvent(event)
