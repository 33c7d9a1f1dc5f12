"""Finds the recorded voices: for each, which file says which line, and how long it takes.

A voice that cannot be used is left out: there is one voice less to choose from.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.store import known_good
from coach.store.paths import shipped
from coach.store.untrusted_file import read_regular
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pydantic

    from coach.store import voice_manifest
else:
    pydantic, voice_manifest = later("pydantic"), later("coach.store.voice_manifest")

MAX_BYTES = 1 << 20
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Clip:
    """One recorded line: the name of its file in the folder of its voice, and its length in ms."""

    file: str
    ms: int


@dataclass(frozen=True, slots=True)
class VoicePack:
    """A recorded voice: its clips by the line that each says, word for word."""

    id: str
    name: str
    folder: Path
    clips: Mapping[str, Clip]


def shipped_folder() -> Path:
    """Return the folder that has a folder for each shipped voice."""
    return shipped("assets") / "voice"


def voices(folder: Path) -> tuple[VoicePack, ...]:
    """Return the voices in the subfolders of a folder, in alphabetical order; never raises."""
    try:
        manifests = sorted(folder.glob(f"*/{MANIFEST}"))
    except OSError:
        return ()
    packs = (_pack(manifest) for manifest in manifests)
    return tuple(pack for pack in packs if pack is not None)


def _pack(manifest: Path) -> VoicePack | None:
    try:
        data = read_regular(manifest, MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
    document = _document(f"{manifest.parent.name}/{manifest.name}", data)
    if document is None or document["voice"] != manifest.parent.name:
        return None
    clips = {text: Clip(clip["file"], clip["ms"]) for text, clip in document["clips"].items()}
    return VoicePack(document["voice"], document["name"], manifest.parent, clips)


def _document(name: str, data: bytes) -> dict[str, Any] | None:
    """Return the document of a manifest that the tests have checked, or that passes the check now; else None."""
    if not known_good.is_tested(name, data):
        if len(data) > MAX_BYTES:
            return None
        try:
            voice_manifest.VoiceFile.model_validate_json(data)
        except pydantic.ValidationError:
            return None
    document: dict[str, Any] = json.loads(data)
    return document
