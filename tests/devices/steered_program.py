"""The real program, started as the command starts it, that begins a session by itself."""

from __future__ import annotations

import sys
from pathlib import Path

from coach import app
from tests.killed_program import pass_check
from tests.parts import Parts


class Beginning(app.Program):
    """Presses Start and answers the check as soon as it can."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they come
        self.ready.connect(self._begin)

    def _begin(self) -> None:
        self.start_page.start.click()
        pass_check(Parts(self))


if __name__ == "__main__":
    app.Program = Beginning  # type: ignore[assignment, misc]
    sys.exit(app.run(None, Path(sys.argv[1]), 1))
