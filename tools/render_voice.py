"""Records every line that may be spoken, in each of the shipped voices: `make voice`.

    python -m tools.render_voice TARBALL

TARBALL is that of the npm package kokoro-js, which has the vectors of the voices. A clip is made anew only when its
line, its voice or a setting changed: the name of its file is a digest of them. Clips of lines that are gone are
deleted. Afterwards `make checksums` notes the new manifests, and `make check-voice` listens to the clips.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from coach.core.speech.all_lines import lines_of
from coach.store import voices
from coach.store.routines import library
from tools import clips, kokoro
from tools.kokoro import Kokoro, Speaker, VoiceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FORMAT = 1
SPEAKERS = (
    Speaker("am_michael", "Michael", "en-us", 0.95, "1d1f21dd8da39c30705cd4c75d039d265e9bc4a2a93ed09bc9e1b1225eb95ba1"),
    Speaker("af_heart", "Heart", "en-us", 0.95, "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"),
)
"""The shipped voices: of those that the recogniser understood, one of a man and one of a woman."""

_BOTH = {
    "Single knee to chest": "Single-knee, to chest",
    "Double knee to chest": "Double-knee, to chest",
    "Round four of five": "Round four, of five",
}
SAID_AS: dict[str, dict[str, str]] = {
    "am_michael": {
        **_BOTH,
        "Six.": "Six...",
        "Right knee in. Hold.": "Right knee in... Hold.",
        "Stopping. Come up": "Stopping... Come up",
        "The easier ways come first": "The easier ways: come first",
        " weeing, or leaking wee or poo": ": weeing... Or leaking: wee... or poo",
    },
    "af_heart": {
        **_BOTH,
        "weeing, or leaking wee or poo": "weeing — or leaking wee — or poo",
    },
}
"""By voice, what the engine is given in place of words that it reads badly: other marks, never other words."""
AFTER = {"af_heart": {"Six.": "Five"}}
"""By voice, lines that are read after another word, and cut from there: alone they begin with a stray sound."""

_TREATMENT = [
    *(kokoro.MODEL, kokoro.RATE, clips.LEVEL_DB, clips.PEAK, clips.QUIET_DB, clips.LEAD_MS, clips.TAIL_MS),
    *(clips.FADE_MS, clips.FRAME_MS, clips.PAUSE_DB, clips.BITRATE_KBIT),
]


class Entry(TypedDict):
    """One clip in a manifest: its file, its length in ms, the checksum of the file."""

    file: str
    ms: int
    sha256: str


def lines() -> tuple[str, ...]:
    """Return every line that may be spoken for the shipped routines."""
    return lines_of(library.load(None).contents)


def said_as(text: str, voice: str) -> str:
    """Return a line as the engine is given it for that voice."""
    before = AFTER.get(voice, {}).get(text)
    for words, spelling in SAID_AS.get(voice, {}).items():
        text = text.replace(words, spelling)
    return text if before is None else f"{before}... {text}"


def file_name(text: str, speaker: Speaker) -> str:
    """Return the name of a clip: a digest of the line, the voice, and all that is done to it."""
    made_of = [said_as(text, speaker.id), speaker.id, speaker.language, speaker.speed, speaker.sha256, *_TREATMENT]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:12] + ".opus"


def record(
    folder: Path, texts: Sequence[str], speaker: Speaker, recorded: Callable[[str, Speaker], tuple[bytes, int]]
) -> int:
    """Bring the folder of a voice up to date and return how many clips were made.

    `recorded` gives the bytes of a clip and its length in ms.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = _kept(folder)
    made: dict[str, Entry] = {}
    for text in sorted(texts):
        name = file_name(text, speaker)
        made[text] = kept.get(name) or _recorded(folder / name, *recorded(text, speaker))
    new = {entry["file"] for entry in made.values()} - set(kept)
    for stale in {path.name for path in folder.glob("*.opus")} - {entry["file"] for entry in made.values()}:
        (folder / stale).unlink()
    _write(folder / voices.MANIFEST, speaker, made)
    return len(new)


def _kept(folder: Path) -> dict[str, Entry]:
    """Return the clips of the last manifest that are still what it says, by their file."""
    try:
        entries: list[Entry] = list(json.loads((folder / voices.MANIFEST).read_bytes())["clips"].values())
    except FileNotFoundError:
        return {}
    return {each["file"]: each for each in entries if _checksum(folder / each["file"]) == each["sha256"]}


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _recorded(path: Path, data: bytes, length_ms: int) -> Entry:
    path.write_bytes(data)
    return {"file": path.name, "ms": length_ms, "sha256": hashlib.sha256(data).hexdigest()}


def _write(path: Path, speaker: Speaker, entries: dict[str, Entry]) -> None:
    document = {
        "format": FORMAT,
        "voice": speaker.id,
        "name": speaker.name,
        "speed": speaker.speed,
        "clips": dict(sorted(entries.items())),
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


class _Studio:
    """Records lines; the engine is loaded for the first of them, so nothing is loaded when nothing changed."""

    def __init__(self, tarball: Path) -> None:
        self._tarball = tarball
        self._reader: Kokoro | None = None

    def record(self, text: str, speaker: Speaker) -> tuple[bytes, int]:
        """Return the clip of a line and its length in ms."""
        self._reader = self._reader or Kokoro(self._tarball)
        read = self._reader.read(said_as(text, speaker.id), speaker)
        if text in AFTER.get(speaker.id, {}):
            read = clips.after_pause(read, kokoro.RATE)
        samples = clips.tidied(read, kokoro.RATE)
        print(f"{speaker.id}: {text}")
        return clips.opus(samples, kokoro.RATE), round(len(samples) * 1000 / kokoro.RATE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Record what changed, in each voice; return 1 when a voice cannot be had."""
    parser = argparse.ArgumentParser(description="Records every line that may be spoken, in each shipped voice.")
    parser.add_argument("tarball", type=Path, help="the tarball of the npm package kokoro-js")
    pictures = _Studio(parser.parse_args(arguments).tarball)
    for speaker in SPEAKERS:
        try:
            made = record(voices.shipped_folder() / speaker.id, lines(), speaker, pictures.record)
        except VoiceError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{speaker.id}: {made} clips made")
    return 0


if __name__ == "__main__":
    sys.exit(main())
