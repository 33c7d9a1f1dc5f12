"""The sound helper's connection to the sound server: whether it holds, and whether the default device can be heard."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from coach.devices.libpulse import (
    ABOUT_THE_SERVER,
    CONTEXT_ENDED,
    CONTEXT_FAILED,
    CONTEXT_READY,
    NO_FLAGS,
    ON_EVENT,
    ON_SERVER_INFO,
    ON_STATE,
    Library,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NO_DEVICES = frozenset({b"", b"auto_null", b"@DEFAULT_SINK@"})
"""What servers name where there is no device: nothing, one that nobody hears, and PipeWire without who chooses one."""


class Connection:
    """One connection, made once: whoever loses it ends, and another process makes the next."""

    def __init__(self, library: Library, news: Callable[[], None]) -> None:
        """Prepare it; `news` is called on libpulse's own thread whenever something below may have changed."""
        self.library = library
        self.is_open = False
        """Whether the server has answered, and told its default device."""
        self.was_open = False
        """Whether it ever was."""
        self.is_over = False
        """Whether it is lost, or was never to be had."""
        self.has_device = False
        """Whether there is a device that can be heard."""
        self.devices_seen = 0
        """Counts the changes of the default device."""
        self.news = news
        self._device = b""
        self._loop = _there(library.loop_new())
        self.context = _there(library.context_new(library.loop_api(self._loop), b"coach"))
        # They are called for as long as the process lives.
        self._callbacks = ON_STATE(self._on_state), ON_EVENT(self._on_event), ON_SERVER_INFO(self._on_server)
        library.context_on_state(self.context, self._callbacks[0], None)
        library.context_on_event(self.context, self._callbacks[1], None)

    def start(self) -> None:
        """Begin to connect, as any program does: where the user has it so, libpulse starts a server."""
        is_begun = self.library.context_connect(self.context, None, NO_FLAGS, None) >= 0
        self.is_over = not is_begun or self.library.loop_start(self._loop) < 0

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep libpulse's thread from running meanwhile."""
        self.library.loop_lock(self._loop)
        try:
            yield
        finally:
            self.library.loop_unlock(self._loop)

    # On libpulse's thread, which holds the lock

    def _on_state(self, context: int, _data: object) -> None:
        state = self.library.context_state(context)
        if state == CONTEXT_READY:
            self.library.let_go(self.library.context_subscribe(context, ABOUT_THE_SERVER, None, None))
            self._ask()
        elif state in {CONTEXT_FAILED, CONTEXT_ENDED}:
            self.is_open, self.is_over = False, True
            self.news()

    def _on_event(self, _context: int, _event: int, _index: int, _data: object) -> None:
        self._ask()

    def _ask(self) -> None:
        self.library.let_go(self.library.context_server_info(self.context, self._callbacks[2], None))

    def _on_server(self, _context: int, info: Any, _data: object) -> None:
        if not info:
            return
        device = info.contents.default_sink or b""
        if self.was_open and device == self._device:
            return
        self._device = device
        self.devices_seen += 1
        self.has_device = device not in NO_DEVICES
        self.is_open = self.was_open = True
        self.news()


def _there(made: int | None) -> int:
    if not made:
        raise MemoryError
    return made
