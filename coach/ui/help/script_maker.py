"""Makes the rows of the page Listen in the background: the script of a long routine takes longer than a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal

from coach.background.worker import Worker
from coach.core.pacing import Preset, pacing_of
from coach.core.shown_routine import in_language
from coach.core.speech.compiler import compile_script
from coach.core.speech.printed import printed
from coach.core.speech.transcript import transcript
from coach.core.timeline import plan
from coach.ui.help.script_rows import rest_as_text, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.pacing import WayDown
    from coach.core.routine import Routine
    from coach.ui.help.script_rows import ScriptRow


class Wanted(NamedTuple):
    """Which script is wanted: a routine by its id, at a pace."""

    routine: str
    preset: Preset


class ScriptShown(NamedTuple):
    """A script as the page shows it, and as plain text."""

    wanted: Wanted
    rows: tuple[ScriptRow, ...]
    text: str
    waits: bool
    """Whether it waits for the person somewhere."""


class ScriptMaker(Worker):
    """Makes one script at a time for whoever listens; each says which one it is."""

    made = Signal(object)
    """A ScriptShown."""
    failed = Signal(str)
    """A script could not be made; the text says why."""

    def make(
        self,
        routine: Routine,
        preset: Preset,
        way_down: WayDown,
        length_of: Callable[[str], int],
        can_say: Callable[[str], bool],
    ) -> None:
        """Begin to make the script of a routine at a pace, as a voice would say it, with sentences so long."""

        def work() -> None:
            script = compile_script(routine, plan(routine, pacing_of(preset, way_down)), length_of, can_say=can_say)
            parts = transcript(routine, script)
            rows = rows_of(parts, in_language(routine))
            lines = [
                *printed(script, {each.id: each.name for each in routine.exercises}),
                "",
                *rest_as_text(parts, rows),
            ]
            waits = any(block.waits for block in script.timeline.blocks)
            self.made.emit(ScriptShown(Wanted(routine.id, preset), rows, "\n".join(lines) + "\n", waits))

        self.begin(work, self.failed.emit, "script to be read")
