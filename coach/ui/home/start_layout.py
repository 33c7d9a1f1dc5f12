"""Where everything on the start page lies: what is there in each state, and what gives way where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from coach.ui.home.focus_order import order_focus
from coach.ui.home.head import Head, HeadBelow
from coach.ui.home.hero import Hero
from coach.ui.home.hero_words import HeroWords
from coach.ui.home.notice import Notices
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import SIDE, outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.home import cards, first_steps
    from coach.ui.home.cards import ReadyCard
    from coach.ui.home.first_steps import FirstSteps
    from coach.ui.home.helps import Helps
    from coach.ui.home.offer import Offer
    from coach.ui.home.own_routines import OwnRoutines
    from coach.ui.home.reminder_chip import ReminderChip
    from coach.ui.home.strip import Strip
    from coach.ui.kit.line_list import Outdented
    from coach.ui.kit.theme import Theme
else:
    cards, first_steps = later("coach.ui.home.cards"), later("coach.ui.home.first_steps")

WIDEST = 1400
"""Most width of the column, in px at 100 %."""
SHARE, LESS_SHARE = 0.44, 0.36
"""Height of the hero as a share of that of the page, and with a row above it."""
LEAST, MOST = 240, 500
"""Least and most height of the hero, in px at 100 %."""
LOW, TIGHT = 700, 480
"""Height of a page below which its head has one line, and below which it gives way, in px at 100 %."""
BESIDE_FROM, FULL_FROM = 900, 1300
"""Width from which the cards at the end stand side by side, and from which there is room for full words there."""
NARROW, NARROWER = 1000, 700
"""Width of a page below which there is less room at its sides, in px at 100 %."""
BETWEEN = 16
STRIP_PLACE = 152
"""Height that is kept for the strip until it is made, in px at 100 %."""


def _layout_of(widget: QWidget | None) -> QLayout:
    """Return the layout of a widget that has one."""
    layout = None if widget is None else widget.layout()
    if layout is None:
        message = f"{widget} has no layout"
        raise TypeError(message)
    return layout


def _widget_in(layout: QLayout) -> QWidget:
    """Return the first widget of a layout, which has one."""
    item = layout.itemAt(0)
    widget = None if item is None else item.widget()
    if widget is None:
        message = f"{layout} has no widget"
        raise TypeError(message)
    return widget


class StartLayout:
    """The column of the page, and all that stands in it."""

    def __init__(self, page: QWidget, theme: Theme) -> None:
        self._page, self._theme = page, theme
        self.is_first = False
        self.offer: Offer | None = None
        self.helps: Helps | None = None
        self.strip: Strip | None = None
        self.own: OwnRoutines | None = None
        self._steps: FirstSteps | None = None
        self._cards: QBoxLayout | None = None
        self.ready: ReadyCard | None = None
        self._fitted: tuple[int, QSize] | None = None
        self._has_rest = False
        self._arranges = self._ready_is_full = False
        self.column = column = scrolling_column(page, theme, tr("Today"), WIDEST)
        # Not by parentWidget: the first question for a parent takes 10 ms (see app.py), and this is in the first frame.
        self._area = column_of(page)
        self._holder = _layout_of(self._area.widget())
        self.inside = _widget_in(self._holder)
        # The place of the bar is there in any case: what is higher in less width would make it come and go without end.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.setSpacing(0)
        self.notices, self.head, self.hero = Notices(theme), Head(theme), Hero(theme)
        self.words = HeroWords(theme, is_first=False)
        self.hero.column.addStretch()
        self.hero.column.addWidget(self.words)
        self.hero.column.addStretch()
        self._above, self._tail = QVBoxLayout(), QVBoxLayout()
        for layout in (self._above, self._tail):
            layout.setSpacing(BETWEEN)
        self.column.addLayout(self._above)
        self._over: list[QWidget] = []
        self.insert_above_hero(self.notices)
        self.insert_above_hero(self.head)
        self._below = HeadBelow(theme)
        self._below.hide()
        self.reminder: ReminderChip | None = None
        self._chip_place: Outdented | None = None
        self._strip_title = heading(theme, tr("The exercises"), size=19, weight=600)
        self._strip_place = QWidget()
        theme.give(self._strip_place, height=STRIP_PLACE)
        self._strip_row = outdented(self._strip_place, side=RIM, above=RIM)
        self._fill()

    def _fill(self) -> None:
        """Put all into the column, from top to bottom."""
        self.column.addWidget(self.hero)
        self.column.addLayout(outdented(self._below, above=0))
        self.column.addSpacing(BETWEEN + 2)
        self.column.addLayout(self._tail)
        self._tail.addWidget(self._strip_title)
        self._tail.addLayout(self._strip_row)
        self.column.addSpacing(RIM)  # for the ring of the last line
        self.column.addStretch()

    # What comes and goes

    def take_strip(self, strip: Strip) -> None:
        """Put the strip into the place that was kept for it."""
        self._strip_row.removeWidget(self._strip_place)
        self._strip_place.hide()
        self._strip_place.deleteLater()
        self.strip = strip
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._strip_row.addWidget(strip)
        strip.show()  # now, and not in the next turn: what does not show has no size yet

    def take_own(self, own: OwnRoutines) -> None:
        """Put the cards of other routines below the hero."""
        self.own = own
        self._tail.insertWidget(1 if self._steps is not None and self.is_first else 0, own)

    def take_offer(self, offer: Offer) -> None:
        """Have the hero say this instead of the routine."""
        self.drop_offer()
        self.offer = offer
        self.words.hide()
        self.hero.column.insertWidget(1, offer)
        offer.show()

    def drop_offer(self) -> None:
        """Have the hero tell of the routine again."""
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
            self.offer = None
        self.words.show()

    def take_helps(self, helps: Helps) -> None:
        """Put the question above the hero."""
        self.helps = helps
        self.insert_above_hero(helps)

    def take_reminder(self, chip: ReminderChip) -> None:
        """Tell of the next reminder at the end of the head, or below the hero where there is no head."""
        self.reminder = chip
        place = self._above.indexOf(self.head)
        self._above.removeWidget(self.head)
        self._above.insertLayout(place, outdented(self.head, side=RIM, above=RIM))
        self._chip_place = self.head.chip_place  # also where it goes elsewhere at once: the head has room for rings now
        self._chip_place.insertWidget(0, chip)
        self.arrange()
        order_focus(self.column)

    def _place_reminder(self, *, tight: bool) -> None:
        """Have the chip where there is something beside which it can stand."""
        chip = self.reminder
        if chip is None or self._chip_place is None:
            return
        chip.fit(self._room() - 2 * SIDE + 2 * RIM)
        place = self._below.chip_place if tight else self.head.chip_place
        if place is not self._chip_place:
            had_focus = chip.hasFocus()
            # Qt would do so by itself; then PySide keeps what stood for it there, and takes for that whatever comes to
            # lie at the same address.
            self._chip_place.removeWidget(chip)
            place.insertWidget(0, chip)
            self._chip_place = place
            order_focus(self.column)
            if had_focus:
                chip.setFocus()

    def insert_above_hero(self, widget: QWidget) -> None:
        """Put something right above the hero."""
        self._above.addWidget(widget)
        self._over.append(widget)
        widget.setVisible(widget is not self.notices)

    # States

    def show_first(self, *, is_first: bool) -> None:
        """Show the words for whoever is here for the first time, or those for everybody else."""
        self.is_first = is_first
        self._strip_title.setVisible(is_first)
        self.words.show_first(is_first=is_first)
        if self._has_rest:
            self._show_rest()

    def make_rest(self) -> None:
        """Make what lies below the strip: the first frame, and Start, do without."""
        self._has_rest = True
        self._show_rest()

    def _show_rest(self) -> None:
        is_first = self.is_first
        if is_first and self._steps is None:
            self._steps = first_steps.FirstSteps(self._theme)
            self._tail.insertLayout(0, outdented(self._steps, above=0))
        if not is_first and self._cards is None:
            self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            self._cards.setSpacing(BETWEEN)
            self._rule, self.ready = cards.rule_card(self._theme), cards.ReadyCard(self._theme)
            self.ready.turned.connect(self.arrange)
            self._cards.addWidget(self._rule, 58)
            self._cards.addWidget(self.ready, 42)
            self._tail.addLayout(self._cards)
        if self._steps is not None:
            self._steps.setVisible(is_first)
        if self.ready is not None:
            self._rule.setVisible(not is_first)
            self.ready.setVisible(not is_first)

    def show_ready(self, *, full: bool) -> None:
        """Show what to have ready in full words, or in a few with the rest a press away."""
        self._ready_is_full = full

    def show_head(self, title: str, lead: str) -> None:
        """Greet, and say what was last time."""
        self.head.show_words(title, lead)
        self._below.lead.setText(lead)

    # Sizes

    def fit(self) -> None:
        """Lay everything out anew where the size is another one."""
        if self._fitted != (self._room(), self._page.size()):
            self.arrange()

    def arrange(self) -> None:
        """Lay everything out for the size of the page."""
        if self._arranges:
            return
        self._arranges = True
        try:
            self._arrange()
        finally:
            self._arranges = False
        self._fitted = (self._room(), self._page.size())

    def _room(self) -> int:
        """Return the width that there is for the page's content, in px.

        Not the width that the content has: where that became wider than there is room, it would be laid out for more,
        become narrower by it, and be laid out for less, without end.
        """
        margins = self._holder.contentsMargins()
        # Not of the viewport, whose class PySide would have to find out (see app.py); the place of the bar is kept.
        room = self._area.maximumViewportSize().width() - margins.left() - margins.right()
        return min(room, self.inside.maximumWidth())

    def _arrange(self) -> None:
        px, height = self._theme.px, self._page.height()
        self._set_margins()
        width = self._room() - 2 * SIDE
        if width <= 2 * RIM:
            return
        beside = self.hero.is_beside(width)
        tight = not beside and height < px(TIGHT)
        self._place_reminder(tight=tight)
        self.head.arrange(width, on_one_line=height < px(LOW) and width >= px(NARROWER))
        self.head.setVisible(not tight)
        self.head.lead.setVisible(bool(self.head.lead.text()))
        self._below.lead.setVisible(bool(self._below.lead.text()))
        self._below.setVisible(tight)
        self._below.about.setVisible(self.offer is None)
        self.words.show_for(shown=not tight)
        if self.helps is not None:
            self.helps.arrange(width)
        is_empty = all(item.isHidden() for item in self._over)
        self._above.setContentsMargins(0, 0, 0, 0 if is_empty else BETWEEN)
        self._arrange_hero(width, height, beside=beside)
        if self.strip is not None:
            self.strip.arrange(width, height)
        if self.own is not None:
            self.own.arrange(width)
        if self._steps is not None:
            self._steps.arrange(width)
        self._arrange_cards(width)

    def _set_margins(self) -> None:
        """Leave less room at the sides of a narrow page."""
        px, width = self._theme.px, self._page.width()
        side = px(32 if width >= px(NARROW) else 28 if width >= px(NARROWER) else 20)
        above = px(26 if self._page.height() >= px(LOW) else 20 if self._page.height() >= px(TIGHT) else 16)
        bar = 0
        if self._area.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            bar = min(side - SIDE, self._area.verticalScrollBar().sizeHint().width())
        before, after = side - SIDE, side - SIDE - bar
        if self._page.isRightToLeft():
            before, after = after, before
        self._holder.setContentsMargins(before, above, after, px(16))

    def _arrange_hero(self, width: int, height: int, *, beside: bool) -> None:
        px, words = self._theme.px, self.hero.words_width(width)
        if self.offer is not None:
            self.offer.arrange(words, height, is_wide=not beside)
        self.words.arrange(words, is_wide=not beside)
        is_led = any(not widget.isHidden() for widget in self._over if widget is not self.head)
        share = LESS_SHARE if is_led else SHARE
        target = min(px(MOST), max(px(LEAST), round(share * height)))
        above = (
            self._above.heightForWidth(width) if self._above.hasHeightForWidth() else self._above.sizeHint().height()
        )
        self.hero.arrange(width, target, height - above - px(16) - px(20))

    def _arrange_cards(self, width: int) -> None:
        if self._cards is None or self.ready is None:
            return
        beside = width >= self._theme.px(BESIDE_FROM)
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.ready.setVisible(not self.is_first and self.offer is None)
        self.ready.show_full(full=self._ready_is_full or width >= self._theme.px(FULL_FROM))
