"""What the one big button of a session does now: Space, a remote, a lock screen and the bar all ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.core.dataclass import dataclass
from coach.core.events import Input, Phase
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from coach.core.events import Snapshot

Words = Literal["pause", "resume", "ready", "done"]
"""The id of what the button says."""


@dataclass(frozen=True, slots=True)
class PrimaryAction:
    """An input that the session allows now, and what the button that sends it says."""

    wanted: Input
    words: Words


def primary_action(snapshot: Snapshot) -> PrimaryAction | None:
    """Return the action that pauses, resumes or confirms at this instant; None before a session and after it.

    On the way down to the floor that is to confirm, with or without a clock; to pause there is a command of its own.

    Starting is never among them: a session starts through the check alone.
    """
    if snapshot.phase is Phase.PAUSED:
        return PrimaryAction(Input.RESUME, "resume")
    if snapshot.phase is not Phase.RUNNING:
        return None
    if snapshot.waiting or snapshot.block.kind is BlockKind.WAY:
        return PrimaryAction(Input.CONFIRM, "done" if snapshot.block.kind.is_work else "ready")
    return PrimaryAction(Input.PAUSE, "pause")
