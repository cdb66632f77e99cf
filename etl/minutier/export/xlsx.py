"""A package as one workbook for people who work in spreadsheets.

A first sheet explains the tables and columns; each table has a sheet with its header frozen and filters. Times are
real times of the place, and the column beside, ``…_utc_offset``, holds the offset that they had. Every text is
text: nothing becomes a formula, a link or a number. What a sheet cannot hold is said in the notes, on the first
sheet and in the cell; nothing is cut in silence.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from math import isfinite
from typing import Any

from minutier.errors import InputError
from minutier.export.output import Exported
from minutier.export.sqlite import allowed_values
from minutier.package import Package, Table
from minutier.rows import read_printed_rows

MAX_CELL = 32_767
"""Most UTF-16 code units of a cell ("Excel specifications and limits")."""

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""Most rows of a sheet, its header among them, and most columns (same source)."""

MAX_DIGITS = 15
"""Digits that a number keeps (same source); longer integers stay as text."""

FIRST_YEAR = 1900
"""First year that a spreadsheet knows; earlier days and times stay as text."""

WIDEST, NARROWEST = 60, 8
"""Widths of columns, in characters."""

MARK = "minutier"
"""Custom property of the file that marks it as ours."""

OFFSET = "_utc_offset"
"""What the name of the column of offsets ends with, beside each column of times."""

_UNDATED = "2000-01-01T00:00:00"
"""When the workbook says it was made, if the package does not tell when it was."""

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""What XML 1.0 has no way to write; control characters have one in workbooks."""

_CUT = " […] cut: {size:,} characters, a cell holds {limit:,}. The whole is in the package."


@dataclass
class _Sheet:
    """A sheet: its table, its columns as they are shown, their widths, and its number of rows."""

    table: Table
    sheet: Any
    shown: list[str]
    widths: list[int]
    rows: int


def to_xlsx(package: Package, on_table: Callable[[str], None] = lambda name: None) -> Exported:
    """The bytes of a workbook with the tables of a package; the same package gives the same bytes.

    ``on_table`` is called with the name of each table done. Raises InputError when the package cannot be read,
    or a table has more rows or columns than a sheet.
    """
    import xlsxwriter  # type: ignore[import-untyped, unused-ignore]

    if not package.tables:
        raise InputError(package.place, "the package has no table", "A table is a CSV or Parquet file with a schema.")
    data, rows = io.BytesIO(), 0
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties(_properties(package))
    book.set_custom_property(MARK, str(package.descriptor.get("version") or package.name))
    made = _Maker(package, book)
    for table in package.tables.values():
        rows += made.add(table)
        on_table(table.name)
    made.explain()
    book.close()
    return Exported(data.getvalue(), len(package.tables), rows, tuple(made.notes))


def is_our_xlsx(data: bytes) -> bool:
    """Whether these are the bytes of an export that nobody saved since: who saves changes the time of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            custom, core = (archive.read(f"docProps/{name}.xml").decode() for name in ("custom", "core"))
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, OSError, NotImplementedError, RuntimeError):
        return False
    times = re.findall(r"<dcterms:(?:created|modified)[^>]*>([^<]*)<", core)
    return f'name="{MARK}"' in custom and len(times) == 2 and len(set(times)) == 1


def _properties(package: Package) -> dict[str, Any]:
    described = package.descriptor
    try:
        created = datetime.fromisoformat(str(described.get("created") or _UNDATED)).replace(tzinfo=None)
    except ValueError:
        created = datetime.fromisoformat(_UNDATED)
    return {
        "title": str(described.get("title") or package.name),
        "subject": str(described.get("version") or ""),
        "created": created,
    }


class _Maker:
    """The sheets of a workbook; ``notes`` say what could not be shown as it is."""

    def __init__(self, package: Package, book: Any) -> None:
        self.package, self.book, self.notes = package, book, list[str]()
        self._names = _sheet_names(["about", *package.tables])
        self._about = book.add_worksheet(next(self._names))
        self._sheets: list[_Sheet] = []
        self.bold = book.add_format({"bold": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.head = book.add_format({"bold": True, "bg_color": "#D9E1F2", "bottom": 1})
        self.plain = book.add_format({"valign": "top"})
        self.quoted = book.add_format({"valign": "top", "quote_prefix": True})
        self.wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self.day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        self.moment = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})

    # A table

    def add(self, table: Table) -> int:
        """Add the sheet of a table; its number of rows."""
        rows = read_printed_rows(self.package, table)
        shown = list(_shown(table))
        place = f"{self.package.place}: {table.name}"
        for what, size, limit in (("rows", rows.num_rows + 1, MAX_ROWS), ("columns", len(shown), MAX_COLUMNS)):
            if size > limit:
                problem = f"has {size:,} {what}, its header among them; a sheet holds {limit:,}"
                raise InputError(place, problem, "Export it as sqlite, or use its CSV or Parquet file.")
        widths = [len(name) + len(" [v]") for name in shown]  # room for the button of the filter
        made = _Sheet(table, self.book.add_worksheet(next(self._names)), shown, widths, rows.num_rows)
        self._sheets.append(made)
        self._header(made.sheet, 0, shown)
        for number, row in enumerate(_rows(rows), 1):
            self._row(made, number, row)
        made.sheet.freeze_panes(1, 1)
        made.sheet.autofilter(0, 0, made.rows, len(shown) - 1)
        for column, width in enumerate(made.widths):
            made.sheet.set_column(column, column, max(NARROWEST, min(width, WIDEST)))
        return made.rows

    def _header(self, sheet: Any, line: int, names: list[str]) -> None:
        for column, name in enumerate(names):
            self._say(sheet, line, column, name, self.head)

    def _row(self, made: _Sheet, number: int, row: tuple[Any, ...]) -> None:
        column = 0
        for described, value in zip(made.table.fields, row, strict=True):
            if described.get("type") == "datetime":
                self._moment(made, number, column, value)
                column += 1
            else:
                self._cell(made, number, column, value)
            column += 1

    def _moment(self, made: _Sheet, number: int, column: int, printed: str | None) -> None:
        if printed is None:
            return
        moment = datetime.fromisoformat(printed)
        local = moment.replace(tzinfo=None)
        if local.year < FIRST_YEAR:
            self._text(made, number, column, printed)
        else:
            made.sheet.write_datetime(number, column, local, self.moment)
            self._widen(made, column, len("2017-01-29 20:41:00"))
        if moment.tzinfo:
            self._text(made, number, column + 1, moment.isoformat()[len(local.isoformat()) :])

    def _cell(self, made: _Sheet, number: int, column: int, value: Any) -> None:
        sheet = made.sheet
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(number, column, value, self.plain)
        elif isinstance(value, date) and value.year >= FIRST_YEAR:
            sheet.write_datetime(number, column, value, self.day)
            self._widen(made, column, len("2017-01-29"))
        elif _is_exact(value):
            sheet.write_number(number, column, value, self.plain)
            self._widen(made, column, len(str(value)))
        else:
            self._text(made, number, column, value.isoformat() if isinstance(value, date) else str(value))

    def _text(self, made: _Sheet, number: int, column: int, text: str) -> None:
        where = f"{made.table.name}, row {number + 1}, column {made.shown[column]}"
        if _NO_CHARACTER.search(text):
            self.notes.append(f"{where}: a character that no workbook may hold was replaced")
            text = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
        if (size := _utf16(text)) > MAX_CELL:
            self.notes.append(f"{where}: cut after {MAX_CELL:,} of {size:,} characters, which is all that a cell holds")
            text = _cut(text, _CUT.format(size=size, limit=MAX_CELL))
        # A cell with this mark stays text even when somebody edits it.
        made.sheet.write_string(number, column, text, self.quoted if _FORMULA.match(text) else self.plain)
        self._widen(made, column, max(map(len, text.split("\n"))))

    def _widen(self, made: _Sheet, column: int, width: int) -> None:
        made.widths[column] = max(made.widths[column], width + 1)

    # The first sheet

    def _say(self, sheet: Any, line: int, column: int, text: str, style: Any) -> None:
        """Write a text of the package itself, which is cut in sight when no cell holds it."""
        text = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
        if (size := _utf16(text)) > MAX_CELL:
            text = _cut(text, _CUT.format(size=size, limit=MAX_CELL))
        sheet.write_string(line, column, text, style)

    def explain(self) -> None:
        """Fill the first sheet: what the package is, how to read the sheets, the tables, the columns."""
        sheet, line = self._about, count()
        described = self.package.descriptor
        self._say(sheet, next(line), 0, str(described.get("title") or self.package.name), self.title)
        for label, text in self._told(described):
            row = next(line)
            self._say(sheet, row, 0, label, self.bold)
            self._say(sheet, row, 1, text, self.plain)
        next(line)
        for text in [*_HOW_TO_READ, *(f"Not as in the package: {note}." for note in self.notes)]:
            self._say(sheet, next(line), 0, text, self.plain)
        next(line)
        self._header(sheet, next(line), ["table", "rows", "what one row is"])
        for made in self._sheets:
            row = next(line)
            target = made.sheet.get_name().replace("'", "''")
            sheet.write_url(row, 0, f"internal:'{target}'!A1", string=made.sheet.get_name())
            sheet.write_number(row, 1, made.rows, self.plain)
            self._say(sheet, row, 2, made.table.described("description"), self.plain)
        next(line)
        first = next(line)
        self._header(sheet, first, ["table", "column", "what it holds", "type", "values"])
        last = first
        for last, cells in zip(line, self._explained(), strict=False):
            for column, text in enumerate(cells):
                self._say(sheet, last, column, text, self.wrapped if column in (2, 4) else self.plain)
        sheet.autofilter(first, 0, last, 4)
        for column, width in enumerate((26, 28, 80, 12, 60)):
            sheet.set_column(column, column, width)
        sheet.activate()

    def _told(self, described: dict[str, Any]) -> Iterator[tuple[str, str]]:
        licenses = [item.get("title") or item.get("name", "") for item in self.package.licenses]
        texts = {
            "what": described.get("description"), "name": described.get("name"), "version": described.get("version"),
            "made": described.get("created"), "homepage": described.get("homepage"), "licence": ", ".join(licenses),
        }  # fmt: skip
        yield from ((label, str(text)) for label, text in texts.items() if text)

    def _explained(self) -> Iterator[tuple[str, ...]]:
        for table in self.package.tables.values():
            for described in table.fields:
                kind, name = str(described.get("type") or "string"), described["name"]
                text = ": ".join(str(described[key]) for key in ("title", "description") if described.get(key))
                yield table.name, name, text, kind, "\n".join(allowed_values(described))
                if kind == "datetime":
                    yield table.name, name + OFFSET, _OFFSET_TOLD.format(name), "string", ""


_HOW_TO_READ = (
    "Times are those of the place where the votes were cast, and their offset from UTC is in the column beside, "
    f"whose name ends with {OFFSET}: 20:41 with +01:00 is 19:41 UTC.",
    "An empty cell means unknown. Shares are in percent: 58.65, not 0.5865.",
    "Texts are texts, even those that look like a formula, a number or a link.",
)
_OFFSET_TOLD = "Offset from UTC of {} at the place, like +01:00; a time with another offset is another instant."


def _shown(table: Table) -> Iterator[str]:
    for described in table.fields:
        yield described["name"]
        if described.get("type") == "datetime":
            yield described["name"] + OFFSET


def _rows(rows: Any) -> Iterator[tuple[Any, ...]]:
    for batch in rows.to_batches(max_chunksize=10_000):
        yield from zip(*(batch.column(index).to_pylist() for index in range(batch.num_columns)), strict=True)


def _is_exact(value: Any) -> bool:
    """Whether it is a number that a spreadsheet keeps as it is."""
    if isinstance(value, int):
        return len(str(abs(value))) <= MAX_DIGITS
    return isinstance(value, float) and isfinite(value)


def _utf16(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _cut(text: str, ending: str) -> str:
    units = text.encode("utf-16-le")[: 2 * (MAX_CELL - len(ending))]
    return units.decode("utf-16-le", "ignore") + ending  # a letter of two units is not halved


def _sheet_names(names: list[str]) -> Iterator[str]:
    """Names that sheets may have: 31 UTF-16 code units without ``[]:*?/\\'``, each one once."""
    taken: set[str] = set()
    for name in names:
        bare = re.sub(r"[\[\]:*?/\\']|[^ -\ufffd]", "_", name).strip()[:31] or "table"
        if bare.lower() == "history":  # a name that Excel keeps for itself
            bare = "history_"
        variants = (bare[: 31 - len(suffix)] + suffix for suffix in _suffixes())
        for variant in variants:
            if variant.lower() not in taken:
                taken.add(variant.lower())
                yield variant
                break


def _suffixes() -> Iterator[str]:
    yield ""
    yield from (f" ({number})" for number in count(2))
