"""A disk that takes no writes: an administrator may ignore permissions, but not this."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from faults import need


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """What lies in a folder, or a new one, can be read and not written."""
    need.root()
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
