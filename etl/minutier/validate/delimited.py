"""Delimited text (CSV, TSV): rows as columns, fast where the text is plain and exact where it is not.

The file is cut into blocks at ends of rows. A block in which each quotation mark stands where RFC 4180 puts
it is read by Arrow, which is many times faster; there its reading and that of Python's csv module are the
same. Any other block (stray marks, bytes that are no UTF-8, dialects that Arrow does not know) is read row
by row by the csv module, and what is odd about its rows is told. Row numbers count the rows of the file
from 1.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from minutier.validate import arrow
from minutier.validate.model import Dialect
from minutier.validate.report import Finding
from minutier.validate.sources import SourceProblem

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

BLOCK = 4 << 20
LONGEST = 64 << 20
"""A row longer than this is not looked for further: a quotation mark was opened and never closed."""
ROWS = 20_000
"""Rows of a block that is read row by row."""
FEW_UNEVEN = 1_000
"""Rows too long or too short that a block may have to be read with each of them by itself."""
MOST_SHAPES = 64
"""Lengths of rows that a block may have to be read with those of one length together."""
BIG_CELL = 1 << 20
_LINE = re.compile(rb"[^\r\n]*+(?:\r\n|\n|\r)")


class Irregular(Exception):
    """A block that must be read row by row."""


@dataclass(slots=True)
class Plain:
    """A block of whole rows, not yet read: the first ``size`` bytes of ``held``, which is not copied.

    ``marks`` are the places of the quotation marks in it.
    """

    held: bytes
    size: int
    marks: np.ndarray[Any, Any]

    @property
    def data(self) -> bytes:
        return self.held[: self.size]


@dataclass(slots=True)
class Rows:
    """A block read row by row: the cells of each row, and what is odd about some, by index from 0."""

    rows: list[list[str]]
    notes: list[tuple[int, Finding]] = field(default_factory=list)


@dataclass(slots=True)
class Batch:
    """Columns of a block. ``numbers`` are the indexes of its rows among the ``records`` of the block.

    ``extra`` and ``short`` tell, by position in the batch, the cells too many and the number of cells there
    are.
    """

    columns: list[pa.Array]
    numbers: np.ndarray[Any, Any]
    extra: dict[int, list[str]] = field(default_factory=dict)
    short: dict[int, int] = field(default_factory=dict)
    may_have_nul: bool = True


class ByteSource:
    """Chunks of bytes that can be taken in lines or blocks, and put back."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._at_end = False

    def fill(self, size: int) -> bytes:
        """Hold at least ``size`` bytes, if the source has them; all that is held."""
        if len(self._held) < size and not self._at_end:
            parts, length = [self._held], len(self._held)
            while length < size:
                chunk = next(self._chunks, None)
                if chunk is None:
                    self._at_end = True
                    break
                parts.append(chunk)
                length += len(chunk)
            self._held = b"".join(parts)
        return self._held

    def take(self, size: int) -> bytes:
        taken, self._held = self._held[:size], self._held[size:]
        return taken

    def skip(self, size: int) -> None:
        self._held = self._held[size:]

    def put_back(self, data: bytes) -> None:
        self._held = data + self._held

    @property
    def exhausted(self) -> bool:
        return self._at_end and not self._held

    def lines(self, size: int) -> Iterator[bytes]:
        """The lines, with their ends, as a text file opened with newline='' gives them."""
        while True:
            held = self.fill(size)
            if not held:
                return
            taken = 0
            try:
                while found := _LINE.match(held, taken):  # not finditer, which begins anew at each byte
                    if found.end() == len(held) and held.endswith(b"\r") and not self._at_end:
                        break
                    taken = found.end()
                    yield found[0]
                else:
                    if self._at_end and taken < len(held):
                        start, taken = taken, len(held)
                        yield held[start:]
            finally:
                self._held = held[taken:]
            if not taken:
                if len(held) > LONGEST:
                    raise SourceProblem(
                        Finding(
                            "source-error",
                            "a line of more than 64 MB was met",
                            "check that this is a text file",
                        )
                    )
                size = 2 * len(held)


class Delimited:
    """A delimited text, taken block by block. ``row`` is the number of the next row of the file."""

    def __init__(self, chunks: Iterator[bytes], dialect: Dialect) -> None:
        self.source = ByteSource(chunks)
        self.dialect = dialect
        self.row = 1
        self._plain = can_be_plain(dialect)
        self._validate_marks()

    def _validate_marks(self) -> None:
        try:
            csv.reader([], **_csv_options(self.dialect))
        except (TypeError, csv.Error) as error:
            finding = Finding("dialect-error", f"the dialect cannot be used: {error}", "mend the dialect")
            raise SourceProblem(finding) from error

    def header(self) -> tuple[list[list[str]], list[tuple[int, Finding]]]:
        """The header rows, read; comment rows before them are skipped. The next block starts after them, and the
        dialect then says where they stood."""
        rows: list[list[str]] = []
        notes: list[tuple[int, Finding]] = []
        wanted = self.dialect.header_rows
        while self._before_content(found=bool(rows)) and not self.source.exhausted:
            block = self._row_by_row(1, 1 << 16)
            number = self.row
            notes += [(number, finding) for _, finding in block.notes]
            if not block.rows:
                break
            self.row += 1
            if (number in wanted or not wanted) and not is_comment(block.rows[0], number, self.dialect):
                rows.append(block.rows[0])
        if rows and not wanted:
            self.dialect = replace(self.dialect, header_rows=(self.row - 1,))
        return rows, notes

    def _before_content(self, found: bool) -> bool:
        """True while the next row is one of the header or stands before it."""
        if not self.dialect.header:
            return False
        return self.row <= self.dialect.header_rows[-1] if self.dialect.header_rows else not found

    def width_ahead(self) -> int:
        """The number of cells of the next row, which is left where it is."""
        held = self.source.fill(BLOCK)
        block = self._row_by_row(1, 1)
        self.source.put_back(held[: len(held) - len(self.source.fill(0))])
        return len(block.rows[0]) if block.rows else 0

    def next_plain(self) -> Plain | None:
        """The next block that may be plain, or None when there is none: at the end, or where rows must be
        read."""
        import numpy as np

        if not self._plain or self.row <= max(self.dialect.comment_rows, default=0):
            return None
        size = BLOCK
        while size <= LONGEST:
            held = self.source.fill(size)
            marks = _places(held, self.dialect.quote_char)
            cut = len(held) if len(held) < size else _last_row_end(held, marks)
            if cut:
                self.source.skip(cut)
                return Plain(held, cut, marks[: int(np.searchsorted(marks, cut))])
            if not held:
                return None
            size *= 2
        return None

    def next_rows(self) -> Rows:
        """The next block, read row by row; empty at the end."""
        return self._row_by_row(ROWS, BLOCK)

    def again(self, blocks: list[bytes]) -> Rows:
        """Put blocks back and read the first of them row by row."""
        self.source.put_back(b"".join(blocks))
        return self._row_by_row(10 * ROWS, len(blocks[0]))

    def _row_by_row(self, most_rows: int, size: int) -> Rows:
        """Up to ``most_rows`` rows from about ``size`` bytes, by the csv module."""
        lines = _Lines(self.source, self.dialect, size)
        reader = csv.reader(lines, **_csv_options(self.dialect))
        csv.field_size_limit(LONGEST)
        block = Rows([])
        try:
            while len(block.rows) < most_rows and (lines.taken < size or not block.rows):
                try:
                    cells = next(reader)
                except StopIteration:
                    break
                block.rows.append(cells)
                block.notes += [(len(block.rows) - 1, finding) for finding in lines.oddities()]
        except csv.Error as error:
            finding = Finding(
                "source-error",
                f"the rows from here on cannot be told apart: {error}",
                "close the quotation marks",
            )
            block.notes.append((len(block.rows), finding))
            self.source.fill(1)
            while not self.source.exhausted:
                self.source.take(len(self.source.fill(BLOCK)))
        finally:
            lines.close()
        return block


class _Lines:
    """The lines that the csv module asks for, decoded; remembers those of the row under way."""

    def __init__(self, source: ByteSource, dialect: Dialect, size: int) -> None:
        self._lines = source.lines(max(min(size, BLOCK), 1 << 12))
        self._dialect = dialect
        self._row: list[str] = []
        self._undecodable = 0
        self.taken = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken += len(line)
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = line.decode(errors="replace")
            self._undecodable += 1
        self._row.append(text)
        return text

    def close(self) -> None:
        self._lines.close()  # type: ignore[attr-defined]

    def oddities(self) -> list[Finding]:
        """What is odd about the row that was just read."""
        text, undecodable = "".join(self._row), self._undecodable
        self._row, self._undecodable = [], 0
        found = []
        if undecodable:
            found.append(Finding("encoding-error", "the row has bytes that its encoding does not have", ""))
        mark = self._dialect.quote_char
        if mark and mark in text and not self._dialect.escape_char:
            problem = quoting_problem(text, self._dialect)
            if problem:
                found.append(problem)
        return found


def _places(text: bytes, character: str) -> np.ndarray[Any, Any]:
    """Where a character of one byte stands in a text; nowhere when it is empty."""
    import numpy as np

    if not character:
        return np.empty(0, np.int64)
    return np.flatnonzero(np.frombuffer(text, np.uint8) == ord(character))


def _last_row_end(held: bytes, marks: np.ndarray[Any, Any]) -> int:
    """Where the last row ends that ends in these bytes, supposing that quotation marks are paired."""
    import numpy as np

    end = held.rfind(b"\n") + 1
    while end and (before := int(np.searchsorted(marks, end))) % 2:
        end = held.rfind(b"\n", 0, int(marks[before - 1])) + 1  # line ends after this mark are inside a cell
    return end


def can_be_plain(dialect: Dialect) -> bool:
    """True for the dialects that Arrow reads as the csv module does."""
    return (
        len(dialect.delimiter) == 1
        and dialect.delimiter.isascii()
        and dialect.delimiter not in "\r\n"
        and len(dialect.quote_char) <= 1
        and dialect.quote_char.isascii()
        and not dialect.escape_char
        and not dialect.skip_initial_space
    )


def is_comment(cells: list[str], number: int, dialect: Dialect) -> bool:
    """True for a row that the dialect takes out of the data."""
    if number in dialect.comment_rows:
        return True
    return bool(dialect.comment_char and cells and cells[0].startswith(dialect.comment_char))


def _csv_options(dialect: Dialect) -> dict[str, Any]:
    return {
        "delimiter": dialect.delimiter,
        "quotechar": dialect.quote_char or None,
        "quoting": csv.QUOTE_MINIMAL if dialect.quote_char else csv.QUOTE_NONE,
        # As the specification has it, marks are doubled unless there is another way to escape them.
        "doublequote": dialect.double_quote or not dialect.escape_char,
        "escapechar": dialect.escape_char or None,
        "skipinitialspace": dialect.skip_initial_space,
    }


def quoting_problem(text: str, dialect: Dialect) -> Finding | None:
    """What RFC 4180 has against the quotation marks of a row: one that is never closed, or one inside a
    cell."""
    mark, delimiter = dialect.quote_char, dialect.delimiter
    place, end = 0, len(text)
    while place < end:
        if dialect.skip_initial_space:
            while place < end and text[place] == " ":
                place += 1
        if text.startswith(mark, place):
            closing = _closing(text, place + 1, mark)
            if closing < 0:
                lines = text.count("\n", place)
                message = f"a quotation mark is opened and never closed; it swallows {lines} lines"
                return Finding("source-error", message, f"close it, or double it: {mark}{mark}")
            place = closing + 1
            if place < end and not text.startswith((delimiter, "\r", "\n"), place):
                return _stray(mark)
        following = text.find(delimiter, place)
        stop = end if following < 0 else following
        if mark in text[place:stop]:
            return _stray(mark)
        place = stop + len(delimiter)
    return None


def _closing(text: str, place: int, mark: str) -> int:
    """Where a quoted cell that begins before ``place`` is closed, or -1."""
    while True:
        place = text.find(mark, place)
        if place < 0 or not text.startswith(mark, place + 1):
            return place
        place += 2


def _stray(mark: str) -> Finding:
    message = "a quotation mark stands inside a cell that is not quoted; programs read such a row differently"
    return Finding("stray-quote", message, f"quote the cell and double the mark: {mark}{mark}", severity="warning")


# Blocks to columns


def read_plain(block: Plain, width: int, dialect: Dialect, exact_blanks: bool) -> tuple[Batch, int]:
    """The columns of a plain block and the number of its rows, comments included. Raises Irregular.

    ``exact_blanks`` asks that an empty line be told from a row of empty cells.
    """
    import pyarrow as pa

    held, size = block.held, block.size
    if len(block.marks) and not _well_quoted(block, dialect.delimiter):
        raise Irregular
    if exact_blanks and re.search(rb"(?:\A|\n|\r)(?:\r\n|\n|\r)", memoryview(held)[:size]):
        raise Irregular
    if held.find(b"\r", 0, size) >= 0 and held.count(b"\r", 0, size) != held.count(b"\r\n", 0, size):
        raise Irregular
    text = pa.py_buffer(held).slice(0, size)
    if not _is_utf8(text):
        raise Irregular
    may_have_nul = held.find(b"\0", 0, size) >= 0
    try:
        batch = _few_uneven(text, width, dialect, may_have_nul)
    except pa.ArrowInvalid:
        batch = _many_uneven(block, width, dialect, may_have_nul)
    return _without_comments(batch, dialect), len(batch.numbers)


def _parsed(text: pa.Buffer, width: int, dialect: Dialect, uneven: Any = None) -> list[pa.Array]:
    """The columns of text, known to be UTF-8, whose rows have ``width`` cells. Raises ArrowInvalid for another row,
    unless ``uneven`` takes it."""
    import pyarrow as pa
    import pyarrow.csv

    names = [str(number) for number in range(width)]
    table = pa.csv.read_csv(
        pa.BufferReader(text),
        read_options=pa.csv.ReadOptions(use_threads=False, block_size=text.size + 1, column_names=names),
        parse_options=pa.csv.ParseOptions(
            delimiter=dialect.delimiter,
            quote_char=dialect.quote_char or False,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=uneven,
        ),
        convert_options=pa.csv.ConvertOptions(
            check_utf8=False, column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
    return [column.combine_chunks() if column.num_chunks != 1 else column.chunk(0) for column in table.columns]


def _is_utf8(text: pa.Buffer) -> bool:
    import numpy as np
    import pyarrow as pa

    offsets = pa.py_buffer(np.array([0, text.size], np.int32))
    try:
        pa.Array.from_buffers(pa.string(), 1, [None, offsets, text]).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _few_uneven(text: pa.Buffer, width: int, dialect: Dialect, may_have_nul: bool) -> Batch:
    """A block in which no row, or a few, have cells too many or too few. Raises ArrowInvalid when there are many."""
    import numpy as np

    uneven: list[tuple[int, str]] = []

    def keep(row: Any) -> str:
        uneven.append((row.number - 1, row.text))
        return "skip" if len(uneven) <= FEW_UNEVEN else "error"

    columns = _parsed(text, width, dialect, keep)
    numbers = np.arange(len(columns[0]) + len(uneven))
    if not uneven:
        return Batch(columns, numbers, may_have_nul=may_have_nul)
    places = np.array([number for number, _ in uneven], np.int64)
    rows = [next(csv.reader([row], **_csv_options(dialect)), []) for _, row in uneven]
    even = Batch(columns, np.delete(numbers, places), may_have_nul=may_have_nul)
    return _joined([even, from_rows(rows, places, width)])


def _many_uneven(block: Plain, width: int, dialect: Dialect, may_have_nul: bool) -> Batch:
    """A block with rows of several lengths: those of one length are read together. Raises Irregular."""
    import numpy as np
    import pyarrow as pa

    text = np.frombuffer(block.held, np.uint8, count=block.size)
    counts, lengths = _shapes(text, block.marks, dialect)
    shapes = np.unique(counts).tolist()
    if shapes == [width] or len(shapes) > MOST_SHAPES:
        raise Irregular
    parts = []
    for count in shapes:
        chosen = counts == count
        numbers = np.flatnonzero(chosen)
        columns: list[pa.Array] = []
        if count:
            rows = pa.py_buffer(text[np.repeat(chosen, lengths)])
            try:
                columns = _parsed(rows, count, dialect)
            except pa.ArrowInvalid as error:
                raise Irregular from error
        if any(len(column) != len(numbers) for column in columns):
            raise Irregular
        spare = [column.to_pylist() for column in columns[width:]]
        extra = dict(enumerate(map(list, zip(*spare, strict=True))))
        short = dict.fromkeys(range(len(numbers)), count) if count < width else {}
        columns += [arrow.nulls(len(numbers)) for _ in range(width - count)]
        parts.append(Batch(columns[:width], numbers, extra, short, may_have_nul))
    return _joined(parts)


def _shapes(
    text: np.ndarray[Any, Any], marks: np.ndarray[Any, Any], dialect: Dialect
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Number of cells and of bytes of each row of a text that is well quoted; an empty line has no cell."""
    import numpy as np

    ends = np.flatnonzero(text == 10)
    delimiters = np.flatnonzero(text == ord(dialect.delimiter))
    if len(marks):  # after an odd number of marks, a cell goes on
        ends = ends[np.searchsorted(marks, ends) % 2 == 0]
        delimiters = delimiters[np.searchsorted(marks, delimiters) % 2 == 0]
    stops = ends + 1
    if not len(stops) or stops[-1] != len(text):
        stops = np.append(stops, len(text))
    starts = np.concatenate([[0], stops[:-1]])
    counts = np.diff(np.searchsorted(delimiters, stops), prepend=0) + 1
    lengths = stops - starts
    empty = (text[starts] == 10) | ((text[starts] == 13) & (lengths == 2) & (text[stops - 1] == 10))
    counts[empty] = 0
    return counts, lengths


def _well_quoted(block: Plain, delimiter: str) -> bool:
    """True when the quotation marks are paired, open at the start of a cell and close at its end.

    Marks are taken in turn as opening and closing; a doubled mark inside a cell closes and opens at once.
    """
    import numpy as np

    text, marks = np.frombuffer(block.held, np.uint8, count=block.size), block.marks
    if len(marks) % 2:
        return False
    opening, closing = marks[0::2], marks[1::2]
    ends = np.zeros(256, bool)
    ends[[ord(delimiter), 10, 13]] = True
    before = text[np.maximum(opening - 1, 0)]
    starts = ends[before] | (opening == 0)
    doubled = np.zeros(len(opening), bool)
    doubled[1:] = opening[1:] == closing[:-1] + 1
    if not (starts | doubled).all():
        return False
    after = text[np.minimum(closing + 1, len(text) - 1)]
    stops = ends[after] | (closing == len(text) - 1)
    doubled = np.zeros(len(closing), bool)
    doubled[:-1] = closing[:-1] + 1 == opening[1:]
    return bool((stops | doubled).all())


def from_rows(rows: Sequence[Sequence[str | None]], numbers: np.ndarray[Any, Any], width: int) -> Batch:
    """Columns of rows of any length: null where a cell is not there."""

    extra = {place: [cell or "" for cell in row[width:]] for place, row in enumerate(rows) if len(row) > width}
    short = {place: len(row) for place, row in enumerate(rows) if len(row) < width}
    if extra or short:
        rows = [[*row, *[None] * (width - len(row))][:width] for row in rows]
    columns = [arrow.texts(row[index] for row in rows) for index in range(width)]
    return Batch(columns, numbers, extra, short)


def read_rows(block: Rows, first: int, width: int, dialect: Dialect) -> tuple[Batch, int]:
    """The columns of a block that was read row by row; ``first`` is the number of its first row in the
    file."""
    import numpy as np

    kept = [place for place, row in enumerate(block.rows) if not is_comment(row, first + place, dialect)]
    rows = [block.rows[place] for place in kept]
    if dialect.skip_blank_rows:
        pairs = [(place, row) for place, row in zip(kept, rows, strict=True) if any(row)]
        kept, rows = [place for place, _ in pairs], [row for _, row in pairs]
    return from_rows(rows, np.array(kept, np.int64), width), len(block.rows)


def _joined(batches: list[Batch]) -> Batch:
    """Batches of one block as one, in no order of rows."""
    import numpy as np
    import pyarrow as pa

    before = np.cumsum([0, *(len(batch.numbers) for batch in batches)]).tolist()
    starts = list(zip(before, batches, strict=False))
    return Batch(
        [pa.concat_arrays(columns) for columns in zip(*(batch.columns for batch in batches), strict=True)],
        np.concatenate([batch.numbers for batch in batches]),
        {start + place: cells for start, batch in starts for place, cells in batch.extra.items()},
        {start + place: count for start, batch in starts for place, count in batch.short.items()},
        batches[0].may_have_nul,
    )


def _without_comments(batch: Batch, dialect: Dialect) -> Batch:
    """The batch without comment rows and, where the dialect skips them, blank rows."""
    import numpy as np
    import pyarrow.compute as pc

    drop = np.zeros(len(batch.numbers), bool)
    if dialect.comment_char and batch.columns:
        drop |= arrow.flags(pc.starts_with(batch.columns[0], dialect.comment_char))
    if dialect.skip_blank_rows and batch.columns:
        blank = np.ones(len(batch.numbers), bool)
        for column in batch.columns:
            blank &= arrow.flags(arrow.empty(column)) | arrow.flags(column.is_null())
        blank[list(batch.extra)] = False
        drop |= blank
    if not drop.any():
        return batch
    keep = np.flatnonzero(~drop)
    place = {int(old): new for new, old in enumerate(keep)}
    taken = arrow.integers(keep)
    return Batch(
        [column.take(taken) for column in batch.columns],
        batch.numbers[keep],
        {place[old]: cells for old, cells in batch.extra.items() if old in place},
        {place[old]: count for old, count in batch.short.items() if old in place},
        batch.may_have_nul,
    )
