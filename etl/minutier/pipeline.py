"""One source to its tables, a pure function; then many sources, one at a time or on workers.

Whatever the number of workers or the order of the sources, the same sources give the same rows in the same
order. Memory follows one document: the rows of each wait on the disk until the tables are put together.
"""

from __future__ import annotations

import hashlib
import pickle
import signal
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from minutier.correcting import Corrector
from minutier.corrections import Correction, read_corrections
from minutier.document import Document, Entry, Issue, Liveblog, Row
from minutier.errors import InputError, MinutierError
from minutier.extract import Extraction, extract, missing_sections
from minutier.languages import Language, language
from minutier.liveblog import Assumption, Description, colliding, describe
from minutier.manifest import Contest, Manifest, Round, Source
from minutier.read import read_file
from minutier.registry import read_registry
from minutier.segment import Segmentation, segment
from minutier.tables import QUOTATION_LENGTH, TABLES, entry_id, row_id, schema
from minutier.tables.ids import text_sha256

FACTS = ("quotes", "vote_results", "participation_snapshots", "endorsements")
"""The tables that extraction fills."""

SHARED = ("contests", "people")
"""The tables whose rows several live blogs may have in common."""

OTHER_CONTEST = "other-contest"
"""Identifier of the contest of a fact that the source tells to be of another contest, without naming it."""

LONGEST_WORDS = 80
"""Characters of the source that the message of an issue repeats."""

IDENTITY = {
    "quotes": ("quote",),
    "vote_results": (
        "contest_id", "round", "gp_unit", "option", "candidate_status", "result_stage",
        "vote_pct", "vote_pct_min", "vote_pct_max", "votes", "seats", "seats_min", "seats_max",
    ),
    "participation_snapshots": (
        "contest_id", "round", "gp_unit", "as_of", "turnout_pct", "turnout_pct_min", "turnout_pct_max",
        "voters", "voters_min", "voters_max", "change_pct", "change_points",
    ),
    "endorsements": ("endorser", "endorsee", "stance"),
    "issues": ("code", "message"),
}  # fmt: skip
"""What, besides the entry, makes a row the row it is."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What one document gave: the rows of every table, complete and in order.

    ``notes`` say how the source was read, in words, for whoever runs the command.
    """

    liveblog: Liveblog
    rows: dict[str, list[Row]]
    text_sha256: str
    assumptions: tuple[Assumption, ...] = ()
    notes: tuple[str, ...] = ()


# One document -----------------------------------------------------------------------------------------------


def process(
    document: Document,
    source: Source,
    contests: Sequence[Contest] = (),
    registry: Sequence[Mapping[str, str]] = (),
    *,
    distinguish: bool = False,
) -> Tables:
    """The tables of one document.

    ``source`` says what is known of the live blog, ``contests`` are those of the manifest, ``registry`` the
    rows of an authored registry of people; ``distinguish`` makes an identifier of its own for a live blog
    that would else share one. Raises InputError when the document has times but nothing tells its day,
    UsageError for a language without a data file.
    """
    known = describe(document, source, contests, distinguish=distinguish)
    liveblog, tongue = known.liveblog, language(known.liveblog.language)
    segmentation = segment(document, tongue, liveblog.date, ZoneInfo(liveblog.timezone))
    _check_day(known, segmentation, source)
    document = replace(document, marks=tuple(sorted({*document.marks, *segmentation.marks})))
    entries = _identified(segmentation.entries, liveblog, document.text)
    extraction = extract(document, entries, liveblog, tongue, registry)
    unfinished: list[tuple[Issue, str | None]] = []
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    rows["liveblogs"] = [_liveblog_row(document, entries, liveblog, segmentation.order)]
    rows["entries"] = [_entry_row(entry, document.text, liveblog) for entry in entries]
    for table in FACTS:
        found = _finished(table, extraction.rows.get(table, []), unfinished)
        rows[table] = _fact_rows(table, found, entries, known)
    rows["people"] = [_complete("people", row) for row in extraction.people]
    rows["contests"] = _contest_rows(known, contests, (row for table in FACTS for row in rows[table]))
    issues = [*_issues(document, segmentation, extraction, entries), *unfinished]
    rows["issues"] = _issue_rows(issues, liveblog, document.text)
    notes = _notes(document, segmentation, tongue)
    return Tables(liveblog, rows, text_sha256(document.text), known.assumptions, notes)


def _check_day(known: Description, segmentation: Segmentation, source: Source) -> None:
    if known.day is None and any(entry.date_published for entry in segmentation.entries):
        raise InputError(
            source.place or str(source.path),
            "the live blog prints times but nothing tells the day",
            "Give it with --date 2017-01-29, or as date in the manifest.",
        )


def _identified(entries: Sequence[Entry], liveblog: Liveblog, text: str) -> list[Entry]:
    """The entries in time order, each with its identifier; equal posts of one minute are told apart by a
    count.
    """
    seen: Counter[tuple[datetime | None, str]] = Counter()
    identified = []
    for entry in sorted(entries, key=lambda entry: entry.position):
        words = text[entry.char_start : entry.char_end]
        twin = seen[entry.date_published, words]
        seen[entry.date_published, words] += 1
        name = entry_id(liveblog.liveblog_id, entry.date_published, words, twin)
        identified.append(entry._replace(entry_id=name))
    return identified


def _liveblog_row(document: Document, entries: Sequence[Entry], liveblog: Liveblog, order: str | None) -> Row:
    instants = [entry.date_published for entry in entries if entry.date_published]
    return _complete(
        "liveblogs",
        {
            "liveblog_id": liveblog.liveblog_id,
            "title": liveblog.title,
            "publisher": liveblog.publisher,
            "url": liveblog.url,
            "language": liveblog.language,
            "timezone": liveblog.timezone,
            "coverage_start": min(instants, default=None),
            "coverage_end": max(instants, default=None),
            "contest_id": liveblog.contest_id,
            "round": liveblog.round,
            "entry_order": order,
            "license": liveblog.license,
            "text_policy": liveblog.text_policy,
            "char_count": len(document.text),
            "text_sha256": text_sha256(document.text),
        },
    )


def _entry_row(entry: Entry, text: str, liveblog: Liveblog) -> Row:
    words = text[entry.char_start : entry.char_end]
    is_published = liveblog.text_policy == "full"
    headline = text[slice(*entry.headline)] if entry.headline else None
    return _complete(
        "entries",
        {
            "entry_id": entry.entry_id,
            "liveblog_id": liveblog.liveblog_id,
            "position": entry.position,
            "section": entry.section,
            "time_label": entry.time_label,
            "date_published": entry.date_published,
            "headline": headline if is_published else None,
            "text": words if is_published else None,
            "char_start": entry.char_start,
            "char_end": entry.char_end,
            "text_sha256": text_sha256(words),
            "is_pinned": entry.is_pinned,
            "is_correction": entry.is_correction,
        },
    )


def _finished(table: str, found: Iterable[Row], unfinished: list[tuple[Issue, str | None]]) -> Iterator[Row]:
    """The rows that have every value they must have; for each of the others ``unfinished`` gets an issue."""
    own = {str(schema(table).primary_key), "liveblog_id"}
    required = [
        column.name
        for column in schema(table).fields
        if column.descriptor.get("constraints", {}).get("required") and column.name not in own
    ]
    for row in found:
        missing = [name for name in required if row.get(name) in (None, "")]
        if not missing:
            yield row
            continue
        message = f"a row of {table} without {', '.join(missing)} was not published"
        start, end = row.get("char_start"), row.get("char_end")
        unfinished.append((Issue("extract", "error", "incomplete-row", message, start, end), row.get("entry_id")))


def _fact_rows(table: str, found: Iterable[Row], entries: Sequence[Entry], known: Description) -> list[Row]:
    """The rows of one table in the order of entries and words, each with its identifiers."""
    position = {entry.entry_id: entry.position for entry in entries}
    own = {"liveblog_id": known.liveblog.liveblog_id}
    if "contest_id" in _columns(table):
        own["contest_id"] = known.liveblog.contest_id  # unless the row names another one
    rows = [_complete(table, own | row | {"liveblog_id": own["liveblog_id"]}) for row in found]
    for row in rows:
        if "contest_id" in row:
            _settle_contest(row)
        if known.day is None and "as_of" in row:
            row["as_of"] = None  # an hour of an unknown day is not an instant
    identity = IDENTITY[table]
    rows.sort(
        key=lambda row: (
            position[row["entry_id"]],
            row.get("position") or 0,
            row["char_start"],
            row["char_end"],
            [_sortable(row[column]) for column in identity],
        )
    )
    _name_rows(table, rows, "entry_id")
    return rows if known.liveblog.text_policy == "full" else list(map(_shortened, rows))


def _shortened(row: Row) -> Row:
    """The row with short quotations only; its identifier and offsets are those of the whole."""
    return {
        name: _excerpt(value) if isinstance(value, str) and len(value) > QUOTATION_LENGTH else value
        for name, value in row.items()
    }


def _excerpt(text: str) -> str:
    """The beginning of a text, to the end of a word where there is one."""
    head = text[: QUOTATION_LENGTH + 1]
    return f"{(head.rsplit(None, 1)[0] if len(head.split()) > 1 else head[:QUOTATION_LENGTH])} […]"


def _settle_contest(row: Row) -> None:
    """A contest and a round go together or not at all: they are one key."""
    if row["round"] is None:
        row["contest_id"] = None
    elif row["contest_id"] is None:
        row["contest_id"] = OTHER_CONTEST


def _sortable(value: Any) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, datetime) else str(value)


def _name_rows(table: str, rows: Iterable[Row], parent: str) -> None:
    """Give each row its identifier, made from its parent and its identity; a count tells twins apart."""
    key, seen = str(schema(table).primary_key), Counter[tuple[str, ...]]()
    for row in rows:
        parts = (str(row[parent]), *(_sortable(row[column]) for column in IDENTITY[table]))
        twin = seen[parts]
        seen[parts] += 1
        row[key] = row_id(table, *parts, *([twin] if twin else []))


def _contest_rows(known: Description, contests: Sequence[Contest], facts: Iterable[Row]) -> list[Row]:
    """A row for each contest and round that the live blog or its facts are about."""
    liveblog = known.liveblog
    own = Contest(liveblog.contest_id, liveblog.election_type, known.contest_name, liveblog.country)
    described = {contest.contest_id: contest for contest in (own, *contests)}
    wanted = {(liveblog.contest_id, liveblog.round)}
    wanted |= {(row["contest_id"], row["round"]) for row in facts if row.get("contest_id")}
    rows = []
    for contest_id, number in sorted(wanted):
        contest = described.get(contest_id) or Contest(contest_id, "other")
        rounds = {entry.round: entry for entry in contest.rounds}
        is_covered = (contest_id, number) == (liveblog.contest_id, liveblog.round)
        rows.append(
            contest_row(contest, number, rounds.get(number), known.day if is_covered and not contest.rounds else None)
        )
    return rows


def contest_row(contest: Contest, number: int, known: Round | None, day: date | None = None) -> Row:
    """The row of one round of a contest; ``day`` is its day where the contest does not say."""
    return _complete(
        "contests",
        {
            "contest_id": contest.contest_id,
            "round": number,
            "name": contest.name,
            "election_type": contest.election_type,
            "country": contest.country,
            "date": known.date if known else day,
            "polls_open": known.polls_open if known else None,
            "polls_close": known.polls_close if known else None,
        },
    )


def _issues(
    document: Document, segmentation: Segmentation, extraction: Extraction, entries: Sequence[Entry]
) -> Iterator[tuple[Issue, str | None]]:
    """Every issue met on the way, with the entry it is in."""
    for issue in (*document.issues, *segmentation.issues):
        inside = (
            entry.entry_id
            for entry in entries
            if issue.char_start is not None and entry.char_start <= issue.char_start < entry.char_end
        )
        yield issue, next(inside, None)
    yield from extraction.issues


def _issue_rows(issues: Iterable[tuple[Issue, str | None]], liveblog: Liveblog, text: str) -> list[Row]:
    """The rows of the issues in the order of the text. A message ends with the words it is about, unless the text
    is withheld; the identifiers are the same in either case.
    """
    made = [
        (
            issue,
            _complete(
                "issues",
                {
                    "liveblog_id": liveblog.liveblog_id,
                    "entry_id": entry,
                    "stage": issue.stage,
                    "severity": issue.severity,
                    "code": issue.code,
                    "message": issue.message + _words_of(issue, text),
                    "char_start": issue.char_start,
                    "char_end": issue.char_end,
                },
            ),
        )
        for issue, entry in issues
    ]
    made.sort(key=lambda each: _issue_order(each[1]))
    rows = [row for _, row in made]
    _name_rows("issues", rows, "liveblog_id")
    if liveblog.text_policy == "facts":
        for issue, row in made:
            row["message"] = issue.message
    return rows


def _issue_order(row: Row) -> tuple[int, int, str, str]:
    return row["char_start"] or 0, row["char_end"] or 0, row["code"], row["message"]


def _words_of(issue: Issue, text: str) -> str:
    """The words that an issue is about, as the end of its message; nothing when it has no place."""
    if issue.char_start is None or issue.char_end is None:
        return ""
    words = " ".join(text[issue.char_start : min(issue.char_end, issue.char_start + 2 * LONGEST_WORDS)].split())
    if len(words) > LONGEST_WORDS:
        words = words[: LONGEST_WORDS - 1] + "…"
    return f": “{words}”" if words else ""


def _notes(document: Document, segmentation: Segmentation, tongue: Language) -> tuple[str, ...]:
    """What was met in reading that concerns the document as a whole, and what its language cannot have read."""
    whole = [issue for issue in (*document.issues, *segmentation.issues) if issue.char_start is None]
    unread = [
        f"{table} is not read in {tongue.code!r}: its language file has no {' and no '.join(names)} section"
        for table, names in missing_sections(tongue).items()
    ]
    return tuple(dict.fromkeys([*(issue.message for issue in whole), *unread]))


def _complete(table: str, row: Row) -> Row:
    """The row with all columns of its table, in order. KeyError for a key that is not a column."""
    columns, unknown = _columns(table), row.keys() - set(_columns(table))
    if unknown:
        raise KeyError(f"{table} has no column {', '.join(sorted(unknown))}")
    return {name: _plain(kind, row.get(name)) for name, kind in columns.items()}


@cache
def _columns(table: str) -> dict[str, str]:
    return {column.name: column.type for column in schema(table).fields}


def _plain(kind: str, value: Any) -> Any:
    """One way to write a value: numbers are floats, empty text is unknown, forms of a name sorted."""
    if kind == "number" and value is not None:
        return float(value)
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(sorted(value))
    return None if value == "" else value


# Many sources -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was processed: its live blog, the rows it shares with others, and where its own rows
    wait.
    """

    source: Source
    liveblog: Liveblog
    text_sha256: str
    shared: dict[str, list[Row]]
    counts: dict[str, int]
    spool: Path
    assumptions: tuple[Assumption, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be processed, and why."""

    source: Source
    error: MinutierError


@dataclass(frozen=True, slots=True)
class Task:
    """One source to process, and where its rows shall wait."""

    source: Source
    contests: tuple[Contest, ...]
    registry: tuple[dict[str, str], ...]
    spool: Path
    distinguish: bool = False


@dataclass
class Build:
    """Tables of many sources, to be read once or more while the build is open (a context manager).

    ``twins`` are documents that were left out because another source has the same live blog, word for word;
    ``corrected`` are the tables that are held whole because corrections concern them.
    """

    manifest: Manifest
    documents: list[Made]
    twins: list[tuple[Made, Made]]
    corrected: dict[str, list[Row]] = field(default_factory=dict)
    _stack: ExitStack = field(repr=False, default_factory=ExitStack)

    def __enter__(self) -> Build:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    @property
    def timezone(self) -> str:
        """The zone of all live blogs when they have one in common, else UTC."""
        zones = {made.liveblog.timezone for made in self.documents}
        return zones.pop() if len(zones) == 1 else "UTC"

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in published order. KeyError for a name that is not a table."""
        if table in self.corrected:
            yield from self.corrected[table]
        elif table == "contests":
            yield from self._contests()
        elif table == "people":
            yield from merge_people(row for made in self.documents for row in made.shared["people"])
        else:
            for made in self.documents:
                yield from _unspool(made.spool / table)

    def _contests(self) -> Iterator[Row]:
        authored = [
            contest_row(contest, known.round, known) for contest in self.manifest.contests for known in contest.rounds
        ]
        met = (row for made in self.documents for row in made.shared["contests"])
        yield from merge_contests([*authored, *met])


def build(manifest: Manifest, *, jobs: int = 1, on_source: Callable[[Source], None] = lambda source: None) -> Build:
    """Process every source of a manifest on ``jobs`` processes, calling ``on_source`` as each is done.

    The corrections of the manifest are applied. Raises InputError when any source cannot be processed (all of
    them are tried, and each error is told) or a correction does not fit.
    """
    if not manifest.sources:
        raise InputError(str(manifest.path or "manifest"), "lists no sources", "Add one under sources.")
    registry = read_registry(manifest.people) if manifest.people else ()
    corrections = read_corrections(manifest.corrections) if manifest.corrections else ()
    stack = ExitStack()
    with ExitStack() as on_error:
        on_error.push(stack)
        spool = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="minutier-")))
        tasks = [
            Task(source, manifest.contests, registry, spool / f"{number}")
            for number, source in enumerate(sorted(manifest.sources, key=lambda source: str(source.path)))
        ]
        made = _run(tasks, jobs, on_source)
        documents, twins = _without_twins(made)
        shared_names = colliding(item.liveblog.liveblog_id for item in documents)
        if shared_names:
            again = {item.source.path for item in documents if item.liveblog.liveblog_id in shared_names}
            redone = [
                replace(task, distinguish=True, spool=spool / f"{task.spool.name}-distinguished")
                for task in tasks
                if task.source.path in again
            ]
            kept = [item for item in documents if item.source.path not in again]
            documents, _ = _without_twins([*kept, *_run(redone, jobs, lambda source: None)])
        documents.sort(key=lambda item: item.liveblog.liveblog_id)
        built = Build(manifest, documents, twins, _stack=stack)
        _correct(built, corrections)
        on_error.pop_all()
    return built


def _correct(built: Build, corrections: Sequence[Correction]) -> None:
    """Apply corrections to the rows that wait on the disk and to those that live blogs share."""
    if not corrections:
        return
    corrector = Corrector(corrections, _identify)
    for made in built.documents:
        liveblog = next(iter(_corrected_part(made, "liveblogs", corrector)), None)
        entries = _corrected_part(made, "entries", corrector, (), liveblog)
        for table in TABLES:
            if table in corrector.tables and table not in (*SHARED, "liveblogs", "entries"):
                _corrected_part(made, table, corrector, entries, liveblog)
    for table in SHARED:
        if table in corrector.tables:
            built.corrected[table] = corrector.correct(table, built.rows(table))
    corrector.finish(built.rows, TABLES)
    built.corrected["corrections"] = corrector.rows()


def _corrected_part(
    made: Made, table: str, corrector: Corrector, entries: Sequence[Row] = (), liveblog: Row | None = None
) -> list[Row]:
    """The rows of one table of a document, corrected and put back where they wait."""
    rows = _unspool(made.spool / table)
    if table in corrector.tables:
        rows = corrector.correct(table, rows, entries, liveblog)
        _put(made.spool / table, rows)
    return rows


def _identify(table: str, row: Row) -> str:
    """The identifier that extraction would give to a row."""
    _name_rows(table, [row], "entry_id")
    return str(row[str(schema(table).primary_key)])


def _run(tasks: Sequence[Task], jobs: int, on_source: Callable[[Source], None]) -> list[Made]:
    """What the tasks made, in their order. Raises InputError with all that failed."""
    outcomes: dict[int, list[Made | Failure]] = {}
    if jobs == 1 or len(tasks) == 1:
        for number, task in enumerate(tasks):
            outcomes[number] = _process_source(task)
            on_source(task.source)
    else:
        with _workers(min(jobs, len(tasks))) as workers:
            futures = {workers.submit(_process_source, task): number for number, task in enumerate(tasks)}
            for future in as_completed(futures):
                number = futures[future]
                outcomes[number] = _result(future, tasks[number])
                on_source(tasks[number].source)
    in_order = [outcome for number in range(len(tasks)) for outcome in outcomes[number]]
    failures = [outcome for outcome in in_order if isinstance(outcome, Failure)]
    if failures:
        raise _all_errors(failures)
    return [outcome for outcome in in_order if isinstance(outcome, Made)]


@contextmanager
def _workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that leave an interruption to this one, and begin nothing new after it."""
    ignoring = (signal.SIGINT, signal.SIG_IGN)
    workers = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=signal.signal, initargs=ignoring)
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


def _result(future: Future[list[Made | Failure]], task: Task) -> list[Made | Failure]:
    try:
        return future.result()
    except BrokenProcessPool:
        remedy = "It may lack memory: build with fewer --jobs."
        return [Failure(task.source, InputError(str(task.source.path), "its process was ended", remedy))]


def _all_errors(failures: Sequence[Failure]) -> MinutierError:
    """One error that tells all of them; the first one decides the exit code."""
    if len(failures) == 1:
        return failures[0].error
    error = InputError("", "")
    error.args = ("\n".join(str(failure.error) for failure in failures),)
    error.exit_code = failures[0].error.exit_code
    return error


def _process_source(task: Task) -> list[Made | Failure]:
    """Read and process all documents of a source. Runs on a worker: its errors travel as values."""
    try:
        _check_bytes(task.source)
        outcomes: list[Made | Failure] = []
        documents = read_source(task.source)
        for number, (document, source) in enumerate(documents):
            tables = process(document, source, task.contests, task.registry, distinguish=task.distinguish)
            outcomes.append(_spool(tables, task, task.spool / str(number)))
        return outcomes
    except MinutierError as error:
        return [Failure(task.source, error)]


def read_source(source: Source) -> Iterator[tuple[Document, Source]]:
    """The documents of a source, each with what is known of it. Raises InputError when it cannot be read.

    What a manifest says of a file with several live blogs holds for each, but the identifier begins theirs.
    """
    documents = iter(read_file(source.path))
    first, second = next(documents, None), next(documents, None)
    if first is None:
        raise InputError(str(source.path), "no live blog was found in it", "Name a file that holds one.")
    if second is None:
        yield first, source
        return
    for document in chain((first, second), documents):
        own = describe(document, replace(source, id="")).liveblog.liveblog_id
        yield document, replace(source, id=f"{source.id}-{own}" if source.id else "")


def _check_bytes(source: Source) -> None:
    """The bytes are those that the manifest pins, if it does."""
    if not source.sha256 or not source.path.is_file():
        return
    with source.path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != source.sha256:
        raise InputError(
            f"{source.path} ({source.place})",
            f"its bytes are not those recorded: sha256 {found}",
            "Restore the file, or record the new hash if the change is meant.",
        )


def _spool(tables: Tables, task: Task, folder: Path) -> Made:
    """Put the rows of one document on the disk, table by table."""
    folder.mkdir(parents=True)
    for table, rows in tables.rows.items():
        if table not in SHARED:
            _put(folder / table, rows)
    return Made(
        source=task.source,
        liveblog=tables.liveblog,
        text_sha256=tables.text_sha256,
        shared={table: tables.rows[table] for table in SHARED},
        counts={table: len(rows) for table, rows in tables.rows.items()},
        spool=folder,
        assumptions=tables.assumptions,
        notes=tables.notes,
    )


def _put(path: Path, rows: list[Row]) -> None:
    with path.open("wb") as file:
        pickle.dump(rows, file, protocol=pickle.HIGHEST_PROTOCOL)


def _unspool(path: Path) -> list[Row]:
    with path.open("rb") as file:
        rows: list[Row] = pickle.load(file)  # written by this very process or its workers
    return rows


def _without_twins(documents: Sequence[Made]) -> tuple[list[Made], list[tuple[Made, Made]]]:
    """The documents without those that are another one word for word, and these with the one they repeat."""
    first: dict[tuple[str, str], Made] = {}
    kept, twins = [], []
    for item in documents:
        original = first.setdefault((item.liveblog.liveblog_id, item.text_sha256), item)
        if original is item:
            kept.append(item)
        else:
            twins.append((item, original))
    return kept, twins


# Rows that live blogs share ---------------------------------------------------------------------------------


def merge_contests(rows: Iterable[Row]) -> list[Row]:
    """One row for each contest and round, with the first value that is known of each column."""
    merged: dict[tuple[str, int], Row] = {}
    for row in rows:
        known = merged.setdefault((row["contest_id"], row["round"]), dict(row))
        for column, value in row.items():
            if known[column] is None:
                known[column] = value
    return [merged[key] for key in sorted(merged)]


def merge_people(rows: Iterable[Row]) -> list[Row]:
    """One row for each person or organisation: the fullest name, every other form as an alias."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["person_id"]].append(row)
    return [_merged_person(groups[person_id]) for person_id in sorted(groups)]


def _merged_person(rows: list[Row]) -> Row:
    kinds = ("person", "organization", "group")
    name = max((row["name"] for row in rows), key=lambda name: (len(name), name))
    forms = {form for row in rows for form in (row["name"], *(row["aliases"] or ()))}
    return {
        "person_id": rows[0]["person_id"],
        "name": name,
        "kind": min((row["kind"] for row in rows), key=kinds.index),
        "aliases": "|".join(sorted(form.replace("|", " ") for form in forms - {name})) or None,
        "wikidata_id": min((row["wikidata_id"] for row in rows if row["wikidata_id"]), default=None),
    }
