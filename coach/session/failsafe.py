"""Does several steps so that one that fails does not keep the others from being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def do_all(*steps: Callable[[], object]) -> None:
    """Do every step in order, whatever earlier ones raise; raise it all at the end as one ExceptionGroup."""
    failures: list[Exception] = []
    for step in steps:
        try:
            step()
        except Exception as failure:  # noqa: BLE001 - whatever it is, the next step comes first; it is raised below
            failures.append(failure)
    if failures:
        message = "some steps failed, the others were done"
        raise ExceptionGroup(message, failures)
