"""An ear at the shipped routine, for the tests of what is heard as a session really goes.

The person lies on the mat already and says so at once, so the way down takes no time. After it the blocks of the
shipped routine begin at: get ready 0 s, pelvic tilt 10, move on 55, right knee 70, change 100, left
knee 108, change 138, right knee 146, …
"""

from __future__ import annotations

from coach.core.pacing import Preset
from tests.core.hearing import Ear

RIGHT, LEFT = "Right knee in. Hold.", "Left knee in. Hold."
LIFT, FIRST_RIGHT = "Lift your right knee towards your chest.", "Use your arms. Right knee in. Hold."
HALF = "Half-way. Other foot stays flat."
OUT = "Let go slowly. Foot down."
BASE_MS = 62_000
"""In the gap to the right knee: both feet stand, and nothing has been said yet that lifts a knee."""


def ear(wait_ms: int = 0, preset: Preset = Preset.DEFAULT) -> Ear:
    made = Ear(preset=preset).start()
    made.wait(wait_ms)
    return made
