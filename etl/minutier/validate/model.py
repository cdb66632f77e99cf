"""A package as the checks see it: resources, dialects and schemas, read once from the descriptor."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minutier.validate.values import FieldModel


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """``fields`` of this table lead to ``reference_fields`` of ``resource`` (the table's own name for
    itself)."""

    fields: tuple[str, ...]
    resource: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """A Table Schema. ``inferred`` is true when the descriptor has none: labels then name the columns."""

    fields: tuple[FieldModel, ...] = ()
    fields_match: str = "exact"
    missing: frozenset[str] = frozenset({""})
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """A Table Dialect, with the defaults of the specification."""

    header: bool = True
    header_rows: tuple[int, ...] = ()
    """None: the first row that is no comment."""
    header_join: str = " "
    header_case: bool = True
    comment_char: str = ""
    comment_rows: frozenset[int] = frozenset()
    skip_blank_rows: bool = False
    delimiter: str = ","
    line_terminator: str = ""
    quote_char: str = '"'
    double_quote: bool = True
    escape_char: str = ""
    null_sequence: str | None = None
    skip_initial_space: bool = False
    data_property: str = ""
    item_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource. ``files`` are on this machine, inside the package; ``data`` is inline data, or None."""

    name: str
    files: tuple[Path, ...] = ()
    path: str = ""
    data: Any = None
    format: str = ""
    compression: str = ""
    innerpath: str = ""
    encoding: str = ""
    is_table: bool = False
    dialect: Dialect = field(default_factory=Dialect)
    schema: Schema = field(default_factory=lambda: Schema(inferred=True))
    bytes: int | None = None
    hash: str = ""
    rows: int | None = None
    field_count: int | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """A package: its descriptor's file and its resources; ``resources`` holds those fit to be read."""

    file: Path
    resources: tuple[Resource, ...]
    names: tuple[str, ...] = ()
    """Names of all resources, also of those that cannot be read."""
