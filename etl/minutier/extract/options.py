"""What can be voted for in a sentence: candidates, parties, alliances, camps and answers."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from minutier.document import Entry
from minutier.extract.context import Context
from minutier.extract.people import Entity, Mention
from minutier.extract.prefilter import Guarded, guard
from minutier.extract.scope import option_groups
from minutier.extract.small_words import SmallWords, small_words
from minutier.extract.syntax import NounPhrase, Sentence
from minutier.extract.wording import NEVER, any_of
from minutier.languages import language


class Option(NamedTuple):
    """``text[start:end]`` names something that was voted for. ``type`` is a value of option_type.

    ``members`` are the parties of an alliance. ``is_described``: no name stands there.
    """

    start: int
    end: int
    name: str
    type: str
    entity: Entity | None
    is_certain: bool = True
    members: tuple[Option, ...] = ()
    is_described: bool = False


@dataclass(frozen=True, slots=True)
class _Grammar:
    groups: Guarded
    group_types: dict[str, tuple[str, str]]  # form → (type, name)
    contracted_of: re.Pattern[str]
    followed_by: re.Pattern[str]
    allies: re.Pattern[str]
    allies_led: re.Pattern[str]  # before the words for allies: *donne au RN et à ses alliés*
    affiliation: re.Pattern[str]
    occupation: re.Pattern[str]
    contest: re.Pattern[str]
    other_stop: re.Pattern[str]
    described: re.Pattern[str]
    that_of: re.Pattern[str]
    that_list: re.Pattern[str]
    described_person: re.Pattern[str]
    members: frozenset[str]
    is_predicate: re.Pattern[str]
    leads: re.Pattern[str]  # behind a party: who leads it
    stands_for: re.Pattern[str]  # behind a party: who stands for it
    made: re.Pattern[str]
    made_head_of: re.Pattern[str]
    one_another: re.Pattern[str]  # before *autres*: *les uns après les*
    two: re.Pattern[str]
    person_after: re.Pattern[str]
    beside_figure: dict[str, re.Pattern[str]]
    winners: re.Pattern[str]
    losers: re.Pattern[str]
    in_the_lead_of: re.Pattern[str]
    group_stop: re.Pattern[str]
    of_a_kind: re.Pattern[str]  # behind a camp, a party that it only describes: *la gauche radicale*
    group_lead: re.Pattern[str]
    majorities: re.Pattern[str]
    possessed_party: re.Pattern[str]
    party_of: re.Pattern[str]
    whose_list: re.Pattern[str]
    party_led: re.Pattern[str]
    apposed: re.Pattern[str]
    two_nouns: re.Pattern[str]  # an apposition of two: a farmer and …
    ends_apposition: re.Pattern[str]
    party_heads: re.Pattern[str]
    subject_article: re.Pattern[str]  # from the head of a sentence, or a comma in it, to the noun of its subject
    party_nouns: re.Pattern[str]
    not_in_party_names: frozenset[str]
    verb: re.Pattern[str]
    member_before: re.Pattern[str]
    of_contest: re.Pattern[str]
    no_member_after: re.Pattern[str]
    governing: re.Pattern[str]
    owned: re.Pattern[str]
    possessive: re.Pattern[str]
    name_word: re.Pattern[str]
    before_names: frozenset[str]
    led_by: re.Pattern[str]
    of_party: re.Pattern[str]  # between the name of a camp and that of its party
    plural_article: re.Pattern[str]
    compound: re.Pattern[str]
    located: re.Pattern[str]
    membership: re.Pattern[str]
    joint: re.Pattern[str]
    one_in: re.Pattern[str]  # behind a name: how many of them
    several: re.Pattern[str]  # before a name: all who bear it
    not_options: re.Pattern[str]  # right before a name that nobody votes for: *our reporter X*
    surveys: re.Pattern[str]  # behind a name: whose poll it is
    sides: re.Pattern[str]  # the sides that never stand together
    joined_list: re.Pattern[str]  # camps that stand with a party: *Les Républicains et divers droite*
    conjunction: re.Pattern[str]
    comma: re.Pattern[str]


@cache
def _grammar(code: str) -> _Grammar:
    section = language(code)["results"]
    types = {form: (type_, name) for form, name, type_ in option_groups(code)}
    types |= {form[:1].upper() + form[1:]: told for form, told in types.items() if " " in form}
    forms = "|".join(sorted((re.escape(f).replace("'", "['’]") for f in types), key=len, reverse=True))
    small = small_words(code)
    contracted, after = _contracted(types, small)
    of_them, after_of = _contracted(types, small, "of")
    nouns = "|".join(section["option_nouns"])
    units = {str(form) for form in language(code)["numbers"]["units"]["percent"]}
    percent = "|".join(rf"(?<={re.escape(unit)}[ \u00a0])" for unit in sorted(units)) or "(?!)"
    stops = "|".join([section["or_rather"], small.whole("and", "in")])
    apposed = "|".join([nouns, *section["option_roles"], *section["apposed_nouns"]])
    of, article = small.before("of"), small.before("definite")
    of_the = small.before("of", "singular_contracted")
    that = section.get("that_of") or {"m": "(?!)", "f": "(?!)", "list": "(?!)"}
    articles = rf"{of}?{small.before('definite', 'indefinite')}|{of}"
    joining = rf"(?:{small.before('definite', 'of', 'to')})?"
    return _Grammar(
        groups=guard(re.compile(rf"(?<![\w’'-])(?:{forms})(?![\w-]){after}{after_of}"), code),
        group_types={f.replace("’", "'"): t for f, t in types.items()} | of_them | contracted,
        contracted_of=re.compile(
            rf"(?<!\w)(?:{'|'.join(w for w in small.of('of') if w in small.contracted) or '(?!)'})[ \u00a0]$"
        ),
        followed_by=re.compile(rf"(?<!\w)(?:{section.get('followed_by', '(?!)')})[ \u00a0][^.;:\n]{{0,80}}$"),
        allies=any_of(section["allies"]),
        allies_led=re.compile(section.get("allies_led", "(?!)")),
        members=frozenset(map(str, section.get("members", ()))),
        one_another=re.compile(rf"(?<!\w)(?:{section.get('one_another', '(?!)')})[\s\u00a0]$", re.IGNORECASE),
        two=re.compile(rf"(?<!\w)(?:{section['two']})[\s\u00a0]{article}?$", re.IGNORECASE),
        leads=re.compile(rf"[\s\u00a0](?:{section.get('leads_party', '(?!)')})(?![\w’'])", re.IGNORECASE),
        stands_for=re.compile(rf"[\s\u00a0](?:{section.get('stands_for_party', '(?!)')})(?![\w’'])"),
        made=re.compile(rf"(?<!\w)(?:{section['made']})[\s\u00a0](?:[a-z-]+[\s\u00a0])?$", re.IGNORECASE),
        made_head_of=re.compile(
            rf"(?<!\w)(?:{section['made']})[\s\u00a0](?:[\w-]+[\s\u00a0]){{0,2}}"
            rf"(?:{'|'.join([nouns, *section['option_roles']])})[\s\u00a0](?:[\w-]+[\s\u00a0])?{of}?{article}?$",
            re.IGNORECASE,
        ),
        is_predicate=re.compile(rf"(?<!\w)(?:{section['predicative']})[\s\u00a0]+$", re.IGNORECASE),
        party_nouns=any_of(section["party_nouns"]),
        winners=any_of(section["winners"]),
        losers=any_of(section["losers"]),
        in_the_lead_of=re.compile(section.get("in_the_lead_of") or "(?!)"),
        majorities=any_of(section.get("majorities") or ()),
        group_lead=re.compile(rf"(?<!\w)(?:{section.get('group_lead') or '(?!)'})[\s\u00a0]$", re.IGNORECASE),
        of_a_kind=re.compile(rf"[\s\u00a0](?:{section.get('of_a_kind', '(?!)')})(?!\w)"),
        group_stop=re.compile(rf"[\s\u00a0](?:{section['group_stop']})(?!\w)"),
        possessed_party=re.compile(rf"(?<!\w)(?:{section['possessed_party']})(?!\w)", re.IGNORECASE),
        party_of=re.compile(section["party_of"]),
        whose_list=re.compile(section["whose_list"], re.IGNORECASE),
        party_led=re.compile(rf"(?<!\w)(?:{section['party_led']})$", re.IGNORECASE),
        two_nouns=re.compile(
            rf",[\s\u00a0]{small.before('definite', 'indefinite')}(?:[\w’'-]+[\s\u00a0]){{1,5}}"
            rf"{small.whole('and')}[\s\u00a0]{small.before('definite', 'indefinite')}?(?:[a-zà-ÿ-]+[\s\u00a0])?"
        ),
        ends_apposition=re.compile(rf"[\s\u00a0](?:{apposed})[\s\u00a0]?[,(]"),
        apposed=re.compile(rf",[\s\u00a0](?:{articles})?(?:[\w-]+[\s\u00a0])?(?:{apposed})[\s\u00a0](?:{articles})?"),
        subject_article=re.compile(rf"(?:[^\n]*[,;][ \u00a0])?{small.before('definite')}", re.IGNORECASE),
        party_heads=any_of(section["party_heads"]),
        not_in_party_names=frozenset(section["not_in_party_names"].split()),
        verb=re.compile(section["verb_forms"], re.IGNORECASE),
        beside_figure={
            name: re.compile(
                rf"(?:(?<=[\d%][ \u00a0])|{percent})(?:{words})(?=[ \u00a0]?(?:[,.;)\n]|(?:{stops})\b|$))"
                rf"|(?<!\w)(?:{words})(?=[ \u00a0]?:[ \u00a0]?\d)",
                re.IGNORECASE,
            )
            for name, words in section["beside_figure"].items()
        },
        described_person=re.compile(rf"(?<!\w)(?:{nouns}|{'|'.join(section['option_roles'])})(?!\w)", re.IGNORECASE),
        person_after=re.compile(rf"[\s\u00a0](?:{nouns}|{'|'.join(section['option_roles'])})(?!\w)"),
        affiliation=re.compile(
            rf"(?:['’]s?)?[\s\u00a0](?:(?:{'|'.join([nouns, *section['affiliated_nouns']])})[\s\u00a0])?|,[\s\u00a0]",
            re.IGNORECASE,
        ),
        contest=any_of(section["past_contest"]),
        occupation=re.compile(rf"[\s\u00a0](?:{section['occupation']})[\s\u00a0]"),
        other_stop=re.compile(rf"[\s\u00a0](?:{section['other_stop']})(?!\w)"),
        described=re.compile(
            rf"(?<![\w’'-]){small.before('singular_definite', 'indefinite', 'possessive', 'singular_contracted')}"
            rf"(?:[\w-]+[\s\u00a0]){{0,3}}(?:{'|'.join(section['option_roles'])})[\s\u00a0]"
            rf"(?:[\w-]+[\s\u00a0]){{0,2}}{small.before('of', 'for')}?{article}?$"
        ),
        that_of=re.compile(
            rf"(?<!\w)(?:(?P<m>{that['m']})|(?P<f>{that['f']}))[\s\u00a0]{of_the}{article}?$", re.IGNORECASE
        ),
        that_list=re.compile(rf"(?<!\w)(?:{that['list']})(?!\w)", re.IGNORECASE),
        member_before=re.compile(
            rf"(?<!\w){small.before('definite', 'indefinite', 'possessive')}(?:[a-z-]+[\s\u00a0])?$"
        ),
        of_contest=re.compile(rf"[\s\u00a0](?:{section.get('party_contests', '(?!)')})(?!\w)"),
        no_member_after=re.compile(rf"[\s\u00a0](?:{section.get('no_members', '(?!)')})(?!\w)"),
        governing=re.compile(rf"(?:^|(?<=[\s\u00a0])){small.before('of', 'under', 'to')}$"),
        owned=re.compile(rf"['’]s[\s\u00a0](?:{section['owned_side']})\b"),
        possessive=re.compile(rf"(?:^|(?<=\s)){small.before('possessive')}$", re.IGNORECASE),
        name_word=re.compile(rf"[ \u00a0]((?:{small.elided('definite', 'of')})?[^\W\d_][\w'’-]*)"),
        before_names=frozenset(word for word in small.of("of") if not word.endswith("'")),
        led_by=re.compile(rf"[\s\u00a0]{of}"),
        of_party=re.compile(rf"[\s\u00a0]{of}{article}?"),
        plural_article=re.compile(rf"{small.whole('plural_definite')}[\s\u00a0]"),
        compound=re.compile(
            rf"{small.whole('definite')} ([\w’'-]+-[\w’'-]+|(?:{section['sundry']}) \w+)", re.IGNORECASE
        ),
        located=re.compile(
            rf"(?:^|(?<=[\s(]))(?:{small.before('of', 'in', 'at', 'from')}{article}?"
            rf"|{small.before('singular_definite')})$",
            re.IGNORECASE,
        ),
        membership=re.compile(
            rf",[\s\u00a0]{small.before('definite', 'indefinite')}(?:[A-Z][\w-]+[\s\u00a0]){{0,2}}"
            rf"|(?P<of>,?[\s\u00a0]{small.before('of', 'from')}{article}?)"
        ),
        joint=re.compile(rf"\s?[-–/+]\s?|\s(?:{small.whole('and')}|&)\s{article}?"),
        one_in=re.compile(rf"[\s\u00a0](?:{section.get('one_in', '(?!)')})(?!\w)", re.IGNORECASE),
        several=re.compile(rf"(?<!\w)(?:{section.get('several_named', '(?!)')})[\s\u00a0]$", re.IGNORECASE),
        not_options=re.compile(rf"(?<!\w)(?:{section.get('not_options', '(?!)')}),?[\s\u00a0]$", re.IGNORECASE),
        surveys=re.compile(rf"(?:['’]s?)?[\s\u00a0](?:{section.get('surveys', '(?!)')})(?!\w)"),
        sides=any_of(section.get("sides") or ()),
        joined_list=re.compile(rf"(?:{small.whole('plural_definite')} )?(?:{section['sundry']})\b", re.IGNORECASE),
        conjunction=re.compile(rf"\s(?:{small.whole('and', 'or')}|&)\s{joining}"),
        comma=re.compile(rf",\s{joining}"),
    )


def _contracted(
    types: Mapping[str, tuple[str, str]], small: SmallWords, preposition: str = "to"
) -> tuple[dict[str, tuple[str, str]], str]:
    """Options whose article stands in a contraction, *aux socialistes*: without it, what they are, and a pattern."""
    found: dict[str, tuple[str, str]] = {}
    pattern = ""
    for contraction in small.of(preposition):
        article = f"{small.contracted.get(contraction, '')} "
        forms = [f for f in types if f.startswith(article) and f[len(article) :] not in types] if article != " " else []
        found |= {f[len(article) :]: types[f] for f in forms}
        if forms:
            bare = "|".join(sorted((re.escape(f[len(article) :]) for f in forms), key=len, reverse=True))
            pattern += rf"|(?<=[{contraction[0].upper()}{contraction[0]}]{contraction[1:]} )(?:{bare})(?![\w-])"
    return found, pattern


def options_in(
    start: int,
    end: int,
    entry: Entry,
    context: Context,
    *,
    with_descriptions: bool = False,
    finalists: Sequence[Entity] = (),
) -> list[Option]:
    """The options of a sentence, in order, alliances joined; parties that only qualify a person left out.

    ``with_descriptions`` adds the people who are only described: *la maire de Lille*, *the two-term
    governor*. ``finalists``: the two of whom one is meant by a description that nothing else explains.
    """
    if not context.language["results"]:
        return []
    grammar = _grammar(context.language.code)
    found = _groups(start, end, grammar, context)
    taken = [(o.start, o.end) for o in found]
    mentions = [
        m
        for m in context.people.between(start, end)
        if not m.is_affiliation and _may_be_voted_for(m) and not any(s < m.end and m.start < e for s, e in taken)
    ]
    nobodys: set[str] = set()  # named, though nobody votes for them
    for index, mention in enumerate(mentions):
        previous = mentions[index - 1] if index else None
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if is_no_option(start, mention.start, context):
            nobodys.add(mention.entity.name)
            continue
        if previous is not None and _is_party_unknown(previous, mention, context.text):
            continue  # “John Howe (Alaskan Independence) 3.9”
        if mention.entity.kind == "party":
            if _is_predicate(mention, start, grammar, context.text):
                continue
            if grammar.of_contest.match(context.text, mention.end):
                continue  # “has won the Republican caucuses”
            if _qualifies(mention, previous, following, grammar, context.text):
                found = _with_membership(found, previous, mention, grammar, context.text)
            else:
                described = _described(mention, start, entry, grammar, context, finalists)
                described = described or _leader(mention, start, entry, grammar, context)
                described = described or _candidate(mention, start, entry, grammar, context)
                described = described or _beside_description(mention, start, entry, context)
                found.append(described or _member(mention, entry, grammar, context) or _named(mention, "party"))
        elif mention.entity.kind in ("unknown", "person") and grammar.surveys.match(context.text, mention.end):
            continue  # “the final Welsh Barometer poll”
        elif mention.entity.kind == "unknown" and grammar.one_in.match(context.text, mention.end):
            continue  # “un Belge sur deux (52 %)”
        elif mention.entity.kind == "person" and grammar.several.search(
            context.text, max(start, mention.start - 4), mention.start
        ):
            continue  # “les Le Pen”
        elif grammar.owned.match(context.text, mention.end):
            found.append(Option(mention.start, mention.end, "", "candidate", None, is_certain=False))
        elif grammar.party_led.search(context.text, max(start, mention.start - 28), mention.start):
            found.append(_party_of_leader(mention, context))
        elif mention.entity.kind == "person" or not _is_place_like(mention, grammar, context):
            found.append(_named(mention, "candidate", is_certain=mention.entity.kind == "person"))
    if with_descriptions:
        named = _named_by_noun(start, end, grammar, context)
        found = [o for o in found if not any(n.start < o.end and o.start < n.end for n in named)] + named
        found.sort(key=lambda o: o.start)
    found = [o for i, o in enumerate(found) if not _owns_next(o, found[i + 1 : i + 2], context.text)]
    found = [o for i, o in enumerate(found) if not (i and _is_leader(o, found[i - 1], grammar, context.text))]
    if with_descriptions:
        found = _with_described(found, start, end, entry, grammar, context, finalists)
        found = _with_possessed(found, start, end, entry, grammar, context)
    found = sorted((o for o in found if o.name not in nobodys), key=lambda o: o.start)
    return _joined(found, grammar, context)


def _party_of_leader(leader: Mention, context: Context) -> Option:
    """``le parti de X``: the party that the document gives X, else an option without a name."""
    return _party_or_nobody(leader.start, leader.end, context.references.party(leader.entity))


def _is_governed(option: Option, grammar: _Grammar, text: str) -> bool:
    """Whether a name only completes a noun: *boss of X*, *la veuve de X*."""
    return grammar.governing.search(text, max(0, option.start - 8), option.start) is not None


def _owns_next(option: Option, following: Sequence[Option], text: str) -> bool:
    """``Micheál Martin's Fianna Fáil``: the party is the option."""
    return (
        bool(following)
        and option.type == "candidate"
        and following[0].type in ("party", "list")
        and text[option.end : following[0].start] in ("'s ", "’s ", "' ", "’ ")
    )


def _named_by_noun(start: int, end: int, grammar: _Grammar, context: Context) -> list[Option]:
    """``le parti animaliste``, ``la liste Alliance jaune de X``: parties and lists that no lexicon knows."""
    found: list[Option] = []
    text = context.text
    for head in grammar.party_heads.finditer(text, start, end):
        known = context.people.at(head.start())
        if grammar.groups.search(context.cues, max(start, head.start() - 8), min(end, head.end() + 24)):
            continue
        is_head_alone = known is not None and known.entity.kind == "organization" and known.end == head.end()
        if (known is not None and known.entity.kind != "unknown" and not is_head_alone) or context.quotation_at(
            head.start()
        ) is not None:
            continue
        stop = head.end()
        for _ in range(_LONGEST_NAME):
            word = grammar.name_word.match(text, stop, end)
            if word is None or word[1].lower() in grammar.not_in_party_names or grammar.verb.fullmatch(word[1]):
                break
            named = context.people.at(word.end() + 1 if word[1].lower() in grammar.before_names else word.end() - 1)
            if named is not None and named.entity.kind == "person":
                break
            stop = word.end()
        if grammar.possessive.search(text, max(0, head.start() - 7), head.start()):
            continue
        after = context.people.at(head.end() + 1)
        if after is not None and after.entity.kind == "party":
            continue  # “l'alliance LREM-MoDem”
        name = " ".join(text[head.start() : stop].split())
        first = text[head.end() + 1 : head.end() + 2]
        if head[0].lower().startswith("list") and first.isupper():
            name = name.partition(" ")[2]  # “la liste Alliance jaune” is Alliance jaune
        is_name = head[0][0].isupper() and first.islower()
        is_name = is_name and grammar.subject_article.fullmatch(text, start, head.start()) is not None
        adjective = _ADJECTIVE.match(text, head.end(), stop) if is_name else None
        if adjective is not None:  # “La Coalition européenne suit”
            stop = adjective.end()
            name = " ".join(text[head.start() : stop].split())
        if stop > head.end() and (first.isupper() or adjective or grammar.party_nouns.fullmatch(head[0])):
            found.append(Option(head.start(), stop, name, "party", context.people.entity(name, "group")))
    return found


_ADJECTIVE = re.compile(r"(?:[ \u00a0]\w{1,3}(?!\w))?[ \u00a0][\w-]+(?![\w’'])")
"""What completes the name of a party behind a noun in capitals."""
_LEAD = 50
"""Characters before a name in which words tell that nobody votes for him."""
_LONGEST_NAME = 5
_LONG = 12
"""Characters of the longest noun that may complete a phrase."""


def _is_leader(option: Option, previous: Option, grammar: _Grammar, text: str) -> bool:
    """``le PS de Patrick Mennucci``: the person says which party, and is not the option."""
    is_between = previous.type in ("party", "list") and option.type == "candidate"
    return is_between and grammar.led_by.fullmatch(text, previous.end, option.start) is not None


def _with_possessed(
    found: list[Option], start: int, end: int, entry: Entry, grammar: _Grammar, context: Context
) -> list[Option]:
    """``her party``, ``X's party``: the party that the document gives the person; without a name where it gives none,
    for the figure is not the person's.
    """
    for match in grammar.possessed_party.finditer(context.text, start, end):
        entity = context.references.pronoun(match.start(), entry)
        party = context.references.party(entity) if entity is not None else None
        party = party or _party_of_office(match.start(), entry, context)
        if party is not None or grammar.party_nouns.search(match[0]):
            found = [*found, _party_or_nobody(*match.span(), party)]
    told = []
    for option in found:
        if option.type == "candidate" and (whose := grammar.whose_list.match(context.text, option.end, end)):
            told += [option, _whose(option, whose, context)]
            continue
        owned = grammar.party_of.match(context.text, option.end)
        mention = context.people.at(option.start)
        if owned is not None and option.type == "candidate" and mention is not None:
            party = context.references.party(mention.entity)
            if party is not None:
                option = Option(option.start, owned.end(), party.name, "party", party)
        told.append(option)
    return told


def _party_of_office(offset: int, entry: Entry, context: Context) -> Entity | None:
    """``La présidente du FN …. Son parti …``: the party that the words for its owner name."""
    owner = context.references.antecedent(offset, entry)
    known = context.people.of_kind("party", owner.start, owner.end) if owner is not None else []
    return known[0].entity if len(known) == 1 else None


def _whose(option: Option, whose: re.Match[str], context: Context) -> Option:
    """``X, whose Our Valley list …``: the list by its name, else the party that the document gives X."""
    known = context.people.of_kind("party", *whose.span())
    if known:
        return _named(known[0], "party")
    if whose["name"]:
        name = " ".join(whose["name"].split())
        return Option(*whose.span("name"), name, "list", context.people.entity(name, "group"))
    party = context.references.party(option.entity) if option.entity is not None else None
    return _party_or_nobody(whose.start() + 1, whose.end(), party)


def _party_or_nobody(start: int, end: int, party: Entity | None) -> Option:
    if party is None:
        return Option(start, end, "", "party", None, is_certain=False)
    return Option(start, end, party.name, "party", party)


def _with_described(
    found: list[Option],
    start: int,
    end: int,
    entry: Entry,
    grammar: _Grammar,
    context: Context,
    finalists: Sequence[Entity],
) -> list[Option]:
    """The options with those that a definite description stands for; a party inside one is not an option."""
    for phrase, sentence in context.references.descriptions(start, end, entry):
        if context.quotation_at(phrase.start) is not None:
            continue
        owner = context.people.at(phrase.start)
        if owner is not None and owner.entity.kind == "pollster":
            continue  # “Marist's last”, of polls
        if grammar.in_the_lead_of.search(context.text, max(start, phrase.start - _AT), phrase.end + _AT):
            continue  # “X, à la tête de la liste, …”
        inside = [o for o in found if phrase.start <= o.start and o.end <= phrase.end]
        if any(o.type == "candidate" and o.name and not _is_governed(o, grammar, context.text) for o in inside):
            continue
        if _is_apposition(phrase, found, context.text):
            continue
        printed = context.text[phrase.start : phrase.end]
        parties = context.people.of_kind("party", phrase.start, phrase.end)
        if any(_is_predicate(party, start, grammar, context.text) for party in parties):
            continue
        if any(m.end() > phrase.end for m in grammar.contest.finditer(context.text, phrase.start, phrase.end + _LONG)):
            continue  # “the general election” is no general
        is_winner = grammar.winners.search(printed) or context.references.names_winner(phrase, sentence)
        if is_winner:
            entity = context.winner or context.references.winner(phrase, entry)
        else:
            entity = context.references.resolve(phrase, sentence, entry)
        if entity not in finalists and not is_winner and grammar.described_person.search(printed):
            entity = finalist_meant(phrase, sentence, finalists, context) or entity
        if entity is None:
            found = [o for o in found if o not in inside or o.type != "candidate"]
            continue  # “the former boss of X” is not X
        if entity.kind not in ("person", "party") or any(o.entity is entity for o in found):
            continue  # “… à X et 42% à son rival”: not the one just named
        if grammar.losers.search(printed):
            continue
        found = [o for o in found if o not in inside]
        type_ = "party" if entity.kind == "party" else "candidate"
        found.append(Option(phrase.start, phrase.end, entity.name, type_, entity, is_described=True))
    return found


_AT = 3
"""Characters of a preposition and its space, at most, before a description."""


def _is_apposition(phrase: NounPhrase, found: Sequence[Option], text: str) -> bool:
    """``X, the shepherd's son from the Pyrenees, is on 3%``: whether a description is set apart behind a name."""
    named = any(o.type == "candidate" and o.is_certain and text[o.end : phrase.start] == ", " for o in found)
    return named and _CLOSED.match(text, phrase.end) is not None


_CLOSED = re.compile(r"(?:['’]s?)?(?:[ \u00a0][^,.;:()\d\n]{0,40})?,[ \u00a0]")


def _groups(start: int, end: int, grammar: _Grammar, context: Context) -> list[Option]:
    """Camps, answers and the remainder: ``la droite``, ``Leave``, ``others``."""
    found = []
    for match in grammar.groups.finditer(context.cues, start, end):
        type_, name = grammar.group_types[match[0].replace("’", "'")]
        if type_ == "answer" and not context.is_referendum:
            continue
        if context.text[match.start() - 1 : match.start()] == "(":
            continue  # the side of the person before
        if type_ == "list" and _is_of_something(match, start, grammar, context.text):
            continue  # “le vote des socialistes”, not “suivi des socialistes”
        if type_ == "other" and grammar.other_stop.match(context.text, match.end()):
            continue  # “the rest of us”
        if type_ == "other" and grammar.two.search(context.text, max(start, match.start() - 12), match.start()):
            continue  # “the two others” have names
        if type_ == "other" and grammar.one_another.search(context.text, max(start, match.start() - 20), match.start()):
            continue  # “les uns après les autres”
        named = context.people.at(match.start())
        if named is not None and named.entity.kind in ("organization", "outlet", "pollster"):
            continue  # “No 10”
        if type_ == "list" and grammar.of_a_kind.match(context.text, match.end()):
            found.append(Option(match.start(), match.end(), "", "list", None, is_certain=False))
            continue  # some party that nothing names here
        if type_ == "list" and grammar.group_stop.match(context.text, match.end()):
            continue  # “la majorité absolue”
        following = context.people.at(match.end() + 1) if type_ == "list" else None
        if following is not None and following.start == match.end() + 1 and following.entity.kind == "party":
            continue  # “the far-right National Front”
        if type_ == "list" and _is_of_seats(match, start, grammar, context.text):
            continue  # “conserve la majorité avec 32 sièges”
        if type_ == "list" and grammar.person_after.match(context.text, match.end()):
            continue  # “the far-right leader”
        led = context.people.at(match.end() + 4) if grammar.led_by.match(context.text, match.end()) else None
        if led is not None and led.entity.kind == "person" and not grammar.plural_article.match(match[0]):
            continue  # “l'union de la gauche d'Antoine Maurice” is the list of its leader
        party = context.people.at(of.end()) if (of := grammar.of_party.match(context.text, match.end())) else None
        if type_ == "list" and party is not None and party.entity.kind == "party":
            continue  # “les eurosceptiques de l'AfD” are the party
        initials = _INITIALS.match(context.text, of.end()) if of is not None and type_ == "list" else None
        if initials is not None and (party is None or party.entity.kind in ("unknown", "organization")):
            known = context.people.entity(initials[0], "group")
            found.append(Option(match.start(), initials.end(), initials[0], "list", known))
            continue  # “les travaillistes du PvdA” are named by its initials, though no list knows them
        if type_ == "list" and (compound := grammar.compound.fullmatch(name)):
            name = compound[1]  # “les sociaux-démocrates” are named like a party
        entity = context.people.entity(name, "group") if type_ == "list" else None
        found.append(Option(match.start(), match.end(), name, type_, entity))
    if context.is_referendum:
        for name in context.answers:
            for match in grammar.beside_figure.get(name, NEVER).finditer(context.text, start, end):
                if not any(o.start < match.end() and match.start() < o.end for o in found):
                    found.append(Option(match.start(), match.end(), name, "answer", None))
    return found


_INITIALS = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]{0,2}[A-ZÀ-Ý&][\w&]{0,5}(?![\w’'-])")
"""A party by its initials: *PvdA*, *S&D*."""


def _is_of_something(match: re.Match[str], start: int, grammar: _Grammar, text: str) -> bool:
    """Whether a camp behind a contraction completes a noun and does not come behind somebody."""
    contraction = grammar.contracted_of.search(text, max(start, match.start() - 6), match.start())
    if contraction is None:
        return False
    return grammar.followed_by.search(text, max(start, contraction.start() - 100), contraction.start()) is None


def _is_of_seats(match: re.Match[str], start: int, grammar: _Grammar, text: str) -> bool:
    """Whether a majority is what somebody wins or holds, and no camp."""
    if grammar.majorities.fullmatch(match[0].split()[-1]) is None:
        return False
    return grammar.group_lead.search(text, max(start, match.start() - 24), match.start()) is not None


def _may_be_voted_for(mention: Mention) -> bool:
    return mention.entity.kind in ("person", "party", "unknown")


def _is_place_like(mention: Mention, grammar: _Grammar, context: Context) -> bool:
    """An unexplained capital after a place or a preposition of place: ``Sheffield Hallam``, ``in
    Broxtowe``.
    """
    before = context.people.at(mention.start - 2) if mention.start > 1 else None
    if before is not None and before.entity.kind == "place" and before.end == mention.start - 1:
        return True
    return grammar.located.search(context.text, max(0, mention.start - 12), mention.start) is not None


def _named(mention: Mention, type_: str, *, is_certain: bool = True) -> Option:
    return Option(mention.start, mention.end, mention.entity.name, type_, mention.entity, is_certain)


def _with_membership(
    found: list[Option], member: Mention | None, party: Mention, grammar: _Grammar, text: str
) -> list[Option]:
    """The options with *X of Reform UK* as one that reaches to its end, where the name before is an option."""
    link = grammar.membership.fullmatch(text, member.end, party.start) if member is not None else None
    if member is None or link is None or not link["of"]:
        return found
    return [o._replace(end=party.end) if o.start == member.start else o for o in found]


def _qualifies(
    party: Mention, previous: Mention | None, following: Mention | None, grammar: _Grammar, text: str
) -> bool:
    """``Labour's Jared O'Mara``, ``the Tory Paul Howell``, ``X, the Democrat,``, ``X, candidat PS,``, ``ex-Tory``,
    ``X, a teacher and Green councillor,``.
    """
    if text[max(0, party.start - 3) : party.start] == "ex-":
        return True
    if previous is not None and previous.entity.kind == "person":
        if _IN_PARENTHESES.fullmatch(text, previous.end, party.start):
            return True
        link = grammar.membership.fullmatch(text, previous.end, party.start)
        if link and (
            link["of"]
            or text[party.start : party.end] in grammar.members
            or grammar.ends_apposition.match(text, party.end)
        ):
            return True
        if text[previous.end : party.start] == ", " and text[party.end : party.end + 1] == ",":
            return True  # X, PS, 52,7 %
        if grammar.ends_apposition.match(text, party.end) and grammar.two_nouns.fullmatch(
            text, previous.end, party.start
        ):
            return True
        if text[party.end : party.end + 2].strip()[:1] in (",", "(") and grammar.apposed.fullmatch(
            text, previous.end, party.start
        ):
            return True
    if following is None or following.entity.kind == "party":
        return False
    if text[party.start : party.end] in grammar.members and grammar.occupation.fullmatch(
        text, party.end, following.start
    ):
        return True  # “to Conservative dairy farmer X”
    return grammar.affiliation.fullmatch(text, party.end, following.start) is not None


_IN_PARENTHESES = re.compile(r"[\s\u00a0]?\((?:[\w’'-]+[\s\u00a0]){0,3}")
"""``X (dissidente PS)``"""


def finalist_meant(
    phrase: NounPhrase, sentence: Sentence, finalists: Sequence[Entity], context: Context
) -> Entity | None:
    """Of two finalists, the one who has led the party that a description names; of two of different genders, the one of
    the gender of a description that suits him or her.
    """
    if len(finalists) == 2 and (leader := context.references.who_led(phrase, sentence, finalists)):
        return leader
    if len(finalists) != 2 or {e.gender for e in finalists} != {"m", "f"}:
        return None
    meant = next((e for e in finalists if e.gender == phrase.gender), None)
    return meant if meant is not None and context.references.suits(phrase, sentence, meant) else None


def _described(
    party: Mention, start: int, entry: Entry, grammar: _Grammar, context: Context, finalists: Sequence[Entity]
) -> Option | None:
    """``la présidente du Front national``: the person whom the description leads to, or an uncertain
    option.
    """
    match = grammar.described.search(context.text, max(start, party.start - 80), party.start)
    if match is None:
        return _that_of(party, start, grammar, context)
    begin = match.start()
    entity = context.references.description(begin, party.end, entry)
    if entity is None and finalists:
        told = [(p, s) for p, s in context.references.descriptions(begin, party.end, entry) if p.end >= party.start]
        entity = finalist_meant(*told[0], finalists, context) if told else None
    if entity is None:
        return Option(begin, party.end, "", "candidate", None, is_certain=False)
    return Option(begin, party.end, entity.name, "candidate", entity, is_described=True)


def _leader(party: Mention, start: int, entry: Entry, grammar: _Grammar, context: Context) -> Option | None:
    """``the People's Party leader``: whoever leads it, and an uncertain option where nobody knows who does."""
    text = context.text
    article = grammar.member_before.search(text, max(start, party.start - 24), party.start)
    role = grammar.leads.match(text, party.end)
    if article is None or role is None:
        return None
    references = context.references
    entity = references.description(article.start(), role.end(), entry)
    if entity is None or not entity.is_person or references.party(entity) not in (None, party.entity):
        entity = _only_one_of(party, article.start(), entry, context)
    if entity is None or not entity.is_person or references.party(entity) not in (None, party.entity):
        return Option(article.start(), role.end(), "", "candidate", None, is_certain=False)
    return Option(article.start(), role.end(), entity.name, "candidate", entity, is_described=True)


def _beside_description(party: Mention, start: int, entry: Entry, context: Context) -> Option | None:
    """``Le député sortant (LR)``: the person whom the description before the parentheses leads to."""
    text = context.text
    if text[party.start - 1 : party.start] != "(" or text[party.end : party.end + 1] != ")":
        return None
    for phrase, sentence in context.references.descriptions(start, party.start, entry):
        if text[phrase.end : party.start].strip() == "(":
            entity = context.references.resolve(phrase, sentence, entry)
            if entity is not None and entity.is_person:
                return Option(phrase.start, party.end + 1, entity.name, "candidate", entity, is_described=True)
    return None


def _candidate(party: Mention, start: int, entry: Entry, grammar: _Grammar, context: Context) -> Option | None:
    """``The Alliance candidate received 7,015``: the one person of the party whom the post has named, if there is."""
    article = grammar.member_before.search(context.text, max(start, party.start - 24), party.start)
    role = grammar.stands_for.match(context.text, party.end)
    entity = _only_one_of(party, article.start(), entry, context) if article and role else None
    if article is None or role is None or entity is None:
        return None
    return Option(article.start(), role.end(), entity.name, "candidate", entity, is_described=True)


def _only_one_of(party: Mention, end: int, entry: Entry, context: Context) -> Entity | None:
    """The only person of a party whom a post names before an offset."""
    here = {
        id(m.entity): m.entity
        for m in context.people.of_kind("person", entry.char_start, end)
        if context.references.party(m.entity) is party.entity
    }
    return next(iter(here.values())) if len(here) == 1 else None


def is_no_option(start: int, place: int, context: Context) -> bool:
    """Whether the words between two offsets, before a name, tell that nobody votes for it: *our reporter X*."""
    low = max(start, place - _LEAD)
    return _grammar(context.language.code).not_options.search(context.text, low, place) is not None


def _is_party_unknown(person: Mention, mention: Mention, text: str) -> bool:
    """Whether what stands alone in parentheses behind somebody is a party that no list knows."""
    is_person = person.entity.kind == "person" and mention.entity.kind in ("unknown", "person")
    is_beside = text[person.end : mention.start].strip(" \u00a0") == "(" and text[mention.end : mention.end + 1] == ")"
    is_party = is_person and is_beside and " " in text[mention.start : mention.end]
    return is_party and _SHARE.match(text, mention.end + 1) is not None


_SHARE = re.compile(r",?[ \u00a0]\d")


def _is_predicate(party: Mention, start: int, grammar: _Grammar, text: str) -> bool:
    """``X is the first Tory to win here``, ``X is the new Labour leader``: what the subject is said to be."""
    if grammar.made_head_of.search(text, max(start, party.start - 64), party.start):
        return True  # “X devient président de LR”
    article = grammar.member_before.search(text, max(start, party.start - 24), party.start)
    if article is None and grammar.made.search(text, max(start, party.start - 32), party.start):
        return grammar.person_after.match(text, party.end) is not None  # “X is elected Labour leader”
    is_somebody = text[party.start : party.end] in grammar.members or grammar.person_after.match(text, party.end)
    if article is None or not is_somebody:
        return False
    return grammar.is_predicate.search(text, max(start, article.start() - 16), article.start()) is not None


def _that_of(party: Mention, start: int, grammar: _Grammar, context: Context) -> Option | None:
    """``le candidat du PS a 20 %, celle du FN 21 %``: the one person of the party and the gender whom the document
    names.
    """
    match = grammar.that_of.search(context.text, max(start, party.start - 16), party.start)
    told = grammar.described_person.search(context.text, start, match.start()) if match is not None else None
    if match is None or told is None or grammar.that_list.search(context.text, start, match.start()):
        return None  # “la liste de X, celle du FN”
    gender = "m" if match["m"] else "f"
    people = {m.entity.name: m.entity for m in context.people.of_kind("person", 0, len(context.text))}
    fitting = [e for e in people.values() if e.gender in (gender, "") and context.references.party(e) is party.entity]
    if len(fitting) != 1:
        return Option(match.start(), party.end, "", "candidate", None, is_certain=False)
    return Option(match.start(), party.end, fitting[0].name, "candidate", fitting[0], is_described=True)


def _member(party: Mention, entry: Entry, grammar: _Grammar, context: Context) -> Option | None:
    """``the Republican``, ``the Tory``: one member of a party, whoever that is here."""
    text = context.text
    if text[party.start : party.end] not in grammar.members:
        return None
    article = grammar.member_before.search(text[max(0, party.start - 24) : party.start])
    if article is None or grammar.no_member_after.match(text[party.end : party.end + 20]):
        return None
    begin = party.start - len(article[0])
    entity = _of_this_post(context.references.description(begin, party.end, entry), begin, party, entry, context)
    if entity is None or not entity.is_person or not context.people.is_named(entity, 0, begin):
        return Option(begin, party.end, "", "candidate", None, is_certain=False)  # “The Tory beat X”: is not X
    return Option(begin, party.end, entity.name, "candidate", entity)


_OF_ONE = ("presidential", "primary", "referendum")
"""Contests that are the same everywhere; in others each post may be about other candidates."""


_FIGURE = re.compile(r"\d")
_HEADS_SENTENCE = re.compile(r"[.!?:\n][\s\u00a0]{0,2}$")


def _of_this_post(known: Entity | None, begin: int, party: Mention, entry: Entry, context: Context) -> Entity | None:
    """*The Conservative …*: of the many of a party, the one whom the post has just been about rather than one of
    another post.
    """
    people, references = context.people, context.references
    if context.liveblog.election_type in _OF_ONE or (known and people.is_named(known, entry.char_start, begin)):
        return known
    if not _HEADS_SENTENCE.search(context.text, max(entry.char_start, begin - 3), begin):
        return known
    about = references.antecedent(begin, entry)
    if about is None or about.start < entry.char_start or about.entity is None or about.entity.kind != "person":
        return known
    if _FIGURE.search(context.text, about.end, begin):
        return known  # he has been told of: “X is returned with 74%. The Green was second”
    its_party = references.party(about.entity)
    return about.entity if its_party in (None, party.entity) else known


def _joined(options: list[Option], grammar: _Grammar, context: Context) -> list[Option]:
    """Parties linked by *et*, *and* or a hyphen stand together: ``LREM et le MoDem``; ``le PS et ses
    alliés``.
    """
    for is_tight in (True, False) if len(options) > 1 else ():
        options = _joined_by(grammar.joint, is_tight, options, grammar, context)
    return [_with_allies(option, grammar, context) for option in options]


def _joined_by(
    joint: re.Pattern[str], is_tight: bool, options: list[Option], grammar: _Grammar, context: Context
) -> list[Option]:
    """The options with those that stand together as one; ``is_tight``: by a mark alone, which binds before *et*."""
    joined: list[Option] = []
    for option in options:
        previous = joined[-1] if joined else None
        if (
            previous
            and previous.type in ("party", "list")
            and (option.type == "party" or option.members or _may_join(previous, option, grammar))
            and (option.start - previous.end == 1) is is_tight
            and joint.fullmatch(context.text, previous.end, option.start)
        ):
            joined[-1] = _alliance(previous, option, grammar, context)
        else:
            joined.append(option)
    return joined


def _may_join(first: Option, second: Option, grammar: _Grammar) -> bool:
    """Whether a camp may stand with what is named before it: *Les Républicains et divers droite*, *la gauche et les
    écologistes*, but never *la gauche et la droite*.
    """
    if second.type != "list":
        return False
    if first.type == "party":
        return grammar.joined_list.match(second.name) is not None
    sides = {m[0].lower() for option in (first, second) for m in grammar.sides.finditer(option.name)}
    return len(sides) < 2 and not any(o.entity is None for o in (first, second))


def _alliance(first: Option, second: Option, grammar: _Grammar, context: Context) -> Option:
    printed = " ".join(context.text[first.start : second.end].split())
    name = _longest_alliance(printed, grammar, context)
    members = (first,) if _HYPHENED.search(context.text, first.start, first.end) else first.members or (first,)
    members += (second,)
    return Option(first.start, second.end, name, "list", context.people.entity(name, "group"), members=members)


_HYPHENED = re.compile(r"\w[-–/+]\w")
_alliances: WeakKeyDictionary[object, dict[frozenset[str], str]] = WeakKeyDictionary()


def _longest_alliance(printed: str, grammar: _Grammar, context: Context) -> str:
    """The fullest form in which the document prints the same alliance."""
    if context.people not in _alliances:
        forms: dict[frozenset[str], str] = defaultdict(str)
        parties = [m for m in context.people.mentions if m.entity.kind == "party" and not m.is_affiliation]
        for a, b in itertools.pairwise(parties):
            if b.start - a.end < 12 and grammar.joint.fullmatch(context.text, a.end, b.start):
                key = frozenset((a.entity.name, b.entity.name))
                forms[key] = max(forms[key], " ".join(context.text[a.start : b.end].split()), key=len)
        _alliances[context.people] = forms
    inside = frozenset(
        e.name for e in context.people.entities if e.kind == "party" and any(_contains(printed, f) for f in e.forms)
    )
    return _alliances[context.people].get(inside) or printed


def _contains(printed: str, form: str) -> bool:
    return form in printed and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", printed) is not None


def _with_allies(option: Option, grammar: _Grammar, context: Context) -> Option:
    """``le PS et ses alliés`` is a list of its own; ``X et ses colistiers`` are the list of X."""
    if option.type not in ("party", "list", "candidate"):
        return option
    match = grammar.allies.match(context.text, _after_parenthesis(option.end, context.text) + 1)
    if match is None or context.text[option.end] not in " \u00a0":
        return option
    if option.type == "candidate":
        return option._replace(end=match.end())
    name = _with_allies_in_full(option, grammar, context) or _printed(option.start, match.end(), grammar, context)
    return Option(option.start, match.end(), name, "list", context.people.entity(name, "group"))


def _plain(start: int, end: int, text: str) -> str:
    """What is printed, without what stands in parentheses."""
    return " ".join(_REMARK.sub("", text[start:end]).split())


_REMARK = re.compile(r"\s?\([^()]*\)")
_with_their_allies: WeakKeyDictionary[object, dict[str, str]] = WeakKeyDictionary()


def _printed(start: int, end: int, grammar: _Grammar, context: Context) -> str:
    """A party and its allies as printed, without the preposition that stands before both."""
    return grammar.allies_led.sub("", _plain(start, end, context.text))


def _with_allies_in_full(option: Option, grammar: _Grammar, context: Context) -> str:
    """The fullest form in which the document prints a party with its allies."""
    if context.people not in _with_their_allies:
        forms: dict[str, str] = defaultdict(str)
        for mention in context.people.mentions:
            if mention.entity.kind == "party":
                match = grammar.allies.match(context.text, _after_parenthesis(mention.end, context.text) + 1)
                if match is not None and context.text[mention.end] in " \u00a0":
                    printed = _printed(mention.start, match.end(), grammar, context)
                    forms[mention.entity.name] = max(forms[mention.entity.name], printed, key=len)
        _with_their_allies[context.people] = forms
    return _with_their_allies[context.people].get(option.name, "")


_PARENTHESIS = re.compile(r"[\s\u00a0]?\([^()\n\d]{1,20}\)")


def _after_parenthesis(offset: int, text: str) -> int:
    """The offset after a short parenthesis such as the initials of a party."""
    match = _PARENTHESIS.match(text, offset)
    return match.end() if match else offset


_AFFILIATED = re.compile(r"^\s?\([^()\d]{1,30}\)")
_IN_BRACKETS = re.compile(r"^\s?\([^()]{1,30}\)")


def coordinated(options: Sequence[Option], index: int, context: Context, *, with_figures: bool = False) -> list[Option]:
    """The options that stand in one enumeration that ends with ``options[index]``: ``Fillon et Le Pen``.

    ``with_figures``: each may have a figure in parentheses.
    """
    grammar = _grammar(context.language.code)
    chain = [options[index]]
    linked = False
    for option in reversed(options[:index]):
        gap = context.text[option.end : chain[-1].start]
        gap = (_IN_BRACKETS if with_figures else _AFFILIATED).sub("", gap)
        if grammar.conjunction.fullmatch(gap):
            linked = True
        elif not (linked and grammar.comma.fullmatch(gap)):
            break
        chain.append(option)
    return chain[::-1]
