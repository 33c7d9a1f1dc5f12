"""The bundle, without building it: what is packed, how the helper is started there, and the environment of children."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from array import array
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest

from coach import waves
from coach.devices import own_process
from tests.cases import ROOT
from tools import heard_length

if TYPE_CHECKING:
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


ASK_ICU = """
import functools
from PySide6.QtCore import QByteArray, QCollator, QDateTime, QLocale, QTimeZone
words = ["z", "ö", "oz", "Ärger", "a", "ch", "cz", "côte", "coté", "ı", "i", "I", "二", "一", "あ", "ア", "ة"]
for language in ("en", "de", "sv", "cs", "tr", "fr_CA", "ja", "zh", "ar"):
    locale = QLocale(language)
    print(*sorted(words, key=functools.cmp_to_key(QCollator(locale).compare)))
    print(locale.toUpper("istanbul ß ıi"), locale.toLower("ISTANBUL İI"))
    berlin = QDateTime.fromSecsSinceEpoch(1_700_000_000, QTimeZone(QByteArray(b"Europe/Berlin")))
    print(locale.toString(berlin, QLocale.FormatType.ShortFormat), locale.toString(-1234.5))
"""
"""What Qt asks ICU for is the order of words, and small and capital letters. Dates and numbers it has itself."""


def _module(name: str) -> ModuleType:
    found = spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


contents, icu_data = _module("contents"), _module("icu_data")


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
        ("pyside6_essentials-6.11.3.dist-info/METADATA", True),
        ("pyside6_essentials-6.11.3.dist-info/RECORD", False),
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
    assert own_process.waits() == (str(tmp_path / "coach-waits"),)
    assert own_process.itself() == (str(tmp_path / "coach"),)
    spec = (PACKAGING / "coach.spec").read_text("utf-8")
    assert all(f'executable("{name}"' in spec for name in ("coach", "coach-sound", "coach-waits"))


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


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("ld"), reason="made by the linker of Linux")
def test_with_less_data_words_are_sorted_and_written_as_before(tmp_path: Path) -> None:
    (whole,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")

    slim = icu_data.slim(whole, tmp_path)

    assert slim.stat().st_size < whole.stat().st_size / 4
    assert asked(slim) == asked(whole)


def asked(data: Path) -> list[str]:
    told = {**os.environ, "LD_PRELOAD": str(data), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", ASK_ICU], env=told, check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="libraries as on Linux")
def test_another_library_is_not_taken_for_the_data(tmp_path: Path) -> None:
    other = tmp_path / "libicudata.so.1"
    other.write_bytes(bytes(1000))

    with pytest.raises(ValueError, match="no data of ICU"):
        icu_data.slim(other, tmp_path)


def test_a_recording_tells_how_long_something_is_heard(tmp_path: Path) -> None:
    file = tmp_path / "raw"
    file.write_bytes(array("h", [*[10] * 800, *[-900] * 8000, *[0] * 4000, 900, *[3] * 500]).tobytes())

    assert heard_length.heard_ms(file.read_bytes()) == 1500
    assert heard_length.heard_ms(bytes(99)) == 0
