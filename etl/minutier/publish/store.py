"""A store of releases: any place that fsspec can write, read by URL.

    index.json              every version of every package: its zip, size, hash and time
    NAME/latest             the highest version, as text
    NAME/VERSION/           a release, never changed: its zip, its files unpacked, and SHA256SUMS of them all

``SHA256SUMS`` is written first and claims the version; the descriptor is written last and completes it. A
publication that was interrupted is taken up where it stopped, and a version that was completed is never written
again. The index lists what is complete; ``latest`` is moved last.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from minutier.errors import InputError, MinutierError, OutputError, UsageError
from minutier.publish.archive import unpack
from minutier.publish.descriptor import DESCRIPTOR
from minutier.publish.releases import zip_name
from minutier.publish.sums import SUMS, from_text, sha256_of, to_text
from minutier.publish.verify import Verified, verify
from minutier.publish.versions import is_version, newest, rank

INDEX = "index.json"
LATEST = "latest"

BLOCK = 1 << 20

ELSEWHERE = "Choose another folder with --out."

_NAME = re.compile(r"[a-z0-9]+([-._][a-z0-9]+)*")
"""Names of packages, as Data Package writes them; none is a path."""

Step = Callable[[str], None]


def _quiet(step: str) -> None:
    """Say nothing."""


class Store:
    """The store at a URL, or in a folder; to be closed (a context manager)."""

    def __init__(self, url: str) -> None:
        """Raises UsageError for a kind of URL that fsspec does not know, or cannot use as it is installed."""
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

        self.url = url.rstrip("/") or url
        try:
            self.files, root = url_to_fs(self.url, skip_instance_cache=True)
        except ImportError as error:
            raise UsageError(self.url, str(error), "Install what is missing beside minutier.") from None
        except ValueError as error:
            raise UsageError(self.url, str(error), "Give a folder or a URL that fsspec knows.") from None
        self.root = str(root).rstrip("/")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        close = getattr(self.files, "close_session", None)
        session = getattr(self.files, "_session", None)
        if close and session is not None:
            close(self.files.loop, session)

    def place(self, path: str) -> str:
        """How a path in the store is named in messages."""
        return f"{self.url}/{path}"

    # Reading

    def read(self, path: str) -> bytes | None:
        """The bytes of a small file; None when there is none. Raises InputError when it cannot be read."""
        try:
            data: bytes = self.files.cat_file(self._at(path))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except Exception as error:  # each kind of file system has errors of its own
            raise _unreadable(self.place(path), error) from None
        return data

    def latest(self, name: str) -> str:
        """The version that ``latest`` names; empty when no version of the package was published."""
        version = (self.read(f"{name}/{LATEST}") or b"").decode("utf-8", "replace").strip()
        return version if is_version(version) else ""

    def index(self) -> dict[str, Any]:
        """The packages of the index: name → ``latest`` and ``versions``. Raises InputError for a broken one."""
        data = self.read(INDEX)
        if data is None:
            return {}
        try:
            packages = json.loads(data)["packages"]
            return {str(name): {"versions": dict(package["versions"])} for name, package in packages.items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise InputError(self.place(INDEX), "is not the index of a store", "Publish again, or mend it.") from None

    def sums(self, folder: str) -> dict[str, str]:
        """``SHA256SUMS`` of a version; empty when it was never begun."""
        data = self.read(f"{folder}/{SUMS}")
        return from_text(data.decode("utf-8", "replace"), self.place(f"{folder}/{SUMS}")) if data is not None else {}

    def is_complete(self, folder: str) -> bool:
        """A version is there, whole."""
        return self.read(f"{folder}/{DESCRIPTOR}") is not None

    def download(self, path: str, target: Path) -> str:
        """Copy a file out of the store and give its SHA-256. Raises InputError, OutputError."""
        digest = hashlib.sha256()
        try:
            with self.files.open(self._at(path), "rb") as source, target.open("wb") as file:
                while block := source.read(BLOCK):
                    digest.update(block)
                    try:
                        file.write(block)
                    except OSError as error:
                        raise OutputError(str(target), f"cannot be written: {error.strerror}", "Make room.") from None
        except MinutierError:
            raise
        except FileNotFoundError:
            raise InputError(self.place(path), "is not there", "Ask whoever keeps the store.") from None
        except Exception as error:
            raise _unreadable(self.place(path), error) from None
        return digest.hexdigest()

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file as it stands in the store; empty when there is none."""
        digest = hashlib.sha256()
        try:
            with self.files.open(self._at(path), "rb") as source:
                while block := source.read(BLOCK):
                    digest.update(block)
        except FileNotFoundError:
            return ""
        return digest.hexdigest()

    # Writing

    def claim(self, path: str, data: bytes) -> None:
        """Write a file that must not be there yet. Raises FileExistsError."""
        self.files.makedirs(self._at(path).rpartition("/")[0], exist_ok=True)
        self.files.pipe_file(self._at(path), data, mode="create")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only one who writes, where the store is a folder; elsewhere a file is written at one stroke."""
        if "file" not in self.files.protocol:
            yield
            return
        from filelock import FileLock

        self.files.makedirs(self.root, exist_ok=True)
        with FileLock(f"{self.root}/.lock"):
            yield

    def write(self, path: str, source: Path | bytes) -> None:
        """Write a file whole: under a name of its own, which is then changed."""
        target, draft = self._at(path), self._at(f"{path}.part")
        self.files.makedirs(target.rpartition("/")[0], exist_ok=True)
        if isinstance(source, bytes):
            self.files.pipe_file(draft, source)
        else:
            self.files.put_file(str(source), draft)
        self.files.mv(draft, target)

    def versions(self, name: str) -> list[str]:
        """The versions of a package that are there, complete or begun."""
        try:
            listed = self.files.ls(self._at(name), detail=False, refresh=True)
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(filter(is_version, (str(path).rstrip("/").rpartition("/")[2] for path in listed)), key=rank)

    def _at(self, path: str) -> str:
        return f"{self.root}/{path}"


def _unreadable(place: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(place, f"cannot be read: {reason}", "Check the address and the connection.")


# Publishing -------------------------------------------------------------------------------------------------


def publish(release: Path, url: str, on_step: Step = _quiet) -> tuple[Verified, bool]:
    """Put a release, the zip of a package, into the store at ``url``; True when something had to be written.

    ``on_step`` is called with each thing that is done. Raises InputError when the release is not what it says
    it is; OutputError when the version is there with other content, or the store cannot be written.
    """
    verified = verify(release)
    if verified.problems:
        first = verified.problems[0]
        raise InputError(f"{release}, {first.path}", first.text, "Pack it again with minutier release.")
    if not _NAME.fullmatch(verified.name) or not is_version(verified.version):
        raise InputError(str(release), "its descriptor has no name and version", "Pack it with minutier release.")
    with Store(url) as store, tempfile.TemporaryDirectory(prefix="minutier-") as folder:
        files = {name: Path(folder, name) for name in unpack(release, Path(folder))}
        files[zip_name(verified.name, verified.version)] = release
        with _refusals(store), store.alone():
            return verified, _published(store, verified, files, on_step)


def _published(store: Store, package: Verified, files: dict[str, Path], on_step: Step) -> bool:
    folder = f"{package.name}/{package.version}"
    sums = {path: sha256_of(file) for path, file in files.items()}
    _claim(store, folder, sums)
    is_new = not store.is_complete(folder)
    if is_new:
        for path in sorted(files, key=lambda path: (path == DESCRIPTOR, path)):
            on_step(path)
            if store.sha256(f"{folder}/{path}") != sums[path]:
                if path == DESCRIPTOR:
                    _verify(store, folder, {name: sums[name] for name in sums if name != DESCRIPTOR}, on_step)
                store.write(f"{folder}/{path}", files[path])
        _verify(store, folder, {DESCRIPTOR: sums[DESCRIPTOR]}, on_step)
    else:
        _verify(store, folder, sums, on_step)
    on_step(INDEX)
    is_listed = _list_versions(store, package.name)
    on_step(LATEST)
    return _move_latest(store, package.name) or is_new or is_listed


def _claim(store: Store, folder: str, sums: dict[str, str]) -> None:
    """Say what the version will hold, before anything of it is written. Raises OutputError."""
    text = to_text(sums).encode("utf-8")
    place = f"{folder}/{SUMS}"
    if store.read(place) is None:
        with suppress(FileExistsError):  # another one was faster by a moment
            store.claim(place, text)
    claimed = store.read(place) or b""
    if claimed != text:
        if not store.is_complete(folder) and text.startswith(claimed):
            store.write(place, text)  # an earlier publication ended while it wrote this very file
            return
        raise OutputError(
            store.place(folder),
            "the version exists with other content, and a version is never replaced",
            "Release the change under a version of its own.",
        )


def _verify(store: Store, folder: str, sums: dict[str, str], on_step: Step) -> None:
    """What was written can be read back, byte for byte. Raises OutputError."""
    for path, digest in sums.items():
        on_step(f"verifying {path}")
        if store.sha256(f"{folder}/{path}") != digest:
            raise OutputError(
                store.place(f"{folder}/{path}"),
                "is not what was published: the bytes in the store differ",
                "Find out who writes there, restore the file, and publish again.",
            )


def _list_versions(store: Store, name: str) -> bool:
    """Bring the index up to date with the versions that are complete; True when it had to be.

    Several publications may do this at once: each looks again after it wrote, so that the last one sees all.
    """
    changed = False
    while True:
        packages = store.index()
        listed = packages.get(name, {"versions": {}})["versions"]
        complete = [version for version in store.versions(name) if store.is_complete(f"{name}/{version}")]
        if list(listed) == complete:
            return changed
        entries = {version: listed.get(version) or _entry(store, name, version) for version in complete}
        packages[name] = {"versions": entries}
        store.write(INDEX, _index_json(packages))
        changed = True


def _entry(store: Store, name: str, version: str) -> dict[str, Any]:
    folder, file = f"{name}/{version}", zip_name(name, version)
    descriptor = json.loads(store.read(f"{folder}/{DESCRIPTOR}") or b"{}")
    return {
        "path": f"{folder}/{file}",
        "bytes": store.files.size(store._at(f"{folder}/{file}")),
        "sha256": store.sums(folder).get(file, ""),
        **({"created": descriptor["created"]} if descriptor.get("created") else {}),
    }


def _index_json(packages: dict[str, Any]) -> bytes:
    values = {
        "packages": {
            name: {"latest": newest(packages[name]["versions"]), "versions": packages[name]["versions"]}
            for name in sorted(packages)
        }
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _move_latest(store: Store, name: str) -> bool:
    """Let ``latest`` name the highest version, which it never leaves for a lower one."""
    highest = newest(store.index()[name]["versions"])
    if store.latest(name) == highest:
        return False
    store.write(f"{name}/{LATEST}", f"{highest}\n".encode("ascii"))
    return True


@contextmanager
def _refusals(store: Store) -> Iterator[None]:
    """What a file system refuses, as an OutputError."""
    try:
        yield
    except MinutierError:
        raise
    except Exception as error:  # each kind of file system has errors of its own
        reason = getattr(error, "strerror", None) or str(error) or "it can only be read"
        raise OutputError(
            store.url,
            f"cannot be written: {reason}",
            "Nothing that was published is harmed: mend the cause and run the command again, which goes on.",
        ) from None


# Getting ----------------------------------------------------------------------------------------------------


def get(
    name: str, version: str, url: str, folder: Path | None = None, on_step: Step = _quiet
) -> tuple[Verified, Path, bool]:
    """Download a release, verify it and unpack it; the package, its folder, and whether it was not there yet.

    ``version`` is the latest when empty; ``folder`` is ``NAME-VERSION`` when None, and must not exist, unless it
    holds this very release. Raises UsageError, InputError, and OutputError when
    the folder is taken.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(name or "NAME", "is not the name of a package", "Give it like NAME or NAME@1.2.3.")
    if version and not is_version(version):
        raise UsageError(f"{name}@{version}", f"{version!r} is not a version", "Give one like 1.2.3.")
    with Store(url) as store:
        wanted = version or store.latest(name)
        if not wanted or not store.sums(f"{name}/{wanted}") or not store.is_complete(f"{name}/{wanted}"):
            raise _not_there(store, name, version)
        target = folder or Path(f"{name}-{wanted}")
        if target.exists() and any(target.iterdir() if target.is_dir() else [target]):
            return _already(store, name, wanted, target), target, False
        on_step(zip_name(name, wanted))
        with fetched(store, name, wanted) as path:
            return _unpacked(path, target), target, True


@contextmanager
def fetched(store: Store, name: str, version: str) -> Iterator[Path]:
    """The zip of a version, downloaded and verified, while it is needed. Raises InputError."""
    folder, file = f"{name}/{version}", zip_name(name, version)
    wanted = store.sums(folder).get(file)
    if wanted is None:
        raise InputError(store.place(folder), f"lists no {file}", "Ask whoever keeps the store.")
    with tempfile.TemporaryDirectory(prefix="minutier-") as here:
        path = Path(here, file)
        if store.download(f"{folder}/{file}", path) != wanted:
            raise InputError(
                store.place(f"{folder}/{file}"),
                f"is not what {SUMS} says: it was changed, or cut on its way",
                "Run the command again; if that does not help, ask whoever keeps the store.",
            )
        yield path


def _unpacked(path: Path, target: Path) -> Verified:
    """Unpack beside the target, look at what came out, and then give it its name."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
            inside = Path(beside, "package")
            inside.mkdir()
            unpack(path, inside)
            verified = verify(inside)
            if verified.problems:
                first = verified.problems[0]
                raise InputError(f"{path.name}, {first.path}", first.text, "Ask whoever keeps the store.")
            inside.replace(target)  # an empty folder of this name may be there
    except OSError as error:
        raise OutputError(str(target), f"cannot be written: {error.strerror}", ELSEWHERE) from None
    return verified


def _already(store: Store, name: str, version: str, target: Path) -> Verified:
    """The release that is in the folder, file for file. Raises OutputError when something else is."""
    file = zip_name(name, version)
    sums = {path: digest for path, digest in store.sums(f"{name}/{version}").items() if path != file}
    if not target.is_dir() or any(not _is(target / path, digest) for path, digest in sums.items()):
        raise OutputError(str(target), "is there already, and is not this release", ELSEWHERE)
    return verify(target)


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and sha256_of(path) == digest


def _not_there(store: Store, name: str, version: str) -> InputError:
    packages = store.index()
    if name in packages:
        there = ", ".join(packages[name]["versions"])
        return InputError(store.place(name), f"there is no version {version or LATEST}", f"There are {there}.")
    remedy = f"It has {', '.join(packages)}." if packages else f"Check the address: there is no {INDEX} there."
    return InputError(store.url, f"there is no package {name!r} in the store", remedy)
