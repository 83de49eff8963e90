"""The number under which a health service knows a person: what it is called where, and how it is written.

Names and forms after the NHS Data Model and Dictionary, "NHS Number", "Community Health Index Number" and
"Health and Care Number" (datadictionary.nhs.uk, read 22 November 2026): ten digits each. Those of England,
Wales and Northern Ireland are written 3 3 4 and end in a check digit modulo 11. That of a CHI number is not
checked here, for the dictionary does not say how it is reckoned.
"""

import re

from legjournal.library.nations import Nation
from legjournal.words import text

DIGITS = 10


def name_of_number(nation: Nation | None) -> str:
    """What people call it in a nation; where none was chosen, as in England."""
    if nation is Nation.SCOTLAND:
        return text("CHI number")
    if nation is Nation.NORTHERN_IRELAND:
        return text("Health and Care number")
    return text("NHS number")


def read_health_number(typed: str, nation: Nation | None) -> str | None:
    """The number as it is printed, or None if `typed` is not one."""
    from stdnum.gb import nhs

    digits = re.sub(r"[\s-]", "", typed)
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits):
        return None
    if nation is Nation.SCOTLAND:
        return digits
    return nhs.format(digits) if nhs.is_valid(digits) else None


def why_no_number(typed: str, nation: Nation | None) -> str:
    """What is not right with what was typed, in a sentence; empty where nothing is wrong or typed."""
    if not typed.strip() or read_health_number(typed, nation):
        return ""
    name = name_of_number(nation)
    if len(re.sub(r"[^0-9]", "", typed)) != DIGITS or re.search(r"[^0-9\s-]", typed):
        return text("Your {name} has 10 digits. Until all are here, it is not printed.").format(name=name)
    return text(
        "The last digit of this {name} does not fit the others. Please compare it with a letter from your "
        "surgery. Until it is right, it is not printed."
    ).format(name=name)
