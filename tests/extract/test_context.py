"""What the rules may look at besides an entry: its sentences."""

from __future__ import annotations

import pytest

from extracting import context, read


def test_text_without_stops_is_cut_at_spaces() -> None:
    text = "Martin 12 % " * 1000
    passages = context(text.strip())
    sentences = passages.sentences(passages.entries[0])
    assert all(end - start <= 5000 for start, end in sentences)
    assert " ".join(passages.text[start:end] for start, end in sentences) == text.strip()


def test_a_word_longer_than_any_sentence_is_cut_too() -> None:
    passages = context("x" * 12_000)
    assert [end - start for start, end in passages.sentences(passages.entries[0])] == [5000, 5000, 2000]


def test_an_entry_far_too_long_for_a_post_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutier.extract.LONGEST_ENTRY", 100)
    found = read("Jeanne Martin obtient 12 %. " * 20, "Paul Durand obtient 8 %.")
    assert [row["option"] for row in found.rows["vote_results"]] == ["Paul Durand"]
    assert [(issue.code, entry) for issue, entry in found.issues] == [("entry-too-long", "e0")]
