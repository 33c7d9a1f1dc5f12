"""Breaks files: bytes, what JSON says, rows and tables of a record. The same chance breaks them the same way."""

from __future__ import annotations

import copy
import json
import sqlite3
import zlib
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from pathlib import Path

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 101, 2**31, 2**63 - 1, -(2**63), 10**30, 0.5, -0.0, 1e308, float("nan")),
    *(float("inf"), "", " ", "x", "x" * 5_000, "\0", "\ud800", "\u202e", "é" * 300, "on", "off", "system", "all"),
    *("right", "left", "hold", "default", "stopped for pain", "2026-01-01", [], [[]], {}, {"id": 1}, [1, "a", None]),
)
"""What may stand where something else is meant; strings of other fields among them."""
ROW_VALUES = (
    *(None, 0, 1, -1, 11, 2**31, 2**63 - 1, -(2**63), 0.5, float("inf"), -1e308, "", "x", "5", "x" * 5_000, "\0"),
    *("right", "middle", "done", "finished", "stopped for pain", "cut off", "more", b"", b"\xff\xfe", b"\0" * 40),
)


def some_bytes(data: bytes, chance: random.Random) -> bytes:
    """Flip bits, cut off, cut out, double, fill with zeros, or add something."""
    made = bytearray(data)
    for _time in range(chance.choice((1, 1, 2, 5, 40))):
        at = chance.randrange(len(made) + 1)
        length = chance.choice((1, 4, 100, 4_096))
        match chance.choice(("flip", "cut", "out", "double", "zero", "add")):
            case "flip" if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
            case "cut" if chance.random() < 1 / 4:
                del made[at:]
            case "out":
                del made[at : at + length]
            case "double":
                made[at:at] = made[at : at + length]
            case "zero":
                made[at : at + length] = bytes(len(made[at : at + length]))
            case "add":
                made[at:at] = chance.randbytes(length)
            case _:
                pass
    return bytes(made)


def some_json(data: bytes, chance: random.Random) -> bytes:
    """Change, take away or add values somewhere in a document; its checksum is made right again where it has one."""
    document = json.loads(data)
    for _time in range(chance.choice((1, 1, 2, 4))):
        document = _changed(document, chance)
    if isinstance(document, dict) and "checksum" in document and chance.random() < 3 / 4:
        told = document.get("settings")
        document["checksum"] = f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
    return json.dumps(document).encode()


def _changed(value: Any, chance: random.Random) -> Any:
    """Return it with one place in it changed; what lies deeper is chosen more often."""
    if not isinstance(value, (dict, list)) or not value or chance.random() < 1 / 20:
        return _another(chance)
    key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
    match chance.randrange(10):
        case 0:
            del value[key]
        case 1 if isinstance(value, dict):
            value[chance.choice(("id", "format", "new", "", "\ud800"))] = _another(chance)
        case 1 if isinstance(value, list):
            value.insert(key, copy.deepcopy(chance.choice([*value, *VALUES])))
        case _:
            value[key] = _changed(value[key], chance)
    return value


def _another(chance: random.Random) -> Any:
    """Return a value of its own: what is put into it later must not come up again in another case."""
    return copy.deepcopy(chance.choice(VALUES))


def some_rows(path: Path, chance: random.Random) -> None:
    """Put other values and types into rows of a record, take rows away, or change what the file says it is."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for _time in range(chance.choice((1, 1, 2, 5, 20))):
            table = chance.choice(names)  # one that was dropped before is left alone
            with suppress(sqlite3.Error, OverflowError):
                _break_table(db, table, chance)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _break_table(db: sqlite3.Connection, table: str, chance: random.Random) -> None:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    if not columns:
        return
    column, value = chance.choice(columns), chance.choice(ROW_VALUES)
    match chance.randrange(30):
        case 0:
            db.execute(f"PRAGMA user_version = {chance.choice((-1, 0, 1, 2, 4, 2**31 - 1))}")
        case 1:
            db.execute(f"PRAGMA application_id = {chance.choice((0, 1))}")
        case 2:
            db.execute(f"DROP TABLE {table}")
        case 3:
            db.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO other")
        case 4 | 5:
            db.execute(f"DELETE FROM {table} WHERE random() % 2 = 0")  # noqa: S608 - a table of ours
        case 6:
            db.execute("DROP INDEX session_open")
        case _:
            some = (
                chance.choice(("1", "1", "rowid % 2 = 0"))
                if table not in {"event", "block", "timetable", "exercise_name"}
                else "1"
            )
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {some}", (value,))  # noqa: S608 - as above
