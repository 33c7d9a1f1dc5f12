"""What PySide compiles at each start is kept compiled: a file that is not just as it was written is as good as none."""

from __future__ import annotations

import builtins
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.background.compiled_code import MOST, NAME, CompiledCode
from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT, OTHER = b"number = 6 * 7\n", b"number = 6 * 8\n"
DEADLINE_S = 60


@pytest.fixture(name="compiled", autouse=True)
def _compiled(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return what Python's own compiler is given from now on."""
    plain, texts = builtins.compile, []

    def noted(source: bytes, *rest: object, **named: object) -> object:
        texts.append(source)
        return plain(source, *rest, **named)  # type: ignore[call-overload]  # whatever it was called with

    monkeypatch.setattr(builtins, "compile", noted)
    return texts


def number_of(text: bytes, folder: Path) -> int:
    """Compile a text as PySide does, run it, save, and return what it says."""
    code = CompiledCode(folder)
    names: dict[str, int] = {}
    with code.in_use():
        exec(compile(text, "module.py", "exec"), names)  # noqa: S102 - as PySide does
    code.save()
    return names["number"]


@pytest.fixture(name="kept")
def _kept(tmp_path: Path, compiled: list[bytes]) -> Path:
    """Return the file that keeps the text."""
    number_of(TEXT, tmp_path)
    compiled.clear()
    return tmp_path / NAME


def test_a_text_is_compiled_once(kept: Path, compiled: list[bytes]) -> None:
    assert number_of(TEXT, kept.parent) == 42
    assert compiled == []


def test_another_text_is_compiled_and_takes_its_place(kept: Path, compiled: list[bytes]) -> None:
    assert number_of(OTHER, kept.parent) == 48
    assert (number_of(OTHER, kept.parent), number_of(TEXT, kept.parent)) == (48, 42)
    assert compiled == [OTHER, TEXT]


def test_what_has_not_changed_is_not_written(kept: Path) -> None:
    code = CompiledCode(kept.parent)
    with code.in_use():
        compile(TEXT, "module.py", "exec")
    kept.unlink()
    code.save()

    assert not kept.exists()


def test_who_compiled_nothing_writes_nothing(tmp_path: Path) -> None:
    code = CompiledCode(tmp_path)
    with code.in_use():
        pass
    code.save()

    assert list(tmp_path.iterdir()) == []


def test_the_compiler_is_its_own_again_afterwards(tmp_path: Path) -> None:
    own = builtins.compile

    with pytest.raises(SyntaxError), CompiledCode(tmp_path).in_use():
        compile(b"number =", "module.py", "exec")

    assert builtins.compile is own


def test_whatever_else_is_compiled_is_compiled(tmp_path: Path) -> None:
    code = CompiledCode(tmp_path)
    with code.in_use():
        assert eval(compile("6 * 7", "here", "eval")) == 42  # noqa: S307 - nothing from elsewhere
        assert compile("x: y", "here", "exec", 0, True).co_names  # noqa: FBT003 - as another may call it
        assert compile(TEXT, "here", "exec", dont_inherit=True).co_names == ("number",)
    code.save()

    assert list(tmp_path.iterdir()) == []


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_as_good_as_none(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("kept")
    number_of(TEXT, folder)
    kept = (folder / NAME).read_bytes()
    begin = data.draw(st.integers(0, len(kept)))
    end = data.draw(st.integers(begin, len(kept)))
    damaged = kept[:begin] + data.draw(st.binary(max_size=20)) + kept[end:]
    (folder / NAME).write_bytes(damaged)

    assert number_of(TEXT, folder) == 42
    assert (folder / NAME).read_bytes() == kept


def for_others_to_write(file: Path) -> None:
    file.chmod(0o666)


def link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.unlink()
    (file / "within").mkdir(parents=True)


def too_long(file: Path) -> None:
    with file.open("ab") as opened:
        opened.truncate(MOST + 1)


def of_another(file: Path) -> None:
    os.chown(file, os.getuid() + 1, -1)


@pytest.mark.skipif("sys.platform != 'linux'", reason="rights, pipes and links as on Linux")
@pytest.mark.parametrize("change", [for_others_to_write, link, pipe, folder, too_long, of_another])
def test_a_file_that_another_may_have_written_is_as_good_as_none(
    kept: Path, compiled: list[bytes], change: Callable[[Path], None]
) -> None:
    try:
        change(kept)
    except PermissionError:
        pytest.skip("only root can give a file away")
    code = CompiledCode(kept.parent)
    names: dict[str, int] = {}
    with code.in_use():
        exec(compile(TEXT, "module.py", "exec"), names)  # noqa: S102 - as PySide does

    assert (names["number"], compiled) == (42, [TEXT])


@pytest.mark.skipif("sys.platform == 'win32'", reason="there are no modes")
def test_it_is_for_its_owner_alone(kept: Path) -> None:
    assert f"{kept.stat().st_mode & 0o777:o}" == "600"


# The real program

STARTED = """
from __future__ import annotations  # the compiler takes this over from whoever calls it

import builtins, sys
from pathlib import Path

plain, compiled = builtins.compile, []

def noted(source, *rest, **named):
    if isinstance(source, bytes) and not named:
        compiled.append(rest[0])
    return plain(source, *rest, **named)

builtins.compile = noted

from coach import __main__

class Opened:
    @staticmethod
    def run(*arguments):
        from coach import app
        from PySide6.QtCore import QTimer

        class Program(app.Program):
            def __init__(self, *arguments):
                super().__init__(*arguments)
                self.ready.connect(self._look)

            def _look(self):
                if Path(sys.argv[-1], "coach-compiled").is_file():  # a thread writes it
                    self.window.close()
                else:
                    QTimer.singleShot(10, self, self._look)

        app.Program = Program
        return app.run(*arguments)

__main__.app = Opened
status = __main__.main()
print(len(compiled))
sys.exit(status)
"""
"""Opens the window, closes it once the file is there, and tells how many texts were compiled from memory."""


def starts(folder: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", STARTED, "--data-dir", folder],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return int(done.stdout)


@pytest.fixture(name="second", scope="module")
def _second(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of a program that was started once."""
    folder = tmp_path_factory.mktemp("started") / "data"
    assert starts(folder) > 5
    yield folder
    shutil.rmtree(folder)


def test_the_second_start_compiles_nothing(second: Path) -> None:
    assert starts(second) == 0
    assert (second / NAME).stat().st_size < MOST / 4


def test_a_start_with_a_damaged_file_compiles_all(second: Path) -> None:
    whole = (second / NAME).read_bytes()
    (second / NAME).write_bytes(whole[:-1_000] + b"\0" * 1_000)

    assert starts(second) > 5
