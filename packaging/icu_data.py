"""Makes a smaller copy of the data of ICU, which Qt links to: without what neither Qt nor coach ever asks it for.

Of its 32 MB Qt uses how words are sorted and the rules of time zones; names and formats it has itself. What is taken
out are whole tables: converters of old encodings, dictionaries, transliteration, and for each language the names of
units, money, languages, regions and time zones, and how dates and numbers are written. Who asks for one gets what holds
for all languages.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UNUSED = re.compile(
    r"icudt\d+l/(?:.*\.(?:cnv|spp|cfu)|(?:brkitr|rbnf|translit)/.*"
    r"|(?:curr|lang|region|unit|zone)/(?!root|pool|res_index|supplementalData).*"
    r"|(?!root|pool|res_index)[a-z]{2,4}(?:_\w+)?\.res)"
)
_MAGIC = b"\xda\x27"
_SORT_OF_DATA = b"CmnD"
_ALIGNED = 16


def slim(library: Path, folder: Path) -> Path:
    """Write a smaller copy of `libicudata.so` into a folder and return it; raises ValueError where it is another."""
    data = library.read_bytes()
    start = _start(data)
    header = data[start : start + int.from_bytes(data[start : start + 2], "little")]
    tables = {name: table for name, table in _tables(data, start + len(header)).items() if not UNUSED.fullmatch(name)}
    return _linked(header + _packed(tables), library.name, folder)


def _start(data: bytes) -> int:
    """Return where the header of the data begins: its size, two bytes of magic, and its kind after ten more."""
    found = data.find(_SORT_OF_DATA)
    if found < 0 or data[found - 10 : found - 8] != _MAGIC:
        message = "there is no data of ICU in it"
        raise ValueError(message)
    return found - 12


def _tables(data: bytes, base: int) -> dict[str, bytes]:
    """Return all tables by name; the last one may have a few bytes of the library after it."""
    (count,) = struct.unpack_from("<I", data, base)
    places = [struct.unpack_from("<II", data, base + 4 + 8 * index) for index in range(count)]
    ends = [end for _, end in places[1:]] + [len(data) - base]
    names = [data[base + name : data.index(b"\0", base + name)].decode("ascii") for name, _ in places]
    return {name: data[base + at : base + end] for name, (_, at), end in zip(names, places, ends, strict=True)}


def _packed(tables: Mapping[str, bytes]) -> bytes:
    """Return tables as ICU finds them: their number, the places of name and table of each, the names, the tables."""
    names = {name: name.encode("ascii") + b"\0" for name in sorted(tables)}
    first_name = 4 + 8 * len(names)
    texts, bodies = bytearray(), bytearray()
    first_body = -(-(first_name + sum(map(len, names.values()))) // _ALIGNED) * _ALIGNED
    places = bytearray(struct.pack("<I", len(names)))
    for name, text in names.items():
        places += struct.pack("<II", first_name + len(texts), first_body + len(bodies))
        texts += text
        bodies += tables[name] + bytes(-len(tables[name]) % _ALIGNED)
    return bytes(places + texts).ljust(first_body, b"\0") + bytes(bodies)


def _linked(data: bytes, name: str, folder: Path) -> Path:
    """Return a library of that name which has nothing but the data, under the name by which ICU looks for it."""
    version = name.rpartition(".")[2]
    target = folder / name
    with tempfile.TemporaryDirectory(prefix="coach-") as work:
        (Path(work) / "data").write_bytes(data)
        read_only = ".data=.rodata,alloc,load,readonly,data,contents"
        named = f"_binary_data_start=icudt{version}_dat"
        for command in (
            ["ld", "-r", "-b", "binary", "-o", "object", "data"],
            ["objcopy", "--rename-section", read_only, "--set-section-alignment", ".rodata=16", "object"],
            ["objcopy", "--redefine-sym", named, "object"],
            ["ld", "-shared", "-z", "noexecstack", "-soname", name, "-o", str(target.resolve()), "object"],
        ):
            subprocess.run(command, cwd=work, check=True)  # noqa: S603 - the tools of the compiler
    return target
