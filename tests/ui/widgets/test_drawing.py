"""The picture of an exercise in the window."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QProxyStyle, QStyle

from legjournal.library.exercises import exercises
from legjournal.models.diary import Side
from ui.appearance import THEMES, read_palette
from ui.widgets.drawing import MOVE, REST, DrawingView

Running, Stopped = QVariantAnimation.State.Running, QVariantAnimation.State.Stopped


@pytest.fixture
def view(qtbot) -> DrawingView:
    """A view of the clamshell, on the screen."""
    made = DrawingView()
    qtbot.addWidget(made)
    made.show_exercise("clamshell", Side.RIGHT)
    made.resize(600, 450)
    made.show()
    return made


class CalmStyle(QProxyStyle):
    """The style of a computer that shows no motion."""

    def styleHint(self, hint, option=None, widget=None, data=None) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


def _at(view: DrawingView, time: int) -> QImage:
    view.animation.pause()
    view.animation.setCurrentTime(time)
    return view.grab().toImage()


def test_it_plays_from_start_to_end_and_back_with_a_rest_at_both_ends(view: DrawingView) -> None:
    """By the animation's own time: nobody waits."""
    view.play()
    assert view.animation.state() is Running
    start, half, end = (_at(view, time) for time in (0, REST + MOVE // 2, REST + MOVE))
    assert start != half != end != start
    assert _at(view, REST - 1) == start
    assert _at(view, 2 * REST + MOVE - 1) == end
    assert _at(view, 2 * REST + MOVE + MOVE // 2) == half
    assert _difference(_at(view, view.animation.duration() - 1), start) < 0.1


def test_what_is_held_is_shown_held(view: DrawingView) -> None:
    """It moves to the end and stays there, and back again; nothing goes on by itself meanwhile."""
    view.play()
    start, end = _at(view, 0), _at(view, REST + MOVE)
    view.move_to(end=True)
    assert view.animation.state() is Stopped
    view.turn.setCurrentTime(view.turn.duration())
    assert view.grab().toImage() == end
    view.move_to(end=True)
    assert view.grab().toImage() == end

    view.move_to(end=False)
    view.turn.setCurrentTime(view.turn.duration())
    assert view.grab().toImage() == start
    view.play()
    assert view.animation.state() is Running


def test_until_it_is_played_it_shows_both_ends_as_stills(view: DrawingView) -> None:
    """And again when it is made still."""
    before = view.grab().toImage()
    view.play()
    assert view.grab().toImage() != before
    view.still()
    assert view.animation.state() is Stopped
    assert view.grab().toImage() == before


def test_nothing_ticks_while_it_is_out_of_sight(view: DrawingView) -> None:
    """On another page the animation stands; back on this one it goes on."""
    view.play()
    view.hide()
    assert view.animation.state() is Stopped
    view.play()
    assert view.animation.state() is Stopped
    view.show()
    assert view.animation.state() is Running


def test_where_motion_is_reduced_it_stays_still(view: DrawingView) -> None:
    """As the computer is set, whoever asks it to play."""
    before = view.grab().toImage()
    calm = CalmStyle("Fusion")
    calm.setParent(view)
    view.setStyle(calm)
    view.play()
    assert not view.plays
    assert view.animation.state() is Stopped
    assert view.grab().toImage() == before


def test_left_is_right_turned_over(view: DrawingView) -> None:
    """The playing picture of one side is the mirror of the other's."""
    view.play()
    right = _at(view, REST + MOVE)
    view.show_exercise("clamshell", Side.LEFT)
    left = _at(view, REST + MOVE).flipped(Qt.Orientation.Horizontal)
    # Half a grey of the edges may fall on the other side of a pixel.
    assert _difference(right, left) < 2


def test_it_says_in_words_what_it_shows(view: DrawingView) -> None:
    """Name, side and both positions, as the exercise's page has them."""
    page = exercises().items["clamshell"]
    words = view.accessibleDescription()
    assert all(part in words for part in (page.name, "Right side", page.start, page.end))
    view.show_exercise("clamshell", Side.LEFT, easier=True)
    assert "Left side" in view.accessibleDescription()
    assert page.easier_cue in view.accessibleDescription()


def test_a_persons_own_picture_is_shown_whole(view: DrawingView) -> None:
    """Whatever its shape, and it never plays."""
    photo = QImage(50, 400, QImage.Format.Format_RGB32)
    photo.fill(QColor("red"))
    photo.setPixelColor(0, 0, QColor("blue"))
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    photo.save(kept, "PNG")
    view.show_exercise("own thing", picture=kept.data().data())
    view.play()
    assert not view.plays
    shown = view.grab().toImage()
    assert shown.pixelColor(300, 2) == shown.pixelColor(300, 447) == QColor("red")
    assert shown.pixelColor(200, 225) != QColor("red")
    assert view.accessibleDescription() == "Your own picture."


@pytest.mark.parametrize("picture", [None, b"", b"no picture at all"])
def test_what_has_no_picture_is_a_person_beside_a_mat(view: DrawingView, picture: bytes | None) -> None:
    """Also where the file kept is none that can be read; a single position stays still."""
    view.show_exercise("juggling", picture=picture)
    view.play()
    assert not view.plays
    assert view.accessibleDescription() == "A person standing beside a mat."
    assert len(_colours(view.grab().toImage())) > 3


@pytest.mark.parametrize("theme", THEMES)
def test_it_wears_the_colours_of_the_theme(view: DrawingView, theme: str) -> None:
    """Every colour of the palette's, none of its own: what works in the accent, the outline in ink."""
    palette = read_palette(theme)
    view.setPalette(palette)
    colours = _colours(view.grab().toImage())
    for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase):
        assert palette.color(role).rgb() in colours


@pytest.mark.parametrize("size", [(600, 450), (900, 200), (200, 900), (110, 60), (10, 10)])
def test_stills_fit_any_room(view: DrawingView, size: tuple[int, int]) -> None:
    """Side by side in a wide room, one below the other in a high one."""
    view.resize(*size)
    assert not view.grab().isNull()


def _colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}


def _difference(one: QImage, other: QImage) -> float:
    """The mean difference of brightness, of 255."""
    places = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    bright = [(one.pixelColor(*place).lightness(), other.pixelColor(*place).lightness()) for place in places]
    return sum(abs(a - b) for a, b in bright) / len(bright)
