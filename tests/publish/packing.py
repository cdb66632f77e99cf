"""Releases of the small package of two tables, for tests."""

from __future__ import annotations

from pathlib import Path

from minutier.publish import write_package
from minutier.publish.archive import pack
from minutier.tables import schema
from publish.package_of_two import contests, people, properties


def release(folder: Path, version: str = "1.0.0", edition: str = "one", name: str = "two") -> Path:
    """``folder/NAME-VERSION.zip``, whose ``edition`` tells two contents apart."""
    package = folder / f"{name}-{version}-{edition}"
    tables = [(schema("contests"), contests(edition)), (schema("people"), people(edition))]
    write_package(package, {**properties(edition), "name": name, "version": version}, tables)
    files = {path.relative_to(package).as_posix(): path for path in package.rglob("*") if path.is_file()}
    target = folder / edition / f"{name}-{version}.zip"
    target.parent.mkdir(exist_ok=True)
    pack(target, {path: file for path, file in files.items() if not path.startswith(".")})
    return target
