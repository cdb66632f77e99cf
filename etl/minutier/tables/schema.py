"""Table Schemas: read from YAML, completed with the shared fields, and what a column means in Arrow."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = (
    "contests",
    "liveblogs",
    "people",
    "entries",
    "quotes",
    "vote_results",
    "participation_snapshots",
    "endorsements",
    "issues",
    "corrections",
)
"""Names of the published tables, in an order in which every foreign key looks back."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: ``descriptor`` is its Table Schema field."""

    name: str
    type: str
    descriptor: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: ``fields`` in published order, ``descriptor`` the whole Table Schema (Data Package v2)."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: str | tuple[str, ...]
    descriptor: dict[str, Any]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    def arrow(self, timezone: str = "UTC") -> pa.Schema:
        """The Arrow schema. Times are ``timestamp[us]`` in the given zone, enumerations are text."""
        import pyarrow as pa

        types = {
            "string": pa.string(),
            "integer": pa.int64(),
            "number": pa.float64(),
            "boolean": pa.bool_(),
            "date": pa.date32(),
            "datetime": pa.timestamp("us", tz=timezone),
        }
        required = {f.name for f in self.fields if f.descriptor.get("constraints", {}).get("required")}
        return pa.schema([pa.field(f.name, types[f.type], nullable=f.name not in required) for f in self.fields])


@cache
def schema(table: str) -> TableSchema:
    """The schema of a published table, by name. KeyError for a name that is not a table."""
    if table not in TABLES:
        raise KeyError(table)
    declared = _read(table)
    fields = tuple(_field(item) for item in declared["fields"])
    key = tuple(declared["primaryKey"])
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": table,
        "title": declared["title"],
        "description": declared["description"],
        "fields": [field.descriptor for field in fields],
        "fieldsMatch": "equal",
        "missingValues": [""],
        "primaryKey": list(key),
    }
    if "foreignKeys" in declared:
        descriptor["foreignKeys"] = declared["foreignKeys"]
    return TableSchema(
        name=table,
        title=declared["title"],
        description=declared["description"],
        fields=fields,
        primary_key=key[0] if len(key) == 1 else key,
        descriptor=descriptor,
    )


def _field(item: dict[str, Any]) -> Field:
    """A column as its table names it, completed from the shared fields; categories become the enumeration."""
    descriptor = deepcopy(_shared().get(item["name"], {})) | deepcopy(item)
    ordered: dict[str, Any] = {
        key: descriptor[key] for key in ("name", "type", "title", "description", "categories") if key in descriptor
    }
    constraints = descriptor.get("constraints", {})
    if "categories" in descriptor:
        constraints = constraints | {"enum": [category["value"] for category in descriptor["categories"]]}
    if constraints:
        ordered["constraints"] = constraints
    return Field(name=ordered["name"], type=ordered["type"], descriptor=ordered)


@cache
def _shared() -> dict[str, dict[str, Any]]:
    return _read("fields")


def _read(name: str) -> dict[str, Any]:
    from minutier.yaml import load

    resource = files("minutier.tables") / "schemas" / f"{name}.yaml"
    declared: dict[str, Any] = load(resource.read_text(encoding="utf-8"))
    return declared
