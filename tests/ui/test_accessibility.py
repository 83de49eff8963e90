"""Without eyes or without a mouse: names for a screen reader, Tab to everything, one key for one thing."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from lock_steps import goes_on, types_passphrase
from person import PASSPHRASE, Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from legjournal.journal import Journal
from legjournal.models.diary import Side
from ui.lock.dialog import LockDialog
from ui.lock.dialogs import RewritingDialog
from ui.main_window import MainWindow
from ui.medicines.dialog import MedicinesDialog
from ui.merge.dialog import MergeDialog
from ui.resources.contents import TABLE
from ui.search.dialog import SearchDialog
from ui.widgets.fold import FoldButton
from ui.widgets.form import Form
from ui.widgets.room_dialog import RoomDialog
from ui.widgets.save_dialog import SaveDialog

TABS = (1, 2, 3, 4)
Interface = QAccessible.accessibleInterface


def whole(person: Person, tab: int) -> None:
    """Turn to a tab and wait until all of it is there."""
    person.turns_to(tab)
    least = {1: 40, 2: 60, 3: 3, 4: 2}[tab]
    person.until(lambda: len(person.reads(person.page)) >= least)
    if tab == 2:
        person.until(lambda: person.button("Add to this day", inside=person.page.more) is not None)
    if tab == 3:
        person.until(lambda: person.page.reading.idle and person.page.reading.numbers.complete)


def everything(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that a screen reader finds inside."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield child
            yield from everything(child)


def nameless(window: QWidget) -> list[str]:
    """What takes the focus in a window but has no name to be read aloud."""
    return [
        f"{one.role()} {one.object()}"
        for one in everything(QAccessible.queryAccessibleInterface(window))
        if one.state().focusable and not one.state().invisible and not one.text(QAccessible.Text.Name).strip()
    ]


def named(window: QWidget) -> Counter[tuple[QAccessible.Role, str]]:
    """How often each role and name is there."""
    return Counter(
        (one.role(), one.text(QAccessible.Text.Name))
        for one in everything(QAccessible.queryAccessibleInterface(window))
        if one.state().focusable and not one.state().invisible
    )


def stop_of(widget: QWidget) -> QWidget:
    """What is one stop of Tab: a row of buttons of which one is chosen counts as a whole."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
        return widget.group().buttons()[0]
    return widget


def wanted(window: QWidget) -> set[QWidget]:
    """Every stop that Tab has to reach."""
    return {
        stop_of(widget)
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
    }


def tour(person: Person, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until it comes round to where it began: the stops in their order."""
    first = stop_of(person.focused)
    stops = [first]
    for _ in range(400):
        person.keys(
            key,
            held=Qt.KeyboardModifier.ShiftModifier
            if key == Qt.Key.Key_Backtab
            else Qt.KeyboardModifier.NoModifier,
        )
        assert not person.focused.visibleRegion().isEmpty(), (
            f"{person.focused.accessibleName()} {person.focused.text()} has the focus out of sight"
        )
        stop = stop_of(person.focused)
        if stop is first:
            return stops
        if stop is not stops[-1]:  # from link to link of one page
            stops.append(stop)
    raise AssertionError(f"Tab does not come round: {stops[-5:]}")


@pytest.mark.parametrize("tab", TABS)
def test_everything_on_a_tab_has_a_name(sample: Person, tab: int) -> None:
    """Nothing on a tab can have the focus without having a name."""
    whole(sample, tab)

    assert nameless(sample.window) == []
    assert len(named(sample.window)) > 5


def test_dialogs_and_welcome_have_names(
    sample: Person, open_window: Callable[..., Person], tmp_path: Path
) -> None:
    """Nor in the dialogs, on the first page, or in the banner."""
    whole(sample, 1)
    sample.window.banner.say_refused("Another program is using the journal just now.")
    assert nameless(sample.window) == []
    for words in (
        "Report for an appointment",
        "Add an appointment",
        "My usual times…",
        "Medicines and test results",
        "Earlier versions of this day",
    ):
        sample.presses(words)
        dialog = sample.window.findChildren(QDialog)[-1]
        sample.until(dialog.isVisible)
        assert nameless(dialog) == []
        assert dialog.windowTitle()
        dialog.close()
    new = open_window(tmp_path / "new.legjournal")
    assert nameless(new.window) == []


@pytest.mark.parametrize("tab", [1, 2])
def test_names_tell_things_apart(sample: Person, tab: int) -> None:
    """No two fields, boxes or numbers of a tab are called the same."""
    whole(sample, tab)
    cell = QAccessible.Role.Cell  # told apart by the headings of its row and column
    twice = {name for name, count in named(sample.page).items() if count > 1 and name[0] is not cell}

    assert twice == set()


def test_score_row_reads_as_a_choice_of_one(person: Person) -> None:
    """A row of scores is read as radio buttons, none of them checked until one is chosen."""
    row = person.page.night.quality
    buttons = [
        one
        for one in everything(QAccessible.queryAccessibleInterface(row))
        if one.role() is QAccessible.Role.RadioButton
    ]
    assert [one.text(QAccessible.Text.Name) for one in buttons] == [
        f"How was the sleep?: {number} of 10" for number in range(11)
    ]
    assert not any(one.state().checked for one in buttons)
    person.scores(row, 7)
    assert [bool(one.state().checked) for one in buttons] == [number == 7 for number in range(11)]


@pytest.mark.parametrize("tab", TABS)
def test_tab_reaches_everything_and_comes_round(sample: Person, tab: int) -> None:
    """Tab goes through every control in sight, shows where it is, and comes back to where it began."""
    whole(sample, tab)
    sample.sitting.tabs.take_focus()
    forward = tour(sample)
    assert wanted(sample.window) - set(forward) == set()
    assert set(tour(sample, Qt.Key.Key_Backtab)) == set(forward)


def test_the_table_of_therapies_is_named_and_reached(sample: Person) -> None:
    """Its boxes, its cells and the buttons above it have names, and Tab goes through them and comes round."""
    whole(sample, 4)
    sample.page.contents.choose((TABLE, ""))
    sample.sitting.tabs.take_focus()
    assert nameless(sample.window) == []
    assert wanted(sample.window) - set(tour(sample)) == set()


@pytest.mark.parametrize(
    "words",
    ["Report for an appointment", "Add an appointment", "My usual times…", "Medicines and test results"],
)
def test_tab_comes_round_in_a_dialog(sample: Person, words: str) -> None:
    """The same in the dialogs, and Esc leaves them."""
    whole(sample, 1)
    sample.presses(words)
    dialog = sample.window.findChildren(QDialog)[-1]
    dialog.activateWindow()
    sample.until(dialog.isActiveWindow)
    if QApplication.focusWidget() is None:
        QTest.keyClick(dialog, Qt.Key.Key_Tab)

    assert wanted(dialog) - set(tour(sample)) == set()
    sample.keys(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_leaves_the_notes(person: Person) -> None:
    """Nobody is caught in a box for notes: Tab and Shift+Tab lead out of it and type nothing."""
    person.until(lambda: person.page.day.isVisible())
    for editor in person.window.findChildren(QPlainTextEdit):
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            editor.setFocus()
            person.keys(key)
            assert not editor.hasFocus()
            assert editor.toPlainText() == ""


def test_tab_follows_the_page(sample: Person) -> None:
    """On the diary Tab goes through night, legs, day and notes before it comes to the column beside them."""
    whole(sample, 1)
    page = sample.page
    page.night.usual.choose.setFocus()  # what stands first on the page
    parts = {
        "night": page.night,
        "legs": page.legs,
        "day": page.day,
        "notes": page.notes,
        "side": page.side,
    }
    order = [name for stop in tour(sample) for name, part in parts.items() if part.isAncestorOf(stop)]

    assert list(dict.fromkeys(order)) == ["night", "legs", "day", "notes", "side"]
    assert order == sorted(order, key=list(parts).index)


def test_what_opens_on_the_day_is_named_and_reached(sample: Person) -> None:
    """The list of words, a treatment and an activity to be renamed: each name once, each in its turn."""
    whole(sample, 1)
    sample.journal.therapies.begin(sample.window.day, "Massage")
    sample.sitting.show_day(sample.window.day)
    sample.until(lambda: sample.page.day.therapies.rows)
    for words in ("Add your own, or change this list", "Change Massage", "Rename Sit through a film"):
        sample.presses(words)
    sample.brings_into_sight(sample.focused)
    assert nameless(sample.window) == []
    assert {name for name, count in named(sample.page).items() if count > 1} == set()
    assert wanted(sample.window) - set(tour(sample)) == set()


def test_tab_goes_down_a_night_with_much_to_say(person: Person) -> None:
    """Usual times, an offer beside a field, the note and two naps: Tab comes to each where it stands."""
    person.until(lambda: person.page.day.isVisible())
    person.journal.usual_times.choose({"got_into_bed": time(22, 30), "final_waking": time(6, 30)})
    person.types_night(tried_to_sleep="11pm", got_out_of_bed="7pm")
    person.presses("Fill in my usual times")
    for _ in range(2):
        person.presses("Add a nap")
        person.types("2")
        person.keys(Qt.Key.Key_Tab)
        person.waits()
    person.presses("Note on the night")
    night = person.page.night
    night.usual.right.setFocus()
    forward = tour(person)
    places = [stop.mapTo(night, QPoint(0, 0)) for stop in forward if night.isAncestorOf(stop)]

    assert len(places) == 3 + 9 + 1 + 3 + 4 + 1 + 6
    assert [(at.y(), at.x()) for at in places] == sorted((at.y(), at.x()) for at in places)
    assert wanted(person.window) - set(forward) == set()
    assert set(tour(person, Qt.Key.Key_Backtab)) == set(forward)
    assert nameless(person.window) == []


def test_tab_finds_a_new_place_where_it_stands(person: Person) -> None:
    """A place just marked comes before the urge to move, as on the page, and after the field for places."""
    person.until(lambda: person.page.legs.isVisible())
    for side, site in ((Side.LEFT, "calf"), (Side.RIGHT, "knee")):
        person.marks_place(side, site, "3")
    legs = person.page.legs
    person.until(lambda: legs.urge.isVisible())
    person.page.night.quality.setFocus()
    first, *rest = [stop for stop in tour(person) if legs.isAncestorOf(stop)]
    tops = [stop.mapTo(legs, stop.rect().topLeft()).y() for stop in rest]

    assert legs.places.isAncestorOf(first)
    assert len(tops) > 6
    assert tops == sorted(tops)


def test_tab_follows_the_routine(sample: Person) -> None:
    """On the routine Tab goes down the page: week, rest, the boxes, the plan, then what else there is."""
    whole(sample, 2)
    page = sample.page
    page.week.strip.setFocus()
    parts = {
        "week": page.week.strip,
        "rest": page.week.rest,
        "boxes": page.session,
        "plan": page.plan,
        "more": page.more,
    }
    order = [
        name
        for stop in tour(sample)
        for name, part in parts.items()
        if part is stop or part.isAncestorOf(stop)
    ]

    assert list(dict.fromkeys(order)) == ["week", "rest", "boxes", "plan", "more"]


def menu_actions(menu: QMenu) -> Iterator[QAction]:
    """Every action of a menu and the menus in it."""
    for action in menu.actions():
        if action.menu() is not None:
            yield from menu_actions(action.menu())
        elif not action.isSeparator():
            yield action


def menus(window: MainWindow) -> list[QMenu]:
    """The menus of the bar."""
    return [action.menu() for action in window.menuBar().actions()]


def test_every_key_means_one_thing(person: Person) -> None:
    """No key is given twice in the menus, and none is there that the menus do not show."""
    actions = [action for menu in menus(person.window) for action in menu_actions(menu)]
    keys = Counter(key.toString() for action in actions for key in action.shortcuts())

    assert {key for key, count in keys.items() if count > 1} == set()
    assert {
        "Ctrl+1",
        "Ctrl+2",
        "Ctrl+3",
        "Ctrl+4",
        "Alt+Left",
        "Alt+Right",
        "Ctrl+T",
        "F1",
        "Ctrl+Q",
    } <= keys.keys()
    assert person.window.findChildren(QShortcut) == []
    assert all(action.text().strip() for action in actions)


def test_letters_of_the_menus(person: Person) -> None:
    """In the bar and in each menu an underlined letter stands for one entry only."""
    bar = [action.text() for action in person.window.menuBar().actions()]
    for texts in (bar, *([action.text() for action in menu.actions()] for menu in menus(person.window))):
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(set(letters)) == len(letters)


def test_keys_of_the_tabs(person: Person) -> None:
    """Ctrl and 1 to 4 turn to the tabs from anywhere, also out of a field and a box for notes."""
    person.until(lambda: person.page.day.isVisible())
    person.page.notes.note.editor.setFocus()
    for tab in (3, 2, 4, 1):
        person.keys(getattr(Qt.Key, f"Key_{tab}"), held=Qt.KeyboardModifier.ControlModifier)
        assert person.window.header.current == tab - 1


def test_tabs_by_arrows(person: Person) -> None:
    """With the focus on the tabs the arrows turn them."""
    person.window.header.bar.setFocus()
    person.keys(Qt.Key.Key_Right)
    assert person.window.header.current == 1
    person.keys(Qt.Key.Key_Left)
    assert person.window.header.current == 0


def test_only_one_window(sample: Person) -> None:
    """Turning to the tabs for the first time makes no other window flash up."""
    seen: set[QWidget] = set()
    for tab in (*TABS, *reversed(TABS)):
        sample.turns_to(tab)
        for _ in range(20):
            QApplication.processEvents()
            seen |= {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}

    assert seen == {sample.window}


def test_text_pages_can_be_scrolled_by_keys(person: Person) -> None:
    """A resource page is read to its end with Page Down."""
    person.turns_to(4)
    text: QTextBrowser = person.page.reader.text
    text.setFocus()
    person.keys(*[Qt.Key.Key_PageDown] * 40)

    assert text.verticalScrollBar().value() == text.verticalScrollBar().maximum() > 0


def test_about(person: Person) -> None:
    """The Help menu says which version this is, and that it is not a medical device."""
    about = next(action for action in menu_actions(menus(person.window)[-1]) if "About" in action.text())
    about.trigger()
    box = person.window.findChildren(QDialog)[-1]
    words = " ".join(person.reads(box))

    assert "It is not a medical device" in words
    assert nameless(box) == []
    box.close()


def test_merging_is_named_and_reached(sample: Person, tmp_path: Path) -> None:
    """Two versions of an entry and the choice between them: every control has a name and its turn."""
    other = tmp_path / "other.legjournal"
    for day in (date(2026, 11, 1), date(2026, 11, 2)):
        sample.journal.diary.record(day, mood=5)
    shutil.copy(sample.journal.path, other)
    with Journal.open(other) as theirs:
        for day in (date(2026, 11, 1), date(2026, 11, 2)):
            theirs.diary.record(day, mood=8)
            sample.journal.diary.record(day, mood=2)
    sample.sitting.merging.bring_in(sample.journal, other)
    dialog = sample.window.findChildren(MergeDialog)[-1]
    sample.until(dialog.list.isVisible)
    dialog.activateWindow()
    sample.until(dialog.isActiveWindow)
    sample.until(lambda: dialog.versions.height() >= dialog.versions.sizeHint().height())  # laid out

    assert nameless(dialog) == []
    assert wanted(dialog) - set(tour(sample)) == set()


def test_what_was_found_is_named_and_reached(sample: Person) -> None:
    """The field, the list and each result of it have a name, and Tab comes to field and list."""
    sample.chooses_in_menu("Find…")
    dialog = sample.dialog(SearchDialog)
    sample.types("walk")
    sample.until(dialog.list.isVisible)

    assert nameless(dialog) == []
    assert wanted(dialog) - set(tour(sample)) == set()


def test_the_page_of_a_locked_journal(outside: Person) -> None:
    """All of it has a name, and Tab comes to all of it."""
    page = outside.window.opener.unlock_page

    assert nameless(outside.window) == []
    assert {stop for stop in wanted(outside.window) if page.isAncestorOf(stop)} - set(tour(outside)) == set()


def test_the_steps_of_a_lock(person: Person) -> None:
    """In each step of putting a passphrase on all has a name, and Tab comes to all."""
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    for _ in range(3):
        assert nameless(dialog) == []
        assert wanted(dialog) - set(tour(person)) == set()
        if hasattr(dialog.step, "first"):
            types_passphrase(dialog, person, PASSPHRASE)
        if dialog.step.go_on == "Go on" and dialog.back.isVisible():
            break
        goes_on(dialog, person)
    assert dialog.step.title == "Type two groups from your sheet"


def test_the_dialog_of_the_lock(inside: Person) -> None:
    """What can be chosen about the lock has names, and Tab comes to all of it."""
    inside.chooses_in_menu("Lock: change or remove…")
    dialog = inside.dialog(LockDialog)

    assert nameless(dialog) == []
    assert wanted(dialog) - set(tour(inside)) == set()


def test_the_forms_of_medicines_and_results(sample: Person) -> None:
    """In each all has a name of its own, Tab comes to all of it, and Esc leads back to the list."""
    whole(sample, 1)
    sample.presses("Medicines and test results")
    dialog = sample.dialog(MedicinesDialog)
    twice = {name for name, count in named(dialog).items() if count > 1}
    for words in (
        "Write down a medicine",
        "New dose: Paracetamol 1 g",
        "Stopped: Paracetamol 1 g",
        "Put right: Paracetamol 1 g",
        "Write down a test result",
    ):
        sample.presses(words, dialog)
        form = sample.dialog(Form)
        assert nameless(form) == []
        assert wanted(form) - set(tour(sample)) == set()
        twice |= {name for name, count in named(form).items() if count > 1}
        sample.keys(Qt.Key.Key_Escape)
        sample.dialog(MedicinesDialog)

    assert twice == set()


@pytest.mark.parametrize(
    ("room", "presses"),
    [
        ("Appointments…", ("Add an appointment", "Change: Physio, Thursday 26 November 2026, 10.20am")),
        ("Therapies…", ("Start a course", "Add a visit: Massage", "End: Massage", "Change: Massage")),
        ("Contacts…", ("Add a contact", "Change: Castle Pool (made up), warm pool")),
    ],
)
def test_the_forms_of_the_rooms(sample: Person, room: str, presses: tuple[str, ...]) -> None:
    """In the list and in each form all has a name of its own, and Tab comes to all of it."""
    sample.journal.therapies.add(name="Massage", price_pence=4000)
    whole(sample, 1)
    sample.chooses_in_menu(room)
    dialog = sample.dialog(RoomDialog)
    assert nameless(dialog) == []
    assert wanted(dialog) - set(tour(sample)) == set()
    twice = {name for name, count in named(dialog).items() if count > 1}
    for words in presses:
        sample.presses(words, dialog)
        form = sample.dialog(Form)
        for fold in form.findChildren(FoldButton):
            fold.unfold(True)
        assert nameless(form) == []
        assert wanted(form) - set(tour(sample)) == set()
        twice |= {name for name, count in named(form).items() if count > 1}
        sample.keys(Qt.Key.Key_Escape)
        sample.dialog(RoomDialog)

    assert twice == set()


@pytest.mark.parametrize("words", ["Print the week…", "Into my calendar…"])
def test_the_files_made_of_a_plan(sample: Person, words: str) -> None:
    """From the routine's page: all in the dialog has a name, Tab comes to all of it, and Esc leaves it."""
    whole(sample, 2)
    sample.presses(words)
    dialog = sample.dialog(SaveDialog)

    assert dialog.windowTitle()
    assert nameless(dialog) == []
    assert wanted(dialog) - set(tour(sample)) == set()
    sample.keys(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
