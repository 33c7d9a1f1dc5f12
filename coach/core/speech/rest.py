"""The time after a session: how it ends in words, the rest, and the way up, which a key begins sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.ending import REST_MS, all_done, ended, rising
from coach.core.speech.vocabulary import PromptKind
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from coach.core.speech.agenda import Agenda
    from coach.core.speech.vocabulary import Prompt, Script

LATE_MS = 1_500
"""So soon after the end a press was meant for the last second of the session (ours)."""


class Rest:
    """Says the end of a session; all instants are in ms of the session's clock."""

    def __init__(self, script: Script, agenda: Agenda) -> None:
        self._script, self._agenda = script, agenda
        self._up: tuple[str, ...] = ()
        self._until_ms: int | None = None
        """When the way up begins by itself."""
        self._began_ms = 0
        self._told_later = False

    def use(self, script: Script) -> None:
        """Take another script of the same blocks."""
        self._script = script

    def begin_after_all(self, now_ms: int, release: tuple[str, ...]) -> None:
        """Say that all was done, and later how to get up from lying; `release` leads out of what was done last."""
        up = self._script.way_up
        self._up = (spoken_phrases.GET_UP, *up) if up else ()
        self._begin(now_ms, all_done(release, up, self._script.length_of))

    def begin(self, now_ms: int, release: tuple[str, ...], index: int | None) -> None:
        """Say that it ends here, and later how to get up from the exercise of this block; None: nobody is down."""
        self._up = () if index is None else self._script.ways_up[index]
        self._begin(now_ms, ended(release, self._up, self._script.length_of))

    def _begin(self, now_ms: int, prompts: tuple[Prompt, ...]) -> None:
        self._agenda.add_all(now_ms, prompts)
        self._began_ms = now_ms
        offsets = [prompt.offset_ms for prompt in prompts if prompt.kind is PromptKind.WAY]
        self._until_ms = now_ms + offsets[0] if offsets and self._script.speaks else None

    def rise(self, now_ms: int) -> bool:
        """Begin the way up at once, and not before the end has sunk in; false where nobody rests."""
        if self._until_ms is None or now_ms >= self._until_ms:
            return False
        if now_ms >= self._began_ms + LATE_MS:
            self._rest(now_ms, 0)
            self._until_ms = None
        return True

    def begin_again(self, now_ms: int) -> None:
        """Rest anew before the way up: what cut it was a mistake."""
        self._rest(now_ms, REST_MS)
        self._until_ms = now_ms + REST_MS if self._up and self._script.speaks else None

    def _rest(self, now_ms: int, rest_ms: int) -> None:
        self._agenda.clear()
        self._agenda.add_all(now_ms, rising(self._up, self._script.length_of, rest_ms, later=not self._told_later))

    def forget(self) -> None:
        """Let nobody be told to get up any more: something else is said."""
        self._until_ms = None

    def note_heard(self, text: str | None) -> None:
        """Take what was said: what to do if it hurts later is said once."""
        self._told_later |= text == spoken_phrases.LATER
