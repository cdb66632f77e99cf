"""Two packages compared: what changed in the schema and, row by row on primary keys, in the data.

Serves any Data Package. Values are compared by type, so that 1.50 is 1.5 and an empty cell is null; the order
of rows does not count. Tables without a primary key are compared by whole rows. All of it is done on columns,
by DuckDB, in memory that does not grow with the tables.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutier.errors import OutputError, UsageError
from minutier.publish.comparing import canonical, common_kind
from minutier.publish.loading import Loaded, load, single_row
from minutier.publish.opening import OpenedPackage, TableResource, open_package
from minutier.publish.schema_diff import PropertyChange, SchemaChange, field_changes, moved, property_changes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "768MB"
"""What DuckDB may hold in memory; beyond that it works on the disk."""

Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of a changed row, under the column's new name; texts as they stand in the files, None for null."""

    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was ``added``, ``removed`` or ``changed``.

    ``key`` holds its primary key, empty where rows have none; ``row`` the whole row that was added or
    removed; ``cells`` what changed in a changed one.
    """

    kind: str
    key: Row
    row: Row
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class TableDiff:
    """What changed in the rows of one table; the numbers are exact, ``examples`` are the first of each kind.

    ``key`` are the columns by which rows were told apart, empty for whole rows. ``cells`` counts the changed
    cells of each column that has any. ``old_name`` differs from ``name`` for a table that was renamed.
    """

    name: str
    old_name: str
    key: tuple[str, ...]
    old_rows: int
    new_rows: int
    added: int = 0
    removed: int = 0
    changed: int = 0
    cells: Mapping[str, int] | None = None
    examples: tuple[RowChange, ...] = ()

    @property
    def is_same(self) -> bool:
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class PackageDiff:
    """How two packages differ. ``tables`` has every table that is in both, changed or not.

    ``old`` and ``new`` say how they were named, ``old_version`` and ``new_version`` what they say of
    themselves. The rows of tables that were added or dropped are counted in ``tables`` too.
    """

    old: str
    new: str
    old_version: str
    new_version: str
    properties: tuple[PropertyChange, ...]
    schema: tuple[SchemaChange, ...]
    tables: tuple[TableDiff, ...]

    @property
    def is_same(self) -> bool:
        """Nothing differs: neither what the packages say nor what they hold."""
        return not self.properties and not self.schema and self.is_same_data

    @property
    def is_same_data(self) -> bool:
        """The rows are the same, whatever is said of them."""
        return all(table.is_same for table in self.tables)


def compare(
    old: Path | str | OpenedPackage,
    new: Path | str | OpenedPackage,
    *,
    limit: int | None = 10,
    tables: Sequence[str] = (),
    on_table: Callable[[str], None] = lambda name: None,
) -> PackageDiff:
    """Compare two packages: folders, descriptors or zips, or packages that are open already.

    ``limit`` is the number of examples of each kind in each table, None for all; ``tables`` are the names of
    those to compare, all when empty; ``on_table`` is called before each. Raises InputError when a package
    cannot be read, UsageError for a table that is in neither, OutputError when there is no room to work in.
    """
    with _open(old) as before, _open(new) as after, _database() as connection:
        return _Comparison(connection, before, after, limit, on_table).diff(tables)


@contextmanager
def _open(package: Path | str | OpenedPackage) -> Iterator[OpenedPackage]:
    if isinstance(package, OpenedPackage):
        yield package
    else:
        with open_package(package) as opened:
            yield opened


@contextmanager
def _database() -> Iterator[DuckDBPyConnection]:
    """A database of its own on the disk, which goes when it is closed; the network is never asked."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="minutier-") as folder:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": f"{folder}/spill",
            "autoinstall_known_extensions": False,
        }
        connection = duckdb.connect(f"{folder}/diff.duckdb", config=settings)
        try:
            connection.execute("SET TimeZone = 'UTC'")
            yield connection
        except duckdb.Error as error:  # what cannot be read was told by its file before
            told = str(error).partition("\n")[0]
            raise OutputError(folder, f"there is no room to compare in: {told}", "Make room, or set TMPDIR.") from error
        finally:
            connection.close()


class _Comparison:
    """The comparison of two opened packages in one database."""

    def __init__(
        self,
        connection: DuckDBPyConnection,
        old: OpenedPackage,
        new: OpenedPackage,
        limit: int | None,
        on_table: Callable[[str], None],
    ) -> None:
        self.connection, self.old, self.new, self.limit, self.on_table = connection, old, new, limit, on_table
        self.properties: list[PropertyChange] = []
        self.schema: list[SchemaChange] = []
        self.tables: list[TableDiff] = []

    def diff(self, only: Sequence[str]) -> PackageDiff:
        self.properties += property_changes(self.old.descriptor, self.new.descriptor)
        _check_names(only, self.old, self.new)
        old = {table.name: table for table in self.old.tables if not only or table.name in only}
        new = {table.name: table for table in self.new.tables if not only or table.name in only}
        renamed = self._renamed_tables(
            [table for name, table in old.items() if name not in new],
            [table for name, table in new.items() if name not in old],
        )
        for name, table in new.items():
            self.on_table(name)
            former = old.get(name) or renamed.get(name)
            if former is None:
                self._lone(table, self.new, "table_added")
            else:
                self._both(former, table)
        gone = {table.name for table in renamed.values()}
        for name, table in old.items():
            if name not in new and name not in gone:
                self.on_table(name)
                self._lone(table, self.old, "table_dropped")
        return PackageDiff(
            self.old.place,
            self.new.place,
            str(self.old.descriptor.get("version") or ""),
            str(self.new.descriptor.get("version") or ""),
            tuple(self.properties),
            tuple(self.schema),
            tuple(self.tables),
        )

    # Tables

    def _renamed_tables(
        self, dropped: Sequence[TableResource], added: Sequence[TableResource]
    ) -> dict[str, TableResource]:
        """New name → old table, where columns, types and all rows are the same and no other table has them."""
        pairs = [(one, other) for one in dropped for other in added if _columns(one) == _columns(other) != []]
        same = [(one, other) for one, other in pairs if self._has_same_rows(one, other)]
        olds, news = [one.name for one, _ in same], [other.name for _, other in same]
        return {other.name: one for one, other in same if olds.count(one.name) == 1 and news.count(other.name) == 1}

    def _has_same_rows(self, old: TableResource, new: TableResource) -> bool:
        one, other = self._loaded(old, new)
        if not one.rows or one.rows != other.rows or one.columns != other.columns:
            return False
        pairing = _Pairing(one, other, tuple(zip(one.columns, other.columns, strict=True)), ())
        return _RowDiff(self.connection, pairing, 0).totals() == (0, 0, 0)

    def _loaded(self, old: TableResource, new: TableResource) -> tuple[Loaded, Loaded]:
        one = load(self.connection, self.old, old, "old_table")
        return one, load(self.connection, self.new, new, "new_table")

    def _lone(self, table: TableResource, package: OpenedPackage, kind: str) -> None:
        """A table that is in one package only."""
        loaded = load(self.connection, package, table, "new_table")
        is_new = kind == "table_added"
        self.schema.append(SchemaChange(kind, table.name, "", *((None, table.name) if is_new else (table.name, None))))
        rows = (0, loaded.rows, loaded.rows, 0) if is_new else (loaded.rows, 0, 0, loaded.rows)
        self.tables.append(TableDiff(table.name, table.name, table.key, *rows, cells={}))

    def _both(self, old: TableResource, new: TableResource) -> None:
        """A table that is in both packages, under one name or two."""
        if old.name != new.name:
            self.schema.append(SchemaChange("table_renamed", new.name, "", old.name, new.name))
        self.properties += property_changes(_said(old), _said(new), new.name)
        one, other = self._loaded(old, new)
        pairing = _paired(self.connection, one, other)
        self.schema += _column_changes(new.name, one, other, pairing)
        rows = _RowDiff(self.connection, pairing, self.limit)
        added, removed, changed = rows.totals()
        self.tables.append(
            TableDiff(
                new.name,
                old.name,
                tuple(name for _, name in pairing.key),
                one.rows,
                other.rows,
                added,
                removed,
                changed,
                rows.cells(),
                tuple(rows.examples()),
            )
        )


def _check_names(only: Sequence[str], old: OpenedPackage, new: OpenedPackage) -> None:
    known = list(dict.fromkeys(table.name for table in (*new.tables, *old.tables)))
    for name in only:
        if name not in known:
            raise UsageError(
                f"table {name!r}", "is in neither of the packages", f"Their tables are {', '.join(known) or 'none'}."
            )


def _said(table: TableResource) -> dict[str, Any]:
    return {name: table.resource[name] for name in ("title", "description", "licenses") if table.resource.get(name)}


def _columns(table: TableResource) -> list[tuple[Any, Any]]:
    return [(field.get("name"), field.get("type")) for field in table.schema.get("fields") or []]


# Columns ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Which columns of two tables are the same: (old name, new name), and those of them that make the key."""

    old: Loaded
    new: Loaded
    columns: tuple[tuple[str, str], ...]
    key: tuple[tuple[str, str], ...]

    def cells(self, pair: tuple[str, str]) -> tuple[str, str]:
        """SQL of the texts of a column, with the aliases ``o`` and ``n``."""
        return self.old.cell(pair[0], "o"), self.new.cell(pair[1], "n")

    def forms(self, pair: tuple[str, str]) -> tuple[str, str]:
        """SQL of the forms in which the two cells of a column are compared."""
        old, new = self.old.field(pair[0]), self.new.field(pair[1])
        kind, (one, other) = common_kind(old, new), self.cells(pair)
        return canonical(one, old, kind), canonical(other, new, kind)

    def differs(self, pair: tuple[str, str]) -> str:
        """SQL that is true where the cells differ; equal texts are not looked at any further."""
        one, other = self.cells(pair)
        form, other_form = self.forms(pair)
        if (form, other_form) == (one, other):
            return f"{one} IS DISTINCT FROM {other}"
        return f"CASE WHEN {one} IS NOT DISTINCT FROM {other} THEN false ELSE {form} IS DISTINCT FROM {other_form} END"


def _paired(connection: DuckDBPyConnection, old: Loaded, new: Loaded) -> _Pairing:
    """The columns with the same name, then those that were renamed: same type, same values in the same rows."""
    common = [(name, name) for name in new.columns if name in old.columns]
    dropped = [name for name in old.columns if name not in new.columns]
    added = [name for name in new.columns if name not in old.columns]
    bare = _Pairing(old, new, tuple(common), ())
    renamed = _renamed_key(connection, bare, dropped, added)
    paired = _Pairing(old, new, (*common, *renamed), ())
    keyed = _Pairing(old, new, paired.columns, _key(connection, paired))
    taken = {name for pair in renamed for name in pair}
    renamed += _renamed_columns(
        connection,
        keyed,
        [name for name in dropped if name not in taken],
        [name for name in added if name not in taken],
    )
    place = {name: number for number, name in enumerate(new.columns)}
    columns = sorted([*common, *renamed], key=lambda pair: place[pair[1]])
    return _Pairing(old, new, tuple(columns), keyed.key)


def _key(connection: DuckDBPyConnection, pairing: _Pairing) -> tuple[tuple[str, str], ...]:
    """The primary key of the new table, or of the old one, whose columns both have; empty when there is none.

    Where the two differ, the one that tells all rows apart is taken.
    """
    olds, news = dict(pairing.columns), {new: old for old, new in pairing.columns}
    candidates = [
        tuple((news.get(name, ""), name) for name in pairing.new.key),
        tuple((name, olds.get(name, "")) for name in pairing.old.key),
    ]
    fit = [key for key in dict.fromkeys(candidates) if key and all(one and other for one, other in key)]
    if candidates[0] == candidates[1] and fit:
        return fit[0]
    for key in fit:
        one, other = zip(*map(pairing.forms, key), strict=True)
        if not _twins(connection, "old_table o", one) and not _twins(connection, "new_table n", other):
            return key
    return ()


def _twins(connection: DuckDBPyConnection, relation: str, forms: Sequence[str]) -> bool:
    """Some rows have the same key."""
    grouped = f"SELECT 1 FROM {relation} GROUP BY {', '.join(forms)} HAVING count(*) > 1 LIMIT 1"
    return bool(connection.execute(grouped).fetchall())


def _renamed_key(
    connection: DuckDBPyConnection, pairing: _Pairing, dropped: Sequence[str], added: Sequence[str]
) -> list[tuple[str, str]]:
    """The columns of a primary key that have new names: at the same place in the key, with the same values."""
    if len(pairing.old.key) != len(pairing.new.key):
        return []
    renamed = []
    for pair in zip(pairing.old.key, pairing.new.key, strict=True):
        if pair[0] in dropped and pair[1] in added and _has_same_type(pairing, pair):
            one, other = pairing.forms(pair)
            found = single_row(
                connection,
                f"WITH one AS (SELECT DISTINCT {one} AS form FROM old_table o), "
                f"other AS (SELECT DISTINCT {other} AS form FROM new_table n) "
                "SELECT (SELECT count(*) FROM one), (SELECT count(*) FROM other), "
                "(SELECT count(*) FROM one JOIN other USING (form))",
            )
            if 1 < min(found[0], found[1]) == found[2]:
                renamed.append(pair)
    return renamed


def _renamed_columns(
    connection: DuckDBPyConnection, pairing: _Pairing, dropped: Sequence[str], added: Sequence[str]
) -> list[tuple[str, str]]:
    """Dropped and added columns with the same values, at least two of them, in all rows that stayed.

    Of several that would fit nothing is guessed. Rows are found by the key, so there must be one.
    """
    pairs = [(one, other) for one in dropped for other in added if _has_same_type(pairing, (one, other))]
    if not pairs or not pairing.key:
        return []
    tests = ", ".join(
        f"count(*) FILTER ({pairing.differs(pair)}) = 0 AND count(DISTINCT {pairing.forms(pair)[1]}) > 1"
        for pair in pairs
    )
    on = " AND ".join(f"{one} IS NOT DISTINCT FROM {other}" for one, other in map(pairing.forms, pairing.key))
    found = single_row(connection, f"SELECT {tests} FROM old_table o JOIN new_table n ON {on}")
    fit = [pair for pair, is_fit in zip(pairs, found, strict=True) if is_fit]
    olds, news = [old for old, _ in fit], [new for _, new in fit]
    return [(old, new) for old, new in fit if olds.count(old) == 1 and news.count(new) == 1]


def _has_same_type(pairing: _Pairing, pair: tuple[str, str]) -> bool:
    old, new = pairing.old.field(pair[0]), pairing.new.field(pair[1])
    return old.get("type") == new.get("type") and old.get("format") == new.get("format")


def _column_changes(table: str, old: Loaded, new: Loaded, pairing: _Pairing) -> Iterator[SchemaChange]:
    former = {other: one for one, other in pairing.columns}
    kept = set(former.values())
    for name in new.columns:
        if name not in former:
            yield SchemaChange("column_added", table, name, None, str(new.field(name).get("type") or "any"))
    for name in old.columns:
        if name not in kept:
            yield SchemaChange("column_dropped", table, name, str(old.field(name).get("type") or "any"), None)
    now = {one: other for other, one in former.items()}
    order = [now[name] for name in old.columns if name in kept]
    shifted = moved(order, [name for name in new.columns if name in former])
    for name, before in former.items():
        if before != name:
            yield SchemaChange("column_renamed", table, name, before, name)
        if name in shifted:
            places = old.columns.index(before) + 1, new.columns.index(name) + 1
            yield SchemaChange("column_moved", table, name, *places)
        yield from field_changes(table, old.field(before), new.field(name))
    if tuple(now.get(name, name) for name in old.key) != new.key:
        yield SchemaChange("key_changed", table, "", list(old.key), list(new.key))


# Rows -------------------------------------------------------------------------------------------------------


class _RowDiff:
    """The rows of two loaded tables, as ``pairs`` of row numbers ``o`` and ``n`` of those that differ.

    A column ``d0``, ``d1``, … of it for each column that is compared tells whether its cells differ.
    """

    def __init__(self, connection: DuckDBPyConnection, pairing: _Pairing, limit: int | None) -> None:
        self.connection, self.pairing, self.limit = connection, pairing, limit
        self.compared = [pair for pair in pairing.columns if pair not in pairing.key] if pairing.key else []
        self._pair()

    def _pair(self) -> None:
        pairing = self.pairing
        by = pairing.key or pairing.columns
        one, other = zip(*map(pairing.forms, by), strict=True) if by else (("true",), ("true",))
        on = [f"{old} IS NOT DISTINCT FROM {new}" for old, new in zip(one, other, strict=True)]
        sources = ["old_table", "new_table"]
        if (
            not pairing.key
            or _twins(self.connection, "old_table o", one)
            or _twins(self.connection, "new_table n", other)
        ):
            sources = [_numbered("old_table o", one), _numbered("new_table n", other)]
            on.append("o.twin = n.twin")
        flags = [f"{pairing.differs(pair)} AS d{number}" for number, pair in enumerate(self.compared)]
        chosen = ", ".join(["o.rowid AS o", "n.rowid AS n", *flags])
        differs = " OR ".join(["o IS NULL", "n IS NULL", *(f"d{number}" for number in range(len(flags)))])
        self.connection.execute(
            f"CREATE OR REPLACE TABLE pairs AS SELECT * FROM "
            f"(SELECT {chosen} FROM {sources[0]} o FULL JOIN {sources[1]} n ON {' AND '.join(on)}) WHERE {differs}"
        )

    def totals(self) -> tuple[int, int, int]:
        """How many rows were added, removed and changed."""
        added, removed, changed = single_row(
            self.connection,
            "SELECT count(*) FILTER (o IS NULL), count(*) FILTER (n IS NULL), "
            "count(*) FILTER (o IS NOT NULL AND n IS NOT NULL) FROM pairs",
        )
        return added, removed, changed

    def cells(self) -> dict[str, int]:
        """How many cells of each column changed, in rows that stayed."""
        if not self.compared:
            return {}
        counts = ", ".join(f"count(*) FILTER (d{number})" for number in range(len(self.compared)))
        found = single_row(self.connection, f"SELECT {counts} FROM pairs WHERE o IS NOT NULL AND n IS NOT NULL")
        return {new: count for (_, new), count in zip(self.compared, found, strict=True) if count}

    def examples(self) -> Iterator[RowChange]:
        """The first rows of each kind, in the order of their file."""
        pairing = self.pairing
        yield from self._whole("added", pairing.new, "n", [new for _, new in pairing.key])
        yield from self._whole("removed", pairing.old, "o", [old for old, _ in pairing.key])
        yield from self._changed()

    def _whole(self, kind: str, table: Loaded, side: str, key: Sequence[str]) -> Iterator[RowChange]:
        cells = ", ".join(table.cell(name, "t") for name in table.columns)
        other = "o" if side == "n" else "n"
        rows = self._rows(
            f"SELECT {cells} FROM pairs p JOIN {table.relation} t ON t.rowid = p.{side} "
            f"WHERE p.{other} IS NULL ORDER BY p.{side}"
        )
        for values in rows:
            row = dict(zip(table.columns, values, strict=True))
            yield RowChange(kind, {name: row[name] for name in key}, row)

    def _changed(self) -> Iterator[RowChange]:
        if not self.compared:
            return
        pairing, key = self.pairing, [new for _, new in self.pairing.key]
        flags = [f"p.d{number}" for number in range(len(self.compared))]
        sides = [cell for pair in self.compared for cell in pairing.cells(pair)]
        keys = [pairing.new.cell(name, "n") for name in key]
        rows = self._rows(
            f"SELECT {', '.join([*keys, *flags, *sides])} FROM pairs p JOIN old_table o ON o.rowid = p.o "
            "JOIN new_table n ON n.rowid = p.n ORDER BY p.n"
        )
        width = len(keys) + len(flags)
        for values in rows:
            cells = [
                CellChange(new, values[width + 2 * number], values[width + 2 * number + 1])
                for number, (_, new) in enumerate(self.compared)
                if values[len(keys) + number]
            ]
            yield RowChange("changed", dict(zip(key, values, strict=False)), {}, tuple(cells))

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        limited = query if self.limit is None else f"{query} LIMIT {self.limit}"
        cursor = self.connection.execute(limited)
        while batch := cursor.fetchmany(10_000):
            yield from batch


def _numbered(relation: str, forms: Sequence[str]) -> str:
    """SQL of a table whose rows with the same forms are numbered, in the order of their file."""
    alias = relation.split()[1]
    partition = f"PARTITION BY {', '.join(forms)} ORDER BY {alias}.rowid"
    return f"(SELECT {alias}.rowid, {alias}.*, row_number() OVER ({partition}) AS twin FROM {relation})"
