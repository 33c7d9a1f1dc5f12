"""The real program, started as the command starts it, that tells a line for what a test wants to know.

“ready”, with the process; “wanted” and the bytes of the name of a file that was opened; “raised” and what the desktop
gave to come forward with; “unanswered” where the window of a second start says so. After a first argument “impatient”
it says so early; after “looks” it tells how it looks.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt

from coach import app, single_instance
from coach.__main__ import main
from coach.ui.shell import second_start_window
from tests.parts import Parts


def tell(*words: object) -> None:
    """Print a line at once."""
    sys.stdout.write(" ".join(map(str, words)).strip() + "\n")
    sys.stdout.flush()


class Told(app.Program):
    """Tells when it is ready, and when somebody wants its window in front."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they come
        self.ready.connect(lambda: tell("ready"))
        self.ready.connect(lambda: self.routines.file_wanted.connect(lambda path: tell("wanted", os.fsencode(path))))
        come_forward = self.window.come_forward

        def came_forward() -> None:
            come_forward()
            tell("raised", os.environ.get("XDG_ACTIVATION_TOKEN", ""), f"shows={self.window.isVisible()}")

        self.window.come_forward = came_forward  # type: ignore[method-assign]  # the real one, and a word


class Looking(Told):
    """Tells how it looks: in the first frame, and whenever that is different."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._told: list[str] = []
        self.window.painted.connect(self._look)
        for changed in (self.theme.changed, self.theme.motion_changed):
            changed.connect(self._look, Qt.ConnectionType.QueuedConnection)  # the program itself comes first

    def _look(self) -> None:
        theme = self.theme
        still = theme.is_still_asked_for
        if self.flow is not None:
            still = self.preferences.is_still
            assert still == Parts(self).actions["still"].isChecked()
        looks = [
            "dark" if theme.tokens.ink.lightness() > theme.tokens.paper.lightness() else "light",
            *(["contrast"] if theme.tokens.border_px > 1 else []),
            "still" if still else "moving",
            f"{theme.scale:g}",
        ]
        if looks != self._told:
            self._told = looks
            tell("looks", *looks)


class Unanswered(second_start_window.Unanswered):
    """Tells that it was shown."""

    def show(self) -> None:
        super().show()
        tell("unanswered", self.windowTitle())


if __name__ == "__main__":
    arguments = sys.argv[1:]
    app.Program = Looking if arguments[:1] == ["looks"] else Told  # type: ignore[assignment, misc]
    second_start_window.Unanswered = Unanswered  # type: ignore[misc]
    if arguments[:1] == ["impatient"]:
        single_instance.PATIENCE_MS = 200
    sys.exit(main([each for each in arguments if each not in {"impatient", "looks"}]))
