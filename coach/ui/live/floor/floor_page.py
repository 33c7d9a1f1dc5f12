"""The page of the floor view: only what a person on the floor, 2 to 3 m away, must be able to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter

from coach.core.events import Phase
from coach.core.own_pictures import drawing_of, picture_at
from coach.session import describe
from coach.session.step_news import share_of
from coach.ui.figure.card import paint_room
from coach.ui.figure.view import FigureView
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.marks import HEADING, PAGE
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.rotation import Rotation
from coach.ui.live.because_button import BecauseButton
from coach.ui.live.feel_notes import FeelNotes
from coach.ui.live.floor.layout import SIGN_ALONE, is_tall, places
from coach.ui.live.floor.number import FloorNumber
from coach.ui.live.floor.parts import LayoutInput
from coach.ui.live.floor.quiet import QuietButtons
from coach.ui.live.floor.time_bar import TimeBar
from coach.ui.live.form_button import FeelButton
from coach.ui.live.go_button import GoButton
from coach.ui.live.live_page import LivePage
from coach.ui.live.sound_sign import SoundSign
from coach.words import basics
from coach.words.catalogue import tr, tr_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from coach.core.events import Snapshot
    from coach.session.live import Live
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.live.floor.parts import Text

FEEL_SHARE = 0.055
"""Largest letters of what to feel, in heights of the page."""


class FloorPage(LivePage):
    """Shows one Live after another, drawn only while the page is visible, and signals commands."""

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__(theme)
        self._theme, self._pictures = theme, pictures
        self._drawn: Live | None = None
        """The last Live that was drawn of the present session, or None."""
        self._wish: LayoutInput | None = None
        self._horizon: float | None = None
        self._foot, self._has_number = 0, True
        self.turn = Rotation.NO
        self.setObjectName(PAGE)
        self.setAccessibleName(tr("Floor view"))
        self.easier = RotatedText(theme, 600)
        self.picture = FigureView(theme, pictures, now_ms, speed)
        self.picture.captioned = False  # the page shows the side in letters that can be read from afar
        self.picture.set_framed(framed=False)  # its room is the page
        self.side = RotatedText(theme, 700, in_capitals=True)
        self.number = FloorNumber(theme)
        self.ready = RotatedText(theme, 700)
        self.name = RotatedText(theme, 600)
        self.name.setObjectName(HEADING)
        self.phase = RotatedText(theme, 600)
        self.bar = TimeBar(theme, now_ms, speed)
        self.then = RotatedText(theme, 600, Qt.AlignmentFlag.AlignLeft)
        self.go = GoButton(theme, Look.PLAIN, size=20)
        self.pain = KeyButton(theme, tr("Pain — stop"), key=tr("Esc"), icon=Icon.STOP, look=Look.DANGER, size=23)
        self.leave = KeyButton(theme, tr_in("the floor view", "Leave"), key="F11", height=44)
        self.leave.setAccessibleName(tr("Leave the floor view"))
        self.feel = FeelButton(theme)
        self.feel_notes = FeelNotes(theme, framed=False)
        self.sound_sign = SoundSign(theme)
        self.because = BecauseButton(theme)
        # In the order in which Tab and a screen reader go through them.
        parts = (self.side, self.number, self.ready, self.name, self.phase, self.picture, self.feel_notes, self.easier)
        buttons = (self.because, self.go, self.pain, self.feel, self.leave)
        for part in (*parts, self.bar, self.then, self.sound_sign, *buttons):
            part.setParent(self)
        self._measure()
        self.quiet = QuietButtons(self, (self.feel, self.leave))
        self.feel.asked.connect(lambda: self.wanted.emit("feel"))
        self.leave.clicked.connect(lambda: self.wanted.emit("floor"))
        self.because.clicked.connect(lambda: self.wanted.emit("because"))
        self.go.clicked.connect(lambda: self.wanted.emit("go"))
        # On the press, not on the release: it hurts now.
        self.pain.pressed.connect(lambda: self.wanted.emit("pain"))
        pictures.changed.connect(self._arrange)
        pictures.arrived.connect(self._on_arrived)

    def _measure(self) -> None:
        """Measure the forms of the buttons, the widest first."""
        self.go.show_words(shown=True)
        high = self.pain.sizeHint().height()
        self._forms = tuple(
            (
                QSize(self.pain.width_for(with_key=keys), high),
                QSize(max(self.go.width_for(with_key=keys, words=face) for face in self.go.faces), high),
            )
            for keys in (True, False)
        )
        self._forms += ((self._forms[1][0], QSize(high, high)),)

    def follow_text(self) -> None:
        """Arrange all for another text size."""
        self._measure()
        self._wish = None

    # What comes from above

    def set_speed(self, speed: int) -> None:
        """Show sessions that run as many times as fast as real time."""
        self.picture.set_speed(speed)
        self.bar.set_speed(speed)

    def draw(self, live: Live, before: Live | None) -> None:
        """Draw this instant if the page is visible; else the newest is drawn when it is shown."""
        if before is not None and live.timeline is not before.timeline:
            self._drawn = None
        if self.isVisible():  # what cannot be seen costs nothing
            self._draw(live)

    def set_still(self, *, still: bool) -> None:
        """Set whether the bar moves once a second and the figure shows its key poses."""
        super().set_still(still=still)
        self.picture.set_still(still=still)
        self.bar.set_still(still=still)

    def set_turn(self, turn: Rotation) -> None:
        """Turn the whole page, so that its top is up, left or right."""
        self.turn = turn
        self._wish = None
        for part in (self.picture, self.number, self.bar):
            part.set_turn(turn)
        self._arrange()

    # Drawing

    def _draw(self, live: Live) -> None:
        drawn, self._drawn, snapshot = self._drawn, live, live.snapshot
        if drawn is None or drawn.snapshot.index != snapshot.index:
            self._draw_block(live)
        self._show_state(live)
        self.easier.show_text(live.easier)
        self.easier.setVisible(bool(live.easier))
        self._arrange()
        self._show_feel(live)
        self.because.setVisible(live.asks_because)
        self.number.show_snapshot(snapshot)
        self.bar.show_snapshot(snapshot)
        self.picture.show_own(picture_at(live.routine, live.timeline, snapshot.index, share_of(snapshot)))
        self.picture.show_snapshot(snapshot)

    def _show_feel(self, live: Live) -> None:
        """Show what to feel and when to stop in place of the figure, and of a number that stands still."""
        waits = live.snapshot.waiting
        self.feel.show_told(tells=live.tells_feel)
        self.feel_notes.setVisible(live.tells_feel)
        self.picture.setVisible(self._pictures.knows(drawing_of(live.exercise)) and not live.tells_feel)
        self.number.setVisible(not waits and self._has_number)
        self.ready.show_text(describe.ready_words(live.snapshot.block), "ink")
        self.ready.setVisible(waits and self._has_number)

    def _draw_block(self, live: Live) -> None:
        block, following = live.snapshot.block, live.snapshot.following
        self.name.show_text(describe.title_words(block, live.routine))
        self.picture.show_exercise(live.exercise, block.side)
        self.feel_notes.show_exercise(live.exercise)
        if following is not None:
            self.picture.draw_ahead(live.routine.exercises[following.position], following)
        side = None if live.is_way else block.side
        movement = self._pictures.movement(drawing_of(live.exercise))
        # A figure that faces the person goes to the other side of the screen: an arrow would tell the wrong way.
        is_from_side = movement is None or movement.view == "side"
        words = "" if side is None else basics.side_from_afar(side, has_arrow=is_from_side)
        self.side.show_text(words, "prepare")
        self.side.setAccessibleName("" if side is None else basics.side_name(side))

    def _show_state(self, live: Live) -> None:
        """Show phase and round, what comes next or what matters more, and what Space does."""
        snapshot = live.snapshot
        words, colour = describe.phase_word(snapshot), "ink"
        if not _interrupted(snapshot):
            colour = "brand" if snapshot.block.kind.is_work else "prepare"
            if not live.is_way:
                words = describe.with_round(words, snapshot.block)
        self.phase.show_text(words, colour)
        if live.elsewhere:
            self.then.show_text(tr("Another window has the keyboard."), "prepare")
        else:
            then = live.sound_words or live.notice or describe.next_words(snapshot, live.routine)
            self.then.show_text(then, "muted")
        self.sound_sign.show_trouble(live.sound_sign)
        if live.is_live:  # what it said last of a session that is over stays, so that it can have the focus again
            self.go.show_snapshot(snapshot)

    # Places

    def _on_arrived(self) -> None:
        """Show words in the place of a picture of one's own that turned out to be lost."""
        if self.live is not None and self.isVisible():
            self._arrange()
            self._show_feel(self.live)

    def _wished(self, live: Live) -> LayoutInput:
        room = self._pictures.room(drawing_of(live.exercise))
        return LayoutInput(
            page=self.turn.upright(self.size()),
            digits=len(str(-(-live.snapshot.duration_ms // 1000))),
            has_picture=self._pictures.knows(drawing_of(live.exercise)) or live.tells_feel,
            interrupted=_interrupted(live.snapshot),
            forms=self._forms,
            leave=self.leave.sizeHint(),
            because=self.because.sizeHint(),
            feel=self.feel.sizes[:2],
            easier=bool(live.easier),
            tells_feel=live.tells_feel,
            in_a_card=(live.still and not live.is_way) or self._theme.tokens.is_high_contrast,
            horizon=None if room is None else room.horizon,
        )

    def _arrange(self) -> None:
        """Give every part its rectangle, if the input of the layout has changed."""
        if self.live is None or self.size().isEmpty():
            return
        wish = self._wished(self.live)
        if wish == self._wish:
            return
        self._wish, layout = wish, places(wish).seen(self.layoutDirection(), wish.page)
        self._horizon, self._foot = layout.horizon, layout.bar.top()
        self.number.set_stands(stands=not is_tall(wish))
        self.update()
        self._put(self.number, layout.number)
        self._put(self.bar, layout.bar)
        self._put(self.picture, layout.picture)
        self._has_number = layout.has_number
        self._put(self.feel_notes, layout.notes)
        self.feel_notes.place(self.turn, FEEL_SHARE * wish.page.height())
        for text, place in (
            (self.side, layout.side),
            (self.name, layout.name),
            (self.phase, layout.phase),
            (self.then, layout.then),
            (self.easier, layout.easier),
        ):
            self._put_text(text, place)
        self.sound_sign.put(self.turn.placed(layout.sign, self.size()), self.turn)
        self.feel.show_form(layout.feel_form)
        for button in (self.go, self.pain):
            button.show_words(shown=button is self.pain or layout.form < SIGN_ALONE)
            button.show_key(shown=layout.form == 0)
        self._put(self.ready, layout.number)
        self.ready.place(self.turn, 0.13 * wish.page.height())
        for button, spot, factor in (
            (self.go, layout.go, layout.factor),
            (self.pain, layout.pain, layout.factor),
            (self.feel, layout.feel, layout.feel.height() / self.feel.sizeHint().height()),
            (self.leave, layout.leave, layout.leave_factor),
            (self.because, layout.because, layout.because_factor),
        ):
            self._put(button, spot)
            button.paint_as(self.turn, factor)

    def _put(self, part: QWidget, spot: QRect) -> None:
        part.setGeometry(self.turn.placed(spot, self.size()))

    def _put_text(self, part: RotatedText, text: Text) -> None:
        self._put(part, text.place)
        part.place(self.turn, text.letters_px)

    # What Qt tells

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the room of the figure down to the time bar; where grounds are all alike, nothing."""
        room = None if self.live is None else self._pictures.room(drawing_of(self.live.exercise))
        if room is None or self._theme.tokens.is_high_contrast:
            return
        painter = QPainter(self)
        painter.setTransform(self.turn.mapping(self.size()))
        upright = self.turn.upright(self.size())
        paint_room(painter, room, QRect(0, 0, upright.width(), self._foot), self._horizon)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the Live that came while the page was hidden."""
        super().showEvent(event)
        self.quiet.watch()
        if self.live is not None:
            self._draw(self.live)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch for the mouse and keys no more."""
        super().hideEvent(event)
        self.quiet.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new size."""
        super().resizeEvent(event)
        self._arrange()


def _interrupted(snapshot: Snapshot) -> bool:
    return snapshot.phase is Phase.PAUSED or snapshot.lead_in_ms > 0
