"""The settings page, in groups: each choice is applied and saved when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from coach.session.contact_links import link_to
from coach.store.paths import in_words
from coach.ui.kit.button_rows import at_left, to_right
from coach.ui.kit.card import Card
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.writing_row import WritingRow
from coach.ui.settings.setting_group import SettingGroup
from coach.ui.settings.voice_card import VoiceCard
from coach.words.catalogue import tr, tr_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coach.session.preferences import Preferences
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.drop_down import DropDown
    from coach.ui.kit.fields import LineField
    from coach.ui.kit.theme import Theme

_Group = TypeVar("_Group", bound=SettingGroup)


class SettingsPage(TextPage):
    """All settings; other requests, such as an export, are signals."""

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
        self._groups: list[SettingGroup] = []
        session = self._group(tr("Session"))
        self.pacing = session.choice("pacing")
        self.way_down = session.choice("way_down")
        self.clicker = KeyButton(theme, tr("Clicker and pedal"), height=44)
        self.clicker.clicked.connect(self.clicker_wanted)
        session.form.addRow("", at_left(self.clicker))
        self.voice = self._add(VoiceCard(theme, preferences, voices))
        look = self._look = self._group(tr_in("how coach looks: a group of settings", "Look"))
        self.theme_choice = look.choice("theme")
        self.figure = look.choice_of("figure", [])
        self._show_figures()
        pictures.changed.connect(self._show_figures)
        self.less_motion = look.choice("less_motion")
        self._floor()
        people = self._group(tr("Your health professional"))
        names = ("contact_name", "contact_phone", "contact_web", "emergency_number")
        self.fields = {name: people.line(name) for name in names}
        self._watch_web(self.fields["contact_web"])
        self.web_hint = label(theme, tr("Only https, tel and mailto are opened."), size=14, muted=True)
        self.web_hint.hide()
        people.form.addRow("", self.web_hint)
        self._record(folder)
        self._column.addStretch()
        self._line_up()

    def set_clicker_open(self, *, is_open: bool) -> None:
        """Enable the button for the page of the clicker, or show that it has to wait."""
        self.clicker.setEnabled(is_open)
        self.clicker.set_face(
            tr("Clicker and pedal") if is_open else tr("Clicker and pedal: after the session"),
            Icon.NONE,
            Look.PLAIN,
        )

    def _show_figures(self) -> None:
        """Offer the figures; they may come after the page."""
        names = [
            (variant, tr_in("the drawn person", "Figure {number}", number=number))
            for number, variant in enumerate(self._pictures.variants, 1)
        ]
        self._look.show_offered("figure", self.figure, names)

    def _floor(self) -> None:
        """Add the settings of the floor view; the screen only where there is more than one."""
        group = self._group(tr("Floor view"))
        self.floor = group.switch("floor")
        names = [screen.name() for screen in QGuiApplication.screens()]
        self.floor_screen: DropDown | None = None
        if len(names) > 1:
            screens = [("", tr("The one with the window")), *((name, name) for name in names)]
            self.floor_screen = group.choice_of("floor_screen", screens)
        self.floor_turned = group.choice("floor_turned")
        self.flash = group.switch("flash")

    def _line_up(self) -> None:
        """Align the fields of all groups at one line."""
        names = [name for group in self._groups for name in group.names]
        widest = max(name.sizeHint().width() for name in names)
        for name in names:
            name.setMinimumWidth(widest)

    def _group(self, title: str) -> SettingGroup:
        return self._add(SettingGroup(self._theme, self._preferences, title))

    def _add(self, group: _Group) -> _Group:
        self._groups.append(group)
        self._column.addWidget(group)
        return group

    @property
    def offered(self) -> dict[str, QWidget]:
        """The fields of all settings, by the names of the settings."""
        return {name: field for group in self._groups for name, field in group.fields.items()}

    def _watch_web(self, line: LineField) -> None:
        line.editingFinished.connect(lambda: self._show_web_hint(line.text()))
        # Not while the field has the focus: an address is not wrong before it is typed.
        line.written.connect(lambda words: None if line.hasFocus() else self._show_web_hint(words))

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
        """Show what came of an export."""
        self.told.setText(text)
        self.told.show()
