"""Who is meant by a noun phrase beside a cue: persons, parties, outlets, groups, answers to a referendum."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutier.document import Row
from minutier.extract.folding import fold
from minutier.extract.people import Entity, Gender, Mention
from minutier.extract.quotation import Quotation
from minutier.extract.references import contrast
from minutier.extract.stands.contest import contenders, prominence
from minutier.extract.stands.phrases import COMPLETION, PhraseReader
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, LONGEST_SENTENCE, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase, Sentence

FAR = 12
"""Sentences back in which somebody spoken of is looked for."""
SELDOM, OFTEN = 2, 6
"""How often a document names somebody in passing, at most, and somebody whom its vote is about, at least."""
FAR_TOGETHER = 40
"""Characters between two names that one *et* joins, what is said of the first included."""
NEAR = 4000
"""Characters around a description in which the names of a post are looked at."""


class SideReader(PhraseReader):
    """The endorsers and endorsees that phrases lead to."""

    def _endorsers(self, cue: Cue) -> list[Side]:
        """The subject of a cue, or the speaker of the words that it stands in."""
        if by := self.words.told_by.match(cue.flat):  # *members were urged by X to vote Y*
            return self._complements(cue, cue.start + by.end(), ENDORSERS)[:1]
        if self.words.called_upon.match(cue.flat):
            return self._body_of_flock(cue)
        if together := self._in_turn(cue) or self._in_company(cue) or self._among_them(cue):
            return together
        subjects = [] if cue.is_impersonal else self._subjects(cue.unit, cue.start)
        subjects = self._relative_owner(subjects, cue) or subjects
        if subjects and self._is_excepted(cue.unit, subjects[0]):
            return []
        if tellers := self._sides(self._tellers(cue), cue.unit, cue, ENDORSERS):
            return tellers
        if cue.is_participial and (one := self._one_among(cue)):
            subjects = one
        if cue.is_participial and self.words.gerunds.search(cue.unit.flat, 0, cue.head - cue.unit.start):
            subjects = []  # *X appelle à battre Y en votant Z*
        if not subjects and not cue.is_impersonal and cue.is_participial:
            subjects = self._main_subject(cue.unit, cue.start)
            if not subjects and self.words.having.search(cue.unit.flat, 0, cue.start - cue.unit.start):
                rest, phrases = self._following(cue.unit, cue.end)  # *après avoir soutenu Y, X …*
                return self._sides(phrases, rest, cue, ENDORSERS)
        is_somebody = len(subjects) == 1 and self._word(subjects[0], cue.unit) in self.words.somebody
        if is_somebody and not cue.unit.is_quoted and (found := self._within(cue)):
            return found
        own_voice = cue.is_impersonal or any(
            p.kind == "impersonal" and self._word(p, cue.unit) in self.words.first_person for p in subjects
        )
        if not subjects and cue.unit.is_quoted and cue.is_participial:
            own_voice = True
        if cue.unit.is_quoted or self._quote_at(cue.head) is not None:
            own_voice = own_voice or any(self._is_camp(p, cue.unit) for p in subjects)
        said = [*cue.unit.between(cue.start, cue.head).split(), cue.flat.split("'")[0]]
        if self.words.first_person.intersection(said):
            own_voice = True  # *under no circumstances would I vote for*
        if not own_voice and (asked := self._asked(cue)):
            return asked
        if own_voice:
            speaker = self._speaker(cue)
            if speaker is None and cue.is_impersonal and not cue.unit.is_quoted:
                return self._reporters(cue) or self._before_colon(cue)
            return [speaker] if speaker else self._headed(cue)
        if len(subjects) == 1 and self._word(subjects[0], cue.unit) in self.words.body_pronouns:
            return self._body_spoken_of(subjects[0], cue)
        is_named = bool(subjects) and subjects[0].kind in ("name", "pronoun")
        if not is_named and (counted := self._counted(cue)):
            return counted
        if summed := self._summed_up(cue):
            return summed
        if len(subjects) == 1 and subjects[0].kind == "pronoun" and subjects[0].is_plural:
            several = self._several(subjects[0], cue)
            if several:
                return several
        found = self._sides(subjects, cue.unit, cue, ENDORSERS)
        is_told_next = len(subjects) == 1 and subjects[0].is_plural and subjects[0].kind == "description"
        is_told_next = is_told_next or (not subjects and not cue.is_impersonal and self._is_plural(cue))
        if not found and is_told_next:
            found = self._said_so_next(cue)
        if not found and cue.is_participial and cue.construction.stance == "oppose":
            return self._reporters(cue) or self._before_colon(cue)  # *Mot d'ordre de X : pas une voix pour Y*
        if not found and len(subjects) == 1 and subjects[0].kind == "pronoun" and not subjects[0].is_plural:
            main = [p for p in self._fallback(cue.unit.sentence, subjects[0].start) if p.kind == "name"]
            agreeing = [p for p in main if not p.gender or not subjects[0].gender or p.gender == subjects[0].gender]
            found = self._sides(agreeing, cue.unit, cue, ENDORSERS)
        return found

    def _is_excepted(self, unit: Unit, subject: NounPhrase) -> bool:
        """*Every paper but the Mail backed X*, *not one paper backed X*: whether who stands there takes no stand."""
        start = unit.sentence.tokens[subject.first].start - unit.start
        return self.words.excepted.search(unit.flat, max(0, start - 60), start) is not None

    def _body_of_flock(self, cue: Cue) -> list[Side]:
        """*The Bugle's readers were told to vote Y*, *members of Unite were urged to back Y*: the body."""
        flock = self.words.flock.search(cue.unit.flat, 0, cue.start - cue.unit.start)
        if flock is None:
            return []
        named = self.context.people.between(max(cue.unit.start, cue.unit.start + flock.start() - 40), cue.start)
        bodies = [m for m in named if m.entity.kind in BODIES["party answer"]]
        return [Side(m.entity.name, m.entity, m.start, m.end) for m in bodies[-1:]]

    def _body_spoken_of(self, pronoun: NounPhrase, cue: Cue) -> list[Side]:
        """*X says it will not choose*, *it has endorsed Y*: the body that the sentence is about, or the one which took
        a stand last."""
        unit = cue.unit
        main = self._fallback(unit.sentence, pronoun.start)
        known = main[0].entity if main and main[0].end <= pronoun.start and main[0].kind == "name" else None
        if known is not None and known.kind in BODIES["party answer"]:
            between = unit.between(main[0].end, pronoun.start)
            others = [p for p in unit.sentence.phrases if main[0].last < p.first < pronoun.first and p.kind == "name"]
            is_said = self.words.speech.search(between) or self.words.reported.search(between)
            if is_said or not any(p.entity and not p.entity.is_person for p in others):
                return [Side(known.name, known, pronoun.start, pronoun.end)]
        bodies = [s.endorser for s in self._recent() if s.endorser.entity and not s.endorser.entity.is_person]
        if bodies or main or unit.is_quoted:
            return bodies[-1:]
        entity = self._group_before(pronoun, unit)
        return [Side(entity.name, entity, pronoun.start, pronoun.end)] if entity and entity.kind in ENDORSERS else []

    def _summed_up(self, cue: Cue) -> list[Side]:
        """*A, B, C : tous ont appelé à …*: the enumeration that the subject sums up."""
        unit = cue.unit
        start = cue.start - unit.start
        mark = self.words.sums_up.search(unit.flat, max(0, start - 30), start)
        if mark is None:
            return []
        whole = unit.part(unit.start, unit.start + mark.start())
        first = next((p for p in whole.sentence.phrases if p.kind == "name" and not p.governed), None)
        chain = self._chain(whole, first.start, is_list=True) if first else []
        if cue.is_participial:  # *A et B sont venus, tous deux appelant à …*
            named = [p for p in whole.sentence.phrases if p.kind == "name" and not p.governed and not p.embedded]
            chain = self._coordinated(whole, named[-1]) if named else []
            return self._sides(chain, whole, cue, ENDORSERS) if len(chain) > 1 else []
        if len(chain) < 2 or whole.flat[self._end(chain[-1], whole) - unit.start :].strip():
            return []
        return self._sides(chain, whole, cue, ENDORSERS)

    def _in_turn(self, cue: Cue) -> list[Side]:
        """*C'est au tour de X d'appeler à …*: who stands inside what governs the verb."""
        turn = self.words.turns.match(cue.flat)
        return self._complements(cue, cue.start + turn.end(), ENDORSERS) if turn else []

    def _among_them(self, cue: Cue) -> list[Side]:
        """*Plusieurs élus, dont A et B, appellent à …*: the names told of those who do."""
        unit, start = cue.unit, cue.start - cue.unit.start
        mark = None
        for match in self.words.among.finditer(unit.flat, max(0, start - 160), start):
            mark = match
        if mark is None:
            return []
        before = self._subjects(unit, unit.start + mark.start())
        is_many = len(before) == 1 and (before[0].is_plural or before[0].is_group)
        if not before:  # *plusieurs sportifs*: a noun that nothing tells
            counted = self.words.several.search(f"{unit.flat[max(0, mark.start() - 70) : mark.start()]}, ")
            is_many = counted is not None and self.words.not_endorsers.isdisjoint(map(fold, counted[0].split()))
        if not is_many:
            return []
        rest = unit.part(unit.start + mark.end(), cue.start)
        chain = self._chain(rest, rest.start, is_list=True)
        is_whole = bool(chain) and not unit.between(self._end(chain[-1], rest), cue.start).strip(" ,")
        return self._sides(chain, rest, cue, ENDORSERS) if is_whole else []

    def _in_company(self, cue: Cue) -> list[Side]:
        """*X joined Y in backing Z*: both."""
        start = cue.start - cue.unit.start
        verb = self.words.in_company.search(cue.unit.flat, max(0, start - 90), start)
        if verb is None:
            return []
        subjects = self._subjects(cue.unit, cue.unit.start + verb.start())
        found = self._sides(subjects, cue.unit, cue, ENDORSERS)
        return found + self._complements(cue, cue.unit.start + verb.start("other"), ENDORSERS) if found else []

    def _headed(self, cue: Cue) -> list[Side]:
        """*X : je voterai Y*, *X tweets: I'm backing Y*: who stands before the colon that the words follow."""
        unit = cue.unit
        colon = unit.flat.find(":", 0, max(0, cue.start - unit.start)) if not unit.is_quoted else -1
        if colon < 0:
            return []
        named = [p for p in unit.sentence.phrases if p.end <= unit.start + colon and not p.governed]
        before = unit.between(named[-1].end, unit.start + colon).strip() if named else ""
        last = [] if before and self.words.posting.fullmatch(before) is None else named[-1:]
        return self._sides([p for p in last if p.kind == "name"], unit, cue, ENDORSERS)

    def _before_colon(self, cue: Cue) -> list[Side]:
        """*X a été net : pas une voix pour Y*; *elle l'a redit : il faut battre Y*: the subject of what stands before
        the colon."""
        unit = cue.unit
        colon = unit.flat.rfind(":", 0, max(0, cue.start - unit.start))
        if colon < 0 or unit.is_quoted:
            return []
        whole = unit.part(unit.start, unit.start + colon)
        first = [p for p in whole.sentence.phrases if not (p.governed or p.embedded)][:1]
        if not first or first[0].kind == "impersonal" or not whole.sentence.is_verb(first[0].last + 1):
            return []
        return self._sides(first, whole, cue, ENDORSERS)

    def _within(self, cue: Cue) -> list[Side]:
        """*Chez X, pas de consigne*; *à la CFDT comme à FO, on se tait*: the bodies that a sentence begins with."""
        within = self.words.within.match(cue.unit.flat)
        return self._complements(cue, cue.unit.start + within.end(), ENDORSERS) if within else []

    def _named_first(self, cue: Cue) -> list[Side]:
        """*Untel garde sa liberté : pas de consigne*: the subject of what stands before the colon."""
        found = [p for p in self._fallback(cue.unit.sentence, cue.start) if p.kind == "name"]
        return self._sides(found, cue.unit, cue, ENDORSERS)

    def _spoken_of(self, cue: Cue) -> list[Side]:
        """*Pas de consigne ce soir.*: a sentence without a subject is about the person spoken of."""
        entity = self._other(cue.unit, cue.unit.start, "", [])
        return [Side(entity.name, entity, cue.start, cue.start)] if entity else []

    def _one_among(self, cue: Cue) -> list[NounPhrase]:
        """*X was among the names urging Y*: the subject of the copula."""
        start = cue.start - cue.unit.start
        match = self.words.counted.search(cue.unit.flat, max(0, start - 60), start)
        return self._subjects(cue.unit, cue.unit.start + match.start()) if match else []

    def _asked(self, cue: Cue) -> list[Side]:
        """*Asked whether he regretted backing Y, X …*: who is named after the comma."""
        unit = cue.unit
        if self.words.asked.match(unit.flat) is None or "," in unit.between(unit.start, cue.start):
            return []
        rest, phrases = self._following(unit, cue.end)
        return self._sides(phrases, rest, cue, ENDORSERS)

    def _reporters(self, cue: Cue) -> list[Side]:
        """*Pour X, il faut voter Y*; *X estime qu'il faut voter Y*: whose view an instruction is."""
        unit = cue.unit
        first = unit.sentence.phrases[:1]
        if first and first[0].governed and self.words.sources.match(unit.flat):
            return self._sides(first, unit, cue, ENDORSERS)
        verb = self.words.speech.search(unit.flat, 0, max(0, cue.start - unit.start))
        if verb is not None:
            start = unit.start + verb.start()
            return self._sides(self._subjects(unit, start) or self._main_subject(unit, start), unit, cue, ENDORSERS)
        return self._advisers(cue, unit.flat) or self._said_after(cue)

    def _said_after(self, cue: Cue) -> list[Side]:
        """*Vote Y, says X*; *« Votez Y », lance X*: who says it, after a verb of speech."""
        unit = cue.unit
        verb = self.words.said_after.search(unit.flat, cue.end - unit.start, cue.end - unit.start + 160)
        if verb is not None:
            place = unit.start + verb.end()
            paper = [p for p in unit.sentence.phrases if place < p.start <= place + 2 and p.governed]
            return self._complements(cue, place, ENDORSERS)[:1] or self._sides(paper, unit, cue, ENDORSERS)[:1]
        if told := self.words.said_by.match(unit.flat, cue.end - unit.start):  # *X must be stopped, she said*
            entity = self._other(unit, unit.start, self.words.pronoun_genders.get(told["pronoun"], ""), [])
            entity = entity or self._other(unit, cue.start, self.words.pronoun_genders.get(told["pronoun"], ""), [])
            return [Side(entity.name, entity, cue.start, cue.start)] if entity else []
        if unit.between(cue.end, cue.end + 2) != ", ":
            return []
        chain = self._chain(unit, cue.end + 2)  # *X must be stopped, Y says*
        end = self._end(chain[-1], unit.part(cue.end + 2)) - unit.start if chain else 0
        if len(chain) != 1 or chain[0].kind != "name" or not self.words.speech.match(unit.flat[end:].lstrip()):
            return []
        return self._sides(chain, unit, cue, ENDORSERS)

    def _advisers(self, cue: Cue, flat: str) -> list[Side]:
        """*Mot d'ordre de X : votez Y*; *"Vote Y" was X's advice*: whose advice an instruction is."""
        unit = cue.unit
        for noun in self.words.advice.finditer(flat):
            advice = replace(cue, head=unit.start + noun.start(), start=unit.start + noun.start(), unit=unit)
            if found := self._complements(cue, unit.start + noun.end(), ENDORSERS)[:1]:
                return found
            if owner := self._owner_before(advice, ENDORSERS):
                return [owner]
        return []

    def _counted(self, cue: Cue) -> list[Side]:
        """*Les trois partis*, *both papers*: as many as were named last in the post."""
        start = cue.start - cue.unit.start
        match = self.words.counted_heads.search(cue.unit.flat, max(0, start - 60), start)
        if match is None:
            return []
        offset = cue.unit.start + match.start()
        if match["head"] is None:
            return self._of_them(match, offset, cue, ENDORSERS, [])
        is_body = match["head"] in self.words.bodies
        kinds = ("party", "organization", "outlet", "group") if is_body else ("person",)
        named = [m.entity for m in self._named_before(offset)]
        several = list(dict.fromkeys(e for e in reversed(named) if e.kind in kinds))
        count = self.words.numerals[match["count"]]
        sides = [Side(e.name, e, offset, cue.unit.start + match.end()) for e in several[:count][::-1]]
        return sides if len(sides) == count else []

    def _of_them(
        self, match: re.Match[str], offset: int, cue: Cue, kinds: tuple[str, ...], excluded: Sequence[Entity | None]
    ) -> list[Side]:
        """*Both of them*, *all three of them*: as many as head the sentence before, or as were the subjects of the
        last ones."""
        count = self.words.numerals[match["count"]]
        found: list[Entity] = []
        bounds = [b for b in self._bounds_before(offset) if b[1] <= offset]
        for start, end in [] if cue.unit.is_quoted else reversed(bounds[-count - 1 :]):
            flat = self.flat[start - self.entry.char_start : end - self.entry.char_start]
            previous = replace(cue.unit, start=start, end=end, flat=flat)
            heads = [p for p in previous.sentence.phrases if p.kind == "name" and not (p.governed or p.embedded)]
            chain = self._chain(previous, heads[0].start, True) if heads else []
            several = [p.entity for p in chain if p.entity and p.entity.kind in kinds and p.entity not in excluded]
            if not found and len(several) == count:
                found = several[::-1]
                break
            found += [e for e in several[:1] if e not in found]
            if len(found) == count:
                break
        sides = [Side(e.name, e, offset, offset) for e in reversed(found)]
        return sides if len(sides) == count else []

    def _several(self, pronoun: NounPhrase, cue: Cue) -> list[Side]:
        """*A, B et C annoncent qu'ils voteront*: the enumeration that *ils* stands for, in this sentence or
        at the head of the one before."""
        unit = cue.unit
        before = [p for p in unit.sentence.phrases if p.last < pronoun.first and not p.embedded]
        for phrase in before if len(before) > 1 else []:
            if phrase.kind == "name" and not phrase.governed:
                chain = self._chain(unit, phrase.start, True)
                if len(chain) > 1 or not (phrase.entity and phrase.entity.is_person):
                    return self._sides(chain, unit, cue, ENDORSERS)  # *X leads, but the Greens say they back Y*
        named = [p for p in before if p.kind == "name" and not p.governed]
        if len(named) > 1:
            return self._sides(named, unit, cue, ENDORSERS)  # *A l'a écrit, B l'a dit : ils voteront X*
        bounds = self._bounds_before(pronoun.start)
        bounds = bounds[:-1] if bounds and bounds[-1][1] > pronoun.start else bounds
        if before or not bounds or unit.is_quoted:
            return []
        start, end = bounds[-1]
        flat = self.flat[start - self.entry.char_start : end - self.entry.char_start]
        previous = replace(unit, start=start, end=end, flat=flat)
        chain = next(
            (c for p in previous.sentence.phrases[:3] if len(c := self._chain(previous, p.start, True)) > 1), []
        )
        return self._sides(chain, previous, cue, ENDORSERS)

    def _speaker(self, cue: Cue) -> Side | None:
        row = cue.unit.speaker or self._quote_at(cue.head)
        entity = row.get("speaker_id") if row else None
        if isinstance(entity, Entity) and entity.kind in ENDORSERS:
            return Side(entity.name, entity, cue.start, cue.start)
        return self._said_so(row) if row and entity is None else None

    def _said_so(self, quotation: Row) -> Side | None:
        """*« … ! » X l'a martelé*: the subject of the sentence after words quoted which tells that they were said."""
        references, end = self.context.references, int(quotation["char_end"])
        bounds = next((b for b in references.sentences(self.entry) if b[0] >= end), None)
        if bounds is None or self.context.text[end : bounds[0]].strip(' »”"\u00a0\u202f'):
            return None
        first = references.sentence(bounds[0], self.entry).phrases[:1]
        if not first or first[0].kind != "name" or first[0].entity is None or first[0].start > bounds[0] + 1:
            return None
        base = self.entry.char_start
        if self.words.said_so.match(self.flat, first[0].end - base, bounds[1] - base) is None:
            return None
        entity = first[0].entity
        return Side(entity.name, entity, first[0].start, first[0].start) if entity.kind in ENDORSERS else None

    def _is_plural(self, cue: Cue) -> bool:
        """Whether the first word of a cue is a verb in the plural."""
        return self.words.plural.fullmatch(cue.unit.between(cue.head, cue.end).split()[0]) is not None

    def _said_so_next(self, cue: Cue) -> list[Side]:
        """*Les deux rivaux se rangent derrière X. A l'a dit, B l'a écrit*: who the sentence after says it of."""
        references, base = self.context.references, self.entry.char_start
        bounds = next((b for b in references.sentences(self.entry) if b[0] >= cue.unit.end), None)
        if bounds is None or cue.unit.is_quoted:
            return []
        named = [p for p in references.sentence(bounds[0], self.entry).phrases if p.kind == "name" and not p.governed]
        named = [p for p in named if self.words.said_so.match(self.flat, p.end - base, bounds[1] - base)]
        people = [p.entity for p in named if p.entity is not None and p.entity.is_person]
        return [Side(e.name, e, cue.start, cue.start) for e in people] if len(people) > 1 else []

    def _complements(self, cue: Cue, position: int, kinds: tuple[str, ...]) -> list[Side]:
        """The enumeration that follows a cue. What follows is read by itself, so that no phrase begins
        before it."""
        position = self._after_quotation(cue, position)
        if kinds is ENDORSEES:
            apart = contrast(self.context.language.code).match(cue.unit.flat, position + 1 - cue.unit.start)
            position = cue.unit.start + apart.end() if apart else position
            carrier = self.words.carriers.match(cue.unit.flat, position - cue.unit.start)
            position = cue.unit.start + carrier.end() if carrier else position
        if answer := self._answer(cue, position, kinds):
            return [answer]
        own = self.words.own_self.match(cue.unit.flat, position - cue.unit.start)
        speaker = self._speaker(cue) if own else None
        if speaker is not None:
            return [speaker]
        pronoun = self.words.object_pronouns.match(cue.unit.flat, position - cue.unit.start)
        if pronoun is not None and kinds is ENDORSEES:
            return self._meant(cue, pronoun)
        them = self.words.of_them.match(cue.unit.flat, position - cue.unit.start) if kinds is ENDORSEES else None
        if them is not None:
            return self._them_and(cue, them)
        if kinds is ENDORSEES and (named := self._named_before_time(cue, position)):
            return [named]
        unit = cue.unit.part(position)
        if (kinds is ENDORSERS or self._is_counted(unit)) and (counted := self._after_count(unit)):
            return self._sides(counted, unit, cue, kinds)
        if kinds is ENDORSEES and (owner := self._owner_of_campaign(unit) or self._owner_closed(cue, unit)):
            return self._sides([owner], unit, cue, kinds)
        chain: list[NounPhrase] = []
        for phrase in unit.sentence.phrases:
            if chain and self._word(phrase, unit) in self.words.relays:
                continue  # *l'appui de X et celui de Y*
            if self._is_party_beside_name(phrase, unit.sentence):
                continue  # *avec celle du LR Untel*
            if not chain:
                if not self._is_next(unit, phrase):
                    return []
            else:
                gap = unit.between(self._end(chain[-1], unit), phrase.start)
                if not (self.words.linking.fullmatch(gap) or self.words.listing.fullmatch(gap)):
                    if phrase.governed:
                        continue  # *for X and, on the Republican side, Y*
                    break
            chain.append(phrase if kinds is ENDORSERS else self._up_to_closing(cue, phrase, unit))
            if phrase.kind not in ("name", "description"):
                break
        if kinds is ENDORSERS:
            self._add_bodies(unit, chain)
        chain = self._without_next_subject(unit, self._before_gapping(cue, unit, chain))
        if kinds is ENDORSERS and chain:
            low = self._end(chain[-1], unit) - unit.start
            relay = self.words.relayed.search(unit.flat, low, low + 140)
            chain = chain + (self._chain(unit, unit.start + relay.end()) if relay else [])
        if listed := self._spelled_out_after(unit, chain):
            return self._sides(listed, unit, cue, kinds)
        inverted = kinds is ENDORSERS and cue.construction.sides == "object"
        if inverted and self.words.singular.search(cue.flat):
            chain = chain[:1]
        return self._sides(chain + self._resumed(cue, unit, chain), unit, cue, kinds)

    def _named_before_time(self, cue: Cue, position: int) -> Side | None:
        """*Voted Plaid last time*: a party right behind a cue, whose time of an earlier vote follows."""
        flat, start = cue.unit.flat, cue.unit.start
        mention = next(iter(self.context.people.between(position, position + 40)), None)
        if mention is None or mention.entity.kind != "party" or flat[position - start : mention.start - start].strip():
            return None
        if self.words.past_words.match(flat, mention.end + 1 - start) is None:
            return None
        return Side(mention.entity.name, mention.entity, mention.start, mention.end)

    def _up_to_closing(self, cue: Cue, phrase: NounPhrase, unit: Unit) -> NounPhrase:
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

    def _them_and(self, cue: Cue, them: re.Match[str]) -> list[Side]:
        """*Back both of them, and X*."""
        start = cue.unit.start
        found = self._of_them(them, start + them.start("count"), cue, ENDORSEES, self._endorser_entities(cue))
        link = self.words.linking.match(cue.unit.flat, them.end()) if found else None
        return found + (self._complements(cue, start + link.end(), ENDORSEES) if link else [])

    def _is_party_beside_name(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """*Le LR Untel*: whether a party only tells that of the person named right after it."""
        if phrase.kind != "name" or phrase.entity is None or phrase.entity.kind != "party":
            return False
        after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
        if not after or after[0].start - sentence.tokens[phrase.last].end != 1:
            return False
        return isinstance(after[0].item, Mention) and after[0].item.entity.kind == "person"

    def _spelled_out_after(self, unit: Unit, chain: Sequence[NounPhrase]) -> list[NounPhrase]:
        """*Three unions: A, B and C*, *plusieurs élus, dont A et B*: the names that follow what counts them."""
        if len(chain) != 1 or chain[0].kind != "description" or not (chain[0].is_plural or chain[0].is_group):
            return []
        end = self._end(chain[0], unit) - unit.start
        namely = self.words.namely.match(unit.flat, end)
        if namely:
            return self._list(unit, unit.start + namely.end())
        apposed = self._list(unit, unit.start + end + 2) if unit.flat[end : end + 2] == ", " else []
        return apposed if len(apposed) > 1 and all(p.kind == "name" for p in apposed) else []

    def _is_counted(self, unit: Unit) -> bool:
        """Whether words begin with a number: *two women, A and B*."""
        first = unit.flat.split(maxsplit=1)[:1]
        return bool(first) and (first[0] in self.words.numerals or first[0].isdigit())

    def _after_count(self, unit: Unit) -> list[NounPhrase]:
        """*Two newspapers, the Sun and the Times*, *22 independents, among them A and B*: the names after what only
        counts them."""
        count = self.words.count_of.match(unit.flat)
        chain = self._list(unit, unit.start + count.end()) if count else []
        least = 1 if count and count.groupdict().get("some") else 2
        return chain if len(chain) >= least and all(p.kind == "name" for p in chain) else []

    def _after_quotation(self, cue: Cue, position: int) -> int:
        """An offset moved past a few words quoted which name nobody: *votera « sans joie » X*."""
        quotation = self.context.quotation_at(position + 2) if position + 2 < cue.unit.end else None
        if quotation is None or not position <= quotation.start <= position + 2 or quotation.end >= cue.unit.end:
            return position
        named = bool(self.context.people.between(quotation.start, quotation.end))
        named = named or self.words.answers.search(self.context.text, quotation.start, quotation.end) is not None
        return position if named or cue.unit.is_quoted else quotation.end

    def _add_bodies(self, unit: Unit, chain: list[NounPhrase]) -> None:
        """Bodies of which only their capitals tell, at the end of an enumeration."""
        for _ in range(3):
            start = self._end(chain[-1], unit) - unit.start if chain else 0
            link = self.words.joining.match(unit.flat, start)
            body = self._body_after(unit, unit.start + start, unit.start + link.end()) if link else None
            if body is None:
                return
            chain.append(body)
            if self.words.and_joined.search(link[0] if link else ""):
                return

    def _answer(self, cue: Cue, position: int, kinds: tuple[str, ...]) -> Side | None:
        """*Leave*, *le oui*: an answer to the question of a referendum."""
        if kinds is not ENDORSEES or not self.context.is_referendum:
            return None
        lead = self.words.answer_lead.match(self.context.text, position, cue.unit.end)
        match = self.words.answers.match(self.context.text, lead.end() if lead else position, cue.unit.end)
        if match is None:
            return None
        return Side(self.words.answer_names[match[0]], None, match.start(), match.end())

    def _answer_meant(self, cue: Cue) -> Side | None:
        """The answer that a call amounts to: *appelle à rejeter le texte*, no."""
        if not cue.construction.answer or not self.context.is_referendum:
            return None
        return Side(cue.construction.answer, None, cue.head, cue.end)

    def _answer_before(self, cue: Cue, offset: int) -> Side | None:
        """An answer that is the subject of a passive: *le oui, soutenu par le PS*."""
        if not self.context.is_referendum:
            return None
        before = None
        for match in self.words.answers.finditer(self.context.text, max(cue.unit.start, offset - 60), offset):
            before = match
        if before is None or self.context.text[before.end() : offset].strip(' ,»”"’'):
            return None
        return Side(self.words.answer_names[before[0]], None, before.start(), before.end())

    def _owner_before(self, cue: Cue, kinds: tuple[str, ...] = ENDORSEES) -> Side | None:
        """Whom a noun belongs to whose owner stands before it: *a Tom Price supporter*, *Price's backers*,
        *a Yes campaigner*."""
        unit = cue.unit
        match = self.words.owners.search(unit.flat, max(0, cue.head - unit.start - 40), cue.head - unit.start)
        end = unit.start + match.start() if match else cue.head
        while end > unit.start and self.context.text[end - 1].isspace():
            end -= 1
        if answer := self._answer_before(cue, end):
            return answer
        mention = next((m for m in self.context.people.between(max(unit.start, end - 60), end) if m.end == end), None)
        if mention is None or mention.entity.kind not in kinds:
            return None
        return Side(mention.entity.name, mention.entity, mention.start, mention.end)

    def _meant(self, cue: Cue, pronoun: re.Match[str]) -> list[Side]:
        """Whom a pronoun after a cue stands for: *endorsed her*, *voter pour lui*."""
        if pronoun.groupdict().get("body"):
            return self._body_meant(cue, pronoun)
        name = next(n for n in ("pronoun", "owner", "own") if pronoun.groupdict().get(n))
        gender = self.words.pronoun_genders.get(pronoun[name], "")
        start = cue.unit.start + pronoun.start(name)
        if ahead := self._named_ahead(cue, cue.unit.start + pronoun.end(), gender):
            return [Side(ahead.name, ahead, start, cue.unit.start + pronoun.end(name))]
        if pronoun["pronoun"] and (one := self._apart_from_subject(cue, gender)):
            return [Side(one.name, one, start, cue.unit.start + pronoun.end(name))]
        if pronoun["pronoun"] and (one := self._main_subject_meant(cue, gender)):
            return [Side(one.name, one, start, cue.unit.start + pronoun.end(name))]
        if pronoun["pronoun"] and (one := self._voted_on(cue, start, gender)):
            return [Side(one.name, one, start, cue.unit.start + pronoun.end(name))]
        resolved = [*self._endorser_entities(cue), *(side.entity for side in self._summed_up(cue))]
        if pronoun["pronoun"]:  # *appelle les électeurs de Z à voter pour lui*
            resolved = [*resolved, *(m.entity for m in self.context.people.between(cue.head, cue.end))]
        if one := self._named_after_opening(cue, start, gender):
            return [Side(one.name, one, start, cue.unit.start + pronoun.end(name))]
        told = [s.endorsee.entity for s in self._recent() if s.endorsee and s.endorsee.entity]
        entity = next((e for e in reversed(told) if e.gender == gender and e not in resolved), None)
        entity = entity or self._other(cue.unit, start, gender, resolved) or self._only_named(start, gender, resolved)
        entity = entity or self._named_beside_quote(cue, gender, resolved)
        return [Side(entity.name, entity, start, cue.unit.start + pronoun.end(name))] if entity else []

    def _main_subject_meant(self, cue: Cue, gender: Gender) -> Entity | None:
        """*He also thanked A and B, who had both backed him*: the pronoun that is the subject of the sentence."""
        if cue.unit.is_quoted:
            return None
        sentence, (first, *_) = cue.unit.sentence, [*cue.unit.sentence.phrases, None]
        index = sentence.index(cue.start)
        relatives = [i for i in range(index) if sentence.tokens[i].word in self.words.subject_relatives]
        is_aside = bool(relatives) and sentence.tags[relatives[-1] - 1] == ","
        if first is None or not is_aside or first.kind != "pronoun" or first.is_plural or first.gender != gender:
            return None
        if first.governed or first.last >= relatives[-1] or not gender:
            return None
        named = {id(m.entity) for m in self.context.people.between(cue.unit.start, cue.start)}
        for start, _ in reversed(self._bounds_before(first.start)):
            told = self.context.references.sentence(start, self.entry).phrases[:1]
            if not told or told[0].kind != "name" or told[0].governed or told[0].start > start + 1:
                continue
            entity = told[0].entity
            if entity is not None and entity.is_person and self.context.quotation_at(told[0].start) is None:
                return entity if entity.may_be(gender) and id(entity) not in named else None
        return None

    def _two_before(self, unit: Unit) -> list[Entity]:
        """The two persons whom the sentence before a unit names; nobody when it names more or fewer."""
        before = self.context.references.sentence_before(unit.start, self.entry)
        named = [p.entity for p in before.phrases if p.entity is not None and p.entity.is_person] if before else []
        two = list(dict.fromkeys(named))
        return two if len(two) == 2 else []

    def _apart_from_subject(self, cue: Cue, gender: Gender) -> Entity | None:
        """*X was introduced by Y. The senator endorsed him*: the one of two named before whose gender a pronoun has,
        when the subject only describes somebody."""
        subjects = [] if cue.is_impersonal or cue.unit.is_quoted else self._subjects(cue.unit, cue.start)
        if len(subjects) != 1 or subjects[0].kind != "description" or not gender:
            return None
        two = self._two_before(cue.unit)
        fitting = [e for e in two if e.gender == gender]
        return fitting[0] if len(fitting) == 1 and all(e.gender for e in two) else None

    def _named_ahead(self, cue: Cue, end: int, gender: Gender) -> Entity | None:
        """*In Ely, where Y stood aside for him, X has won*: the subject behind the clause that opens a sentence."""
        unit = cue.unit
        if unit.is_quoted or unit.between(end, end + 2) != ", ":
            return None
        before = [m.entity for m in self.context.people.between(unit.start, end) if m.entity.is_person]
        rest, following = self._following(unit, end)
        named = following[0].entity if following and following[0].kind == "name" else None
        if before or named is None or named.kind != "person" or not named.may_be(gender):
            return None
        return named if set(rest.sentence.tags[following[0].last + 1 : following[0].last + 6]) & set("VvA") else None

    def _named_beside_quote(self, cue: Cue, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
        """*« Je voterai pour lui », dit Y à propos de X*: the one other person whom the sentence names that reports
        somebody's words."""
        row = cue.unit.speaker or self._quote_at(cue.head)
        if row is None:
            return None
        end = int(row["char_end"])
        sentence = self.context.references.sentence(end - 1, self.entry)
        named = {m.entity for m in self.context.people.between(end, max(end, sentence.end)) if m.entity.is_person}
        fitting = [e for e in named - set(excluded) if e.may_be(gender)]
        return fitting[0] if len(fitting) == 1 else None

    def _named_after_opening(self, cue: Cue, offset: int, gender: Gender) -> Entity | None:
        """*Malgré l'appel de Y à voter pour elle, X …*: the subject after the comma of what opens a sentence."""
        if cue.tense != "noun" or cue.unit.is_quoted or self._fallback(cue.unit.sentence, offset):
            return None
        _, subjects = self._following(cue.unit, offset)
        entity = subjects[0].entity if subjects and subjects[0].kind == "name" else None
        is_fitting = entity is not None and entity.is_person and entity.may_be(gender)
        return entity if is_fitting else None

    def _only_named(self, offset: int, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
        """The one person of a gender whom the post names before an offset besides those excluded."""
        named = {m.entity for m in self._named_before(offset) if m.entity.kind == "person"} - set(excluded)
        fitting = [e for e in named if e.may_be(gender)]
        return fitting[0] if len(fitting) == 1 else None

    def _owner_of_campaign(self, unit: Unit) -> NounPhrase | None:
        """*Argued for Anna Reed's re-election*: she, at the head of a part."""
        tokens, tags = unit.sentence.tokens, unit.sentence.tags
        noun = next((i for i, token in enumerate(tokens[:5]) if token.word in self.words.campaigns), None)
        owner = tags[:2].count("D")
        if noun is None or tags[owner + 1 : owner + 2] != "'" or noun < owner + 2:
            return None
        return self._possessor(unit.sentence, owner)  # *X's mayoral bid*

    def _owner_closed(self, cue: Cue, unit: Unit) -> NounPhrase | None:
        """*Jumped on Anna Reed's bandwagon*: she, when the construction closes on what she owns."""
        closing, tags = cue.construction.closing, unit.sentence.tags
        owner = tags[:2].count("D")
        if closing is None or tags[owner + 1 : owner + 2] != "'":
            return None
        end = unit.sentence.tokens[owner].end - cue.unit.start
        return self._possessor(unit.sentence, owner) if closing.match(cue.unit.flat, end) else None

    def _body_meant(self, cue: Cue, pronoun: re.Match[str]) -> list[Side]:
        """*Voted for it*: the party told of last in the post."""
        start, end = cue.unit.start + pronoun.start("body"), cue.unit.start + pronoun.end("body")
        parties = [m.entity for m in self._named_before(cue.start) if m.entity.kind == "party"]
        told = [s.endorsee.entity for s in self._recent() if s.endorsee and s.endorsee.entity]
        parties += [e for e in told[-1:] if e.kind == "party"]
        return [Side(parties[-1].name, parties[-1], start, end)] if parties else []

    def _sides(self, found: Sequence[NounPhrase], unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> list[Side]:
        sides = (self._side(phrase, unit, cue, kinds) for phrase in found)
        return [side for side in sides if side is not None]

    def _side(self, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Side | None:
        """Who a phrase of a unit stands for; a group without a name is named by its words."""
        end = self._end(phrase, unit)
        named_at = unit.sentence.tokens[phrase.head].start
        if kinds is ENDORSEES and phrase.kind == "name" and self.context.text[max(0, named_at - 1) : named_at] == "-":
            return None  # *other pro-European candidates*
        if kinds is ENDORSERS and self.words.peoples.fullmatch(unit.between(named_at, end)):
            return None  # *Hungarians would vote for X*
        if (
            kinds is ENDORSERS
            and phrase.kind == "description"
            and self.words.nobody_named.fullmatch(unit.between(phrase.start, end))
        ):
            return None  # *This newspaper backs no party*
        excluded = self.words.not_endorsers if kinds is ENDORSERS else self.words.not_endorsees
        printed = self.context.text[phrase.start : phrase.end]
        body = self._body_of_many(phrase, unit) or self._body_in_capitals(phrase, unit) if kinds is ENDORSERS else None
        entity = body or phrase.entity
        head = unit.sentence.tokens[phrase.head].end
        said_first = self.context.text[phrase.start : max(head, phrase.start)]
        is_person = entity is not None and entity.kind == "person" and phrase.kind == "name"
        is_named = entity is not None and (phrase.kind == "name" or body is not None)
        inside = unit.sentence.tokens[phrase.first : phrase.last + 1]
        known = [entity.name] if entity is not None and is_named else []
        known += [t.item.entity.name for t in inside if isinstance(t.item, Mention)]  # the People's Vote campaign
        named = {word for name in known for word in re.findall(r"[\w-]+", fold(name))}
        if not is_person and excluded.intersection(re.findall(r"[\w-]+", fold(said_first))) - named:
            return None
        said = [t.word for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag != "D"]
        if phrase.kind == "description" and len(said) == 1 and said[0] in self.words.unnamed:
            entity = self.context.people.entity(" ".join(printed.split()), "person")
        if entity is None and (owner := self._owner_said(phrase, unit)):
            is_party = unit.sentence.tokens[phrase.head].word in self.words.own_parties
            entity = self._party_known(owner) if is_party and owner.kind == "person" else owner
            if entity is None and kinds is ENDORSERS:
                return None
        is_ranked, ranked = self._ranked(phrase, unit)
        if is_ranked:
            if ranked is None or ranked.kind not in kinds:
                return None
            return Side(ranked.name, ranked, phrase.start, end)
        owned = unit.sentence.tokens[phrase.head].item
        if entity is None and "'" in unit.sentence.tags[phrase.first : phrase.head] and isinstance(owned, Mention):
            entity = owned.entity if owned.entity.kind in ("outlet", "party", "organization") else None
        if entity is None and phrase.kind == "description" and kinds is ENDORSERS:
            counted = self._counted_group(unit, end)
            entity = counted.entity if counted and counted.start <= phrase.start else None
        if entity is None and phrase.kind != "impersonal":
            if phrase.kind == "pronoun":
                entity = self._pronoun(phrase, unit, cue)
            else:
                entity = self._described(phrase, unit, cue, kinds)
                entity = self._told_apart(entity, phrase, unit, cue) if kinds is ENDORSEES else entity
                entity = self._not_owner(entity, phrase, unit) if kinds is ENDORSEES else entity
                is_of_person = phrase.is_possessive and unit.sentence.tags[phrase.head] == "r"
                if is_of_person and entity is not None and entity.kind not in ("person", "party"):
                    entity = None  # *its own former candidate* is no body
        if entity is None and kinds is ENDORSERS:
            entity = self._named_next(phrase, unit)
        if entity is None and phrase.kind == "description":
            entity = self._party_of(phrase, unit) or self._camp(phrase, unit) if kinds is ENDORSEES else None
            if entity is None and kinds is ENDORSERS:
                entity = self._group(phrase, unit, cue.start)
        if entity is None:
            self._unresolved = self._unresolved or phrase.kind == "pronoun" or unit.sentence.tags[phrase.head] == "r"
        if entity is None or entity.kind not in kinds:
            return None
        first = unit.sentence.tokens[phrase.first]
        if kinds is ENDORSEES and phrase.head == phrase.first + 1 and first.word in unit.sentence.words.indefinite:
            return None  # *pour un Guantanamo à la française*
        if kinds is ENDORSEES and entity.kind == "organization" and fold(entity.name) in self.words.institutions:
            return None
        return Side(entity.name, entity, phrase.start, end, self._role(phrase, unit, entity))

    def _not_owner(self, entity: Entity | None, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*X, devancé par Y, a perdu les Verts, qui ont choisi son adversaire*: Y, the one other person named."""
        is_rival = phrase.is_possessive and unit.sentence.tokens[phrase.head].word in self.words.rivals
        if entity is None or not is_rival or "'" in unit.sentence.tags[phrase.first : phrase.head]:
            return entity
        if self.context.references.pronoun(phrase.start, self.entry) is not entity:
            return entity
        others = {m.entity for m in self._named_before(phrase.start) if m.entity.is_person} - {entity}
        return others.pop() if len(others) == 1 else None

    def _ranked(self, phrase: NounPhrase, unit: Unit) -> tuple[bool, Entity | None]:
        """*A 32 %, B 28 %, C 19 %. La troisième…*: whether words tell a place among those named before, and whose
        it is."""
        word = unit.sentence.tokens[phrase.head].word
        if phrase.kind != "description" or phrase.entity is not None:
            return False, None
        if (place := self.words.ordinals.get(word)) and phrase.is_definite:
            for start, end in reversed(self._bounds_before(phrase.start)):
                last = min(end, phrase.start)
                named = [m.entity for m in self.context.people.between(start, last) if m.entity.is_person]
                named = list(dict.fromkeys(named))
                if len(named) >= place and self.context.text.count("%", start, last) >= place:
                    found = named[place - 1]
                    return True, found if not phrase.gender or found.may_be(phrase.gender) else None
            return True, None
        return False, None

    def _body_of_many(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*The Workers' Party*, *the Police Officers' Association*: a body called after a plural, all in capitals."""
        tokens, text = unit.sentence.tokens, self.context.text
        mark = phrase.head - 1
        if mark < 1 or unit.between(tokens[mark].start, tokens[mark].end) != "'":
            return None
        if phrase.entity is not None and phrase.entity.is_person:
            return None  # *the Greens' Anna Reed*
        if not text[tokens[phrase.head].start].isupper() or text[tokens[mark].start - 1] != "s":
            return None
        first = mark
        while first > 0 and unit.sentence.tags[first - 1] != "D" and text[tokens[first - 1].start].isupper():
            first -= 1
        if first == mark:
            return None
        printed = text[tokens[first].start : tokens[phrase.head].end]
        return self.context.people.entity(" ".join(printed.split()), "group")

    def _named_next(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*The former minister will vote for Y. X was silent in the first round.*: the person whom the next sentence
        names first, in full, and the post not before, but for its headline."""
        if phrase.kind != "description" or not phrase.is_definite or phrase.is_plural or phrase.is_possessive:
            return None
        references, text = self.context.references, self.context.text
        if unit.is_quoted or unit.sentence.tags[phrase.head] != "r" or self._is_in_long_line(phrase.start):
            return None
        after = references.sentence_after(unit.end, self.entry)
        first = next(iter(after.phrases), None) if after is not None else None
        if after is None or first is None or first.kind != "name" or first.governed:
            return None
        if first.start > after.start + 1 and not (
            after.tags[:1] == "Q" and after.tags[: first.first].strip("Q,V") == ""
        ):
            return None  # nor *“…”, X said*
        entity, printed = first.entity, text[first.start : first.end]
        if entity is None or entity.kind != "person" or " " not in printed or "\n" in text[unit.end : first.start]:
            return None
        headline = text.find("\n", self.entry.char_start, unit.start)
        low = headline if headline >= 0 else self.entry.char_start
        is_known = any(m.entity is entity for m in self.context.people.between(low, unit.end))
        return entity if not is_known and references.suits(phrase, unit.sentence, entity) else None

    def _body_in_capitals(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*The First Union*, *the National Union of Mineworkers*: a body of which only the end is known."""
        sentence = unit.sentence
        if sentence.tags[phrase.last] != "O" or phrase.is_possessive or phrase.kind != "description":
            return None
        before = sentence.tokens[phrase.first : phrase.last]
        opening = next((i for i, t in enumerate(before) if t.tag in "axLrg"), len(before))
        if not before[opening:] or not all(self.context.text[t.start].isupper() for t in before[opening:]):
            return None
        printed = self.context.text[before[opening].start : sentence.tokens[phrase.last].end]
        return self.context.people.entity(" ".join(printed.split()), "group")

    def _owner_said(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*La direction du PS*: the body; *Anna Reed's party*: the person whose party it is."""
        tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
        head = unit.sentence.tokens[phrase.head].word
        if (
            phrase.kind != "description"
            or head not in self.words.organs | self.words.own_parties | self.words.campaigns
        ):
            return None
        named = [t.item.entity for t in tokens if isinstance(t.item, Mention)]
        if not named or (head in self.words.organs and named[-1].is_person):
            return None
        return named[-1]

    def _party_known(self, person: Entity) -> Entity | None:
        """The party that the document tells a person to be of."""
        return self.context.references.party(person)

    def _described(self, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Entity | None:
        """The person whom a description leads to; nobody backs himself, so an endorsee is not the subject."""
        if kinds is ENDORSEES and (latter := self._latter(phrase, unit, cue)):
            return latter
        whole = next((p for p in cue.unit.sentence.phrases if p.start == phrase.start), None)
        if whole is None or whole.kind != "description":
            whole, sentence = phrase, unit.sentence
        else:
            sentence = cue.unit.sentence
        if party := self._own_party(whole, unit, sentence) or self._whose_candidates(whole, sentence, kinds):
            return party
        if self._is_of_two(whole, sentence):
            found = self._of_two(whole, sentence, kinds)
            if found is not None or sentence.tokens[whole.head].word not in sentence.words.latter:
                return found
        entity = self._resolved(whole, sentence)
        if kinds is ENDORSERS and entity is not None and self._is_of_another_body(entity, whole, sentence):
            entity = None
        if kinds is ENDORSERS and (speaker := self._who_speaks_for(phrase, unit)):
            is_party = unit.sentence.tokens[phrase.head].word in self.words.own_parties
            return (self._party_known(speaker) if is_party else None) or speaker
        if kinds is ENDORSERS:
            named = [p.entity for p in cue.unit.sentence.phrases if p.kind == "name" and p.start < phrase.start]
            return self._office_holder(whole, sentence, named) or entity if entity in named else entity
        subjects = self._endorser_entities(cue)
        if entity is None or entity in subjects:
            entity = self._office_holder(whole, sentence, subjects) or entity
        told = [s for s in self._recent() if s.endorsee and s.endorsee.entity]
        previous = next((s for s in reversed(told) if s.cue.tense == cue.tense), told[-1] if told else None)
        if previous is not None and previous.endorsee is not None:
            around = cue.flat + cue.unit.between(cue.end, cue.end + 40)
            if entity in (None, *subjects, previous.endorser.entity) and self.words.too.search(around):
                return previous.endorsee.entity
        told_to = [m.entity for m in self.context.people.between(cue.head, cue.end)]
        if entity in told_to:  # *appelle les électeurs de Z à choisir le vainqueur*
            subjects = [*subjects, *told_to]
        entity = self._rather_backed(entity, whole, sentence, subjects)
        if whole.is_indefinite or whole.is_plural or whole.is_group:
            return None if entity in subjects else entity
        if entity is None or entity in subjects or self._is_far(entity, phrase, unit) or self._is_rare(entity):
            contender = self._contender(whole, sentence, subjects)
            if contender is not None:
                return contender
        if entity in subjects and contenders(self.context) and not whole.is_possessive:
            return None
        if entity is not None and not self._is_told_before(entity, whole, sentence):
            return None
        if entity is not None and self._is_bystander(entity, whole, sentence):
            return self._contender(whole, sentence, subjects)
        if entity is not None and (entity in subjects or self._is_far(entity, phrase, unit)):
            other = self._other(cue.unit, phrase.start, phrase.gender, subjects)
            other = self._rather_backed(other, whole, sentence, subjects)
            return other or (None if entity in subjects else entity)
        return entity

    def _is_of_another_body(self, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
        """*The president of Ohio Right to Life*: whether an office is that of a body, which the post has not
        named before."""
        tokens, tags, place = sentence.tokens, sentence.tags, phrase.head + 2
        if not entity.is_person or tags[phrase.head + 1 : place] not in ("f", "p"):
            return False
        place += tags[place : place + 1] == "D"
        if tags[place : place + 2] != "Lx":  # a place at the head of a longer name
            return False
        text, (first, second) = self.context.text, tokens[place : place + 2]
        if not text[second.start].isupper() or first.end + 1 != second.start:
            return False
        named = text[first.start : second.end]
        return named not in text[self.entry.char_start : phrase.start]

    def _told_apart(self, entity: Entity | None, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
        """Whom an endorsee told by creed or office alone is, *the Socialist*, *the president*, when what the document
        says of people tells more than where they stand."""
        whole = next((p for p in cue.unit.sentence.phrases if p.start == phrase.start), phrase)
        sentence = cue.unit.sentence if whole is not phrase else unit.sentence
        if whole.kind != "description" or not whole.is_definite or whole.is_plural or whole.head != whole.first + 1:
            return entity
        word, bare = sentence.tokens[whole.head].word, replace(whole, last=whole.head)
        if word in self.words.creeds:
            return self._of_creed(entity, whole, sentence, self._endorser_entities(cue))
        if word in self.words.own_parties and whole.last == whole.head and cue.stance == "support":
            told = [s.endorsee.entity for s in self._recent() if s.endorsee and s.endorsee.entity]
            return told[-1] if told and told[-1].kind == "party" else entity
        if word in self.words.incumbents and whole.last == whole.head:
            return self._in_office(bare, sentence) or entity
        return entity

    def _of_creed(
        self, entity: Entity | None, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
    ) -> Entity | None:
        """*The Socialist*: whom the post stands with already; then one whom the document tells to be of the party."""
        references = self.context.references
        whole = references.said(phrase, sentence)  # which the entity that was guessed is now known by
        said = references.said(replace(phrase, last=phrase.head), sentence)
        told = [s.endorsee.entity for s in self._recent() if s.endorsee and s.endorsee.entity not in excluded]

        def fits(one: Entity) -> bool:
            known = [role for role in references.roles(one) if one is not entity or role != whole]
            return one not in excluded and any(said & role for role in known)

        if entity is not None and entity in told:
            return entity
        here = {m.entity for m in self._named_before(phrase.start)}
        persons = prominence(self.context)[1]
        if near := [e for e in persons if e in here and fits(e)]:
            main = [e for e in near if e in contenders(self.context)] or near
            return main[0] if len(main) == 1 else entity if entity in near else None
        last = told[-1] if told else None
        if last is not None and last.is_person and not any(w[0] == "=" for r in references.roles(last) for w in r):
            return last
        fitting = [e for e in contenders(self.context) if fits(e)] or [e for e in persons if fits(e)]
        guessed = entity if not fitting and entity is not None and whole in references.roles(entity) else None
        return fitting[0] if len(fitting) == 1 else guessed

    def _in_office(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*The president*: the contender whom the document gives the office; the one of whom it tells nothing, when it
        gives the other something else."""
        references = self.context.references
        said, two = references.said(phrase, sentence), contenders(self.context)
        if holders := [e for e in two if any(said & role for role in references.roles(e))]:
            return holders[0] if len(holders) == 1 else None
        untold = [e for e in two if not references.roles(e)]
        return untold[0] if len(two) == 2 and len(untold) == 1 else None

    def _own_party(self, phrase: NounPhrase, unit: Unit, sentence: Sentence) -> Entity | None:
        """*Son parti*, *her party*: that of the person spoken of, when the document tells it."""
        head = sentence.tokens[phrase.head]
        if not phrase.is_possessive or head.word not in self.words.own_parties or phrase.last > phrase.head:
            return None
        owner = self._other(unit, phrase.start, "", [])
        return self._party_known(owner) if owner else None

    def _who_speaks_for(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*X says that his MPs will back Y*, *his party*: X, who says so."""
        if not phrase.is_possessive or unit.is_quoted or "'" in unit.sentence.tags[phrase.first : phrase.last + 1]:
            return None
        if unit.sentence.tokens[phrase.head].word not in self.words.own_people | self.words.own_parties:
            return None
        if said := self._who_says(phrase, unit):
            return said
        main = [p for p in self._fallback(unit.sentence, phrase.start) if p.kind == "name" and p.end < phrase.start]
        between = unit.between(main[0].end, phrase.start) if main else ""
        is_said = self.words.speech.search(between) or self.words.reported.search(between)
        return main[0].entity if is_said and main[0].entity and main[0].entity.is_person else None

    def _whose_candidates(self, phrase: NounPhrase, sentence: Sentence, kinds: tuple[str, ...]) -> Entity | None:
        """*Non au RN. Votons contre ses candidats*: the party spoken of last."""
        if kinds is not ENDORSEES or not phrase.is_possessive:
            return None
        if sentence.tokens[phrase.head].word not in self.words.own_candidates:
            return None
        parties = [m.entity for m in self._named_before(phrase.start) if m.entity.kind == "party"]
        return parties[-1] if parties else None

    def _is_of_two(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is *le premier* or *le second*, and nothing else."""
        word = sentence.tokens[phrase.head].word
        is_bare = phrase.is_definite and phrase.last == phrase.head and phrase.head - phrase.first == 1
        return is_bare and word in self.words.first_of_two | self.words.second_of_two

    def _of_two(self, phrase: NounPhrase, sentence: Sentence, kinds: tuple[str, ...]) -> Entity | None:
        """Who of the two named together last in the post, *A et B*, is the former or the latter."""
        text = self.context.text
        named = [m for m in self._named_before(phrase.start) if m.entity.kind in kinds]
        beside = {before.start for before, after in pairwise(named) if after.start - before.end == 1}  # *l'UMP Untel*
        named = [m for m in named if text[m.start - 1 : m.start] != "(" and m.start not in beside]
        for first, second in reversed(list(pairwise(named))):
            gap = text[first.end : second.start].lower()
            is_linked = len(gap) <= FAR_TOGETHER and self.words.and_joined.search(gap) is not None
            if is_linked and first.entity is not second.entity:
                is_first = sentence.tokens[phrase.head].word in self.words.first_of_two
                return first.entity if is_first else second.entity
        return None

    def _office_holder(
        self, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
    ) -> Entity | None:
        """The one person whom the document gives the office that a description names, others set aside."""
        references = self.context.references
        said = references.said(phrase, sentence)
        if not said or phrase.is_possessive or phrase.is_indefinite or phrase.is_plural:
            return None
        fitting = [
            entity
            for entity in prominence(self.context)[1]
            if entity not in excluded
            and references.is_described(entity, phrase, sentence)
            and not (entity.gender and phrase.gender and entity.gender != phrase.gender)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _latter(self, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
        """*Ce dernier*, *the latter*: the person named last before the sentence."""
        tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
        if len(tokens) > 2 or tokens[-1].word not in unit.sentence.words.latter:
            return None
        excluded = self._endorser_entities(cue)
        before = self._named_before(cue.unit.start)
        people = [m.entity for m in before if m.entity.is_person and m.entity not in excluded]
        return next(
            (e for e in reversed(people) if not (e.gender and phrase.gender and e.gender != phrase.gender)), None
        )

    def _endorser_entities(self, cue: Cue) -> list[Entity | None]:
        """Whom the subject of a cue leads to, and the speaker of the words it stands in."""
        found = [
            p.entity or (self._resolved(p, cue.unit.sentence) if p.kind != "impersonal" else None)
            for p in self._subjects(cue.unit, cue.start)
        ]
        speaker = self._speaker(cue)
        return [e for e in [*found, speaker.entity if speaker else None] if e is not None]

    def _is_bystander(self, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
        """*The party threw its machine behind the Derry woman*, *voted for the president*: whether a description of
        which the document says nothing, or no more than a part, led to one who is not voted on."""
        voted_on = contenders(self.context)
        if not voted_on or entity in voted_on:
            return False
        references = self.context.references
        said = references.said(phrase, sentence)
        if any(word.startswith("@") for word in said):
            return not any(said & role for role in references.roles(entity))
        return sentence.tokens[phrase.head].word in sentence.words.offices | self.words.local and (
            not references.is_described(entity, phrase, sentence)
        )

    def _is_told_before(self, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether the post has named somebody before a description, or the document says of him what it
        says; who is only named after it is a guess."""
        said = self.context.references.said(phrase, sentence)
        if any(said & role for role in self.context.references.roles(entity)):
            return True
        before = self._named_before(phrase.start)
        after = self.context.people.between(phrase.end, min(self.entry.char_end, phrase.end + NEAR))
        return any(m.entity is entity for m in before) or all(m.entity is not entity for m in after)

    def _named_before(self, offset: int) -> Sequence[Mention]:
        """The names of the post before an offset, not farther than a reader remembers."""
        return self.context.people.between(max(self.entry.char_start, offset - NEAR), offset)

    def _is_far(self, entity: Entity, phrase: NounPhrase, unit: Unit) -> bool:
        """Whether words that fit many people (*the Democrat*, *le sortant*) led to somebody whom the post
        does not name."""
        tokens = [t for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag in "arxgO"]
        head = unit.sentence.tokens[phrase.head].word
        said = [t.word for t in tokens if t.tag not in "xa" or head not in self.words.local]
        if not tokens or not self.words.local.issuperset(said):
            return False
        return all(
            m.entity is not entity for m in self.context.people.between(self.entry.char_start, self.entry.char_end)
        )

    def _is_rare(self, entity: Entity) -> bool:
        """Whether somebody is hardly named, in a contest whose two main contenders everybody has in mind."""
        counts, _ = prominence(self.context)
        return bool(contenders(self.context)) and counts[id(entity)] < 3

    def _contender(self, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]) -> Entity | None:
        """The contender whom a description fits: by party, by what the document says of him, or because
        only one is left."""
        references = self.context.references
        said = references.said(phrase, sentence)
        parties = {w for w in said if w.startswith("=")}
        fitting, alike = [], []
        for entity in contenders(self.context):
            known = references.roles(entity)
            theirs = {w for role in known for w in role if w.startswith("=")}
            if entity in excluded or (entity.gender and phrase.gender and entity.gender != phrase.gender):
                continue
            if parties and theirs and not parties & theirs:
                continue
            fitting.append(entity)
            if any(said & role for role in known):
                alike.append(entity)
        if len(alike) == 1:
            return alike[0]
        if len(fitting) > 1:
            near = {id(m.entity) for m in self._named_before(phrase.start)}
            fitting = [entity for entity in fitting if id(entity) in near]
        return fitting[0] if len(fitting) == 1 else None

    def _pronoun(self, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
        if phrase.start >= cue.end:
            subjects = [p.entity for p in self._subjects(cue.unit, cue.start)]
            return None if phrase.is_plural else self._other(cue.unit, phrase.start, phrase.gender, subjects)
        if phrase.is_plural:
            return self._group_before(phrase, unit)
        if unit.is_quoted:  # somebody whom the words quoted have named
            first = int(unit.speaker["char_start"]) if unit.speaker else unit.start
            for mention in reversed(self.context.people.between(first, phrase.start)):
                if mention.entity.kind == "person" and mention.entity.gender in ("", phrase.gender):
                    return mention.entity
        return self._who_says(phrase, unit) or self._resolved(phrase, unit.sentence)

    def _who_says(self, pronoun: NounPhrase, unit: Unit) -> Entity | None:
        """*X did this, and Y said that he would back Z*: Y, the subject of the verb of speech right before the
        pronoun, or before where he said it: *a dit sur son blog qu'il…*."""
        low = max(0, pronoun.start - unit.start - 40)
        that = unit.sentence.words.markers["that"]
        for pattern in (self.words.speech, self.words.reported):
            for verb in pattern.finditer(unit.flat, low, pronoun.start - unit.start):
                between = unit.between(unit.start + verb.end(), pronoun.start)
                is_near = len(between.split()) <= 1
                if not is_near and (set(",;:") & set(between) or between.replace("'", "' ").split()[-1] not in that):
                    continue
                named = self._subjects(unit, unit.start + verb.start())
                entity = named[0].entity if len(named) == 1 and named[0].kind == "name" else None
                if entity is not None and entity.is_person and pronoun.gender in ("", entity.gender):
                    return entity
        return None

    def _group_before(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*Ils*, *they*: the party or organisation that is the subject of the sentence before, or of this
        one."""
        references = self.context.references
        if self._is_in_long_line(phrase.start):
            return None
        for start, _ in reversed(self._bounds_before(phrase.start)[-2:]):
            for other in references.sentence(start, self.entry).phrases:
                if other.end <= phrase.start and other.entity and not other.governed:
                    return None if other.entity.is_person else other.entity
        return None

    def _resolved(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """Whom a phrase stands for; in a line far too long for a sentence, only a name is asked."""
        if phrase.entity is not None or self._is_in_long_line(phrase.start):
            return phrase.entity
        quoted = self._speakers().get(phrase.start)
        return quoted or self.context.references.resolve(phrase, sentence, self.entry)

    def _speakers(self) -> dict[int, Entity]:
        """Whom the descriptions beside quotations lead to, by where they begin."""
        if self._spoken is None:
            self._spoken = {}
            for row in self.context.quotes.get(self.entry.entry_id, ()):
                speaker, start = row.get("speaker_id"), row.get("speaker_char_start")
                if isinstance(speaker, Entity) and start is not None:
                    self._spoken[int(start)] = speaker
        return self._spoken

    def _bounds_before(self, offset: int) -> list[tuple[int, int]]:
        """The sentences of the entry that begin before an offset."""
        bounds = self.context.references.sentences(self.entry)
        index = bisect_left(bounds, (offset, 0))
        return bounds[max(0, index - FAR) : index]

    def _is_in_long_line(self, offset: int) -> bool:
        bounds = self._bounds_before(offset + 1)
        return bool(bounds) and bounds[-1][1] - bounds[-1][0] > LONGEST_SENTENCE

    def _other(self, unit: Unit, offset: int, gender: Gender, excluded: Sequence[Entity | None]) -> Entity | None:
        """The person spoken of before an offset who is not one of those excluded; subjects first."""
        if self._is_in_long_line(offset):
            return None
        references = self.context.references
        if unit.is_quoted:  # what the words quoted name themselves comes first
            first = int(unit.speaker["char_start"]) if unit.speaker else unit.start
            for mention in reversed(self.context.people.between(first, offset)):
                named = mention.entity
                if named.is_person and named not in excluded and named.may_be(gender):
                    return named
        entity = references.pronoun(offset, self.entry, gender)
        if entity is not None and entity not in excluded:
            return entity
        for start, _ in reversed(self._bounds_before(offset)):
            sentence = references.sentence(start, self.entry)
            before = [p for p in sentence.phrases if p.start < offset and p.kind != "impersonal"]
            for phrase in sorted(before, key=lambda p: (p.governed, p.embedded)):
                found = phrase.entity or (self._resolved(phrase, sentence) if phrase.kind == "description" else None)
                if found is None or found.kind != "person" or found in excluded:
                    continue
                if found.may_be(gender):
                    return found
        return None

    def _party_of(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*les candidats du RN*: the party, when all its candidates are meant."""
        if not (phrase.is_plural or phrase.is_group):
            return None
        for token in unit.sentence.tokens[phrase.first : phrase.last + 1]:
            mention = unit.sentence.tokens[phrase.first].item if token is None else token.item
            if mention is not None and not isinstance(mention, Quotation) and mention.entity.kind == "party":
                return mention.entity
        return None

    def _is_camp(self, phrase: NounPhrase, unit: Unit) -> bool:
        """*« Les socialistes voteront X »*: whether words of one of them mean those of his camp."""
        tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
        return phrase.kind == "description" and len(tokens) == 2 and tokens[-1].word in self.words.camps

    def _camp(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*Voter pour les socialistes*: those of a camp, by their words."""
        tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
        if tokens[-1].word not in self.words.camps or len(tokens) != 2 or phrase.is_possessive:
            return None
        return self.context.people.entity(" ".join(self.context.text[phrase.start : phrase.end].split()), "group")

    def _group(self, phrase: NounPhrase, unit: Unit, verb: int) -> Entity | None:
        """A group that a reader can tell from others, by its words: *les élus communistes du Havre*, not
        *les élus*."""
        sentence = unit.sentence
        head = sentence.tokens[phrase.head]
        others = {t.tag for t in sentence.tokens[phrase.first : phrase.last + 1] if t is not head}
        if head.tag == "O" and isinstance(head.item, Mention) and others <= set("Da") and not phrase.is_indefinite:
            return head.item.entity  # *the local Lib Dems*
        if not phrase.is_group or phrase.is_possessive:
            return None
        completed = COMPLETION.match(sentence.tags, phrase.last + 1)
        last = completed.end() - 1 if completed else phrase.last
        stop = sentence.index(verb)
        last = stop - 1 if phrase.last < stop <= last else last
        preposition = sentence.tags.find("p", phrase.head, last + 1)
        capitals = sentence.tags[preposition - 1 : preposition + 2]
        is_within = capitals in ("LpO", "xpO") and preposition + 1 <= phrase.last  # the group Scotland in Union
        last = preposition + 1 if is_within else preposition - 1 if preposition > phrase.head else last
        while last > phrase.head and sentence.tokens[last].word in self.words.all_of:
            last -= 1  # *the teachers all …*
        said = [t for t in sentence.tokens[phrase.first : last + 1] if t.tag in "arxgNOKLT#"]
        if len(said) < 2 and not (said and said[0].word in self.words.camps):
            return None
        named = sentence.tokens[last].item
        is_named = head.word in self.words.own_parties and last <= phrase.head + 2
        if is_named and isinstance(named, Mention) and named.entity.kind == "party":
            return named.entity  # *le parti Les Républicains*
        words = sentence.words.definite | sentence.words.contracted
        first = phrase.first + (sentence.tokens[phrase.first].word in words)
        if first > phrase.first and phrase.first and sentence.tokens[phrase.first - 1].word in self.words.all_of:
            first = phrase.first - 1
        first = self._name_of_group(sentence, first, last)
        printed = self.context.text[sentence.tokens[first].start : sentence.tokens[last].end]
        return self.context.people.entity(" ".join(printed.split()), "group")

    def _name_of_group(self, sentence: Sentence, first: int, last: int) -> int:
        """Where a name begins that stands beside the noun for a group: *the lobby group Family First*."""
        start = last + 1
        while start > first and (
            self.context.text[sentence.tokens[start - 1].start].isupper()
            or (sentence.tags[start - 1] == "-" and start <= last)
            or (
                sentence.tags[start - 1] == "p"
                and first < start - 1 < last
                and self.context.text[sentence.tokens[start - 2].start].isupper()
            )
        ):
            start -= 1
        return start if first < start <= last and sentence.tags[start - 1] == "g" else first

    def _role(self, phrase: NounPhrase, unit: Unit, entity: Entity) -> str:
        if phrase.role is not None:
            first, last = phrase.role
            tokens = unit.sentence.tokens
            return " ".join(self.context.text[tokens[first].start : tokens[last].end].split())
        if phrase.kind == "description" and entity.is_person:
            return " ".join(self.context.text[phrase.start : phrase.end].split())
        return ""

    def _relative_owner(self, subjects: list[NounPhrase], cue: Cue) -> list[NounPhrase]:
        """*Il était le dauphin de X, qui le soutenait*: the clitic stands for the dauphin, the relative for X,
        whose name closes the description."""
        described = subjects[0] if len(subjects) == 1 and cue.clitic in self.words.clitics else None
        if described is None or described.kind != "description":
            return []
        token, tags = cue.unit.sentence.tokens[described.last], cue.unit.sentence.tags
        if not isinstance(token.item, Mention) or not token.item.entity.is_person:
            return []
        if tags[described.last + 1 : described.last + 3] != ",w" or tags[described.last - 1] != "f":
            return []
        place, entity = described.last, token.item.entity
        return [NounPhrase(token.start, token.end, "name", place, place, place, entity, entity.gender)]

    def _rather_backed(
        self, entity: Entity | None, phrase: NounPhrase, sentence: Sentence, subjects: Sequence[Entity | None]
    ) -> Entity | None:
        """*X, Y and Z are for W. V called for the defeat of the former minister*: W, not Z who takes a stand of
        his own, when the document says of neither what the description does."""
        recent = self._recent()
        backed = [s.endorsee.entity for s in recent if s.endorsee and s.endorsee.entity]
        if entity is None or entity in backed or all(s.endorser.entity is not entity for s in recent):
            return entity
        references = self.context.references
        said = references.said(phrase, sentence)
        if any(said and said <= role for role in references.roles(entity)):
            return entity
        fitting = [e for e in backed if e.is_person and e not in subjects]
        fitting = [e for e in fitting if not (e.gender and phrase.gender and e.gender != phrase.gender)]
        return fitting[-1] if fitting else entity

    def _tellers(self, cue: Cue) -> list[NounPhrase]:
        """*A to abstain, B says "not one vote" for C*: the subject of the verb of speech right before the words."""
        unit, end = cue.unit, cue.start - cue.unit.start
        if not cue.is_participial or unit.is_quoted:
            return []
        before = unit.flat[max(0, end - 60) : end]
        lead = cue.construction.after.search(before) if cue.construction.after else None
        end -= len(before) - lead.start() if lead else 0
        for verb in self.words.speech.finditer(unit.flat, max(0, end - 20), end):
            if not unit.flat[verb.end() : end].strip():
                return self._subjects(unit, unit.start + verb.start())
        return []

    def _voted_on(self, cue: Cue, offset: int, gender: Gender) -> Entity | None:
        """*X sat it out; Y rowed in behind her*: of those of a gender whom the post has named, the one who is
        voted on, when the nearest is hardly named in the document or takes stands of his own."""
        excluded = self._endorser_entities(cue)
        recent = self._recent()
        if any(s.endorsee and s.endorsee.entity and s.endorsee.entity.gender == gender for s in recent):
            return None
        named = list(dict.fromkeys(m.entity for m in self._named_before(offset)))
        named = [e for e in named if e.kind == "person" and e.gender in ("", gender) and e not in excluded]
        fitting = [e for e in contenders(self.context) if e in named and e.gender == gender]
        if len(fitting) == 1:
            return fitting[0]
        counts = prominence(self.context)[0]
        nearest = self._other(cue.unit, offset, gender, excluded)
        stood = [s.endorser.entity for s in recent]
        known = [e for e in named if e not in stood and counts[id(e)] >= OFTEN]
        if nearest is None or not known or (nearest not in stood and counts[id(nearest)] > SELDOM):
            return None
        return max(known, key=lambda e: counts[id(e)])
