"""Makes what a person installs out of the bundle in dist/coach: a `.deb` and a `.tar.xz`; `make packages`.

Both hold the same files. What a desktop is told of coach is named once, in `shared-data` of pyproject.toml.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import lzma
import os
import platform
import re
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach import __version__
from coach.devices.system_libraries import needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
PACKAGE = "lower-back-coach"
LIBRARY = f"usr/lib/{PACKAGE}"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
OPTIONAL = {"libqgtk3.so", "libcupsprintersupport.so"}
"""Files that Qt passes over where the desktop lacks what they stand on."""
OF_THE_SYSTEM = re.compile(r"ld-linux.*|lib(c|dl|m|pthread|resolv|rt)\.so\.\d")
"""Libraries that come with the C library."""
COMMON = Path("/usr/share/common-licenses")
BUILD = ROOT / "build"


class Order(NamedTuple):
    """What is to be made, and of what."""

    bundle: Path
    dist: Path
    """The folder for what is made."""
    version: str
    when: datetime
    """The time that all files get."""
    level: int = 9
    """How hard to pack, 0 to 9; the last takes a minute or two."""


Maker = Callable[[Order], Path]
"""Makes what a person installs, and returns its path."""


def shared() -> dict[Path, str]:
    """Return where below a prefix each file for the desktop goes, by its path in the source tree."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    return {ROOT / source: target for source, target in wheel["shared-data"].items()}


def packages() -> dict[str, str]:
    """Return the Debian package of each library that the bundle may need, with `|` where it has two names."""
    lines = (PACKAGING / "debian" / "libraries.txt").read_text("utf-8").splitlines()
    rows = (line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#"))
    more = {name: package.strip() for name, package in rows}
    known = {need.name: more.get(need.debian, need.debian) for need in needs()}
    return {**known, **more}


def needed(bundle: Path) -> tuple[set[str], str]:
    """Return the libraries that a bundle does not have itself, and the least version of the C library."""
    files = [path for path in bundle.rglob("*") if path.is_file()]
    own, found, versions = {path.name for path in files}, _loaded(), {(2, 0)}
    for path in files:
        with path.open("rb") as file:
            is_program = file.read(4) == b"\x7fELF"
        if is_program and path.name not in OPTIONAL:
            told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
            found |= set(re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE)) - own
            versions |= {(int(a), int(b)) for a, b in re.findall(r" GLIBC_(\d+)\.(\d+)\b", told)}
    major, minor = max(versions)
    return {each for each in found if not OF_THE_SYSTEM.fullmatch(each)}, f"{major}.{minor}"


def _loaded() -> set[str]:
    """Return the libraries that no file names: coach loads them by itself."""
    return {need.name for need in needs() if need.purpose == "sound"}


def depends(libraries: Iterable[str], libc: str) -> str:
    """Return what a package depends on; raises KeyError for a library of which nobody has said who has it."""
    known = packages()
    return ", ".join([f"libc6 (>= {libc})", *sorted({known[library] for library in libraries})])


def put(source: Path, target: Path, *, compress: bool = False) -> None:
    """Copy a file, with the rights that packages have it with."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if compress:
        target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))
    else:
        shutil.copyfile(source, target)
    target.chmod(0o644)


def put_bundle(bundle: Path, target: Path) -> None:
    """Copy a bundle; only programs may be executed."""
    shutil.copytree(bundle, target, symlinks=True)
    for path in target.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent == target else 0o644)


def stage_deb(order: Order, root: Path, maintainer: str) -> None:
    """Lay out all files of the package, with what dpkg is told of them."""
    about = root / "usr" / "share" / "doc" / PACKAGE
    put_bundle(order.bundle, root / LIBRARY)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "coach").symlink_to(f"../lib/{PACKAGE}/coach")
    for source, target in shared().items():
        is_page = "/man/" in target
        put(source, root / "usr" / (f"{target}.gz" if is_page else target), compress=is_page)
    put(PACKAGING / "debian" / "copyright", about / "copyright")
    put(ROOT / "CHANGELOG.md", about / "changelog.gz", compress=True)
    stamp = order.when.strftime("%a, %d %b %Y %H:%M:%S +0000")
    news = (
        f"{PACKAGE} ({order.version}) unstable; urgency=medium\n\n  * See changelog.gz.\n\n -- {maintainer}  {stamp}\n"
    )
    (about / "changelog.Debian.gz").write_bytes(gzip.compress(news.encode(), 9, mtime=0))
    put(PACKAGING / "debian" / "lintian-overrides", root / "usr" / "share" / "lintian" / "overrides" / PACKAGE)
    _tell_dpkg(order, root, maintainer)


def _tell_dpkg(order: Order, root: Path, maintainer: str) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    (root / "DEBIAN").mkdir()
    text = (PACKAGING / "debian" / "control").read_text("utf-8")
    told = text.format(
        version=order.version,
        architecture=ARCHITECTURES[platform.machine()],
        maintainer=maintainer,
        kilobytes=sum(-(-path.stat().st_size // 1024) for path in files),
        depends=depends(*needed(order.bundle)),
        recommends=", ".join(need.debian for need in needs() if need.purpose == "speech"),
    )
    (root / "DEBIAN" / "control").write_text(told, "utf-8")
    sums = (hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest() for path in files)
    lines = (f"{each}  {path.relative_to(root)}\n" for each, path in zip(sums, files, strict=True))
    (root / "DEBIAN" / "md5sums").write_text("".join(lines), "utf-8")
    for path in (root, *root.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


def make_deb(order: Order) -> Path:
    """Make the package for Debian and what descends from it; return its path."""
    name, mail = os.environ.get("DEBFULLNAME", "the coach developers"), os.environ.get("DEBEMAIL", "coach@example.org")
    made = order.dist / f"{PACKAGE}_{order.version}_{ARCHITECTURES[platform.machine()]}.deb"
    when = int(order.when.timestamp())
    with _place() as place:
        root = Path(place)
        stage_deb(order, root, f"{name} <{mail}>")
        for path in (root, *root.rglob("*")):
            os.utime(path, (when, when), follow_symlinks=False)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(when)}
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{order.level}", "--build", place, str(made)]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return made


def stage_tar(bundle: Path, root: Path) -> None:
    """Lay out the folder that is unpacked and run where it lies."""
    put_bundle(bundle, root)
    for source, target in shared().items():
        put(source, root / target)
    copyrights = (PACKAGING / "debian" / "copyright").read_text("utf-8")
    here = re.sub(
        rf"(?:On Debian systems the|The|the) (text[^.]*) is in {COMMON}/([\w.-]+\w)",
        r"The \1 is in licences/\2.txt",
        copyrights,
    )
    (root / "COPYRIGHT").write_text(here.replace(f"/{LIBRARY}/", "").replace(f"{LIBRARY}/", ""), "utf-8")
    for name in sorted(set(re.findall(rf"{COMMON}/([\w.-]+\w)", copyrights))):
        put(COMMON / name, root / "licences" / f"{name}.txt")
    put(PACKAGING / "tar" / "README.txt", root / "README.txt")
    put(PACKAGING / "tar" / "install.sh", root / "install.sh")
    (root / "install.sh").chmod(0o755)


def make_tar(order: Order) -> Path:
    """Make the archive for all other desktops of Linux; return its path."""
    folder = f"coach-{order.version}"
    made = order.dist / f"{folder}-linux-{platform.machine()}.tar.xz"
    with (
        _place() as place,
        lzma.open(made, "wb", preset=order.level) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        root = Path(place) / folder
        stage_tar(order.bundle, root)
        for path in (root, *sorted(root.rglob("*"))):
            entry = archive.gettarinfo(path, str(path.relative_to(root.parent)))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = int(order.when.timestamp())
            if entry.isdir():
                entry.mode = 0o755
            if entry.isreg():
                with path.open("rb") as file:
                    archive.addfile(entry, file)
            else:
                archive.addfile(entry)
    return made


def _place() -> tempfile.TemporaryDirectory[str]:
    """Return a folder to lay files out in, which goes afterwards: others may make a package at the same time."""
    BUILD.mkdir(exist_ok=True)
    return tempfile.TemporaryDirectory(dir=BUILD, prefix="package-")


def time_of_source() -> datetime:
    """Return the time that all files of a package get: that of the last commit, or what the environment says."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return datetime.fromtimestamp(int(told), UTC)


def sizes(made: Iterable[Path]) -> Iterator[str]:
    """Yield each file with its size, for the one who waits."""
    for path in made:
        yield f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}: {path.stat().st_size / 1e6:.1f} MB"


def main() -> None:
    """Make what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kinds", nargs="*", help="deb, tar; default: both")
    asked.add_argument("--bundle", type=Path, default=ROOT / "dist" / "coach")
    asked.add_argument("--dist", type=Path, default=ROOT / "dist")
    asked.add_argument("--version", default=__version__, help="of the package, if not that of coach")
    asked.add_argument("--level", type=int, default=9, help="how hard to pack, 0 to 9; the last takes minutes")
    options = asked.parse_args()
    makers = {"deb": make_deb, "tar": make_tar}
    if not (options.bundle / "coach").is_file():
        asked.error(f"there is no bundle in {options.bundle}: make bundle")
    options.dist.mkdir(exist_ok=True)
    order = Order(options.bundle, options.dist, options.version, time_of_source(), options.level)
    kinds = options.kinds or list(makers)
    for line in sizes(makers[kind](order) for kind in kinds):
        print(line)


if __name__ == "__main__":
    main()
