"""What may have mattered: the list to press from, made one's own."""

from legjournal.factors import spelled, usual
from legjournal.journal import Journal


def offered(journal: Journal) -> list[str]:
    """The words on the list."""
    return [word for word, on_list in journal.factors.words().items() if on_list]


def test_a_new_journal_offers_the_usual_words(journal: Journal) -> None:
    """Each of them once, and short enough to press."""
    words = offered(journal)
    assert words == usual()
    assert {"alcohol", "nicotine", "long sitting", "long standing", "warm bath", "walk"} <= set(words)
    assert len(set(words)) == len(words)


def test_an_own_word_comes_last_and_stays(journal: Journal) -> None:
    """Also where the usual ones were taken off the list; a second time it is not there twice."""
    journal.factors.add("Long drive")
    journal.factors.add("long drive")
    journal.factors.hide("alcohol")
    assert offered(journal) == [*(word for word in usual() if word != "alcohol"), "Long drive"]


def test_a_word_is_taken_off_and_brought_back_to_its_place(journal: Journal) -> None:
    """Usual or own, in whatever letters it is named."""
    journal.factors.add("Long drive")
    before = offered(journal)
    for word in ("walk", "Long drive"):
        journal.factors.hide(word)
        assert word not in offered(journal)
        assert journal.factors.words()[word] is False
        journal.factors.add(word.upper())
        assert offered(journal) == before


def test_the_list_does_not_touch_the_days(journal: Journal) -> None:
    """A day keeps its words when they leave the list."""
    today = journal.clock.today()
    journal.diary.record(today, factors=["walk", "Long drive"])
    journal.factors.hide("walk")
    assert journal.diary.day(today).factors == ["walk", "Long drive"]


def test_a_word_is_spelled_as_the_list_has_it() -> None:
    """Nobody gets walk and Walk side by side."""
    assert spelled(" WALK", ["alcohol", "walk"]) == "walk"
    assert spelled("Long drive", ["walk"]) == "Long drive"


def test_a_list_that_somebody_else_wrote_is_passed_over(journal: Journal) -> None:
    """What came in from another program and is no list leaves the usual one."""
    for value in ([1, 2], "walk", {"own": 7}, None):
        journal.preferences.choose("factors", value)
        assert offered(journal) == usual()
