"""The examples that a page of the documentation prints: its fenced blocks of one language."""

from __future__ import annotations

import re

from packages_elsewhere import ROOT


def blocks(page: str, language: str, section: str = "") -> list[str]:
    """The blocks of a page, or of one of its sections by heading. There must be some."""
    text = _section(page, section)
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found, f"{page} has no example in {language}"
    return found


def indented(page: str, section: str) -> list[str]:
    """The indented lines of a section of a page: commands."""
    text = _section(page, section)
    lines = [line.strip() for line in re.sub(r"(?sm)^```.*?^```", "", text).splitlines() if line.startswith("    ")]
    assert lines
    return lines


def _section(page: str, heading: str) -> str:
    text = (ROOT / page).read_text(encoding="utf-8")
    if not heading:
        return text
    (found,) = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return str(found)
