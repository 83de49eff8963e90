"""Checking a journal: the file's own structure, the references, and the digest of every row."""

from sqlalchemy import Engine, text

from legjournal import words
from legjournal.models.record import RECORD
from legjournal.models.revision import Revision
from legjournal.storage.digest import wrong_digests


def problems(engine: Engine) -> list[str]:
    """One sentence for each thing that is wrong; an empty list when nothing is."""
    with engine.execution_options(read_only=True).connect() as connection:
        structure = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        if structure:
            # Reading rows out of a broken structure would only repeat the same finding.
            return [
                words.text("The file's structure is damaged: {what}").format(what=line) for line in structure
            ]
        found = [
            words.text("An entry in {table} refers to one that is gone.").format(table=row[0])
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
        ]
        for model in (*RECORD, Revision):
            table = model.__table__  # type: ignore[attr-defined]
            rows = connection.execute(text(f'SELECT * FROM "{table.name}"')).mappings()  # noqa: S608 - our own names
            found += [
                words.text("An entry in {table} is not what was written (number {id}).").format(
                    table=table.name, id=row_id
                )
                for row_id in wrong_digests(rows)
            ]
    return found
