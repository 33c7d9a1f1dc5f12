"""The record as JSON: everything that is stored. json_models.py has the models behind its schema."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from coach.store.export.sessions import PAIN_CODE, local_time

if TYPE_CHECKING:
    import sqlite3

    from coach.store.export.sessions import StoredSession

FORMAT = 2
"""Increased when older readers would get something wrong; docs/record-format.md says what each version changed."""

_value = json.JSONEncoder(ensure_ascii=False).encode
_again = functools.lru_cache(1024, typed=True)(_value)
"""For values that come again and again, such as names and lengths of blocks."""
_CODE = "".join(f'{"," * (place > 0)}\n     "{key}": "{value}"' for place, (key, value) in enumerate(PAIN_CODE.items()))


class Json:
    """Writes the record as JSON, described in docs/record-format.md.

    The text is put together here: Python's own encoder takes eight times as long for an indented one.
    """

    def __init__(self) -> None:
        self._between = ""

    def head(self) -> str:
        """Return the beginning."""
        return f'{{\n "format": {FORMAT},\n "sessions": ['

    def session(self, stored: StoredSession) -> str:
        """Return one session with its blocks and events."""
        between, self._between = self._between, ","
        ended = None if stored.ended_ms is None else local_time(stored.ended_ms, stored.offset_min)
        blocks = ",\n    ".join(_block(*block) for block in stored.blocks)
        return (
            f'{between}\n  {{\n   "id": {_value(stored.id)},'
            f'\n   "started": "{local_time(stored.started_ms, stored.offset_min)}",'
            f'\n   "ended": {_value(ended)},'
            f'\n   "routine": {{\n    "id": {_again(stored.routine)},\n    "name": {_again(stored.routine_name)},'
            f'\n    "version": {_again(stored.routine_version)}\n   }},'
            f'\n   "pacing": {_again(stored.pacing)},'
            f'\n   "ending": {_again(stored.ending)},'
            f'\n   "pain_before": {_pain(stored.pain_before)},'
            f'\n   "pain_after": {_pain(stored.pain_after)},'
            f'\n   "pain_after_at": {_value(stored.local(stored.after_told_ms))},'
            f'\n   "pain_after_stop": {_pain(stored.stop_pain)},'
            f'\n   "pain_after_stop_at": {_value(stored.local(stored.stop_told_ms))},'
            f'\n   "compared": {_again(stored.compared)},'
            f'\n   "next_day": {_again(stored.next_day)},'
            f'\n   "restart": {_again(stored.restart)},'
            f'\n   "note": {_value(stored.note)},'
            f'\n   "blocks": {_listed(blocks)},'
            f'\n   "events": {_listed(stored.events)}\n  }}'
        )

    def foot(self, db: sqlite3.Connection) -> str:
        """Return the answers that belong to no session, and the end."""
        answers = [
            {"at": local_time(ms, offset), "question": question, "answer": answer}
            for ms, offset, question, answer in db.execute("SELECT * FROM answer ORDER BY at_ms")
        ]
        end = "\n ]" if self._between else "]"
        return f"{end},{json.dumps({'answers': answers}, indent=1, ensure_ascii=False)[1:]}"


@functools.lru_cache(4096, typed=True)  # most blocks are done as they are planned
def _block(*block: int | str | None) -> str:
    place, exercise, name, of_set, number, reps, side, planned, spent, why = map(_again, block)
    return (
        f'{{\n     "block": {place},\n     "exercise": {exercise},\n     "exercise_name": {name},'
        f'\n     "set": {of_set},\n     "round": {number},\n     "reps": {reps},\n     "side": {side},'
        f'\n     "planned_ms": {planned},\n     "spent_ms": {spent},\n     "why": {why}\n    }}'
    )


def _pain(number: int | None) -> str:
    if number is None:
        return "null"
    return f'{{\n    "value": {_again(number)},\n    "code": {{{_CODE}\n    }}\n   }}'


def _listed(inside: str | None) -> str:
    return f"[\n    {inside}\n   ]" if inside else "[]"
