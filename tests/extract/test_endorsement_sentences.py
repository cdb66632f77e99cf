"""Stands in the plain sentences of a night: bodies told with an epithet, several behind one noun, an act that follows
another, a stand that repeats the one before.
"""

from __future__ import annotations

import pytest

from extracting import rows, sides

RESULTS = "Emmanuel Macron arrive en tête avec 24 % des voix, devant Marine Le Pen (22 %)."


def told(text: str, lang: str) -> str:
    """The sides of each stand that a post tells, on the night of a first round or of a British election."""
    if lang == "fr":
        return sides(rows("endorsements", RESULTS, text, election_type="presidential", day="2017-04-23"))
    return sides(rows("endorsements", text, lang="en", day="2017-06-08"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The moderate Unison is backing Jeremy Corbyn.", "Unison > Jeremy Corbyn"),
        ("The left-leaning Guardian endorsed Jeremy Corbyn.", "The Guardian > Jeremy Corbyn"),
        ("The pro-business Financial Times backs Theresa May.", "Financial Times > Theresa May"),
        ("The candidate Labour endorsed is Sue Roe.", ""),
        ("The veteran Labour MP Ann Roe backs Theresa May.", "Ann Roe > Theresa May"),
        (
            "Unite, Unison and Aslef are with Jeremy Corbyn.",
            "Unite > Jeremy Corbyn; Unison > Jeremy Corbyn; Aslef > Jeremy Corbyn",
        ),
        ("Unite, he said, must back Jeremy Corbyn.", ""),
        (
            "Colin Powell and John Kasich had no doubts: each endorsed Joe Biden.",
            "Colin Powell > Joe Biden; John Kasich > Joe Biden",
        ),
        ("Colin Powell had no doubts: all endorsed Joe Biden.", ""),
        (
            "The Herald, which backed Hillary Clinton, its first Democrat, chose Theresa May.",
            "The Herald > Hillary Clinton; The Herald > Theresa May",
        ),
        (
            "François Bayrou gave up another attempt in February to support Emmanuel Macron.",
            "François Bayrou > Emmanuel Macron",
        ),
        ("Benoît Hamon has to make do with the endorsement of Yannick Jadot.", "Yannick Jadot > Benoît Hamon"),
        (
            "Pierre Laurent calls on the left to block Marine Le Pen's path to power by voting for Emmanuel Macron.",
            "Pierre Laurent > Marine Le Pen (against); Pierre Laurent > Emmanuel Macron",
        ),
        ("Ann Roe asked her supporters to vote for Theresa May. Tom Poe has not.", "Ann Roe > Theresa May"),
        ("Ann Roe will vote for Theresa May. Tom Poe won't.", "Ann Roe > Theresa May; Tom Poe > Theresa May (against)"),
        ("The Observer found itself unable to recommend either man.", "The Observer > -"),
        ("The Herald preferred Theresa May.", "The Herald > Theresa May"),
        ("Jeremy Corbyn's campaign in Leeds had the backing of Ann Roe.", "Ann Roe > Jeremy Corbyn"),
        ("Unite broke with Labour but told members to vote for it anyway.", "Unite > Labour"),
        (
            "John Major endorsed three ministers now out of his party: Ann Roe and Tom Poe.",
            "John Major > Ann Roe; John Major > Tom Poe",
        ),
        ("John Major endorsed three ministers last week: it was a surprise.", ""),
        ("Theresa May has two supporters so far: Ann Roe and Tom Poe.", "Ann Roe > Theresa May; Tom Poe > Theresa May"),
        ("The Greens are behind Caroline Lucas.", "Greens > Caroline Lucas"),
        ("Labour is behind Theresa May in the polls.", ""),
        (
            "Ann Roe and Tom Poe had flown to Leeds to endorse Theresa May.",
            "Ann Roe > Theresa May; Tom Poe > Theresa May",
        ),
        ("Having supported Tom Poe, Ann Roe will vote for Theresa May.", "Ann Roe > Tom Poe; Ann Roe > Theresa May"),
        ("Ann Roe could never vote for Theresa May.", "Ann Roe > Theresa May (against)"),
        ("Ann Roe would have backed Theresa May if she had stood.", ""),
        ("The CFDT is for Theresa May, the CGT only against Tom Poe.", "CFDT > Theresa May; CGT > Tom Poe (against)"),
        (
            "Ann Roe and Tom Poe back Theresa May and Jeremy Corbyn respectively.",
            "Ann Roe > Theresa May; Tom Poe > Jeremy Corbyn",
        ),
        ("Millsfield preferred Theresa May, 16 to 5.", ""),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les frondeurs Aurélie Roux et Christian Paul voteront Emmanuel Macron.",
            "Aurélie Roux > Emmanuel Macron; Christian Paul > Emmanuel Macron",
        ),
        (
            "Les rugbymen Aurélie Roux et Christian Paul voteront Emmanuel Macron.",
            "Aurélie Roux > Emmanuel Macron; Christian Paul > Emmanuel Macron",
        ),
        (
            "Les présidents des groupes PS au Sénat et à l'Assemblée, Anne Roux et Jean Petit, votent Macron.",
            "Anne Roux > Emmanuel Macron; Jean Petit > Emmanuel Macron",
        ),
        (
            "Les ténors de la droite se rangent derrière Emmanuel Macron, à commencer par Alain Juppé et Luc Chatel.",
            "Alain Juppé > Emmanuel Macron; Luc Chatel > Emmanuel Macron",
        ),
        ("La CFDT appelle à voter « en masse » contre Marine Le Pen.", "CFDT > Marine Le Pen (against)"),
        (
            "Philippe Poutou demande de ne pas donner la moindre voix à Marine Le Pen.",
            "Philippe Poutou > Marine Le Pen (against)",
        ),
        (
            "La FSU demande à ses adhérents de ne donner « pas un seul bulletin » à Marine Le Pen.",
            "FSU > Marine Le Pen (against)",
        ),
        ("Jean Roux réclame que le vote blanc soit reconnu.", ""),
        ("Jean Roux ne se prononcera pas avant mardi.", ""),
        ("Jean Roux ne se prononcera pas.", "Jean Roux > -"),
        (
            "Jean Roux votera Emmanuel Macron. Même choix du côté de Luc Chatel. Idem pour Anne Petit.",
            "Jean Roux > Emmanuel Macron; Luc Chatel > Emmanuel Macron; Anne Petit > Emmanuel Macron",
        ),
        ("Même heure, même endroit pour Luc Chatel.", ""),
        ("Jean Roux dit que son choix est fait : ce sera Emmanuel Macron.", "Jean Roux > Emmanuel Macron"),
        ("L'Opinion n'a pas attendu pour se ranger derrière Emmanuel Macron.", "L'Opinion > Emmanuel Macron"),
        ("Libération, sans surprise, invite ses lecteurs à voter Macron.", "Libération > Emmanuel Macron"),
        ("Libération, dit-on, des otages avant lundi.", ""),
        (
            "Les autonomistes de l'Union démocratique bretonne soutiennent Emmanuel Macron.",
            "Union démocratique bretonne > Emmanuel Macron",
        ),
        ("La candidature de Benoît Hamon a reçu le soutien d'Anne Petit.", "Anne Petit > Benoît Hamon"),
        ("Le mouvement Nous Citoyens de Jean Roux votera Emmanuel Macron.", "Nous Citoyens > Emmanuel Macron"),
        ("Autre ralliement de la soirée, celui de Jean Roux à Emmanuel Macron.", "Jean Roux > Emmanuel Macron"),
        ("« Le vote Macron s'impose », tranche Jean Roux.", "Jean Roux > Emmanuel Macron"),
        ("Jean Roux dit : « Je n'ai jamais su m'abstenir. »", ""),
        ("La CFDT s'est bornée à demander que l'on batte Marine Le Pen.", "CFDT > Marine Le Pen (against)"),
        ("La CFDT s'est bornée à demander que l'on compte les bulletins.", ""),
        (
            "Jean Roux invite à ne voter ni pour les candidats du RN ni pour ceux de La France insoumise.",
            "Jean Roux > RN (against); Jean Roux > La France insoumise (against)",
        ),
        ("Jean Roux préconise de voter pour tout candidat opposé au RN.", "Jean Roux > RN (against)"),
        (
            "Le RN progresse. Jean Roux appelle à ne laisser au RN « ni une voix, ni un siège ».",
            "Jean Roux > RN (against)",
        ),
        ("Force ouvrière s'en tient à son indépendance et ne donne aucune consigne.", "Force ouvrière > -"),
        ("Jean Roux appelle à voter Macron, Anne Petit s'y refuse.", "Jean Roux > Emmanuel Macron; Anne Petit > -"),
        (
            "Jean Roux vote Macron. Quant au quotidien La Croix, il n'a donné aucune consigne.",
            "Jean Roux > Emmanuel Macron; La Croix > -",
        ),
        (
            "Jean Roux : « Pas une voix ne doit manquer pour battre Marine Le Pen. »",
            "Jean Roux > Marine Le Pen (against)",
        ),
        ("Jean Roux dit qu'il aurait voté Macron s'il avait eu un programme.", ""),
        ("Jean Roux reconnaît sa défaite avant d'appeler à voter pour Emmanuel Macron.", "Jean Roux > Emmanuel Macron"),
        (
            "Jean Roux s'incline. « J'ai perdu », dit-il à ses soutiens, avant d'appeler à voter pour Macron.",
            "Jean Roux > Emmanuel Macron",
        ),
    ],
)
def test_french(text: str, expected: str) -> None:
    assert told(text, "fr") == expected


def test_results_are_known_by_any_word_for_percent_or_seats() -> None:
    polls = "The exit poll says 368 seats for the Conservatives and 43 per cent of the vote."
    posts = ("The Greens have backed Ann Roe in Leeds.", polls)
    found = rows("endorsements", *posts, lang="en", contest_id="uk-general-2019", day="2019-12-12")
    assert [row["endorsement_status"] for row in found] == ["standing"]


def test_the_outgoing_president_is_who_held_the_office_where_one_is_elected() -> None:
    posts = (
        "Emmanuel Macron et Marine Le Pen sont en tête. Jean Roux, le président de la Région, parle.",
        "Anne Petit appelle à voter pour le président sortant.",
    )
    found = rows(
        "endorsements", *posts, election_type="presidential", day="2022-04-10", contest_id="fr-presidentielle-2022"
    )
    assert sides(found) == "Anne Petit > Emmanuel Macron"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unite backed Jeremy Corbyn in both of his leadership contests.", "past"),
        ("Unite backed Jeremy Corbyn in its last bulletin.", "standing"),
        ("Ann Roe, who once backed Jeremy Corbyn, is in Leeds.", "past"),
        ("Once Tom Poe had lost, Ann Roe backed Jeremy Corbyn.", "standing"),
        ("The Herald dropped out after recommending Jeremy Corbyn in 2015.", "past"),
    ],
)
def test_when_it_was_taken(text: str, expected: str) -> None:
    found = rows("endorsements", text, lang="en", day="2017-06-08", contest_id="gb-general-2017")
    assert [r["endorsement_status"] for r in found] == [expected]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Should Tom Poe run, Ann Roe will support him.", "en"),
        ("Jean Roux a prévenu qu'en cas de duel avec le PS, il choisirait Marine Le Pen.", "fr"),
    ],
)
def test_what_it_hangs_on(text: str, lang: str) -> None:
    assert [r["endorsement_status"] for r in rows("endorsements", text, lang=lang)] == ["conditional"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Ann Roe, until April a Tory MP, joined Labour over the health service.", "en", "Ann Roe > Labour"),
        ("Ann Roe joined Labour over the years.", "en", ""),
        ("Le Figaro défend la candidature de François Fillon.", "fr", "Le Figaro > François Fillon"),
        ("Jean Roux persiste à défendre François Fillon.", "fr", "Jean Roux > François Fillon"),
        ("Jean Roux persiste à défendre le bilan de François Fillon.", "fr", ""),
    ],
)
def test_who_joins_or_defends_somebody(text: str, lang: str, expected: str) -> None:
    assert told(text, lang) == expected


def test_what_goes_on_was_taken_before() -> None:
    found = rows(
        "endorsements",
        RESULTS,
        "Jean Roux continue de soutenir Emmanuel Macron. Anne Petit soutient Marine Le Pen.",
        election_type="presidential",
        day="2017-04-23",
    )
    assert [row["endorsement_status"] for row in found] == ["standing", "declared"]
