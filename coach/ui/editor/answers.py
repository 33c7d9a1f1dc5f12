"""The questions of the form by what answers them: words, lines, a number, one of several, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.editor.asked import Asked
from coach.ui.editor.lines_field import LinesField
from coach.ui.editor.undone_by_page import MOST_LETTERS, NumberField, PlainField, SecondsField
from coach.ui.kit.columns import Rows
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import CheckBox
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.segmented import Segmented
from coach.ui.kit.switch import Switch
from coach.words import basics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.core.pacing import Side
    from coach.ui.kit.stepper import Stepper
    from coach.ui.kit.theme import Theme

SIDES: tuple[Side, Side] = ("right", "left")
NUMBER = 164
"""Least width of a number with its ring, in px at 100 %."""


class TextAsked(Asked):
    """One line of words. With `follows`, leaving it empty asks with None for what follows from the rest."""

    def __init__(self, theme: Theme, name: str, below: str = "", *, follows: bool = False) -> None:
        self.field = PlainField(theme, "", MOST_LETTERS)
        super().__init__(theme, name, self.field, below)
        self.field.textEdited.connect(self._on_edited)
        if follows:
            self.field.editingFinished.connect(self._on_finished)

    def _on_finished(self) -> None:
        if not self.field.text().strip():
            self.changed.emit(None)

    def _on_edited(self, text: str) -> None:
        self.changed.emit(self.value_of(text))

    def value_of(self, text: str) -> object:
        """Return the answer for a text."""
        return text

    def text_of(self, value: Any) -> str:
        """Return the text for an answer."""
        return "" if value is None else str(value)

    def show_value(self, value: Any) -> None:
        """Show a text; the same one stays as it was typed."""
        if self.value_of(self.field.text()) != value or (not value and self.field.text().strip()):
            self.field.setText(self.text_of(value))


class NumberAsked(Asked):
    """A whole number; one with a suffix is of seconds. With `none` the step below the least is none, in these words."""

    def __init__(  # noqa: PLR0917 - a number and its bounds
        self,
        theme: Theme,
        name: str,
        least: int,
        most: int,
        suffix: str = "",
        none: str = "",
        below: str = "",
    ) -> None:
        self._none = least - 1 if none else None
        self.field = (SecondsField if suffix else NumberField)(theme, name, least - bool(none), most)
        self.field.setSuffix(suffix)
        self.field.setSpecialValueText(none)
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.give(self.field, least_width=NUMBER)
        super().__init__(theme, name, self.field, below)
        self.field.valueChanged.connect(self._on_changed)

    def _on_changed(self, number: int) -> None:
        self.changed.emit(None if number == self._none else number)

    def show_value(self, value: Any) -> None:
        """Show a number, or that there is none."""
        number = self._none if value is None and self._none is not None else value
        if isinstance(number, int) and number != self.field.value():
            with QSignalBlocker(self.field):
                self.field.setValue(number)


class ChoiceAsked(Asked):
    """One of two to four short words; their answers beside them."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[object, str]], below: str = "") -> None:
        self._values = [value for value, _words in choices]
        self.parts = Segmented(theme, name, [words for _value, words in choices])
        super().__init__(theme, name, self.parts, below)
        self.words.setBuddy(self.parts.parts[0])
        self.parts.chosen.connect(self._on_chosen)

    def _on_chosen(self, place: int) -> None:
        self.changed.emit(self._values[place])

    def reword(self, value: object, words: str) -> None:
        """Show an answer in other words."""
        self.parts.reword(self._values.index(value), words)

    def show_value(self, value: Any) -> None:
        """Show which one is chosen."""
        if value in self._values:
            self.parts.choose(self._values.index(value))


class ListAsked(Asked):
    """One of several, in a list that opens."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[object, str]], below: str = "") -> None:
        self._values = [value for value, _words in choices]
        self.field = DropDown(theme)
        for _value, words in choices:
            self.field.addItem(words)
        super().__init__(theme, name, self.field, below)
        self.column.setAlignment(self.field, Qt.AlignmentFlag.AlignLeft)
        self.field.currentIndexChanged.connect(self._on_chosen)

    def _on_chosen(self, place: int) -> None:
        self.changed.emit(self._values[place])

    def show_value(self, value: Any) -> None:
        """Show which one is chosen."""
        if value in self._values:
            with QSignalBlocker(self.field):
                self.field.setCurrentIndex(self._values.index(value))


class SwitchAsked(Asked):
    """Yes or no: the switch stands beside its words."""

    def __init__(self, theme: Theme, name: str, below: str = "") -> None:
        self.switch = Switch(theme, name)
        super().__init__(theme, name, self.switch, below)
        self.switch.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.changed.emit(on)

    def _fill(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.words)
        words.addWidget(self.below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(self.wrong)

    def show_value(self, value: Any) -> None:
        """Show whether it is on."""
        with QSignalBlocker(self.switch):
            self.switch.setChecked(bool(value))


class SeveralAsked(Asked):
    """Any of several, each with a box; the answer is the list of those that are ticked, in their order."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], below: str = "") -> None:
        self._values = [value for value, _words in choices]
        self.boxes = [CheckBox(theme, words) for _value, words in choices]
        for box in self.boxes:
            box.toggled.connect(self._on_toggled)
        super().__init__(theme, name, _group(12, self.boxes), below)
        self.words.setBuddy(self.boxes[0])

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        ticked = [value for value, box in zip(self._values, self.boxes, strict=True) if box.isChecked()]
        self.changed.emit(ticked or None)

    def show_value(self, value: Any) -> None:
        """Show which are ticked."""
        for each, box in zip(self._values, self.boxes, strict=True):
            with QSignalBlocker(box):
                box.setChecked(each in (value or ()))


class LinesAsked(Asked):
    """Several lines, one action a line; the answer is the list of them as they are typed."""

    def __init__(self, theme: Theme, name: str, below: str = "", least: int = 1) -> None:
        self.field = LinesField(theme, name, least)
        super().__init__(theme, name, self.field, below)
        self.field.textChanged.connect(self._on_changed)

    @property
    def lines(self) -> list[str]:
        """The lines that are typed; blank ones are left out."""
        return [line.strip() for line in self.field.toPlainText().splitlines() if line.strip()]

    def _on_changed(self) -> None:
        self.changed.emit(self.lines)

    def show_value(self, value: Any) -> None:
        """Show lines; the same ones stay as they were typed, with the cursor where it is."""
        lines = list(value or ())
        if lines != self.lines:
            with QSignalBlocker(self.field):
                self.field.setPlainText("\n".join(lines))
            self.field.fit()


class BySideAsked(Asked):
    """A whole number for each side."""

    def __init__(self, theme: Theme, name: str, least: int, most: int, suffix: str = "") -> None:
        self.fields: dict[Side, Stepper] = {}
        for side in SIDES:
            stepper = NumberField(theme, f"{name}, {basics.side_name(side)}", least, most)
            stepper.setPrefix(f"{basics.side_aloud(side)}  ")
            stepper.setSuffix(suffix)
            stepper.valueChanged.connect(self._on_changed)
            self.fields[side] = stepper
        super().__init__(theme, name, _group(12 - 2 * RIM, self.fields.values()))
        self.words.setBuddy(self.fields["right"])

    def _on_changed(self, _number: int) -> None:
        self.changed.emit({side: field.value() for side, field in self.fields.items()})

    def show_value(self, value: Any) -> None:
        """Show both numbers."""
        for side, field in self.fields.items():
            number = value.get(side) if isinstance(value, dict) else value
            if isinstance(number, int) and number != field.value():
                with QSignalBlocker(field):
                    field.setValue(number)


class NumbersAsked(TextAsked):
    """Whole numbers one after the other, with commas between them."""

    def value_of(self, text: str) -> object:
        """Return the numbers; None where there is something else."""
        parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        return [int(part) for part in parts] if parts and all(part.isdecimal() for part in parts) else []

    def text_of(self, value: Any) -> str:
        """Return the numbers as they are typed."""
        return ", ".join(map(str, value)) if isinstance(value, list) else ""


class TimesAsked(TextAsked):
    """Times of the day one after the other, as in 08:00, 20:00."""

    def value_of(self, text: str) -> object:
        """Return the times as they are typed."""
        return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()] or None

    def text_of(self, value: Any) -> str:
        """Return the times as they are typed."""
        return ", ".join(map(str, value)) if isinstance(value, list) else ""


def _group(between: int, parts: Iterable[QWidget]) -> QWidget:
    """Return several controls as one, side by side where there is room, so many px apart."""
    holder = QWidget()
    holder.setObjectName(GROUP)
    rows = Rows(between, 0)
    holder.setLayout(rows)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    for part in parts:
        rows.addWidget(part)
    return holder
