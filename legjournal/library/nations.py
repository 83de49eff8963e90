"""The four nations, which have health services of their own."""

from enum import StrEnum


class Nation(StrEnum):
    """Where a person gets their care."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern_ireland"
