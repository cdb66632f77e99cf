"""What ``minutier page`` does: open, check the place, make, write, say."""

from __future__ import annotations

from pathlib import Path

from minutier import present
from minutier.export.output import check_output, write_output
from minutier.package import open_package
from minutier.page.document import document, is_page
from minutier.page.gather import gather


def make_page(place: str, out: Path, *, force: bool) -> None:
    """Write the page of a package. Raises InputError when it cannot be read, OutputError when it cannot be written."""
    check_output(out, is_page, force=force)
    with present.busy(f"Reading {place}"):
        gathered = gather(open_package(place))
        data = document(gathered).encode("utf-8")
        write_output(out, data)
    present.show_page(len(data), len(gathered.nights), out)
