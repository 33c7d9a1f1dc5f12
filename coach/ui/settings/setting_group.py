"""A group of settings on the page: a title, and a field for each setting.

The name, values and bounds of a field come from the declaration in the settings. A choice is in force at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QVBoxLayout

from coach.store.options import Choice, Number, Switch, Text
from coach.store.settings import OPTIONS, declared
from coach.ui.kit.button_rows import at_left, from_end_to_end
from coach.ui.kit.card import Card
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import CheckBox, LineField, Slider
from coach.ui.kit.label import label
from coach.ui.kit.painting import RIM
from coach.words.catalogue import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

    from coach.session.preferences import Preferences
    from coach.ui.kit.theme import Theme

AFTER_LABEL = 20 - RIM
"""Room between a label and the ring of its field, in px."""
PAGE_STEPS = 4
"""Steps of the arrow keys that a page key makes at once."""


class SettingGroup(Card):
    """A card with a title and a form; each method makes the field of one setting, by its name."""

    def __init__(self, theme: Theme, preferences: Preferences, title: str) -> None:
        super().__init__(theme, raised=True)
        self._preferences = preferences
        self.names: list[QLabel] = []
        """The labels before the fields."""
        self.fields: dict[str, QWidget] = {}
        """The fields by the names of their settings."""
        self._rows: dict[str, QBoxLayout] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 20, 32, 20)
        self.column.setSpacing(10)
        self.column.addWidget(label(theme, title, size=19, weight=700))
        self.form = QFormLayout()
        # Most of the space after a label is its own: a form forgets it when it works out which rows have to wrap. The
        # rest is for the ring of the field.
        self.form.setHorizontalSpacing(RIM)
        self.form.setVerticalSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.column.addLayout(self.form)

    def switch(self, name: str) -> CheckBox:
        """Add a check box."""
        box = CheckBox(self._theme, translated(declared(name, Switch).words))
        box.setChecked(getattr(self._preferences.now, name))
        box.toggled.connect(lambda on: self._preferences.change(**{name: on}))
        self.fields[name] = box
        self.form.addRow("", at_left(box))
        return box

    def choice(self, name: str) -> DropDown:
        """Add a drop-down list with the declared values."""
        combo = self._drop_down(name)
        combo.offer(declared(name, Choice).offered)
        self._show_value(name, combo)
        return combo

    def choice_of(self, name: str, offered: Iterable[tuple[str, str]]) -> DropDown:
        """Add a drop-down list with values that are known at run time only, each with its words."""
        combo = self._drop_down(name)
        self.show_offered(name, combo, offered)
        return combo

    def show_offered(self, name: str, combo: DropDown, offered: Iterable[tuple[str, str]]) -> None:
        """Replace the values of a drop-down list."""
        combo.clear()
        for value, words in offered:
            combo.addItem(words, value)
        self._show_value(name, combo)

    def _show_value(self, name: str, combo: DropDown) -> None:
        combo.setCurrentIndex(max(0, combo.findData(str(getattr(self._preferences.now, name)))))
        # As wide as its longest words: where they have no room beside the label, the row wraps.
        combo.setMinimumWidth(max(self._theme.px(240), combo.sizeHint().width()))

    def _drop_down(self, name: str) -> DropDown:
        combo = DropDown(self._theme)
        combo.activated.connect(lambda place: self._preferences.change(**{name: combo.itemData(place)}))
        self._add_row(name, combo)
        return combo

    def line(self, name: str) -> LineField:
        """Add a line edit."""
        field = LineField(self._theme, getattr(self._preferences.now, name), declared(name, Text).longest)
        field.written.connect(lambda words: self._preferences.change(**{name: words.strip()}))
        field.setFont(self._theme.font(16))
        field.setMinimumWidth(self._theme.px(240))
        self._add_row(name, field)
        return field

    def slider(self, name: str, beside: QWidget | None = None) -> Slider:
        """Add a slider, with a widget beside it that may show the amount."""
        kind = declared(name, Number)
        slider = Slider(self._theme)
        slider.setRange(kind.least, kind.most)
        slider.setSingleStep(kind.step)
        slider.setPageStep(PAGE_STEPS * kind.step)
        slider.setValue(getattr(self._preferences.now, name))
        slider.valueChanged.connect(lambda number: self._preferences.change(**{name: number}))
        self._add_row(name, slider, beside)
        return slider

    def _add_row(self, name: str, field: QWidget, beside: QWidget | None = None) -> None:
        field.setMinimumHeight(44)
        words = label(self._theme, translated(OPTIONS[name].words), size=16, wrap=False)
        words.setMinimumHeight(44)
        words.setContentsMargins(0, 0, AFTER_LABEL, 0)
        words.setBuddy(field)
        self.names.append(words)
        self.fields[name] = field
        row = self._rows[name] = from_end_to_end(field, *([] if beside is None else [beside]))
        self.form.addRow(words, row)

    def show_row(self, name: str, *, shown: bool) -> None:
        """Show or hide the row of a setting, with its label."""
        self.form.setRowVisible(self._rows[name], shown)
