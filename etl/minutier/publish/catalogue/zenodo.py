"""``.zenodo.json``, from which Zenodo describes a release (developers.zenodo.org, deposit metadata)."""

from __future__ import annotations

from html import escape
from typing import Any

from minutier.publish.catalogue.described import MADE_BY, Described, Party, is_address, to_json


def zenodo(package: Described) -> str:
    """The deposit metadata of a package: an open dataset."""
    license = next((license.spdx for license in package.licenses if license.spdx), "")
    return to_json(
        {
            "upload_type": "dataset",
            "title": package.title,
            "description": f"<p>{escape(package.description, quote=False)}</p>",
            "creators": [_creator(party) for party in package.authors],
            "version": package.version,
            "publication_date": package.day,
            "access_right": "open",
            "license": license,
            "keywords": list(package.keywords),
            "related_identifiers": _related(package),
            "notes": MADE_BY,
        }
    )


def _creator(party: Party) -> dict[str, str]:
    name = ", ".join(filter(None, (party.family, party.given))) if party.is_person else party.name
    return {"name": name, "affiliation": party.organization}


def _related(package: Described) -> list[dict[str, Any]]:
    addresses = dict.fromkeys(source.url for source in package.sources if is_address(source.url))
    return [{"identifier": url, "relation": "references", "scheme": "url"} for url in addresses]
