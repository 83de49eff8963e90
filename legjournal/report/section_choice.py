"""Which sections of a reader's report are printed, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from legjournal.report.choices import PRESETS, Audience, Section

OFF = "-"  # before the name of a section that is switched off


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """All that are offered, in the order they are printed in, and those that are switched off."""

    order: tuple[Section, ...]
    off: frozenset[Section] = frozenset()

    @classmethod
    def preset(cls, audience: Audience) -> Self:
        """What a reader asks for: everything of theirs."""
        return cls(PRESETS[audience])

    @classmethod
    def read(cls, audience: Audience, names: Iterable[object]) -> Self:
        """From what `names` gave, or whatever else an import may have brought under that name.

        Only the person's own report has an order of their own. A section that was not there yet is printed.
        """
        offered = PRESETS[audience]
        given = {str(name).removeprefix(OFF): str(name).startswith(OFF) for name in names}
        known = tuple(Section(name) for name in given if name in offered)
        order = (*known, *(section for section in offered if section not in known))
        off = frozenset(section for section in known if given[section.value])
        return cls(order if audience is Audience.OWN else offered, off)

    @property
    def printed(self) -> tuple[Section, ...]:
        """Those that are switched on, in their order."""
        return tuple(section for section in self.order if section not in self.off)

    def printed_with(self, *, notes: bool) -> tuple[Section, ...]:
        """As `printed`. notes: whether any were picked; a reader who did not ask for them gets those."""
        if not notes or Section.NOTES in self.order:
            return self.printed
        before_last = len(self.printed) - (Section.DEFINITIONS in self.printed)
        return (*self.printed[:before_last], Section.NOTES, *self.printed[before_last:])

    @property
    def names(self) -> list[str]:
        """The choice as the journal keeps it: names in their order, with a sign before those switched off."""
        return [f"{OFF}{section}" if section in self.off else str(section) for section in self.order]

    def switched(self, section: Section, *, on: bool) -> Self:
        """With one of them on or off."""
        return replace(self, off=self.off - {section} if on else self.off | {section})

    def moved(self, section: Section, by: int) -> Self:
        """With one of them so many places further down; as it is where there is no such place."""
        place = self.order.index(section) + by
        if not 0 <= place < len(self.order):
            return self
        others = [other for other in self.order if other is not section]
        return replace(self, order=(*others[:place], section, *others[place:]))
