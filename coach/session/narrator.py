"""The bridge between the narration and the voice: one timer beside the player's, and nothing that is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.events import PainStopped, Started
from coach.core.instructions import stopping_line
from coach.waves import later
from coach.words import spoken_phrases
from coach.words.safety_messages import STOPPING_IN_A_GAP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.core.events import Event, Snapshot
    from coach.core.routine import Routine
    from coach.core.speech import compiler, follower, vocabulary
    from coach.core.speech.follower import Narration, Saying
    from coach.core.speech.vocabulary import Tone
    from coach.core.timeline import Timeline
    from coach.session.player import Player
    from coach.store.settings import Settings
else:
    compiler, follower = later("coach.core.speech.compiler"), later("coach.core.speech.follower")
    vocabulary = later("coach.core.speech.vocabulary")


class Speaker(Protocol):
    """What the narrator needs of a voice. Nothing here waits, and nothing raises."""

    @property
    def can_be_heard(self) -> bool:
        """Whether it is known that what is said now would sound."""
        ...

    def say(self, text: str) -> None:
        """Say a sentence; it cuts an older one."""
        ...

    def tone(self, tone: Tone) -> None:
        """Sound a tone."""
        ...

    def hush(self) -> None:
        """Be silent at once."""
        ...

    def length_ms(self, text: str) -> int:
        """Return how long a sentence takes, in ms."""
        ...

    def prepare(self, texts: Sequence[str]) -> None:
        """Make ready to say these sentences soon."""
        ...

    def keep_awake(self, *, awake: bool) -> None:
        """Keep the sound device from falling asleep between two sentences, or let it."""
        ...

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        """Take who speaks, by id, how loud in percent, and what is heard at all."""
        ...


class Mute:
    """A voice that says nothing: where there is no sound, and until it is there."""

    can_be_heard = False

    def say(self, text: str) -> None:
        """Say nothing."""

    def tone(self, tone: Tone) -> None:
        """Sound nothing."""

    def hush(self) -> None:
        """Be as silent as before."""

    def length_ms(self, text: str) -> int:
        """Return how long it would rather take, in ms."""
        return vocabulary.estimate_ms(text)

    def prepare(self, texts: Sequence[str]) -> None:
        """Need no preparation."""

    def keep_awake(self, *, awake: bool) -> None:
        """Have nothing to keep awake."""

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        """Stay silent."""


class Narrator(QObject):
    """Says what a session tells, as it happens."""

    lost = Signal(str)
    """There is no sound any more; the words say why. Told once until it is back."""
    found = Signal()
    """There is sound again."""

    def __init__(self, player: Player, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._settings = player, settings
        self.voice: Speaker = Mute()
        self.trouble = ""
        """Why there is no sound now; empty where nothing is wrong."""
        self.voices: dict[str, str] = {}
        """The names of those who can speak, by id."""
        self._narration: Narration | None = None
        self._routine: Routine | None = None
        self._timer = single_shot(self, self._on_timeout, precise=True)
        self._lines: list[str] = []
        self._queue = single_shot(self, self._say_next)
        player.happened.connect(self._on_event)
        player.ticked.connect(self._on_tick)

    def use(self, voice: Speaker, voices: Mapping[str, str] | None = None) -> None:
        """Speak with this voice from now on; `voices` are the names of those it can speak as, by id."""
        self.voice, self.voices = voice, dict(voices or {})
        self.apply(self._settings)

    def apply(self, settings: Settings) -> None:
        """Take what the person chose."""
        self._settings = settings
        self.voice.use(settings.speaker, settings.volume, voice_on=settings.voice, tones_on=settings.tones)

    @property
    def has_sound(self) -> bool:
        """Whether there is a voice, and nothing is known to keep it from being heard."""
        return not self.trouble and not isinstance(self.voice, Mute)

    @property
    def can_ask(self) -> bool:
        """Whether there is a voice and sound, so that it makes sense to ask if they are heard."""
        return bool(self.voices) and not self.trouble and self.voice.can_be_heard

    def lose(self, why: str) -> None:
        """Note that there is no sound any more; told once until it is back."""
        if not self.trouble:
            self.trouble = why
            self.lost.emit(why)

    def find(self) -> None:
        """Note that there is sound again."""
        if self.trouble:
            self.trouble = ""
            self.found.emit()
            if self._player.is_live:
                self._sound_ready()

    def _sound_ready(self) -> None:
        self.voice.tone(vocabulary.Tone.READY)

    def wake(self) -> None:
        """Let the sound device wake up: a session may begin soon, and the first tone should not be swallowed."""
        self.voice.keep_awake(awake=True)

    def load(self, routine: Routine, timeline: Timeline) -> Timeline:
        """Take what will be said in a session; returns the timeline with gaps long enough for it."""
        self.tell()
        amount = self._settings.amount
        grows = self._settings.voice and self._player.speed == 1 and not isinstance(self.voice, Mute)
        script = compiler.compile_script(routine, timeline, self.voice.length_ms, amount, grows=grows)
        self._narration, self._routine = follower.Narration(script), routine
        self.voice.prepare(tuple(dict.fromkeys(p.text for _at_ms, p in script.cues() if p.text is not None)))
        return script.timeline

    def _stop_for(self, event: PainStopped) -> None:
        """Say how to come out of what hurt. It hangs on the session alone: no page has to show for it."""
        line = STOPPING_IN_A_GAP if self._routine is None else stopping_line(self._routine, event.block)
        self.stop(line)

    def add_done(self, index: int, spent_ms: int, *, done: bool) -> None:
        """Take what was done of a block, in ms, before this session went on: it counts for what is said at the end."""
        if self._narration is not None:
            self._narration.ledger.add(index, spent_ms, done=done)

    def stop(self, release: str) -> None:
        """Say after a pain stop how to come out, that we have stopped, and later what to do now."""
        self._queue.stop()
        self._lines = []
        self.voice.hush()
        if self._narration is None:
            self.voice.say(release)
            return
        self._narration.stop(release, self._player.now_ms())
        self._work()

    def again(self) -> None:
        """Say again where the person is."""
        if self._narration is not None:
            self._narration.again(self._player.now_ms())
            self._work()

    def tell(self, *lines: str) -> None:
        """Say lines that belong to no instant of a session, one after the other; they cut what is being said."""
        if self._narration is not None and not self._player.is_live:
            self._narration.quiet()
            self._timer.stop()
        self._queue.stop()
        self._lines = list(lines)
        self.voice.hush()
        self._say_next()

    def _say_next(self) -> None:
        if self._lines:
            line = self._lines.pop(0)
            self.voice.say(line)
            self._queue.start(self.voice.length_ms(line) + vocabulary.PAUSE_MS)

    def try_out(self) -> None:
        """Sound a tone and say a sentence, to find out whether they are heard."""
        self.tell()
        self._sound_ready()
        self._lines = [spoken_phrases.HEARD]
        self._queue.start(2 * vocabulary.TONE_MS)

    def hush(self) -> None:
        """Say nothing more: neither what is being said nor what was to come."""
        self.tell()
        self._narration = None
        self.voice.keep_awake(awake=False)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, PainStopped):
            self._stop_for(event)
            return
        if self._narration is None:
            return
        if follower.silences(event):
            self.voice.hush()
        if isinstance(event, Started):
            self.wake()
        self._narration.take(event, self._player.now_ms())

    def _on_tick(self, snapshot: Snapshot) -> None:
        if self._narration is not None:
            self._narration.follow(snapshot)
            self._work()

    def _on_timeout(self) -> None:
        self._work()

    def _work(self) -> None:
        narration = self._narration
        if narration is None:
            return
        for saying in narration.advance(self._player.now_ms()):
            self._tell(saying)
        due_ms = narration.deadline()
        if due_ms is None:
            self._timer.stop()
            if not self._player.is_live:
                self.voice.keep_awake(awake=False)
            return
        left_ms = max(0, due_ms - self._player.now_ms())
        self._timer.start(-(-left_ms // self._player.speed))

    def _tell(self, saying: Saying) -> None:
        if saying.tone is not None:
            self.voice.tone(saying.tone)
        # A sentence takes its time: in a session that runs many times as fast there is none.
        if saying.text is not None and self._player.speed == 1:
            self.voice.say(saying.text)
