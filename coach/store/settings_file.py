"""What a settings file may say: the strict model that judges a file which this program did not write as it is."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from coach.core.clicker import LONGEST, USUAL, ClickerKeys, fault
from coach.store.settings import motion


def _button(key: str) -> str:
    if (found := fault(key)) is not None:
        message = f"no key for a button of the clicker: {found.value}"
        raise ValueError(message)
    return key


Short = Annotated[str, Field(max_length=120)]
Button = Annotated[str, Field(max_length=LONGEST), AfterValidator(_button)]


class Choices(BaseModel):
    """The choices; what is left out has its default, what is unknown is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    pacing: Literal["quick", "default", "roomy", "wait-for-me"] = "default"
    theme: Literal["system", "light", "dark"] = "system"
    figure: Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=40)] = "a"
    less_motion: Annotated[Literal["system", "on", "off"], BeforeValidator(motion)] = "system"
    voice: bool = True
    tones: bool = True
    speaker: Annotated[str, Field(pattern=r"^[a-z0-9_]*$", max_length=40)] = ""
    volume: Annotated[int, Field(ge=0, le=100)] = 80
    amount: Literal["all", "short", "tones"] = "all"
    heard: Literal["", "yes", "tones", "no"] = ""
    floor: bool = False
    floor_screen: Short = ""
    floor_turned: Literal["no", "left", "right"] = "no"
    flash: bool = True
    contact_name: Short = ""
    contact_phone: Short = ""
    contact_web: Short = ""
    emergency_number: Short = ""
    clicker_pause: Button = USUAL.pause
    clicker_skip: Button = USUAL.skip
    clicker_stop: Button = USUAL.stop

    @model_validator(mode="after")
    def _one_use_a_key(self) -> Self:
        if not ClickerKeys(self.clicker_pause, self.clicker_skip, self.clicker_stop).differ:
            message = "each button of the clicker needs a key of its own"
            raise ValueError(message)
        return self


class SettingsFile(BaseModel):
    """A whole settings file. The checksum says whether it is as the program wrote it; here it says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal[1]
    checksum: Annotated[str, Field(max_length=20)] = ""
    settings: Choices = Choices()
