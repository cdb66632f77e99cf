"""Commands: parse arguments, call, print. No logic.

Results go to stdout, notes and errors to stderr. What a command needs is imported when it runs, so that
``minutier --help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from minutier import __version__
from minutier.errors import ExitCode, MinutierError, OutputError, system_error
from minutier.validate.command import validate

if TYPE_CHECKING:
    from minutier.evaluate import Score
    from minutier.publish.verify import Problem

Command = TypeVar("Command", bound=Callable[..., Any])

OWN_MANIFEST = Path("data/sources.yaml")
"""The manifest that is built when nothing is named."""

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(path_type=Path)

DESCRIBING = {
    "date": "Day on which the live blog begins, like 2017-01-29.",
    "timezone": "Time zone in which it prints its times, like Europe/Paris.",
    "language": "Language of the live blog, like fr.",
    "contest": "Identifier of the election, like fr-primaire-gauche-2017.",
    "round": "Round of voting that it covers.",
    "title": "Title of the live blog.",
    "publisher": "Who published it.",
    "url": "Its address.",
    "license": "Licence of its text, as an SPDX identifier.",
    "text-policy": "What is published of its text: full or facts.",
}
"""Options that say what is known of a live blog; each may be left out where the document tells."""


def describing(command: Command) -> Command:
    """Add the options that describe a live blog, in the order of the help."""
    for name, text in reversed(DESCRIBING.items()):
        kind = click.IntRange(min=1) if name == "round" else None
        command = click.option(f"--{name}", type=kind, help=text)(command)
    return click.option("--people", type=FILE, help="Registry of people: CSV with name, aliases, kind, wikidata_id.")(
        command
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="minutier %(version)s")
def cli() -> None:
    """Turn election-night live blogs into validated, published open-data packages."""


@cli.command()
@click.argument("sources", nargs=-1, type=FILE)
@click.option("--manifest", type=FILE, help="Manifest that lists the sources, instead of files and options.")
@click.option("--out", type=FOLDER, help="Folder of the package.  [default: the package's name]")
@describing
@click.option("--name", help="Name of the package.  [default: the name of its folder]")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to use.")
@click.option("--force", is_flag=True, help="Replace files of the package even if somebody changed them.")
def build(
    sources: tuple[Path, ...],
    manifest: Path | None,
    out: Path | None,
    people: Path | None,
    name: str | None,
    jobs: int,
    force: bool,
    **known: Any,
) -> None:
    """Build a data package from live blogs: files, folders of files, or the sources of a manifest.

    Without arguments, builds the package of data/sources.yaml in the current folder.
    """
    from minutier import metadata, packaging, pipeline, present, publish
    from minutier.sources import package_folder, sources_of

    described = sources_of(sources, manifest, known, people=people, name=name or "", own=OWN_MANIFEST)
    folder = out or package_folder(described)
    publish.recover(folder)
    with (
        present.progress(len(described.sources), "Reading") as step,
        pipeline.build(described, jobs=jobs, on_source=lambda source: step(source.path.name)) as built,
    ):
        present.show_notes(built)
        waiting = f"another build is writing into {folder}: waiting for it"
        properties = metadata.properties(built, folder)
        with packaging.staged(built, folder, force=force, on_wait=lambda: present.note(waiting)) as package:
            packaging.describe(package, properties, folder)
            package.put_in_place()
    present.show_built(package.written, properties, folder)


@cli.command()
@click.argument("sources", nargs=-1, type=FILE, required=True)
@describing
@click.option("--table", "tables", multiple=True, help="Table to print; may be repeated.  [default: all]")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True,
    help="How to print it; csv takes one table.",
)  # fmt: skip
def extract(sources: tuple[Path, ...], people: Path | None, tables: tuple[str, ...], form: str, **known: Any) -> None:
    """Print what is found in live blogs, table by table."""
    from minutier import pipeline, present
    from minutier.sources import checked_tables, sources_of

    wanted = checked_tables(tables, one=form == "csv")
    described = sources_of(sources, None, known, people=people)
    with pipeline.build(described) as built:
        present.show_notes(built)
        rows = {table: list(built.rows(table)) for table in wanted}
        if form == "json":
            present.show_json(rows)
        elif form == "csv":
            present.show_csv(wanted[0], rows[wanted[0]])
        else:
            present.show_tables(rows, entries=built.rows("entries"))


@cli.command()
@click.argument("row_id")
@click.argument("package", type=FOLDER, default=Path())
def explain(row_id: str, package: Path) -> None:
    """Show a published value in its source: its entry with the very characters marked, and its rule.

    ROW_ID is the identifier of a row of any table, or its beginning (of a contest, with its round: fr-primaire-2017/2);
    PACKAGE the folder of a package (the current one). People, contests, live blogs and entries are shown with the
    rows that refer to them.
    """
    from minutier import explain, present

    present.show_explanation(explain.explain(row_id, package))


@cli.command()
@click.argument("package", default=".")
@click.option("--out", type=FILE, required=True, help="File to write, like page.html.")
@click.option("--force", is_flag=True, help="Replace a file that is not a page made by this command or was changed.")
def page(package: str, out: Path, force: bool) -> None:
    """Write PACKAGE as one HTML page to look at: timeline, results, turnout, quotes, each value in its source.

    The page needs no network and no other file. PACKAGE is a folder, a datapackage.json, a zip of one, or the
    address of either; the current folder when left out.
    """
    from minutier.page.command import make_page

    make_page(package, out, force=force)


@cli.command()
@click.argument("gold_dir", type=FOLDER)
@click.option("--errors", is_flag=True, help="List what was missed, extra or different.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--report", type=FILE, help="Write a page of figures by table, language and layout, in Markdown.")
def evaluate(gold_dir: Path, errors: bool, as_json: bool, report: Path | None) -> None:
    """Extract annotated live blogs and print precision, recall and F1 for each table."""
    from minutier import evaluate, present

    with present.progress(evaluate.count(gold_dir), "Evaluating") as step:
        scores = evaluate.evaluate(gold_dir, on_document=step)
    show = present.show_scores_json if as_json else present.show_scores
    show(scores, evaluate.total(scores), errors)
    if report is not None:
        _write_report(report, gold_dir, scores)


@cli.command()
@click.argument("url")
@click.option("--manifest", type=FILE, default=OWN_MANIFEST, show_default=True, help="Where to note it.")
@click.option("--id", "name", default="", help="Identifier of the source.  [default: made from the address]")
def fetch(url: str, manifest: Path, name: str) -> None:
    """Record the live blog at URL: its bytes beside the manifest, its address and time in the manifest.

    An address that was recorded before is asked whether it changed; exit code 5 says that it did not.
    What is no text is refused; a page in which no post is found is recorded with a note.
    """
    from minutier import present
    from minutier.fetch import fetch as record

    with present.busy(f"Fetching {url}") as show:
        recorded = record(url, manifest, id=name, on_bytes=lambda size: show(f"{size / 1e6:.1f} MB"))
    present.show_recorded(recorded, manifest)


@cli.group()
def export() -> None:
    """Write a package as one file for other tools: a SQLite database or a workbook."""


def exporting(command: Command) -> Command:
    """Add the argument and options that every form of export has."""
    command = click.option("--force", is_flag=True, help="Replace a file that is not an export or was changed.")(
        command
    )
    command = click.option("--out", type=FILE, help="File to write.  [default: the package's name]")(command)
    return click.argument("package", default=".")(command)


@export.command()
@exporting
@click.option("--metadata", type=FILE, help="Write the descriptions for Datasette, too, as its metadata.json.")
def sqlite(package: str, out: Path | None, force: bool, metadata: Path | None) -> None:
    """Write PACKAGE as one SQLite database: keys, indexes, views and full-text search, ready for Datasette.

    PACKAGE is a folder, a datapackage.json, a zip of one, or the address of either; the current folder when
    left out.
    """
    from minutier.export.command import export_sqlite

    export_sqlite(package, out, force=force, metadata=metadata)


@export.command()
@exporting
def xlsx(package: str, out: Path | None, force: bool) -> None:
    """Write PACKAGE as one workbook: a sheet that explains, and one for each table, with filters.

    PACKAGE is a folder, a datapackage.json, a zip of one, or the address of either; the current folder when
    left out.
    """
    from minutier.export.command import export_xlsx

    export_xlsx(package, out, force=force)


@cli.command()
@click.argument("package", type=FOLDER, default=Path())
@click.option("--to", "folder", type=FOLDER, help="Folder to write into.  [default: the package's]")
@click.option(
    "--form", "forms", type=click.Choice(["schema.org", "dcat", "croissant", "citation", "zenodo"]), multiple=True,
    help="Vocabulary to write; may be repeated.  [default: all]",
)  # fmt: skip
@click.option("--check", is_flag=True, help="Write nothing; end with 1 when a file is missing or stale.")
@click.option("--force", is_flag=True, help="Replace files that minutier did not make.")
def metadata(package: Path, folder: Path | None, forms: tuple[str, ...], check: bool, force: bool) -> int:
    """Write what catalogues ask for, from the descriptor of PACKAGE (a folder; the current one).

    schema.org and DCAT-AP as JSON-LD, Croissant, CITATION.cff and the metadata of Zenodo.
    """
    from minutier import present
    from minutier.publish import catalogue

    target = folder or package
    texts = catalogue.metadata(package, forms, target)
    if check:
        stale = catalogue.stale(texts, target)
        present.show_stale(stale, target)
        return ExitCode.FINDINGS if stale else ExitCode.OK
    present.show_written(catalogue.write_metadata(texts, target, force=force), target)
    return ExitCode.OK


@cli.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv", "markdown"]), default="text", show_default=True,
    help="How to print it; markdown is for a pull request.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(min=0), default=10, show_default=True,
    help="Rows of each kind to tell in each table; 0 for all. Totals are exact in any case.",
)  # fmt: skip
@click.option("--table", "tables", multiple=True, help="Table to compare; may be repeated.  [default: all]")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing; the exit code tells.")
def diff(old: Path, new: Path, form: str, limit: int, tables: tuple[str, ...], quiet: bool) -> int:
    """Compare two packages: schema changes, and row by row on primary keys what was added, removed or changed.

    OLD and NEW are folders with a datapackage.json, descriptors, or zips.
    Exit code 0: the same; 1: different; 3: one cannot be read.
    """
    from minutier import present
    from minutier.publish.diff import compare

    with present.busy("Comparing") as show:
        found = compare(old, new, limit=0 if quiet else limit or None, tables=tables, on_table=show)
    if not quiet:
        present.show_diff(found, form)
    return ExitCode.OK if found.is_same else ExitCode.FINDINGS


@cli.command()
@click.option("--manifest", type=FILE, default=OWN_MANIFEST, show_default=True, help="Manifest of the package.")
@click.option("--against", default="", help="What was released last: a package or a store.  [default: newest in dist]")
@click.option("--dry-run", is_flag=True, help="Say what would be released; write nothing.")
@click.option("--check", is_flag=True, help="Fail when the data changed and the version did not; write nothing.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to use.")
def release(manifest: Path, against: str, dry_run: bool, check: bool, jobs: int) -> None:
    """Release what changed: compute the version, write it, and pack dist/NAME-VERSION.zip.

    Exit code 1: validation finds errors, or (--check) the version does not say what changed; 5: nothing changed.
    """
    from minutier import present
    from minutier.manifest import read_manifest
    from minutier.release import check as foresee
    from minutier.release import release as make

    with present.progress(len(read_manifest(manifest).sources), "Reading") as step:
        told: dict[str, Any] = {"against": against, "jobs": jobs, "on_source": lambda source: step(source.path.name)}
        told["on_built"] = present.show_notes
        if check:
            present.show_checked(foresee(manifest, **told))
            return
        waiting = "another release is being made: waiting for it"
        released = make(manifest, dry_run=dry_run, on_wait=lambda: present.note(waiting), **told)
    present.show_released(released, dry_run)


@cli.command()
@click.argument("package", type=FILE, default=Path())
@click.option("--rebuild", "again", is_flag=True, help="Build it again from the sources in it, and compare the bytes.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to rebuild with.")
def verify(package: Path, again: bool, jobs: int) -> int:
    """Check the files of a package, a folder or a zip, against the sizes and hashes it was published with."""
    from minutier import present
    from minutier.publish.verify import verify as look

    with present.busy("Verifying") as show:
        verified = look(package, on_file=show)
    problems = [*verified.problems, *(_rebuilt(package, jobs) if again else ())]
    present.show_verified(verified, problems, "verified and rebuilt" if again else "verified")
    return ExitCode.FINDINGS if problems else ExitCode.OK


@cli.command()
@click.argument("package", type=FILE, required=False)
@click.option("--to", "url", required=True, help="Folder or URL of the store: any that fsspec can write.")
def publish(package: Path | None, url: str) -> int:
    """Put a release into a store, under NAME/VERSION/, where it is never changed.

    PACKAGE is the zip of a release; the newest in dist when left out. Exit code 5: it is there already.
    """
    from minutier import present
    from minutier.publish.releases import newest_of
    from minutier.publish.store import publish as put

    chosen = package or newest_of(Path())
    with present.busy(f"Publishing {chosen.name}") as show:
        verified, is_new = put(chosen, url, on_step=show)
    present.show_verified(verified, (), f"verified in {url}")
    return ExitCode.OK if is_new else ExitCode.NOTHING_NEW


@cli.command()
@click.argument("package", metavar="NAME[@VERSION]")
@click.option("--from", "url", required=True, help="Folder or URL of the store.")
@click.option("--out", type=FOLDER, help="Folder to unpack into.  [default: NAME-VERSION]")
def get(package: str, url: str, out: Path | None) -> int:
    """Download a release from a store, verify it, and unpack it.

    The latest version is taken when none is named. Exit code 5: it is there already.
    """
    from minutier import present
    from minutier.publish.store import get as download

    name, _, version = package.partition("@")
    with present.busy(f"Getting {package}") as show:
        verified, folder, is_new = download(name, version, url, out, on_step=show)
    present.show_verified(verified, (), f"verified in {folder}")
    return ExitCode.OK if is_new else ExitCode.NOTHING_NEW


cli.add_command(validate)


def _rebuilt(package: Path, jobs: int) -> list[Problem]:
    from minutier import present
    from minutier.rebuild import described, rebuild, unpacked

    with unpacked(package) as folder:
        manifest = described(folder, package)
        with present.progress(len(manifest.sources), "Rebuilding") as step:
            return rebuild(folder, manifest, jobs=jobs, on_source=lambda source: step(source.path.name))


def _write_report(report: Path, gold_dir: Path, scores: Sequence[Score]) -> None:
    from minutier.quality import page

    try:
        report.write_text(page(gold_dir, scores), encoding="utf-8")
    except OSError as error:
        raise OutputError(str(report), error.strerror or "cannot be written", "Name another file.") from None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: the one place where errors become messages and exit codes."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code of ``errors.ExitCode``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter is no error
    try:
        with cli.make_context("minutier", list(sys.argv[1:] if arguments is None else arguments)) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except MinutierError as error:
        click.echo(f"minutier: {error}", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("minutier: interrupted", err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of stdout has seen enough. Nothing more can be said there, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except OSError as error:
        refusal = system_error(error)
        click.echo(f"minutier: {refusal}", err=True)
        return refusal.exit_code
    return code if isinstance(code, int) else ExitCode.OK
