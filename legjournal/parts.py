"""The parts of a diary page, and which of them the person wants to be asked."""

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from legjournal.words import text

if TYPE_CHECKING:
    from legjournal.preferences import Preferences
    from legjournal.storage.history import Changed

_KEY = "hidden_parts"


class Part(StrEnum):
    """Something the diary asks, in the order of a page."""

    NIGHT = "night"
    LEGS = "legs"
    MANAGED = "managed"
    EFFECT = "effect"
    MOOD = "mood"
    TIREDNESS = "tiredness"
    FACTORS = "factors"
    MEDICINES = "medicines"
    THERAPIES = "therapies"
    WEEKLY = "weekly"
    NOTES = "notes"


OF_THE_DAY = frozenset(Part) - {Part.NIGHT, Part.LEGS, Part.WEEKLY, Part.NOTES}


def hidden_parts(preferences: "Preferences") -> frozenset[Part]:
    """What the person does not want to be asked; what this version does not know is passed over."""
    chosen = preferences.get(_KEY)
    return frozenset(part for part in Part if isinstance(chosen, list) and part.value in chosen)


def hide_parts(preferences: "Preferences", hidden: Collection[Part]) -> "Changed":
    """Ask these no more. What was answered before stays in the journal and in reports. Raises NotSaved."""
    return preferences.choose(_KEY, [part for part in Part if part in hidden])


def part_names() -> dict[Part, str]:
    """The parts in the words of the page."""
    return {
        Part.NIGHT: text("Last night"),
        Part.LEGS: text("Legs"),
        Part.MANAGED: text("What I managed"),
        Part.EFFECT: text("How much the legs got in the way"),
        Part.MOOD: text("Mood"),
        Part.TIREDNESS: text("How tired"),
        Part.FACTORS: text("What may have mattered"),
        Part.MEDICINES: text("Medicines taken"),
        Part.THERAPIES: text("Treatments"),
        Part.WEEKLY: text("Weekly check"),
        Part.NOTES: text("Notes"),
    }
