"""The header: which column is which field, and what is wrong with the labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutier.validate.model import Dialect, Schema
from minutier.validate.report import Finding
from minutier.validate.values import FieldModel

TOLERATES_EXTRA = ("subset", "partial")
TOLERATES_MISSING = ("superset", "partial")


@dataclass(frozen=True, slots=True)
class Header:
    """``fields`` are the fields in the order of the columns of the file.

    ``usable`` is false when the labels are ambiguous, so that the rows cannot be judged.
    """

    fields: tuple[FieldModel, ...]
    findings: tuple[Finding, ...] = ()
    usable: bool = True


def labels_of(rows: list[list[str]], dialect: Dialect) -> list[str]:
    """The labels of one or more header rows, joined where the rows differ."""
    labels: list[str] = []
    previous: dict[int, str] = {}
    for row in rows:
        for index, cell in enumerate(str(cell).strip() for cell in row):
            if previous.get(index) == cell:
                continue
            previous[index] = cell
            if len(labels) <= index:
                labels.append(cell)
            else:
                labels[index] = f"{labels[index]}{dialect.header_join}{cell}"
    return labels


def match_header(labels: list[str], schema: Schema, dialect: Dialect) -> Header:
    """Map the labels to the fields as ``fieldsMatch`` says and tell what does not fit."""
    if not labels:
        return Header(schema.fields)
    if schema.inferred:
        fields = _inferred(labels)
        return Header(fields, tuple(_by_order(labels, fields, dialect)))
    if schema.fields_match == "exact":
        fields = tuple(
            schema.fields[index] if index < len(schema.fields) else FieldModel(label, number=index + 1)
            for index, label in enumerate(labels)
        )
        findings = [*_extra(labels[len(schema.fields) :], len(schema.fields))]
        findings += _missing(schema.fields[len(labels) :], len(labels))
        return Header(fields, (*findings, *_by_order(labels, schema.fields, dialect)))
    return _by_name(labels, schema, dialect)


def _inferred(labels: list[str]) -> tuple[FieldModel, ...]:
    return tuple(FieldModel(label or f"field{number}", number=number) for number, label in enumerate(labels, start=1))


def _by_order(labels: list[str], fields: tuple[FieldModel, ...], dialect: Dialect) -> Iterator[Finding]:
    def problem(kind: str, message: str, remedy: str, at: tuple[str, int, str]) -> Finding:
        name, column, text = at
        return Finding(
            kind,
            message,
            remedy,
            row=_header_row(dialect),
            field=name,
            field_number=column,
            value=text,
        )

    for number, (field, label) in enumerate(zip(fields, labels, strict=False), start=1):
        place = (field.name, number, label)
        if not label:
            message = f"the label of column {number} is blank"
            yield problem("blank-label", message, f"name it {field.name!r}", place)
        elif label in labels[: number - 1]:
            first = labels.index(label) + 1
            message = f"the label {label!r} of column {number} is that of column {first} too"
            yield problem("duplicate-label", message, f"name it {field.name!r}", place)
        elif _key(label, dialect) != _key(field.name, dialect):
            message = f"column {number} is labelled {label!r}, the schema says {field.name!r}"
            known = any(label == other.name for other in fields)
            remedy = "put the columns in the order of the schema" if known else f"name it {field.name!r}"
            yield problem("incorrect-label", message, remedy, place)


def _by_name(labels: list[str], schema: Schema, dialect: Dialect) -> Header:
    keys = [_key(label, dialect) for label in labels]
    known: dict[str, FieldModel] = {}
    for field in schema.fields:
        known.setdefault(_key(field.name, dialect), field)
    row = _header_row(dialect)
    twins = [label for index, label in enumerate(labels) if keys[index] in keys[:index]]
    if twins:
        message = f"the label {twins[0]!r} stands twice, and the columns are found by their names"
        finding = Finding("duplicate-label", message, "give each column a label of its own", row=row, value=twins[0])
        return Header((), (finding,), usable=False)
    findings: list[Finding] = []
    if schema.fields_match not in TOLERATES_EXTRA:
        for number, label in enumerate(labels, start=1):
            if _key(label, dialect) not in known:
                findings += _extra([label], number - 1)
    if schema.fields_match == "partial" and not any(key in known for key in keys):
        message = "none of the labels is a field of the schema"
        findings.append(Finding("unmatched-header", message, "check the header row", row=row))
    absent = [field for key, field in known.items() if key not in keys]
    if schema.fields_match in TOLERATES_MISSING:
        absent = [field for field in absent if field.required or field.name in schema.primary_key]
    findings += _missing(tuple(absent), len(labels))
    fields = tuple(
        known.get(key) or FieldModel(label, number=number)
        for number, (key, label) in enumerate(zip(keys, labels, strict=True), start=1)
    )
    return Header(fields, tuple(findings))


def _extra(labels: list[str], before: int) -> Iterator[Finding]:
    for number, label in enumerate(labels, start=before + 1):
        message = f"column {number} is labelled {label!r}, which the schema does not have"
        yield Finding(
            "extra-label",
            message,
            "remove the column or add the field",
            row=1,
            field_number=number,
            value=label,
        )


def _missing(fields: tuple[FieldModel, ...], before: int) -> Iterator[Finding]:
    for number, field in enumerate(fields, start=before + 1):
        message = f"the field {field.name!r} has no column"
        yield Finding("missing-label", message, "add the column", row=1, field=field.name, field_number=number)


def _header_row(dialect: Dialect) -> int:
    return dialect.header_rows[0] if dialect.header_rows else 1


def _key(name: str, dialect: Dialect) -> str:
    return name if dialect.header_case else name.lower()
