"""The data changelog: what a version changed, in Markdown, with no more than a few characters of a long text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.publish.changelog import EXAMPLES, HEAD, SHOWN, first_section, section, with_section
from minutier.publish.diff import CellChange, PackageDiff, RowChange, TableDiff
from minutier.publish.schema_diff import PropertyChange, SchemaChange


def diff(
    schema: tuple[SchemaChange, ...] = (),
    tables: tuple[TableDiff, ...] = (),
    properties: tuple[PropertyChange, ...] = (),
) -> PackageDiff:
    return PackageDiff("old", "new", "1.0.0", "1.0.0", properties, schema, tables)


def changed(old: str | None, new: str | None) -> TableDiff:
    row = RowChange("changed", {"quote_id": "quote-1"}, {}, (CellChange("quote", old, new),))
    return TableDiff("quotes", "quotes", ("quote_id",), 1, 1, changed=1, cells={"quote": 1}, examples=(row,))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (SchemaChange("column_added", "quotes", "rule", None, "string"), "- column `quotes`.`rule` added"),
        (SchemaChange("column_dropped", "quotes", "rule", "string"), "- column `quotes`.`rule` dropped"),
        (
            SchemaChange("column_renamed", "quotes", "rule", "by", "rule"),
            "- column `quotes`.`rule` renamed: it was `by`",
        ),
        (SchemaChange("column_moved", "quotes", "rule", 3, 1), "- column `quotes`.`rule` moved from place 3 to 1"),
        (SchemaChange("table_added", "votes"), "- table `votes` added"),
        (SchemaChange("table_renamed", "votes", "", "ballots", "votes"), "- table `votes` renamed: it was `ballots`"),
        (
            SchemaChange("type_changed", "quotes", "rule", "string", "integer"),
            '- `quotes`.`rule`: type changed from `"string"` to `"integer"`',
        ),
    ],
)
def test_each_change_of_the_schema_is_a_line(change: SchemaChange, line: str) -> None:
    assert line in section("2.0.0", "", diff(schema=(change,))).splitlines()


def test_what_the_package_says_is_told_but_not_its_version() -> None:
    long: Any = [{"title": "x" * 200}]
    properties = (
        PropertyChange("", "version", "1.0.0", "1.0.1"),
        PropertyChange("", "title", None, "A night"),
        PropertyChange("quotes", "description", "a", "b"),
        PropertyChange("", "sources", long, []),
    )
    assert [line for line in section("1.0.1", "", diff(properties=properties)).splitlines() if line[:1] == "-"] == [
        '- `title` changed from nothing to `"A night"`',
        '- `quotes`: `description` changed from `"a"` to `"b"`',
        "- `sources` changed",
    ]


def test_rows_are_counted_and_the_first_are_shown() -> None:
    examples = tuple(
        RowChange("added", {"quote_id": f"q{n}"}, {"quote_id": f"q{n}", "entry_id": "e", "quote": f"mot {n}"})
        for n in range(9)
    )
    table = TableDiff("quotes", "quotes", ("quote_id",), 5, 1014, added=1009, examples=examples)
    lines = section("1.1.0", "2017-01-29", diff(tables=(table,))).splitlines()
    assert lines[0] == "## 1.1.0 (2017-01-29)"
    assert "| quotes | 1,009 | 0 | 0 |" in lines
    assert lines[-EXAMPLES - 1 :] == [
        *(f"- added `q{n}`: quote `mot {n}`" for n in range(EXAMPLES)),
        f"- … and {1009 - EXAMPLES:,} more added",
    ]
    assert "q0" not in section("1.1.0", "", diff(tables=(table,)), with_examples=False)


def test_of_a_long_text_the_place_of_the_change_is_shown() -> None:
    old = "Les mots d'une très longue phrase qui ne change qu'à la toute fin : hier soir, très tard, dans la nuit"
    text = section("1.0.1", "", diff(tables=(changed(old, old.replace("hier", "demain")),)))
    assert "hier" in text and "demain" in text
    assert "longue phrase" not in text


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a`b", "`` a`b ``"), ("a|b\nc", "`a|b c`"), (None, "nothing"), ("", "nothing")],
)
def test_whatever_is_in_a_value_stays_in_it(value: str | None, shown: str) -> None:
    assert section("1.0.1", "", diff(tables=(changed(value, "x"),))).splitlines()[-1].endswith(f"quote {shown} → `x`")


@given(old=st.text(max_size=200), new=st.text(max_size=200))
@settings(deadline=None)
def test_no_more_than_a_few_characters_of_a_text_are_shown(old: str, new: str) -> None:
    line = section("1.0.1", "", diff(tables=(changed(old, new),))).split("\n\n")[-1]
    assert "\n" not in line
    assert len(line) <= len("- changed `quote-1`: quote  → ") + 2 * (SHOWN + 2) + 2 * (2 * SHOWN + 4)


def test_sections_stand_above_each_other() -> None:
    first = with_section("", first_section("0.1.0", "", {"quotes": 1234}), "0.1.0")
    assert first.startswith(HEAD)
    assert "| quotes | 1,234 |" in first
    both = with_section(first, section("0.1.1", "", diff()), "0.1.1")
    assert both.index("## 0.1.1") < both.index("## 0.1.0")
    assert both.startswith(HEAD) and both.endswith(first.removeprefix(HEAD).lstrip())
    assert with_section(both, "## 0.1.0\n\nSomething else", "0.1.0") == both
    assert with_section(both, "## 0.1\n\nx", "0.1") != both
