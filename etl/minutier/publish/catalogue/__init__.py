"""Metadata for catalogues and search engines, all of it made from the one descriptor of a package.

Nothing here is written by hand twice: title, description, version, licences, people, files and columns are
read from ``datapackage.json`` and said again in the words of each vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from minutier.errors import OutputError
from minutier.publish.catalogue.citation import citation
from minutier.publish.catalogue.croissant import croissant
from minutier.publish.catalogue.dcat import dcat
from minutier.publish.catalogue.described import MARK, Described, described
from minutier.publish.catalogue.schema_org import schema_org
from minutier.publish.catalogue.zenodo import zenodo
from minutier.publish.descriptor import read_descriptor
from minutier.publish.folder import recover

FORMS: dict[str, tuple[str, Callable[[Described], str]]] = {
    "schema.org": ("schema.org.jsonld", schema_org),
    "dcat": ("dcat.jsonld", dcat),
    "croissant": ("croissant.json", croissant),
    "citation": ("CITATION.cff", citation),
    "zenodo": (".zenodo.json", zenodo),
}
"""Vocabulary → name of its file and the function that writes it."""


def metadata(folder: Path, forms: Sequence[str] = (), target: Path | None = None) -> dict[str, str]:
    """Name of each file → its text, for the package in ``folder``; all ``forms`` when none is named.

    ``target`` is the folder where they will stand, that of the package when left out: the addresses of files are
    relative to it. Raises InputError when there is no package, or its descriptor lacks what a form must have.
    """
    recover(folder)
    package = described(read_descriptor(folder), folder, target)
    return {name: write(package) for form, (name, write) in FORMS.items() if not forms or form in forms}


def stale(texts: dict[str, str], folder: Path) -> list[str]:
    """The names of the files in ``folder`` that are missing or do not say what they should."""
    return [name for name, text in texts.items() if _bytes(folder / name) != text.encode("utf-8")]


def write_metadata(texts: dict[str, str], folder: Path, *, force: bool = False) -> list[str]:
    """Write the files that are stale into ``folder``, each whole or not at all; their names.

    Raises OutputError when a file cannot be written, or (unless ``force``) one that minutier did not make is in
    the way; nothing is written then.
    """
    wanted = stale(texts, folder)
    for name in wanted:
        there = _bytes(folder / name)
        if there is not None and MARK.encode() not in there and not force:
            raise OutputError(
                str(folder / name),
                "is in the way: it was not made by minutier",
                "Move it away, or replace it with --force.",
            )
    for name in wanted:
        draft = folder / f"{name}.new"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(texts[name].encode("utf-8"))
            draft.replace(folder / name)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise OutputError(str(folder / name), f"cannot be written: {error.strerror}") from error
    return wanted


def renewed(folder: Path, package: Path) -> dict[str, str]:
    """The files in ``folder`` that were made from a descriptor, as they are for the one in ``package``: name → text.

    Raises InputError as ``metadata`` does.
    """
    forms = [form for form, (name, _) in FORMS.items() if MARK.encode() in (_bytes(folder / name) or b"")]
    return metadata(package, forms) if forms else {}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


__all__ = ["FORMS", "Described", "described", "metadata", "renewed", "stale", "write_metadata"]
