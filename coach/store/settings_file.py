"""What a settings file may say: the strict model that judges a file which this program did not write as it is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Short = Annotated[str, Field(max_length=120)]


class Choices(BaseModel):
    """The choices; what is left out has its default, what is unknown is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    pacing: Literal["quick", "default", "roomy", "wait-for-me"] = "default"
    theme: Literal["system", "light", "dark"] = "system"
    figure: Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=40)] = "a"
    less_motion: bool = False
    voice: bool = True
    tones: bool = True
    speaker: Annotated[str, Field(pattern=r"^[a-z0-9_]*$", max_length=40)] = ""
    volume: Annotated[int, Field(ge=0, le=100)] = 80
    amount: Literal["all", "short", "tones"] = "all"
    heard: Literal["", "yes", "tones", "no"] = ""
    contact_name: Short = ""
    contact_phone: Short = ""
    contact_web: Short = ""
    emergency_number: Short = ""


class SettingsFile(BaseModel):
    """A whole settings file. The checksum says whether it is as the program wrote it; here it says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal[1]
    checksum: Annotated[str, Field(max_length=20)] = ""
    settings: Choices = Choices()
