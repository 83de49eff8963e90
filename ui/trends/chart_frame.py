"""What stands around every chart: its title, its numbers as a table, and the ways to take it along."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_documents_path
from PySide6.QtWidgets import QApplication, QBoxLayout, QCheckBox, QFileDialog, QVBoxLayout, QWidget

from legjournal.charts.scene import Scene
from legjournal.trends.in_report import choose_chart, chosen_charts, leave_out
from ui.task import Task
from ui.trends import pictures
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chart import USUAL, Chart, Draw
from ui.widgets.flow import FlowLayout
from ui.widgets.label import LineLabel, PlainLabel, Size, TypedLabel
from ui.widgets.measure import line_height
from ui.widgets.pause import Pause
from ui.widgets.scene_table import SceneTable

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner
    from ui.settings import Settings

TABLE_LINES = 16  # heights of the text


class ChartFrame(Card):
    """Extends Card: one chart under its key. Add what is chosen about it to `controls`, above the picture.

    `chart` is the picture, with signals of its own. `said` is the line for what its cursor stands on; `own`
    the one below it for the person's own words of that day.
    """

    title_label = LineLabel

    def __init__(
        self,
        key: str,
        name: str,
        journal: "Journal",
        runner: "Runner",
        settings: "Settings",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, " ", parent)
        self.head.setDirection(QBoxLayout.Direction.TopToBottom)
        self.head.setSpacing(2)
        self._key, self._journal, self._runner, self._settings = key, journal, runner, settings
        self._for_report: dict[str, Any] = {}
        self._newest_first = True
        self._stale = True  # whether the table shows another picture than the chart
        self._task: Task | None = None
        self._pause = Pause(self)
        self.controls = QVBoxLayout()
        self.chart = Chart(name)
        self.table = SceneTable(name)
        self.said = PlainLabel(" ", wraps=True)
        self.own = TypedLabel("", Size.SMALL)
        self.summary = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self.note = PlainLabel("", Size.SMALL, wraps=True)
        self.as_table = button(self.tr("Table"), name=self.tr("Show as a table"))
        self.copy = button(self.tr("Copy picture"))
        self.save = button(self.tr("Save…"), name=self.tr("Save this chart…"))
        self.in_report = QCheckBox(self.tr("In the report"))
        self._lay_out()
        self._connect_signals()
        self.as_table.setChecked(settings.picture_choice(f"{key}/table") == "yes")

    @property
    def scene(self) -> Scene | None:
        """The picture in sight."""
        return self.chart.scene

    def show_picture(
        self,
        title: str,
        aside: str,
        draw: Draw,
        lines: float = USUAL,
        settings: Mapping[str, Any] | None = None,
        *,
        newest_first: bool = True,
    ) -> None:
        """Show a picture. title: what it shows; aside: of when; lines: its height in heights of the text.

        settings: what the report would need to draw the same. newest_first: whether the table turns its rows.
        """
        self.title.setText(title)
        self.aside.setText(aside)
        self.setAccessibleName(title)
        self.chart.setAccessibleName(title)
        self.chart.show_scene(draw, lines)
        scene = self.chart.scene
        assert scene is not None
        self.summary.setText(scene.summary)
        if self.chart.cursor_stop is None:
            self._on_said("")
        self._stale, self._newest_first = True, newest_first
        self._fill_table()
        self._keep_for_report(dict(settings or {}))

    def show_stored(self) -> None:
        """Show whether the journal has this chart down for the report."""
        chosen = any(one.chart == self._key for one in chosen_charts(self._journal.preferences))
        self.in_report.blockSignals(True)
        self.in_report.setChecked(chosen)
        self.in_report.blockSignals(False)

    def flush(self) -> None:
        """Store what waits for a pause."""
        if self._pause.expected:
            self._pause.stop()
            self._on_pause()

    def take_focus(self) -> None:
        """Put the keyboard into the picture, or the table in its place."""
        (self.table if self.as_table.isChecked() else self.chart).setFocus()

    @classmethod
    def ask_path(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Where the chart shall be saved, and by the end of the name as what."""
        kinds = ";;".join(pictures.kinds())
        name, chosen = QFileDialog.getSaveFileName(parent, parent.windowTitle(), str(suggested), kinds)
        return pictures.with_suffix(Path(name), chosen) if name else None

    def _lay_out(self) -> None:
        self.as_table.setCheckable(True)
        self.in_report.setProperty("changes", True)
        self.in_report.setToolTip(self.tr("Have this chart in the report, as it is set here."))
        self.table.hide()
        self.table.setMinimumHeight(TABLE_LINES * line_height())
        self.said.setMinimumHeight(line_height())
        self.own.setMinimumHeight(line_height())
        self.note.hide()
        self.controls.setSpacing(8)
        self._put_aside_below_where_narrow()
        tools = FlowLayout()
        for widget in (self.as_table, self.copy, self.save, self.in_report):
            tools.addWidget(widget)
        self.body.addLayout(self.controls)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.table, 1)
        for label in (self.said, self.own, self.summary, self.note):
            self.body.addWidget(label)
        self.body.addLayout(tools)

    def _put_aside_below_where_narrow(self) -> None:
        """A title that says what the picture shows is long: beside it there may be no room for the days."""
        head = FlowLayout(spacing=16)
        self.body.removeItem(self.head)
        for label in (self.title, self.aside):
            self.head.removeWidget(label)
            head.addWidget(label)
        self.body.insertLayout(0, head)

    def _connect_signals(self) -> None:
        self.chart.stop_said.connect(self._on_said)
        self.as_table.toggled.connect(self._on_as_table)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self.in_report.toggled.connect(self._on_in_report)
        self._pause.came.connect(self._on_pause)

    def _fill_table(self) -> None:
        scene = self.chart.scene
        if self._stale and scene is not None and self.as_table.isChecked():
            self._stale = False
            self.table.show_scene(scene, newest_first=self._newest_first)

    def _keep_for_report(self, settings: dict[str, Any]) -> None:
        """A chart that is in the report is there as it is set now."""
        before, self._for_report = self._for_report, settings
        if before and before != settings and self.in_report.isChecked() and not self._journal.read_only:
            self._pause.put_off()

    def say(self, words: str) -> None:
        """Tell the person something below the picture."""
        self.note.setText(words)
        self.note.show()
        announce(self.note, words)

    def _on_said(self, words: str) -> None:
        scene = self.chart.scene
        if not words and scene is not None and scene.stops:
            words = self.tr("Point at the picture, or press the arrow keys, to read what it says.")
        self.said.setText(words or " ")
        self.own.setText("")

    def _on_as_table(self, as_table: bool) -> None:
        self._settings.choose_of_picture(f"{self._key}/table", "yes" if as_table else "no")
        self._fill_table()
        self.chart.setVisible(not as_table)
        self.table.setVisible(as_table)
        self.said.setVisible(not as_table)
        self.own.setVisible(not as_table)

    def _on_in_report(self, wanted: bool) -> None:
        preferences = self._journal.preferences
        if wanted:
            self._runner.run(partial(choose_chart, preferences, self._key, self._for_report))
        else:
            self._runner.run(partial(leave_out, preferences, self._key))

    def _on_pause(self) -> None:
        if self.in_report.isChecked():
            self._on_in_report(wanted=True)

    def _on_copy(self) -> None:
        scene = self.chart.scene
        if scene is not None:
            QApplication.clipboard().setImage(pictures.as_image(scene, self._words))
            self.say(self.tr("The picture is copied. You can paste it into a letter or an email."))

    @property
    def _words(self) -> str:
        return self.tr("{title}, {days}").format(title=self.title.text(), days=self.aside.text())

    def _on_save(self) -> None:
        scene = self.chart.scene
        if scene is None:
            return
        folder = self._settings.report_folder
        folder = folder if folder is not None and folder.is_dir() else user_documents_path()
        path = self.ask_path(self, folder / f"legjournal-{self._key}.svg")
        if path is None:
            return
        self._settings.report_folder = path.parent
        made = pictures.content(path.suffix.lower(), scene, self._words)
        self._task = Task(partial(pictures.save, path, made), self)
        self._task.done.connect(self._on_saved)
        self._task.refused.connect(self.say)
        self._task.start()

    def _on_saved(self, path: Path) -> None:
        self.say(self.tr("Saved as {name}.").format(name=path.name))
