"""Corrections applied to what was extracted: every row stays what it was but for what they say.

A correction that no longer fits, because extraction gives another value, the row is gone or the row that it
adds is there already, has gone stale and stops the build. So does one that leaves a reference to nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from minutier.corrections import RULE, Correction, Key, key_columns, key_of, key_text, required_columns
from minutier.document import Row
from minutier.errors import InputError
from minutier.publish.files import csv_text
from minutier.tables import row_id, schema

Identify = Callable[[str, Row], str]
"""The identifier of a row of a table that holds facts, made from what is in it."""

WITHHELD = ("headline", "text")
"""Columns of entries that stay empty under the text policy ``facts``."""


class Corrector:
    """Applies corrections to tables, part by part, and tells what they found.

    The parts of a table are the rows of one document each; ``correct`` is called once for each part of every
    table in ``tables``, and ``finish`` when all parts were seen.
    """

    def __init__(self, corrections: Sequence[Correction], identify: Identify) -> None:
        self.corrections, self.identify = corrections, identify
        self.tables = {correction.table for correction in corrections}
        self._of_row: dict[tuple[str, Key], list[Correction]] = defaultdict(list)
        for correction in corrections:
            if correction.action != "add":
                self._of_row[correction.table, correction.key].append(correction)
        self._touched: dict[tuple[str, Key], Correction] = {}
        self._dropped: dict[tuple[str, Key], Correction] = {}
        self._met: dict[int, tuple[Key, Row, Row]] = {}
        self._problems: list[InputError] = []

    def correct(
        self, table: str, rows: Iterable[Row], entries: Sequence[Row] = (), liveblog: Row | None = None
    ) -> list[Row]:
        """The rows of one part with what corrections say of them.

        ``entries`` are those of the document, corrected already, and ``liveblog`` its row; tables that live
        blogs share have neither.
        """
        corrected = [row for given in rows if (row := self._corrected(table, given)) is not None]
        taken = {key_of(table, row) for row in corrected}
        for correction in self.corrections:
            if correction.action == "add" and correction.table == table and _belongs(correction, entries, liveblog):
                row = self._added(correction, entries, liveblog)
                if row is not None and self._is_new(correction, row, taken):
                    corrected.insert(_place(table, row, corrected, entries), row)
        if liveblog and table == "entries" and liveblog["text_policy"] == "facts":
            self._check_withheld(corrected)
        return corrected

    def finish(self, rows_of: Callable[[str], Iterable[Row]], tables: Sequence[str]) -> None:
        """Check that every correction has fit and every reference leads somewhere.

        ``rows_of`` gives all corrected rows of a table. Raises InputError that tells all that is wrong.
        """
        told = {problem.place for problem in self._problems}
        for number, correction in enumerate(self.corrections):
            if number not in self._met and correction.place not in told:
                self._problems.append(_gone(correction))
        if not self._problems:
            self._problems += self._dangling(rows_of, tables)
        if self._problems:
            raise _all(self._problems)

    def rows(self) -> list[Row]:
        """The rows of the published table of corrections, in the order of their file."""
        listed = []
        for number, correction in enumerate(self.corrections):
            key, old, new = self._met[number]
            column = next(iter(correction.values)) if correction.action == "change" else None
            text = key_text(key)
            listed.append(
                {
                    "correction_id": row_id("corrections", correction.table, text, column or correction.action),
                    "table_name": correction.table,
                    "row_id": text,
                    "action": correction.action,
                    "column_name": column,
                    "old_value": csv_text(old[column]) or None if column else _object(old),
                    "new_value": csv_text(new[column]) or None if column else _object(new),
                    "reason": correction.reason,
                    "source": correction.source,
                }
            )
        return listed

    # One row

    def _corrected(self, table: str, row: Row) -> Row | None:
        """The row with its corrections; None for one that is dropped."""
        key = key_of(table, row)
        found = self._of_row.get((table, key))
        if not found:
            return row
        changed = dict(row)
        for correction in found:
            stale = _stale(correction, row)
            if stale is not None:
                self._problems.append(stale)
                continue
            self._meet(correction, key, row, correction.values)
            self._touched[table, key] = correction
            changed |= correction.values
        if found[0].action == "drop":
            self._dropped[table, key] = found[0]
            return None
        return changed

    def _meet(self, correction: Correction, key: Key, old: Row, new: Row) -> None:
        number = next(number for number, known in enumerate(self.corrections) if known is correction)
        self._met[number] = key, old, new

    def _added(self, correction: Correction, entries: Sequence[Row], liveblog: Row | None) -> Row | None:
        """The whole row that a correction adds; None, and a problem, when it lacks what it must have."""
        table = correction.table
        row: Row = dict.fromkeys(schema(table).columns) | correction.values
        if liveblog is not None:
            row["liveblog_id"] = liveblog["liveblog_id"]
        if "rule" in row and not row["rule"]:
            row["rule"] = RULE
        if liveblog is not None and "contest_id" in row and row["contest_id"] is None and row["round"] is None:
            row |= {name: liveblog[name] for name in ("contest_id", "round")}
        own = key_columns(table)[0]
        missing = [name for name in required_columns(table) if row[name] is None and name != own]
        if missing:
            told = f"the row that is added to {table} has no {', '.join(missing)}"
            self._problems.append(InputError(correction.place, told, "Give it under add."))
            return None
        if not correction.key:
            row[own] = self.identify(table, row)
        return row

    def _is_new(self, correction: Correction, row: Row, taken: set[Key]) -> bool:
        key = key_of(correction.table, row)
        if key in taken:
            told = f"has gone stale: {correction.table} has a row {key_text(key)!r} without it"
            self._problems.append(InputError(correction.place, told, "Remove the correction, or change the row."))
            return False
        taken.add(key)
        self._touched[correction.table, key] = correction
        self._meet(correction, key, {}, row)
        return True

    def _check_withheld(self, entries: Iterable[Row]) -> None:
        for entry in entries:
            correction = self._touched.get(("entries", key_of("entries", entry)))
            if correction and any(entry[name] is not None for name in WITHHELD):
                told = "gives words of a live blog whose text is withheld (text_policy: facts)"
                self._problems.append(InputError(correction.place, told, "Leave headline and text empty."))

    # References

    def _dangling(self, rows_of: Callable[[str], Iterable[Row]], tables: Sequence[str]) -> Iterator[InputError]:
        """The corrections that leave a reference to nothing, each once."""
        known: dict[tuple[str, tuple[str, ...]], set[Key]] = {}
        told = set()
        for table in tables:
            foreign = schema(table).descriptor.get("foreignKeys", ())
            if not foreign:
                continue
            for row in rows_of(table):
                for one in foreign:
                    target = one["reference"]["resource"], tuple(one["reference"]["fields"])
                    if target not in known:
                        known[target] = {tuple(other[name] for name in target[1]) for other in rows_of(target[0])}
                    key = tuple(row[name] for name in one["fields"])
                    if None in key or key in known[target]:
                        continue
                    correction = self._touched.get((table, key_of(table, row))) or self._dropped.get((target[0], key))
                    if correction is not None and correction.place not in told:
                        told.add(correction.place)
                        yield _leads_nowhere(correction, table, row, one["fields"], target[0])


def _belongs(correction: Correction, entries: Sequence[Row], liveblog: Row | None) -> bool:
    """The row that is added is one of this part."""
    if liveblog is None:
        return True
    if correction.table == "entries":
        return bool(correction.values.get("liveblog_id") == liveblog["liveblog_id"])
    return any(entry["entry_id"] == correction.values.get("entry_id") for entry in entries)


def _place(table: str, row: Row, rows: Sequence[Row], entries: Sequence[Row]) -> int:
    """Where a row that is added stands: after those of earlier words, so that the order of the table holds."""
    rank = {entry["entry_id"]: number for number, entry in enumerate(entries)}

    def order(one: Row) -> tuple[Any, ...]:
        if table == "entries":
            return (one["position"],)
        if "entry_id" in one:
            return (rank.get(one["entry_id"], -1), one.get("position") or 0, one["char_start"])
        return key_of(table, one)

    return next((number for number, other in enumerate(rows) if order(other) > order(row)), len(rows))


def _stale(correction: Correction, row: Row) -> InputError | None:
    for column, expected in correction.expected.items():
        if row[column] == expected:
            continue
        told = f"has gone stale: extraction gives {column} {_shown(row[column])} where {_shown(expected)} is expected"
        remedy = "Look at the source again, then mend or remove the correction."
        if correction.action == "change" and row[column] == correction.values[column]:
            remedy = "That is the corrected value: remove the correction."
        return InputError(correction.place, told, remedy)
    return None


def _gone(correction: Correction) -> InputError:
    if correction.action == "add":
        names = ("liveblog_id",) if correction.table == "entries" else ("entry_id",)
        told = ", ".join(f"{name} {_shown(correction.values.get(name))}" for name in names)
        return InputError(
            correction.place,
            f"adds a row to {correction.table} that belongs nowhere: there is no {told}",
            "Name an entry that extraction gives or that another correction adds.",
        )
    return InputError(
        correction.place,
        f"has gone stale: extraction gives no row {key_text(correction.key)!r} in {correction.table}",
        "Look at the source again, then mend or remove the correction.",
    )


def _leads_nowhere(correction: Correction, table: str, row: Row, fields: Sequence[str], target: str) -> InputError:
    named = ", ".join(f"{name} {_shown(row[name])}" for name in fields)
    if correction.action == "drop":
        return InputError(
            correction.place,
            f"drops a row of {target} that {table} {key_text(key_of(table, row))!r} refers to",
            f"Drop or change that row too: its {named}.",
        )
    return InputError(
        correction.place, f"gives {named}, which is not in {target}", f"Add it to {target} by a correction of its own."
    )


def _shown(value: Any) -> str:
    text = csv_text(value)
    return repr(text if len(text) <= 60 else f"{text[:59]}…") if text else "nothing"


def _object(row: Row) -> str | None:
    """The values of a row that are not empty, as JSON."""
    values = {name: _plain(value) for name, value in row.items() if value is not None}
    return json.dumps(values, ensure_ascii=False) if values else None


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | float | str) else csv_text(value)


def _all(problems: Sequence[InputError]) -> InputError:
    """One error that tells all of them."""
    if len(problems) == 1:
        return problems[0]
    error = InputError(problems[0].place, problems[0].problem, problems[0].remedy)
    error.args = ("\n".join(map(str, problems)),)
    return error
