"""Whole columns at once: decide quickly which cells are right, and ask ``values`` about the others.

A *vouch* is a test of an Arrow column that answers True only for cells which ``values`` would accept. Cells
it does not vouch for, wrong or merely unusual, are judged one distinct value at a time. So the speed is
here and the meaning is there; a vouch that is too strict costs time, never correctness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from minutier.validate import arrow
from minutier.validate.patterns import shared
from minutier.validate.report import encodable
from minutier.validate.values import (
    BOUNDS,
    FALSE_VALUES,
    TRUE_VALUES,
    Failure,
    FieldModel,
    Invalid,
    Unreadable,
    canonical,
    category_values,
    judge,
    reader,
)

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Vouch = Callable[[pa.Array], pa.BooleanArray]

CACHED = 50_000
"""Judged values that a column remembers."""
SAMPLE = 2_000
FEW = 200
"""A column with no more distinct values than this in its first SAMPLE cells is judged by its distinct
values."""

REQUIRED = Failure("constraint-error", "required", "the cell is empty")
NO_TEXT = Failure("source-error", "surrogate", "the cell holds half of a character, a surrogate that stands alone")


@dataclass(slots=True)
class ColumnResult:
    """What a column has to say: the cells refused (``rows`` index the batch) and the cells without a
    value."""

    rows: np.ndarray[Any, Any]
    failures: list[tuple[tuple[Failure, ...], Any]]
    """For each of ``rows``: the failures and the cell."""
    missing: np.ndarray[Any, Any] | None
    """True where the cell is missing; None when no cell is."""

    def without_value(self, length: int) -> np.ndarray[Any, Any]:
        """True where the cell has no value: it is missing or not of its type. What keys take for null."""
        import numpy as np

        mask = np.zeros(length, bool) if self.missing is None else self.missing.copy()
        for row, (failures, _) in zip(self.rows, self.failures, strict=True):
            if any(failure.type == "type-error" for failure in failures):
                mask[row] = True
        return mask


@dataclass(frozen=True, slots=True)
class ObjectColumn:
    """A column of Python values of any kind, as JSON gives them; None is a missing cell."""

    cells: list[Any]

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(slots=True)
class ColumnCheck:
    """The check of one column, used for batch after batch."""

    model: FieldModel
    _vouches: dict[Any, Vouch] = field(default_factory=dict)
    _verdicts: dict[Any, tuple[Failure, ...]] = field(default_factory=dict)
    _few: bool | None = None
    _judge: Callable[[Any], tuple[Failure, ...]] | None = None

    def check(self, column: pa.Array) -> ColumnResult:
        """Judge a batch of cells; nulls in the column are missing cells."""
        import numpy as np

        if isinstance(column, ObjectColumn):
            return self._check_objects(column)
        missing = self.missing(column)
        rows = np.empty(0, np.int64)
        failures: list[tuple[tuple[Failure, ...], Any]] = []
        suspects = self._suspects(column, missing)
        if suspects is not None and len(suspects):
            rows, failures = self._judged(column.take(arrow.integers(suspects)), suspects)
        if missing is not None and self.model.required:
            empty = np.flatnonzero(missing)
            cells = column.take(arrow.integers(empty))
            rows = np.concatenate([rows, empty])
            texts = [text or "" for text in cells.to_pylist()] if is_text(column.type) else [None] * len(empty)
            failures += [((REQUIRED,), text) for text in texts]
            order = np.argsort(rows, kind="stable")
            rows, failures = rows[order], [failures[place] for place in order]
        return ColumnResult(rows, failures, missing)

    def _check_objects(self, column: ObjectColumn) -> ColumnResult:
        import numpy as np

        rows: list[int] = []
        failures: list[tuple[tuple[Failure, ...], Any]] = []
        missing = np.zeros(len(column), bool)
        for place, cell in enumerate(column.cells):
            missing[place] = cell is None or str(cell) in self.model.missing
            verdict = self.verdict(cell) if not missing[place] else (REQUIRED,) if self.model.required else ()
            if isinstance(cell, str) and cell != encodable(cell):
                verdict = (*verdict, NO_TEXT)
            if verdict:
                rows.append(place)
                failures.append((verdict, cell))
        return ColumnResult(np.array(rows, np.int64), failures, missing if missing.any() else None)

    def missing(self, column: pa.Array) -> np.ndarray[Any, Any] | None:
        """True where a cell is missing, or None when none is."""
        import pyarrow.compute as pc

        mask = column.is_null() if column.null_count else None
        if self.model.missing and is_text(column.type):
            if self.model.missing == {""}:
                found = arrow.empty(column)
            else:
                found = pc.is_in(column, arrow.texts(sorted(self.model.missing)).cast(column.type))
            mask = found if mask is None else pc.or_(arrow.or_false(found), mask)
        elif self.model.missing - {""}:
            mask = self._missing_natives(column, mask)
        if mask is None or not pc.any(mask).as_py():
            return None
        return arrow.flags(mask)

    def _missing_natives(self, column: pa.Array, mask: Any) -> Any:
        """Numbers and the like whose text is declared as missing: ``-99``."""
        import pyarrow as pa
        import pyarrow.compute as pc

        number = int if pa.types.is_integer(column.type) else float if pa.types.is_floating(column.type) else None
        if number is None:
            return mask
        values = [value for text in self.model.missing if (value := _as(number, text)) is not None]
        found = pc.is_in(column, arrow.doubles(values).cast(column.type)) if values else None
        return found if mask is None else mask if found is None else pc.or_(found, mask)

    def _suspects(self, column: pa.Array, missing: np.ndarray[Any, Any] | None) -> np.ndarray[Any, Any] | None:
        """The cells that must be judged one by one, or None when the whole column is vouched for."""
        import numpy as np

        if column.type not in self._vouches:
            self._vouches[column.type] = make_vouch(self.model, column.type)
        vouch = self._vouches[column.type]
        if vouch is ALWAYS:
            return None
        suspect = np.ones(len(column), bool) if self._is_few(column) else ~arrow.flags(vouch(column))
        if missing is not None:
            suspect &= ~missing
        return np.flatnonzero(suspect)

    def _is_few(self, column: pa.Array) -> bool:
        import pyarrow as pa
        import pyarrow.compute as pc

        if self._few is None:
            vouch = self._vouches[column.type]
            costly = is_text(column.type) and not getattr(vouch, "cheap", False)
            if pa.types.is_dictionary(column.type):
                self._few = True
            elif costly and len(column) >= SAMPLE:
                self._few = pc.count_distinct(column.slice(0, SAMPLE)).as_py() <= FEW
            elif len(column) >= SAMPLE:
                self._few = False
            else:
                return False
        return self._few

    def _judged(
        self, cells: pa.Array, places: np.ndarray[Any, Any]
    ) -> tuple[np.ndarray[Any, Any], list[tuple[tuple[Failure, ...], Any]]]:
        """Judge the cells by their distinct values and return the places of those that are refused."""
        import numpy as np

        values, codes = distinct(cells)
        verdicts = [self.verdict(value) for value in values]
        bad = np.fromiter((bool(verdict) for verdict in verdicts), bool, len(verdicts))
        if not bad.any():
            return np.empty(0, np.int64), []
        refused = np.flatnonzero(bad[codes])
        return places[refused], [(verdicts[code], values[code]) for code in codes[refused]]

    def verdict(self, value: Any) -> tuple[Failure, ...]:
        """Why a value is refused, from memory when it has been judged before."""
        if self._judge is None:
            self._judge = judge(self.model)
        if isinstance(value, dict | list) or (isinstance(value, str) and len(value) > 200):
            return self._judge(value)
        key = (type(value), value)
        known = self._verdicts.get(key)
        if known is None:
            if len(self._verdicts) >= CACHED:
                self._verdicts.clear()
            known = self._verdicts[key] = self._judge(value)
        return known

    def canonical(self, column: pa.Array, result: ColumnResult) -> pa.Array:
        """The column as text in which equal values have equal texts; null where there is no value."""
        import pyarrow as pa
        import pyarrow.compute as pc

        if isinstance(column, ObjectColumn):
            absent = result.without_value(len(column))
            meaning = canonical(self.model)
            texts = [None if gone else meaning(cell) for gone, cell in zip(absent, column.cells, strict=True)]
            return arrow.texts(text and encodable(text) for text in texts)
        valueless = result.without_value(len(column)) if result.missing is not None or len(result.rows) else None
        if is_text(column.type) and self.model.type in ("string", "any"):
            texts = column.cast(pa.string())
        elif is_text(column.type) and self.model.type == "integer" and _all_canonical_integers(column):
            texts = column
        elif pa.types.is_integer(column.type) and self.model.type in ("integer", "number", "any"):
            texts = column.cast(pa.string())
        else:
            values, codes = distinct(column)
            text = canonical(self.model)
            meanings = arrow.texts(None if value is None else text(value) for value in values)
            texts = meanings.take(arrow.integers(codes))
        if valueless is not None:
            texts = pc.if_else(arrow.booleans(~valueless), texts, arrow.null(pa.string()))
        return texts

    def typed(self, column: pa.Array, result: ColumnResult) -> pa.Array:
        """The column as the rules across tables read it, null where there is no value: integers of 64 bits, doubles,
        booleans, dates and moments in UTC, all else as text."""
        import pyarrow as pa
        import pyarrow.compute as pc

        kind = _native_kind(self.model.type)
        if kind is None and (isinstance(column, ObjectColumn) or not is_text(column.type)):
            return self.canonical(column, result)
        if isinstance(column, ObjectColumn):
            absent = result.without_value(len(column))
            return self._converted(
                [None if gone else cell for gone, cell in zip(absent, column.cells, strict=True)], kind
            )
        if result.missing is not None or len(result.rows):
            valid = arrow.booleans(~result.without_value(len(column)))
            column = pc.if_else(valid, column, arrow.null(column.type))
        if kind is None:
            return column.cast(pa.string())
        if column.type == kind:
            return column
        if self._reads_as_arrow:
            try:
                return pc.cast(column, kind, safe=not pa.types.is_timestamp(column.type))
            except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
                pass  # a cell that is right and that Arrow does not read: beyond 64 bits, 24:00:00
        values, codes = distinct(column)
        return self._converted(values, kind).take(arrow.integers(codes))

    @property
    def _reads_as_arrow(self) -> bool:
        """True when cells that are right mean what they mean to Arrow, if it reads them at all."""
        given = self.model.descriptor
        plain = (
            (given.get("decimalChar") or ".") == "." and not given.get("groupChar") and given.get("bareNumber", True)
        )
        return self.model.format == "default" and self.model.type != "boolean" and bool(plain)

    def _converted(self, values: list[Any], kind: pa.DataType) -> pa.Array:
        """Cells as numbers of the type; null for what is null, or beyond 64 bits."""
        import pyarrow as pa

        read = reader(self.model)
        meanings = [None if value is None else _stored(read(value)) for value in values]
        if pa.types.is_boolean(kind):
            return arrow.numbers(meanings, pa.int64()).cast(kind)
        return arrow.numbers(meanings, kind)


def _native_kind(kind: str) -> pa.DataType | None:
    """The type of Arrow in which the rules across tables read a type of Table Schema; None for text."""
    import pyarrow as pa

    kinds = {
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("us", "UTC"),
    }
    return kinds.get(kind)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _stored(value: Any) -> float | None:
    """A value as the number by which Arrow stores it; None when it is none or beyond 64 bits."""
    match value:
        case datetime():
            moment = value if value.tzinfo else value.replace(tzinfo=UTC)
            return (moment - _EPOCH) // timedelta(microseconds=1)
        case date():
            return value.toordinal() - _EPOCH.toordinal()
        case int():
            return value if -(2**63) <= value < 2**63 else None
        case float() | Decimal():
            return float(value)
        case _:
            return None


def distinct(cells: pa.Array) -> tuple[list[Any], np.ndarray[Any, Any]]:
    """The distinct values of a column as Python values, and for each cell the index of its value."""
    import numpy as np
    import pyarrow as pa

    if pa.types.is_dictionary(cells.type):
        encoded = cells
    elif pa.types.is_nested(cells.type) or pa.types.is_large_list(cells.type) or pa.types.is_null(cells.type):
        return python_values(cells), np.arange(len(cells))
    else:
        try:
            encoded = cells.dictionary_encode(null_encoding="encode")
        except (pa.ArrowNotImplementedError, TypeError):
            return python_values(cells), np.arange(len(cells))
    values = python_values(encoded.dictionary)
    codes = encoded.indices
    if codes.null_count:
        values, codes = [*values, None], codes.cast(pa.int64()).fill_null(arrow.integer(len(values)))
    return values, arrow.codes(codes)


_UNREADABLE = (OverflowError, ValueError)  # a UnicodeDecodeError is a ValueError


def python_values(column: pa.Array) -> list[Any]:
    """The cells as values of Python; Unreadable where there is none: years after 9999, bytes that are not UTF-8."""
    try:
        return list(column.to_pylist())
    except _UNREADABLE:
        return [_python_value(scalar) for scalar in column]


def _python_value(scalar: pa.Scalar) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError as error:
        return Unreadable(f"(bytes that are not UTF-8: {error.object[error.start : error.end]!r})")
    except _UNREADABLE:
        number = getattr(scalar, "value", None)
        return Unreadable(f"({scalar.type} out of range{'' if number is None else f': {number}'})")


def is_text(kind: pa.DataType) -> bool:
    """True for columns of text."""
    import pyarrow as pa

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _as(number: type[int] | type[float], text: str) -> float | None:
    """The number whose text this is, or None."""
    try:
        value = number(text)
    except ValueError:
        return None
    return value if str(value) == text and value == value else None


# Vouches


def ALWAYS(column: pa.Array) -> pa.BooleanArray:
    """Vouches for every cell."""

    return arrow.constant(True, len(column))


def _never(column: pa.Array) -> pa.BooleanArray:

    return arrow.constant(False, len(column))


def make_vouch(model: FieldModel, kind: pa.DataType) -> Vouch:
    """The vouch for a field stored in a column of an Arrow type."""
    import pyarrow as pa

    if is_text(kind):
        return _text_vouch(model)
    if pa.types.is_dictionary(kind) or pa.types.is_nested(kind):
        return _never
    return _native_vouch(model, kind)


def _text_vouch(model: FieldModel) -> Vouch:
    listed = _listed_texts(model)
    if listed is not None:
        return _cheap(_one_of(listed))
    match model.type:
        case "any":
            return ALWAYS if not _constrained(model) else _never
        case "string" if model.format == "default":
            return _string_vouch(model)
        case "integer" if model.descriptor.get("bareNumber", True):
            return _never if _lists(model) else _cheap(_number_vouch(model, integer=True))
        case "number" if (model.descriptor.get("decimalChar") or ".") == ".":
            return _never if _lists(model) else _cheap(_number_vouch(model, integer=False))
        case "datetime" if model.format == "default" and not _constrained(model):
            return _datetime_vouch
        case "date" if model.format == "default" and not _constrained(model):
            return _date_vouch
        case "year" if not _constrained(model):
            return _matches("^[0-9]{4}$")
        case "yearmonth" if not _constrained(model):
            return _matches("^[0-9]{4}-(?:0[1-9]|1[0-2])$")
        case _:
            return _never


def _cheap(vouch: Vouch) -> Vouch:
    vouch.cheap = True  # type: ignore[attr-defined]
    return vouch


def _constrained(model: FieldModel) -> bool:
    """True for constraints on a cell that has a value: not required or unique, which are looked after
    elsewhere."""
    return bool(set(model.constraints) - {"required", "unique"}) or _lists(model)


def _lists(model: FieldModel) -> bool:
    return "enum" in model.constraints or bool(category_values(model.descriptor))


def _listed_texts(model: FieldModel) -> list[str] | None:
    """For a field whose good cells can be listed: texts that are surely right."""
    if model.type == "boolean" and not _constrained(model):
        true, false = (
            model.descriptor.get("trueValues", TRUE_VALUES),
            model.descriptor.get("falseValues", FALSE_VALUES),
        )
        return [*true, *false]
    if not _lists(model):
        return None
    verdict, read = judge(model), reader(model)
    listed = [*model.constraints.get("enum", []), *category_values(model.descriptor)]
    texts = [value if isinstance(value, str) else str(value) for value in listed]
    return [text for text in texts if not isinstance(read(text), Invalid) and not verdict(text)]


def _one_of(texts: list[str]) -> Vouch:
    import pyarrow.compute as pc

    values = arrow.texts(texts)
    return lambda column: pc.is_in(column, values.cast(column.type))


def _string_vouch(model: FieldModel) -> Vouch:
    import pyarrow.compute as pc

    tests: list[Vouch] = []
    pattern = model.constraints.get("pattern")
    if pattern is not None:
        tests.append(_pattern_vouch(pattern))
    least, most = model.constraints.get("minLength"), model.constraints.get("maxLength")
    if least is not None:
        tests.append(lambda column: pc.greater_equal(pc.utf8_length(column), arrow.integer(least)))
    if most is not None:
        tests.append(lambda column: pc.less_equal(pc.utf8_length(column), arrow.integer(most)))
    if not tests:
        return ALWAYS

    def vouch(column: pa.Array) -> pa.BooleanArray:
        found = tests[0](column)
        for test in tests[1:]:
            found = pc.and_(found, test(column))
        return arrow.or_false(found)

    return vouch


def _pattern_vouch(pattern: str) -> Vouch:
    """RE2 for patterns that it reads as Python does; elsewhere Python decides."""
    whole = shared(pattern)
    return _never if whole is None else _matches(whole)


def _matches(pattern: str) -> Vouch:
    import pyarrow.compute as pc

    pattern = pattern.replace("$", r"\z") if pattern.endswith("$") else pattern
    return lambda column: arrow.or_false(pc.match_substring_regex(column, pattern))


def _number_vouch(model: FieldModel, integer: bool) -> Vouch:
    """Plain decimal notation, read by Arrow, within the bounds."""
    import pyarrow as pa
    import pyarrow.compute as pc

    allowed = b"0123456789-" if integer else b"0123456789-."
    kind = pa.int64() if integer else pa.float64()
    shape = r"\A-?[0-9]{1,18}\z" if integer else r"\A-?[0-9]{1,15}(?:\.[0-9]{1,15})?\z"
    within = _bounds_vouch(model, kind)
    blank = model.missing == {""}

    def vouch(column: pa.Array) -> pa.BooleanArray:
        cells = column
        if blank:
            cells = pc.if_else(arrow.empty(column), arrow.null(column.type), column)
        others = rows_with_other_bytes(column, allowed)
        if len(others):
            cells = pc.if_else(arrow.booleans(_mask(others, len(column))), arrow.null(column.type), cells)
        try:
            return within(pc.cast(cells, kind))
        except pa.ArrowInvalid:
            plain = arrow.or_false(pc.match_substring_regex(column, shape))
            return within(pc.cast(pc.if_else(plain, column, arrow.null(column.type)), kind))

    return vouch


def rows_with_other_bytes(column: pa.Array, allowed: bytes) -> np.ndarray[Any, Any]:
    """The places of the cells of a text column that hold other bytes than these."""
    import numpy as np

    buffer = column.buffers()[2]
    if buffer is None or not len(column):
        return np.empty(0, np.int64)
    offsets = np.frombuffer(column.buffers()[1], np.int32 if str(column.type) == "string" else np.int64)
    offsets = offsets[column.offset : column.offset + len(column) + 1]
    data = np.frombuffer(buffer, np.uint8)[offsets[0] : offsets[-1]]
    others = np.flatnonzero(~_table(allowed)[data])
    return np.unique(np.searchsorted(offsets, others + offsets[0], side="right") - 1)


def _mask(places: np.ndarray[Any, Any], length: int) -> np.ndarray[Any, Any]:
    """True at some places."""
    import numpy as np

    mask = np.zeros(length, bool)
    mask[places] = True
    return mask


def only_bytes(column: pa.Array, allowed: bytes) -> bool:
    """True when the cells of a text column hold no other bytes than these."""
    return not len(rows_with_other_bytes(column, allowed))


def _table(allowed: bytes) -> np.ndarray[Any, Any]:
    import numpy as np

    if allowed not in _tables:
        table = np.zeros(256, bool)
        table[list(allowed)] = True
        _tables[allowed] = table
    known: np.ndarray[Any, Any] = _tables[allowed]
    return known


_tables: dict[bytes, Any] = {}


def _bounds_vouch(model: FieldModel, kind: pa.DataType) -> Vouch:
    """Strictly inside the bounds; at a bound, where rounding may mislead, a value is judged exactly.

    Whole numbers are exact, so that they are compared at the bound too.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    read = reader(model)
    exact = pa.types.is_integer(kind)
    tests: list[Vouch] = []
    for name in BOUNDS:
        bound = model.constraints.get(name)
        if bound is None:
            continue
        limit = read(bound)
        if exact and isinstance(limit, int) and abs(limit) < 2**63:
            compare = {
                "minimum": pc.greater_equal,
                "maximum": pc.less_equal,
                "exclusiveMinimum": pc.greater,
                "exclusiveMaximum": pc.less,
            }[name]
            tests.append(_comparison(compare, arrow.integer(limit)))
        elif not exact and isinstance(limit, int | float | Decimal):
            compare = pc.greater if "inimum" in name else pc.less
            tests.append(_comparison(compare, arrow.double(float(limit))))
        else:
            return _never

    def vouch(column: pa.Array) -> pa.BooleanArray:
        found = pc.is_valid(column)
        for test in tests:
            found = pc.and_(found, arrow.or_false(test(column)))
        return found

    return vouch


def _comparison(compare: Any, limit: pa.Scalar) -> Vouch:
    return lambda column: compare(column, limit)


_DATETIME_SHAPE = r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"


def _datetime_vouch(column: pa.Array) -> pa.BooleanArray:
    """The shape by RE2, the calendar by Arrow; a zone is read by itself, since Arrow wants all or none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for zone, kind in (
        (r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])\z", pa.timestamp("us", "UTC")),
        (r"\z", pa.timestamp("us")),
    ):
        shaped = arrow.or_false(pc.match_substring_regex(column, _DATETIME_SHAPE + zone))
        if pc.any(shaped).as_py():
            return _castable(column, shaped, kind)
    return _never(column)


def _date_vouch(column: pa.Array) -> pa.BooleanArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    shaped = arrow.or_false(pc.match_substring_regex(column, r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z"))
    return _castable(column, shaped, pa.date32())


def _castable(column: pa.Array, shaped: pa.BooleanArray, kind: pa.DataType) -> pa.BooleanArray:
    """``shaped`` where all of it reads as ``kind`` after the year 0, else nothing: Arrow does not say
    which fails."""
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        moments = pc.cast(pc.if_else(shaped, column, arrow.null(column.type)), kind)
    except pa.ArrowInvalid:
        return _never(column)
    first = arrow.texts(["0001-01-02"])[0].cast(pa.timestamp("us")).cast(kind)
    return arrow.or_false(pc.greater(moments, first))


def _native_vouch(model: FieldModel, kind: pa.DataType) -> Vouch:
    """Columns that are typed already: the type decides, bounds are compared."""
    import pyarrow as pa

    types = pa.types
    if model.type == "any":
        return _never if _constrained(model) else ALWAYS
    numeric = types.is_integer(kind) and model.type in ("integer", "number")
    numeric = numeric or (types.is_floating(kind) and model.type == "number")
    if numeric and not _lists(model) and not types.is_unsigned_integer(kind):
        if not _constrained(model):
            return ALWAYS
        return _bounds_vouch(model, kind)
    if _constrained(model):
        return _never
    if (model.type == "date" and types.is_date32(kind)) or (model.type == "datetime" and types.is_timestamp(kind)):
        return _in_calendar
    same = (
        (model.type == "boolean" and types.is_boolean(kind))
        or (model.type == "time" and types.is_time(kind))
        or (model.type == "duration" and types.is_duration(kind))
    )
    return ALWAYS if same else _never


_DAYS = (date.min.toordinal() - date(1970, 1, 1).toordinal(), date.max.toordinal() - date(1970, 1, 1).toordinal())
_UNITS = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def _in_calendar(column: pa.Array) -> pa.BooleanArray:
    """Days and moments of the years 1 to 9999; others have no date as Table Schema writes it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_date32(column.type):
        numbers, (first, last) = column.view(pa.int32()), _DAYS
    else:
        numbers, unit = column.view(pa.int64()), 86400 * _UNITS[column.type.unit]
        first, last = _DAYS[0] * unit, (_DAYS[1] + 1) * unit - 1
    largest = 2**63 - 1  # nanoseconds of 64 bits end in 2262
    low, high = arrow.integer(max(first, -largest)), arrow.integer(min(last, largest))
    return arrow.or_false(pc.and_(pc.greater_equal(numbers, low), pc.less_equal(numbers, high)))


def _all_canonical_integers(column: pa.Array) -> bool:
    import pyarrow.compute as pc

    if not only_bytes(column, b"0123456789"):
        return False
    return not pc.any(pc.starts_with(column, "0")).as_py()
