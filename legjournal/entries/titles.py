"""What an entry is called in a list."""

from collections.abc import Callable, Mapping
from typing import Any

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.entries import felt, values
from legjournal.library.exercises import exercise_name
from legjournal.models.diary import Kind
from legjournal.models.routine import DayOffKind
from legjournal.words import text

Answers = Mapping[str, Any]
Names = Mapping[str, str]


def title_of(table: str, answers: Answers, names: Names) -> str:
    """“Last night”, “Left outer hip, pain”, “Appointment with Dr Shah”. `answers` as Python values."""
    return _TITLES[table](answers, names)


def _diary_day(_answers: Answers, _names: Names) -> str:
    return text("The day")


def _symptom(answers: Answers, _names: Names) -> str:
    place, kind = place_name(answers["side"], answers["site"]), felt.kind(answers["kind"])
    if answers["kind"] is Kind.URGE and answers["site"] is None:
        return text("Urge to move, {where}").format(where=place.lower())
    return text("{place}, {kind}").format(place=place, kind=kind)


def _night(_answers: Answers, _names: Names) -> str:
    return text("Last night")


def _awakening(answers: Answers, _names: Names) -> str:
    return _at(text("Noted in the night"), answers["noted_at"])


def _nap(answers: Answers, _names: Names) -> str:
    return _at(text("Nap"), answers["started"])


def _weekly_check(_answers: Answers, _names: Names) -> str:
    return text("Weekly check")


def _activity(answers: Answers, _names: Names) -> str:
    return text("Activity: {name}").format(name=answers["name"])


def _activity_score(answers: Answers, names: Names) -> str:
    name = names.get(answers["activity_id"])
    return text("Weekly check: {name}").format(name=name) if name else text("Weekly check, an activity")


def _exercise(answers: Answers, _names: Names) -> str:
    return text("Own exercise: {name}").format(name=answers["name"])


def _exercise_mark(answers: Answers, names: Names) -> str:
    return text("On the exercise: {name}").format(name=exercise(answers["exercise"], names))


def _plan(answers: Answers, _names: Names) -> str:
    return text("Plan: {name}").format(name=answers["name"])


def _plan_item(answers: Answers, names: Names) -> str:
    return text("In the plan: {name}").format(name=exercise(answers["exercise"], names))


def _session(answers: Answers, _names: Names) -> str:
    return _at(text("Session"), answers["started_at"])


def _set_done(answers: Answers, names: Names) -> str:
    name = exercise(answers["exercise"], names)
    if answers["side"] is None:
        return text("{name}, set {n}").format(name=name, n=answers["number"])
    return text("{name}, {side}, set {n}").format(
        name=name, side=felt.side(answers["side"]), n=answers["number"]
    )


def _easier_version(answers: Answers, names: Names) -> str:
    return text("{name}, the easier version").format(name=exercise(answers["exercise"], names))


def _day_off(answers: Answers, _names: Names) -> str:
    return text("Rest day") if answers["kind"] is DayOffKind.REST else text("Skipped session")


def _pause(answers: Answers, _names: Names) -> str:
    return text("Pause from {day}").format(day=phrases.day(answers["started"]))


def _medicine(answers: Answers, _names: Names) -> str:
    """With the dose, which tells the rows of one medicine apart."""
    name = text("Medicine: {name}").format(name=answers["name"])
    return f"{name} {answers['dose']}" if answers["dose"] else name


def _dose(answers: Answers, names: Names) -> str:
    name = names.get(answers["medicine_id"])
    return _at(text("Dose of {name}").format(name=name) if name else text("Dose"), answers["taken_at"])


def _test_result(answers: Answers, _names: Names) -> str:
    return text("Test: {name}").format(name=answers["name"])


def _therapy_course(answers: Answers, _names: Names) -> str:
    return text("Therapy: {name}").format(name=answers["name"])


def _therapy_session(answers: Answers, names: Names) -> str:
    name = names.get(answers["course_id"])
    return text("Visit: {name}").format(name=name) if name else text("Visit")


def _appointment(answers: Answers, _names: Names) -> str:
    return text("Appointment with {who}").format(who=answers["with_whom"])


def _contact(answers: Answers, _names: Names) -> str:
    return text("Contact: {name}").format(name=answers["name"])


def _page_mark(answers: Answers, _names: Names) -> str:
    return text("Page: {title}").format(title=values.page(answers["page"]))


def exercise(key: str, names: Names) -> str:
    """The name of an exercise: the person's own word for an own one."""
    return names.get(key) or exercise_name(key)


def _at(title: str, instant: Any) -> str:
    """A title with its time, where that was written."""
    if instant is None:
        return title
    return text("{title} at {time}").format(title=title, time=phrases.clock(instant))


_TITLES: dict[str, Callable[[Answers, Names], str]] = {
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
