"""The printed week, read back from its PDF: what is said, how many boxes there are, and that all fits."""

import re
import stat
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from legjournal.errors import CannotWrite
from legjournal.journal import Journal
from legjournal.library.exercises import exercises, plan_item
from legjournal.models.diary import Side
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.report import checklist
from legjournal.report.checklist import Checklist

MONDAY = date(2026, 11, 23)
STARTED = date(2026, 10, 1)
BRIDGE = PlanItemFields(exercise="glute-bridge", sets=3, rest_seconds=0)
CLAMSHELL = PlanItemFields(exercise="clamshell", sets=2, repetitions_from=12, each_side=True)
Sheet = Callable[..., Checklist]
MILLIMETRE = 72 / 25.4


@pytest.fixture
def sheet(journal: Journal) -> Sheet:
    """Adopts a plan and makes its sheet."""

    def made(
        *items: PlanItemFields, name: str = "Hips", monday: date | None = MONDAY, **plan: object
    ) -> Checklist:
        fields = plan or {"weekdays": [0, 2, 4]}
        journal.plans.adopt(PlanFields(name=name, started=STARTED, **fields), items)
        return checklist.build(journal, journal.plans.on(MONDAY), monday)

    return made


def _bundled(count: int) -> list[PlanItemFields]:
    shelf = list(exercises().items.items())
    return [plan_item(*shelf[number % len(shelf)]) for number in range(count)]


def _pages(made: Checklist) -> list[PageObject]:
    return list(PdfReader(BytesIO(checklist.draw(made))).pages)


def _words(made: Checklist) -> str:
    return " ".join(" ".join(page.extract_text() for page in _pages(made)).split())


def _content(page: PageObject) -> str:
    """What draws the page, as it stands in the file."""
    return page.get_contents().get_data().decode("latin-1")


def _boxes(page: PageObject) -> list[float]:
    """The side of every square: pictures are made of lines and curves."""
    sizes = re.findall(r"(\S+) (\S+) re\b", _content(page))
    return [float(wide) for wide, high in sizes if wide == high]


def test_the_page_says_all_in_order(sheet: Sheet) -> None:
    """Plan, week, whose numbers come first, rest, days, each exercise with dose and cue, room for notes."""
    words = _words(sheet(BRIDGE, CLAMSHELL))
    parts = [
        "Hips",
        "23 November to 29 November 2026",
        "If a physio gave you other numbers, theirs come first.",
        "Rest, as part of the plan: Tuesday, Thursday, Saturday and Sunday.",
        "Mon 23",
        "Wed 25",
        "Fri 27",
        "Glute bridge",
        "3 × 10 to 15",
        exercises().items["glute-bridge"].cue,
        "Clamshell",
        "2 × 12 to 15 each side, rest 1 minute",
        exercises().items["clamshell"].cue,
        "left",
        "right",
        "Notes",
    ]
    places = [words.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize(("plan", "days"), [({"weekdays": [0, 2, 4]}, 3), ({"times_a_week": 2}, 2), ({}, 3)])
def test_there_is_a_box_for_each_set_side_and_day(sheet: Sheet, plan: dict[str, object], days: int) -> None:
    """3 sets of both legs and 2 of each side are 7 boxes a day, each at least 5 mm wide and high."""
    [page] = _pages(sheet(BRIDGE, CLAMSHELL, **plan))
    boxes = _boxes(page)
    assert len(boxes) == 7 * days
    assert min(boxes) >= 5 * MILLIMETRE


def test_left_and_right_counted_as_one_are_one_box(sheet: Sheet) -> None:
    """As on the screen: 2 sets of both sides are 2 boxes, and no side is named."""
    made = sheet(CLAMSHELL, weekdays=[1], sides_as_one=True)
    assert len(_boxes(_pages(made)[0])) == 2
    assert "left" not in _words(made)


def test_the_side_the_person_begins_with_comes_first(sheet: Sheet, journal: Journal) -> None:
    """Chosen once for the whole routine."""
    journal.habits.choose(first_side=Side.RIGHT)
    words = _words(sheet(CLAMSHELL))
    assert words.index("right") < words.index("left")


def test_an_open_week_with_days_of_ones_own(sheet: Sheet) -> None:
    """Lines to write on in place of dates; where the days are free, rest is asked for between them."""
    words = _words(sheet(BRIDGE, monday=None, times_a_week=3))
    assert "Week of ____" in words
    assert "Write the day here:" in words
    assert "Leave a rest day between sessions where you can: rest is part of the plan." in words
    assert "2026" not in words
    fixed = _words(sheet(BRIDGE, monday=None, weekdays=[0, 5]))
    assert re.search(r"Mon\s+Sat\s+Glute bridge", fixed)


def test_rest_in_weeks_with_few_days_of_it(sheet: Sheet) -> None:
    """One day of rest is named; of seven days with a session none is invented."""
    assert "Rest, as part of the plan: Sunday." in _words(sheet(BRIDGE, weekdays=[0, 1, 2, 3, 4, 5]))
    assert "A day’s rest is always allowed." in _words(sheet(BRIDGE, weekdays=list(range(7))))


@pytest.mark.parametrize(("count", "days", "pages"), [(10, 3, 1), (10, 7, 1), (14, 4, 1), (15, 2, 2)])
def test_it_fits(sheet: Sheet, count: int, days: int, pages: int) -> None:
    """One page up to fourteen exercises, no exercise lost or split, all its boxes there."""
    items = _bundled(count)
    found = _pages(sheet(*items, weekdays=list(range(days))))
    assert len(found) == pages
    boxes = sum(item.sets * (1 + item.each_side) for item in items) * days
    assert sum(len(_boxes(page)) for page in found) == boxes
    names = [exercises().items[item.exercise].name for item in items]
    words = " ".join(" ".join(page.extract_text() for page in found).split())
    assert all(words.count(name) >= names.count(name) for name in names)
    assert words.count("Notes") == 1
    assert ("page 2 of" in words) == (pages > 1)


def test_letters_are_large_and_their_fonts_are_in_the_file(sheet: Sheet) -> None:
    """11 points or more, also where it is tight; every font is embedded, for a shop that prints it."""
    [page] = _pages(sheet(*_bundled(14)))
    shown = re.findall(r"(\S+) Tf ([^)\n]*\([^)]*\)) Tj", _content(page))
    sizes = [float(size) for size, words in shown if not words.endswith("()")]
    assert len(sizes) > 28
    assert min(sizes) >= 11
    for font in page["/Resources"]["/Font"].values():
        assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_it_is_grey_and_always_the_same(sheet: Sheet) -> None:
    """Every colour is a grey; equal sheets are equal files, and their title says nothing of the person."""
    made = sheet(*_bundled(4), name="After my fall")
    [page] = _pages(made)
    colours = re.findall(r"(\S+) (\S+) (\S+) (?:rg|RG)\b", _content(page))
    assert colours
    assert all(len(set(colour)) == 1 for colour in colours)
    drawn = checklist.draw(made)
    assert checklist.draw(made) == drawn
    assert PdfReader(BytesIO(drawn)).metadata.title == "Checklist of the week"


def test_an_easier_version_says_so(sheet: Sheet) -> None:
    """With the cue that goes with it."""
    words = _words(sheet(CLAMSHELL.model_copy(update={"easier": True})))
    assert "Clamshell (easier version)" in words
    assert exercises().items["clamshell"].easier_cue in words


def _picture(kind: str, mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.new(mode, (80, 120), "grey").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("picture", "printed"),
    [
        (_picture("PNG"), 1),
        (_picture("PNG", "LA"), 1),
        (_picture("JPEG"), 1),
        (_picture("PNG")[:60], 0),
        (_picture("JPEG")[:200], 0),
        (None, 0),
    ],
    ids=["PNG", "transparent", "JPEG", "half a PNG", "half a JPEG", "none"],
)
def test_an_own_exercise_prints_with_its_picture_or_a_space(
    sheet: Sheet, journal: Journal, picture: bytes | None, printed: int
) -> None:
    """A picture that cannot be read leaves its space; the name and the boxes are there in any case."""
    journal.exercises.add("Stairs & <b>steps</b>", picture=picture)
    made = sheet(PlanItemFields(exercise=journal.exercises.all().popitem()[0], sets=2))
    [page] = _pages(made)
    assert len(page.images) == printed
    assert "Stairs & <b>steps</b>" in _words(made)
    assert len(_boxes(page)) == 6


def test_endless_names_and_doses_leave_the_page_whole(sheet: Sheet, journal: Journal) -> None:
    """Names of 2,000 letters are cut, twenty sets a side on seven days find their boxes, all on few pages."""
    journal.exercises.add("Towel under the heel, pulled slowly " * 50)
    own = journal.exercises.all().popitem()[0]
    long = PlanItemFields(exercise=own, sets=20, each_side=True, hold_seconds=600, rest_seconds=899)
    found = _pages(sheet(long, long, name="W" * 2000, weekdays=list(range(7))))
    assert len(found) <= 2
    assert sum(len(_boxes(page)) for page in found) == 2 * 20 * 2 * 7
    assert "pulled slowly" in " ".join(found[0].extract_text().split())


def test_a_plan_without_exercises_is_still_a_page(sheet: Sheet) -> None:
    """Nothing to tick, and nothing breaks."""
    assert "Notes" in _words(sheet())


def test_an_exercise_that_is_gone_keeps_its_name(sheet: Sheet) -> None:
    """What was deleted while in the plan is printed by what its key says."""
    assert "Hip circles" in _words(sheet(PlanItemFields(exercise="hip-circles")))


def test_the_file_is_private_and_whole(sheet: Sheet, tmp_path: Path) -> None:
    """0600, and nothing half written where the folder is gone."""
    path = tmp_path / "week.pdf"
    made = sheet(BRIDGE)
    checklist.save(made, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == checklist.draw(made)
    with pytest.raises(CannotWrite):
        checklist.save(made, tmp_path / "gone" / "week.pdf")
