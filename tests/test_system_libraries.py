"""The list of what coach needs of a system is whole, and README and the tool for CI say what it says."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from coach.devices.system_libraries import Need, needs
from tests.cases import ROOT
from tests.imports import Imports

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libraries and packages as on Linux")

NEEDS = needs()
LIBRARIES = [need for need in NEEDS if need.name.startswith("lib")]
QT = Path(PySide6.__file__).parent
QT_FILES = {
    "qt": ["QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtPrintSupport.abi3.so"],
    "x11": ["Qt/plugins/platforms/libqxcb.so"],
    "wayland": [
        "Qt/plugins/platforms/libqwayland.so",
        "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    ],
}
EVERYWHERE = re.compile(
    r"ld-linux|lib(?:c|m|dl|resolv|rt|pthread|gcc_s|stdc\+\+|z|zstd|Qt6\w+|icu\w+|(?:pyside|shiboken)6)(?:\.|-)|libpy|libshib"
)
"""What Python and the package tools of every system need too, and what the wheel has inside."""


def line_of_readme(command: str) -> list[str]:
    found = re.search(rf"^sudo {command} (.*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found[1].split()


def distinct(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


def test_the_line_for_debian_has_all_that_nothing_else_brings() -> None:
    named = line_of_readme("apt install")

    assert named == distinct([need.debian for need in NEEDS if need.comes_with == "-"])
    assert {need.comes_with for need in NEEDS if need.comes_with != "-"} <= {*named}


@pytest.mark.parametrize(("command", "column"), [("dnf install", "fedora"), ("pacman -S", "arch")])
def test_the_lines_for_others_have_all(command: str, column: str) -> None:
    assert line_of_readme(command) == distinct([str(getattr(need, column)) for need in NEEDS])


def test_the_tool_for_ci_installs_all_libraries_of_the_list() -> None:
    told = subprocess.run(
        [ROOT / "tools" / "system_libraries.sh", "--names"], capture_output=True, text=True, check=True
    ).stdout

    assert told.split() == distinct([need.debian for need in LIBRARIES])


def test_no_line_is_there_twice() -> None:
    assert len({need.name for need in NEEDS}) == len(NEEDS)


@pytest.mark.parametrize("purpose", QT_FILES)
def test_every_library_that_qt_is_linked_with_is_in_the_list(purpose: str) -> None:
    """Those of Qt's own files too, as far as they are reached."""
    purposes = {"qt", purpose}
    known = {need.name for need in LIBRARIES if need.purpose in purposes}
    wanted = reached([QT / name for name in QT_FILES[purpose]])

    assert len(wanted) > len(QT_FILES[purpose])
    assert {name for name in wanted - known if not EVERYWHERE.match(name)} == set()
    assert {need.name for need in LIBRARIES if need.purpose == purpose} - wanted == set()


def test_every_part_of_qt_that_is_imported_is_looked_at() -> None:
    imports = Imports(ROOT / "coach")
    imported = {name for module, names in imports.at_top.items() for name in {*names, *imports.later[module]}}
    parts = {f"{name.split('.')[1]}.abi3.so" for name in imported if name.startswith("PySide6.Qt")}

    # On Windows and macOS: the one for sound, the other for a second start.
    assert parts - {"QtMultimedia.abi3.so", "QtNetwork.abi3.so"} <= {
        name for names in QT_FILES.values() for name in names
    }


def reached(files: list[Path]) -> set[str]:
    """Return the names of all libraries that these files of Qt need, and those of Qt that they need."""
    names: set[str] = set()
    left = files
    while left:
        new = {name for file in left for name in needed(file)} - names
        names |= new
        left = [path for name in sorted(new) if (path := QT / "Qt" / "lib" / name).exists()]
    return names


def needed(file: Path) -> list[str]:
    """Return the libraries that an ELF file of 64 bits names as needed."""
    data = file.read_bytes()
    start, size, number = struct.unpack_from("<Q", data, 0x20)[0], *struct.unpack_from("<HH", data, 0x36)
    headers = [struct.unpack_from("<IIQQQQ", data, start + size * index) for index in range(number)]
    offset, length = next((header[2], header[5]) for header in headers if header[0] == 2)
    entries = [struct.unpack_from("<QQ", data, offset + place) for place in range(0, length, 16)]
    address = next(value for tag, value in entries if tag == 5)
    texts = next(h[2] + address - h[3] for h in headers if h[0] == 1 and h[3] <= address < h[3] + h[5])
    return [data[texts + value : data.index(b"\0", texts + value)].decode() for tag, value in entries if tag == 1]


def test_a_line_has_all_its_columns() -> None:
    assert {need.purpose for need in NEEDS} == {"start", "qt", "x11", "wayland", "sound", "speech"}
    assert Need("libGL.so.1", "qt", "libgl1", "libglvnd-glx", "libglvnd", "-") in NEEDS
