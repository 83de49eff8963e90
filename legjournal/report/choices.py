"""What a report is asked to be: for whom, with which sections, and what of the person is printed on it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Audience(StrEnum):
    """Who the report is for."""

    GP = "gp"
    PHYSIO = "physio"
    PAIN_CLINIC = "pain-clinic"
    OWN = "own"


class Section(StrEnum):
    """What can stand behind the first page."""

    SLEEP = "sleep"
    LEGS = "legs"
    ROUTINE = "routine"
    MEDICINES = "medicines"
    RESULTS = "results"
    THERAPIES = "therapies"
    WEEKLY = "weekly"
    APPOINTMENTS = "appointments"
    NOTES = "notes"
    DAYS = "days"
    CHARTS = "charts"
    DEFINITIONS = "definitions"


# In the order in which that reader asks for them.
PRESETS = {
    Audience.GP: (
        Section.SLEEP,
        Section.LEGS,
        Section.MEDICINES,
        Section.RESULTS,
        Section.CHARTS,
        Section.DEFINITIONS,
    ),
    Audience.PHYSIO: (
        Section.ROUTINE,
        Section.LEGS,
        Section.THERAPIES,
        Section.WEEKLY,
        Section.CHARTS,
        Section.DEFINITIONS,
    ),
    Audience.PAIN_CLINIC: (
        Section.LEGS,
        Section.SLEEP,
        Section.WEEKLY,
        Section.MEDICINES,
        Section.THERAPIES,
        Section.ROUTINE,
        Section.RESULTS,
        Section.APPOINTMENTS,
        Section.CHARTS,
        Section.DEFINITIONS,
    ),
    Audience.OWN: tuple(Section),
}


@dataclass(frozen=True, slots=True)
class Person:
    """What the person chose to print of themselves, "" for what not.

    number: as typed, of the service in `number_name`, such as “NHS number”.
    """

    name: str = ""
    born: date | None = None
    number: str = ""
    number_name: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """All of it. sections: in the order they are printed in. notes: the days whose notes were picked."""

    audience: Audience
    sections: tuple[Section, ...]
    person: Person = field(default_factory=Person)
    notes: frozenset[date] = frozenset()


def preset(audience: Audience) -> Choices:
    """What a reader gets where nothing else was chosen."""
    return Choices(audience, PRESETS[audience])
