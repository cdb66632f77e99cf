"""Arrays to and from Arrow by their buffers.

``pa.array``, ``pa.scalar`` and ``to_numpy`` import pandas when it is installed, which takes as long as validating a
small package; these do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Numbers = np.ndarray[Any, Any]


def texts(values: Iterable[str | None]) -> pa.StringArray:
    """A column of texts; None is null."""
    import pyarrow as pa

    builder = pa.lib.StringBuilder()
    builder.append_values(list(values))
    return builder.finish()


def integers(numbers: Numbers) -> pa.Int64Array:
    """A column of 64-bit integers."""
    import numpy as np
    import pyarrow as pa

    whole = np.ascontiguousarray(numbers, np.int64)
    return pa.Array.from_buffers(pa.int64(), len(whole), [None, pa.py_buffer(whole)])


def doubles(numbers: Iterable[float]) -> pa.DoubleArray:
    """A column of 64-bit floating-point numbers."""
    import numpy as np
    import pyarrow as pa

    whole = np.array(list(numbers), np.float64)
    return pa.Array.from_buffers(pa.float64(), len(whole), [None, pa.py_buffer(whole)])


def numbers(values: Iterable[float | None], kind: pa.DataType) -> pa.Array:
    """A column of a type that is stored in numbers of fixed width (dates in days, moments in microseconds); None is
    null."""
    import numpy as np
    import pyarrow as pa

    listed = list(values)
    valid = np.array([value is not None for value in listed], bool)
    stored = np.array([value or 0 for value in listed], _stored_as(kind))
    bits = pa.py_buffer(np.packbits(valid, bitorder="little"))
    return pa.Array.from_buffers(kind, len(listed), [bits, pa.py_buffer(stored)])


def _stored_as(kind: pa.DataType) -> str:
    import pyarrow as pa

    if pa.types.is_floating(kind):
        return "float64"
    return "int32" if pa.types.is_date32(kind) else "int64"


def booleans(mask: Numbers) -> pa.BooleanArray:
    """A column of booleans."""
    import numpy as np
    import pyarrow as pa

    bits = np.packbits(mask, bitorder="little")
    return pa.Array.from_buffers(pa.bool_(), len(mask), [None, pa.py_buffer(bits)])


def flags(column: pa.BooleanArray) -> Numbers:
    """A column of booleans as a mask; null is false."""
    import numpy as np

    validity, values = column.buffers()
    mask = _bits(values, column.offset, len(column))
    if column.null_count and validity is not None:
        mask &= _bits(validity, column.offset, len(column))
    found: Numbers = mask.astype(bool, copy=False)
    assert found.dtype == np.bool_
    return found


def _bits(buffer: pa.Buffer, offset: int, length: int) -> Numbers:
    import numpy as np

    packed = np.frombuffer(buffer, np.uint8)
    bits = np.unpackbits(packed, count=offset + length, bitorder="little")
    return bits[offset:].view(bool)


def codes(column: pa.Array) -> Numbers:
    """A column of integers without nulls as numbers."""
    import numpy as np

    kind = np.dtype(str(column.type))
    numbers = np.frombuffer(column.buffers()[1], kind)
    return numbers[column.offset : column.offset + len(column)]


def integer(number: int) -> pa.Scalar:
    """One 64-bit integer."""
    import numpy as np

    return integers(np.array([number], np.int64))[0]


def double(number: float) -> pa.Scalar:
    """One floating-point number."""
    return doubles([number])[0]


def nulls(length: int) -> pa.StringArray:
    """A column of texts that are all null."""
    import pyarrow as pa

    return pa.nulls(length, pa.string())


def null(kind: pa.DataType) -> pa.Scalar:
    """The null of a type."""
    import pyarrow as pa

    return pa.nulls(1, kind)[0]


@cache
def false() -> pa.Scalar:
    """False, for nulls that are to be filled."""
    import numpy as np

    return booleans(np.array([False]))[0]


def or_false(column: pa.BooleanArray) -> pa.BooleanArray:
    """The column with false in the place of null."""
    import pyarrow.compute as pc

    return pc.fill_null(column, false()) if column.null_count else column


def empty(column: pa.Array) -> pa.BooleanArray:
    """True where a text is empty; null stays null."""
    import pyarrow.compute as pc

    return pc.equal(pc.binary_length(column), integer(0))


def constant(value: bool, length: int) -> pa.BooleanArray:
    """The same answer for each cell."""
    import numpy as np

    return booleans(np.full(length, value))
