"""A group of settings: its title, and cards of rows with the control of each setting at the end of its row.

The name, help, values and bounds of a row come from the declaration in the settings. A choice is in force at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.store import options
from coach.store.settings import OPTIONS, declared
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import LineField
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import outdented
from coach.ui.kit.list_rows import ListRow, RowCard, section_header
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.kit.segmented import Segmented
from coach.ui.kit.switch import Switch
from coach.words.catalogue import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLabel

    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

BETWEEN, BELOW_HEADER = 22, 8
"""Room between two cards, and between a heading and its card, in px."""
FIELD, LIST = 320, 240
"""Width of a line field and least width of a list, in px at 100 %."""


class SegmentedSetting(Segmented):
    """A few values side by side, of which one is chosen."""

    def __init__(self, theme: Theme, name: str, values: Iterable[Any]) -> None:
        """`values` are those of a declaration, with their words."""
        self.values = tuple(values)
        super().__init__(theme, name, [translated(value.words) for value in self.values])

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return str(self.values[self.place])

    def show_value(self, value: str) -> None:
        """Choose a value, without a signal."""
        self.choose(self.values.index(value))


class _Field(LineField):
    """As wide as the other fields, where there is room."""

    def sizeHint(self) -> QSize:
        """Return that width."""
        return QSize(self._theme.px(FIELD) + 2 * RIM, super().sizeHint().height())


class Pane(QWidget):
    """One group of the settings; each method adds a row, or a card, and returns its control."""

    def __init__(self, theme: Theme, preferences: Preferences, title: str) -> None:
        super().__init__()
        self._theme, self._preferences = theme, preferences
        self.setObjectName(GROUP)
        self.setAccessibleName(title)
        self.fields: dict[str, QWidget] = {}
        """The controls by the names of their settings."""
        self.words: list[str] = [title]
        """All that is looked through when a person searches."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(RIM, 0, RIM, 0)  # what is outdented is not cut
        self.column.setSpacing(0)
        self.title = heading(theme, title, size=24)
        self.column.addWidget(self.title)
        self._card: RowCard | None = None
        preferences.changed.connect(self.show_choices)

    # What stands below each other

    def line(self, text: str) -> QLabel:
        """Add a line under the title."""
        made = label(self._theme, text, size=16, muted=True)
        self.column.addSpacing(6)
        self.column.addWidget(made)
        return made

    def section(self, title: str = "", name: str = "") -> None:
        """Begin anew, under a heading where there is a title; the next row begins a card."""
        self._card = None
        self.column.addSpacing(BETWEEN)
        if title:
            self.words.append(title)
            header = section_header(self._theme, title)
            header.setContentsMargins(along(4, 0, 0, 0))
            if name:
                header.setObjectName(name)
            self.column.addWidget(header)
            self.column.addSpacing(BELOW_HEADER)

    def add(self, widget: QWidget) -> None:
        """Add something that has room for its ring at its sides."""
        self._card = None
        self.column.addLayout(outdented(widget, side=RIM, above=0))

    def row(self, name: str, help_: str = "", control: QWidget | None = None) -> ListRow:
        """Add a row to the present card."""
        self.words += [name, help_]
        made = ListRow(self._theme, name, help_, control)
        if self._card is None:
            self._card = RowCard(self._theme)
            self.column.addWidget(self._card)
        self._card.add(made)
        return made

    def button(self, name: str, help_: str, text: str, icon: Icon | LineIcon = Icon.NONE) -> KeyButton:
        """Add a row with a button."""
        made = KeyButton(self._theme, text, height=44, size=15, icon=icon)
        made.setAccessibleName(f"{text}: {name}")
        self.row(name, help_, made)
        return made

    # The settings

    def switch(self, name: str) -> Switch:
        """Add a switch."""
        made = Switch(self._theme)
        made.toggled.connect(lambda on: self._preferences.change(**{name: on}))
        self._setting(name, made)
        return made

    def choice(self, name: str) -> DropDown:
        """Add a list of the declared values."""
        made = DropDown(self._theme)
        made.offer(declared(name, options.Choice).offered)
        return self._list(name, made)

    def choice_of(self, name: str, offered: Iterable[tuple[str, str]]) -> DropDown:
        """Add a list of values that are known at run time only, each with its words."""
        made = DropDown(self._theme)
        for value, words in offered:
            made.addItem(words, value)
        return self._list(name, made)

    def _list(self, name: str, made: DropDown) -> DropDown:
        made.activated.connect(lambda place: self._preferences.change(**{name: made.itemData(place)}))
        self._theme.give(made, least_width=LIST)
        self._setting(name, made)
        return made

    def segments(self, name: str) -> SegmentedSetting:
        """Add the declared values, which are few and short, side by side."""
        offered = declared(name, options.Choice).offered
        made = SegmentedSetting(self._theme, translated(OPTIONS[name].words), offered)
        made.chosen.connect(lambda _place: self._preferences.change(**{name: made.value}))
        self._setting(name, made)
        return made

    def field(self, name: str) -> LineField:
        """Add a line field."""
        made = _Field(self._theme, getattr(self._preferences.now, name), declared(name, options.Text).longest)
        made.written.connect(lambda words: self._preferences.change(**{name: words.strip()}))
        self._setting(name, made)
        return made

    def _setting(self, name: str, control: QWidget) -> None:
        declaration = OPTIONS[name]
        self.fields[name] = control
        self.row(translated(declaration.words), translated(declaration.help), control)
        self._show(name, control)

    # What shows

    def show_choices(self, now: Settings) -> None:
        """Show what was changed elsewhere, as by a key."""
        for name, control in self.fields.items():
            if name in OPTIONS and not isinstance(control, LineField):  # what is being typed is the person's
                self._show(name, control, now)

    def _show(self, name: str, control: QWidget, now: Settings | None = None) -> None:
        value = getattr(now or self._preferences.now, name)
        if isinstance(control, Switch):
            control.setChecked(value)
        elif isinstance(control, DropDown):
            control.setCurrentIndex(max(0, control.findData(str(value))))
        elif isinstance(control, SegmentedSetting):
            control.show_value(value)
