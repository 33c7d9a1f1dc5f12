"""The bundle, without building it: what is packed, how the helper is started there, and the environment of children."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

import pytest

from coach import waves
from coach.devices import own_process
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PACKAGING = ROOT / "packaging"
IMPORT_ALL = """
import json, sys
from importlib import import_module
told = json.load(sys.stdin)
sys.modules.update(dict.fromkeys(told["left out"]))  # importing one of these fails
for name in told["wanted"]:
    import_module(name)
print(*sys.modules)
"""


def _contents() -> ModuleType:
    found = spec_from_file_location("contents", PACKAGING / "contents.py")
    assert found is not None
    assert found.loader is not None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


contents = _contents()


@pytest.mark.skipif(sys.platform != "linux", reason="a bundle for Linux")
def test_whatever_coach_imports_is_packed() -> None:
    """What is loaded on demand too: no reader of imports sees the name given to `later`."""
    ours = contents.modules(ROOT)
    named = [name for wave in waves.WAVES for name in wave.modules if name not in contents.NOT_ON_LINUX]
    assert {name for name in named if name.startswith("coach")} <= set(ours)

    told = json.dumps({"left out": contents.NOT_IMPORTED, "wanted": [*ours, *named]})
    command = [sys.executable, "-c", IMPORT_ALL]
    done = subprocess.run(command, cwd=ROOT, input=told, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""

    loaded = done.stdout.split()
    qt = {name.split(".")[1] for name in loaded if name.startswith("PySide6.Qt")}
    assert qt <= contents.QT_MODULES
    assert all(contents.is_packed(f"PySide6/{name}.abi3.so", []) for name in qt)


@pytest.mark.parametrize(
    ("name", "is_packed"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libicuuc.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/qt_de.qm", False),
        ("PySide6/QtQml.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.11", True),
        ("libpython3.11.so.1.0", True),
        ("libxcb-cursor.so.0", True),
        ("libxcb.so.1", False),
        ("libglib-2.0.so.0", False),
        ("libsndfile.so.1", False),
        ("libstdc++.so.6", False),
        ("python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", True),
        ("coach/assets/voice/af_heart/voice.json", True),
        ("coach/assets/locale/de/LC_MESSAGES/coach.mo", True),
        ("coach/assets/locale/de/LC_MESSAGES/coach.po", False),
        ("pydantic/main.pyc", True),
        ("pydantic/v1/main.pyc", False),
        ("pydantic-2.14.3.dist-info/METADATA", False),
    ],
)
def test_what_a_desktop_stands_on_is_its_own(name: str, *, is_packed: bool) -> None:
    assert contents.is_packed(name, ["de"]) is is_packed


def test_a_bundle_starts_the_program_of_its_helper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`sys.executable` is coach itself there: it would open a second window instead of playing."""
    assert own_process.sound_helper()[0] == sys.executable

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "coach"))

    assert own_process.sound_helper() == (str(tmp_path / "coach-sound"),)
    assert 'executable("coach-sound"' in (PACKAGING / "coach.spec").read_text("utf-8")


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ({"LD_LIBRARY_PATH": "/bundle", "_PYI_ARCHIVE_FILE": "/bundle/coach"}, {}),
        ({"LD_LIBRARY_PATH": "/bundle:/own", "LD_LIBRARY_PATH_ORIG": "/own"}, {"LD_LIBRARY_PATH": "/own"}),
    ],
)
def test_what_a_bundle_starts_has_the_environment_of_the_desktop(
    inside: dict[str, str], outside: dict[str, str]
) -> None:
    hook = (PACKAGING / "environment_hook.py").read_text("utf-8")
    kept = f"{hook}\nimport sys\nsys.stdout.write(repr(dict(os.environ)))"
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}

    done = subprocess.run(
        [sys.executable, "-S", "-c", kept], env=plain | inside, check=True, capture_output=True, text=True, timeout=60
    )

    assert done.stdout == repr(plain | outside)
