"""Columns of Parquet in the forms that the checks know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from minutier.validate.columns import ObjectColumn, is_text, python_values

if TYPE_CHECKING:
    import pyarrow as pa

_OFFSET = re.compile(r"[+-][0-9]{2}:?[0-9]{2}")


def plainer(column: pa.Array) -> Any:
    """A column without views, dictionaries and half floats, its moments in a zone that is known, its texts in UTF-8;
    one with a text that is not UTF-8 as Python values, that text marked as unreadable."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        return plainer(column.dictionary_decode())
    if pa.types.is_float16(kind):
        return column.cast(pa.float32())
    if pa.types.is_timestamp(kind) and kind.tz and not is_time_zone(kind.tz):
        return column.cast(pa.timestamp(kind.unit, "UTC"))
    if pa.types.is_string_view(kind) or (pa.types.is_large_string(kind) and column.nbytes < 1 << 30):
        column = column.cast(pa.string())
    if not is_text(column.type):
        return column
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return ObjectColumn(python_values(column))
    return column


def is_time_zone(name: str) -> bool:
    """True for a zone of the IANA list and for an offset: ``Europe/Paris``, ``+01:00``."""
    if _OFFSET.fullmatch(name):
        return True
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # not in the list, or no name at all
        return False
    return True
