"""YAML as the project reads it: the plain values of YAML 1.2, duplicate keys refused.

``no`` is a word, ``2017-01-29`` and ``20:41`` are text, ``010`` is not eight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from minutier.errors import InputError

Error = yaml.YAMLError
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_PLACES = 1_000_000
"""Parts of a YAML text whose lines are told; what it repeats by aliases may be many more."""
_REPLACED = {f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "timestamp")}


class _Loader(_Base):  # type: ignore[misc]  # whichever of the two loaders there is
    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in _REPLACED]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            seen.add(key.value)
        values: dict[Any, Any] = super().construct_mapping(node, deep)
        return values


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?|\.[0-9]+)$"),
    list("-+.0123456789"),
)


def load(text: str) -> Any:
    """Plain Python values of a YAML text. Raises ``Error``, whose ``problem_mark`` tells the line."""
    return yaml.load(text, Loader=_Loader)


def lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The line, from 1, at which each key or item of a YAML text stands, by its path from the root."""
    places: dict[tuple[str | int, ...], int] = {}
    above: set[int] = set()

    def walk(node: yaml.Node, path: tuple[str | int, ...]) -> None:
        if id(node) in above or len(places) >= _MOST_PLACES:
            return  # an alias of what it is in, or a bomb of aliases
        above.add(id(node))
        places.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                places[(*path, key.value)] = key.start_mark.line + 1
                walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                walk(value, (*path, index))
        above.discard(id(node))

    root = yaml.compose(text, Loader=_Loader)
    if root is not None:
        walk(root, ())
    return places


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a YAML file stand in it."""

    path: Path
    lines: dict[tuple[str | int, ...], int]

    def of(self, *keys: str | int) -> str:
        """``data/sources.yaml, line 12``: the place of a key, or of the nearest one above it that is there."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return f"{self.path}, line {self.lines.get(keys, 1)}"


def read(path: Path, what: str, guide: str) -> tuple[Any, Places]:
    """The values of a YAML file, and their places; ``what`` it is called and a ``guide`` are for messages.

    Raises InputError when the file is not there, is not UTF-8, or is not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = load(text)
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file", f"Check the path of the {what}.") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"the {what} is not UTF-8 text", "Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}", f"Name the file of the {what}.") from error
    except Error as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}" if mark else str(path)
        raise InputError(place, f"not YAML: {getattr(error, 'problem', None) or error}", guide) from error
    return values, Places(path, lines(text))
