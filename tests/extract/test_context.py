"""What the rules may look at besides an entry: its sentences."""

from __future__ import annotations

from extracting import context


def test_text_without_stops_is_cut_at_spaces() -> None:
    text = "Martin 12 % " * 1000
    read = context(text.strip())
    sentences = read.sentences(read.entries[0])
    assert all(end - start <= 5000 for start, end in sentences)
    assert " ".join(read.text[start:end] for start, end in sentences) == text.strip()


def test_a_word_longer_than_any_sentence_is_cut_too() -> None:
    read = context("x" * 12_000)
    assert [end - start for start, end in read.sentences(read.entries[0])] == [5000, 5000, 2000]
