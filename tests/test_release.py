"""``minutier release``: what changed, the version that follows, and a zip that one can cite."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import killing
from minutier import yaml
from minutier.cli import run
from minutier.errors import ExitCode
from minutier.publish.verify import verify
from test_cli import Ended, files

Minutier = Callable[..., Ended]

SOURCE = Path("data/sources/night.txt")
MANIFEST = Path("data/sources.yaml")
CHANGELOG = Path("data/CHANGELOG.md")


@pytest.fixture
def minutier(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Minutier:
    """Run a command in a project of one source, which was never released."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text(killing.OLD, encoding="utf-8")
    MANIFEST.write_text(killing.MANIFEST, encoding="utf-8")

    def ended(*arguments: object) -> Ended:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def more_rows() -> None:
    SOURCE.write_text(killing.NEW, encoding="utf-8")


def version() -> str:
    return str(yaml.load(MANIFEST.read_text(encoding="utf-8"))["package"]["version"])


def released() -> list[str]:
    return sorted(path.name for path in Path("dist").glob("*.zip"))


# What is released -------------------------------------------------------------------------------------------


def test_a_first_release_has_the_version_of_the_manifest(minutier: Minutier) -> None:
    ended = minutier("release")
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert ended.out.splitlines()[-1] == "night 0.1.0, the first release: dist/night-0.1.0.zip"
    assert "First release." in CHANGELOG.read_text(encoding="utf-8")
    assert MANIFEST.read_text(encoding="utf-8") == killing.MANIFEST
    assert minutier("validate").code == ExitCode.OK


def test_the_zip_holds_the_package_its_sources_and_what_goes_with_them(minutier: Minutier) -> None:
    Path("data/LICENSE").write_text("CC BY 4.0", encoding="utf-8")
    Path("data/sources/unlisted.txt").write_text("not of this package", encoding="utf-8")
    minutier("release")
    with zipfile.ZipFile("dist/night-0.1.0.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert "data/sources/night.txt" in packed
    assert {"data/sources.yaml", "data/CHANGELOG.md", "data/LICENSE", "data/quotes.parquet"} <= packed.keys()
    left = files(".").keys() - packed.keys()
    assert left == {"dist/night-0.1.0.zip", "dist/SHA256SUMS", "data/sources/unlisted.txt"}
    assert packed == {name: Path(name).read_bytes() for name in packed}


def test_sums_are_those_that_sha256sum_checks(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    minutier("release")
    checked = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd="dist", capture_output=True, text=True, check=True
    )
    assert checked.stdout == "night-0.1.0.zip: OK\nnight-0.2.0.zip: OK\n"


def test_new_rows_are_a_minor_version(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    ended = minutier("release")
    assert ended.code == ExitCode.OK
    assert ended.out.splitlines()[-1] == "night 0.2.0, after 0.1.0: dist/night-0.2.0.zip"
    assert released() == ["night-0.1.0.zip", "night-0.2.0.zip"]
    expected = killing.MANIFEST.replace("version: 0.1.0", "version: 0.2.0")
    assert MANIFEST.read_text(encoding="utf-8") == expected, "comments and layout stay"
    assert verify(Path()).version == verify(Path("dist/night-0.2.0.zip")).version == "0.2.0"
    assert minutier("verify", ".", "--rebuild").code == ExitCode.OK


def test_the_changelog_tells_rows_with_examples(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    minutier("release")
    text = CHANGELOG.read_text(encoding="utf-8")
    assert [*re.findall("^## (.*)", text, re.MULTILINE)] == ["0.2.0", "0.1.0"]
    newest = text.partition("## 0.1.0")[0]
    assert "| quotes | 1 | 0 | 0 |" in newest
    assert re.search("^- added `quote-[0-9a-f]+`: quote `Rien n'est joué`", newest, re.MULTILINE)
    assert re.search("^- changed `[^`]+2115[^`]+`: position `4` → `5`$", newest, re.MULTILINE)


def test_what_people_wrote_into_the_changelog_stays(minutier: Minutier) -> None:
    CHANGELOG.write_text("# Changes\n\nOur own words.\n\n## 0.0.1\n\nTried.\n", encoding="utf-8")
    minutier("release")
    text = CHANGELOG.read_text(encoding="utf-8")
    assert text.startswith("# Changes\n\nOur own words.\n\n## 0.1.0\n")
    assert text.endswith("\n\n## 0.0.1\n\nTried.\n")


def test_what_the_package_says_is_a_patch(minutier: Minutier) -> None:
    minutier("release")
    change(MANIFEST, "  name: night\n", "  name: night\n  title: A night\n")
    assert minutier("release").out.splitlines()[-1].startswith("night 0.1.1, after 0.1.0")
    assert "`title` changed" in CHANGELOG.read_text(encoding="utf-8")


def test_a_column_is_a_major_version(minutier: Minutier, monkeypatch: pytest.MonkeyPatch) -> None:
    minutier("release")
    with zipfile.ZipFile("dist/night-0.1.0.zip") as archive:
        archive.extractall("old")
    change(Path("old/datapackage.json"), '"name": "cue"', '"name": "verb"')
    change(Path("old/data/quotes.csv"), ",cue,", ",verb,")
    ended = minutier("release", "--against", "old", "--dry-run")
    assert "column `quotes`.`cue`" in ended.out
    assert ended.out.splitlines()[-1].startswith("night 1.0.0, after 0.1.0")


def test_a_higher_version_that_somebody_wrote_is_kept(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    change(MANIFEST, "version: 0.1.0", "version: 1.0.0")
    assert minutier("release").out.splitlines()[-1].startswith("night 1.0.0, after 0.1.0")
    change(MANIFEST, "version: 1.0.0", "version: 0.9.0")
    SOURCE.write_text(killing.OLD, encoding="utf-8")
    assert minutier("release").out.splitlines()[-1].startswith("night 1.1.0, after 1.0.0")
    assert version() == "1.1.0"


def test_a_release_can_be_made_again_elsewhere(minutier: Minutier, tmp_path: Path, monkeypatch: Any) -> None:
    minutier("release")
    more_rows()
    minutier("release")
    once = Path("dist/night-0.2.0.zip").read_bytes()
    clone = tmp_path / "clone"
    shutil.copytree("data", clone / "data")
    shutil.copy("datapackage.json", clone)
    monkeypatch.chdir(clone)
    assert minutier("release").code == ExitCode.OK
    assert Path("dist/night-0.2.0.zip").read_bytes() == once


def test_the_last_release_may_be_in_a_store(minutier: Minutier, tmp_path: Path) -> None:
    assert minutier("release", "--against", tmp_path / "store").code == ExitCode.OK
    minutier("publish", "--to", tmp_path / "store")
    shutil.rmtree("dist")
    ended = minutier("release", "--against", tmp_path / "store")
    assert (ended.code, released()) == (ExitCode.NOTHING_NEW, [])
    more_rows()
    minutier("release", "--against", tmp_path / "store")
    assert released() == ["night-0.2.0.zip"]


def test_the_time_comes_from_the_environment_when_it_is_told(
    minutier: Minutier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1489356000")
    minutier("release")
    with zipfile.ZipFile("dist/night-0.1.0.zip") as archive:
        assert {info.date_time for info in archive.infolist()} == {(2017, 3, 12, 22, 0, 0)}
    assert "## 0.1.0 (2017-03-12)" in CHANGELOG.read_text(encoding="utf-8")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert minutier("verify", ".", "--rebuild").code == ExitCode.OK


# What is refused --------------------------------------------------------------------------------------------


def untouched(ended: Callable[[], Ended]) -> Ended:
    """Run something that changes nothing."""
    before = files(".")
    outcome = ended()
    assert files(".") == before
    return outcome


def test_nothing_new_has_its_own_code(minutier: Minutier) -> None:
    minutier("release")
    for arguments in ([], ["--dry-run"]):
        ended = untouched(lambda arguments=arguments: minutier("release", *arguments))
        assert ended.code == ExitCode.NOTHING_NEW
        assert "nothing changed since 0.1.0" in ended.err


def test_a_dry_run_writes_nothing(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    ended = untouched(lambda: minutier("release", "--dry-run"))
    assert ended.code == ExitCode.OK
    assert "| quotes | 1 | 0 | 0 |" in ended.out
    assert ended.out.splitlines()[-1] == "night 0.2.0, after 0.1.0, would be packed as dist/night-0.2.0.zip"


def test_the_check_fails_when_the_data_changed_and_the_version_did_not(minutier: Minutier) -> None:
    assert minutier("release", "--check").code == ExitCode.OK  # nothing was released yet
    minutier("release")
    assert minutier("release", "--check").code == ExitCode.OK
    more_rows()
    minutier("build")
    ended = untouched(lambda: minutier("release", "--check"))
    assert ended.code == ExitCode.FINDINGS
    assert "Release 0.2.0" in ended.err
    change(MANIFEST, "version: 0.1.0", "version: 0.1.1")
    assert minutier("release", "--check").code == ExitCode.FINDINGS
    change(MANIFEST, "version: 0.1.1", "version: 0.2.0")
    assert minutier("release", "--check").code == ExitCode.OK


def test_a_package_with_errors_is_not_released(minutier: Minutier) -> None:
    change(SOURCE, "20h40: Jeanne Martin obtient 58,65%", "20h40: Jeanne Martin obtient 58,65%, Paul Durand 48,65%")
    ended = untouched(lambda: minutier("release", "--dry-run"))
    assert ended.code == ExitCode.FINDINGS
    assert "validation finds an error in vote_results" in ended.err
    ended = untouched(lambda: minutier("release"))
    assert ended.code == ExitCode.FINDINGS


def test_a_version_that_exists_with_other_content_is_not_replaced(minutier: Minutier) -> None:
    minutier("release")
    shutil.copy("dist/night-0.1.0.zip", "last.zip")
    more_rows()
    minutier("release")
    change(SOURCE, "Rien n'est joué", "Tout est joué")
    ended = untouched(lambda: minutier("release", "--against", "last.zip"))
    assert ended.code == ExitCode.OUTPUT
    assert "night-0.2.0.zip: the version 0.2.0 exists with other content" in ended.err


def test_a_manifest_outside_its_package_cannot_be_released(minutier: Minutier) -> None:
    Path("other.yaml").write_text("sources: [{path: data/sources/night.txt, date: 2017-03-12}]", encoding="utf-8")
    ended = minutier("release", "--manifest", "other.yaml")
    assert ended.code == ExitCode.USAGE
    assert "not inside the folder of its package" in ended.err


def test_a_package_that_is_no_package_is_told(minutier: Minutier) -> None:
    assert minutier("release", "--against", "data/sources/night.txt").code == ExitCode.INPUT
    assert minutier("release", "--manifest", "gone.yaml").code == ExitCode.INPUT
    assert minutier("publish", "--to", "store").code == ExitCode.INPUT
    assert "minutier release" in minutier("publish", "--to", "store").err or not Path("datapackage.json").exists()


# Nothing is lost --------------------------------------------------------------------------------------------


def test_a_table_that_somebody_edited_is_not_replaced(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    people = Path("data/people.csv")
    people.write_text(people.read_text(encoding="utf-8") + "mine\n", encoding="utf-8")
    ended = untouched(lambda: minutier("release"))
    assert ended.code == ExitCode.OUTPUT
    assert "people.csv: was changed since it was built" in ended.err


def test_a_manifest_that_is_edited_meanwhile_is_not_replaced(
    minutier: Minutier, monkeypatch: pytest.MonkeyPatch
) -> None:
    from minutier import release as releasing

    pack = releasing.pack

    def edit(*arguments: Any) -> None:
        MANIFEST.write_text(killing.MANIFEST + "# mine\n", encoding="utf-8")
        pack(*arguments)

    monkeypatch.setattr(releasing, "pack", edit)
    ended = minutier("release")
    assert ended.code == ExitCode.OUTPUT
    assert "was changed while it was released" in ended.err
    assert MANIFEST.read_text(encoding="utf-8").endswith("# mine\n")
    assert not Path("dist").exists()


def test_who_reads_an_old_table_reads_it_to_its_end(minutier: Minutier) -> None:
    minutier("release")
    old = Path("data/quotes.csv").read_bytes()
    more_rows()
    with Path("data/quotes.csv").open("rb") as held:
        begun = held.read(20)
        assert minutier("release").code == ExitCode.OK
        assert begun + held.read() == old
    assert Path("data/quotes.csv").read_bytes() != old


def test_something_in_the_way_is_left_alone(minutier: Minutier) -> None:
    Path("dist").write_text("mine", encoding="utf-8")
    ended = minutier("release")
    assert ended.code == ExitCode.OUTPUT
    assert Path("dist").read_text(encoding="utf-8") == "mine"
    assert not Path("datapackage.json").exists()


IS_ROOT = hasattr(os, "geteuid") and not os.geteuid()
WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set", "-dac_override") if IS_ROOT else ()
"""What keeps to the rights of a folder even where root runs the tests."""


def command(*arguments: str, prefix: Sequence[str] = (), **options: Any) -> subprocess.CompletedProcess[str]:
    line = [*prefix, sys.executable, "-m", "minutier", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, **options)


def test_when_there_is_no_room_the_last_release_stays(minutier: Minutier) -> None:
    minutier("release")
    size = Path("dist/night-0.1.0.zip").stat().st_size
    more_rows()

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

    before = files(".")
    ended = command("release", preexec_fn=small_files_only)
    assert ended.returncode == ExitCode.OUTPUT, ended.stderr
    assert "Traceback" not in ended.stderr
    assert files(".") == before
    assert minutier("release").code == ExitCode.OK


def test_two_releases_at_once_are_one_after_the_other(minutier: Minutier) -> None:
    minutier("release")
    more_rows()
    line = [sys.executable, "-m", "minutier", "release"]
    running = [subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    errors = [process.communicate(timeout=120)[1] for process in running]
    assert sorted(process.returncode for process in running) == [ExitCode.OK, ExitCode.NOTHING_NEW], errors
    assert released() == ["night-0.1.0.zip", "night-0.2.0.zip"]
    assert minutier("verify", "dist/night-0.2.0.zip", "--rebuild").code == ExitCode.OK


@pytest.fixture
def readable_only(minutier: Minutier) -> Any:
    """The project in a folder where nothing may be written, and the user who has to live with it."""
    minutier("release")
    more_rows()
    folder = Path(tempfile.mkdtemp(prefix="minutier-"))
    shutil.copytree(".", folder / "project")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder / "project"
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


ENDS = {
    "build": ExitCode.OUTPUT,
    "release": ExitCode.OUTPUT,
    "publish --to store": ExitCode.OUTPUT,
    "get night --from .": ExitCode.INPUT,
    "release --dry-run": ExitCode.OK,
    "release --check": ExitCode.FINDINGS,
    "verify": ExitCode.OK,
}
"""How commands end in a folder where nothing may be written."""


@pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root may write everywhere")
def test_a_folder_that_can_only_be_read(readable_only: Path) -> None:
    before = files(readable_only)
    for line, code in ENDS.items():
        ended = command(*line.split(), cwd=readable_only, prefix=WITHOUT_PRIVILEGE)
        assert ended.returncode == code, line + ended.stderr
        assert "Traceback" not in ended.stderr
    assert files(readable_only) == before
