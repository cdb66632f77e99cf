"""Who takes the stand of a cue."""

from __future__ import annotations

import re
from dataclasses import replace

from minutier.extract.folding import fold
from minutier.extract.people import Entity, Mention
from minutier.extract.stands.appositions import subject_behind_comma
from minutier.extract.stands.bodies import named_at
from minutier.extract.stands.complements import complements_of, of_them
from minutier.extract.stands.enumerations import coordinated, enumerated, enumeration
from minutier.extract.stands.groups import is_camp
from minutier.extract.stands.owners import owner_before
from minutier.extract.stands.persons import group_before, other_person, speaker_of
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.sides import sides_of, summed_up
from minutier.extract.stands.subjects import blamed_for, earlier_subject, main_subject, subjects_of
from minutier.extract.stands.units import BODIES, BODY_KINDS, ENDORSERS, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase, Sentence


def endorsers_of(reading: Reading, cue: Cue) -> list[Side]:
    """The subject of a cue, or the speaker of the words that it stands in."""
    if by := reading.words.told_by.match(cue.flat):  # *members were urged by X to vote Y*
        return complements_of(reading, cue, cue.start + by.end(), ENDORSERS)[:1]
    if reading.words.called_upon.match(cue.flat):
        return _body_of_flock(reading, cue)
    if behind := _of_those(reading, cue):
        return behind
    together = _in_turn(reading, cue) or _in_company(reading, cue) or _among_them(reading, cue)
    if told := together or _named_after(reading, cue):
        return told
    subjects = [] if cue.is_impersonal else subjects_of(reading, cue.unit, cue.start)
    if not cue.is_impersonal and reading.words.sequel.match(cue.flat):  # *X remercie ses amis avant d'appeler à …*
        earlier = earlier_subject(reading, cue.unit.sentence, cue.start)
        subjects = [p for p in earlier if p.kind != "impersonal"] or subjects
    subjects = _relative_owner(reading, subjects, cue) or subjects
    if subjects and _is_excepted(reading, cue.unit, subjects[0]):
        return []
    if tellers := sides_of(reading, _tellers(reading, cue), cue.unit, cue, ENDORSERS):
        return tellers
    if cue.is_participial and (one := _one_among(reading, cue)):
        subjects = one
    is_united = reading.words.united_in.match(cue.flat) is not None  # *X was alone in backing Y*
    if (
        cue.is_participial
        and not is_united
        and not blamed_for(reading, cue.unit, cue.start)
        and reading.words.gerunds.search(cue.unit.flat, 0, cue.head - cue.unit.start)
    ):
        subjects = []  # *X appelle à battre Y en votant Z*
    if not subjects and not cue.is_impersonal and cue.is_participial:
        subjects = main_subject(reading, cue.unit, cue.start)
        subjects = _apposed_names(reading, subjects, cue) or enumerated(reading, cue.unit, subjects)
        before = cue.unit.flat[: cue.start - cue.unit.start]
        is_opening = reading.words.having.search(before) or reading.words.opening_act.fullmatch(before)
        is_bare = not before.strip() and cue.start == cue.head  # *Appelant à voter Y, X part*
        if not subjects and (is_opening or is_bare):
            rest, phrases = subject_behind_comma(cue.unit, cue.end)  # *après avoir soutenu Y, X …*
            return sides_of(reading, phrases, rest, cue, ENDORSERS)
        mark = reading.words.gerunds.search(cue.unit.flat, 0, cue.head - cue.unit.start)
        if not subjects and mark is not None and not cue.unit.flat[: mark.start()].strip():
            rest, phrases = subject_behind_comma(cue.unit, cue.end)  # *en votant Y, X surprend son camp*
            named = [p for p in phrases if p.kind == "name" and p.entity is not None and p.entity.is_person]
            return sides_of(reading, named, rest, cue, ENDORSERS)
    is_somebody = len(subjects) == 1 and cue.unit.first_word(subjects[0]) in reading.words.somebody
    if is_somebody and not cue.unit.is_quoted and (found := within(reading, cue)):
        return found
    own_voice = cue.is_impersonal or any(
        p.kind == "impersonal" and cue.unit.first_word(p) in reading.words.first_person for p in subjects
    )
    is_elliptic = not cue.unit.between(cue.unit.start, cue.start).strip(" \x00")  # *Voted Yes at seven. — X (@x)*
    if not subjects and cue.unit.is_quoted and (cue.is_participial or is_elliptic):
        own_voice = True
    if cue.unit.is_quoted or reading.quote_at(cue.head) is not None:
        own_voice = own_voice or any(is_camp(reading, p, cue.unit) for p in subjects)
    verb = _ASIDE.sub(" ", cue.unit.between(cue.start, cue.head))  # *avait, on s'en souvient, soutenu Y*
    said = [*verb.split(), cue.flat.split("'")[0]]
    if reading.words.first_person.intersection(said):
        own_voice = True  # *under no circumstances would I vote for*
    if not own_voice and (asked := _asked(reading, cue)):
        return asked
    if own_voice:
        speaker = speaker_of(reading, cue)
        if speaker is None and cue.is_impersonal and not cue.unit.is_quoted:
            return reporters(reading, cue) or _before_colon(reading, cue)
        return [speaker] if speaker else headed(reading, cue)
    if len(subjects) == 1 and cue.unit.first_word(subjects[0]) in reading.words.body_pronouns:
        return _body_spoken_of(reading, subjects[0], cue)
    is_named = any(p.kind in ("name", "pronoun") for p in subjects)
    if not is_named and (counted := _counted(reading, cue)):
        return counted
    if summed := summed_up(reading, cue):
        return summed
    if both := _both_named_before(reading, cue):
        return both
    if len(subjects) == 1 and subjects[0].kind == "pronoun" and subjects[0].is_plural:
        several = _several(reading, subjects[0], cue)
        if several:
            return several
    if len(subjects) == 1 and (body := _body_of_sentence(reading, subjects[0], cue)):
        return body
    found = sides_of(reading, subjects, cue.unit, cue, ENDORSERS)
    is_told_next = len(subjects) == 1 and subjects[0].is_plural and subjects[0].kind == "description"
    is_told_next = is_told_next or (not subjects and not cue.is_impersonal and _is_plural(reading, cue))
    if not found and is_told_next:
        found = _said_so_next(reading, cue)
    if not found and cue.is_participial and cue.construction.stance == "oppose":
        return reporters(reading, cue) or _before_colon(reading, cue)  # *Mot d'ordre de X : pas une voix pour Y*
    if not found and len(subjects) == 1 and subjects[0].kind == "pronoun" and not subjects[0].is_plural:
        main = [p for p in earlier_subject(reading, cue.unit.sentence, subjects[0].start) if p.kind == "name"]
        if subjects[0].gender:  # *told the Bugle he voted X*: no newspaper
            main = [p for p in main if p.entity is not None and p.entity.kind in ("person", "unknown")]
        agreeing = [p for p in main if not p.gender or not subjects[0].gender or p.gender == subjects[0].gender]
        found = sides_of(reading, agreeing, cue.unit, cue, ENDORSERS)
    return found


def _of_those(reading: Reading, cue: Cue) -> list[Side]:
    """*Parmi ceux qui avaient soutenu Y, X et Z se taisent*: the names behind the comma."""
    opening = reading.words.of_those.match(cue.unit.flat)
    if opening is None or cue.start > cue.unit.start + opening.end():
        return []
    rest, subjects = subject_behind_comma(cue.unit, cue.end)
    named = enumeration(reading, rest, subjects[0].start, is_subject=True) if subjects else []
    return sides_of(reading, [p for p in named if p.kind == "name"], rest, cue, ENDORSERS)


def _apposed_names(reading: Reading, subjects: list[NounPhrase], cue: Cue) -> list[NounPhrase]:
    """*Two big unions, A and B, published a text calling for a vote for Y*: the names of those described."""
    sentence = cue.unit.sentence
    described = subjects[0] if len(subjects) == 1 else None
    if described is None or described.kind != "description" or not described.is_plural:
        return []
    opening = described.last + 1
    closing = sentence.tags.find(",", opening + 1, sentence.index(cue.start))
    if sentence.tags[opening : opening + 1] != "," or closing < 0:
        return []
    if not (sentence.is_verb(closing + 1) or sentence.tags[closing + 1] == "x"):  # no list has every verb
        return []
    return subjects_of(reading, cue.unit, sentence.tokens[closing + 1].start)


def _is_excepted(reading: Reading, unit: Unit, subject: NounPhrase) -> bool:
    """*Every paper but the Mail backed X*, *not one paper backed X*: whether who stands there takes no stand."""
    start = unit.sentence.tokens[subject.first].start - unit.start
    return reading.words.excepted.search(unit.flat, max(0, start - 60), start) is not None


def _body_of_flock(reading: Reading, cue: Cue) -> list[Side]:
    """*The Bugle's readers were told to vote Y*, *members of Unite were urged to back Y*: the body."""
    if reading.words.own_flock.search(cue.unit.flat, 0, cue.start - cue.unit.start):
        return _before_colon(reading, cue) or sides_of(reading, cue.unit.sentence.phrases[:1], cue.unit, cue, ENDORSERS)
    flock = reading.words.flock.search(cue.unit.flat, 0, cue.start - cue.unit.start)
    if flock is None:
        return []
    named = reading.context.people.between(max(cue.unit.start, cue.unit.start + flock.start() - 40), cue.start)
    bodies = [m for m in named if m.entity.kind in BODIES["party answer"]]
    return [Side(m.entity.name, m.entity, m.start, m.end) for m in bodies[-1:]]


def _in_turn(reading: Reading, cue: Cue) -> list[Side]:
    """*C'est au tour de X d'appeler à …*: who stands inside what governs the verb."""
    turn = reading.words.turns.match(cue.flat)
    return complements_of(reading, cue, cue.start + turn.end(), ENDORSERS) if turn else []


def _in_company(reading: Reading, cue: Cue) -> list[Side]:
    """*X joined Y in backing Z*: both."""
    start = cue.start - cue.unit.start
    verb = reading.words.in_company.search(cue.unit.flat, max(0, start - 90), start)
    if verb is None:
        return []
    subjects = subjects_of(reading, cue.unit, cue.unit.start + verb.start())
    found = sides_of(reading, subjects, cue.unit, cue, ENDORSERS)
    return found + complements_of(reading, cue, cue.unit.start + verb.start("other"), ENDORSERS) if found else []


def _among_them(reading: Reading, cue: Cue) -> list[Side]:
    """*Plusieurs élus, dont A et B, appellent à …*: the names told of those who do."""
    unit, start = cue.unit, cue.start - cue.unit.start
    mark = None
    for match in reading.words.among.finditer(unit.flat, max(0, start - 160), start):
        mark = match
    if mark is None:
        return []
    if not _are_many(reading, unit, mark.start()):
        return []
    rest = unit.part(unit.start + mark.end(), cue.start)
    chain = enumeration(reading, rest, rest.start, is_list=True)
    is_whole = bool(chain) and not unit.between(rest.end_of(chain[-1]), cue.start).strip(" ,")
    return sides_of(reading, chain, rest, cue, ENDORSERS) if is_whole else []


def _are_many(reading: Reading, unit: Unit, end: int) -> bool:
    """Whether the subject that stands before a place of a unit is several who are not named: *plusieurs élus*."""
    before = subjects_of(reading, unit, unit.start + end)
    if before:
        return len(before) == 1 and (before[0].is_plural or before[0].is_group)
    noun = unit.flat[max(0, end - 70) : end].rstrip()  # which nothing else tells
    counted = reading.words.several.search(f"{noun}, ")
    return counted is not None and reading.words.not_endorsers.isdisjoint(map(fold, counted[0].split()))


def _named_after(reading: Reading, cue: Cue) -> list[Side]:
    """*Most unions lined up behind Y months ago, among them A and B*, *just one title has come out for Y: A*: the names
    told, behind the one whom they back."""
    unit, start = cue.unit, cue.end - cue.unit.start
    if cue.construction.sides == "object" and (only := _named_behind_colon(reading, cue)):
        return only
    mark = reading.words.among.search(unit.flat, start, start + 90) if cue.construction.sides == "object" else None
    if mark is None or not _are_many(reading, unit, cue.start - unit.start):
        return []
    backed = [p for p in unit.sentence.phrases if cue.end <= p.start < unit.start + mark.start()]
    if not any(p.kind == "name" for p in backed) or any(p.is_plural for p in backed):
        return []  # *backed two of them, among them A*
    rest = unit.part(unit.start + mark.end())
    return sides_of(reading, enumeration(reading, rest, rest.start, is_list=True), rest, cue, ENDORSERS)


def _named_behind_colon(reading: Reading, cue: Cue) -> list[Side]:
    """*Just one title has come out for Y: A*, *only two papers back Y: A and B*: the names that end a sentence."""
    unit, start = cue.unit, cue.start - cue.unit.start
    colon = unit.flat.find(":", cue.end - unit.start, cue.end - unit.start + _TO_COLON)
    if colon < 0 or reading.words.counted_few.search(unit.flat, max(0, start - _TO_COLON), start) is None:
        return []
    rest = unit.part(unit.start + colon + 1)
    chain = enumeration(reading, unit, rest.start + 1, is_list=True)
    is_whole = bool(chain) and all(p.kind == "name" for p in chain)
    return sides_of(reading, chain, rest, cue, ENDORSERS) if is_whole else []


_ASIDE = re.compile(r",[^,]{1,40},")
_TO_COLON = 80
"""Characters of the words for several bodies, and from a cue to the colon behind the one whom they back."""


def _relative_owner(reading: Reading, subjects: list[NounPhrase], cue: Cue) -> list[NounPhrase]:
    """*Il était le dauphin de X, qui le soutenait*: the clitic stands for the dauphin, the relative for X,
    whose name closes the description."""
    described = subjects[0] if len(subjects) == 1 and cue.clitic in reading.words.clitics else None
    if described is None or described.kind != "description":
        return []
    token, tags = cue.unit.sentence.tokens[described.last], cue.unit.sentence.tags
    if not isinstance(token.item, Mention) or not token.item.entity.is_person:
        return []
    if tags[described.last + 1 : described.last + 3] != ",w" or tags[described.last - 1] != "f":
        return []
    return [named_at(cue.unit.sentence, described.last, token.item.entity)]


def _tellers(reading: Reading, cue: Cue) -> list[NounPhrase]:
    """*A to abstain, B says "not one vote" for C*: the subject of the verb of speech right before the words."""
    unit, end = cue.unit, cue.start - cue.unit.start
    if not cue.is_participial or unit.is_quoted:
        return []
    before = unit.flat[max(0, end - 60) : end]
    lead = cue.construction.after.search(before) if cue.construction.after else None
    end -= len(before) - lead.start() if lead else 0
    for verb in reading.words.speech.finditer(unit.flat, max(0, end - 20), end):
        if not unit.flat[verb.end() : end].strip():
            return subjects_of(reading, unit, unit.start + verb.start())
    return []


def _one_among(reading: Reading, cue: Cue) -> list[NounPhrase]:
    """*X was among the names urging Y*: the subject of the copula."""
    start = cue.start - cue.unit.start
    match = reading.words.counted.search(cue.unit.flat, max(0, start - 60), start)
    if match is not None:
        return subjects_of(reading, cue.unit, cue.unit.start + match.start())
    among = reading.words.among_those.search(cue.unit.flat, max(0, start - 60), start)
    if among is None:
        return []
    place = cue.unit.start + among.start()  # *with X and Y among those backing Z*
    last = next((p for p in cue.unit.sentence.phrases if p.kind == "name" and cue.unit.end_of(p) == place), None)
    chain = coordinated(reading, cue.unit, last) if last is not None else []
    first = next((i for i, p in reversed([*enumerate(chain)]) if cue.unit.sentence.tags[p.first - 1] == "p"), 0)
    return chain[first:]


def _body_of_sentence(reading: Reading, pronoun: NounPhrase, cue: Cue) -> list[Side]:
    """*La CGT sort de sa réserve : elle a appelé à battre Y*: the body that the sentence is about, or the one before
    it, where they name nobody before; in languages in which a body has a gender."""
    sentence = cue.unit.sentence
    if pronoun.kind != "pronoun" or pronoun.is_plural or not pronoun.gender or not sentence.words.adjective_endings:
        return []
    main = earlier_subject(reading, sentence, pronoun.start)
    is_unnamed = not main and not cue.unit.is_quoted
    is_unnamed = is_unnamed and not reading.context.people.between(sentence.start, pronoun.start)
    if is_unnamed and (bounds := reading.bounds_before(sentence.start)):
        sentence = reading.context.references.sentence(bounds[-1][0], reading.entry)
        main = earlier_subject(reading, sentence, sentence.end)
    body = main[0].entity if main else None
    is_described = bool(main) and body is None and main[0].is_group and main[0].is_definite
    if not (is_described or (body is not None and body.kind in BODY_KINDS)) or any(
        m.entity.is_person for m in reading.context.people.between(sentence.start, pronoun.start)
    ):
        return []
    article = sentence.tokens[main[0].first].word
    gender = sentence.words.genders.get(article, "")
    return sides_of(reading, main, cue.unit, cue, ENDORSERS) if gender in ("", pronoun.gender) else []


def _body_spoken_of(reading: Reading, pronoun: NounPhrase, cue: Cue) -> list[Side]:
    """*X says it will not choose*, *it has endorsed Y*: the body that the sentence is about, or the one which took
    a stand last."""
    unit = cue.unit
    main = earlier_subject(reading, unit.sentence, pronoun.start)
    known = main[0].entity if main and main[0].end <= pronoun.start and main[0].kind == "name" else None
    if known is not None and known.kind in BODIES["party answer"]:
        between = unit.between(main[0].end, pronoun.start)
        others = [p for p in unit.sentence.phrases if main[0].last < p.first < pronoun.first and p.kind == "name"]
        is_said = reading.words.speech.search(between) or reading.words.reported.search(between)
        if is_said or not any(p.entity and not p.entity.is_person for p in others):
            return [Side(known.name, known, pronoun.start, pronoun.end)]
    if known is None and (told := _body_reporting(reading, pronoun, unit)):
        return [Side(told.name, told, pronoun.start, pronoun.end)]
    beside = next((p for p in unit.sentence.phrases if p.last == pronoun.first - 2 and p.kind == "name"), None)
    if beside is not None and unit.sentence.tags[pronoun.first - 1] == ",":  # *As for the Herald, it favored Y*
        topic = beside.entity
        return [Side(topic.name, topic, pronoun.start, pronoun.end)] if topic and not topic.is_person else []
    if known is None and (owner := _owner_at_head(unit.sentence, pronoun.first)):
        return [Side(owner.name, owner, pronoun.start, pronoun.end)]
    if not main and (asked := _body_asked_about(reading, unit)):
        return [Side(asked.name, asked, pronoun.start, pronoun.end)]
    bodies = [s.endorser for s in reading.recent() if s.endorser.entity and not s.endorser.entity.is_person]
    if bodies or main or unit.is_quoted:
        return bodies[-1:]
    entity = group_before(reading, pronoun, unit)
    return [Side(entity.name, entity, pronoun.start, pronoun.end)] if entity and entity.kind in ENDORSERS else []


def _body_asked_about(reading: Reading, unit: Unit) -> Entity | None:
    """*And the Herald? It came out for Y*: the one body that the question right before names."""
    before = reading.context.references.sentence_before(unit.sentence.start, reading.entry)
    if before is None or not reading.context.text[before.start : before.end].rstrip().endswith("?"):
        return None
    named = [m.entity for m in reading.context.people.between(before.start, before.end)]
    return named[0] if len(named) == 1 and named[0].kind in BODIES["party answer"] else None


def _owner_at_head(sentence: Sentence, end: int) -> Entity | None:
    """*The Globe's record is mixed: in 2008 it backed X*: the body that owns what a sentence begins with."""
    mark = sentence.tags.find("'", 0, min(end, 4))
    owner = sentence.tokens[mark - 1].item if mark > 0 else None
    is_body = isinstance(owner, Mention) and owner.entity.kind in BODIES["party answer"]
    return owner.entity if is_body and isinstance(owner, Mention) else None


def _body_reporting(reading: Reading, pronoun: NounPhrase, unit: Unit) -> Entity | None:
    """*Clean Air Now, the largest group, said it would back Y*: the body of which only its capitals tell."""
    end = pronoun.start - unit.start
    verbs = list(reading.words.speech.finditer(unit.flat, max(0, end - 24), end))
    if not verbs or unit.is_quoted or len(unit.flat[verbs[-1].end() : end].split()) > 1:
        return None
    subjects = subjects_of(reading, unit, unit.start + verbs[-1].start())
    entity = subjects[0].entity if len(subjects) == 1 else None
    return entity if entity is not None and entity.kind in BODIES["party answer"] else None


def _counted(reading: Reading, cue: Cue) -> list[Side]:
    """*Les trois partis*, *both papers*: as many as were named last in the post."""
    start = cue.start - cue.unit.start
    match = reading.words.counted_heads.search(cue.unit.flat, max(0, start - 60), start)
    if match is None:
        return []
    offset = cue.unit.start + match.start()
    if match["head"] is None:
        return of_them(reading, match, offset, cue, ENDORSERS, [])
    is_body = match["head"] in reading.words.bodies
    kinds = ("party", "organization", "outlet", "group") if is_body else ("person",)
    named = [m.entity for m in reading.named_before(offset)]
    several = list(dict.fromkeys(e for e in reversed(named) if e.kind in kinds))
    count = reading.words.numerals[match["count"]]
    sides = [Side(e.name, e, offset, cue.unit.start + match.end()) for e in several[:count][::-1]]
    return sides if len(sides) == count else []


def _several(reading: Reading, pronoun: NounPhrase, cue: Cue) -> list[Side]:
    """*A, B et C annoncent qu'ils voteront*: the enumeration that *ils* stands for, in this sentence or
    at the head of the one before."""
    unit = cue.unit
    before = [p for p in unit.sentence.phrases if p.last < pronoun.first and not p.embedded]
    for phrase in before if len(before) > 1 else []:
        if phrase.kind == "name" and not phrase.governed:
            chain = enumeration(reading, unit, phrase.start, True)
            if len(chain) > 1 or not (phrase.entity and phrase.entity.is_person):
                return sides_of(reading, chain, unit, cue, ENDORSERS)  # *X leads, but the Greens say they back Y*
    named = [p for p in before if p.kind == "name" and not p.governed]
    if len(named) > 1:
        return sides_of(reading, named, unit, cue, ENDORSERS)  # *A l'a écrit, B l'a dit : ils voteront X*
    return [] if before or unit.is_quoted else _enumerated_before(reading, pronoun.start, cue)


def _enumerated_before(reading: Reading, offset: int, cue: Cue) -> list[Side]:
    """The several whom the sentence before the one at an offset begins with."""
    bounds = reading.bounds_before(offset)
    bounds = bounds[:-1] if bounds and bounds[-1][1] > offset else bounds
    return _enumerated_in(reading, *bounds[-1], cue) if bounds else []


def _enumerated_in(reading: Reading, start: int, end: int, cue: Cue) -> list[Side]:
    """The several whom a stretch begins with."""
    flat = reading.flat[start - reading.entry.char_start : end - reading.entry.char_start]
    previous = replace(cue.unit, start=start, end=end, flat=flat)
    chain = next(
        (c for p in previous.sentence.phrases[:3] if len(c := enumeration(reading, previous, p.start, True)) > 1), []
    )
    return sides_of(reading, chain, previous, cue, ENDORSERS)


def _both_named_before(reading: Reading, cue: Cue) -> list[Side]:
    """*A and B are out. Both back X*; *A and B are out; both back X*; *A, B et C sont éliminés. Les deux premiers
    soutiennent X*."""
    unit = cue.unit
    clause = unit.flat.rfind(";", 0, max(0, cue.start - unit.start)) + 1
    match = reading.words.both_before.match(unit.flat, clause, max(0, cue.start - unit.start))
    if match is None or unit.is_quoted:
        return []
    told = _enumerated_in(reading, unit.start, unit.start + clause, cue) if clause else []
    told = told or ([] if clause else _enumerated_before(reading, unit.start, cue))
    if match.lastgroup == "first":
        return told[:2] if len(told) > 2 else []
    if match.lastgroup == "last":
        return told[-2:] if len(told) > 2 else []
    if clause:
        named = [m for m in reading.context.people.between(unit.start, unit.start + clause) if m.entity.is_person]
        persons = [Side(m.entity.name, m.entity, m.start, m.end) for m in {m.entity: m for m in named}.values()]
        told = told if len(persons) < len(told) else persons  # *A and B are out, and so is C; both …* names three
    return told if len(told) == 2 else []


def _asked(reading: Reading, cue: Cue) -> list[Side]:
    """*Asked whether he regretted backing Y, X …*: who is named after the comma."""
    unit = cue.unit
    if reading.words.asked.match(unit.flat) is None or "," in unit.between(unit.start, cue.start):
        return []
    rest, phrases = subject_behind_comma(unit, cue.end)
    return sides_of(reading, phrases, rest, cue, ENDORSERS)


def _said_so_next(reading: Reading, cue: Cue) -> list[Side]:
    """*Les deux rivaux se rangent derrière X. A l'a dit, B l'a écrit*: who the sentence after says it of."""
    references, base = reading.context.references, reading.entry.char_start
    bounds = next((b for b in references.sentences(reading.entry) if b[0] >= cue.unit.end), None)
    if bounds is None or cue.unit.is_quoted:
        return []
    named = [p for p in references.sentence(bounds[0], reading.entry).phrases if p.kind == "name" and not p.governed]
    named = [p for p in named if reading.words.said_so.match(reading.flat, p.end - base, bounds[1] - base)]
    people = [p.entity for p in named if p.entity is not None and p.entity.is_person]
    return [Side(e.name, e, cue.start, cue.start) for e in people] if len(people) > 1 else []


def _is_plural(reading: Reading, cue: Cue) -> bool:
    """Whether the first word of a cue is a verb in the plural."""
    return reading.words.plural.fullmatch(cue.unit.between(cue.head, cue.end).split()[0]) is not None


def headed(reading: Reading, cue: Cue) -> list[Side]:
    """*X : je voterai Y*, *X tweets: I'm backing Y*: who stands before the colon that the words follow."""
    unit = cue.unit
    colon = unit.flat.find(":", 0, max(0, cue.start - unit.start)) if not unit.is_quoted else -1
    if colon < 0:
        return []
    named = [p for p in unit.sentence.phrases if p.end <= unit.start + colon and not p.governed]
    before = unit.between(named[-1].end, unit.start + colon).strip() if named else ""
    last = [] if before and reading.words.posting.fullmatch(before) is None else named[-1:]
    return sides_of(reading, [p for p in last if p.kind == "name"], unit, cue, ENDORSERS)


def _before_colon(reading: Reading, cue: Cue) -> list[Side]:
    """*X a été net : pas une voix pour Y*; *elle l'a redit : il faut battre Y*: the subject of what stands before
    the colon, or who alone stands there."""
    unit = cue.unit
    colon = unit.flat.rfind(":", 0, max(0, cue.start - unit.start))
    if colon < 0 or unit.is_quoted:
        return []
    whole = unit.part(unit.start, unit.start + colon)
    first = [p for p in whole.sentence.phrases if not (p.governed or p.embedded)][:1]
    chain = enumerated(reading, whole, first)
    if not chain or first[0].kind == "impersonal" or not whole.sentence.is_verb(chain[-1].last + 1):
        return headed(reading, cue)  # *X : pas une voix pour Y*
    return sides_of(reading, chain, whole, cue, ENDORSERS)


def within(reading: Reading, cue: Cue) -> list[Side]:
    """*Chez X, pas de consigne*; *à la CFDT comme à FO, on se tait*: the bodies that a sentence begins with."""
    within = reading.words.within.match(cue.unit.flat)
    return complements_of(reading, cue, cue.unit.start + within.end(), ENDORSERS) if within else []


def named_first(reading: Reading, cue: Cue) -> list[Side]:
    """*Untel garde sa liberté : pas de consigne*: the subject of what stands before the colon."""
    found = [p for p in earlier_subject(reading, cue.unit.sentence, cue.start) if p.kind == "name"]
    if found:
        return sides_of(reading, found, cue.unit, cue, ENDORSERS)
    told = sides_of(reading, _of_first_verb(reading, cue), cue.unit, cue, ENDORSERS)
    return [side for side in told if side.entity is not None]


def _of_first_verb(reading: Reading, cue: Cue) -> list[NounPhrase]:
    """*La CGT, elle, s'en tient à sa ligne : pas de consigne*: the subject of the verb before a colon."""
    unit = cue.unit
    colon = unit.flat.rfind(":", 0, max(0, cue.start - unit.start))
    if colon < 0:
        return []
    sentence = unit.part(unit.start, unit.start + colon).sentence
    verb = next((token for token in sentence.tokens if token.tag in "VvA"), None)
    return subjects_of(reading, unit, verb.start) if verb is not None else []


def spoken_of(reading: Reading, cue: Cue) -> list[Side]:
    """*Pas de consigne ce soir.*: a sentence without a subject is about the person spoken of."""
    if _OF_THING.match(cue.unit.sentence.tags):
        return []  # *Le duel est serré : pas de consigne*
    entity = other_person(reading, cue.unit, cue.unit.start, "", [])
    return [Side(entity.name, entity, cue.start, cue.start)] if entity else []


_OF_THING = re.compile(r"D[axL]{1,4}[tz]{0,3}[VA][^:]{1,60}:")
"""Classes of the words before a colon whose verb has a thing for its subject."""


def reporters(reading: Reading, cue: Cue) -> list[Side]:
    """*Pour X, il faut voter Y*; *X estime qu'il faut voter Y*: whose view an instruction is."""
    unit = cue.unit
    first = unit.sentence.phrases[:1]
    if first and first[0].governed and reading.words.sources.match(unit.flat):
        return sides_of(reading, first, unit, cue, ENDORSERS)
    verb = reading.words.speech.search(unit.flat, 0, max(0, cue.head - unit.start))
    if verb is not None:
        start = unit.start + verb.start()
        return sides_of(
            reading, subjects_of(reading, unit, start) or main_subject(reading, unit, start), unit, cue, ENDORSERS
        )
    return _advisers(reading, cue, unit.flat) or said_after(reading, cue)


def said_after(reading: Reading, cue: Cue) -> list[Side]:
    """*Vote Y, says X*; *« Votez Y », lance X*: who says it, after a verb of speech."""
    unit = cue.unit
    verb = reading.words.said_after.search(unit.flat, cue.end - unit.start, cue.end - unit.start + 160)
    if verb is not None:
        place = unit.start + verb.end()
        paper = [p for p in unit.sentence.phrases if place < p.start <= place + 2 and p.governed]
        return complements_of(reading, cue, place, ENDORSERS)[:1] or sides_of(reading, paper, unit, cue, ENDORSERS)[:1]
    if told := reading.words.said_by.match(unit.flat, cue.end - unit.start):  # *X must be stopped, she said*
        entity = other_person(reading, unit, unit.start, reading.words.pronoun_genders.get(told["pronoun"], ""), [])
        entity = entity or other_person(
            reading, unit, cue.start, reading.words.pronoun_genders.get(told["pronoun"], ""), []
        )
        return [Side(entity.name, entity, cue.start, cue.start)] if entity else []
    for comma in _COMMA.finditer(unit.flat, cue.end - unit.start, cue.end - unit.start + _FAR_SPEAKER):
        start = unit.start + comma.end()
        chain = enumeration(reading, unit, start)  # *X must be stopped, Y says*; *Voters should back X, Y said*
        end = unit.part(start).end_of(chain[-1]) - unit.start if chain else 0
        is_teller = len(chain) == 1 and chain[0].kind in ("name", "description") and not chain[0].governed
        if is_teller and reading.words.speech.match(unit.flat[end : end + 20].lstrip()):
            return sides_of(reading, chain, unit, cue, ENDORSERS)
    return []


_COMMA = re.compile(", ")
_FAR_SPEAKER = 120
"""Characters from a cue to whoever said it, behind the one whom it takes."""


def _advisers(reading: Reading, cue: Cue, flat: str) -> list[Side]:
    """*Mot d'ordre de X : votez Y*; *"Vote Y" was X's advice*: whose advice an instruction is."""
    unit = cue.unit
    for noun in reading.words.advice.finditer(flat):
        advice = replace(cue, head=unit.start + noun.start(), start=unit.start + noun.start(), unit=unit)
        if owner := owner_before(reading, advice, ENDORSERS):
            return [owner]
        if found := complements_of(reading, cue, unit.start + noun.end(), ENDORSERS)[:1]:
            return found
    return []
