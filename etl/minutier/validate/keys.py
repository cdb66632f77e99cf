"""Keys of tables larger than memory: which rows repeat a key, which lead nowhere.

Of each key only a 64-bit hash is kept in memory, 16 bytes a row with its number; the texts go to a temporary
file and are read back only for rows whose hash is met twice, so that a repeated key is never reported
wrongly. A reference is accepted when its hash is among those of the keys it may lead to.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

from minutier.validate import arrow

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_local = threading.local()
_lock = threading.Lock()
_shared: list[Any] = []
"""One database for the hashes of this process, opened when it is needed; each thread has a cursor on it."""


@dataclass(frozen=True, slots=True)
class KeyPart:
    """The keys of one batch: those of rows without a null among their fields.

    ``rows`` count from the batch's first row. A run of rows with the same key is one: ``rows`` has its
    first row and ``ends`` its last.
    """

    rows: np.ndarray[Any, Any]
    ends: np.ndarray[Any, Any]
    hashes: np.ndarray[Any, Any]
    texts: list[pa.Array]


def key_part(texts: list[pa.Array], rows: np.ndarray[Any, Any], runs: bool, light: bool) -> KeyPart:
    """The keys of a batch from the canonical texts of their fields. ``runs`` folds neighbours that are equal;
    ``light`` hashes without a database, which takes longer for each key and less to begin."""
    import numpy as np
    import pyarrow.compute as pc

    ends = rows
    if any(text.null_count for text in texts):
        full = np.ones(len(rows), bool)
        for text in texts:
            full &= arrow.flags(text.is_valid())
        keep = np.flatnonzero(full)
        texts, rows = [text.take(arrow.integers(keep)) for text in texts], rows[keep]
        ends = rows
    if runs and len(rows) > 1:
        changed = np.ones(len(rows), bool)
        changed[1:] = np.diff(rows) != 1
        for text in texts:
            changed[1:] |= arrow.flags(pc.not_equal(text.slice(1), text.slice(0, len(text) - 1)))
        starts = np.flatnonzero(changed)
        ends = rows[np.append(starts[1:] - 1, len(rows) - 1)]
        texts, rows = [text.take(arrow.integers(starts)) for text in texts], rows[starts]
    return KeyPart(rows, ends, _light_hashes(texts) if light else _hashes(texts), texts)


def _light_hashes(texts: list[pa.Array]) -> np.ndarray[Any, Any]:
    import numpy as np

    keys = zip(*(text.to_pylist() for text in texts), strict=True)
    return np.fromiter(map(hash, keys), np.int64, len(texts[0])).view(np.uint64)


def _hashes(texts: list[pa.Array]) -> np.ndarray[Any, Any]:
    import duckdb
    import pyarrow as pa

    if not hasattr(_local, "connection"):
        with _lock:
            if not _shared:
                _shared.append(duckdb.connect(config={"threads": 1}))
            _local.connection = _shared[0].cursor()
    batch = pa.table({f"k{index}": text for index, text in enumerate(texts)})
    query = f"SELECT hash({', '.join(batch.column_names)}) AS h FROM batch"  # the variable above
    hashes: np.ndarray[Any, Any] = _local.connection.execute(query).fetchnumpy()["h"]
    return hashes


@dataclass(slots=True)
class KeyTable:
    """The keys of one tuple of fields of one resource, in the order of the file."""

    fields: tuple[str, ...]
    runs: bool
    _rows: list[np.ndarray[Any, Any]] = field(default_factory=list)
    _ends: list[np.ndarray[Any, Any]] = field(default_factory=list)
    _hashes: list[np.ndarray[Any, Any]] = field(default_factory=list)
    _file: IO[bytes] | None = None
    _writer: Any = None
    _sorted: np.ndarray[Any, Any] | None = None

    def add(self, part: KeyPart, before: int) -> None:
        """Add the keys of a batch whose first row is row ``before`` of the file."""
        import pyarrow as pa

        if not len(part.rows):
            return
        self._rows.append(part.rows + before)
        if self.runs:
            self._ends.append(part.ends + before)
        self._hashes.append(part.hashes)
        batch = pa.record_batch(part.texts, names=[str(index) for index in range(len(part.texts))])
        if self._writer is None:
            self._file = tempfile.TemporaryFile(prefix="minutier-keys-")  # noqa: SIM115 — closed in close()
            self._writer = pa.ipc.new_stream(self._file, batch.schema)
        self._writer.write_batch(batch)

    def repeated(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """(row, earlier row with the same key, key) for each row that repeats a key, exactly, in no order."""
        import numpy as np

        if not self._hashes:
            return
        hashes = np.concatenate(self._hashes)
        ordered = self._ordered()
        twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        if not len(twice):
            return
        suspects = np.flatnonzero(_is_in(hashes, twice))
        rows = np.concatenate(self._rows)[suspects]
        seen: dict[tuple[str, ...], int] = {}
        for place, key in sorted(zip(rows.tolist(), self._texts(suspects), strict=True)):
            if key in seen:
                yield place, seen[key], key
            seen[key] = place

    def leading_nowhere(self, target: KeyTable) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """(first row, last row, key) of the runs of rows whose key is not among those of ``target``."""
        import numpy as np

        if not self._hashes:
            return
        ordered = self._ordered()
        nowhere = np.unique(ordered[~_is_in(ordered, target._ordered())])  # in order, which is many times faster
        if not len(nowhere):
            return
        lost = np.flatnonzero(_is_in(np.concatenate(self._hashes), nowhere))
        first = np.concatenate(self._rows)[lost]
        last = np.concatenate(self._ends)[lost] if self.runs else first
        yield from zip(first.tolist(), last.tolist(), self._texts(lost), strict=True)

    def _ordered(self) -> np.ndarray[Any, Any]:
        import numpy as np

        if self._sorted is None:
            self._sorted = np.concatenate(self._hashes) if self._hashes else np.empty(0, np.uint64)
            self._sorted.sort()
        return self._sorted

    def _texts(self, places: np.ndarray[Any, Any]) -> list[tuple[str, ...]]:
        """The keys at some places, which are in order."""
        import numpy as np
        import pyarrow as pa

        if self._writer is not None:
            self._writer.close()
            self._writer = None
        assert self._file is not None
        self._file.seek(0)
        found: list[tuple[str, ...]] = []
        start = 0
        for batch in pa.ipc.open_stream(self._file):
            first, last = np.searchsorted(places, [start, start + batch.num_rows])
            if last > first:
                taken = batch.take(arrow.integers(places[first:last] - start))
                found += zip(*(column.to_pylist() for column in taken.columns), strict=True)
            start += batch.num_rows
        return found

    def close(self) -> None:
        """Let go of the temporary file."""
        if self._file is not None:
            self._file.close()


def _is_in(values: np.ndarray[Any, Any], ordered: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """For each value, whether it is among the ordered ones."""
    import numpy as np

    if not len(ordered):
        return np.zeros(len(values), bool)
    places = np.searchsorted(ordered, values)
    places[places == len(ordered)] = 0
    found: np.ndarray[Any, Any] = ordered[places] == values
    return found
