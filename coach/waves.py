"""The waves of start-up: what is loaded with the first frame, with the start page, for a session, and on demand.

At its top a module imports what comes with its own wave or with an earlier one. What it uses of a wave that may come
after it, it names with `later`, beside an import for the type checker; that loads nothing by itself. The composition
root loads each wave when its time has come. `tests/test_waves.py` holds both (docs/decisions/0027-waves.md).
"""

from __future__ import annotations

import contextlib
from importlib import import_module
from typing import Any, NamedTuple


class Wave(NamedTuple):
    """Modules that are loaded together, each with all that it imports at its top."""

    name: str
    modules: tuple[str, ...]


COMMAND_LINE = Wave("command line", ("coach.__main__",))
"""What is wanted, and in which language: nothing of Qt."""

FIRST_FRAME = Wave("first frame", ("coach.app",))
"""The window with an empty list: no routine, no record, no session."""

START_PAGE = Wave(
    "start page",
    (
        "coach.ui.home.offered_routines",
        "coach.ui.home.strip",
        "coach.core.routine",
        "coach.session.selection",
        "coach.store.routines.library",
        "coach.store.routines.own_routines",
    ),
)
"""The list is filled and Start can be pressed. Loaded once the first frame is on the screen."""

FLOW = Wave(
    "flow",
    (
        "coach.ui.home.cards",
        "coach.ui.home.first_steps",
        "coach.session.player",
        "coach.session.narrator",
        "coach.session.live",
        "coach.session.recorder",
        "coach.session.reminders",
        "coach.session.routine_library",
        "coach.ui.kit.announcer",
        "coach.ui.home.missing_parts",
        "coach.ui.shell.services",
        "coach.ui.shell.flow",
    ),
)
"""The rest of the page, and what leads through a session. Loaded after that, or by a press that comes before it."""

SESSION = Wave(
    "session",
    (
        "coach.ui.home.own_routines",
        "coach.ui.shell.rooms",
        "coach.session.contact_links",
        "coach.ui.home.exercise_rows",
        "coach.ui.home.sidebar",
        "coach.ui.home.film",
        "coach.ui.kit.question_bar",
        "coach.store.record.opening",
        "coach.store.record.file_access",
        "coach.store.record.for_reminders",
        "coach.store.reminder_state",
        "coach.session.desktop_control",
        "coach.devices.awake",
        "coach.devices.media_keys",
        "coach.devices.sound",
        "coach.devices.speech",
        "coach.devices.voice",
        "coach.store.voices",
        "coach.core.speech.vocabulary",
        "coach.core.speech.saying",
        "coach.core.speech.stop_lines",
        "coach.core.speech.compiler",
        "coach.core.speech.follower",
        "coach.store.figures",
        "coach.figure.rig",
        "coach.figure.motion",
        "coach.figure.paint.painter",
        "coach.ui.figure.packed",
        "coach.devices.local_calls",
        "sqlite3",
    ),
)
"""What a session is shown on, heard with and kept in. Loaded right after that."""

ON_DEMAND = Wave(
    "on demand",
    (
        # Pages beside a session
        "coach.ui.check.hearing_page",
        "coach.core.draft.new",
        "coach.session.draft_keeper",
        "coach.ui.editor.add_pane",
        "coach.ui.editor.editor",
        "coach.ui.editor.group_form",
        "coach.ui.editor.more_form",
        "coach.ui.editor.routine_form",
        "coach.ui.editor.row_words",
        "coach.ui.help.about_page",
        "coach.ui.help.help_page",
        "coach.ui.help.keys_page",
        "coach.ui.help.listen_page",
        "coach.ui.help.script_maker",
        "coach.ui.help.signs_page",
        "coach.ui.help.works_page",
        "coach.ui.history.history_page",
        "coach.ui.history.report_pdf",
        "coach.ui.kit.contrast",
        "coach.ui.kit.menu",
        "coach.ui.kit.menu_rows",
        "coach.core.speech.one_exercise",
        "coach.ui.figure.loop_view",
        "coach.ui.kit.text_size",
        "coach.ui.home.exercise_page",
        "coach.ui.library.drop_hint",
        "coach.ui.library.file_dialogs",
        "coach.ui.library.incoming_page",
        "coach.ui.library.routines_page",
        "coach.ui.library.unfit_page",
        "coach.ui.home.helps",
        "coach.ui.home.offer",
        "coach.ui.home.reminder_chip",
        "coach.ui.sharing.code_page",
        "coach.ui.sharing.code_picture",
        "coach.ui.sharing.code_reading",
        "coach.ui.sharing.hand_out",
        "coach.ui.sharing.hand_out_page",
        "coach.ui.sharing.hand_out_pdf",
        "coach.ui.sharing.hand_out_pictures",
        "coach.ui.sharing.read_code_page",
        "coach.ui.kit.paper",
        "coach.store.routines.routine_code",
        "coach.ui.settings.clicker_page",
        "coach.ui.settings.settings_page",
        # What is written out of the record
        "coach.session.exporter",
        "coach.store.export.json_models",
        "coach.store.export.sessions",
        "coach.store.record.report",
        # Judging what no test has judged
        "coach.core.routine_file",
        "coach.core.routine_file_mistakes",
        "coach.figure.body_file",
        "coach.figure.figure_file",
        "coach.store.voice_manifest",
        "pydantic",
        # Own routines that are read, come in or change
        "coach.store.routines.incoming",
        "coach.store.routines.one_routine",
        # Pictures of one's own
        "coach.store.routines.pictures",
        "coach.ui.figure.own_cache",
        "coach.ui.figure.own_pictures",
        # Reminders: on threads beside the window, and in processes of their own
        "coach.reminders.calendar_file",
        "coach.reminders.note",
        "coach.reminders.schedule",
        # The desktop: on threads beside the window, where there is a bus
        "coach.devices.awake_bus",
        "coach.devices.mpris",
        "jeepney",
        "jeepney.bus_messages",
        "jeepney.io.blocking",
        "jeepney.wrappers",
        "wakepy",
        # Other ways to begin, and who asks for more
        "coach.cli",
        "coach.background.log",
        "coach.doctor.desktop",
        "coach.doctor.examination",
        "coach.doctor.versions",
        "coach.reminders.remind",
        "coach.second_start",
        "coach.ui.help.components_page",
        "coach.ui.figure.preview",
        "coach.ui.shell.accessibility",
        "PySide6.QtPrintSupport",
        "segno",
        "zxingcpp",
        "coach.devices.pulse_sound",
        "coach.devices.qt_sound",
        "ctypes",
        "platformdirs",
        # Where something of the system is missing
        "coach.devices.no_window",
        "coach.devices.system_libraries",
        "importlib.metadata",
    ),
)
"""Loaded by the first who uses it."""

WAVES = (COMMAND_LINE, FIRST_FRAME, START_PAGE, FLOW, SESSION, ON_DEMAND)
"""In the order in which they come."""


def load(wave: Wave) -> None:
    """Load a wave whole. What cannot be loaded is told by whoever uses it, as if it were on demand."""
    for name in wave.modules:
        with contextlib.suppress(Exception):
            import_module(name)


class _Later:
    """Stands for a module, and loads it when something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


def later(name: str) -> Any:
    """Return what stands for a module of a later wave, by its full name."""
    return _Later(name)
