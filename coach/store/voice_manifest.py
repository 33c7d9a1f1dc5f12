"""The strict model that checks the manifest of a recorded voice, for one that no test has checked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_CLIPS = 2000
MAX_MS = 60_000


class ClipEntry(BaseModel):
    """One recorded line. `ms` is how long it is; `file` is a bare name, so it cannot lead out of the folder."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    file: Annotated[str, Field(pattern=r"^[0-9a-f]{12}\.opus$", max_length=17)]
    ms: Annotated[int, Field(ge=1, le=MAX_MS)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", max_length=64)]


class VoiceFile(BaseModel):
    """A whole manifest: whose voice it is, how fast it speaks, and the clips by the lines they say."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal[1]
    voice: Annotated[str, Field(pattern=r"^[a-z]{2}_[a-z]+$", max_length=40)]
    name: Annotated[str, Field(pattern=r"^[A-Z][a-z]+$", max_length=40)]
    speed: Annotated[float, Field(ge=0.5, le=2)]
    clips: Annotated[
        dict[Annotated[str, Field(min_length=1, max_length=500)], ClipEntry], Field(min_length=1, max_length=MAX_CLIPS)
    ]
