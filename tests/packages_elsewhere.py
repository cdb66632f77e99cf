"""The shipped package in the places that it may be loaded from, and the rows of its tables as plain values."""

from __future__ import annotations

import functools
import hashlib
import json
import threading
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pandas as pd

from minutier.publish.files import canonical_line

ROOT = Path(__file__).resolve().parent.parent
SHIPPED: dict[str, Any] = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES: dict[str, dict[str, Any]] = {resource["name"]: resource for resource in SHIPPED["resources"]}
FILES = ["datapackage.json", *(resource["path"] for resource in SHIPPED["resources"])]


def fields(table: str) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in RESOURCES[table]["schema"]["fields"]}


def copy_package(folder: Path) -> Path:
    """A copy of the shipped package and nothing else."""
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((ROOT / name).read_bytes())
    return folder


def zip_package(folder: Path, path: Path, root: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in FILES:
            archive.write(folder / name, root + name)
    return path


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A web server on the loopback with the files of a folder; gives its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def plain(value: Any, kind: str) -> Any:
    """A value of any library, or of a CSV file, as one of Python's own, by the type of its column."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return None
    match kind:
        case "integer":
            assert int(value) == value
            return int(value)
        case "number":
            return float(value)
        case "boolean":
            assert value in (True, False)
            return bool(value)
        case "date":
            moment = datetime.fromisoformat(str(value))
            assert moment == datetime(moment.year, moment.month, moment.day)
            return moment.date()
        case "datetime":
            return datetime.fromisoformat(str(value))
    return str(value)


def plain_rows(table: str, rows: Iterable[Iterable[Any]]) -> list[list[Any]]:
    kinds = [field["type"] for field in fields(table).values()]
    return [[plain(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows]


def content_hash(rows: Iterable[list[Any]]) -> str:
    """The hash of rows that the descriptor declares as ``contentHash`` (docs/reference/package.md)."""
    return "sha256:" + hashlib.sha256("".join(map(canonical_line, rows)).encode()).hexdigest()


def frame_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    return zip(*(frame[name].astype(object) for name in frame.columns), strict=True)
