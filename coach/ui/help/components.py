"""The sections of the page of all components: each makes its controls, in the states that they can be in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.ui.kit.banner import Banner
from coach.ui.kit.checked_field import CheckedField
from coach.ui.kit.chip import Chip, IconTile, KeyCap
from coach.ui.kit.day_picks import DayPicks
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import CheckBox, LineField, Slider
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.list_rows import ListRow, RowCard
from coach.ui.kit.navigation import Navigation
from coach.ui.kit.radio import Radio
from coach.ui.kit.segmented import Segmented
from coach.ui.kit.states import State, pose
from coach.ui.kit.stepper import Stepper
from coach.ui.kit.switch import Switch
from coach.ui.kit.time_stepper import TimeStepper

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.ui.kit.theme import Theme

STATES: dict[str, State | None] = {
    "rest": State.REST,
    "hover": State.HOVER,
    "pressed": State.PRESSED | State.HOVER,
    "focus": State.FOCUS,
    "disabled": None,
}
PLACES = (
    (LineIcon.TODAY, "Today"),
    (LineIcon.ROUTINES, "Routines"),
    (LineIcon.HISTORY, "History"),
    (LineIcon.SETTINGS, "Settings"),
    (LineIcon.HELP, "Help"),
    (LineIcon.SOUND, "Sound is on"),
)

button = KeyButton


def beside(*widgets: QWidget, spacing: int = 12) -> QWidget:
    """Return widgets side by side, from the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch()
    return holder


def below(*widgets: QWidget) -> QWidget:
    """Return widgets one below the other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return holder


def in_state(widget: QWidget, state: State | None) -> QWidget:
    """Return the widget as it looks in a state, or disabled."""
    if state is None:
        widget.setEnabled(False)
    else:
        pose(widget, state)
    return widget


def in_each_state(theme: Theme, **makers: Callable[[], QWidget]) -> QWidget:
    """Return a table: a row for each maker, a column for each state."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    for column, name in enumerate(STATES):
        grid.addWidget(label(theme, name, size=13, muted=True, wrap=False), 0, column)
    for row, (name, make) in enumerate(makers.items(), 1):
        for column, (state_name, state) in enumerate(STATES.items()):
            widget = in_state(make(), state)
            has_words = isinstance(widget, QAbstractButton) and widget.text()
            if not (has_words or widget.accessibleName()):
                widget.setAccessibleName(f"{name}, {state_name}")
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    grid.setColumnStretch(len(STATES), 1)
    return holder


def _buttons(theme: Theme) -> QWidget:
    return beside(
        KeyButton(theme, "Start", look=Look.PRIMARY, key="Space", icon=Icon.PLAY, size=18),
        KeyButton(theme, "Short version", size=18),
        KeyButton(theme, "None of these", look=Look.ANSWER, size=18),
        KeyButton(theme, "Pain — stop", look=Look.DANGER, key="Esc", icon=Icon.STOP, size=18),
        KeyButton(theme, "Export", height=44, size=15),
        KeyButton(theme, "Leave it", look=Look.QUIET, height=44, size=15),
        spacing=2,
    )


def _button_states(theme: Theme) -> QWidget:
    looks = (Look.PRIMARY, Look.PLAIN, Look.ANSWER, Look.QUIET, Look.DANGER, Look.LINK)
    return in_each_state(
        theme, **{look.value: lambda look=look: KeyButton(theme, look.value, look=look, height=48) for look in looks}
    )


def _drop_down(theme: Theme) -> DropDown:
    made = DropDown(theme)
    for text in ("As planned", "Short", "Long", "Wait for me"):
        made.addItem(text)
    return made


def _stepper(theme: Theme) -> Stepper:
    made = Stepper(theme, "", 10, 60, 5)
    made.setSuffix(" s")
    made.setValue(30)
    return made


def _fields(theme: Theme) -> QWidget:
    return in_each_state(
        theme,
        field=lambda: LineField(theme, "Riverside Physio", 40),
        stepper=lambda: _stepper(theme),
    )


def _days(theme: Theme) -> QWidget:
    """Return a time and days in each state: with the first day chosen, the second not, and the state in both."""
    rows = []
    for name, state in STATES.items():
        time, days = TimeStepper(theme, f"time, {name}"), DayPicks(theme, f"days, {name}")
        time.setValue(7 * 60 + 30)
        days.show_days({days.picks[0].weekday, days.picks[3].weekday})
        for widget in (time, days.picks[0], days.picks[1]):
            in_state(widget, state)
        rows.append(beside(time, days))
    return below(*rows)


def _wrong(theme: Theme) -> QWidget:
    made = CheckedField(theme, LineField(theme, "www.riverside", 40))
    made.setObjectName("wrong")
    made.field.setAccessibleName("Contact")
    made.setFixedWidth(theme.px(300))
    made.show_error("Begin with https, tel or mailto.")
    return made


def _checked(control: CheckBox | Switch | Radio, *, on: bool) -> QWidget:
    if isinstance(control, Radio):
        QButtonGroup(control).addButton(control)  # each in a group of its own: several are chosen
    control.setChecked(on)
    return control


def _choices(theme: Theme) -> QWidget:
    return in_each_state(
        theme,
        on=lambda: _checked(Switch(theme), on=True),
        off=lambda: _checked(Switch(theme), on=False),
        ticked=lambda: _checked(CheckBox(theme, "Ticked"), on=True),
        unticked=lambda: _checked(CheckBox(theme, "Not ticked"), on=False),
        chosen=lambda: _checked(Radio(theme, "Chosen"), on=True),
        unchosen=lambda: _checked(Radio(theme, "Not chosen"), on=False),
    )


def _segmented(theme: Theme) -> QWidget:
    shown = [Segmented(theme, name, ("Month", "Year")) for name in STATES]
    for (name, state), each in zip(STATES.items(), shown, strict=True):
        each.setAccessibleName(f"segmented, {name}")
        in_state(each if state is None else each.parts[name != "focus"], state)
    return beside(*shown)


def _sliders(theme: Theme) -> QWidget:
    shown = []
    for name, state in STATES.items():
        slider = Slider(theme)
        slider.setRange(0, 100)
        slider.setSingleStep(5)
        slider.setValue(60)
        slider.setFixedWidth(theme.px(150))
        slider.setAccessibleName(f"slider, {name}")
        value = label(theme, f"{slider.value()} %", size=16, weight=600, wrap=False, tabular=True)
        value.setMinimumHeight(slider.sizeHint().height())
        slider.valueChanged.connect(lambda number, value=value: value.setText(f"{number} %"))
        shown += [in_state(slider, state), value]
    return beside(*shown, spacing=6)


def _rows(theme: Theme) -> QWidget:
    tones = Switch(theme)
    tones.setChecked(True)
    size = DropDown(theme)
    for percent in (100, 125, 150):
        size.addItem(f"{percent} %")
    size.setCurrentIndex(1)
    card = RowCard(
        theme,
        ListRow(theme, "Tones", "A short tone at start, change and end.", tones),
        ListRow(theme, "Text size", control=size),
    )
    card.setFixedWidth(theme.px(520))
    return beside(card)


def _navigation(theme: Theme) -> QWidget:
    full, rail = Navigation(theme, "Places", PLACES), Navigation(theme, "Places, as a rail", PLACES)
    rail.show_words(shown=False)
    for each in (full, rail):
        each.choose(0)
        pose(each.items[2], State.HOVER)
        pose(each.items[3], State.PRESSED)
        pose(each.items[4], State.FOCUS)
        each.wanted.connect(each.choose)
    full.setFixedWidth(theme.px(208))
    return beside(full, rail)


def _scroll_bars(theme: Theme) -> QWidget:
    shown = []
    for state in (State.REST, State.HOVER):
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        words = label(theme, "8 px, no arrows, 4 px from the rim; 12 under the pointer. " * 6, size=14, muted=True)
        area.setWidget(words)
        area.setFixedSize(theme.px(200), theme.px(140))
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        pose(area.verticalScrollBar(), state)
        shown.append(area)
    return beside(*shown)


def _banner(theme: Theme) -> QWidget:
    made = Banner(theme, LineIcon.SILENT, "No sound found", "Everything is on the screen.", "Look into it")
    made.setFixedWidth(theme.px(430))
    return beside(made)


def _small(theme: Theme) -> QWidget:
    return beside(
        Chip(theme, "Not finished"),
        KeyCap(theme, "Space"),
        IconTile(theme, LineIcon.SETTINGS),
        IconTile(theme, LineIcon.WARNING, warns=True),
        *(IconTile(theme, icon) for icon, _words in PLACES),
    )


SECTIONS: dict[str, Callable[[Theme], QWidget]] = {
    "buttons": _buttons,
    "states of buttons": _button_states,
    "drop-down": lambda theme: in_each_state(theme, pace=lambda: _drop_down(theme)),
    "fields": _fields,
    "time and days": _days,
    "error": lambda theme: beside(_wrong(theme)),
    "switch, tick, radio": _choices,
    "segmented": _segmented,
    "slider": _sliders,
    "rows": _rows,
    "navigation": _navigation,
    "scroll bar": _scroll_bars,
    "banner": _banner,
    "chip, key, tile": _small,
}
"""What makes each section, by its name."""
