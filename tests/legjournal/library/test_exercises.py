"""The bundled exercises and plans."""

import re
import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import textstat

from legjournal.journal import Journal
from legjournal.library.checking import FORBIDDEN, telephone_numbers
from legjournal.library.exercises import (
    CUE_LENGTH,
    ExercisePage,
    exercise_name,
    exercises,
    plan_item,
    plans,
    read_exercise,
    read_plan,
    to_adopt,
)
from legjournal.library.files import read_shelf
from legjournal.places import ASSETS

FOLDER = ASSETS / "exercises"
PLAN = ASSETS / "plans" / "hip-glute-and-core.toml"
BUNDLED = {
    "abdominal-crunch",
    "calf-stretch",
    "clamshell",
    "dead-bug",
    "evening-stretch",
    "evening-walk",
    "glute-bridge",
    "hip-stretch",
    "plank",
    "side-lying-leg-raise",
    "single-leg-bridge",
    "sit-to-stand",
    "standing-hip-abduction",
}
YEARS_AT_GRADE_0 = 5  # a school grade is the reader's years less 5
# The exercises of the founding article, with its sets and repetitions where it names them.
ARTICLE = {
    "glute-bridge": (3, 10, 15, False),
    "clamshell": (3, 12, 15, True),
    "side-lying-leg-raise": (3, 10, 12, True),
    "plank": None,
    "abdominal-crunch": None,
}


def _prose(page: ExercisePage) -> str:
    """All that a person reads of an exercise, in sentences; titles of sources are not ours to make plain."""
    asides = [*page.common_errors, *(f"Not for you if {reason}" for reason in page.not_for_you_if)]
    cues = [page.cue, page.easier_cue, page.start, page.end]
    sentences = [page.summary, *cues, *page.steps, page.easier, page.harder, page.note]
    return " ".join([*sentences, *(f"{aside}." for aside in asides)])


def _reading_age(prose: str) -> float:
    return YEARS_AT_GRADE_0 + float(textstat.flesch_kincaid_grade(prose))


def test_exercises_promise_nothing_and_name_no_number_to_ring() -> None:
    """The same care in their words as in the pages'."""
    for page in exercises().items.values():
        assert not FORBIDDEN.search(_prose(page))
        assert telephone_numbers(_prose(page)) == []


def test_every_exercise_is_read_without_a_fault() -> None:
    """Each file of the folder is a whole exercise."""
    assert exercises().faults == []
    assert exercises().items.keys() == {path.stem for path in FOLDER.iterdir()} == BUNDLED


@pytest.mark.parametrize("key", ARTICLE)
def test_the_exercises_of_the_founding_article_are_there(key: str) -> None:
    """Bridge, clamshell, side-lying raise, plank and crunch, with the article's own dose."""
    page = exercises().items[key]
    if ARTICLE[key] is not None:
        assert (page.sets, page.repetitions_from, page.repetitions_to, page.each_side) == ARTICLE[key]


@pytest.mark.parametrize("key", exercises().items)
def test_an_exercise_says_all_that_a_careful_person_asks(key: str) -> None:
    """How, how much, easier, for whom not, from where, and when that was checked."""
    page = exercises().items[key]
    for words in (page.name, page.summary, page.equipment, page.start, page.end, page.easier, page.harder):
        assert words.strip()
    assert len(page.steps) >= 3
    assert page.common_errors
    assert page.note
    assert page.checked <= date.today()
    assert page.repetitions_from <= page.repetitions_to
    assert bool(page.side) == page.each_side
    assert all(
        source.title and source.taken and re.match(r"https?://\w", source.address) for source in page.sources
    )


@pytest.mark.parametrize("key", exercises().items)
def test_whoever_fell_is_told_to_have_it_checked_first(key: str) -> None:
    """The one warning every exercise has, and its source."""
    page = exercises().items[key]
    assert any("fall" in reason and "checked" in reason for reason in page.not_for_you_if)
    assert any("after a fall" in source.taken for source in page.sources)


@pytest.mark.parametrize("key", exercises().items)
def test_a_cue_is_read_at_a_glance(key: str) -> None:
    """What to feel or keep still, for both versions, in whole sentences short enough for two metres."""
    page = exercises().items[key]
    assert page.easier_cue
    for cue in (page.cue, page.easier_cue):
        assert len(cue) <= CUE_LENGTH
        assert re.fullmatch(r"[A-Z].*\.", cue)


@pytest.mark.parametrize("key", exercises().items)
def test_an_exercise_is_written_for_an_eleven_year_old(key: str) -> None:
    """The whole page by its Flesch-Kincaid grade; its note, which tells of sources, stays below 13."""
    page = exercises().items[key]
    assert _reading_age(_prose(page)) <= 11
    assert _reading_age(page.note) <= 13


@pytest.mark.parametrize("key", exercises().items)
def test_nothing_unchecked_is_printed(key: str) -> None:
    """No mark of our notes is left in the words, and a number of people or days has a source of its trial."""
    content = (FOLDER / f"{key}.toml").read_text(encoding="utf-8")
    assert not re.search(r"\[[MSPD]\]", content)
    page = exercises().items[key]
    if re.search(r"\btrial", page.note):
        assert any("trial" in source.taken for source in page.sources)
    if "founding article" in page.note:
        assert any("device seller" in source.title for source in page.sources)
    if "NHS" in page.note and "No NHS" not in page.note:
        assert any("NHS" in source.title for source in page.sources)


def test_the_crunch_is_marked_for_osteoporosis() -> None:
    """It is the first thing said of whom it is not for, with the society's advice behind it."""
    page = exercises().items["abdominal-crunch"]
    assert page.not_for_you_if[0] == "you have osteoporosis, unless your physio agrees"
    assert "fracture in your spine" in page.not_for_you_if[1]
    assert "osteoporosis" in page.summary
    assert page.sources[0].title.endswith("Royal Osteoporosis Society")
    assert all("abdominal-crunch" not in plan.keys for plan in plans().items.values())


def test_the_clamshell_says_where_article_and_hospital_differ() -> None:
    """As high as possible, or as far as the pelvis stays still: the hospital's cue, and the page says so."""
    page = exercises().items["clamshell"]
    assert page.cue == "Heels together. Open only as far as your hips stay still."
    assert "as high as you can" in page.note
    assert "We follow the hospital leaflet" in page.note


def test_the_hip_stretch_leaves_a_sore_outer_hip_alone() -> None:
    """It is for the front of the hip, and says that the buttock is not to be stretched then."""
    page = exercises().items["hip-stretch"]
    assert "not for the buttock" in page.note
    assert any("outside of your hip" in reason for reason in page.not_for_you_if)


@pytest.mark.parametrize("key", ["evening-walk", "evening-stretch"])
def test_the_evening_ones_claim_no_more_than_the_trials(key: str) -> None:
    """How many began and finished, and that the very exercise was not tested or named."""
    note = exercises().items[key].note
    for words in ("41 people were chosen and 23 finished", "18 people", "3 days a week"):
        assert words in note
    assert "Neither tested" in note or "do not name the stretches" in note


def test_every_plan_names_exercises_that_are_there() -> None:
    """No plan has an exercise without a page."""
    assert plans().faults == []
    assert plans().items
    for plan in plans().items.values():
        assert set(plan.keys) <= exercises().items.keys()
        assert 1 <= plan.times_a_week <= 7


@pytest.mark.parametrize("key", plans().items)
def test_no_plan_has_two_days_running(key: str) -> None:
    """The days a plan suggests are as many as its sessions and leave a rest day between, over Sunday too."""
    plan = plans().items[key]
    assert plan.weekdays is not None
    assert len(plan.weekdays) == plan.times_a_week
    assert all((day + 1) % 7 not in plan.weekdays for day in plan.weekdays)
    assert _reading_age(f"{plan.summary} {plan.rest_note}") <= 13


def test_the_plan_of_the_article_has_its_doses() -> None:
    """3 × 10 to 15 bridges, 3 × 12 to 15 clamshells and 3 × 10 to 12 raises a side, and a dead bug."""
    plan = plans().items["hip-glute-and-core"]
    _plan, items = to_adopt(plan, date(2026, 11, 23))
    doses = [
        (item.exercise, item.sets, item.repetitions_from, item.repetitions_to, item.each_side)
        for item in items
    ]
    assert doses[:3] == [
        ("glute-bridge", 3, 10, 15, False),
        ("clamshell", 3, 12, 15, True),
        ("side-lying-leg-raise", 3, 10, 12, True),
    ]
    assert doses[3][0] == "dead-bug"
    assert (plan.times_a_week, plan.weekdays) == (3, [0, 2, 4])


def test_the_gentle_plan_asks_less() -> None:
    """Two days, never more than the starting dose, nothing lying on the side, and a core exercise."""
    plan = plans().items["hips-gently"]
    _plan, items = to_adopt(plan, date(2026, 11, 23))
    assert plan.times_a_week == 2
    assert {"clamshell", "side-lying-leg-raise"}.isdisjoint(plan.keys)
    assert any(exercises().items[key].area == "core" for key in plan.keys)
    for item in items:
        usual = plan_item(item.exercise, exercises().items[item.exercise])
        assert item.sets <= usual.sets
        assert item.repetitions_to <= usual.repetitions_to
        assert item.each_side == usual.each_side
    assert [item.exercise for item in items if item.easier] == ["dead-bug"]


def test_the_evening_plan_is_a_walk_and_stretches() -> None:
    """Three days as in the trials, and nothing that strains."""
    plan = plans().items["restless-legs-evening"]
    assert plan.times_a_week == 3
    assert [exercises().items[key].area for key in plan.keys] == ["walk", "stretch", "stretch"]


FAULTS = {
    'exercise = "dead-bug"': ('exercise = "dead-beetle"', "there is no exercise dead-beetle"),
    "sets = 3": ("sets = 0", "sets: Input should be greater than or equal to 1"),
    "times_a_week = 3": ("times_a_week = 9", "times_a_week: Input should be less than or equal to 7"),
    "[0, 2, 4]": ("[0, 2, 7]", "weekdays.2: Input should be less than or equal to 6"),
    'name = "Hip, glute and core"': ("", "name: Field required"),
}


@pytest.mark.parametrize("words", FAULTS)
def test_a_plan_that_cannot_be_is_named_as_a_fault(tmp_path: Path, words: str) -> None:
    """An exercise nobody has, a dose no plan can hold, a day no week has: one sentence each."""
    shutil.copytree(PLAN.parent, tmp_path / "plans")
    path = tmp_path / "plans" / PLAN.name
    path.write_text(PLAN.read_text(encoding="utf-8").replace(words, FAULTS[words][0]), encoding="utf-8")
    shelf = read_shelf(path.parent, "*.toml", partial(read_plan, shelf=exercises().items))
    assert shelf.faults == [f"{PLAN.name} could not be read: {FAULTS[words][1]}"]
    assert shelf.items.keys() == plans().items.keys() - {PLAN.stem}


@pytest.mark.parametrize("key", exercises().items)
def test_a_starting_dose_is_one_a_plan_can_hold(key: str) -> None:
    """Every exercise goes into a plan as it stands."""
    item = plan_item(key, exercises().items[key])
    assert (item.exercise, item.sets) == (key, exercises().items[key].sets)


@pytest.mark.parametrize("key", plans().items)
def test_a_bundled_plan_can_be_adopted(journal: Journal, key: str) -> None:
    """Begun in a journal, it is in force with its exercises in order."""
    today = journal.clock.today()
    page = plans().items[key]
    journal.plans.adopt(*to_adopt(page, today))
    plan = journal.plans.on(today)
    assert (plan.name, plan.times_a_week) == (page.name, page.times_a_week)
    assert [item.exercise for item in journal.plans.items(plan)] == page.keys


def test_an_exercise_that_is_gone_keeps_a_name() -> None:
    """History shows a name for a key whose file is no longer there."""
    assert exercise_name("glute-bridge") == "Glute bridge"
    assert exercise_name("wall-sit-of-old") == "Wall sit of old"


DAMAGE = {
    "cut short": lambda text: text[: len(text) // 2],
    "no such field": lambda text: "surprise = 1\n" + text,
    "a field missing": lambda text: text.replace("area = ", "# area = "),
    "not a known area": lambda text: text.replace('area = "hip"', 'area = "elbow"'),
    "nobody it is not for": lambda text: re.sub(
        r"(?s)not_for_you_if = \[.*?\n\]", "not_for_you_if = []", text
    ),
    "a cue too long": lambda text: text.replace('cue = "', 'cue = "' + 70 * "x"),
    "no set": lambda text: text.replace("sets = 3", "sets = 0"),
    "words for a number": lambda text: text.replace("sets = 3", 'sets = "three"'),
    "empty": lambda _text: "",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_exercise_is_named_and_the_rest_is_read(tmp_path: Path, damage: str) -> None:
    """One bad file is one sentence with its name; all the others are on the shelf."""
    shutil.copytree(FOLDER, tmp_path / "exercises")
    path = tmp_path / "exercises" / "clamshell.toml"
    path.write_text(DAMAGE[damage](path.read_text(encoding="utf-8")), encoding="utf-8")
    shelf = read_shelf(path.parent, "*.toml", read_exercise)
    [fault] = shelf.faults
    assert fault.startswith("clamshell.toml could not be read: ")
    assert "\n" not in fault
    assert shelf.items.keys() == exercises().items.keys() - {"clamshell"}


def test_a_file_that_is_no_text_is_named_too(tmp_path: Path) -> None:
    """Bytes that are not UTF-8, and a folder with the name of a file, are faults and no crash."""
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").mkdir()
    (tmp_path / "c.txt").write_text("not asked for")
    shelf = read_shelf(tmp_path, "*.toml", read_exercise)
    assert shelf.items == {}
    assert [fault.split()[0] for fault in shelf.faults] == ["a.toml", "b.toml"]


def test_a_folder_that_is_missing_is_an_empty_shelf(tmp_path: Path) -> None:
    """Nothing there, nothing read, nothing broken."""
    shelf = read_shelf(tmp_path / "nowhere", "*.toml", read_exercise)
    assert (shelf.items, shelf.faults) == ({}, [])
