"""Every number of page one is the number of the JSON, in the words of the journal."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.report import content, document
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, preset
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module", params=[28, 90])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The words of page one, on one line, and the JSON of the same report."""
    path = tmp_path_factory.mktemp("numbers") / "sample.legjournal"
    with write_sample(path, days=200, seed=1, last=TODAY) as journal:
        yield _told(journal, Period(TODAY - timedelta(days=request.param - 1), TODAY))


def _told(journal: Journal, period: Period) -> tuple[str, dict[str, Any]]:
    report = content.build(journal, period, preset(Audience.GP))
    page = PdfReader(BytesIO(document.draw(report))).pages[0]
    return re.sub(r"\s+", " ", page.extract_text()), as_json(report)


def test_the_large_figures(told: tuple[str, dict[str, Any]]) -> None:
    """Each figure, of how many it is, and the figure of the days before."""
    words, found = told
    sleep, pain, before = found["sleep"], found["pain"], found["before"]
    for said in (
        f"{sleep['disturbed_nights']} of {sleep['disturbed_nights_of']} nights woken twice or more",
        f"before: {before['sleep']['disturbed_nights']} of {before['sleep']['disturbed_nights_of']};",
        f"{phrases.number(pain['mean'])} worst leg pain a day, 0 to 10 average of {pain['days']} days",
        f"left {phrases.number(pain['left'])}, right {phrases.number(pain['right'])}",
        f"before: {phrases.number(before['pain']['mean'])};",
        f"{phrases.short_length(sleep['time_asleep_min'])} asleep a night",
        f"{phrases.number(sleep['efficiency_pct'])}% of time in bed",
        f"before: {phrases.short_length(before['sleep']['time_asleep_min'])};",
        f"{phrases.number(found['effect']['mean'])} of 10: how much the legs got in the way "
        f"average of {found['effect']['days']} days",
        f"before: {phrases.number(before['effect']['mean'])};",
    ):
        assert said in words


def test_what_was_recorded(told: tuple[str, dict[str, Any]]) -> None:
    """Days recorded, on the same day, later."""
    words, found = told
    done = found["completeness"]
    later = done["recorded"] - done["same_day"]
    said = f"{done['recorded']} of {done['days']} days recorded, {done['same_day']} on the same day"
    assert f"{said}, {later} later." in words


def test_activities_and_places(told: tuple[str, dict[str, Any]]) -> None:
    """What the person can do, then and now; each place with its mean and days; the urge to move."""
    words, found = told
    assert found["activities"]
    for line in found["activities"]:
        then, now = (date.fromisoformat(line[name]) for name in ("then_on", "now_on"))
        scores = f"{line['then']}, {phrases.short_day(then)} {line['now']}, {phrases.short_day(now)}"
        assert f"{line['name']} {scores}" in words
    for place in found["places"][:3]:
        name = place_name(Side(place["side"]), place["site"])
        assert f"{name} {phrases.number(place['mean'])} {place['days']}" in words
    urge, onset = found["urge_to_move"], found["urge"]["onset"]
    assert f"strongest each evening {phrases.number(urge['mean'])} {urge['evenings']}" in words
    mean, earliest = (phrases.clock(time.fromisoformat(onset[name])) for name in ("mean", "earliest"))
    assert f"first felt at {mean} on average, earliest {earliest}, {onset['evenings']} evenings" in words


def test_medicines_and_what_was_tried(told: tuple[str, dict[str, Any]]) -> None:
    """Each medicine with its day; the routine with its n; each therapy with sessions, cost and result."""
    words, found = told
    for medicine in found["medicines"]:
        day = date.fromisoformat(medicine["stopped"] or medicine["started"])
        assert phrases.short_day(day, year=True) in words
        assert medicine["name"] in words
    after, rest = found["routine"]["day_after_session"], found["routine"]["day_after_rest"]
    pain = f"after {phrases.number(after['mean_pain'])} (n {after['n']}), "
    assert f"{found['routine']['sessions']} sessions, {found['routine']['target_per_week']} a week" in words
    assert f"{pain}after a day without {phrases.number(rest['mean_pain'])} (n {rest['n']})" in words
    for therapy in found["therapies"]:
        assert f": {therapy['sessions']} sessions, £{therapy['cost_gbp']:.0f}" in words
        assert f"{phrases.number(therapy['before'])} {phrases.number(therapy['after'])}" in words
