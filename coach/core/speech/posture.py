"""Where the body is at an instant, by the script and by what happened.

A person who stops, pauses or skips is told how to come out of what they are really in, and that is not always the
block: the lines that lead into a stretch are said before its work begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.body import Body, Posture
from coach.core.events import (
    BecauseOfPain,
    BlockEnded,
    BlockStarted,
    Ended,
    Event,
    Finished,
    Leaving,
    MistakeTaken,
    Paused,
    Resumed,
    TimeAdded,
)
from coach.core.speech.vocabulary import TONE_MS, PromptKind
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from coach.core.speech.vocabulary import Script

OUT_MS = 3_000
"""So long after the line that leads out of a stretch the body is still on its way out."""
ENTERING_MS = 8_000
"""The lines that lead into a stretch begin so long before it at the most; where none is said, it counts from here."""
_NEVER_MS = 1 << 40


def body_in(script: Script, index: int, spent_ms: int, duration_ms: int, left: int | None) -> Body:
    """Return where the body is when so much of a block is over; `left` is the block that it came out of before."""
    blocks = script.timeline.blocks
    block = blocks[index]
    if block.kind.is_work or spent_ms >= _entered_ms(script, index, duration_ms):
        return Body(Posture.IN, index, block)
    if left is not None and spent_ms < TONE_MS + script.length_of(script.releases[left]) + OUT_MS:
        return Body(Posture.LEAVING, left, blocks[left])
    if block.kind is BlockKind.CHANGE and script.bases[index] == "all-fours":
        return Body(Posture.IN, index, block)  # between two rounds it rests on hands and knees
    if _is_way(script, index, spent_ms):
        return Body(Posture.WAY, index, block)
    return Body(Posture.BASE, index, block)


def _entered_ms(script: Script, index: int, duration_ms: int) -> int:
    """Return when the first line is said that leads into the exercise of a gap, in ms of its clock."""
    block, prompts = script.timeline.blocks[index], script.prompts[index]
    if block.kind is BlockKind.WAY:
        return _NEVER_MS
    entering = {PromptKind.ENTER, PromptKind.START}
    if script.bases[index] == "all-fours":  # on hands and knees: its base lines lead into it
        entering |= {PromptKind.SETUP, PromptKind.STEP}
    found = [
        prompt.at(duration_ms)
        for prompt in prompts
        if prompt.kind in entering and prompt.text is not None and not (block.waits and prompt is prompts[-1])
    ]
    return min(found, default=_NEVER_MS if block.waits else duration_ms - ENTERING_MS)


def _is_way(script: Script, index: int, spent_ms: int) -> bool:
    """Tell whether a gap leads to another position; once it is asked in it whether to go on, the way is over."""
    block = script.timeline.blocks[index]
    if block.kind is BlockKind.WAY:
        return True
    prompts = script.prompts[index]
    return block.new_position and not (block.waits and prompts and spent_ms >= prompts[-1].offset_ms)


class Whereabouts:
    """Follows the events of a session, and says where the body is."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._index = 0
        self._left: int | None = None
        self._spent_ms = self._added_ms = 0
        self._since_ms: int | None = None
        self._is_paused = False
        self._over_ms: int | None = None
        self._skipped: Body | None = None
        self.before = self.now(0)
        """Where the body was when the last block was left; after a stop, what hurt."""
        self.has_worked = False
        """Whether the person has been in any exercise for a while."""

    def use(self, script: Script) -> None:
        """Take another script of the same blocks."""
        self._script = script

    def now(self, now_ms: int) -> Body:
        """Return where the body is at an instant, in ms of the session's clock."""
        if self._over_ms is not None:
            out_ms = TONE_MS + self._script.length_of(self._script.releases[self.before.index]) + OUT_MS
            is_out = not self.before.is_bound or now_ms >= self._over_ms + out_ms
            return Body(Posture.WAY if is_out else Posture.LEAVING, self.before.index, self.before.block)
        duration_ms = self._script.timeline.blocks[self._index].duration_ms + self._added_ms
        return body_in(self._script, self._index, self._spent_at(now_ms), duration_ms, self._left)

    def take(self, event: Event) -> None:
        """Note what happened."""
        match event:
            case BlockEnded():
                self._leave(event)
            case BlockStarted(index=index):
                self._index, self._spent_ms, self._added_ms = index, 0, 0
                self._since_ms = None if self._is_paused else event.at_ms
            case Paused():
                self._spent_ms, self._since_ms = self._spent_at(event.at_ms), None
                self._is_paused = True
            case Resumed():
                self._go_on(event)
            case TimeAdded(added_ms=added_ms):
                self._added_ms += added_ms
            case MistakeTaken():
                self._is_paused, self._left, self._since_ms = True, None, None
            case BecauseOfPain():
                # What was skipped is what hurt, unless the next stretch has begun: that is what to come out of.
                if self._skipped is not None and self.before.posture is not Posture.IN:
                    self.before = self._skipped
            case Finished() | Ended():
                self._over_ms = event.at_ms
            case _:
                pass

    def _leave(self, event: BlockEnded) -> None:
        self.before = self.now(event.at_ms)
        self._left = self.before.index if self.before.is_bound else None
        if event.why in {Leaving.SKIPPED, Leaving.JUMPED}:
            self._skipped = self.before
        self.has_worked |= event.block.kind.is_work and event.spent_ms >= OUT_MS

    def _go_on(self, event: Resumed) -> None:
        """Note that the session goes on: a gap begins anew, and nothing is left to come out of."""
        if not self._script.timeline.blocks[self._index].kind.is_work:
            self._spent_ms, self._left = 0, None
        self._since_ms, self._is_paused = event.at_ms, False

    def _spent_at(self, now_ms: int) -> int:
        return self._spent_ms + (0 if self._since_ms is None else max(0, now_ms - self._since_ms))
