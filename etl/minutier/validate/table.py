"""The checks of one table: batches of columns in, findings, keys and columns for the rules out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from minutier.validate import arrow
from minutier.validate.columns import ColumnCheck, ColumnResult, ObjectColumn, is_text, only_bytes
from minutier.validate.delimited import BIG_CELL, Batch
from minutier.validate.keys import KeyPart, key_part
from minutier.validate.model import Schema
from minutier.validate.report import Finding, Kind, shown
from minutier.validate.values import Failure, FieldModel, is_beyond_64_bits, reader

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

REMEDIES = {
    "type-error": "write a value of this type, or leave the cell empty",
    "required": "fill the cell in",
    "minimum": "check the value",
    "maximum": "check the value",
    "pattern": "write the value as the pattern asks, or mend the pattern",
    "enum": "use a listed value, or add it to the list",
    "categories": "use a listed category, or add it to the list",
}
ROW_END = 1_000_000
"""Order of findings about a whole row: after those of its cells."""


@dataclass(slots=True)
class BatchResult:
    """What a batch gives. Rows count from the batch's first row, 0; the engine adds where it stands."""

    records: int
    rows: int
    findings: list[tuple[int, int, Finding]] = field(default_factory=list)
    """(row, order in the row, finding), the first of them; the finding's own row is set later."""
    uncounted: Counter[Kind] = field(default_factory=Counter)
    """How many findings of each kind there are beyond the first."""
    keys: list[KeyPart] = field(default_factory=list)
    tapped: pa.Table | None = None


@dataclass(slots=True)
class TableCheck:
    """The checks of a table, used for batch after batch, from several threads.

    ``keys`` are the tuples of fields whose keys are wanted, with whether runs may be folded; ``taps`` the
    fields whose cells the rules across tables need; ``light`` is for packages so small that starting counts.
    """

    fields: tuple[FieldModel, ...]
    schema: Schema
    limit: int | None
    keys: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)
    taps: list[str] = field(default_factory=list)
    light: bool = False
    lent: dict[str, FieldModel] = field(default_factory=dict)
    """Fields whose keys are read as another table declares them."""
    enough: bool = False
    """True when the rows before those that follow have as many findings as are kept: more are only counted."""
    _columns: list[ColumnCheck] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._columns = [ColumnCheck(model) for model in self.fields]

    @property
    def places(self) -> dict[str, int]:
        """Field name → index of its column."""
        return {model.name: index for index, model in enumerate(self.fields)}

    def check(self, batch: Batch, records: int) -> BatchResult:
        """Judge a batch."""
        result = BatchResult(records, len(batch.numbers))
        checked = [check.check(column) for check, column in zip(self._columns, batch.columns, strict=True)]
        blank = self._blank(checked, len(batch.numbers))
        gathered = _Gathered(result, batch.numbers, blank, 0 if self.enough else self.limit)
        for model, outcome in zip(self.fields, checked, strict=True):
            gathered.cells(model, outcome)
        for model, column in zip(self.fields, batch.columns, strict=True):
            _oddities(gathered, model, column, batch.may_have_nul)
        gathered.shape(batch, self.fields)
        gathered.blank_rows()
        self._keys(batch, checked, gathered, result)
        self._tap(batch, checked, result)
        gathered.close()
        return result

    def _blank(self, checked: list[ColumnResult], length: int) -> np.ndarray[Any, Any] | None:
        """True for the rows without a single value, or None when there is none."""
        if not checked:
            return None
        blank = None
        for outcome in checked:
            if outcome.missing is None:
                return None
            blank = outcome.missing.copy() if blank is None else blank & outcome.missing
            if not blank.any():
                return None
        return blank

    def _keys(self, batch: Batch, checked: list[ColumnResult], gathered: _Gathered, result: BatchResult) -> None:
        import numpy as np

        places = self.places
        texts: dict[int, pa.Array] = {}
        for fields, runs in self.keys:
            indexes = [places[name] for name in fields]
            for index in indexes:
                if index not in texts:
                    model = self.lent.get(self.fields[index].name)
                    column = self._columns[index] if model is None else ColumnCheck(model)
                    texts[index] = column.canonical(batch.columns[index], checked[index])
            key = [texts[index] for index in indexes]
            if fields == self.schema.primary_key and any(text.null_count for text in key):
                nulls = np.stack([arrow.flags(text.is_null()) for text in key])
                gathered.primary_nulls(fields, nulls)
            result.keys.append(key_part(key, batch.numbers, runs, self.light))

    def _tap(self, batch: Batch, checked: list[ColumnResult], result: BatchResult) -> None:
        if not self.taps:
            return
        import pyarrow as pa

        places = self.places
        columns: dict[str, Any] = {"_row": arrow.integers(batch.numbers)}
        for name in self.taps:
            index = places[name]
            columns[name] = self._columns[index].typed(batch.columns[index], checked[index])
        result.tapped = pa.table(columns)


@dataclass(slots=True)
class _Gathered:
    """The findings of a batch on their way into its result."""

    result: BatchResult
    numbers: np.ndarray[Any, Any]
    blank: np.ndarray[Any, Any] | None
    limit: int | None
    _found: list[tuple[int, int, Finding]] = field(default_factory=list)

    def say(self, place: int, order: int, finding: Finding) -> None:
        self._found.append((int(self.numbers[place]), order, finding))

    def cells(self, model: FieldModel, outcome: ColumnResult) -> None:
        """The findings of a column, without those of blank rows, which are told once."""
        uncounted = self.result.uncounted
        told = self._told(outcome.rows)
        for place, (failures, cell) in zip(outcome.rows.tolist(), outcome.failures, strict=True):
            if self._is_blank(place):
                continue
            if place not in told:
                uncounted.update((failure.type, model.name, failure.rule, "error") for failure in failures)
                continue
            for order, failure in enumerate(failures):
                self.say(place, model_order(model) + order, cell_finding(model, failure, cell))

    def _told(self, places: Iterable[int]) -> Container[int]:
        """Those of some places whose findings may be among the first of the batch; the others are only counted."""
        import numpy as np

        found = np.fromiter(places, np.int64)
        if self.limit is None or len(found) <= self.limit:
            return range(len(self.numbers))
        return set(found[np.argsort(self.numbers[found], kind="stable")[: self.limit]].tolist())

    def shape(self, batch: Batch, fields: tuple[FieldModel, ...]) -> None:
        """Rows with cells too many or too few."""
        self._extra_cells(batch.extra, len(fields))
        self._missing_cells(batch.short, fields)

    def _extra_cells(self, extra: dict[int, list[str]], width: int) -> None:
        told = self._told(extra)
        for place, cells in extra.items():
            if self._is_blank(place):
                continue
            if place not in told:
                self.result.uncounted["extra-cell", "", "", "error"] += len(cells)
                continue
            for number, cell in enumerate(cells, start=width + 1):
                message = f"the row has a cell in column {number}, the header has {width} columns"
                finding = Finding(
                    "extra-cell",
                    message,
                    "quote cells that hold the delimiter",
                    field_number=number,
                    value=shown(cell),
                )
                self.say(place, ROW_END + number, finding)

    def _missing_cells(self, short: dict[int, int], fields: tuple[FieldModel, ...]) -> None:
        told = self._told(short)
        findings = [
            Finding(
                "missing-cell",
                f"the row ends before the field {model.name!r}",
                "complete the row",
                field=model.name,
                field_number=number,
            )
            for number, model in enumerate(fields, start=1)
        ]
        for place, count in short.items():
            if self._is_blank(place):
                continue
            if place not in told:
                self.result.uncounted.update(finding.kind for finding in findings[count:])
                continue
            for finding in findings[count:]:
                self.say(place, ROW_END + (finding.field_number or 0), finding)

    def _is_blank(self, place: int) -> bool:
        return self.blank is not None and bool(self.blank[place])

    def blank_rows(self) -> None:
        import numpy as np

        if self.blank is not None:
            finding = Finding("blank-row", "the row is blank", "remove it")
            for place in np.flatnonzero(self.blank).tolist():
                self.say(place, 0, finding)

    def primary_nulls(self, fields: tuple[str, ...], nulls: np.ndarray[Any, Any]) -> None:
        """Rows whose primary key is empty, in whole or in part."""
        import numpy as np

        for place in np.flatnonzero(nulls.any(axis=0)).tolist():
            names = [name for name, null in zip(fields, nulls[:, place], strict=True) if null]
            whole = "is empty" if len(names) == len(fields) else f"has no value for {', '.join(names)}"
            finding = Finding(
                "primary-key",
                f"the primary key {whole}",
                "fill it in",
                field=", ".join(fields),
                rule="primaryKey",
            )
            self.say(place, 2 * ROW_END, finding)

    def close(self) -> None:
        """Keep the first findings and count the others."""
        self._found.sort(key=lambda found: found[:2])
        keep = len(self._found) if self.limit is None else self.limit
        self.result.findings = self._found[:keep]
        self.result.uncounted.update(finding.kind for _, _, finding in self._found[keep:])


def model_order(model: FieldModel) -> int:
    """Where the findings of a field stand among those of a row."""
    return 16 * model.number


def cell_finding(model: FieldModel, failure: Failure, cell: Any) -> Finding:
    """A refused cell as a finding."""
    remedy = REMEDIES.get(failure.rule) or REMEDIES.get(failure.type) or "check the value"
    return Finding(
        failure.type,
        failure.message,
        remedy,
        field=model.name,
        field_number=model.number,
        value="" if cell is None else shown(cell),
        rule=failure.rule,
    )


def _oddities(gathered: _Gathered, model: FieldModel, column: pa.Array, may_have_nul: bool) -> None:
    """Cells that are of their type and yet trouble the programs that read them: NUL, megabytes, beyond 64
    bits."""
    import pyarrow.compute as pc

    if isinstance(column, ObjectColumn):
        _beyond_64_bits(gathered, model, column)
        return
    if not is_text(column.type) or not len(column):
        return
    buffer = column.buffers()[2]
    if buffer is None:
        return
    if may_have_nul and _has_nul(buffer):
        for place in pc.indices_nonzero(arrow.or_false(pc.match_substring(column, "\0"))).to_pylist():
            message = "the cell holds a NUL character"
            finding = Finding(
                "source-error",
                message,
                "write the file again as text",
                field=model.name,
                field_number=model.number,
                rule="nul",
            )
            gathered.say(place, model_order(model) + 14, finding)
    if buffer.size > BIG_CELL:
        big = arrow.or_false(pc.greater(pc.binary_length(column), arrow.integer(BIG_CELL)))
        for place in pc.indices_nonzero(big).to_pylist():
            length = len(column[place].as_py().encode())
            message = f"the cell has {length:,} bytes; spreadsheets cut it and several readers refuse it"
            finding = Finding(
                "large-cell",
                message,
                "keep long texts in files of their own",
                "warning",
                field=model.name,
                field_number=model.number,
            )
            gathered.say(place, model_order(model) + 15, finding)
    _beyond_64_bits(gathered, model, column)


def _has_nul(buffer: pa.Buffer) -> bool:
    import numpy as np

    return not bool(np.frombuffer(buffer, np.uint8).all())


def _beyond_64_bits(gathered: _Gathered, model: FieldModel, column: pa.Array) -> None:
    """Warn of numbers that the standard allows and that most programs cannot hold."""
    import pyarrow.compute as pc

    if model.type not in ("integer", "number") or not len(column):
        return
    if isinstance(column, ObjectColumn):
        places = [place for place, cell in enumerate(column.cells) if isinstance(cell, int) and abs(cell) >= 2**63]
        values = [column.cells[place] for place in places]
    else:
        long = pc.greater_equal(pc.binary_length(column), arrow.integer(19))
        if model.type == "number" and not only_bytes(column, b"0123456789-."):
            long = pc.or_(long, pc.match_substring_regex(column, "[eE]"))
        places = pc.indices_nonzero(arrow.or_false(long)).to_pylist()
        values = [column[place].as_py() for place in places]
    if not places:
        return
    read = reader(model)
    for place, value in zip(places, values, strict=True):
        if is_beyond_64_bits(read(value), model.type):
            finding = Finding(
                f"{model.type}-overflow",
                "the number does not fit into 64 bits; most programs lose or refuse it",
                "declare the field as a string if it is an identifier",
                "warning",
                field=model.name,
                field_number=model.number,
                value=shown(value) if isinstance(value, str) else str(Decimal(value)),
            )
            gathered.say(place, model_order(model) + 13, finding)
