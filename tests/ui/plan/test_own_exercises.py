"""Exercises of one's own, and what a person keeps about any: written down, pictured, never lost."""

from pathlib import Path

import pytest
from lock_steps import is_locked
from person import PASSPHRASE, Person
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, QThreadPool
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from legjournal.errors import NoPicture
from legjournal.models.routine import Area
from ui.plan.catalogue import CatalogueDialog
from ui.plan.dialog import PlanDialog
from ui.plan.exercise_form import ExerciseForm
from ui.plan.picture import read_picture
from ui.plan.picture_field import PictureField

KEY = "own-towel-squeeze"
SECRET = b"51.5007N 0.1246W"  # where a photo was taken


def opens(person: Person) -> CatalogueDialog:
    """The catalogue over a plan that is being made."""
    person.turns_to(2)
    person.until(lambda: person.button("Build your own (or your physio’s)…") is not None)
    person.presses("Build your own (or your physio’s)…")
    person.presses("Add an exercise…", person.dialog(PlanDialog))
    return person.dialog(CatalogueDialog)


def form_of(person: Person, catalogue: CatalogueDialog, words: str) -> ExerciseForm:
    """Press a button of the catalogue; the form it opens."""
    person.presses(words, catalogue)
    return person.dialog(ExerciseForm)


def writes(person: Person, form: ExerciseForm, name: str = "", steps: str = "", note: str = "") -> None:
    """Type into the form."""
    for editor, words in ((form.name.entry, name), (form.steps.editor, steps), (form.own_note.editor, note)):
        if words:
            editor.setFocus()
            person.pastes(words)


def keeps(person: Person, form: ExerciseForm) -> CatalogueDialog:
    """Press the button that keeps it, and wait until the catalogue shows it."""
    person.presses("Keep it", form)
    person.waits()
    return person.dialog(CatalogueDialog)


def photo(folder: Path, size: QSize, kind: str = "JPEG") -> Path:
    """A photo with a place written beside it, as a camera does."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    painter = QPainter(image)
    painter.fillRect(0, 0, size.width() // 2, size.height(), QColor("orange"))
    painter.end()
    image.setText("Description", SECRET.decode())
    path = folder / f"photo.{kind.lower()}"
    assert image.save(str(path), kind)
    return path


def chooses(person: Person, form: ExerciseForm, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Press the button and choose a file."""
    monkeypatch.setattr(PictureField, "ask_picture", lambda *_: path)
    person.presses("Choose a picture…", form)
    person.until(form.picture.choose.isEnabled)


def test_an_own_exercise_goes_into_the_plan(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Name, what for, sides, steps, note and picture; it is in the plan at once, and in the catalogue."""
    catalogue = opens(person)
    form = form_of(person, catalogue, "An exercise of my own…")
    writes(person, form, "Towel squeeze", "Fold a towel.\n\n  Squeeze it. ", "5 seconds, says the physio")
    person.presses("What is it for?: Core", form)
    QTest.mouseClick(form.each_side, Qt.MouseButton.LeftButton)
    chooses(person, form, monkeypatch, photo(tmp_path, QSize(1600, 1200)))
    keeps(person, form)

    person.until(lambda: "Towel squeeze is in your plan now." in person.reads(catalogue))
    own = person.journal.exercises.get(KEY)
    assert (own.name, own.area, own.each_side) == ("Towel squeeze", Area.CORE, True)
    assert own.steps == ("Fold a towel.", "Squeeze it.")
    assert own.note == "5 seconds, says the physio"
    assert QImage.fromData(own.picture).size() == QSize(640, 480)
    assert {"Towel squeeze", "Fold a towel.", "5 seconds, says the physio"} <= set(person.reads(catalogue))
    person.presses("Done", catalogue)
    dialog = person.dialog(PlanDialog)
    assert list(dialog.items.rows) == [KEY]
    assert dialog.items.rows[KEY].dose.text() == "3 × 10 to 15 each side, rest 1 minute"
    assert not dialog.items.advice.isVisible()  # it is one for the core


def test_a_name_there_is_already_is_told_beside_it(person: Person) -> None:
    """A bundled one's, an own one's, one taken off; none at all; nothing typed is lost by it."""
    person.journal.exercises.add("Towel squeeze")
    person.journal.exercises.hide(KEY)
    form = form_of(person, opens(person), "An exercise of my own…")
    for name, said in (
        ("", "Please write what it is called."),
        ("glute  BRIDGE", "There is an exercise of this name already. Please choose another name."),
        (
            "towel squeeze",
            "An exercise you took off your list has this name. Bring it back, or choose another name.",
        ),
        ("x" * 2001, "This is too long to keep. Please use at most 2,000 letters."),
    ):
        writes(person, form, name, "Squeeze.")
        person.presses("Keep it", form)
        assert form.name.message.text() == said
        assert form.name.entry.hasFocus()
    assert form.steps.editor.toPlainText() == "Squeeze."
    writes(person, form, "Another")
    keeps(person, form)
    assert person.journal.exercises.get("own-another").steps == ("Squeeze.",)


def test_an_own_exercise_is_changed_and_taken_off_and_brought_back(person: Person) -> None:
    """It keeps its key; off the list it is offered no longer, until it is brought back."""
    person.journal.exercises.add("Towel squeeze", steps=["Squeeze."])
    catalogue = opens(person)
    form = form_of(person, catalogue, "Change… Towel squeeze")
    writes(person, form, "Cushion squeeze")
    keeps(person, form)
    person.until(lambda: person.button("Change… Cushion squeeze", catalogue))
    assert person.journal.exercises.get(KEY).name == "Cushion squeeze"
    form = form_of(person, catalogue, "Change… Cushion squeeze")
    person.presses("Take it off my list", form)
    person.dialog(CatalogueDialog)
    person.until(lambda: person.button("Taken off my list", catalogue))
    assert person.button("Add Cushion squeeze", catalogue) is None
    person.presses("Taken off my list", catalogue)
    person.presses("Bring back Cushion squeeze", catalogue)
    person.until(lambda: person.button("Add Cushion squeeze", catalogue))


def test_a_note_beside_a_bundled_one(person: Person) -> None:
    """Nothing else of it can be changed; the note stands in the catalogue and the plan, and can go again."""
    catalogue = opens(person)
    form = form_of(person, catalogue, "My note… Glute bridge")
    assert not form.name.isVisible()
    assert not form.steps.isVisible()
    writes(person, form, note="red band, only to here, says the physio")
    keeps(person, form)
    person.until(lambda: "red band, only to here, says the physio" in person.reads(catalogue))
    person.presses("Add Glute bridge", catalogue)
    person.presses("Done", catalogue)
    dialog = person.dialog(PlanDialog)
    assert "red band, only to here, says the physio" in person.reads(dialog)
    person.presses("Add an exercise…", dialog)
    catalogue = person.dialog(CatalogueDialog)
    assert [person.button("Add Glute bridge", catalogue).text()] == ["✓ In your plan"]
    form = form_of(person, catalogue, "My note… Glute bridge")
    form.own_note.editor.setFocus()
    person.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    person.keys(Qt.Key.Key_Delete)
    keeps(person, form)
    assert person.journal.exercises.get("glute-bridge").note is None


def test_a_form_closed_half_way_is_as_it_was_left(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its picture; Cancel asks, and only then gives it up."""
    catalogue = opens(person)
    form = form_of(person, catalogue, "An exercise of my own…")
    writes(person, form, "Towel squ", "Fold a towel.")
    chooses(person, form, monkeypatch, photo(tmp_path, QSize(64, 64)))
    person.keys(Qt.Key.Key_Escape)
    person.waits()
    person.dialog(CatalogueDialog)
    again = form_of(person, catalogue, "An exercise of my own…")
    assert (again.name.entry.text(), again.steps.editor.toPlainText()) == (
        "Towel squ",
        "Fold a towel.",
    )
    assert again.picture.picture is not None
    monkeypatch.setattr(ExerciseForm, "ask_to_give_up", lambda *_: False)
    person.presses("Cancel", again)
    assert again.isVisible()
    monkeypatch.setattr(ExerciseForm, "ask_to_give_up", lambda *_: True)
    person.presses("Cancel", again)
    person.dialog(CatalogueDialog)
    assert form_of(person, catalogue, "An exercise of my own…").name.entry.text() == ""


def test_a_form_closed_while_a_picture_is_read(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture comes too late, and nothing else happens."""
    catalogue = opens(person)
    form = form_of(person, catalogue, "An exercise of my own…")
    monkeypatch.setattr(PictureField, "ask_picture", lambda *_: photo(tmp_path, QSize(6000, 4000)))
    person.presses("Choose a picture…", form)
    person.keys(Qt.Key.Key_Escape)
    person.until(lambda: not isValid(form))
    QThreadPool.globalInstance().waitForDone()
    person.dialog(CatalogueDialog)
    assert form_of(person, catalogue, "An exercise of my own…").picture.picture is None


def test_locked_with_three_dialogs_open(inside: Person) -> None:
    """Over the form, the catalogue and the plan: all that was typed is there again after the passphrase."""
    inside.turns_to(2)
    inside.presses("Build your own (or your physio’s)…")
    dialog = inside.dialog(PlanDialog)
    dialog.name.entry.setFocus()
    inside.types("My pl")
    inside.presses("Add an exercise…", dialog)
    form = form_of(inside, inside.dialog(CatalogueDialog), "An exercise of my own…")
    writes(inside, form, "Towel squ")
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    inside.until(lambda: is_locked(inside))
    inside.unlocks(PASSPHRASE)
    inside.until(lambda: inside.page.isVisible())
    again = form_of(inside, opens(inside), "An exercise of my own…")
    assert again.name.entry.text() == "Towel squ"
    [plan] = [found for found in inside.window.findChildren(PlanDialog) if found.isVisible()]
    assert plan.name.entry.text() == "My pl"


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # what its library says of a photo cut short
@pytest.mark.parametrize("name", ["note.txt", "photo.jpeg", "page.pdf", "drawing.svg", "gone.png"])
def test_a_file_that_is_no_picture_gets_a_sentence(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Words, a photo cut short, another kind of document, nothing at all: the old picture stays."""
    contents = {
        "photo.jpeg": b"\xff\xd8\xff\xe0 cut short",
        "page.pdf": b"%PDF-1.4\n",
        "drawing.svg": b"<svg/>",
    }
    path = tmp_path / name
    if name != "gone.png":
        path.write_bytes(contents.get(name, b"only words"))
    form = form_of(person, opens(person), "My note… Plank")
    chooses(person, form, monkeypatch, photo(tmp_path, QSize(64, 64), "PNG"))
    before = form.picture.picture
    chooses(person, form, monkeypatch, path)
    assert (
        form.picture.message.text()
        == "This file is not a picture the journal can keep. Please choose another."
    )
    assert form.picture.picture == before
    chooses(person, form, monkeypatch, None)  # thought better of it
    assert form.picture.picture == before
    form.picture.remove.click()
    assert form.picture.picture is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP"])
def test_a_picture_is_small_and_bare(tmp_path: Path, kind: str) -> None:
    """At most 640 pixels, a JPEG, in the right colours, without what the camera wrote beside it."""
    path = photo(tmp_path, QSize(900, 1800), kind)
    if kind != "BMP":
        assert SECRET in path.read_bytes() or kind == "PNG"
    kept = read_picture(path)
    image = QImage.fromData(kept)
    assert kept.startswith(b"\xff\xd8\xff")
    assert image.size() == QSize(320, 640)
    assert image.textKeys() == []
    assert SECRET not in kept
    assert QColor(image.pixel(40, 40)).red() > 200
    assert QColor(image.pixel(300, 40)).red() < 60


def test_an_upright_photo_stays_upright(tmp_path: Path) -> None:
    """A camera held upright writes a lying picture and how to turn it: it is turned, and that is dropped."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(buffer, "JPEG")
    jpeg = bytes(buffer.data().data())
    turned = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    path = tmp_path / "upright.jpg"
    path.write_bytes(jpeg[:2] + b"\xff\xe1" + (len(turned) + 2).to_bytes(2, "big") + turned + jpeg[2:])
    assert QImageReader(str(path)).transformation() != QImageReader().transformation()
    assert QImage.fromData(read_picture(path)).size() == QSize(100, 200)


def test_a_huge_picture_is_read_small_or_refused(tmp_path: Path) -> None:
    """A photo of a good camera goes in; a file that claims to be endless is refused, not read."""
    assert QImage.fromData(read_picture(photo(tmp_path, QSize(6000, 4000)))).size() == QSize(640, 426)
    endless = tmp_path / "endless.bmp"
    wide = (60_000).to_bytes(4, "little")
    endless.write_bytes(
        b"BM" + bytes(8) + (54).to_bytes(4, "little") + (40).to_bytes(4, "little") + wide * 2
        + (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(24)
    )  # fmt: skip
    with pytest.raises(NoPicture):
        read_picture(endless)


def test_hostile_words_are_only_text(person: Person, hostile: str) -> None:
    """As name, steps and note: letter for letter in catalogue and plan, and never wider than the screen."""
    catalogue = opens(person)
    form = form_of(person, catalogue, "An exercise of my own…")
    writes(person, form, hostile, hostile, hostile)
    form.grab()
    if len(hostile) > 2000:
        person.presses("Keep it", form)
        assert form.name.message.text() == "This is too long to keep. Please use at most 2,000 letters."
        writes(person, form, "x" * 2000)
    typed = form.name.entry.text()
    keeps(person, form)
    person.until(lambda: any(entry.known.own for entry in catalogue.entries.values()))
    [own] = [entry.known for entry in catalogue.entries.values() if entry.known.own]
    assert own.name == typed.strip("\0 ")
    assert {own.name, own.note} <= set(person.reads(catalogue))
    catalogue.grab()
    assert max(catalogue.body.totalMinimumSize().width(), catalogue.minimumSizeHint().width()) < 640
    person.presses("Done", catalogue)
    dialog = person.dialog(PlanDialog)
    assert own.name in person.reads(dialog)
    dialog.grab()
    assert max(dialog.body.totalMinimumSize().width(), dialog.minimumSizeHint().width()) < 640
    assert person.journal.problems() == []


def test_every_button_of_the_catalogue_is_told_apart(person: Person) -> None:
    """A screen reader says each with the name of its exercise."""
    catalogue = opens(person)
    names = [b.accessibleName() or b.text() for b in catalogue.findChildren(QPushButton) if b.isVisible()]
    assert len(names) == len(set(names)) > 20
