"""Says what goes into the bundle: which modules, which parts of Qt, which libraries (docs/decisions/0049-bundle.md).

The rule: Python, Qt and what a desktop may lack are packed. What a desktop stands on itself (glib, X, GL, fonts, D-Bus,
sound) is its own: a second copy of it meets the first one in our process as soon as a theme or a driver is loaded.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NOT_ON_LINUX = {
    *("coach.devices.qt_clips", "coach.devices.qt_sinks", "coach.devices.qt_sound"),
    "coach.devices.local_calls_qt",
}
"""They need QtMultimedia (docs/decisions/0038-libpulse.md) and QtNetwork (0052-calls-without-qtnetwork.md)."""

NOT_IMPORTED = [
    # Of Python
    *("_bz2", "_hashlib", "_lzma", "_ssl", "asyncio", "bz2", "concurrent.futures.process", "curses", "doctest"),
    *("ensurepip", "ftplib", "http.server", "idlelib", "imaplib", "lib2to3", "lzma", "multiprocessing", "pdb", "pydoc"),
    *("pydoc_data", "readline", "smtplib", "ssl", "tkinter", "turtle", "unittest", "venv", "xmlrpc"),
    # Of others
    *("numpy", "PIL", "pip", "pkg_resources", "png", "setuptools"),
]
"""Modules that somebody names, and that coach does without."""

NOT_IMPORTED_ELSEWHERE = [
    *("numpy", "PIL", "pip", "setuptools", "tkinter"),
    *("PySide6.QtOpenGL", "PySide6.QtPdf", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest"),
]
"""The same on Windows and macOS, where nobody has tried to leave out more."""

QT_MODULES = {"QtCore", "QtGui", "QtPrintSupport", "QtWidgets"}
"""The modules of PySide6 that are packed."""

QT_LIBRARIES = {
    *("Core", "DBus", "Gui", "PrintSupport", "Svg"),
    *("WaylandClient", "Widgets", "WlShellIntegration", "XcbQpa"),
}
"""The libraries of Qt: those of the modules, and what the plugins stand on."""

QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg", "qwebp"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qminimal", "qoffscreen", "qwayland", "qxcb"},
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""The plugins by their folder. One whose libraries the desktop lacks (GTK, CUPS) is passed over by Qt."""

OWN_LIBRARIES = {
    *("libpython3", "libffi", "libsqlite3"),
    *("libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util", "libxcb-util"),
}
"""The libraries of the system that are packed: Python's, and the small ones of X that many desktops lack."""


def modules(root: Path) -> list[str]:
    """Return all modules of coach: what is named with `later` is seen by no reader of imports."""
    found = (file.relative_to(root).with_suffix("") for file in sorted((root / "coach").rglob("*.py")))
    names = (".".join(part for part in file.parts if part != "__init__") for file in found)
    return [name for name in names if name not in NOT_ON_LINUX]


def is_packed(name: str, languages: Iterable[str]) -> bool:
    """Return whether a file that PyInstaller has found is packed, by its name within the bundle."""
    path = PurePosixPath(name)
    parts = path.parts
    if parts[:3] == ("PySide6", "Qt", "lib"):
        return _stem(path).startswith("libicu") or _stem(path).removeprefix("libQt6") in QT_LIBRARIES
    if parts[:3] == ("PySide6", "Qt", "plugins"):
        return path.stem.removeprefix("lib") in QT_PLUGINS.get(parts[3], ())
    if parts[:3] == ("PySide6", "Qt", "translations"):
        return path.stem in {f"qtbase_{language}" for language in languages}
    if parts[:2] == ("PySide6", "Qt"):
        return False
    if parts[0] == "PySide6" and _stem(path).startswith("Qt"):
        return _stem(path) in QT_MODULES
    if len(parts) == 1 and ".so" in name and name.startswith("lib"):
        return any(_stem(path).startswith(own) for own in OWN_LIBRARIES)
    if parts[:2] == ("pydantic", "v1"):
        return False  # its former self, which it loads for no one but those who ask for it
    if parts[0].endswith(".dist-info"):
        return parts[0].lower().startswith("pyside6") and parts[1] == "METADATA"  # for `coach doctor`
    return path.suffix not in {".po", ".pot"}


def _stem(path: PurePosixPath) -> str:
    return path.name.partition(".")[0]


def languages(root: Path) -> Iterator[str]:
    """Yield the languages that coach has words in; English needs none of Qt's."""
    yield from (folder.name for folder in sorted((root / "assets" / "locale").glob("*")) if folder.is_dir())
