"""A systemd of one's own for a test, in a home of its own: where this user may mount, as in most containers."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYSTEMD = Path("/lib/systemd/systemd")
_BEGIN = """
mount -t cgroup2 none /sys/fs/cgroup || exit 77
mount -t tmpfs none /run/systemd && mkdir /run/systemd/system || exit 77
mkdir -p "/sys/fs/cgroup/$1" && echo $$ > "/sys/fs/cgroup/$1/cgroup.procs" || exit 77
exec "$2" --user
"""
_END = """
mount -t cgroup2 none /sys/fs/cgroup && find "/sys/fs/cgroup/$1" -depth -type d -exec rmdir {} +
"""
PATIENCE_S = 20


@contextlib.contextmanager
def user_manager(runtime: Path) -> Iterator[bool]:
    """Run one within `with`; yields whether that is possible here. `runtime` is its XDG_RUNTIME_DIR, of mode 0700."""
    if os.geteuid() != 0 or not _SYSTEMD.exists() or shutil.which("unshare") is None:
        yield False
        return
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG", "DBUS"))}
    environment |= {"XDG_RUNTIME_DIR": str(runtime)}
    group = f"coach-test-{os.getpid()}"
    command = ["unshare", "--mount", "sh", "-c", _BEGIN, "sh", group, str(_SYSTEMD)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            yield _answers(process, environment)
        finally:
            if process.poll() is None:
                ending = ["systemctl", "--user", "exit"]
                subprocess.run(ending, env=environment, check=False, timeout=PATIENCE_S)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(PATIENCE_S)
            process.kill()
            process.wait()
            # The group would stay until the machine is started anew.
            ending = ["unshare", "--mount", "sh", "-c", _END, "sh", group]
            subprocess.run(ending, check=False, stderr=quiet, timeout=PATIENCE_S)


def _answers(process: subprocess.Popen[bytes], environment: dict[str, str]) -> bool:
    for _try in range(PATIENCE_S * 10):
        if process.poll() is not None:
            return False
        asked = ["systemctl", "--user", "show", "--property=Version"]
        done = subprocess.run(asked, env=environment, capture_output=True, check=False)
        if done.returncode == 0:
            return True
        time.sleep(0.1)
    return False
