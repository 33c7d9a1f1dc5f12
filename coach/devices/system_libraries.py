"""Names the libraries of the system that the loader does not find, and the packages that have them.

The list of what coach needs is `assets/linux/libraries.txt`. Nothing here is loaded while all is well.
"""

from __future__ import annotations

import ctypes
import platform
import re
from typing import TYPE_CHECKING, NamedTuple

from coach.store.paths import shipped
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = re.compile(r"(lib[\w.+-]+\.so(?:\.\d+)*): ")
"""How the loader begins when it finds no such library, in every language; a library that it found has its folder."""

_INSTALL = {"debian": "sudo apt install", "fedora": "sudo dnf install", "arch": "sudo pacman -S"}
_LIKE = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", **{family: family for family in _INSTALL}}


class Need(NamedTuple):
    """One line of the list: a library or a program, what it is for, and the packages that have it."""

    name: str
    purpose: str
    debian: str
    fedora: str
    arch: str
    comes_with: str


def needs() -> list[Need]:
    """Return the whole list."""
    lines = (shipped("assets") / "linux" / "libraries.txt").read_text("utf-8").splitlines()
    return [Need(*line.split()) for line in lines if line and not line.startswith("#")]


def missing_for(*purposes: str) -> list[str]:
    """Return what the loader does not find of the libraries of the list for these purposes, and of what these need."""
    wanted = (need.name for need in needs() if need.purpose in purposes)
    return [missing for name in wanted if (missing := missing_in(words_about(name)))]


def words_about(library: Path | str) -> str:
    """Load a library by its name or path; return what the loader says against it, empty where it is content."""
    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return str(error)
    return ""


def missing_in(words: str) -> str:
    """Return the library that the loader says it did not find, empty where its words are about something else."""
    found = _NAME.match(words)
    return found[1] if found else ""


def in_words(libraries: Iterable[str]) -> str:
    """Say that these libraries are missing and how to install them, as far as that is known."""
    missing = sorted(dict.fromkeys(libraries))
    return f"{which(missing)} {remedy(missing)}"


def which(missing: list[str]) -> str:
    """Say that these libraries are missing."""
    return plural(
        "This computer lacks a library: {libraries}.",
        "This computer lacks some libraries: {libraries}.",
        len(missing),
        libraries=", ".join(missing),
    )


def remedy(missing: list[str]) -> str:
    """Say how to install these libraries, as far as that is known."""
    known = [need for need in needs() if need.name in missing]
    if {need.name for need in known} != {*missing}:
        return tr("Install the packages of your system that have them.")
    family = _family()
    if not family:
        packages = " ".join(dict.fromkeys(need.debian for need in known))
        return tr("On Debian and Ubuntu this is in: {packages}", packages=packages)
    packages = " ".join(dict.fromkeys(str(getattr(need, family)) for need in known))
    return tr("To install what is missing: {command}", command=f"{_INSTALL[family]} {packages}")


def _family() -> str:
    """Return which of the systems of the list this one is like, empty where it is like none."""
    try:
        found = platform.freedesktop_os_release()
    except OSError:
        return ""
    likes = [found.get("ID", ""), *found.get("ID_LIKE", "").split()]
    return next((_LIKE[like] for like in likes if like in _LIKE), "")
