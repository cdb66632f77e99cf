"""Quotations in headlines."""

from __future__ import annotations

import re

from minutier.extract.speech.quoted import Attribution, Quoted, in_headline, same_speaker, sentence_word
from minutier.extract.speech.resolving import attributed, next_sentence
from minutier.extract.speech.titles import is_ignored


def attribute_headlines(quoted: list[Quoted]) -> None:
    """A headline's quotation that nobody is named for is his whom the body quotes first."""
    for one in quoted:
        if in_headline(one) and (one.attribution is None or _is_guessed(one)):
            _as_told_below(one, quoted)
        if not _is_open(one) or not in_headline(one) or one.quotation.kind != "marks" or is_ignored(one):
            continue
        body = next(
            (
                b
                for b in quoted
                if b.attribution is not None and not in_headline(b) and (b.attribution.entity or b.attribution.label)
            ),
            None,
        )
        if one.opens_clause and one.is_sentence and (named := _named_below(one)) is not None:
            one.attribution = named
        elif body is None and one.opens_clause and one.is_sentence:
            one.attribution = _told_below(one)
        elif body is not None and body.attribution is not None and (one.opens_clause or len(one.text.split()) > 2):
            one.attribution = same_speaker(body.attribution, "quotes.headline", None)


def _is_guessed(one: Quoted) -> bool:
    """Whether a headline's words are given to their source, or to a capital that the post says nothing more of, which
    may well be a place: *Concorde : « … »*.
    """
    found = one.attribution
    if found is None or found.entity is None:
        return False
    if found.rule == "quotes.source":
        return True
    is_named_below = one.context.people.is_named(found.entity, one.sentence.end, one.entry.char_end)
    return found.entity.kind == "unknown" and not is_named_below


def _as_told_below(one: Quoted, quoted: list[Quoted]) -> None:
    """A headline's words that the body quotes again are his who says them there: *Un « séisme » pour le PS*."""
    said = one.text.lower()
    again = [b for b in quoted if not in_headline(b) and said in b.text.lower() and b.attribution is not None]
    speakers = [b.attribution for b in again if b.attribution is not None and b.attribution.entity is not None]
    if speakers and len({id(s.entity) for s in speakers}) == 1:
        one.attribution = same_speaker(speakers[0], "quotes.headline", None)


def _is_open(one: Quoted) -> bool:
    """Whether the speaker of a headline's words is to be looked for below: none is named, or by a word for anybody."""
    found = one.attribution
    if found is None:
        return True
    if found.entity is None or found.entity.kind != "unknown" or found.phrase is None:
        return False
    return one.sentence.words.nouns.get(sentence_word(one, found.phrase.head)) == "r"  # Archbishop: “…”


def _named_below(one: Quoted) -> Attribution | None:
    """Words that make a headline, over a post that opens with who says them: *That’s X, at a rally*, *C'est X qui*."""
    after = next_sentence(one)
    if after is None or _NAMES_SPEAKER.match(after.tags) is None:
        return None
    named = next((p for p in after.phrases if p.first == _BEHIND_VERB and p.kind == "name"), None)
    return attributed(one, "quotes.headline", named, after) if named is not None else None


_NAMES_SPEAKER = re.compile(r"[Dih][A][N](?!')")
_BEHIND_VERB = 2


def _told_below(one: Quoted) -> Attribution | None:
    """Words that make a headline, over a post that opens with a person and quotes nobody."""
    after = next_sentence(one)
    subject = after.subject_before(len(after.tags)) if after is not None and "Q" not in after.tags else None
    if after is None or subject is None or subject.kind != "name" or subject.first > 2:
        return None
    found = attributed(one, "quotes.headline", subject, after)
    return found if found is not None and found.entity is not None and found.entity.kind == "person" else None
