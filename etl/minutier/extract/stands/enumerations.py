"""Enumerations: *A, B et C*, from either end, and where they stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutier.extract.people import Mention
from minutier.extract.stands.bodies import (
    COMPLETION,
    body_after,
    first_word_group,
    is_spelled_like_a_name,
    named_at,
    named_group,
    whole,
    with_complement,
)
from minutier.extract.stands.owners import branch_at
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import BODY_KINDS, CALLS, Cue, Unit
from minutier.extract.syntax import NounPhrase, Sentence

PARENTHESES = re.compile(r"\([^()]*\)")
MARKS = ("«", "“", '"', "„")
LONGEST_TITLE = 40
"""Characters of a title before a name, in an enumeration."""
_CAPITALS = re.compile(r", (?:[A-Z][\w.-]{1,20} ){1,4}")
COMPLETED = re.compile(r"[fp]D?a?[LONxrg][LOxa]?(?=[tz]*[VvA])")
"""Classes of the words that complete a name before the verb whose subject it is: *of Ohio*."""
ASIDE = re.compile(r",[pbwf][^,;:.VA]{1,12},(?=[tz]*[VvA])")
"""Classes of the words of an aside between a subject and its verb."""
_APPOSED = re.compile(r",[Daxrgz][^,;:.VA]{1,12},(?=[tz]*[VvA])")
"""Classes of the words that describe a subject before its verb."""
_TOLD_OF = re.compile(r"(?<=[NO]),w[^.;:]{1,40},c$")
"""Classes of the words of a relative clause that a conjunction follows, behind a name."""
_FROM = re.compile(r",[pf]D?[xagOKLNr]{1,4},c$")
"""Classes of the words between commas that tell where somebody comes from, and of the conjunction behind: *A, of the
CBI, and B*."""
_LONGEST_FROM = 8
"""Tokens of such words, at most."""
_PLACED = re.compile(r"fL|fN'[xa]{0,2}L(?=[,;.c]|$)|[pz]D?L(?:-L){0,3}(?=[,;.c]|$)")
"""Classes of the words of the place behind a name."""
FAR_AMONG = 160
"""Characters behind a group in which some of those in it may be named."""
LONGEST_CHAIN = 24
"""Members up to which an enumeration is read."""


def coordinated(reading: Reading, unit: Unit, last: NounPhrase, is_linked: bool = False) -> list[NounPhrase]:
    """The phrases of an enumeration that ends with one: *A, B et C*; ``is_linked``: or goes on behind it with *et*."""
    if last.kind == "impersonal":
        return [last]  # *X can win and I'm voting for her*
    chain, linked = [last], is_linked
    if told := _told_of_before(reading, unit, last):
        chain, linked = [last, told], True
    for phrase in reversed([p for p in unit.sentence.phrases if p.last < chain[-1].first]):
        phrase = whole(reading, phrase, unit.sentence)
        gap = unit.between(placed_end(phrase, unit), chain[-1].start)
        if linked and len(gap) <= LONGEST_TITLE and _is_title_of_next(reading, gap, phrase, unit):
            gap = ", "
        begin = chain[-1].first
        aside = _FROM.search(unit.sentence.tags, max(0, begin - _LONGEST_FROM), begin)
        if aside is not None and phrase.first > aside.start():
            continue
        if reading.words.linking.fullmatch(gap) or (aside is not None and phrase.last + 1 == aside.start()):
            linked = True
        elif phrase.governed and not linked:
            continue  # *A and, in a turnabout, B*
        elif not (linked and reading.words.listing.fullmatch(gap)):
            break
        is_clause = gap.startswith(",") or unit.sentence.tags[last.last + 1 : last.last + 2] in ("V", "v", "A")
        is_clause = is_clause and reading.words.and_joined.search(gap) is not None
        if is_clause and is_object(unit.sentence, phrase):
            break  # *X beat Y, and Z will vote W*
        is_apart = phrase.governed and not last.governed
        is_apart = is_apart and not reading.words.examples.search(unit.between(phrase.start - 16, phrase.start))
        if is_apart or phrase.kind == "impersonal" or _is_taken(reading, phrase, unit):
            break
        chain.append(phrase)
    before = unit.flat[: chain[-1].start - unit.start]
    link = reading.words.linking_end.search(before[-24:])
    if link is not None and not any(
        p.end > chain[-1].start - 24 and p.last < chain[-1].first for p in unit.sentence.phrases
    ):
        place = unit.start + len(before) - len(before[-24:]) + link.start()
        if group := named_group(reading, unit, unit.sentence.index(place) - 1) or first_word_group(
            reading, unit, unit.sentence.index(place) - 1, chain[-1]
        ):
            chain.append(group)
    return chain[::-1]


def _told_of_before(reading: Reading, unit: Unit, last: NounPhrase) -> NounPhrase | None:
    """*A, qui avait obtenu 5 %, et B ont rallié X*: who is told of by a relative clause, before the one with whom the
    plural of the verb is shared."""
    clause = _TOLD_OF.search(unit.sentence.tags, 0, last.first)
    if clause is None or not reading.words.plural.match(unit.flat[unit.end_of(last) - unit.start :].lstrip()):
        return None
    told = next((p for p in unit.sentence.phrases if p.last == clause.start() - 1), None)
    return told if told is not None and told.kind == "name" and not told.governed else None


def _is_title_of_next(reading: Reading, gap: str, phrase: NounPhrase, unit: Unit) -> bool:
    """*A, House Majority Whip B and C*: whether only a title in capitals stands between two names."""
    printed = reading.context.text[unit.end_of(phrase) :][: len(gap)]
    return phrase.kind == "name" and _CAPITALS.fullmatch(printed) is not None


def _is_taken(reading: Reading, phrase: NounPhrase, unit: Unit) -> bool:
    """Whether a phrase is the complement of an earlier stand: *to back X, Y and Z came out for…*."""
    return any(s.cue.unit is unit and s.endorsee and s.endorsee.start == phrase.start for s in reading.recent())


def apposed_list(reading: Reading, unit: Unit, last: int) -> list[NounPhrase]:
    """*Les trois candidats, A, B et C,*: the names that spell out a plural, ending at a token."""
    phrase = next((p for p in unit.sentence.phrases if p.last == last), None)
    if phrase is None or phrase.kind != "name":
        return []
    chain = coordinated(reading, unit, phrase)
    first = next((i for i, p in enumerate(chain) if p.kind == "name"), 0)
    before = chain[first - 1] if first else None
    if before is None:
        earlier = [p for p in unit.sentence.phrases if p.last < chain[0].first - 1 and not p.governed]
        gap = unit.sentence.tags[earlier[-1].last + 1 : chain[0].first] if earlier else ""
        before = earlier[-1] if gap.endswith(",") and not set(gap[:-1]) - set("fpDtxag#L") else None
    is_plural = before is not None and before.kind == "description" and (before.is_plural or before.is_group)
    noun = unit.sentence.tokens[max(0, chain[0].first - 2)]
    is_apart = unit.sentence.tags[chain[0].first - 1 : chain[0].first] != "f"  # *sous les couleurs d'A et de B*
    is_plural = is_plural or (is_apart and noun.tag in "xg" and noun.word.endswith("s"))
    opening = unit.flat[max(0, chain[0].start - unit.start - 90) : chain[0].start - unit.start]
    is_plural = is_plural or reading.words.several.search(opening) is not None
    return chain[first:] if is_plural and len(chain) - first > 1 else []


def enumerated(reading: Reading, unit: Unit, found: list[NounPhrase]) -> list[NounPhrase]:
    """*A et B ont appelé à …, et voteront …*: the whole enumeration that a subject opens; *two senators, A and B,
    quit the party and endorsed X*: the names that spell it out."""
    if found and found[0].kind == "description" and found[0].is_plural:
        end = unit.end_of(found[0])
        apposed = enumeration(reading, unit, end + 2, True) if unit.between(end, end + 2) == ", " else []
        is_spelled = len(apposed) > 1 and all(p.kind == "name" for p in apposed)
        return apposed if is_spelled else found
    if not found or found[0].kind != "name" or found[0].role is not None:
        return found
    completed = COMPLETION.match(unit.sentence.tags, found[0].last + 1)
    if unit.sentence.tags[found[0].head] == "O" and completed and completed.end() > found[0].last + 1:
        return [with_complement(reading, found[0], unit.sentence, completed.end() - 1)]
    chain = enumeration(reading, unit, found[0].start, True)
    return chain if len(chain) > 1 and chain[0].start == found[0].start else found


def enumeration(
    reading: Reading, unit: Unit, start: int, is_subject: bool = False, is_list: bool = False
) -> list[NounPhrase]:
    """The enumeration of names and descriptions that begins at an offset, small words apart; unless it
    is a subject itself, it ends before the subject of a verb that follows."""
    rest = unit.part(start)
    chain: list[NounPhrase] = []
    is_closed, was_linked = False, False
    lead = reading.words.lead_in.match(rest.flat)
    end, position = start, start + (lead.end() if lead else 0)
    for _ in range(LONGEST_CHAIN):
        phrase = next((p for p in rest.sentence.phrases if end <= p.start <= position), None)
        phrase = phrase or body_after(reading, rest, end, position) or _behind_noun(rest, position)
        if position < rest.end and (branch := branch_at(reading, rest.sentence, rest.sentence.index(position))):
            phrase = branch
        if phrase is not None and is_spelled_like_a_name(reading, phrase, rest.sentence):
            phrase = body_after(reading, rest, end, position) or phrase
        if phrase is None or phrase.kind not in ("name", "description"):
            break
        if is_closed and reading.context.text[phrase.start].islower():
            break  # *A, B and C, the country's largest union*
        if rest.sentence.tags[phrase.head] == "O" and phrase.kind == "name":
            completed = COMPLETION.match(rest.sentence.tags, phrase.last + 1)
            if completed is not None and completed.end() > phrase.last + 1:
                phrase = with_complement(reading, phrase, rest.sentence, completed.end() - 1)
        phrase = _name_in_marks(reading, phrase, rest) or phrase
        chain.append(phrase)
        end = _after_place(_after_mark(reading, rest.end_of(phrase), rest), phrase, rest)
        linking = reading.words.linking.match(rest.flat, end - start)
        link = linking or reading.words.listing.match(rest.flat, end - start)
        if link is None:
            break
        is_closed = linking is None and was_linked
        was_linked = linking is not None
        position = start + link.end()
    if is_list and chain and reading.words.clause_end.match(rest.flat, end - start):
        return chain
    return _until_linked(reading, rest, chain) if is_subject else without_next_subject(reading, rest, chain)


def _behind_noun(unit: Unit, position: int) -> NounPhrase | None:
    """*A et l'accordéoniste B*: a person behind a noun that no list of words knows."""
    index = unit.sentence.index(position)
    if unit.sentence.tags[max(0, index - 1) : index + 1] != "Dx" or unit.sentence.tokens[index].start != position:
        return None
    following = index + 1
    named = next((p for p in unit.sentence.phrases if p.first == following and p.kind == "name"), None)
    is_person = named is not None and named.entity is not None and named.entity.is_person
    is_near = named is not None and named.start - unit.sentence.tokens[index].end == 1
    return named if is_person and is_near else None


def _name_in_marks(reading: Reading, phrase: NounPhrase, unit: Unit) -> NounPhrase | None:
    """*le quotidien « L'Humanité »*: the name of a body that quotation marks set off from the noun for it."""
    if phrase.kind != "description":
        return None
    end = unit.end_of(phrase)
    after = next((p for p in unit.sentence.phrases if p.start > end), None)
    if after is None or after.entity is None or after.entity.is_person:
        return None
    return after if reading.context.text[end : after.start].strip(" \u00a0\u202f") in MARKS else None


def _after_mark(reading: Reading, end: int, unit: Unit) -> int:
    """An offset moved past the mark that closes a name quoted."""
    quotation = reading.context.quotation_at(end - 1)
    is_closed = quotation is not None and not reading.context.text[end : quotation.inner_end].strip()
    return quotation.end if quotation is not None and is_closed and quotation.end <= unit.end else end


def _after_place(end: int, phrase: NounPhrase, unit: Unit) -> int:
    """An offset moved past the place that completes a name: *Ann Reed of York and Tom Price in Leeds*."""
    placed = _PLACED.match(unit.sentence.tags, phrase.last + 1) if phrase.kind == "name" else None
    return unit.sentence.tokens[placed.end() - 1].end if placed else end


def placed_end(phrase: NounPhrase, unit: Unit) -> int:
    """Where a phrase ends, the place that completes its name included."""
    return _after_place(unit.end_of(phrase), phrase, unit)


def listed_from(reading: Reading, unit: Unit, start: int) -> list[NounPhrase]:
    """A list after a colon, up to the end of its clause, with or without *et* before the last."""
    return _items(reading, unit.part(start)) or enumeration(reading, unit, start, is_list=True)


def _items(reading: Reading, unit: Unit) -> list[NounPhrase]:
    """*The mayor, A; the novelist B, once a rival; the Tribune*: whom each part between semicolons names first;
    nobody when one of them names nobody."""
    if ";" not in unit.flat:
        return []
    found: list[NounPhrase] = []
    start = unit.start
    for part in unit.flat.split(";"):
        end = start + len(part)
        inside = [p for p in unit.sentence.phrases if start <= p.start and p.end <= end]
        if len(inside) > 1 and inside[0].kind == "description" and inside[1].kind == "name":
            inside = inside[1:] if unit.between(inside[0].end, inside[1].start) == ", " else inside
        lead = unit.between(start, inside[0].start).split() if inside else []
        if found and lead and lead[0] in reading.words.resuming:
            return found  # *for X, A and B; for Y, C*
        if inside and inside[0].kind == "name" and len(lead) <= 2:
            found.append(_named_whole(reading, unit, inside[0]))
            for one in inside[1:]:
                gap = unit.between(unit.end_of(found[-1]), one.start)
                is_linked = reading.words.linking.fullmatch(gap) or reading.words.listing.fullmatch(gap)
                if one.kind != "name" or not is_linked:
                    break
                found.append(one)
        elif body := body_after(reading, unit, start, start + len(part) - len(part.lstrip())):
            found.append(body)
        else:
            return []
        start = end + 1
    return found


def _named_whole(reading: Reading, unit: Unit, phrase: NounPhrase) -> NounPhrase:
    """*National Nurses United*, of which the end was read as somebody's name and the beginning as a party."""
    role, entity = phrase.role, phrase.entity
    if role is None or entity is None or entity.gender or set(unit.sentence.tags[role[0] : role[1] + 1]) != {"O"}:
        return phrase
    printed = reading.context.text[phrase.start : unit.end_of(phrase)]
    return replace(phrase, role=None, entity=reading.context.people.entity(" ".join(printed.split()), "group"))


def without_next_subject(reading: Reading, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
    """An enumeration cut before the subject of the next verb: *voter X, et Y a rallié Z*."""
    sentence = unit.sentence
    if len(chain) > 1 and reading.words.echoing.match(unit.flat, unit.end_of(chain[-1]) - unit.start):
        gaps = [unit.between(unit.end_of(a), b.start) for a, b in pairwise(chain)]
        listed = [i for i, gap in enumerate(gaps, 1) if gap.startswith(",")]
        return _until_linked(reading, unit, chain[: listed[-1]]) if listed else chain  # *X ne votera pas Z, Y, si*
    for count in range(len(chain), 1, -1):
        following = chain[count - 1].last + 1
        if following < len(sentence.tags) and (completed := COMPLETED.match(sentence.tags, following)):
            following = completed.end()  # *X backs Y, and Z of Ohio says …*
        gap = unit.between(unit.end_of(chain[count - 2]), chain[count - 1].start)
        if aside := ASIDE.match(sentence.tags, following):
            following = aside.end()  # *X backs Y, and Z, after leaving the race, says …*
        elif gap.startswith(",") and (apposed := _APPOSED.match(sentence.tags, following)):
            following = apposed.end()  # *X backs Y, and Z, formerly the member for Ely, is doing the same*
        while following < len(sentence.tags) and sentence.tags[following] in "tz":
            following += 1
        tail = unit.flat[unit.end_of(chain[count - 1]) - unit.start :].lstrip(" ")
        verbs = "VvAxT" if count == 2 and gap.startswith(",") else "VvA"
        is_subject = following < len(sentence.tags) and sentence.tags[following] in verbs
        after = PARENTHESES.sub("", tail[:80]).split(maxsplit=1)[:1]
        is_subject = is_subject or not reading.words.relays.isdisjoint(after)  # *le soutien de A, et B celui de C*
        if is_subject or _opens_with_verb(reading, tail) or reading.words.own_ones.match(tail):
            chain = _until_linked(reading, unit, chain[: count - 1])
        break
    return _until_linked(reading, unit, chain)


def _opens_with_verb(reading: Reading, text: str) -> bool:
    """Whether words begin with the verb of a stand."""
    head = reading.words.heads.match(text)
    return head is not None and any(tense != "noun" for _, tense in reading.words.constructions[head[0]])


def before_gapping(reading: Reading, cue: Cue, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
    """An enumeration cut before the subject of a clause without a verb: *est pour A, B et C pour D*."""
    preposition = cue.flat.split()[-1:]
    chain = _before_bodies(_before_gapped(reading, unit, chain), unit)
    if len(chain) > 1 and cue.construction.rule in CALLS:
        link = reading.words.gapping.match(unit.flat, unit.end_of(chain[-1]) - unit.start)
        if link is not None and len(link[0].split()) > 1:
            return chain[:-1]  # *appelle à voter A et B à battre C*
    if len(chain) < 2 or not preposition:
        return chain
    end = placed_end(chain[-1], unit) - unit.start
    is_resumed = preposition[0] in reading.words.resuming and unit.flat[end:].split(maxsplit=1)[:1] == preposition
    if not is_resumed and reading.words.another.match(unit.flat, end) is None:
        return chain
    gaps = [unit.between(unit.end_of(a), b.start) for a, b in pairwise(chain)]
    listed = [i for i, gap in enumerate(gaps, 1) if reading.words.listing.fullmatch(gap)]
    return chain[: listed[-1] if listed else len(chain) - 1]


def _before_gapped(reading: Reading, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
    """*A a choisi B, et C, D*: an enumeration cut before the subject of a clause without a verb."""
    for place in range(1, len(chain) - 1):
        gap = unit.between(unit.end_of(chain[place - 1]), chain[place].start)
        after = unit.between(unit.end_of(chain[place]), chain[place + 1].start)
        if gap.startswith(",") and reading.words.and_joined.search(gap) and after == ", ":
            return chain[:place] if closes(reading, unit, unit.end_of(chain[-1])) else chain
    return chain


def _before_bodies(chain: list[NounPhrase], unit: Unit) -> list[NounPhrase]:
    """*A recommended B, the Globe and the Herald C*: an enumeration cut before the bodies of the next clause."""
    pairs = (place for place in range(1, len(chain)) if body_beside_name(chain[place], unit.sentence))
    first = next(pairs, 0)
    if not first:
        return chain
    while first > 1 and (entity := chain[first - 1].entity) is not None and entity.kind in BODY_KINDS:
        first -= 1
    return chain[:first]


def body_beside_name(phrase: NounPhrase, sentence: Sentence) -> list[NounPhrase] | None:
    """*The Herald Ann Reed*: a body and a name that are read as one, each by itself."""
    place = phrase.head - 1
    token = sentence.tokens[place]
    is_body = phrase.kind == "name" and sentence.tags[phrase.first : phrase.head] in ("DO", "DK")
    if not is_body or not isinstance(token.item, Mention) or token.item.entity.kind not in BODY_KINDS:
        return None
    body = named_at(sentence, place, token.item.entity)
    return [body, replace(phrase, start=sentence.tokens[phrase.head].start, first=phrase.head, role=None)]


def _until_linked(reading: Reading, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
    """An enumeration up to the last member that *et* links; without one, only what comes first."""
    linked = [
        i for i in range(1, len(chain))
        if reading.words.linking.fullmatch(unit.between(placed_end(chain[i - 1], unit), chain[i].start))
    ]  # fmt: skip
    return chain[: max(linked, default=0) + 1]


def closes(reading: Reading, unit: Unit, end: int) -> bool:
    """Whether a clause ends at an offset."""
    return reading.words.clause_end.match(unit.flat, end - unit.start) is not None


def resumed(reading: Reading, cue: Cue, unit: Unit, chain: Sequence[NounPhrase]) -> list[NounPhrase]:
    """*compter sur X, qui le soutient, et sur Y*: the enumeration taken up again with the preposition
    of the cue."""
    preposition = cue.flat.split()[-1:]
    if not chain or not preposition or preposition[0] not in reading.words.resuming:
        return []
    low = unit.end_of(chain[-1]) - unit.start
    found: list[NounPhrase] = []
    clause = unit.flat.find(";", low)  # *voted for X; Y went the other way, for Z*
    high = min(low + 160, clause) if clause >= 0 else low + 160
    for match in reading.words.resuming[preposition[0]].finditer(unit.flat, low, high):
        starts = (unit.start + match.end(), unit.start + match.start("p"))
        found += [p for p in unit.sentence.phrases if p.start in starts][:1]
    return found


def spelled_out_after(reading: Reading, unit: Unit, chain: Sequence[NounPhrase]) -> list[NounPhrase]:
    """*Three unions: A, B and C*, *plusieurs élus, dont A et B*: the names that follow what counts them."""
    if len(chain) != 1 or chain[0].kind != "description" or not (chain[0].is_plural or chain[0].is_group):
        return []
    end = unit.end_of(chain[0]) - unit.start
    namely = reading.words.namely.match(unit.flat, end)
    if namely:
        return listed_from(reading, unit, unit.start + namely.end())
    if later := _spelled_out_later(reading, unit, end):
        return later
    apposed = listed_from(reading, unit, unit.start + end + 2) if unit.flat[end : end + 2] == ", " else []
    is_spelled = len(apposed) > 1 and all(p.kind == "name" for p in apposed)
    return apposed if is_spelled else _among_them(reading, unit, end)


def _spelled_out_later(reading: Reading, unit: Unit, end: int) -> list[NounPhrase]:
    """*Three ministers now standing against their party: A, B and C*: the names that close a sentence behind what is
    said of those whom they spell out."""
    tail = reading.words.described_then.match(unit.flat, end)
    if tail is None or any(
        m.entity.is_person for m in reading.context.people.between(unit.start + end, unit.start + tail.end())
    ):
        return []
    named = listed_from(reading, unit, unit.start + tail.end())
    is_spelled = bool(named) and all(p.kind == "name" and p.entity and p.entity.is_person for p in named)
    return named if is_spelled and closes(reading, unit, unit.part(unit.start + tail.end()).end_of(named[-1])) else []


def _among_them(reading: Reading, unit: Unit, end: int) -> list[NounPhrase]:
    """*The leaders who met last week, A and B among them*: the names before what tells that they are of those."""
    mark = reading.words.among_them.search(unit.flat, end, end + FAR_AMONG)
    last = next((p for p in unit.sentence.phrases if mark and unit.end_of(p) + 1 == unit.start + mark.start()), None)
    chain = coordinated(reading, unit, last) if last is not None else []
    is_apart = bool(chain) and unit.between(chain[0].start - 2, chain[0].start) == ", "
    return chain if is_apart and all(p.kind == "name" for p in chain) else []


def is_counted(reading: Reading, unit: Unit) -> bool:
    """Whether words begin with a number: *two women, A and B*."""
    first = unit.flat.split(maxsplit=1)[:1]
    return bool(first) and (first[0] in reading.words.numerals or first[0].isdigit())


def after_count(reading: Reading, unit: Unit) -> list[NounPhrase]:
    """*Two newspapers, the Sun and the Times*, *22 independents, among them A and B*: the names after what only
    counts them."""
    count = reading.words.count_of.match(unit.flat)
    chain = listed_from(reading, unit, unit.start + count.end()) if count else []
    least = 1 if count and count.groupdict().get("some") else 2
    if number := count.groupdict().get("number") if count else None:
        chain = chain if len(chain) == reading.words.numerals[number] else []  # *three rebels of his party, A, B and C*
    return chain if len(chain) >= least and all(p.kind == "name" for p in chain) else []


def add_bodies(reading: Reading, unit: Unit, chain: list[NounPhrase]) -> None:
    """Bodies of which only their capitals tell, at the end of an enumeration."""
    for _ in range(3):
        start = unit.end_of(chain[-1]) - unit.start if chain else 0
        link = reading.words.joining.match(unit.flat, start)
        body = body_after(reading, unit, unit.start + start, unit.start + link.end()) if link else None
        if body is None:
            return
        chain.append(body)
        if reading.words.and_joined.search(link[0] if link else ""):
            return


def is_object(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a phrase stands right behind a verb that has a subject."""
    is_behind = phrase.first > 0 and sentence.tags[phrase.first - 1] in "Vv"
    return is_behind and any(p.last < phrase.first - 1 and not p.governed for p in sentence.phrases)
