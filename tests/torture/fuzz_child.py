"""Fuzzing with atheris, in a process of its own: `fuzz_child.py import|open [libFuzzer's options]`."""

import os
import resource
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["legjournal.exchange", "legjournal.storage.opening", "json"]):
    import legjournal.exchange.whole
    import legjournal.storage.opening  # noqa: F401

from faults import keyed
from torture import hostile_files


def main() -> None:
    """Fuzz until told otherwise."""
    folder = Path(os.environ["FUZZ_FOLDER"])
    resource.setrlimit(resource.RLIMIT_AS, (hostile_files.MEMORY, hostile_files.MEMORY))
    if sys.argv.pop(1) == "import":
        journal = keyed.reopen(folder / "j.legjournal")
        target = partial(hostile_files.import_hostile, journal=journal, path=folder / "in.json")
    else:
        target = partial(hostile_files.open_hostile, path=folder / "in.legjournal")
    atheris.Setup(sys.argv, partial(_offer, target))
    atheris.Fuzz()


def _offer(target: Callable[[bytes], bool], content: bytes) -> None:
    target(content)  # whose answer the fuzzer would not understand


if __name__ == "__main__":
    main()
