"""The ``endorsements`` section of a language file, compiled: constructions by their first word, and small
words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from minutier.extract.folding import fold, phrases
from minutier.extract.people import Gender
from minutier.extract.small_words import SmallWords, small_words
from minutier.extract.stands.patterns import conjugate, expanded, spaced, trie
from minutier.languages import language

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to take a stand; ``sides`` says where the endorser and the endorsee stand."""

    rule: str
    stance: str
    sides: str
    then: re.Pattern[str]
    after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    needs: str
    negated: str
    is_state: bool
    answer: str = ""  # of a referendum, when the words name none: *appelle à rejeter le texte*
    closing: re.Pattern[str] | None = None  # what must follow the complement: *gave X her vote*


@dataclass(frozen=True, slots=True)
class Grammar:
    """The ``endorsements`` section of a language file."""

    heads: re.Pattern[str]
    constructions: dict[str, tuple[tuple[Construction, str], ...]]  # first word → construction and tense
    gerund_forms: frozenset[str]  # first words that are a gerund for some construction
    left: re.Pattern[str]
    auxiliaries: dict[str, tuple[str, ...]]  # first word of the auxiliary → its tenses
    passive: frozenset[str]
    negation: re.Pattern[str]
    progressive: re.Pattern[str]
    continuous: re.Pattern[str]
    governors: tuple[tuple[str, re.Pattern[str]], ...]
    clitics: dict[str, Gender]
    agreeing: tuple[tuple[re.Pattern[str], Gender], ...]  # a cue whose participle tells the gender of its clitic
    object_relatives: frozenset[str]
    rejected: re.Pattern[str]  # before whom somebody else is preferred to: *X, qu'il a préféré à Y*
    subject_relatives: frozenset[str]
    linking: re.Pattern[str]
    linking_end: re.Pattern[str]
    resuming: dict[str, re.Pattern[str]]
    listing: re.Pattern[str]
    skipped: re.Pattern[str]
    introducing: frozenset[str]
    possession: re.Pattern[str]
    announcing: re.Pattern[str]  # before a noun for a stand: *annonce le ralliement de X à Y*
    receiver: re.Pattern[str]
    owned_receiver: re.Pattern[str]
    compounds: re.Pattern[str]
    conditions: re.Pattern[str]
    exceptions: re.Pattern[str]  # the conditions on which somebody does what he will not otherwise: *unless*
    promising: re.Pattern[str]  # acts that may hang on a condition once done: *has pledged … if*
    past_rounds: tuple[tuple[int, re.Pattern[str]], ...]
    past_contests: re.Pattern[str]  # another contest, named: *in the European elections*
    past_words: re.Pattern[str]
    year: re.Pattern[str]
    among_those: re.Pattern[str]  # between names and what those do: *with X and Y among those backing Z*
    other_seats: frozenset[str]  # whoever is told by one is not *le maire sortant*
    once_as: re.Pattern[str]  # opens a sentence whose first clause is of an earlier contest: *comme en 2017, où …*
    dated_back: re.Pattern[str]  # opens a sentence that is of the time of the one before: *cette année-là*
    redated: re.Pattern[str]  # opens a sentence that is of another time than the one before: *cette année*
    thereafter: re.Pattern[str]  # what follows on what was told before: *ensuite*
    recalls: re.Pattern[str]  # verbs that report words about what somebody has done: *rappelle*
    meanwhile: re.Pattern[str]  # between two stands of one time: *while*, *tandis que*
    formerly: re.Pattern[str]  # right before a verb: *who once backed X*
    years_ago: re.Pattern[str]  # opens a sentence about an earlier contest: *four years ago*
    earlier: re.Pattern[str]
    today: re.Pattern[str]
    recalling: re.Pattern[str]  # *rappelle qu'elle soutient X*
    second_rounds: frozenset[str]  # words for the last round, which is no other contest on its own night
    former: frozenset[str]  # before a noun for a supporter: *ancien soutien de*
    ever: re.Pattern[str]  # *has never endorsed*: so it has been all along
    already: re.Pattern[str]  # tells an earlier day of a state, not of an act: *appelle déjà à voter*
    leaving: re.Pattern[str]  # how somebody leaves the race: *dropped out*, *jette l'éponge*
    resuming_time: re.Pattern[str]  # opens a sentence that goes on from the time of the one before: *then*
    lasting: frozenset[str]  # forms of the present that tell what goes on, not an act: *stumps for*
    abiding: frozenset[str]  # in which a stand goes on: *reste derrière X*
    momentary: frozenset[str]  # and those that tell an act where others of their kind tell a state: *endorses*
    asides: re.Pattern[str]
    counting: re.Pattern[str]
    speaking: re.Pattern[str]
    boundaries: re.Pattern[str]
    opening: re.Pattern[str]
    also_nouns: frozenset[str]
    noun_after: re.Pattern[str]  # what follows one of them that is a noun: *soutiens de X*
    all_of: frozenset[str]
    refusing: re.Pattern[str]
    participles: frozenset[str]
    camps: frozenset[str]
    particle_verbs: re.Pattern[str]
    also_adverbs: frozenset[str]
    institutions: frozenset[str]
    local: frozenset[str]
    unnamed: frozenset[str]
    partitive: frozenset[str]
    object_pronouns: re.Pattern[str]
    clitic_object: re.Pattern[str]  # what follows a pronoun that an infinitive governs: pour lui succéder
    pronoun_genders: dict[str, Gender]
    thing_relatives: frozenset[str]  # which stand for nobody: *which*
    as_for: re.Pattern[str]  # before whom a sentence is about: *quant à*
    own_members: frozenset[str]  # of a body, who stand for it: *the nurses of NNU*
    heedless: frozenset[str]
    one_more: frozenset[str]  # *X, another who backs Y*
    body_pronouns: frozenset[str]
    announced_after: re.Pattern[str]  # behind a state that somebody declares: *elle soutient X, a-t-elle annoncé*
    declaring: re.Pattern[str]  # before a state that somebody declares: *fait savoir qu'il soutient X*
    reported: re.Pattern[str]
    too: re.Pattern[str]
    each_other: re.Pattern[str]  # in the place of a complement: those who are the subject
    echoing: re.Pattern[str]  # after a subject of its own: *X ne votera pas Z, Y, si*
    determiner: re.Pattern[str]
    plural: re.Pattern[str]
    singular: re.Pattern[str]
    first_person: frozenset[str]
    instruction: frozenset[str]
    natives: re.Pattern[str]  # of a place, by a noun in capitals: *la Lilloise*
    not_endorsers: frozenset[str]
    not_endorsees: frozenset[str]
    answers: re.Pattern[str]
    answer_names: dict[str, str]
    answer_lead: re.Pattern[str]
    contracted_of: dict[str, str]  # forms of the preposition *of*, without their apostrophe → the plain one
    counted_few: re.Pattern[str]  # few who are named behind a colon: *just one title*
    one_among: re.Pattern[str]  # what stands between somebody and a relative: *, one of those who*
    being: re.Pattern[str]  # a gerund before a participle: *despite being backed by X*
    not_but: re.Pattern[str]  # words between a cue and whom it is about that name somebody else: *not X but*
    carriers: re.Pattern[str]  # words between a cue and whom it is about: *la liste conduite par*
    nouns_before: re.Pattern[str]  # and a noun for somebody who is named behind its comma: *son dauphin, X*
    lead_in: re.Pattern[str]
    clause_end: re.Pattern[str]
    aims_against: re.Pattern[str]  # after whom a vote is for: *pour battre Y*
    opening_aims: re.Pattern[str]  # at the head of a clause, before its comma: *pour battre Y, X votera Z*
    aims_for: re.Pattern[str]  # after whom a vote is against: *en votant X*
    indefinite: re.Pattern[str]  # after a refusal, one of many: *refuse de soutenir un candidat insoumis*
    nobody: re.Pattern[str]  # in the place of a complement: *à personne*, *nobody*
    as_before: re.Pattern[str]  # after whom a stand is for: *as it did in 2017*
    own_articles: tuple[str, ...]  # with a capital, part of a newspaper's name: *The Boston Globe*
    bare_mastheads: frozenset[str]  # newspapers whose own name has none: *Financial Times*
    both_before: re.Pattern[str]  # a whole subject: the two just named, the first two, the last two
    both_sides: re.Pattern[str]  # *l'un*, *l'autre*: the sides, without their names
    neither: re.Pattern[str]  # right before a subject: *neither X nor Y has my vote*
    nobody_denied: re.Pattern[str]  # the same after a negation: *anyone*, *either*
    inner_negation: re.Pattern[str]  # at the end of a cue: *a décidé de ne pas voter pour*
    respectively: re.Pattern[str]  # each of several has one of as many
    opening_act: re.Pattern[str]  # all that stands before a participle: *Having backed Y, X …*
    unreal: re.Pattern[str]  # from a verb on: what somebody would have done
    sequel: re.Pattern[str]  # before an infinitive whose subject is that of the sentence
    turns: re.Pattern[str]
    in_company: re.Pattern[str]
    inner_clitic: re.Pattern[str]  # *appelle à le soutenir*
    object_before: re.Pattern[str]  # a pronoun and its object: *je le soutiens*
    among: re.Pattern[str]
    addressed: frozenset[str]  # clitics of those to whom something is said: *ne vous dira pas*
    infinitive_auxiliaries: frozenset[str]
    having: re.Pattern[str]  # before one of them: *après* avoir soutenu X
    one_of: re.Pattern[str]
    count_of: re.Pattern[str]
    unable: frozenset[str]  # auxiliaries that say no for good: *can't support X*
    not_to: re.Pattern[str]
    own_receiver: re.Pattern[str]
    supporting: re.Pattern[str]  # *a Remain-supporting MP*
    avowing: re.Pattern[str]  # who tells of a ballot: *said she had voted X*
    campaigns: frozenset[str]  # nouns whose owner is meant: *X's campaign*
    within: re.Pattern[str]
    somebody: frozenset[str]  # subjects that stand for those of a place: *à la CFDT, on …*
    oblique: re.Pattern[str]  # *derrière lequel*, *for whom*
    those_who: re.Pattern[str]
    is_named: re.Pattern[str]  # *the only paper to back X was* the Herald
    opening_with: re.Pattern[str]  # *with* Y's endorsement, X …
    protasis: re.Pattern[str]  # *si Y soutient X, …*: what is only supposed
    wished: re.Pattern[str]  # opens a sentence of what did not happen: *if only Y had backed X*
    granted: re.Pattern[str]  # *si Y soutient X, Z, lui, …*: granted, and no condition
    alike: frozenset[str]  # between a relative and its verb: *who both back X*
    before_them: re.Pattern[str]  # *comme X avant lui*
    before_doing: re.Pattern[str]  # right before an act that followed on the one told: *avant de se ranger derrière X*
    before_inverted: re.Pattern[str]  # *que soutenait cette fois X*: what stands between a verb and its subject
    the_others: re.Pattern[str]
    said_by: re.Pattern[str]
    infinitive_mark: re.Pattern[str]
    bidding: frozenset[str]  # what may stand before an imperative: *ne votez pas*, *don't vote*
    headline: re.Pattern[str]
    sums_up: re.Pattern[str]  # *A, B, C : tous …*
    examples: re.Pattern[str]
    subordinating: frozenset[str]  # prepositions that open a clause too: *since X endorsed Y*
    unpossessed: re.Pattern[str]
    joints: re.Pattern[str]
    own_ones: re.Pattern[str]  # after the subject of a clause without a verb: *X gave his vote to Y, and Z hers to W*
    gapping: re.Pattern[str]
    another: re.Pattern[str]  # in a clause without its verb, the noun of the one before: *B un autre pour Y*
    against: re.Pattern[str]
    companions: re.Pattern[str]
    opens: re.Pattern[str]
    own: re.Pattern[str]
    messages: frozenset[str]  # what asks in somebody's name: *an email urging …*
    said_so: re.Pattern[str]  # *« … » Untel l'a martelé*
    later: re.Pattern[str]  # *in May*, *a month later*: a time on which a clause without a verb closes
    message_by: re.Pattern[str]  # before the name of whoever sends one: *a letter signed by*
    abbreviated: re.Pattern[str]  # a full stop that ends no sentence: *Mr. Reed*, *Ann J. Reed*
    of_those: re.Pattern[str]  # at the head of a sentence: *parmi ceux qui ont soutenu Y, X*
    rumour: re.Pattern[str]  # what is whispered, up to the verb that tells it: *rumours that X would*
    bidding_lead: re.Pattern[str]  # what may stand before a verb that opens a clause of words quoted
    left_with: re.Pattern[str]  # before a support, group who: *which leaves X with the backing of*
    you: re.Pattern[str]  # behind a cue within words quoted: whom they are said to
    addressing: re.Pattern[str]  # before the name of whom words quoted are said to
    addressing_pronoun: re.Pattern[str]  # and before the words, by a pronoun, group pronoun
    bare_relative: re.Pattern[str]  # before a verb, its subject and whom it takes: *the man she backs, X*
    told_by: re.Pattern[str]  # at the head of a cue: *were urged by X to vote Y*
    excepted: re.Pattern[str]  # before who does not do as all others: *every paper but the Mail backed X*
    flock: re.Pattern[str]  # before such words, those of a body: *its readers were told to back Y*
    own_flock: re.Pattern[str]  # and those of whom the clause before is about: *X a tranché : ses électeurs sont …*
    of_body: re.Pattern[str]  # in a cue, what only a body has: *told its readers to back Y*
    called_upon: re.Pattern[str]  # at the head of a cue: *was asked to back Y*
    whose_body: re.Pattern[str]  # right before a verb: *whose union has backed X*
    the_few: re.Pattern[str]  # *X, one of the few to have backed Y*
    adjuncts: re.Pattern[str]  # between a subject and its verb: *the Sun this time backed X*
    camp_verbs: re.Pattern[str]
    roll_call: re.Pattern[str]  # *who is with whom*: a post in which *A is with X* tells a stand
    own_noun: re.Pattern[str]  # *one of her first* backers
    several_backers: frozenset[str]
    numerals: dict[str, int]
    counted_heads: re.Pattern[str]
    in_parentheses: re.Pattern[str]
    of_them: re.Pattern[str]  # *both of them*, in the place of a complement
    of_place: frozenset[str]  # behind a party, of whose people in a place they tell: *les Verts locaux*
    own_bodies: frozenset[str]  # of which something is a branch: *the union's Perth branch*
    branches: frozenset[str]  # *the Perth branch of* a body takes stands of its own
    bodies: frozenset[str]
    whose: re.Pattern[str]
    relays: frozenset[str]
    adverb_endings: tuple[str, ...]
    preverbal: frozenset[str]  # other words that stand between a subject and its verb: *first*
    past_governor: re.Pattern[str]
    relayed: re.Pattern[str]
    asked: re.Pattern[str]
    incise: re.Pattern[str]
    several: re.Pattern[str]
    own_clitic: re.Pattern[str]
    same_for: re.Pattern[str]
    coordinated: re.Pattern[str]
    apposed_choice: re.Pattern[str]
    choices: frozenset[str]
    chosen: frozenset[str]  # between an owner and his choice: *X's preferred candidate*
    restriction: re.Pattern[str]
    asking: re.Pattern[str]
    organs: frozenset[str]
    given_by: re.Pattern[str]
    negated_before: re.Pattern[str]
    quantity: re.Pattern[str]
    own_self: re.Pattern[str]
    described_then: re.Pattern[str]  # words said of several, and what spells them out
    namely: re.Pattern[str]
    advice: re.Pattern[str]
    said_after: re.Pattern[str]
    usually: re.Pattern[str]
    own_parties: frozenset[str]
    derived: frozenset[str]  # between a noun for a body and another from which it comes: *le mouvement issu de X*
    among_them: re.Pattern[str]  # behind names of those who were just told of as a group
    to_come: frozenset[str]  # nouns for somebody who has yet to be chosen: *nominee*
    individuals: frozenset[str]  # nouns for several persons, whom names may spell out: *governors*
    paper_kinds: frozenset[str]  # before the name of a paper, these make it another paper: *the Sunday Times*
    dailies: frozenset[str]  # before the name of a paper, part of its full name: *the Daily Mirror*, the Mirror
    owner_marks: frozenset[str]  # between an owner and what is owned, folded
    direct_clitics: frozenset[str]  # which stand for the complement of a verb: *je le soutiens*
    creeds: frozenset[str]  # *the Socialist*: one told to be of a party
    incumbents: frozenset[str]  # *the president*, of two contenders
    to_have: frozenset[str]  # *to have backed X*
    own_people: frozenset[str]  # *his MPs will back X*: he says so
    asked_condition: re.Pattern[str]
    we_wrote: re.Pattern[str]
    own_candidates: frozenset[str]  # of the party spoken of: *voter contre ses candidats*
    first_of_two: frozenset[str]  # *le premier*, of two named together
    ordinals: dict[str, int]  # *la troisième*, of those whose figures have been listed
    rivals: frozenset[str]  # *son adversaire*: whoever is not the owner
    second_of_two: frozenset[str]  # *le second*, *the latter*
    hearsay: frozenset[str]  # tenses in which what is not certain is told
    united_in: re.Pattern[str]  # at the head of a cue, what several or one alone do: *were united in backing X*
    gerunds: re.Pattern[str]
    own_first: frozenset[str]
    include: re.Pattern[str]
    blamed: re.Pattern[str]  # group who: whom somebody attacks or thanks for what he did, *criticised X for backing Y*
    caused: re.Pattern[str]  # group who: whom others brought to do it, *n'a pas empêché X de*
    counted: re.Pattern[str]
    comma: re.Pattern[str]
    joining: re.Pattern[str]
    and_joined: re.Pattern[str]
    counting_among: re.Pattern[str]
    copula: re.Pattern[str]
    owners: re.Pattern[str]
    goes: re.Pattern[str]
    will_go: re.Pattern[str]  # of these, the forms that tell what is to come
    summing_up: re.Pattern[str]  # at the head of a post that tells again what was told: *what we know so far*
    sources: re.Pattern[str]
    not_possessing: re.Pattern[str]
    speech: re.Pattern[str]
    posting: re.Pattern[str]  # between a name and the colon before its words: *X tweets: …*
    peoples: re.Pattern[str]  # all the people of a country, who take no stand: *Hungarians*
    nobody_named: re.Pattern[str]  # the publication itself, or what is left of a group: *this newspaper*, *other MPs*
    pondering: re.Pattern[str]  # before a gerund that is no act: *would consider endorsing X*

    def tenses(self, said: Iterable[str]) -> list[str]:
        """The tenses of the auxiliaries among words, in the order of the words."""
        return [tense for word in said for tense in self.auxiliaries.get(word, ())]


@cache
def grammar(code: str) -> Grammar | None:
    """The constructions of a language, or None when its file has none."""
    section = language(code)["endorsements"]
    if not section:
        return None
    answer_lines = (language(code)["results"].get("groups") or {}).get("answer", ())
    fragments = {name: str(value) for name, value in (section.get("fragments") or {}).items()}
    small = small_words(code)
    joined = small.whole("and")

    def compiled(pattern: str | None, *, whole: bool = False) -> re.Pattern[str]:
        if not pattern:
            return _NEVER
        spelled = spaced(expanded(pattern, fragments))
        return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)" if whole else spelled)

    def before(key: str) -> re.Pattern[str]:
        """The words of a key right before an offset; never, where a language has none."""
        return compiled(rf"(?<!\w)(?:{section[key]})$" if section.get(key) else None)

    caused = before("caused")
    resuming_lead = f"(?:(?:{section['resuming_lead']}) )?" if section.get("resuming_lead") else ""
    constructions: dict[str, list[tuple[Construction, str]]] = defaultdict(list)
    for line in section["constructions"]:
        then = line.get("then")
        if then and line["stance"] != "none":  # a complement begins no word in its midst: *for*, not *former*
            then = rf"(?:{then})(?:(?<!\w)|(?!\w))"
        construction = Construction(
            rule=f"endorsements.{line['rule']}",
            stance=line["stance"],
            sides=line["sides"],
            then=compiled(then) if then else re.compile(""),
            # what a construction stands behind begins no word in its midst either: *is*, not *Chr-is-tie*
            after=compiled(rf"(?:(?<!\w)|(?!\w))(?:{line['after']})") if line.get("after") else None,
            unless_after=compiled(line["unless_after"]) if line.get("unless_after") else None,
            needs=line.get("needs", ""),
            negated=line.get("negated", ""),
            is_state=bool(line.get("state")),
            answer=str(line.get("answer", "")),
            closing=compiled(line["closing"]) if line.get("closing") else None,
        )
        forms: dict[tuple[str, str], None] = {}
        for verb in expanded(line.get("verbs") or "", fragments).split():
            forms.update(dict.fromkeys(conjugate(verb, section)))
        for tense, words in (line.get("words") or {}).items():
            forms.update(dict.fromkeys((word.replace("_", " "), tense) for word in str(words).split()))
        for form, tense in forms:
            constructions[form].append((construction, tense))
    auxiliaries: dict[str, list[str]] = defaultdict(list)
    for tense, words in section["auxiliaries"].items():
        for word in str(words).split():
            auxiliaries[word].append(tense)
    past = section.get("past") or {}
    answers = {form: phrases(str(line))[0] for line in answer_lines for form in phrases(str(line))}
    spelled = "|".join(sorted((re.escape(a) for a in answers), key=len, reverse=True))
    return Grammar(
        heads=re.compile(rf"(?:(?<![\w-]){_contracted(section)})(?:{trie(constructions)})(?![\w-])"),
        constructions={word: tuple(found) for word, found in constructions.items()},
        gerund_forms=frozenset(w for w, found in constructions.items() if any(t == "gerund" for _, t in found)),
        left=compiled(section["left"]),
        auxiliaries={word: tuple(tenses) for word, tenses in auxiliaries.items()},
        negation=compiled(section.get("negation")),
        progressive=compiled(section.get("progressive"), whole=True),
        continuous=compiled(section.get("continuous")),
        passive=frozenset(str(section.get("passive") or "").split()),
        governors=(
            *((g["effect"], compiled(rf"(?<!\w)(?:{g['before']})")) for g in section["governors"]),
            ("commit", caused),
        ),
        clitics={str(k): v for k, v in (section.get("clitics") or {}).items()},
        agreeing=tuple((compiled(form), gender) for gender, form in (section.get("agreeing") or {}).items()),
        rejected=compiled(section.get("rejected")),
        object_relatives=frozenset(str(section.get("object_relatives") or "").split()),
        subject_relatives=frozenset(str(section.get("subject_relatives") or "").split()),
        linking=compiled(section["linking"]),
        linking_end=compiled(rf"(?:{section['linking']})$"),
        resuming={
            word: re.compile(rf"(?:,? {joined}|,) {resuming_lead}(?P<p>{word}) ")
            for word in str(section.get("resuming") or "").split()
        },
        listing=compiled(section["listing"]),
        skipped=compiled(section.get("skipped")),
        introducing=frozenset(str(section.get("introducing") or "").split()),
        possession=compiled(section.get("possession"), whole=True),
        announced_after=compiled(section.get("announced_after")),
        declaring=compiled(section.get("declaring"), whole=True),
        receiver=compiled(section.get("receiver")),
        owned_receiver=compiled(section.get("owned_receiver")),
        compounds=compiled(section.get("compounds")),
        conditions=compiled(section.get("conditions")),
        exceptions=compiled(section.get("exceptions"), whole=True),
        promising=compiled(section.get("promising"), whole=True),
        past_rounds=tuple((int(n), compiled(p, whole=True)) for n, p in (past.get("rounds") or {}).items()),
        past_contests=compiled(past.get("contests"), whole=True),
        past_words=compiled("|".join(p for p in (past.get("contests"), past.get("words")) if p), whole=True),
        year=compiled(past.get("year"), whole=True),
        among_those=compiled(rf"(?:{section['among_those']}) ?$") if section.get("among_those") else _NEVER,
        other_seats=frozenset(str(section.get("other_seats") or "").split()),
        once_as=compiled(section.get("once_as")),
        dated_back=compiled(section.get("dated_back"), whole=True),
        redated=compiled(section.get("redated"), whole=True),
        thereafter=compiled(section.get("thereafter"), whole=True),
        recalls=compiled(section.get("recalls"), whole=True),
        meanwhile=compiled(section.get("meanwhile"), whole=True),
        formerly=compiled(past.get("beside")),
        years_ago=compiled(past.get("years_ago"), whole=True),
        earlier=compiled(section.get("earlier"), whole=True),
        today=compiled(section.get("today"), whole=True),
        recalling=compiled(section.get("recalling"), whole=True),
        second_rounds=frozenset(str(section.get("second_rounds") or "").split()),
        former=frozenset(str(section.get("former") or "").split()),
        ever=compiled(section.get("ever"), whole=True),
        already=compiled(section.get("already"), whole=True),
        leaving=compiled(section.get("leaving"), whole=True),
        resuming_time=compiled(section.get("resuming_time")),
        lasting=frozenset(str(section.get("lasting") or "").split()),
        abiding=frozenset(str(section.get("abiding") or "").split()),
        momentary=frozenset(str(section.get("momentary") or "").split()),
        asides=compiled(section.get("asides")),
        counting=compiled(section.get("counting")),
        speaking=compiled(section.get("speaking"), whole=True),
        boundaries=compiled(section.get("boundaries")),
        opening=compiled(section.get("opening")),
        too=compiled(section.get("too"), whole=True),
        each_other=compiled(section.get("each_other")),
        echoing=compiled(section.get("echoing")),
        local=frozenset(str(section.get("local") or "").split()),
        partitive=frozenset(str(section.get("partitive") or "").split()),
        unnamed=frozenset(str(section.get("unnamed") or "").split()),
        object_pronouns=compiled(section.get("object_pronouns")),
        clitic_object=compiled(section.get("clitic_object")),
        pronoun_genders={str(k): v for k, v in (section.get("pronoun_genders") or {}).items()},
        participles=frozenset(str(section.get("participles") or "").split()),
        refusing=before("refusing"),
        camps=frozenset(str(section.get("camps") or "").split()),
        particle_verbs=compiled(rf"(?<![\w-])(?:{section['particle_verbs']})$")
        if section.get("particle_verbs")
        else _NEVER,
        also_adverbs=frozenset(str(section.get("also_adverbs") or "").split()),
        institutions=frozenset(fold(f) for f in phrases(language(code)["people"].get("institutions") or "")),
        thing_relatives=frozenset(str(section.get("thing_relatives") or "").split()),
        as_for=compiled(section.get("as_for")),
        own_members=frozenset(str(section.get("own_members") or "").split()),
        heedless=frozenset(str(section.get("heedless") or "").split()),
        one_more=frozenset(str(section.get("one_more") or "").split()),
        body_pronouns=frozenset(str(section.get("body_pronouns") or "").split()),
        reported=compiled(section.get("reported"), whole=True),
        announcing=compiled(section.get("announcing"), whole=True),
        all_of=frozenset(str(section.get("all_of") or "").split()),
        noun_after=compiled(section.get("noun_after")),
        also_nouns=frozenset(str(section.get("also_nouns") or "").split()),
        determiner=compiled(rf"(?<![\w-])(?:{section['determiner']})$") if section.get("determiner") else _NEVER,
        plural=compiled(section.get("plural"), whole=True),
        singular=compiled(section.get("singular"), whole=True),
        first_person=frozenset(str(section.get("first_person") or "").split()),
        instruction=frozenset(str(section.get("instruction") or "").split()),
        natives=compiled(section.get("natives"), whole=True),
        not_endorsers=frozenset(fold(w) for w in str(section.get("not_endorsers") or "").split()),
        not_endorsees=frozenset(fold(w) for w in str(section.get("not_endorsees") or "").split()),
        answers=re.compile(rf"(?:{spelled})(?![\w-])") if answers else _NEVER,
        answer_names=answers,
        answer_lead=re.compile(
            rf"[\s«“\"‘]*(?:(?:{small.before('definite', 'indefinite', 'singular_contracted', 'of', 'for', 'to')}"
            rf"|(?:{section.get('emphatic') or '(?!)'})\s)\s*[«“\"‘]?\s?){{0,3}}",
            re.IGNORECASE,
        ),
        contracted_of=_contracted_of(small),
        not_but=compiled(section.get("not_but")),
        being=compiled(section.get("being")),
        one_among=compiled(section.get("one_among")),
        counted_few=compiled(section.get("counted_few")),
        carriers=compiled(section.get("carriers")),
        nouns_before=compiled(section.get("nouns_before")),
        lead_in=compiled(section.get("lead_in")),
        clause_end=compiled(section.get("clause_end")),
        aims_against=compiled(section.get("aims_against")),
        opening_aims=compiled(section.get("opening_aims")),
        aims_for=compiled(section.get("aims_for")),
        indefinite=compiled(section.get("indefinite")),
        nobody=compiled(section.get("nobody")),
        as_before=compiled(section.get("as_before")),
        bare_mastheads=frozenset(phrases(section.get("bare_mastheads") or "")),
        own_articles=tuple(f"{word} " for word in str(section.get("own_articles") or "").split()),
        both_before=compiled(rf" ?(?:{section['both_before']}) ?$") if section.get("both_before") else _NEVER,
        both_sides=compiled(section.get("both_sides"), whole=True),
        neither=compiled(section.get("neither")),
        nobody_denied=compiled(section.get("nobody_denied")),
        inner_negation=compiled(section.get("inner_negation")),
        respectively=compiled("|".join(language(code)["results"].get("respectively") or ()) or None, whole=True),
        opening_act=compiled(section.get("opening_act")),
        unreal=compiled(section.get("unreal")),
        sequel=compiled(section.get("sequel")),
        turns=compiled(section.get("turns")),
        in_company=before("in_company"),
        inner_clitic=compiled(section.get("inner_clitic")),
        object_before=compiled(section.get("object_before")),
        among=compiled(section.get("among")),
        infinitive_auxiliaries=frozenset(str(section.get("infinitive_auxiliaries") or "").split()),
        addressed=frozenset(str(section.get("addressed") or "").split()),
        having=compiled(section.get("having")),
        one_of=compiled(section.get("one_of")),
        count_of=compiled(section.get("count_of")),
        unable=frozenset(str(section.get("unable") or "").split()),
        not_to=compiled(section.get("not_to")),
        own_receiver=compiled(section.get("own_receiver")),
        supporting=compiled(section.get("supporting")),
        avowing=compiled(section.get("avowing"), whole=True),
        campaigns=frozenset(str(section.get("campaigns") or "").split()),
        somebody=frozenset(str(section.get("somebody") or "").split()),
        within=compiled(section.get("within")),
        oblique=compiled(section.get("oblique"), whole=True),
        is_named=compiled(section.get("is_named")),
        opening_with=compiled(section.get("opening_with")),
        those_who=compiled(section.get("those_who")),
        protasis=compiled(section.get("protasis")),
        wished=compiled(section.get("wished")),
        granted=compiled(section.get("granted")),
        alike=frozenset(str(section.get("alike") or "").split()),
        before_them=compiled(section.get("before_them")),
        before_doing=re.compile(rf"(?<!\w)(?:{section.get('before_doing', '(?!)')})\s?$"),
        before_inverted=compiled(section.get("before_inverted")),
        the_others=compiled(section.get("the_others"), whole=True),
        said_by=compiled(section.get("said_by")),
        infinitive_mark=before("infinitive_mark"),
        bidding=frozenset(p.strip() for p in str(section.get("bidding") or "").split("|")),
        headline=before("headline"),
        sums_up=compiled(rf"(?:{section['sums_up']})$") if section.get("sums_up") else _NEVER,
        examples=compiled(rf"(?<!\w)(?:{section['examples']}) $") if section.get("examples") else _NEVER,
        subordinating=frozenset(str(section.get("subordinating") or "").split()),
        unpossessed=compiled(section.get("unpossessed"), whole=True),
        joints=compiled(section.get("joints")),
        own_ones=compiled(section.get("own_ones")),
        gapping=compiled(section.get("gapping")),
        another=compiled(section.get("another")),
        against=compiled(section.get("against"), whole=True),
        companions=compiled(section.get("companions")),
        hearsay=frozenset(str(section.get("hearsay") or "").split()),
        relayed=compiled(section.get("relayed")),
        asked=compiled(section.get("asked")),
        incise=compiled(section.get("incise")),
        several=compiled(rf"(?:^|[.;:] ?)(?:{section['several']}), ?$") if section.get("several") else _NEVER,
        own_clitic=compiled(section.get("own_clitic")),
        same_for=compiled(section.get("same_for")),
        coordinated=before("coordinated"),
        apposed_choice=compiled(section.get("apposed_choice")),
        choices=frozenset(str(section.get("choices") or "").split()),
        chosen=frozenset(str(section.get("chosen") or "").split()),
        restriction=compiled(section.get("restriction")),
        asking=before("asking"),
        organs=frozenset(str(section.get("organs") or "").split()),
        given_by=compiled(section.get("given_by")),
        negated_before=before("negated_before"),
        quantity=compiled(rf"(?:^|(?<!\d)[,;:.(] ?| {small.whole('and', 'that')} ){section['quantity']}$")
        if section.get("quantity")
        else _NEVER,
        own_self=compiled(section.get("own_self")),
        described_then=compiled(rf"[^.;:!?]{{1,70}}(?:{section['namely']})") if section.get("namely") else _NEVER,
        namely=compiled(section.get("namely")),
        advice=compiled(section.get("advice"), whole=True),
        said_after=compiled(section.get("said_after")),
        usually=compiled(rf"(?<!\w)(?:{section['usually']}) (?:\w+ )?$") if section.get("usually") else _NEVER,
        direct_clitics=frozenset(str(section.get("direct_clitics") or "").split()),
        creeds=frozenset(str(section.get("creeds") or "").split()),
        incumbents=frozenset(str(section.get("incumbents") or "").split()),
        to_have=frozenset(str(section.get("to_have") or "").split()),
        own_people=frozenset(str(section.get("own_people") or "").split()),
        we_wrote=re.compile(rf"(?<!\w)(?:{section.get('we_wrote') or '(?!)'})", re.IGNORECASE),
        asked_condition=re.compile(
            rf"(?:^|[.!?»”\n:]\s{{0,2}})(?:{section.get('asked_condition') or '(?!)'})(?!\w)"
            r"[^.?!\n]{2,60}\?\s{0,2}$",
            re.IGNORECASE,
        ),
        own_candidates=frozenset(str(section.get("own_candidates") or "").split()),
        first_of_two=frozenset(str(section.get("first_of_two") or "").split()),
        ordinals={str(k): int(v) for k, v in (section.get("ordinals") or {}).items()},
        rivals=frozenset(str(section.get("rivals") or "").split()),
        second_of_two=frozenset(str(section.get("second_of_two") or "").split()),
        among_them=compiled(section.get("among_them"), whole=True),
        to_come=frozenset(str(section.get("to_come") or "").split()),
        individuals=frozenset(str(section.get("individuals") or "").split()),
        paper_kinds=frozenset(str(section.get("paper_kinds") or "").split()),
        dailies=frozenset(str(section.get("dailies") or "").split()),
        owner_marks=frozenset(fold(str(mark)) for mark in section.get("owner_marks") or ()),
        derived=frozenset(str(section.get("derived") or "").split()),
        own_parties=frozenset(str(section.get("own_parties") or "").split()),
        past_governor=compiled(section.get("past_governor")),
        preverbal=frozenset(str(section.get("preverbal") or "").split()),
        adverb_endings=tuple(str(section.get("adverb_endings") or "\0").split(" ")),
        relays=frozenset(small.of("that_one")),
        counted_heads=_counted_heads(section),
        numerals={str(k): int(v) for k, v in (section.get("numerals") or {}).items()},
        in_parentheses=re.compile(r"\([^()\n]{2,40}\)"),
        of_them=compiled(rf" {{0,2}}(?P<count>{_counts(section)}) (?:{section['of_them']})(?!\w)")
        if section.get("of_them")
        else _NEVER,
        of_place=frozenset(str(section.get("of_place") or "").split()),
        own_bodies=frozenset(str(section.get("own_bodies") or "").split()),
        branches=frozenset(str(section.get("branches") or "").split()),
        bodies=frozenset(str(section.get("bodies") or "").split()),
        whose=before("whose"),
        united_in=compiled(section.get("united_in")),
        gerunds=before("gerunds"),
        opens=compiled(section.get("opens")),
        own=before("own"),
        own_noun=before("own_noun"),
        messages=frozenset(str(section.get("messages") or "").split()),
        said_so=compiled(section.get("said_so")),
        later=compiled(section.get("later")),
        message_by=compiled(section.get("message_by")),
        abbreviated=_abbreviated(code),
        of_those=compiled(section.get("of_those")),
        rumour=before("rumour"),
        bidding_lead=re.compile(rf"(?:{section['bidding_lead']})$") if section.get("bidding_lead") else _NEVER,
        left_with=before("left_with"),
        you=compiled(section.get("you")),
        addressing=before("addressing"),
        addressing_pronoun=before("addressing_pronoun"),
        bare_relative=before("bare_relative"),
        told_by=compiled(section.get("told_by")),
        excepted=before("excepted"),
        flock=compiled(f"(?:{section['flock']})$" if section.get("flock") else None),
        own_flock=compiled(f"(?:{section['own_flock']})$" if section.get("own_flock") else None),
        of_body=compiled(section.get("of_body"), whole=True),
        called_upon=compiled(section.get("called_upon")),
        whose_body=compiled(f"(?:{section['whose_body']})$" if section.get("whose_body") else None),
        the_few=compiled(f"(?:{section['the_few']})$" if section.get("the_few") else None),
        adjuncts=compiled(f"(?:{section['adjuncts']}) $" if section.get("adjuncts") else None),
        camp_verbs=before("camp_verbs"),
        roll_call=compiled(section.get("roll_call")),
        several_backers=frozenset(str(section.get("several_backers") or "").split()),
        own_first=frozenset(str(section.get("own_first") or "").split()),
        include=compiled(section.get("include")),
        blamed=before("blamed"),
        caused=caused,
        counted=before("counted"),
        joining=re.compile(rf"(?:,? {joined}|,)? {small.before('by', 'of', 'from', 'to')}?"),
        and_joined=re.compile(rf"(?<!\w){joined}(?!\w)"),
        comma=re.compile(r", ?"),
        counting_among=compiled(section.get("counting_among"), whole=True),
        copula=before("copula"),
        owners=compiled(rf"(?:{section['owners']})$") if section.get("owners") else _NEVER,
        goes=compiled(section.get("goes")),
        will_go=compiled(section.get("will_go"), whole=True),
        summing_up=re.compile(rf"\W*(?:{section.get('summing_up') or '(?!)'})(?!\w)", re.IGNORECASE),
        sources=compiled(section.get("sources")),
        not_possessing=before("not_possessing"),
        speech=compiled(section.get("speech"), whole=True),
        posting=compiled(section.get("posting")),
        peoples=compiled(section.get("peoples")),
        nobody_named=compiled(section.get("nobody_named")),
        pondering=compiled(rf"(?<!\w)(?:{section['pondering']}) $") if section.get("pondering") else _NEVER,
    )


def _abbreviated(code: str) -> re.Pattern[str]:
    """The full stop of a title or of an initial, before the name that it belongs to."""
    titles = [str(form) for forms in language(code)["people"].get("titles", {}).values() for form in forms]
    dotted = sorted({form.lower().rstrip(".") for form in titles if form.endswith(".")}, key=lambda t: (-len(t), t))
    after = "|".join(rf"(?<=(?<!\w){re.escape(title)})" for title in dotted) or "(?!)"
    return re.compile(rf"(?:{after}|(?<=\s[a-z]))\.(?=\s?\w)")


def _contracted(section: dict[str, Any]) -> str:
    """What may stand right before a first word that is a contraction, as alternatives: *he*'s, *they*'re."""
    pronouns = str(section.get("contracted_after") or "").split()
    return "".join(rf"|(?<=(?<!\w){re.escape(pronoun)})(?=')" for pronoun in pronouns)


def _contracted_of(small: SmallWords) -> dict[str, str]:
    """*Du* and *d'* by *de*: the preposition of a contraction or elision is the one of the language that is neither."""
    forms = small.forms.get("of", ())
    plain = next((word for word in forms if not word.endswith("'") and word not in small.contracted), "")
    return {word.rstrip("'"): plain for word in forms}


def _counted_heads(section: dict[str, Any]) -> re.Pattern[str]:
    """*Trois partis*, *both papers*, at the end of what stands before a verb."""
    if not section.get("numerals"):
        return _NEVER
    heads = "|".join(f"{section.get('bodies') or ''} {section.get('individuals') or ''}".split())
    them = section.get("of_them") or "(?!)"
    return re.compile(rf"(?<!\w)(?P<count>{_counts(section)}) (?:(?:[\w'-]{{1,15}} )?(?P<head>{heads})|{them}),? $")


def _counts(section: dict[str, Any]) -> str:
    """The words for small numbers of a language, as alternatives."""
    return "|".join(str(word) for word in section.get("numerals") or ())
