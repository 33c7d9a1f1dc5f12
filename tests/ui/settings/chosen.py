"""Chooses in the settings as a person does, whatever the control, and reads what it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from coach.ui.kit.choices import Choices
from coach.ui.settings.pane import SegmentedSetting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def choose(control: QWidget, value: str) -> None:
    """Choose a value."""
    if isinstance(control, QComboBox):
        place = control.findData(value)
        assert place >= 0
        control.setCurrentIndex(place)
        control.activated.emit(place)
    elif isinstance(control, SegmentedSetting):
        control.parts[control.values.index(value)].click()
    else:
        assert isinstance(control, Choices)
        next(each for each in control.choices if each.value == value).click()


def value_of(control: QWidget) -> str:
    """Return the value that shows."""
    if isinstance(control, QComboBox):
        return str(control.currentData())
    assert isinstance(control, SegmentedSetting | Choices)
    return control.value


def entries(control: QWidget) -> list[tuple[str, str]]:
    """Return all values with their words."""
    if isinstance(control, QComboBox):
        return [(control.itemData(place), control.itemText(place)) for place in range(control.count())]
    if isinstance(control, SegmentedSetting):
        return [(str(value), part.text()) for value, part in zip(control.values, control.parts, strict=True)]
    assert isinstance(control, Choices)
    return [(each.value, each.text()) for each in control.choices]
