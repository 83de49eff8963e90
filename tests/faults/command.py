"""The command line in a process of its own that is there in milliseconds: forked, and warm."""

import os
import resource
import sys
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path
from subprocess import CompletedProcess

from faults.child import PATIENCE, child

from legjournal.__main__ import main


def legjournal(
    arguments: list[str], environment: dict[str, str], typed: str = "", file_limit: int | None = None
) -> "CompletedProcess[str]":
    """Run `legjournal …` as a terminal would.

    typed: what comes by standard input. file_limit: bytes a file may have, as on a disk that is nearly full.
    """
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder) / name for name in ("in", "out", "err")]
        said[0].write_text(typed, encoding="utf-8")
        with child(_run, arguments, environment, said, file_limit) as running:
            running.process.join(PATIENCE)
            code = running.process.exitcode
        assert code is not None, "it has not ended"
        out, err = (path.read_text(encoding="utf-8") for path in said[1:])
    return CompletedProcess(arguments, code, out, err)


def _run(
    _pipe: Connection, arguments: list[str], environment: dict[str, str], said: list[Path], limit: int | None
) -> None:
    os.environ.update(environment)
    for number, path in enumerate(said):
        opened = os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(opened, number)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the process's own
        for number in range(3)
    )
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    sys.exit(main(arguments))
