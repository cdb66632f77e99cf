"""A release: what changed since the last one, the version that follows from it, and a zip that one can cite.

The version is written into the manifest, its only place. The manifest, the tables, the descriptor, the data
changelog, the zip and its hash take their places together, or none of them does.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from minutier import metadata, packaging, pipeline, publish
from minutier.errors import ExitCode, InputError, MinutierError, OutputError, UsageError
from minutier.manifest import Manifest, Source, read_manifest
from minutier.manifest_text import with_version
from minutier.pipeline import Build
from minutier.publish import catalogue, changelog, versions
from minutier.publish.archive import pack
from minutier.publish.leaks import told
from minutier.publish.releases import DIST, Release, newest_release, sums_with, zip_name
from minutier.publish.sums import SUMS, sha256_of
from minutier.rights import leak_check, withheld_sources
from minutier.sources import package_folder

if TYPE_CHECKING:
    from minutier.publish.diff import PackageDiff
    from minutier.validate import Report

COMPANIONS = ("data/LICENSE", *(name for name, _ in catalogue.FORMS.values()))
"""Files of the folder that go into the zip besides what is built from the sources."""


@dataclass(frozen=True, slots=True)
class Released:
    """A release, made or foreseen.

    ``previous`` is the last version, empty for a first release; ``section`` what the data changelog says of
    the new one; ``path`` the zip, and ``left_out`` the sources that are not in it.
    """

    name: str
    version: str
    previous: str
    section: str
    path: Path
    left_out: tuple[Path, ...]


class NothingNew(MinutierError):
    """Nothing changed since the last release."""

    exit_code = ExitCode.NOTHING_NEW


class Refused(MinutierError):
    """The package, as it is, shall not be released."""

    exit_code = ExitCode.FINDINGS


def release(
    path: Path,
    *,
    against: str = "",
    jobs: int = 1,
    dry_run: bool = False,
    on_source: Callable[[Source], None] = lambda source: None,
    on_built: Callable[[Build], None] = lambda built: None,
    on_wait: Callable[[], None] = lambda: None,
) -> Released:
    """Release the package of the manifest at ``path``; with ``dry_run`` only say what would be done.

    What it is compared with is the newest zip in ``dist``, or the package or store that ``against`` names.
    Raises NothingNew; Refused when validation finds errors or withheld prose would be published; InputError,
    OutputError, UsageError as a build does.
    """
    text, manifest, folder = _opened(path)
    if dry_run:
        with _foreseen(manifest, folder, jobs, on_source, on_built) as staged:
            making = _Making(path, text, folder, *staged, against)
            planned = making.plan()
            making.make(planned)
            return planned
    publish.recover(folder)
    with publish.exclusive(folder, "release", on_wait):
        text, manifest, folder = _opened(path)  # another release may have written it meanwhile
        with pipeline.build(manifest, jobs=jobs, on_source=on_source) as built:
            on_built(built)
            with packaging.staged(built, folder, on_wait=on_wait) as staged:
                making = _Making(path, text, folder, built, staged, against)
                planned = making.plan()
                making.make(planned)
                if path.read_bytes() != text.encode("utf-8"):
                    raise OutputError(str(path), "was changed while it was released", "Run the command again.")
                staged.put_in_place()
    return planned


def check(
    path: Path,
    *,
    against: str = "",
    jobs: int = 1,
    on_source: Callable[[Source], None] = lambda source: None,
    on_built: Callable[[Build], None] = lambda built: None,
) -> Released | None:
    """The release that the sources call for; None when nothing changed since the last one. Writes nothing.

    Raises Refused when something changed and the version of the manifest does not say so.
    """
    text, manifest, folder = _opened(path)
    with _foreseen(manifest, folder, jobs, on_source, on_built) as staged:
        try:
            foreseen = _Making(path, text, folder, *staged, against).plan()
        except NothingNew:
            return None
    version = manifest.package.version
    if foreseen.version != version:
        raise Refused(
            str(path),
            f"the data changed since {foreseen.previous}, and the version {version} does not say so",
            f"Release {foreseen.version} with minutier release, or write that version.",
        )
    return foreseen


def _opened(path: Path) -> tuple[str, Manifest, Path]:
    """The text of a manifest, the manifest, and the folder of its package. Raises InputError, UsageError."""
    manifest = read_manifest(path)
    folder = package_folder(manifest)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            str(path),
            f"the manifest is not inside the folder of its package, {folder}",
            "A release holds its manifest: move it and its sources into a folder called data.",
        )
    return path.read_bytes().decode("utf-8"), manifest, folder


@contextmanager
def _foreseen(
    manifest: Manifest,
    folder: Path,
    jobs: int,
    on_source: Callable[[Source], None],
    on_built: Callable[[Build], None],
) -> Iterator[tuple[Build, publish.Staged]]:
    """The package built elsewhere, so that nothing is written into its folder."""
    with (
        tempfile.TemporaryDirectory(prefix="minutier-") as elsewhere,
        pipeline.build(manifest, jobs=jobs, on_source=on_source) as built,
        packaging.staged(built, Path(elsewhere)) as staged,
    ):
        on_built(built)
        yield built, staged


@dataclass
class _Making:
    """A release in the making: the package is staged, and nothing is in its place."""

    path: Path
    text: str
    folder: Path
    built: Build
    staged: publish.Staged
    against: str

    def plan(self) -> Released:
        """Compare with the last release and compute the version. Raises NothingNew, Refused, InputError."""
        self.check = leak_check(self.built)
        self.properties = metadata.properties(self.built, self.folder)
        packaging.describe(self.staged, self.properties, self.folder)
        self._validate()
        name, version = str(self.properties["name"]), str(self.properties["version"])
        with _last_release(self.against, self.folder, name) as last:
            if last is None:
                previous, section = "", changelog.first_section(version, self._day(), self._counts())
            else:
                diff = self._compared(last)
                previous = last.version
                version = _version(previous, version, diff, self.path)
                section = self._section(version, diff)
        withheld = {source.path for source in withheld_sources(self.built)}
        outside = {source.path for source in self._sources() if not self._inside(source.path)}
        zipped = self.folder / DIST / zip_name(name, version)
        return Released(name, version, previous, section, zipped, tuple(sorted(withheld | outside)))

    def make(self, planned: Released) -> None:
        """Write the version, the changelog and the zip beside the staged tables. Raises Refused, OutputError."""
        packaging.describe(self.staged, {**self.properties, "version": planned.version}, self.folder)
        edited = with_version(self.text, planned.version, planned.name, place=str(self.path))
        self.staged.write(self._from_root(self.path), edited.encode("utf-8"))
        self.staged.write(changelog.CHANGELOG, self._changelog(planned).encode("utf-8"))
        self._pack(planned)
        self._check_rights()

    def _validate(self) -> None:
        from minutier.validate import validate_package

        report = validate_package(self.staged.files)
        if not report.valid:
            raise Refused(
                str(self.folder),
                f"is not released: {_first_of(report)}",
                "Mend them: minutier build and then minutier validate show all of them.",
            )

    def _compared(self, last: Release) -> PackageDiff:
        from minutier.publish.diff import compare

        return compare(last.path, self.staged.files, limit=changelog.EXAMPLES)

    def _section(self, version: str, diff: PackageDiff) -> str:
        """What the changelog says; without examples where they would tell prose that is withheld by now."""
        section = changelog.section(version, self._day(), diff)
        if self.check and self.check.text(changelog.CHANGELOG, section):
            return changelog.section(version, self._day(), diff, with_examples=False)
        return section

    def _day(self) -> str:
        return str(self.properties["created"])[: len("2017-01-29")]

    def _counts(self) -> dict[str, int]:
        return {table.schema.name: table.rows for table in self.staged.tables}

    def _changelog(self, planned: Released) -> str:
        place = self.folder / changelog.CHANGELOG
        try:
            text = place.read_text(encoding="utf-8")
        except FileNotFoundError:
            text = ""
        except UnicodeDecodeError:
            raise InputError(str(place), "is not UTF-8 text", "Save it as UTF-8.") from None
        return changelog.with_section(text, planned.section, planned.version)

    # The zip

    def _pack(self, planned: Released) -> None:
        if planned.path.parent.exists() and not planned.path.parent.is_dir():
            raise OutputError(str(planned.path.parent), "is in the way: it is not a folder", "Move it away.")
        target = self.staged.files / DIST / planned.path.name
        target.parent.mkdir()
        created = str(self.properties["created"])
        pack(target, self._members(), datetime.fromisoformat(created) if created else None)
        with target.open("rb") as file:
            os.fsync(file.fileno())
        digest = sha256_of(target)
        if planned.path.exists() and sha256_of(planned.path) != digest:
            raise OutputError(
                str(planned.path),
                f"the version {planned.version} exists with other content",
                "A version is never replaced. Compare with what was released last (--against), or write a higher "
                "version into the manifest.",
            )
        self.staged.own(f"{DIST}/{planned.path.name}")
        self.staged.write(f"{DIST}/{SUMS}", sums_with(self.folder / DIST, target.name, digest).encode("utf-8"))

    def _members(self) -> dict[str, Path]:
        """What the zip holds: all that is staged, the sources that may be published, and their companions."""
        withheld = {source.path for source in withheld_sources(self.built)}
        sources = [source.path for source in self._sources() if source.path not in withheld]
        manifest = self.built.manifest
        authored = [path for path in (manifest.people, manifest.corrections) if path]
        members = {name: self.folder / name for name in COMPANIONS if (self.folder / name).is_file()}
        members |= {self._from_root(path): path for path in (*sources, *authored) if self._inside(path)}
        return members | _files(self.staged.files)

    def _sources(self) -> Sequence[Source]:
        return self.built.manifest.sources

    def _inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.folder.resolve())

    def _from_root(self, path: Path) -> str:
        return path.resolve().relative_to(self.folder.resolve()).as_posix()

    def _check_rights(self) -> None:
        found = self.check.files(_files(self.staged.files).items()) if self.check else []
        if found:
            raise Refused(
                str(self.folder),
                f"is not released: {told(found)}",
                "These sources have the text policy facts: take their words out of the manifest and the changelog.",
            )


def _first_of(report: Report) -> str:
    """How many errors a validation found, and the first of them, in words."""
    errors = [finding for finding in report.findings if finding.severity == "error"]
    if not errors:
        return f"validation could not judge {report.unjudged[0]}"
    first = errors[0]
    place = ", ".join(
        filter(None, [first.resource, f"row {first.row}" if first.row else "", first.field and f"column {first.field}"])
    )
    count = report.count()
    how_many = "an error" if count == 1 else f"{count:,} errors, the first"
    return f"validation finds {how_many} in {place}: {first.message}"


def _files(folder: Path) -> dict[str, Path]:
    """Path from the folder → file, for each file inside it."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _version(last: str, written: str, diff: PackageDiff, place: Path) -> str:
    """The version that follows, or a higher one that is written in the manifest. Raises NothingNew."""
    needed = versions.next_version(last, diff)
    if needed == last:
        raise NothingNew(str(place), f"nothing changed since {last}", "There is nothing to release.")
    return max(needed, written, key=versions.rank)


@contextmanager
def _last_release(against: str, folder: Path, name: str) -> Iterator[Release | None]:
    """What was released last, while it is needed: from ``dist``, a package that is named, or a store."""
    if not against:
        yield newest_release(folder / DIST, name)
        return
    package = Path(against)
    if package.is_file() or (package / publish.DESCRIPTOR).is_file():
        from minutier.publish.verify import verify

        version = verify(package).version
        if not versions.is_version(version):
            raise InputError(against, f"its version {version!r} is not like 1.2.3", "Name another package.")
        yield Release(name, version, package)
        return
    from minutier.publish.store import Store, fetched

    with Store(against) as store:
        newest = store.latest(name)
        if not newest:
            yield None
            return
        with fetched(store, name, newest) as path:
            yield Release(name, newest, path)
