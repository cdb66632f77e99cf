"""The documentation says what is there: every command, option, column and rule, and nothing that is gone."""

from __future__ import annotations

import ast
import csv
import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from minutier.cli import cli
from minutier.evaluate import read_gold
from minutier.languages import available, language
from minutier.pipeline import FACTS, process, read_source
from minutier.reference import commands_page, tables_page
from minutier.tables import TABLES, schema
from minutier.validate.rulebook import shipped_rules

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])
PACKAGE = ROOT / "etl" / "minutier"
GOLD = ROOT / "tests" / "gold"


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


# Generated pages --------------------------------------------------------------------------------------------


def test_the_page_of_the_tables_is_what_the_schemas_say() -> None:
    assert text_of("reference/tables.md") == tables_page(), "Run make docs and commit docs/reference/tables.md."


def test_the_page_of_the_commands_is_what_the_command_line_says() -> None:
    page = commands_page(cli, "minutier")
    assert text_of("reference/commands.md") == page, "Run make docs and commit docs/reference/commands.md."


@pytest.mark.parametrize("table", TABLES)
def test_every_column_and_value_is_described(table: str) -> None:
    (section,) = re.findall(rf"^## {table}\n(.*?)(?=^## |\Z)", tables_page(), re.DOTALL | re.MULTILINE)
    assert re.findall(r"^\| `(\w+)` \| (?:string|integer|number|boolean|date|datetime) \|", section, re.MULTILINE) == [
        *schema(table).columns
    ]
    for field in schema(table).fields:
        for category in field.descriptor.get("categories", ()):
            assert f"| `{category['value']}` | {category['label']} |" in section


# What pages written by hand speak of ------------------------------------------------------------------------


def commands(group: click.Group = cli, before: str = "minutier") -> Iterator[tuple[str, click.Command]]:
    for word, command in group.commands.items():
        yield f"{before} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {word}")


@cache
def options() -> frozenset[str]:
    """Every option that some command has, long and short."""
    with_help = {"--help", "-h", "--version"}
    return frozenset(with_help.union(*({*p.opts, *p.secondary_opts} for _, c in commands() for p in c.params)))


def test_every_command_and_option_is_in_the_reference() -> None:
    page = text_of("reference/commands.md")
    for path, command in commands():
        if isinstance(command, click.Group):
            continue
        (section,) = re.findall(rf"^## {path}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
        for param in command.params:
            for name in param.opts if isinstance(param, click.Option) else ():
                assert re.search(rf"[`\s]{name}[`,\s]", section), f"{path} {name}"
            if isinstance(param, click.Option):
                assert param.help, f"{path} {param.opts}: an option says what it does"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_speaks_of_commands_and_options_that_exist(page: Path) -> None:
    """What is set as code and begins with ``minutier`` is a command, with options that the toolkit has."""
    known = {path.split()[1] for path, _ in commands()} | {"COMMAND"}
    text = page.read_text(encoding="utf-8")
    lines = re.findall(r"(?:^ {4,}|^\$ |`)(minutier [^`\n]+)", text, re.MULTILINE)
    lines += re.findall(r"^(minutier .+)$", "\n".join(re.findall(r"(?ms)^```\w*\n(.*?)^```", text)), re.MULTILINE)
    for line in lines:
        first, *rest = re.split(r" #| \| | \|\| | >", line)[0].split()[1:]
        assert first in known or first.startswith("-") or not first.isalpha(), line
        for word in [first, *rest]:
            if re.fullmatch(r"--?[a-z][a-z-]*", word):
                assert word in options(), f"{line}: there is no option {word}"


def test_the_columns_of_the_readme_exist() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [table for table, _ in rows] == list(TABLES)
    for table, columns in rows:
        assert set(re.findall(r"`(\w+)`", columns)) <= set(schema(table).columns), table


# Rules ------------------------------------------------------------------------------------------------------


def documented_rules() -> set[str]:
    """The rules in the tables of the page; ``a.b`` and then ``c`` in one cell are ``a.b`` and ``a.c``."""
    found: set[str] = set()
    for cell in re.findall(r"^\| (`(?:\w+\.)\w+`[^|]*) \|", text_of("reference/rules.md"), re.MULTILINE):
        names = re.findall(r"`([\w.]+)`", cell)
        table = names[0].partition(".")[0]
        found |= {name if "." in name else f"{table}.{name}" for name in names}
    return found


def extraction_code() -> Iterator[ast.AST]:
    """The nodes of the code of extraction."""
    for path in sorted((PACKAGE / "extract").rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def rules_named_whole() -> set[str]:
    """Rules whose whole names stand in the code."""
    constants = {str(node.value) for node in extraction_code() if isinstance(node, ast.Constant)}
    return {word for word in constants if re.fullmatch(rf"(?:{'|'.join(FACTS)})\.[a-z_]+[a-z]", word)} - INTERNAL


def rules_of_participation() -> set[str]:
    """Rules that stand in the code without the name of their table: what the functions that choose one return, what
    a measure is made with, and what is added to the beginning of a name.
    """
    found: set[str] = set()
    parts = ("beside", "changes", "counts", "going_on", "shares")
    paths = [PACKAGE / "extract" / "participation_snapshots.py"]
    paths += [PACKAGE / "extract" / "turnout" / f"{part}.py" for part in parts]
    for node in itertools.chain.from_iterable(ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for path in paths):
        if isinstance(node, ast.Return):
            found |= set(_strings(node.value)) - MEASURES
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "measure_of":
            found |= set(_strings(node.args[4]))
        elif isinstance(node, ast.BinOp) and getattr(node.left, "id", "") == "RULE":
            found |= set(_strings(node.right))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "rule":
            found |= set(_strings(node.value))
    return {f"participation_snapshots.{name}" for name in found}


def _strings(node: ast.expr | None) -> Iterator[str]:
    """The strings that an expression may give; of a tuple, its last one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from [*_strings(node.body), *_strings(node.orelse)]
    elif isinstance(node, ast.Tuple) and node.elts:
        yield from _strings(node.elts[-1])


def rules_of_calls() -> set[str]:
    """Rules that are named for what became of an option."""
    (status,) = (field for field in schema("vote_results").fields if field.name == "candidate_status")
    return {f"vote_results.call_{category['value']}" for category in status.descriptor["categories"]}


def rules_of_languages() -> set[str]:
    """Rules whose names stand in the language files."""
    sections = (language(code)["endorsements"] for code in available())
    constructions = (line for section in sections for line in section.get("constructions", ()))
    return {f"endorsements.{line['rule']}" for line in constructions}


def evidence_of_stages() -> tuple[set[str], set[str]]:
    """The evidence of the stage of results: what the code knows and what the page lists."""
    calls = (node for node in extraction_code() if isinstance(node, ast.Call) and len(node.args) == 2)
    known = {str(_constant(call.args[1])) for call in calls if getattr(call.func, "id", "") == "Stage"}
    listed = re.findall(r"^\| `stage_(\w+)` \|", text_of("reference/rules.md"), re.MULTILINE)
    return known, set(listed)


def _constant(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def rules_that_read() -> set[str]:
    """The rules of every row that extraction gives on the annotated live blogs, and of the shipped package, without
    the evidence of a stage.
    """
    rules = set()
    for path in sorted(GOLD.glob("*.gold.json")):
        gold = read_gold(path)
        for document, source in read_source(gold.source):
            tables = process(document, source)
            rules |= {row["rule"] for table in FACTS for row in tables.rows[table]}
    for table in FACTS:
        with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            rules |= {row["rule"] for row in csv.DictReader(stream)}
    rules = {rule.partition(".stage_")[0] for rule in rules}
    return rules - {"corrections.added"}  # docs/reference/corrections.md


INTERNAL = {"vote_results.unresolved"}
"""Names that stand for a figure that no rule gave to an option: no row has them."""

MEASURES = {"turnout", "abstention", "voters"}
"""What a figure of participation measures: functions return this beside a rule."""


def test_the_documented_rules_of_extraction_are_those_that_exist() -> None:
    existing = rules_named_whole() | rules_of_participation() | rules_of_languages() | rules_of_calls()
    assert documented_rules() == existing


def test_the_documented_evidence_of_stages_is_what_exists() -> None:
    known, listed = evidence_of_stages()
    assert known == listed


def test_every_rule_that_reads_a_row_is_documented() -> None:
    assert rules_that_read() - documented_rules() == set()


def test_the_documented_rules_of_validation_are_those_that_exist() -> None:
    (section,) = re.findall(
        r"^## Rules across tables\n(.*?)^#", text_of("reference/validation.md"), re.DOTALL | re.MULTILINE
    )
    documented = re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning|info) \|", section, re.MULTILINE)
    assert dict(documented) == {rule.name: rule.severity for rule in shipped_rules()}


def issues_of_code() -> set[str]:
    """Codes of the issues that the toolkit may give."""
    codes: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Issue" and len(node.args) > 2:
                codes |= set(_codes(node.args[2]))
    return codes


def _codes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):  # posts-only-in-{page, json-ld, script-data}
        start = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        yield from (f"{start}{here}" for here in ("page", "json-ld", "script-data"))
    elif isinstance(node, ast.IfExp):
        yield from [*_codes(node.body), *_codes(node.orelse)]


def documented_issues() -> set[str]:
    """Codes in the tables of the pages that list them, under a heading that speaks of them."""
    found: set[str] = set()
    for page in ("reference/reading.md", "reference/segmenting.md", "how-to/read-the-issues.md"):
        for section in re.findall(
            r"^## (?:Issues|The codes)[^\n]*\n(.*?)(?=^## |\Z)", text_of(page), re.DOTALL | re.MULTILINE
        ):
            for cell in re.findall(r"^\| (`[a-z-]+`[^|]*) \|", section, re.MULTILINE):
                found |= set(re.findall(r"`([a-z-]+)`", cell))
    return found


def test_the_documented_codes_of_issues_are_those_that_exist() -> None:
    with (ROOT / "data" / "issues.csv").open(encoding="utf-8", newline="") as stream:
        shipped = {row["code"] for row in csv.DictReader(stream)}
    assert documented_issues() == issues_of_code()
    assert shipped <= issues_of_code()


# The index --------------------------------------------------------------------------------------------------


def test_every_page_is_reached_from_the_index() -> None:
    index = text_of("README.md")
    linked = {(DOCS / target).resolve() for target in re.findall(r"\]\(([^)#\s]+)", index) if "://" not in target}
    assert set(DOCS.rglob("*.md")) - linked - {DOCS / "README.md"} == set()


def test_every_room_is_in_the_explanation_of_the_house() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {room for room in rooms if f"`{room}/`" not in text_of("explanation/house.md")} == set()
