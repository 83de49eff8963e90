"""The charts for the report: kept in the journal, in the order of ticking, each as it was set."""

from legjournal.journal import Journal
from legjournal.trends.in_report import PREFERENCE, ChosenChart, choose_chart, chosen_charts, leave_out


def test_nothing_is_in_the_report_by_itself(journal: Journal) -> None:
    """A journal in which nothing was ticked has no chart down."""
    assert chosen_charts(journal.preferences) == ()


def test_ticked_charts_keep_their_order_and_settings(journal: Journal) -> None:
    """Set anew, a chart stays at its place; left out, it is gone and the others stay."""
    choose_chart(journal.preferences, "over-time", {"days": 56})
    choose_chart(journal.preferences, "nights", {})
    choose_chart(journal.preferences, "over-time", {"days": 14, "lines": ["urge"]})
    over_time = ChosenChart("over-time", {"days": 14, "lines": ["urge"]})
    assert chosen_charts(journal.preferences) == (over_time, ChosenChart("nights", {}))

    leave_out(journal.preferences, "nights")
    assert chosen_charts(journal.preferences) == (over_time,)


def test_another_shape_is_passed_over(journal: Journal) -> None:
    """What a later program may have put there neither stops the reading nor comes through it."""
    for kept in ("all", {"chart": "nights"}, [3, {"chart": 4, "settings": {}}, {"chart": "nights"}]):
        journal.preferences.choose(PREFERENCE, kept)
        assert chosen_charts(journal.preferences) == ()
