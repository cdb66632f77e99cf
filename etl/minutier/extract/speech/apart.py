"""Rules of quotations that stand by themselves: posts, blocks, signatures, sentences of their own."""

from __future__ import annotations

import re

from minutier.extract.references import anticipated
from minutier.extract.speech.introductions import account_holder, introducing_phrase, owner_of_words
from minutier.extract.speech.quoted import Attribution, Quoted, in_headline, own_headline, same_speaker
from minutier.extract.speech.resolving import attributed, next_sentence, previous_sentence, sentences_between
from minutier.extract.syntax import NounPhrase, Sentence


def social_post(one: Quoted) -> Attribution | None:
    """A post of a social network, or words set apart: the signature on its last line."""
    q = one.quotation
    if q.kind == "marks" or q.signature is None:
        return None
    context = one.context
    mention = next(iter(context.people.between(q.signature[0], q.signature[1])), None)
    printed = context.text[slice(*q.signature)]
    entity = mention.entity if mention is not None else context.people.named(printed)
    if entity is None and q.handle is not None:
        entity = account_holder(one, context.text[q.handle[0] + 1 : q.handle[1]])
    if mention is not None and mention.entity.kind in ("place",):
        entity = None
    return Attribution("quotes.post_signature", entity=entity, label=q.signature)


def block_quotation(one: Quoted) -> Attribution | None:
    """Words set apart, or a post without signature: the line before tells whose they are."""
    if one.quotation.kind == "marks":
        return None
    sentence = previous_sentence(one, one.quotation.start)
    if sentence is None:
        return None
    previous = one.previous
    if (
        not sentence.tags.endswith(":")
        and previous is not None
        and previous.attribution is not None
        and previous.quotation.kind == "marks"
        and not in_headline(previous)
    ):
        return same_speaker(previous.attribution, "quotes.continuation", None)
    phrase = introducing_phrase(one, sentence, len(sentence.tags))
    headlined = None if sentence.tags.endswith(":") else under_headline(one)
    if phrase is None or headlined is not None:
        return headlined
    return attributed(one, "quotes.block_introduction", phrase, sentence)


_BRACKET = re.compile(r"[.,]?[ \u00a0\u202f]?\(")


def in_parenthesis(one: Quoted) -> Attribution | None:
    """``“Catastrophic” (Alan Johnson, on ITV)``: who said it, in parentheses right after the words."""
    text, end = one.context.text, one.quotation.end
    opening = _BRACKET.match(text, end)
    if opening is None or one.quotation.kind != "marks":
        return None
    described = _described_in_parenthesis(one, opening.end())
    if described is not None:
        return described
    mention = next(iter(one.context.people.between(opening.end(), opening.end() + 30)), None)
    if mention is None or not mention.entity.is_person or text[opening.end() : mention.start].count(" ") > 2:
        return None
    if re.compile(r"[^()\n]{0,120}\)").match(text, mention.end) is None:
        return None
    if re.compile(r"[^()\n]{0,12}\d").match(text, mention.end) is not None:
        return None  # a candidate and his figures
    return Attribution("quotes.parenthesis", entity=mention.entity, label=(mention.start, mention.end))


def signed_below(one: Quoted) -> Attribution | None:
    """``“…” – Sadiq Khan, on the steps``: who said it, after a dash that follows the words."""
    sentence = one.sentence
    if one.quotation.kind != "marks" or not one.opens_clause or one.after[:1] != "-":
        return None
    phrase = next((p for p in sentence.phrases if p.first >= one.index + 2), None)
    if phrase is None or not re.fullmatch(r"[xarg]{0,2}", sentence.tags[one.index + 2 : phrase.first]):
        return None
    if phrase.kind not in ("name", "description") or sentence.tags[phrase.head] not in "NOKrg":
        return None
    if sentence.tags[phrase.last + 1 : phrase.last + 2] not in ("", ",", ".", "(", ";", "p"):
        return None
    if _INITIALS.fullmatch(one.context.text, phrase.start, phrase.end):
        return None  # « … » — S. O.: who writes the post
    return attributed(one, "quotes.signed", phrase, sentence)


_INITIALS = re.compile(r"(?:[A-ZÀ-Ý][a-z]?\.?[ \u00a0-]{0,2}){2,4}")


def _described_in_parenthesis(one: Quoted, start: int) -> Attribution | None:
    """``« … » (un élu du coin, en off)``: somebody who is not named, in parentheses right after the words."""
    sentence = one.sentence
    phrase = next((p for p in sentence.phrases if p.start == start), None)
    if phrase is None or not phrase.is_indefinite or sentence.tags[phrase.head] not in "rg":
        return None
    if sentence.tags[phrase.last + 1 : phrase.last + 2] not in (",", ")"):
        return None
    return Attribution("quotes.parenthesis", phrase=phrase, label=(phrase.start, phrase.end), is_group=phrase.is_group)


def continues_before(one: Quoted) -> Attribution | None:
    """A quotation that stands by itself after another: the same person goes on speaking."""
    previous = one.previous
    if previous is None or previous.attribution is None or one.quotation.kind != "marks":
        return None
    if not one.opens_clause or previous.quotation.kind != "marks":
        return None
    if in_headline(previous) and not in_headline(one):
        return None
    before = previous_sentence(one, one.sentence.start)
    if (
        before is not None
        and before.start > previous.sentence.start
        and owner_of_words(one, before, 0, len(before.tags))
    ):
        return None
    named = [
        p
        for s in sentences_between(one, previous)
        for p in s.phrases
        if p.start > previous.quotation.end
        and p.end < one.quotation.start
        and p.kind in ("name", "description")
        and not p.governed
        and not p.embedded
        and (s.is_verb(p.last + 1) or p.first == 0 or one.context.text[p.end : s.end].strip() == "?")  # “And X?”
    ]
    if _is_asked_apart(one) and _is_asked_apart(previous):
        return same_speaker(previous.attribution, "quotes.continuation", None)  # the answers of one guest
    if before is not None and (asked := _asked_about(one, before, previous)) is not None:
        return asked
    speaker = previous.attribution.phrase
    for phrase in named:
        if one.context.references.sentence(phrase.start, one.entry).is_joined(phrase):
            continue  # the two stood by
        if speaker is None or phrase.start != speaker.start:
            entity = one.context.references.resolve(
                phrase, one.context.references.sentence(phrase.start, one.entry), one.entry
            )
            if (
                entity is not previous.attribution.entity
                and (entity is None or entity.is_person)
                and (entity is not None or phrase.is_indefinite)
            ):
                return None
    return same_speaker(previous.attribution, "quotes.continuation", None)


def _is_asked_apart(one: Quoted) -> bool:
    """Whether words are a paragraph, and the one before is a question that nobody quotes."""
    text, before = one.context.text, previous_sentence(one, one.sentence.start)
    if before is None or len(one.sentence.tags) > 1 or "\n" not in text[before.end : one.quotation.start]:
        return False
    line = text[text.rfind("\n", 0, before.end - 1) + 1 : before.end].strip()
    return line.endswith("?") and text[before.start : before.end].strip().startswith(line[:20])


def _guest(one: Quoted) -> Attribution | None:
    """Who answers the questions of an interview: the one person whom the headline names."""
    headline = own_headline(one)
    named = {m.entity for m in one.context.people.between(*headline) if m.entity.is_person} if headline else set()
    if len(named) != 1:
        return None
    return Attribution("quotes.headline", entity=next(iter(named)))


def _asked_about(one: Quoted, before: Sentence, previous: Quoted) -> Attribution | None:
    """*Et le fondateur de l'association ? « … »*: whom a question without a verb is about, by a description; the other
    of two people told of, when nothing else tells who it is.
    """
    if one.context.text[before.end - 1 : before.end] != "?" or re.search(r"[VvAhQ]", before.tags):
        return None
    phrase = next((p for p in before.phrases if p.kind == "description" and not p.governed), None)
    if phrase is None or before.tags[phrase.head] != "r" or not phrase.is_definite or phrase.is_group:
        return None
    if before.tags[: phrase.first] not in ("", "c") or before.tags[phrase.last + 1 :] not in ("", "."):
        return None
    references, spoke = one.context.references, previous.attribution
    entity = references.resolve(phrase, before, one.entry)
    others = {
        m.entity
        for m in one.context.people.between(one.entry.char_start, phrase.start)
        if m.entity.kind == "person" and (spoke is None or m.entity is not spoke.entity)
    }
    if len(others) == 1 and (entity is None or (spoke is not None and entity is spoke.entity)):
        other = next(iter(others))
        entity = other if references.suits(phrase, before, other) else None
    if entity is not None and spoke is not None and entity is spoke.entity:
        return None
    return Attribution("quotes.sentence_before", phrase, entity, None, (phrase.start, phrase.end))


def under_headline(one: Quoted) -> Attribution | None:
    """Words that are a paragraph of their own, under a headline that quotes somebody: *X : « … »*, and no one else is
    told of before them.
    """
    text = one.context.text
    headline, first = own_headline(one), one.previous
    if headline is None or first is None or not in_headline(first) or in_headline(one):
        return None
    said = first.attribution
    if said is None or said.rule != "quotes.colon" or said.entity is None or said.entity.kind != "person":
        return None
    if one.quotation.kind == "marks" and (len(one.sentence.tags) > 1 or text[one.quotation.start - 1] != "\n"):
        return None
    references = one.context.references
    for read in references.sentences_read(headline[1], one.quotation.start, one.entry):
        for phrase in read.phrases:
            if phrase.end > one.quotation.start or phrase.governed or phrase.kind not in ("name", "description"):
                continue
            if not (read.tags.endswith(":") or "V" in read.tags[phrase.last + 1 :] or "Q" in read.tags):
                continue  # others are told of, and do not speak
            entity = references.resolve(phrase, read, one.entry)
            if entity is not None and entity.is_person and entity is not said.entity:
                return None
    return same_speaker(said, "quotes.headline", None)


def sentence_before(one: Quoted) -> Attribution | None:
    """A quotation that stands by itself after a sentence about somebody."""
    if not one.opens_clause or not one.is_sentence or in_headline(one) or one.quotation.kind != "marks":
        return None
    before = previous_sentence(one, one.sentence.start)
    if before is None:
        return None
    if (headlined := under_headline(one)) is not None:
        return headlined
    if _is_asked_apart(one) and (guest := _guest(one)) is not None:
        return guest
    headline = own_headline(one)
    if (
        headline is not None
        and before.start < headline[1]
        and one.index == 0
        and one.index + 1 == len(one.sentence.tags)
    ):
        after = following_sentence(one)
        if after is not None:
            return after
    subject = before.subject_before(len(before.tags))
    unknown = subject is not None and subject.entity is not None and subject.entity.kind == "unknown"
    if subject is not None and subject.kind == "pronoun":
        subject = anticipated(subject, before, len(one.context.text)) or subject
    answered = _answered(one, before)
    if answered is not None:
        return answered
    owner = owner_of_words(one, before, 0, len(before.tags))
    if owner is not None:
        owned = attributed(one, "quotes.sentence_before", owner, before)
        if owned is not None:
            return owned
    joined = subject is not None and before.is_joined(subject)
    if subject is not None and subject.kind != "impersonal" and not (subject.is_plural or joined or unknown):
        found = attributed(one, "quotes.sentence_before", subject, before)
        if found is not None and (found.entity is not None or (found.label is not None and not subject.is_group)):
            return found
    entity = one.context.references.pronoun(one.sentence.start, one.entry)
    return Attribution("quotes.sentence_before", entity=entity) if entity is not None else None


def _answered(one: Quoted, before: Sentence) -> Attribution | None:
    """Who spoke before a short sentence in which others do something to him: *Horns answer him. “…”*."""
    previous = one.previous
    if previous is None or previous.attribution is None or previous.attribution.entity is None:
        return None
    objects = before.words.object_pronouns
    last = next((t for t in reversed(before.tokens) if t.tag != "."), None)
    earlier = previous_sentence(one, before.start)
    if last is None or last.word not in objects or earlier is None or earlier.start != previous.sentence.start:
        return None
    entity = previous.attribution.entity
    if entity.gender and objects[last.word] and entity.gender != objects[last.word]:
        return None
    return same_speaker(previous.attribution, "quotes.sentence_before", None)


def following_sentence(one: Quoted) -> Attribution | None:
    """Words that open a post; the sentence after names who said them."""
    if not one.opens_clause or not one.is_sentence or one.quotation.kind != "marks":
        return None
    sentence = next_sentence(one)
    if sentence is None or "Q" in sentence.tags[:2] or in_headline(one):
        return None
    asker = _answered_by_name(one, sentence)
    if asker is not None:
        return attributed(one, "quotes.following_sentence", asker, sentence)
    pointed = _pointed_out(one, sentence)
    if pointed is not None:
        return attributed(one, "quotes.following_sentence", pointed, sentence)
    subject = sentence.subject_before(len(sentence.tags))
    if subject is None:
        named = (p for p in sentence.phrases if p.entity is not None and p.entity.kind == "person")
        subject = next((p for p in named if not (p.governed and p.embedded)), None)
    if subject is None or subject.kind not in ("name", "description") or subject.is_plural:
        return None
    found = attributed(one, "quotes.following_sentence", subject, sentence)
    return found if found is not None and found.entity is not None and found.entity.is_person else None


def _answered_by_name(one: Quoted, sentence: Sentence) -> NounPhrase | None:
    """Who asked a question, when the answer calls him by his name: *« Peut-on voter ? » Non, Odile, …*."""
    if one.context.text[one.quotation.inner_end - 1] != "?" or len(sentence.tokens) < 4:
        return None
    if sentence.tokens[0].word not in sentence.words.markers["answers"]:
        return None
    phrase = next((p for p in sentence.phrases if p.kind == "name" and p.first <= 3), None)
    if phrase is None or sentence.tags[phrase.head] != "N" or sentence.tags[phrase.first - 1] != ",":
        return None
    return phrase if sentence.tags[phrase.last + 1 : phrase.last + 2] in (",", ".", ":", "") else None


def _pointed_out(one: Quoted, sentence: Sentence) -> NounPhrase | None:
    """Who is named right after words, by a sentence without a verb or with a word that points back: *« … » Un ancien
    ministre, en off*; *« … » Cet élu, qui veut rester anonyme, vient de …*."""
    if one.after not in ("", ".") or "\n" in one.context.text[one.quotation.end : sentence.start]:
        return None
    phrase = next((p for p in sentence.phrases if p.first == 0), None)
    if phrase is None or phrase.kind not in ("name", "description") or sentence.tags[phrase.head] not in "rgNO":
        return None
    if sentence.tokens[0].word in sentence.words.markers["this"] and sentence.tags[phrase.head] == "r":
        return phrase
    verbless = not re.search(r"[VvAhi]", sentence.tags) and sentence.tags[phrase.last + 1 : phrase.last + 2] in (
        ",",
        ".",
        "",
    )
    return phrase if verbless else None
