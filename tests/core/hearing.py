"""Somebody who listens to a session: the session, its narration and a clock that the test moves by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.core.events import Input
from coach.core.pacing import PACINGS, Preset
from coach.core.speech.compiler import compile_script
from coach.core.speech.follower import Narration
from coach.core.speech.saying import silences
from coach.core.timeline import BlockKind, plan
from tests.cases import count_words, shipped
from tests.runs import START_MS, Run

if TYPE_CHECKING:
    from coach.core.events import Event
    from coach.core.routine import Routine
    from coach.core.speech.saying import Saying
    from coach.core.speech.vocabulary import Tone


def natural_ms(text: str) -> int:
    """About as long as a calm recorded voice takes."""
    return 300 + 330 * count_words(text)


@dataclass(frozen=True)
class Heard:
    """What was heard, and at which instant, counted from the start of the clock; hush stands for silence."""

    at_ms: int
    text: str | None = None
    tone: Tone | None = None
    hush: bool = False


@dataclass
class Ear:
    """Runs a session as the program does: waking at each deadline, unless it is told to be late."""

    routine: Routine = field(default_factory=shipped)
    preset: Preset = Preset.DEFAULT
    heard: list[Heard] = field(default_factory=list)

    def __post_init__(self) -> None:
        script = compile_script(self.routine, plan(self.routine, PACINGS[self.preset]), natural_ms)
        self.script = script
        self.run = Run(script.timeline)
        self.narration = Narration(script)

    def start(self) -> Ear:
        """Begin, with somebody who lies on the mat already and says so at once."""
        self.begin()
        if self.run.shot.block.kind is BlockKind.WAY:
            self.press(Input.CONFIRM)
        return self

    def begin(self) -> Ear:
        """Begin, with the way down to the floor."""
        self.press(Input.START)
        return self

    def press(self, wanted: Input, position: int | None = None) -> None:
        self._take(self.run.press(wanted, position))

    def wait(self, time_ms: int) -> None:
        """Let time pass, waking whenever something is due."""
        until_ms = self.run.now_ms + time_ms
        while self.run.now_ms < until_ms:
            due = [self.run.session.deadline(), self.narration.deadline()]
            next_ms = min([until_ms, *(max(each, self.run.now_ms) for each in due if each is not None)])
            self.oversleep(next_ms - self.run.now_ms)

    def oversleep(self, time_ms: int) -> None:
        """Let time pass in one step: nobody looked at the clock in between."""
        self._take(self.run.wait(time_ms))

    def stop(self, release: str) -> None:
        self.press(Input.PAIN_STOP)
        self.narration.stop(release, self.run.now_ms)
        self._hear()

    def again(self) -> None:
        self.narration.again(self.run.now_ms)
        self._hear()

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if silences(event):
                self.heard.append(Heard(self.run.now_ms - START_MS, hush=True))
            self.narration.take(event, self.run.now_ms)
        self.narration.follow(self.run.shot)
        self._hear()

    def _hear(self) -> None:
        sayings: tuple[Saying, ...] = self.narration.advance(self.run.now_ms)
        self.heard += [Heard(self.run.now_ms - START_MS, each.text, each.tone) for each in sayings]

    # What was heard

    def texts(self, since_ms: int = 0) -> list[str]:
        return [each.text for each in self.heard if each.text is not None and each.at_ms >= since_ms]

    def timed(self, since_ms: int = 0) -> list[tuple[int, str]]:
        return [(each.at_ms, each.text) for each in self.heard if each.text is not None and each.at_ms >= since_ms]

    def tones(self, since_ms: int = 0) -> list[tuple[int, str]]:
        return [
            (each.at_ms, each.tone.value) for each in self.heard if each.tone is not None and each.at_ms >= since_ms
        ]

    @property
    def now_ms(self) -> int:
        """The instant, counted from the start of the clock."""
        return self.run.now_ms - START_MS
