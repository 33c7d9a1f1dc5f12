"""Where the lines of a gap lie: how to come out and what comes at its front, how to go in against its end.

What leads into a stretch is said only as the work is about to begin: whoever folds early holds for longer than is
prescribed. All the time that is spare is quiet, in the base position.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.speech.vocabulary import BEFORE_GO_MS, PAUSE_MS, TIGHT_MS, TONE_MS, Prompt, PromptKind
from coach.core.timeline import LEAST_LEAD_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.speech.piece import Piece

ENTERING_MS = 7_950
"""What leads into a stretch begins so long before the go at the most."""
ENTERING_PAUSE_MS = 1_000
"""Silence between two lines that lead into a stretch at the most."""
FRONT_PAUSE_MS = 600
"""Silence between two lines at the front of a gap at the most, but for the steps of a way."""
WAITING_PAUSE_MS = 1_000
"""Silence between two lines of a gap that waits for the person."""
WAITING_STEP_MS = 2_500
"""Silence after a step of a way in a gap that waits."""
LEAD_PAUSE_MS = 350
"""Silence between two lines of the lead-in after the person said go."""
QUIET_SHARES = 1.6
"""After the last step of a way it is quiet for so many pauses between two steps (ours)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a gap that have room, each at its place; `needs_ms` is the least time for what is needed."""

    pieces: tuple[Piece, ...]
    prompts: tuple[Prompt, ...]
    needs_ms: int


class GapLayout:
    """Lays out the lines of one gap of `duration_ms`; `starts` is the line that ends at the go, the whole first.

    Where an exercise does without it there is none.
    """

    def __init__(
        self, pieces: Sequence[Piece], starts: Sequence[str], duration_ms: int, length_of: Callable[[str], int]
    ) -> None:
        self._all, self._duration_ms, self._length_of = pieces, duration_ms, length_of
        starts = starts or ("",)
        needed = [piece for piece in pieces if piece.rank == 0]
        shortest = self._start = min(starts, key=lambda each: length_of(each) if each else 0)
        self._needs_ms = self._needed_ms(needed, TIGHT_MS)
        # A word comes close behind the tone before a start line is cut short.
        tries = [(starts[0], TONE_MS), *((start, TIGHT_MS) for start in (*starts, shortest))]
        for self._start, self._lead_ms in tries:
            if self._fits(needed):
                break
        self._chosen = self._choose(needed)

    def layout(self) -> Layout:
        """Return what has room, and where it lies."""
        enters = [piece for piece in self._chosen if piece.enters]
        front = [piece for piece in self._chosen if not piece.enters]
        spare_ms = max(0, self._duration_ms - self._needed_ms(self._chosen, self._lead_ms))
        entering, used_ms = self._entering(enters, spare_ms)
        prompts = [*self._front(front, spare_ms - used_ms), *entering]
        return Layout(tuple(self._chosen), tuple(prompts), self._needs_ms)

    # What has room

    def _needed_ms(self, pieces: Sequence[Piece], lead_ms: int) -> int:
        if not pieces and not self._start:
            return 0
        said = sum(self._length_of(piece.text) + PAUSE_MS for piece in pieces)
        return lead_ms + said + self._start_ms()

    def _start_ms(self) -> int:
        return self._length_of(self._start) + BEFORE_GO_MS if self._start else 0

    def _entering_ms(self, pieces: Sequence[Piece]) -> int:
        said = sum(self._length_of(piece.text) + PAUSE_MS for piece in pieces if piece.enters)
        return said + self._start_ms()

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        most_ms = max(ENTERING_MS, self._entering_ms([each for each in pieces if each.rank == 0]))
        return self._needed_ms(pieces, self._lead_ms) <= self._duration_ms and self._entering_ms(pieces) <= most_ms

    def _choose(self, needed: Sequence[Piece]) -> list[Piece]:
        chosen = list(needed)
        full: set[tuple[int, PromptKind]] = set()
        for piece in sorted((each for each in self._all if each.rank), key=lambda each: each.rank):
            # Lines of one kind follow from each other: after one that has no room, none of them is said.
            if (piece.rank, piece.kind) in full or not self._fits([*chosen, piece]):
                full.add((piece.rank, piece.kind))
            else:
                chosen.append(piece)
        return [piece for piece in self._all if piece in chosen]

    # Where it lies

    def _entering(self, pieces: Sequence[Piece], spare_ms: int) -> tuple[list[Prompt], int]:
        """Return the lines into the stretch, each so long before the go, and how much of the spare time they take."""
        room_ms = max(0, min(spare_ms, ENTERING_MS - self._entering_ms(pieces)))
        more_ms = min(ENTERING_PAUSE_MS - PAUSE_MS, room_ms // len(pieces)) if pieces else 0
        return entering_prompts(pieces, self._start, self._length_of, PAUSE_MS + more_ms), more_ms * len(pieces)

    def _front(self, pieces: Sequence[Piece], spare_ms: int) -> list[Prompt]:
        ways = sum(piece.kind is PromptKind.WAY for piece in pieces)
        steps = _steps_of_a_way(pieces) if ways else 0
        others = max(0, len(pieces) - steps)
        front_ms = min(FRONT_PAUSE_MS - PAUSE_MS, spare_ms // others) if others else 0
        way_ms = int(max(0, spare_ms - front_ms * others) / (steps - 1 + QUIET_SHARES)) if steps else 0
        prompts, at_ms = [], self._lead_ms
        for place, piece in enumerate(pieces):
            length_ms = self._length_of(piece.text)
            prompts.append(Prompt(piece.kind, at_ms, length_ms, piece.text))
            at_ms += length_ms + PAUSE_MS + (way_ms if place >= others else front_ms)
        return prompts


def _steps_of_a_way(pieces: Sequence[Piece]) -> int:
    """Return how many lines at the end of the front are steps of a way, the base position after it included."""
    first = next(place for place, piece in enumerate(pieces) if piece.kind is PromptKind.WAY)
    return len(pieces) - first


def entering_prompts(
    pieces: Sequence[Piece], start: str, length_of: Callable[[str], int], pause_ms: int
) -> list[Prompt]:
    """Return the lines into a stretch and the start line, each so long before the go, in ms, with such pauses."""
    before_ms, prompts = BEFORE_GO_MS - pause_ms, []
    if start:
        before_ms = length_of(start) + BEFORE_GO_MS
        prompts = [Prompt(PromptKind.START, before_ms, length_of(start), start, from_end=True)]
    for piece in reversed(pieces):
        before_ms += pause_ms + length_of(piece.text)
        prompts.append(Prompt(piece.kind, before_ms, length_of(piece.text), piece.text, from_end=True))
    return prompts[::-1]


def waiting_prompts(pieces: Sequence[Piece], question: str, length_of: Callable[[str], int]) -> list[Prompt]:
    """Return the lines of a gap that waits for the person: what comes and the base position, then the question."""
    prompts, at_ms = [], TONE_MS
    for piece in pieces:
        if not piece.enters:
            length_ms = length_of(piece.text)
            prompts.append(Prompt(piece.kind, at_ms, length_ms, piece.text))
            at_ms += length_ms + (WAITING_STEP_MS if piece.kind is PromptKind.WAY else WAITING_PAUSE_MS)
    return [*prompts, Prompt(PromptKind.QUESTION, at_ms, length_of(question), question)]


def lead_in(pieces: Sequence[Piece], starts: Sequence[str], length_of: Callable[[str], int]) -> tuple[Prompt, ...]:
    """Return the lines between the person's go and that of the work, each so long before it, as many as have room."""
    start, chosen = starts[0] if starts else "", [piece for piece in pieces if piece.enters and piece.rank == 0]
    for piece in sorted((each for each in pieces if each.enters and each.rank), key=lambda each: each.rank):
        if _group_ms([*chosen, piece], start, length_of) <= ENTERING_MS - TIGHT_MS:
            chosen.append(piece)
    kept = [piece for piece in pieces if piece in chosen]
    return tuple(entering_prompts(kept, start, length_of, LEAD_PAUSE_MS))


def _group_ms(pieces: Sequence[Piece], start: str, length_of: Callable[[str], int]) -> int:
    start_ms = length_of(start) + BEFORE_GO_MS if start else 0
    return sum(length_of(each.text) + LEAD_PAUSE_MS for each in pieces) + start_ms


def lead_in_ms(prompts: Sequence[Prompt]) -> int:
    """Return how long the lead-in with these lines lasts, in ms: it begins with a tone."""
    if not prompts:
        return LEAST_LEAD_MS
    return max(LEAST_LEAD_MS, min(prompts[0].offset_ms + TONE_MS, max(ENTERING_MS, prompts[0].offset_ms + TIGHT_MS)))
