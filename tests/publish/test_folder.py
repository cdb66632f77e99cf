"""A package in its folder: whole or not at all, one build at a time, nothing of anybody else's lost."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from filelock import FileLock

from minutier.errors import ExitCode, InputError, OutputError
from minutier.publish import commit as commit_step
from minutier.publish import recover
from minutier.publish.commit import JOURNAL, WORK
from publish.package_of_two import publish, snapshot

SCRIPT = Path(__file__).with_name("package_of_two.py")


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a package and two files that are not its own."""
    folder = tmp_path / "package"
    publish(folder, "old")
    (folder / "data" / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "README").write_text("mine too", encoding="utf-8")
    return folder


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, bytes]:
    """What the folder holds once the new package is in it."""
    publish(tmp_path / "expected", "new")
    return snapshot(tmp_path / "expected") | {"data/notes.txt": b"mine", "README": b"mine too"}


def is_settled(folder: Path) -> bool:
    """No last step is under way: waits for the one that outlives a killed build, if it was begun."""
    deadline = time.monotonic() + 1.5
    while any(folder.glob(f"{WORK}/*/{JOURNAL}")):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def deaths(folder: Path, edition: str, template: Path) -> Iterator[int]:
    """Kill the script before each thing it does to a file, in a fresh copy of the template each time."""
    for step in count(1):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)
        ended = run(folder, edition, step)
        if ended.returncode == 0:
            assert step > 5, "the script is not watched"
            return
        assert ended.returncode == -9, ended.stderr
        yield step


def test_a_killed_build_leaves_the_old_package_or_the_new_one(
    old: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    before, folder = snapshot(old), tmp_path / "killed"
    for step in deaths(folder, "new", old):
        is_settled(folder)
        assert snapshot(folder) in (before, expected), f"a mixture when killed at step {step}"
        publish(folder, "new")
        assert snapshot(folder) == expected, f"the next build fails when killed at step {step}"
        assert not list((folder / WORK).glob("build-*"))


def test_a_build_that_is_killed_while_files_take_their_places_is_completed(
    old: Path, expected: dict[str, bytes]
) -> None:
    assert run(old, "new", "waiting").returncode == -9
    assert is_settled(old)
    assert snapshot(old) == expected


def test_a_last_step_that_is_killed_is_completed_by_the_next_command(
    old: Path, expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutier.publish.folder._run_last_step", lambda folder, build: None)
    publish(old, "new")
    monkeypatch.undo()
    folder = tmp_path / "killed"
    for step in deaths(folder, "commit", old):
        recover(folder)
        assert snapshot(folder) == expected, f"killed at step {step}"
        assert not recover(folder)


def test_two_builds_at_once_leave_one_of_two_packages(tmp_path: Path) -> None:
    editions = {}
    for edition in ("one", "other"):
        publish(tmp_path / edition, edition)
        editions[edition] = snapshot(tmp_path / edition)
    folder = tmp_path / "both"
    for _ in range(3):
        command = [sys.executable, str(SCRIPT), str(folder)]
        running = [subprocess.Popen([*command, edition], stdout=subprocess.DEVNULL) for edition in editions]
        assert [process.wait(60) for process in running] == [0, 0]
        assert snapshot(folder) in editions.values()


def test_a_build_waits_for_another_one_and_says_so(old: Path) -> None:
    waiting = threading.Event()
    with FileLock(old / WORK / "lock"):
        build = threading.Thread(target=publish, args=(old, "new"), kwargs={"on_wait": waiting.set})
        build.start()
        assert waiting.wait(10)
        assert b"old" in (old / "data" / "contests.csv").read_bytes()
    build.join(30)
    assert b"new" in (old / "data" / "contests.csv").read_bytes()


def test_the_same_package_again_touches_nothing(old: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in old.rglob("*.*") if WORK not in path.parts}
    publish(old, "old")
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_table_that_is_no_longer_published_goes(old: Path) -> None:
    descriptor = json.loads((old / "datapackage.json").read_text(encoding="utf-8"))
    (old / "data" / "gone.csv").write_text("a\n", encoding="utf-8")
    outside = old.parent / "outside.csv"
    outside.write_text("not the package's\n", encoding="utf-8")
    descriptor["resources"] += [
        {"name": "gone", "path": "data/gone.csv"},
        {"name": "outside", "path": "data/../../outside.csv"},
    ]
    (old / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    publish(old, "new")
    assert not (old / "data" / "gone.csv").exists()
    assert outside.exists()


def test_a_file_that_is_not_the_packages_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "people.csv").write_text("my own people\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"people\.csv.*in the way"):
        publish(tmp_path, "new")
    assert snapshot(tmp_path) == {"data/people.csv": b"my own people\n"}


def test_another_package_is_not_replaced(tmp_path: Path) -> None:
    text = '{"name": "other", "resources": [{"name": "birds", "path": "birds.csv"}]}'
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="another package"):
        publish(tmp_path, "new")
    assert snapshot(tmp_path) == {"datapackage.json": text.encode()}


def test_a_file_that_somebody_changed_is_replaced_only_by_force(old: Path) -> None:
    people = old / "data" / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace("old-3", "mine"), encoding="utf-8")
    before = snapshot(old)
    with pytest.raises(OutputError, match=r"people\.csv: was changed since it was built"):
        publish(old, "new")
    assert snapshot(old) == before
    publish(old, "new", force=True)
    assert b"mine" not in people.read_bytes()


@pytest.mark.parametrize("text", ["{", "[]", '{"resources": {}}', "\udcff"])
def test_a_broken_descriptor_is_left_alone(old: Path, text: str) -> None:
    broken = text.encode("utf-8", "surrogateescape")
    (old / "datapackage.json").write_bytes(broken)
    before = snapshot(old)
    with pytest.raises(InputError, match=r"datapackage\.json") as raised:
        publish(old, "new")
    assert raised.value.exit_code == ExitCode.INPUT
    assert raised.value.remedy
    assert snapshot(old) == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written") as raised:
        publish(tmp_path / "file" / "package", "new")
    assert raised.value.exit_code == ExitCode.OUTPUT


def test_when_there_is_no_room_the_old_package_stays(old: Path) -> None:
    before = snapshot(old)

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))

    ended = run(old, "new", preexec_fn=small_files_only)
    assert ended.returncode == 1
    assert "OutputError" in ended.stderr
    assert snapshot(old) == before
    assert not list((old / WORK).glob("build-*"))


def test_rows_that_fail_leave_the_old_package(old: Path) -> None:
    from minutier.publish import write_package
    from minutier.tables import schema

    before = snapshot(old)
    with pytest.raises(ValueError, match="columns of its schema"):
        write_package(old, {"name": "two"}, [(schema("people"), [{"person_id": "x"}])])
    assert snapshot(old) == before
    assert not list((old / WORK).glob("build-*"))


def test_the_last_step_needs_no_library() -> None:
    ended = subprocess.run(
        [sys.executable, "-I", "-S", commit_step.__file__, "nowhere", "nowhere"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
