"""Notebooks: executed where nothing but the repository's data is at hand, and stripped of what differs each time.

``make notebooks`` keeps what this gives; a test executes them again and compares.
"""

from __future__ import annotations

import base64
import io
import shutil
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from packages_elsewhere import ROOT, copy_package

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
COLOURS = 64
"""Colours of a picture that is kept: charts have few, and a picture with a palette is a third of the size."""


def clean_state(folder: Path) -> Path:
    """A folder with the notebooks, the shipped package and the annotated live blogs; gives that of the notebooks."""
    copy_package(folder)
    shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    (folder / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "charts.mplstyle", folder / "notebooks")
    return folder / "notebooks"


def executed(notebook: Path, folder: Path) -> Any:
    """The notebook as it is when every cell has run in ``folder``, without noise. Raises CellExecutionError."""
    book = nbformat.read(notebook, as_version=4)
    client = NotebookClient(
        book, timeout=600, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--Application.log_level=ERROR"],
    )  # fmt: skip
    client.execute()
    for output in outputs(book):
        if "image/png" in output.get("data", {}):
            output.data["image/png"] = _picture(output.data["image/png"])
    return without_noise(book)


def outputs(book: Any) -> list[Any]:
    """The outputs of all cells, in order."""
    return [output for cell in book.cells for output in cell.get("outputs", [])]


def without_noise(book: Any) -> Any:
    """The notebook without counters, times and versions."""
    book.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(book.cells, 1):
        cell.id = f"cell-{number}"
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.execution_count = None
    for output in outputs(book):
        if output.output_type == "execute_result":
            output.execution_count = None
        if output.output_type in ("execute_result", "display_data"):
            output.metadata = {}
    return book


def _picture(encoded: str) -> str:
    """A PNG without metadata and with few colours."""
    from PIL import Image

    picture = Image.open(io.BytesIO(base64.b64decode(encoded))).convert("RGB")
    small = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    data = io.BytesIO()
    small.save(data, "PNG", optimize=True)
    return base64.b64encode(data.getvalue()).decode("ascii")


def difference(one: str, other: str) -> float:
    """The share of the pixels of two pictures that the eye would tell apart; 1 when their sizes differ."""
    from PIL import Image, ImageChops

    first, second = (Image.open(io.BytesIO(base64.b64decode(each))).convert("L") for each in (one, other))
    if first.size != second.size:
        return 1.0
    counts = ImageChops.difference(first, second).histogram()
    return sum(counts[48:]) / sum(counts)


def text(book: Any) -> str:
    """The file of a notebook."""
    return nbformat.writes(book).rstrip("\n") + "\n"
