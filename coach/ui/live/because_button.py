"""“Because of pain?” after a skip: one button that waits in a corner and goes away by itself. No answer is a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.timers import single_shot
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

STAYS_MS = 12_000


class BecauseButton(KeyButton):
    """Pressing it says yes. It takes no focus when it comes and none with it when it goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translated(safety_messages.ASK_BECAUSE), height=44)
        self.setAccessibleDescription(tr("Press if yes. The session then stops."))
        self._leaves = single_shot(self, self.hide, STAYS_MS)
        self.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show it for a while."""
        self.show()
        self._leaves.start()
