"""Parses the command line and calls what it asks for."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach import __version__
from coach.background import import_hook
from coach.background.compiled_code import CompiledCode
from coach.store.options import Choice
from coach.store.paths import Paths
from coach.store.settings import Settings, declared
from coach.waves import later
from coach.words import language_files

if TYPE_CHECKING:
    from coach import app, cli
    from coach.devices import no_window
    from coach.reminders import remind
else:
    app, cli, no_window = later("coach.app"), later("coach.cli"), later("coach.devices.no_window")
    remind = later("coach.reminders.remind")

COMPILED = (".so", ".pyd")
"""How the name of a file ends that the loader of the system could not load with all that it needs."""

FASTEST = 120


def main(arguments: list[str] | None = None) -> int:
    """Run coach with these arguments (default: the command line's) and return its exit status."""
    _have_output()
    try:
        try:
            return _run(asked(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output went away, as `coach script | head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ImportError as error:
        if not (error.path or "").endswith(COMPILED):
            raise
        no_window.tell(no_window.reason_for_import(error, os.environ))
        return no_window.STATUS


def _have_output() -> None:
    """Let all that is written go nowhere where there is nowhere to go: in a program without a console, after `2>&-`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for the whole run


def _run(options: argparse.Namespace) -> int:
    language_files.use(language_files.wanted(os.environ))
    if options.components:
        import_hook.stop_watching()
        return app.show_components()
    if options.command in {None, "open"}:
        # Start-up makes many objects and drops none: collecting would take a tenth of its time. On again at the first
        # frame.
        gc.disable()
        code = CompiledCode(Paths.choose(options.data_dir).cache)
        import_hook.stop_watching(code)
        return app.run(options.routine_file, options.data_dir, options.speed, code, options.to_open)
    if options.command == "check":
        return cli.check(options.files)
    if options.command == "schema":
        return cli.schema(of_record=options.record)
    if options.command == "doctor":
        return _screens() if options.screen else cli.doctor(Paths.choose(options.data_dir), with_log=options.log)
    if options.command == "remind":
        return remind.remind(options.data_dir, scheduled=options.scheduled, again=options.again)
    if options.command == "figure":
        return cli.check_figure(options.file) or _figure(options.file)
    return cli.script(options.file, options.routine_id, options.pacing, as_json=options.json)


def _figure(file: Path) -> int:
    import_hook.stop_watching()
    return app.show_figure(file)


def _screens() -> int:
    """Make what a window needs, and tell the screens that there are: for `coach doctor`, which does without."""
    import_hook.stop_watching()
    return app.tell_screens()


def asked(arguments: list[str]) -> argparse.Namespace:
    """Return what the arguments ask for. The usual ones need no parser, which takes longer to make than to use."""
    match arguments:
        case []:
            return _usual(None)
        case ["--data-dir", folder] if not folder.startswith("-"):
            return _usual(Path(folder))
        case _:
            return parser().parse_args(arguments)


def _usual(folder: Path | None) -> argparse.Namespace:
    return argparse.Namespace(routine_file=None, data_dir=folder, speed=1, components=False, command=None, to_open=None)


def parser() -> argparse.ArgumentParser:
    """Return what judges the arguments, and tells those who ask what there are."""
    made = argparse.ArgumentParser(
        prog="coach",
        description="Guides you through a gentle lower-back stretching routine. Without a command: opens the window.",
    )
    made.add_argument("--version", action="version", version=f"coach {__version__}")
    made.add_argument("--routine", dest="routine_file", metavar="FILE", type=Path, help="a routine file to use")
    made.add_argument("--data-dir", metavar="DIR", type=Path, help="a folder for everything that coach writes")
    made.add_argument(
        "--speed",
        metavar="N",
        type=_speed,
        default=1,
        help=f"let the session's clock run N times as fast, 1 to {FASTEST}: for trying a routine out",
    )
    made.add_argument("--components", action="store_true", help="show what all pages are built of, in every state")
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    made.set_defaults(to_open=None)
    opened = commands.add_parser("open", help="show what is in a routine file, to keep it")
    # Without a file as from a menu of the desktop: the window alone.
    opened.add_argument("to_open", metavar="FILE", type=Path, nargs="?")
    opened.add_argument("--data-dir", metavar="DIR", type=Path, default=argparse.SUPPRESS)
    reminded = commands.add_parser("remind", help="show one reminder on the desktop now, unless it hurt lately")
    reminded.add_argument("--data-dir", metavar="DIR", type=Path, default=argparse.SUPPRESS)
    for flag in ("--scheduled", "--again"):  # from coach's own timer, and of one that was put off
        reminded.add_argument(flag, action="store_true", help=argparse.SUPPRESS)
    check = commands.add_parser("check", help="check routine files")
    check.add_argument("files", metavar="FILE", type=Path, nargs="+")
    schema = commands.add_parser("schema", help="print the JSON Schema of routine files")
    schema.add_argument("--record", action="store_true", help="of a record that was written out, instead")
    doctor = commands.add_parser("doctor", help="tell what works here and what does not, and what helps")
    doctor.add_argument("--data-dir", metavar="DIR", type=Path, default=argparse.SUPPRESS)
    doctor.add_argument("--log", action="store_true", help="with the last lines of the log, as a report needs it")
    doctor.add_argument("--screen", action="store_true", help=argparse.SUPPRESS)
    figure = commands.add_parser("figure", help="show the movement of a figure file, over and over")
    figure.add_argument("file", metavar="FILE", type=Path)
    script = commands.add_parser("script", help="print the timetable of a routine")
    script.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a routine file; default: the shipped one")
    script.add_argument("--routine", dest="routine_id", metavar="ID", help="a routine of the file; default: the first")
    pacings = [str(preset) for preset in declared("pacing", Choice).offered]
    script.add_argument("--pacing", choices=pacings, default=str(Settings().pacing), help="the gaps")
    script.add_argument("--json", action="store_true", help="print JSON")
    return made


def _speed(text: str) -> int:
    if not (text.isdecimal() and len(text) <= len(str(FASTEST)) and 1 <= int(text) <= FASTEST):
        message = f"“{text}” is not a whole number from 1 to {FASTEST}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
