"""The manifest: which sources make a package, and what is known about each (docs/reference/manifest.md).

What a manifest may say is declared in ``manifest.schema.yaml``; options of the command line are held to
the same declaration. A mistake is an InputError that names the file, the line and the remedy.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast
from zoneinfo import ZoneInfo

from minutier import yaml
from minutier.errors import InputError, MinutierError, UsageError
from minutier.languages import language
from minutier.tables import schema
from minutier.yaml import Places

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

Day = TypeVar("Day", bound=date)

DEFAULT_PACKAGE_VERSION = "0.1.0"
"""Version of a package whose manifest does not give one."""

CORRECTIONS = "corrections.yaml"
"""Name of the file, beside the manifest, that corrects what is extracted when the manifest names none."""

GUIDE = "docs/reference/manifest.md lists what a manifest may say."


@dataclass(frozen=True, slots=True)
class Round:
    """One round of voting; ``polls_open`` and ``polls_close`` are instants with their UTC offset."""

    round: int
    date: date
    polls_open: datetime | None = None
    polls_close: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """One election, with its rounds in order."""

    contest_id: str
    election_type: str
    name: str = ""
    country: str = ""
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A public document in which the facts of a source are found."""

    title: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One file and what is known of the live blog in it; empty or None where nothing is said.

    ``place`` is where it was said (``data/sources.yaml, line 12``), for messages.
    """

    path: Path
    id: str = ""
    date: date | None = None
    timezone: str = ""
    language: str = ""
    contest: str = ""
    round: int | None = None
    title: str = ""
    publisher: str = ""
    url: str = ""
    license: str = ""
    text_policy: str = "full"
    sha256: str = ""
    captured_at: datetime | None = None
    retrieved_from: str = ""
    etag: str = ""
    last_modified: str = ""
    facts_from: tuple[Reference, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """What the package says of itself: the properties of a Data Package that authors write."""

    name: str = ""
    title: str = ""
    description: str = ""
    version: str = DEFAULT_PACKAGE_VERSION
    homepage: str = ""
    keywords: tuple[str, ...] = ()
    licenses: tuple[dict[str, Any], ...] = ()
    contributors: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole manifest; ``path`` is its file, None when it was made from options.

    ``people`` is the file of an authored registry of people, and ``corrections`` the one of corrections by
    hand, if there is one.
    """

    sources: tuple[Source, ...]
    contests: tuple[Contest, ...] = ()
    package: Package = field(default_factory=Package)
    people: Path | None = None
    corrections: Path | None = None
    path: Path | None = None


def read_manifest(path: Path) -> Manifest:
    """The manifest in a YAML file. Raises InputError naming the line of what is wrong."""
    values, places = yaml.read(path, "manifest", GUIDE)
    if values is None:
        raise InputError(str(path), "the manifest is empty", GUIDE)
    _check(values, "", places)
    _check_unique(values, places)
    manifest = Manifest(
        sources=tuple(
            _source(item, path.parent / item["path"], places.of("sources", index))
            for index, item in enumerate(values["sources"])
        ),
        contests=tuple(map(_contest, values.get("contests") or [])),
        package=_package(values.get("package") or {}),
        people=path.parent / values["people"] if "people" in values else None,
        corrections=_corrections(path, values.get("corrections")),
        path=path,
    )
    _check_contests(manifest, places)
    return manifest


def _corrections(path: Path, named: str | None) -> Path | None:
    """The file of corrections that a manifest names, or the one beside it."""
    beside = path.parent / CORRECTIONS
    if named is None:
        return beside if beside.exists() else None
    return path.parent / named


def source_from_options(path: Path, options: dict[str, Any]) -> Source:
    """A source described by command-line options, held to the same rules as one in a manifest.

    ``options`` maps keys of a source (``date``, ``timezone``, …) to their text; empty ones are left out.
    Raises UsageError naming the option.
    """
    given = {key: value for key, value in options.items() if value not in (None, "")}
    for error in _validator("source").iter_errors({"path": str(path), **given}):
        key = str(error.absolute_path[0]) if error.absolute_path else ""
        raise UsageError(f"option --{key.replace('_', '-')}", *_explain(error))
    return _source(given, path, str(path))


def time_zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name. Raises ValueError when there is none of that name."""
    if name not in _zone_names():
        raise ValueError(f"there is no time zone {name!r}")
    return ZoneInfo(name)


@cache
def _zone_names() -> tuple[str, ...]:
    """The names of the IANA database: not what a machine has beside them, like ``localtime``."""
    return tuple((files("tzdata") / "zones").read_text(encoding="utf-8").split())


def _check(values: Any, part: str, places: Places) -> None:
    """Raise InputError for the first thing, in order of lines, that the declaration does not allow."""
    found: list[tuple[int, tuple[str | int, ...], ValidationError]] = []
    for error in _validator(part).iter_errors(values):
        keys = tuple(error.absolute_path)
        unknown = _unknown_keys(error)
        keys = (*keys, unknown[0]) if unknown else keys
        found.append((places.lines.get(keys, 1), keys, error))
    if found:
        _, keys, error = min(found, key=lambda item: (item[2].validator == "required", item[0]))
        raise InputError(places.of(*keys), *_explain(error))


def _check_unique(values: dict[str, Any], places: Places) -> None:
    for section, key in (("sources", "id"), ("contests", "contest_id")):
        seen: dict[str, int] = {}
        for index, item in enumerate(values.get(section) or []):
            name = item.get(key)
            if name is None:
                continue
            if name in seen:
                first = places.lines.get((section, seen[name], key), 1)
                raise InputError(
                    places.of(section, index, key),
                    f"{key} {name!r} stands twice: it is already on line {first}",
                    "Give each its own.",
                )
            seen[name] = index
    for index, item in enumerate(values.get("contests") or []):
        rounds = [entry["round"] for entry in item["rounds"]]
        for place, number in enumerate(rounds):
            if number in rounds[:place]:
                raise InputError(
                    places.of("contests", index, "rounds", place, "round"),
                    f"round {number} of {item['contest_id']!r} stands twice",
                    "Give each round once.",
                )


def _check_contests(manifest: Manifest, places: Places) -> None:
    known = [contest.contest_id for contest in manifest.contests]
    for index, source in enumerate(manifest.sources):
        if known and source.contest and source.contest not in known:
            raise InputError(
                places.of("sources", index, "contest"),
                f"the contest {source.contest!r} is not among the contests of the manifest",
                _did_you_mean(source.contest, known) or f"They are {', '.join(known)}.",
            )


@cache
def _validator(part: str) -> Draft202012Validator:
    """The validator of a manifest, or of one of the parts named under ``$defs``."""
    from jsonschema import Draft202012Validator, FormatChecker

    text = (files("minutier") / "manifest.schema.yaml").read_text(encoding="utf-8")
    declared = deepcopy(yaml.load(text))
    parts = declared["$defs"]
    parts["contest"]["properties"]["election_type"] = {"enum": _vocabulary("contests", "election_type")}
    parts["source"]["properties"]["text_policy"] = {"enum": _vocabulary("liveblogs", "text_policy")}
    formats = FormatChecker(formats=())
    for name, read in (
        ("date", _date),
        ("instant", _instant),
        ("time-zone", time_zone),
        ("language", language),
    ):
        formats.checks(name, raises=(ValueError, MinutierError))(_reads(read))
    root = {"$schema": declared["$schema"], "$defs": parts, "$ref": f"#/$defs/{part}"} if part else declared
    return Draft202012Validator(root, format_checker=formats)


def _vocabulary(table: str, column: str) -> list[str]:
    field = next(field for field in schema(table).fields if field.name == column)
    values: list[str] = field.descriptor["constraints"]["enum"]
    return values


def _reads(read: Any) -> Any:
    """A check of a format: whatever ``read`` raises says that the text has not got it."""

    def check(value: object) -> bool:
        if isinstance(value, str):
            read(value)
        return True

    return check


def _date(text: str) -> date:
    if len(text) != len("2017-01-29"):
        raise ValueError(f"{text!r} is not a day written like 2017-01-29")
    return _in_reach(date.fromisoformat(text))


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no UTC offset")
    return _in_reach(moment)


def _in_reach(day: Day) -> Day:
    """A day or instant which has a day before and after it in any zone."""
    if not 1 < day.year < 9999:
        raise ValueError(f"the year {day.year} is out of reach")
    return day


def _explain(error: ValidationError) -> tuple[str, str]:
    """What is wrong and what to do, in words."""
    name: Any = error.absolute_path[-1] if error.absolute_path else "the manifest"
    value: Any = error.instance
    allowed: Any = error.validator_value
    if unknown := _unknown_keys(error):
        known = sorted(cast(Any, error.schema)["properties"])
        remedy = _did_you_mean(unknown[0], known) or f"The keys are {', '.join(known)}."
        return f"unknown key {unknown[0]!r}", remedy
    if error.validator == "required":
        missing = next(key for key in allowed if key not in value)
        return f"the key {missing!r} is missing", GUIDE
    if error.validator == "enum":
        return f"{name} {value!r} is not one of {', '.join(allowed)}", ""
    if error.validator == "format":
        return _FORMATS[allowed](name, value)
    if error.validator == "pattern":
        return f"{name} {value!r} is not written as it should be", f"{GUIDE} It has to match {allowed}"
    if error.validator == "type":
        place = f"item {name + 1}" if isinstance(name, int) else name
        told = f" {value!r}" if isinstance(value, str | int | float) else ""
        return f"{place}{told} has to be {_TYPES.get(allowed, allowed)}", GUIDE
    return f"{name}: {error.message}", GUIDE


_TYPES = {
    "object": "a mapping (key: value)",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
}


_FORMATS: dict[str, Callable[[Any, Any], tuple[str, str]]] = {
    "date": lambda name, value: (f"{name} {value!r} is not a day", "Write an existing day like 2017-01-29."),
    "instant": lambda name, value: (
        f"{name} {value!r} is not an instant",
        "Write the day, the time and the UTC offset like 2017-01-29T19:00:00+01:00.",
    ),
    "time-zone": lambda name, value: (
        f"there is no time zone {value!r}",
        _zone_meant(value) or "Write a name of the IANA database like Europe/Paris.",
    ),
    "language": lambda name, value: _language_problem(value),
}


def _zone_meant(value: str) -> str:
    return _did_you_mean(value, sorted(_zone_names()))


def _language_problem(value: str) -> tuple[str, str]:
    try:
        language(value)
    except MinutierError as error:
        return f"language {value!r}: {error.problem}", error.remedy
    return f"language {value!r} is not known", ""


def _unknown_keys(error: ValidationError) -> list[str]:
    if error.validator != "additionalProperties":
        return []
    return [key for key in cast(Any, error.instance) if key not in cast(Any, error.schema)["properties"]]


def _did_you_mean(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(str(word), known, n=1)
    return f"Did you mean {close[0]!r}?" if close else ""


def _source(item: dict[str, Any], path: Path, place: str) -> Source:
    given = {key: value for key, value in item.items() if key not in ("path", "date", "captured_at", "facts_from")}
    return Source(
        path=path,
        place=place,
        date=_date(item["date"]) if "date" in item else None,
        captured_at=_instant(item["captured_at"]) if "captured_at" in item else None,
        facts_from=tuple(_references(item.get("facts_from", []))),
        **given,
    )


def _references(items: list[Any]) -> Iterator[Reference]:
    for item in items:
        if isinstance(item, str):
            is_address = item.startswith(("http://", "https://"))
            yield Reference(item, item if is_address else "")
        else:
            yield Reference(item["title"], item.get("path", ""))


def _contest(item: dict[str, Any]) -> Contest:
    return Contest(
        contest_id=item["contest_id"],
        election_type=item["election_type"],
        name=item.get("name", ""),
        country=item.get("country", ""),
        rounds=tuple(sorted(map(_round, item["rounds"]), key=lambda entry: entry.round)),
    )


def _round(item: dict[str, Any]) -> Round:
    return Round(
        round=item["round"],
        date=_date(item["date"]),
        polls_open=_instant(item["polls_open"]) if "polls_open" in item else None,
        polls_close=_instant(item["polls_close"]) if "polls_close" in item else None,
    )


def _package(item: dict[str, Any]) -> Package:
    lists: dict[str, Any] = {key: tuple(item[key]) for key in ("keywords", "licenses", "contributors") if key in item}
    return Package(**(item | lists))
