"""The same sources and version give the same bytes, wherever and however they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minutier import yaml
from test_cli import files

ROOT = Path(__file__).resolve().parent.parent


def copy(folder: Path, *, backwards: bool, mask: int) -> Path:
    """The manifest and sources of the shipped package, made in one order or the other."""
    paths = [path for path in ROOT.glob("data/**/*") if path.is_file() and path.suffix not in (".csv", ".parquet")]
    before = os.umask(mask)
    try:
        for path in sorted(paths, reverse=backwards):
            place = folder / path.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            if backwards:
                os.utime(place, (1, 1))
    finally:
        os.umask(before)
    return folder


def minutier(*arguments: str | Path, cwd: Path, **environment: str) -> None:
    inherited = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    ended = subprocess.run(
        [sys.executable, "-m", "minutier", *map(str, arguments)],
        cwd=cwd, env=inherited | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of a release of the shipped package."""
    folder = copy(tmp_path_factory.mktemp("once"), backwards=False, mask=0o022)
    minutier("release", cwd=folder, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0")
    return files(folder)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_neither_zone_nor_locale_nor_seed_nor_order_nor_workers_nor_place_matter(
    once: dict[str, bytes], tmp_path: Path
) -> None:
    assert {Path(name).suffix for name in once} >= {".csv", ".parquet", ".json", ".zip"}
    folder = copy(tmp_path / "ailleurs, l'été", backwards=True, mask=0o077)
    environment = {"TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"}
    manifest = folder / "data" / "sources.yaml"
    minutier("release", "--manifest", manifest, "--jobs", "2", cwd=tmp_path, **environment)
    assert differing(once, files(folder)) == []


def test_the_order_of_the_sources_does_not_matter(once: dict[str, bytes], tmp_path: Path) -> None:
    import yaml as pyyaml

    folder = copy(tmp_path / "b", backwards=False, mask=0o022)
    manifest = folder / "data" / "sources.yaml"
    values = yaml.load(manifest.read_text(encoding="utf-8"))
    values["sources"].reverse()
    values["contests"].reverse()
    manifest.write_text(pyyaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    minutier("build", cwd=folder)
    built = {name: data for name, data in files(folder).items() if name.endswith((".csv", ".parquet", ".json"))}
    assert differing(built, {name: once[name] for name in once if name.endswith((".csv", ".parquet", ".json"))}) == []
