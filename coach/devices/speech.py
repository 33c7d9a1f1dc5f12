"""Makes sound files of sentences that were never recorded, with espeak-ng where it is installed, one after the other.

The text goes in by standard input, never as an argument. A process that hangs is killed, and the next text follows.
"""

from __future__ import annotations

import shutil
import tempfile
import wave
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, Signal

from coach.background.timers import single_shot
from coach.core.speech.vocabulary import LIVE_SPEECH
from coach.store.paths import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

ARGUMENTS = ("-b", "1", "-v", "en-us", "-s", "150", "--stdin", "-w")
"""UTF-8 in, American English, 150 words a minute, a WAV out."""
LONGEST_TEXT = 600
"""So many letters of a text are spoken; a line of a routine file has fewer."""
MOST_TEXTS = 500
"""So many files are made ahead; what is to be said at once is made however many there are."""
LIMIT_MS = 5_000
LOOK_MS = 1_000
"""For so long it is known whether the program is there: a script asks for each of its lines, several times."""


class Spoken(NamedTuple):
    """A sentence as a file, and its length in ms."""

    path: Path
    ms: int


class Speech(QObject):
    """Makes files of sentences in a temporary folder, and keeps them until it is closed."""

    made = Signal(str)
    """This text can be played now."""
    missing = Signal()
    """A text cannot be spoken; sent once."""

    def __init__(self, program: str = LIVE_SPEECH, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = program
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._made: dict[str, Spoken | None] = {}
        self._wanted: deque[str] = deque()
        self._now = ""
        self._file: Path | None = None
        self._is_told = self._is_closed = self._failed = self._is_there = False
        self._looked = QElapsedTimer()
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._limit = single_shot(self, self._process.kill)

    @property
    def works(self) -> bool:
        """Whether the program is there, and did not fail the last time."""
        if not self._looked.isValid() or self._looked.elapsed() >= LOOK_MS:
            self._is_there = shutil.which(self._name) is not None
            self._looked.start()
        return self._is_there and not self._failed

    def find(self, text: str) -> Spoken | None:
        """Return the file of a text, or None while there is none."""
        return self._made.get(text)

    def prepare(self, texts: Iterable[str], *, at_once: bool = False) -> None:
        """Make files of these texts; with `at_once` before those that wait already."""
        for text in texts:
            is_full = len(self._made) + len(self._wanted) >= MOST_TEXTS
            if text in self._made or text == self._now or (is_full and not at_once):
                continue
            if text in self._wanted:
                if not at_once:
                    continue
                self._wanted.remove(text)
            if at_once:
                self._wanted.appendleft(text)
            else:
                self._wanted.append(text)
        self._next()

    def close(self) -> None:
        """Make nothing more and delete every file."""
        self._is_closed = True
        self._wanted.clear()
        self._limit.stop()
        self._process.blockSignals(True)  # noqa: FBT003 - Qt's signature
        if self._now:
            self._process.kill()
            self._process.waitForFinished(200)
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _next(self) -> None:
        while self._wanted and not self._now and not self._is_closed:
            text = self._wanted.popleft()
            if (program := shutil.which(self._name)) is None or (file := self._path()) is None:
                self._keep(text, None)
                continue
            self._now, self._file = text, file
            self._process.start(program, [*ARGUMENTS, str(file)])
            self._process.write(_plain(text).encode())
            self._process.closeWriteChannel()
            self._limit.start(LIMIT_MS)

    def _path(self) -> Path | None:
        """Return the path of the next file; None where nothing can be written."""
        if self._folder is None:
            try:
                self._folder = tempfile.TemporaryDirectory(
                    prefix="coach-speech-", ignore_cleanup_errors=True, dir=_folder()
                )
            except OSError:
                return None
        return Path(self._folder.name) / f"{len(self._made)}.wav"

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        is_good = status == 0 and how == QProcess.ExitStatus.NormalExit
        self._end(Spoken(self._file, wav_ms(self._file)) if is_good and self._file is not None else None)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(None)

    def _end(self, spoken: Spoken | None) -> None:
        self._limit.stop()
        text, self._now = self._now, ""
        self._keep(text, spoken if spoken is not None and spoken.ms else None)
        self._next()

    def _keep(self, text: str, spoken: Spoken | None) -> None:
        self._made[text] = spoken
        self._failed = spoken is None
        if spoken is not None:
            self.made.emit(text)
        elif not self._is_told:
            self._is_told = True
            self.missing.emit()


def _plain(text: str) -> str:
    """Return the text on one line without control characters, LONGEST_TEXT characters at most."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:LONGEST_TEXT]


def _folder() -> str | None:
    """Return /tmp where the name of the usual folder is no UTF-8, which Qt would pass on wrongly; else None."""
    usual = tempfile.gettempdir()
    return None if in_words(usual) == usual else "/tmp"  # noqa: S108 - a folder of our own is made inside


def wav_ms(path: Path) -> int:
    """Return the length of a WAV file, in ms; 0 where it is none."""
    try:
        with wave.open(str(path), "rb") as file:
            return file.getnframes() * 1_000 // max(1, file.getframerate())
    except (OSError, EOFError, wave.Error):
        return 0
