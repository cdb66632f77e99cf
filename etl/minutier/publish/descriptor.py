"""``datapackage.json``: what a package says of itself and of each of its files (Data Package v2)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from minutier.errors import InputError
from minutier.publish.files import File, TableFiles

DESCRIPTOR = "datapackage.json"
"""Name of the descriptor, at the root of a package."""

DATA = "data"
"""Folder of the tables, beside the descriptor."""

REMEDY = "Mend the file, or move it away and build again."

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

ORDER = (
    "$schema", "name", "title", "description", "version", "created", "homepage", "keywords", "licenses",
    "sources", "contributors", "resources",
)  # fmt: skip
"""Order of the properties in the file."""


def descriptor(properties: dict[str, Any], tables: Sequence[TableFiles]) -> dict[str, Any]:
    """The descriptor of a package: its own properties, without the empty ones, and two resources a table."""
    resources = [_csv_resource(table) for table in tables] + [_parquet_resource(table) for table in tables]
    whole = {
        "$schema": PROFILE,
        **{key: value for key, value in properties.items() if value},
        "resources": resources,
    }
    return {key: whole[key] for key in sorted(whole, key=ORDER.index)}


def to_json(values: dict[str, Any]) -> bytes:
    """The bytes of a descriptor: indented UTF-8 JSON in the order of its keys, ended by a line feed."""
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The descriptor of the package in ``folder``. Raises InputError when there is none or it is not one."""
    return load_descriptor(folder / DESCRIPTOR)


def load_descriptor(path: Path) -> dict[str, Any]:
    """The descriptor in a file. Raises InputError when there is none or it is not one."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file", "Name the folder of a package.") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    return parse_descriptor(data, str(path))


def parse_descriptor(data: bytes, place: str, remedy: str = REMEDY) -> dict[str, Any]:
    """The descriptor that the bytes of a file are. Raises InputError naming ``place`` when they are none."""
    values = parse_json(data, place, remedy)
    resources = values.get("resources") if isinstance(values, dict) else None
    if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
        raise InputError(place, "not a Data Package: it has no list of resources", "Name the folder of a package.")
    return dict(values)


def parse_json(data: bytes, place: str, remedy: str = REMEDY) -> Any:
    """The values of a JSON text in UTF-8. Raises InputError naming ``place`` when it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise InputError(f"{place}, line {error.lineno}", f"not JSON: {error.msg}", remedy) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError(place, "not a JSON text in UTF-8", remedy) from error


def _csv_resource(table: TableFiles) -> dict[str, Any]:
    """The canonical resource. ``profile`` beside ``type`` is for readers of Data Package v1, like R's."""
    return {
        "name": table.schema.name,
        "type": "table",
        "profile": "tabular-data-resource",
        **_described(table),
        **_located(table.csv),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_measured(table, table.csv),
        "schema": table.schema.descriptor,
    }


def _parquet_resource(table: TableFiles) -> dict[str, Any]:
    """The same rows as Parquet.

    It has no ``type``, and ``format`` is capitalised: frictionless-py would else read it as a table through
    floating-point columns, call null integers errors, and not check the size and hash, which it does for a
    file.
    """
    return {
        "name": f"{table.schema.name}-parquet",
        **_described(table),
        **_located(table.parquet),
        "format": "Parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_measured(table, table.parquet),
        "schema": table.schema.descriptor,
    }


def _described(table: TableFiles) -> dict[str, Any]:
    return {"title": table.schema.title, "description": table.schema.description}


def _located(file: File) -> dict[str, Any]:
    return {"path": f"{DATA}/{file.path.name}"}


def _measured(table: TableFiles, file: File) -> dict[str, Any]:
    """``contentHash`` is the SHA-256 of the rows themselves (docs/reference/package.md), the same for both
    files.
    """
    return {
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "contentHash": f"sha256:{table.content_sha256}",
    }
