"""What was found of the parts that coach stands on here: what works, what does not, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.dataclass import dataclass
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: its name, whether it works, a sentence about it, and what a person can do where it does not work.

    Nothing here may name what a person wrote or did: it is copied into reports.
    """

    what: str
    works: bool
    words: str
    remedy: str = ""
    is_needed: bool = True
    """Whether a session is less than whole without it: of a finding the one who looked knows."""

    @property
    def line(self) -> str:
        """Name and sentence in one."""
        # Note: a part of the computer and what was found, as in “Screen: there is none.”
        return tr("{part}: {words}", part=self.what, words=self.words)


class Group(NamedTuple):
    """Findings that belong together, and what is said above them."""

    kind: Literal["needed", "extra", "works"]
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found, the versions that it was found with, and the last lines of the log."""

    findings: tuple[Finding, ...]
    versions: str = ""
    log: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether all works that a session needs."""
        return all(each.works for each in self.findings if each.is_needed)

    @property
    def summary(self) -> str:
        """The whole in one sentence."""
        if self.is_good:
            return tr("All that a session needs works here.")
        return tr("Something that a session needs does not work here.")

    def groups(self) -> Iterator[Group]:
        """Yield each group that has any: what has to be mended first, then what is missing, then what works."""
        needed = [each for each in self.findings if each.is_needed and not each.works]
        done_without = [each for each in self.findings if not (each.is_needed or each.works)]
        for group in (
            Group("needed", tr("Does not work"), tuple(needed)),
            Group("extra", tr("Does not work, and a session does without it"), tuple(done_without)),
            Group("works", tr("Works"), tuple(each for each in self.findings if each.works)),
        ):
            if group.findings:
                yield group

    def text(self) -> str:
        """Return all of it as plain text, for a terminal or a message; no line of it is longer than it has to be."""
        return "\n".join([self.versions, self.summary, *self._listed(), *self._log()]).strip() + "\n"

    def _listed(self) -> Iterator[str]:
        for group in self.groups():
            yield from ("", group.title)
            for each in group.findings:
                yield f"- {each.line}"
                if each.remedy:
                    yield f"  {each.remedy}"

    def _log(self) -> Sequence[str]:
        return ["", tr("The last lines of the log"), *self.log] if self.log else []
