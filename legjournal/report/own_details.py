"""What a person wants printed of themselves, kept in their journal and nowhere else."""

from dataclasses import asdict, dataclass, fields
from datetime import date

from legjournal.library.nations import Nation
from legjournal.preferences import Preferences
from legjournal.report.choices import Person
from legjournal.report.health_number import name_of_number, read_health_number
from legjournal.storage.history import Changed
from legjournal.typed_days import read_day

KEY = "report_person"


@dataclass(frozen=True, slots=True)
class OwnDetails:
    """As they were typed, "" for what is not to be printed."""

    name: str = ""
    born: str = ""
    number: str = ""


def own_details(preferences: Preferences) -> OwnDetails:
    """What was typed last; nothing where an import brought something else under that name."""
    kept = preferences.get(KEY)
    typed = kept if isinstance(kept, dict) else {}
    found = {field.name: typed.get(field.name) for field in fields(OwnDetails)}
    return OwnDetails(**{name: value for name, value in found.items() if isinstance(value, str)})


def keep_details(preferences: Preferences, details: OwnDetails) -> Changed:
    """Keep what was typed for the next report."""
    return preferences.choose(KEY, asdict(details))


def read_birthday(typed: str, today: date) -> date | None:
    """The day of birth a Briton means by `typed`, or None if it is none, or yet to come."""
    born = read_day(typed, today)
    return born if born is not None and born < today else None


def person(details: OwnDetails, nation: Nation | None, today: date) -> Person:
    """What is printed of it: only what is right."""
    return Person(
        name=" ".join(details.name.split()),
        born=read_birthday(details.born, today),
        number=read_health_number(details.number, nation) or "",
        number_name=name_of_number(nation),
    )
