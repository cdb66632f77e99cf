"""Stands told by turns of phrase: who is counted on, who declines, who does as others do, and what a correction takes
back.
"""

from __future__ import annotations

import pytest

from extracting import rows

LEADS = {
    "en": "Democratic primary: Joe Biden, the former vice president, leads Bernie Sanders.",
    "fr": "Régionales, second tour : Marie Dufay (PS), Gilles Platret (LR), Julien Odoul (RN).",
}
NIGHTS = {
    "en": {"round": 1, "election_type": "primary", "day": "2020-02-29"},
    "fr": {"round": 2, "election_type": "other", "day": "2021-06-27"},
}


def sides(text: str, lang: str) -> str:
    """``endorser > endorsee`` of each row that a post tells, opposition marked."""
    told = rows("endorsements", LEADS[lang], text, lang=lang, **NIGHTS[lang])  # type: ignore[arg-type]
    found = [row for row in told if row["entry_id"] == "e1"]
    return "; ".join(
        f"{r['endorser']} > {r['endorsee'] or '-'}" + (" (against)" if r["stance"] == "oppose" else "") for r in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joe Biden can call on the outgoing senator, Jim Hodges.", "Jim Hodges > Joe Biden"),
        (
            "Joe Biden can count on Jim Hodges, on Ann Lee and on Bill Hall.",
            "Jim Hodges > Joe Biden; Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        ("Joe Biden already has one supporter in Jim Hodges.", "Jim Hodges > Joe Biden"),
        ("Ann Lee backs Joe Biden; so does New York Mayor Bill Hall.", "Ann Lee > Joe Biden; Bill Hall > Joe Biden"),
        (
            "Ann Lee has come out for Joe Biden. Bill Hall had beaten her to it.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        (
            "Ann Lee switched to Joe Biden in May. Bill Hall made the same journey.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        (
            "Ben Hall was a Sanders man. Andy Street plumped for Joe Biden.",
            "Ben Hall > Bernie Sanders; Andy Street > Joe Biden",
        ),
        ("Ann Lee named no favorite among her former rivals.", "Ann Lee > -"),
        ("Ann Lee said she wouldn’t be telling anyone what to do.", "Ann Lee > -"),
        ("Ann Lee declined to tell her voters which of the two to favor.", "Ann Lee > -"),
        ("Bernie Sanders spoke. The Vermonter took the stage.", ""),
        # what is no stand
        ("Ann Lee dismissed talk of standing aside for Joe Biden.", ""),
        ("Ann Lee batted away the idea of endorsing Joe Biden.", ""),
        ("“I would like to thank my base for voting for Joe Biden,” said Ann Lee.", ""),
        ("Mail ballots favor Joe Biden.", ""),
        ("We wrongly said earlier that Ann Lee backs Joe Biden.", ""),
        ("Bill Hall had beaten her at chess.", ""),
    ],
)
def test_turns_of_phrase_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bastien Faudot a appelé à voter Dufay. Claire Rocher s'y est refusée.",
            "Bastien Faudot > Marie Dufay; Claire Rocher > -",
        ),
        (
            "L'union régionale de la CFDT appelle à faire barrage à Julien Odoul.",
            "L'union régionale de la CFDT > Julien Odoul (against)",
        ),
        ("Le sénateur François Patriat ne jure que par Gilles Platret.", "François Patriat > Gilles Platret"),
        (
            "Luc Petit se désiste au profit de Gilles Platret. « On ne vote pas pour lui, on vote contre eux. »",
            "Luc Petit > Gilles Platret",
        ),
        # an institute takes no stand, and a correction takes one back
        ("L'institut Ipsos ne tranche pas.", ""),
        (
            "Nous écrivions à 21h que Luc Petit ne donnait aucune consigne. C'est inexact : il votera Gilles Platret.",
            "Luc Petit > Gilles Platret",
        ),
    ],
)
def test_turns_of_phrase_in_french(text: str, expected: str) -> None:
    assert sides(text, "fr") == expected
