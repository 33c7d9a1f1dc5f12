"""The versions of Python and PySide6 in pyproject.toml are those that constraints.txt pins and that documents tell."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tests.cases import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINNED = [Requirement(line) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()]
PYTHONS = [f"3.{minor}" for minor in range(8, 20) if Version(f"3.{minor}") in SpecifierSet(PROJECT["requires-python"])]
LOSES_REFERENCES = Version("6.12.0")
"""On Python 3.11, which ends the program (docs/decisions/0002-pyside-version.md)."""


def applies(requirement: Requirement, python: str, platform: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(
        {"python_version": python, "sys_platform": platform, "extra": ""}
    )


def pinned(name: str, python: str, platform: str) -> list[Version]:
    """Return the versions that are pinned for a package: one, unless something is wrong."""
    return [
        Version(next(iter(each.specifier)).version)
        for each in PINNED
        if each.name == name and applies(each, python, platform)
    ]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("python", PYTHONS)
def test_each_python_gets_one_version_of_all_parts_of_pyside(python: str, platform: str) -> None:
    wanted = [Requirement(each) for each in PROJECT["dependencies"]]
    asked = [each for each in wanted if each.name.startswith("PySide6") and applies(each, python, platform)]
    [version] = pinned("PySide6_Essentials", python, platform)

    assert [each.name for each in asked] == ["PySide6_Essentials", *([] if platform == "linux" else ["PySide6_Addons"])]
    assert all(version in each.specifier for each in asked)
    assert pinned("PySide6_Addons", python, platform) == pinned("shiboken6", python, platform) == [version]


def test_python_3_11_never_gets_the_version_that_loses_references() -> None:
    for text in PROJECT["dependencies"]:
        requirement = Requirement(text)
        if requirement.name.startswith("PySide6") and applies(requirement, "3.11", "win32"):
            assert LOSES_REFERENCES not in requirement.specifier


def test_the_pythons_are_told_alike() -> None:
    classified = [each.rpartition(" :: ")[2] for each in PROJECT["classifiers"] if ":: Python :: 3." in each]
    readme = (ROOT / "README.md").read_text("utf-8")

    assert classified == PYTHONS
    assert re.findall(r"Python (3\.\d+) to (3\.\d+)", readme) == [(PYTHONS[0], PYTHONS[-1])]
