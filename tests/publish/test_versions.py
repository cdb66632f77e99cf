"""Which version comes next, by the version recipe of Data Package."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.publish.diff import PackageDiff, TableDiff
from minutier.publish.schema_diff import PropertyChange, SchemaChange
from minutier.publish.versions import Level, is_version, newest, next_version, raised, rank


@dataclass(frozen=True)
class Diff:
    properties: tuple[PropertyChange, ...] = ()
    schema: tuple[SchemaChange, ...] = ()
    tables: tuple[TableDiff, ...] = field(default=())


def rows(added: int = 0, removed: int = 0, changed: int = 0, table: str = "quotes") -> Diff:
    return Diff(tables=(TableDiff(table, table, ("id",), 9, 9 + added - removed, added, removed, changed),))


def schema(kind: str, old: Any = None, new: Any = None) -> Diff:
    return Diff(schema=(SchemaChange(kind, "quotes", "speaker", old, new),))


def constraints(old: Any, new: Any) -> Diff:
    return schema("constraints_changed", {"constraints": old}, {"constraints": new})


def says(name: str, table: str = "") -> Diff:
    return Diff(properties=(PropertyChange(table, name, "a", "b"),))


@pytest.mark.parametrize(
    ("diff", "version"),
    [
        (Diff(), "1.2.3"),
        (rows(), "1.2.3"),
        (says("version"), "1.2.3"),
        (says("created"), "1.2.3"),
        (says("title"), "1.2.4"),
        (says("title", "quotes"), "1.2.4"),
        (says("name"), "2.0.0"),
        (rows(changed=3), "1.2.4"),
        (rows(added=1), "1.3.0"),
        (rows(removed=1), "1.3.0"),
        (rows(added=1, changed=5), "1.3.0"),
        (rows(added=1, table="corrections"), "1.2.4"),
        (schema("description_changed"), "1.2.4"),
        (schema("table_added"), "1.3.0"),
        *(
            (schema(kind), "2.0.0")
            for kind in ("table_dropped", "table_renamed", "column_added", "column_dropped", "column_renamed",
                         "column_moved", "type_changed", "key_changed", "something_unheard_of")
        ),
        (constraints({}, {"required": True}), "2.0.0"),
        (constraints({"required": True}, {}), "1.3.0"),
        (constraints({"required": True}, {"required": False}), "1.3.0"),
        (constraints({"enum": ["a", "b"]}, {"enum": ["b", "a", "c"]}), "1.3.0"),
        (constraints({"enum": ["a", "b"]}, {"enum": ["a"]}), "2.0.0"),
        (constraints({"minimum": 1}, {"minimum": 0}), "1.3.0"),
        (constraints({"minimum": 0}, {"minimum": 1}), "2.0.0"),
        (constraints({"maximum": 1}, {"maximum": 0}), "2.0.0"),
        (constraints({"maxLength": 1}, {"maxLength": 2}), "1.3.0"),
        (constraints({"pattern": "a"}, {"pattern": "b"}), "2.0.0"),
        (constraints({"minimum": 1}, {"minimum": "2020"}), "2.0.0"),
        (
            schema("constraints_changed", {"categories": [{"value": "a"}]}, {"categories": [{"value": "a"}, "b"]}),
            "1.3.0",
        ),
        (schema("constraints_changed", {"categories": ["a", "b"]}, {"categories": ["a"]}), "2.0.0"),
        (schema("constraints_changed", {"missingValues": [""]}, {"missingValues": ["", "-"]}), "2.0.0"),
    ],
)  # fmt: skip
def test_the_next_version(diff: Diff, version: str) -> None:
    assert next_version("1.2.3", diff) == version


def test_the_dearest_difference_decides() -> None:
    diff = Diff(says("title").properties, schema("column_added").schema, rows(added=1).tables)
    assert next_version("0.1.0", diff) == "1.0.0"


def test_a_comparison_is_a_difference_as_versions_take_it() -> None:
    assert next_version("1.0.0", PackageDiff("a", "b", "1.0.0", "1.0.0", (), (), rows(added=1).tables)) == "1.1.0"


ORDERED = ["0.9.0", "0.10.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0"]


def test_versions_are_ordered_by_number_and_candidates_come_before() -> None:
    assert sorted({*ORDERED}, key=rank) == ORDERED
    assert newest([*ORDERED, "latest", "2.0"]) == "1.0.0"
    assert newest([]) == ""


@pytest.mark.parametrize("text", ["1.0", "v1.0.0", "01.0.0", "1.0.0 ", "", "1.0.0\n", "../1.0.0"])
def test_what_is_no_version(text: str) -> None:
    assert not is_version(text)
    with pytest.raises(ValueError, match="not a version"):
        raised(text, Level.PATCH)


@pytest.mark.parametrize(
    ("candidate", "level", "version"),
    [
        ("2.0.0-rc.1", Level.MAJOR, "2.0.0"),
        ("2.1.0-rc.1", Level.MINOR, "2.1.0"),
        ("2.1.0-rc.1", Level.MAJOR, "3.0.0"),
        ("2.1.1-rc.1", Level.PATCH, "2.1.1"),
        ("2.1.1-rc.1", Level.MINOR, "2.2.0"),
    ],
)
def test_a_candidate_is_followed_by_what_it_is_a_candidate_of(candidate: str, level: Level, version: str) -> None:
    assert raised(candidate, level) == version


NUMBERS = st.integers(0, 30)
VERSIONS = st.builds("{}.{}.{}".format, NUMBERS, NUMBERS, NUMBERS)


@given(version=VERSIONS, level=st.sampled_from(Level))
@settings(deadline=None)
def test_a_version_never_falls_and_rises_when_something_changed(version: str, level: Level) -> None:
    following = raised(version, level)
    assert (rank(following) > rank(version)) == (level is not Level.NONE)


@given(version=VERSIONS, one=st.sampled_from(Level), other=st.sampled_from(Level))
@settings(deadline=None)
def test_what_costs_more_leads_higher(version: str, one: Level, other: Level) -> None:
    assert (one < other) == (rank(raised(version, one)) < rank(raised(version, other)))
