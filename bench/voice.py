"""What voice and tones cost: a session that is heard beside one that is silent, each with its helper process."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from bench.child import Child, NotMeasuredError, cpu_s, pss_mib
from bench.figures import Row
from bench.session import Session
from bench.windows import COACH
from coach.core.timeline import BlockKind
from tests.devices.sound.server import MISSING, Server

SETTLE_S = 3.0
"""By then the helper plays."""
WHOLE_S, QUICK_S = 60.0, 20.0


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Watch the end of the way to an exercise and the beginning of its holds, silent and heard, one after the other."""
    if MISSING:
        message = f"voice needs {', '.join(MISSING)}"
        raise NotMeasuredError(message)
    with tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        server.start()
        try:
            own = environment | server.environ
            silent = _run(own, f"{data_dir}-silent", "off", quick=quick)
            heard = _run(own, f"{data_dir}-heard", "on", quick=quick)
        finally:
            server.close()
    floor_s, floor_mib = (silent[0],), (silent[2],)
    return [
        Row("voice: program in a session that is heard", "CPU s/min", (heard[0],), floor_s),
        Row("voice: helper in a session that is heard", "CPU s/min", (heard[1],), floor_s),
        Row("voice: helper in a session that is silent", "CPU s/min", (silent[1],), floor_s),
        Row("voice: memory of the program", "MiB", (heard[2],), floor_mib),
        Row("voice: memory of the helper", "MiB", (heard[3],), floor_mib),
    ]


def _run(environment: dict[str, str], data_dir: str, voice: str, *, quick: bool) -> tuple[float, float, float, float]:
    """Return CPU s/min of program and helper, and the memory of each in MiB."""
    with Child(COACH, environment, "--data-dir", data_dir) as child:
        child.wait_for("drawn")
        time.sleep(SETTLE_S)
        child.tell(f"voice {voice}")
        session = Session(child)
        session.go(session.first(BlockKind.CHANGE))
        helpers = child.helpers()
        seconds = QUICK_S if quick else WHOLE_S
        before_s = sum(map(cpu_s, helpers))
        used_s = child.cpu_over(seconds)
        helper_s = sum(map(cpu_s, helpers)) - before_s
        return used_s * 60 / seconds, helper_s * 60 / seconds, child.pss_mib(), sum(map(pss_mib, helpers))
