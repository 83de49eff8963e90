"""The look: contrast, palettes, fonts, and text that is large in a window that is small."""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from lock_steps import goes_on, groups_shown, types_groups_back, types_passphrase
from person import PASSPHRASE, Person
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from legjournal.library.comparing import Order
from legjournal.places import ASSETS
from ui.appearance import ROLES, THEMES, read_palette, read_theme
from ui.diary.usual_dialog import UsualTimesDialog
from ui.header import Header
from ui.lock.dialogs import RewritingDialog
from ui.medicines.dialog import MedicinesDialog
from ui.resources.contents import TABLE
from ui.widgets.field import Field
from ui.widgets.fold import FoldButton
from ui.widgets.form import Form
from ui.widgets.label import PlainLabel
from ui.widgets.room_dialog import RoomDialog

SMALL = QSize(640, 560)
LABELS = {1: 40, 2: 20, 3: 3, 4: 2}  # how many there are at least once a tab is whole

# Which colour stands on which, after the roles' use in window.qss and in what is painted.
TEXT = [
    *(("ink", ground) for ground in ("ground", "card", "soft_accent", "note_ground")),
    *(("muted", ground) for ground in ("ground", "card", "note_ground")),
    *(("accent", ground) for ground in ("ground", "card", "soft_accent", "note_ground")),
    *(("note", ground) for ground in ("ground", "card", "note_ground")),
    ("on_accent", "accent"),
]
EDGES = [(edge, ground) for edge in ("edge", "accent", "note", "ink") for ground in ("ground", "card")]


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of contrast ratio)."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def theme_colours(theme: str) -> dict[str, str]:
    """The colours of a theme file."""
    return read_theme(ASSETS / "themes" / f"{theme}.ini")


def test_contrast_is_measured_right() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1, and #767676 on white the known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0B6B66", "#0B6B66") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_read(theme: str) -> None:
    """Text stands at least 4.5 to 1 on every ground it is put on, and a control's edge 3 to 1."""
    colours = theme_colours(theme)
    assert colours.keys() == ROLES.keys()
    measured = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT + EDGES}

    assert {pair: round(measured[pair], 2) for pair in TEXT if measured[pair] < 4.5} == {}
    assert {pair: round(measured[pair], 2) for pair in EDGES if measured[pair] < 3} == {}


def test_night_has_no_white_and_no_blue() -> None:
    """At three in the morning nothing on the screen is bright or cold."""
    colours = {name: QColor(colour) for name, colour in theme_colours("night").items()}

    assert max(colour.lightness() for colour in colours.values()) < 220
    assert all(colour.red() >= colour.green() >= colour.blue() for colour in colours.values())


@pytest.mark.parametrize("theme", THEMES)
def test_theme_reaches_the_window(person: Person, theme: str) -> None:
    """A theme chosen in the menu sets the application's palette to the colours of its file."""
    person.window.menus.theme_chosen.emit(theme)
    colours = theme_colours(theme)

    for ours, roles in ROLES.items():
        for role in roles:
            assert QApplication.palette().color(role) == QColor(colours[ours]), (ours, role)
    assert person.window._settings.theme == theme
    image = person.window.grab().toImage()
    assert image.pixelColor(3, image.height() - 3) == QColor(colours["ground"])


def test_computers_own_colours_can_be_kept(
    qapp: QApplication, open_window: Callable[..., Person], tmp_path: Path
) -> None:
    """“As the computer has it” gives the computer's own palette back, whatever was chosen before."""
    own = QPalette(QColor("#204060"), QColor("#102030"))
    qapp.setPalette(own)
    person = open_window(tmp_path / "journal.legjournal", theme="night")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme_colours("night")["ground"])
    person.window.menus.theme_chosen.emit("computer")

    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Text, QPalette.ColorRole.Base):
        assert qapp.palette().color(role) == own.color(role)


def test_style_sheet_names_no_colour() -> None:
    """A fixed colour would defeat a high-contrast desktop: the sheet names roles of the palette only."""
    sheet = (ASSETS / "themes" / "window.qss").read_text(encoding="utf-8")
    rules = [line.split(":", 1)[1] for line in sheet.replace("{", "\n").split("\n") if ":" in line]

    assert not [rule for rule in rules if "rgb" in rule or "hsl" in rule]
    assert "#" not in sheet.replace("#page", "").replace("#header", "")
    for name in QColor.colorNames():
        assert not [
            rule for rule in rules if f" {name}" in rule.replace("palette(", "") and name != "transparent"
        ]


def test_what_is_greyed_out_can_be_read() -> None:
    """What cannot be pressed just now is muted, not invisible."""
    for theme in THEMES:
        palette = read_palette(theme)
        disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        assert disabled == QColor(theme_colours(theme)["muted"])


def test_bundled_font_is_in_use(person: Person) -> None:
    """Everything is set in the bundled Inter, in the weights that are bundled."""
    families = {QFontInfo(widget.font()).family() for widget in person.window.findChildren(QWidget)}

    assert families == {"Inter"}
    assert {"Regular", "Bold", "Italic"} <= set(QFontDatabase.styles("Inter"))


@pytest.mark.parametrize("path", sorted((ASSETS / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_font_has_every_letter(path: Path, qapp: QApplication) -> None:
    """Welsh and Polish names, the signs of the window and a plain zero are in every cut."""
    font = QRawFont(str(path), 16)

    assert font.isValid()
    assert [
        letter for letter in "ŵŷŴŶąłŁéçü✓→½£×≤−÷“”‘’…●○✗–" if not font.supportsCharacter(ord(letter))
    ] == []


# Large text in a small window.


def clipped(inside: QWidget) -> list[str]:
    """Labels and buttons in sight that are smaller than their words, and pages that would scroll sideways."""
    faults = [_fault(label) for label in inside.findChildren(QLabel) if label.isVisible() and label.text()]
    faults += [_narrow(button) for button in inside.findChildren(QAbstractButton) if button.isVisible()]
    faults += [_sideways(area) for area in inside.findChildren(QScrollArea) if area.isVisible()]
    faults += [_tabs(bar) for bar in inside.findChildren(QTabBar) if bar.isVisible()]
    faults += [_box(box) for box in inside.findChildren(QComboBox) if box.isVisible()]
    return [fault for fault in faults if fault]


def _fault(label: QLabel) -> str:
    metrics = label.fontMetrics()
    if label.wordWrap():
        widest = max(metrics.horizontalAdvance(word) for word in re.split(r"[\s/-]", label.text()))
        cut = label.height() < label.heightForWidth(label.width()) or label.width() < widest
    else:
        cut = label.width() < label.sizeHint().width() or label.height() < label.sizeHint().height()
    return f"label {label.text()!r} {label.size()} {label.sizeHint()}" if cut else ""


def _narrow(button: QAbstractButton) -> str:
    wanted = button.sizeHint()
    cut = isinstance(button, QPushButton | QRadioButton) and (
        button.width() < wanted.width() or button.height() < wanted.height()
    )
    return f"button {button.text()!r} {button.size()} {wanted}" if cut else ""


def _sideways(area: QScrollArea) -> str:
    wide, room = area.widget().width(), area.viewport().width()
    return f"{type(area.parent()).__name__} is {wide} wide in {room}" if wide > room else ""


def _tabs(bar: QTabBar) -> str:
    metrics = bar.fontMetrics()
    words = [(bar.tabRect(n), metrics.horizontalAdvance(bar.tabText(n))) for n in range(bar.count())]
    cut = any(
        rect.width() < advance or rect.center().x() + advance / 2 > bar.width() for rect, advance in words
    )
    return "the tabs do not fit" if cut else ""


def _box(box: QComboBox) -> str:
    widest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    return f"list {box.accessibleName()!r} {box.width()} for {widest}" if box.width() < widest + 36 else ""


def settle(person: Person, tab: int) -> list[str]:
    """Turn to a tab, wait until all of it is there, and tell what is clipped."""
    person.turns_to(tab)
    person.until(lambda: len(person.reads(person.page)) >= LABELS[tab])
    return settled(person, person.window)


def settled(person: Person, inside: QWidget) -> list[str]:
    """What is still clipped once the window has had time to lay itself out."""
    try:
        person.until(lambda: not clipped(inside), patience=1500)
    except person.qtbot.TimeoutError:
        return clipped(inside)
    return []


@pytest.fixture(
    params=[
        (100, QSize(1366, 700)),
        (100, SMALL),
        (150, QSize(1024, 600)),
        (200, QSize(1366, 700)),
        (200, SMALL),
    ],
    ids=str,
)
def any_size(
    request: pytest.FixtureRequest, open_window: Callable[..., Person], sample_file: Path, tmp_path: Path
) -> Person:
    """A window of some size with text of some size, full of entries."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(sample_file.read_bytes())
    text_size, size = request.param
    person = open_window(path, text_size=text_size)
    person.window.resize(size)
    return person


def test_nothing_is_clipped_on_any_tab(any_size: Person) -> None:
    """From 640 pixels and 200 % on, no page scrolls sideways and no word of a label or button is cut off."""
    found = {tab: settle(any_size, tab) for tab in (1, 2, 3, 4)}

    assert found == {1: [], 2: [], 3: [], 4: []}
    assert any_size.window.width() in (640, 1024, 1366)


def test_nothing_is_clipped_around_the_table_of_therapies(any_size: Person) -> None:
    """Nor where therapies are compared, for the condition with the most to say about it."""
    any_size.turns_to(4)
    any_size.page.contents.choose((TABLE, ""))
    any_size.page.panes.comparison.show_condition("poor circulation")
    any_size.page.panes.comparison.sort_by(Order.COST)

    assert settled(any_size, any_size.window) == []


def test_nothing_is_clipped_in_the_dialogs(any_size: Person) -> None:
    """The dialogs fit as well, with their buttons in sight."""
    any_size.presses("Report for an appointment")
    report = any_size.window.findChildren(QDialog)[-1]
    report.say("The first day is after the last. Please change one of them.")
    assert settled(any_size, report) == []
    assert report.width() <= max(any_size.window.width(), report.screen().availableSize().width())
    report.close()

    any_size.until(lambda: any_size.button("Add an appointment"))
    any_size.presses("Add an appointment")
    appointment = any_size.window.findChildren(QDialog)[-1]
    any_size.presses("Add appointment", appointment)
    assert settled(any_size, appointment) == []
    appointment.close()


def test_nothing_is_clipped_in_the_medicines(any_size: Person) -> None:
    """The list and each of its forms, with something said beside every field."""
    any_size.until(lambda: any_size.button("Medicines and test results"))
    any_size.presses("Medicines and test results")
    dialog = any_size.dialog(MedicinesDialog)
    found = settled(any_size, dialog)
    for words in ("Write down a medicine", "Put right: Paracetamol 1 g", "Write down a test result"):
        any_size.presses(words, dialog)
        form = any_size.dialog(Form)
        for field in form.findChildren(Field):
            field.entry.setText("<10")
        any_size.presses("Write it down", form)
        found += settled(any_size, form)
        any_size.presses("Cancel", form)
        any_size.dialog(MedicinesDialog)

    assert found == []


def test_nothing_is_clipped_in_the_rooms(any_size: Person) -> None:
    """Each list, and its form with something said beside every field."""
    any_size.until(lambda: any_size.button("Medicines and test results"))
    found = []
    for room, add, store in (
        ("Appointments…", "Add an appointment", "Add appointment"),
        ("Therapies…", "Start a course", "Write it down"),
        ("Contacts…", "Add a contact", "Add contact"),
    ):
        any_size.chooses_in_menu(room)
        dialog = any_size.dialog(RoomDialog)
        for fold in dialog.findChildren(FoldButton):
            fold.unfold(True)
        found += settled(any_size, dialog)
        any_size.presses(add, dialog)
        form = any_size.dialog(Form)
        for fold in form.findChildren(FoldButton):
            fold.unfold(True)
        any_size.presses(store, form)
        found += settled(any_size, form)
        any_size.presses("Cancel", form)
        any_size.presses("Close", any_size.dialog(RoomDialog))

    assert found == []


def test_nothing_is_clipped_in_the_lock(any_size: Person) -> None:
    """Each step of putting a passphrase on fits, and so does the page that asks for it."""
    any_size.chooses_in_menu("Lock with a passphrase…")
    dialog = any_size.dialog(RewritingDialog)
    types_passphrase(dialog, any_size, PASSPHRASE)
    found = settled(any_size, dialog)
    goes_on(dialog, any_size)
    code = groups_shown(dialog)
    found += settled(any_size, dialog)
    goes_on(dialog, any_size)
    found += settled(any_size, dialog)
    types_groups_back(dialog, any_size, code)
    goes_on(dialog, any_size)
    any_size.until(lambda: dialog.step.words.text().startswith("Done."))
    found += settled(any_size, dialog)
    dialog.reject()
    any_size.window.locker.lock.close()
    any_size.returns()
    any_size.types("wrong")
    any_size.keys(Qt.Key.Key_Return)
    any_size.until(any_size.window.opener.unlock_page.field.message.isVisible)

    assert found + settled(any_size, any_size.window) == []


def test_messages_fit(any_size: Person) -> None:
    """A sentence beside a field and the banner are read whole at every size."""
    any_size.types_night(got_into_bed="late", wakings="many", got_out_of_bed="7pm")
    any_size.window.banner.say_refused(
        "Another program is using the journal just now. Try again in a moment."
    )

    assert settled(any_size, any_size.window) == []


def test_a_night_with_much_to_say_fits(any_size: Person) -> None:
    """Usual times, the question of October, an offer, the note, the formula and a nap fit at every size."""
    any_size.journal.usual_times.choose({"got_into_bed": time(22, 30), "final_waking": time(6, 30)})
    any_size.window.sitting.show_day(date(2026, 10, 25))
    any_size.types_night(got_into_bed="", tried_to_sleep="1.30", final_waking="", got_out_of_bed="7pm")
    any_size.presses("Fill in my usual times")
    for words in ("How is this worked out?", "Note on the night", "Add a nap"):
        any_size.presses(words)
    any_size.types("late")
    any_size.keys(Qt.Key.Key_Tab)
    assert any_size.button("The first, before that") is not None
    found = settled(any_size, any_size.page.night)
    any_size.presses("My usual times…")

    assert found + settled(any_size, any_size.dialog(UsualTimesDialog)) == []


def test_welcome_fits(open_window: Callable[..., Person], tmp_path: Path) -> None:
    """The first page fits at 640 pixels and 200 %, with a long path on it."""
    folder = tmp_path / ("a rather long folder name " * 4).strip()
    person = open_window(folder / "journal.legjournal", text_size=200)
    person.window.resize(SMALL)

    assert settled(person, person.window) == []


def test_text_size_changes_while_open(person: Person) -> None:
    """Ctrl and plus make all text larger at once, step by step up to 200 %; Ctrl and minus take it back."""
    control = Qt.KeyboardModifier.ControlModifier
    label = next(label for label in person.window.findChildren(PlainLabel) if label.text() == "Last night")
    usual = label.font().pointSizeF()
    for per_cent in (125, 150, 175, 200, 200):
        person.keys(Qt.Key.Key_Plus, held=control)
        assert person.window._settings.text_size == per_cent
        assert label.font().pointSizeF() == pytest.approx(usual * per_cent / 100)
    for _ in range(6):
        person.keys(Qt.Key.Key_Minus, held=control)

    assert person.window._settings.text_size == 100
    assert label.font().pointSizeF() == usual


def test_larger_text_is_laid_out_anew(sample: Person) -> None:
    """After a change of the text size no page keeps the measures of the old one."""
    for tab in (1, 2, 3, 4):
        sample.turns_to(tab)
    sample.window.resize(SMALL)
    sample.window.menus.text_size_chosen.emit(200)
    found = {tab: settle(sample, tab) for tab in (1, 2, 3, 4)}

    assert found == {1: [], 2: [], 3: [], 4: []}


def test_page_being_read_follows_the_text_size(person: Person) -> None:
    """A resource page that is open grows with the rest of the window."""
    person.turns_to(4)
    document = person.page.reader.text.document()
    before = document.size().height()
    person.window.menus.text_size_chosen.emit(200)

    person.until(lambda: document.size().height() > 1.5 * before)


def test_targets_are_large_enough(person: Person) -> None:
    """What a shaky hand presses is 44 pixels, every other button at least 24."""
    person.until(lambda: person.page.day.isVisible())
    buttons = [button for button in person.window.findChildren(QPushButton) if button.isVisible()]
    scores = [button for button in buttons if type(button).__name__ == "ScoreButton"]

    assert len(scores) == 55
    assert min(min(button.width(), button.height()) for button in scores) >= 44
    assert min(min(button.width(), button.height()) for button in buttons) >= 24
    assert person.page.side.bad_day.height() >= 32
    assert isinstance(person.window.header, Header)
