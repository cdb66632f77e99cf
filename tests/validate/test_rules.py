"""The rules across tables: each holds on a sound package and tells the row that breaks it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from minutier.errors import InputError
from minutier.validate import delimited, engine, rulebook, validate_package
from minutier.validate.rulebook import read_rule, shipped_rules

from .liveblogs import Rows, package, write
from .packages import table, write_package

Break = Callable[[Rows], None]
ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_sound_package_breaks_no_rule(tmp_path: Path) -> None:
    report = validate_package(write(tmp_path, package()))
    assert [(one.rule or one.type, one.row, one.message) for one in report.findings if one.severity != "info"] == []
    assert set(report.rules) == {rule.name for rule in shipped_rules()}


def change(table: str, row: int, **values: Any) -> Break:
    """A change of one row, counted from 0."""

    def broken(rows: Rows) -> None:
        rows[table][row] |= values

    return broken


def add(table: str, like: int, **values: Any) -> Break:
    """One more row, like another."""

    def broken(rows: Rows) -> None:
        key = next(iter(rows[table][like]))
        rows[table].append(rows[table][like] | {key: "another"} | values)

    return broken


def both(*breaks: Break) -> Break:
    def broken(rows: Rows) -> None:
        for one in breaks:
            one(rows)

    return broken


final = change("vote_results", 0, result_stage="final")
BREAKS: dict[str, tuple[Break, str, int]] = {
    "entry-text-matches-offsets": (change("entries", 1, text="Autre texte"), "entries", 3),
    "quote-matches-offsets": (change("quotes", 0, quote="Merci à personne"), "quotes", 2),
    "attribution-matches-offsets": (change("quotes", 0, cue="dit"), "quotes", 2),
    "endorsement-matches-offsets": (change("endorsements", 0, cue="vote pour"), "endorsements", 2),
    "quotes-inside-entry": (change("quotes", 0, char_end=9999), "quotes", 2),
    "vote-results-inside-entry": (change("vote_results", 1, char_start=0), "vote_results", 3),
    "participation-snapshots-inside-entry": (
        change("participation_snapshots", 0, char_end=9999),
        "participation_snapshots",
        2,
    ),
    "endorsements-inside-entry": (change("endorsements", 0, char_end=9999), "endorsements", 2),
    "quotes-of-entrys-liveblog": (change("quotes", 0, liveblog_id="autre"), "quotes", 2),
    "vote-results-of-entrys-liveblog": (change("vote_results", 0, liveblog_id="autre"), "vote_results", 2),
    "participation-snapshots-of-entrys-liveblog": (
        change("participation_snapshots", 1, liveblog_id="autre"),
        "participation_snapshots",
        3,
    ),
    "endorsements-of-entrys-liveblog": (change("endorsements", 0, liveblog_id="autre"), "endorsements", 2),
    "entry-inside-document": (change("liveblogs", 0, char_count=10), "entries", 2),
    "entry-inside-coverage": (change("liveblogs", 0, coverage_end="2017-01-29T21:30:00+01:00"), "entries", 3),
    "positions-follow-dates": (
        change("entries", 2, date_published="2017-01-29T18:30:00+01:00"),
        "entries",
        4,
    ),
    "positions-are-distinct": (change("entries", 2, position=2), "entries", 4),
    "offsets-follow-order": (change("liveblogs", 0, entry_order="oldest_first"), "entries", 3),
    "quotes-in-order": (add("quotes", 0, position=2, char_start=50), "quotes", 3),
    "shares-sum-to-100": (change("vote_results", 1, vote_pct=41), "vote_results", 2),
    "result-ranges-rise": (change("vote_results", 0, seats_min=5, seats_max=4), "vote_results", 2),
    "participation-ranges-rise": (
        change("participation_snapshots", 0, voters_min=5, voters_max=4),
        "participation_snapshots",
        2,
    ),
    "stations-reported-exceed-total": (change("vote_results", 0, sub_units_reported=101), "vote_results", 2),
    "votes-of-area-exceed-whole": (
        both(
            change("vote_results", 0, result_stage="final", votes=100),
            add("vote_results", 0, gp_unit="Lyon", votes=101, vote_pct=""),
        ),
        "vote_results",
        4,
    ),
    "votes-exceed-voters": (
        both(change("participation_snapshots", 1, stage="final"), change("vote_results", 0, votes=1001)),
        "vote_results",
        2,
    ),
    "voters-of-area-exceed-whole": (
        change("participation_snapshots", 2, voters=1001),
        "participation_snapshots",
        4,
    ),
    "participation-never-falls": (
        change("participation_snapshots", 1, turnout_pct=30.1),
        "participation_snapshots",
        3,
    ),
    "later-count-has-fewer-stations": (
        add("vote_results", 0, entry_id="soir.1", counted_pct=39, vote_pct=""),
        "vote_results",
        4,
    ),
    "final-figures-agree": (
        both(final, add("vote_results", 0, entry_id="soir.1", result_stage="final", vote_pct=61)),
        "vote_results",
        4,
    ),
    "stage-never-goes-back": (
        both(final, add("vote_results", 0, entry_id="soir.1", result_stage="projection")),
        "vote_results",
        4,
    ),
    "speaker-leads-to-people": (change("quotes", 0, speaker_id=""), "quotes", 2),
    "option-leads-to-people": (change("vote_results", 1, option_id=""), "vote_results", 3),
    "endorsement-leads-to-people": (change("endorsements", 0, endorsee_id=""), "endorsements", 2),
    "measured-before-it-is-said": (
        change("participation_snapshots", 1, as_of="2017-01-29T23:00:00+01:00"),
        "participation_snapshots",
        3,
    ),
}


@pytest.mark.parametrize("rule", [rule.name for rule in shipped_rules()])
def test_a_broken_rule_is_told_with_its_row(rule: str, tmp_path: Path) -> None:
    break_it, table, row = BREAKS[rule]
    rows = package()
    break_it(rows)
    report = validate_package(write(tmp_path, rows))
    found = [one for one in report.findings if one.rule == rule]
    assert (table, row) in {(one.resource, one.row) for one in found}
    assert all(one.type == "rule" and one.message and one.remedy for one in found)
    assert report.valid is (found[0].severity == "warning")


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_columns_kept_in_files_tell_the_same(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large packages: many blocks, whose columns go to a temporary folder that is removed afterwards."""
    rows = package()
    for broken, _, _ in BREAKS.values():
        broken(rows)
    path = write(tmp_path / "package", rows)
    if form == "parquet":
        as_parquet(path)
    whole = validate_package(path, limit=None)
    assert len({finding.rule for finding in whole.findings if finding.type == "rule"}) > 20
    monkeypatch.setattr(rulebook, "HELD", 0)
    monkeypatch.setattr(engine, "LIGHT", 0)
    monkeypatch.setattr(delimited, "BLOCK", 200)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    assert validate_package(path, limit=None) == whole
    assert list((tmp_path / "temporary").iterdir()) == []


def as_parquet(path: Path) -> None:
    """Put Parquet files, typed by Arrow, in the place of the CSV files of a package."""
    descriptor = json.loads(path.read_text())
    for resource in descriptor["resources"]:
        file = path.parent / resource["path"]
        texts = [one["name"] for one in resource["schema"]["fields"] if one["type"] in ("string", "any")]
        options = pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(texts, pa.string()), strings_can_be_null=True, null_values=[""]
        )
        parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
        pq.write_table(pyarrow.csv.read_csv(file, parse_options=parse, convert_options=options), f"{file}.parquet")
        resource |= {"path": f"{resource['path']}.parquet", "format": "parquet"}
    path.write_text(json.dumps(descriptor))


SOUND: dict[str, Break] = {
    "shares that sum to more by rounding": both(
        change("vote_results", 0, vote_pct=60.5), change("vote_results", 1, vote_pct=39.6)
    ),
    "one final figure, rounded twice": both(
        final,
        add(
            "vote_results",
            0,
            entry_id="soir.1",
            char_start=55,
            char_end=59,
            result_stage="final",
            vote_pct=60,
        ),
    ),
    "participation that falls in a correction": both(
        change("participation_snapshots", 1, turnout_pct=30.1), change("entries", 3, is_correction="true")
    ),
    "a stage that goes back and says so": both(
        final,
        add("vote_results", 0, entry_id="soir.1", char_start=55, char_end=59, result_stage="projection"),
        lambda rows: rows["issues"].append(
            {
                "issue_id": "i",
                "liveblog_id": "soir",
                "entry_id": "soir.1",
                "stage": "extract",
                "severity": "info",
                "code": "stage-goes-back",
                "message": "a projection again",
            }
        ),
    ),
    "a figure of the first round": add("vote_results", 0, round=1, vote_pct=36.03, counted_pct=""),
    "an anonymous speaker": change("quotes", 0, speaker_id="", speaker_type="anonymous"),
    "an answer without an identifier": change("vote_results", 1, option_id="", option_type="answer"),
    "withheld texts": lambda rows: [entry.update(text="") for entry in rows["entries"]].clear(),
    "a mixed order": change("liveblogs", 0, entry_order="mixed"),
    "a range beside a share": add("vote_results", 0, vote_pct="", vote_pct_min=55, vote_pct_max=60, counted_pct=40),
}


@pytest.mark.parametrize("case", SOUND)
def test_what_rules_allow(case: str, tmp_path: Path) -> None:
    rows = package()
    SOUND[case](rows)
    report = validate_package(write(tmp_path, rows))
    assert [(one.rule, one.row, one.message) for one in report.findings if one.type == "rule"] == []


def test_decomposed_letters_emoji_and_spaces_keep_offsets(tmp_path: Path) -> None:
    import unicodedata

    rows = package()
    text = unicodedata.normalize("NFD", "😀 «\u00a0Été à\u202fÉvry\u00a0», dit Léa")
    words = text[3:].split("»")[0].lstrip("«").strip("\u00a0")
    entry = rows["entries"][-1]
    import hashlib

    rows["participation_snapshots"] = rows["participation_snapshots"][1:]
    rows["endorsements"] = []
    start = entry["char_start"]
    entry |= {
        "text": text,
        "char_end": start + len(text),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    rows["liveblogs"][0]["char_count"] += 100
    place = start + text.index(words)
    quote = {"quote_id": "q", "entry_id": entry["entry_id"], "liveblog_id": "soir", "position": 1, "rule": "r",
             "quote": words, "quote_type": "sentence", "char_start": place, "char_end": place + len(words)}  # fmt: skip
    rows["quotes"].append(quote)
    report = validate_package(write(tmp_path / "right", rows))
    assert [one.message for one in report.findings if one.severity == "error"] == []
    rows["quotes"][-1]["char_start"] -= 1
    rows["quotes"][-1]["char_end"] -= 1
    report = validate_package(write(tmp_path / "wrong", rows))
    assert [one.rule for one in report.findings if one.severity == "error"] == ["quote-matches-offsets"]


def test_rules_of_ones_own(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "short-names.sql").write_text(
        "/*\nseverity: warning\ntable: people\nfield: name\ntables:\n  people: [name]\n"
        "message: the name {value!r} is short\nremedy: write it in full\n*/\n"
        "SELECT _row AS row, name AS value FROM people WHERE length(name) < 11\n"
    )
    path = write(tmp_path / "package", package())
    report = validate_package(path, rules=folder)
    assert [(one.rule, one.row, one.message) for one in report.findings if one.type == "rule"] == [
        ("short-names", 4, "the name 'Anne Petit' is short")
    ]
    assert "short-names" in report.rules
    assert report.valid
    assert validate_package(path, rules=False, rule_folders=[folder]).rules == ("short-names",)
    assert validate_package(path, rules=False).rules == ()


TYPED = [
    {"name": "n", "type": "integer", "groupChar": " "},
    {"name": "share", "type": "number", "decimalChar": ",", "groupChar": "."},
    {"name": "flag", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
    {"name": "day", "type": "date", "format": "%d/%m/%Y"},
    {"name": "moment", "type": "datetime"},
]
TYPED_ROWS = (
    'n,share,flag,day,moment\n1 234,"1.234,5",oui,29/01/2017,2017-01-29T20:00:00+01:00\n'
    '-5,"0,5",non,06/05/2012,2012-05-06T24:00:00\n99999999999999999999,,,,\nx,x,x,x,x\n'
)
SEEN = "SELECT _row AS row, concat_ws(';', n, share, flag, day, epoch(moment)) AS value FROM data"


def test_a_rule_reads_what_cells_mean(tmp_path: Path) -> None:
    """Decimal commas, words for true, days by a format: the values, not the texts; null for what is none."""
    folder = tmp_path / "rules"
    folder.mkdir()
    columns = ", ".join(one["name"] for one in TYPED)
    (folder / "seen.sql").write_text(
        f"/*\ntable: data\ntables:\n  data: [{columns}]\nmessage: seen\nseverity: info\n*/\n{SEEN}\n"
    )
    path = table(tmp_path / "package", TYPED, TYPED_ROWS)
    seen = [one.value for one in validate_package(path, rules=folder).findings if one.type == "rule"]
    assert seen == [
        "1234;1234.5;true;2017-01-29;1485716400.0",
        "-5;0.5;false;2012-05-06;1336348800.0",
        "",
        "",
    ]


def test_a_rule_reads_the_same_of_every_format(tmp_path: Path) -> None:
    """CSV, Parquet and JSON: one value, whatever holds it."""
    import datetime as dt

    kinds = {"n": "integer", "share": "number", "flag": "boolean", "day": "date", "moment": "datetime"}
    fields = [{"name": name, "type": kind} for name, kind in kinds.items()]
    columns = {
        "n": pa.array([7, None], pa.int16()),
        "share": pa.array(["0.50", None]).cast(pa.decimal128(5, 2)),
        "flag": pa.array([True, None]),
        "day": pa.array([dt.date(2017, 1, 29), None]),
        "moment": pa.array([dt.datetime(2017, 1, 29, 19), None], pa.timestamp("ns")),
    }
    package = tmp_path / "package"
    package.mkdir()
    pq.write_table(pa.table(columns), package / "p.parquet")
    row = {"n": 7, "share": 0.5, "flag": True, "day": "2017-01-29", "moment": "2017-01-29T20:00:00+01:00"}
    resources = [
        {"name": name, "path": name.replace("_", "."), "type": "table", "schema": {"fields": fields}}
        for name in ("c_csv", "j_json", "p_parquet")
    ]
    files: dict[str, bytes | str] = {
        "c.csv": "n,share,flag,day,moment\n7,0.5,true,2017-01-29,2017-01-29T20:00:00+01:00\n,,,,\n",
        "j.json": json.dumps([row, {**dict.fromkeys(row), "n": None}]),
    }
    folder = tmp_path / "rules"
    folder.mkdir()
    for one in resources:
        query = SEEN.replace("FROM data", f"FROM {one['name']}")
        head = f"table: {one['name']}\ntables:\n  {one['name']}: [{', '.join(row)}]\nmessage: seen\nseverity: info"
        (folder / f"{one['name']}.sql").write_text(f"/*\n{head}\n*/\n{query}\n")
    report = validate_package(write_package(package, resources, files), rules=folder)
    seen = {(one.rule, one.row): one.value for one in report.findings if one.type == "rule"}
    assert set(seen) == {(name, row) for name in ("c_csv", "j_json", "p_parquet") for row in (2, 3)}
    assert {value for (_, row), value in seen.items() if row == 2} == {"7;0.5;true;2017-01-29;1485716400.0"}
    assert {value for (_, row), value in seen.items() if row == 3} == {""}


def test_rules_are_set_aside_where_their_tables_are_not(tmp_path: Path) -> None:
    fields = [{"name": "speaker", "type": "string"}]
    resources = [{"name": "quotes", "path": "q.csv", "schema": {"fields": fields}}]
    report = validate_package(write_package(tmp_path, resources, {"q.csv": "speaker\nX\n"}))
    assert report.rules == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT 1", "does not begin with a comment"),
        ("/*\n[\n*/ SELECT 1", "not YAML"),
        ("/*\ntable: a\ntables: {a: [b]}\n*/ SELECT 1", "'message' is missing"),
        ("/*\ntable: a\ntables: {a: [b]}\nmessage: m\ncolour: red\n*/ SELECT 1", "'colour' is unknown"),
        ("/*\ntable: a\ntables: [a]\nmessage: m\n*/ SELECT 1", "does not map"),
        ("/*\ntable: a\ntables: {a: [b]}\nmessage: m\nseverity: bad\n*/ SELECT 1", "severity"),
    ],
)
def test_a_rule_that_is_none_is_told(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_rule("mine", text, "mine.sql")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT nothing FROM people",
        "SELECT _row AS row, {x} FROM people",
        "SELECT _row AS row FROM read_csv('/etc/passwd')",
    ],
)
def test_a_query_that_fails_or_reads_files_is_told(sql: str, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "bad.sql").write_text(f"/*\ntable: people\ntables:\n  people: [name]\nmessage: m\n*/\n{sql}\n")
    with pytest.raises(InputError, match="query fails"):
        validate_package(write(tmp_path / "package", package()), rules=folder)
