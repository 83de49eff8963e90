"""The fields of last night, in the order in which they are lived and typed."""

from PySide6.QtCore import QCoreApplication

from ui.diary.reading import LIKELY
from ui.widgets.clock_field import ClockField
from ui.widgets.field import Field, NumberField

translate = QCoreApplication.translate


def clock_fields() -> dict[str, ClockField]:
    """Those for a time of day, by the names of their answers."""
    words = {
        "got_into_bed": (translate("Night", "Got into bed"), translate("Night", "for example 10.30pm")),
        "tried_to_sleep": (translate("Night", "Tried to sleep"), translate("Night", "for example 11pm")),
        "final_waking": (translate("Night", "Last woke"), translate("Night", "for example 6.30am")),
        "got_out_of_bed": (translate("Night", "Got up"), translate("Night", "for example 7am")),
    }
    return {name: ClockField(label, LIKELY[name], hint) for name, (label, hint) in words.items()}


def night_fields(clocks: dict[str, ClockField]) -> dict[str, Field]:
    """All of them: evening, night and morning, three each."""
    minutes = translate("Night", "for example 45")
    return {
        "got_into_bed": clocks["got_into_bed"],
        "tried_to_sleep": clocks["tried_to_sleep"],
        "minutes_to_fall_asleep": NumberField(translate("Night", "Minutes to fall asleep"), minutes),
        "wakings": NumberField(translate("Night", "Times awake")),
        "woken_by_legs": NumberField(translate("Night", "Times woken by the legs")),
        "minutes_awake": NumberField(translate("Night", "Minutes awake in the night")),
        "final_waking": clocks["final_waking"],
        "minutes_trying_to_sleep_again": NumberField(translate("Night", "Minutes trying to sleep again")),
        "got_out_of_bed": clocks["got_out_of_bed"],
    }
