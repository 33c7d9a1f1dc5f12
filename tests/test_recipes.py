"""The recipes for packages that are not built here: what they name is there, and they say that nobody ran them."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from coach import APP_ID
from tests.cases import ROOT
from tools.packages import shared

if TYPE_CHECKING:
    from pathlib import Path

PACKAGING = ROOT / "packaging"
KINDS = ("flatpak", "appimage", "windows", "macos")
RECIPES = [path for kind in KINDS for path in sorted((PACKAGING / kind).iterdir())]
SPECS = [path for path in RECIPES if path.suffix == ".spec"]
MADE = {"packaging/windows/coach.ico", "packaging/macos/coach.icns"}
"""What a recipe makes on its way."""
NAMED = re.compile(r"(?<![\w./-])((?:packaging|assets|tools|coach|docs)/[\w./-]*\w|constraints\.txt|routines\.json)")
MODULE = re.compile(r"python -m (tools\.\w+)")
MANIFEST = PACKAGING / "flatpak" / f"{APP_ID}.json"


def named(path: Path) -> set[str]:
    """Return the files of the source tree that a recipe names, those that its commands run included."""
    text = path.read_text("utf-8")
    modules = {f"{module.replace('.', '/')}.py" for module in MODULE.findall(text)}
    return ({name.replace("\\", "/") for name in NAMED.findall(text)} | modules) - MADE


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_a_recipe_names_is_there(path: Path) -> None:
    bundled = {name for name in named(path) if name.startswith("coach/")}

    assert [name for name in named(path) - bundled if not (ROOT / name).exists()] == []
    assert bundled <= {"coach/assets"} or path.suffix != ".spec"
    if path.suffix != ".json":  # which has no comments
        assert "Not built here" in path.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_each_recipe_has_its_workflow_and_the_table_says_that_nobody_ran_it(kind: str) -> None:
    flow = (PACKAGING / kind / "ci.yml").read_text("utf-8")
    table = (PACKAGING / "README.md").read_text("utf-8")

    assert re.search(rf"^\| `{kind}` \|.*\| \*\*no\*\* \|$", table, re.MULTILINE)
    assert f"name: {kind}\n" in flow
    assert "\t" not in flow
    if kind in {"flatpak", "appimage"}:
        assert "make packages" in flow
    else:
        assert f"packaging/{kind}/coach.spec" in flow


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_what_makes_a_bundle_is_python(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}

    assert {"coach", "coach-sound", "coach/assets", "__main__.py", "sound_helper.py"} <= texts


def test_the_flatpak_has_the_id_and_no_network(tmp_path: Path) -> None:
    manifest = json.loads(MANIFEST.read_text("utf-8"))

    assert manifest["id"] == APP_ID
    assert [asked for asked in manifest["finish-args"] if "network" in asked or asked == "--filesystem=home"] == []
    # A Flatpak shows the desktop only what goes by its id.
    assert [path for path in shared().values() if "/man/" not in path and APP_ID not in path] == []
    if (judge := shutil.which("flatpak-builder")) is not None:
        subprocess.run([judge, "--show-manifest", MANIFEST], cwd=tmp_path, check=True, capture_output=True)


def test_every_other_recipe_has_the_id() -> None:
    for path in (PACKAGING / "appimage" / "build.sh", PACKAGING / "windows" / "coach.iss"):
        assert re.search(rf"^(?:id|AppId)={re.escape(APP_ID)}$", path.read_text("utf-8"), re.MULTILINE)
    assert "bundle_identifier=APP_ID" in (PACKAGING / "macos" / "coach.spec").read_text("utf-8")


@pytest.mark.skipif(shutil.which("xz") is None, reason="tar needs xz for the archive")
def test_the_appimage_is_laid_out_as_its_tool_wants_it(tmp_path: Path) -> None:
    """With the tool in the place of which stands one that only looks."""
    (tmp_path / "packaging" / "appimage").mkdir(parents=True)
    script = shutil.copy2(PACKAGING / "appimage" / "build.sh", tmp_path / "packaging" / "appimage")
    inside = tmp_path / "coach-1.2.3"
    for source, target in shared().items():
        (inside / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, inside / target)
    for name in ("coach", "install.sh", "README.txt"):
        (inside / name).touch()
    (tmp_path / "dist").mkdir()
    shutil.make_archive(str(tmp_path / "dist" / "coach-1.2.3-linux-x86_64"), "xztar", tmp_path, "coach-1.2.3")
    tool = tmp_path / "bin" / "appimagetool"
    tool.parent.mkdir()
    tool.write_text('#!/bin/sh\ntest "$ARCH" && printf "%s\\n" "$@"\n', "utf-8")
    tool.chmod(0o755)

    path = f"{tool.parent}:/usr/local/bin:/usr/bin:/bin"
    told = subprocess.run([script], env={"PATH": path}, check=True, capture_output=True, text=True).stdout.split()

    assert told == ["build/appimage/AppDir", "dist/coach-1.2.3-linux-x86_64.AppImage"]
    folder = tmp_path / told[0]
    for name in ("AppRun", f"{APP_ID}.desktop", f"{APP_ID}.png", ".DirIcon"):
        assert (folder / name).is_file(), name
    assert (folder / "usr" / "share" / "metainfo" / f"{APP_ID}.appdata.xml").is_file()
