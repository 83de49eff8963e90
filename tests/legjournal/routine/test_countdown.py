"""A count-down: what is left of it, held and gone on, and its last seconds."""

from legjournal.routine.countdown import Countdown


def test_what_is_left() -> None:
    """Whole seconds are shown until they are over; 0 only at the end."""
    countdown = Countdown(10, began=100)
    assert [countdown.whole_seconds_left(now) for now in (100, 100.5, 101, 109.9, 110, 200)] == [
        10,
        10,
        9,
        1,
        0,
        0,
    ]
    assert countdown.left(111) == -1
    assert (countdown.share_gone(105), countdown.share_gone(200)) == (0.5, 1)


def test_held_and_gone_on() -> None:
    """However long it was held, what was left is left; held twice it is still held."""
    countdown = Countdown(10, began=100)
    countdown.hold(104)
    countdown.hold(900)
    assert countdown.left(1000) == 6
    countdown.go_on(2000)
    assert countdown.left(2001) == 5


def test_without_an_end() -> None:
    """What the person ends has nothing left and strikes nothing."""
    countdown = Countdown(None, began=0)
    assert countdown.left(50) is None and countdown.whole_seconds_left(50) is None
    assert countdown.share_gone(50) == 0 and not countdown.strikes(50)
    assert countdown.gone(50) == 50


def test_the_last_three_seconds_strike_once_each() -> None:
    """Also where looks come late: a second that nobody saw is not made up for."""
    countdown = Countdown(10, began=0)
    assert [now for now in range(100) if countdown.strikes(now / 10)] == [70, 80, 90]
    late = Countdown(10, began=0)
    assert [now for now in (6.9, 9.2, 9.3, 10.5) if late.strikes(now)] == [9.2]
    assert not Countdown(3, began=0).strikes(0)
