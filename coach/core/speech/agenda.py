"""What is to be heard and when: handed out as it is due, left out where it comes too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.speech.vocabulary import PAUSE_MS, Prompt, PromptKind, in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core.speech.vocabulary import Tone

STALE_MS = 400
"""What is so late is not said any more."""


@dataclass(frozen=True, slots=True)
class Due:
    """A sentence or a tone, and the instant at which it is due, in ms."""

    at_ms: int
    prompt: Prompt
    hangs: bool = False
    """Whether it hangs on the clock of a block, and has to be hung anew when that changes."""
    never_stale: bool = False
    always: bool = False
    """Whether it is said although the voice is off."""

    @property
    def ends_ms(self) -> int:
        """The instant at which it has been said."""
        return self.at_ms + self.prompt.length_ms


class Agenda:
    """Sentences and tones that are still to come. `speaks` tells whether sentences are heard at all."""

    def __init__(self, length_of: Callable[[str], int], *, speaks: bool) -> None:
        self._length_of, self._speaks = length_of, speaks
        self._dues: list[Due] = []

    def add(
        self, at_ms: int, prompt: Prompt, *, hangs: bool = False, never_stale: bool = False, always: bool = False
    ) -> None:
        """Take one more. What is never stale, as a stop for pain, is said `always`: with the voice off too."""
        always |= never_stale
        if prompt.text is not None and not self._speaks and not always:
            return  # tones alone
        self._dues.append(Due(at_ms, prompt, hangs, never_stale, always))
        self._sort()

    def add_all(self, at_ms: int, prompts: Iterable[Prompt]) -> None:
        """Take these, their offsets counted from that instant."""
        for prompt in prompts:
            self.add(at_ms + prompt.offset_ms, prompt)

    def _sort(self) -> None:
        self._dues.sort(key=lambda due: due.at_ms)

    def chain(
        self,
        at_ms: int,
        lines: Iterable[str],
        *,
        tone: Tone | None = None,
        never_stale: bool = False,
        always: bool = False,
    ) -> None:
        """Say these lines one after the other from that instant on."""
        for prompt in in_a_row(lines, self._length_of, tone=tone):
            self.add(at_ms + prompt.offset_ms, prompt, never_stale=never_stale, always=always)

    def insert(self, now_ms: int, lines: Iterable[str], *, tone: Tone | None = None, always: bool = False) -> None:
        """Say these lines now; of the sentences to come those stay that begin after them, and all tones."""
        before = self._dues
        self._dues = []
        self.chain(now_ms, lines, tone=tone, always=always)
        free_ms = self.ends_ms + PAUSE_MS if self._dues else now_ms
        self._dues += [due for due in before if due.prompt.text is None or due.at_ms >= free_ms]
        self._sort()

    def clear(self) -> None:
        """Say nothing of it."""
        self._dues = []

    def drop(self) -> None:
        """Keep what is said in any case, and nothing else."""
        self._dues = [due for due in self._dues if due.never_stale]

    def unhang(self) -> None:
        """Take away what hangs on the clock of a block."""
        self._dues = [due for due in self._dues if not due.hangs]

    @property
    def ends_ms(self) -> int:
        """The instant at which all of it has been heard; 0 where nothing is to come."""
        return max((due.ends_ms for due in self._dues), default=0)

    @property
    def said_ms(self) -> int:
        """The instant at which all its sentences have been said; 0 where none is to come."""
        return max((due.ends_ms for due in self._dues if due.prompt.text), default=0)

    @property
    def is_urgent(self) -> bool:
        """Whether something is to come that nothing silences: a stop."""
        return any(due.never_stale for due in self._dues)

    def has(self, kind: PromptKind) -> bool:
        """Tell whether one of this kind is to come."""
        return any(due.prompt.kind is kind for due in self._dues)

    def deadline(self) -> int | None:
        """Return the instant of the next thing to be heard, in ms, or None."""
        return self._dues[0].at_ms if self._dues else None

    def advance(self, now_ms: int) -> tuple[Due, ...]:
        """Return what is due, the newest tone and the newest sentence alone; what is stale is dropped."""
        due = [each for each in self._dues if each.at_ms <= now_ms]
        if not due:
            return ()
        self._dues = [each for each in self._dues if each.at_ms > now_ms]
        heard = [each for each in due if each.never_stale or now_ms - each.at_ms <= STALE_MS]
        tones = [each for each in heard if each.prompt.tone is not None][-1:]
        texts = [each for each in heard if each.prompt.text is not None][-1:]
        return *tones, *texts
