"""The contacts of the sample journal.

Their numbers are among those that Ofcom keeps free for drama, 01632 960000 to 960999: they ring nobody.
"""

from collections.abc import Iterator
from random import Random

from legjournal.demo.page import local, stamp
from legjournal.demo.story import Story
from legjournal.models.contacts import Contact, ContactFields

KNOWN = (
    ContactFields(
        name="Mill Road Surgery (made up)",
        what="GP surgery",
        phone="01632 960114",
        address="12 Mill Road",
        page="seeing-a-gp",
        note="Phones open at 8am. Ask for the physio who sees people first.",
    ),
    ContactFields(
        name="Riverside Physio (made up)",
        what="physiotherapist",
        phone="01632 960371",
        address="2 Weir Lane, behind the library",
        page="choosing-a-private-physio",
    ),
    ContactFields(
        name="Castle Pool (made up)",
        what="warm pool",
        phone="01632 960840",
        address="Castle Street",
        page="hydrotherapy",
        note="Warm hours: Tuesday and Friday, 2pm to 4pm.",
    ),
)


def contacts(story: Story) -> Iterator[Contact]:
    """A surgery, a physio and a pool, written down on the first evening."""
    dice = Random(story.levels[0])  # noqa: S311 - of its own, so that all else of a sample stays as it was
    for number, fields in enumerate(KNOWN):
        typed = local(story.first, 20 * 60 + 40 + 5 * number)
        yield Contact(**stamp(dice, typed), **fields.model_dump())
