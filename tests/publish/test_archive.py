"""A package as one zip: the same bytes each time, and nothing outside the folder when it is unpacked."""

from __future__ import annotations

import os
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.errors import InputError
from minutier.publish import archive
from minutier.publish.archive import pack, unpack


@pytest.fixture
def members(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "members"
    (folder / "data").mkdir(parents=True)
    texts = {"data/é.csv": "a\n1\n", "datapackage.json": "{}", "LICENSE": "CC BY"}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name: folder / name for name in texts}


def test_what_is_packed_comes_out_again(members: dict[str, Path], tmp_path: Path) -> None:
    pack(tmp_path / "a.zip", members)
    names = unpack(tmp_path / "a.zip", tmp_path / "out")
    assert names == ["datapackage.json", "LICENSE", "data/é.csv"]
    assert {name: (tmp_path / "out" / name).read_bytes() for name in names} == {
        name: path.read_bytes() for name, path in members.items()
    }


def test_neither_order_nor_times_nor_rights_change_the_bytes(members: dict[str, Path], tmp_path: Path) -> None:
    pack(tmp_path / "a.zip", members)
    for path in members.values():
        os.utime(path, (1, 1))
        path.chmod(0o600)
    pack(tmp_path / "b.zip", dict(reversed(members.items())))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("moment", "dated"),
    [
        (datetime.fromisoformat("2017-01-29T20:41:00+01:00"), (2017, 1, 29, 19, 41, 0)),
        (datetime(1970, 1, 1, tzinfo=UTC), (1980, 1, 1, 0, 0, 0)),
        (None, (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_members_have_one_time(
    members: dict[str, Path], tmp_path: Path, moment: datetime | None, dated: tuple[int, ...]
) -> None:
    pack(tmp_path / "a.zip", members, moment)
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert {info.date_time for info in packed.infolist()} == {dated}
        assert {stat.filemode(info.external_attr >> 16) for info in packed.infolist()} == {"-rw-r--r--"}


def made(path: Path, *names: str | zipfile.ZipInfo, text: str = "x", how: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", how) as hostile:
        for name in names:
            hostile.writestr(name, text)
    return path


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("data")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


HOSTILE = [
    ("../outside", "leads out"),
    ("data/../../outside", "leads out"),
    ("/outside", "leads out"),
    ("C:outside", "leads out"),
    ("data\\..\\outside", "leads out"),
    (link(), "not a plain file"),
]


@pytest.mark.parametrize(("name", "why"), HOSTILE)
def test_a_zip_that_writes_elsewhere_is_not_unpacked(tmp_path: Path, name: str | zipfile.ZipInfo, why: str) -> None:
    path = made(tmp_path / "a.zip", "fine", name)
    with pytest.raises(InputError, match=why):
        unpack(path, tmp_path / "in" / "out")
    assert [file.name for file in tmp_path.rglob("*")] == ["a.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a", "a"), ("a", "A"), ("straße", "STRASSE")])
def test_a_zip_that_writes_twice_into_one_place_is_not_unpacked(tmp_path: Path, names: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="twice"):
        unpack(made(tmp_path / "a.zip", *names), tmp_path / "out")


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", "bomb", text="0" * 40_000_000, how=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 50_000
    with pytest.raises(InputError, match="would become 40,000,000 bytes"):
        unpack(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_too_many_members_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    with pytest.raises(InputError, match="3 members"):
        unpack(made(tmp_path / "a.zip", "a", "b", "c"), tmp_path / "out")


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7), cut=st.booleans())
@settings(deadline=None)
def test_a_damaged_zip_is_an_error_that_names_it_or_gives_the_same(
    place: int, bit: int, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(made(folder / "a.zip", "datapackage.json", "data/a.csv", text="some words").read_bytes())
    if cut:
        del data[place % len(data) :]
    else:
        data[place % len(data)] ^= 1 << bit
    (folder / "b.zip").write_bytes(data)
    try:
        names = unpack(folder / "b.zip", folder / "out")
    except InputError as error:
        assert "b.zip" in error.place
        return
    assert all((folder / "out" / name).read_text() == "some words" for name in names)
    assert {path.name for path in folder.iterdir()} <= {"a.zip", "b.zip", "out"}


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04" + b"0" * 100])
def test_what_is_no_zip_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(InputError, match="is not a zip"):
        unpack(tmp_path / "a.zip", tmp_path / "out")
