"""Who has won, lost, or holds what is voted on, for words that tell somebody by it: *le vainqueur*, *the defeated MP*,
*le sortant*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import islice

from minutier.document import Entry
from minutier.extract.folding import phrases
from minutier.extract.known import Known, agree
from minutier.extract.passages import Passages
from minutier.extract.people import Entity
from minutier.extract.sentences import FAR
from minutier.extract.syntax import NounPhrase, Sentence
from minutier.languages import language

_APPOSED_WORD = re.compile(r"(?:[ \u00a0]\([^()]{1,20}\))?, (?P<word>\w+)(?=[,.;])")
"""A word between commas behind a name."""
_ASIDE = re.compile(r",w[^,;:]{0,40},|\([^()]{0,12}\)")
_ONLY_THAT = re.compile(r"z{1,2}[vx]w[Dtp]{0,3}#")  # n'obtient que 22 %
_ONLY_FIGURE = re.compile(r" *[zt]{0,3}[vxAT]{1,3}[pDtxza]{0,6}#")
MAJORITY = 50
"""Per cent above which whoever stands has won."""
_ALL = 100.5
_VOTES = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\d%])")
"""A number of votes: four digits or more, in groups of three."""
_SHARE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)[ \u00a0\u202f]?%")


@cache
def _own_defeat(code: str) -> re.Pattern[str]:
    """What somebody says who has lost: *cette défaite*, *we have lost*."""
    listed = phrases(language(code)["syntax"].get("own_defeat") or "")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed)) or '(?!)'})(?!\w)", re.IGNORECASE)


class Outcomes(Known):
    """Whom one document tells to have won, lost or held so far what its vote is about."""

    def __init__(self, context: Passages) -> None:
        super().__init__(context)
        contested = context.language["syntax"].get("contested_offices") or {}
        self._contested = frozenset(str(contested.get(context.election_type, "")).split())

    def names_winner(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of whoever has won: *le vainqueur*, *l'élue du soir*."""
        markers = self._words.markers
        if (noun := sentence.tokens[phrase.head].word) in markers["winner"]:
            return True
        after = sentence.tokens[phrase.last + 1 : phrase.last + 4]
        return noun in markers["elected"] and any(token.word in markers["night"] for token in after)

    def winner(self, phrase: NounPhrase, entry: Entry) -> Entity | None:
        """Who is told before a description to have won: in the post, else of the whole contest."""
        return self._winner(phrase, entry, lambda p: agree(p.gender, phrase.gender)) or self._context.winner

    def _winner(
        self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool], far: int = FAR
    ) -> Entity | None:
        """The subject of the nearest sentence before that says who won, for *le vainqueur*, *the victor*; ``far``: how
        many sentences are looked at.
        """
        markers = self._words.markers
        winning = markers["winning"]
        for sentence in islice(self.before(phrase.start, entry), far):
            for candidate in _persons_before(sentence, phrase.start):
                told = _told_behind(candidate, sentence)
                has_beaten = told[:1] and told[0] in markers["has"] and not markers["beaten"].isdisjoint(told)
                has_won = has_beaten or not winning.isdisjoint(told) or self._has_majority(candidate, sentence)
                if has_won and fits(candidate):
                    return candidate.entity
            if (yielded := self._yielded_to(sentence, phrase.start)) is not None and fits(yielded):
                return yielded.entity
            if (described := self._described_winner(sentence, phrase.start, entry)) is not None and fits(described):
                return described.entity
        return None

    def _winners(
        self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]
    ) -> Iterator[tuple[Entity, Sentence]]:
        """Those of whom the sentences of the post before a description tell that they have won."""
        winning = self._words.markers["winning"]
        for sentence in self.before(phrase.start, entry):
            for candidate in _persons_before(sentence, phrase.start):
                is_told = not winning.isdisjoint(_told_behind(candidate, sentence))
                if is_told and fits(candidate) and candidate.entity is not None:
                    yield candidate.entity, sentence

    def _only_winner(
        self, phrase: NounPhrase, sentence: Sentence, entry: Entry, fits: Callable[[NounPhrase], bool]
    ) -> Entity | None:
        """The one person of whom the post tells before a description that he has won, and no other office."""
        office, offices = sentence.tokens[phrase.head].word, self._words.offices
        won = {
            entity.name: entity
            for entity, told in self._winners(phrase, entry, fits)
            if not any(t.word in offices and t.word != office for t in told.tokens)
        }
        return next(iter(won.values())) if len(won) == 1 else None

    def _winner_at(
        self, phrase: NounPhrase, sentence: Sentence, entry: Entry, fits: Callable[[NounPhrase], bool]
    ) -> Entity | None:
        """*Le nouveau député de l'Orne*: the one person told to have won in a sentence that names the same place."""
        places = {t.word for t in sentence.tokens[phrase.head + 1 : phrase.last + 1] if t.tag == "L"}
        if not places:
            return None
        won = {
            entity.name: entity
            for entity, told in self._winners(phrase, entry, fits)
            if not places.isdisjoint(t.word for t in told.tokens if t.tag == "L")
        }
        return next(iter(won.values())) if len(won) == 1 else None

    def _described_winner(self, sentence: Sentence, offset: int, entry: Entry) -> NounPhrase | None:
        """*Le député de Paris recueille 66,5 %*, *il obtient 54,2 %*: whoever has a majority and is not named there."""
        for phrase in sentence.phrases:
            is_one = phrase.kind == "pronoun" or (phrase.kind == "description" and phrase.is_definite)
            if phrase.end > offset or not is_one or phrase.governed or phrase.is_plural or phrase.is_group:
                continue
            if self._has_majority(phrase, sentence):
                found = self.resolved(phrase, sentence, entry)
                return found if found is not None and found.entity is not None and found.entity.is_person else None
        return None

    def resolved(self, phrase: NounPhrase | None, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """The phrase with its entity looked for, when it is not a name."""
        raise NotImplementedError

    def _by_figures(
        self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool], *, lowest: bool
    ) -> Entity | None:
        """*A 13,976, B 12,792. “…,” says the loser*: who has the highest figure of those printed last before a
        description, or the lowest of two.
        """
        figures: dict[int, tuple[NounPhrase, float, bool]] = {}
        for sentence in self.before(phrase.start, entry):
            printed = self._figures_of(sentence, phrase.start)
            if figures and not printed:
                break
            if figures and len(printed) > 1:
                break
            figures = {id(p.entity): (p, value, is_share) for p, value, is_share in printed} | figures
            if len(printed) > 1:
                break
        told = list(figures.values())
        kinds = {is_share for _, _, is_share in told}
        if len(told) < 2 or len(kinds) > 1 or (lowest and len(told) > 2):
            return None
        if kinds == {True} and sum(value for _, value, _ in told) > _ALL:
            return None  # of several contests
        values = sorted(value for _, value, _ in told)
        wanted = values[0] if lowest else values[-1]
        if values.count(wanted) > 1:
            return None
        found = next(p for p, value, _ in told if value == wanted)
        return found.entity if fits(found) else None

    def _figures_of(self, sentence: Sentence, offset: int) -> list[tuple[NounPhrase, float, bool]]:
        """The people of a sentence with the share, or the number of votes, printed behind the name of each."""
        people = [p for p in sentence.phrases if p.entity is not None and p.entity.kind == "person" and p.end <= offset]
        if not people or "Q" in sentence.tags or "#" in sentence.tags[: people[0].first]:
            return []
        found: list[tuple[NounPhrase, float, bool]] = []
        for person, following in zip(people, [*people[1:], None], strict=True):
            stop = following.first if following is not None else len(sentence.tokens)
            for token in sentence.tokens[person.last + 1 : stop]:
                if token.tag == ";":
                    break
                share = _SHARE.match(self.text, token.start) if token.tag == "#" else None
                votes = _VOTES.match(self.text, token.start) if token.tag == "#" else None
                if share is not None:
                    found.append((person, float(share[1].replace(",", ".")), True))
                elif votes is not None:
                    found.append((person, float(re.sub(r"\D", "", votes[0])), False))
                if share is not None or votes is not None:
                    break
        return found

    def _has_majority(self, candidate: NounPhrase, sentence: Sentence) -> bool:
        """*X rassemble 51,54 %*: whether the figure told of somebody, right behind a verb, is most of the votes."""
        figure = _ONLY_FIGURE.match(sentence.tags, candidate.last + 1)
        share = _SHARE.match(self.text, sentence.tokens[figure.end() - 1].start) if figure is not None else None
        return share is not None and float(share[1].replace(",", ".")) > MAJORITY

    def _yielded_to(self, sentence: Sentence, offset: int) -> NounPhrase | None:
        """The one person whom somebody concedes to or congratulates in a sentence before an offset."""
        subject = sentence.main_subject(len(sentence.tags))
        if subject is None:
            return None
        told = {token.word for token in sentence.tokens[subject.last + 1 :]}
        is_beaten = not self._words.markers["told_beaten"].isdisjoint(told)
        if not is_beaten and self._words.markers["yielding"].isdisjoint(told):
            return None
        by = self._words.prepositions["by"]
        named = {
            id(p.entity): p
            for p in sentence.phrases
            if p.first > subject.last and p.end <= offset and p.entity is not None and p.entity.kind == "person"
            if not is_beaten or sentence.tokens[p.first].word in by or sentence.tokens[p.first - 1].word in by
        }
        return next(iter(named.values())) if len(named) == 1 and id(subject.entity) not in named else None

    def _winner_of_all(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*La gagnante du soir*, *the president-elect*: whoever earlier posts say has won, if this one is silent."""
        winner = self._context.winner
        is_meant = winner is not None and not phrase.is_possessive and self.names_winner(phrase, sentence)
        return winner if winner is not None and is_meant and agree(winner.gender, phrase.gender) else None

    def _names_loser(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of whoever has lost: *le vaincu*, *the defeated candidate*, *le député battu*."""
        if sentence.tokens[phrase.head].word in self._words.markers["loser"]:
            return True
        if self._is_outgoing(phrase, sentence):
            if self._concedes(phrase, sentence):
                return True
            losing = self._words.markers["losing"]
            return any(token.word in losing for token in sentence.tokens[phrase.last + 1 : phrase.last + 5])
        told = self._words.markers["told_beaten"]
        return any(token.word in told for token in sentence.tokens[phrase.first : phrase.last + 1])

    def _beaten(self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """Whom the nearest sentence before, in the post, says somebody has beaten."""
        return self._told_beside(phrase, entry, fits, "beating", lambda p: slice(max(0, p.first - 2), p.head))

    def _told_beside(
        self,
        phrase: NounPhrase,
        entry: Entry,
        fits: Callable[[NounPhrase], bool],
        marker: str,
        beside: Callable[[NounPhrase], slice],
    ) -> Entity | None:
        """The nearest person named before a description, in the post, with a word of ``marker`` among the tokens that
        stand ``beside`` the name.
        """
        known = self._words.markers[marker]
        for sentence in self.before(phrase.start, entry):
            for candidate in _persons_before(sentence, phrase.start):
                told = [token.word for token in sentence.tokens[beside(candidate)]]
                if fits(candidate) and not known.isdisjoint(told):
                    return candidate.entity
        return None

    def _meets_winner(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is the subject of what concerns the winner: *le maire félicite le vainqueur*."""
        winner = self._words.markers["winner"]
        return not phrase.governed and any(token.word in winner for token in sentence.tokens[phrase.last + 1 :])

    def _concedes(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is the subject of a verb by which a loser speaks: *« … », reconnaît le maire*."""
        tokens, conceding = sentence.tokens, self._words.markers["conceding"]
        quoted = (t for t in tokens if t.tag == "Q")
        if any(_own_defeat(self._code).search(self.text, t.start, t.end) for t in quoted):
            return True
        near = tokens[max(0, phrase.first - 4) : phrase.first] + tokens[phrase.last + 1 : phrase.last + 4]
        return any(token.word in conceding for token in near)

    def _trails(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether all that a sentence tells of its subject is that he comes behind, or a figure smaller than the one of
        the sentence before."""
        if _ONLY_THAT.match(sentence.tags, phrase.last + 1):
            return True
        told = _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence.tags[phrase.last + 1 :])
        if "#" not in told or re.search(r"[QVTG:;]|[vA][^,]{0,20},.{0,40}[vA]", told):
            return False
        trailing = self._words.markers["trailing"]
        after = sentence.tokens[phrase.last + 1 :]
        if any(token.word in trailing for token, tag in zip(after, told, strict=True) if tag != " "):
            return True
        entry = self._entry_at(sentence.start)
        before = self.sentence_before(sentence.start, entry) if entry is not None else None
        figure = _ONLY_FIGURE.match(told)
        if before is None or figure is None:
            return False
        mine = _SHARE.match(self.text, after[figure.end() - 1].start)
        theirs = _SHARE.search(self.text, before.start, before.end)
        if mine is None or theirs is None:
            return False
        return float(mine[1].replace(",", ".")) < float(theirs[1].replace(",", "."))

    def _is_outgoing(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of whoever held a seat so far: *le maire sortant*, *the outgoing mayor*."""
        outgoing = self._words.markers["outgoing"]
        return any(token.word in outgoing for token in sentence.tokens[phrase.first : phrase.last + 1])

    def _reelected(self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """Who is told in the post, before a description, to be elected again."""
        return self._told_beside(phrase, entry, fits, "elected_again", lambda p: slice(p.last + 1, p.last + 4))

    def _only_outgoing(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*Le sortant*, *the incumbent*, where the same people stand everywhere: the only one whom the document says to
        hold the office.
        """
        is_meant = sentence.tokens[phrase.head].word in self._words.markers["outgoing"]
        if not self._context.is_one_contest or not is_meant:
            return None
        known = self._told_outgoing(self._context.people.entities)
        return known[0] if len(known) == 1 and agree(known[0].gender, phrase.gender) else None

    def _outgoing_here(self, phrase: NounPhrase, entry: Entry) -> Entity | None:
        """The only one of those whom the post has named whom the document says to hold an office."""
        named = self._context.people.between(entry.char_start, phrase.start)
        known = self._told_outgoing(dict.fromkeys(m.entity for m in named))
        return known[0] if len(known) == 1 and agree(known[0].gender, phrase.gender) else None

    @cached_property
    def _apposed_outgoing(self) -> frozenset[Entity]:
        """Those beside whose name a word alone says so: *X (DVG), sortant, …*."""
        outgoing = self._words.markers["outgoing"]
        return frozenset(
            m.entity
            for m in self._context.people.mentions
            if (told := _APPOSED_WORD.match(self.text, m.end)) is not None and told["word"] in outgoing
        )

    def _told_outgoing(self, people: Iterable[Entity]) -> list[Entity]:
        """Those whom the document says to hold an office so far."""
        self._learn_all()
        known = self._outgoing | self._apposed_outgoing
        return [e for e in people if e in known or any(map(self._tells_outgoing, e.roles))]

    def _tells_outgoing(self, role: str) -> bool:
        """Whether what somebody is told to be says that he holds what the vote is about: *le sortant*, in a municipal
        one *le maire*."""
        words = role.lower().split()
        return not (self._words.markers["outgoing"].isdisjoint(words) and self._contested.isdisjoint(words[:2]))


_APPOSED = re.compile(r"(?:\([^()]{0,12}\))?,[^,;:.Q]{1,16},(?=[zt]{0,2}[VvAx])")
"""Brackets, and a clause between commas, between a name and its verb."""


def _told_behind(candidate: NounPhrase, sentence: Sentence) -> list[str]:
    """The words right behind a name, or behind the clause in commas that follows it: *X, who was a judge, has won*."""
    aside = _APPOSED.match(sentence.tags, candidate.last + 1)
    start = aside.end() if aside is not None else candidate.last + 1
    return [token.word for token in sentence.tokens[start : start + 4]]


def _persons_before(sentence: Sentence, offset: int) -> Iterator[NounPhrase]:
    """The phrases of a sentence, up to an offset, that stand for a known person and that no preposition governs."""
    for phrase in sentence.phrases:
        is_person = phrase.entity is not None and phrase.entity.kind == "person"
        if is_person and not phrase.governed and phrase.end <= offset:
            yield phrase
