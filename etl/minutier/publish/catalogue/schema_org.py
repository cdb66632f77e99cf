"""schema.org ``Dataset`` as JSON-LD, which search engines for data read (schema.org/Dataset)."""

from __future__ import annotations

from typing import Any

from minutier.publish.catalogue.described import MARK, Described, File, Party, is_address, to_json


def schema_org(package: Described) -> str:
    """The JSON-LD of a package, to stand in a page or beside its files."""
    return to_json({"@context": "https://schema.org/", **dataset(package), "distribution": _downloads(package)})


def dataset(package: Described) -> dict[str, Any]:
    """What schema.org says of a dataset, without its files; other vocabularies build on it."""
    publisher = package.publisher
    return {
        "@type": "Dataset",
        "name": package.title,
        "alternateName": package.name,
        "description": package.description,
        "identifier": package.id,
        "url": package.homepage,
        "version": package.version,
        "dateModified": package.created,
        "keywords": list(package.keywords),
        "license": _one([license.url or license.spdx or license.title for license in package.licenses]),
        "creator": [agent(party) for party in package.authors],
        "publisher": agent(publisher) if publisher else None,
        "isAccessibleForFree": True,
        "sdPublisher": {"@type": "Organization", "name": MARK},
        "citation": [_work(source.title, source.url) for source in package.sources],
        "variableMeasured": _variables(package),
    }


def agent(party: Party) -> dict[str, Any]:
    """A person or organisation."""
    return {
        "@type": "Person" if party.is_person else "Organization",
        "name": party.name,
        "givenName": party.given,
        "familyName": party.family,
        "url": party.url,
        "email": party.email,
        "affiliation": {"@type": "Organization", "name": party.organization} if party.organization else None,
    }


def _one(values: list[str]) -> Any:
    return values[0] if len(values) == 1 else values


def _work(title: str, url: str) -> dict[str, Any]:
    return {"@type": "CreativeWork", "name": title, "url": url if is_address(url) else ""}


def _downloads(package: Described) -> list[dict[str, Any]]:
    return [
        {
            "@type": "DataDownload",
            "name": file.name,
            "description": file.description,
            "contentUrl": file.url,
            "encodingFormat": file.media_type or file.format,
            "contentSize": f"{file.size} B" if file.size is not None else "",
            "sha256": file.sha256,
        }
        for file in package.files
    ]


def _variables(package: Described) -> list[dict[str, Any]]:
    """Every column once, with what its first table says of it."""
    variables: dict[str, dict[str, Any]] = {}
    for field in (field for file in package.files for field in _told(file)):
        name = str(field.get("name"))
        variables.setdefault(
            name,
            {"@type": "PropertyValue", "name": name, "description": field.get("description") or field.get("title")},
        )
    return list(variables.values())


def _told(file: File) -> list[dict[str, Any]]:
    return [field for field in file.fields if field.get("description") or field.get("title")]
