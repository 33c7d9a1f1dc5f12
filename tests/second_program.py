"""The real program, started as the command starts it, that tells a line for what a test wants to know.

“ready”, with the process; “raised” and what the desktop gave to come forward with; “unanswered” where the window of a
second start says so. After a first argument “impatient” it says so early.
"""

from __future__ import annotations

import os
import sys

from coach import app, single
from coach.__main__ import main
from coach.ui import unanswered


def tell(*words: object) -> None:
    """Print a line at once."""
    sys.stdout.write(" ".join(map(str, words)).strip() + "\n")
    sys.stdout.flush()


class Told(app.Program):
    """Tells when it is ready, and when somebody wants its window in front."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they come
        self.ready.connect(lambda: tell("ready"))
        come_forward = self.window.come_forward

        def came_forward() -> None:
            come_forward()
            tell("raised", os.environ.get("XDG_ACTIVATION_TOKEN", ""), f"shows={self.window.isVisible()}")

        self.window.come_forward = came_forward  # type: ignore[method-assign]  # the real one, and a word


class Unanswered(unanswered.Unanswered):
    """Tells that it was shown."""

    def show(self) -> None:
        super().show()
        tell("unanswered", self.windowTitle())


if __name__ == "__main__":
    app.Program = Told  # type: ignore[assignment, misc]
    unanswered.Unanswered = Unanswered  # type: ignore[misc]
    arguments = sys.argv[1:]
    if arguments[:1] == ["impatient"]:
        single.PATIENCE_MS = 200
        arguments = arguments[1:]
    sys.exit(main(arguments))
