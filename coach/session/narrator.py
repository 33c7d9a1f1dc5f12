"""The bridge between the narration and the voice: one timer beside the player's, and nothing that is waited for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.body import Body
from coach.core.events import PainStopped, Started
from coach.core.instructions import stopping_line
from coach.session.speaker import Mute
from coach.waves import later
from coach.words import spoken_phrases
from coach.words.catalogue import tr
from coach.words.safety_messages import STOPPING_IN_A_GAP, STOPPING_ON_A_WAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.events import Event, Snapshot
    from coach.core.routine import Routine
    from coach.core.speech import compiler, follower, saying, stop_lines, vocabulary
    from coach.core.speech.follower import Narration
    from coach.core.speech.saying import Saying
    from coach.core.speech.stop_lines import StopHeard
    from coach.core.speech.vocabulary import Script, Tone
    from coach.core.timeline import Timeline
    from coach.session.player import Player
    from coach.session.speaker import Speaker
    from coach.store.settings import Settings
else:
    compiler, follower = later("coach.core.speech.compiler"), later("coach.core.speech.follower")
    saying, vocabulary = later("coach.core.speech.saying"), later("coach.core.speech.vocabulary")
    stop_lines = later("coach.core.speech.stop_lines")


class Narrator(QObject):
    """Says what a session tells, as it happens."""

    lost = Signal(str)
    """There is no sound any more; the words say why. Told once until it is back."""
    found = Signal()
    """There is sound again."""
    changed = Signal()
    """Who speaks, or how, has changed."""
    wordless = Signal(str)
    """Sentences of an own routine cannot be spoken; the words say what is heard in their place."""

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
        self._script: Script | None = None
        self._stop_heard: StopHeard | None = None
        """What of the lines after a stop was heard, while its page shows."""
        self._timer = single_shot(self, self._on_timeout, precise=True)
        self._lines: list[str] = []
        self._queue = single_shot(self, self._say_next, precise=True)
        self.reads = False  # whether the last that was said is a line that was read out
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
        self.changed.emit()

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

    def note_sound(self, is_there: bool) -> None:  # noqa: FBT001 - a signal's value
        """Take at once that sound is there, or gone: what it swallowed after a stop is said when it is back."""
        heard, narration, now_ms = self._stop_heard, self._narration, self._player.now_ms()
        if heard is None or narration is None:
            return
        if not is_there:
            heard.lose(now_ms)
        elif (first := heard.take_lost()) is not None:
            narration.stop(heard.release, now_ms, first)
            self._work()

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
        can_say = self.voice.can_say
        script = compiler.compile_script(routine, timeline, self.voice.length_ms, amount, grows=grows, can_say=can_say)
        self._narration, self._routine, self._script = follower.Narration(script), routine, script
        self._prepare(routine, script)
        return script.timeline

    def _prepare(self, routine: Routine, script: Script) -> None:
        planned = (prompt.text for _at_ms, prompt in script.cues() if prompt.text is not None)
        # What is said in a session that goes otherwise comes after that: stops, ways out, who was down early. There are
        # thousands of these, which cost 20 ms, so a voice that needs none of them does not have them worked out.
        other = compiler.all_lines(routine, script.timeline, self.voice.can_say)
        self.voice.prepare(itertools.chain(planned, other))
        if script.stands_in:
            self.wordless.emit(tr("Your own sentences cannot be spoken here. Recorded ones are said in their place."))

    def lose_words(self) -> None:
        """Take that a sentence that is not recorded could not be spoken: recorded ones stand in from now on."""
        if self._narration is None or self._routine is None or self._script is None:
            return
        old, amount = self._script, self._settings.amount
        self._script = compiler.compile_script(
            self._routine, old.timeline, old.length_of, amount, grows=False, can_say=self.voice.can_say
        )
        self._narration.use(self._script)
        self._prepare(self._routine, self._script)

    def _stop_for(self, event: PainStopped) -> None:
        """Say how to come out of what hurt. It hangs on the session alone: no page has to show for it."""
        if self._narration is not None:
            self._narration.take(event, self._player.now_ms())
        routine, body = self._routine, self.body_of(event)
        self.stop(STOPPING_IN_A_GAP if routine is None else self._stopping(routine, body))

    def _stopping(self, routine: Routine, body: Body) -> str:
        """Return what to do first when it hurts, in words that can be said."""
        line = stopping_line(routine, body)
        return self._script.stops[body.index] if self._script is not None and body.is_bound else line

    def body_of(self, event: PainStopped) -> Body:
        """Return where the body was when it hurt: what is said and what is shown come from there."""
        if self._narration is not None:
            return self._narration.body.before
        return Body.of_block(event.index, event.block)

    def body_after(self) -> Body | None:
        """Return where the body is after a session that is over; None where that is not known."""
        return None if self._narration is None else self._narration.body.now(self._player.now_ms())

    def add_done(self, index: int, spent_ms: int, *, done: bool) -> None:
        """Take what was done of a block, in ms, before this session went on: it counts for what is said at the end."""
        if self._narration is not None:
            self._narration.ledger.add(index, spent_ms, done=done)

    def stop(self, release: str) -> None:
        """Say after a pain stop how to come out, that we have stopped, and later what to do now: whatever is off."""
        self._queue.stop()
        self._lines = []
        self.reads = False
        self.voice.hush()
        if self._narration is None:
            self.voice.say(release, always=True)
            return
        self._stop_heard = stop_lines.StopHeard(stop_lines.stop_lines(release))
        self._narration.stop(release, self._player.now_ms())
        self._work()

    def stop_after_the_end(self) -> None:
        """Say a stop after a session that is over already: by where the body is since then."""
        routine, body = self._routine, self.body_after()
        if routine is None or body is None:
            self.stop(STOPPING_ON_A_WAY)
        else:
            self.stop(self._stopping(routine, body))

    def stop_was_a_mistake(self) -> None:
        """Say no more of a stop after a session that was over: whoever rests still is told the way up once more."""
        self._stop_heard = None
        self.voice.hush()
        if self._narration is not None:
            self._narration.rest.begin_again(self._player.now_ms())
            self._work()

    def rise(self) -> bool:
        """Begin the way up at once, where somebody rests after a session and hears it; false where nobody does."""
        if self._narration is None or not self._settings.voice:
            return False
        if not self._narration.rest.rise(self._player.now_ms()):
            return False
        self._work()
        return True

    def again(self) -> None:
        """Say again what was said last and still holds."""
        if self._narration is not None:
            self._narration.again(self._player.now_ms())
            self._work()

    def tell_voice(self, *, on: bool) -> None:
        """Tell by a tone and in words that the voice is on now, or off; call it once that is so."""
        self.reads = False
        if self._narration is not None:
            self._narration.tell_voice(self._player.now_ms(), on=on)
            self._work()
            return
        self._queue.stop()
        self.voice.tone(vocabulary.Tone.VOICE_ON if on else vocabulary.Tone.VOICE_OFF)
        self._lines = [spoken_phrases.VOICE_ON if on else spoken_phrases.VOICE_OFF]
        self._queue.start(vocabulary.TONE_MS)

    def tell(self, *lines: str) -> None:
        """Say lines that belong to no instant of a session, one after the other; they cut what is being said."""
        if self._narration is not None and not self._player.is_live:
            self._narration.quiet()
            self._stop_heard = None
            self._timer.stop()
        self._queue.stop()
        self.reads = False
        self._lines = list(lines)
        self.voice.hush()
        self._say_next()

    def _say_next(self) -> None:
        if self._lines:
            line = self._lines.pop(0)
            self.voice.say(line, always=line == spoken_phrases.VOICE_OFF)
            self._queue.start(self.voice.length_ms(line) + vocabulary.PAUSE_MS)

    def read_out(self, text: str | None, tone: Tone | None) -> int:
        """Say a line or sound a tone on request, whatever is off; returns its length in ms, 0 where it cannot be."""
        if self._player.is_live or not self.has_sound or (text is not None and not self.voice.can_say(text)):
            return 0
        self.tell()
        self.reads = True
        if tone is not None:
            self.voice.tone(tone, always=True)
        if text is None:
            return vocabulary.TONE_MS
        self.voice.say(text, always=True)
        return self.voice.length_ms(text)

    def stop_reading(self) -> None:
        """Be silent if a line is being read out; what a session says goes on."""
        if self.reads:
            self.tell()

    def try_out(self) -> None:
        """Sound a tone and say a sentence, to find out whether they are heard."""
        self.tell()
        self._sound_ready()
        self._lines = [spoken_phrases.HEARD]
        self._queue.start(2 * vocabulary.TONE_MS)

    def hear(self, speaker: str) -> None:
        """Say a sentence in that voice, by id, which is not chosen by that; also while the voice is switched off."""
        self.tell()
        now = self._settings
        self.voice.use(speaker, now.volume, voice_on=True, tones_on=now.tones)
        self.voice.say(spoken_phrases.HEARD, always=True)
        self.apply(now)

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
        if saying.silences(event):
            self.voice.hush()
        if isinstance(event, Started):
            self.wake()
        self._stop_heard = None
        self._narration.take(event, self._player.now_ms())

    def _on_tick(self, snapshot: Snapshot) -> None:
        if self._narration is not None:
            self._narration.follow(snapshot)
            self._work()

    def _on_timeout(self) -> None:
        self._player.catch_up_after_sleep()
        self._work()

    def _work(self) -> None:
        narration = self._narration
        if narration is None:
            return
        for each in narration.advance(self._player.now_ms()):
            self._tell(each)
        due_ms = narration.deadline()
        if due_ms is None:
            self._timer.stop()
            if not self._player.is_live:
                self.voice.keep_awake(awake=False)
            return
        left_ms = max(0, due_ms - self._player.now_ms())
        self._timer.start(-(-left_ms // self._player.speed))

    def _tell(self, due: Saying) -> None:
        self.reads = False
        if due.tone is not None:
            self.voice.tone(due.tone)
        # A sentence takes its time: in a session that runs many times as fast there is none.
        if due.text is None or self._player.speed != 1:
            return
        if self._stop_heard is not None:
            ends_ms = self._player.now_ms() + self.voice.length_ms(due.text)
            self._stop_heard.begin(due.text, ends_ms, is_heard=self.voice.can_be_heard)
        self.voice.say(due.text, always=due.always)
