"""The descriptor: read, checked against the specifications, and turned into a ``Package``."""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from minutier import yaml
from minutier.errors import ExitCode, InputError
from minutier.validate.model import Dialect, ForeignKey, Package, Resource, Schema
from minutier.validate.report import Finding, encodable, shown
from minutier.validate.values import (
    CONSTRAINTS,
    STRING_FORMATS,
    TYPES,
    FieldModel,
    Invalid,
    category_values,
    constraint_problems,
    judge,
    reader,
    unreadable_enum,
)

DESCRIPTOR = "datapackage.json"
NAME_V1 = re.compile(r"^([-a-z0-9._/])+$")
COMPRESSIONS = ("gz", "bz2", "xz", "zip")
TABULAR_FORMATS = ("csv", "tsv", "parquet")
JSON_FORMATS = ("json", "jsonl", "ndjson")
SPREADSHEETS = ("xlsx", "xls", "ods")
KNOWN_FORMATS = (*TABULAR_FORMATS, *JSON_FORMATS, *SPREADSHEETS)
MEDIA_TYPES = {
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/vnd.apache.parquet": "parquet",
    "application/json": "json",
}
"""Media type → format, where the name of a file does not tell it."""
TOLD = 20
"""Problems told of one place in the descriptor; a broken generator repeats one mistake a thousand times."""


class Unjudgeable(InputError):
    """A package that cannot be validated at all: no descriptor, or one that is not JSON."""

    exit_code = ExitCode.USAGE


@dataclass(slots=True)
class Reading:
    """What reading a descriptor gives: the package, findings, and what could not be looked at."""

    package: Package
    findings: list[Finding] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)


def locate(path: Path) -> Path:
    """The descriptor's file: ``path`` itself or, for a folder, its datapackage.json. Raises Unjudgeable."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:/", str(path)):
        raise Unjudgeable(str(path), "is remote, and nothing is fetched", "download the package and name its folder")
    if path.is_dir():
        path = path / DESCRIPTOR
    if not path.is_file():
        raise Unjudgeable(str(path), "there is no such file", f"name a folder with a {DESCRIPTOR}, or the file itself")
    return path


def read_package(path: Path) -> Reading:
    """The package of a descriptor file and what is wrong with the descriptor. Raises Unjudgeable."""
    twins: list[str] = []
    try:
        return _Reader(path, _load(path, twins), twins).read()
    except RecursionError as error:
        raise Unjudgeable(str(path), "is nested too deeply to be read", "mend the descriptor") from error


def _load(path: Path, twins: list[str]) -> dict[str, Any]:
    """The descriptor; ``twins`` gets the names of properties that stand twice in one object."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Unjudgeable(str(path), f"cannot be read: {error.strerror}", "check its permissions") from error
    except UnicodeDecodeError as error:
        raise Unjudgeable(str(path), f"is not UTF-8 at byte {error.start}", "write the descriptor in UTF-8") from error
    try:
        descriptor = yaml.load(text) if path.suffix in (".yaml", ".yml") else _json(text, twins)
    except json.JSONDecodeError as error:
        place = f"{path}, line {error.lineno}, column {error.colno}"
        raise Unjudgeable(place, f"is not JSON: {error.msg}", "mend the descriptor") from error
    except yaml.Error as error:
        raise Unjudgeable(str(path), f"is not YAML: {error}", "mend the descriptor") from error
    if not isinstance(descriptor, dict):
        raise Unjudgeable(str(path), f"holds a {type(descriptor).__name__}, not an object", "mend the descriptor")
    return descriptor


def _json(text: str, twins: list[str]) -> Any:
    def built(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            twins.extend(_repeated([name for name, _ in pairs]))
        return made

    return json.loads(text, object_pairs_hook=built)


def _whole_characters(value: Any) -> Any:
    """The value with lone surrogates, which JSON can write and no file can hold, as escapes; ``data`` is left as it
    is, since its cells are judged by themselves."""
    if isinstance(value, str):
        return value if value.isascii() else encodable(value)
    if isinstance(value, list):
        return [_whole_characters(item) for item in value]
    if isinstance(value, dict):
        return {
            _whole_characters(key): item if key == "data" else _whole_characters(item) for key, item in value.items()
        }
    return value


def datapackage_version(descriptor: dict[str, Any]) -> str:
    """``v1``, ``v2`` or, under a profile of somebody's own, ``unknown``: what ``$schema`` says, v1
    without one."""
    profile = descriptor.get("$schema")
    if not isinstance(profile, str) or not profile:
        return "v1"
    found = re.match(r"https?://datapackage\.org/profiles/(\d+)\.\d+/", profile)
    return f"v{found[1]}" if found and found[1] in "12" else "unknown"


def safety_problem(base: Path, path: str) -> str:
    """Why a path must not be followed, or an empty text: it is absolute, climbs out, or a link leads
    outside."""
    if Path(path).is_absolute() or re.match(r"[A-Za-z]:[\\/]|file:|\\\\", path):
        return f"path {path!r} is absolute"
    if ".." in re.split(r"[/\\]", path):
        return f"path {path!r} leads out of the package"
    if path.startswith("~") or re.search(r"\$\w|\$\{|%\w+%", path):
        return f"path {path!r} holds a variable or a home folder"
    try:
        if (base / path).exists() and not (base / path).resolve().is_relative_to(base.resolve()):
            return f"path {path!r} is a link that leads out of the package"
    except (OSError, RuntimeError) as error:  # a name too long for the system, links in a circle
        return f"path {shown(path)!r} cannot be followed ({getattr(error, 'strerror', None) or 'links in a circle'})"
    return ""


def is_remote(path: str) -> bool:
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", path) is not None and not path.startswith("file:")


@cache
def _profile() -> dict[str, Any]:
    text = (files("minutier.validate") / "profile.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text)
    return loaded


@cache
def _validator(part: str) -> Any:
    import jsonschema

    profile = _profile()
    return jsonschema.Draft202012Validator({"$defs": profile["$defs"], **profile[part]})


def _shape_problems(part: str, descriptor: Any) -> list[str]:
    """What the profile has against a part of the descriptor, a sentence each, the first few."""
    problems: list[str] = []
    for error in _validator(part).iter_errors(descriptor):
        place = "/".join(map(str, error.absolute_path))
        message = " ".join(shown(error.message).split())
        problems.append(f"{message} at property {place!r}" if place else message)
        if len(problems) == TOLD:
            break
    return problems


class _Reader:
    """Walks one descriptor. Each part that is broken is told and left out; the others are read."""

    def __init__(self, path: Path, descriptor: dict[str, Any], twins: list[str]) -> None:
        self.path, self.base, self.descriptor, self.twins = path, path.parent, descriptor, twins
        self.version = datapackage_version(descriptor)
        self.findings: list[Finding] = []
        self.unjudged: list[str] = []

    def read(self) -> Reading:
        whole = _whole_characters(self.descriptor)
        if whole != self.descriptor:
            self.descriptor = whole
            message = "the descriptor holds half of a character, a surrogate that stands alone"
            self._say("package-error", message, r"mend what is written as \ud800 to \udfff")
        self._package()
        listed = self.descriptor.get("resources")
        items = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        names = tuple(item["name"] for item in items if isinstance(item.get("name"), str))
        resources: list[Resource] = []
        for number, item in enumerate(items, start=1):
            resource = self._resource(item, number)
            if resource is not None:
                resources.append(resource)
        fit = self._fit_references(resources, names)
        return Reading(Package(self.path, tuple(fit), names), self.findings, self.unjudged)

    def _say(self, kind: str, message: str, remedy: str = "", resource: str = "", **place: Any) -> None:
        told = {"severity": "error", "path": self.path.name, **place}
        self.findings.append(Finding(kind, message, remedy, resource=resource, **told))

    # The package

    def _package(self) -> None:
        for twin in dict.fromkeys(self.twins):
            message = f"the property {shown(twin)!r} stands twice in one object; only the last is read"
            self._say("package-error", message, "keep one of them", severity="warning")
        problems = _shape_problems("package", self.descriptor)
        for problem in problems:
            self._say("package-error", problem, "see datapackage.org/standard/data-package")
        name = self.descriptor.get("name")
        if isinstance(name, str) and self.version == "v1" and not NAME_V1.search(name):
            self._say(
                "package-error",
                f"name {name!r} does not match {NAME_V1.pattern}",
                "use a-z, 0-9, '-', '_', '.'",
            )
        listed = self.descriptor.get("resources")
        names = [item.get("name") for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        for twin in _repeated([name for name in names if isinstance(name, str)]):
            self._say("package-error", f"two resources are named {twin!r}", "give each resource a name of its own")
        created = self.descriptor.get("created")
        if isinstance(created, str) and judge(FieldModel("created", "datetime"))(created):
            self._say(
                "package-error",
                f"created is {created!r}, which is not a datetime",
                "write 2017-01-29T20:41:00Z",
            )
        self._people(self.descriptor, "package-error", "")
        for misplaced in ("missingValues", "fields"):
            if misplaced in self.descriptor:
                self._say("package-error", f"{misplaced!r} belongs in the schema of a resource", "move it there")
        self._custom_profile(self.descriptor, "package-error", "")

    def _people(self, descriptor: dict[str, Any], kind: str, resource: str) -> None:
        for part in ("contributors", "sources"):
            listed = descriptor.get(part)
            for item in listed if isinstance(listed, list) else []:
                email = item.get("email") if isinstance(item, dict) else None
                if isinstance(email, str) and judge(FieldModel("email", "string", "email"))(email):
                    self._say(kind, f"{part} name {email!r}, which is not an e-mail address", "mend it", resource)

    def _custom_profile(self, descriptor: dict[str, Any], kind: str, resource: str) -> None:
        """A profile of somebody's own: checked when it lies in the package, told when it would need the
        network."""
        for key in ("$schema", "profile"):
            profile = descriptor.get(key)
            if isinstance(profile, str) and _is_of_later_version(profile):
                message = f"the profile {profile} is of a version that is not known; the package is judged by 2.0"
                self._say("profile", message, "use version 2.0", resource, severity="info")
            if not isinstance(profile, str) or _is_standard_profile(profile):
                continue
            if is_remote(profile):
                message = f"the profile {profile} was not looked at: it would have to be fetched"
                self._say("profile", message, "keep a copy in the package", resource, severity="info")
            elif problem := safety_problem(self.base, profile):
                self._say(kind, problem, "name a profile inside the package", resource)
            else:
                self._check_profile(descriptor, profile, kind, resource)

    def _check_profile(self, descriptor: dict[str, Any], profile: str, kind: str, resource: str) -> None:
        import jsonschema

        try:
            schema = json.loads((self.base / profile).read_text(encoding="utf-8"))
            errors = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(descriptor))
        except (OSError, ValueError, TypeError, jsonschema.SchemaError) as error:
            self._say(kind, f"the profile {profile!r} cannot be used: {error}", "mend or remove it", resource)
            return
        except Exception as error:  # a reference that cannot be resolved raises types of the library's own
            self._say(kind, f"the profile {profile!r} cannot be used: {error}", "mend or remove it", resource)
            return
        for violation in errors[:TOLD]:
            message = f"{shown(violation.message)} (profile {profile})"
            self._say(kind, message, "follow the profile", resource)

    # Resources

    def _resource(self, item: dict[str, Any], number: int) -> Resource | None:
        label = item["name"] if isinstance(item.get("name"), str) else f"resource {number}"
        before = len(self.findings)
        for problem in _shape_problems("resource", item):
            self._say("resource-error", problem, "see datapackage.org/standard/data-resource", label)
        if len(self.findings) > before:
            return None
        if self.version == "v1" and not NAME_V1.search(label):
            message = f"name {label!r} does not match {NAME_V1.pattern}"
            self._say("resource-error", message, "use a-z, 0-9, '-', '_', '.'", label)
        self._people(item, "resource-error", label)
        self._size_and_hash(item, label)
        if "missingValues" in item:
            self._say("resource-error", "'missingValues' belongs in the schema", "move it there", label)
        if item.get("profile") == "tabular-data-resource" and not item.get("schema"):
            message = "the profile 'tabular-data-resource' requires a schema"
            self._say("resource-error", message, "add a schema", label)
        self._custom_profile(item, "resource-error", label)
        paths = self._paths(item, label)
        dialect = self._dialect(item, label)
        schema = self._schema(item, label)
        if len([f for f in self.findings[before:] if f.severity == "error"]) or None in (
            paths,
            dialect,
            schema,
        ):
            return None
        assert paths is not None and dialect is not None and schema is not None
        return self._built(item, label, paths, dialect, schema)

    def _size_and_hash(self, item: dict[str, Any], label: str) -> None:
        if (item.get("hash") or "").endswith(":"):
            message = f"the hash {item['hash']!r} has no digest"
            self._say("resource-error", message, "write it after the colon, or remove 'hash'", label)
        for key, kind in (("bytes", "byte-count"), ("hash", "hash-count")):
            if key in item and item.get("data") is not None:
                message = f"{key!r} tells of a file, and the data are in the descriptor"
                self._say(kind, message, f"remove {key!r}", label)

    def _built(
        self, item: dict[str, Any], label: str, paths: list[str], dialect: Dialect, schema: Schema
    ) -> Resource | None:
        data = item.get("data")
        form, compression = _format(item, paths)
        tabular = _is_tabular(item, form)
        if remote := next(filter(is_remote, paths), ""):
            self.unjudged.append(
                f"{label}: {remote} is remote and was not fetched: download it and give its path in the package"
            )
            return None
        if "schema" in item and not tabular:
            problem = (
                f"it has a schema, and {form!r} is no format of tables" if form else "it has a schema and no format"
            )
            self.unjudged.append(f'{label}: {problem}: add "format": "csv", or what it is, and "type": "table"')
        return Resource(
            name=label,
            files=tuple(self.base / path for path in paths),
            path=", ".join(paths) if paths else "(inline data)",
            data=data,
            format=form,
            compression=compression,
            innerpath=item.get("innerpath") or "",
            encoding=item.get("encoding") or "",
            is_table=tabular,
            dialect=dialect,
            schema=schema,
            bytes=item.get("bytes"),
            hash=item.get("hash") or "",
            rows=item.get("rows"),
            field_count=item.get("fields"),
        )

    def _paths(self, item: dict[str, Any], label: str) -> list[str] | None:
        path = item.get("path", item.get("url"))
        paths = [] if path is None else [path] if isinstance(path, str) else list(path)
        paths += item.get("extrapaths", [])
        if not paths and item.get("data") is None:
            self._say("resource-error", "neither 'path' nor 'data' is given", "say where the data are", label)
        if paths and item.get("data") is not None:
            self._say("resource-error", "both 'path' and 'data' are given", "keep one of them", label)
        for one in paths:
            if is_remote(one):
                continue
            if problem := safety_problem(self.base, one):
                self._say("resource-error", f"{problem}: it is not safe", "keep the file in the package", label)
                return None
        encoding = item.get("encoding")
        if isinstance(encoding, str) and encoding and not _is_encoding(encoding):
            self._say(
                "encoding-error",
                f"encoding {encoding!r} is unknown",
                "name one that IANA lists: utf-8",
                label,
            )
            return None
        return paths

    def _part(self, item: dict[str, Any], key: str, label: str, kind: str) -> dict[str, Any] | None:
        """A dialect or schema: given in place, or in a file of the package."""
        part = item.get(key)
        if not isinstance(part, str):
            return part or {}
        if is_remote(part):
            self.unjudged.append(f"{label}: its {key} {part} is remote and was not fetched: keep a copy in the package")
            return None
        if problem := safety_problem(self.base, part):
            self._say("resource-error", f"{problem}: it is not safe", "keep the file in the package", label)
            return None
        try:
            text = (self.base / part).read_text(encoding="utf-8")
            loaded = _whole_characters(yaml.load(text) if part.endswith((".yaml", ".yml")) else json.loads(text))
        except OSError as error:
            self._say(kind, f"{part!r} cannot be read: {error.strerror}", "add the file, or mend its path", label)
            return None
        except (ValueError, RecursionError, yaml.Error) as error:
            self._say(kind, f"{part!r} cannot be read: {error}", "mend the file", label)
            return None
        if not isinstance(loaded, dict):
            self._say(kind, f"{part!r} does not hold an object", "mend the file", label)
            return None
        return loaded

    def _dialect(self, item: dict[str, Any], label: str) -> Dialect | None:
        part = self._part(item, "dialect", label, "dialect-error")
        if part is None:
            return None
        problems = _shape_problems("dialect", part)
        for problem in problems:
            self._say("dialect-error", problem, "see datapackage.org/standard/table-dialect", label)
        if problems:
            return None
        given = {**part, **(part.get("csv") or {})}
        delimiter = "\t" if _format(item, _listed(item))[0] == "tsv" else ","
        rows = tuple(sorted(given.get("headerRows", ())))
        return Dialect(
            header=given.get("header", True) and given.get("headerRows") != [],
            header_rows=rows,
            header_join=given.get("headerJoin", " "),
            header_case=given.get("headerCase", given.get("caseSensitiveHeader", True)),
            comment_char=given.get("commentChar", ""),
            comment_rows=frozenset(given.get("commentRows", ())),
            skip_blank_rows=given.get("skipBlankRows", False),
            delimiter=given.get("delimiter", delimiter),
            line_terminator=given.get("lineTerminator", ""),
            quote_char=given.get("quoteChar", '"'),
            double_quote=given.get("doubleQuote", True),
            escape_char=given.get("escapeChar", ""),
            null_sequence=given.get("nullSequence"),
            skip_initial_space=given.get("skipInitialSpace", False),
            data_property=given.get("property", ""),
            item_keys=tuple(given.get("itemKeys", ())),
        )

    # Schemas

    def _schema(self, item: dict[str, Any], label: str) -> Schema | None:
        part = self._part(item, "schema", label, "schema-error")
        if part is None:
            return None
        if "schema" not in item:
            return Schema(inferred=True)
        problems = _shape_problems("schema", part)
        for problem in problems:
            self._say("schema-error", problem, "see datapackage.org/standard/table-schema", label)
        if problems:
            return None
        before = len(self.findings)
        missing = self._missing(part, label, "schema-error", "")
        fields = [self._field(one, n, missing, label) for n, one in enumerate(part["fields"], start=1)]
        names = [one["name"] for one in part["fields"] if isinstance(one.get("name"), str)]
        for twin in _repeated(names):
            self._say("schema-error", f"two fields are named {twin!r}", "give each field a name of its own", label)
        schema = Schema(
            fields=tuple(one for one in fields if one is not None),
            fields_match=part.get("fieldsMatch", "exact"),
            missing=missing,
            primary_key=_names(part.get("primaryKey")),
            unique_keys=tuple(map(_names, part.get("uniqueKeys", ()))),
            foreign_keys=tuple(self._foreign_key(one, item.get("name", "")) for one in part.get("foreignKeys", ())),
        )
        self._keys(schema, names, label)
        broken = any(finding.severity == "error" for finding in self.findings[before:])
        return None if broken else schema

    def _foreign_key(self, key: dict[str, Any], own: str) -> ForeignKey:
        reference = key["reference"]
        return ForeignKey(_names(key["fields"]), reference.get("resource") or own, _names(reference["fields"]))

    def _keys(self, schema: Schema, names: list[str], label: str) -> None:
        keys = [("primary key", schema.primary_key), *(("unique key", key) for key in schema.unique_keys)]
        keys += [("foreign key", key.fields) for key in schema.foreign_keys]
        for kind, key in keys:
            for name in key:
                if name not in names:
                    message = f"the {kind} names {name!r}, which is not a field"
                    self._say("schema-error", message, f"name one of: {shown(', '.join(names))}", label)
        for key_ in schema.foreign_keys:
            if len(key_.fields) != len(key_.reference_fields):
                own, other = len(key_.fields), len(key_.reference_fields)
                message = f"the foreign key has {own} fields and refers to {other}"
                self._say("schema-error", message, "name as many on both sides", label)

    def _missing(self, part: dict[str, Any], label: str, kind: str, field_name: str) -> frozenset[str]:
        entries = part.get("missingValues", [""])
        values = [entry["value"] if isinstance(entry, dict) else entry for entry in entries]
        if any(isinstance(entry, dict) for entry in entries):
            if self.version == "v1":
                message = "missingValues with labels need Data Package 2"
                self._say(kind, message, "declare $schema of version 2.0", label, field=field_name)
            labels = [entry["label"] for entry in entries if isinstance(entry, dict) and "label" in entry]
            for twin in [*_repeated(values), *_repeated(labels)]:
                self._say(kind, f"{twin!r} stands twice in missingValues", "keep one", label, field=field_name)
        return frozenset(values)

    def _field(self, part: dict[str, Any], number: int, missing: frozenset[str], label: str) -> FieldModel | None:
        name = part["name"] if isinstance(part.get("name"), str) else f"field {number}"

        def say(message: str, remedy: str, severity: str = "error") -> None:
            self._say("field-error", message, remedy, label, field=name, severity=severity)

        before = len(self.findings)
        for problem in _shape_problems("field", part):
            say(problem, "see datapackage.org/standard/table-schema#field")
        if len(self.findings) > before:
            return None
        # Without a type, 1.0 says string and 2.0 any; text is read the same way by both.
        kind = part.get("type", "string")
        form = part.get("format", "default").removeprefix("fmt:")
        if kind not in TYPES:
            say(f"type {kind!r} is unknown", f"use one of: {', '.join(TYPES)}")
            return None
        if kind == "string" and form not in STRING_FORMATS:
            say(f"format {form!r} is unknown for strings", f"use one of: {', '.join(STRING_FORMATS)}")
        constraints = part.get("constraints", {})
        self._constraints(kind, constraints, say)
        for misplaced in ("required", "unique"):
            if misplaced in part:
                say(f"{misplaced!r} should be set as 'constraints.{misplaced}'", "move it there")
        if "missingValues" in part:
            missing = self._missing(part, label, "field-error", name)
        model = FieldModel(name, kind, form, number, missing, constraints, part)
        if len(self.findings) > before:
            return None
        self._field_values(model, say)
        return model

    def _constraints(self, kind: str, constraints: dict[str, Any], say: Any) -> None:
        for name in constraints:
            if name in CONSTRAINTS[kind]:
                if name.startswith("exclusive") and self.version == "v1":
                    say(f"constraint {name!r} needs Data Package 2", "declare $schema of version 2.0")
            elif any(name in allowed for allowed in CONSTRAINTS.values()):
                say(f"constraint {name!r} is not supported by type {kind!r}", "remove it")

    def _field_values(self, model: FieldModel, say: Any) -> None:
        for problem in constraint_problems(model):
            say(problem, "mend the constraint")
        for value in unreadable_enum(model):
            say(f"{value!r} is listed but is not a valid {model.type}", "mend the list", "warning")
        categories = category_values(model.descriptor)
        if categories and model.type not in ("string", "integer"):
            say(f"categories are not supported by type {model.type!r}", "use constraints.enum")
        for twin in _repeated(categories):
            say(f"the category {twin!r} stands twice", "keep one")
        if categories and "enum" in model.constraints:
            read = reader(model)
            known = [read(value) for value in categories]
            for value in model.constraints["enum"]:
                meaning = read(value)
                if not isinstance(meaning, Invalid) and meaning not in known:
                    say(f"the enum lists {value!r}, which is not among the categories", "add or remove it")
        example = model.descriptor.get("example")
        bare = FieldModel(model.name, model.type, model.format, descriptor=model.descriptor)
        if example and isinstance(reader(bare)(example), Invalid):
            say(f"the example {example!r} is not a valid {model.type}", "mend the example")

    # Across resources

    def _fit_references(self, resources: list[Resource], names: tuple[str, ...]) -> Iterator[Resource]:
        by_name = {resource.name: resource for resource in resources}
        for resource in resources:
            problems = []
            for key in resource.schema.foreign_keys:
                target = by_name.get(key.resource)
                if key.resource not in names:
                    problems.append(f"a foreign key leads to the resource {key.resource!r}, which does not exist")
                elif target is not None and not target.schema.inferred:
                    known = {one.name for one in target.schema.fields}
                    problems += [
                        f"a foreign key leads to the field {name!r}, which {key.resource!r} does not have"
                        for name in key.reference_fields
                        if name not in known
                    ]
            for problem in problems:
                self._say("resource-error", problem, "mend foreignKeys or add what is missing", resource.name)
            if not problems:
                yield resource


def _listed(item: dict[str, Any]) -> list[str]:
    path = item.get("path", item.get("url"))
    return [path] if isinstance(path, str) else list(path) if isinstance(path, list) else []


def _is_tabular(item: dict[str, Any], form: str) -> bool:
    data = item.get("data")
    return (
        item.get("type") == "table"
        or _is_tabular_profile(item.get("profile"))
        or form in TABULAR_FORMATS
        or ("schema" in item and (data is not None or form in (*JSON_FORMATS, *SPREADSHEETS)))
        or (isinstance(data, list) and bool(data) and all(isinstance(row, list | dict) for row in data))
    )


def _format(item: dict[str, Any], paths: list[str]) -> tuple[str, str]:
    """Format and compression of a resource: as declared, or by the name of its first file, or by its media type."""
    suffixes = [suffix.lstrip(".").lower() for suffix in Path(paths[0]).suffixes] if paths else []
    compression = item.get("compression") or ""
    if suffixes and suffixes[-1] in COMPRESSIONS:
        compression = compression or suffixes[-1]
        suffixes.pop()
        if item.get("innerpath"):
            suffixes = [Path(item["innerpath"]).suffix.lstrip(".").lower()]
    form = (item.get("format") or "").lower()
    if form in COMPRESSIONS or not form:
        named = suffixes[-1] if suffixes else form
        form = named if named in KNOWN_FORMATS else MEDIA_TYPES.get(_media_type(item), named)
    return form, "" if compression == "no" else compression


def _media_type(item: dict[str, Any]) -> str:
    return str(item.get("mediatype") or "").partition(";")[0].strip().lower()


def _is_tabular_profile(profile: Any) -> bool:
    return profile in (
        "tabular-data-resource",
        "https://specs.frictionlessdata.io/schemas/tabular-data-resource.json",
    )


def _is_standard_profile(profile: str) -> bool:
    known = (
        "data-package",
        "tabular-data-package",
        "data-resource",
        "tabular-data-resource",
        "fiscal-data-package",
    )
    return (
        profile in known or re.match(r"https?://(datapackage\.org|specs\.frictionlessdata\.io)/", profile) is not None
    )


def _is_of_later_version(profile: str) -> bool:
    found = re.match(r"https?://datapackage\.org/profiles/(\d+)\.", profile)
    return found is not None and found[1] not in ("1", "2")


_NOT_CHARSETS = {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""What Python calls encodings and are no encodings of files."""


def _is_encoding(name: str) -> bool:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return bool(getattr(found, "_is_text_encoding", True)) and found.name.replace("_", "-") not in _NOT_CHARSETS


def _names(key: Any) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else tuple(key or ())


def _repeated(values: list[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]
