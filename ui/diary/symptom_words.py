"""What the legs' rows say: kinds and sides, the ends of the numbers, and all that is known in one line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.models.diary import Kind, Side

if TYPE_CHECKING:
    from legjournal.models.diary import Symptom

translate = QCoreApplication.translate
LONGEST = 60  # letters of one thing said, where all is said in one line


def kind_names() -> dict[Kind, str]:
    """What was felt, in plain words."""
    return {
        Kind.PAIN: translate("Symptom", "pain"),
        Kind.URGE: translate("Symptom", "urge to move"),
        Kind.CRAMP: translate("Symptom", "cramp"),
        Kind.TINGLING: translate("Symptom", "tingling"),
        Kind.NUMBNESS: translate("Symptom", "numbness"),
        Kind.OTHER: translate("Symptom", "something else"),
    }


def side_names() -> dict[Side, str]:
    """The person's own sides."""
    return {
        Side.LEFT: translate("Symptom", "left"),
        Side.RIGHT: translate("Symptom", "right"),
        Side.BOTH: translate("Symptom", "both"),
    }


def usual_words() -> list[str]:
    """Words many people find for their legs: a beginning, until they have their own."""
    return [
        translate("Symptom", "aching"),
        translate("Symptom", "burning"),
        translate("Symptom", "stabbing"),
        translate("Symptom", "throbbing"),
        translate("Symptom", "crawling"),
        translate("Symptom", "fizzing"),
        translate("Symptom", "twitching"),
        translate("Symptom", "heavy"),
        translate("Symptom", "tight"),
        translate("Symptom", "restless"),
        translate("Symptom", "itching"),
        translate("Symptom", "sore"),
    ]


def ends(kind: Kind) -> tuple[str, str]:
    """What 0 and 10 mean."""
    none = translate("Symptom", "no pain") if kind is Kind.PAIN else translate("Symptom", "none")
    return none, translate("Symptom", "worst I can imagine")


def title(symptom: "Symptom", *, of_day: bool) -> str:
    """“Left calf”; “Urge to move, both legs” for the urge of the day."""
    place = place_name(symptom.side, symptom.site)
    if not of_day:
        return shortened(place)
    return translate("Symptom", "Urge to move, {where}").format(where=place.lower())


def name(symptom: "Symptom", *, of_day: bool) -> str:
    """“Left calf, pain”: what tells it from the day's others by ear."""
    place = title(symptom, of_day=of_day)
    if of_day:
        return place
    return translate("Symptom", "{place}, {kind}").format(place=place, kind=kind_names()[symptom.kind])


def summary(symptom: "Symptom", *, of_day: bool) -> str:
    """“pain · aching · from 8pm · walking helped”. The urge of the day says its time in a field."""
    said = [] if of_day else [kind_names()[symptom.kind]]
    said += map(shortened, symptom.words or [])
    if symptom.occurred_at and not of_day:
        said.append(translate("Symptom", "from {time}").format(time=phrases.clock(symptom.occurred_at)))
    if symptom.eased_at:
        said.append(translate("Symptom", "eased {time}").format(time=phrases.clock(symptom.eased_at)))
    if symptom.helped:
        said.append(translate("Symptom", "{what} helped").format(what=shortened(symptom.helped)))
    if symptom.note:
        said.append(translate("Symptom", "with a note"))
    return " · ".join(said)


def shortened(words: str) -> str:
    """The beginning of what is too long for one line."""
    line = " ".join(words[: 2 * LONGEST].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
