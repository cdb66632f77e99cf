"""The meaning of a cell: one exact reading per type of Table Schema, and the constraints on what it means.

Everything here is slow and right: it judges one value at a time. ``columns`` decides quickly for whole
columns and asks this module about the few values it cannot vouch for. The lexical forms are those of the
Table Schema specification 2.0 (datapackage.org/standard/table-schema), which refers to XML Schema for
numbers and times.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from minutier.validate.patterns import full_match
from minutier.validate.report import shown


class Invalid:
    """What a reader returns for a cell that is not of its type."""


INVALID = Invalid()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell of a typed column that is no value: a day beyond the calendar, bytes that are no text."""

    text: str

    def __str__(self) -> str:
        return self.text


Read = Callable[[Any], Any]

COMMON = ("required", "unique", "enum")
BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
LENGTHS = ("minLength", "maxLength")
CONSTRAINTS: dict[str, tuple[str, ...]] = {
    "any": COMMON,
    "array": (*COMMON, *LENGTHS, "jsonSchema"),
    "boolean": COMMON,
    "date": (*COMMON, *BOUNDS),
    "datetime": (*COMMON, *BOUNDS),
    "duration": (*COMMON, *BOUNDS),
    "geojson": COMMON,
    "geopoint": COMMON,
    "integer": (*COMMON, *BOUNDS),
    "list": (*COMMON, *LENGTHS),
    "number": (*COMMON, *BOUNDS),
    "object": (*COMMON, *LENGTHS, "jsonSchema"),
    "string": (*COMMON, *LENGTHS, "pattern"),
    "time": (*COMMON, *BOUNDS),
    "year": (*COMMON, *BOUNDS),
    "yearmonth": (*COMMON, *BOUNDS),
}
"""The constraints that the specification allows on each type."""

CHECK_ORDER = (
    "required",
    *LENGTHS,
    *BOUNDS,
    "pattern",
    "enum",
    "categories",
    "jsonSchema",
)
"""Order in which the failures of one cell are told."""

MOST_DIGITS = 20_000
"""Digits beyond which a number is written with an exponent: ``1e999999999`` is eight characters."""
STRING_FORMATS = ("default", "email", "uri", "binary", "uuid", "wkt")
TRUE_VALUES = ("true", "True", "TRUE", "1")
FALSE_VALUES = ("false", "False", "FALSE", "0")

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SPECIAL = re.compile(r"nan|-?inf", re.IGNORECASE)
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NOT_BARE = re.compile(r"^[^-+0-9]*|[^0-9]*$")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
_TIME = re.compile(rf"[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?{_ZONE}")
_DATETIME = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?{_ZONE}")
_YEAR = re.compile(r"[0-9]{4}")
_YEARMONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DURATION = re.compile(
    r"(?P<sign>-?)P(?=[0-9T])(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?)S)?)?"
)
# RFC 5321 and RFC 5322, dot-atom form, as browsers and frictionless read addresses.
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,126}[^\W\d_](?:[\w-]{0,61}[^\W_])?"
)
# RFC 3986: a scheme, then characters that may stand in a URI, with whole percent escapes.
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?://(?P<authority>[^/?#]*))?(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
)
_WKT = re.compile(
    r"(?:SRID=[0-9]+;)?\s*(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\b"
    r"\s*(?:ZM|Z|M)?\s*(EMPTY|\(.*\))\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Duration:
    """An XML Schema duration: months and seconds, which have no common measure."""

    months: int
    seconds: Decimal


@dataclass(frozen=True, slots=True)
class FieldModel:
    """One column of a schema, ready to be checked. ``descriptor`` is its Table Schema field."""

    name: str
    type: str = "any"
    format: str = "default"
    number: int = 0
    missing: frozenset[str] = frozenset({""})
    constraints: dict[str, Any] = field(default_factory=dict)
    descriptor: dict[str, Any] = field(default_factory=dict)

    @property
    def required(self) -> bool:
        return self.constraints.get("required") is True

    @property
    def unique(self) -> bool:
        return self.constraints.get("unique") is True


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a cell is refused: ``type`` of the finding, the constraint (``rule``) and a sentence."""

    type: str
    rule: str
    message: str


def reader(model: FieldModel) -> Read:
    """The function from a cell to its logical value, or INVALID. Cells may be text or native values."""
    return _READERS[model.type](model)


def judge(model: FieldModel) -> Callable[[Any], tuple[Failure, ...]]:
    """The function from a cell that is not missing to the reasons for refusing it, none when it is right."""
    read = reader(model)
    checks = _checks(model, read)
    wanted = model.type if model.format == "default" else f"{model.type}, format {model.format}"

    def failures(cell: Any) -> tuple[Failure, ...]:
        value = read(cell)
        if isinstance(value, Invalid):
            return (Failure("type-error", model.type, f"{shown(cell)!r} is not a valid {wanted}"),)
        return tuple(
            Failure("constraint-error", name, f"{shown(cell)!r} {sentence}")
            for name, sentence, holds in checks
            if not holds(value)
        )

    return failures


def canonical(model: FieldModel) -> Callable[[Any], str | None]:
    """The function from a cell to a text that is the same for equal values; None for a value that is not one.

    Keys are compared by what cells mean: ``1`` and ``01`` are one integer, ``1.0`` and ``1`` one number.
    """
    read = reader(model)

    def text(cell: Any) -> str | None:
        value = read(cell)
        if isinstance(value, Invalid):
            return None
        return canonical_text(value)

    return text


def canonical_text(value: Any) -> str | None:
    """A text that is the same for equal values of one type; None for NaN, which equals nothing."""
    match value:
        case str():
            return value
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float() | Decimal():
            number = Decimal(str(value)) if isinstance(value, float) else value
            if not number.is_finite():
                return None if number.is_nan() else str(number).lower()
            return _number_text(number)
        case datetime():
            return (value.astimezone(UTC) if value.tzinfo else value).isoformat()
        case _:
            return json.dumps(value, sort_keys=True, default=str) if isinstance(value, dict | list) else str(value)


def _number_text(number: Decimal) -> str:
    """A finite number without needless zeros; with an exponent when it is so large that its digits would fill pages."""
    sign, places, exponent = number.as_tuple()
    digits = "".join(map(str, places)).lstrip("0")
    if not digits:
        return "0"
    assert isinstance(exponent, int)
    short = digits.rstrip("0")
    exponent += len(digits) - len(short)
    minus = "-" if sign else ""
    if abs(number.adjusted()) > MOST_DIGITS:
        return f"{minus}{short}e{exponent}"
    if exponent >= 0:
        return f"{minus}{short}{'0' * exponent}"
    padded = short.rjust(1 - exponent, "0")
    return f"{minus}{padded[:exponent]}.{padded[exponent:]}"


def is_beyond_64_bits(value: Any, kind: str) -> bool:
    """True for an integer that no 64 bits hold, and for a number that is infinite as a double."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    if kind == "integer":
        return not -(2**63) <= value < 2**63
    number = Decimal(value)
    return number.is_finite() and number.copy_abs() > Decimal(sys.float_info.max)


def constraint_problems(model: FieldModel) -> list[str]:
    """What is wrong with the constraints themselves: values that are not of the field's type, bad
    patterns."""
    problems: list[str] = []
    read = reader(model)
    for name, bound in model.constraints.items():
        if name in BOUNDS and isinstance(read(bound), Invalid):
            problems.append(f"constraint {name!r} is {bound!r}, which is not a valid {model.type}")
        elif name == "pattern" and isinstance(bound, str):
            try:
                re.compile(bound)
            except re.error as error:
                problems.append(f"constraint 'pattern' is {bound!r}, which is not a regular expression: {error}")
        elif name == "jsonSchema" and isinstance(bound, dict):
            problems.extend(_json_schema_problems(bound))
    return problems


def unreadable_enum(model: FieldModel) -> list[Any]:
    """The values of ``enum`` and ``categories`` that are not of the field's type, so that no cell can
    have them."""
    read = reader(model)
    allowed = [*model.constraints.get("enum", []), *category_values(model.descriptor)]
    return [value for value in allowed if isinstance(read(value), Invalid)]


def category_values(descriptor: dict[str, Any]) -> list[Any]:
    """The values of ``categories``, given as values or as objects with a ``value``."""
    categories = descriptor.get("categories")
    if not isinstance(categories, list):
        return []
    return [item.get("value") if isinstance(item, dict) else item for item in categories]


# Constraints


def _checks(model: FieldModel, read: Read) -> list[tuple[str, str, Callable[[Any], bool]]]:
    """The constraints of a field as (name, sentence, test of a value), in the order in which they are
    told."""
    made: list[tuple[str, str, Callable[[Any], bool]]] = []
    for name in CHECK_ORDER:
        bound = category_values(model.descriptor) if name == "categories" else model.constraints.get(name)
        if bound is None or (bound == [] and name == "categories") or name == "required":
            continue
        made.append((name, _sentence(name, bound), _test(name, bound, read)))
    return made


def _sentence(name: str, bound: Any) -> str:
    return {
        "minLength": f"is shorter than {bound}",
        "maxLength": f"is longer than {bound}",
        "minimum": f"is less than {bound}",
        "maximum": f"is more than {bound}",
        "exclusiveMinimum": f"is not more than {bound}",
        "exclusiveMaximum": f"is not less than {bound}",
        "pattern": f"does not match the pattern {bound}",
        "enum": f"is not one of {_listed(bound)}",
        "categories": f"is not one of the categories {_listed(bound)}",
        "jsonSchema": "does not follow the field's JSON Schema",
    }[name]


def _listed(values: Any) -> str:
    listed = [str(value) for value in values] if isinstance(values, list) else [str(values)]
    return ", ".join(listed[:12]) + (f" … ({len(listed)} values)" if len(listed) > 12 else "")


def _test(name: str, bound: Any, read: Read) -> Callable[[Any], bool]:
    if name in BOUNDS:
        limit = read(bound)
        return lambda value: _within(name, value, limit)
    if name in LENGTHS:
        return (lambda value: len(value) >= bound) if name == "minLength" else (lambda value: len(value) <= bound)
    if name == "pattern":
        return full_match(bound)
    if name == "jsonSchema":
        return _json_schema_test(bound)
    allowed = [value for value in map(read, bound) if not isinstance(value, Invalid)]
    return lambda value: value in allowed


def _within(name: str, value: Any, limit: Any) -> bool:
    if isinstance(value, Duration):
        return all(_compare(name, a, b) for a, b in zip(_moments(value), _moments(limit), strict=True))
    if value != value:  # NaN is within no bounds
        return False
    if isinstance(value, datetime | time) and (value.tzinfo is None) != (limit.tzinfo is None):
        value, limit = _in_utc(value), _in_utc(limit)
    if isinstance(value, float) and isinstance(limit, Decimal):
        value = Decimal(value)
    return _compare(name, value, limit)


def _compare(name: str, value: Any, limit: Any) -> bool:
    match name:
        case "minimum":
            return bool(value >= limit)
        case "maximum":
            return bool(value <= limit)
        case "exclusiveMinimum":
            return bool(value > limit)
        case _:
            return bool(value < limit)


def _in_utc(value: Any) -> Any:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _moments(duration: Duration) -> list[tuple[int, Decimal]]:
    """Where a duration ends from the four dates by which XML Schema compares durations, as days and
    seconds."""
    ends = []
    for year, month in ((1696, 9), (1697, 2), (1903, 3), (1903, 7)):
        months = year * 12 + month - 1 + duration.months
        years, rest = divmod(months, 12)
        days = _days_to(years, rest + 1)
        day, seconds = divmod(duration.seconds, 86400)
        if seconds < 0:
            day, seconds = day - 1, seconds + 86400
        ends.append((days + int(day), seconds))
    return ends


def _days_to(year: int, month: int) -> int:
    """Days from the year 0 to the first of a month in the proleptic Gregorian calendar, for any year."""
    cycles, rest = divmod(year - 1, 400)
    return cycles * 146097 + date(rest + 1, month, 1).toordinal()


def _json_schema_test(schema: dict[str, Any]) -> Callable[[Any], bool]:
    import jsonschema

    validator = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)(schema)
    return lambda value: bool(validator.is_valid(value))


def _json_schema_problems(schema: dict[str, Any]) -> list[str]:
    import jsonschema

    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    try:
        kind.check_schema(schema)
    except jsonschema.SchemaError as error:
        return [f"constraint 'jsonSchema' is not a JSON Schema: {error.message}"]
    return []


# Readers, one per type


def _any(_: FieldModel) -> Read:
    return lambda cell: INVALID if isinstance(cell, Unreadable) else cell


def _string(model: FieldModel) -> Read:
    tests: dict[str, Callable[[str], bool]] = {
        "email": lambda text: len(text) <= 320 and _EMAIL.fullmatch(text) is not None,
        "uri": _is_uri,
        "binary": _is_base64,
        "uuid": _is_uuid,
        "wkt": lambda text: _WKT.fullmatch(text) is not None and _balanced(text),
    }
    test = tests.get(model.format)
    return lambda cell: cell if isinstance(cell, str) and (test is None or test(cell)) else INVALID


def _is_uri(text: str) -> bool:
    found = _URI.fullmatch(text)
    return found is not None and (found["authority"] is None or found["authority"].count("@") <= 1)


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def _integer(model: FieldModel) -> Read:
    group = model.descriptor.get("groupChar") or ""
    bare = model.descriptor.get("bareNumber", True)

    def read(cell: Any) -> Any:
        if isinstance(cell, str):
            text = cell.strip()
            if not bare:
                text = _NOT_BARE.sub("", text)
            if group:
                text = text.replace(group, "")
            return _to_integer(text) if _INTEGER.fullmatch(text) else INVALID
        if isinstance(cell, bool):
            return INVALID
        if isinstance(cell, int):
            return cell
        if isinstance(cell, float) and cell.is_integer():
            return int(cell)
        if isinstance(cell, Decimal) and cell.is_finite() and cell == cell.to_integral_value():
            return int(cell)
        return INVALID

    return read


def _to_integer(text: str) -> int | Decimal:
    # int() refuses texts of more than 4,300 digits, which the standard allows, and takes quadratic time
    return int(text) if len(text) < 4000 else Decimal(text)


def _number(model: FieldModel) -> Read:
    decimal_char = model.descriptor.get("decimalChar") or "."
    group = model.descriptor.get("groupChar") or ""
    bare = model.descriptor.get("bareNumber", True)

    def read(cell: Any) -> Any:
        if isinstance(cell, str):
            text = cell.strip()
            if not bare:
                text = _NOT_BARE.sub("", text)
            if group:
                text = text.replace(group, "")
            if decimal_char != ".":
                if "." in text:
                    return INVALID
                text = text.replace(decimal_char, ".")
            return _decimal(text)
        if isinstance(cell, bool):
            return INVALID
        if isinstance(cell, int | Decimal):
            return cell
        return Decimal(str(cell)) if isinstance(cell, float) else INVALID

    return read


def _decimal(text: str) -> Any:
    if not _NUMBER.fullmatch(text) and not _SPECIAL.fullmatch(text):
        return INVALID
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what Decimal holds
        return INVALID


def _boolean(model: FieldModel) -> Read:
    meanings = dict.fromkeys(model.descriptor.get("trueValues", TRUE_VALUES), True)
    meanings |= dict.fromkeys(model.descriptor.get("falseValues", FALSE_VALUES), False)

    def read(cell: Any) -> Any:
        if isinstance(cell, bool):
            return cell
        return meanings.get(cell, INVALID) if isinstance(cell, str) else INVALID

    return read


def _object(_: FieldModel) -> Read:
    return lambda cell: _json_of(cell, dict)


def _array(_: FieldModel) -> Read:
    return lambda cell: _json_of(list(cell) if isinstance(cell, tuple) else cell, list)


def _json_of(cell: Any, kind: type) -> Any:
    if isinstance(cell, str):
        try:
            cell = json.loads(cell)
        except (ValueError, RecursionError):
            return INVALID
    return cell if isinstance(cell, kind) else INVALID


def _list(model: FieldModel) -> Read:
    delimiter = model.descriptor.get("delimiter") or ","
    item = reader(FieldModel(name=model.name, type=model.descriptor.get("itemType") or "string"))

    def read(cell: Any) -> Any:
        if isinstance(cell, str):
            cell = cell.split(delimiter)
        if not isinstance(cell, list | tuple):
            return INVALID
        items = [item(part) for part in cell]
        return INVALID if any(isinstance(part, Invalid) for part in items) else items

    return read


def _datetime(model: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        if isinstance(cell, datetime):
            return cell
        if not isinstance(cell, str):
            return INVALID
        if model.format == "default":
            return _iso_datetime(cell) if _DATETIME.fullmatch(cell) else INVALID
        return _by_format(cell, model.format)

    return read


def _date(model: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        if isinstance(cell, datetime):
            return cell.date() if cell.time() == time(0) else INVALID
        if isinstance(cell, date):
            return cell
        if not isinstance(cell, str):
            return INVALID
        if model.format == "default":
            try:
                return date.fromisoformat(cell) if _DATE.fullmatch(cell) else INVALID
            except ValueError:
                return INVALID
        moment = _by_format(cell, model.format)
        return moment.date() if isinstance(moment, datetime) else INVALID

    return read


def _time(model: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        if isinstance(cell, time):
            return cell
        if not isinstance(cell, str):
            return INVALID
        if model.format == "default":
            moment = _iso_datetime(f"2000-01-01T{cell}") if _TIME.fullmatch(cell) else INVALID
        else:
            moment = _by_format(cell, model.format)
        return moment.timetz() if isinstance(moment, datetime) else INVALID

    return read


def _iso_datetime(text: str) -> Any:
    """An XML Schema dateTime, whose 24:00:00 is the next midnight and whose fraction has any length."""
    whole, dot, fraction = text[:19], text[19:20], ""
    rest = text[19:]
    if dot == ".":
        digits = re.match(r"\.([0-9]+)", rest)
        fraction = digits[1] if digits else ""
        rest = rest[len(fraction) + 1 :]
    next_day = whole[11:] == "24:00:00" and not fraction.strip("0")
    try:
        moment = datetime.fromisoformat((f"{whole[:11]}00:00:00" if next_day else whole) + rest)
        moment += timedelta(microseconds=int(f"{fraction:0<6}"[:6]))
        return moment + timedelta(days=1) if next_day else moment
    except (ValueError, OverflowError):
        return INVALID


def _by_format(text: str, pattern: str) -> Any:
    if pattern == "any":
        from dateutil import parser  # type: ignore[import-untyped]

        try:
            return parser.parse(text)
        except (ValueError, OverflowError, TypeError, ArithmeticError):
            return INVALID
    try:
        return datetime.strptime(text, pattern.removeprefix("fmt:"))
    except (ValueError, re.error, IndexError):
        return INVALID


def _year(_: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        if isinstance(cell, str):
            return int(cell) if _YEAR.fullmatch(cell) else INVALID
        return cell if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell <= 9999 else INVALID

    return read


def _yearmonth(_: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        if isinstance(cell, list | tuple) and len(cell) == 2:
            year, month = cell
            right = type(year) is int and type(month) is int and 0 <= year <= 9999 and 1 <= month <= 12
            return (year, month) if right else INVALID
        found = _YEARMONTH.fullmatch(cell) if isinstance(cell, str) else None
        return (int(found[1]), int(found[2])) if found else INVALID

    return read


def _duration(_: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        if isinstance(cell, timedelta):
            return Duration(0, Decimal(str(cell.total_seconds())))
        found = _DURATION.fullmatch(cell) if isinstance(cell, str) else None
        if found is None:
            return INVALID
        part = {name: Decimal(text or 0) for name, text in found.groupdict().items() if name != "sign"}
        sign = -1 if found["sign"] else 1
        seconds = part["days"] * 86400 + part["hours"] * 3600 + part["minutes"] * 60 + part["seconds"]
        return Duration(sign * int(part["years"] * 12 + part["months"]), sign * seconds)

    return read


def _geopoint(model: FieldModel) -> Read:
    def read(cell: Any) -> Any:
        pair = _coordinates(cell, model.format)
        if pair is None:
            return INVALID
        longitude, latitude = pair
        return pair if abs(longitude) <= 180 and abs(latitude) <= 90 else INVALID

    return read


def _coordinates(cell: Any, form: str) -> tuple[Decimal, Decimal] | None:
    if isinstance(cell, str) and form == "default":
        parts: Any = [_decimal(part.strip()) for part in cell.split(",")]
    else:
        parts = cell
        if isinstance(cell, str):
            try:
                parts = json.loads(cell)
            except (ValueError, RecursionError):
                return None
        if form == "object":
            parts = [parts["lon"], parts["lat"]] if isinstance(parts, dict) and set(parts) == {"lon", "lat"} else None
    if not isinstance(parts, list | tuple) or len(parts) != 2:
        return None
    if not all(isinstance(part, int | float | Decimal) and not isinstance(part, bool) for part in parts):
        return None
    if not all(math.isfinite(part) for part in parts):
        return None
    return Decimal(str(parts[0])), Decimal(str(parts[1]))


def _geojson(model: FieldModel) -> Read:
    test = _is_topojson if model.format == "topojson" else _is_geojson

    def read(cell: Any) -> Any:
        value = _json_of(cell, dict)
        return value if isinstance(value, dict) and test(value) else INVALID

    return read


_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}


def _is_geojson(value: Any) -> bool:
    """RFC 7946: a geometry, a feature or a collection of features."""
    if not isinstance(value, dict):
        return False
    match value.get("type"):
        case "FeatureCollection":
            features = value.get("features")
            return isinstance(features, list) and all(map(_is_feature, features))
        case "Feature":
            return _is_feature(value)
        case _:
            return _is_geometry(value)


def _is_feature(value: Any) -> bool:
    if not isinstance(value, dict) or value.get("type") != "Feature":
        return False
    if not {"geometry", "properties"} <= set(value) or not isinstance(value["properties"], dict | None):
        return False
    return value["geometry"] is None or _is_geometry(value["geometry"])


def _is_geometry(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    if value.get("type") == "GeometryCollection":
        return isinstance(value.get("geometries"), list) and all(map(_is_geometry, value["geometries"]))
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in _DEPTHS:
        return False
    return _is_nested(value.get("coordinates"), _DEPTHS[kind], kind)


def _is_nested(coordinates: Any, depth: int, kind: str) -> bool:
    if not isinstance(coordinates, list):
        return False
    if depth == 0:
        return len(coordinates) >= 2 and all(
            isinstance(number, int | float) and not isinstance(number, bool) for number in coordinates
        )
    least = 4 if kind.endswith("Polygon") and depth == 1 else 2 if kind.endswith("LineString") and depth == 1 else 0
    return len(coordinates) >= least and all(_is_nested(part, depth - 1, kind) for part in coordinates)


def _is_topojson(value: Any) -> bool:
    """TopoJSON 1.0: a topology with its objects and its arcs, or one of the geometries of one."""
    if value.get("type") != "Topology":
        return False
    objects, arcs = value.get("objects"), value.get("arcs")
    return (
        isinstance(objects, dict)
        and all(isinstance(item, dict) and "type" in item for item in objects.values())
        and isinstance(arcs, list)
        and all(isinstance(arc, list) and len(arc) >= 2 for arc in arcs)
    )


_READERS: dict[str, Callable[[FieldModel], Read]] = {
    "any": _any,
    "array": _array,
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "duration": _duration,
    "geojson": _geojson,
    "geopoint": _geopoint,
    "integer": _integer,
    "list": _list,
    "number": _number,
    "object": _object,
    "string": _string,
    "time": _time,
    "year": _year,
    "yearmonth": _yearmonth,
}
TYPES = tuple(_READERS)
