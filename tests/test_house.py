"""The house itself: who imports whom, what is declared once, and that style, format and types hold."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from minutier import __version__
from minutier.cli import cli, run
from minutier.errors import ExitCode
from minutier.tables import TABLES, schema

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "etl" / "minutier"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

STAGES = ("read", "segment", "extract", "validate", "publish")
FLOOR = ("document", "tables", "languages", "errors", "yaml", "zones")
HEAVY = (
    *("duckdb", "frictionless", "fastwarc", "httpx", "jsonschema", "lxml", "numpy", "pandas"),
    *("polars", "pyarrow", "rich", "selectolax", "slugify"),
)


def imports() -> Iterator[tuple[str, str]]:
    """Each import of one part of the package by another: (importing, imported), by the first name below
    minutier.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        importing = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "minutier":
                yield from ((importing, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("minutier."):
                yield importing, str(node.module).split(".")[1]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
                yield from ((importing, name.split(".")[1]) for name in names if name.startswith("minutier."))


def test_a_stage_imports_the_floor_and_itself_only() -> None:
    wrong = [(one, other) for one, other in imports() if one in STAGES and other not in (*FLOOR, one, "__version__")]
    assert not wrong


def test_the_floor_imports_the_floor_only() -> None:
    assert not [(one, other) for one, other in imports() if one in FLOOR and other not in FLOOR]


def test_only_the_commands_import_the_commands() -> None:
    assert {one for one, other in imports() if other == "cli"} <= {"__main__"}


def test_importing_the_package_and_asking_for_help_stay_light() -> None:
    script = (
        "import sys, minutier\n"
        "from minutier.cli import run\n"
        "assert run(['--help']) == 0\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stderr == "[]\n"


# Style ------------------------------------------------------------------------------------------------------

CHECKED = [name for name in ("etl", "tests", "benchmarks") if list((ROOT / name).rglob("*.py"))]


@pytest.mark.parametrize(
    "tool",
    [["ruff", "check", *CHECKED], ["ruff", "format", "--check", *CHECKED], ["mypy"]],
    ids=["lint", "format", "types"],
)
def test_style_format_and_types(tool: list[str]) -> None:
    ended = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


# What is declared once --------------------------------------------------------------------------------------


def test_every_table_has_one_schema_and_every_schema_a_table() -> None:
    declared = {path.stem for path in (PACKAGE / "tables" / "schemas").glob("*.yaml")}
    assert declared == {*TABLES, "fields"}


@pytest.mark.parametrize("table", TABLES)
def test_a_schema_is_complete(table: str) -> None:
    declared = schema(table)
    assert declared.description.endswith(".")
    assert len(set(declared.columns)) == len(declared.columns)
    for field in declared.fields:
        assert field.descriptor["title"]
        assert field.descriptor["description"].endswith("."), field.name
        for category in field.descriptor.get("categories", ()):
            assert category["label"]
    arrow = declared.arrow()
    assert tuple(arrow.names) == declared.columns
    for foreign in declared.descriptor.get("foreignKeys", ()):
        assert TABLES.index(foreign["reference"]["resource"]) < TABLES.index(table)


def test_the_shipped_descriptor_declares_the_tables_as_they_are() -> None:
    descriptor = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in descriptor["resources"]}
    assert list(resources) == [*TABLES, *(f"{table}-parquet" for table in TABLES)]
    for table in TABLES:
        assert resources[table]["schema"] == schema(table).descriptor
        assert (resources[table]["type"], resources[table]["profile"]) == ("table", "tabular-data-resource")
    for key in ("title", "description", "version", "licenses", "sources", "contributors", "keywords"):
        assert descriptor[key]


def test_the_version_of_the_data_is_the_one_of_the_manifest() -> None:
    from minutier.manifest import read_manifest

    version = read_manifest(ROOT / "data" / "sources.yaml").package.version
    descriptor = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert descriptor["version"] == version
    assert re.search(r"^version: (.+)$", citation, re.MULTILINE)[1] == version  # type: ignore[index]


def test_the_shipped_package_is_what_its_sources_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    shutil.copytree(ROOT / "data" / "sources", tmp_path / "data" / "sources")
    for name in ("sources.yaml", "corrections.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert run(["build", "--jobs", "2"]) == ExitCode.OK
    names = ["datapackage.json", *(f"data/{table}.{kind}" for table in TABLES for kind in ("csv", "parquet"))]
    stale = [name for name in names if (tmp_path / name).read_bytes() != (ROOT / name).read_bytes()]
    assert not stale, "run make build and commit the result"


def test_the_shipped_package_is_valid() -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    judged = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    report = json.loads(judged.stdout)
    assert report["valid"], [error["message"] for task in report["tasks"] for error in task["errors"]]


# Documentation ----------------------------------------------------------------------------------------------


def test_every_exit_code_is_documented() -> None:
    text = (ROOT / "docs" / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    codes = {name: value for name, value in vars(ExitCode).items() if name.isupper()}
    documented = {name: int(code) for code, name in re.findall(r"^\| (\d+) \| `(\w+)`", text, re.MULTILINE)}
    assert documented == codes


LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-citation.lock")


def bare(names: Iterable[str]) -> set[str]:
    """Names of libraries without versions and extras."""
    return {re.split(r"[\[=<>~ ]", name)[0].lower() for name in names}


def pins(lock: str) -> dict[str, str]:
    """The versions that a lock pins."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+) \\$", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_dependency_is_justified_and_pinned() -> None:
    text = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    justified = set(re.findall(r"^\| ([a-z][a-z0-9-]+) \|", text, re.MULTILINE)) - {"library"}
    needed, for_tests = bare(PROJECT["project"]["dependencies"]), bare(PROJECT["dependency-groups"]["dev"])
    built_with = bare(PROJECT["build-system"]["requires"])
    assert justified == needed | for_tests | bare(PROJECT["dependency-groups"]["citation"])
    assert needed | built_with <= pins("requirements.lock").keys()
    assert needed | built_with | for_tests <= pins("requirements-dev.lock").keys()


def test_both_locks_pin_the_same_versions() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address_and_no_path(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^-|\s/|@ ", lock, re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", lock)
    assert all("--hash=sha256:" in block for block in blocks if not block.startswith("#"))


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")]
    for document in documents:
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8")):
            if "://" not in target and not (document.parent / target).exists():
                broken.append(f"{document.relative_to(ROOT)}: {target}")
    assert not broken


def test_every_command_is_in_the_readme_or_the_documentation() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
    assert [name for name in cli.commands if f"minutier {name}" not in text] == []


def test_the_version_of_the_toolkit_has_one_place() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
