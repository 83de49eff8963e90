"""A report being made: how far it is, and where it can be given up."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from legjournal.demo import write_sample
from legjournal.report.choices import Audience, preset
from legjournal.report.making import Wanted, make
from legjournal.report.periods import last_weeks

DAY = date(2026, 11, 22)


def test_it_can_be_given_up_all_along(tmp_path: Path) -> None:
    """Progress only grows, to the end; between sections and between pages there is a chance to give up."""
    shares: list[float] = []
    wanted = Wanted(last_weeks(DAY, 8), preset(Audience.OWN))
    with write_sample(tmp_path / "j.legjournal", days=60, seed=1, last=DAY) as journal:
        make(journal, wanted, shares.append)
        assert all(before <= after for before, after in pairwise(shares))
        assert shares[-1] == 1
        assert len(shares) > 20

        class Enough(Exception):
            pass

        def give_up(share: float) -> None:
            if share >= 0.8:
                raise Enough

        with pytest.raises(Enough):
            make(journal, wanted, give_up)
