"""Stands that no construction reads, weighed by the words around two names."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

import pytest
from extracting import read, rows, sides
from minutier.document import Row
from minutier.extract.stands.weighing import ALWAYS, COLUMNS, weights

POSTS = Path(__file__).parent.parent / "gold" / "posts"
LANGUAGES = ("en", "fr")
RULE = "endorsements.weighed"


def weighed(text: str, lang: str) -> list[Row]:
    return [row for row in rows("endorsements", text, lang=lang, election_type="presidential") if row["rule"] == RULE]
