"""From a package to its report: each resource in turn, then the keys between them, then the rules across
tables."""

from __future__ import annotations

import codecs
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from minutier.validate import arrow
from minutier.validate import descriptor as descriptors
from minutier.validate.columns import ObjectColumn
from minutier.validate.delimited import Batch, Delimited, Irregular, Plain, Rows, read_plain, read_rows
from minutier.validate.descriptor import SPREADSHEETS
from minutier.validate.header import Header, labels_of, match_header
from minutier.validate.keys import KeyTable
from minutier.validate.model import ForeignKey, Package, Resource, Schema
from minutier.validate.parquet import is_time_zone, plainer
from minutier.validate.report import Collector, Finding, Report, ResourceSummary, Total, encodable, shown
from minutier.validate.sources import (
    SourceProblem,
    content,
    guessed_encoding,
    in_utf8,
    open_binary,
    size_and_digest,
    wide_encoding,
    with_newlines,
)
from minutier.validate.table import ROW_END, BatchResult, TableCheck
from minutier.validate.values import FieldModel

if TYPE_CHECKING:
    import pyarrow as pa

    from minutier.validate.rulebook import RuleBook

LIMIT = 1000
"""Findings kept of each resource, by default. All are counted."""
LIGHT = 4 << 20
"""Bytes of files below which a package is validated without a database, rules across tables aside."""
WORKERS = max(1, min(4, os.cpu_count() or 1))
JSON_LOOK = 1 << 20
"""Bytes below which a text that begins like JSON is read as JSON, to tell that it is."""
HASHES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
DIGITS = {40: "sha1", 64: "sha256", 96: "sha384", 128: "sha512"}
"""Length of a digest → the hash that has it."""
MAGIC = {
    b"PAR1": "a Parquet file",
    b"PK\x03\x04": "a ZIP archive or a spreadsheet",
    b"\x1f\x8b": "compressed with gzip",
    b"\x28\xb5\x2f\xfd": "compressed with zstd",
    b"%PDF": "a PDF",
    b"SQLite format 3\0": "an SQLite database",
}


class Progress(Protocol):
    """Told how far the work is: the resource under way, bytes done of it and bytes in all."""

    def __call__(self, resource: str, done: int, total: int) -> None: ...


def _silent(resource: str, done: int, total: int) -> None:
    del resource, done, total


@dataclass(slots=True)
class _State:
    """What one validation gathers."""

    package: Package
    limit: int | None
    progress: Progress
    taps: dict[str, tuple[str, ...]]
    """Resource → the fields that the rules across tables ask for."""
    tap: Callable[[str, pa.Table], None]
    pool: ThreadPoolExecutor
    collectors: dict[str, Collector] = field(default_factory=dict)
    keys: dict[tuple[str, tuple[str, ...]], KeyTable] = field(default_factory=dict)
    summaries: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    unjudged: list[str] = field(default_factory=list)
    referred: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """Resource → the tuples of its fields that foreign keys lead to."""

    lent: dict[str, dict[str, FieldModel]] = field(default_factory=dict)
    """Resource → its fields that foreign keys lead to, as the tables they lead from declare them."""

    paths: dict[str, str] = field(default_factory=dict)
    """Resource → its path as it is shown."""

    light: bool = False
    """True for packages so small that starting a database would take longer than reading them."""

    def __post_init__(self) -> None:
        files = {path for resource in self.package.resources for path in resource.files}
        self.paths = {resource.name: resource.path for resource in self.package.resources}
        sizes = (path.stat().st_size for path in files if path.is_file())
        self.light = sum(sizes) < LIGHT and not any(resource.data for resource in self.package.resources)
        for resource in self.package.resources:
            models = {model.name: model for model in resource.schema.fields}
            for key in resource.schema.foreign_keys:
                self.referred.setdefault(key.resource, []).append(key.reference_fields)
                lent = {other: models[own] for own, other in zip(key.fields, key.reference_fields, strict=False)}
                self.lent.setdefault(key.resource, {}).update(lent)

    def collector(self, resource: str) -> Collector:
        if resource not in self.collectors:
            self.collectors[resource] = Collector(self.limit, resource, self.paths.get(resource, ""))
        return self.collectors[resource]


def validate_package(
    path: Path | str,
    *,
    rules: bool | Path = True,
    rule_folders: Iterable[Path] = (),
    limit: int | None = LIMIT,
    progress: Progress | None = None,
) -> Report:
    """Validate a data package: descriptor, files, cells, keys, and the rules across tables.

    ``path`` is a folder with a datapackage.json, a descriptor, or a ZIP archive of a package. ``rules`` turns
    the shipped rules across tables on or off, or names a folder of rules that are applied besides; so do
    ``rule_folders``. ``limit`` findings are kept of each resource, all with None; totals are exact in any case.
    Nothing is written but temporary files, and nothing is fetched. Raises Unjudgeable when there is no
    descriptor to read and InputError for a rule that cannot be used.
    """
    from minutier.validate.rulebook import RuleBook

    path = Path(path)
    folders = [*([] if isinstance(rules, bool) else [Path(rules)]), *rule_folders]
    with RuleBook.load(bool(rules), folders) as book:
        if path.suffix.lower() == ".zip" and path.is_file():
            from minutier.validate.archive import unpacked

            with unpacked(path) as file:
                return replace(_validated(file, book, limit, progress), package=str(path))
        return _validated(descriptors.locate(path), book, limit, progress)


def _validated(file: Path, book: RuleBook, limit: int | None, progress: Progress | None) -> Report:
    """The report on the package of a descriptor's file."""
    reading = descriptors.read_package(file)
    with ThreadPoolExecutor(WORKERS + 1, thread_name_prefix="validate") as pool:
        taps = book.wanted(reading.package)
        state = _State(reading.package, limit, progress or _silent, taps, book.take, pool, unjudged=reading.unjudged)
        for finding in reading.findings:
            state.collector(finding.resource).add(finding)
        try:
            for resource in reading.package.resources:
                _Resource(resource, state).validate()
            _foreign_keys(state)
        finally:
            for table in state.keys.values():
                table.close()
            state.keys.clear()
        state.progress("rules across tables", 0, 0)
        for finding in book.set_aside(reading.package):
            state.collector("").add(finding)
        for finding, count in book.findings(limit):
            state.collector(finding.resource).add(finding, 3 * ROW_END, count)
        return _report(state, book.applied)


def _report(state: _State, applied: tuple[str, ...]) -> Report:
    order = dict.fromkeys(["", *state.package.names, *state.collectors])
    findings: list[Finding] = []
    totals: list[Total] = []
    for name in order:
        collector = state.collectors.get(name)
        if collector is None:
            continue
        findings += collector.findings()
        totals += [
            Total(name, kind, field_, rule, severity, count)
            for (kind, field_, rule, severity), count in sorted(collector.counts.items())
        ]
    summaries = tuple(
        ResourceSummary(name, state.paths[name], rows, size, state.collector(name).errors())
        for name, (rows, size) in state.summaries.items()
    )
    return Report(str(state.package.file), tuple(findings), tuple(totals), summaries, tuple(state.unjudged), applied)


class _Resource:
    """One resource under validation."""

    def __init__(self, resource: Resource, state: _State) -> None:
        self.resource, self.state = resource, state
        self.collector = state.collector(resource.name)
        self.rows: int | None = None
        self.total = 0
        self.done = 0

    def say(self, finding: Finding, order: int = 0, row: int | None = None) -> None:
        self.collector.add(finding, order, row=row)

    def validate(self) -> None:
        size: int | None = None
        self.total = sum(path.stat().st_size for path in self.resource.files if path.is_file())
        self.state.progress(self.resource.name, 0, self.total)
        try:
            if self.resource.data is None:
                measured = self._measured()
                self._table()
                size = self._integrity(measured)
            else:
                self._table()
        except SourceProblem as problem:
            self.say(problem.finding)
        self.state.summaries[self.resource.name] = (self.rows, size)

    def _table(self) -> None:
        if not self.resource.is_table:
            for path in self.resource.files:
                open_binary(path).close()
            return
        try:
            self._read()
        except SourceProblem as problem:
            self.say(problem.finding)
            return
        if self.resource.rows is not None and self.rows is not None and self.rows != self.resource.rows:
            message = f"the descriptor says {self.resource.rows} rows, the table has {self.rows}"
            self.say(Finding("row-count", message, "update 'rows'"), ROW_END)

    # Size and hash

    def _measured(self) -> Future[tuple[int, str, str]] | None:
        """Size and digest, taken while the table is read; None when the hash is of an unknown kind."""
        algorithm = self.resource.hash.rpartition(":")[0].lower().replace("sha-", "sha") or "md5"
        if self.resource.hash and algorithm not in HASHES:
            problem = f"its hash is of the kind {shown(algorithm)!r}, which is not computed: use {', '.join(HASHES)}"
            self.state.unjudged.append(f"{self.resource.name}: {problem}")
            return None
        return self.state.pool.submit(size_and_digest, self.resource)

    def _integrity(self, measured: Future[tuple[int, str, str]] | None) -> int | None:
        if measured is None:
            return None
        try:
            size, algorithm, digest = measured.result()
        except SourceProblem as problem:
            if not self.collector.counts:
                self.say(problem.finding)
            return None
        except OSError as error:
            self.say(Finding("scheme-error", f"the file cannot be read: {error.strerror}", "check it"))
            return None
        if self.resource.bytes is not None and size != self.resource.bytes:
            message = f"the file has {size} bytes, the descriptor says {self.resource.bytes}"
            self.say(
                Finding("byte-count", message, "restore the file or update 'bytes'", value=str(size)),
                4 * ROW_END,
            )
        expected = self.resource.hash.rpartition(":")[2]
        if digest and digest != expected.lower():
            message = f"the {algorithm} of the file is {digest}, the descriptor says {shown(expected)}"
            remedy = "restore the file or update 'hash'"
            if ":" not in self.resource.hash and len(expected) in DIGITS and algorithm == "md5":
                remedy = f"write '{DIGITS[len(expected)]}:' before it: a hash without the name of its kind is an MD5"
            self.say(Finding("hash-count", message, remedy, value=digest), 4 * ROW_END)
        return size

    # Reading tables

    def _read(self) -> None:
        resource = self.resource
        if resource.data is not None and not (isinstance(resource.data, str) and resource.format in ("csv", "tsv")):
            self._native(resource.data)
        elif resource.format in ("csv", "tsv", "", "txt"):
            self._delimited()
        elif resource.format == "parquet":
            self._parquet()
        elif resource.format in ("json", "jsonl", "ndjson", "geojson"):
            self._native(self._json())
        else:
            remedy = "export the sheet as CSV or Parquet" if resource.format in SPREADSHEETS else "convert it"
            formats = "CSV, TSV, JSON and Parquet"
            problem = f"tables in the format {resource.format!r} are not read, only {formats}: {remedy}"
            self.state.unjudged.append(f"{resource.name}: {problem}")

    def _delimited(self) -> None:
        encoding, guessed = self.resource.encoding, False
        if not encoding and self.resource.files and wide_encoding(next(content(self.resource), b"")):
            encoding, guessed = self._guess(), True
        while True:
            try:
                self._delimited_as(encoding or "utf-8", strict=not encoding and not guessed)
                return
            except _NotUtf8:
                encoding, guessed = self._guess(), True

    def _chunks(self, encoding: str) -> Iterator[bytes]:
        if isinstance(self.resource.data, str):
            return iter([self.resource.data.encode("utf-8", "surrogatepass")])
        utf8 = in_utf8(self._counted(content(self.resource)), encoding)
        return with_newlines(self._without_mark(utf8), self.resource.dialect.line_terminator)

    def _counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self.done += len(chunk)
            self.state.progress(self.resource.name, min(self.done, self.total), self.total)
            yield chunk

    def _without_mark(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The text without its byte-order mark; refuses what is no text at all."""
        first = next(chunks, b"")
        for magic, what in MAGIC.items():
            if first.startswith(magic):
                finding = Finding(
                    "format-error", f"the file is not delimited text but {what}", "mend 'format' or 'path'"
                )
                raise SourceProblem(finding)
        if first.startswith(codecs.BOM_UTF8):
            first = first[len(codecs.BOM_UTF8) :]
            if codecs.lookup(self.resource.encoding or "utf-8").name != "utf-8-sig":
                message = "the file begins with a byte-order mark, which some programs take for part of the first label"
                self.say(Finding("byte-order-mark", message, "write it as UTF-8 without a mark", "warning", row=1))
        if what := _other_text(first):
            remedy = "fetch it: git lfs pull" if "LFS" in what else "download the data again"
            raise SourceProblem(Finding("format-error", f"the file is {what}, not delimited text", remedy))
        yield first
        yield from chunks

    def _guess(self) -> str:
        """The encoding of a file that declares none and is not UTF-8, with a warning. Raises
        SourceProblem."""
        encoding = guessed_encoding(content(self.resource))
        if encoding != "utf-8":
            message = f"the file is not UTF-8; it was read as {encoding}, a guess"
            remedy = f"declare 'encoding': '{encoding}', or use UTF-8"
            self.say(Finding("encoding-guessed", message, remedy, "warning"))
        return encoding

    def _delimited_as(self, encoding: str, strict: bool) -> None:
        source = Delimited(self._chunks(encoding), self.resource.dialect)
        before = self.collector.copy()
        rows, notes = source.header()
        self.resource = replace(self.resource, dialect=source.dialect)
        if strict and any(finding.type == "encoding-error" for _, finding in notes):
            raise _NotUtf8
        labels = labels_of(rows, self.resource.dialect)
        header = self._header(labels, empty=not rows and source.source.exhausted)
        for number, finding in notes:
            self.say(self._completed(finding, number, encoding), -1)
        if header is None:
            return
        if not labels and source.dialect.header:
            message = "the row of the header is empty or a comment, so that nothing says which column is which field"
            remedy = "remove the row, or say in 'headerRows' where the header is"
            self.say(Finding("blank-header", message, remedy, row=max(source.row - 1, 1)))
        if not labels and self.resource.schema.inferred:
            header = self._headless(source)
        check = self._check(header)
        reader = _Blocks(source, check, header, self.state.pool)
        self.rows = 0
        for first, result, odd in reader.results():
            if strict and any(finding.type == "encoding-error" for _, finding in odd):
                self._forget(before)
                raise _NotUtf8
            for place, finding in odd:
                self.say(self._completed(finding, first + place, encoding), -1)
            self._merge(check, result, first)
        if not self.rows:
            self._no_rows()

    def _forget(self, before: Collector) -> None:
        """Start a resource over, with what had been found ``before``."""
        self.state.collectors[self.resource.name] = self.collector = before
        for key in [key for key in self.state.keys if key[0] == self.resource.name]:
            self.state.keys.pop(key).close()
        self.done = 0

    def _completed(self, finding: Finding, row: int, encoding: str) -> Finding:
        remedy = finding.remedy or f"the file was read as {encoding}: mend 'encoding', or write it in UTF-8"
        return replace(finding, row=row, remedy=remedy)

    def _headless(self, source: Delimited) -> Header:
        """A table without header and schema has as many columns as its first row has cells."""
        width = source.width_ahead()
        return match_header(
            [f"field{number}" for number in range(1, width + 1)], Schema(inferred=True), self.resource.dialect
        )

    def _header(self, labels: list[str], empty: bool) -> Header | None:
        """The header, its findings told; None when the rows cannot be judged."""
        if empty and not labels:
            self.say(Finding("source-error", "the table is empty", "add the data, or remove the resource"))
            return None
        header = match_header(labels, self.resource.schema, self.resource.dialect)
        null = self.resource.dialect.null_sequence
        if null is not None:
            fields = tuple(replace(model, missing=model.missing | {null}) for model in header.fields)
            header = replace(header, fields=fields)
        for order, finding in enumerate(header.findings):
            self.say(finding, order)
        if self.resource.field_count is not None and self.resource.field_count != len(self.resource.schema.fields):
            message = f"the descriptor says {self.resource.field_count} fields, there are {len(header.fields)}"
            self.say(Finding("field-count", message, "update 'fields'"), ROW_END)
        return header if header.usable and header.fields else None

    def _no_rows(self) -> None:
        self.say(Finding("no-rows", "the table has a header and no rows", "", "info"))

    def _check(self, header: Header) -> TableCheck:
        """The checks of this table, with the keys that it and the resources which refer to it need."""
        schema, name = self.resource.schema, self.resource.name
        known = {model.name for model in header.fields}
        exact = [schema.primary_key] if schema.primary_key else []
        exact += [*schema.unique_keys, *((model.name,) for model in header.fields if model.unique)]
        folded = [key.fields for key in schema.foreign_keys]
        folded += self.state.referred.get(name, [])
        keys: dict[tuple[str, ...], bool] = {}
        for key in exact:
            keys[key] = False
        for key in folded:
            keys.setdefault(key, True)
        usable = [(key, runs) for key, runs in keys.items() if set(key) <= known]
        for key, runs in usable:
            self.state.keys[name, key] = KeyTable(key, runs)
        taps = [tapped for tapped in self.state.taps.get(name, ()) if tapped in known]
        # a table without a schema has texts: its keys mean what the tables that refer to it say
        lent = self.state.lent.get(name, {}) if schema.inferred else {}
        return TableCheck(header.fields, schema, self.state.limit, usable, taps, self.state.light, lent)

    def _merge(self, check: TableCheck, result: BatchResult, first: int) -> None:
        """Take in the result of a block whose first row is row ``first`` of the file."""
        assert self.rows is not None
        self.rows += result.rows
        for place, order, finding in result.findings:
            self.say(finding, order, first + place)
        self.collector.count_only(result.uncounted)
        check.enough = self.collector.full
        for (fields, _), part in zip(check.keys, result.keys, strict=True):
            self.state.keys[self.resource.name, fields].add(part, first)
        if result.tapped is not None:
            self.state.tap(self.resource.name, _moved(result.tapped, first))
        self._last = first + result.records

    # Parquet and JSON

    def _parquet(self) -> None:
        if self.resource.compression:
            raise SourceProblem(
                Finding("format-error", "a Parquet file is not compressed from outside", "store it as it is")
            )
        check: TableCheck | None = None
        labels: list[str] = []
        for path in self.resource.files:
            with open_binary(path) as handle, _damage_told(path):
                file = _opened_parquet(handle)
                names = file.schema_arrow.names
                if check is None:
                    header = self._header(names, empty=not names)
                    if header is None:
                        return
                    check, labels = self._check(header), names
                    self.rows = 0
                elif names != labels:
                    message = f"{path.name!r} has other columns than {self.resource.files[0].name!r}"
                    raise SourceProblem(Finding("source-error", message, "give the files of a table the same columns"))
                self._unknown_zones(file.schema_arrow)
                self._parquet_rows(file, check, path.stat().st_size)
        if not self.rows:
            self._no_rows()

    def _parquet_rows(self, file: Any, check: TableCheck, size: int) -> None:
        """Judge the rows of one file, which come after those of the files before it."""
        before, rows = self.done, max(file.metadata.num_rows, 1)
        assert self.rows is not None
        batches = _numbered(file.iter_batches(batch_size=1 << 16, use_threads=True), self.rows + 2)
        start = self.rows
        for first, result in _in_order(batches, lambda batch, _: check.check(*_from_parquet(batch)), self.state.pool):
            self._merge(check, result, first)
            self.done = before + size * (self.rows - start) // rows
            self.state.progress(self.resource.name, self.done, self.total)

    def _unknown_zones(self, schema: Any) -> None:
        for column in schema:
            zone = getattr(column.type, "tz", None)
            if zone and not is_time_zone(zone):
                message = f"the column {column.name!r} has the time zone {shown(zone)!r}, which is unknown"
                remedy = "write it with a zone of the IANA list; its moments are judged in UTC"
                self.say(Finding("source-error", message, remedy, "warning", field=column.name))

    def _json(self) -> Any:
        import json

        text = b"".join(content(self.resource))
        try:
            decoded = text.decode(self.resource.encoding or "utf-8-sig")
            if self.resource.format in ("jsonl", "ndjson"):  # str.splitlines ends lines at U+2028 too
                return [json.loads(line, parse_constant=_no_json) for line in decoded.split("\n") if line.strip()]
            return json.loads(decoded, parse_constant=_no_json)
        except UnicodeDecodeError as error:
            raise SourceProblem(Finding("encoding-error", str(error), "mend 'encoding'")) from error
        except (ValueError, RecursionError) as error:
            raise SourceProblem(Finding("source-error", f"the file is not JSON: {error}", "mend the file")) from error

    def _properties(self, rows: list[dict[str, Any]]) -> list[str]:
        """The columns of rows given as objects, whose properties have no order and may be left out: the fields of
        the schema, then properties that it does not have."""
        fields = [model.name for model in self.resource.schema.fields]
        return list(dict.fromkeys([*fields, *(name for row in rows for name in row)]))

    def _native(self, data: Any) -> None:
        """Rows given as JSON: arrays of cells, the labels first, or objects."""
        for part in filter(None, self.resource.dialect.data_property.split(".")):
            data = data.get(part) if isinstance(data, dict) else None
        if not isinstance(data, list) or not all(isinstance(row, list | dict) for row in data):
            remedy = "add 'format': 'csv'" if isinstance(data, str) else "mend the data"
            finding = Finding("source-error", "the data are not rows: arrays of cells, or objects", remedy)
            raise SourceProblem(finding)
        keyed = bool(data) and isinstance(data[0], dict)
        if any(isinstance(row, dict) != keyed for row in data):
            raise SourceProblem(Finding("source-error", "the rows are arrays and objects at once", "use one of them"))
        dialect = self.resource.dialect
        if keyed:
            labels = list(dialect.item_keys) or self._properties(data)
            rows = [[row.get(label) for label in labels] for row in data]
            first = 2
        else:
            labels = labels_of(data[:1], dialect) if dialect.header else []
            rows, first = (data[1:], 2) if dialect.header else (data, 1)
        header = self._header([encodable(label) for label in labels], empty=not data)
        if header is None:
            return
        check = self._check(header)
        self.rows = 0
        for start in range(0, len(rows), 20_000):
            some = rows[start : start + 20_000]
            self._merge(check, check.check(_native_batch(some, len(header.fields)), len(some)), first + start)
        if not self.rows:
            self._no_rows()


_MARKUP = re.compile(
    rb"\s*(?:<\?xml\b|<(?:!doctype|!--|html|head|body|title|meta|script|style|div|table|p|h[1-6]|center|pre|svg|rss)\b"
    rb"|<!--)",
    re.IGNORECASE,
)


def _other_text(start: bytes) -> str:
    """What a text is that is no delimited text, by its first bytes: XML, HTML, JSON; else an empty text."""
    import json

    found = _MARKUP.match(start[:4096])
    if found:
        return "XML" if found[0].strip().lower() == b"<?xml" else "an HTML page"
    if start.startswith(b"version https://git-lfs.github.com/spec/"):
        return "a pointer of Git LFS"
    if start.lstrip()[:1] in (b"{", b"[") and len(start) < JSON_LOOK:
        try:
            json.loads(start)
        except (ValueError, RecursionError):
            return ""
        return "JSON"
    return ""


def _no_json(name: str) -> Any:
    """Refuses NaN and Infinity, which Python reads and JSON does not have (RFC 8259, section 6)."""
    raise ValueError(f"{name} is not a value of JSON")


class _NotUtf8(Exception):
    """A file that declares no encoding and is not UTF-8."""


class _Blocks:
    """Reads the blocks of a delimited text on several threads and gives their results in the order of the
    file."""

    def __init__(self, source: Delimited, check: TableCheck, header: Header, pool: ThreadPoolExecutor) -> None:
        self.source, self.check, self.pool = source, check, pool
        self.width = len(header.fields)
        self.exact_blanks = any("" not in model.missing for model in header.fields)

    def results(self) -> Iterator[tuple[int, BatchResult, list[tuple[int, Finding]]]]:
        """(number of the first row, result, oddities of rows by their index in the block)."""
        waiting: deque[tuple[Plain, Future[BatchResult]]] = deque()
        while True:
            block: Plain | None = None
            while len(waiting) <= WORKERS and (block := self.source.next_plain()):
                waiting.append((block, self.pool.submit(self._plain, block)))
            if waiting:
                plain, future = waiting.popleft()
                try:
                    yield self._placed(future.result(), [])
                except Irregular:
                    # the blocks after this one were cut where its quotation marks misled
                    later = [other.data for other, _ in waiting]
                    for _, other in waiting:
                        other.cancel()
                    waiting.clear()
                    yield self._exact(self.source.again([plain.data, *later]))
                continue
            rows = self.source.next_rows()
            if not rows.rows and not rows.notes:
                return
            yield self._exact(rows)

    def _plain(self, block: Plain) -> BatchResult:
        batch, records = read_plain(block, self.width, self.source.dialect, self.exact_blanks)
        return self.check.check(batch, records)

    def _exact(self, block: Rows) -> tuple[int, BatchResult, list[tuple[int, Finding]]]:
        batch, records = read_rows(block, self.source.row, self.width, self.source.dialect)
        return self._placed(self.check.check(batch, records), block.notes)

    def _placed(
        self, result: BatchResult, notes: list[tuple[int, Finding]]
    ) -> tuple[int, BatchResult, list[tuple[int, Finding]]]:
        first = self.source.row
        self.source.row += result.records
        return first, result, notes


def _in_order(
    batches: Iterator[tuple[int, Any, int]],
    work: Callable[[Any, int], BatchResult],
    pool: ThreadPoolExecutor,
) -> Iterator[tuple[int, BatchResult]]:
    """The results of batches worked on by several threads, in order."""
    waiting: deque[tuple[int, Future[BatchResult]]] = deque()
    for first, batch, records in batches:
        waiting.append((first, pool.submit(work, batch, records)))
        if len(waiting) > WORKERS:
            place, future = waiting.popleft()
            yield place, future.result()
    for place, future in waiting:
        yield place, future.result()


def _opened_parquet(handle: IO[bytes]) -> Any:
    """The Parquet file, its footer read. Raises SourceProblem."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(handle)
        file.schema_arrow  # noqa: B018 — read here, where what is wrong with it can be told
    except (pa.ArrowException, OSError) as error:
        finding = Finding("source-error", f"this is not a whole Parquet file: {_first_line(error)}", "write it again")
        raise SourceProblem(finding) from error
    return file


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """Turns what Arrow has against the pages of a file into a SourceProblem."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError) as error:
        finding = Finding("source-error", f"{path.name!r} is damaged: {_first_line(error)}", "write it again")
        raise SourceProblem(finding) from error


def _numbered(batches: Iterator[Any], first: int) -> Iterator[tuple[int, Any, int]]:
    """(number of the first row, batch, number of rows) for each batch."""
    for batch in batches:
        yield first, batch, batch.num_rows
        first += batch.num_rows


def _from_parquet(batch: Any) -> tuple[Batch, int]:
    import numpy as np

    return Batch([plainer(column) for column in batch.columns], np.arange(batch.num_rows)), batch.num_rows


def _native_batch(rows: list[list[Any]], width: int) -> Batch:
    """JSON rows as a batch."""
    import numpy as np

    extra = {place: row[width:] for place, row in enumerate(rows) if len(row) > width}
    short = {place: len(row) for place, row in enumerate(rows) if len(row) < width}
    padded = [[*row, *[None] * (width - len(row))] for row in rows] if short else rows
    columns: list[Any] = [_native_column([row[index] for row in padded]) for index in range(width)]
    return Batch(columns, np.arange(len(rows)), extra, short)


def _native_column(cells: list[Any]) -> Any:
    """Values of JSON as a column of Arrow when they are of one kind, which is judged faster."""
    import numpy as np

    kinds = set(map(type, cells))
    try:
        if kinds <= {str, type(None)}:
            return arrow.texts(cells)
        if kinds == {int}:
            return arrow.integers(np.fromiter(cells, np.int64, len(cells)))
    except (UnicodeEncodeError, OverflowError):
        pass
    return ObjectColumn(cells)


def _moved(table: pa.Table, first: int) -> pa.Table:
    import pyarrow.compute as pc

    return table.set_column(0, "_row", pc.add(table.column(0), arrow.integer(first)))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _foreign_keys(state: _State) -> None:
    """Repeated keys of each resource, then the foreign keys between them."""
    for resource in state.package.resources:
        work = _Resource(resource, state)
        for key in dict.fromkeys(_unique_keys(resource)):
            table = state.keys.get((resource.name, key))
            if table is not None:
                _repeated(work, resource, key, table)
        for foreign in resource.schema.foreign_keys:
            _lost(work, resource, foreign, state)


def _unique_keys(resource: Resource) -> list[tuple[str, ...]]:
    schema = resource.schema
    keys = [(model.name,) for model in schema.fields if model.unique]
    return [*keys, *([schema.primary_key] if schema.primary_key else []), *schema.unique_keys]


def _repeated(work: _Resource, resource: Resource, key: tuple[str, ...], table: KeyTable) -> None:
    schema = resource.schema
    models = {model.name: model for model in schema.fields}
    kinds = []
    if len(key) == 1 and models[key[0]].unique:
        kinds.append(("unique-error", "unique"))
    if key == schema.primary_key:
        kinds.append(("primary-key", "primaryKey"))
    if key in schema.unique_keys:
        kinds.append(("unique-key", "uniqueKeys"))
    for row, earlier, values in table.repeated():
        value = shown(", ".join(values))
        for order, (kind, rule) in enumerate(kinds):
            message = f"{value!r} is the {'key' if kind != 'unique-error' else 'value'} of row {earlier} too"
            finding = Finding(
                kind,
                message,
                "remove one of the rows, or mend it",
                row=row,
                field=", ".join(key),
                value=value,
                rule=rule,
            )
            work.say(finding, 2 * ROW_END + order)


def _lost(work: _Resource, resource: Resource, foreign: ForeignKey, state: _State) -> None:
    table = state.keys.get((resource.name, foreign.fields))
    target = state.keys.get((foreign.resource, foreign.reference_fields))
    if table is None:
        return
    place = f"{foreign.resource}.{', '.join(foreign.reference_fields)}"
    if target is None and state.summaries.get(foreign.resource, (None, None))[0] is not None:
        message = f"the foreign key leads to {place}, and there is no such column"
        remedy = "mend 'foreignKeys' or add the column"
        work.say(Finding("foreign-key", message, remedy, field=", ".join(foreign.fields), rule="foreignKeys"))
        return
    if target is None:
        state.unjudged.append(
            f"{resource.name}: the foreign key {', '.join(foreign.fields)} could not be checked, because "
            f"{foreign.resource} could not be read: mend that first"
        )
        return
    other = next(one for one in state.package.resources if one.name == foreign.resource)
    if not other.schema.inferred and _kinds(resource, foreign.fields) != _kinds(other, foreign.reference_fields):
        target = KeyTable(foreign.reference_fields, runs=True)
    for first, last, values in table.leading_nowhere(target):
        value = shown(", ".join(values))
        message = f"{value!r} is not among {place}"
        finding = Finding(
            "foreign-key",
            message,
            f"add it to {foreign.resource}, or mend it",
            field=", ".join(foreign.fields),
            value=value,
            rule="foreignKeys",
        )
        for row in range(first, last + 1):
            work.say(finding, 2 * ROW_END + 8, row)


def _kinds(resource: Resource, fields: tuple[str, ...]) -> list[str]:
    """What the fields of a key can be equal to: texts, numbers, or values of their own type."""
    models = {model.name: model for model in resource.schema.fields}
    kinds = {"any": "text", "string": "text", "integer": "number", "year": "number"}
    return [kinds.get(models[name].type, models[name].type) if name in models else "text" for name in fields]
