"""minutier judges packages as frictionless does; where it does not, the standard decides and the docs say so."""

from __future__ import annotations

import base64
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minutier import yaml

from .judges import frictionless, ours
from .packages import KINDS, Kind, generated, table

SEEDS = 360
HERE = Path(__file__).resolve().parent
PAGE = HERE.parent.parent / "docs" / "reference" / "validation.md"
DISAGREEMENTS: list[dict[str, Any]] = yaml.load((HERE / "disagreements.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("first", range(0, SEEDS, 30))
def test_generated_packages_are_judged_alike(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 30):
        path = generated(seed).write(tmp_path / str(seed))
        assert ours(path) == frictionless(path), f"seed {seed}"


def test_the_generated_packages_are_of_every_kind(tmp_path: Path) -> None:
    """Every type is met, right and wrong packages, and every error type that rows and headers can have."""
    met: Counter[str] = Counter()
    valid = 0
    for seed in range(SEEDS):
        case = generated(seed)
        met.update(field["type"] for field in case.resources[0]["schema"]["fields"])
        said = ours(case.write(tmp_path / str(seed)))
        valid += not said
        met.update({place[1] for place in said})
    assert {kind.type for kind in KINDS} <= set(met)
    assert 50 < valid < SEEDS - 100
    wanted = (
        "type-error constraint-error unique-error primary-key foreign-key extra-cell missing-cell blank-row "
        "blank-label duplicate-label incorrect-label extra-label missing-label byte-count"
    )
    assert not set(wanted.split()) - set(met)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters='\x00"\r\n,', exclude_categories=["Cs", "Cc", "Nd"]),
    max_size=12,
)
# Digits of other scripts, underscores, zeros left out and the like are listed as disagreements.
NUMBERS = st.from_regex(r"\A-?[0-9]{1,25}(\.[0-9]{1,4})?([eE]-?[0-9]{1,2})?\Z")
DATES = st.from_regex(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|\+0[0-9]:00)?)?\Z")
DURATIONS = st.from_regex(r"\AP([1-9]Y)?([1-9]M)?([1-9]D)?(T([1-9]H)([1-9]M)?([1-9]S)?)?\Z")
JSON = st.from_regex(r'\A[\[{]("[a-z]{1,3}"|[0-9]|:|, |\]|\}|\[|\{){0,6}[\]}]\Z')
CELLS = st.one_of(TEXTS, NUMBERS, DATES, DURATIONS, JSON, st.sampled_from([c for k in KINDS for c in k.good + k.bad]))
FREE = [kind for kind in KINDS if "any" not in kind.options.get("format", "") and kind.type not in ("geojson",)]


def _is_listed(kind: Kind, cell: str) -> bool:
    """Cells on which the validators are known to differ: see disagreements.yaml."""
    form = kind.options.get("format")
    if form == "binary" or form in ("email", "uri"):
        return True  # frictionless is looser with base64, and asks libraries with views of their own on the others
    if kind.type in ("number", "integer", "geopoint") and (
        "_" in cell or "inf" in cell.lower() or "nan" in cell.lower()
    ):
        return True
    return kind.type == "datetime" and (" " in cell or cell[:4] == "0000")


@given(kind=st.sampled_from(FREE), cells=st.lists(CELLS, min_size=1, max_size=12))
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(kind=KINDS[0], cells=["x\u2028y", "\ufeff", " "])
@example(kind=KINDS[5], cells=["9" * 30, "-0", "00", "+1", " 7 "])
def test_any_cell_is_judged_alike(tmp_path: Path, kind: Kind, cells: list[str]) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "cell", "type": kind.type, **kind.options}]
    kept = [cell for cell in cells if not _is_listed(kind, cell)]
    quoted = [cell.replace('"', '""') for cell in kept]
    text = "id,cell\n" + "".join(f'{number},"{cell}"\n' for number, cell in enumerate(quoted))
    dialect = {"delimiter": ",", "headerRows": [1], "quoteChar": '"', "skipInitialSpace": False}
    path = table(tmp_path, fields, text, dialect)
    assert ours(path) == frictionless(path)


@pytest.mark.parametrize("case", DISAGREEMENTS, ids=lambda case: case["name"])
def test_a_listed_disagreement_is_one(case: dict[str, Any], tmp_path: Path) -> None:
    dialect = case.get("dialect", {"delimiter": ",", "headerRows": [1], "quoteChar": '"', "skipInitialSpace": False})
    text = base64.b64decode(case["base64"]) if "base64" in case else case["text"]
    path = table(tmp_path, case["fields"], text, dialect or None, case.get("resource"), **case.get("schema", {}))
    assert sorted(_types(ours(path))) == sorted(case["minutier"])
    assert sorted(_types(frictionless(path))) == sorted(case["frictionless"])


def _types(said: Counter[tuple[Any, ...]]) -> list[str]:
    return [place[1] for place in said.elements()]


@pytest.mark.parametrize("case", DISAGREEMENTS, ids=lambda case: case["name"])
def test_the_page_lists_the_disagreement(case: dict[str, Any]) -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert " ".join(case["what"].split()) in page
    assert " ".join(case["decides"].split()) in page
