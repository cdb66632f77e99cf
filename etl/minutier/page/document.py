"""The page itself: template, style, scripts and data in one file, with nothing that reaches out.

Nothing of the source can become markup: data stand in JSON blocks without ``<``, ``>`` and ``&``, texts in
the template are escaped, and the page's own script makes text nodes only. Should anything slip through, the
Content Security Policy lets no script run but the three that are named by their hashes, and no request leave.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from minutier import __version__
from minutier.page.gather import FACTS, Gathered
from minutier.tables import schema
from minutier.yaml import load

GENERATOR = b'<meta name="generator" content="minutier page">'
SEAL = "<!-- sha256 of the above: {} -->\n"
"""How the command knows a page of its own that nobody changed."""

SCRIPTS = (
    *("dom", "words", "night", "charts", "choices"),
    *("overview", "results", "turnout", "quotes", "endorsements", "evidence", "main"),
)
"""The page's own script, in the order in which its parts stand."""

LANGUAGES = ("en", "fr")
"""Languages of the labels; the first one serves packages in any other."""


def document(gathered: Gathered) -> str:
    """The page of a package. The same package gives the same text."""
    language = _language(gathered)
    scripts = [_library("d3"), _library("plot"), _own_script()]
    title = gathered.properties.get("title") or gathered.properties.get("name") or gathered.nights[0].liveblog["title"]
    parts = {
        "language": language,
        "policy": _policy(scripts),
        "title": html.escape(str(title)),
        "style": _asset("style.css"),
        "noscript": html.escape(labels()["ui"]["noscript"][language]),
        "data": "\n".join(_data_blocks(gathered, language)),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    # One pass over the template, so that what is put in is never looked at again.
    text = re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], _asset("template.html"))
    return text + SEAL.format(hashlib.sha256(text.encode("utf-8")).hexdigest())


def is_page(data: bytes) -> bool:
    """Whether a file is a page that was made here and not changed since."""
    size = len(SEAL.format("0" * 64))
    return GENERATOR in data[:4096] and data[-size:] == SEAL.format(hashlib.sha256(data[:-size]).hexdigest()).encode()


def to_json(value: Any) -> str:
    """JSON that can stand inside a ``script`` element whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPED)


_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@cache
def labels() -> dict[str, Any]:
    """The words of the page: group → key → language → label."""
    return dict(load(_asset("labels.yaml")))


@cache
def libraries() -> dict[str, dict[str, str]]:
    """The vendored libraries: name → version, licence, files and their SHA-256."""
    return dict(load((files("minutier.page") / "vendor" / "vendor.yaml").read_text(encoding="utf-8")))


def _language(gathered: Gathered) -> str:
    """The language of most live blogs, when there are labels in it."""
    spoken = Counter(str(night.liveblog["language"]).split("-")[0] for night in gathered.nights)
    best = max(LANGUAGES, key=lambda language: spoken[language])
    return best if spoken[best] else LANGUAGES[0]


def _data_blocks(gathered: Gathered, language: str) -> list[str]:
    package = {
        "language": language,
        "toolkit": __version__,
        "package": gathered.properties,
        "contests": gathered.contests,
        "liveblogs": [night.liveblog for night in gathered.nights],
        "labels": {each: _labels_in(each) for each in LANGUAGES},
        "libraries": {
            name: {key: known[key] for key in ("title", "version", "license")} for name, known in libraries().items()
        },
    }
    blocks = [f'<script type="application/json" id="package_data">{to_json(package)}</script>']
    for place, night in enumerate(gathered.nights):
        blocks.append(f'<script type="application/json" id="night_{place}">{to_json(night.tables)}</script>')
    return blocks


def _labels_in(language: str) -> dict[str, Any]:
    known = labels()
    columns = {name: known["columns"].get(name, {}).get(language, title) for name, title in _titles().items()}
    return {
        "ui": {key: label[language] for key, label in known["ui"].items()},
        "columns": columns,
        "values": {
            column: {value: label[language] for value, label in values.items()}
            for column, values in known["values"].items()
        },
    }


def _titles() -> dict[str, str]:
    """Column → its title in the schemas, which are in English, in the order of the tables."""
    return {field.name: field.descriptor["title"] for table in FACTS for field in schema(table).fields}


def _policy(scripts: list[str]) -> str:
    """Nothing may be loaded from anywhere. Charts bring styles of their own, which cannot be named by hashes."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _library(name: str) -> str:
    """A vendored library under the notice that its licence asks to keep with every copy."""
    known = libraries()[name]
    notice = _vendored(known["notice"]).strip()
    return f"\n/*! {known['title']} {known['version']}, {known['license']}\n{notice}\n*/\n{_vendored(known['file'])}"


def _own_script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    return f'\n"use strict";\n(() => {{\n{parts}\n}})();\n'


def _asset(name: str) -> str:
    return (files("minutier.page") / "assets" / name).read_text(encoding="utf-8")


def _vendored(name: str) -> str:
    return (files("minutier.page") / "vendor" / name).read_text(encoding="utf-8")
