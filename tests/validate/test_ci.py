"""What services run: the steps of the action, the hook, and the snippet of the guide."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from minutier import yaml

from .packages import table

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION: dict[str, Any] = yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "how-to" / "validate-in-ci.md").read_text(encoding="utf-8")
FIELDS = [{"name": "id", "type": "integer"}]


def step(name: str) -> dict[str, Any]:
    return next(one for one in ACTION["runs"]["steps"] if one.get("name") == name)


def run_step(name: str, folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run a step of the action with bash as GitHub does; its outcome, and what it put into the files of GitHub."""
    one = step(name)
    values = {key: spec["default"] for key, spec in ACTION["inputs"].items()} | inputs
    environment = {
        key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: values[found[1]], text)
        for key, text in one["env"].items()
    }
    files = {key: str(folder / key.lower()) for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
    ended = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", one["run"]],
        env=os.environ | environment | files | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended, {key: Path(path).read_text() if Path(path).exists() else "" for key, path in files.items()}


def test_the_action_annotates_and_summarises(tmp_path: Path) -> None:
    table(tmp_path / "my package", FIELDS, "id\n1\nx\n")
    ended, files = run_step("Validate", tmp_path, package="my package", junit="report.xml", json="report.json")
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout.startswith("::error file=my package/data.csv,title=integer in data,line=3::")
    assert files["GITHUB_OUTPUT"] == "exit-code=1\n"
    assert files["GITHUB_STEP_SUMMARY"].startswith("## ❌")
    assert json.loads((tmp_path / "report.json").read_text())["errors"] == 1
    assert (tmp_path / "report.xml").read_text().startswith("<?xml")


def test_the_action_passes_a_valid_package(tmp_path: Path) -> None:
    table(tmp_path, FIELDS, "id\n1\n")
    ended, files = run_step("Validate", tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert files["GITHUB_OUTPUT"] == "exit-code=0\n"


def test_the_action_takes_rules(tmp_path: Path) -> None:
    table(tmp_path, FIELDS, "id\n1\n2\n")
    folder = tmp_path / "own rules"
    folder.mkdir()
    (folder / "one.sql").write_text(
        "/*\ntable: data\ntables:\n  data: [id]\nmessage: not one\n*/\nSELECT _row AS row FROM data WHERE id > 1\n"
    )
    options = {"rules": "own rules\n", "shipped-rules": "false"}
    ended, _ = run_step("Validate", tmp_path, **options)
    assert ended.returncode == 1
    assert "not one" in ended.stdout


def test_inputs_are_never_part_of_a_script() -> None:
    """What a workflow passes reaches the shell as environment, so that it cannot be run."""
    for one in ACTION["runs"]["steps"]:
        assert "${{" not in one.get("run", "")


STUB = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
if [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/pip"; fi
"""


def test_the_action_installs_the_lock_then_itself(tmp_path: Path) -> None:
    """What the step asks of Python and of pip, both replaced by a script that writes it down."""
    programs, calls = tmp_path / "programs", tmp_path / "calls"
    programs.mkdir()
    (programs / "python").write_text(STUB)
    (programs / "python").chmod(0o755)
    own = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "CALLS": str(calls),
        "RUNNER_TEMP": str(tmp_path / "runner temp"),
        "ACTION_PATH": str(ROOT),
        "GITHUB_PATH": str(tmp_path / "path"),
    }
    script = step("Install minutier")["run"]
    subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], env=os.environ | own, check=True)
    venv, dependencies, toolkit = calls.read_text().splitlines()
    assert venv == f"-m venv {tmp_path}/runner temp/minutier"
    assert dependencies.endswith(f"install --require-hashes -r {ROOT}/requirements.lock")
    assert toolkit.endswith(f"install --no-build-isolation --no-deps {ROOT}")
    assert (tmp_path / "path").read_text() == f"{tmp_path}/runner temp/minutier/bin\n"
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]["minutier"]


def test_the_lock_is_enough_to_install_from() -> None:
    """Every dependency that pyproject.toml names, and what builds the toolkit, is pinned with hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.findall(r"^([A-Za-z0-9._-]+)==[^ ]+ \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
    pinned = {re.sub(r"[-_.]+", "-", name).lower() for name in pins}
    for requirement in [*project["project"]["dependencies"], *project["build-system"]["requires"]]:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        assert name is not None
        assert re.sub(r"[-_.]+", "-", name[0]).lower() in pinned


def test_the_projects_workflow_uses_its_action() -> None:
    workflows = [path.read_text() for path in (ROOT / ".github" / "workflows").glob("*.yml")]
    assert any(re.search(r"uses: \./\s*$", text, re.MULTILINE) for text in workflows)


def test_the_hook_runs_a_command_that_exists(tmp_path: Path) -> None:
    (hook,) = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "data/entries.csv")
    assert not re.search(hook["files"], "README.md")
    table(tmp_path, FIELDS, "id\nx\n")
    command = [str(Path(sys.executable).parent / "minutier"), *shlex.split(hook["entry"])[1:]]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_script_of_the_gitlab_snippet_runs(tmp_path: Path) -> None:
    snippets = [yaml.load(text) for text in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)]
    job = next(one["validate"] for one in snippets if isinstance(one, dict) and "validate" in one)
    table(tmp_path, FIELDS, "id\n1\n")
    assert any("--require-hashes -r /opt/minutier/requirements.lock" in line for line in job["before_script"])
    script = next(line for line in job["script"] if line.startswith("minutier"))
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    ended = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert ended.returncode == 0
    assert (tmp_path / job["artifacts"]["reports"]["junit"]).exists()


@pytest.mark.parametrize("name", list(ACTION["inputs"]))
def test_each_input_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE
