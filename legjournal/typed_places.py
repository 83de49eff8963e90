"""A place on the legs as a person types it: “left calf”, “both knees”, “behind my left ankle”."""

import re
from dataclasses import dataclass

from legjournal.charts.body import place_name, site_names
from legjournal.models.diary import Side
from legjournal.words import text

LONGEST = 80  # letters of a place in the person's own words: more would be a note
ENDING = 2  # letters by which a typed word may be longer than the one it means: knees, knee


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is felt. `site` is a region of the body chart, or the person's own word."""

    side: Side | None
    site: str

    @property
    def name(self) -> str:
        """As a person says it: “Left calf”."""
        return place_name(self.side, self.site)


def find_places(typed: str) -> list[Place]:
    """The places of the body chart that `typed` may mean, the plainest first; none for nothing typed.

    A place said in full, in whatever order, is the only one.
    """
    asked = _asked(typed) if len(typed) <= LONGEST else []
    if not asked:
        return []
    found = [place for place in _places() if _answers(place, asked)]
    whole = [place for place in found if sorted(_words(place.name)) == sorted(asked)]
    return whole or sorted(found, key=lambda place: len(site_names()[place.site].split()))


def own_place(typed: str) -> Place | None:
    """The place in the person's own words, with its side if they say one; None where they say no place.

    Also None for more than LONGEST letters.
    """
    words = typed.split()
    said = {text("left"): Side.LEFT, text("right"): Side.RIGHT, text("both"): Side.BOTH}
    sides = [said[word.casefold()] for word in words if word.casefold() in said]
    site = " ".join(word for word in words if word.casefold() not in said)
    if not site or len(site) > LONGEST:
        return None
    return Place(sides[0] if len(sides) == 1 else None, site if len(sides) == 1 else " ".join(words))


def _places() -> list[Place]:
    return [Place(side, site) for site in site_names() for side in (Side.LEFT, Side.RIGHT, Side.BOTH)]


def _answers(place: Place, asked: list[str]) -> bool:
    there = _words(f"{place.name} {_also_called().get(place.site, '')}")
    return all(any(_is_same(word, known) for known in there) for word in asked)


def _is_same(typed: str, known: str) -> bool:
    longer = len(typed) - len(known)
    return known.startswith(typed) or (typed.startswith(known) and longer <= ENDING < len(known))


def _asked(typed: str) -> list[str]:
    sides = {text("l"): text("left"), text("r"): text("right")}
    return [sides.get(word, word) for word in _words(typed)]


def _words(sentence: str) -> list[str]:
    idle = set(text("the my of in on at sides").split())
    return [word for word in re.findall(r"\w+", sentence.casefold()) if word not in idle]


def _also_called() -> dict[str, str]:
    """Other words for a site, by which it is found too."""
    return {
        "lower-back": text("spine"),
        "hip-front": text("hip flexor"),
        "outer-hip": text("side of hip"),
        "buttock": text("bottom bum glute seat"),
        "front-of-thigh": text("quad upper leg"),
        "inner-thigh": text("upper leg"),
        "outer-thigh": text("side of thigh upper leg"),
        "back-of-thigh": text("hamstring upper leg"),
        "knee": text("kneecap"),
        "back-of-knee": text("hollow behind"),
        "shin": text("front of lower leg"),
        "outer-shin": text("side of lower leg"),
        "calf": text("calves lower leg"),
        "outer-calf": text("calves side of lower leg"),
        "heel": text("achilles"),
        "top-of-foot": text("feet instep"),
        "sole-edge": text("feet side"),
        "sole": text("feet arch"),
        "toes": text("foot feet"),
    }
