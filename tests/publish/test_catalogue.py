"""Metadata for catalogues: made from the descriptor alone, and right by the judges of each vocabulary."""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutier.cli import run
from minutier.errors import ExitCode, InputError, OutputError
from minutier.publish.catalogue import FORMS, metadata, write_metadata
from publish.package_of_two import publish

ROOT = Path(__file__).resolve().parent.parent.parent
BASE = "https://example.org/two/"
DCAT = "http://www.w3.org/ns/dcat#"
DCT = "http://purl.org/dc/terms/"
TOLD: dict[str, Any] = {
    "id": "https://doi.org/10.5281/zenodo.1234567",
    "title": "Soirées électorales, « minute par minute »",
    "description": "Deux tables, & ce qu'on en dit.",
    "version": "2.1.0",
    "created": "2017-01-30T10:00:00Z",
    "homepage": "https://example.org/two",
    "keywords": ["élections", "live blog"],
    "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    "contributors": [
        {"title": "Jeanne Martin", "givenName": "Jeanne", "familyName": "Martin", "roles": ["author"]},
        {"title": "La Gazette", "path": "https://example.org", "email": "data@example.org", "roles": ["publisher"]},
    ],
    "sources": [{"title": "Haute Autorité", "path": "https://example.org/resultats"}, {"title": "A notebook"}],
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    publish(tmp_path, "one")
    tell(tmp_path, **TOLD)
    return tmp_path


def tell(folder: Path, **properties: Any) -> None:
    """Change properties of a descriptor; None takes one away."""
    path = folder / "datapackage.json"
    values = json.loads(path.read_text(encoding="utf-8")) | properties
    kept = {key: value for key, value in values.items() if value is not None}
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def test_the_files_of_the_repository_are_those_of_its_descriptor(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["metadata", str(ROOT), "--check"]) == ExitCode.OK, f"run minutier metadata: {capsys.readouterr().out}"


def test_schema_org(package: Path) -> None:
    said = json.loads(metadata(package, ["schema.org"])["schema.org.jsonld"])
    assert (said["@context"], said["@type"]) == ("https://schema.org/", "Dataset")
    assert [said[key] for key in ("name", "description", "version", "identifier", "dateModified", "url")] == [
        TOLD[key] for key in ("title", "description", "version", "id", "created", "homepage")
    ]
    assert said["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert said["creator"] == [
        {"@type": "Person", "name": "Jeanne Martin", "givenName": "Jeanne", "familyName": "Martin"}
    ]
    assert said["publisher"]["name"] == "La Gazette"
    for download in said["distribution"]:
        file = package / download["contentUrl"]
        assert download["contentSize"] == f"{file.stat().st_size} B"
        assert len(download["sha256"]) == 64
    assert {"contest_id", "aliases"} <= {variable["name"] for variable in said["variableMeasured"]}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_dcat_has_what_dcat_ap_demands(package: Path) -> None:
    from rdflib import RDF, Graph, Literal, URIRef

    graph = Graph().parse(data=metadata(package, ["dcat"])["dcat.jsonld"], format="json-ld", publicID=BASE)
    (dataset,) = graph.subjects(RDF.type, URIRef(f"{DCAT}Dataset"))
    assert dataset == URIRef(TOLD["homepage"])
    for name in ("title", "description"):
        assert list(graph.objects(dataset, URIRef(DCT + name))) == [Literal(TOLD[name])]
    (publisher,) = graph.objects(dataset, URIRef(f"{DCT}publisher"))
    assert (publisher, URIRef("http://xmlns.com/foaf/0.1/name"), Literal("La Gazette")) in graph
    assert len(list(graph.objects(dataset, URIRef(f"{DCAT}contactPoint")))) == 1
    files = list(graph.objects(dataset, URIRef(f"{DCAT}distribution")))
    assert len(files) == 4
    for file in files:
        assert (file, RDF.type, URIRef(f"{DCAT}Distribution")) in graph
        (address,) = graph.objects(file, URIRef(f"{DCAT}accessURL"))
        assert (package / str(address).removeprefix(BASE)).is_file()
        (license,) = graph.objects(file, URIRef(f"{DCT}license"))
        assert license == URIRef("https://creativecommons.org/licenses/by/4.0/")
        (size,) = graph.objects(file, URIRef(f"{DCAT}byteSize"))
        assert size.toPython() == (package / str(address).removeprefix(BASE)).stat().st_size


def test_croissant_is_valid_and_loads_the_rows(package: Path, caplog: pytest.LogCaptureFixture) -> None:
    write_metadata(metadata(package, ["croissant"]), package)
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("ignore")  # those of the judge's own libraries
        import mlcroissant

        dataset = mlcroissant.Dataset(package / "croissant.json")
        issues = dataset.metadata.ctx.issues
        assert not issues.errors and not issues.warnings
        assert [table.uuid for table in dataset.metadata.record_sets] == ["contests", "people"]
        rows = list(dataset.records("people"))
    assert len(rows) == 40
    assert rows[2]["people/name"].decode() == "Élodie « N°\u00a02 » 🗳 one"
    assert "@context" not in caplog.text


def test_citation(package: Path) -> None:
    text = metadata(package, ["citation"])["CITATION.cff"]
    cited = yaml.safe_load(text)
    assert text.startswith("# Made by minutier metadata")
    assert (cited["cff-version"], cited["type"], cited["title"]) == ("1.2.0", "dataset", TOLD["title"])
    assert cited["authors"] == [{"given-names": "Jeanne", "family-names": "Martin"}]
    assert (cited["version"], cited["license"], cited["doi"]) == ("2.1.0", "CC-BY-4.0", "10.5281/zenodo.1234567")
    assert str(cited["date-released"]) == "2017-01-30"


CFFCONVERT = shutil.which("cffconvert") or shutil.which("cffconvert", path=str(ROOT / ".venv-tools" / "bin"))


@pytest.mark.skipif(CFFCONVERT is None, reason="cffconvert is not there; it cannot live beside our jsonschema")
@pytest.mark.parametrize("which", ["the repository", "a package", "an organisation"])
def test_cffconvert_says_that_the_citation_is_valid(which: str, package: Path) -> None:
    if which == "an organisation":
        tell(package, contributors=TOLD["contributors"][1:], id=None, created=None, licenses=None)
    if which != "the repository":
        write_metadata(metadata(package, ["citation"]), package)
    folder = ROOT if which == "the repository" else package
    command = [str(CFFCONVERT), "--validate", "-i", str(folder / "CITATION.cff")]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_zenodo(package: Path) -> None:
    said = json.loads(metadata(package, ["zenodo"])[".zenodo.json"])
    assert said["creators"] == [{"name": "Martin, Jeanne"}]
    assert (said["upload_type"], said["access_right"], said["license"]) == ("dataset", "open", "CC-BY-4.0")
    assert said["description"] == "<p>Deux tables, &amp; ce qu'on en dit.</p>"
    assert [related["identifier"] for related in said["related_identifiers"]] == ["https://example.org/resultats"]


def test_what_the_descriptor_does_not_say_is_left_out(package: Path) -> None:
    bare = dict.fromkeys(("id", "created", "homepage", "keywords", "licenses", "sources"))
    tell(package, **bare, contributors=TOLD["contributors"][1:])
    for text in metadata(package).values():
        assert "null" not in text and '""' not in text and "None" not in text


def test_the_command_writes_once_and_says_when_a_file_is_stale(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {name for name, _ in FORMS.values()}
    assert run(["metadata", str(package), "--check"]) == ExitCode.FINDINGS
    assert capsys.readouterr().out.count("missing or stale") == len(names)
    assert run(["metadata", str(package)]) == ExitCode.OK
    assert names <= {path.name for path in package.iterdir()}
    assert run(["metadata", str(package), "--check"]) == ExitCode.OK
    before = {name: (package / name).stat().st_mtime_ns for name in names}
    assert run(["metadata", str(package)]) == ExitCode.OK
    assert {name: (package / name).stat().st_mtime_ns for name in names} == before
    tell(package, version="2.2.0")
    assert run(["metadata", str(package), "--check"]) == ExitCode.FINDINGS


def test_a_build_renews_the_files_that_were_made_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "night.txt").write_text(
        "20h40: La participation atteint 41,5%, selon la préfecture\n", encoding="utf-8"
    )
    manifest = tmp_path / "sources.yaml"
    text = (
        "package: {name: night, description: A night., version: 1.0.0, contributors: [{title: La Gazette}]}\n"
        "sources: [{path: night.txt, date: 2017-03-12, language: fr, timezone: Europe/Paris}]\n"
    )
    manifest.write_text(text, encoding="utf-8")
    folder = tmp_path / "night"
    build = ["build", "--manifest", str(manifest), "--out", str(folder)]
    assert run(build) == ExitCode.OK
    assert run(["metadata", str(folder), "--form", "citation"]) == ExitCode.OK
    (folder / ".zenodo.json").write_text("{}", encoding="utf-8")
    manifest.write_text(text.replace("1.0.0", "1.1.0"), encoding="utf-8")
    assert run(build) == ExitCode.OK
    assert "version: 1.1.0" in (folder / "CITATION.cff").read_text(encoding="utf-8")
    assert (folder / ".zenodo.json").read_text(encoding="utf-8") == "{}"
    assert not (folder / "croissant.json").exists()


def test_files_in_another_folder_lead_back_to_the_package(package: Path) -> None:
    target = package / "docs"
    assert run(["metadata", str(package), "--to", str(target), "--form", "schema.org"]) == ExitCode.OK
    assert [path.name for path in target.iterdir()] == ["schema.org.jsonld"]
    for download in json.loads((target / "schema.org.jsonld").read_text(encoding="utf-8"))["distribution"]:
        assert (target / download["contentUrl"]).is_file()


def test_a_file_that_somebody_wrote_is_not_replaced(package: Path) -> None:
    (package / "CITATION.cff").write_text("cff-version: 1.2.0\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"CITATION\.cff: is in the way"):
        write_metadata(metadata(package), package)
    assert not (package / ".zenodo.json").exists()
    assert write_metadata(metadata(package), package, force=True)


@pytest.mark.parametrize(("missing", "told"), [("description", "has no description"), ("contributors", "name nobody")])
def test_what_no_catalogue_does_without_is_told(package: Path, missing: str, told: str) -> None:
    tell(package, **{missing: None})
    with pytest.raises(InputError, match=told):
        metadata(package)
