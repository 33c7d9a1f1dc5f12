"""A sound server of our own, with sinks that play to nobody and whose sound we hear.

It can be killed, stopped, and started again at the same place. Needs Debian's pulseaudio and pulseaudio-utils; no sound
card. The other kind needs pipewire, pipewire-pulse, wireplumber and dbus.
"""

from __future__ import annotations

import array
import contextlib
import os
import shutil
import signal
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
PIPEWIRE = {name: shutil.which(name) or "" for name in ("dbus-daemon", "pipewire", "wireplumber", "pipewire-pulse")}
MISSING_PIPEWIRE = [name for name, found in {**PROGRAMS, **PIPEWIRE}.items() if not found and name != "pulseaudio"]
# Without rewinds the sink does what it is told within 50 ms, as a card does; else it may be 2 s ahead with silence.
SINK = "module-null-sink sink_name={name} rate={rate} channels=1"
SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module {sink} norewinds=1
set-default-sink out
"""
DAEMON = (
    "-n --daemonize=no --exit-idle-time=-1 --disallow-exit=yes --use-pid-file=no --realtime=no --high-priority=no "
    "--log-target=stderr --log-level=error -F"
)
START_S = 15


class Ear:
    """Listens to what one sink plays."""

    def __init__(self, sink: str, environ: dict[str, str]) -> None:
        self.loud_at = 0.0
        self.peak = 0
        """The largest sample since it was set to 0."""
        command = [PROGRAMS["parec"], "--raw", f"--device={sink}.monitor", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen(
            [*command, "--latency-msec=10"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        # 5 ms at a time
        while raw := self._process.stdout.read(RATE // 200 * 2):
            loudest = max(map(abs, array.array("h", raw[: len(raw) // 2 * 2])), default=0)
            self.peak = max(self.peak, loudest)
            if loudest > LOUD:
                self.loud_at = time.monotonic()

    def close(self) -> None:
        """Listen no more."""
        self._process.kill()
        self._process.wait(5)
        self._thread.join(5)
        if self._process.stdout is not None:
            self._process.stdout.close()


class Server:
    """One place where a server may listen: this one is PulseAudio."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._daemons: list[subprocess.Popen[bytes]] = []
        self.ears: dict[str, Ear] = {}
        self.environ = {
            "PULSE_SERVER": f"unix:{folder / 'native'}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
        }

    @property
    def pid(self) -> int:
        """The process that answers to libpulse."""
        return self._daemons[-1].pid

    def start(self) -> None:
        """Start the server and listen to it."""
        self._start_daemons()
        end = time.monotonic() + START_S
        while subprocess.run([PROGRAMS["pactl"], "info"], env=self._all, capture_output=True, check=False).returncode:
            if self._daemons[-1].poll() is not None or time.monotonic() > end:
                self.close()
                message = "the sound server did not start"
                raise RuntimeError(message)
            time.sleep(0.02)
        self._make_sink()
        self.ears["out"] = Ear("out", self._all)

    @property
    def _all(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if not name.startswith("PULSE_")} | self.environ

    def _run(self, *command: str) -> None:
        self._daemons.append(
            subprocess.Popen(
                command, env=self._all, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )

    def _start_daemons(self) -> None:
        script = self._folder / "server.pa"
        sink = SINK.format(name="out", rate=RATE)
        script.write_text(SCRIPT.format(socket=self._folder / "native", sink=sink))
        self._run(PROGRAMS["pulseaudio"], *DAEMON.split(), str(script))

    def _make_sink(self) -> None:
        """Make the sink; here the script has."""

    def add(self, sink: str) -> None:
        """Add a sink, and listen to it."""
        self.tell("load-module", *SINK.format(name=sink, rate=RATE).split())
        self.ears[sink] = Ear(sink, self._all)

    def use(self, sink: str) -> None:
        """Make a sink the default."""
        self.tell("set-default-sink", sink)

    def tell(self, *what: str) -> str:
        """Have pactl tell the server something."""
        done = subprocess.run([PROGRAMS["pactl"], *what], env=self._all, capture_output=True, text=True, check=True)
        return done.stdout

    def remove(self, sink: str) -> None:
        """Take a sink away, as a plug that is drawn."""
        for line in self.tell("list", "short", "modules").splitlines():
            number, _tab, rest = line.partition("\t")
            if f"sink_name={sink} " in f"{rest} ":
                self.ears.pop(sink).close()
                self.tell("unload-module", number)

    @property
    def is_loud(self) -> bool:
        """Whether there was sound within the last 150 ms."""
        return any(time.monotonic() - ear.loud_at < 0.15 for ear in self.ears.values())

    def freeze(self) -> None:
        """Let it take connections and never answer."""
        for daemon in self._daemons:
            daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        for daemon in self._daemons:
            daemon.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Kill the server, as a crash does: nobody is told."""
        for daemon in self._daemons:
            daemon.kill()
            daemon.wait(5)
        for ear in self.ears.values():
            ear.close()
        self._daemons.clear()
        self.ears.clear()

    def close(self) -> None:
        """End all that belongs to it."""
        self.kill()


class PipeWire(Server):
    """The other server that most desktops have."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._bus: subprocess.Popen[bytes] | None = None
        self.environ = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PIPEWIRE_RUNTIME_DIR": str(folder),
            "XDG_STATE_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
        }

    def _start_daemons(self) -> None:
        if self._bus is None:
            command = [PIPEWIRE["dbus-daemon"], "--session", "--nofork", f"--address=unix:path={self._folder}/bus"]
            self._bus = subprocess.Popen(command, env=self._all, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self._wait_for("bus")
        self._run(PIPEWIRE["pipewire"])
        self._wait_for("pipewire-0")
        self._run(PIPEWIRE["wireplumber"])
        self._run(PIPEWIRE["pipewire-pulse"])

    def _wait_for(self, socket: str) -> None:
        end = time.monotonic() + START_S
        while not (self._folder / socket).exists() and time.monotonic() < end:
            time.sleep(0.02)

    def _make_sink(self) -> None:
        self.tell("load-module", *SINK.format(name="out", rate=RATE).split())
        end = time.monotonic() + START_S
        while "out" not in self.tell("get-default-sink").split():
            # wireplumber may not be there yet, and without it there is no default
            with contextlib.suppress(subprocess.CalledProcessError):
                self.use("out")
            if time.monotonic() > end:
                message = "wireplumber did not start"
                raise RuntimeError(message)
            time.sleep(0.02)

    def kill_who_chooses(self) -> None:
        """Kill the one program that chooses a device and leads sound to it: the server still answers."""
        self._daemons[1].kill()

    def close(self) -> None:
        """End all that belongs to it."""
        super().close()
        if self._bus is not None:
            self._bus.kill()
            self._bus.wait(5)
            self._bus = None
