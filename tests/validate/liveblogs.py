"""A small live-blog package in which every rule across tables holds, to be broken one rule at a time."""

from __future__ import annotations

import copy
import csv
import hashlib
import io
from pathlib import Path
from typing import Any

from minutier.tables import TABLES, schema

from .packages import write_package

Rows = dict[str, list[dict[str, Any]]]

TEXTS = (
    "La soirée du second tour, minute par minute",
    "« C’est une belle victoire.\n\n« Merci à tous », lance Jeanne Martin",
    "Jeanne Martin obtient 60,2 % et Paul Durand 39,8 % sur 40 % des bureaux",
    "Participation : 41,5 % à 17 heures, à Lyon 30,1 %",
    "Anne Petit appelle à voter Jeanne Martin. Participation de 30,2 % à midi",
)


def package() -> Rows:
    """The rows of each table; texts are those of TEXTS, the latest printed first."""
    entries, place = [], 0
    for number, text in enumerate(TEXTS):
        position = 1 if number == 0 else len(TEXTS) - number + 1
        entries.append(
            {
                "entry_id": f"soir.{number}",
                "liveblog_id": "soir",
                "position": position,
                "section": "update" if number else "lead",
                "time_label": f"{18 + position}h00" if number else "",
                "date_published": f"2017-01-29T{17 + position}:00:00+01:00" if number else "",
                "text": text,
                "char_start": place,
                "char_end": place + len(text),
                "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
                "is_pinned": "false",
                "is_correction": "false",
            }
        )
        place += len(text) + 7
    rows: Rows = {table: [] for table in TABLES}
    rows["entries"] = entries
    rows["contests"] = [{"contest_id": "fr-primaire-2017", "round": 2, "election_type": "primary", "country": "FR"}]
    rows["liveblogs"] = [
        {
            "liveblog_id": "soir",
            "language": "fr",
            "timezone": "Europe/Paris",
            "coverage_start": "2017-01-29T18:00:00+01:00",
            "coverage_end": "2017-01-29T23:00:00+01:00",
            "contest_id": "fr-primaire-2017",
            "round": 2,
            "entry_order": "newest_first",
            "text_policy": "full",
            "char_count": place,
            "text_sha256": "0" * 64,
        }
    ]
    rows["people"] = [
        {"person_id": name.lower().replace(" ", "-"), "name": name, "kind": "person"}
        for name in ("Jeanne Martin", "Paul Durand", "Anne Petit")
    ]
    rows["quotes"] = [_quote(entries[1])]
    rows["vote_results"] = [
        _result(entries[2], "Jeanne Martin", "60,2"),
        _result(entries[2], "Paul Durand", "39,8"),
    ]
    rows["participation_snapshots"] = [
        _turnout(entries[4], "30,2", "2017-01-29T12:00:00+01:00"),
        _turnout(entries[3], "41,5", "2017-01-29T17:00:00+01:00"),
        _turnout(entries[3], "30,1", "2017-01-29T17:00:00+01:00", "Lyon"),
    ]
    rows["endorsements"] = [_endorsement(entries[4])]
    return rows


def _fact(entry: dict[str, Any], words: str, identifier: str) -> dict[str, Any]:
    start = entry["char_start"] + entry["text"].index(words)
    return {
        identifier: f"{identifier}-{entry['entry_id']}-{words}",
        "entry_id": entry["entry_id"],
        "liveblog_id": "soir",
        "char_start": start,
        "char_end": start + len(words),
        "rule": "plain.rule",
    }


def _quote(entry: dict[str, Any]) -> dict[str, Any]:
    printed = "C’est une belle victoire.\n\n« Merci à tous"
    cue, label = "lance", "Jeanne Martin"
    start, text = entry["char_start"], entry["text"]
    return _fact(entry, printed, "quote_id") | {
        "position": 1,
        "quote": "C’est une belle victoire.\n\nMerci à tous",
        "quote_type": "sentence",
        "speaker": label,
        "speaker_id": "jeanne-martin",
        "speaker_label": label,
        "speaker_type": "person",
        "cue": cue,
        "speaker_char_start": start + text.index(label),
        "speaker_char_end": start + text.index(label) + len(label),
        "cue_char_start": start + text.index(cue),
        "cue_char_end": start + text.index(cue) + len(cue),
    }


def _result(entry: dict[str, Any], option: str, figure: str) -> dict[str, Any]:
    return _fact(entry, figure, "vote_result_id") | {
        "contest_id": "fr-primaire-2017",
        "round": 2,
        "option": option,
        "option_id": option.lower().replace(" ", "-"),
        "option_type": "candidate",
        "vote_pct": figure.replace(",", "."),
        "is_approximate": "false",
        "result_stage": "partial",
        "counted_pct": 40,
        "sub_units_reported": 40,
        "total_sub_units": 100,
    }


def _turnout(entry: dict[str, Any], figure: str, as_of: str, area: str = "") -> dict[str, Any]:
    return _fact(entry, figure, "participation_snapshot_id") | {
        "contest_id": "fr-primaire-2017",
        "round": 2,
        "gp_unit": area,
        "gp_unit_type": "municipality" if area else "",
        "as_of": as_of,
        "turnout_pct": figure.replace(",", "."),
        "voters": 1000 if not area else 200,
        "reported_as": "turnout",
        "is_baseline": "false",
        "is_approximate": "false",
        "stage": "measured",
    }


def _endorsement(entry: dict[str, Any]) -> dict[str, Any]:
    return _fact(entry, "appelle à voter", "endorsement_id") | {
        "contest_id": "fr-primaire-2017",
        "round": 2,
        "endorser": "Anne Petit",
        "endorser_id": "anne-petit",
        "endorsee": "Jeanne Martin",
        "endorsee_id": "jeanne-martin",
        "stance": "support",
        "endorsement_status": "declared",
        "cue": "appelle à voter",
    }


def write(folder: Path, rows: Rows) -> Path:
    """Write the tables with their published schemas."""
    files: dict[str, bytes | str] = {}
    resources = []
    for table in TABLES:
        text = io.StringIO()
        writer = csv.DictWriter(text, schema(table).columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows[table])
        files[f"{table}.csv"] = text.getvalue()
        resources.append(
            {
                "name": table,
                "type": "table",
                "path": f"{table}.csv",
                "schema": copy.deepcopy(schema(table).descriptor),
            }
        )
    return write_package(folder, resources, files)
