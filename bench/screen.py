"""A screen to draw on: the one that is there, else a virtual one of our own, else none (offscreen)."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = "1920x1080x24"
SETTLE_S = 1.0
"""Time for a window manager to take the screen over."""


@contextlib.contextmanager
def screen() -> Iterator[tuple[str, dict[str, str]]]:
    """Give the words for the screen in use and the environment for programs on it; ends what it began."""
    environment = dict(os.environ)
    # An installed program has its compiled files; the first, unmeasured run writes them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with contextlib.ExitStack() as stack:
        if environment.get("DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "xcb"
            yield f"the X display {environment['DISPLAY']} that was there", environment
            return
        server = shutil.which("Xvfb")
        if server is None:
            environment["QT_QPA_PLATFORM"] = "offscreen"
            yield "no X server here: Qt's offscreen platform, so painting is not carried to any screen", environment
            return
        environment["DISPLAY"] = f":{stack.enter_context(_virtual(server))}"
        environment["QT_QPA_PLATFORM"] = "xcb"
        manager = shutil.which("openbox")
        if manager is not None:
            stack.enter_context(_running([manager, "--sm-disable"], environment))
            time.sleep(SETTLE_S)
        words = "with openbox" if manager is not None else "without a window manager"
        yield f"Xvfb {SIZE} {words}", environment


@contextlib.contextmanager
def _virtual(server: str) -> Iterator[str]:
    """Run an X server and give its number."""
    reader, writer = os.pipe()
    try:
        command = [server, "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
        with _running(command, dict(os.environ), writer):
            os.close(writer)
            writer = -1
            number = os.read(reader, 16).decode().strip()
            if not number:
                message = "Xvfb did not start"
                raise RuntimeError(message)
            yield number
    finally:
        os.close(reader)
        if writer >= 0:
            os.close(writer)


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str], *descriptors: int) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    # A session of its own: Ctrl-C must not end the screen before the windows on it.
    process = subprocess.Popen(
        command, env=environment, pass_fds=descriptors, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        yield
    finally:
        end(process)


def end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """End a process, by force if it does not listen."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
