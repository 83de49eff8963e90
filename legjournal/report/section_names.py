"""What the sections of a report are called where they are chosen."""

from legjournal.report.choices import Section
from legjournal.words import text


def name_of_section(section: Section) -> str:
    """In a few words, for the person whose report it is."""
    return {
        Section.SLEEP: text("Sleep, night by night"),
        Section.LEGS: text("Legs: where and when"),
        Section.ROUTINE: text("Exercise routine"),
        Section.MEDICINES: text("Medicines and doses"),
        Section.RESULTS: text("Test results"),
        Section.THERAPIES: text("Therapies"),
        Section.WEEKLY: text("Weekly check"),
        Section.APPOINTMENTS: text("Appointments"),
        Section.NOTES: text("Notes you pick"),
        Section.DAYS: text("Table of all days"),
        Section.CHARTS: text("Charts you ticked in Trends"),
        Section.DEFINITIONS: text("How it is worked out"),
    }[section]
