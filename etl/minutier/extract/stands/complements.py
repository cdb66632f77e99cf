"""Who is backed, or takes the stand, behind a cue: names, answers, pronouns, enumerations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutier.extract.folding import fold
from minutier.extract.people import Entity, Mention
from minutier.extract.references import contrast
from minutier.extract.stands.enumerations import (
    add_bodies,
    after_count,
    before_gapping,
    enumeration,
    is_counted,
    placed_end,
    resumed,
    spelled_out_after,
    without_next_subject,
)
from minutier.extract.stands.owners import branch_at, owner_closed, owner_of_campaign
from minutier.extract.stands.persons import addressee_of, endorser_entities, speaker_of
from minutier.extract.stands.pronouns import meant_by
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.sides import sides_of
from minutier.extract.stands.units import ENDORSEES, ENDORSERS, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase, Sentence


def complements_of(reading: Reading, cue: Cue, position: int, kinds: tuple[str, ...]) -> list[Side]:
    """The enumeration that follows a cue. What follows is read by itself, so that no phrase begins
    before it."""
    position = _after_quotation(reading, cue, position)
    if kinds is ENDORSEES:
        apart = contrast(reading.context.language.code).match(cue.unit.flat, position + 1 - cue.unit.start)
        position = cue.unit.start + apart.end() if apart else position
        denied = reading.words.not_but.match(cue.unit.flat, position - cue.unit.start)
        position = cue.unit.start + denied.end() if denied else position  # *endorsed not X but Y*
        carrier = reading.words.carriers.match(cue.unit.flat, position - cue.unit.start)
        position = cue.unit.start + carrier.end() if carrier else _behind_noun(reading, cue, position)
    if answer := _answer_after(reading, cue, position, kinds):
        return [answer]
    own = reading.words.own_self.match(cue.unit.flat, position - cue.unit.start)
    speaker = speaker_of(reading, cue) if own else None
    if speaker is not None:
        return [speaker]
    if kinds is ENDORSEES and reading.words.you.match(cue.unit.flat, position - cue.unit.start):
        addressee = addressee_of(reading, cue)  # *X told Y: “I will vote for you”*
        return [addressee] if addressee else []
    pronoun = reading.words.object_pronouns.match(cue.unit.flat, position - cue.unit.start)
    if pronoun is not None and kinds is ENDORSEES:
        return meant_by(reading, cue, pronoun)
    them = reading.words.of_them.match(cue.unit.flat, position - cue.unit.start) if kinds is ENDORSEES else None
    if them is not None:
        return _them_and(reading, cue, them)
    if kinds is ENDORSEES and (named := _named_before_time(reading, cue, position)):
        return [named]
    unit = cue.unit.part(position)
    if kinds is ENDORSERS and (branch := branch_at(reading, unit.sentence, 0)):
        link = reading.words.linking.match(cue.unit.flat, branch.end - cue.unit.start)
        others = complements_of(reading, cue, cue.unit.start + link.end() - 1, kinds) if link else []
        return [*sides_of(reading, [branch], unit, cue, kinds), *others]
    if (kinds is ENDORSERS or is_counted(reading, unit)) and (counted := after_count(reading, unit)):
        return sides_of(reading, counted, unit, cue, kinds)
    if kinds is ENDORSEES and (owner := owner_of_campaign(reading, unit) or owner_closed(cue, unit)):
        return sides_of(reading, [owner], unit, cue, kinds)
    chain: list[NounPhrase] = []
    for phrase in unit.sentence.phrases:
        if chain and unit.first_word(phrase) in reading.words.relays:
            continue  # *l'appui de X et celui de Y*
        if _is_party_beside_name(phrase, unit.sentence):
            continue  # *avec celle du LR Untel*
        if not chain:
            if not _is_next(reading, unit, phrase):
                is_agent = kinds is ENDORSERS and cue.construction.sides == "agent"
                opening = enumeration(reading, unit, unit.start + 1) if is_agent and not unit.flat[:1].strip() else []
                opening = [] if opening and unit.sentence.tags[opening[0].head] == "L" else opening
                return sides_of(reading, opening, unit, cue, kinds)  # *a pour lui la Fraternité des policiers et X*
        else:
            gap = unit.between(placed_end(chain[-1], unit), phrase.start)
            if not (reading.words.linking.fullmatch(gap) or reading.words.listing.fullmatch(gap)):
                if phrase.governed:
                    continue  # *for X and, on the Republican side, Y*
                break
        chain.append(phrase if kinds is ENDORSERS else _up_to_closing(cue, phrase, unit))
        if phrase.kind not in ("name", "description"):
            break
    if kinds is ENDORSERS:
        add_bodies(reading, unit, chain)
    chain = without_next_subject(reading, unit, before_gapping(reading, cue, unit, chain))
    if kinds is ENDORSERS and chain:
        low = unit.end_of(chain[-1]) - unit.start
        relay = reading.words.relayed.search(unit.flat, low, low + 140)
        chain = chain + (enumeration(reading, unit, unit.start + relay.end()) if relay else [])
    if listed := spelled_out_after(reading, unit, chain):
        return sides_of(reading, listed, unit, cue, kinds)
    inverted = kinds is ENDORSERS and cue.construction.sides == "object"
    if inverted and reading.words.singular.search(cue.flat):
        chain = chain[:1]
    return sides_of(reading, chain + resumed(reading, cue, unit, chain), unit, cue, kinds)


def _behind_noun(reading: Reading, cue: Cue, position: int) -> int:
    """An offset moved past a noun for whoever is named behind its comma: *soutient son dauphin, X*."""
    noun = reading.words.nouns_before.match(cue.unit.flat, position - cue.unit.start)
    place = cue.unit.start + noun.end() if noun else position
    named = reading.context.people.at(place) if noun else None
    return place if named is not None and named.start == place else position


def _answer_after(reading: Reading, cue: Cue, position: int, kinds: tuple[str, ...]) -> Side | None:
    """*Leave*, *le oui*: an answer to the question of a referendum."""
    if kinds is not ENDORSEES or not reading.context.is_referendum:
        return None
    lead = reading.words.answer_lead.match(reading.context.text, position, cue.unit.end)
    match = reading.words.answers.match(reading.context.text, lead.end() if lead else position, cue.unit.end)
    if match is None:
        return None
    return Side(reading.words.answer_names[match[0]], None, match.start(), match.end())


def answer_meant(reading: Reading, cue: Cue) -> Side | None:
    """The answer that a call amounts to: *appelle à rejeter le texte*, no."""
    if not cue.construction.answer or not reading.context.is_referendum:
        return None
    return Side(cue.construction.answer, None, cue.head, cue.end)


def _after_quotation(reading: Reading, cue: Cue, position: int) -> int:
    """An offset moved past a few words quoted which name nobody: *votera « sans joie » X*."""
    quotation = reading.context.quotation_at(position + 2) if position + 2 < cue.unit.end else None
    if quotation is None or not position <= quotation.start <= position + 2 or quotation.end >= cue.unit.end:
        return position
    named = bool(reading.context.people.between(quotation.start, quotation.end))
    named = named or reading.words.answers.search(reading.context.text, quotation.start, quotation.end) is not None
    if named or cue.unit.is_quoted:
        return position
    is_apart = cue.unit.between(position, position + 1) == cue.unit.between(quotation.end, quotation.end + 1) == ","
    return quotation.end + is_apart  # *donne sa voix, « sans joie », à X*


def _them_and(reading: Reading, cue: Cue, them: re.Match[str]) -> list[Side]:
    """*Back both of them, and X*."""
    start = cue.unit.start
    found = of_them(reading, them, start + them.start("count"), cue, ENDORSEES, endorser_entities(reading, cue))
    link = reading.words.linking.match(cue.unit.flat, them.end()) if found else None
    return found + (complements_of(reading, cue, start + link.end(), ENDORSEES) if link else [])


def of_them(
    reading: Reading,
    match: re.Match[str],
    offset: int,
    cue: Cue,
    kinds: tuple[str, ...],
    excluded: Sequence[Entity | None],
) -> list[Side]:
    """*Both of them*, *all three of them*: as many as head the sentence before, or as were the subjects of the
    last ones."""
    count = reading.words.numerals[match["count"]]
    found: list[Entity] = []
    bounds = [b for b in reading.bounds_before(offset) if b[1] <= offset]
    for start, end in [] if cue.unit.is_quoted else reversed(bounds[-count - 1 :]):
        flat = reading.flat[start - reading.entry.char_start : end - reading.entry.char_start]
        previous = replace(cue.unit, start=start, end=end, flat=flat)
        heads = [p for p in previous.sentence.phrases if p.kind == "name" and not (p.governed or p.embedded)]
        chain = enumeration(reading, previous, heads[0].start, True) if heads else []
        several = [p.entity for p in chain if p.entity and p.entity.kind in kinds and p.entity not in excluded]
        if not found and len(several) == count:
            found = several[::-1]
            break
        found += [e for e in several[:1] if e not in found]
        if len(found) == count:
            break
    sides = [Side(e.name, e, offset, offset) for e in reversed(found)]
    return sides if len(sides) == count else []


def _named_before_time(reading: Reading, cue: Cue, position: int) -> Side | None:
    """*Voted Plaid last time*: a party right behind a cue, whose time of an earlier vote follows."""
    flat, start = cue.unit.flat, cue.unit.start
    mention = next(iter(reading.context.people.between(position, position + 40)), None)
    if mention is None or mention.entity.kind != "party" or flat[position - start : mention.start - start].strip():
        return None
    if reading.words.past_words.match(flat, mention.end + 1 - start) is None:
        return None
    return Side(mention.entity.name, mention.entity, mention.start, mention.end)


def _is_next(reading: Reading, unit: Unit, phrase: NounPhrase) -> bool:
    """Whether nothing but small words stands between the beginning of a unit and a phrase."""
    if phrase.kind == "pronoun" and reading.words.clitic_object.match(unit.flat, phrase.end - unit.start):
        return False  # *pour lui succéder*
    before = {token.tag for token in unit.sentence.tokens if unit.start <= token.start < phrase.start}
    if before == {"L"} and phrase.kind == "name":
        return True  # *so is New York Mayor X*
    gap = reading.words.skipped.sub(" ", unit.between(unit.start, phrase.start))
    if gap.count(",") == 1 or any(mark in gap for mark in ";:()!?.\x00"):
        return False
    words = gap.replace(",", " ").replace("'", "' ").split()
    tags = [unit.sentence.words.tags.get(word, "x") for word in words if word not in reading.words.introducing]
    is_name = phrase.kind == "name" and phrase.entity is not None and phrase.entity.is_person
    if is_name and reading.words.not_endorsees.intersection(words):
        return False  # *voted for the bill that X wrote*
    is_apposed = is_name and "D" in tags and tags[-1:] == ["x"] and words[-1] not in reading.words.introducing
    if is_apposed and not reading.words.not_endorsees.intersection(map(fold, words)):
        tags.remove("D")  # *pour le francophone Untel*
    if is_name and not unit.sentence.words.possessive.isdisjoint(words[:2]):
        tags = ["x" if tag in "arV" else tag for tag in tags]  # *pour son ancien élève Untel*
    return len(words) <= 6 and not set(tags) - set("txz") and tags.count("x") <= 3


def _is_party_beside_name(phrase: NounPhrase, sentence: Sentence) -> bool:
    """*Le LR Untel*: whether a party only tells that of the person named right after it."""
    if phrase.kind != "name" or phrase.entity is None or phrase.entity.kind != "party":
        return False
    after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
    if not after or after[0].start - sentence.tokens[phrase.last].end != 1:
        return False
    return isinstance(after[0].item, Mention) and after[0].item.entity.kind == "person"


def _up_to_closing(cue: Cue, phrase: NounPhrase, unit: Unit) -> NounPhrase:
    """*Put the Liberals last*: a name without the word that closes the construction."""
    closing, tokens = cue.construction.closing, unit.sentence.tokens
    if phrase.kind != "description" or phrase.last == phrase.first:
        return phrase
    named = tokens[phrase.last - 1]
    is_closed = closing is not None and closing.match(cue.unit.flat, named.end - cue.unit.start) is not None
    is_apart = not unit.sentence.words.adjective_endings and unit.sentence.tags[phrase.last] == "a"
    if not isinstance(named.item, Mention) or not (is_closed or is_apart):
        return phrase  # nor does an English adjective follow its noun: *voted Plaid last time*
    last, entity = phrase.last - 1, named.item.entity
    return replace(phrase, end=named.end, kind="name", last=last, head=last, entity=entity)
