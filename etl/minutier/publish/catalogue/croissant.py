"""Croissant 1.0, which libraries for machine learning load (docs.mlcommons.org/croissant)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutier.publish.catalogue.described import Described, File, to_json
from minutier.publish.catalogue.schema_org import dataset

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{
        name: f"cr:{name}"
        for name in (
            *("citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet"),
            *("format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet"),
            *("references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField"),
            "transform",
        )
    },
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "sc": "https://schema.org/",
}
"""The context that the specification gives."""

TYPES = {
    "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date",
    "datetime": "sc:DateTime", "time": "sc:Time", "year": "sc:Integer",
}  # fmt: skip
"""Type of a Table Schema → type of a Croissant field; any other is text."""

UNSAID = ("variableMeasured", "alternateName", "identifier")
"""Properties of schema.org that the columns and names below tell already."""


def croissant(package: Described) -> str:
    """The Croissant JSON-LD of a package: its files, and a record set for each table in CSV."""
    said = {key: value for key, value in dataset(package).items() if key not in UNSAID}
    tables = [file for file in package.files if file.format in ("csv", "tsv") and file.fields]
    return to_json(
        {
            "@context": CONTEXT,
            **said,
            "@type": "sc:Dataset",
            "name": package.name or package.title,
            "alternateName": package.title,
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "citeAs": _citation(package),
            "datePublished": package.created,
            "distribution": [_file_object(file) for file in package.files],
            "recordSet": [_record_set(file) for file in tables],
        }
    )


def _citation(package: Described) -> str:
    names = " and ".join(party.name for party in package.authors)
    year = f" ({package.day[:4]})" if package.day else ""
    return f"{names}{year}. {package.title}, version {package.version}." if names else ""


def _file_object(file: File) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": _file_id(file),
        "name": _file_id(file),
        "description": file.description,
        "contentUrl": file.url,
        "contentSize": f"{file.size} B" if file.size is not None else "",
        "encodingFormat": "application/x-parquet" if file.format == "parquet" else file.media_type,
        "sha256": file.sha256,
    }


def _file_id(file: File) -> str:
    return file.url.rpartition("/")[2] if file.url else file.name


def _record_set(file: File) -> dict[str, Any]:
    """A table with its columns. Foreign keys are left to the descriptor: told here, loaders join the tables."""
    key = file.schema.get("primaryKey") or []
    columns = [key] if isinstance(key, str) else list(key)
    return {
        "@type": "cr:RecordSet",
        "@id": file.name,
        "name": file.name,
        "description": file.description,
        "key": [{"@id": f"{file.name}/{column}"} for column in columns],
        "field": list(_fields(file)),
    }


def _fields(file: File) -> Iterator[dict[str, Any]]:
    for field in file.fields:
        name = str(field.get("name"))
        yield {
            "@type": "cr:Field",
            "@id": f"{file.name}/{name}",
            "name": name,
            "description": field.get("description") or field.get("title"),
            "dataType": TYPES.get(str(field.get("type")), "sc:Text"),
            "source": {"fileObject": {"@id": _file_id(file)}, "extract": {"column": name}},
        }
