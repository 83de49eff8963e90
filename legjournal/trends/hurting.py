"""Where it hurt over some days, read from the journal."""

from collections.abc import Sequence

from legjournal.charts.bodies import Hurt, Legs
from legjournal.journal import Journal
from legjournal.models.diary import Symptom
from legjournal.progress import Progress, unheard
from legjournal.trends.dated_rows import rows
from legjournal.trends.felt import hurt_places
from legjournal.trends.period import Period


def read_legs(journal: Journal, periods: Sequence[Period], progress: Progress = unheard) -> tuple[Legs, ...]:
    """The legs over each of these periods. `progress` may raise to give up."""
    found = []
    for number, period in enumerate(periods):
        progress(number / len(periods))
        found.append(_legs(journal, period))
    return tuple(found)


def _legs(journal: Journal, period: Period) -> Legs:
    columns = (Symptom.kind, Symptom.side, Symptom.site, Symptom.score)
    with journal.store.read() as session:
        symptoms = rows(session, period, Symptom, *columns)
    places = {(place.side, place.site): Hurt(place.days, place.mean) for place in hurt_places(symptoms)}
    return Legs(period, places)
