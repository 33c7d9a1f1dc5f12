"""The person's choices, in plain groups: each is applied and saved when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QVBoxLayout

from coach.session.links import link_to
from coach.store.paths import in_words
from coach.ui.kit.button_rows import at_left, to_right
from coach.ui.kit.card import Card
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import CheckBox, LineField
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.writing_row import WritingRow
from coach.ui.settings.voice_card import VoiceCard
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QLabel

    from coach.session.preferences import Preferences
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

LONGEST = 120


class SettingsPage(TextPage):
    """All settings; what a group needs it asks for through a signal."""

    delete_wanted = Signal()
    clicker_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        pictures: PictureCache,
        folder: Path,
        voices: Mapping[str, str],
    ) -> None:
        super().__init__(theme, tr("Settings"))
        self._preferences, self._pictures = preferences, pictures
        self._names: list[QLabel] = []
        session = self._group(tr("Session"))
        self.pacing = self._combo(
            session,
            tr("Time to change position"),
            "pacing",
            [
                ("default", tr("As planned in the routine")),
                ("quick", tr("Short")),
                ("roomy", tr("Long")),
                ("wait-for-me", tr("Wait for me")),
            ],
        )
        self.clicker = KeyButton(theme, tr("Clicker and pedal"), height=44)
        self.clicker.clicked.connect(self.clicker_wanted)
        session.addRow("", at_left(self.clicker))
        self.voice = VoiceCard(theme, preferences, voices)
        self._column.addWidget(self.voice)
        look = self._group(tr("Look"))
        self.theme_choice = self._combo(
            look,
            tr("Colours"),
            "theme",
            [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))],
        )
        self.figure = self._combo(look, tr("Figure"), "figure", [])
        self._show_figures()
        pictures.changed.connect(self._show_figures)
        self.less_motion = self._combo(
            look,
            tr("Less motion"),
            "less_motion",
            [("system", tr("As the system")), ("on", tr("On")), ("off", tr("Off"))],
        )
        self._floor()
        people = self._group(tr("Your health professional"))
        self.fields = {
            "contact_name": self._field(people, tr("Name"), "contact_name"),
            "contact_phone": self._field(people, tr("Phone"), "contact_phone"),
            "contact_web": self._field(people, tr("Web page or mail"), "contact_web"),
            "emergency_number": self._field(people, tr("Your emergency number"), "emergency_number"),
        }
        self.web_hint = label(theme, tr("Only https, tel and mailto are opened."), size=14, muted=True)
        self.web_hint.hide()
        people.addRow("", self.web_hint)
        self._record(folder)
        self._column.addStretch()
        self._line_up()

    def set_clicker_open(self, *, is_open: bool) -> None:
        """Offer the page of the clicker, or tell that it has to wait."""
        self.clicker.setEnabled(is_open)
        self.clicker.set_face(
            tr("Clicker and pedal") if is_open else tr("Clicker and pedal: after the session"),
            Icon.NONE,
            Look.PLAIN,
        )

    def _show_figures(self) -> None:
        """Offer the figures; they may come after the page."""
        self.figure.clear()
        for number, each in enumerate(self._pictures.variants, 1):
            self.figure.addItem(tr("Figure {number}", number=number), each)
        self.figure.setCurrentIndex(max(0, self.figure.findData(self._preferences.now.figure)))

    def _floor(self) -> None:
        """Offer what belongs to the floor view; the screen only where there is more than one."""
        floor = self._group(tr("Floor view"))
        self.floor = self._check(floor, tr("Begin a session in floor view"), "floor")
        names = [screen.name() for screen in QGuiApplication.screens()]
        self.floor_screen: DropDown | None = None
        if len(names) > 1:
            screens = [("", tr("The one with the window")), *((name, name) for name in names)]
            self.floor_screen = self._combo(floor, tr("Screen"), "floor_screen", screens)
        self.floor_turned = self._combo(
            floor,
            tr("Turned"),
            "floor_turned",
            [
                ("no", tr("Upright")),
                ("left", tr("To the left, for lying on the left side")),
                ("right", tr("To the right, for lying on the right side")),
            ],
        )
        self.flash = self._check(floor, tr("A gentle flash when something changes"), "flash")

    def _line_up(self) -> None:
        """Let the fields of all groups begin at one line."""
        names = (*self._names, *self.voice.names)
        widest = max(name.sizeHint().width() for name in names)
        for name in names:
            name.setMinimumWidth(widest)

    def _group(self, title: str) -> QFormLayout:
        card = Card(self._theme, raised=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(label(self._theme, title, size=19, weight=700))
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(form)
        self._column.addWidget(card)
        return form

    def _row(self, form: QFormLayout, text: str, widget: DropDown | LineField) -> None:
        widget.setFont(self._theme.font(16))
        widget.setMinimumHeight(44)
        widget.setMinimumWidth(self._theme.px(240))
        name = label(self._theme, text, size=16, wrap=False)
        name.setMinimumHeight(44)
        name.setBuddy(widget)
        self._names.append(name)
        form.addRow(name, widget)

    def _combo(self, form: QFormLayout, text: str, field: str, options: Sequence[tuple[str, str]]) -> DropDown:
        combo = DropDown(self._theme)
        for value, words in options:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(getattr(self._preferences.now, field))))
        combo.activated.connect(lambda place: self._preferences.change(**{field: combo.itemData(place)}))
        self._row(form, text, combo)
        return combo

    def _check(self, form: QFormLayout, text: str, field: str) -> CheckBox:
        check = CheckBox(self._theme, text)
        check.setChecked(getattr(self._preferences.now, field))
        check.toggled.connect(lambda on: self._preferences.change(**{field: on}))
        form.addRow("", check)
        return check

    def _field(self, form: QFormLayout, text: str, field: str) -> LineField:
        line = LineField(self._theme, getattr(self._preferences.now, field), LONGEST)
        line.written.connect(lambda words: self._preferences.change(**{field: words.strip()}))
        self._row(form, text, line)
        if field == "contact_web":
            line.editingFinished.connect(lambda: self._show_web_hint(line.text()))
            # Nobody is told that an address is wrong while they still write it.
            line.written.connect(lambda words: None if line.hasFocus() else self._show_web_hint(words))
        return line

    def _show_web_hint(self, text: str) -> None:
        self.web_hint.setVisible(bool(text.strip()) and link_to(text) is None)

    def _record(self, folder: Path) -> None:
        card = Card(self._theme, raised=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(label(self._theme, tr("Your record"), size=19, weight=700))
        where = tr("It is kept on this computer only, in {folder}.", folder=in_words(folder))
        column.addWidget(label(self._theme, where, size=16))
        self.told = label(self._theme, size=16, weight=600)
        self.told.hide()
        column.addWidget(self.told)
        self.export = KeyButton(self._theme, tr("Export"), height=48)
        self.export.clicked.connect(self.export_wanted)
        self.writing = WritingRow(self._theme, self.export)
        column.addLayout(to_right(self.writing))
        self.delete = KeyButton(self._theme, tr("Delete everything"), height=48)
        self.delete.clicked.connect(self.delete_wanted)
        column.addLayout(at_left(self.export, self.delete))
        self._column.addWidget(card)

    def show_told(self, text: str) -> None:
        """Tell what came of an export."""
        self.told.setText(text)
        self.told.show()
