"""Guarded patterns find what bare ones find, and are tried only where they may match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.extract.folding import fold_in_place
from minutier.extract.prefilter import Cues, guard, required

PATTERNS = [
    r"(?<!\w)(?:au premier tour|au second tour|finale)(?!\w)",
    r"[ée]lu(?:e|s|es)?(?: \w+){0,2} (?:dès|hier)",
    r"(?:in the )?(?:first|second) round|run-?off",
    r"(?:doubl|tripl)\w*|(?:deux|trois) fois (?:plus|moins)",
    r"(?:sur)+ (?:dix|cent)",
    r"\d+ (?:voix|sièges)",
    r"au (?:(?!))",
]
SPOKEN = (
    *("au premier tour", "FINALE", "Élu", "élue hier", "elu dès", "run-off", "runoff", "Doublé", "surSUR DIX", "trois"),
    *("fois plus", "12 voix", "la", " ", ".", "’", "ſur", "İl", "ﬁnale", "in the first", "round"),
)


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"(?<!\w)(?:sondages?|enquête)(?!\w)", {"sondage", "enquete"}),
        (r"(?:a|ont) (?:[ée]t[ée] )?battus?", {"battu"}),
        (r"dans l['’]urne", {"dans l'urne"}),
        (r"\w+ (?:pour|contre|à)", None),
        (r"\d+", None),
        (r"(?:exit poll)?", None),
        (r"le (?:(?!))", set()),
        (r"(?i:LEAVE)[^.]*remain", {"remain"}),
    ],
)
def test_the_literals_of_a_pattern_are_read_off_it(pattern: str, literals: set[str] | None) -> None:
    assert required(re.compile(pattern)) == literals


@given(words=st.lists(st.sampled_from(SPOKEN), max_size=12), bounds=st.tuples(st.integers(0, 60), st.integers(0, 60)))
@settings(deadline=None)
def test_a_guarded_pattern_finds_what_the_bare_one_finds(words: list[str], bounds: tuple[int, int]) -> None:
    text = " ".join(words)
    start, end = min(bounds), min(max(bounds), len(text))
    cues = Cues(text, "xx")
    for source in PATTERNS:
        for flags in (0, re.IGNORECASE):
            bare = re.compile(source, flags)
            guarded = guard(bare, "xx")
            expected = [m.span() for m in bare.finditer(text, start, end)]
            assert [m.span() for m in guarded.finditer(cues, start, end)] == expected
            first = guarded.search(cues, start, end)
            assert ([first.span()] if first else []) == expected[:1]
            there = guarded.match(cues, start, end)
            assert (there and there.span()) == ((m := bare.match(text, start, end)) and m.span())
            assert guarded.may_match(cues, start, end) or not expected
            passage = text[start:end]
            assert bool(guarded.within(passage, cues.between(start, end))) == bool(bare.search(passage))


def test_a_pattern_is_not_tried_where_none_of_its_literals_stands() -> None:
    cues = Cues("Rien à dire du premier tour. Le second tour, lui, est connu.", "xx")
    second = guard(re.compile("second tour"), "xx")
    assert not cues.between(0, 27) & second.bit
    assert cues.between(28, 60) & second.bit


def test_a_pattern_guarded_after_the_document_was_read_is_found_in_it() -> None:
    cues = Cues("Une surprise à Guéret.", "xx")
    cues.between(0, 10)
    late = guard(re.compile("surprise à"), "xx").search(cues, 0, 22)
    assert late is not None
    assert late.span() == (4, 14)


@given(st.text(max_size=40))
@settings(deadline=None)
def test_text_folded_in_place_has_the_same_length(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)
