"""What was felt in the legs."""

from datetime import timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_symptoms_stay_in_the_order_of_writing(journal: Journal, clock: HandClock) -> None:
    """Several a day, each with its own answers, the first written first."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6)
    clock.set(EVENING + timedelta(minutes=1))
    journal.symptoms.add(TODAY, kind=Kind.URGE, side=Side.BOTH)
    first, second = journal.symptoms.on(TODAY)
    assert (first.kind, first.side, first.site, first.score) == (Kind.PAIN, Side.LEFT, "calf", 6)
    assert (second.kind, second.side, second.site, second.score) == (Kind.URGE, Side.BOTH, None, None)


def test_a_symptom_changes_and_goes(journal: Journal) -> None:
    """An answer about a symptom can change and be taken back; the symptom can be taken off its page."""
    symptom = journal.symptoms.add(TODAY, kind="pain", score=6, site="calf").rows[0]
    journal.symptoms.change(symptom, score=None, eased_at=EVENING)
    [row] = journal.symptoms.on(TODAY)
    assert (row.score, row.site, row.eased_at) == (None, "calf", EVENING)
    assert journal.symptoms.remove(symptom).days == {TODAY}
    assert journal.symptoms.on(TODAY) == []


def test_a_symptom_that_is_gone_stays_gone(journal: Journal) -> None:
    """Changing or removing what is no longer there changes nothing and breaks nothing."""
    symptom = journal.symptoms.add(TODAY, kind="pain").rows[0]
    journal.symptoms.remove(symptom)
    assert not journal.symptoms.change(symptom, score=5)
    assert not journal.symptoms.remove(symptom)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"kind": "toothache"},
        {"kind": "pain", "score": 11},
        {"kind": None},
        {"kind": "pain", "side": "middle"},
    ],
)
def test_a_symptom_is_of_a_known_kind(journal: Journal, answers: dict[str, object]) -> None:
    """A symptom without a kind, or of one that is not in the list, is refused."""
    with pytest.raises(ValidationError):
        journal.symptoms.add(TODAY, **answers)
    assert journal.symptoms.on(TODAY) == []


def test_the_urge_of_a_day_is_there_once(journal: Journal) -> None:
    """Scored twice it is one symptom; taken back it leaves nothing, unless more was said of it."""
    journal.symptoms.record_urge(TODAY, score=7)
    journal.symptoms.record_urge(TODAY, score=8)
    [urge] = journal.symptoms.on(TODAY)
    assert (urge.kind, urge.side, urge.site, urge.score) == ("urge to move", "both", None, 8)

    journal.symptoms.change(urge.id, helped="walking")
    journal.symptoms.record_urge(TODAY, score=None)
    [urge] = journal.symptoms.on(TODAY)
    assert (urge.score, urge.helped) == (None, "walking")

    journal.symptoms.change(urge.id, helped=None)
    journal.symptoms.record_urge(TODAY, score=None)
    assert journal.symptoms.on(TODAY) == []
    assert not journal.symptoms.record_urge(TODAY, score=None)
