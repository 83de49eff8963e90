"""What was last chosen for a report, kept in the journal: it belongs to the person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legjournal.preferences import Preferences
from legjournal.report.choices import Audience
from legjournal.report.periods import Days
from legjournal.report.section_choice import SectionChoice
from legjournal.storage.history import Changed

KEY = "report"


@dataclass(frozen=True, slots=True)
class Remembered:
    """For whom, over which days, and with which sections for each reader for whom some were chosen."""

    audience: Audience = Audience.GP
    days: Days = Days.FOUR_WEEKS
    sections: Mapping[Audience, SectionChoice] = field(default_factory=dict)

    def sections_for(self, audience: Audience) -> SectionChoice:
        """The sections of a reader's report."""
        return self.sections.get(audience) or SectionChoice.preset(audience)


def recall(preferences: Preferences) -> Remembered:
    """What was last chosen; the usual choice where nothing was, or an import brought what is none."""
    kept = _mapping(preferences.get(KEY))
    sections = {
        Audience(reader): SectionChoice.read(Audience(reader), names)
        for reader, names in _mapping(kept.get("sections")).items()
        if reader in tuple(Audience) and isinstance(names, list)
    }
    audience, days = kept.get("for"), kept.get("days")
    return Remembered(
        Audience(audience) if audience in tuple(Audience) else Audience.GP,
        Days(days) if days in tuple(Days) else Days.FOUR_WEEKS,
        sections,
    )


def remember(preferences: Preferences, chosen: Remembered) -> Changed:
    """Keep a choice for the next time."""
    sections = {reader.value: choice.names for reader, choice in chosen.sections.items()}
    kept = {"for": chosen.audience.value, "days": chosen.days.value, "sections": sections}
    return preferences.choose(KEY, kept)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
