"""Going gently: why, the rule, and what is different today, which can be switched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core.speech.safety_lines import gentle_lines
from coach.ui.check.sheet import Sheet
from coach.ui.figure.still import LYING, Still
from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.columns import Evenly
from coach.ui.kit.given import UNBOUND
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, hint, label
from coach.ui.kit.lead_bold import LeadBold
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.reading import along
from coach.ui.kit.switch import Switch
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from coach.core.safety import Answers
    from coach.ui.check.room import Room
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

TEXT, ASIDE = 440, 36
"""Most width of the words on the picture, and room at their side, in px at 100 %."""
WIDE = 1.5
"""Width of the figure's picture divided by its height."""
AROUND, WALL = 20, 0.61
"""Room above and below the words, in px, and the share of the picture's height above the floor."""
MOST, LEAST = 440, 240
"""Heights of the picture, in px at 100 %."""
BELOW = 84
"""Height of all but the picture and the switches on the page, in px at 100 %."""
LEAST_SWITCH, BETWEEN = 340, 18
"""Width of a switch with its words from which on it stands beside the others, and room between, in px at 100 %."""


class GentleChoice(NamedTuple):
    """What the person chose for today; `with_hurt` does what hurt last time, too."""

    easier: bool = True
    short: bool = False
    with_hurt: bool = True


class Today(NamedTuple):
    """What there is to choose; each may be empty."""

    hurt_exercise: str = ""
    """The name of the exercise that hurt last time."""
    short: str = ""
    """How the short version is, in words."""


class _SwitchCard(Card):
    """A switch with its words; all of the card can be pressed."""

    def __init__(self, theme: Theme, icon: LineIcon, name: str, second_line: str, *, on: bool) -> None:
        """Make it; a screen reader says these words of the switch, so they have to be true of it on and off."""
        super().__init__(theme, raised=True)
        self.switch = Switch(theme, name)
        self.switch.setAccessibleDescription(second_line)
        self.switch.setChecked(on)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        self.words = label(theme, name, size=16, weight=600)
        words.addWidget(self.words)
        self.second = hint(theme, second_line)
        if not second_line:  # shown by its page: without a parent yet, it would be a window of its own
            self.second.hide()
        words.addWidget(self.second)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(along(22, 14, 22 - self.switch.inset, 14))
        row.setSpacing(16)
        row.addWidget(IconTile(theme, icon))
        row.addLayout(words, 1)
        row.addWidget(self.switch)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its end arrives here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the switch."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.switch.click()


class _HurtCard(_SwitchCard):
    """The switch of what hurt last time: its words say what is so now, its name what it does, on and off."""

    def __init__(self, theme: Theme, exercise: str) -> None:
        does = tr("{exercise} hurt last time. It is left out unless this is on.", exercise=exercise)
        super().__init__(theme, LineIcon.HAND, tr("Do {exercise} today", exercise=exercise), does, on=False)
        self._exercise = exercise
        self.switch.toggled.connect(self._tell)
        self._tell(on=False)

    def _tell(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if on:
            self.words.setText(tr("{exercise} hurt last time. It is done today.", exercise=self._exercise))
            self.second.setText(tr("Switch it off to leave it out."))
        else:
            self.words.setText(tr("{exercise} hurt last time. It is left out.", exercise=self._exercise))
            self.second.setText(tr("Switch it on to do it today."))


class _Hero(Still):
    """The words on the figure's room, or on a plain ground where the figure has no room beside them."""

    def __init__(self, theme: Theme, pictures: PictureCache, words: QWidget) -> None:
        super().__init__(theme, pictures, LYING)
        self._words = words
        self._row = row = QHBoxLayout(self)
        self.follow_text()
        row.addWidget(words, 1)
        row.addStretch(0)
        self.below: float = BELOW
        """Height of all but this on the page, in px at 100 %."""

    def follow_text(self) -> None:
        """Leave room beside the words."""
        aside = self._theme.px(ASIDE)
        self._row.setContentsMargins(aside, AROUND, aside, AROUND)

    def fit(self, room: Room) -> None:
        """Take the height that is left, and put the figure at the end of it, where its words leave room."""
        px = self._theme.px
        high = min(MOST, max(LEAST, room.height - self.below))
        wide = room.width - 64
        beside_words = wide - WIDE * high - ASIDE - 8
        shown = self.is_known and not room.is_narrow and beside_words >= 330  # noqa: PLR2004 - readable lines
        self.shows_room = shown
        self.middle = 1 - WIDE * high / 2 / wide if shown else 0.5
        most = px(min(TEXT + 20, beside_words)) if shown else 2 * px(TEXT)
        self._words.setMaximumWidth(most)
        words_high = self._words.heightForWidth(most) + 2 * AROUND
        tall = max(px(high), words_high)
        aside, floor = px(ASIDE), round(tall * (1 - WALL))
        on_wall = shown and words_high <= tall - floor  # no line of words lies across the edge of the floor
        self._row.setContentsMargins(aside, AROUND, aside, floor + AROUND if on_wall else AROUND)
        self.setMinimumHeight(tall if shown else 0)
        self.setMaximumHeight(tall if shown else UNBOUND)
        self.update()


class GentlySheet(Sheet):
    """The page before a gentle start; `not_now` and `start` stand in the bar."""

    def __init__(self, theme: Theme, pictures: PictureCache, answers: Answers, today: Today) -> None:
        title = heading(theme, tr("Go gently"), size=40)
        super().__init__(theme, title.text(), title)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        theme.give(column, spacing=10)
        column.addStretch()
        column.addWidget(title)
        for line in gentle_lines(answers):
            self.say(translated(line))
            column.addWidget(label(theme, translated(line), size=20))
        column.addLayout(self._rule())
        column.addStretch()
        self._hero = _Hero(theme, pictures, words)
        self.column.addWidget(self._hero)
        self._add_switches(today)
        self.not_now = KeyButton(theme, tr("Not now"), size=18)
        self.start = KeyButton(theme, tr("Start"), key=tr("Enter"), icon=Icon.PLAY, look=Look.PRIMARY, size=18)
        self.buttons, self.in_bar = [self.start], [self.not_now, self.start]
        self.when_fitted(self._fit_hero)

    def _fit_hero(self, room: Room) -> None:
        """Leave the picture the height that the switches do not need."""
        scale = self._theme.scale
        self._hero.below = BELOW + self._switches.heightForWidth(self._theme.px(room.width - 64)) / scale
        self._hero.fit(room)

    def _rule(self) -> QHBoxLayout:
        rule = translated(safety_messages.M_RULE)
        self.say(rule)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconTile(self._theme, LineIcon.HAND, warns=True))
        row.addWidget(LeadBold(self._theme, rule, 16), 1)
        return row

    def _add_switches(self, today: Today) -> None:
        theme = self._theme
        easier = _SwitchCard(
            theme,
            LineIcon.LEAF,
            tr("Easier versions are shown first"),
            tr("Press E in the session to change back."),
            on=True,
        )
        cards, self.easier = [easier], easier.switch
        self.short: Switch | None = None
        self.with_hurt: Switch | None = None
        if today.short:
            cards.append(_SwitchCard(theme, LineIcon.CLOCK, tr("Short version today"), today.short, on=False))
            self.short = cards[-1].switch
        if today.hurt_exercise:
            card = _HurtCard(theme, today.hurt_exercise)
            cards.append(card)
            self.with_hurt = card.switch
            self.say(card.words.text())
        self._switches = QWidget()
        row = Evenly(theme, LEAST_SWITCH, BETWEEN)
        self._switches.setLayout(row)
        for each in cards:
            row.addWidget(each)
        self.column.addWidget(self._switches)

    @property
    def choice(self) -> GentleChoice:
        """What the switches say now."""
        return GentleChoice(
            easier=self.easier.isChecked(),
            short=self.short is not None and self.short.isChecked(),
            with_hurt=self.with_hurt is not None and self.with_hurt.isChecked(),
        )
