"""A short digest over every row, so that one flipped bit in a number is found."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

DIALECT = sqlite.dialect()


def as_stored(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Python values as they will lie in the file: text, numbers and None."""
    return {
        name: value if (process := _processors(table)[name]) is None else process(value)
        for name, value in values.items()
    }


def digest(stored: Mapping[str, Any]) -> str:
    """16 hexadecimal digits over all columns but the digest itself and the number the file gives a revision.

    Canonical form 1: the stored columns as JSON with sorted keys, no spaces, numbers as Python writes them.
    """
    canonical = json.dumps(
        {name: value for name, value in stored.items() if name not in ("digest", "seq")},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return blake2b(canonical.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def wrong_digests(rows: Iterable[Any]) -> list[str]:
    """The names of the rows, read raw from the file, that are not what was written."""
    return [str(row.get("id", row.get("seq"))) for row in rows if digest(row) != row["digest"]]


@cache
def _processors(table: Table) -> dict[str, Any]:
    return {
        column.name: column.type.dialect_impl(DIALECT).bind_processor(DIALECT) for column in table.columns
    }
