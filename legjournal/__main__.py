"""The command line without a window: report, export, import, backup, restore, check and demo."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from legjournal.errors import JournalError, Locked, NotYet, Remedy, WrongPassphrase
from legjournal.words import text

if TYPE_CHECKING:
    from legjournal.journal import Journal


def parse(argv: list[str]) -> argparse.Namespace:
    """The arguments; wrong usage ends the process with status 2. `command` is None for the window."""
    parser = argparse.ArgumentParser(
        prog="legjournal", description="A private journal for legs that keep you awake."
    )
    parser.add_argument("--journal", type=Path, metavar="FILE", help="the journal (default: your own)")
    parser.add_argument(
        "--timing", action="store_true", help="open the window, print how long it took, and quit"
    )
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help="read the journal's passphrase from standard input"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_report(commands.add_parser("report", help="write a report as PDF, or its numbers as JSON or CSV"))
    export = commands.add_parser("export", help="write the whole journal")
    export.add_argument("--format", choices=("json", "csv", "fhir"), default="json")
    export.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")
    bring = commands.add_parser("import", help="bring an export into the journal")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be brought in")
    backup = commands.add_parser("backup", help="copy the journal to a safe place")
    backup.add_argument("-o", dest="output", type=Path, metavar="DIR")
    restore = commands.add_parser("restore", help="go back to a backup")
    restore.add_argument("file", type=Path, metavar="BACKUP")
    commands.add_parser("check", help="say whether the journal is sound")
    demo = commands.add_parser("demo", help="write a sample journal of a fictional person")
    demo.add_argument("--days", type=_positive, default=120, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="N")
    demo.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")
    for command in commands.choices.values():
        # With every command, also after its name; SUPPRESS keeps a --journal given before it.
        command.add_argument("--journal", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.add_argument(
            "--passphrase-stdin", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
    return parser.parse_args(argv)


def run(arguments: argparse.Namespace) -> int:
    """Do what a command asks; a refusal is one sentence on standard error and status 1."""
    from legjournal.storage.files import keep_private

    keep_private()
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "report": _report,
        "export": _export,
        "import": _import,
        "backup": _backup,
        "restore": _restore,
        "check": _check,
        "demo": _demo,
    }
    try:
        return commands[arguments.command](arguments)
    except Locked as error:
        print(_how_to_unlock(error.path), file=sys.stderr)
        return 1
    except JournalError as error:
        print(error, *_remedy(error), file=sys.stderr)
        return 1


def main(argv: list[str] | None = None) -> int:
    """`python -m legjournal`: everything but the window."""
    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.command is None:
        print("The window opens with the command “legjournal”.", file=sys.stderr)
        return 2
    return run(arguments)


def _remedy(error: JournalError) -> tuple[str, ...]:
    """What to do about a damaged journal, where its own sentence does not say it."""
    if isinstance(error, WrongPassphrase) or Remedy.BACKUP not in error.remedies:
        return ()
    return (text("If there is a backup, “restore FILE” goes back to it."),)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--for", dest="audience", choices=("gp", "physio", "pain-clinic", "own"), default="gp"
    )
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="D", help="YYYY-MM-DD")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, metavar="D", help="YYYY-MM-DD")
    parser.add_argument("--format", choices=("pdf", "json", "csv"), default="pdf")
    parser.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")


def _positive(typed: str) -> int:
    number = int(typed)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _report(arguments: argparse.Namespace) -> int:

    from legjournal.report import content
    from legjournal.report.choices import Audience, preset
    from legjournal.storage.files import write_text
    from legjournal.trends.period import Period

    with _open(arguments) as journal:
        whole = content.whole_period(journal)
        last = arguments.last or whole.last
        first = arguments.first or min(whole.first, last)
        if last < first:
            print("--from must not be after --to.", file=sys.stderr)
            return 2
        period = Period(first, last)
        if arguments.format == "csv":
            from legjournal.report.as_csv import as_csv, save_csv

            save_csv(as_csv(journal, period), arguments.output)
            return 0
        report = content.build(journal, period, preset(Audience(arguments.audience)))
    if arguments.format == "json":
        from legjournal.report.as_json import written_json

        write_text(arguments.output, written_json(report))
    else:
        from legjournal.report.document import save

        save(report, arguments.output)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from legjournal.exchange.whole import export

    if arguments.format != "json":
        raise NotYet(f"export --format {arguments.format}")
    with _open(arguments) as journal:
        export(journal, arguments.output)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from legjournal.exchange.whole import bring_in, read_export
    from legjournal.storage.thinning import Reason

    with _open(arguments) as journal:
        new = read_export(journal, arguments.file)
        if new and not arguments.dry_run:
            journal.backups.make(Reason.BEFORE_IMPORT, forced=True)
            bring_in(journal, new)
    verb = "would be brought in" if arguments.dry_run else "brought in"
    print(f"{len(new)} {'entry' if len(new) == 1 else 'entries'} {verb}.")
    return 0


def _backup(arguments: argparse.Namespace) -> int:
    from legjournal.storage.backups import Backups
    from legjournal.storage.thinning import Reason

    with _open(arguments) as journal:
        elsewhere = arguments.output and Backups(
            journal.path, journal.clock, arguments.output, key=journal.store.key
        )
        made = (elsewhere or journal.backups).make(Reason.ASKED)
    print(made.path if made.new else f"Nothing has changed since {made.path}")
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from legjournal.clock import Clock
    from legjournal.storage.backups import Backups

    journal, secret = _journal_path(arguments), _secret(arguments)
    backup_key = _key(arguments.file, secret)
    try:
        key = _key(journal, secret)
    except JournalError as error:
        if isinstance(error, WrongPassphrase) and backup_key is None:
            raise
        key = None  # what is there is kept as it is, and the backup brings its own lock
    kept = Backups(journal, Clock(), key=key).restore(arguments.file, backup_key=backup_key)
    print(f"{journal} is again as it was in {arguments.file}.")
    print(f"What was there before is kept at {kept}" if kept else "There was no journal there before.")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    with _open(arguments) as journal:
        problems = journal.problems()
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print("ok")
    return 1 if problems else 0


def _demo(arguments: argparse.Namespace) -> int:
    from legjournal.demo import write_sample

    write_sample(arguments.output, arguments.days, arguments.seed).close()
    return 0


def _how_to_unlock(path: Path) -> str:
    return text(
        "{path} is locked. Give its passphrase or recovery code on standard input, with --passphrase-stdin."
    ).format(path=path)


def _open(arguments: argparse.Namespace) -> "Journal":
    """The journal, opened with what standard input says where that is wished for."""
    from legjournal.journal import Journal

    path, secret = _journal_path(arguments), _secret(arguments)
    return Journal.open(path, key=_key(path, secret))


def _secret(arguments: argparse.Namespace) -> str | None:
    """The first line of standard input, if it is to be read."""
    if not arguments.passphrase_stdin:
        return None
    line = sys.stdin.buffer.readline().decode("utf-8", errors="surrogateescape")
    return line.removesuffix("\n").removesuffix("\r")


def _key(path: Path, secret: str | None) -> bytes | None:
    from legjournal.storage.unlocking import key_for

    return None if secret is None else key_for(path, secret)


def _journal_path(arguments: argparse.Namespace) -> Path:
    from legjournal.places import default_journal

    return arguments.journal or default_journal()


if __name__ == "__main__":
    sys.exit(main())
