"""Small packages for the tests: written to a folder, and generated with planted defects from a seed."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

V2 = "https://datapackage.org/profiles/2.0/datapackage.json"


def write_package(folder: Path, resources: list[dict[str, Any]], files: dict[str, bytes | str], **extra: Any) -> Path:
    """Write a descriptor and files; text is written in UTF-8. Returns the descriptor's path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    descriptor = {"$schema": V2, "name": "small", "resources": resources} | extra
    path = folder / "datapackage.json"
    path.write_text(json.dumps({key: value for key, value in descriptor.items() if value is not None}))
    return path


def table(
    folder: Path,
    fields: list[dict[str, Any]],
    text: bytes | str,
    dialect: dict[str, Any] | None = None,
    more: dict[str, Any] | None = None,
    **schema: Any,
) -> Path:
    """A package of one CSV file ``data.csv``; ``more`` are properties of the resource, the rest of its schema."""
    resource: dict[str, Any] = {
        "name": "data",
        "type": "table",
        "path": "data.csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, **schema},
        **(more or {}),
    }
    if dialect is not None:
        resource["dialect"] = dialect
    return write_package(folder, [resource], {"data.csv": text})


@dataclass(frozen=True)
class Kind:
    """A type with a format and options: cells that are right, rising where bounds apply, and wrong ones."""

    type: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)
    ordered: bool = False
    lengths: bool = False


JSON_POINT = '{"type": "Point", "coordinates": [2.35, 48.85]}'

KINDS = (
    Kind("string", ("Paris", "Lyon", "Été", "a b", "😀", "0"), (), lengths=True),
    Kind("string", ("a@example.org", "b.c@example.com"), ("nobody", "a@", "@example.org"), {"format": "email"}),
    Kind("string", ("https://example.org/a?b=c", "urn:isbn:12"), ("no scheme", "//host/a"), {"format": "uri"}),
    Kind(
        "string",
        ("123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174001"),
        ("123e4567", "not-a-uuid"),
        {"format": "uuid"},
    ),
    Kind("string", ("YWJj", "YQ=="), ("YWJ", "a"), {"format": "binary"}),
    Kind(
        "integer",
        ("-5", "0", "7", "12", "1000", "9223372036854775808"),
        ("1.5", "x", "1,000", "--1"),
        ordered=True,
    ),
    Kind("integer", ("5%", "€7", "12 km"), ("x", "%"), {"bareNumber": False}),
    Kind("number", ("-1.5", "0", "3.14", "58.65", "1e3", "99999.5"), ("x", "1,5", "1.2.3", "-"), ordered=True),
    Kind("number", ("1,5", "58,65", "1 306 852,0", "7"), ("x", "1;5"), {"decimalChar": ",", "groupChar": " "}),
    Kind("number", ("5%", "€7.5", "12.25 km"), ("x", "%"), {"bareNumber": False}),
    Kind("number", ("NaN", "INF", "-INF", "nan", "1"), ("x", "infinite")),
    Kind("boolean", ("true", "false", "1", "0", "True", "FALSE"), ("yes", "2", "tRue")),
    Kind("boolean", ("oui", "non", "O"), ("true", "yes"), {"trueValues": ["oui", "O"], "falseValues": ["non"]}),
    Kind(
        "date",
        ("2012-05-06", "2016-02-29", "2017-01-29"),
        ("2017-02-30", "2017-13-01", "x", "29/01/2017"),
        ordered=True,
    ),
    Kind("date", ("29/01/2017", "01/12/2016"), ("2017-01-29", "31/02/2017"), {"format": "%d/%m/%Y"}),
    Kind("date", ("29 January 2017", "2017-01-29"), ("certainly not",), {"format": "any"}),
    Kind(
        "datetime",
        ("2012-05-06T20:00:00Z", "2017-01-29T20:41:00+01:00", "2017-01-29T20:41:00.250Z"),
        ("2017-01-29", "2017-02-30T00:00:00Z", "x", "2017-01-29T25:00:00Z", "2017-01-29T20:41"),
        ordered=True,
    ),
    Kind("datetime", ("29.01.2017 20:41",), ("2017-01-29", "29.01.2017"), {"format": "%d.%m.%Y %H:%M"}),
    Kind("time", ("08:00:00", "20:41:00", "23:59:59"), ("24:01:00", "x", "20h41", "20:41"), ordered=True),
    Kind("time", ("20h41", "08h00"), ("20:41", "25h00"), {"format": "%Hh%M"}),
    Kind("year", ("0000", "2012", "2017"), ("17", "20170", "year"), ordered=True),
    Kind("yearmonth", ("2012-05", "2017-01", "2017-12"), ("2017-13", "2017", "x", "2017-00"), ordered=True),
    Kind("duration", ("P1Y2M", "PT20M", "P3D", "P1DT2H3M4.5S"), ("1 day", "x", "P", "20 minutes")),
    Kind(
        "geopoint",
        ("2.35,48.85", "-180, 90"),
        ("181,0", "2.35", "a,b"),
    ),
    Kind("geopoint", ("[2.35, 48.85]",), ("2.35,48.85", "[1]", "[200, 0]"), {"format": "array"}),
    Kind("geopoint", ('{"lon": 2.35, "lat": 48.85}',), ("[1, 2]", '{"lon": 2}'), {"format": "object"}),
    Kind("geojson", (JSON_POINT,), ("{", "[]", '{"type": "Nothing"}')),
    Kind("object", ('{"a": 1}', "{}", '{"a": [1, 2], "b": 2}'), ("[1]", "x", "{"), lengths=True),
    Kind("array", ("[1, 2]", "[]", '["a"]'), ('{"a": 1}', "x", "["), lengths=True),
    Kind("list", ("a,b", "a", "a,b,c"), (), lengths=True),
    Kind("list", ("1;2", "7"), ("1;x", "a"), {"itemType": "integer", "delimiter": ";"}),
    Kind("any", ("x", "1", "é"), ()),
)
"""Every type and format, with cells on which the standard and frictionless agree."""


@dataclass(frozen=True)
class Case:
    """A generated package: its descriptor's resources and its files."""

    resources: list[dict[str, Any]]
    files: dict[str, bytes]

    def write(self, folder: Path) -> Path:
        return write_package(folder, self.resources, self.files)


def cases(count: int) -> Iterator[Case]:
    """Packages from the seeds 0, 1, 2 …, every kind, constraint, key and dialect in turn."""
    for seed in range(count):
        yield generated(seed)


def generated(seed: int) -> Case:
    """One package: a table of a few fields, at times a second that refers to it, and planted defects."""
    chance = random.Random(seed)
    kinds = [KINDS[seed % len(KINDS)], *chance.sample(KINDS, chance.randint(1, 3))]
    if chance.random() < 0.25:
        return _sound(chance, kinds)
    fields = [_field(chance, index, kind) for index, kind in enumerate(kinds)]
    schema: dict[str, Any] = {"fields": [{"name": "id", "type": "integer"}, *fields]}
    rows = [[str(number), *(_cell(chance, kind) for kind in kinds)] for number in range(1, chance.randint(4, 12))]
    labels = [one["name"] for one in schema["fields"]]
    _missing_values(chance, schema, rows)
    _keys(chance, schema, rows)
    _damage(chance, rows)
    labels = _labels(chance, schema, labels, rows)
    dialect, text = _written(chance, labels, rows)
    resource: dict[str, Any] = {"name": "data", "type": "table", "path": "data.csv", "encoding": "utf-8"}
    resource["schema"] = schema
    if dialect:
        resource["dialect"] = dialect
    text = _stored(chance, resource, text)
    files = {resource["path"]: text}
    resources = [resource]
    if chance.random() < 0.35:
        resources.append(_child(chance, schema, rows))
        files["child.csv"] = _child_text(chance, rows)
    if chance.random() < 0.15:
        resource["bytes"] = len(text) + chance.choice([0, 1])
    return Case(resources, files)


def _sound(chance: random.Random, kinds: list[Kind]) -> Case:
    """A package without a defect, whose constraints all hold at their limits."""
    fields = [{"name": "id", "type": "integer", "constraints": {"required": True, "unique": True}}]
    for index, kind in enumerate(kinds):
        constraints: dict[str, Any] = {"enum": list(kind.good)} if kind.type != "list" else {}
        if kind.ordered:
            constraints |= {"minimum": kind.good[0], "maximum": kind.good[-1]}
        if kind.lengths:
            constraints |= {"minLength": 0, "maxLength": 40}
        fields.append({"name": f"f{index}", "type": kind.type, **kind.options, "constraints": constraints})
    rows = [[str(number), *(chance.choice(kind.good) for kind in kinds)] for number in range(1, 9)]
    rows[-1][-1] = ""
    dialect, text = _written(chance, [one["name"] for one in fields], rows)
    schema = {"fields": fields, "primaryKey": ["id"]}
    resource = {"name": "data", "type": "table", "path": "data.csv", "encoding": "utf-8", "schema": schema}
    return Case([resource | {"dialect": dialect, "bytes": len(text)}], {"data.csv": text})


def _field(chance: random.Random, index: int, kind: Kind) -> dict[str, Any]:
    described = {"name": f"f{index}", "type": kind.type, **kind.options}
    constraints: dict[str, Any] = {}
    if chance.random() < 0.4:
        constraints["required"] = True
    if chance.random() < 0.2 and kind.type not in ("object", "array", "geojson", "list"):
        constraints["unique"] = True
    if chance.random() < 0.3 and kind.type != "list":
        constraints["enum"] = chance.sample(kind.good, max(1, len(kind.good) - 1))
    if kind.ordered and chance.random() < 0.6:
        middle = kind.good[len(kind.good) // 2]
        name = chance.choice(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
        constraints[name] = int(middle) if kind.type in ("integer", "year") and chance.random() < 0.5 else middle
    if kind.lengths and chance.random() < 0.5:
        constraints[chance.choice(["minLength", "maxLength"])] = chance.randint(1, 4)
    if kind.type == "string" and not kind.options and chance.random() < 0.5:
        constraints["pattern"] = chance.choice(["[A-Z].*", r"\w+", "Paris|Lyon", "[^0-9]+", ".{2,5}"])
        if constraints["pattern"] == "Paris|Lyon":
            constraints["pattern"] = "(?:Paris|Lyon)"
    if constraints:
        described["constraints"] = constraints
    if chance.random() < 0.15:
        described["missingValues"] = chance.choice([["", "-"], ["NA"], [{"value": "-99", "label": "refused"}]])
    return described


def _cell(chance: random.Random, kind: Kind) -> str:
    draw = chance.random()
    if draw < 0.12:
        return "" if kind.options.get("format") == "binary" else chance.choice(["", "", "-", "NA", "-99"])
    if draw < 0.22 and kind.bad:
        return chance.choice(kind.bad)
    return chance.choice(kind.good)


def _missing_values(chance: random.Random, schema: dict[str, Any], rows: list[list[str]]) -> None:
    if chance.random() < 0.3:
        schema["missingValues"] = chance.choice(
            [["", "NA"], ["-"], [], [{"value": "", "label": "none"}, {"value": "NA"}]]
        )


def _keys(chance: random.Random, schema: dict[str, Any], rows: list[list[str]]) -> None:
    if chance.random() < 0.5:
        schema["primaryKey"] = chance.choice(["id", ["id"]])
        if chance.random() < 0.5:
            chance.choice(rows)[0] = chance.choice([rows[0][0], "", "x"])
    if chance.random() < 0.15:
        schema["foreignKeys"] = [{"fields": ["id"], "reference": {"resource": "", "fields": ["id"]}}]


def _damage(chance: random.Random, rows: list[list[str]]) -> None:
    draw = chance.random()
    victim = chance.randrange(len(rows))
    if draw < 0.12:
        rows[victim] = rows[victim][: chance.randint(1, len(rows[victim]) - 1)]
    elif draw < 0.24:
        rows[victim] = [*rows[victim], *["extra"] * chance.randint(1, 2)]
    elif draw < 0.34:
        rows.insert(victim, [])
    elif draw < 0.42:
        rows.insert(victim, [""] * len(rows[victim]))


def _labels(chance: random.Random, schema: dict[str, Any], labels: list[str], rows: list[list[str]]) -> list[str]:
    """The header, sometimes wrong or in another order, under each mode of ``fieldsMatch``."""
    mode = chance.choice(["exact", "exact", "equal", "subset", "superset", "partial"])
    if mode != "exact" or chance.random() < 0.3:
        schema["fieldsMatch"] = mode
    draw = chance.random()
    if mode == "exact":
        if draw < 0.1:
            return [*labels[:-1], "other"]
        if draw < 0.2:
            return [*labels[:-1], labels[0]]
        if draw < 0.3:
            return [*labels[:-1], ""]
        if draw < 0.4:
            return labels[:-1]
        if draw < 0.5:
            return [*labels, "more"]
        return labels
    if draw < 0.4:
        order = list(range(len(labels)))
        chance.shuffle(order)
        rows[:] = [[row[place] for place in order] if len(row) == len(labels) else row for row in rows]
        return [labels[place] for place in order]
    if draw < 0.6:
        rows[:] = [row[:-1] if len(row) == len(labels) else row for row in rows]
        return labels[:-1]
    if draw < 0.8:
        return [*labels, "more"]
    return labels


def _written(chance: random.Random, labels: list[str], rows: list[list[str]]) -> tuple[dict[str, Any], bytes]:
    """The text of the table in one of many dialects, declared in full so that nothing has to be guessed."""
    dialect: dict[str, Any] = {"delimiter": chance.choice([",", ";", "\t", "|"]), "headerRows": [1]}
    dialect |= {"quoteChar": chance.choice(['"', '"', "'"]), "skipInitialSpace": False}
    end = chance.choice(["\n", "\r\n"])
    dialect["lineTerminator"] = end
    options: dict[str, Any] = {
        "delimiter": dialect["delimiter"],
        "quotechar": dialect["quoteChar"],
        "lineterminator": end,
    }
    if chance.random() < 0.1:
        dialect |= {"escapeChar": "\\", "doubleQuote": False}
        options |= {"escapechar": "\\", "doublequote": False}
    if chance.random() < 0.2:
        options["quoting"] = csv.QUOTE_ALL
    written = io.StringIO()
    writer = csv.writer(written, **options)
    body = rows
    draw = chance.random()
    if draw < 0.1:
        dialect["header"] = False
        del dialect["headerRows"]
        writer.writerows(body)
    elif draw < 0.2:
        dialect |= {"headerRows": [1, 2], "headerJoin": "-"}
        writer.writerow([label.split("-")[0] for label in labels])
        writer.writerow(["" if chance.random() < 0 else label for label in labels])
        writer.writerows(body)
    elif draw < 0.3:
        dialect["commentChar"] = "#"
        writer.writerow(labels)
        writer.writerow(["# a remark", *[""] * (len(labels) - 1)])
        writer.writerows(body)
    elif draw < 0.4:
        dialect["commentRows"] = [2, 4]
        writer.writerow(labels)
        writer.writerow(["left out"])
        writer.writerows(body)
    elif draw < 0.45:
        dialect["headerCase"] = False
        writer.writerow([label.upper() for label in labels])
        writer.writerows(body)
    elif draw < 0.5:
        dialect["skipBlankRows"] = True
        writer.writerow(labels)
        writer.writerows([*body[:1], [], *body[1:], [""] * len(labels)])
    elif draw < 0.55 and not dialect.get("escapeChar"):
        dialect["skipInitialSpace"] = True
        writer.writerow(labels)
        writer.writerows(body)
        delimiter = dialect["delimiter"]
        return dialect, written.getvalue().replace(delimiter, delimiter + " ").encode()
    else:
        writer.writerow(labels)
        writer.writerows(body)
    return dialect, written.getvalue().encode()


def _stored(chance: random.Random, resource: dict[str, Any], text: bytes) -> bytes:
    """The bytes of the file: at times in another encoding, at times compressed."""
    draw = chance.random()
    if draw < 0.1:
        encoding = chance.choice(["utf-16", "utf-16-le", "iso-8859-1", "cp1252"])
        try:
            text = text.decode().encode(encoding)
        except UnicodeEncodeError:
            return text
        resource["encoding"] = encoding
    elif draw < 0.2:
        resource["path"] = "data.csv.gz"
        return gzip.compress(text, mtime=0)
    return text


def _child(chance: random.Random, schema: dict[str, Any], rows: list[list[str]]) -> dict[str, Any]:
    return {
        "name": "child",
        "type": "table",
        "path": "child.csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "headerRows": [1]},
        "schema": {
            "fields": [{"name": "number", "type": "integer"}, {"name": "parent", "type": "integer"}],
            "primaryKey": ["number"],
            "foreignKeys": [{"fields": ["parent"], "reference": {"resource": "data", "fields": ["id"]}}],
        },
    }


def _child_text(chance: random.Random, rows: list[list[str]]) -> bytes:
    lines = ["number,parent"]
    for number in range(chance.randint(1, 6)):
        lines.append(f"{number},{chance.choice(['1', '2', '02', '', '99', 'x'])}")
    return ("\n".join(lines) + "\n").encode()
