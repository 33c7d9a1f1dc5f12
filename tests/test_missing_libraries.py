"""Where a library of the system is missing, coach names it and the package that has it, in one line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests import hidden
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libraries and packages as on Linux")

DEBIAN, FEDORA, ARCH, OTHER = 'ID=linuxmint\nID_LIKE="ubuntu debian"', "ID=fedora", "ID=arch", "ID=void"
X11 = {"DISPLAY": ":987"}


def told(folder: Path, libraries: str, system: str = DEBIAN, **environment: str) -> str:
    """Start coach without some libraries and return the one line that it says."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "XDG_RUNTIME_DIR"}
    plain = {name: value for name, value in os.environ.items() if name not in without}
    done = hidden.run(
        [sys.executable, "-m", "coach", "--data-dir", folder / "data"],
        folder,
        hidden=libraries,
        environment={**plain, "PYTHONPATH": str(ROOT), **environment},
        system=system,
    )
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert not (folder / "data").exists(), "data was left behind"
    return done.stderr.strip()


@pytest.mark.parametrize(
    ("library", "package"), [("libEGL.so.1", "libegl1"), ("libgthread-2.0.so.0", "libglib2.0-0")], ids=["gui", "core"]
)
def test_a_library_that_qt_cannot_do_without(tmp_path: Path, library: str, package: str) -> None:
    assert told(tmp_path, library, **X11) == (
        f"coach: This computer lacks a library: {library}. To install what is missing: sudo apt install {package}"
    )


def test_all_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    words = told(tmp_path, "libEGL.so.1 libfontconfig.so.1 libxcb-icccm.so.4", **X11)

    assert words == (
        "coach: This computer lacks some libraries: libEGL.so.1, libfontconfig.so.1, libxcb-icccm.so.4."
        " To install what is missing: sudo apt install libegl1 libfontconfig1 libxcb-icccm4"
    )


def test_a_screen_is_not_denied_where_a_library_for_it_is_missing(tmp_path: Path) -> None:
    words = told(tmp_path, "libxcb-cursor.so.0 libxcb-keysyms.so.1", **X11)

    assert words == (
        "coach: This computer lacks some libraries: libxcb-cursor.so.0, libxcb-keysyms.so.1."
        " To install what is missing: sudo apt install libxcb-cursor0 libxcb-keysyms1"
    )


def test_what_a_library_needs_is_named_and_not_the_library(tmp_path: Path) -> None:
    words = told(tmp_path, "libxcb-util.so.1", **X11)

    assert "lacks a library: libxcb-util.so.1. To" in words


@pytest.mark.parametrize(
    ("system", "remedy"),
    [
        (FEDORA, "To install what is missing: sudo dnf install xcb-util-wm"),
        (ARCH, "To install what is missing: sudo pacman -S xcb-util-wm"),
        (OTHER, "On Debian and Ubuntu this is in: libxcb-icccm4"),
    ],
    ids=["fedora", "arch", "other"],
)
def test_the_remedy_is_one_for_this_system(tmp_path: Path, system: str, remedy: str) -> None:
    words = told(tmp_path, "libxcb-icccm.so.4", system, **X11)

    assert words == f"coach: This computer lacks a library: libxcb-icccm.so.4. {remedy}"


def test_a_library_that_is_in_no_list(tmp_path: Path) -> None:
    words = told(tmp_path, "libXau.so.6", **X11)

    assert words == (
        "coach: This computer lacks a library: libXau.so.6. Install the packages of your system that have them."
    )


@pytest.mark.parametrize("platform", ["wayland", "wayland-egl:size"])
def test_the_platform_that_was_asked_for_is_looked_at(tmp_path: Path, platform: str) -> None:
    """On X11 nothing is missing here."""
    words = told(tmp_path, "libwayland-cursor.so.0 libwayland-egl.so.1", QT_QPA_PLATFORM=platform, **X11)

    assert "lacks some libraries: libwayland-cursor.so.0, libwayland-egl.so.1." in words
    assert words.endswith("libwayland-cursor0 libwayland-egl1")


def test_a_command_that_needs_no_window_goes_on(tmp_path: Path) -> None:
    done = hidden.run(
        [sys.executable, "-m", "coach", "check", ROOT / "routines.json"],
        tmp_path,
        hidden="libEGL.so.1",
        environment={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert (done.returncode, done.stderr) == (0, "")
