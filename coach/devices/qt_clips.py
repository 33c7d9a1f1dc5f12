"""Decodes clips into samples by QtMultimedia, once each, where the sound helper plays through it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

if TYPE_CHECKING:
    from collections.abc import Callable

RATE = 48_000
BYTES_A_MS = RATE * 2 // 1_000
LARGEST_FILE = 8 * 1024 * 1024
LONGEST_MS = 60_000
MOST_KEPT = 16 * 1024 * 1024
"""Most bytes of samples that are kept: nearly three minutes."""


def pcm() -> QAudioFormat:
    """Return the one format in which everything is played: 48 kHz, one channel, 16 bit."""
    format_ = QAudioFormat()
    format_.setSampleRate(RATE)
    format_.setChannelCount(1)
    format_.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return format_


class Decoding(QObject):
    """Decodes one file while the event loop runs."""

    def __init__(self, file: str, then: Callable[[QByteArray], None], parent: QObject) -> None:
        super().__init__(parent)
        self._samples = QByteArray()
        self._then = then
        self._decoder = QAudioDecoder(self)
        self._decoder.setAudioFormat(pcm())
        self._decoder.bufferReady.connect(self._on_samples)
        self._decoder.finished.connect(self._end)
        self._decoder.error.connect(self._end)  # and then `finished` never comes
        self._decoder.setSource(QUrl.fromLocalFile(file))
        self._decoder.start()

    def _on_samples(self) -> None:
        self._read()
        if self._samples.size() > LONGEST_MS * BYTES_A_MS:
            self._samples.truncate(LONGEST_MS * BYTES_A_MS)
            self._decoder.stop()
            self._end()

    def _read(self) -> None:
        while self._decoder.bufferAvailable():
            self._samples.append(QByteArray(bytes(self._decoder.read().constData())))

    def _end(self) -> None:
        self._read()
        then, self._then = self._then, _nothing
        then(self._samples)
        self.deleteLater()


def _nothing(_samples: QByteArray) -> None:
    pass


class Clips(QObject):
    """Keeps the samples of the clips that were used last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: dict[str, QByteArray] = {}
        self._waiting: dict[str, list[Callable[[QByteArray], None]]] = {}

    def get(self, file: str, then: Callable[[QByteArray], None]) -> None:
        """Call `then` with the samples of a file, at once if they are there; with none if it cannot be decoded."""
        if (samples := self._kept.pop(file, None)) is not None:
            self._kept[file] = samples  # the last one asked for goes last
            then(samples)
        elif file in self._waiting:
            self._waiting[file].append(then)
        elif not _is_fit(Path(file)):
            then(QByteArray())
        else:
            self._waiting[file] = [then]
            Decoding(file, lambda samples: self._keep(file, samples), self)

    def _keep(self, file: str, samples: QByteArray) -> None:
        if samples.size():
            self._kept[file] = samples
        while sum(clip.size() for clip in self._kept.values()) > MOST_KEPT and len(self._kept) > 1:
            del self._kept[next(iter(self._kept))]
        for then in self._waiting.pop(file, []):
            then(samples)


def _is_fit(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= LARGEST_FILE
    except (OSError, ValueError):
        return False
