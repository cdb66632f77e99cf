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
                told = [token.word for token in sentence.tokens[candidate.last + 1 : candidate.last + 5]]
                has_beaten = told[:1] and told[0] in markers["has"] and not markers["beaten"].isdisjoint(told)
                has_won = has_beaten or not winning.isdisjoint(told) or self._has_majority(candidate, sentence)
                if has_won and fits(candidate):
                    return candidate.entity
            if (yielded := self._yielded_to(sentence, phrase.start)) is not None and fits(yielded):
                return yielded.entity
        return None

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


def _persons_before(sentence: Sentence, offset: int) -> Iterator[NounPhrase]:
    """The phrases of a sentence, up to an offset, that stand for a known person and that no preposition governs."""
    for phrase in sentence.phrases:
        is_person = phrase.entity is not None and phrase.entity.kind == "person"
        if is_person and not phrase.governed and phrase.end <= offset:
            yield phrase
