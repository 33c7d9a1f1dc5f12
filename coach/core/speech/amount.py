"""How much is said: what the person chose of it, in the order in which it is offered."""

from __future__ import annotations

from coach.words.catalogue import translatable
from coach.words.worded import Worded


class Amount(Worded):
    """How much is said."""

    ALL = "all", translatable("Everything")
    SHORT = "short", translatable("Only what is needed")
    TONES = "tones", translatable("Tones only")
