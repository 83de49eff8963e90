"""What each field of the record is called, and how its answer is said: for every table a person writes in."""

from collections.abc import Callable
from typing import Any, NamedTuple

from legjournal import phrases
from legjournal.entries import felt, values
from legjournal.words import text

NAMED = "named"  # the answer is the id of another entry, or the key of an exercise: it is said by its name


class FieldWords(NamedTuple):
    """A field's column, its label, and how its answer becomes words."""

    column: str
    label: str
    say: Callable[[Any], str] | str = str


def fields_of(table: str) -> list[FieldWords]:
    """The fields of a table in the order in which they are asked. The day an entry is filed under is none."""
    return _TABLES[table]()


def _diary_day() -> list[FieldWords]:
    return [
        FieldWords("bad_day_at", text("Marked as a bad day"), phrases.clock_then),
        FieldWords("managed", text("What I managed")),
        FieldWords("effect", text("How much the legs got in the way"), felt.score),
        FieldWords("mood", text("Mood"), felt.score),
        FieldWords("tiredness", text("How tired"), felt.score),
        FieldWords("factors", text("What may have mattered"), values.listed),
        FieldWords("note", text("Notes")),
    ]


def _symptom() -> list[FieldWords]:
    return [
        FieldWords("kind", text("What"), felt.kind),
        FieldWords("side", text("Side"), felt.side),
        FieldWords("site", text("Place"), values.site),
        FieldWords("score", text("How strong"), felt.score),
        FieldWords("occurred_at", text("Began"), phrases.clock_then),
        FieldWords("eased_at", text("Eased"), phrases.clock_then),
        FieldWords("helped", text("What helped")),
        FieldWords("words", text("What it was like"), values.listed),
        FieldWords("note", text("Notes")),
    ]


def _night() -> list[FieldWords]:
    return [
        FieldWords("got_into_bed", text("Got into bed"), phrases.clock_then),
        FieldWords("tried_to_sleep", text("Tried to sleep"), phrases.clock_then),
        FieldWords("minutes_to_fall_asleep", text("Minutes to fall asleep")),
        FieldWords("wakings", text("Times awake")),
        FieldWords("woken_by_legs", text("Times woken by the legs")),
        FieldWords("minutes_awake", text("Minutes awake in the night")),
        FieldWords("final_waking", text("Last woke"), phrases.clock_then),
        FieldWords("minutes_trying_to_sleep_again", text("Minutes trying to sleep again")),
        FieldWords("got_out_of_bed", text("Got up"), phrases.clock_then),
        FieldWords("quality", text("How the sleep was"), felt.score),
        FieldWords("had_to_walk_about", text("Had to walk about"), values.yes_or_no),
        FieldWords("note", text("Notes")),
    ]


def _awakening() -> list[FieldWords]:
    return [
        FieldWords("noted_at", text("Noted"), phrases.clock_then),
        FieldWords("awake_since", text("Awake since"), phrases.clock_then),
        FieldWords("kind", text("What"), felt.kind),
        FieldWords("side", text("Side"), felt.side),
        FieldWords("score", text("How strong"), felt.score),
        FieldWords("had_to_walk_about", text("Had to walk about"), values.yes_or_no),
    ]


def _nap() -> list[FieldWords]:
    return [
        FieldWords("started", text("Began"), phrases.clock_then),
        FieldWords("minutes", text("How long"), phrases.length),
    ]


def _weekly_check() -> list[FieldWords]:
    return [
        FieldWords("average_pain", text("Average pain"), felt.score),
        FieldWords("enjoyment", text("How much it got in the way of enjoying life"), felt.score),
        FieldWords("everyday_activities", text("How much it got in the way of everyday things"), felt.score),
        FieldWords("skipped", text("Not this week"), values.yes_or_no),
    ]


def _activity() -> list[FieldWords]:
    return [FieldWords("name", text("Activity")), *_from_to()]


def _activity_score() -> list[FieldWords]:
    return [
        FieldWords("activity_id", text("Activity"), NAMED),
        FieldWords("score", text("How well it went"), felt.score),
    ]


def _exercise() -> list[FieldWords]:
    return [
        FieldWords("name", text("Exercise")),
        FieldWords("key", text("Kept under")),
        FieldWords("each_side", text("Each side"), values.yes_or_no),
        FieldWords("steps", text("Steps"), values.one_a_line),
        FieldWords("note", text("Notes")),
    ]


def _exercise_mark() -> list[FieldWords]:
    return [
        FieldWords("exercise", text("Exercise"), NAMED),
        FieldWords("hidden", text("No longer offered"), values.yes_or_no),
        FieldWords("area", text("For"), values.area),
        FieldWords("picture", text("Picture"), values.picture),
        FieldWords("note", text("Notes")),
    ]


def _plan() -> list[FieldWords]:
    return [
        FieldWords("name", text("Plan")),
        *_from_to(),
        FieldWords("times_a_week", text("Times a week")),
        FieldWords("weekdays", text("Days"), values.week),
        FieldWords("sides_as_one", text("Both sides ticked as one"), values.yes_or_no),
    ]


def _plan_item() -> list[FieldWords]:
    return [
        FieldWords("plan_id", text("Plan"), NAMED),
        FieldWords("exercise", text("Exercise"), NAMED),
        FieldWords("position", text("Place in the plan"), values.from_one),
        FieldWords("sets", text("Sets")),
        FieldWords("repetitions_from", text("Repetitions, at least")),
        FieldWords("repetitions_to", text("Repetitions, at most")),
        FieldWords("hold_seconds", text("Hold"), phrases.seconds),
        FieldWords("rest_seconds", text("Rest"), phrases.seconds),
        FieldWords("each_side", text("Each side"), values.yes_or_no),
        FieldWords("easier", text("Easier version"), values.yes_or_no),
    ]


def _session() -> list[FieldWords]:
    return [
        FieldWords("plan_id", text("Plan"), NAMED),
        FieldWords("started_at", text("Began"), phrases.clock_then),
        FieldWords("finished_at", text("Finished"), phrases.clock_then),
        FieldWords("effort", text("Effort"), felt.score),
        FieldWords("pain_during", text("Pain during it"), felt.score),
        FieldWords("note", text("Notes")),
    ]


def _set_done() -> list[FieldWords]:
    return [
        FieldWords("exercise", text("Exercise"), NAMED),
        FieldWords("number", text("Set")),
        FieldWords("side", text("Side"), felt.side),
        FieldWords("repetitions", text("Repetitions")),
        FieldWords("seconds", text("Time"), phrases.seconds),
    ]


def _easier_version() -> list[FieldWords]:
    return [FieldWords("exercise", text("Exercise"), NAMED)]


def _day_off() -> list[FieldWords]:
    return [
        FieldWords("kind", text("Day off"), values.day_off),
        FieldWords("reason", text("Reason"), values.reason),
        FieldWords("note", text("Notes")),
    ]


def _pause() -> list[FieldWords]:
    return [
        FieldWords("started", text("From"), values.day),
        FieldWords("ended", text("Until"), values.day),
        FieldWords("reason", text("Reason"), values.reason),
        FieldWords("note", text("Notes")),
    ]


def _medicine() -> list[FieldWords]:
    return [
        FieldWords("name", text("Medicine")),
        FieldWords("dose", text("Dose")),
        FieldWords("regularity", text("Taken"), values.regularity),
        *_from_to(),
        FieldWords("why", text("Why")),
        FieldWords("replaces", text("Changed from"), NAMED),
    ]


def _dose() -> list[FieldWords]:
    return [
        FieldWords("medicine_id", text("Medicine"), NAMED),
        FieldWords("taken_at", text("Taken"), values.day_and_time),
        FieldWords("amount", text("Amount")),
    ]


def _test_result() -> list[FieldWords]:
    return [
        FieldWords("name", text("Test")),
        FieldWords("number", text("Result"), phrases.decimal),
        FieldWords("unit", text("Unit")),
        FieldWords("date", text("Date"), values.day),
    ]


def _therapy_course() -> list[FieldWords]:
    return [
        FieldWords("name", text("Therapy")),
        FieldWords("place", text("Where")),
        FieldWords("page", text("Read about at"), values.page),
        FieldWords("price_pence", text("Price of a visit"), phrases.money),
        FieldWords("planned_sessions", text("Visits planned")),
        *_from_to(),
        FieldWords("note", text("Notes")),
    ]


def _therapy_session() -> list[FieldWords]:
    return [
        FieldWords("course_id", text("Therapy"), NAMED),
        FieldWords("date", text("Date"), values.day),
        FieldWords("cost_pence", text("Cost"), phrases.money),
        FieldWords("before", text("Legs before"), felt.score),
        FieldWords("after", text("Legs after"), felt.score),
        FieldWords("note", text("Notes")),
    ]


def _appointment() -> list[FieldWords]:
    return [
        FieldWords("with_whom", text("With whom")),
        FieldWords("at", text("When"), values.day_and_time),
        FieldWords("questions", text("What I would like to ask"), values.one_a_line),
        FieldWords("agreed", text("What was agreed")),
    ]


def _contact() -> list[FieldWords]:
    return [
        FieldWords("name", text("Name")),
        FieldWords("what", text("What they do")),
        FieldWords("phone", text("Phone")),
        FieldWords("address", text("Address")),
        FieldWords("page", text("Page"), values.page),
        FieldWords("note", text("Notes")),
    ]


def _page_mark() -> list[FieldWords]:
    return [
        FieldWords("page", text("Page"), values.page),
        FieldWords("bookmarked", text("Bookmarked"), values.yes_or_no),
        FieldWords("note", text("Notes")),
    ]


def _from_to() -> list[FieldWords]:
    return [FieldWords("started", text("From"), values.day), FieldWords("stopped", text("Until"), values.day)]


_TABLES: dict[str, Callable[[], list[FieldWords]]] = {
    "diary_day": _diary_day,
    "symptom": _symptom,
    "night": _night,
    "nap": _nap,
    "awakening": _awakening,
    "weekly_check": _weekly_check,
    "activity": _activity,
    "activity_score": _activity_score,
    "exercise": _exercise,
    "exercise_mark": _exercise_mark,
    "plan": _plan,
    "plan_item": _plan_item,
    "session": _session,
    "set_done": _set_done,
    "easier_version": _easier_version,
    "day_off": _day_off,
    "pause": _pause,
    "medicine": _medicine,
    "dose": _dose,
    "test_result": _test_result,
    "therapy_course": _therapy_course,
    "therapy_session": _therapy_session,
    "appointment": _appointment,
    "contact": _contact,
    "page_mark": _page_mark,
}
