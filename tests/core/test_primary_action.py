"""What the big button does: something that is allowed in every instant of a session, and nothing outside it."""

from __future__ import annotations

from coach.core.events import Input
from coach.core.pacing import Preset
from coach.core.primary_action import PrimaryAction, primary_action
from tests.core.test_phase_table import SITUATIONS, each_preset, each_situation, specification

PAUSE, RESUME = PrimaryAction(Input.PAUSE, "pause"), PrimaryAction(Input.RESUME, "resume")
READY = PrimaryAction(Input.CONFIRM, "ready")
EXPECTED = {
    "ready": None,
    "running in a gap": PAUSE,
    "running at work": PAUSE,
    "running in a lead-in": PAUSE,
    "paused in a gap": RESUME,
    "paused at work": RESUME,
    "paused in a lead-in": RESUME,
    "running after a skip": PAUSE,
    "paused after a skip": RESUME,
    "stopped after a skip": None,
    "ended after a skip": None,
    "stopped for pain in a gap": None,
    "stopped for pain at work": None,
    "ended in a gap": None,
    "ended at work": None,
    "finished": None,
    "finished from a pause": None,
}


@each_preset
@each_situation
def test_the_big_button_does_what_goes_on_here(situation: str, preset: Preset) -> None:
    waits = preset is Preset.WAIT_FOR_ME and situation in {"running in a gap", "running after a skip"}
    action = primary_action(SITUATIONS[situation][0](preset).shot)

    assert action == (READY if waits else EXPECTED[situation])
    assert action is None or action.wanted in specification(situation, preset)
