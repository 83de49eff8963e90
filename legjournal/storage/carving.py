"""Reading every page of a damaged file by itself, whatever became of the pages that lead to it.

In a copy of the file the first page is replaced by one that knows two tables only. The root of each is then
put on one page after another: a page of rows, or of an index, answers; anything else does not. SQLite and
SQLCipher do all the reading, so a plain file and one with a passphrase are read alike.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from legjournal.storage.engine import connect

PAGE = 4096  # bytes; what SQLite and SQLCipher take unless told otherwise, and we never tell them
_SALT = 16  # bytes at the head of a file with a passphrase, in the clear
_SMALLEST_ROW = 64  # bytes: a row has an id, two times and a digest, so this many do not fit a page
_FAULTS = (dbapi2.Error, UnicodeDecodeError, OverflowError)
_FOR_READING = ("journal_mode=OFF", "synchronous=OFF", "secure_delete=OFF", "cell_size_check=OFF")

CarvedRow = tuple[int, tuple[Any, ...]]  # the row's number in the file, its columns as they lie there
Entry = tuple[Any, int]  # of an index: the value, the row's number


class Carver:
    """Reads pages out of `work`, a copy of a damaged file that this may write into. Close it.

    width: columns of the widest table. Raises an sqlcipher3 error when the file takes no new first page:
    with a passphrase, when its first 16 bytes are not what they were.
    """

    def __init__(self, work: Path, key: bytes | None, width: int) -> None:
        self._work = work
        self._key = key
        self._columns = ", ".join(f"c{number}" for number in range(width))
        self.pages = -(-work.stat().st_size // PAGE)
        self._replace_first_page()
        self._connection = self._connect()

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def rows(self, page: int) -> list[CarvedRow]:
        """The rows that can be read on a page of rows; none on any other page."""
        numbers, whole = self._row_numbers(page)
        if len(numbers) >= PAGE // _SMALLEST_ROW:
            return []  # a page that leads to others, and those are read by themselves
        found, all_read = self._read(f"SELECT rowid, {self._columns} FROM leaf") if whole else ([], False)  # noqa: S608 - our own names
        if not all_read:
            found = [row for number in numbers for row in self._row(number)]
        return [(row[0], tuple(row[1:])) for row in found]

    def entries(self, page: int) -> list[Entry]:
        """The entries that can be read on a page of an index; none on any other page."""
        self._turn("entry", page)
        found, whole = self._read("SELECT value, number FROM entry")
        if found and not whole:
            found += self._read("SELECT value, number FROM entry ORDER BY value DESC, number DESC")[0]
        return found

    def _row_numbers(self, page: int) -> tuple[list[int], bool]:
        """The numbers of the rows on a page, from both ends where the middle cannot be read."""
        self._turn("leaf", page)
        most = PAGE // _SMALLEST_ROW
        forwards, whole = self._read(f"SELECT rowid FROM leaf LIMIT {most}")  # noqa: S608
        if whole or not forwards:
            return [number for (number,) in forwards], whole
        backwards, _ = self._read(f"SELECT rowid FROM leaf ORDER BY rowid DESC LIMIT {most}")  # noqa: S608
        return sorted({number for (number,) in forwards + backwards}), False

    def _row(self, number: int) -> list[Any]:
        return self._read(f"SELECT rowid, {self._columns} FROM leaf WHERE rowid = ?", number)[0]  # noqa: S608

    def _read(self, query: str, *values: int) -> tuple[list[Any], bool]:
        """What a query gives until it fails, and whether it came to its end."""
        found: list[Any] = []
        try:
            found.extend(self._steps(query, values))
        except _FAULTS:
            # SQLCipher answers nothing more on a connection that met a page it cannot vouch for.
            self._connection.close()
            self._connection = self._connect()
            return found, False
        return found, True

    def _steps(self, query: str, values: tuple[int, ...]) -> Iterator[Any]:
        yield from self._connection.execute(query, values)

    def _turn(self, table: str, page: int) -> None:
        """Put the root of a table on a page."""
        self._connection.execute("PRAGMA writable_schema=ON")
        self._connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (page, table))
        self._connection.execute("PRAGMA writable_schema=RESET")

    def _connect(self) -> Any:
        connection = connect(self._work, self._key)
        for setting in _FOR_READING:
            connection.execute(f"PRAGMA {setting}")
        connection.text_factory = _decoded
        return connection

    def _replace_first_page(self) -> None:
        helper = self._work.with_name(self._work.name + "-first")
        with self._work.open("rb+") as file:
            salt = file.read(_SALT)
            try:
                self._make_helper(helper, salt)
                with helper.open("rb") as made:
                    first = made.read(PAGE)
                size = helper.stat().st_size
            finally:
                helper.unlink(missing_ok=True)
            file.seek(0)
            file.write(first)
            file.truncate(size)

    def _make_helper(self, helper: Path, salt: bytes) -> None:
        """Make a file of at least as many pages whose first page knows our two tables."""
        with closing(dbapi2.connect(helper, isolation_level=None)) as connection:
            if self._key is not None:
                connection.execute(f"PRAGMA key=\"x'{self._key.hex()}{salt.hex()}'\"")
            connection.execute(f"PRAGMA page_size={PAGE}")
            for setting in _FOR_READING:
                connection.execute(f"PRAGMA {setting}")
            connection.execute(f"CREATE TABLE leaf ({self._columns})")
            connection.execute(
                "CREATE TABLE entry (value, number, PRIMARY KEY (value, number)) WITHOUT ROWID"
            )
            connection.execute("CREATE TABLE filler (zeros)")
            connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (self.pages * PAGE,))


def copy_readable(damaged: Path, work: Path) -> None:
    """Copy a file, with zeros where its disk cannot read it. Raises OSError when it cannot be read at all."""
    with damaged.open("rb", buffering=0) as source, work.open("wb") as target:
        size = damaged.stat().st_size
        for start in range(0, size, PAGE):
            source.seek(start)
            try:
                block = source.read(PAGE)
            except OSError:
                block = b""
            target.write(block.ljust(min(PAGE, size - start), b"\0"))


def settle(work: Path, key: bytes | None) -> int | None:
    """Let SQLite finish what a crash left half done, if it can; returns the format where it is readable."""
    with suppress(*_FAULTS), closing(connect(work, key)) as connection:
        [version] = connection.execute("PRAGMA user_version").fetchone()
        return int(version)
    return None


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")  # what is replaced no longer has its digest
