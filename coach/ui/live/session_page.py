"""The session page: what to do, on which side, the time left, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle

from coach.core.events import Input, Phase
from coach.core.instructions import Instructions, instructions
from coach.core.own_pictures import picture_at
from coach.session import describe
from coach.session.step_news import share_of
from coach.ui.figure.view import FigureView
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.marks import HEADING, PAGE
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.rotation import Rotation
from coach.ui.live.because_button import BecauseButton
from coach.ui.live.countdown_ring import CountdownRing
from coach.ui.live.easier_button import EasierButton
from coach.ui.live.feel_notes import FeelNotes
from coach.ui.live.form_button import FeelButton, FloorButton
from coach.ui.live.instruction_panel import InstructionPanel
from coach.ui.live.layout import LayoutInput, Places, places
from coach.ui.live.live_page import LivePage
from coach.ui.live.page_notes import PageNotes
from coach.ui.live.place_panel import PlacePanel
from coach.ui.live.session_bar import SessionBar
from coach.ui.live.sound_sign import SoundSign
from coach.ui.live.way_figure import WayFigure
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from coach.session.live import Live
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

TITLE_PX = 36
"""Largest letters of the exercise's name, in px at 100 %."""
FEEL_PX = 26
"""The same of what to feel."""


class SessionPage(LivePage):
    """Shows one Live after another and signals commands; `bar` is the bar below the page."""

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__(theme)
        self.setObjectName(PAGE)
        self.setAccessibleName(tr("Session"))
        self._theme = theme
        self._drawn: Live | None = None
        """The last Live that was drawn of the present session, or None."""
        self._lines = Instructions(())
        self._places: Places | None = None
        self._unmirrored: Places | None = None
        self.bar = SessionBar(theme)
        self.bar.wanted.connect(self.wanted)
        self.title = RotatedText(theme, 700, Qt.AlignmentFlag.AlignLeft)
        self.title.setObjectName(HEADING)
        self.hint = label(theme, size=16, weight=600, muted=True, wrap=False)
        self.sound_sign = SoundSign(theme)
        self.picture = FigureView(theme, pictures, now_ms, speed)
        self.way = WayFigure(theme, pictures, self.picture)
        self.steps = InstructionPanel(theme)
        self.bar.scroll_wanted.connect(self.steps.scroll_by)
        self.ring = CountdownRing(theme, now_ms, speed)
        self.place = PlacePanel(theme)
        self.more = KeyButton(theme, tr("+15 s"), height=44)
        self.more.setAccessibleName(tr("15 seconds more"))
        self.more.setAccessibleDescription("+")
        self.easier = EasierButton(theme, tr("Easier version"))
        self.pause = KeyButton(theme, tr("Pause"), height=44)
        self.pause.setAccessibleDescription("P")
        self.because = BecauseButton(theme)
        self.feel = FeelButton(theme)
        self.feel_notes = FeelNotes(theme, framed=True)
        self.floor = FloorButton(theme)
        self._badge = label(theme, size=14, weight=600, wrap=False)
        # In the order in which Tab and a screen reader go through them.
        head = (self.title, self.hint, self.sound_sign, self.because, self._badge, self.feel, self.floor)
        for part in (
            *head,
            self.picture,
            self.feel_notes,
            self.steps,
            self.ring,
            self.place,
            self.more,
            self.easier,
            self.pause,
        ):
            part.setParent(self)
        self._show_speed(speed)
        self.hint.hide()
        self.because.clicked.connect(lambda: self.wanted.emit("because"))
        self.more.clicked.connect(lambda: self.wanted.emit("add-time"))
        self.pause.clicked.connect(lambda: self.wanted.emit("pause"))
        self.easier.clicked.connect(lambda: self.wanted.emit("easier"))
        self.easier.toggled.connect(self._on_easier_toggled)
        self.feel.asked.connect(lambda: self.wanted.emit("feel"))
        self.floor.clicked.connect(lambda: self.wanted.emit("floor"))
        self.notes = PageNotes(theme, self)

    def set_speed(self, speed: int) -> None:
        """Show sessions that run as many times as fast as real time."""
        self.picture.set_speed(speed)
        self.ring.set_speed(speed)
        self._show_speed(speed)
        self._arrange()

    def _show_speed(self, speed: int) -> None:
        self._badge.setText(tr("Speed × {speed}", speed=speed) if speed > 1 else "")
        self._badge.setVisible(speed > 1)

    def draw(self, live: Live, before: Live | None) -> None:
        """Draw this instant; after a session its last instant stays."""
        if before is None or live.timeline is not before.timeline:
            self._drawn = None
            self.bar.strip.show_timeline(live.timeline)
            self._arrange()
        if live.is_live:
            self._draw_session(live, self._drawn)
            self._drawn = live
        self._show_notes(live)

    def _draw_session(self, live: Live, drawn: Live | None) -> None:
        snapshot = live.snapshot
        if drawn is None or _ways(drawn) != _ways(live):
            self.easier.setEnabled(live.snapshot.has_easier)
            self.easier.show_way(live.easier)
            self._arrange()
            self.steps.show_easier(live.easier)
        if drawn is None or drawn.snapshot.index != snapshot.index:
            self._draw_block(live)
        self.ring.show_snapshot(snapshot)
        self.picture.show_own(picture_at(live.routine, live.timeline, snapshot.index, share_of(snapshot)))
        self.picture.show_snapshot(snapshot)
        self._show_steps(live)
        self._show_feel(live)
        self.because.setVisible(live.asks_because)
        self._show_hint(live)
        self.more.setEnabled(Input.ADD_TIME in snapshot.allowed)
        self._offer_pause(live)
        self.bar.show_snapshot(snapshot, describe.next_words(snapshot, live.routine))

    def _offer_pause(self, live: Live) -> None:
        """Offer to pause where the big button says “I am ready”, in place of the easier version: there is none."""
        self.pause.setEnabled(Input.PAUSE in live.snapshot.allowed)
        has_room = self._places is not None and not self._places.easier.isEmpty()
        self.pause.setVisible(live.is_way and has_room)
        self.easier.setVisible(not live.is_way and has_room)

    def _draw_block(self, live: Live) -> None:
        snapshot, routine = live.snapshot, live.routine
        self.title.show_text(describe.title_words(snapshot.block, routine))
        self.picture.show_exercise(live.exercise, snapshot.block.side)
        if snapshot.following is not None:
            following = snapshot.following
            self.picture.draw_ahead(routine.exercises[following.position], following)
        exercise = live.exercise
        self.place.show_place(snapshot, exercise.sides if exercise.dose.takes_turns else ())
        self._place_ring(live)
        self.feel_notes.show_exercise(live.exercise)
        self._lines = instructions(routine, live.timeline, snapshot.index)

    def _show_feel(self, live: Live) -> None:
        """Show what to feel and when to stop in place of figure and steps; clock and side stay."""
        self.feel.show_told(tells=live.tells_feel)
        self.feel_notes.setVisible(live.tells_feel)
        has_picture = self._places is not None and not self._places.picture.isEmpty()
        self.picture.setVisible(has_picture and not live.tells_feel)
        self.steps.setVisible(not live.tells_feel)

    def _show_hint(self, live: Live) -> None:
        """Show the hint beside the title, if there is room."""
        text = _hint(live)
        if text != self.hint.text():
            self.hint.setText(text)
        layout, direction = self._unmirrored, self.layoutDirection()
        if layout is None:
            return
        metrics = QFontMetrics(self.title.font())
        left = layout.title.left() + min(layout.title.width(), metrics.horizontalAdvance(self.title.text())) + 16
        beside = layout.badge if self._badge.text() else layout.floor if layout.feel.isEmpty() else layout.feel
        right = (layout.sign if live.asks_because or live.sound_sign else beside).left() - 12
        size = self.hint.sizeHint()
        fits = bool(text) and size.width() <= right - left
        self.hint.setVisible(fits)
        hint = QRect(right - size.width(), layout.title.top(), size.width(), layout.title.height())
        self.hint.setGeometry(QStyle.visualRect(direction, self.rect(), hint))
        title = QRect(layout.title)
        if fits:
            title.setRight(hint.left() - 9)
        self.title.setGeometry(QStyle.visualRect(direction, self.rect(), title))

    def _show_notes(self, live: Live) -> None:
        """Show what is wrong, and the hint where it has no room beside the title; the steps make room."""
        self.sound_sign.show_trouble(live.sound_sign)
        if self._places is not None:
            hint = "" if self.hint.isVisibleTo(self) else self.hint.text()
            left = self.notes.show(live, self._places.picture, self._places.steps, hint)
            self.steps.setGeometry(left.steps)
            self.feel_notes.setGeometry(left.words)

    def _show_steps(self, live: Live) -> None:
        self.steps.show_instructions(self._lines, share_of(live.snapshot))
        self.way.show_way(live, self._lines)

    def set_still(self, *, still: bool) -> None:
        """Set whether the ring moves once a second and the figure shows its key poses."""
        super().set_still(still=still)
        self.ring.set_still(still=still)
        self.picture.set_still(still=still)

    def _on_easier_toggled(self, on: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Ask for what assistive technology toggled without a click, then show what is in force."""
        if self.live is not None and on is not bool(self.live.easier):
            self.wanted.emit("easier")
            self.easier.setChecked(bool(self.live.easier))

    # Places

    def _wished(self, live: Live) -> LayoutInput:
        names = [exercise.name for exercise in live.routine.exercises]
        large = QFontMetrics(self._theme.font(TITLE_PX, 700))
        return LayoutInput(
            page=self.size(),
            scale=self._theme.scale,
            title=QSize(max(map(large.horizontalAdvance, names), default=1), large.height()),
            because=self.because.sizeHint(),
            floor=self.floor.sizes,
            feel=self.feel.sizes,
            badge=self._badge.sizeHint() if self._badge.text() else QSize(),
            more=self.more.sizeHint(),
            easier=self.easier.sizeHint(),
            place=self.place.natural_size(narrow=False),
            narrow_place=self.place.natural_size(narrow=True),
            ways=bool(live.easier),
        )

    def _arrange(self) -> None:
        """Give every part its rectangle."""
        live = self.live
        if live is None or self.size().isEmpty():
            return
        self._unmirrored = places(self._wished(live))
        self._places = layout = self._unmirrored.seen(self.layoutDirection(), self.rect())
        part: QWidget
        for part, place in (
            (self.title, layout.title),
            (self._badge, layout.badge),
            (self.picture, layout.picture),
            (self.place, layout.place),
        ):
            part.setGeometry(place)
        self.title.place(Rotation.NO, layout.title_px)
        self.feel_notes.place(Rotation.NO, self._theme.px(FEEL_PX))
        self._show_feel(live)
        self.place.set_narrow(narrow=layout.is_narrow)
        self._place_ring(live)
        self.sound_sign.put(layout.sign)
        self.floor.put_form(layout.form, layout.floor)
        self.feel.put_form(layout.feel_form, layout.feel)
        for button, place in (
            (self.because, layout.because),
            (self.more, layout.more),
            (self.easier, layout.easier),
            (self.pause, layout.easier),
        ):
            button.put(place)
        self.more.setVisible(not layout.more.isEmpty())
        self._offer_pause(live)
        self._show_hint(live)
        self._show_notes(live)

    def _place_ring(self, live: Live) -> None:
        """Give the ring the room of side and round as well, where these stand below it and a way has neither."""
        if self._places is not None:
            ring, place = self._places.ring, self._places.place
            takes_all = live.is_way and not self._places.is_narrow
            self.ring.setGeometry(ring.united(place) if takes_all else ring)
            self.place.setVisible(not takes_all)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new size."""
        super().resizeEvent(event)
        self._arrange()
        self.bar.fit()  # it depends on the height of the window, for which it gets no event

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the steps with the arrow keys, as in the bar."""
        self.bar.keyPressEvent(event)


def _hint(live: Live) -> str:
    """Return why the session was paused by itself, or what to do in a lead-in and to know on the way down."""
    if live.snapshot.phase is not Phase.PAUSED and live.snapshot.lead_in_ms:
        return tr("Get back into position")
    if live.is_way and live.snapshot.phase is not Phase.PAUSED:
        return tr("Escape stops at once")
    return live.notice


def _ways(live: Live) -> tuple[object, ...]:
    return live.snapshot.block.position, live.is_way, live.easier
