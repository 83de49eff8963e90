"""From what SQLite reports to what the person reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from legjournal import errors


@contextmanager
def as_sentences() -> Iterator[None]:
    """Turn a fault of the file or its disk into the JournalError that says so. A broken rule stays a bug."""
    try:
        yield
    except StaleDataError:
        raise errors.ChangedElsewhere() from None
    except UnicodeDecodeError:
        raise errors.DamagedInside() from None
    except (DBAPIError, dbapi2.Error) as error:
        reported = getattr(error, "orig", error)
        # Both: a function of SQL, such as SQLCipher's export, reports any fault under one name.
        fault = _fault(f"{getattr(reported, 'sqlite_errorname', '')} {reported}")
        if fault is None:
            raise
        raise fault from None


def _fault(report: str) -> errors.JournalError | None:
    """`report`: SQLite's name of the error, where the driver gives it, and its message."""
    report = report.upper()
    if "SQLITE_FULL" in report or "DISK IS FULL" in report:
        return errors.DiskFull()
    if "READONLY" in report:
        return errors.ReadOnly()
    if "BUSY" in report or "LOCKED" in report:
        return errors.SaveBusy()
    if "IOERR" in report or "I/O ERROR" in report or "CANTOPEN" in report or "UNABLE TO OPEN" in report:
        return errors.DiskFault()
    if any(
        words in report for words in ("CORRUPT", "MALFORMED", "NOTADB", "NOT A DATABASE", "COULD NOT DECODE")
    ):
        return errors.DamagedInside()
    return None
