"""What the tests of the check begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.check.hear_page import VOICES
from tests.ui.recorded_voice import RecordedVoice

if TYPE_CHECKING:
    from tests.ui.stage import Stage


@pytest.fixture(name="voice")
def _voice(stage: Stage) -> RecordedVoice:
    """Return the voice of a program that can speak as two people."""
    voice = RecordedVoice(stage)
    stage.narrator.use(voice, VOICES)
    return voice
