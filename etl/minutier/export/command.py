"""What ``minutier export`` does: open, check the place, make, write, say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from slugify import slugify

from minutier import present
from minutier.export.output import Exported, check_output, write_output
from minutier.package import Package, open_package


def export_sqlite(place: str, out: Path | None, *, force: bool, metadata: Path | None = None) -> None:
    """Write a package as a SQLite database, and its descriptions for Datasette into ``metadata``."""
    from minutier.export.sqlite import datasette_metadata, is_our_metadata, is_our_sqlite, to_sqlite

    package = _opened(place)
    path = out or _default(package, ".sqlite")
    if metadata is not None:
        check_output(metadata, is_our_metadata, force=force)
    _export(package, path, is_our_sqlite, to_sqlite, force=force)
    if metadata is not None:
        write_output(metadata, datasette_metadata(package, path.stem))


def export_xlsx(place: str, out: Path | None, *, force: bool) -> None:
    """Write a package as a workbook."""
    from minutier.export.xlsx import is_our_xlsx, to_xlsx

    package = _opened(place)
    _export(package, out or _default(package, ".xlsx"), is_our_xlsx, to_xlsx, force=force)


def _export(
    package: Package,
    path: Path,
    is_ours: Callable[[bytes], bool],
    make: Callable[[Package, Callable[[str], None]], Exported],
    *,
    force: bool,
) -> None:
    check_output(path, is_ours, force=force)
    with present.progress(len(package.tables), "Exporting") as step:
        exported = make(package, step)
        write_output(path, exported.data)
    present.show_exported(exported, path)


def _opened(place: str) -> Package:
    with present.busy(f"Opening {place}"):
        return open_package(place)


def _default(package: Package, suffix: str) -> Path:
    return Path((slugify(package.name) or "package") + suffix)
