"""The exercises to choose from: the bundled ones, a person's own, and what is kept about either."""

import base64

import pytest
from hand_clock import EVENING
from pydantic import ValidationError
from sqlmodel import select

from legjournal.entries.words import names_of, title
from legjournal.errors import NameTaken, NoPicture
from legjournal.journal import Journal
from legjournal.library.exercises import exercises
from legjournal.limits import PICTURE_LIMIT
from legjournal.models.routine import Area, ExerciseMark, PlanFields, PlanItemFields
from legjournal.routine.boxes import SetToDo

TODAY = EVENING.date()
# The smallest PNG there is: one pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_a_new_journal_knows_the_bundled_ones(journal: Journal) -> None:
    """All of them with their pages, none hidden, and nothing is written by asking."""
    known = journal.exercises.all()
    assert list(known) == list(exercises().items)
    bridge = known["glute-bridge"]
    assert (bridge.name, bridge.area, bridge.each_side, bridge.own) == (
        "Glute bridge",
        Area.HIP,
        False,
        False,
    )
    assert bridge.page is exercises().items["glute-bridge"]
    assert not any(each.hidden or each.picture or each.note for each in known.values())


def test_an_own_exercise_comes_last_with_all_that_was_said_of_it(journal: Journal) -> None:
    """Name, what for, sides, steps, note and picture; one undo takes it back whole."""
    journal.exercises.add(
        "Towel squeeze",
        each_side=True,
        area=Area.CORE,
        steps=["Fold a towel.", "Squeeze it."],
        note="5 seconds, says the physio",
        picture=PNG,
    )
    own = list(journal.exercises.all().values())[-1]
    assert (own.key, own.name, own.area, own.each_side, own.own) == (
        "own-towel-squeeze",
        "Towel squeeze",
        Area.CORE,
        True,
        True,
    )
    assert own.steps == ("Fold a towel.", "Squeeze it.")
    assert (own.note, own.picture, own.page, own.hidden) == ("5 seconds, says the physio", PNG, None, False)
    journal.history.undo()
    assert list(journal.exercises.all()) == list(exercises().items)


def test_an_own_exercise_is_changed_and_keeps_its_key(journal: Journal) -> None:
    """What is not named stays; a bundled one is not changed."""
    journal.exercises.add("Towel squeeze", area=Area.CORE, steps=["Squeeze."])
    journal.exercises.change("own-towel-squeeze", name="Cushion squeeze", area=Area.HIP, picture=PNG)
    own = journal.exercises.get("own-towel-squeeze")
    assert (own.name, own.area, own.steps, own.picture) == ("Cushion squeeze", Area.HIP, ("Squeeze.",), PNG)
    journal.exercises.change("own-towel-squeeze", picture=None, steps=[])
    own = journal.exercises.get("own-towel-squeeze")
    assert (own.steps, own.picture, own.area) == ((), None, Area.HIP)
    assert not journal.exercises.change("glute-bridge", name="Bridge")
    assert not journal.exercises.change("own-gone", name="Gone")


@pytest.mark.parametrize("name", ["Glute bridge", "  glute   BRIDGE ", "Mine", "mine "])
def test_two_exercises_never_have_one_name(journal: Journal, name: str) -> None:
    """Neither a bundled one's nor an own one's, in whatever letters; told in one sentence."""
    journal.exercises.add("Mine")
    journal.exercises.add("Other")
    for write in (
        lambda: journal.exercises.add(name),
        lambda: journal.exercises.change("own-other", name=name),
    ):
        with pytest.raises(NameTaken, match=r"^There is an exercise of this name already\. Please choose"):
            write()
    assert [each.name for each in journal.exercises.all().values() if each.own] == ["Mine", "Other"]
    assert journal.exercises.change("own-mine", name="MINE")  # its own name in other letters


def test_the_name_of_a_hidden_one_can_be_had_back(journal: Journal) -> None:
    """The sentence says that it is there."""
    journal.exercises.add("Mine")
    journal.exercises.hide("own-mine")
    with pytest.raises(NameTaken, match="Bring it back"):
        journal.exercises.add("mine")


@pytest.mark.parametrize("name", ["Glute-bridge!", "!?", "膝", "Glute bridge 2", "x" * 1999])
def test_an_own_key_never_is_a_bundled_one(journal: Journal, name: str) -> None:
    """Also where the letters that a key has room for are the same, or there are none."""
    journal.exercises.add(name)
    journal.exercises.add(f"{name}.")
    own = [each.key for each in journal.exercises.all().values() if each.own]
    assert len(set(own)) == 2
    assert all(key.startswith("own-") and key not in exercises().items for key in own)


@pytest.mark.parametrize(
    "answers", [{"name": ""}, {"name": "x" * 2001}, {"name": "x", "note": "x" * 1_000_001}]
)
def test_what_is_no_exercise_is_refused_whole(journal: Journal, answers: dict[str, str]) -> None:
    """Nothing of it is kept."""
    with pytest.raises(ValidationError):
        journal.exercises.add(**answers)
    assert list(journal.exercises.all()) == list(exercises().items)


@pytest.mark.parametrize(
    "picture", [b"", b"GIF89a", b"<svg/>", PNG + b"\0" * PICTURE_LIMIT], ids=["empty", "gif", "svg", "large"]
)
def test_what_is_no_picture_is_refused(journal: Journal, picture: bytes) -> None:
    """Nor one too large; with an own exercise or beside a bundled one, and nothing is kept of either."""
    with pytest.raises(NoPicture):
        journal.exercises.add("Mine", picture=picture)
    with pytest.raises(NoPicture):
        journal.exercises.set_picture("glute-bridge", picture)
    assert list(journal.exercises.all()) == list(exercises().items)
    assert journal.exercises.get("glute-bridge").picture is None


def test_a_note_and_a_picture_stand_beside_a_bundled_one(journal: Journal) -> None:
    """Kept, changed and taken back one by one; with the last of them nothing is left."""
    journal.exercises.set_note("glute-bridge", "red band, only to here, says the physio")
    journal.exercises.set_picture("glute-bridge", PNG)
    bridge = journal.exercises.get("glute-bridge")
    assert (bridge.note, bridge.picture) == ("red band, only to here, says the physio", PNG)
    assert bridge.area is Area.HIP
    journal.exercises.set_note("glute-bridge", None)
    assert journal.exercises.get("glute-bridge").picture == PNG
    journal.history.undo()
    assert journal.exercises.get("glute-bridge").note is not None
    journal.exercises.set_note("glute-bridge", None)
    journal.exercises.set_picture("glute-bridge", None)
    with journal.store.read() as session:
        assert session.exec(select(ExerciseMark)).all() == []


def test_the_note_of_an_own_one_is_its_own(journal: Journal) -> None:
    """It is one note, wherever it was written."""
    journal.exercises.add("Mine", note="before")
    journal.exercises.set_note("own-mine", "after")
    assert journal.exercises.get("own-mine").note == "after"
    journal.exercises.set_note("own-mine", None)
    assert journal.exercises.get("own-mine").note is None


def test_an_exercise_taken_off_stays_in_plans_and_history(journal: Journal) -> None:
    """It is offered no longer, while the plan, what was done and the list of versions keep its name."""
    journal.exercises.add("Towel squeeze")
    key = "own-towel-squeeze"
    journal.plans.adopt(PlanFields(name="Mine", started=TODAY), [PlanItemFields(exercise=key)])
    journal.sessions.tick(TODAY, SetToDo(key, 1))
    journal.exercises.hide(key)
    assert journal.exercises.get(key).hidden
    assert [item.exercise for item in journal.plans.items(journal.plans.on(TODAY))] == [key]
    assert journal.sessions.sets_done(TODAY).keys() == {SetToDo(key, 1)}
    titles = [entry.title for entry in [*journal.versions.of_day(TODAY), *journal.versions.elsewhere()]]
    assert {"Towel squeeze, set 1", "In the plan: Towel squeeze", "Own exercise: Towel squeeze"} <= set(
        titles
    )
    journal.exercises.show(key)
    assert not journal.exercises.get(key).hidden


def test_names_are_those_of_today(journal: Journal) -> None:
    """What was done under an earlier name is called by the present one."""
    journal.exercises.add("Towel squeeze")
    journal.exercises.change("own-towel-squeeze", name="Cushion squeeze")
    with journal.store.read() as session:
        names = names_of(session)
    done = {"exercise": "own-towel-squeeze", "number": 1, "side": None}
    assert title("set_done", done, names) == "Cushion squeeze, set 1"


def test_an_exercise_that_is_gone_keeps_what_name_its_key_tells(journal: Journal) -> None:
    """From a journal merged with half of another, or a file taken away: hidden, and nothing breaks."""
    gone = journal.exercises.get("own-towel-squeeze")
    assert (gone.name, gone.hidden, gone.steps) == ("Towel squeeze", True, ())
    assert journal.exercises.get("wall-sit").name == "Wall sit"


def test_a_spoilt_picture_is_none(journal: Journal) -> None:
    """What another program wrote in its place is passed over."""
    with journal.store.change() as change:
        change.session.add(ExerciseMark(exercise="plank", picture="no picture!"))
    assert journal.exercises.get("plank").picture is None
