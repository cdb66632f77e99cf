"""An authored registry of people, ``data/people.csv``: helps to tell people apart and is never required."""

from __future__ import annotations

import csv
from pathlib import Path

from minutier.errors import InputError

COLUMNS = ("name", "aliases", "kind", "wikidata_id", "party")
"""Columns that a registry may have; only ``name`` must be there. Aliases are separated by a vertical bar."""


def read_registry(path: Path) -> tuple[dict[str, str], ...]:
    """The rows of a registry. Raises InputError naming the line of what is wrong."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="", strict=True)
            _check_header(path, reader.fieldnames or ())
            return tuple(_checked(path, reader.line_num, row) for row in reader)
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file", "Check the path of the registry of people.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), f"cannot be read: {error}", "Save it as CSV in UTF-8.") from error


def _check_header(path: Path, header: object) -> None:
    names = list(header) if isinstance(header, list | tuple) else []
    unknown = [name for name in names if name not in COLUMNS]
    if unknown or "name" not in names:
        problem = f"unknown column {unknown[0]!r}" if unknown else "there is no column 'name'"
        raise InputError(f"{path}, line 1", problem, f"The columns are {', '.join(COLUMNS)}.")


def _checked(path: Path, line: int, row: dict[str, str]) -> dict[str, str]:
    if "" in row or None in row.values():
        raise InputError(f"{path}, line {line}", "has not as many cells as the header", "Mend the line.")
    if not row["name"].strip():
        raise InputError(f"{path}, line {line}", "the name is empty", "Give the name or remove the line.")
    return row
