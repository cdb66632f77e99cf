"""Rules across tables: SQL that returns the rows which break a rule, with the sentence that tells people.

A rule is a file ``NAME.sql`` that begins with a comment in YAML:

    /*
    severity: error              # error, warning or info; error when left out
    table: quotes                # the table that the column ``row`` counts
    field: quote                 # the column that is wrong, when it is one
    tables:                      # what the rule reads; it is applied when the package has all of it
      quotes: [entry_id, quote]
      entries: [entry_id, text]
    optional:                    # read when there, empty otherwise
      issues: [entry_id, code]
    message: the words {value!r} are not those of the entry
    remedy: mend the offsets
    */
    SELECT quotes._row AS row, quotes.quote AS value FROM quotes JOIN entries USING (entry_id) WHERE …

Each table has its declared columns, typed as the schema says, and ``_row``, the row of the file. The query
returns ``row`` and, if it likes, ``value`` and whatever else the message names.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from queue import SimpleQueue
from string import Formatter
from typing import TYPE_CHECKING, Any

from minutier import yaml
from minutier.errors import InputError
from minutier.validate.model import Package, Resource
from minutier.validate.report import Finding, Severity, shown

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

MEMORY = "320MB"
"""What the queries may hold in memory; the rest is kept in a temporary folder."""
HELD = 16 << 20
"""Bytes of columns that are kept in memory; beyond, they are kept in the temporary folder."""
_HEAD = re.compile(r"\A\s*/\*\n(?P<head>.*?)\n?\*/\s*(?P<sql>.+)\Z", re.DOTALL)
_KEYS = {"severity", "table", "field", "tables", "optional", "message", "remedy"}
_SQL_TYPES = {
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMPTZ",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name is that of its file, without ``.sql``."""

    name: str
    table: str
    message: str
    sql: str
    tables: dict[str, tuple[str, ...]]
    optional: dict[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Severity = "error"
    field: str = ""
    remedy: str = ""
    place: str = ""


def read_rule(name: str, text: str, place: str) -> Rule:
    """A rule from the text of its file. Raises InputError naming ``place``."""
    found = _HEAD.match(text)
    if found is None:
        raise InputError(
            place, "does not begin with a comment that describes the rule", "see docs/reference/validation.md"
        )
    try:
        head = yaml.load(found["head"])
    except yaml.Error as error:
        raise InputError(place, f"its description is not YAML: {error}", "mend the comment") from error
    if not isinstance(head, dict):
        raise InputError(place, "its description is not a list of properties", "mend the comment")
    for key in head:
        if key not in _KEYS:
            raise InputError(place, f"the property {key!r} is unknown", f"use: {', '.join(sorted(_KEYS))}")
    for key in ("table", "tables", "message"):
        if key not in head:
            raise InputError(place, f"the property {key!r} is missing", "add it to the comment")
    for key in ("table", "message", "field", "remedy"):
        if not isinstance(head.get(key, ""), str):
            raise InputError(place, f"{key!r} is not a text: {shown(head[key])}", "write it in quotation marks")
    _check_message(head["message"], place)
    if head.get("severity", "error") not in ("error", "warning", "info"):
        raise InputError(place, f"severity is {head['severity']!r}", "use error, warning or info")
    return Rule(
        name=name,
        table=head["table"],
        message=head["message"],
        sql=found["sql"].rstrip().rstrip(";"),
        tables=_columns(head["tables"], place),
        optional=_columns(head.get("optional", {}), place),
        severity=head.get("severity", "error"),
        field=head.get("field", ""),
        remedy=head.get("remedy", ""),
        place=place,
    )


def _check_message(message: str, place: str) -> None:
    """Refuse a message that asks for more than columns of the query: {name}, or {name!r} in quotation marks."""
    try:
        parts = [(name, form) for _, name, form, _ in Formatter().parse(message) if name is not None]
    except ValueError as error:
        raise InputError(
            place, f"the braces of the message are wrong: {error}", "double a brace that is text"
        ) from error
    for name, form in parts:
        if form or not re.fullmatch(r"[^\W\d]\w*", name):
            asked = f"{name}:{form}" if form else name
            raise InputError(place, f"the message asks for {{{asked}}}", "name a column of the query: {value}")


def _columns(declared: Any, place: str) -> dict[str, tuple[str, ...]]:
    lists = list(declared.values()) if isinstance(declared, dict) else [None]
    if not all(isinstance(columns, list) and all(isinstance(name, str) for name in columns) for columns in lists):
        raise InputError(place, "'tables' does not map tables to lists of columns", "write: quotes: [entry_id, quote]")
    return {table: tuple(columns) for table, columns in declared.items()}


def shipped_rules() -> list[Rule]:
    """The rules that come with the package, by name."""
    folder = files("minutier.validate") / "rules"
    sources = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return [read_rule(item.name[:-4], item.read_text(encoding="utf-8"), item.name) for item in sources]


def rules_in(folder: Path) -> list[Rule]:
    """The rules of a folder, by name. Raises InputError when there is none or one cannot be used."""
    if not folder.is_dir():
        raise InputError(str(folder), "there is no such folder of rules", "name a folder with .sql files")
    paths = sorted(folder.glob("*.sql"))
    if not paths:
        raise InputError(str(folder), "holds no rule", "put files NAME.sql into it")
    try:
        return [read_rule(path.stem, path.read_text(encoding="utf-8-sig"), str(path)) for path in paths]
    except UnicodeDecodeError as error:
        raise InputError(str(folder), f"a rule is not UTF-8: {error}", "write it in UTF-8") from error


class Store:
    """Columns of tables for the rules, batch after batch: in memory, or in files when there are many."""

    def __init__(self) -> None:
        self._batches: dict[str, list[pa.Table]] = {}
        self._writers: dict[str, pa.ipc.RecordBatchFileWriter] = {}
        self._schemas: dict[str, pa.Schema] = {}
        self._held = 0
        self._folder: Path | None = None

    @property
    def folder(self) -> Path:
        """A temporary folder, made when it is asked for."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="minutier-rules-"))
        return self._folder

    def add(self, table: str, batch: pa.Table) -> None:
        """Keep a batch; those of one table have the same columns."""
        schema = self._schemas.setdefault(table, batch.schema)
        self._batches.setdefault(table, []).append(batch if batch.schema == schema else batch.cast(schema))
        self._held += batch.nbytes
        if self._held > HELD:
            for each in self._batches:
                self._write(each)
            self._held = 0

    def table(self, table: str) -> Any:
        """The table, in memory or mapped from a file, whose columns are read when asked for; None when nothing was
        kept of it."""
        import pyarrow as pa

        if table in self._writers:
            self._write(table)
            self._writers[table].close()
            return pa.ipc.open_file(pa.memory_map(self._file(table))).read_all()
        return pa.concat_tables(self._batches[table]) if table in self._batches else None

    def _write(self, table: str) -> None:
        import pyarrow as pa

        if table not in self._writers and self._batches[table]:
            self._writers[table] = pa.ipc.new_file(self._file(table), self._schemas[table])
        for batch in self._batches[table]:
            self._writers[table].write_table(batch)
        self._batches[table] = []

    def _file(self, table: str) -> str:
        return str(self.folder / f"{list(self._schemas).index(table)}.arrow")

    @property
    def is_large(self) -> bool:
        """True when columns were written into files."""
        return bool(self._writers)

    def close(self) -> None:
        """Remove what was written."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


class RuleBook:
    """The rules of one validation and the tables they read."""

    def __init__(self, rules: list[Rule], own: list[Rule]) -> None:
        self._rules, self._own = rules, own
        self._fitting: list[Rule] = []
        self._resources: dict[str, Resource] = {}
        self._columns: dict[str, tuple[str, ...]] = {}
        self._store = Store()
        self._database: duckdb.DuckDBPyConnection | None = None

    @classmethod
    def load(cls, enabled: bool, folders: list[Path]) -> RuleBook:
        """The shipped rules and those of the folders; a rule of a folder replaces one of the same name."""
        own = {rule.name: rule for folder in folders for rule in rules_in(folder)}
        rules = {rule.name: rule for rule in shipped_rules()} if enabled else {}
        return cls(list((rules | own).values()), list(own.values()))

    @property
    def applied(self) -> tuple[str, ...]:
        """Names of the rules whose tables the package has."""
        return tuple(rule.name for rule in self._fitting)

    def __enter__(self) -> RuleBook:
        return self

    def __exit__(self, *_: object) -> None:
        if self._database is not None:
            self._database.close()
        self._store.close()

    def wanted(self, package: Package) -> dict[str, tuple[str, ...]]:
        """Resource → the fields that the rules read of it; rules whose tables are not there are set aside."""
        columns: dict[str, set[str]] = {}
        for rule in self._rules:
            if all(self._has(package, table, names) for table, names in rule.tables.items()):
                self._fitting.append(rule)
                for table, names in [*rule.tables.items(), *rule.optional.items()]:
                    columns.setdefault(table, set()).update(names)
        for table, read in columns.items():
            self._columns[table] = tuple(sorted(read))
            resource = _resource(package, table)
            if resource is not None:
                self._resources[table] = resource
        return {resource.name: self._columns[table] for table, resource in self._resources.items()}

    def set_aside(self, package: Package) -> Iterator[Finding]:
        """What rules of somebody's own lack, so that they are not applied."""
        for rule in self._own:
            columns = [(table, name) for table, names in rule.tables.items() for name in names]
            lacks = [f"{table}.{name}" for table, name in columns if not self._has(package, table, (name,))]
            if rule not in self._fitting:
                message = f"the rule is not applied: the package has no {shown(', '.join(lacks))}"
                yield Finding("rule", message, "name tables and columns that it has", "info", rule=rule.name)

    def _has(self, package: Package, table: str, names: tuple[str, ...]) -> bool:
        resource = _resource(package, table)
        return resource is not None and set(names) <= {model.name for model in resource.schema.fields}

    def take(self, resource: str, batch: pa.Table) -> None:
        """Keep the columns of a batch for the rules."""
        self._store.add(next(table for table, one in self._resources.items() if one.name == resource), batch)

    def findings(self, limit: int | None) -> Iterator[tuple[Finding, int]]:
        """The findings of all rules, each with the number it counts for: what is beyond the limit counts
        in the last."""
        import pyarrow as pa

        if not self._fitting:
            return
        pa.default_memory_pool().release_unused()  # what reading the tables needed
        connections: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()
        for connection in self._connections():
            connections.put(connection)

        def rows(rule: Rule) -> list[dict[str, Any]]:
            connection = connections.get()
            try:
                return _broken_by(rule, connection, limit)
            finally:
                connections.put(connection)

        with ThreadPoolExecutor(connections.qsize(), thread_name_prefix="rules") as pool:
            for rule, found in zip(self._fitting, pool.map(rows, self._fitting), strict=True):
                yield from self._told(rule, found)

    def _connections(self) -> list[duckdb.DuckDBPyConnection]:
        """Connections to one database, each with a view of each table: one, or two for many rows, so that a rule
        whose query runs on one core leaves the other to the next."""
        import duckdb

        self._database = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": MEMORY,
                "temp_directory": str(self._store.folder / "spill"),
                "preserve_insertion_order": False,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            },
        )
        connections = [self._database, *([self._database.cursor()] if self._store.is_large else [])]
        tables = {table: self._store.table(table) for table in self._columns}
        for connection in connections:
            connection.execute("SET TimeZone = 'UTC'")
            self._create_views(connection, tables)
        # from here on rules of anybody's may run: they read these tables and nothing else
        for connection in connections:
            connection.execute("SET python_enable_replacements = false")
        self._database.execute("SET enable_external_access = false")
        return connections

    def _create_views(self, connection: duckdb.DuckDBPyConnection, tables: dict[str, Any]) -> None:
        """A view of each table; its columns are read anew by each query."""
        for table, names in self._columns.items():
            resource, kept = self._resources.get(table), tables[table]
            types = {model.name: model.type for model in resource.schema.fields} if resource is not None else {}
            if kept is not None:
                connection.register(f"raw {table}", kept)
            present = () if kept is None else kept.schema.names
            columns = ["_row" if kept is not None else "CAST(NULL AS BIGINT) AS _row"]
            for name in names:
                kind = _SQL_TYPES.get(types.get(name, ""), "VARCHAR")
                source = _quoted(name) if name in present else f"CAST(NULL AS {kind})"
                columns.append(f"{source} AS {_quoted(name)}")
            rows = f"FROM {_quoted('raw ' + table)}" if kept is not None else "LIMIT 0"
            connection.execute(f"CREATE TEMP VIEW {_quoted(table)} AS SELECT {', '.join(columns)} {rows}")

    def _told(self, rule: Rule, rows: list[dict[str, Any]]) -> Iterator[tuple[Finding, int]]:
        resource = self._resources.get(rule.table)
        for number, row in enumerate(rows, start=1):
            count = row["_count"] - number + 1 if number == len(rows) else 1
            yield self._finding(rule, row, resource), count

    def _finding(self, rule: Rule, row: dict[str, Any], resource: Resource | None) -> Finding:
        try:
            message = rule.message.format(**{name: _as_told(value) for name, value in row.items()})
        except KeyError as error:
            problem = f"the message names {error}, which the query does not return"
            raise InputError(rule.place, problem, "mend the message") from error
        value = row.get("value")
        return Finding(
            "rule",
            message,
            rule.remedy,
            rule.severity,
            resource=resource.name if resource is not None else rule.table,
            path=resource.path if resource is not None else "",
            row=row["row"],
            field=rule.field,
            value=None if value is None else shown(_as_told(value)),
            rule=rule.name,
        )


def _broken_by(rule: Rule, connection: duckdb.DuckDBPyConnection, limit: int | None) -> list[dict[str, Any]]:
    """The first rows that the query of a rule returns, each with the number of all. Raises InputError."""
    import duckdb

    most = "" if limit is None else f"LIMIT {int(limit)}"
    query = f'SELECT "row" AS "_place", *, count(*) OVER () AS "_count" FROM ({rule.sql}\n) ORDER BY ALL {most}'
    try:
        result = connection.execute(query)
        names = [column[0] for column in result.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    except (duckdb.Error, OverflowError, ValueError) as error:  # the last two: a date that Python does not have
        problem = str(error).partition("\n")[0]
        raise InputError(rule.place, f"the query fails: {problem}", "mend the rule") from error
    for row in rows:
        if not (row["row"] is None or (type(row["row"]) is int and 0 < row["row"] < 2**63)):
            problem = f"the column 'row' of the query is {shown(row['row'])}, which is not the number of a row"
            raise InputError(rule.place, problem, "return _row AS row")
    return rows


def _resource(package: Package, table: str) -> Resource | None:
    """The resource that holds a table: of that name or, where only Parquet is published, TABLE-parquet."""
    by_name = {resource.name: resource for resource in package.resources if resource.is_table}
    return by_name.get(table) or by_name.get(f"{table}-parquet")


def _as_told(value: Any) -> Any:
    """A value as a sentence has it: numbers without noise, times in ISO 8601."""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return value.isoformat() if hasattr(value, "isoformat") else "" if value is None else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
