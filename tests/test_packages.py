"""What a person installs: the files of package and archive, what these are said to need, and what is told of them."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest

from coach import APP_ID, __version__
from coach.__main__ import parser
from coach.devices.system_libraries import needs
from tests.cases import ROOT
from tools import packages

if TYPE_CHECKING:
    from collections.abc import Iterator

DPKG, MAN = shutil.which("dpkg-deb") or "", shutil.which("man") or ""
needs_tools = pytest.mark.skipif(
    sys.platform != "linux" or not DPKG or shutil.which("objdump") is None, reason="needs dpkg-deb and objdump"
)
WHEN = datetime(2026, 12, 1, 12, tzinfo=UTC)
QT = Path(PySide6.__file__).parent / "Qt"
PAGE = packages.PACKAGING / "coach.1"
DEBIAN = packages.PACKAGING / "debian"
PARTS = ("coach", "coach-sound", "_internal/libpython3.11.so.1.0", "_internal/PySide6/Qt/lib/libQt6Core.so.6")
"""Some of what the bundle has, by its path there."""
BROUGHT_ALONG = ("shiboken6", "pydantic_core", "annotated_types", "typing_inspection")
"""What comes with what coach needs."""
COPYRIGHTS = (DEBIAN / "copyright").read_text("utf-8")


@pytest.fixture(name="bundle")
def _bundle(tmp_path: Path) -> Path:
    """Return a small folder with the form of the bundle, whose program says how it was called."""
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "coach").write_text('#!/bin/sh\necho "coach $*"\n', "utf-8")
    (bundle / "coach").chmod(0o700)
    shutil.copyfile(QT / "plugins" / "platforms" / "libqminimal.so", bundle / "_internal" / "libqminimal.so")
    (bundle / "_internal" / "abc.pyc").write_bytes(b"")
    for library in ("libQt6Core.so.6", "libQt6Gui.so.6"):
        (bundle / "_internal" / library).write_bytes(b"")
    return bundle


@pytest.fixture(name="apart", autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have packages laid out in a folder of the test's own."""
    monkeypatch.setattr(packages, "BUILD", tmp_path / "build")


def order(bundle: Path, dist: Path) -> packages.Order:
    """Return what to make, packed as fast as it goes."""
    return packages.Order(bundle, dist, __version__, WHEN, level=0)


# The package for Debian


@needs_tools
def test_the_package_has_all_in_its_place(bundle: Path, tmp_path: Path) -> None:
    made = packages.make_deb(order(bundle, tmp_path))
    root, library = tmp_path / "root", f"usr/lib/{packages.PACKAGE}"
    listed = subprocess.run([DPKG, "-c", made], check=True, capture_output=True, text=True).stdout
    subprocess.run([DPKG, "-x", made, root], check=True)

    assert {line.split()[1] for line in listed.splitlines()} == {"root/root"}
    modes = {str(path.relative_to(root)): f"{path.stat().st_mode & 0o777:o}" for path in root.rglob("*")}
    assert {mode for name, mode in modes.items() if (root / name).is_dir()} == {"755"}
    assert {name for name, mode in modes.items() if mode == "755" and (root / name).is_file()} == {
        *("usr/bin/coach", f"{library}/coach")
    }
    assert (root / "usr/bin/coach").resolve() == (root / library / "coach").resolve()
    for name in (f"applications/{APP_ID}.desktop", f"metainfo/{APP_ID}.metainfo.xml", f"mime/packages/{APP_ID}.xml"):
        assert (root / "usr/share" / name).is_file()
    for name in ("man/man1/coach.1.gz", f"lintian/overrides/{packages.PACKAGE}"):
        assert (root / "usr/share" / name).is_file()
    about = root / "usr/share/doc" / packages.PACKAGE
    assert {path.name for path in about.iterdir()} == {"changelog.Debian.gz", "changelog.gz", "copyright"}


@needs_tools
def test_the_package_says_what_it_needs_under_the_names_of_both_systems(bundle: Path, tmp_path: Path) -> None:
    made = packages.make_deb(order(bundle, tmp_path))

    def told(field: str) -> str:
        return subprocess.run([DPKG, "-f", made, field], check=True, capture_output=True, text=True).stdout.strip()

    needed = told("Depends").split(", ")
    assert re.fullmatch(r"libc6 \(>= 2\.\d+\)", needed[0])
    assert {"libfreetype6", "libpulse0", "libsndfile1"} <= {*needed}
    assert [each for each in needed if "Qt6" in each or "libQt" in each] == []
    assert told("Recommends") == "espeak-ng"
    assert told("Version") == __version__


def test_a_library_that_trixie_calls_otherwise_has_both_names() -> None:
    told = packages.depends(["libglib-2.0.so.0", "libgthread-2.0.so.0", "libz.so.1"], "2.36")

    assert told == "libc6 (>= 2.36), libglib2.0-0t64 | libglib2.0-0, zlib1g"


def test_each_library_is_in_one_list_only() -> None:
    lines = (DEBIAN / "libraries.txt").read_text("utf-8").splitlines()

    assert {line.split()[0] for line in lines if not line.startswith("#")} & {need.name for need in needs()} == set()


def test_a_library_that_nobody_knows_is_no_package() -> None:
    with pytest.raises(KeyError, match="libunheard"):
        packages.depends(["libunheard.so.1"], "2.36")


@needs_tools
@pytest.mark.parametrize("maker", [packages.make_deb, packages.make_tar])
def test_the_same_source_makes_the_same_bytes(bundle: Path, tmp_path: Path, maker: packages.Maker) -> None:
    (tmp_path / "later").mkdir()
    first = maker(order(bundle, tmp_path)).read_bytes()
    os.utime(bundle / "coach", (0, 0))

    assert maker(order(bundle, tmp_path / "later")).read_bytes() == first


def test_every_exception_from_the_rules_of_packages_has_its_reason() -> None:
    blocks = (DEBIAN / "lintian-overrides").read_text("utf-8").strip().split("\n\n")

    for block in blocks[1:]:
        lines = block.splitlines()
        assert lines[0].startswith("# ")
        assert any(line.startswith(f"{packages.PACKAGE}: ") for line in lines)


# The archive for any Linux


def menu(program: Path, home: Path, *arguments: str) -> None:
    """Have an unpacked archive put itself into the menu of a person, or take itself out."""
    there = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run([program / "install.sh", *arguments], env=there, check=True, capture_output=True)


@needs_tools
def test_the_archive_is_unpacked_put_into_the_menu_and_taken_out_again(bundle: Path, tmp_path: Path) -> None:
    made = packages.make_tar(order(bundle, tmp_path))
    place, home = tmp_path / "my programs", tmp_path / "home"
    place.mkdir()
    own = home / ".local/share/applications/other.desktop"
    own.parent.mkdir(parents=True)
    own.touch()
    with tarfile.open(made) as archive:
        archive.extractall(place, filter="data")
    program = place / f"coach-{__version__}"
    before = {path for path in home.rglob("*") if path.is_file()}

    menu(program, home)
    entry = home / f".local/share/applications/{APP_ID}.desktop"
    lines = entry.read_text("utf-8").splitlines()
    assert f'Exec="{program}/coach" open %f' in lines
    assert f"TryExec={program}/coach" in lines
    assert subprocess.run([home / ".local/bin/coach", "x"], check=True, capture_output=True).stdout == b"coach x\n"
    if (judge := shutil.which("desktop-file-validate")) is not None:
        subprocess.run([judge, entry], check=True, capture_output=True)
    menu(program, home, "--remove")

    left = {path for path in home.rglob("*") if path.is_file() or path.is_symlink()} - before
    assert {path.name for path in left if "cache" not in path.name and path.parent.name != "mime"} <= {"globs2"}
    told = (program / "COPYRIGHT").read_text("utf-8")
    texts = set(re.findall(r"licences/\S+\.txt", told))
    assert {f"licences/{name}.txt" for name in ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-3", "MPL-2.0")} == texts
    assert [name for name in texts if not (program / name).is_file()] == []
    assert "/usr/" not in told
    assert "Debian systems" not in told


# What is written of them


def options() -> Iterator[tuple[str, str]]:
    """Yield each command with each of its options, as `coach --help` has them."""
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command, asked in action.choices.items():
                yield command, ""
                shown = [each for each in asked._actions if each.help != argparse.SUPPRESS]
                yield from ((command, option) for each in shown for option in each.option_strings)
        else:
            yield from (("", option) for option in action.option_strings)


def test_the_manual_names_every_command_and_option() -> None:
    page = PAGE.read_text("utf-8").replace("\\-", "-")
    commands = re.split(r'^\.SY (?:"coach (\w+)"|coach)$', page.split(".SH DESCRIPTION")[0], flags=re.MULTILINE)[1:]
    shown: dict[str, str] = {}
    for command, text in zip(commands[::2], commands[1::2], strict=True):
        shown[command or ""] = shown.get(command or "", "") + text

    assert {command for command, _ in options()} == {*shown}
    explained = " ".join(re.findall(r"^\.TP\n\.\w+ (.*)$", page.split(".SH COMMANDS")[1], re.MULTILINE)).split()
    for command, option in options():
        if option not in {"-h", "--help", ""}:
            assert option in re.findall(r"--[a-z-]+", shown[command]), f"{command} {option}"
        assert (option or command) in explained


def test_the_manual_names_nothing_that_is_not() -> None:
    page = PAGE.read_text("utf-8").replace("\\-", "-")

    assert {*re.findall(r"--[a-z-]+", page)} <= {option for _, option in options()}


@pytest.mark.skipif(not MAN, reason="needs man")
def test_the_manual_is_well_formed() -> None:
    told = subprocess.run([MAN, "--warnings", "-l", PAGE], capture_output=True, text=True, check=True)

    assert told.stderr == ""


def stanzas() -> list[dict[str, str]]:
    """Return the paragraphs of the file about copyrights, each as fields."""
    found = []
    for block in COPYRIGHTS.strip().split("\n\n"):
        fields = re.split(r"^([A-Z][\w-]+): ?", block, flags=re.MULTILINE)[1:]
        found.append(dict(zip(fields[::2], fields[1::2], strict=True)))
    return found


def patterns() -> list[str]:
    """Return all patterns of files for which somebody is named, but the one for all."""
    inside = f"{packages.LIBRARY}/"
    return [each.removeprefix(inside) for stanza in stanzas() for each in stanza.get("Files", "").split()[0:]][1:]


def is_told(path: str) -> bool:
    """Tell whether somebody is named for a file of the bundle."""
    return any(fnmatchcase(path, pattern) for pattern in patterns())


def test_whoever_made_a_part_is_named() -> None:
    modules = {"PySide6_Essentials": "PySide6", "zxing-cpp": "zxingcpp"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[^\w-]", each)[0] for each in project["dependencies"] if "win32" not in each}
    inside = [*(modules.get(name, name) for name in names), *BROUGHT_ALONG]

    assert [name for name in inside if not is_told(f"_internal/{name}/x")] == []
    assert [part for part in PARTS if not is_told(part)] == []
    for licence in ("fonts/OFL.txt", "voice/LICENCE.txt"):
        assert is_told(f"_internal/coach/assets/{licence}")
        assert (ROOT / "assets" / licence).is_file()


def test_every_licence_that_is_named_is_there() -> None:
    there = {stanza["License"].splitlines()[0] for stanza in stanzas() if "Files" not in stanza and "License" in stanza}
    for stanza in stanzas():
        if "Files" in stanza:
            first, *text = stanza["License"].splitlines()
            assert text or {each.strip() for each in re.split(r" and | or ", first)} <= there
