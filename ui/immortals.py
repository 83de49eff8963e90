"""Keeps Python's own constants alive under PySide6 6.12 on Python 3.11.

PySide6 6.12.0 is built as if None, True, False and NotImplemented could not be freed, which is so from Python
3.12 on. On 3.11 every call that returns nothing takes one reference away from None without having been given
it: after some ten thousand calls the interpreter stops with “deallocating None”. Giving the four constants a
store of references that no session can use up puts that right. `tests/ui/test_immortals.py` shows the fault
and will say when a later PySide6 no longer needs this.
"""

import ctypes
import sys

STORE = 1 << 40  # references; at a million lost a second, enough for twelve days on end


def keep_constants_alive() -> None:
    """Do it, where it is needed; harmless to repeat."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented):
        if sys.getrefcount(constant) < STORE // 2:
            # The first word of every object is its reference count (Include/object.h of Python 3.11).
            ctypes.c_ssize_t.from_address(id(constant)).value += STORE
