"""A data package wherever it is: in a folder, in a zip archive, or at an address.

Opens any Data Package (v1 or v2) and tells its tables; their rows are read by ``rows.py``. What comes over a
network is checked against the hashes that the descriptor gives.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from minutier.errors import InputError
from minutier.publish import DESCRIPTOR, parse_descriptor, read_descriptor, recover

PARQUET = "-parquet"
"""What the name of a table's Parquet resource ends with (docs/reference/package.md)."""

Read = Callable[[str], bytes]
"""From a path inside a package to the bytes of the file."""

_ZIP = b"PK\x03\x04"
_WHERE = "Name a folder with a datapackage.json, the descriptor itself, a zip of one, or the address of either."


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a package: its Table Schema, and the resources that hold its rows; one of them may be None."""

    name: str
    schema: dict[str, Any]
    csv: dict[str, Any] | None
    parquet: dict[str, Any] | None

    @property
    def fields(self) -> list[dict[str, Any]]:
        return list(self.schema["fields"])

    @property
    def columns(self) -> list[str]:
        return [field["name"] for field in self.fields]

    @property
    def primary_key(self) -> list[str]:
        return _names(self.schema.get("primaryKey"))

    @property
    def foreign_keys(self) -> list[tuple[list[str], str, list[str]]]:
        """Columns, the table they lead to (perhaps this one), and its columns."""
        return [
            (_names(key["fields"]), key["reference"].get("resource") or self.name, _names(key["reference"]["fields"]))
            for key in self.schema.get("foreignKeys") or ()
        ]

    def described(self, key: str) -> str:
        """The ``title`` or ``description`` of the table, empty when it has none."""
        return str((self.csv or self.parquet or {}).get(key) or self.schema.get(key) or "")


@dataclass(frozen=True)
class Package:
    """An open package. ``place`` is its descriptor, for messages; ``is_verified`` tells whether files are
    checked against their hashes when they are read.
    """

    place: str
    descriptor: dict[str, Any]
    read: Read
    is_verified: bool = False

    @property
    def name(self) -> str:
        return str(self.descriptor.get("name") or "package")

    @property
    def licenses(self) -> list[dict[str, str]]:
        """Each licence's ``name``, ``title`` and ``path``, as far as they are told."""
        listed = self.descriptor.get("licenses")
        items = [item for item in (listed if isinstance(listed, list) else ()) if isinstance(item, dict)]
        return [{key: str(item[key]) for key in ("name", "title", "path") if item.get(key)} for item in items]

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables by name, in the order of the descriptor. Raises InputError for a schema that is none."""
        named = ((resource.get("name"), resource) for resource in self.descriptor["resources"])
        resources = {name: resource for name, resource in named if name and isinstance(name, str)}
        found = {}
        for name, resource in resources.items():
            form, twin = _form(resource), resources.get(name + PARQUET)
            if form == "parquet" and name.endswith(PARQUET) and name.removesuffix(PARQUET) in resources:
                continue
            if form and resource.get("schema"):
                is_twin = form == "csv" and twin is not None and _form(twin) == "parquet"
                files = (resource, twin if is_twin else None) if form == "csv" else (None, resource)
                found[name] = Table(name, self._schema(name, resource["schema"]), *files)
        return found

    def table(self, name: str) -> Table:
        """A table by its name. Raises InputError when the package has none of that name."""
        if name in self.tables:
            return self.tables[name]
        close = get_close_matches(name, self.tables, 1)
        remedy = f"Did you mean {close[0]!r}? " if close else ""
        names = ", ".join(self.tables) or "none: no resource is CSV or Parquet with a schema"
        raise InputError(self.place, f"the package has no table {name!r}", f"{remedy}The tables are {names}.")

    def file(self, resource: dict[str, Any]) -> tuple[str, bytes]:
        """The path and the bytes of a resource. Raises InputError when it cannot be read or is not what it was."""
        path = self._path(resource)
        data = self.read(path)
        if self.is_verified:
            self._verify(path, resource, data)
        return path, data

    def _path(self, resource: dict[str, Any]) -> str:
        path = _only_path(resource)
        if not path:
            problem = f"the rows of {resource.get('name')!r} are not in one file"
            raise InputError(self.place, problem, "Put them into one, or read it with frictionless.")
        if re.search(r"^/|\\|:", path) or ".." in PurePosixPath(path).parts:
            raise InputError(self.place, f"{path!r} is outside the package", "Put the file into it.")
        return path

    def _verify(self, path: str, resource: dict[str, Any], data: bytes) -> None:
        """Compare with ``hash``: an algorithm (MD5 when none is named), a colon and hexadecimal digits."""
        algorithm, _, wanted = str(resource.get("hash") or "").rpartition(":")
        try:
            digest = hashlib.new((algorithm or "md5").lower().replace("sha-", "sha"), data, usedforsecurity=False)
        except ValueError:
            return  # `minutier validate` reports hashes of unknown kinds
        size = resource.get("bytes")
        if (wanted and digest.hexdigest() != wanted.lower()) or (isinstance(size, int) and size != len(data)):
            raise InputError(
                f"{self.place}: {path}",
                f"is not the file that the descriptor describes: its {'hash' if wanted else 'size'} differs",
                "Try again; if it stays so, tell whoever publishes the package.",
            )

    def _schema(self, name: str, schema: Any) -> dict[str, Any]:
        from jsonschema import Draft202012Validator
        from jsonschema.exceptions import best_match

        wrong = best_match(Draft202012Validator(SCHEMA_SHAPE).iter_errors(schema))
        problem = f"{wrong.json_path.replace('$', 'schema')}: {wrong.message[:200]}" if wrong else ""
        names = [] if wrong else [field["name"] for field in schema["fields"]]
        if len(set(names)) != len(names):
            problem = "two fields have the same name"
        if problem:
            remedy = "Run minutier validate, which says what to mend."
            raise InputError(f"{self.place}: {name}", f"not a Table Schema: {problem}", remedy)
        return dict(schema)


_KEY = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_VALUES = {"type": "array", "items": {"if": {"type": "object"}, "then": {"required": ["value"]}}}
SCHEMA_SHAPE = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "fields": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"},
                    "type": {"type": "string"},
                    "categories": _VALUES,
                    "missingValues": _VALUES,
                    "constraints": {"type": "object", "properties": {"enum": _VALUES}},
                },
            },
        },
        "missingValues": _VALUES,
        "primaryKey": _KEY,
        "foreignKeys": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["fields", "reference"],
                "properties": {
                    "fields": _KEY,
                    "reference": {
                        "type": "object",
                        "required": ["fields"],
                        "properties": {"fields": _KEY, "resource": {"type": "string"}},
                    },
                },
            },
        },
    },
}
"""What must hold of a Table Schema for its rows to be read; whether it is valid is for ``minutier validate``."""


def open_package(place: str | os.PathLike[str]) -> Package:
    """Open a folder, a ``datapackage.json``, a zip of one, or the address of either.

    Addresses are those of the web and what fsspec knows: ``https://…``, ``s3://…``. Raises InputError when
    there is no package.
    """
    text = os.fspath(place)
    if "://" in text:
        return _at_address(text)
    path = Path(text)
    if path.is_dir():
        return _in_folder(path, DESCRIPTOR)
    try:
        with path.open("rb") as file:
            is_archive = file.read(len(_ZIP)) == _ZIP
    except FileNotFoundError as error:
        raise InputError(text, "no such file or folder", _WHERE) from error
    except OSError as error:
        raise InputError(text, f"cannot be read: {error.strerror}", _WHERE) from error
    if is_archive:
        return _in_archive(text, path.read_bytes(), is_verified=False)
    return _in_folder(path.parent, path.name)


# Where the files are ----------------------------------------------------------------------------------------


def _in_folder(folder: Path, name: str) -> Package:
    recover(folder)

    def read(path: str) -> bytes:
        try:
            if not (folder / path).resolve().is_relative_to(folder.resolve()):
                raise InputError(str(folder / name), f"{path!r} is outside the package", "Put the file into it.")
            return (folder / path).read_bytes()
        except OSError as error:
            problem = f"cannot be read: {error.strerror}"
            raise InputError(str(folder / path), problem, "Build or get the package again.") from error

    if name == DESCRIPTOR:
        return Package(str(folder / name), read_descriptor(folder), read)
    return Package(str(folder / name), parse_descriptor(read(name), str(folder / name), _WHERE), read)


def _in_archive(place: str, data: bytes, *, is_verified: bool) -> Package:
    """The package in an archive, at its root or inside its only folder."""
    damaged = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
    remedy = "Get the archive again."
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except damaged as error:
        raise InputError(place, f"the archive is damaged: {error}", remedy) from error
    shallow = [name for name in archive.namelist() if re.fullmatch(rf"([^/]+/)?{re.escape(DESCRIPTOR)}", name)]
    roots = [name for name in shallow if name == DESCRIPTOR] or shallow
    if len(roots) != 1:
        problem = "the archive holds several packages" if roots else f"the archive holds no {DESCRIPTOR}"
        raise InputError(place, problem, "Name a zip of one package.")
    root = roots[0].removesuffix(DESCRIPTOR)

    def read(path: str) -> bytes:
        try:
            return archive.read(root + path)
        except KeyError as error:
            raise InputError(place, f"the archive holds no {root + path}", remedy) from error
        except damaged as error:
            raise InputError(f"{place}: {path}", f"is damaged: {error}", remedy) from error

    inside = f"{place}: {DESCRIPTOR}"
    return Package(inside, parse_descriptor(read(DESCRIPTOR), inside, remedy), read, is_verified)


def _at_address(url: str) -> Package:
    address = url + DESCRIPTOR if url.endswith("/") else url
    data = _fetched(address)
    if data.startswith(_ZIP):
        return _in_archive(address, data, is_verified=True)
    descriptor = parse_descriptor(data, address, f"Give the address of a zip or of a {DESCRIPTOR}.")
    return Package(address, descriptor, lambda path: _fetched(_beside(address, path)), is_verified=True)


def _beside(address: str, path: str) -> str:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        return urljoin(address, quote(path))
    return address.rpartition("/")[0] + "/" + path


def _fetched(url: str) -> bytes:
    if urlsplit(url).scheme in ("http", "https"):
        from minutier.fetch import download

        return download(url)
    import fsspec  # type: ignore[import-untyped, unused-ignore]

    try:
        data: bytes = fsspec.open(url, "rb").fs.cat_file(url)
    except FileNotFoundError as error:
        raise InputError(url, "no such file", "Check the address.") from error
    except Exception as error:  # each store has errors of its own
        detail = " ".join(str(error).split()) or type(error).__name__
        raise InputError(url, f"cannot be fetched: {detail}", "Check the address and the right to read it.") from error
    return data


# Descriptors ------------------------------------------------------------------------------------------------


def _form(resource: dict[str, Any]) -> str:
    """``csv`` or ``parquet`` by the declared format, else by the path; empty for anything else."""
    form = str(resource.get("format") or _only_path(resource).rpartition(".")[2]).lower()
    return form if form in ("csv", "parquet") else ""


def _only_path(resource: dict[str, Any]) -> str:
    """The path of a resource, empty when its rows are inline or in several files."""
    path = resource.get("path")
    if isinstance(path, list) and len(path) == 1:
        path = path[0]
    return path if isinstance(path, str) else ""


def _names(key: Any) -> list[str]:
    return [str(name) for name in ([key] if isinstance(key, str) else key or ())]
