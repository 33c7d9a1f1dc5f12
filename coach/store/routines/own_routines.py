"""The person's own routines: one file each in the data folder, known by an id, written whole or not at all.

Only `save` and its kin write. Whoever calls them from several threads has to do so one after the other.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from typing import TYPE_CHECKING, Any

import coach
from coach.core.dataclass import dataclass
from coach.core.routine import resolve
from coach.store.private_files import make_folder
from coach.store.routines import library
from coach.store.routines.library import ENDING
from coach.store.routines.problem_words import whole_file
from coach.store.untrusted_file import clean, read_regular
from coach.store.whole_files import NEW, write
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coach.core.routine import Routine
    from coach.store.routines import one_routine
    from coach.store.routines.library import Problem
else:
    one_routine = later("coach.store.routines.one_routine")

FOLDER = "routines"
_INDEX, _INDEX_BYTES, _FORMAT = "index.json", 1 << 20, 1
AT_ONCE = 3
"""So many are read before the start page shows what there is to start: it has cards for no more."""
_BEFORE, _DELETED, _DRAFTS, _ORIGINALS = "before", "deleted", "drafts", "originals"


@dataclass(frozen=True, slots=True)
class Own:
    """One of the person's own routines; one whose file cannot be used has no routine, and says why."""

    id: str
    name: str
    """Its name as the person wrote it, or that of its file where that cannot be used. Safe to show."""
    routine: Routine | None
    source: str = ""
    """The name of the file that it came from; empty where the person made it here."""
    problems: tuple[Problem, ...] = ()
    is_draft: bool = False
    """Whether there is a draft alone: a routine that was begun in the editor and never came to be one."""


class OwnRoutines:
    """The own routines of one data folder. Everything that writes raises OSError where the disk refuses."""

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER
        self._index: dict[str, dict[str, Any]] | None = None
        self._is_news = False

    def path(self, own_id: str) -> Path:
        """Return where the file of a routine is, or would be."""
        return self.folder / (own_id + ENDING)

    # Reading: raises nothing that a disk or a file can cause, unless it says so

    def all(self, between: Callable[[], object] = bool) -> tuple[Own, ...]:
        """Return all own routines by name. A file that cannot be used hides no other.

        `between` is called after each file: so many of them would keep the window waiting.
        """
        try:
            found = [path for path in self.folder.iterdir() if path.name.endswith(ENDING)]
        except OSError:
            return ()
        owns = []
        for path in found:
            owns.append(self.own(path.name.removesuffix(ENDING)))
            between()
        for draft in self.drafts():
            if (unfinished := self.unfinished(draft)) is not None:
                owns.append(unfinished)
                between()
        if self._is_news:
            self._write_index()
        return in_order(owns)

    def first(self, today: str) -> tuple[Own, ...]:
        """Return the few that the start page shows at once: the one on Today, and others that need no judge.

        Of `today` it also says why it cannot be used, except where it was deleted; empty is none.
        """
        try:
            names = sorted(path.name for path in self.folder.iterdir() if path.name.endswith(ENDING))
        except OSError:
            names = []
        ids = [name.removesuffix(ENDING) for name in names]
        wanted = [today] if today in ids else []
        wanted += [own_id for own_id in ids if own_id != today and self._known(own_id).get("checked")][:AT_ONCE]
        return in_order([self.own(own_id) for own_id in wanted])

    def was_deleted(self, own_id: str) -> bool:
        """Tell whether the person deleted it."""
        return self._in(_DELETED, own_id).exists()

    def own(self, own_id: str) -> Own:
        """Return one routine; where its file cannot be used or is gone, it says so in `problems`."""
        if (unfinished := self.unfinished(own_id)) is not None:
            return unfinished
        try:
            data = library.data_of(self.path(own_id))
            return self._own(own_id, self._judged(own_id, data)[1])
        except library.RoutineError as error:
            return _broken(own_id, error.problems)
        except Exception as error:  # noqa: BLE001 - no file keeps a person from the other routines
            return _broken(own_id, (library.unusable(own_id + ENDING, error),))

    def document(self, own_id: str) -> dict[str, Any]:
        """Return what is in the file of a routine; raises RoutineError where it cannot be used."""
        return self._judged(own_id, library.data_of(self.path(own_id)))[0]

    def before(self, own_id: str) -> dict[str, Any] | None:
        """Return what was in its file before the last change, None where that is not known."""
        with contextlib.suppress(OSError, ValueError):
            document = json.loads(read_regular(self._in(_BEFORE, own_id), library.MAX_WITH_PICTURES))
            return document if isinstance(document, dict) else None
        return None

    def with_mark(self, own_id: str) -> str | None:
        """Return the id of the routine that is the same as this one by its mark, whatever its name is by now."""
        with contextlib.suppress(OSError):
            for path in sorted(self.folder.glob(f"*-{one_routine.mark(own_id)}{ENDING}")):
                return path.name.removesuffix(ENDING)
        return None

    # Writing

    def save(self, document: Mapping[str, Any], source: str | None = None) -> Own:
        """Save a document with one routine under the id that it has there; it gets a new one where it has none.

        Raises RoutineError where the document cannot be used: then nothing is written. `source` is the name of the
        file that it came from, None where that stays as it was.
        """
        own_id = document["routines"][0].get("id") or one_routine.new_id(document["routines"][0]["name"])
        kept = one_routine.alone(document, 0, own_id)
        # With what the judge made of its pictures: inside, and without their metadata.
        judged, contents = library.checked(self.path(own_id), one_routine.written(kept))
        data = one_routine.written(judged)
        self._keep_before(own_id)
        make_folder(self.folder)
        write(self.path(own_id), data)
        self._note(own_id, data, source)
        self._write_index()
        return self._own(own_id, contents)

    def duplicate(self, document: Mapping[str, Any], name: str, place: int = 0) -> Own:
        """Save a copy of a routine of a document under a new id and this name."""
        new = one_routine.new_id(name)
        copy = one_routine.alone(document, place, new)
        copy["routines"][0]["name"] = name
        return self.save(copy, "")

    def rename(self, own_id: str, name: str) -> Own:
        """Give a routine another name; its id stays. Raises RoutineError where the name does not fit."""
        document = self.document(own_id)
        document["routines"][0]["name"] = name
        return self.save(document)

    def delete(self, own_id: str) -> None:
        """Put a routine aside: `restore` brings it back until `empty_deleted`."""
        make_folder(self.folder / _DELETED)
        if self.unfinished(own_id) is not None:
            self._in(_DRAFTS, own_id).replace(self._deleted_draft(own_id))
        else:
            self.path(own_id).replace(self._in(_DELETED, own_id))

    def restore(self, own_id: str) -> Own:
        """Bring a deleted routine back as it was."""
        if self._deleted_draft(own_id).exists():
            self._deleted_draft(own_id).rename(self._in(_DRAFTS, own_id))
        elif not self.path(own_id).exists():
            self._in(_DELETED, own_id).rename(self.path(own_id))
        return self.own(own_id)

    def empty_deleted(self) -> None:
        """Delete for good what was put aside, with all that was kept of it, and what a kill left half-written.

        For the start of the program, while nobody writes. Raises nothing.
        """
        for folder in (self.folder, *(self.folder / name for name in (_BEFORE, _DRAFTS, _ORIGINALS))):
            with contextlib.suppress(OSError):
                for path in list(folder.glob("*" + NEW)):
                    path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            for path in list((self.folder / _DELETED).iterdir()):
                own_id = path.name.removesuffix(ENDING)
                gone = []
                if not self.path(own_id).exists():  # else it came in again after it was deleted
                    gone = [self._in(folder, own_id) for folder in (_BEFORE, _ORIGINALS, _DRAFTS)]
                    if self._known(own_id) and self._index is not None:
                        del self._index[own_id]
                        self._is_news = True
                with contextlib.suppress(OSError):
                    for each in (*gone, path):  # last what says that it was deleted: its draft would be one by itself
                        each.unlink(missing_ok=True)

    def keep_original(self, own_id: str, data: bytes) -> None:
        """Keep the file of an older format as it came, beside what was made of it."""
        make_folder(self.folder / _ORIGINALS)
        write(self._in(_ORIGINALS, own_id), data)

    # Drafts: what the editor has not finished yet, in whatever state it is

    def save_draft(self, own_id: str, draft: Mapping[str, Any]) -> None:
        """Keep a draft. It may be incomplete and is not checked; one that was deleted meanwhile stays so."""
        make_folder(self.folder / _DRAFTS)
        deleted = self._deleted_draft(own_id)
        write(deleted if deleted.exists() else self._in(_DRAFTS, own_id), one_routine.written(draft))

    def draft(self, own_id: str) -> dict[str, Any] | None:
        """Return the draft of a routine, None where there is none or it cannot be read."""
        with contextlib.suppress(OSError, ValueError, RecursionError):
            document = json.loads(read_regular(self._in(_DRAFTS, own_id), library.MAX_WITH_PICTURES))
            return document if isinstance(document, dict) else None
        return None

    def drafts(self) -> tuple[str, ...]:
        """Return the ids of all drafts."""
        with contextlib.suppress(OSError):
            found = sorted((self.folder / _DRAFTS).iterdir())
            return tuple(path.name.removesuffix(ENDING) for path in found if path.name.endswith(ENDING))
        return ()

    def drop_draft(self, own_id: str) -> None:
        """Drop the draft of a routine: it is done, or not wanted any more."""
        self._in(_DRAFTS, own_id).unlink(missing_ok=True)

    def unfinished(self, own_id: str) -> Own | None:
        """Return a routine of which there is a draft alone; None where there is a file, or was until it was deleted."""
        if self.path(own_id).exists() or self.was_deleted(own_id):
            return None
        routines = (self.draft(own_id) or {}).get("routines")
        if not isinstance(routines, list) or not routines or not isinstance(routines[0], dict):
            return None
        name = routines[0].get("name")
        shown = clean(name, 200) if isinstance(name, str) and name.strip() else tr("New routine")
        return Own(own_id, shown, None, is_draft=True)

    # Places

    def _deleted_draft(self, own_id: str) -> Path:
        return self.folder / _DELETED / (own_id + ".draft")

    def _in(self, folder: str, own_id: str) -> Path:
        return self.folder / folder / (own_id + ENDING)

    def _keep_before(self, own_id: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            data = read_regular(self.path(own_id), library.MAX_WITH_PICTURES)
            make_folder(self.folder / _BEFORE)
            write(self._in(_BEFORE, own_id), data)

    # The index: what was checked, and where it came from. Without it all is checked again

    def _own(self, own_id: str, contents: Any) -> Own:
        routine = resolve(contents, own_id)
        return Own(own_id, clean(routine.name, 200), routine, str(self._known(own_id).get("source", "")))

    def _judged(self, own_id: str, data: bytes) -> tuple[dict[str, Any], Any]:
        """Return document and values, checked unless this program has checked the very same bytes before."""
        if self._known(own_id).get("checked") == zlib.crc32(data):
            with contextlib.suppress(Exception):
                return library.trusted(data)
        document, contents = library.checked(self.path(own_id), data)
        if [entry.id for entry in contents.routines] != [own_id]:
            name = clean(own_id + ENDING, 200)
            wrong = tr("does not hold the one routine that its name says")
            raise library.RoutineError((library.Problem(name, whole_file(), wrong, tr("import the file")),))
        self._note(own_id, data)
        return document, contents

    def _known(self, own_id: str) -> dict[str, Any]:
        if self._index is None:
            self._index = _read_index(self.folder / _INDEX)
        return self._index.get(own_id, {})

    def _note(self, own_id: str, data: bytes, source: str | None = None) -> None:
        known = self._known(own_id)
        came = known.get("source", "") if source is None else source
        if self._index is not None:
            self._index[own_id] = {"checked": zlib.crc32(data), "source": clean(came, 100)}
        self._is_news = True

    def _write_index(self) -> None:
        self._is_news = False
        document = {"format": _FORMAT, "program": coach.__version__, "routines": self._index or {}}
        with contextlib.suppress(OSError):  # it may be lost
            write(self.folder / _INDEX, json.dumps(document, indent=1).encode())


def in_order(owns: list[Own]) -> tuple[Own, ...]:
    """Return own routines in the order in which they are shown: by name."""
    return tuple(sorted(owns, key=lambda own: (own.name.casefold(), own.id)))


def _broken(own_id: str, problems: tuple[Problem, ...]) -> Own:
    return Own(own_id, clean(own_id + ENDING, 100), None, problems=problems)


def _read_index(path: Path) -> dict[str, dict[str, Any]]:
    """Return what is known of each routine; nothing where the index is lost or broken."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        document = json.loads(read_regular(path, _INDEX_BYTES))
        if isinstance(document, dict) and isinstance(document.get("routines"), dict):
            known = {key: value for key, value in document["routines"].items() if isinstance(value, dict)}
            if document.get("program") != coach.__version__:  # another one may judge otherwise
                known = {key: {**value, "checked": None} for key, value in known.items()}
            return known
    return {}
