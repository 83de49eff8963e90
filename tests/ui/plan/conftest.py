"""A window that opens on the routine."""

import pytest

from ui.tabs import ROUTINE


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return ROUTINE
