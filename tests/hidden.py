"""Runs a program on this machine as if libraries of the system, or the system itself, were others.

A namespace of its own sees a layer over the folder of the libraries, in which some are taken away: the loader really
does not find them, and nothing of the machine changes.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Done = subprocess.CompletedProcess[str]
DEADLINE_S = 30
SCRIPT = """
set -e
folder=$1 over=$2 hidden=$3 system=$4
shift 4
mount -t overlay overlay -o "lowerdir=$folder,upperdir=$over/up,workdir=$over/work" "$folder"
for name in $hidden; do rm -f "$folder/$name"*; done
[ ! -f "$system" ] || mount --bind "$system" /etc/os-release
exec "$@"
"""


@functools.cache
def _namespace() -> list[str]:
    """Return the command that makes a namespace in which we may mount."""
    return ["unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",)), "sh", "-c", SCRIPT, "sh"]


@functools.cache
def folder_of(library: str) -> Path | None:
    """Return the folder in which the loader finds a library, None where it finds none."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False).stdout
    found = [line.split("=> ")[1] for line in listed.splitlines() if line.split()[0] == library and "x86-64" in line]
    return Path(found[0]).parent.resolve() if found else None


def run(
    command: Sequence[str | Path], folder: Path, *, hidden: str, environment: Mapping[str, str], system: str = ""
) -> Done:
    """Run a command without the libraries whose names begin like those in `hidden`, as on a system of that ID."""
    libraries = folder_of(hidden.split(maxsplit=1)[0])
    if libraries is None or not shutil.which("unshare"):
        pytest.skip("needs the library that it hides, and unshare")
    over, release = folder / "over", folder / "os-release"
    for name in ("up", "work"):
        (over / name).mkdir(parents=True)
    if system:
        release.write_text(f'NAME="A system"\n{system}\n', "utf-8")
    arguments = [*_namespace(), libraries, over, hidden, release, *command]
    done = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )
    if done.stderr.startswith(("unshare:", "mount:")):
        pytest.skip(done.stderr)
    return done
