"""The noun phrases that are the subject of a verb group."""

from __future__ import annotations

import re
from dataclasses import replace

from minutier.extract.people import Mention
from minutier.extract.stands.bodies import (
    apposed_body,
    counted_group,
    first_word_group,
    named_at,
    named_group,
    native_of_place,
    nearly,
    opening_group,
)
from minutier.extract.stands.enumerations import (
    MARKS,
    PARENTHESES,
    apposed_list,
    coordinated,
    enumerated,
    enumeration,
    is_object,
)
from minutier.extract.stands.owners import (
    branch_at,
    branch_of_body,
    campaigner,
    owner_of_organ,
    possessor,
    workers_of_body,
)
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.relatives import antecedent_of, is_counting_off
from minutier.extract.stands.units import BODY_KINDS, Unit
from minutier.extract.syntax import NounPhrase, Sentence

_DECIMAL = re.compile(r"#[,.](?=#)#")
_SECOND_DESCRIBED = re.compile(r",?cD?[axrgfDLOpt']{1,8}$")
"""Classes of the words that describe one more person or body, behind those named first."""
_UNREAD_SUBJECT = re.compile(r"D[axtL]*[axgr]")
"""Classes of the words of a subject that is no phrase: *its locals*."""
_OF_RELATIVE = re.compile(r"(?<!,)w[tz]*[VvA][tzT]*$")
"""Classes of the words of a relative, no comma before it, whose verb is followed by its object."""
_REPORTING = re.compile(r",?[zt]*V")
_THAT_ONE = re.compile(r"c?hw")
"""Classes of the words of a pronoun with a relative of its own, at the head of a sentence: *celui qui*."""
_OPENS_ASIDE = re.compile(r"[bp]|[xa]p|[xt]?Vp(?=D?[OKLN])")  # historically close to the Communists
"""Classes of the words that open an aside: *despite …*, *true to a rule it adopted years ago*."""
_WITHIN_ASIDE = re.compile(r"[^VvAcbw]{2,10}[bw][^c,;:]{2,10}")
"""Classes of the words of an aside whose only verbs stand in a clause of its own: *no friend of X when she led it*."""
_LED = ("vpN", "xpN")
"""Classes of the words of a participle and its agent: *la CFDT, dirigée par X, …*."""
_LONGEST_ASIDE = 14
"""Tokens of what stands between a subject and its verb, in commas or dashes."""
_FAR_WHO = 120
"""Characters before a verb in which somebody is told to have been brought to it, or blamed for it."""
_FAR_ONE = 60
"""Characters before a relative that tell of how many somebody is one: *, one of the many*."""
_FAR_WORDS = 8
"""Tokens of a relative before the object of its verb."""
_FAR_BODY = 8
"""Words before a person's name among which the body is looked for that he speaks for."""


def subjects_of(reading: Reading, unit: Unit, start: int) -> list[NounPhrase]:
    """The noun phrases that are the subject of the verb group that begins at an offset, in order."""
    sentence = unit.sentence
    tokens, stop = sentence.tokens, sentence.index(start)
    tags = PARENTHESES.sub(
        lambda m: m[0] if m.start() < stop < m.end() else "(" + "#" * (len(m[0]) - 2) + ")",
        _DECIMAL.sub("###", sentence.tags),
    )
    index = stop - 1
    if that_one := _that_one(sentence, stop):
        return [that_one]
    if body := _body_owned(reading, unit, start):
        return [body]
    if tags[stop - 1 : stop + 1] == ",w":  # *the Greens, whose advice is to back X*
        return [replace(p, governed=False) for p in sentence.phrases if p.last == stop - 2][-1:]
    caused = reading.words.caused.search(unit.flat, max(0, start - unit.start - _FAR_WHO), start - unit.start)
    if caused := caused or blamed_for(reading, unit, start):
        first = unit.start + caused.start("who")
        if him := _whom_meant(reading, unit, first, caused["who"]):
            return [him]
        return enumerated(reading, unit, [replace(p, governed=False) for p in sentence.phrases if p.start == first])
    few = reading.words.the_few.search(unit.flat, max(0, start - unit.start - 70), start - unit.start)
    if few is not None:  # *X, one of the few to have backed Y*
        stop = sentence.index(unit.start + few.start())
        return coordinated(reading, unit, last) if (last := _last_before(sentence, stop)) else []
    if any(
        t.word in reading.words.infinitive_auxiliaries
        for t in tokens[stop : stop + 1 + (tags[stop : stop + 1] in "tz")]
    ):
        while index > 0 and stop - index < 5 and tags[index] in "VvATxz":
            index -= 1  # *X confie avoir voté Y*
    if speaker := _inverted_speaker(reading, sentence, tags, index):
        return speaker
    index, told, added = _left_of_asides(reading, unit, tags, index)
    if told:
        return told
    if index < 0:
        return earlier_subject(reading, sentence, start)
    low = tokens[index].start - unit.start
    is_counted = is_counting_off(sentence, index) or (
        tags[index] == "w" and reading.words.one_among.search(unit.flat, max(0, low - _FAR_ONE), low) is not None
    )
    if is_counted and (last := _named_before_comma(sentence, index)):
        return coordinated(reading, unit, last)
    is_relative = tags[index] == "w" or tags[max(0, index - 1) : index + 1] in ("gD", "rD")  # *the union that backs Y*
    if is_relative and tokens[index].word in reading.words.subject_relatives:
        return _subjects_of_relative(reading, unit, tags, index, stop)
    return _subjects_ending_at(reading, unit, tags, index, start) + added


def _whom_meant(reading: Reading, unit: Unit, start: int, word: str) -> NounPhrase | None:
    """*X writes that the war has convinced him to endorse Y*: the first person of a sentence whom a pronoun before an
    infinitive may stand for."""
    if word not in reading.words.pronoun_genders:
        return None
    gender = reading.words.pronoun_genders[word]
    named = (p for p in unit.sentence.phrases if p.end <= start and p.kind == "name" and not p.governed)
    return next((p for p in named if _is_somebody(p) and p.gender in ("", gender)), None)


def _that_one(sentence: Sentence, stop: int) -> NounPhrase | None:
    """*Celui qui soutenait Y en 2017 appelle à voter Z*: the pronoun that opens a sentence with a relative of its own,
    for the verb of the relative and one behind it."""
    opening = _THAT_ONE.match(sentence.tags)
    if opening is None or set(sentence.tags[opening.end() : stop]) & set("wb;:."):
        return None
    pronoun = next((p for p in sentence.phrases if p.first == opening.end() - 2 and not p.is_plural), None)
    is_own = stop <= opening.end()
    is_told = any(tag in "VA" for tag in sentence.tags[opening.end() : stop - 1])
    is_asided = sentence.tags[opening.end() : stop].count(",") % 2  # a third clause begins
    return pronoun if (is_own or is_told) and not is_asided else None


def _inverted_speaker(reading: Reading, sentence: Sentence, tags: str, index: int) -> list[NounPhrase]:
    """*« … », a soufflé X, avant d'appeler à voter Y*: whoever stands behind the verb of words right before it, and
    ends at a token or before its comma."""
    end = index - (tags[index : index + 1] == ",")
    last = next((p for p in sentence.phrases if p.last == end and not p.governed), None)
    place = len(tags[: last.first].rstrip("AVvTtz")) - 1 if last is not None else 0
    if last is None or place == last.first - 1:
        return []
    place -= tags[place : place + 1] == ","
    near = sentence.tokens[max(0, place - 1) : place + 1]  # the mark that closes the words may be a token
    is_said = place >= 0 and (tags[place] == "Q" or any(reading.quote_at(t.start) is not None for t in near))
    return [last] if is_said else []


def blamed_for(reading: Reading, unit: Unit, start: int) -> re.Match[str] | None:
    """Who is blamed or thanked, group ``who``, for what is told from an offset on: *attacked X for backing Y*."""
    return reading.words.blamed.search(unit.flat, max(0, start - unit.start - _FAR_WHO), start - unit.start)


def _left_of_asides(
    reading: Reading, unit: Unit, tags: str, index: int
) -> tuple[int, list[NounPhrase], list[NounPhrase]]:
    """The token left of the small words, parentheses and asides that stand before a verb; the subject, where an aside
    names it (*her rival, X, backs Y*); and who is added to it (*X, and with him Z, back Y*)."""
    sentence, tokens, added = unit.sentence, unit.sentence.tokens, list[NounPhrase]()
    for _ in range(4):
        if index >= 0 and (adjunct := _adjunct(reading, unit, tokens[index].end)):
            index = sentence.index(adjunct) - 1
        while index >= 0 and (
            tags[index] in "tz"
            or _is_adverb(reading, sentence, index)
            or tokens[index].word in MARKS
            or _is_of_all(reading, sentence, index)
        ):
            index -= 1
        if tags[max(0, index - 1) : index + 1] == "pL" and any(
            p.last == index - 2 and p.entity is not None and p.entity.kind in ("organization", "outlet")
            for p in sentence.phrases
        ):
            index -= 2  # the Teamsters in Washington back X
        if index >= 0 and tags[index] == ")" and "(" in tags[:index]:
            index = tags.rindex("(", 0, index) - 1
        elif index >= 0 and tags[index] == "-" and (opening := _opening_dash(sentence, tags, index)):
            index = opening - 1  # *X – no friend of Z – backs Y*
        elif index >= 0 and tags[index] == ",":
            if several := apposed_list(reading, unit, index - 1):
                return index, several, added
            joined = next(
                (p for p in sentence.phrases if p.last == index - 1 and "," in tags[p.first : p.last]),
                None,
            )
            if joined is not None:
                index -= 1
                break
            opening = max(tags.rfind(",", 0, index), tags.rfind("Q", 0, index - 1), -1)
            inside = [p for p in sentence.phrases if opening < p.first <= index and not p.governed]
            is_aside = index - opening <= 3 and not inside
            is_aside = is_aside or (opening >= 0 and _OPENS_ASIDE.match(tags, opening + 1) is not None)
            is_aside = is_aside or tags[opening + 1 : index] in _LED
            is_aside = is_aside or _WITHIN_ASIDE.fullmatch(tags, max(opening, 0) + 1, index) is not None
            if (
                opening < 0
                or index - opening > _LONGEST_ASIDE
                or (not is_aside and any(t in "VvA" for t in tags[opening + 1 : index]))
            ):
                if opening >= 0 and "w" in tags[opening + 1 : opening + 4]:
                    index = opening - 1
                    continue
                break
            before = next((p for p in sentence.phrases if p.last == opening - 1), None)
            if before is not None and before.governed and _fills(reading, inside, opening, index):
                return index, inside[:1], added  # *celui du PCF, Untel,*
            if before is None and _fills(reading, inside, opening, index) and tags[opening - 1 : opening] in "rgxL":
                others = _apposed_before(reading, unit, opening)
                return (
                    index,
                    [*others, inside[0]],
                    added,
                )  # *her first-round rival, Untel,*; *the Archbishop of York, Untel,*
            is_apposed = bool(inside) and inside[0].first - _is_title(reading, inside[0]) <= opening + 1
            if before and before.kind == "description" and is_apposed:
                named = inside[0].entity if inside[0].kind == "name" else None
                if named and (named.is_person or before.entity is None):
                    return index, [*_apposed_before(reading, unit, opening), inside[0]], added
            link = reading.words.linking.match(unit.flat, tokens[opening].start - unit.start) if opening >= 0 else None
            is_linked = link is not None and bool(inside) and unit.start + link.end() == inside[0].start
            if inside and (tags[opening + 1] == "c" or is_linked):  # *A, puis B, ont rallié X*
                added = inside
            index = _before_relative(reading, sentence, tags, opening - 1)
        else:
            break
    return index, [], added


def _opening_dash(sentence: Sentence, tags: str, index: int) -> int:
    """The dash that opens what another closes, right behind a name; 0 for none."""
    opening = tags.rfind("-", max(0, index - _LONGEST_ASIDE), index)
    return opening if any(p.last == opening - 1 and p.kind == "name" for p in sentence.phrases) else 0


def _is_of_all(reading: Reading, sentence: Sentence, index: int) -> bool:
    """*A and B, who both back X*, *A et B, qui tous deux …*: whether a token says that all of them do."""
    words = [t.word for t in sentence.tokens[max(0, index - 1) : index + 1]]
    if len(words) < 2 or words[1] not in reading.words.alike:
        return False
    return sentence.tags[index - 1] == "w" or words[0] in reading.words.alike


def _before_relative(reading: Reading, sentence: Sentence, tags: str, index: int) -> int:
    """The token before a relative that ends at one: *the Bugle, which backed X, its first Democrat, chose nobody*."""
    place = tags.rfind(",w", 0, index)
    if place < 0 or set(tags[place + 2 : index + 1]).isdisjoint("VvA") or set(tags[place + 1 : index + 1]) & set(",;:"):
        return index
    return place - 1 if sentence.tokens[place + 1].word in reading.words.subject_relatives else index


def _named_before_comma(sentence: Sentence, index: int) -> NounPhrase | None:
    """*X and Y of Leeds, both of whom back Z*, *X, one of those who back Z*: who is named last before the comma that
    stands before a token, no body that he is told to be of."""
    comma = sentence.tags.rfind(",", 0, index)
    before = [p for p in sentence.phrases if p.last < comma and p.kind == "name"] if comma > 0 else []
    if len(before) > 1 and before[-1].governed and sentence.tags[before[-2].last + 1 : before[-1].first] in ("f", ""):
        before.pop()
    return replace(before[-1], governed=False) if before else None


def _subjects_of_relative(reading: Reading, unit: Unit, tags: str, index: int, stop: int) -> list[NounPhrase]:
    """Who takes the stand of a relative whose pronoun is a token: *X, who backs Y*, *X is one of those who back Y*."""
    sentence, tokens = unit.sentence, unit.sentence.tokens
    if index == 1 and tokens[0].word in reading.words.pronoun_genders:  # *lui qui a voté Y, X …*
        comma = tags.find(",", stop)
        return [p for p in sentence.phrases if comma > 0 and p.first == comma + 1 and not p.governed]
    antecedent = antecedent_of(reading, sentence, index)
    if tokens[index].word in reading.words.thing_relatives and (antecedent is None or _is_somebody(antecedent)):
        end = index - 1 - (tags[index - 1] == ",")
        organ = owner_of_organ(reading, sentence, end) or branch_of_body(reading, sentence, end)
        return [organ] if organ else []  # *the Bugle's editorial board, which …*
    if antecedent is not None and _is_message(reading, sentence, antecedent):
        main = _main_before(sentence, antecedent)  # *cut an ad that asked people to back Y*
        return [main] if main is not None else []
    if antecedent is None and index > 1 and tokens[index - 1].word in reading.words.heedless:
        low = tokens[index - 1].start - unit.start
        if tags[index - 2] == "," and tokens[index - 1].word in reading.words.one_more:  # *X, another who backs Y*
            return coordinated(reading, unit, last) if (last := _last_before(sentence, index - 2)) else []
        if among := reading.words.counted.search(unit.flat, max(0, low - 60), low):
            return subjects_of(reading, unit, unit.start + among.start())
    if antecedent is not None and (closing := _closing_person(sentence, antecedent)):
        return [closing]
    low = antecedent.start - unit.start if antecedent else 0
    one = reading.words.counted.search(unit.flat, max(0, low - 60), low) if antecedent else None
    is_one = antecedent is not None and (antecedent.is_indefinite or reading.words.one_of.match(unit.flat, low))
    if is_one and one is None:  # *X is another MP who backs Y*
        one = reading.words.copula.search(unit.flat, max(0, low - 60), low)
    if one is not None and antecedent is not None and antecedent.kind == "description":
        return subjects_of(reading, unit, unit.start + one.start())  # *X is one of those who back Y*
    if antecedent is None and tags[index - 1 : index] == ",":  # *la Fédération protestante, qui …*
        group = native_of_place(reading, unit, index - 2) or named_group(reading, unit, index - 2)
        return [group] if group else []
    if antecedent is None:
        return []
    if party := _party_of_many(reading, sentence, index):
        return [party]
    verb = next((t.word for t in tokens[index + 1 : index + 5] if t.tag not in "tz"), "")
    before = sentence.tags[max(0, antecedent.first - _FAR_WORDS) : antecedent.first]
    is_one = before.endswith("f") and "c" in before  # *the support of A and of B, who voted Y*
    is_one = is_one or (antecedent.kind == "name" and reading.words.singular.fullmatch(verb) is not None)
    return [antecedent] if is_one else coordinated(reading, unit, antecedent)


def _party_of_many(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*X of the Greens, who for their part are backing Y*: the party right before a relative in the plural."""
    named = next((p for p in sentence.phrases if p.last == index - 2 and p.kind == "name" and p.governed), None)
    if named is None or named.entity is None or named.entity.kind != "party" or sentence.tags[index - 1] != ",":
        return None
    auxiliary = next((t.word for t in sentence.tokens[index + 1 : index + 6] if t.tag == "A"), "")
    return replace(named, governed=False) if reading.words.plural.fullmatch(auxiliary) else None


def _closing_person(sentence: Sentence, phrase: NounPhrase) -> NounPhrase | None:
    """*A blow to X, who backs Y*: whose name closes a description that is of nobody."""
    token = sentence.tokens[phrase.last]
    is_of_thing = phrase.kind == "description" and phrase.entity is None and sentence.tags[phrase.head] == "x"
    if not is_of_thing or not isinstance(token.item, Mention) or token.item.entity.kind not in ("person", "party"):
        return None
    return named_at(sentence, phrase.last, token.item.entity)


def _subjects_ending_at(reading: Reading, unit: Unit, tags: str, index: int, start: int) -> list[NounPhrase]:
    """The subject that ends at a token, right before a verb group that begins at an offset."""
    sentence, stop = unit.sentence, unit.sentence.index(start)
    phrase = next((p for p in sentence.phrases if p.first <= index <= p.last), None)
    is_over = phrase is not None and phrase.last >= stop
    if phrase is not None and is_over and phrase.kind == "name" and phrase.first < stop:
        before = unit.part(unit.start, start)  # *the Greens back X*, read as one name
        cut = next((p for p in before.sentence.phrases if p.first == phrase.first and p.last == index), None)
        if cut is not None and (body := _body_apposed(before, cut)):
            return [body]
        is_joined = cut is not None and sentence.tags[cut.first - 1 : cut.first] == "c"  # *X and the Union back Y*
        return coordinated(reading, before, cut) if cut is not None and cut.is_plural | cut.is_group | is_joined else []
    if phrase is not None and is_over and (sentence.tags[stop] == "G" or _is_stretch(phrase, stop)):
        return []  # *a video asking people to…*, *spent a week campaigning for X*
    told_of = sentence.tags[stop + (sentence.tags[stop : stop + 1] in ("D", "z")) :][:1]
    is_gerund = (
        told_of == "G" or unit.flat[start - unit.start :].split(" ")[0].split("'")[-1] in reading.words.gerund_forms
    )
    if phrase is not None and is_gerund and _is_message(reading, sentence, phrase):
        return []  # *sent an email to members urging …*, *un billet l'assurant de …*
    begin = max(0, phrase.first - _FAR_WORDS) if phrase is not None else 0
    if phrase is not None and _OF_RELATIVE.search(sentence.tags, begin, phrase.first):
        return []  # *62% of those who chose X would switch to Y*
    if phrase is not None and (signed := _signatories(reading, unit, phrase)):
        return signed
    if person := _named_of(sentence, index):
        return coordinated(reading, unit, person)
    if phrase is None:
        phrase = nearly(reading, sentence, index)
    if branch := branch_of_body(reading, sentence, index):
        return [branch]
    if workers := workers_of_body(reading, sentence, index):
        return coordinated(reading, unit, workers)
    if owner := owner_of_organ(reading, sentence, index):
        return [owner]
    if owner := campaigner(reading, sentence, index):
        return [owner]
    if tags[index] == "'" and index and (owner := possessor(sentence, index - 1)):
        return [owner]
    if phrase is None and tags[index + 1 : index + 2] == "'" and (owner := possessor(sentence, index)):
        return [owner]  # *X's decision to back Y*
    if phrase is None and (native := native_of_place(reading, unit, index)):
        return [native]
    is_inside = phrase is not None and phrase.governed and phrase.kind == "description" and phrase.entity is None
    is_inside = is_inside and bool(sentence.words.adjective_endings)  # *la Conférence des évêques*
    if phrase is None and (body := apposed_body(reading, unit, index)):
        return [body]
    if (phrase is None or is_inside) and (group := named_group(reading, unit, index)):
        return coordinated(reading, unit, group)
    if phrase is not None and phrase.governed and phrase.last == index and _opens_clause(reading, sentence, phrase):
        return coordinated(reading, unit, replace(phrase, governed=False))
    if phrase is None or phrase.governed:
        group = counted_group(reading, unit, sentence.tokens[index].end)
        if group is not None:
            found = coordinated(reading, unit, group)
            is_rest = reading.words.the_others.search(unit.between(group.start, group.end)) is not None
            return found[:-1] if is_rest and len(found) > 1 else found
    if phrase is None and tags[index] not in ",;:-bc(T":
        return []
    if phrase is None or phrase.governed:
        place = sentence.tokens[index].end if tags[index] in "cb" else start  # *X lost and then, …, backed Y*
        found = earlier_subject(reading, sentence, place)
        several = _sharing_verb(reading, unit, found)
        return several or enumerated(reading, unit, found) or opening_group(reading, unit, start)
    is_behind_object = sentence.tags[stop : stop + 1] in ("p", "h")  # *told the Bugle he voted Y*
    if is_behind_object and (main := _main_before(sentence, phrase)):
        return coordinated(reading, unit, main)
    return coordinated(reading, unit, phrase)


def _sharing_verb(reading: Reading, unit: Unit, found: list[NounPhrase]) -> list[NounPhrase]:
    """*Exodus: A and B have left X and backed Y*: all of those whose last name a verb in the plural follows."""
    if len(found) != 1 or found[0].kind != "name":
        return []
    after = unit.sentence.tokens[found[0].last + 1 : found[0].last + 2]
    if not after or reading.words.plural.fullmatch(after[0].word) is None:
        return []
    chain = coordinated(reading, unit, found[0])
    return chain if len(chain) > 1 else []


def _body_apposed(unit: Unit, group: NounPhrase) -> NounPhrase | None:
    """*The Sierra Club, a green group backing X, …*: the body whose name stands before words for a group."""
    if group.kind != "description" or unit.sentence.tags[group.first - 1 : group.first + 1] != ",D":
        return None
    beside = next((p for p in unit.sentence.phrases if p.last == group.first - 2), None)
    is_body = beside is not None and beside.entity is not None and beside.entity.kind in BODY_KINDS
    return beside if is_body and beside is not None and not beside.governed else None


def _is_stretch(phrase: NounPhrase, stop: int) -> bool:
    """Whether a noun phrase was read on over the verb that begins at a token: *a week campaigning for X*."""
    return phrase.first < stop <= phrase.last and phrase.kind == "description" and phrase.entity is None


def _is_somebody(phrase: NounPhrase) -> bool:
    return phrase.entity is not None and phrase.entity.kind == "person"


def _is_message(reading: Reading, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a phrase is a letter, an advertisement or the like, in which somebody speaks."""
    return phrase.kind == "description" and sentence.tokens[phrase.head].word in reading.words.messages


def _signatories(reading: Reading, unit: Unit, phrase: NounPhrase) -> list[NounPhrase]:
    """*A letter signed by X and Z asks people to back Y*: those by whom a message is told to be, the last of whom
    stands right before the verb."""
    low = phrase.start - unit.start
    signed = reading.words.message_by.search(unit.flat, max(0, low - _FAR_BY), low)
    if signed is None or phrase.kind != "name":
        return []
    named = enumeration(reading, unit, unit.start + signed.end(), is_list=True)
    is_whole = bool(named) and named[-1].start == phrase.start
    return [replace(p, governed=False) for p in (named if is_whole else [phrase])]


_FAR_BY = 90
"""Characters from the noun for a message to the last of those by whom it is."""


def _body_owned(reading: Reading, unit: Unit, start: int) -> NounPhrase | None:
    """*Anna Reed of Unite, whose union has backed X*: the body named right before the relative."""
    whose = reading.words.whose_body.search(unit.flat, max(0, start - unit.start - 40), start - unit.start)
    if whose is None:
        return None
    index = unit.sentence.index(unit.start + whose.start())
    named = next((p for p in unit.sentence.phrases if p.last == index - 1), None)
    named = named or first_word_group(reading, unit, index - 1)
    if named is None or named.entity is None:
        return None
    if not named.entity.is_person:
        return replace(named, governed=False)
    tokens = unit.sentence.tokens
    for place in range(named.last - 1, max(-1, named.last - _FAR_BODY), -1):  # *la patronne de la CGT, Untel, …*
        item = tokens[place].item
        if isinstance(item, Mention) and item.entity.kind in BODY_KINDS:
            return named_at(unit.sentence, place, item.entity)
    party = reading.context.references.party(named.entity)
    return replace(named, entity=party, governed=False, is_group=True, role=None) if party else None


def _last_before(sentence: Sentence, stop: int) -> NounPhrase | None:
    """The phrase that ends right before a token, *of Denver* left aside."""
    named = [p for p in sentence.phrases if p.last < stop and not p.governed]
    between = sentence.tags[named[-1].last + 1 : stop] if named else "#"
    return named[-1] if named and not set(between) - set("fpDLxO") and len(between) < 5 else None


def _adjunct(reading: Reading, unit: Unit, end: int) -> int | None:
    """*The Sun this time backed Y*: where a time or the like between a subject and its verb begins."""
    low = max(0, end - unit.start - 30)
    found = reading.words.adjuncts.search(unit.flat[low : end - unit.start] + " ")
    return unit.start + low + found.start() if found else None


def _named_of(sentence: Sentence, index: int) -> NounPhrase | None:
    """*Untel of the flight attendants*, *Untel de la CGT*: the person, when what completes the name ends at a
    token."""
    first = index - (sentence.tags[index - 1 : index + 1] == "fN")  # *Untel of Gary*
    while first > 0 and sentence.tags[first] in "DxagLO'" and index - first < 6:
        first -= 1
    if sentence.tags[first] != "f" or first == index:
        return None
    before = next((p for p in sentence.phrases if p.last == first - 1), None)
    if before is None or before.kind != "name" or before.entity is None or before.governed:
        return None
    return before if before.entity.kind == "person" else None


def _opens_clause(reading: Reading, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether the preposition before a phrase may open a clause of which it is the subject: *since X
    endorsed Y*."""
    if phrase.first > 0 and sentence.tokens[phrase.first - 1].word in reading.words.subordinating:
        return True
    opens = not sentence.tags[: phrase.first].strip("cp") and phrase.kind == "name"
    return opens and sentence.tags[phrase.first : phrase.last + 1] == "DxN"  # from the left Anna Reed calls…


def _apposed_before(reading: Reading, unit: Unit, opening: int) -> list[NounPhrase]:
    """*The rabbi, A, and the head of the church, B,*; *A, B and the drivers' union, C,*: who is named before the
    description that ends at a comma."""
    sentence = unit.sentence
    described = _SECOND_DESCRIBED.search(sentence.tags, 0, opening)
    if described is None:
        return []
    last = next((p for p in sentence.phrases if p.last == described.start() - 1 and p.kind == "name"), None)
    if last is None or last.governed or is_object(sentence, last):
        return []
    return [last] if sentence.tags[described.start()] == "," else coordinated(reading, unit, last, is_linked=True)


def _fills(reading: Reading, inside: list[NounPhrase], opening: int, closing: int) -> bool:
    """Whether the name of one person, newspaper or body, not of a party, is all that stands between two commas."""
    if len(inside) != 1 or inside[0].kind != "name" or inside[0].entity is None:
        return False
    first = inside[0].first - (closing - opening > 3 and _is_title(reading, inside[0]))  # *, Mgr Untel,*
    return inside[0].entity.kind not in ("party", "place") and (first, inside[0].last) == (opening + 1, closing - 1)


def _is_title(reading: Reading, phrase: NounPhrase) -> bool:
    """Whether a short word in capitals stands before a name: *Mgr*, *Sir*."""
    before = reading.context.text[max(0, phrase.start - 6) : phrase.start]
    word = before.split()[-1:]
    return bool(word) and word[0][:1].isupper() and len(word[0]) <= 5


def _is_adverb(reading: Reading, sentence: Sentence, index: int) -> bool:
    word, start = sentence.tokens[index].word, sentence.tokens[index].start
    if word in reading.words.preverbal and reading.context.text[start].islower():
        return True  # not *Priorities First*
    return sentence.tags[index] == "x" and word.endswith(reading.words.adverb_endings)


def main_subject(reading: Reading, unit: Unit, start: int) -> list[NounPhrase]:
    """The subject of the sentence that a participle or a noun belongs to, unless it has a subject of
    its own."""
    index = unit.sentence.index(start) - 1
    if index >= 0 and unit.sentence.tags[index] in "LNOK":
        return []
    beside = next((p for p in unit.sentence.phrases if p.last == index - 1), None)
    is_behind_name = index > 0 and unit.sentence.tags[index] == "p" and beside is not None and beside.kind == "name"
    if is_behind_name and beside is not None and not beside.governed:
        return [_main_before(unit.sentence, beside) or beside]  # tweeted X after voting for Y
    own = [
        p
        for p in unit.sentence.phrases
        if p.last < index
        and p.kind == "name"
        and not p.governed
        and not p.embedded
        and unit.sentence.tags[max(0, p.first - 2) : p.first] == ",c"
    ]
    return own[-1:] or _whose_clause(reading, unit, index) or earlier_subject(reading, unit.sentence, start)


def _main_before(sentence: Sentence, phrase: NounPhrase) -> NounPhrase | None:
    """The subject of the verb whose object a phrase is: *X a soutenu Z avant de rallier Y*, *X backed Z before
    switching to Y*.
    """
    main = sentence.main_subject(phrase.first) or next((p for p in sentence.phrases if not p.governed), phrase)
    if main is phrase:
        return None
    place = main.last + 1
    apposed = next((p for p in sentence.phrases if p.first == place + 1 and p.kind == "description"), None)
    is_apart = apposed is not None and sentence.tags[place] == sentence.tags[apposed.last + 1 : apposed.last + 2] == ","
    if apposed is not None and is_apart:
        place = apposed.last + 2  # *Unite, the largest union, backed X before …*
    if sentence.tags[place : place + 2] == ",w":
        place = sentence.tags.find(",", place + 2) + 1  # *X, who had left the race, has told the Bugle he …*
    return main if sentence.is_verb(place) else None


def _whose_clause(reading: Reading, unit: Unit, index: int) -> list[NounPhrase]:
    """*At the union, which spent the campaign urging …*: what the relative stands for whose verb comes first."""
    sentence = unit.sentence
    place = max(sentence.tags.rfind(mark, 0, index) for mark in "w;:.")
    if place < 0 or sentence.tokens[place].word not in reading.words.subject_relatives:
        return []
    *inside, last = sentence.tags[place:index].split(",")
    if inside and not set("VvA").isdisjoint(last):
        return []  # *the MP who had held it, X, was suspended for urging …*
    antecedent = antecedent_of(reading, sentence, place) if sentence.is_verb(place + 1) else None
    return coordinated(reading, unit, antecedent) if antecedent is not None else []


def earlier_subject(reading: Reading, sentence: Sentence, start: int) -> list[NounPhrase]:
    """The subject that a verb group at an offset goes on from; nobody when its clause has one that was not read."""
    index = sentence.index(start)
    clause = sentence.tags.rfind(";", 0, index) + 1
    if clause and (opening := next((p for p in sentence.phrases if p.first == clause and p.last < index), None)):
        return [opening]  # *A told readers to vote X; B spent a week pleading with its own to vote Y*
    if clause and sentence.tags[clause] != "h" and _UNREAD_SUBJECT.search(sentence.tags, clause, index):
        return []  # *the union chose nobody; several of its locals sided with X*
    if antecedent := _relative_before(reading, sentence, index):
        return [antecedent]
    if contrasted := _contrasted(reading, sentence, index):
        return [contrasted]
    phrase = _inverted(reading, sentence, index) or _named_aside(sentence, sentence.subject_before(index), index)
    if branch := branch_at(reading, sentence, phrase.first if phrase is not None else 0):
        return [branch]  # *Unite's health division broke ranks and backed X*
    if phrase is None:  # *la LCR d'Untel appelle à manifester mais ne dit pas…*
        phrase = next(
            (
                p
                for p in sentence.phrases
                if p.last < index
                and p.kind == "name"
                and not p.governed
                and not p.embedded
                and sentence.tags[p.last + 1 : p.last + 2] == "f"
            ),
            None,
        )
    if phrase is not None and phrase.kind == "description" and sentence.tags[phrase.first - 1 : phrase.first] == ",":
        named = next((p for p in sentence.phrases if p.last == phrase.first - 2 and p.kind == "name"), None)
        phrase = named if named is not None and not named.governed else phrase  # *Compass, the pressure group, …*
    return [phrase] if phrase is not None else []


def _relative_before(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*Thanks to X, who bowed out and endorsed Y*: the antecedent of a relative whose second verb stands at a
    token."""
    tags = sentence.tags
    place = tags.rfind("w", 0, index)
    is_second = place > 0 and tags[place - 1] == "," and tags[index - 1] == "c"
    if not is_second or sentence.tokens[place].word not in reading.words.subject_relatives:
        return None
    return None if set(tags[place:index]) & set(",;:.NOK") else antecedent_of(reading, sentence, place)


def _contrasted(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*A joins them, while B prefers to name names and backs X*: the subject of a clause of contrast whose second verb
    stands at a token."""
    if sentence.tags[index - 1 : index] != "c":
        return None
    for phrase in reversed([p for p in sentence.phrases if p.last < index and not p.governed]):
        if "," in sentence.tags[phrase.last : index]:
            return None
        first = max(0, phrase.first - _LONGEST_CONJUNCTION)
        lead = " ".join(token.word for token in sentence.tokens[first : phrase.first])
        opening = reading.words.meanwhile.search(lead)
        if opening is not None and opening.end() == len(lead):
            return phrase
    return None


_LONGEST_CONJUNCTION = 2
"""Words of a conjunction of contrast: *tandis que*."""


def _named_aside(sentence: Sentence, phrase: NounPhrase | None, stop: int) -> NounPhrase | None:
    """*The MP who had held it, X, was told to…*: the name between commas behind a description and its relative."""
    if phrase is None or phrase.kind != "description":
        return phrase
    tags = sentence.tags
    for name in sentence.phrases:
        if name.kind != "name" or not phrase.last < name.first < name.last + 1 < stop or name.embedded:
            continue
        is_apart = tags[name.first - 1] == "," and tags[name.last + 1] == ","
        between = tags[phrase.last + 1 : name.first - 1]
        if is_apart and name.entity and name.entity.is_person and ("," not in between) and between[:1] in ("", "w"):
            return name
    return phrase


def _inverted(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*« … », reconnaît X, avant de …*: the subject behind the verb by which words quoted are reported."""
    quotation = reading.context.quotation_at(sentence.start)
    verb = _REPORTING.match(sentence.tags, sentence.index(quotation.end)) if quotation is not None else None
    if verb is None:
        return None
    after = next((p for p in sentence.phrases if p.first == verb.end()), None)
    return after if after is not None and after.last < index and not after.governed else None
