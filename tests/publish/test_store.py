"""A store of releases: a folder, the memory, and a real server on the loopback."""

from __future__ import annotations

import errno
import hashlib
import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from minutier.errors import InputError, OutputError, UsageError
from minutier.publish import store as stores
from minutier.publish.store import Store, get, publish
from minutier.publish.sums import SUMS, from_text
from publish.package_of_two import snapshot
from publish.packing import release


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture(params=["folder", "file", "memory"])
def url(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "memory":
        from fsspec.implementations.memory import MemoryFileSystem

        yield "memory://store"
        MemoryFileSystem.store.clear()
        MemoryFileSystem.pseudo_dirs[:] = [""]
    else:
        yield str(folder) if request.param == "folder" else folder.as_uri()


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    folder.mkdir(exist_ok=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def index(url: str) -> dict[str, Any]:
    with Store(url) as store:
        return dict(json.loads(store.read("index.json") or b"{}")["packages"])


def latest(url: str, name: str = "two") -> str:
    with Store(url) as store:
        return store.latest(name)


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# Publish ----------------------------------------------------------------------------------------------------


def test_what_is_published_can_be_got_again(url: str, tmp_path: Path) -> None:
    packed = release(tmp_path)
    verified, is_new = publish(packed, url)
    assert (verified.name, verified.version, is_new) == ("two", "1.0.0", True)
    got, place, is_new = get("two", "", url, tmp_path / "got")
    assert (got.version, place, is_new) == ("1.0.0", tmp_path / "got", True)
    assert snapshot(tmp_path / "got") == contents(packed)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_version_holds_its_zip_its_files_and_their_hashes(folder: Path, tmp_path: Path) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    found = snapshot(folder / "two" / "1.0.0")
    sums = from_text(found.pop(SUMS).decode(), SUMS)
    assert found == {**contents(packed), "two-1.0.0.zip": packed.read_bytes()}
    assert sums == {path: hashlib.sha256(data).hexdigest() for path, data in found.items()}
    assert index(str(folder))["two"]["versions"]["1.0.0"] == {
        "path": "two/1.0.0/two-1.0.0.zip",
        "bytes": packed.stat().st_size,
        "sha256": sums["two-1.0.0.zip"],
    }


def test_versions_add_up_and_latest_is_the_highest(url: str, tmp_path: Path) -> None:
    for version, expected in [("1.9.0", "1.9.0"), ("1.10.0", "1.10.0"), ("1.9.1", "1.10.0")]:
        publish(release(tmp_path, version, version), url)
        assert latest(url) == expected
    publish(release(tmp_path, "0.1.0", name="other"), url)
    assert {name: list(package["versions"]) for name, package in index(url).items()} == {
        "other": ["0.1.0"],
        "two": ["1.9.0", "1.9.1", "1.10.0"],
    }
    assert index(url)["two"]["latest"] == "1.10.0"
    assert get("two", "1.9.0", url, tmp_path / "got")[0].version == "1.9.0"


def test_the_same_release_again_writes_nothing(folder: Path, tmp_path: Path) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}
    assert publish(packed, str(folder))[1] is False
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_version_is_never_written_over(url: str, tmp_path: Path) -> None:
    publish(release(tmp_path, edition="one"), url)
    with pytest.raises(OutputError, match="exists with other content"):
        publish(release(tmp_path, edition="other"), url)
    get("two", "", url, tmp_path / "got")
    assert snapshot(tmp_path / "got") == contents(tmp_path / "one" / "two-1.0.0.zip")


def test_a_publication_that_stopped_is_taken_up(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed, other = release(tmp_path), release(tmp_path, edition="other")
    write = Store.write
    for stop in range(8):  # the zip, its five files, the index and latest
        written: list[str] = []

        def failing(self: Store, path: str, source: Any, written: list[str] = written, stop: int = stop) -> None:
            if len(written) == stop:
                raise OSError(errno.EIO, "the line is down")
            written.append(path)
            write(self, path, source)

        monkeypatch.setattr(Store, "write", failing)
        address = f"{url}/{stop}"
        with pytest.raises(OutputError, match="the line is down"):
            publish(packed, address)
        monkeypatch.undo()
        assert latest(address) == ""
        with pytest.raises(InputError) as missing:
            get("nothing", "", address)
        assert missing.value.remedy
        with pytest.raises(OutputError, match="exists with other content"):
            publish(other, address)
        again: list[str] = []

        def counting(self: Store, path: str, source: Any, again: list[str] = again) -> None:
            again.append(path)
            write(self, path, source)

        monkeypatch.setattr(Store, "write", counting)
        assert publish(packed, address)[1] is True
        monkeypatch.undo()
        assert len(written) + len(again) == 8, "what was there is not sent again"
        get("two", "1.0.0", address, tmp_path / f"got-{stop}")


def test_a_file_that_was_cut_is_sent_again(folder: Path, tmp_path: Path) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    version = folder / "two" / "1.0.0"
    (version / "datapackage.json").unlink()
    (version / "data" / "people.csv").write_bytes(b"cut")
    assert publish(packed, str(folder))[1] is True
    assert snapshot(version)["data/people.csv"] == contents(packed)["data/people.csv"]


@pytest.mark.parametrize("length", [0, 10])
def test_a_claim_that_was_cut_is_completed(folder: Path, tmp_path: Path, length: int) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    whole = snapshot(folder)
    (folder / "two" / "1.0.0" / "datapackage.json").unlink()
    claim = folder / "two" / "1.0.0" / SUMS
    claim.write_bytes(claim.read_bytes()[:length])
    publish(packed, str(folder))
    assert snapshot(folder) == whole


def test_a_published_file_that_somebody_changed_is_told_not_mended(folder: Path, tmp_path: Path) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    changed = folder / "two" / "1.0.0" / "data" / "people.csv"
    changed.write_bytes(b"changed")
    with pytest.raises(OutputError, match=r"people\.csv: is not what was published"):
        publish(packed, str(folder))
    assert changed.read_bytes() == b"changed"


def test_what_was_written_is_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Store.write

    def careless(self: Store, path: str, source: Any) -> None:
        write(self, path, b"something else" if path.endswith("people.csv") else source)

    monkeypatch.setattr(Store, "write", careless)
    with pytest.raises(OutputError, match="the bytes in the store differ"):
        publish(release(tmp_path), str(folder))
    assert latest(str(folder)) == ""
    assert not (folder / "two" / "1.0.0" / "datapackage.json").exists()


def test_publications_at_once_are_all_listed(folder: Path, tmp_path: Path) -> None:
    versions = ["1.0.0", "1.1.0", "1.2.0"]
    packed = [release(tmp_path, version, version) for version in versions]
    command = [sys.executable, "-m", "minutier", "publish", "--to", str(folder)]
    running = [subprocess.Popen([*command, str(path)], stdout=subprocess.DEVNULL) for path in packed]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert list(index(str(folder))["two"]["versions"]) == versions
    assert latest(str(folder)) == "1.2.0"


def test_of_two_contents_at_once_one_is_published(folder: Path, tmp_path: Path) -> None:
    packed = [release(tmp_path, edition=edition) for edition in ("one", "other")]
    command = [sys.executable, "-m", "minutier", "publish", "--to", str(folder)]
    running = [
        subprocess.Popen([*command, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for path in packed
    ]
    codes = [process.wait(60) for process in running]
    assert sorted(codes) == [0, 4]
    get("two", "", str(folder), tmp_path / "got")
    assert snapshot(tmp_path / "got") == contents(packed[codes.index(0)])


def test_an_index_that_lost_a_version_is_mended(folder: Path, tmp_path: Path) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    before = (folder / "index.json").read_bytes()
    (folder / "index.json").unlink()
    (folder / "two" / "latest").unlink()
    assert publish(packed, str(folder))[1] is True
    assert (folder / "index.json").read_bytes() == before
    assert latest(str(folder)) == "1.0.0"


def test_a_package_that_is_not_what_it_says_is_not_published(folder: Path, tmp_path: Path) -> None:
    packed = release(tmp_path)
    packed.with_name(SUMS).write_text(f"{'0' * 64}  {packed.name}\n", encoding="utf-8")
    with pytest.raises(InputError, match=SUMS):
        publish(packed, str(folder))
    assert not folder.exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, server: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    packed = release(tmp_path)
    for url in (str(tmp_path / "file" / "store"), server):
        with pytest.raises(OutputError, match="cannot be written"):
            publish(packed, url)
    with pytest.raises(UsageError, match="nonsense"):
        publish(packed, "nonsense://store")


# Get --------------------------------------------------------------------------------------------------------


def test_a_release_is_got_from_a_server(folder: Path, tmp_path: Path, server: str) -> None:
    packed = release(tmp_path)
    publish(packed, str(folder))
    verified, place, is_new = get("two", "", server, tmp_path / "got")
    assert (verified.version, verified.problems, is_new) == ("1.0.0", (), True)
    assert snapshot(place) == contents(packed)
    assert get("two", "1.0.0", f"{server}/", tmp_path / "got")[2] is False


def test_what_is_not_there_is_told(folder: Path, tmp_path: Path, server: str) -> None:
    with pytest.raises(InputError, match="no package 'two'"):
        get("two", "", server)
    publish(release(tmp_path), str(folder))
    with pytest.raises(InputError) as missing:
        get("two", "7.0.0", server)
    assert missing.value.remedy == "There are 1.0.0."
    with pytest.raises(InputError) as missing:
        get("three", "", server)
    assert missing.value.remedy == "It has two."
    with pytest.raises(InputError, match="cannot be read"):
        get("two", "", "http://127.0.0.1:1")


@pytest.mark.parametrize("name", ["../two", "two/1.0.0", "", "/etc"])
def test_a_name_is_not_a_path(folder: Path, tmp_path: Path, name: str) -> None:
    publish(release(tmp_path), str(folder))
    with pytest.raises(UsageError, match="is not the name of a package"):
        get(name, "", str(folder))
    with pytest.raises(UsageError, match="is not a version"):
        get("two", "../two/1.0.0", str(folder))


def test_a_zip_that_was_changed_is_not_unpacked(folder: Path, tmp_path: Path, server: str) -> None:
    publish(release(tmp_path), str(folder))
    path = folder / "two" / "1.0.0" / "two-1.0.0.zip"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(InputError, match=r"two-1\.0\.0\.zip: is not what SHA256SUMS says"):
        get("two", "", server, tmp_path / "got")
    assert not (tmp_path / "got").exists()


def test_a_folder_that_is_taken_is_left_alone(folder: Path, tmp_path: Path) -> None:
    publish(release(tmp_path), str(folder))
    (tmp_path / "got").mkdir()
    get("two", "", str(folder), tmp_path / "got")  # an empty folder is not taken
    (tmp_path / "got" / "data" / "people.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is there already"):
        get("two", "", str(folder), tmp_path / "got")
    assert (tmp_path / "got" / "data" / "people.csv").read_text(encoding="utf-8") == "mine"


def test_no_room_leaves_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(release(tmp_path), str(folder))

    def full(path: Path, target: Path) -> list[str]:
        (target / "datapackage.json").write_text("{", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(stores, "unpack", full)
    with pytest.raises(OutputError, match="No space left"):
        get("two", "", str(folder), tmp_path / "out" / "got")
    assert list((tmp_path / "out").iterdir()) == []
