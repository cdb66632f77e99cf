"""CITATION.cff, by which people and GitHub cite (citation-file-format.github.io, version 1.2.0)."""

from __future__ import annotations

from typing import Any

import yaml

from minutier.errors import InputError
from minutier.publish.catalogue.described import MADE_BY, Described, Party, without_empty


def citation(package: Described) -> str:
    """The citation file of a package. Raises InputError when nobody is named as its author."""
    if not package.authors:
        raise InputError(
            "contributors of the package", "name nobody, and a citation needs an author", "Name one in the manifest."
        )
    license = next(iter(package.licenses), None)
    values: dict[str, Any] = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "If you use these data, please cite them as below.",
        "title": package.title,
        "abstract": package.description,
        "authors": [_author(party) for party in package.authors],
        "version": package.version,
        "date-released": package.day,
        "doi": _doi(package.id),
        "license": license.spdx if license else "",
        "license-url": license.url if license and not license.spdx else "",
        "url": package.homepage,
        "keywords": list(package.keywords),
    }
    text = yaml.dump(without_empty(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return f"# {MADE_BY}\n{text}"


def _author(party: Party) -> dict[str, str]:
    if not party.is_person:
        return {"name": party.name, "website": party.url, "email": party.email}
    return {
        "given-names": party.given,
        "family-names": party.family,
        "affiliation": party.organization,
        "website": party.url,
        "email": party.email,
    }


def _doi(identifier: str) -> str:
    bare = identifier.removeprefix("https://doi.org/").removeprefix("doi:")
    return bare if bare.startswith("10.") else ""


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, as people write them, and quotes what looks like a date."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)
