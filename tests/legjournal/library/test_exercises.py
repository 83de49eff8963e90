"""The bundled exercises and plans."""

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from legjournal.journal import Journal
from legjournal.library.exercises import (
    ExercisePage,
    exercise_name,
    exercises,
    plan_item,
    plans,
    to_adopt,
)
from legjournal.library.files import read_shelf
from legjournal.places import ASSETS

FOLDER = ASSETS / "exercises"
# The exercises of the founding article, with its sets and repetitions where it names them.
ARTICLE = {
    "glute-bridge": (3, 10, 15, False),
    "clamshell": (3, 12, 15, True),
    "side-lying-leg-raise": (3, 10, 12, True),
    "plank": None,
    "abdominal-crunch": None,
}


def _read(content: str) -> ExercisePage:
    return ExercisePage.model_validate(tomllib.loads(content))


def test_every_exercise_is_read_without_a_fault() -> None:
    """Each file of the folder is a whole exercise."""
    assert exercises().faults == []
    assert exercises().items.keys() == {path.stem for path in FOLDER.iterdir()}


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
    for words in (page.name, page.summary, page.equipment, page.easier or page.harder):
        assert words.strip()
    assert len(page.steps) >= 3
    assert page.not_for_you_if
    assert page.sources
    assert page.checked <= date.today()
    assert page.repetitions_from <= page.repetitions_to
    assert all(
        source.title and source.taken and re.match(r"https?://\w", source.address) for source in page.sources
    )


def test_every_plan_names_exercises_that_are_there() -> None:
    """No plan has an exercise without a page."""
    assert plans().faults == []
    assert plans().items
    for plan in plans().items.values():
        assert set(plan.exercises) <= exercises().items.keys()
        assert 1 <= plan.times_a_week <= 7


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
    assert [item.exercise for item in journal.plans.items(plan)] == page.exercises


def test_an_exercise_that_is_gone_keeps_a_name() -> None:
    """History shows a name for a key whose file is no longer there."""
    assert exercise_name("glute-bridge") == "Glute bridge"
    assert exercise_name("wall-sit-of-old") == "Wall sit of old"


DAMAGE = {
    "cut short": lambda text: text[: len(text) // 2],
    "no such field": lambda text: "surprise = 1\n" + text,
    "a field missing": lambda text: text.replace("area = ", "# area = "),
    "not a known area": lambda text: text.replace('area = "hip"', 'area = "elbow"'),
    "words for a number": lambda text: text.replace("sets = 3", 'sets = "three"'),
    "empty": lambda _text: "",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_exercise_is_named_and_the_rest_is_read(tmp_path: Path, damage: str) -> None:
    """One bad file is one sentence with its name; all the others are on the shelf."""
    shutil.copytree(FOLDER, tmp_path / "exercises")
    path = tmp_path / "exercises" / "clamshell.toml"
    path.write_text(DAMAGE[damage](path.read_text(encoding="utf-8")), encoding="utf-8")
    shelf = read_shelf(path.parent, "*.toml", _read)
    [fault] = shelf.faults
    assert fault.startswith("clamshell.toml could not be read: ")
    assert "\n" not in fault
    assert shelf.items.keys() == exercises().items.keys() - {"clamshell"}


def test_a_file_that_is_no_text_is_named_too(tmp_path: Path) -> None:
    """Bytes that are not UTF-8, and a folder with the name of a file, are faults and no crash."""
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").mkdir()
    (tmp_path / "c.txt").write_text("not asked for")
    shelf = read_shelf(tmp_path, "*.toml", _read)
    assert shelf.items == {}
    assert [fault.split()[0] for fault in shelf.faults] == ["a.toml", "b.toml"]


def test_a_folder_that_is_missing_is_an_empty_shelf(tmp_path: Path) -> None:
    """Nothing there, nothing read, nothing broken."""
    shelf = read_shelf(tmp_path / "nowhere", "*.toml", _read)
    assert (shelf.items, shelf.faults) == ({}, [])
