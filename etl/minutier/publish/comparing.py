"""When two cells are the same value: SQL that turns a cell's text into one form by its type.

A cell that is not of its type keeps its text, so that it differs from every value and is never lost. The
types and their options are those of Table Schema (datapackage.org/standard/table-schema).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Field = dict[str, Any]

NUMERIC = ("integer", "year", "number")
JSON = ("object", "array", "geojson")
TEMPORAL = ("datetime", "date", "time")


def common_kind(old: Field, new: Field) -> str:
    """The type by which cells of two fields are compared: that of both, or the wider of the two."""
    kinds = [str(field.get("type") or "any") for field in (old, new)]
    if kinds[0] == kinds[1]:
        return kinds[0]
    told = [kind for kind in kinds if kind not in ("any", "string")]
    if len(told) == 1:
        return told[0]
    return "number" if all(kind in NUMERIC for kind in kinds) else "any"


def canonical(cell: str, field: Field, kind: str) -> str:
    """SQL of the one form of ``cell``, an SQL expression of a text or null, of a ``field`` read as ``kind``."""
    form = _form(cell, field, kind)
    return cell if form == cell else f"coalesce({form}, {cell})"


def is_missing(cell: str, markers: Sequence[str]) -> str:
    """SQL that is true where a text stands for no value."""
    return f"{cell} IN ({', '.join(map(quoted, dict.fromkeys(('', *markers))))})"


def missing_values(schema: dict[str, Any], field: Field) -> tuple[str, ...]:
    """The texts that mean no value in a field: its own, or those of the whole table."""
    listed = field.get("missingValues", schema.get("missingValues", [""]))
    items = listed if isinstance(listed, list) else []
    return tuple(str(item["value"] if isinstance(item, dict) else item) for item in items)


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _form(cell: str, field: Field, kind: str) -> str:
    if kind in NUMERIC:
        return _number(_bare(cell, field), kind)
    if kind == "boolean":
        return _boolean(cell, field)
    if kind in TEMPORAL:
        return _moment(cell, kind, str(field.get("format") or "default"))
    if kind in JSON:
        return f"CASE WHEN json_valid({cell}) THEN CAST(json({cell}) AS VARCHAR) END"
    return cell


def _number(cell: str, kind: str) -> str:
    """Whole numbers stay exact up to 38 digits; others are 64-bit floating-point numbers. Zero has no sign."""
    whole = f"CASE WHEN regexp_full_match({cell}, '[+-]?[0-9]+') THEN CAST(TRY_CAST({cell} AS HUGEINT) AS VARCHAR) END"
    if kind != "number":
        return whole
    fraction = f"regexp_replace(CAST(TRY_CAST({cell} AS DOUBLE) + 0 AS VARCHAR), '\\.0$', '')"
    return f"CASE WHEN length({cell}) <= 15 THEN {fraction} ELSE coalesce({whole}, {fraction}) END"


def _bare(cell: str, field: Field) -> str:
    """The digits of a number as SQL knows them: without group marks, units and a decimal mark of its own."""
    mark, group = str(field.get("decimalChar") or "."), str(field.get("groupChar") or "")
    if group:
        cell = f"replace({cell}, {quoted(group)}, '')"
    if mark != ".":
        cell = f"replace({cell}, {quoted(mark)}, '.')"
    if field.get("bareNumber") is False:
        cell = f"regexp_extract({cell}, '[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?')"
    return cell


def _boolean(cell: str, field: Field) -> str:
    """The form begins with a control character: a text that is no boolean does not look like it."""
    words = {
        "true": field.get("trueValues") or ["true", "True", "TRUE", "1"],
        "false": field.get("falseValues") or ["false", "False", "FALSE", "0"],
    }
    cases = " ".join(
        f"WHEN {cell} IN ({', '.join(quoted(str(text)) for text in texts)}) THEN chr(1) || '{value}'"
        for value, texts in words.items()
    )
    return f"CASE {cases} END"


def _moment(cell: str, kind: str, form: str) -> str:
    """Instants are compared in UTC; a time without an offset is no instant and stays apart from them."""
    if "%" in form:
        return f"CAST(TRY_STRPTIME({cell}, {quoted(form)}) AS VARCHAR)"
    if kind == "datetime":
        return (
            f"CASE WHEN regexp_matches({cell}, '(?:[zZ]|[+-][0-9]{{2}}:?[0-9]{{2}})$') "
            f"THEN CAST(TRY_CAST({cell} AS TIMESTAMPTZ) AS VARCHAR) "
            f"ELSE CAST(TRY_CAST({cell} AS TIMESTAMP) AS VARCHAR) END"
        )
    return f"CAST(TRY_CAST({cell} AS {kind.upper()}) AS VARCHAR)"
