"""The command ``minutier validate``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from minutier.validate.engine import Progress
    from minutier.validate.report import Report

FORMATS = ("text", "json", "junit", "github", "markdown")


@click.command()
@click.argument("package", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File for the report.  [default: standard output]",
)
@click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Folder with rules across tables of your own, applied besides; may be repeated.",
)
@click.option("--no-rules", is_flag=True, help="Leave out the rules across tables that come with minutier.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="Findings to report of each resource; 0 for all. Totals are exact in any case.",
)
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Append a summary in Markdown to a file.",
)
@click.pass_context
def validate(
    context: click.Context,
    package: Path,
    form: str,
    output: Path | None,
    folders: tuple[Path, ...],
    no_rules: bool,
    limit: int,
    summary: Path | None,
) -> None:
    """Validate a data package: its descriptor, files, cells and keys, and rules across its tables.

    PACKAGE is a folder with a datapackage.json, or a descriptor; the current folder when left out.
    Exit code 0: valid; 1: findings; 2: it could not be judged.
    """
    from minutier.errors import OutputError
    from minutier.validate import validate_package
    from minutier.validate.renderers import RENDERERS, to_markdown

    with _progress() as progress:
        report = validate_package(
            package,
            rules=not no_rules,
            rule_folders=folders,
            limit=limit or None,
            progress=progress,
        )
    try:
        if form == "text":
            _print_text(report, output, full=limit == 0)
        else:
            text = RENDERERS[form](report)
            if output is None:
                click.echo(text, nl=False)
            else:
                output.write_text(text, encoding="utf-8")
        if summary is not None:
            with summary.open("a", encoding="utf-8") as file:
                file.write(to_markdown(report))
    except OSError as error:
        place = str(error.filename or output or summary)
        raise OutputError(place, f"cannot be written: {error.strerror}", "name another file") from error
    context.exit(report.exit_code)


def _print_text(report: Report, output: Path | None, full: bool) -> None:
    from rich.console import Console

    from minutier.validate.renderers import EXAMPLES, to_terminal

    examples = None if full else EXAMPLES
    if output is None:
        to_terminal(report, Console(soft_wrap=True), examples)
        return
    with output.open("w", encoding="utf-8") as file:
        to_terminal(report, Console(file=file, soft_wrap=True), examples)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on a terminal, for work that takes more than a moment; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda resource, done, total: bar.update(
            task, description=resource, completed=done, total=total
        )
