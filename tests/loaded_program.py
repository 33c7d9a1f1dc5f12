"""The real program, which begins a session and tells at each step of the way what is loaded and made by then."""

from __future__ import annotations

import gc
import json
import sys
from enum import EnumType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from coach import app
from coach.__main__ import main
from coach.ui.shell.window import Window
from tests.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.events import Event
    from coach.ui.home.offered_routines import OfferedRoutines
    from coach.ui.shell.flow import Flow


def tell(step: str) -> None:
    """Print a step, the names of all modules that are loaded, and of all classes that nobody has asked for."""
    print(json.dumps([step, sorted(sys.modules), sorted(unasked())]), flush=True)  # noqa: T201 - this is its answer


def unasked() -> Iterator[str]:
    """Yield the classes of objects whose enumerations PySide has made, though no module imports them or a heir."""
    here = [module for name, module in sys.modules.items() if name.split(".")[0] in {"coach", "tests", "__main__"}]
    named = [each for module in here for each in vars(module).values() if isinstance(each, type)]
    ours = {above for each in named for above in each.__mro__}
    for each in gc.get_objects():
        if isinstance(each, EnumType) and each.__module__.startswith("PySide6."):
            owner = vars(sys.modules[each.__module__]).get(each.__qualname__.split(".")[0])
            if isinstance(owner, type) and issubclass(owner, QObject) and owner not in ours:
                yield owner.__name__


class ToldWindow(Window):
    """Tells first of all who hears of it that it is painted."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.painted.connect(lambda: tell("first frame"))


class Program(app.Program):
    """Presses Start, passes the check, and goes once the session has begun."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.usable.connect(lambda: tell("start page"))
        self.ready.connect(self._begin)

    def _make_flow(self, offered: OfferedRoutines) -> Flow:
        made = super()._make_flow(offered)
        tell("flow")
        return made

    def _begin(self) -> None:
        self.player.happened.connect(self._on_event)
        self.start_page.start.click()
        self._pass_check()

    def _pass_check(self) -> None:
        """Answer what the check asks, one question a turn of the event loop."""
        parts = Parts(self)
        if parts.check.question is not None:
            if parts.check_page.scale is not None and parts.check.question.name == "PAIN":
                parts.check_page.scale.numbers[2].click()
            else:
                parts.check_page.buttons[0].click()
        QTimer.singleShot(5, self, self._pass_check)

    def _on_event(self, event: Event) -> None:
        if event.kind == "started":
            tell("session")
            QTimer.singleShot(0, self.window.force_close)


if __name__ == "__main__":
    # The names that coach.app composes the program from. A class may not be assigned to, says mypy.
    setattr(app, "Window", ToldWindow)  # noqa: B010
    setattr(app, "Program", Program)  # noqa: B010
    sys.exit(main())
