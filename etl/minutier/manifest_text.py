"""Changes the text of a manifest: a source added or changed, the version set; every other character stays."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

import yaml as pyyaml

from minutier import yaml
from minutier.errors import InputError

_PLAIN = re.compile(r"[A-Za-z0-9/][A-Za-z0-9 _./+-]*(?::[A-Za-z0-9_./+-]+)*")
_BY_HAND = "Write the source into the manifest by hand."

Edit = tuple[int, int, str]
"""Characters start … end of a text become another text."""


def with_source(text: str, source: dict[str, Any], index: int | None = None, *, place: str = "") -> str:
    """The manifest's text with a source added at the end, or with keys of the source at ``index`` set.

    ``source`` maps keys to plain values; a value of None takes the key away. ``place`` names the manifest in
    messages. Raises InputError where the text is laid out in a way that cannot be edited.
    """
    before = yaml.load(text) or {}
    expected = deepcopy(before) if isinstance(before, dict) else {}
    sources = expected.setdefault("sources", [])
    if index is None:
        sources.append({key: value for key, value in source.items() if value is not None})
    else:
        changed = {**sources[index], **source}
        sources[index] = {key: value for key, value in changed.items() if value is not None}
    edited = _applied(text, _edits(text, source, index))
    if not _says(edited, expected):
        raise InputError(place, "the list of sources is laid out in a way that cannot be added to", _BY_HAND)
    return edited


def with_version(text: str, version: str, name: str, *, place: str = "") -> str:
    """The manifest's text with the version of the package set; ``name`` is the package's, where it has none.

    Raises InputError, naming ``place``, where the text is laid out in a way that cannot be edited.
    """
    before = yaml.load(text)
    expected = deepcopy(before)
    expected["package"] = {"name": name, **(expected.get("package") or {}), "version": version}
    root = pyyaml.compose(text, Loader=pyyaml.SafeLoader)
    package = dict(_pairs(root)).get("package")
    if isinstance(package, pyyaml.MappingNode) and package.value:
        edits = _changes(text, package, {"version": version})
    else:
        head = "" if text.endswith("\n") else "\n"
        edits = [(len(text), len(text), f"{head}\npackage:\n  name: {_scalar(name)}\n  version: {version}\n")]
    edited = _applied(text, edits)
    if not _says(edited, expected):
        remedy = f"Write the version {version} into it by hand, and release again."
        raise InputError(place, "the package is laid out in a way that cannot be edited", remedy)
    return edited


def _applied(text: str, edits: list[Edit]) -> str:
    for start, end, piece in sorted(edits, reverse=True):
        text = text[:start] + piece + text[end:]
    return text


def _says(text: str, expected: Any) -> bool:
    """The text is YAML, and of these values."""
    try:
        return bool(yaml.load(text) == expected)
    except yaml.Error:
        return False


def _edits(text: str, source: dict[str, Any], index: int | None) -> list[Edit]:
    root = pyyaml.compose(text, Loader=pyyaml.SafeLoader)
    values = dict(_pairs(root)) if isinstance(root, pyyaml.MappingNode) else {}
    sources = values.get("sources")
    if not isinstance(sources, pyyaml.SequenceNode):
        head = "" if not text or text.endswith("\n") else "\n"
        return [(len(text), len(text), f"{head}sources:\n{_item(source, 2)}")]
    if index is not None:
        return _changes(text, sources.value[index], source)
    if sources.flow_style and not sources.value:
        return [(sources.start_mark.index, sources.end_mark.index, "\n" + _item(source, 2).rstrip("\n"))]
    if sources.flow_style:
        end = _end_of(sources.value[-1])
        return [(end, end, f", {_flow(source)}")]
    end = _line_end(text, _end_of(sources.value[-1]))
    head = "" if text[:end].endswith("\n") else "\n"
    return [(end, end, head + _item(source, sources.start_mark.column))]


def _changes(text: str, item: Any, source: dict[str, Any]) -> list[Edit]:
    """Set keys of a mapping: values are replaced where they stand, new keys follow the last one."""
    nodes = {key.value: (key, value) for key, value in item.value}
    edits: list[Edit] = []
    added: list[tuple[str, Any]] = []
    for name, value in source.items():
        if name in nodes and value is not None:
            node = nodes[name][1]
            start = node.start_mark.index
            shown = text[start : _end_of(node)].rstrip()  # a block scalar ends after its line break
            edits.append((start, start + len(shown), _scalar(value)))
        elif name in nodes and not item.flow_style:
            key, node = nodes[name]
            start = text.rfind("\n", 0, key.start_mark.index) + 1
            edits.append((start, _line_end(text, _end_of(node)), ""))
        elif value is not None:
            added.append((name, value))
    if added and item.flow_style:
        end = _end_of(item.value[-1][1])
        edits.append((end, end, "".join(f", {name}: {_scalar(value)}" for name, value in added)))
    elif added:
        end = _line_end(text, _end_of(item.value[-1][1]))
        head = "" if text[:end].endswith("\n") else "\n"
        indent = " " * item.start_mark.column
        lines = "".join(f"{indent}{name}: {_scalar(value)}\n" for name, value in added)
        edits.append((end, end, head + lines))
    return edits


def _pairs(node: Any) -> list[tuple[str, Any]]:
    return [(key.value, value) for key, value in node.value]


def _end_of(node: Any) -> int:
    """Where a node's last character stands; the end mark of a block lies beyond comments that follow."""
    while not isinstance(node, pyyaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def _line_end(text: str, index: int) -> int:
    """The beginning of the next line; a block scalar ends there already."""
    if index and text[index - 1] == "\n":
        return index
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _item(source: dict[str, Any], column: int) -> str:
    indent = " " * column
    pairs = [f"{name}: {_scalar(value)}" for name, value in source.items() if value is not None]
    return "".join(f"{indent}{'  ' if rank else '- '}{pair}\n" for rank, pair in enumerate(pairs))


def _flow(source: dict[str, Any]) -> str:
    pairs = (f"{name}: {_scalar(value)}" for name, value in source.items() if value is not None)
    return "{" + ", ".join(pairs) + "}"


def _scalar(value: Any) -> str:
    """A value as YAML: plain where that reads back as the same value, quoted as in JSON otherwise."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and yaml.load(value) == value:
        return value
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ufffd\\U00010000-\\U0010ffff]")
"""What YAML does not allow as it stands (1.1, 5.1: the set of printable characters)."""
