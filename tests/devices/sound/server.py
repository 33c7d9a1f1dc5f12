"""A sound server of our own, with a sink that plays to nobody and whose sound we hear.

It can be killed and started again at the same place. Needs Debian's pulseaudio and pulseaudio-utils; no sound card.
"""

from __future__ import annotations

import array
import os
import shutil
import subprocess
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RATE = 44_100
LOUD = 500
"""A sample above this is sound; the tests play at 12 000."""
PROGRAMS = {name: shutil.which(name) or "" for name in ("pulseaudio", "pactl", "parec")}
MISSING = [name for name, found in PROGRAMS.items() if not found]
# Without rewinds the sink does what it is told within 50 ms, as a card does; else it may be 2 s ahead with silence.
SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module module-null-sink sink_name=out rate={rate} channels=1 norewinds=1
set-default-sink out
"""
DAEMON = (
    "-n --daemonize=no --exit-idle-time=-1 --disallow-exit=yes --use-pid-file=no --realtime=no --high-priority=no "
    "--log-target=stderr --log-level=error -F"
)


class Server:
    """One place where a server may listen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._daemon: subprocess.Popen[bytes] | None = None
        self._ear: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._loud_at = 0.0
        self.environ = {
            "PULSE_SERVER": f"unix:{folder / 'native'}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
        }

    def start(self) -> None:
        """Start the server and listen to it."""
        script = self._folder / "server.pa"
        script.write_text(SCRIPT.format(socket=self._folder / "native", rate=RATE))
        environ = os.environ | self.environ
        self._daemon = subprocess.Popen(
            [PROGRAMS["pulseaudio"], *DAEMON.split(), str(script)],
            env=environ,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 10
        while subprocess.run([PROGRAMS["pactl"], "info"], env=environ, capture_output=True, check=False).returncode:
            if self._daemon.poll() is not None or time.monotonic() > end:
                self.close()
                message = "pulseaudio did not start"
                raise RuntimeError(message)
            time.sleep(0.02)
        self._ear = subprocess.Popen(
            [PROGRAMS["parec"], "--raw", "--device=out.monitor", f"--rate={RATE}", "--channels=1", "--latency-msec=10"],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._listen, args=(self._ear,), daemon=True)
        self._thread.start()

    def _listen(self, ear: subprocess.Popen[bytes]) -> None:
        assert ear.stdout is not None
        # 5 ms at a time
        while raw := ear.stdout.read(RATE // 200 * 2):
            samples = array.array("h", raw[: len(raw) // 2 * 2])
            if max(map(abs, samples), default=0) > LOUD:
                self._loud_at = time.monotonic()

    @property
    def is_loud(self) -> bool:
        """Whether there was sound within the last 150 ms."""
        return time.monotonic() - self._loud_at < 0.15

    def kill(self) -> None:
        """Kill the server, as a crash does: nobody is told."""
        for process in (self._daemon, self._ear):
            if process is not None:
                process.kill()
                process.wait(5)
        if self._thread is not None:
            self._thread.join(5)
        if self._ear is not None and self._ear.stdout is not None:
            self._ear.stdout.close()
        self._daemon = self._ear = self._thread = None

    close = kill
