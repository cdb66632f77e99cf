"""Stands that lean on another: gapped clauses, companions, lists of supporters, *so did …*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from minutier.extract.people import Mention
from minutier.extract.stands.grammar import Construction
from minutier.extract.stands.phrases import BODY_KINDS
from minutier.extract.stands.sides import SideReader
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, ROLL_CALL, Cue, Side, Stand, Unit
from minutier.extract.syntax import NounPhrase

_TO_BEAT = Construction("endorsements.votes_to_beat", "oppose", "object", re.compile(""), None, None, "", "drop", False)
_VERDICT = Construction("endorsements.camp_of", "support", "listed", re.compile(""), None, None, "", "drop", True)
_BY_VOTING = Construction("endorsements.beats_by", "support", "object", re.compile(""), None, None, "", "drop", False)


class ListReader(SideReader):
    """What enumerations and ellipses add to the stands that a cue tells."""

    # ── A soutient B, C D; A is for B, C for D ───────────────────────────────────────────────────

    def _gapped(self, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
        """*A backs B, C D*: the clauses that go on without their verb."""
        unit = cue.unit
        end = max([cue.end, *(s.endorsee.end for s in stands if s.endorsee)])
        if cue.construction.sides == "agent":
            end = max(end, *(s.endorser.end for s in stands))
        for _ in range(6):
            place = end - unit.start
            time = self.words.later.match(unit.flat, place)  # *A backed B on Friday, C D*
            joint = self.words.joints.match(unit.flat, time.end() if time else place)
            if joint is None:
                return
            rest = unit.part(unit.start + joint.end())
            chain = self._chain(unit, rest.start)
            if cue.construction.sides == "object" and (pair := self._body_and_name(chain, rest)):
                yield from self._told_of_pair(cue, pair, rest)
                return
            if not chain or any(
                (p.kind != "name" and not self._is_of_two(p, rest.sentence)) or p.governed for p in chain
            ):
                return
            stop = self._end(chain[-1], rest)
            link = self.words.gapping.match(unit.flat, stop - unit.start)
            if link is None or ("," in link[0] and ";" not in joint[0] and not joint[0].strip(" ,")):
                return
            is_passive = cue.construction.sides == "agent"
            found = self._complements(
                cue, unit.start + link.end() - link[0].endswith(" "), ENDORSERS if is_passive else ENDORSEES
            )
            is_described = bool(found) and found[0].entity is not None and link[0].strip() == ","
            if is_described and not self.context.people.between(found[0].start, found[0].end):
                return  # *X has Z's backing; Y, his rival, has none*
            if not found and not is_passive and cue.stance == "support":
                yield from self._gapped_silence(cue, chain, rest, unit.start + link.end() - 1)
            named = self._sides(chain, rest, cue, ENDORSEES if is_passive else ENDORSERS) if found else []
            endorsers, endorsees = (found, named) if is_passive else (named, found)
            if not found or not self._closes(unit, max(s.end for s in found)):
                return
            near = unit.between(stop, found[0].start)
            if len(near.split()) > max(3, len(link[0].split())):
                return
            stance = "oppose" if self.words.against.search(near) else cue.stance
            if stance != cue.stance and cue.stance == "none":
                return
            for endorser in endorsers:
                for endorsee in endorsees:
                    if endorser.key != endorsee.key:
                        yield Stand(replace(cue, stance=stance), endorser, endorsee, stance)
            end = max(s.end for s in found)

    def _gapped_silence(self, cue: Cue, chain: list[NounPhrase], rest: Unit, position: int) -> Iterator[Stand]:
        """*A backs B, C nobody*: who of a gapped clause chooses none."""
        nobody = self.words.nobody.match(cue.unit.flat, position - cue.unit.start)
        if nobody is not None and self._closes(cue.unit, cue.unit.start + nobody.end()):
            for endorser in self._sides(chain, rest, cue, ENDORSERS):
                yield Stand(replace(cue, stance="none"), endorser, None, "none")

    def _body_and_name(self, chain: list[NounPhrase], unit: Unit) -> list[NounPhrase]:
        """*A recommande B, la CGT C*: a body and a name that are read as one, where nothing follows them."""
        if len(chain) != 1 or chain[0].role is None or not self._closes(unit, self._end(chain[0], unit)):
            return []
        name, (first, last) = chain[0], chain[0].role
        token, tags = unit.sentence.tokens[first], unit.sentence.tags
        is_body = isinstance(token.item, Mention) and token.item.entity.kind in BODY_KINDS and first == last
        if not is_body or tags[name.first : name.head] != "DO" or not isinstance(token.item, Mention):
            return []
        body = NounPhrase(token.start, token.end, "name", first, last, first, entity=token.item.entity, is_group=True)
        return [body, replace(name, start=unit.sentence.tokens[name.head].start, first=name.head, role=None)]

    def _told_of_pair(self, cue: Cue, pair: list[NounPhrase], unit: Unit) -> Iterator[Stand]:
        endorsees = self._sides(pair[1:], unit, cue, ENDORSEES)
        for endorser in self._sides(pair[:1], unit, cue, ENDORSERS) if endorsees else ():
            yield Stand(cue, endorser, endorsees[0], cue.stance)

    # ── A endorsed B in May, C a month later ─────────────────────────────────────────────────────

    def _later(self, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
        """*A endorsed B in May, C a month later*: who did the same at another time, without a verb."""
        unit = cue.unit
        end = max([cue.end, *(s.endorsee.end for s in stands if s.endorsee)])
        if cue.construction.sides != "object" or any(s.endorsee is None for s in stands):
            return
        for _ in range(4):
            time = self.words.later.match(unit.flat, end - unit.start)
            joint = self.words.joints.match(unit.flat, time.end() if time else end - unit.start)
            chain = self._chain(unit, unit.start + joint.end()) if joint else []
            if joint is None or not chain or any(p.kind != "name" or p.governed for p in chain):
                return
            rest = unit.part(unit.start + joint.end())
            end = self._end(chain[-1], rest)
            time = self.words.later.match(unit.flat, end - unit.start)
            if time is None or not self._closes(unit, unit.start + time.end()):
                return
            for endorser in self._sides(chain, rest, cue, ENDORSERS):
                for endorsee in dict.fromkeys(s.endorsee for s in stands):
                    if endorsee is not None and endorsee.key != endorser.key:
                        yield Stand(cue, endorser, endorsee, cue.stance)

    # ── voter A pour battre B; battre B en votant A ──────────────────────────────────────────────

    def _aims(self, cue: Cue, stands: list[Stand]) -> list[Stand]:
        """*Appelle à voter A pour faire barrage à B*, *to stop B by voting for A*: whom a vote is to beat, or
        by which vote somebody is to be beaten."""
        unit = cue.unit
        ends = [s.endorsee.end for s in stands if s.endorsee]
        if cue.construction.sides != "object" or cue.stance == "none" or not ends:
            return []
        is_support = cue.stance == "support"
        pattern = self.words.aims_against if is_support else self.words.aims_for
        match = pattern.match(unit.flat, max(ends) - unit.start)
        if match is None:
            return []
        construction = _TO_BEAT if is_support else _BY_VOTING
        aim = replace(cue, construction=construction, stance=construction.stance, end=unit.start + match.end())
        told = {s.endorsee.key for s in stands if s.endorsee}
        endorsees = [s for s in self._complements(aim, aim.end, ENDORSEES) if s.key not in told]
        return [
            Stand(aim, stand.endorser, endorsee, aim.stance, stand.is_own_words)
            for stand in {s.endorser.key: s for s in stands}.values()
            for endorsee in endorsees
            if endorsee.key != stand.endorser.key
        ]

    # ── comme X, like X ──────────────────────────────────────────────────────────────────────────

    def _companions(self, cue: Cue, stands: list[Stand]) -> Iterator[Stand]:
        """*…, comme X et Y*; *Like X, Y backs Z*: who takes the same stand, named beside it."""
        unit = cue.unit
        endorsees = list(dict.fromkeys(s.endorsee for s in stands))
        end = max([cue.end, *(s.end for s in endorsees if s)])
        found: list[Side] = []
        match = self.words.companions.match(unit.flat, end - unit.start)
        if match is not None:
            chain = self._chain(unit, unit.start + match.end())
            rest = unit.part(unit.start + match.end())
            if chain and self._closes(unit, self._end(chain[-1], rest)):
                found += self._sides(chain, rest, cue, ENDORSERS)
        match = self.words.companions.match(f" {unit.flat[:40]}")
        if match is not None:
            start = unit.start + match.end() - 1
            chain = self._chain(unit, start)
            rest = unit.part(start)
            end = self._end(chain[-1], rest) if chain else start
            if chain and unit.between(end, end + 1) == "," and end < cue.start:
                found += self._sides(chain, rest, cue, ENDORSERS)
        taken = {s.endorser.key for s in stands}
        for endorser in found:
            if endorser.key not in taken and endorser.entity is not None:
                for endorsee in endorsees:
                    yield Stand(cue, endorser, endorsee, stands[0].stance)

    # ── X aussi; X did too ───────────────────────────────────────────────────────────────────────

    def _echoed(self, cue: Cue) -> list[Side]:
        """*Untel aussi.*: the enumeration that stands alone before the word."""
        unit = cue.unit
        before = [p for p in unit.sentence.phrases if p.end <= cue.head]
        if not before or unit.between(self._end(before[-1], unit), cue.head).strip(" ,"):
            return []
        chain = self._coordinated(unit, before[-1])
        if chain[0].kind not in ("name", "description") or not self.words.opens.search(
            unit.between(unit.start, chain[0].start)
        ):
            return []
        return self._sides(chain, unit, cue, ENDORSERS)

    # ── parmi les soutiens de X : A, B ───────────────────────────────────────────────────────────

    def _members(self, cue: Cue) -> list[Stand]:
        """*Les soutiens de X : A et B*; *X compte A et B parmi ses soutiens*."""
        unit = cue.unit
        before = unit.flat[: cue.head - unit.start]
        own = self.words.own.search(before[-24:])
        if own is not None:
            return self._own_members(cue, cue.head - len(before[-24:]) + own.start())
        is_listed = self.words.include.match(unit.flat, cue.end - unit.start) is not None
        endorsees = [] if is_listed else self._complements(cue, cue.end, ENDORSEES)
        after = max([cue.end, *(s.end for s in endorsees)])
        if not endorsees:
            owner = self._owner_before(cue)
            endorsees = [owner] if owner else self._owner_of_relative(cue) or self._possessor_of(cue)
        if not endorsees:
            return []
        include = self.words.include.match(unit.flat, after - unit.start)
        if include is None:
            copula = self.words.counted.search(before[-40:])
            if copula is None:
                return []
            subjects = self._subjects(unit, cue.head - len(before[-40:]) + copula.start())
            return self._crossed(cue, self._sides(subjects, unit, cue, ENDORSERS), endorsees)
        start = unit.start + include.end()
        return self._crossed(cue, self._sides(self._list(unit, start), unit.part(start), cue, ENDORSERS), endorsees)

    # ── Endorsements: A (X), B (Y) ───────────────────────────────────────────────────────────────

    def _paired(self, cue: Cue) -> list[Stand]:
        """*Endorsements tonight: A (X), B (Y)*: each name, and in the parentheses after it whom it stands with."""
        unit, found = cue.unit, list[Stand]()
        for match in self.words.in_parentheses.finditer(unit.flat, cue.end - unit.start):
            inside = unit.part(unit.start + match.start() + 1, unit.start + match.end() - 1)
            phrases = [p for p in inside.sentence.phrases if p.kind == "name" and p.entity and p.entity.is_person]
            before = [p for p in unit.sentence.phrases if p.end <= unit.start + match.start()]
            if len(phrases) != 1 or inside.flat.strip(" ").count(" ") > 2 or not before or before[-1].kind != "name":
                continue
            if before[-1].start < cue.end or unit.between(self._end(before[-1], unit), inside.start - 1).strip():
                continue
            endorsees = self._sides(phrases, inside, cue, ENDORSEES)
            found += self._crossed(cue, self._sides(before[-1:], unit, cue, ENDORSERS), endorsees)
        return found if len(found) > 1 else []

    # ── X, another backer ────────────────────────────────────────────────────────────────────────

    def _fellow(self, cue: Cue) -> list[Stand]:
        """*Y, another early supporter, …*: of whom the post has told a stand last."""
        told = [s for s in self._recent() if s.endorsee and s.stance == "support"]
        after, unit = cue.construction.after, cue.unit
        lead = after.search(unit.flat, max(0, cue.head - unit.start - 60), cue.head - unit.start) if after else None
        if not told or lead is None:
            return []
        beside = self._beside(replace(cue, start=unit.start + lead.start() + 1))
        named = [p for p in beside if p.kind == "name"]
        chain = self._coordinated(unit, named[0]) if len(named) == 1 else named
        endorsee = told[-1].endorsee
        return self._crossed(cue, self._sides(chain, unit, cue, ENDORSERS), [endorsee] if endorsee else [])

    def _is_roll_call(self, unit: Unit) -> bool:
        """Whether a post says at its head, or so far, that it tells who is with whom; or tells it of several."""
        told = {stand.endorser.key for stand in self.stands if stand.cue.unit is not unit}
        last = self.stands[-1].cue if self.stands else None
        goes_on = last is not None and last.unit is unit and last.construction.rule == "endorsements.counts_on"
        return (
            len(told) > 1
            or goes_on
            or self.words.roll_call.search(self.flat, 0, unit.end - self.entry.char_start) is not None
        )

    def _verdicts(self) -> Iterator[Stand]:
        """*The Guardian: Labour. The Mail: the Tories*; *Labour: the Guardian, the Mirror*: in a post that says it
        tells who is with whom, the lines in which a colon parts those who choose from whom they have chosen."""
        opening = self.words.roll_call.search(self.flat)
        if opening is None:
            return
        base = self.entry.char_start
        for start, end in self.context.references.sentences(self.entry):
            flat = self.flat[start - base : end - base]
            colon = flat.find(":")
            if colon < 0 or start - base < opening.end() - 1:
                continue
            unit = Unit(start, end, flat, partial(self._sentence, ()))
            head, rest = unit.part(start, start + colon), unit.part(start + colon + 1)
            first, chain = self._chain(head, start, is_list=True), self._chain(rest, rest.start, is_list=True)
            if len(first) != 1 or flat[self._end(first[0], head) - start : colon].strip():
                continue
            nobody = self.words.nobody.match(flat, colon + 1)
            last = self._end(chain[-1], rest) - start if chain else nobody.end() if nobody else colon
            if not flat[last:].strip(" .;!"):
                cue = Cue(_VERDICT, unit, start, start, start + colon, "noun", "support" if chain else "none")
                yield from self._verdict(cue, first, chain)

    def _verdict(self, cue: Cue, first: list[NounPhrase], chain: list[NounPhrase]) -> list[Stand]:
        """The stands of one line: bodies on one side of its colon, a party or person on the other, or nobody."""
        bodies, contenders = BODIES["body"], ("party", "person")
        if not chain:
            named = [side for side in self._sides(first, cue.unit, cue, ENDORSERS) if side.entity]
            return [Stand(cue, side, None, cue.stance) for side in named if side.entity and side.entity.kind in bodies]
        kinds = [{p.entity.kind if p.entity else "" for p in side} for side in (first, chain)]
        if kinds[0] <= set(bodies) and kinds[1] <= set(contenders) and len(chain) == 1:
            endorsers, endorsees = first, chain
        elif kinds[0] <= set(contenders) and kinds[1] <= set(bodies):
            endorsers, endorsees = chain, first
        else:
            return []
        unit = cue.unit
        return self._crossed(
            cue, self._sides(endorsers, unit, cue, ENDORSERS), self._sides(endorsees, unit, cue, ENDORSEES)
        )

    def _owner_of_relative(self, cue: Cue) -> list[Side]:
        """*X, whose supporters include A*: the antecedent."""
        unit, end = cue.unit, cue.head - cue.unit.start
        relative = self.words.whose.search(unit.flat, max(0, end - 24), end)
        if relative is None:
            return []
        antecedent = self._antecedent(unit.sentence, unit.sentence.index(unit.start + relative.start()))
        return self._sides([antecedent], unit, cue, ENDORSEES) if antecedent else []

    def _possessor_of(self, cue: Cue) -> list[Side]:
        """*X had no shortage of famous backers: A, B*: the subject of the verb, when a colon follows."""
        unit = cue.unit
        verbs = list(self.words.counting_among.finditer(unit.flat, 0, cue.head - unit.start))
        is_listed = unit.between(cue.end, cue.end + 2).strip() == ":"
        subjects = self._subjects(unit, unit.start + verbs[-1].start()) if verbs and is_listed else []
        return self._sides(subjects, unit, cue, ENDORSEES)

    def _own_members(self, cue: Cue, own: int) -> list[Stand]:
        """*X compte parmi ses soutiens A et B*, *parmi ses soutiens, X compte A et B*."""
        unit = cue.unit
        if cue.construction.needs == "apposed":  # *son principal soutien, X*
            chain = self._chain(unit, cue.end + 2)
            subjects = [p for p in self._fallback(unit.sentence, own) if p.kind == "name"]
            if len(chain) == 1 and chain[0].kind == "name" and chain[0].start == cue.end + 2 and subjects:
                endorsees = self._sides(subjects, unit, cue, ENDORSEES)
                return self._crossed(cue, self._sides(chain, unit.part(cue.end + 2), cue, ENDORSERS), endorsees)
        verbs = list(self.words.counting_among.finditer(unit.flat))
        before = [match for match in verbs if match.start() < own - unit.start]
        verb = before[-1] if before else next(iter(verbs), None)
        if verb is None:
            include = self.words.include.match(unit.flat, cue.end - unit.start)
            owner = self._other(unit, own, "", []) if include else None
            if include is None or owner is None:
                return []
            start = unit.start + include.end()
            endorsers = self._sides(self._chain(unit, start), unit.part(start), cue, ENDORSERS)
            return self._crossed(cue, endorsers, [Side(owner.name, owner, cue.start, cue.start)])
        subjects = self._subjects(unit, unit.start + verb.start())
        endorsees = self._sides(subjects, unit, cue, ENDORSEES)
        starts = [unit.start + verb.end()] + ([cue.end] if verb.start() < own - unit.start else [])
        for start in starts:
            chain = self._chain(unit, start)
            if chain and endorsees:
                return self._crossed(cue, self._sides(chain, unit.part(start), cue, ENDORSERS), endorsees)
        return []

    def _listed(self, cue: Cue) -> list[Stand]:
        """*Pour le oui : A et B*; *dans le camp du non, on trouvait A et B*; *On the Yes side: A and B*."""
        unit = cue.unit
        endorsees = self._complements(cue, cue.end, ENDORSEES)[:1]
        if not endorsees and (owner := self._owner_before(cue)):
            endorsees = [owner]
        if not endorsees:
            return []
        include = self.words.include.match(unit.flat, max(cue.end, endorsees[0].end) - unit.start)
        is_roll_call = cue.construction.needs == ROLL_CALL
        if is_roll_call and not self._is_roll_call(unit):
            return []
        if include is None and (endorsees[0].entity is None or is_roll_call):
            include = self.words.comma.match(unit.flat, max(cue.end, endorsees[0].end) - unit.start)
        if include is None:
            return []
        start = unit.start + include.end()
        chain = self._list(unit, start)
        if not chain or not self._closes(unit, self._end(chain[-1], unit.part(start))):
            return []
        is_next = any(stand.cue.construction.rule == cue.construction.rule for stand in self._recent())
        is_told = is_roll_call or cue.construction.needs == "standing"  # *behind X stand A and B*
        if (
            endorsees[0].entity is not None
            and not is_told
            and ((len(chain) < 2 and not is_next) or ":" not in include[0])
        ):
            return []
        listed = self._sides(chain, unit.part(start), cue, ENDORSERS)
        if listed and ":" in include[0] and self._opens_line(cue.start):
            listed += self._listed_on(cue)
        return self._crossed(cue, listed, endorsees)

    def _opens_line(self, offset: int) -> bool:
        """Whether nothing but signs stands in a line before an offset."""
        line = self.context.text.rfind("\n", 0, offset) + 1
        return not any(map(str.isalnum, self.context.text[max(line, self.entry.char_start) : offset]))

    def _listed_on(self, cue: Cue) -> list[Side]:
        """*Pour X : A et B. C, sorti de sa retraite. D.*: whom the sentences after it in its line name, as long as they
        are without a verb.
        """
        found: list[Side] = []
        line_end = self.context.text.find("\n", cue.end, self.entry.char_end)
        for start, end in self.context.references.sentences(self.entry):
            if start < cue.unit.end:
                continue
            if 0 <= line_end < start:
                break
            flat = self.flat[start - self.entry.char_start : end - self.entry.char_start]
            unit = replace(cue.unit, start=start, end=end, flat=flat)
            chain = self._chain(unit, start, is_list=True)
            told = unit.sentence.tags[chain[-1].last + 1 :] if chain else "V"
            if not set(told.partition("Q")[0]).isdisjoint("VvA"):
                break
            found += self._sides(chain, unit, cue, ENDORSERS)
        return found

    def _crossed(self, cue: Cue, endorsers: list[Side], endorsees: list[Side]) -> list[Stand]:
        return [
            Stand(cue, endorser, endorsee, cue.stance)
            for endorser in endorsers
            for endorsee in endorsees
            if endorser.key != endorsee.key
        ]
