"""The row of a quotation."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from minutier.document import Row
from minutier.extract.people import Entity
from minutier.extract.quotation import Quotation
from minutier.extract.speech.quoted import Attribution, Quoted

SpeakerType = Literal["person", "organization", "group", "anonymous"]


def row_of(one: Quoted) -> Row | None:
    """The row of a quotation; None when nothing shows that somebody says it."""
    attribution, q, text = one.attribution, one.quotation, one.context.text
    if attribution is None:
        return None
    entity = attribution.entity
    label = attribution.label
    if attribution.rule == "quotes.crowd" and label is None:
        return None
    if entity is None and label is None and not (one.is_sentence and len(one.text.split()) > 3):
        return None
    if label is not None and entity is None:
        label = _with_whereabouts(one, attribution, _without_meeting(one, label))
    printed = text[slice(*label)] if label else None
    speaker: str | None = entity.name if entity is not None else None
    kind = _speaker_type(one, attribution, entity)
    if entity is None and printed and kind in ("group", "organization"):
        speaker, entity = printed, one.context.people.entity(printed, kind)
    if entity is not None and label is not None and (whence := _whence(one, entity, label)):
        label = label[0], whence
        speaker = printed = text[slice(*label)]
        entity = one.context.people.entity(speaker, "person")
    if q.kind == "post" and entity is None and printed:
        speaker, kind = printed, "person"
    outlet = _outlet(one)
    return {
        "quote": one.text,
        "quote_type": "tweet" if q.is_post else "sentence" if one.is_sentence else "fragment",
        "speaker": speaker,
        "speaker_id": entity,
        "speaker_label": printed,
        "speaker_type": kind,
        "cue": text[slice(*attribution.cue)] if attribution.cue else None,
        "outlet": outlet,
        "char_start": q.inner_start,
        "char_end": q.inner_end,
        "speaker_char_start": label[0] if label else None,
        "speaker_char_end": label[1] if label else None,
        "cue_char_start": attribution.cue[0] if attribution.cue else None,
        "cue_char_end": attribution.cue[1] if attribution.cue else None,
        "rule": attribution.rule,
    }


def _whence(one: Quoted, entity: Entity, label: tuple[int, int]) -> int | None:
    """Where *Jo from Asheville* ends: a reader whose only name does not tell who it is."""
    printed = one.context.text[slice(*label)]
    if not entity.is_person or " " in entity.name or "-" in entity.name or printed != entity.name:
        return None
    match = one.words.met_in.match(one.context.text, label[1])
    return match.end() if match is not None else None


def _without_meeting(one: Quoted, label: tuple[int, int]) -> tuple[int, int]:
    """The words for a speaker, without where he was met: *une conseillère*, not *une conseillère croisée à Lens*."""
    words = one.sentence.words.markers["met"]
    inside = [t for t in one.sentence.tokens if label[0] < t.start < label[1]]
    met = next((t for t, after in pairwise(inside) if t.word in words and after.tag in "pf"), None)
    return label if met is None else (label[0], one.context.text.rindex(" ", label[0], met.start))


_WHEREABOUTS = re.compile(r"pD[axr]{0,3}[xrgL](?:p(?:D[axr]{0,2})?[xrLO]{1,2})?(?=[.,;:()Q-]|$)")
"""Classes of the words by which somebody whom nobody names is told from others: *with a baguette*."""


def _with_whereabouts(one: Quoted, attribution: Attribution, label: tuple[int, int]) -> tuple[int, int]:
    """The words for somebody who is not named, with what he bears or where he stands: *a lady with a baguette*."""
    phrase, sentence = attribution.phrase, one.sentence
    if phrase is None or not phrase.is_indefinite or phrase.is_group or phrase.end != label[1]:
        return label
    following = phrase.last + 1
    if following >= len(sentence.tokens) or sentence.tokens[phrase.last].end != phrase.end:
        return label
    found, markers = _WHEREABOUTS.match(sentence.tags, following), sentence.words.markers
    if found is None or sentence.tokens[following].word not in markers["whereabouts"]:
        return label
    last = found.end() - 1
    inside = {token.word for token in sentence.tokens[following : last + 1]}
    if inside & one.words.said_nouns or inside & markers["no_whereabouts"]:
        return label  # said a clerk in a text
    return label[0], sentence.tokens[last].end


def _speaker_type(one: Quoted, attribution: Attribution, entity: Entity | None) -> SpeakerType | None:
    if entity is not None:
        if entity.is_person:
            return "person"
        return "group" if entity.kind == "group" else "organization"
    phrase = attribution.phrase
    if attribution.is_group:
        first = re.split(r"[\s'’]+", _printed(one, attribution.label).lower())[:3]
        return "organization" if one.sentence.words.bodies & set(first) else "group"
    if phrase is None:
        return None
    return "anonymous" if phrase.is_indefinite or phrase.is_possessive else "person"


def _printed(one: Quoted, label: tuple[int, int] | None) -> str:
    return one.context.text[slice(*label)] if label else ""


def _outlet(one: Quoted) -> str | None:
    """Where it was said: the outlet that a preposition or a verb of telling leads to, in the same
    sentence."""
    text = one.context.text
    if one.quotation.is_post:
        return None
    for token in one.sentence.tokens:
        if token.tag != "K" or token.item is None or isinstance(token.item, Quotation):
            continue
        if one.words.outlet_lead.search(text, max(one.sentence.start, token.start - 40), token.start):
            return _outlet_name(token.item.entity, one.words.outlet_articles)
    return None


def _outlet_name(entity: Entity, articles: re.Pattern[str]) -> str:
    return articles.sub("", entity.name)
