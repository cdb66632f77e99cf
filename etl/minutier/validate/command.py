"""The command ``minutier validate``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

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
    "--write",
    "written",
    multiple=True,
    metavar="FORM=FILE",
    help="Write the report into a file besides, in one of these forms; may be repeated.",
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
    written: tuple[str, ...],
    folders: tuple[Path, ...],
    no_rules: bool,
    limit: int,
    summary: Path | None,
) -> None:
    """Validate a data package: its descriptor, files, cells and keys, and rules across its tables.

    PACKAGE is a folder with a datapackage.json, a descriptor, or a ZIP archive of a package; the current folder
    when left out.
    Exit code 0: valid; 1: findings; 2: it could not be judged.
    """
    from minutier.validate import validate_package
    from minutier.validate.renderers import to_markdown

    targets = [_target(one) for one in written]
    with _progress() as progress:
        report = validate_package(
            package, rules=not no_rules, rule_folders=folders, limit=limit or None, progress=progress
        )
    _spare_package(report, [*(file for _, file in targets), *([summary] if summary else [])])
    for target_form, file in targets:
        _write(file, _text(report, target_form, limit), "w")
    if summary is not None:
        _write(summary, to_markdown(report), "a")
    if form == "text":
        from rich.console import Console

        _print_text(report, Console(soft_wrap=True), limit)
    else:
        click.echo(_text(report, form, limit), nl=False)
    context.exit(report.exit_code)


def _spare_package(report: Report, targets: list[Path]) -> None:
    """Refuse to write a report over a file of the package."""
    from minutier.errors import OutputError

    descriptor = Path(report.package)
    paths = [path for resource in report.resources for path in resource.path.split(", ")]
    own = {file.resolve() for file in (descriptor, *(descriptor.parent / path for path in paths))}
    for target in targets:
        if target.resolve() in own:
            raise OutputError(str(target), "is a file of the package", "name another file for the report")


def _target(written: str) -> tuple[str, Path]:
    form, sign, file = written.partition("=")
    if form not in FORMATS or not sign or not file:
        raise click.BadParameter(f"{written!r} is not FORM=FILE with a form of: {', '.join(FORMATS)}")
    return form, Path(file)


def _write(file: Path, text: str, mode: str) -> None:
    from minutier.errors import OutputError

    try:
        with file.open(mode, encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise OutputError(str(file), f"cannot be written: {error.strerror}", "name another file") from error


def _text(report: Report, form: str, limit: int) -> str:
    from minutier.validate.renderers import RENDERERS

    if form != "text":
        return RENDERERS[form](report)
    import io

    from rich.console import Console

    stream = io.StringIO()
    _print_text(report, Console(file=stream, soft_wrap=True), limit)
    return stream.getvalue()


def _print_text(report: Report, console: Console, limit: int) -> None:
    from minutier.validate.renderers import EXAMPLES, to_terminal

    to_terminal(report, console, examples=EXAMPLES if limit else None)


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
        yield lambda resource, done, total: bar.update(task, description=resource, completed=done, total=total)
