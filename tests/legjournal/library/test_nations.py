"""The four nations, their ways to help, and the one the person chose."""

from datetime import date

import pytest

from legjournal.journal import Journal
from legjournal.library.nations import KEY, Nation, doors, doors_of
from legjournal.library.pages import pages

NUMBERS = {
    Nation.ENGLAND: ["999", "112", "111", "116 123", "0808 800 0035"],
    Nation.SCOTLAND: ["999", "112", "111", "116 123", "0808 800 0035"],
    Nation.WALES: ["999", "112", "111", "116 123", "0808 800 0035"],
    Nation.NORTHERN_IRELAND: ["999", "112", "", "", "116 123", "0808 808 8000", "0808 800 0035"],
}


@pytest.mark.parametrize("nation", Nation)
def test_each_nation_has_its_own_doors_the_most_urgent_first(nation: Nation) -> None:
    """999 comes first everywhere; Northern Ireland has no 111 and says whom to ask instead."""
    assert [door.number for door in doors_of(nation)] == NUMBERS[nation]


def test_111_has_the_name_it_goes_by_there() -> None:
    """One number, three services."""
    names = {door.nations[0]: door.name for door in doors() if door.number == "111"}
    assert names == {"england": "NHS 111", "scotland": "NHS 24", "wales": "NHS 111 Wales"}


def test_every_door_has_its_source_and_its_day() -> None:
    """A person can check each of them again."""
    for door in doors():
        assert door.source.address.startswith("https://")
        assert door.source.title
        assert door.source.taken
        assert door.checked <= date.today()


@pytest.mark.parametrize("nation", Nation)
def test_when_to_get_help_names_the_doors_of_the_nation(nation: Nation) -> None:
    """The page and the list of numbers agree: every urgent way is named in the nation's own words there."""
    routes = pages().items["when-to-get-help"].routes
    words = f"{routes.everywhere} {routes.of(nation)}"
    for door in doors_of(nation):
        if "weak bones" not in door.when:
            assert door.name in words or door.number in words, door.name
            assert door.number in words, door.name


def test_no_nation_is_chosen_at_first(journal: Journal) -> None:
    """Nothing is assumed, and asking writes nothing."""
    assert journal.nation.chosen() is None
    assert journal.preferences.get(KEY) is None


@pytest.mark.parametrize("nation", Nation)
def test_a_nation_is_chosen_and_taken_back(journal: Journal, nation: Nation) -> None:
    """It is kept as a plain word under `nation`; the same again is no change."""
    assert journal.nation.choose(nation)
    assert journal.nation.chosen() is nation
    assert journal.preferences.get("nation") == nation.value
    assert not journal.nation.choose(nation)
    journal.nation.choose(None)
    assert journal.nation.chosen() is None


def test_what_is_no_nation_is_refused(journal: Journal) -> None:
    """Nothing of it is kept."""
    with pytest.raises(ValueError, match="cornwall"):
        journal.nation.choose("cornwall")  # type: ignore[arg-type]
    assert journal.nation.chosen() is None


@pytest.mark.parametrize("stored", ["france", 7, ["england"], {}, True, ""])
def test_what_somebody_else_wrote_counts_as_not_chosen(journal: Journal, stored: object) -> None:
    """An import may bring anything."""
    journal.preferences.choose(KEY, stored)
    assert journal.nation.chosen() is None
