"""Corrections by hand: what ``corrections.yaml`` may say, read and checked (docs/reference/corrections.md).

A correction changes one cell of a row that extraction gives, drops a row, or adds one, with a reason and a
source. Tables, columns, types and vocabularies are those of the tables' schemas. A mistake is an InputError
that names the file, the line and the remedy.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from minutier import yaml
from minutier.document import Row
from minutier.errors import InputError
from minutier.publish.files import csv_text
from minutier.tables import TABLES, TableSchema, schema
from minutier.yaml import Places

GUIDE = "docs/reference/corrections.md tells how corrections are written."

UNCORRECTED = ("corrections",)
"""Tables that no correction is about."""

NOT_ADDED = ("liveblogs", "issues")
"""Tables whose rows come from sources alone: none is added by hand."""

RULE = "corrections.added"
"""Name of the rule of a row that was added by hand."""

Action = Literal["change", "drop", "add"]
Key = tuple[Any, ...]

_KEYS: dict[Action, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "change": (("table", "row", "column", "expected", "value", "reason", "source"), ()),
    "drop": (("table", "drop", "reason", "source"), ("expected",)),
    "add": (("table", "add", "reason", "source"), ()),
}
"""The keys of each kind of correction: those that must be there, and those that may."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; ``place`` is where it stands (``data/corrections.yaml, line 3``).

    ``key`` is the primary key of the row it is about, empty for a row that is added without one.
    ``expected`` maps columns to what extraction has to give, ``values`` to what is published instead: one
    column of a change, every column that is given of a row that is added.
    """

    action: Action
    table: str
    key: Key
    expected: Row = field(default_factory=dict)
    values: Row = field(default_factory=dict)
    reason: str = ""
    source: str = ""
    place: str = ""


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a YAML file, in its order. Raises InputError naming the line of what is wrong."""
    values, places = yaml.read(path, "corrections", GUIDE)
    if values is None:
        return ()
    if not isinstance(values, list):
        raise InputError(places.of(), "holds no list of corrections", GUIDE)
    corrections = tuple(_Reader(item, places, index).correction() for index, item in enumerate(values))
    _check_unique(corrections)
    return corrections


def key_columns(table: str) -> tuple[str, ...]:
    """The columns of a table's primary key."""
    key = schema(table).primary_key
    return (key,) if isinstance(key, str) else key


def key_of(table: str, row: Row) -> Key:
    """The primary key of a row."""
    return tuple(row[column] for column in key_columns(table))


def key_text(key: Key) -> str:
    """A key as it stands in messages and in the published table; its parts are joined by a slash."""
    return "/".join(csv_text(part) for part in key)


def required_columns(table: str) -> Iterator[str]:
    """The columns of a table that no row leaves empty."""
    for column in schema(table).fields:
        if column.descriptor.get("constraints", {}).get("required"):
            yield column.name


class _Reader:
    """Reads one item of the list."""

    def __init__(self, item: Any, places: Places, index: int) -> None:
        self.item, self.places, self.index = item, places, index
        self.table = ""

    def correction(self) -> Correction:
        if not isinstance(self.item, dict):
            raise self._wrong("is no correction: it has no keys", GUIDE)
        action = self._action()
        self._check_keys(action)
        self.table = self._table(action)
        texts = {name: self._text(name) for name in ("reason", "source")}
        place = self.places.of(self.index)
        if action == "add":
            values = self._row("add")
            return Correction(action, self.table, self._key_of_added(values), {}, values, **texts, place=place)
        if action == "drop":
            expected = self._row("expected") if "expected" in self.item else {}
            return Correction(action, self.table, self._key("drop"), expected, {}, **texts, place=place)
        column = self._column()
        expected = {column: self._value(column, self.item["expected"], "expected", checked=False)}
        values = {column: self._value(column, self.item["value"], "value")}
        if expected == values:
            raise self._wrong("changes nothing: the value is the one expected", "Remove the correction.", "value")
        return Correction("change", self.table, self._key("row"), expected, values, **texts, place=place)

    def _wrong(self, problem: str, remedy: str = "", *keys: str | int) -> InputError:
        return InputError(self.places.of(self.index, *keys), problem, remedy or GUIDE)

    def _action(self) -> Action:
        actions: tuple[Action, ...] = ("drop", "add")
        return next((action for action in actions if action in self.item), "change")

    def _check_keys(self, action: Action) -> None:
        required, optional = _KEYS[action]
        for name in self.item:
            if name not in (*required, *optional):
                raise self._wrong(f"unknown key {name!r}", _meant(name, (*required, *optional)), name)
        for name in required:
            if name not in self.item:
                raise self._wrong(f"the key {name!r} is missing")

    def _table(self, action: Action) -> str:
        table = self.item["table"]
        known = [name for name in TABLES if name not in UNCORRECTED]
        if table not in known:
            raise self._wrong(f"there is no table {table!r} to correct", _meant(table, known), "table")
        if action == "add" and table in NOT_ADDED:
            raise self._wrong(f"no row can be added to {table}", "Its rows come from the sources alone.", "table")
        return str(table)

    def _text(self, name: str) -> str:
        text = self.item[name]
        if not isinstance(text, str) or not text.strip():
            raise self._wrong(f"{name} has to be told in words", "", name)
        return text.strip()

    def _key(self, name: str) -> Key:
        """The primary key of the row that is meant: its identifier, or the columns of a key of several."""
        given, columns = self.item[name], key_columns(self.table)
        if len(columns) == 1:
            if isinstance(given, dict | list) or given in (None, ""):
                raise self._wrong(f"{name} has to be the {columns[0]} of a row", "", name)
            return (self._value(columns[0], given, name),)
        if not isinstance(given, dict) or set(given) != set(columns):
            raise self._wrong(f"{name} has to name {' and '.join(columns)}", "", name)
        return tuple(self._value(column, given[column], name, column) for column in columns)

    def _column(self) -> str:
        column = str(self.item["column"])
        self._check_column(column, "column")
        if column in key_columns(self.table):
            raise self._wrong(
                f"{column} is the key of {self.table} and cannot be changed",
                "Drop the row and add another one.",
                "column",
            )
        return column

    def _check_column(self, column: Any, *keys: str | int) -> None:
        columns = schema(self.table).columns
        if column not in columns:
            raise self._wrong(f"{self.table} has no column {column!r}", _meant(column, columns), *keys)

    def _row(self, name: str) -> Row:
        """The columns of a row that are given: all that are needed of one that is added."""
        given = self.item[name]
        if not isinstance(given, dict) or not given:
            raise self._wrong(f"{name} has to name columns with their values", "", name)
        for column in given:
            self._check_column(column, name, column)
        is_added = name == "add"
        return {column: self._value(column, value, name, column, checked=is_added) for column, value in given.items()}

    def _key_of_added(self, values: Row) -> Key:
        """The key of a row that is added; empty where it is made from what is in the row."""
        columns = key_columns(self.table)
        missing = [column for column in columns if column not in values]
        if not missing:
            return tuple(values[column] for column in columns)
        if "entry_id" not in schema(self.table).columns or self.table == "entries":
            raise self._wrong(f"the row that is added has no {missing[0]}", "", "add")
        return ()

    def _value(self, column: str, given: Any, *keys: str | int, checked: bool = True) -> Any:
        """A value of a column's type; ``checked`` against the constraints of the column as well."""
        if given is None or given == "":
            if checked and column in required_columns(self.table):
                raise self._wrong(f"{column} of {self.table} cannot be empty", "", *keys)
            return None
        if isinstance(given, dict | list):
            raise self._wrong(f"{column} has to be a single value", "", *keys)
        model, read, judge = _reading(schema(self.table), column)
        text = csv_text(given)
        for failure in judge(text):
            if checked or failure.type == "type-error":
                raise self._wrong(f"{column}: {failure.message}", _allowed(self.table, column), *keys)
        value = read(text)
        if isinstance(value, datetime) and value.tzinfo is None:
            raise self._wrong(
                f"{column}: {text!r} has no UTC offset", "Write it like 2017-01-29T20:41:00+01:00.", *keys
            )
        return float(value) if isinstance(value, Decimal) or model.type == "number" else value


@cache
def _columns_of(table: str) -> dict[str, Any]:
    return {column.name: column for column in schema(table).fields}


def _reading(table: TableSchema, column: str) -> tuple[Any, Any, Any]:
    """The model of a column, and the functions that read and judge its cells."""
    from minutier.validate.values import FieldModel, judge, reader

    described = _columns_of(table.name)[column]
    constraints = {
        name: value
        for name, value in described.descriptor.get("constraints", {}).items()
        if name not in ("required", "unique")
    }
    model = FieldModel(column, described.type, constraints=constraints, descriptor=described.descriptor)
    return model, reader(model), judge(model)


def _allowed(table: str, column: str) -> str:
    values = _columns_of(table)[column].descriptor.get("constraints", {}).get("enum")
    return f"Its values are {', '.join(map(str, values))}." if values else GUIDE


def _meant(word: Any, known: Iterable[str]) -> str:
    listed = list(known)
    close = difflib.get_close_matches(str(word), listed, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"They are {', '.join(listed)}."


def _check_unique(corrections: Iterable[Correction]) -> None:
    """No two corrections are about one cell, nor any other about a row that is dropped or added."""
    cells: dict[tuple[str, Key, str], Correction] = {}
    rows: dict[tuple[str, Key], Correction] = {}
    for correction in corrections:
        if not correction.key:
            continue
        row = correction.table, correction.key
        cell = (*row, next(iter(correction.values)) if correction.action == "change" else "")
        other = cells.get(cell) or (rows.get(row) if _is_whole(correction, rows.get(row)) else None)
        if other is not None:
            raise InputError(
                correction.place,
                f"{correction.table} {key_text(correction.key)!r} is corrected twice: already at {other.place}",
                "Keep one of the two.",
            )
        cells[cell] = correction
        rows.setdefault(row, correction)


def _is_whole(correction: Correction, other: Correction | None) -> bool:
    """One of two corrections of a row drops or adds the whole of it."""
    return other is not None and not correction.action == other.action == "change"
