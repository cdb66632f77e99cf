"""DCAT-AP 3 as JSON-LD, which European data portals harvest (semiceu.github.io/DCAT-AP)."""

from __future__ import annotations

from typing import Any

from minutier.publish.catalogue.described import MADE_BY, Described, File, License, Party, is_address, to_json

FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
"""The vocabulary of formats that DCAT-AP asks for; formats that it lacks are told by their media type only."""
KNOWN_TYPES = ("CSV", "TSV", "JSON", "PARQUET", "XLSX", "XML", "ZIP")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
ACCESS = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"

CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat(package: Described) -> str:
    """The JSON-LD of a package: a dataset, its publisher, and a distribution for each file.

    Addresses of files are relative to the place where the document is read, as they are in the descriptor.
    """
    publisher = package.publisher
    return to_json(
        {
            "@context": CONTEXT,
            "@id": package.homepage or "#dataset",
            "@type": "dcat:Dataset",
            "dct:title": package.title,
            "dct:description": package.description,
            "dct:identifier": package.id or package.name,
            "dcat:version": package.version,
            "dct:modified": {"@type": "xsd:dateTime", "@value": package.created} if package.created else None,
            "dct:accessRights": _typed(ACCESS, "dct:RightsStatement"),
            "dcat:landingPage": _typed(package.homepage, "foaf:Document"),
            "dcat:keyword": list(package.keywords),
            "dct:creator": [_agent(party) for party in package.authors],
            "dct:publisher": _agent(publisher) if publisher else None,
            "dcat:contactPoint": _contact(publisher),
            "dct:relation": [_related(source.title, source.url) for source in package.sources],
            "dct:provenance": {"@type": "dct:ProvenanceStatement", "rdfs:label": MADE_BY},
            "dcat:distribution": [_distribution(file, package) for file in package.files],
        }
    )


def _distribution(file: File, package: Described) -> dict[str, Any]:
    return {
        "@id": f"#{file.name}",
        "@type": "dcat:Distribution",
        "dct:title": f"{file.title} ({file.format.upper()})",
        "dct:description": file.description,
        "dcat:accessURL": {"@id": file.url},
        "dcat:downloadURL": {"@id": file.url},
        "dcat:mediaType": _typed(MEDIA_TYPES + file.media_type if file.media_type else "", "dct:MediaType"),
        "dct:format": _typed(_file_type(file.format), "dct:MediaTypeOrExtent"),
        "dct:license": [_license(license) for license in package.licenses],
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)} if file.size else None,
        "spdx:checksum": _checksum(file),
    }


def _file_type(form: str) -> str:
    return FILE_TYPES + form.upper() if form.upper() in KNOWN_TYPES else ""


def _checksum(file: File) -> dict[str, Any] | None:
    if not file.sha256:
        return None
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
    }


def _license(license: License) -> dict[str, Any]:
    address = license.url or (f"https://spdx.org/licenses/{license.spdx}" if license.spdx else "")
    return {"@id": address, "@type": "dct:LicenseDocument", "rdfs:label": license.title}


def _agent(party: Party) -> dict[str, Any]:
    return {
        "@type": ["foaf:Agent", "foaf:Person" if party.is_person else "foaf:Organization"],
        "foaf:name": party.name,
        "foaf:homepage": _typed(party.url, "foaf:Document"),
    }


def _contact(party: Party | None) -> dict[str, Any] | None:
    if party is None or not (party.email or party.url):
        return None
    return {
        "@type": "vcard:Individual" if party.is_person else "vcard:Organization",
        "vcard:fn": party.name,
        "vcard:hasEmail": {"@id": f"mailto:{party.email}"} if party.email else None,
        "vcard:hasURL": {"@id": party.url} if party.url else None,
    }


def _related(title: str, url: str) -> dict[str, Any]:
    return {"@id": url if is_address(url) else "", "dct:title": title}


def _typed(address: str, kind: str) -> dict[str, Any] | None:
    return {"@id": address, "@type": kind} if address else None
