"""Results for people: tables and texts with rich on a terminal, plain lines in a pipe."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutier.document import Row
from minutier.publish.files import csv_line, csv_text
from minutier.tables import schema

if TYPE_CHECKING:
    from minutier.evaluate import Count, Mistake, Score
    from minutier.explain import Explanation, Mention, Span
    from minutier.export.output import Exported
    from minutier.fetch import Recorded
    from minutier.pipeline import Build
    from minutier.publish import Written
    from minutier.publish.diff import PackageDiff
    from minutier.publish.verify import Problem, Verified
    from minutier.release import Released

OPEN, CLOSE = "⟦", "⟧"
"""What the very characters of a value stand between where there is no colour."""

WIDE = 60
"""Characters of a long text that are shown in a table."""


# Tables -----------------------------------------------------------------------------------------------------


def show_tables(tables: Mapping[str, Sequence[Row]], entries: Iterable[Row]) -> None:
    """Print tables, one after the other, each with the columns that a reader looks at; ``entries`` tell the
    times.
    """
    times = {row["entry_id"]: _clock(row) for row in entries}
    for table, rows in tables.items():
        columns = _VIEWS[table]
        lines = [[_cell(view(row, times)) for view in columns.values()] for row in rows]
        _print_table(f"{table} ({len(rows)})", list(columns), lines)
    if sys.stdout.isatty() and "vote_results" in tables:
        from minutier.terminal import shares

        console = _console()
        for chart in shares(tables["vote_results"], times, console.width):
            console.print(chart)


def show_json(tables: Mapping[str, Sequence[Row]]) -> None:
    """Print tables as one JSON object: table → list of rows, times in ISO 8601."""
    values = {
        table: [{key: _jsonable(value) for key, value in row.items()} for row in rows] for table, rows in tables.items()
    }
    print(json.dumps(values, ensure_ascii=False, indent=1))


def show_csv(table: str, rows: Iterable[Row]) -> None:
    """Print one table as CSV, as it is published."""
    columns = schema(table).columns
    sys.stdout.write(csv_line(columns))
    sys.stdout.writelines(csv_line(csv_text(row[column]) for column in columns) for row in rows)


def _clock(entry: Row) -> str:
    moment: datetime | None = entry["date_published"]
    return f"{moment:%H:%M}" if moment else str(entry["section"])


def _jsonable(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that would command a terminal instead of being printed."""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def _cell(value: Any) -> str:
    text = _CONTROLS.sub(_REPLACEMENT, " ".join(csv_text(value).split()))
    return text if len(text) <= WIDE else text[: WIDE - 1] + "…"


def _figure(row: Row) -> str:
    """The figures of a row in words: ``58.65 %``, ``170–190 seats``, ``+23 %``."""
    parts = []
    for column, unit in _UNITS.items():
        value, low, high = row.get(column), row.get(f"{column}_min"), row.get(f"{column}_max")
        if value is not None:
            sign = "+" if column.startswith("change") and value > 0 else ""
            parts.append(f"{sign}{csv_text(value)} {unit}")
        elif low is not None or high is not None:
            parts.append(f"{csv_text(low)}–{csv_text(high)} {unit}")
    about = "about " if parts and row.get("is_approximate") else ""
    return about + ", ".join(parts)


_UNITS = {
    "vote_pct": "%",
    "votes": "votes",
    "seats": "seats",
    "turnout_pct": "%",
    "voters": "voters",
    "change_pct": "%",
    "change_points": "points",
}

View = Callable[[Row, Mapping[str, str]], Any]


def _column(name: str) -> View:
    return lambda row, times: row[name]


def _at(row: Row, times: Mapping[str, str]) -> str:
    return times.get(row["entry_id"] or "", "")


def _first(*names: str) -> View:
    return lambda row, times: next((row[name] for name in names if row[name]), "")


_VIEWS: dict[str, dict[str, View]] = {
    "contests": {name: _column(name) for name in ("contest_id", "round", "election_type", "country", "date")},
    "liveblogs": {name: _column(name) for name in ("liveblog_id", "title", "publisher", "language", "timezone")},
    "people": {name: _column(name) for name in ("person_id", "name", "kind", "aliases")},
    "entries": {"at": lambda row, times: _clock(row), "text": _first("headline", "text")},
    "quotes": {
        "at": _at,
        "speaker": _first("speaker", "speaker_label"),
        "quote": _column("quote"),
        "outlet": _column("outlet"),
        "rule": _column("rule"),
    },
    "vote_results": {
        "at": _at,
        "option": _column("option"),
        "figure": lambda row, times: _figure(row),
        "call": _column("candidate_status"),
        "area": _column("gp_unit"),
        "round": _column("round"),
        "stage": _column("result_stage"),
        "announced by": _first("announced_by", "pollster", "relayed_by"),
        "rule": _column("rule"),
    },
    "participation_snapshots": {
        "at": _at,
        "area": _column("gp_unit"),
        "as of": lambda row, times: f"{row['as_of']:%H:%M}" if row["as_of"] else "",
        "figure": lambda row, times: _figure(row),
        "reported as": _column("reported_as"),
        "baseline": lambda row, times: "baseline" if row["is_baseline"] else row["baseline"],
        "round": _column("round"),
        "announced by": _first("announced_by", "relayed_by"),
        "rule": _column("rule"),
    },
    "endorsements": {
        "at": _at,
        "endorser": _column("endorser"),
        "stance": _column("stance"),
        "endorsee": _column("endorsee"),
        "status": _column("endorsement_status"),
        "cue": _column("cue"),
        "rule": _column("rule"),
    },
    "issues": {
        "at": _at,
        "severity": _column("severity"),
        "code": _column("code"),
        "message": _column("message"),
    },
}
"""What a reader looks at in each table: heading → value."""


# A package --------------------------------------------------------------------------------------------------


def show_built(written: Sequence[Written], properties: Mapping[str, Any], folder: Path) -> None:
    """Say what was made: tables, rows, where."""
    lines = [[each.table, str(each.rows), ", ".join(each.paths)] for each in written]
    _print_table("", ["table", "rows", "files"], lines, numbers=(1,))
    rows = sum(each.rows for each in written)
    print(f"{properties['name']} {properties['version']}: {len(written)} tables, {rows} rows, in {folder}")


def show_exported(exported: Exported, path: Path) -> None:
    """Say what was written and where, and on stderr what could not be shown as it is."""
    for text in exported.notes:
        note(text)
    print(f"{path}: {exported.tables} tables, {exported.rows} rows, {len(exported.data):,} bytes")


def show_page(size: int, nights: int, path: Path) -> None:
    """Say what page was made, and of how many live blogs."""
    print(f"{path}: {size:,} bytes, {nights} live blog{'' if nights == 1 else 's'}")


# A row in its source ----------------------------------------------------------------------------------------


def show_explanation(found: Explanation) -> None:
    """Print a row, cell by cell, and its entry with the very characters marked."""
    key = schema(found.table).descriptor["primaryKey"]
    cells = {name: cell for name, cell in found.row.items() if cell and name not in ("text", *key)}
    print(f"{found.name} ({found.table})")
    width = max(map(len, cells), default=0)
    for name, cell in cells.items():
        print(f"  {name:{width}}  {_CONTROLS.sub(_REPLACEMENT, ' '.join(cell.split()))}")
    for correction in found.corrections:
        _print_correction(correction)
    if found.table == "corrections":
        print("\nThe row is not in the package: a correction dropped it.")
    elif found.entry is not None and not found.entry["text"]:
        print(f"\nThe text is withheld: characters {_offsets(found.row)} of the document.")
    elif found.entry is not None:
        moment = found.entry["date_published"]
        print()
        print(" ".join(filter(None, [found.entry["time_label"], f"({moment})" if moment else ""])) or "lead")
        _print_marked(found.entry["text"], found.spans)
    elif found.table == "issues":
        print("\nIt concerns the live blog as a whole.")
    if found.mentions:
        _print_mentions(found.mentions)


def _print_mentions(mentions: Sequence[Mention]) -> None:
    """Say which rows refer to a row, and where."""
    lines = [
        [
            mention.table,
            ", ".join(mention.columns),
            str(mention.rows),
            ", ".join(mention.first) + (", …" if mention.rows > len(mention.first) else ""),
        ]
        for mention in mentions
    ]
    print()
    _print_table("", ["referred to by", "column", "rows", "which"], lines, numbers=(2,))


def _print_correction(correction: Mapping[str, str]) -> None:
    """Say what was corrected by hand, why, and where the right value is found."""
    what = "added by hand"
    if correction["action"] == "change":
        old, new = (" ".join(correction[name].split()) or "nothing" for name in ("old_value", "new_value"))
        what = f"{correction['column_name']} corrected by hand from {_cell(old)} to {_cell(new)}"
    print(f"\n{what}: {correction['reason']} ({correction['source']})")


def _offsets(row: Mapping[str, str]) -> str:
    return f"{row.get('char_start')}–{row.get('char_end')}"


def _print_marked(text: str, spans: Sequence[Span]) -> None:
    text = _CONTROLS.sub(_REPLACEMENT, text)
    if not sys.stdout.isatty():
        print(marked(text, spans))
        return
    from rich.text import Text

    styles = {"value": "bold reverse", "speaker": "underline", "cue": "italic underline"}
    styled = Text(text)
    for span in spans:
        styled.stylize(styles[span.what], span.start, span.end)
    _console().print(styled)


def marked(text: str, spans: Sequence[Span]) -> str:
    """The text with the characters of the value between two marks."""
    value = next((span for span in spans if span.what == "value"), None)
    if value is None:
        return text
    return f"{text[: value.start]}{OPEN}{text[value.start : value.end]}{CLOSE}{text[value.end :]}"


# Scores -----------------------------------------------------------------------------------------------------


def show_scores(scores: Sequence[Score], sums: Mapping[str, Count], with_mistakes: bool) -> None:
    """Print precision, recall and F1 for each measure, F1 for each document, and the mistakes if asked."""
    lines = [
        [measure, *(f"{value:.3f}" for value in (count.precision, count.recall, count.f1)),
         str(count.wanted), str(count.found)]
        for measure, count in sums.items()
    ]  # fmt: skip
    heads = ["measure", "precision", "recall", "F1", "gold", "found"]
    _print_table("", heads, lines, numbers=range(1, len(heads)), bars=[count.f1 for count in sums.values()])
    by_document = [[each.document, *(f"{count.f1:.2f}" for count in each.counts.values())] for each in scores]
    heads = ["F1 by document", *sums]
    short = ["F1 by document", *(_short(measure) for measure in sums)]
    _print_table("", heads, by_document, numbers=range(1, len(heads)), short=short)
    if with_mistakes:
        for each in scores:
            for mistake in each.mistakes:
                print("\t".join([mistake.document, mistake.kind, mistake.measure, _mistake_json(mistake)]))


def _short(measure: str) -> str:
    """The head of a narrow column: ``turnout``, ``+as_of``."""
    table, plus, detail = measure.partition("+")
    return plus + detail or {
        "vote_results": "results",
        "participation_snapshots": "turnout",
        "endorsements": "stands",
    }.get(table, table)


def show_scores_json(scores: Sequence[Score], sums: Mapping[str, Count], with_mistakes: bool) -> None:
    """Print the same as one JSON object."""
    values: dict[str, Any] = {
        "total": {
            measure: {
                "precision": round(count.precision, 3),
                "recall": round(count.recall, 3),
                "f1": round(count.f1, 3),
                "gold": count.wanted,
                "found": count.found,
            }
            for measure, count in sums.items()
        },
        "f1_by_document": {
            each.document: {measure: round(count.f1, 3) for measure, count in each.counts.items()} for each in scores
        },
    }
    if with_mistakes:
        values["mistakes"] = [
            {"document": mistake.document, "kind": mistake.kind, "measure": mistake.measure,
             "gold": _bare(mistake.gold), "found": _bare(mistake.found)}
            for each in scores
            for mistake in each.mistakes
        ]  # fmt: skip
    print(json.dumps(values, ensure_ascii=False, indent=1))


def _mistake_json(mistake: Mistake) -> str:
    sides = {"gold": _bare(mistake.gold), "found": _bare(mistake.found)}
    return json.dumps({side: row for side, row in sides.items() if row}, ensure_ascii=False)


def _bare(row: Row) -> dict[str, Any]:
    """What a person compares: no empty cells, identifiers or offsets."""
    return {
        name: _jsonable(value)
        for name, value in row.items()
        if value not in (None, "", False) and not name.endswith("_id") and "char" not in name
    }


# Versions ---------------------------------------------------------------------------------------------------


def show_released(released: Released, dry_run: bool) -> None:
    """Print what a release changed, and say where it is."""
    print(released.section.rstrip())
    print()
    for path in released.left_out:
        note(f"{path}: not in the zip, since its text is withheld or it is outside the package")
    follows = f", after {released.previous}" if released.previous else ", the first release"
    if dry_run:
        print(f"{released.name} {released.version}{follows}, would be packed as {released.path}")
    else:
        print(f"{released.name} {released.version}{follows}: {released.path}")


def show_checked(foreseen: Released | None) -> None:
    """Say that the version is right."""
    if foreseen is None:
        print("nothing changed since the last release")
    elif foreseen.previous:
        print(f"{foreseen.name} {foreseen.version} says what changed since {foreseen.previous}")
    else:
        print(f"{foreseen.name} {foreseen.version}: nothing was released yet")


def show_verified(verified: Verified, problems: Sequence[Problem], done: str) -> None:
    """Print each file that is not what it should be, and what was ``done`` with how many."""
    for problem in problems:
        print(f"{problem.path}: {problem.text}")
    name = f"{verified.name} {verified.version}".strip()
    found = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}" if problems else "no problem"
    print(f"{name}: {verified.files} files, {verified.bytes:,} bytes {done}: {found}")


# On a terminal or in a pipe ---------------------------------------------------------------------------------


def _print_table(
    title: str,
    heads: Sequence[str],
    lines: Sequence[Sequence[str]],
    numbers: Iterable[int] = (),
    bars: Sequence[float] = (),
    short: Sequence[str] = (),
) -> None:
    """Print a table; columns in ``numbers`` stand to the right. On a terminal, ``bars`` (parts of one) stand
    beside the lines, and the ``short`` heads, if any, above them; the first column is then cut to fit.
    """
    if sys.stdout.isatty():
        from minutier.terminal import table

        console, cut = _console(), (0,) if short else ()
        console.print(table(title, short or heads, lines, console.width, set(numbers), bars, cut))
        return
    if title:
        print(title)
    for line in [heads, *lines]:
        print("\t".join(line))
    print()


def _console() -> Any:
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False)


@contextmanager
def progress(total: int, what: str) -> Iterator[Callable[[str], None]]:
    """A bar on the terminal while work goes on; the function it gives is called with the name of each step
    done.
    """
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=total)

        def step(name: str) -> None:
            bar.update(task, advance=1, description=f"{what}: {name}")

        yield step


@contextmanager
def busy(what: str) -> Iterator[Callable[[str], None]]:
    """A sign of life on the terminal while work of unknown length goes on; its function tells how far."""
    if not sys.stderr.isatty():
        yield lambda state: None
        return
    from rich.console import Console

    with Console(file=sys.stderr).status(what) as status:
        yield lambda state: status.update(f"{what}: {state}")


def show_written(names: Sequence[str], folder: Path) -> None:
    """Say which files were written."""
    for name in names:
        print(f"wrote {folder / name}")
    if not names:
        print(f"nothing to write: {folder} is up to date")


def show_stale(names: Sequence[str], folder: Path) -> None:
    """Say which files do not say what they should, and what to do."""
    for name in names:
        print(f"{folder / name}: missing or stale")
    if names:
        print("Run minutier metadata.")


def show_diff(found: PackageDiff, form: str) -> None:
    """Print how two packages differ: ``text`` for people, or one of the forms of ``diff_renderers``."""
    from minutier.publish.diff_renderers import RENDERERS, to_terminal

    if form == "text":
        to_terminal(found, _console())
    else:
        sys.stdout.write(RENDERERS[form](found))


def show_recorded(recorded: Recorded, manifest: Path) -> None:
    """Print what a fetch wrote, and say on stderr where it was led."""
    for address in recorded.redirects:
        note(f"redirected to {address}")
    if not recorded.has_posts:
        note(f"{recorded.path}: no post was found in it; check that the address is that of the page with its posts")
    done = "replaced" if recorded.replaced else "recorded"
    print(f"{done} {recorded.path} ({recorded.size:,} bytes, sha256 {recorded.sha256})")
    print(f"its address and time are in {manifest} under {recorded.id}")


def show_notes(build: Build) -> None:
    """Say on stderr what was assumed, what was met in reading, and what was left out."""
    for made in build.documents:
        for assumption in made.assumptions:
            note(f"{made.source.path}: {assumption.field} taken to be {assumption.value} ({assumption.why})")
        for text in made.notes:
            note(f"{made.source.path}: {text}")
    for twin, original in build.twins:
        note(f"{twin.source.path}: left out, the same live blog word for word as {original.source.path}")


def note(text: str) -> None:
    """Say something beside the result, on stderr."""
    print(f"note: {text}", file=sys.stderr)
