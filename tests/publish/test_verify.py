"""Sizes and hashes of a package, in a folder and in a zip."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from minutier.errors import InputError
from minutier.publish.sums import SUMS, sha256_of, to_text
from minutier.publish.verify import Problem, verify
from publish.package_of_two import publish
from publish.packing import release

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def package(tmp_path: Path) -> Path:
    publish(tmp_path / "package", "one")
    return tmp_path / "package"


def problems(package: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.text) for problem in verify(package).problems]


def test_a_package_is_what_it_says(package: Path) -> None:
    read: list[str] = []
    verified = verify(package, on_file=read.append)
    assert (verified.name, verified.version, verified.problems) == ("two", "1.0.0", ())
    files = sorted((package / "data").iterdir())
    assert verified.files == len(files) == 4
    assert verified.bytes == sum(path.stat().st_size for path in files)
    assert sorted(read) == [f"data/{path.name}" for path in files]
    assert verify(package / "datapackage.json") == verified


@pytest.mark.parametrize("name", ["contests.csv", "people.parquet"])
def test_every_byte_counts(package: Path, name: str) -> None:
    path = package / "data" / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert problems(package) == [(f"data/{name}", "its bytes are not those that were published: SHA-256 differs")]
    path.write_bytes(data + b"\n")
    assert problems(package) == [(f"data/{name}", f"has {len(data) + 1:,} bytes, not {len(data):,}")]
    path.unlink()
    assert problems(package) == [(f"data/{name}", "is missing")]


def changed(package: Path, **resource: object) -> None:
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"][0].update(resource)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def test_a_resource_outside_the_package_is_not_read(package: Path) -> None:
    (package.parent / "secret").write_text("", encoding="utf-8")
    for path in ("../secret", "/etc/hostname", "https://example.org/a.csv"):
        changed(package, path=path)
        assert problems(package) == [(path, "leads out of the package")]
    (package / "data" / "link.csv").symlink_to(package.parent / "secret")
    changed(package, path="data/link.csv")
    assert problems(package) == [("data/link.csv", "is missing")]


def test_a_file_without_a_hash_is_told(package: Path) -> None:
    changed(package, hash="")
    assert problems(package) == [("data/contests.csv", "has no SHA-256 in the descriptor")]
    changed(package, hash="0123456789abcdef0123456789abcdef")
    assert "only 0123456789abcdef" in problems(package)[0][1]


def test_sums_are_checked_too(package: Path) -> None:
    (package / "README").write_text("a", encoding="utf-8")
    (package / SUMS).write_text(to_text({"README": sha256_of(package / "README"), "gone": "0" * 64}), encoding="utf-8")
    assert problems(package) == [("gone", "is missing")]
    (package / "README").write_text("b", encoding="utf-8")
    assert problems(package) == [("README", f"its bytes are not those of {SUMS}"), ("gone", "is missing")]
    (package / SUMS).write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"{SUMS}, line 1"):
        verify(package)


def test_a_zip_is_what_it_says(tmp_path: Path) -> None:
    path = release(tmp_path)
    assert verify(path).problems == ()
    sums = path.with_name(SUMS)
    sums.write_text(to_text({path.name: sha256_of(path), "another-1.0.0.zip": "0" * 64}), encoding="utf-8")
    assert (verify(path).files, verify(path).problems) == (5, ())
    sums.write_text(to_text({path.name: "0" * 64}), encoding="utf-8")
    assert verify(path).problems == (Problem(path.name, f"its bytes are not those of {SUMS}"),)


def test_a_damaged_member_of_a_zip_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = release(tmp_path)
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo("data/people.csv").header_offset + 200
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    verified = verify(path)
    assert [problem.path for problem in verified.problems] == ["data/people.csv"]
    assert "is damaged" in verified.problems[0].text
    assert verified.files == 4


def test_a_zip_whose_package_is_in_a_folder_is_read(tmp_path: Path) -> None:
    path = release(tmp_path)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(tmp_path / "b.zip", "w") as inner:
        for name in archive.namelist():
            inner.writestr(f"two-main/{name}", archive.read(name))
    assert verify(tmp_path / "b.zip").problems == ()


def test_what_is_no_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        verify(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        verify(tmp_path / "gone.zip")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(InputError, match=r"no datapackage\.json in the zip"):
        verify(tmp_path / "a.zip")


def test_it_needs_no_library_of_tables() -> None:
    script = (
        "import sys\n"
        "from minutier.cli import run\n"
        f"assert run(['verify', {str(ROOT)!r}]) == 0\n"
        "heavy = {'pandas', 'pyarrow', 'frictionless', 'duckdb', 'numpy', 'polars', 'fsspec'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stderr == "[]\n"
    assert "no problem" in ended.stdout
