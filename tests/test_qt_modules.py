"""What coach imports of Qt is in the wheel that every system has; a type checker may know of more."""

from __future__ import annotations

from importlib.metadata import files
from pathlib import PurePath

from tests.cases import ROOT
from tests.imports import Imports

WITH_ADDONS = {"coach.devices.qt_clips", "coach.devices.qt_sinks"}
"""What runs on Windows and macOS alone, where sound needs the other wheel."""


def test_what_is_imported_of_qt_is_in_essentials() -> None:
    paths = [PurePath(file) for file in files("PySide6_Essentials") or ()]
    there = {path.name.partition(".")[0] for path in paths if path.suffix in {".so", ".pyd"}}
    imports = Imports(ROOT / "coach")
    wanted = {
        (module, name)
        for module, names in imports.at_top.items()
        for name in {*names, *imports.later[module]}
        if name.startswith("PySide6.Qt")
    }

    assert {"QtCore", "QtWidgets"} <= there
    absent = {(module, name) for module, name in wanted if name.split(".")[1] not in there}
    assert {module for module, _name in absent} == WITH_ADDONS
    assert {name for _module, name in absent} == {"PySide6.QtMultimedia"}
