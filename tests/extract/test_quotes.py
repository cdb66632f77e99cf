"""Quotes: each rule of attribution on what it reads, and the quotations which are no quotes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extracting import context
from minutier.document import Issue, Row
from minutier.extract.quotes import IGNORED, RULES, extract


def read(*posts: str, lang: str = "fr") -> tuple[list[Row], list[Issue]]:
    """Rows and issues of the posts, each read in the light of all."""
    blog = context(*posts, lang=lang)
    found = [extract(entry, blog) for entry in blog.entries]
    return [row for one in found for row in one.rows], [issue for one in found for issue in one.issues]


def quotes(*posts: str, lang: str = "fr") -> list[Row]:
    return read(*posts, lang=lang)[0]


def said(found: list[Row]) -> list[tuple[str, str]]:
    """(words, speaker or the words that stand for him) of each row."""
    return [(row["quote"], row["speaker"] or row["speaker_label"] or "") for row in found]


def ruled(found: list[Row]) -> list[tuple[str, str]]:
    """(rule, speaker or the words that stand for him) of each row."""
    return [(row["rule"], row["speaker"] or row["speaker_label"] or "") for row in found]


FRENCH = [
    ("incise_pronoun", "Paul Martin a voté. « Il fait beau », a-t-il constaté.", "Paul Martin"),
    ("incise_pronoun", "Marie Petit est déçue. « C'est injuste », regrette-t-elle.", "Marie Petit"),
    (
        "incise_pronoun",
        "« C'est un échec », juge-t-on dans l'entourage de Paul Martin.",
        "l'entourage de Paul Martin",
    ),
    ("incise_pronoun", "« C'est un échec », glisse-t-on au PS.", "PS"),
    (
        "incise_pronoun",
        "L'équipe de Paul Martin attend. « On ne lâche rien », y assure-t-on.",
        "L'équipe de Paul Martin",
    ),
    ("incise_subject", "« Nous avons gagné », s'est réjouie Claire Dupont sur BFMTV.", "Claire Dupont"),
    ("incise_subject", '"C\'est un moment rare", a pour sa part déclaré Claire Dupont.', "Claire Dupont"),
    ("incise_subject", "« Bravo », a écrit sur X le sénateur Paul Martin.", "Paul Martin"),
    ("incise_subject", "« C'est plié », lâche, dépité, un militant.", "un militant"),
    (
        "incise_subject",
        "« C'est fini », soupire l'un de ses proches dans Le Parisien.",
        "l'un de ses proches",
    ),
    ("incise_subject", "« Le vote s'est bien passé », a indiqué la préfecture.", "la préfecture"),
    ("incise_trailing", "Le scrutin est « ouvert » partout, assure Claire Dupont.", "Claire Dupont"),
    ("incise_before", "Marie Petit parle. La droite a, dit-elle, « manqué son tour ».", "Marie Petit"),
    ("incise_inside", "« Ce soir, lance Marie Petit, nous avons tourné une page. »", "Marie Petit"),
    ("incise_inside", "« Ce soir, a lancé Marie Petit, nous avons tourné une page. »", "Marie Petit"),
    ("words_of", "« Une catastrophe », selon les mots de Paul Martin.", "Paul Martin"),
    ("words_of", "« La défaite est rude » : ce sont les mots de Paul Martin.", "Paul Martin"),
    ("colon", "Paul Martin (LR) : « C'est un échec collectif »", "Paul Martin"),
    ("colon", "Paul Martin répond à ses rivaux : « Rien n'est joué. »", "Paul Martin"),
    ("colon", "Réaction de Paul Martin : « Bravo à tous »", "Paul Martin"),
    (
        "colon",
        "Le ton monte, grince déjà un conseiller de Marie Petit : « Ça va durer. »",
        "un conseiller de Marie Petit",
    ),
    (
        "colon_carried",
        "Marie Petit a voté. Et d'ajouter : « Les gens veulent du changement. »",
        "Marie Petit",
    ),
    ("after_colon", "« Une catastrophe » : c'est ainsi que Paul Martin voit le résultat.", "Paul Martin"),
    ("source", "Pour Paul Martin, c'est « la fin d'un cycle ».", "Paul Martin"),
    ("source", "A en croire Paul Martin, le parti est « en ordre de bataille ».", "Paul Martin"),
    ("source", "« Rien n'est joué », d'après le maire de Pau Paul Martin.", "Paul Martin"),
    ("participle", "Battu, Paul Martin se tait, estimant que ses électeurs « sont libres ».", "Paul Martin"),
    ("narrated", "Paul Martin se dit « confiant ».", "Paul Martin"),
    ("narrated", "Le socialiste Paul Martin dénonce une « trahison ».", "Paul Martin"),
    ("narrated", "La CGT appelle à « faire barrage ».", "CGT"),
    ("narrated", "Les militants scandent « On a gagné ! »", "Les militants"),
    ("narrated", "Du côté du PS, on parle d'une « soirée noire ».", "PS"),
    ("narrated", "Marie Petit bat Paul Martin, qui dénonce « une campagne de caniveau ».", "Paul Martin"),
    (
        "sentence_before",
        'Claire Dupont prend la parole. "Merci, merci à tous. Nous avons réussi."',
        "Claire Dupont",
    ),
    (
        "following_sentence",
        "« Merci à vous, peuple de Lyon ! » Voix brisée, Paul Martin quitte la scène.",
        "Paul Martin",
    ),
]

ENGLISH = [
    ("incise_subject", "“We have won,” said Sarah Jones.", "Sarah Jones"),
    ("incise_subject", "“The voters have spoken,” said the former health secretary Tom Brown.", "Tom Brown"),
    ("incise_subject_first", "“We have won,” Sarah Jones told the BBC.", "Sarah Jones"),
    ("incise_subject_first", "“It’s over,” a Labour source tells me.", "a Labour source"),
    (
        "incise_subject_first",
        "“We are not there yet,” the BBC’s political editor, Tom Brown, says.",
        "Tom Brown",
    ),
    ("incise_subject_first", "“It’s been a long night,” one of her aides joked.", "one of her aides"),
    ("incise_trailing", "The party did “better” up north, the pollster Tom Brown points out.", "Tom Brown"),
    ("incise_before", "Sarah Jones takes the stage. It was, she says, “a close call”.", "Sarah Jones"),
    ("incise_before", "The count, sneers Tom Brown, is “a farce”.", "Tom Brown"),
    ("words_of", "“If true, this is a catastrophe.” Thus Tom Brown, on ITV.", "Tom Brown"),
    ("words_of", "“Thank heavens, I'm free,” is Tom Brown's reaction to his defeat.", "Tom Brown"),
    ("colon", "Sarah Jones told Sky News: “We have won.”", "Sarah Jones"),
    ("colon", "A senior Tory told the Press Association: “We are finished.”", "A senior Tory"),
    ("colon", "A spokeswoman for Sarah Jones said: “She is resting.”", "A spokeswoman for Sarah Jones"),
    ("source", "It was “a bad night”, according to Sarah Jones.", "Sarah Jones"),
    ("participle", "Tom Brown has gone home, adding that he was “heartbroken”.", "Tom Brown"),
    ("narrated", "Labour’s Sarah Jones says the Tories have “lost their way”.", "Sarah Jones"),
    ("narrated", "The shadow chancellor, Sarah Jones, called the figures “shocking”.", "Sarah Jones"),
    (
        "narrated",
        "Eighty Leave-supporting Tory MPs say he has “a duty” to stay.",
        "Eighty Leave-supporting Tory MPs",
    ),
    ("sentence_before", "Tom Brown won. Brown’s verdict? “A good night.”", "Tom Brown"),
    (
        "incise_subject",
        "“No drama. Well, some drama,” is how one county clerk summed up her day.",
        "one county clerk",
    ),
]


@pytest.mark.parametrize(("rule", "text", "speaker"), FRENCH)
def test_each_rule_attributes_french_words(rule: str, text: str, speaker: str) -> None:
    assert ruled(quotes(text)) == [(f"quotes.{rule}", speaker)]


@pytest.mark.parametrize(("rule", "text", "speaker"), ENGLISH)
def test_each_rule_attributes_english_words(rule: str, text: str, speaker: str) -> None:
    assert ruled(quotes(text, lang="en")) == [(f"quotes.{rule}", speaker)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le film « Les Invisibles » passe à 21h sur France 2."),
        ("fr", "Rendez-vous à 20h pour « L'Emission du dimanche »."),
        ("fr", "TF1 prend l'antenne à 19h avec «Soirée spéciale»."),
        ("fr", "« Soirée spéciale » sur TF1, « Le choix » sur M6."),
        ("fr", "Claire Roy et Paul Martin présentent « La France a choisi » dès 19h."),
        ("fr", "Paul Martin publiera lundi son livre « Ma vérité »."),
        ("fr", "Paul Martin, surnommé « le crocodile », est réélu."),
        ("fr", "Marie Petit, à la tête de la liste « Lyon en commun », obtient 12% des voix."),
        ("fr", "Le comité « Les Jeunes avec Paul » a changé de nom. Il s'appelle « Les Jeunes avec Marie »."),
        ("fr", "Les « gilets jaunes » ont manifesté à Paris."),
        ("fr", "Le camp du « oui » est en tête."),
        ("fr", "L'écran géant mesure 120\" et il est en panne."),
        ("fr", "Marie Petit arrive au son de « We Are the Champions »."),
        ("en", "The so-called “squad” won again."),
        ("en", "ITV’s “Peston” starts at 10pm."),
        ("en", "On television now: BBC One has “Election Night” from 9.55pm."),
        ("en", "Anna Smith, nicknamed “the Hammer”, won."),
        ("en", "The 6' 5\" senator ducked under the doorway."),
        ("en", "The song “Sweet Caroline” is playing in the hall."),
        ("en", "The ‘blue wall’ has crumbled, and the voters’ mood is dark."),
    ],
)
def test_titles_names_and_words_at_a_distance_are_no_quotes(lang: str, text: str) -> None:
    assert quotes(text, lang=lang) == []


def test_two_speakers_of_one_sentence() -> None:
    found = quotes("Alors que Marie Petit se félicite de « l'union », Paul Martin dénonce « une mascarade ».")
    assert said(found) == [("l'union", "Marie Petit"), ("une mascarade", "Paul Martin")]


def test_one_speaker_of_two_fragments() -> None:
    found = quotes("Paul Martin salue une campagne « digne » et promet d'être « utile ».")
    assert said(found) == [("digne", "Paul Martin"), ("utile", "Paul Martin")]


def test_words_split_by_an_incise_are_two_quotes_of_one_speaker() -> None:
    found = quotes("“I’m proud,” said Sarah Jones, “of everything we did.”", lang="en")
    assert said(found) == [("I’m proud", "Sarah Jones"), ("of everything we did.", "Sarah Jones")]


def test_a_pronoun_in_an_incise_is_not_the_person_spoken_of() -> None:
    found = quotes("Tom Brown is generous. Clegg will be “a loss”, he says.", "Nick Clegg lost.", lang="en")
    assert said(found) == [("a loss", "Tom Brown")]


def test_a_pronoun_may_stand_for_somebody_not_named() -> None:
    found = quotes("Le double, calcule un ministre. « Ça fait mal », reconnaît-il.")
    assert [(row["speaker"], row["speaker_label"], row["speaker_type"]) for row in found] == [
        (None, "un ministre", "anonymous")
    ]


def test_a_headline_is_his_whom_the_body_quotes() -> None:
    found = quotes("« Rien n'est joué »\nPaul Martin y croit encore. « Rien n'est joué », a-t-il répété.")
    assert [(row["speaker"], row["rule"]) for row in found] == [
        ("Paul Martin", "quotes.headline"),
        ("Paul Martin", "quotes.incise_pronoun"),
    ]


def test_a_description_leads_to_the_name() -> None:
    found = quotes("Claire Dupont, maire de Brest, a voté.", "« Il faut du calme », explique la maire de Brest.")
    assert said(found) == [("Il faut du calme", "Claire Dupont")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bravo à Marie Petit ! — Paul Martin (@pmartin) 28 juin 2020", "Bravo à Marie Petit !"),
        (
            "Un choix clair : voter Petit — Paul Martin (@pmartin) 28 juin 2020",
            "Un choix clair : voter Petit",
        ),
        ("Le député sortant a réagi : Bravo à elle — Paul Martin (@pmartin)", "Bravo à elle"),
        (
            "Le tweet du maire.\nOn m'a dit : « oui ». pic.twitter.com/a1b2 — Paul Martin (@pm) 3 mai 2017",
            "On m'a dit : « oui ».",
        ),
    ],
)
def test_posts_are_signed(text: str, words: str) -> None:
    (row,) = quotes(text)
    assert (row["quote"], row["quote_type"], row["speaker"]) == (words, "tweet", "Paul Martin")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("« Oui », a dit Paul Martin sur BFMTV.", "BFMTV"),
        ("« Oui », confie à l'AFP un cadre du parti.", "AFP"),
        ("« Oui », plaide Paul Martin dans Le Parisien.", "Le Parisien"),
        ("« Oui », tempère Paul Martin au micro de RTL.", "RTL"),
        ("« Oui », dit Paul Martin.", None),
    ],
)
def test_where_it_was_said(text: str, outlet: str | None) -> None:
    assert [row["outlet"] for row in quotes(text)] == [outlet]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("« Oui », dit Paul Martin.", "person"),
        ("Le PS dénonce « une manœuvre ».", "organization"),
        ("« Tout va bien », assure le ministère.", "organization"),
        ("« Tout va bien », assure son équipe.", "group"),
        ("« Tout va bien », assure un proche de Paul Martin.", "anonymous"),
    ],
)
def test_kinds_of_speakers(text: str, kind: str) -> None:
    assert [row["speaker_type"] for row in quotes(text)] == [kind]


def test_words_that_nobody_is_named_for_are_reported() -> None:
    rows, (issue,) = read("Dans les couloirs, « tout est possible ce soir ».")
    assert rows == []
    assert issue.code == "quote-without-speaker"
    assert issue.char_start == 19


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({name for name, _ in IGNORED}) == len(IGNORED)
    assert len(set(RULES)) == len(RULES)


PIECES = st.sampled_from(
    [
        "«",
        "»",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "„",
        "\n",
        "\n\n",
        " : ",
        ", ",
        ". ",
        " — ",
        "(@x)",
        "dit-il",
        "a déclaré",
        "Paul Martin",
        "Marie Petit",
        "le maire de Pau",
        "elle",
        "said",
        "selon",
        "qui",
        "et",
        "estimant",
        "Oui",
        "mais",
        "(",
        ")",
        "l'",
        "1",
        "é",
        "\u00a0",
        "�",
        "TF1",
        "PS",
        "le ministre de l'E",
        "l'i président",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["fr", "en"]))
def test_no_text_raises_and_every_offset_holds(pieces: list[str], lang: str) -> None:
    post = "x " + " ".join(pieces) + " y"
    for row in quotes(post, lang=lang):
        words = post[row["char_start"] : row["char_end"]]
        if "\n" not in words:
            assert words == row["quote"]
        for column in ("speaker", "cue"):
            if row[f"{column}_char_start"] is not None:
                label = post[row[f"{column}_char_start"] : row[f"{column}_char_end"]]
                assert label == row["speaker_label" if column == "speaker" else "cue"]


SAID_OTHERWISE = [
    ("en", "parenthesis", "“Dreadful” (Ann Small, on Sky). Nobody is smiling.", "Ann Small"),
    ("fr", "parenthesis", "« Rien n'est joué » (Jean Morel, sur RTL).", "Jean Morel"),
    ("en", "quoted_as", "His aides quoted Jim Hall as saying it was “over”.", "Jim Hall"),
    ("en", "quoted_as", "Jim Hall has not conceded. “Never,” his campaign quoted him as saying.", "Jim Hall"),
    ("fr", "agent", "Claire Petit, qualifiée d'« incapable » par Jean Morel, l'emporte.", "Jean Morel"),
    ("en", "agent", "Jim Hall, called “a clown” by Ann Small in March, has won.", "Ann Small"),
    ("fr", "relative", "Claire Petit, que Jean Morel juge « incapable », l'emporte.", "Jean Morel"),
    ("en", "relative", "Jim Hall, whom Ann Small called “a clown” in March, has won.", "Ann Small"),
    ("en", "narrated", "Ann Small, who called him “a clown” in March, now backs Jim Hall.", "Ann Small"),
    ("fr", "words_of", "« La ville va basculer »\nDixit Jean Morel, tout sourire.", "Jean Morel"),
    ("fr", "words_of", "« Un large rassemblement »\nC'est ce que souhaite Jean Morel ce soir.", "Jean Morel"),
    ("en", "words_of", "“A bad night.” That's how Ann Small put it.", "Ann Small"),
    (
        "fr",
        "narrated",
        "Claire Petit devance Jean Morel. Ce dernier réfléchit « à tête reposée » à un retrait.",
        "Jean Morel",
    ),
    ("en", "narrated", "Ann Small said it was not over: her party would use “every ballot paper”.", "Ann Small"),
    ("en", "colon", "His campaign manager, Jim Hall, insists it is not over: “We go on.”", "Jim Hall"),
    ("en", "colon", "Independent TD Jim Hall was blunter: “They had their way.”", "Jim Hall"),
    ("fr", "colon", "Mine un peu défaite pour Jean Morel, qui a patienté longtemps : « J'y crois. »", "Jean Morel"),
    (
        "fr",
        "narrated",
        "Jean Morel réserve sa réponse : le maire de Lens dira « en janvier » s'il se lance.",
        "Jean Morel",
    ),
    ("fr", "narrated", "Jean Morel parle. En tête d'après son équipe, il promet « la paix ».", "Jean Morel"),
    ("fr", "source", "Une « honte », selon Jean Morel.", "Jean Morel"),
    ("en", "narrated", "In a statement, Ann Small said it was “a sad day”.", "Ann Small"),
    ("en", "headline", "“We will fight on”\nJim Hall has refused to concede.", "Jim Hall"),
]


@pytest.mark.parametrize(("lang", "rule", "text", "speaker"), SAID_OTHERWISE)
def test_speaker_told_otherwise(lang: str, rule: str, text: str, speaker: str) -> None:
    assert ruled(quotes(text, lang=lang))[-1] == (f"quotes.{rule}", speaker)


@pytest.mark.parametrize(
    ("lang", "text", "speakers"),
    [
        ("en", "“I am done,” said Ann Small. “And you?” Jim Hall asked.", ["Ann Small", "Jim Hall"]),
        ("en", "“Votes” (Ann Small 41%) and nothing else.", []),  # a candidate and her figures
        ("fr", "Jean Morel se dit « trahi » par Claire Petit.", ["Jean Morel"]),  # no agent of the words
        ("fr", "Jean Morel, porte-parole de Claire Petit, évoque « une grande gravité ».", ["Jean Morel"]),
        ("en", "It was a book called “a clown in winter”, by Ann Small.", []),
        ("fr", "Ce dernier scrutin est « historique », dit Jean Morel.", ["Jean Morel"]),
        ("en", "Noise outside. Horns answer. “And so we go on.”", []),  # horns do not speak
    ],
)
def test_speaker_comes_near(lang: str, text: str, speakers: list[str]) -> None:
    assert [row["speaker"] for row in quotes(text, lang=lang) if row["speaker"]] == speakers


HEADLINED = [
    # an office is the headline's person, whoever else is named before it
    (
        "en",
        ["Small home and dry\n\nAnn Small holds on. Jim Hall came second. “Humbled,” the premier says."],
        "Ann Small",
    ),
    (
        "en",
        ["Knives out for Hall\n\nQuestions about Tom Brown. “My fault,” the premier says.", "Jim Hall."],
        "Jim Hall",
    ),
    # an office of another country is nobody's here
    ("en", ["Knives out for Hall\n\nQuestions about Tom Brown. “My fault,” the Taoiseach says.", "Jim Hall."], None),
    (
        "fr",
        ["Lens : Morel solide\n\nJean Morel a 37 %. Paul Martin a 21 %. « Merci », dit le sénateur-maire."],
        "Jean Morel",
    ),
    # but an office of a party or place is not
    (
        "fr",
        ["Le PS suit Petit\n\nJean Morel l'annonce. Le président du PS se dit « libre ».", "Claire Petit."],
        "Jean Morel",
    ),
    # and nobody is a queen for having been named
    ("en", ["Ann Small will vote. The Queen hopes people think “very carefully”."], None),
]


@pytest.mark.parametrize(("lang", "posts", "speaker"), HEADLINED)
def test_who_holds_an_office(lang: str, posts: list[str], speaker: str | None) -> None:
    assert [row["speaker"] for row in quotes(*posts, lang=lang)] == [speaker]


BESIDE = [
    ("en", "Hall to spoil her ballot, Brown says “not one vote” goes right.", "narrated", "Brown"),
    ("en", "On the panel, senator Jim Hall reckons “it’s gone”.", "narrated", "Jim Hall"),
    ("en", "Ann Small is out, a choice Jim Hall calls “a huge mistake”.", "narrated", "Jim Hall"),
    ("en", "Jim Hall had the blessing of Ann Small, who stood in May and who called him “a star”.", "narrated",
     "Ann Small"),
    ("en", "Ann Small canvassed with Jim Hall, though she told us she was “only here for the chips”.",
     "narrated", "Ann Small"),
    ("en", "The Greens signed, with Ann Small citing her “consistency” on climate.", "participle", "Ann Small"),
    ("en", "Jim Hall is said by one aide to be “bouncing off the walls”.", "agent", "one aide"),
    ("en", "Jim Hall had been told by one pollster that he’d be “lucky” tonight.", "agent", "one pollster"),
    ("en", "Ann Small is talking with her team “to assess the path,” a campaign aide tells us.", "incise_subject_first",
     "a campaign aide"),
    ("en", "Two of her ministers think the job is “no longer doable”.", "narrated", "Two of her ministers"),
    ("en", "Another says it is “about time”.", "narrated", "Another"),
    ("en", "“I never saw the like,” one tallyman marvels.", "incise_subject_first", "one tallyman"),
    ("en", "Ann Small has sent her “warmest congratulations”.", "narrated", "Ann Small"),
    ("en", "A source in the Hall campaign complains of neglect: “They forgot us.”", "colon",
     "A source in the Hall campaign"),
    ("en", "“We go on,” writes French President Jim Hall.", "incise_subject", "Jim Hall"),
    ("en", "As one Liberal Democrat put it: “We are the morning after.”", "colon", "one Liberal Democrat"),
    ("en", "“The people have spoken,” as Jim Hall once put it.", "words_of", "Jim Hall"),
    ("en", "An usher, whispering: “Is he coming or not?”", "colon", "An usher"),
    ("en", "The words are Jim Hall’s: “once in a generation”.", "colon", "Jim Hall"),
    ("en", "Asked if he would run, Jim Hall was brief. “Nope,” he said.", "incise_subject_first", "Jim Hall"),
    ("en", "Ann Small has lost. It was, her agent shrugged, “a start”.", "incise_before", "her agent"),
    ("fr", "Son entourage le dit « consterné, pas surpris ».", "narrated", "Son entourage"),
    ("fr", "A Nice, il manque un rien à Jean Morel, 47,6 %, qui regrette de devoir « patienter ».", "narrated",
     "Jean Morel"),
    ("fr", "Le numéro deux du PS, qui a voté tôt, s'est dit « serein ».", "narrated", "Le numéro deux du PS"),
    ("fr", "Quant à Jean Morel, il y voit « une défaite, pas une déroute ».", "narrated", "Jean Morel"),
    ("fr", "La formule est de Jean Morel : « Une victoire sans bavure ».", "colon", "Jean Morel"),
    ("fr", "« On a perdu une famille. » La formule est d'un secrétaire de section.", "words_of",
     "un secrétaire de section"),
    ("fr", "« Ça sent la fin de règne. » Un conseiller ministériel, hier soir.", "following_sentence",
     "Un conseiller ministériel"),
    ("fr", "« Nous sommes passés tout près », lâche, la voix cassée, un vieux routier.", "incise_subject",
     "un vieux routier"),
    ("fr", "« Ce soir, pas de miracle », lâche un conseiller du ministre Jean Morel.", "incise_subject",
     "un conseiller du ministre Jean Morel"),
    ("fr", "« C'est fini », soupire une conseillère croisée au QG de Jean Morel.", "incise_subject", "une conseillère"),
    ("fr", "« Il fera beau » (un élu du bassin minier, en off).", "parenthesis", "un élu du bassin minier"),
    ("fr", "Traduction d'un de ses vice-présidents : « Rien ne va. »", "colon", "un de ses vice-présidents"),
    ("fr", "Jean Morel se réjouit d'« une victoire », rapporte son porte-parole.", "narrated", "Jean Morel"),
    ("fr", "Accusé par Jean Morel d'avoir « joué contre son camp », Paul Martin se tait.", "agent", "Jean Morel"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "rule", "speaker"), BESIDE)
def test_who_speaks_near_the_words(lang: str, text: str, rule: str, speaker: str) -> None:
    assert ruled(quotes(text, lang=lang)) == [(f"quotes.{rule}", speaker)]


SEVERAL = [
    # a dash that signs, the verb left out, a crowd
    ("en", "• “I’m tired” – Ann Small, at the count\n• “Who?” – a voter in Kent", ["signed", "signed"],
     ["Ann Small", "a voter in Kent"]),
    ("fr", "Claire Petit parle de « casse », et Jean Morel d'« un rappel ».", ["narrated", "gapped"],
     ["Claire Petit", "Jean Morel"]),
    ("en", 'Ann Small said it was "over", Jim Hall that his party had "a plan".', ["narrated", "gapped"],
     ["Ann Small", "Jim Hall"]),
    ("en", "“It is done,” Ann Small said, to chants of “Four more good years!” from her supporters.",
     ["incise_subject_first", "crowd"], ["Ann Small", "her supporters"]),
    # a new subject, or a relative clause, ends what one person says
    ("fr", "« La ville est de retour ! », lance Claire Petit à la foule, qui répond « Claire, présidente ! ».",
     ["incise_subject", "narrated"], ["Claire Petit", "la foule"]),
    ("fr", "L'équipe de Paul Martin avoue « un échec », mais l'intéressé, joint hier, se borne à « saluer Lens ».",
     ["narrated", "narrated"], ["L'équipe de Paul Martin", "Paul Martin"]),
    # who beat whom
    ("fr", "Jean Morel bat Paul Martin. « Merci », dit le vainqueur. Le vaincu dénonce « une honte ».",
     ["incise_subject", "narrated"], ["Jean Morel", "Paul Martin"]),
    # what is done to the speaker between two quotes; an addressee
    ("en", "Jim Hall will be a president “who seeks to unify”. Horns answer him.\n\n“To those who lost, I hear you.”",
     ["narrated", "continuation"], ["Jim Hall", "Jim Hall"]),
    ("en", "Ann Small said she had loved “every minute”.\n\nAnd, to her daughters: “Head down and work.”",
     ["narrated", "colon_carried"], ["Ann Small", "Ann Small"]),
    # words quoted paragraph by paragraph, announced with their author
    ("en",
     "Small’s email to her list went out at ten.\n\n“You did it, all of you.\n\n“Now go on.”\n\nAnn Small is out.",
     ["sentence_before"], ["Ann Small"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "rules", "speakers"), SEVERAL)
def test_several_quotes_of_a_post(lang: str, text: str, rules: list[str], speakers: list[str]) -> None:
    assert ruled(quotes(text, lang=lang)) == [(f"quotes.{r}", s) for r, s in zip(rules, speakers, strict=True)]


@pytest.mark.parametrize(
    ("lang", "text", "speakers"),
    [
        # near misses of the rules above
        ("en", "“It is late, my friends. Go home.” – a long night, and a cold one.", []),  # nothing signs
        ("en", "Four of the five seats are “safe”, Jim Hall says.", ["Jim Hall"]),  # seats do not speak
        ("en", "The fans chant “Out!” while Jim Hall talks of “a good night”.", ["Jim Hall"]),
        ("en", "It cost Canadians “a fortune”, says Ann Small, and Brown “a seat”.", ["Ann Small", "Ann Small"]),
        ("fr", "Jean Morel, accusé par Claire Petit, veut « parler au pays ».", ["Jean Morel"]),  # said nothing here
        ("fr", "Claire Petit l'a emporté. Au siège, une plaisanterie circule : « On a deux papes. »", [None]),
        ("en", "“No,” Jim Hall says. A moment later, the words of the night: “We lost.”", ["Jim Hall", "Jim Hall"]),
        ("fr", "« Oui », dit Jean Morel. « Et vous ? » lui demande notre journaliste.", ["Jean Morel", None]),
        ("fr", "Jean Morel demande « du calme ». Son homologue de FO : « Des actes. »", ["Jean Morel", None]),
    ],
)  # fmt: skip
def test_nobody_is_made_to_speak(lang: str, text: str, speakers: list[str | None]) -> None:
    assert [row["speaker"] for row in quotes(text, lang=lang)] == speakers


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ann Small called Jim Hall “a brilliant mind” on “The View.”", ["a brilliant mind"]),
        ("en", "Jim Hall sang at her rally: ‘Ride On’, naturally.", []),
        ("en", "Ann Small called it “a squib” and its slogan, “Go on”, as tin-eared.", ["a squib"]),
        ("en", "“Keep counting!” reads a sign outside.", []),
        ("en", "“Don’t book the band,” was the advice of Jim Hall.", ["Don’t book the band"]),  # said, not shown
        ("en", "Jim Hall sang her praises: ‘You were great.’", ["You were great."]),
        ("en", "“I have had enough,” Ann Small said on the BBC’s “Politics Live.”", ["I have had enough"]),
        ("fr", "Paul Martin a voté. « Soirée électorale : le choix » démarre à 19h55 sur France 2.", []),
        ("fr", "Ce soir : « Le choix de Lens », présenté par Paul Martin.", []),
        ("fr", "Pour les autres, il reste « Le Choix » sur une chaîne du câble.", []),
        ("fr", "Lu sur la pancarte d'un militant : « Merci patron ».", []),
        ("fr", "Le maire résume l'affiche : « Un duel de gentils ».", ["Un duel de gentils"]),
        ("fr", "Jean Morel remercie « Michou », sa femme.", []),
        ("fr", "Jean Morel a lancé, en latin, un « Vae victis » sonore.", ["Vae victis"]),
    ],
)
def test_what_is_shown_and_what_is_said(lang: str, text: str, expected: list[str]) -> None:
    assert [row["quote"] for row in quotes(text, lang=lang)] == expected


def test_who_is_told_something_has_not_said_it() -> None:
    text = "Ann Small voted. That did not stop her telling the BBC that the campaign had been “outrageous”."
    assert "BBC" not in [row["speaker"] for row in quotes(text, lang="en")]


def test_a_role_that_heads_a_headline_is_whom_the_body_quotes() -> None:
    found = quotes("Archbishop: “a poor church”\n\nJim Hall, the Archbishop of Cashel, says it is “over”.", lang="en")
    assert [row["speaker"] for row in found] == ["Jim Hall", "Jim Hall"]


def test_a_pronoun_of_another_gender_is_not_the_last_speaker() -> None:
    found = quotes(
        "Paul Hall told a girl she would “have my job one day”. “No thanks, not for me,” she replied.", lang="en"
    )
    assert [row["speaker"] for row in found] == ["Paul Hall"] or found[-1]["speaker"] is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # whoever is described by another's name is not the next one named
        ("« Bravo », se réjouit le porte-parole de Claire Petit. Jean Morel attend.", [None]),
        ("« Bravo », se réjouit le porte-parole de Claire Petit, Jean Morel.", ["Jean Morel"]),
        ("« Bravo », se réjouit la maire de Lens. Claire Petit a voté tôt.", ["Claire Petit"]),
        # behind a subordinate clause the pronoun is the subject, whatever its verb
        ("Jean Morel arrive. Quand la foule conspue Claire Petit, il coupe court : « Assez. »", ["Jean Morel"]),
        ("Jean Morel arrive. Lorsque la salle hue Claire Petit, il lâche : « Assez. »", ["Jean Morel"]),
        ("Jean Morel arrive. Quand Claire Petit paraît, la foule scande : « Assez. »", ["la foule"]),
        # the words say what she did, so that he who adds them is another
        ("« Oui », dit Jean Morel. Mais Paul Hardy, ajoute-t-il, « a perdu la main ».", ["Jean Morel", "Jean Morel"]),
        ("Jean Morel est là. Paul Hardy, assure-t-il, « a perdu la main ».", ["Jean Morel"]),
        ("Jean Morel est là. Quant à Claire Petit, elle a voté, dit-elle, « avec joie ».", ["Claire Petit"]),
    ],
)
def test_who_speaks_and_of_whom(text: str, speakers: list[str | None]) -> None:
    assert [row["speaker"] for row in quotes(text)] == speakers
