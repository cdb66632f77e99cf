"""Endorsements: who says whom to vote for, against whom, or refuses to choose.

A *construction* of the language file is found by its first word (a verb form or a noun) and the words that
must follow; the sides are then looked for in the reading of the sentence: subject, complement, agent,
antecedent of a relative, person an apposition stands beside, speaker of the words quoted. Nothing is a row
unless both sides lead to somebody; a side that should lead to somebody and does not is an issue,
``endorsement-without-side``.

The status of a stand is decided in this order:

1. ``conditional``: the clause hangs on a condition (*que si…*, *would back X only if…*).
2. ``past``: a past tense or a noun, and words that tell an earlier round or contest (*au premier tour* in a
   second round, *en 2012*, *at the last election*).
3. ``declared``: the endorser's own words, quoted, in the present, perfect or future; a vote announced
   (*votera X*).
4. ``standing``: a noun (*soutien de X*), pluperfect, imperfect, passive or *has been backing*; or words that
   tell an earlier day (*depuis février*, *jeudi*, *last week*) beside the verb, not in what is said aside
   (*Untel, maire depuis 1995, appelle…*).
5. ``declared``: words that tell today (*ce soir*, *within minutes*), or somebody's own ballot in a post of
   its own (*Untel a voté X*).
6. Otherwise it depends on what is still to be voted. When another vote follows (first of two rounds,
   primary): ``declared`` once results are known, ``standing`` before, since campaigning is over by then. In
   the last round whatever is told of past and present is a recap, ``standing``; only an act in the present
   or the future (*appelle à*, *says he will support*) in a post that does not list the stands of many is
   ``declared``.

A refusal to choose gives way to a choice of the same endorser in the same post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context, Found
from minutier.extract.stands.cues import CueReader
from minutier.extract.stands.grammar import Construction, grammar
from minutier.extract.stands.status import StatusReader
from minutier.extract.stands.units import ENDORSEES, ENDORSERS, Cue, Side, Stand, Unit, flattened

BODIES = {
    "body": ("outlet", "organization", "group"),
    "party answer": ("outlet", "organization", "group", "party"),
}
"""Who may take a stand by words that say other things of persons."""
_LAST_WORD = re.compile(r"[^\W\d_]{2,20}$")
_COMPOUND = Construction(
    "endorsements.backed_compound", "support", "compound", re.compile(""), None, None, "", "drop", True
)


def extract(entry: Entry, context: Context) -> Found:
    """The stands that one entry tells, in the order of the text; the rows of ``quotes`` must be in the
    context."""
    words = grammar(context.language.code)
    if words is None:
        return Found([], [])
    text = flattened(context.text[entry.char_start : entry.char_end])
    if not words.heads.search(text) and not words.compounds.search(text):
        return Found([], [])
    return _Reader(entry, context, words, text).read()


class _Reader(CueReader, StatusReader):
    """The reading of one entry: from cues and sides to stands, and from stands to rows."""

    def read(self) -> Found:
        for unit in self._units():
            self._read_unit(unit)
            self.stands.extend(self._compounds(unit))
        kept = self._decided()
        return Found([self._row(stand) for stand in kept], self.issues)

    def _read_unit(self, unit: Unit) -> None:
        """The stands of a unit: at each first word, the first of its constructions that finds its sides."""
        position = 0
        if unit.flat.rstrip()[-1:] == "?" and not unit.is_quoted:
            return
        for match in self.words.heads.finditer(unit.flat):
            if match.start() < position or self._is_name(unit.start + match.start(), match[0]):
                continue
            known = len(self.issues)
            for cue in self._cues(unit, match):
                self._unresolved = False
                stands = self._stands(cue)
                if stands:
                    self.stands.extend(stands)
                    if cue.construction.sides not in ("echo", "members", "listed"):
                        self.stands.extend(self._companions(cue, stands))
                        self.stands.extend(self._gapped(cue, stands))
                    del self.issues[known:]
                    position = cue.end - unit.start
                    break
            del self.issues[known + 1 :]

    def _is_name(self, offset: int, word: str) -> bool:
        """Whether a word is the name of a body: *Unite behind him*."""
        mention = self.context.people.at(offset)
        return mention is not None and mention.entity.kind == "organization" and mention.end == offset + len(word)

    def _compounds(self, unit: Unit) -> Iterator[Stand]:
        """*the Trump-backed Herschel Walker*: the name inside the word takes the stand, the one after it
        receives it."""
        for match in self.words.compounds.finditer(unit.flat):
            start, end = unit.start + match.start(), unit.start + match.end()
            name = _LAST_WORD.search(unit.flat, max(0, match.start() - 20), match.start())
            start -= len(name[0]) if name else 0
            printed = self.context.text[start : unit.start + match.start()]
            entity = self.context.people.named(printed) if printed[:1].isupper() else None
            if entity is None or entity.kind not in ENDORSERS:
                continue
            cue = Cue(_COMPOUND, unit, start, start, end, "passive", "support")
            for endorsee in self._complements(cue, end, ENDORSEES)[:1]:
                if endorsee.entity is not entity:
                    yield self._stand(cue, Side(entity.name, entity, start, end), endorsee)

    def _stands(self, cue: Cue) -> list[Stand]:
        sides = cue.construction.sides
        if sides == "subject" or (cue.stance == "none" and sides == "object"):
            return [self._stand(cue, endorser, None) for endorser in self._endorsers(cue)]
        if sides == "same":
            return self._same(cue)
        if sides == "echo":
            return self._same(cue, self._echoed(cue))
        if sides == "members":
            return self._members(cue)
        if sides == "listed":
            return self._listed(cue)
        if sides == "camp":
            return self._in_camp(cue)
        if sides == "goes":
            return self._going(cue)
        if sides == "from":
            return [self._stand(cue, endorser, None) for endorser in self._complements(cue, cue.end, ENDORSERS)]
        if sides == "inverted":
            return self._same(cue, self._complements(cue, cue.end, ENDORSERS))
        if sides == "noun":
            return self._apposed(cue)
        if sides == "prenoun":
            return self._apposed_compound(cue)
        if sides == "support":
            return self._supported(cue)
        if sides == "owned":
            return self._owned(cue)
        if sides == "vote":
            endorsees = self._complements(cue, cue.end, ENDORSEES)
            return self._product(cue, self._endorsers(cue), endorsees) if endorsees else []
        if sides == "agent":
            endorsers = self._complements(cue, cue.end, ENDORSERS)
            endorsees = self._received(cue, endorsers) if endorsers else []
            return self._product(cue, endorsers, endorsees)
        return self._active(cue)

    def _active(self, cue: Cue) -> list[Stand]:
        """Subject and complement; a relative or a clitic may stand for the complement."""
        relative = self._object_relative(cue.unit, cue.start)
        if relative is not None and relative[1] and self._complements(cue, cue.end, ENDORSEES):
            relative = None  # *il a lâché, jeudi, qu'il voterait X*
        if relative is not None:
            antecedent, subjects = relative
            endorsees = self._sides([antecedent], cue.unit, cue, ENDORSEES)
            endorsers = (
                self._sides(subjects, cue.unit, cue, ENDORSERS)
                if subjects
                else self._complements(cue, cue.end, ENDORSERS)
            )
            return self._product(cue, endorsers, endorsees)
        meant = self._answer_meant(cue)
        if cue.construction.answer and meant is None:
            return []
        endorsees = [meant] if meant else self._complements(cue, cue.end, ENDORSEES)
        if endorsees and not meant:
            last = max(side.end for side in endorsees) - cue.unit.start
            construction = cue.construction
            if construction.unless_after is not None and construction.unless_after.match(cue.unit.flat, last):
                return []
            if construction.closing is not None and not construction.closing.match(cue.unit.flat, last):
                return []
        if "answer" in cue.construction.needs and not (endorsees and endorsees[0].entity is None):
            return []
        if not endorsees and cue.clitic not in self.words.clitics:
            return []
        endorsers = self._endorsers(cue)
        if cue.construction.needs in BODIES:
            kinds = BODIES[cue.construction.needs]
            endorsers = [e for e in endorsers if e.entity is not None and e.entity.kind in kinds]
            if not endorsers:
                return []
        if not endorsees and endorsers:
            excluded = [e.entity for e in endorsers]
            entity = self._other(cue.unit, cue.start, self.words.clitics[cue.clitic], excluded)
            endorsees = [Side(entity.name, entity, cue.start, cue.start)] if entity else []
        if self._is_guessed(cue):
            self._issue(cue, "endorser")
            return []
        return self._product(cue, endorsers, endorsees)

    def _is_guessed(self, cue: Cue) -> bool:
        """*she'd back her*, *il le soutient*: two pronouns of one person each, which nobody could tell
        apart by rule."""
        subjects = [] if cue.is_impersonal else self._subjects(cue.unit, cue.start)
        if [p.kind for p in subjects] != ["pronoun"]:
            return False
        if self._is_one_of_each(cue):
            return False
        pronoun = self.words.object_pronouns.match(cue.unit.flat, cue.end - cue.unit.start)
        if pronoun is not None:
            return bool(pronoun["pronoun"])
        return cue.clitic in self.words.clitics and not self._complements(cue, cue.end, ENDORSEES)

    def _is_one_of_each(self, cue: Cue) -> bool:
        """Whether the post has named one man and one woman so far: *he endorsed her* is plain."""
        named = {m.entity for m in self.context.people.between(self.entry.char_start, cue.start) if m.entity.is_person}
        return sorted(e.gender for e in named) == ["f", "m"]

    def _product(self, cue: Cue, endorsers: Sequence[Side], endorsees: Sequence[Side]) -> list[Stand]:
        if bool(endorsers) != bool(endorsees) and self._unresolved:
            self._issue(cue, "endorser" if endorsees else "endorsee")
        return [
            self._stand(cue, endorser, endorsee)
            for endorser in endorsers
            for endorsee in endorsees
            if endorser.key != endorsee.key
        ]

    def _stand(self, cue: Cue, endorser: Side, endorsee: Side | None) -> Stand:
        own = cue.unit.is_quoted or self._quote_at(cue.head) is not None
        own = own and endorser.start == endorser.end and not self._is_reminder(cue)
        return Stand(cue, endorser, endorsee, cue.stance, own)

    def _is_reminder(self, cue: Cue) -> bool:
        """Whether words quoted are told as said before, on the day of the last vote: *she had told her
        supporters*."""
        row = cue.unit.speaker or self._quote_at(cue.head) or {}
        cue_start = row.get("cue_char_start") or 0
        said = flattened(self.context.text[max(0, cue_start - 8) : cue_start] + str(row.get("cue") or "")).split()
        tenses = [t for w in said for word, t in self.words.auxiliaries if word == w]
        return self._is_last_vote() and bool({"perfect", "pluperfect"}.intersection(tenses))

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

    def _received(self, cue: Cue, endorsers: Sequence[Side]) -> list[Side]:
        """Who is backed: the subject of a passive or of *peut compter sur*, or what the participle stands
        beside."""
        if cue.tense == "noun" or cue.start != cue.head:
            if answer := self._answer_before(cue, cue.start):
                return [answer]
            subjects = self._subjects(cue.unit, cue.start) or self._fallback(cue.unit.sentence, cue.start)
            return self._sides(subjects, cue.unit, cue, ENDORSEES)
        if answer := self._answer_before(cue, cue.start):
            return [answer]
        return self._said_of(cue, max(s.end for s in endorsers), ENDORSEES)

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

    def _apposed_compound(self, cue: Cue) -> list[Stand]:
        """*Anna Reed, a Tom Price supporter,* and *Tom Price supporter Anna Reed*."""
        owner, unit = self._owner_before(cue), cue.unit
        if owner is None:
            return []
        named = next(
            (p for p in unit.sentence.phrases if p.start <= owner.start and p.last + 1 and p.end > cue.head), None
        )
        start = min(owner.start, named.start if named else owner.start)
        after = next((m for m in self.context.people.between(cue.end, cue.end + 40) if m.start <= cue.end + 2), None)
        if after is not None and after.entity.kind in ENDORSERS:
            endorsers = [Side(after.entity.name, after.entity, after.start, after.end)]
            return self._product(cue, endorsers, [owner])
        copula = self.words.copula.search(unit.flat, max(0, start - unit.start - 40), start - unit.start)
        if copula is not None:
            subjects = self._subjects(unit, unit.start + copula.start())
            return self._product(cue, self._sides(subjects, unit, cue, ENDORSERS), [owner])
        beside = replace(cue, start=start)
        endorsers = self._sides(self._beside(beside), unit, cue, ENDORSERS)
        return self._product(cue, endorsers, [owner]) if endorsers else []

    def _in_camp(self, cue: Cue) -> list[Stand]:
        """*X is in Y's corner*, *firmly in the Y camp*, *on the Yes side*."""
        owner, unit = self._owner_before(cue), cue.unit
        if owner is None:
            return []
        copula = self.words.copula.search(unit.flat, max(0, owner.start - unit.start - 60), owner.start - unit.start)
        if copula is None:
            return []
        subjects = self._subjects(unit, unit.start + copula.start())
        return self._product(cue, self._sides(subjects, unit, cue, ENDORSERS), [owner])

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
        elif owner := self._owner_before(cue, ENDORSERS):
            endorsers = [owner]
        else:
            endorsers = self._complements(cue, cue.end, ENDORSERS)
            position = max([cue.end, *(s.end for s in endorsers)])
        verb = self.words.goes.match(unit.flat, position - unit.start)
        if verb is None or not endorsers:
            return []
        return self._product(cue, endorsers, self._complements(cue, unit.start + verb.end(), ENDORSEES))

    def _said_of(self, cue: Cue, end: int, kinds: tuple[str, ...]) -> list[Side]:
        """Of whom an apposition is said: just before it, or after the comma that closes it at the head of
        a sentence."""
        sentence = cue.unit.sentence
        if sentence.tags[: sentence.index(cue.start)].strip("atDpf"):
            return self._sides(self._beside(cue), cue.unit, cue, kinds)
        rest, phrases = self._following(cue.unit, end)
        return self._sides(phrases, rest, cue, kinds)

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
        if not endorsees:
            before = cue.unit.flat[: cue.head - cue.unit.start]
            verb = None
            for match in self.words.possession.finditer(before, max(0, len(before) - 80)):
                verb = match
            if verb is None or self.words.not_possessing.search(before, max(0, verb.start() - 40), verb.start()):
                return []
            start = cue.unit.start + verb.start()
            if verb.groupdict().get("new"):
                cue = replace(cue, tense="perfect")
            answer = self._answer_before(cue, start)
            endorsees = [answer] if answer else self._sides(self._subjects(cue.unit, start), cue.unit, cue, ENDORSEES)
            if not endorsees:
                rest, subjects = self._following(cue.unit, after)
                endorsees = self._sides(subjects, rest, cue, ENDORSEES)
            if not endorsees:
                endorsees = self._sides(self._fallback(cue.unit.sentence, start), cue.unit, cue, ENDORSEES)
        return self._product(cue, endorsers, endorsees)

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
        receiver = self.words.owned_receiver.match(unit.flat, cue.end - unit.start)
        if receiver:
            endorsees = self._complements(cue, unit.start + receiver.end(), ENDORSEES)
            return self._product(cue, endorsers, endorsees) if endorsees else []
        start = owners[0].start - unit.start
        verb = None
        for match in self.words.possession.finditer(unit.flat, max(0, start - 40), start):
            verb = match
        if not endorsers or verb is None or self.words.not_possessing.search(unit.flat, 0, verb.start()):
            return []
        start = unit.start + verb.start()
        subjects = self._subjects(unit, start) or self._fallback(unit.sentence, start)
        endorsees = self._sides(subjects, unit, cue, ENDORSEES)
        return self._product(cue, endorsers, endorsees)

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

    def _same(self, cue: Cue, endorsers: list[Side] | None = None) -> list[Stand]:
        """*Y en a fait autant*: the stand said just before, with another endorser."""
        previous = next((s for s in reversed(self._recent()) if s.cue.construction.sides not in ("same", "echo")), None)
        if previous is None:
            return []
        found = self._endorsers(cue) if endorsers is None else endorsers
        copied = replace(cue, stance=previous.stance)
        endorsees = [s.endorsee for s in self._recent() if s.cue is previous.cue]
        return [
            self._stand(copied, endorser, endorsee)
            for endorser in found
            for endorsee in dict.fromkeys(endorsees)
            if endorsee is None or endorsee.key != endorser.key
        ]

    def _row(self, stand: Stand) -> Row:
        cue, liveblog = stand.cue, self.context.liveblog
        start, end = cue.start, cue.end
        is_other_contest = stand.status == "past" and not stand.past_round
        return {
            "contest_id": None if is_other_contest else liveblog.contest_id,
            "round": None if is_other_contest else stand.past_round or liveblog.round,
            "endorser": stand.endorser.name,
            "endorser_id": stand.endorser.entity,
            "endorser_role": stand.endorser.role or None,
            "endorsee": stand.endorsee.name if stand.endorsee else None,
            "endorsee_id": stand.endorsee.entity if stand.endorsee else None,
            "stance": stand.stance,
            "endorsement_status": stand.status,
            "cue": self.context.text[start:end],
            "char_start": start,
            "char_end": end,
            "rule": cue.construction.rule,
        }
