"""What holds for the tree as a whole: who may import whom, and where words come from."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOMAIN = sorted((ROOT / "legjournal").rglob("*.py"))
WINDOW = sorted((ROOT / "ui").rglob("*.py"))
ALL = [*DOMAIN, *WINDOW]
NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "websockets",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}
# Whatever is given to these is read by a person, or read out to one.
SHOWN = {
    "Card",
    "PlainLabel",
    "QAction",
    "QCheckBox",
    "QPushButton",
    "QRadioButton",
    "addAction",
    "addMenu",
    "addTab",
    "button",
    "choice",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setPlainText",
    "setStatusTip",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
    "square",
}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file, with the last part of what is called."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node


def _imports(path: Path) -> set[str]:
    """Every module a file imports, each name with all that it may stand for."""
    found: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)}: a relative import"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
sys.modules["ui"] = None
import legjournal
# Alembic runs its own files inside a migration, and only there.
names = [module.name for module in pkgutil.walk_packages(legjournal.__path__, "legjournal.")]
names = [name for name in names if ".migrations." not in name]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_every_module_of_the_domain_imports_without_qt_and_the_window() -> None:
    """With PySide6 and ui out of reach, all of legjournal is imported."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 40


ONE_BY_ONE = """
import importlib, os, sys
for module in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        importlib.import_module(module)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, module
"""


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_any_room_may_be_the_first_to_be_entered() -> None:
    """No module needs another to have been imported before it."""
    rooms = ["journal", "exchange.whole", "report.content", "demo", "models.record", "storage.schema"]
    command = [sys.executable, "-c", ONE_BY_ONE, *(f"legjournal.{room}" for room in rooms)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_domain_names_neither_qt_nor_the_window() -> None:
    """Not even inside a function: dependencies run one way."""
    assert _importing(DOMAIN, {"ui", "PySide6", "shiboken6"}) == []


def test_nothing_imports_a_network() -> None:
    """No module that could open a connection is imported, in any file, at any depth."""
    assert _importing(ALL, NETWORK) == []


def test_the_program_needs_neither_numpy_nor_scipy() -> None:
    """Tests hold its figures against them; whoever installs it is spared two hundred megabytes."""
    assert _importing(ALL, {"numpy", "scipy"}) == []


def _importing(files: list[Path], packages: set[str]) -> list[str]:
    return [
        f"{_name(path)} {module}"
        for path in files
        for module in _imports(path)
        if any(module == package or module.startswith(f"{package}.") for package in packages)
    ]


def test_the_folder_of_packaging_is_no_package() -> None:
    """An __init__.py there would hide the library called packaging."""
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_the_packages_init_files_are_empty() -> None:
    """Importing a package does nothing by itself, unless it says in a line what it offers."""
    long = [_name(path) for path in ALL if path.name == "__init__.py" and len(_tree(path).body) > 3]
    assert long == []


def test_a_module_says_its_job() -> None:
    """Every module that has anything in it opens with what it is for."""
    assert [_name(path) for path in ALL if _tree(path).body and not ast.get_docstring(_tree(path))] == []


def test_a_label_is_made_in_one_place() -> None:
    """QLabel guesses at markup; ui/widgets/label.py makes the one that does not."""
    assert _made_in("QLabel", WINDOW) == {"ui/widgets/label.py"}


def test_a_paragraph_is_made_in_one_place() -> None:
    """ReportLab's Paragraph reads markup; what goes into ours, which extends it, is escaped in one module."""
    assert _made_in("Paragraph", ALL) == {"legjournal/tagged_pdf/words.py"}
    assert _made_in("Words", ALL) == {"legjournal/report/lettering.py"}


def test_a_pdf_is_drawn_in_one_way() -> None:
    """Only on the canvas that tags what is drawn, and with tables that say what they are."""
    assert _made_in("Canvas", ALL) == {"legjournal/tagged_pdf/canvas.py"}
    assert _made_in("TaggedCanvas", ALL) == {"legjournal/report/paper.py"}
    assert _made_in("Table", ALL) == {"legjournal/tagged_pdf/tables.py"}
    assert _made_in("TTFont", ALL) == {"legjournal/tagged_pdf/fonts.py"}
    printing = ROOT / "ui" / "report" / "printing.py"  # hands pictures of the finished pages to a printer
    others = [path for path in ALL if path != printing]
    assert _importing(others, {"PySide6.QtPrintSupport", "PySide6.QtGui.QPdfWriter"}) == []


def _made_in(kind: str, files: list[Path]) -> set[str]:
    """The files that call a class or build on it."""
    found = set()
    for path in files:
        bases = [
            base for node in ast.walk(_tree(path)) if isinstance(node, ast.ClassDef) for base in node.bases
        ]
        names = {name for name, _ in _calls(path)} | {base.id for base in bases if isinstance(base, ast.Name)}
        if kind in names:
            found.add(path.relative_to(ROOT).as_posix())
    return found


def test_no_signal_is_connected_to_a_lambda() -> None:
    """A lambda that holds its dialog keeps it alive for ever."""
    lambdas = [
        f"{_name(path)}:{call.lineno}"
        for path in WINDOW
        for name, call in _calls(path)
        if name == "connect"
        for argument in call.args
        if any(isinstance(node, ast.Lambda) for node in ast.walk(argument))
    ]
    assert lambdas == []


def test_every_word_shown_can_be_translated() -> None:
    """What a person reads goes through tr or translate; single signs need not."""
    bare = [
        f"{_name(path)}:{call.lineno} {words!r}"
        for path in WINDOW
        for name, call in _calls(path)
        if name in SHOWN
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        for words in _bare_words(argument)
    ]
    assert bare == []


def _bare_words(node: ast.expr) -> list[str]:
    """The literal words of an argument that went through no translation."""
    match node:
        case ast.Constant(value=str(words)) if len(words) > 1 and any(map(str.isalpha, words)):
            return [words]
        case ast.JoinedStr(values=parts):
            return [word for part in parts if isinstance(part, ast.Constant) for word in _bare_words(part)]
        case ast.IfExp(body=body, orelse=orelse):
            return _bare_words(body) + _bare_words(orelse)
        case ast.BinOp(left=left, right=right):
            return _bare_words(left) + _bare_words(right)
        case ast.BoolOp(values=values):
            return [word for value in values for word in _bare_words(value)]
    return []
