"""The parts of a running session, for rooms of the window that need nothing of the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.findings import Report
    from coach.session.live import LiveSession
    from coach.session.narrator import Narrator
    from coach.session.player import Player
    from coach.session.preferences import Preferences
    from coach.session.recorder import Recorder
    from coach.session.reminders import Reminders


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionServices:
    """Who runs a session, speaks, keeps the record and reminds, what the person chose, and what every view shows."""

    player: Player
    narrator: Narrator
    recorder: Recorder
    preferences: Preferences
    live: LiveSession
    reminders: Reminders
    examine: Callable[[], Report]
    """Looks at all that coach stands on; takes some seconds, and no thread of a window."""
