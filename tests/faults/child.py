"""A child process that is there in milliseconds, to be killed by the hundred."""

import ctypes
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import pytest
from faults import need

PATIENCE = 60  # seconds
_MAY_BE_TRACED_BY_ANY = 0x59616D61, ctypes.c_ulong(-1)  # prctl: PR_SET_PTRACER, PR_SET_PTRACER_ANY


@dataclass(frozen=True)
class Child:
    """A process under way: what it says comes through `pipe`."""

    process: BaseProcess
    pipe: Connection

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self.process.pid is not None
        return self.process.pid

    def hears(self) -> Any:
        """The next thing it says. Raises EOFError when it is dead and said nothing more."""
        assert self.pipe.poll(PATIENCE), "the child is silent"
        return self.pipe.recv()

    def last_words(self) -> list[Any]:
        """All that it said before it died."""
        said = []
        try:
            while True:
                said.append(self.hears())
        except (EOFError, ConnectionResetError):
            return said


@contextmanager
def child(work: Callable[..., None], *arguments: object) -> Iterator[Child]:
    """Run `work(pipe, *arguments)` in a process of its own, which is killed at the end of the block."""
    server = _server()
    ours, theirs = server.Pipe()
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    environment = {name: os.environ[name] for name in names if name in os.environ}
    process = server.Process(target=_begin, args=(environment, work, theirs, *arguments))
    process.start()
    theirs.close()
    try:
        yield Child(process, ours)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


@cache
def _server() -> Any:
    """A server that has the journal in memory, and forks: neither Qt nor a thread is in it."""
    need.linux()
    from multiprocessing import forkserver

    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["faults.warm"])
    with pytest.MonkeyPatch.context() as patch:  # before Python 3.12 it is not told where to import from
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        forkserver.ensure_running()
    return server


def _begin(
    environment: dict[str, str], work: Callable[..., None], pipe: Connection, *arguments: object
) -> None:
    os.environ.update(environment)
    ctypes.CDLL(None).prctl(*_MAY_BE_TRACED_BY_ANY)
    work(pipe, *arguments)
