"""Which days were with a factor, which were without, and which are not known, case by case."""

from datetime import date, timedelta

from legjournal.trends.facts import DayFacts, Facts, Stretch
from legjournal.trends.known_days import FactorKind, calendar_of, known_factors

FIRST = date(2026, 11, 1)


def _day(n: int) -> date:
    return FIRST + timedelta(days=n)


def _facts(*days: DayFacts | None, **standing: object) -> Facts:
    """The days from the first of November on; None: nothing was recorded."""
    known = {_day(n): day for n, day in enumerate(days) if day is not None}
    return Facts(known, **standing)  # type: ignore[arg-type]


def _known(facts: Facts, kind: FactorKind, name: str = "") -> tuple[list[int], list[int]] | None:
    """The numbers of the days with it and without."""
    calendar = calendar_of(facts)
    assert calendar is not None
    for known in known_factors(facts, calendar):
        if (known.factor.kind, known.factor.name) == (kind, name):
            sides = (calendar.days(known.with_it), calendar.days(known.without))
            with_it, without = ([(day - FIRST).days for day in side] for side in sides)
            return with_it, without
    return None


def _written(**more: object) -> DayFacts:
    return DayFacts(mood=5, written=True, **more)  # type: ignore[arg-type]


def test_a_word_not_pressed_counts_where_the_question_was_answered() -> None:
    """With "none of these" or with another word; a day on which nothing was pressed is not answered."""
    facts = _facts(
        _written(pressed=["walk"]),
        _written(pressed=["alcohol"]),
        _written(pressed=[]),
        _written(),
        None,
        DayFacts(asleep=300),
        _written(pressed=["alcohol", "walk"]),
        usual=frozenset({"alcohol", "walk"}),
        words={"alcohol": True, "walk": True},
    )
    assert _known(facts, FactorKind.WORD, "alcohol") == ([1, 6], [0, 2])


def test_a_word_of_ones_own_begins_when_it_was_first_pressed() -> None:
    """Nobody could press it before it was thought of."""
    facts = _facts(
        _written(pressed=[]),
        _written(pressed=["Choir"]),
        _written(pressed=[]),
        _written(pressed=["choir"]),
        _written(pressed=[]),
        words={"Choir": True},
    )
    assert _known(facts, FactorKind.WORD, "choir") == ([1, 3], [2, 4])


def test_a_word_off_the_list_ends_when_it_was_last_pressed() -> None:
    """Afterwards it was no longer asked."""
    days = [_written(pressed=[]), _written(pressed=["walk"]), _written(pressed=[])]
    facts = _facts(*days, usual=frozenset({"walk"}), words={"walk": False})
    assert _known(facts, FactorKind.WORD, "walk") == ([1], [0])


def test_days_without_a_session_are_written_ones_of_the_routine() -> None:
    """From the first to the last thing noted of it, or under a plan; a rest noted needs no more."""
    facts = _facts(
        _written(),  # before the routine
        DayFacts(session=True),
        _written(),
        None,
        DayFacts(asleep=300),  # a night says nothing of the day
        DayFacts(day_off=True),
        _written(),  # after the last thing noted
        _written(),  # under a plan
        plans=(Stretch("p", "Hips", _day(7), None),),
    )
    assert _known(facts, FactorKind.SESSION) == ([1], [2, 5, 7])


def test_a_session_on_a_day_of_rest_is_a_session() -> None:
    """As in the weeks of the routine."""
    facts = _facts(DayFacts(session=True, day_off=True), DayFacts(day_off=True))
    assert _known(facts, FactorKind.SESSION) == ([0], [1])


def test_days_without_a_visit_are_those_of_the_course() -> None:
    """From its start, or its first visit, to its end or its last visit; two courses of a name are one."""
    visit, other = frozenset({"a"}), frozenset({"b"})
    facts = _facts(
        _written(),
        _written(),
        _written(visited=visit),
        _written(),
        None,
        _written(visited=visit),
        _written(),
        _written(visited=other),
        courses=(Stretch("a", "massage", _day(1), None), Stretch("b", "Massage", None, None)),
    )
    assert _known(facts, FactorKind.VISIT, "Massage") == ([2, 5, 7], [1, 3])


def test_a_medicine_is_in_use_by_its_dates() -> None:
    """Both ends included, written about or not; a change of dose is the same medicine."""
    rows = (Stretch("a", "Iron", None, _day(1)), Stretch("b", "iron", _day(4), _day(5)))
    facts = _facts(*[DayFacts(asleep=300)] * 8, medicines=rows)
    assert _known(facts, FactorKind.IN_USE, "iron") == ([0, 1, 4, 5], [2, 3, 6, 7])


def test_days_without_a_dose_are_those_on_which_it_could_have_been_taken() -> None:
    """Written about, in use, and after the first dose was noted."""
    taken = frozenset({"a"})
    facts = _facts(
        _written(),
        _written(taken=taken),
        _written(),
        None,
        DayFacts(taken=taken),
        _written(),
        _written(),
        medicines=(Stretch("a", "Paracetamol", FIRST, _day(5)),),
    )
    assert _known(facts, FactorKind.TAKEN, "Paracetamol") == ([1, 4], [2, 5])


def test_what_was_never_there_is_no_factor() -> None:
    """Without a session, a visit or a word there is nothing to compare."""
    facts = _facts(_written(pressed=[]), _written(), courses=(Stretch("a", "Massage", FIRST, None),))
    calendar = calendar_of(facts)
    assert calendar is not None
    assert known_factors(facts, calendar) == []
    assert calendar_of(Facts({})) is None
