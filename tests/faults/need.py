"""What a fault needs to be made: without it a test is skipped and says why, and `make torture` fails."""

import os
import shutil
import sys
from types import ModuleType

import pytest


def program(name: str) -> str:
    """The path of a program."""
    return shutil.which(name) or pytest.skip(f"{name} is not installed")


def module(name: str) -> ModuleType:
    """A library that is wanted for these tests only."""
    return pytest.importorskip(name, reason=f"{name} is not installed")


def linux() -> None:
    """Faults that are made with Linux's own means."""
    if sys.platform != "linux":
        pytest.skip("made with Linux's own means")


def root() -> None:
    """Faults that only an administrator can make."""
    linux()
    if os.geteuid() != 0:
        pytest.skip("needs an administrator")
