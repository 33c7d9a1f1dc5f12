"""“Because of pain?” after a skip: one button in a corner, as long as the session takes it for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.kit.key_button import KeyButton
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class BecauseButton(KeyButton):
    """Pressing it means yes, no press means no. It does not take the focus when it is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translated(safety_messages.ASK_BECAUSE), height=44)
        self.setAccessibleDescription(tr("Press if yes. The session then stops."))
        self.hide()
