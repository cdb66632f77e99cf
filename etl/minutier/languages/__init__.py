"""Languages: one data file each (``fr.yaml``), read once. A language is added without touching code.

A language file has one section for each room that needs words: ``clock``, ``people``, ``numbers``,
``quotes``, ``results``, ``participation``, ``endorsements``, ``boilerplate``. Each room compiles its own
section; this module only finds the file, reads it and tells languages apart.

The long lists of ``people`` (given names, parties, outlets, pollsters, institutions, places) stand in plain
text beside it, a file for each: ``fr/parties.txt`` is ``people.parties``. A line is an item, ``#`` opens a
comment, and ``[m]`` or ``[region]`` opens a part of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NoReturn

from minutier.errors import InputError, UsageError

DEFAULT = "fr"


class _Nothing(str):
    """What a section leaves out: a pattern that matches nothing, or an empty list, whichever is asked for."""

    def __iter__(self) -> Iterator[str]:
        return iter(())


NOTHING = _Nothing("(?!)")


class Section(dict[str, Any]):
    """A section of a language file in which every key may be left out (see ``NOTHING``)."""

    def __missing__(self, key: str) -> str:
        return NOTHING


class _Keys(dict[str, Any]):
    """A section, or a table in it, whose missing key is an error that names the file, the place and the remedy."""

    def __init__(self, values: Mapping[str, Any], place: str, file: str) -> None:
        super().__init__(values)
        self._place, self._file = place, file
        for key, value in values.items():
            if isinstance(value, dict):
                self[key] = _Keys(value, f"{place}.{key}".lstrip("."), file)

    def __missing__(self, key: str) -> NoReturn:
        raise InputError(
            self._file,
            f"{self._place or 'the file'} has no {key!r}",
            "docs/how-to/add-a-language.md tells what each section holds.",
        )


@dataclass(frozen=True, eq=False)
class Language:
    """One language: ``code`` is its BCP 47 primary subtag, ``sections`` the data file."""

    code: str
    sections: dict[str, Any]

    def __getitem__(self, section: str) -> dict[str, Any]:
        """A section of the data file; empty when the language does not have it."""
        return self.sections.get(section) or {}


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have a data file, in alphabetical order."""
    names = (item.name for item in files("minutier.languages").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag (``fr``, ``fr-CH``). Raises UsageError when there is no data file for it."""
    from minutier.yaml import load

    code = tag.lower().split("-")[0].split("_")[0]
    if code not in available():
        raise UsageError(
            f"language {tag!r}",
            "there is no data file for it",
            f"The languages are {', '.join(available())}; docs/how-to/add-a-language.md shows how to add one.",
        )
    folder = files("minutier.languages")
    sections = load((folder / f"{code}.yaml").read_text(encoding="utf-8"))
    if (folder / code).is_dir():
        lists = {item.name.removesuffix(".txt"): item for item in (folder / code).iterdir()}
        sections["people"] = {
            **(sections.get("people") or {}),
            **{name: listed(lists[name].read_text(encoding="utf-8")) for name in sorted(lists)},
        }
    return Language(code, _Keys(sections, "", f"languages/{code}.yaml"))


def listed(text: str) -> list[str] | dict[str, list[str]]:
    """The lines of a list in plain text, or the lines of each of its parts when ``[part]`` lines divide it.

    Empty lines and what follows ``#`` at the head of a line are left out.
    """
    parts: dict[str, list[str]] = {"": []}
    part = parts[""]
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            part = parts.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            part.append(line)
    whole = parts.pop("")
    return parts if parts else whole


def detect(text: str) -> str | None:
    """The code of the language whose commonest words the text uses most, or None when too few are met.

    Looks at the first 20,000 characters; each language file lists its commonest words under ``stopwords``.
    """
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    counts = {code: sum(map(_stopwords(code).__contains__, words)) for code in available()}
    best = max(counts, key=lambda code: (counts[code], code))
    return best if counts[best] >= 3 else None


@cache
def _stopwords(code: str) -> frozenset[str]:
    return frozenset(str(word) for word in language(code)["stopwords"])
