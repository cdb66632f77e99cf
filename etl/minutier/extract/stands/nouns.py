"""Stands told by a noun: *soutien de X*, *X's backing*, *in X's corner*, *sa voix ira à X*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutier.document import Issue
from minutier.extract.stands.cues import CueReader
from minutier.extract.stands.status import StatusReader
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, ROLL_CALL, Cue, Side, Stand, Unit
from minutier.extract.syntax import NounPhrase

_ENDS = re.compile(r"[.;:!?]")
_PARENTHESES = re.compile(r"\([^()]{0,60}\)")


class NounReader(CueReader, StatusReader):
    """From the cues that are nouns to stands, and what all stands are made with."""

    def _product(self, cue: Cue, endorsers: Sequence[Side], endorsees: Sequence[Side]) -> list[Stand]:
        if bool(endorsers) != bool(endorsees) and self._unresolved:
            self._issue(cue, "endorser" if endorsees else "endorsee")
        if endorsees and not endorsers:
            self.untold.extend(Stand(cue, Side("", None, cue.start, cue.start), e, cue.stance) for e in endorsees)
        return [
            self._stand(cue, endorser, endorsee)
            for endorser in endorsers
            for endorsee in endorsees
            if endorser.key != endorsee.key and not self._is_for_himself(cue, endorser, endorsee)
        ]

    def _is_for_himself(self, cue: Cue, endorser: Side, endorsee: Side) -> bool:
        """*Labour leader X urged voters to back Labour*: whether somebody asks for votes for his own party."""
        party = endorsee.entity
        if party is None or party.kind != "party" or cue.construction.rule != "endorsements.calls_for":
            return False
        person = endorser.entity
        return person is not None and person.is_person and self.context.references.party(person) is party

    def _stand(self, cue: Cue, endorser: Side, endorsee: Side | None) -> Stand:
        own = cue.unit.is_quoted or self._quote_at(cue.head) is not None
        own = own and endorser.start == endorser.end and not self._is_reminder(cue)
        return Stand(cue, endorser, endorsee, cue.stance, own)

    def _issue(self, cue: Cue, missing: str) -> None:
        self.issues.append(
            Issue(
                "extract",
                "info",
                "endorsement-without-side",
                f"nobody could be named as the {missing}",
                cue.start,
                cue.end,
            )
        )

    def _apposed(self, cue: Cue) -> list[Stand]:
        """*X, soutien de Y,* and *soutien de Y, X*."""
        endorsees = self._complements(cue, cue.end, ENDORSEES)
        unit = cue.unit
        endorsees = self._before_comma(unit, endorsees)
        if not endorsees:
            return []
        copula = self.words.copula.search(unit.flat, max(0, cue.head - unit.start - 60), cue.head - unit.start)
        if copula is not None:
            verb = unit.start + copula.start()
            endorsers = self._sides(self._subjects(unit, verb), unit, cue, ENDORSERS)
        else:
            endorsers = self._said_of(cue, max(s.end for s in endorsees), ENDORSERS)
        return self._product(cue, endorsers, endorsees) if endorsers else []

    def _before_comma(self, unit: Unit, sides: list[Side]) -> list[Side]:
        """The sides up to a comma before *et*: it closes an apposition (*A, soutien de B, et C*)."""
        for count in range(1, len(sides)):
            if unit.between(sides[count - 1].end, sides[count].start).startswith(",") and count == len(sides) - 1:
                return sides[:count]
        return sides

    def _said_of(self, cue: Cue, end: int, kinds: tuple[str, ...]) -> list[Side]:
        """Of whom an apposition is said: just before it, or after the comma that closes it at the head of
        a sentence."""
        sentence = cue.unit.sentence
        if sentence.tags[: sentence.index(cue.start)].strip("atDpf"):
            beside = self._beside(cue)
            if len(beside) == 1 and beside[0].kind == "description" and beside[0].entity is None:
                beside = self._named_after(cue.unit, end) or beside
            return self._sides(beside, cue.unit, cue, kinds)
        rest, phrases = self._following(cue.unit, end)
        return self._sides(phrases, rest, cue, kinds)

    def _named_after(self, unit: Unit, end: int) -> list[NounPhrase]:
        """*La candidate investie par Y, X, …*: the name between the commas that follow."""
        if unit.between(end, end + 2) != ", ":
            return []
        chain = self._chain(unit, end + 2)
        is_name = len(chain) == 1 and chain[0].kind == "name" and chain[0].entity is not None
        return (
            chain
            if is_name
            and chain[0].start == end + 2
            and self.words.clause_end.match(unit.flat, self._end(chain[0], unit.part(end + 2)) - unit.start)
            else []
        )

    def _apposed_compound(self, cue: Cue) -> list[Stand]:
        """*Anna Reed, a Tom Price supporter,* and *Tom Price supporter Anna Reed*."""
        owner, unit = self._owner_before(cue), cue.unit
        if owner is None or (cue.construction.needs == "answer" and owner.entity is not None):
            return []
        named = next(
            (p for p in unit.sentence.phrases if p.start <= owner.start and p.last + 1 and p.end > cue.head), None
        )
        start = min(owner.start, named.start if named else owner.start)
        after = next((m for m in self.context.people.between(cue.end, cue.end + 40) if m.start <= cue.end + 2), None)
        is_beside = after is not None and not _ENDS.search(self.context.text, cue.end, after.start)
        if after is not None and is_beside and after.entity.kind in ENDORSERS:
            endorsers = self._complements(cue, cue.end, ENDORSERS) or [
                Side(after.entity.name, after.entity, after.start, after.end)
            ]
            return self._product(cue, endorsers, [owner])
        copula = self.words.copula.search(unit.flat, max(0, start - unit.start - 40), start - unit.start)
        if copula is not None:
            subjects = self._subjects(unit, unit.start + copula.start())
            return self._product(cue, self._sides(subjects, unit, cue, ENDORSERS), [owner])
        beside = replace(cue, start=start)
        endorsers = self._sides(self._beside(beside), unit, cue, ENDORSERS)
        return self._product(cue, endorsers, [owner]) if endorsers else []

    def _in_camp(self, cue: Cue) -> list[Stand]:
        """*X is in Y's corner*, *firmly in the Y camp*, *on the Yes side*, *on her team*."""
        owner, unit = self._owner_before(cue), cue.unit
        own = (
            None
            if owner
            else self.words.own.search(unit.flat, max(0, cue.head - unit.start - 24), cue.head - unit.start)
        )
        start = owner.start if owner else unit.start + own.start() if own else unit.start
        copula = self.words.copula.search(unit.flat, max(0, start - unit.start - 60), start - unit.start)
        copula = copula or self.words.camp_verbs.search(unit.flat, max(0, start - unit.start - 60), start - unit.start)
        if copula is None:  # *in X's camp are Y and Z*
            include = self.words.include.match(unit.flat, cue.end - unit.start) if owner else None
            listed = self._list(unit, unit.start + include.end()) if include else []
            rest = unit.part(unit.start + include.end()) if include else unit
            return self._product(cue, self._sides(listed, rest, cue, ENDORSERS), [owner]) if owner and listed else []
        endorsers = self._sides(self._subjects(unit, unit.start + copula.start()), unit, cue, ENDORSERS)
        kinds = BODIES.get(cue.construction.needs)
        endorsers = [e for e in endorsers if kinds is None or (e.entity is not None and e.entity.kind in kinds)]
        owner = owner or self._possessing(cue, start, endorsers)
        return self._product(cue, endorsers, [owner]) if owner else []

    def _possessing(self, cue: Cue, start: int, others: Sequence[Side]) -> Side | None:
        """Whom *his*, *her* before a noun stands for, others set aside."""
        word = cue.unit.between(start, cue.head).split()[0]
        gender = self.words.pronoun_genders.get(word, "")
        excluded = [side.entity for side in others]
        if not others:
            return None
        told = [s.endorsee.entity for s in self._recent() if s.endorsee and s.endorsee.entity]
        fitting = (e for e in reversed(told) if e.is_person and (not gender or e.gender == gender))
        entity = next((e for e in fitting if e not in excluded), None)
        entity = entity or self._other(cue.unit, start, gender, excluded) or self._only_named(start, gender, excluded)
        return Side(entity.name, entity, start, start) if entity else None

    def _possessed(self, cue: Cue) -> list[Stand]:
        """*X was one of her first endorsers*; *X, her most famous backer,*; *her latest backer, X*."""
        unit, end = cue.unit, cue.head - cue.unit.start
        own = self.words.own_noun.search(unit.flat, max(0, end - 60), end)
        if own is None:
            return []
        start = unit.start + own.start("whose")
        copula = self.words.copula.search(unit.flat, max(0, own.start() - 60), own.start())
        before = unit.flat[: own.start()].rstrip()
        rest, found = unit, []
        if copula is not None:
            found = self._subjects(unit, unit.start + copula.start())
        elif before[-1:] in (",", "("):
            found = self._beside(replace(cue, start=unit.start + own.start()))
        if not found and copula is None:
            comma = unit.between(cue.end, cue.end + 2) == ", "
            rest = unit.part(cue.end + 2 if comma else cue.end)
            found = self._chain(unit, rest.start)
            found = found if found and rest.between(rest.start, found[0].start).strip() == "" else []
        if not own["one"] and cue.flat in self.words.several_backers and len(found) < 2:
            return []
        endorsers = self._sides([p for p in found if p.kind == "name"], rest, cue, ENDORSERS)
        endorsee = self._possessing(cue, start, endorsers)
        return self._product(cue, endorsers, [endorsee]) if endorsee else []

    def _going(self, cue: Cue) -> list[Stand]:
        """*X's endorsement went to Y*, *sa voix ira à Y*, *le choix de X s'est porté sur Y*."""
        unit = cue.unit
        own = self.words.own.search(unit.flat, max(0, cue.head - unit.start - 24), cue.head - unit.start)
        position = cue.end
        speaker = self._speaker(cue)
        if own is not None and speaker is not None:
            endorsers = [speaker]
        elif own is not None:
            entity = self._other(unit, unit.start + own.start(), "", [])
            endorsers = [Side(entity.name, entity, cue.start, cue.start)] if entity else []
        elif whose := self.words.whose.search(unit.flat, max(0, cue.head - unit.start - 24), cue.head - unit.start):
            antecedent = self._antecedent(unit.sentence, unit.sentence.index(unit.start + whose.start()))
            endorsers = self._sides([antecedent], unit, cue, ENDORSERS) if antecedent else []
        elif owner := self._owner_before(cue, ENDORSERS):
            endorsers = [owner]
        else:
            endorsers = self._complements(cue, cue.end, ENDORSERS)
            position = max([cue.end, *(s.end for s in endorsers)])
        closing = cue.construction.closing or self.words.goes
        verb = closing.match(unit.flat, position - unit.start)
        preferred = self.words.chosen.intersection(unit.between(cue.head - 20, cue.head).split()[-1:])
        if verb is None and (preferred or cue.flat in self.words.choices):  # *X's pick, Y*
            if chosen := self._chosen_before(cue, endorsers):
                return self._product(cue, endorsers, chosen)
            verb = self.words.apposed_choice.match(unit.flat, position - unit.start)
        if verb is None or not endorsers:
            return []
        return self._product(cue, endorsers, self._complements(cue, unit.start + verb.end(), ENDORSEES))

    def _chosen_before(self, cue: Cue, endorsers: Sequence[Side]) -> list[Side]:
        """*Y, X's pick in Ohio,*: the name that the choice of an owner stands beside."""
        unit = cue.unit
        start = min((e.start for e in endorsers if unit.start < e.start < cue.head), default=unit.start)
        start -= unit.flat[: start - unit.start].endswith("the ") * len("the ")
        between = unit.between(max((e.end for e in endorsers), default=cue.head), cue.head).split()[1:]
        if any(word not in self.words.chosen for word in between) or not unit.between(
            unit.start, start
        ).rstrip().endswith(","):
            return []  # *X's first choice* has withdrawn, more often than not
        named = [p for p in self._beside(replace(cue, start=start)) if p.kind == "name"]
        return self._sides(named, unit, cue, ENDORSEES)

    def _owing(self, cue: Cue) -> list[Stand]:
        """*X must be beaten, said Y*, *« X doit être battu »*: who says so takes the stand."""
        unit, after = cue.unit, cue.construction.after
        verb = after.search(unit.flat, max(0, cue.head - unit.start - 60), cue.head - unit.start) if after else None
        if verb is None:
            return []
        speaker = self._speaker(cue)
        endorsers = [speaker] if speaker else self._reporters(cue)
        subjects = self._subjects(unit, unit.start + verb.start()) if endorsers else []
        return self._product(cue, endorsers, self._sides(subjects, unit, cue, ENDORSEES))

    def _verbless(self, cue: Cue) -> list[Stand]:
        """*Les Verts se divisent : A pour le oui, B pour le non*: a name right before the word, at the head of
        its clause."""
        unit = cue.unit
        if cue.construction.needs == ROLL_CALL and not self._is_roll_call(unit):
            return []
        name = next((p for p in unit.sentence.phrases if self._end(p, unit) <= cue.head < self._end(p, unit) + 2), None)
        if name is None or name.kind != "name" or name.governed:
            return []
        opening = unit.between(unit.start, name.start).rstrip()
        if opening[-1:] not in (":", ",", ";", "–", "—") or unit.between(self._end(name, unit), cue.head).strip():
            return []
        return self._product(
            replace(cue, tense="noun"),
            self._sides([name], unit, cue, ENDORSERS),
            self._complements(cue, cue.end, ENDORSEES),
        )

    def _announcing(self, cue: Cue) -> list[Stand]:
        """*Nouveau soutien pour X : Y*: a headline, and the name after its colon."""
        unit = cue.unit
        endorsees = self._complements(cue, cue.end, ENDORSEES)
        namely = self.words.namely.match(unit.flat, max(s.end for s in endorsees) - unit.start) if endorsees else None
        if namely is None:
            return []
        rest = unit.part(unit.start + namely.end())
        endorsers = self._sides(self._chain(unit, rest.start), rest, cue, ENDORSERS)
        if endorsers and unit.flat[max(s.end for s in endorsers) - unit.start :].strip(" .!;()"):
            return []  # a sentence follows the colon: its verb tells more
        return self._product(cue, endorsers, endorsees)

    def _giving(self, cue: Cue) -> list[Stand]:
        """*Support for X, from Y*: who receives it comes first."""
        endorsees = self._complements(cue, cue.end, ENDORSEES)
        if not endorsees:
            return []
        last = max(side.end for side in endorsees) - cue.unit.start
        source = self.words.given_by.match(cue.unit.flat, last)
        endorsers = self._complements(cue, cue.unit.start + source.end(), ENDORSERS) if source else []
        return self._product(replace(cue, tense="present"), endorsers, endorsees)

    def _earning(self, cue: Cue) -> list[Stand]:
        """*She has my vote*, *Y has got his vote*: the owner of the vote takes the stand."""
        unit = cue.unit
        after, end = cue.construction.after, cue.head - unit.start
        own = self.words.own.search(unit.flat, max(0, end - 24), end)
        verb = after.search(unit.flat, max(0, end - 60), end) if after else None
        if own is None or verb is None:
            return []
        start = unit.start + verb.start()
        endorsees = self._sides(self._subjects(unit, start), unit, cue, ENDORSEES)
        if not endorsees:
            return []
        said = unit.flat[max(0, verb.start() - 12) : end].split()
        is_told = any(word in said for word, tense in self.words.auxiliaries if tense == "pluperfect")
        cue = replace(cue, tense="pluperfect" if is_told else "present")
        speaker = self._speaker(cue)
        if speaker is None and own[0].split()[0] in self.words.own_first:
            told = self._said_after(cue) or self._headed(cue)
            return self._product(cue, told, endorsees)
        if speaker is None:
            received = [e.entity for e in endorsees]
            main = self._sides(self._fallback(unit.sentence, start), unit, cue, ENDORSERS)
            named = [side.entity for side in main if side.entity not in received]
            entity = named[0] if named else self._other(unit, unit.start + own.start(), "", received)
            speaker = Side(entity.name, entity, cue.start, cue.start) if entity else None
        if speaker and self.words.neither.search(unit.between(unit.start, min(e.start for e in endorsees))):
            return [self._stand(replace(cue, stance="none"), speaker, None)]
        return self._product(cue, [speaker], endorsees) if speaker else []

    def _supported(self, cue: Cue) -> list[Stand]:
        """*le soutien de Y à X*; *X revendique le soutien de Y*; *le ralliement de Y*."""
        endorsers = self._complements(cue, cue.end, ENDORSERS)
        if not endorsers:
            return []
        after = max(s.end for s in endorsers)
        receiver = self.words.receiver.match(cue.unit.flat, after - cue.unit.start)
        endorsees: list[Side] = []
        if receiver:
            endorsees = self._complements(cue, cue.unit.start + receiver.end(), ENDORSEES)
            cue = self._announced(cue)
        if not endorsees and (own := self.words.own_receiver.match(cue.unit.flat, after - cue.unit.start)):
            rest, subjects = self._following(cue.unit, cue.unit.start + own.end())
            endorsees = self._sides(subjects, rest, cue, ENDORSEES)
            if not endorsees and (entity := self._other(cue.unit, cue.start, "", [e.entity for e in endorsers])):
                endorsees = [Side(entity.name, entity, cue.start, cue.start)]
            return self._product(cue, endorsers, endorsees)
        if not endorsees:
            before = cue.unit.flat[: cue.head - cue.unit.start]
            verb = None
            for match in self.words.possession.finditer(before, max(0, len(before) - 80)):
                verb = match
            if verb is None:
                return []
            is_denied = self._is_unpossessed(cue.unit, verb)
            if is_denied and not self.words.restriction.match(before, verb.end()):  # *n'a reçu que le soutien de Y*
                return []
            if self.words.unpossessed.search(before, verb.start()):
                return []
            start = self._before_auxiliary(cue.unit, cue.unit.start + verb.start())
            if verb.groupdict().get("new"):
                said = before[max(0, verb.start() - 24) : verb.end()].split()
                had = any(word in said for word, tense in self.words.auxiliaries if tense == "pluperfect")
                cue = replace(cue, tense="pluperfect" if had else "perfect")
            answer = self._answer_before(cue, start)
            endorsees = [answer] if answer else self._sides(self._subjects(cue.unit, start), cue.unit, cue, ENDORSEES)
            if not endorsees:
                rest, subjects = self._following(cue.unit, after)
                endorsees = self._sides(subjects, rest, cue, ENDORSEES)
            if not endorsees:
                endorsees = self._sides(self._fallback(cue.unit.sentence, start), cue.unit, cue, ENDORSEES)
        return self._product(cue, endorsers, endorsees)

    def _announced(self, cue: Cue) -> Cue:
        """*X annonce le retrait de Y au profit de Z*: a noun that is the object of a verb of news is of its tense."""
        low, high = max(0, cue.head - cue.unit.start - 40), cue.head - cue.unit.start
        verb = None
        for match in self.words.announcing.finditer(cue.unit.flat, low, high):
            verb = match
        if verb is None or len(cue.unit.flat[verb.end() : high].split()) > 2:
            return cue
        said = cue.unit.flat[max(0, verb.start() - 24) : verb.end()].split()
        told = next((tense for word, tense in self.words.auxiliaries if word in said), "present")
        return replace(cue, tense=told)

    def _before_auxiliary(self, unit: Unit, start: int) -> int:
        """Where the verb group of a participle begins: *X, qui a bien reçu …*."""
        sentence = unit.sentence
        place = sentence.index(start)
        while 0 < place < len(sentence.tags) and sentence.tags[place - 1] in "Atz":
            place -= 1
        return sentence.tokens[place].start if place < len(sentence.tokens) else start

    def _relayed(self, cue: Cue) -> list[Stand]:
        """*A a le soutien de B, et C celui de D*; *A a gardé l'appui de B et gagné celui de C*: the support told just
        before, of somebody else.
        """
        told = [
            s for s in self._recent() if s.cue.unit is cue.unit and s.cue.construction.rule == cue.construction.rule
        ]
        endorsers = self._complements(cue, cue.end, ENDORSERS) if told else []
        if not endorsers or told[-1].endorsee is None:
            return []
        if self.words.unpossessed.search(
            cue.unit.flat, max(0, cue.head - cue.unit.start - 6), cue.head - cue.unit.start
        ):
            return []  # *l'appui de X, mais pas celui de Y*
        unit, low = cue.unit, max(told[-1].endorser.end, told[-1].cue.end)
        named = [p for p in unit.sentence.phrases if low <= p.start and p.end <= cue.head and p.kind == "name"]
        if not named:
            return self._product(cue, endorsers, [told[-1].endorsee])
        gap = _PARENTHESES.sub("", unit.between(self._end(named[0], unit), cue.head))
        return [] if gap.strip(" ,") else self._product(cue, endorsers, self._sides(named[:1], unit, cue, ENDORSEES))

    def _owned(self, cue: Cue) -> list[Stand]:
        """*X has the president's backing*: the owner takes the stand, the subject of *has* receives it."""
        unit = cue.unit
        if self._belongs(cue) is not None:
            return self._belonging(cue)
        mark = max(
            unit.flat.rfind("'s", 0, cue.head - unit.start),
            unit.flat.rfind("s'", 0, cue.head - unit.start) + 1,
        )
        owner_unit = unit.part(unit.start, unit.start + mark)
        owners = owner_unit.sentence.phrases[-1:]
        if not owners or owners[0].end != owner_unit.end:
            return []
        endorsers = self._sides(owners, owner_unit, cue, ENDORSERS)
        if owners[0].kind != "name" and any(p.entity is e.entity for p in unit.sentence.phrases for e in endorsers):
            return []  # *the president*, guessed to be somebody whom the sentence names already
        is_told = cue.construction.needs == "copula"  # *Y is X's choice*
        receiver = self.words.owned_receiver.match(unit.flat, cue.end - unit.start)
        if receiver and not is_told:
            endorsees = self._complements(cue, unit.start + receiver.end(), ENDORSEES)
            return self._product(cue, endorsers, endorsees) if endorsees else []
        start = owners[0].start - unit.start
        if endorsers and self.words.opening_with.search(unit.flat, 0, start):  # *with Y's endorsement, X …*
            rest, subjects = self._following(unit, cue.end)
            return self._product(cue, endorsers, self._sides(subjects, rest, cue, ENDORSEES))
        if is_told:
            verb = self.words.copula.search(unit.flat, max(0, start - 40), start)
            endorsers = [e for e in endorsers if e.entity is None or e.entity.kind != "party"]
        else:
            verb = None
            for match in self.words.possession.finditer(unit.flat, max(0, start - 40), start):
                verb = match
        if not endorsers or verb is None or self._is_unpossessed(unit, verb):
            return []
        start = unit.start + verb.start()
        subjects = self._subjects(unit, start) or self._fallback(unit.sentence, start)
        endorsees = self._sides(subjects, unit, cue, ENDORSEES)
        return self._product(cue, endorsers, endorsees)

    def _is_unpossessed(self, unit: Unit, verb: re.Match[str]) -> bool:
        """*Failed to win X's backing*, but not *lost despite X's backing*."""
        if verb.groupdict().get("still"):
            return False
        return self.words.not_possessing.search(unit.flat, max(0, verb.start() - 40), verb.start()) is not None

    def _belongs(self, cue: Cue) -> re.Match[str] | None:
        """*whose endorsement of*, *son ralliement à*: the word before the noun that stands for its owner."""
        end = cue.head - cue.unit.start
        return self.words.whose.search(cue.unit.flat, max(0, end - 24), end) or self.words.own.search(
            cue.unit.flat, max(0, end - 24), end
        )

    def _belonging(self, cue: Cue) -> list[Stand]:
        """*X, whose endorsement of Y*; *son ralliement à Y*: the antecedent takes the stand."""
        unit, match = cue.unit, self._belongs(cue)
        receiver = self.words.owned_receiver.match(unit.flat, cue.end - unit.start)
        if match is None or receiver is None:
            return []
        if self.words.not_possessing.search(unit.flat, max(0, match.start() - 40), match.start()):
            return []
        endorsees = self._complements(cue, unit.start + receiver.end(), ENDORSEES)
        start = unit.start + match.start()
        if not endorsees:
            return []
        index = unit.sentence.index(start)
        antecedent = self._antecedent(unit.sentence, index) if self.words.whose.search(match[0]) else None
        found = [antecedent] if antecedent else [p for p in self._fallback(unit.sentence, start) if p.kind == "name"]
        endorsers = self._sides(found, unit, cue, ENDORSERS)
        if not endorsers and antecedent is None:
            entity = self._other(unit, start, "", [e.entity for e in endorsees])
            endorsers = [Side(entity.name, entity, start, start)] if entity else []
        return self._product(cue, endorsers, endorsees)
