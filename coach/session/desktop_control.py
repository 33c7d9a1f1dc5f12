"""The desktop during a session: its media control steers the session, and its screen stays on.

It is one more view of a session. Nothing here can begin one: the media control is heard only while a session is live,
so none of its buttons leads past the check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.events import Input, Phase
from coach.devices.awake import KeepAwake
from coach.devices.media_state import MediaState, Status
from coach.session import describe

if TYPE_CHECKING:
    from coach.devices.awake import Awake
    from coach.devices.media_keys import MediaControl
    from coach.session.clock import Clock
    from coach.session.live import Live, LiveSession


def media_state(live: Live) -> MediaState | None:
    """Return what the desktop shows of a session; None before it and after it."""
    snapshot = live.snapshot
    if not live.is_live and snapshot.phase is not Phase.STOPPED_FOR_PAIN:
        return None
    title, place, kind = describe.block_in_words(snapshot.block, live.routine)
    status = Status.PLAYING if snapshot.runs else Status.PAUSED
    return MediaState(
        status=status if live.is_live else Status.STOPPED,
        title=title,
        place=place,
        kind=kind,
        track=snapshot.index,
        position_ms=snapshot.spent_ms,
        length_ms=snapshot.duration_ms,
        can_go_next=Input.SKIP in snapshot.allowed,
        can_go_previous=Input.BACK in snapshot.allowed,
    )


class Desktop(QObject):
    """Shows the session on the desktop's media control, and takes commands from there."""

    wanted = Signal(str)
    """The id of a command; sent only while a session is live."""
    raised = Signal()
    """The media control asks for the window."""
    dims = Signal()
    """The screen cannot be kept on; sent once."""

    def __init__(self, session: LiveSession, clock: Clock, media: MediaControl, awake: Awake) -> None:
        super().__init__()
        self._session, self._clock = session, clock
        self._media, self._awake = media, awake
        self._policy = KeepAwake()
        self._held = False
        self._timer = single_shot(self, self._keep_awake)
        media.wanted.connect(self._on_wanted)
        media.raised.connect(self.raised)
        awake.failed.connect(self.dims)
        session.subscribe(self)

    def leave(self) -> None:
        """Give everything back to the desktop."""
        self._session.changed.disconnect(self.show_live)
        self._timer.stop()
        self._media.leave()
        self._set_held(held=False)

    def _on_wanted(self, action_id: str) -> None:
        live = self._session.now
        if live is not None and live.is_live:
            self.wanted.emit(action_id)

    def show_live(self, live: Live) -> None:
        """Show this instant on the desktop."""
        self._media.show(media_state(live))
        self._keep_awake()

    def _keep_awake(self) -> None:
        now_ms, live = self._clock.now_ms(), self._session.now
        self._set_held(held=self._policy.wants(None if live is None else live.snapshot, now_ms))
        left_ms = self._policy.left_ms(now_ms)
        if left_ms is None:
            self._timer.stop()
        else:
            self._timer.start(left_ms)

    def _set_held(self, *, held: bool) -> None:
        if held != self._held:
            self._held = held
            if held:
                self._awake.hold()
            else:
                self._awake.release()
