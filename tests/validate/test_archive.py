"""A package in a ZIP archive is validated as its folder would be, and nothing unsafe is unpacked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from minutier.errors import ExitCode
from minutier.validate import Unjudgeable, validate_package
from minutier.validate import archive as archive_module

from .packages import table

FIELDS = [{"name": "id", "type": "integer"}]


def packed(folder: Path, text: str, inside: str = "") -> Path:
    """An archive of a small package, in a folder of the archive or at its top."""
    table(folder / "package", FIELDS, text)
    archive = folder / "package.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for path in sorted((folder / "package").iterdir()):
            writer.write(path, inside + path.name)
    return archive


@pytest.mark.parametrize("inside", ["", "minutier-1.0/"])
def test_a_package_in_an_archive(inside: str, tmp_path: Path) -> None:
    archive = packed(tmp_path, "id\n1\nx\n", inside)
    before = sorted(tmp_path.rglob("*"))
    report = validate_package(archive)
    assert [(one.type, one.row, one.path) for one in report.findings] == [("type-error", 3, "data.csv")]
    assert report.package == str(archive)
    assert report.findings == validate_package(tmp_path / "package").findings
    assert sorted(tmp_path.rglob("*")) == before
    assert validate_package(packed(tmp_path, "id\n1\n", inside)).exit_code == ExitCode.OK


def add(name: str, content: bytes = b"x", mode: int = 0) -> Callable[[zipfile.ZipFile], None]:
    def write(archive: zipfile.ZipFile) -> None:
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        member.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(member, content)

    return write


def encrypted(archive: zipfile.ZipFile) -> None:
    archive.writestr("secret.csv", "x")
    archive.infolist()[-1].flag_bits |= 1


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (add("../out.csv"), "names a file outside itself"),
        (add("a/../../out.csv"), "names a file outside itself"),
        (add("/out.csv"), "names a file outside itself"),
        (add("C:\\out.csv"), "names a file outside itself"),
        (add("..\\out.csv"), "names a file outside itself"),
        (add("link.csv", b"/etc/hostname", stat.S_IFLNK | 0o777), "holds a link"),
        (add("bomb.csv", bytes(3 << 20)), "would grow to"),
        (encrypted, "is encrypted"),
    ],
    ids=["..", "a/../..", "absolute", "drive", "backslash", "link", "bomb", "encrypted"],
)
def test_what_is_not_unpacked(
    spoil: Callable[[zipfile.ZipFile], None], problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_module, "ALWAYS_UNPACKED", 2 << 20)
    archive = packed(tmp_path, "id\n1\n")
    with zipfile.ZipFile(archive, "a") as writer:
        spoil(writer)
    with pytest.raises(Unjudgeable, match=problem) as raised:
        validate_package(archive)
    assert raised.value.exit_code == ExitCode.USAGE
    assert raised.value.remedy
    assert not (tmp_path / "out.csv").exists()


def test_archives_without_a_package_or_with_two(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as writer:
        writer.writestr("readme.txt", "x")
    with pytest.raises(Unjudgeable, match="holds no datapackage"):
        validate_package(archive)
    with zipfile.ZipFile(archive, "w") as writer:
        writer.writestr("one/datapackage.json", "{}")
        writer.writestr("two/datapackage.json", "{}")
    with pytest.raises(Unjudgeable, match="several packages"):
        validate_package(archive)


@pytest.mark.parametrize("cut", [0, 30, 200])
def test_an_archive_cut_short(cut: int, tmp_path: Path) -> None:
    archive = packed(tmp_path, "id\n1\n")
    archive.write_bytes(archive.read_bytes()[:cut])
    with pytest.raises(Unjudgeable, match="not a whole ZIP archive"):
        validate_package(archive)
