"""How many entries of a kind, in plain words: “2 doses”, “1 night”."""

from legjournal.words import plural


def count_of(table: str, n: int) -> str:
    """So many entries of a table."""
    return _forms(n)[table].format(n=n)


def _forms(n: int) -> dict[str, str]:
    return {
        "diary_day": plural("{n} page of the diary", "{n} pages of the diary", n),
        "symptom": plural("{n} symptom", "{n} symptoms", n),
        "night": plural("{n} night", "{n} nights", n),
        "awakening": plural("{n} note in the night", "{n} notes in the night", n),
        "nap": plural("{n} nap", "{n} naps", n),
        "weekly_check": plural("{n} weekly check", "{n} weekly checks", n),
        "activity": plural("{n} activity of your own", "{n} activities of your own", n),
        "activity_score": plural("{n} score of an activity", "{n} scores of activities", n),
        "exercise": plural("{n} exercise of your own", "{n} exercises of your own", n),
        "exercise_mark": plural("{n} note on an exercise", "{n} notes on exercises", n),
        "plan": plural("{n} exercise plan", "{n} exercise plans", n),
        "plan_item": plural("{n} line of a plan", "{n} lines of plans", n),
        "session": plural("{n} exercise session", "{n} exercise sessions", n),
        "set_done": plural("{n} set of an exercise", "{n} sets of exercises", n),
        "easier_version": plural("{n} easier version", "{n} easier versions", n),
        "day_off": plural("{n} day off", "{n} days off", n),
        "pause": plural("{n} pause of the routine", "{n} pauses of the routine", n),
        "medicine": plural("{n} medicine", "{n} medicines", n),
        "dose": plural("{n} dose", "{n} doses", n),
        "test_result": plural("{n} test result", "{n} test results", n),
        "therapy_course": plural("{n} course of a therapy", "{n} courses of therapies", n),
        "therapy_session": plural("{n} therapy visit", "{n} therapy visits", n),
        "appointment": plural("{n} appointment", "{n} appointments", n),
        "contact": plural("{n} contact", "{n} contacts", n),
        "page_mark": plural("{n} bookmark", "{n} bookmarks", n),
        "preference": plural("{n} choice in the settings", "{n} choices in the settings", n),
        "draft": plural("{n} draft", "{n} drafts", n),
    }
