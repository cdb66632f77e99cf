"""A descriptor as catalogues see it: one reading of it, for every vocabulary."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutier.errors import InputError
from minutier.publish.descriptor import DESCRIPTOR

MARK = "minutier metadata"
"""Words that stand in each file that is made, by which it is known again."""
MADE_BY = f"Made by {MARK} from {DESCRIPTOR}. Do not edit."

_SPDX = {"ODC-BY-1.0": "ODC-By-1.0", "ODC-PDDL-1.0": "PDDL-1.0"}
"""Identifiers of Open Definition that SPDX spells in another way."""


@dataclass(frozen=True, slots=True)
class Party:
    """A person or organisation behind the package; ``given`` and ``family`` are empty for organisations."""

    name: str
    given: str = ""
    family: str = ""
    url: str = ""
    email: str = ""
    organization: str = ""
    roles: tuple[str, ...] = ()

    @property
    def is_person(self) -> bool:
        return bool(self.given or self.family)


@dataclass(frozen=True, slots=True)
class License:
    """A licence: ``spdx`` identifier and address, each empty when not told."""

    spdx: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the package; ``url`` is relative to the place of the metadata, unless it is an address."""

    name: str
    url: str
    title: str
    description: str
    format: str
    media_type: str
    size: int | None
    sha256: str
    schema: dict[str, Any]

    @property
    def fields(self) -> list[dict[str, Any]]:
        return [field for field in self.schema.get("fields") or [] if isinstance(field, dict)]


@dataclass(frozen=True, slots=True)
class Source:
    """What the package was made from."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Described:
    """What a package says of itself; texts are empty where it says nothing."""

    id: str
    name: str
    title: str
    description: str
    version: str
    created: str
    homepage: str
    keywords: tuple[str, ...]
    licenses: tuple[License, ...]
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    files: tuple[File, ...]

    @property
    def day(self) -> str:
        """The day of ``created``."""
        return self.created[:10] if re.match(r"\d{4}-\d{2}-\d{2}", self.created) else ""

    @property
    def authors(self) -> tuple[Party, ...]:
        """Who wrote the data: contributors with such a role, or all of them."""
        writing = ("author", "creator", "maintainer", "wrangler")
        return tuple(party for party in self.parties if {*party.roles} & {*writing}) or self.parties

    @property
    def publisher(self) -> Party | None:
        """Who publishes the data, or the first of those who wrote them."""
        publishers = [party for party in self.parties if "publisher" in party.roles]
        return next(iter(publishers or self.authors), None)


def described(descriptor: dict[str, Any], folder: Path, target: Path | None = None) -> Described:
    """The reading of the descriptor in ``folder``, for metadata that will stand in ``target`` (the same).

    Raises InputError naming what every catalogue needs and the descriptor lacks.
    """
    way = Path(os.path.relpath(folder, target or folder)).as_posix()
    texts = {
        key: _text(descriptor.get(key))
        for key in ("id", "name", "title", "description", "version", "created", "homepage")
    }
    texts["title"] = texts["title"] or texts["name"]
    for key in ("title", "description"):
        if not texts[key]:
            raise InputError(
                str(folder / DESCRIPTOR), f"has no {key}, without which no catalogue takes it", f"Give it a {key}."
            )
    return Described(
        **texts,
        keywords=tuple(_text(word) for word in _items(descriptor, "keywords") if word),
        licenses=tuple(_license(item) for item in _objects(descriptor, "licenses")),
        parties=tuple(_party(item) for item in _objects(descriptor, "contributors")),
        sources=tuple(
            Source(_text(one.get("title")), _text(one.get("path"))) for one in _objects(descriptor, "sources")
        ),
        files=tuple(file for item in _objects(descriptor, "resources") for file in _files(item, way)),
    )


def to_json(values: dict[str, Any]) -> str:
    """A JSON text without the keys that say nothing."""
    return json.dumps(without_empty(values), ensure_ascii=False, indent=2) + "\n"


def without_empty(value: Any) -> Any:
    """A value without the empty texts, lists, objects and nothings inside it."""
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ("", None, [], {})}
    return [without_empty(item) for item in value] if isinstance(value, list | tuple) else value


def is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _items(descriptor: dict[str, Any], key: str) -> list[Any]:
    items = descriptor.get(key)
    return items if isinstance(items, list) else []


def _objects(descriptor: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    yield from (item for item in _items(descriptor, key) if isinstance(item, dict))


def _license(item: dict[str, Any]) -> License:
    name, path = _text(item.get("name")), _text(item.get("path"))
    spdx = "" if name.startswith(("other", "notspecified")) else _SPDX.get(name, name)
    return License(spdx, _text(item.get("title")) or name, path if is_address(path) else "")


def _party(item: dict[str, Any]) -> Party:
    roles = [_text(role) for role in _items(item, "roles")] or [_text(item.get("role"))]
    given, family = _text(item.get("givenName")), _text(item.get("familyName"))
    return Party(
        name=_text(item.get("title")) or f"{given} {family}".strip(),
        given=given,
        family=family,
        url=_text(item.get("path")) if is_address(_text(item.get("path"))) else "",
        email=_text(item.get("email")),
        organization=_text(item.get("organization")),
        roles=tuple(filter(None, roles)),
    )


def _files(item: dict[str, Any], way: str) -> Iterator[File]:
    """The files of a resource, at the end of the ``way`` to the package; inline rows have none."""
    paths = item.get("path") or []
    schema = item.get("schema")
    for path in [paths] if isinstance(paths, str) else paths:
        digest = _text(item.get("hash"))
        yield File(
            name=_text(item.get("name")),
            url=str(path) if is_address(str(path)) or way == "." else f"{way}/{path}",
            title=_text(item.get("title")) or _text(item.get("name")),
            description=_text(item.get("description")),
            format=_text(item.get("format")).lower() or str(path).rpartition(".")[2].lower(),
            media_type=_text(item.get("mediatype")) or _MEDIA.get(str(path).rpartition(".")[2].lower(), ""),
            size=item["bytes"] if isinstance(item.get("bytes"), int) else None,
            sha256=digest.removeprefix("sha256:") if digest.startswith("sha256:") else "",
            schema=schema if isinstance(schema, dict) else {},
        )


_MEDIA = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
