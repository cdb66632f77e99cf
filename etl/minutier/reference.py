"""The pages of the reference that are generated: the tables from their schemas, the commands from the command line.

``make docs`` writes them; a test compares them with what they are made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import cleandoc
from typing import Any

import click

from minutier.tables import TABLES, Field, TableSchema, schema

MADE = "*This page is made by `make docs` from {source}: change it there.*"

TABLES_HEAD = f"""# Tables

{MADE.format(source="[the schemas](../../etl/minutier/tables/schemas), the only place where a column is declared")}

Every table is published as CSV and Parquet with the same columns in the same order ([the package](package.md)).
Unknown is empty in CSV and null in Parquet. Shares and changes are numbers in percent. Times are instants. Offsets
count Unicode code points of the document's text ([why, and how to use them](../explanation/offsets.md)).
"""

COMMANDS_HEAD = f"""# Commands

{MADE.format(source="what `minutier --help` prints")}

Results go to stdout, notes and errors to stderr. What a command ends with is told under [exit codes](exit-codes.md).
`minutier --version` prints the version of the toolkit.
"""


# Tables -----------------------------------------------------------------------------------------------------


def tables_page() -> str:
    """The reference of the tables, in Markdown: every column with type, constraints, meaning and vocabulary."""
    contents = "".join(f"- [`{name}`](#{name}): {schema(name).description}\n" for name in TABLES)
    return "\n".join([TABLES_HEAD, contents, *(_table_section(schema(name)) for name in TABLES)])


def _table_section(table: TableSchema) -> str:
    parts = [f"## {table.name}\n\n{table.description}\n", _keys(table)]
    rows = [
        [f"`{field.name}`", field.type, _constraints(field), field.descriptor["description"]] for field in table.fields
    ]
    parts.append(_markdown(["column", "type", "constraints", "meaning"], rows))
    parts += [_vocabulary(field) for field in table.fields if "categories" in field.descriptor]
    return "\n".join(parts)


def _keys(table: TableSchema) -> str:
    """The primary key, and where the other keys lead."""
    lines = [f"- Primary key: {_names(table.descriptor['primaryKey'])}\n"]
    for key in table.descriptor.get("foreignKeys", ()):
        target = key["reference"]["resource"]
        lines.append(f"- {_names(key['fields'])} → {_names(key['reference']['fields'])} of [`{target}`](#{target})\n")
    return "".join(lines)


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _constraints(field: Field) -> str:
    """What holds for every value; a vocabulary stands below the table."""
    constraints: Mapping[str, Any] = field.descriptor.get("constraints", {})
    words = [name for name in ("required", "unique") if constraints.get(name)]
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if low is not None and high is not None:
        words.append(f"{low} to {high}")
    elif low is not None:
        words.append(f"{low} or more")
    elif high is not None:
        words.append(f"{high} or less")
    if "pattern" in constraints:
        words.append(f"like `{constraints['pattern']}`")
    if "enum" in constraints:
        words.append("one of those below")
    return ", ".join(words)


def _vocabulary(field: Field) -> str:
    rows = [[f"`{category['value']}`", category["label"]] for category in field.descriptor["categories"]]
    return _markdown([f"value of `{field.name}`", "meaning"], rows)


# Commands ---------------------------------------------------------------------------------------------------


def commands_page(group: click.Group, name: str) -> str:
    """The reference of the commands of ``group``, in Markdown; ``name`` is what one types to run it."""
    commands = list(_commands(group, click.Context(group, info_name=name)))
    contents = "".join(
        f"- [`{path}`](#{_anchor(path)}): {command.get_short_help_str(200)}\n" for path, command, _ in commands
    )
    return "\n".join([COMMANDS_HEAD, contents, *(_command_section(*each) for each in commands)])


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    """The commands below a group, by the words that one types, in alphabetical order."""
    for word, command in sorted(group.commands.items()):
        inner = click.Context(command, parent=context, info_name=word)
        if isinstance(command, click.Group):
            yield from _commands(command, inner)
        elif not command.hidden:
            yield inner.command_path, command, inner


def _anchor(heading: str) -> str:
    return heading.replace(" ", "-")


def _command_section(path: str, command: click.Command, context: click.Context) -> str:
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    parts = [f"## {path}\n", f"    {usage}\n", f"{cleandoc(command.help or '')}\n"]
    records = [param.get_help_record(context) for param in command.params if isinstance(param, click.Option)]
    rows = [[f"`{names}`", " ".join(text.split())] for names, text in filter(None, records)]
    if rows:
        parts.append(_markdown(["option", "meaning"], rows))
    return "\n".join(parts)


def _markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
