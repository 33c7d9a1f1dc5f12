"""Changes a draft again and again, and tells of each that is on the disk, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from coach.core.draft import edits
from coach.core.pacing import Preset
from coach.session.draft_keeper import DraftKeeper
from coach.session.routine_library import RoutineLibrary
from coach.session.selection import Selection
from tests.cases import ROUTINES
from tests.core.draft.drafts import shipped


class Typist:
    """Types a number as the name of the routine: 1, 2, 3 and so on, each when the one before is kept."""

    def __init__(self, library: RoutineLibrary) -> None:
        self._draft, self._number = shipped(), 0
        self._keeper = DraftKeeper(library)
        self._keeper.kept.connect(self.type)

    def type(self) -> None:
        """Tell of the last one, and type the next one."""
        sys.stdout.write(f"{self._number}\n")
        sys.stdout.flush()
        self._number += 1
        self._draft = edits.rename_routine(self._draft, str(self._number)).draft
        self._keeper.keep(self._draft)
        self._keeper.flush()  # the pause in typing is over


def main() -> None:
    """Type until the end."""
    app = QCoreApplication(sys.argv)
    library = RoutineLibrary(Path(sys.argv[1]), ROUTINES, Selection(Preset.DEFAULT))
    typist = Typist(library)
    QTimer.singleShot(0, app, typist.type)
    app.exec()


if __name__ == "__main__":
    main()
