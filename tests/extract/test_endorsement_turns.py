"""Stands told by turns of phrase: who is counted on, who declines, who does as others do, and what a correction takes
back.
"""

from __future__ import annotations

import pytest

from extracting import rows

LEADS = {
    "en": "Democratic primary: Joe Biden, the former vice president, leads Bernie Sanders.",
    "fr": "Régionales, second tour : Marie Dufay (PS), Gilles Platret (LR), Julien Odoul (RN).",
}
NIGHTS = {
    "en": {"round": 1, "election_type": "primary", "day": "2020-02-29"},
    "fr": {"round": 2, "election_type": "other", "day": "2021-06-27"},
}


def sides(text: str, lang: str) -> str:
    """``endorser > endorsee`` of each row that a post tells, opposition marked."""
    told = rows("endorsements", LEADS[lang], text, lang=lang, **NIGHTS[lang])  # type: ignore[arg-type]
    found = [row for row in told if row["entry_id"] == "e1"]
    return "; ".join(
        f"{r['endorser']} > {r['endorsee'] or '-'}" + (" (against)" if r["stance"] == "oppose" else "") for r in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joe Biden can call on the outgoing senator, Jim Hodges.", "Jim Hodges > Joe Biden"),
        (
            "Joe Biden can count on Jim Hodges, on Ann Lee and on Bill Hall.",
            "Jim Hodges > Joe Biden; Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        ("Joe Biden already has one supporter in Jim Hodges.", "Jim Hodges > Joe Biden"),
        ("Ann Lee backs Joe Biden; so does New York Mayor Bill Hall.", "Ann Lee > Joe Biden; Bill Hall > Joe Biden"),
        (
            "Ann Lee has come out for Joe Biden. Bill Hall had beaten her to it.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        (
            "Ann Lee switched to Joe Biden in May. Bill Hall made the same journey.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        (
            "Ben Hall was a Sanders man. Andy Street plumped for Joe Biden.",
            "Ben Hall > Bernie Sanders; Andy Street > Joe Biden",
        ),
        ("Ann Lee named no favorite among her former rivals.", "Ann Lee > -"),
        ("Ann Lee said she wouldn’t be telling anyone what to do.", "Ann Lee > -"),
        ("Ann Lee declined to tell her voters which of the two to favor.", "Ann Lee > -"),
        (
            "Ann Lee, Jim Hodges and, in a turnabout, Bill Hall endorsed Joe Biden.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden; Bill Hall > Joe Biden",
        ),
        (
            "Ann Lee, New York Mayor Bill Hall and Jim Hodges endorsed Joe Biden.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden; Jim Hodges > Joe Biden",
        ),
        (
            "The Boston Globe recommended Joe Biden for Democrats and Bill Weld for Republicans.",
            "The Boston Globe > Joe Biden; The Boston Globe > Bill Weld",
        ),
        ("Jim Hodges stood by Joe Biden.", "Jim Hodges > Joe Biden"),
        ("The Columbus Dispatch no longer endorses candidates.", "The Columbus Dispatch > -"),
        (
            "Ann Lee and Jim Hodges are behind the SNP.",
            "Ann Lee > SNP; Jim Hodges > SNP",
        ),
        ("The firefighters are handing out ‘Put Joe Biden last’ cards.", "firefighters > Joe Biden (against)"),
        ("Jim Hodges said that if nobody has a majority he'd guarantee Labor supply.", "Jim Hodges > Labor"),
        (
            "Bernie Sanders called Joe Biden to offer “my full support,” his campaign said.",
            "Bernie Sanders > Joe Biden",
        ),
        (
            "Joe Biden spoke. He also thanked Reps. Ann Lee and Jim Hodges, who had both backed him early.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden",
        ),
        ("Bernie Sanders spoke. The Vermonter took the stage.", ""),
        # what is no stand
        ("Ann Lee dismissed talk of standing aside for Joe Biden.", ""),
        ("Ann Lee batted away the idea of endorsing Joe Biden.", ""),
        ("“I would like to thank my base for voting for Joe Biden,” said Ann Lee.", ""),
        ("Mail ballots favor Joe Biden.", ""),
        ("We wrongly said earlier that Ann Lee backs Joe Biden.", ""),
        ("Bill Hall had beaten her at chess.", ""),
        ("Asked on Channel Nine if he would back Joe Biden for the nomination, Jim Hodges laughed.", ""),
        ("Jim Hodges has a 12 per cent swing to Labor on his screen.", ""),
        ("Labour and the Greens are behind the SNP.", ""),
        ("The firefighters are handing out cards and saving the best for last.", ""),
        (
            "The Boston Globe backs Joe Biden. This newspaper hasn't recommended a party.",
            "The Boston Globe > Joe Biden",
        ),
        (
            "Ann Lee's endorsement of Bill Hall hurt. The president of Ohio Right to Life backed Joe Biden.",
            "Ann Lee > Bill Hall",
        ),
    ],
)
def test_turns_of_phrase_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bastien Faudot a appelé à voter Dufay. Claire Rocher s'y est refusée.",
            "Bastien Faudot > Marie Dufay; Claire Rocher > -",
        ),
        (
            "L'union régionale de la CFDT appelle à faire barrage à Julien Odoul.",
            "L'union régionale de la CFDT > Julien Odoul (against)",
        ),
        ("Le sénateur François Patriat ne jure que par Gilles Platret.", "François Patriat > Gilles Platret"),
        (
            "Luc Petit se désiste au profit de Gilles Platret. « On ne vote pas pour lui, on vote contre eux. »",
            "Luc Petit > Gilles Platret",
        ),
        ("François Patriat se félicite d'avoir soutenu Gilles Platret.", "François Patriat > Gilles Platret"),
        (
            "Anne Aubry et Cécile Petit sont venues en renfort, toutes deux appelant à voter pour Marie Dufay.",
            "Anne Aubry > Marie Dufay; Cécile Petit > Marie Dufay",
        ),
        (
            "Marie Dufay (PS) 32 %, Gilles Platret (LR) 28,9 %, Julien Odoul (RN) 19 %. "
            "Le troisième, éliminé, s'est gardé de toute consigne.",
            "Julien Odoul > -",
        ),
        (
            "Marie Dufay, distancée par Gilles Platret, ira au bout. "
            "Les Verts, qui avaient fait liste avec elle en 2008, ont choisi son adversaire.",
            "Les Verts > Gilles Platret",
        ),
        # the third of those of whom no three have been ranked
        ("Marie Dufay est en tête, Gilles Platret la suit. La troisième n'a donné aucune consigne.", ""),
        ("« Pas une voix de chez nous ne doit aller à Odoul », dit Luc Petit.", "Luc Petit > Julien Odoul (against)"),
        (
            "Luc Petit fait campagne pour Platret depuis mars ; Anne Martin, pour Dufay.",
            "Luc Petit > Gilles Platret; Anne Martin > Marie Dufay",
        ),
        ("Gilles Platret sourit. Luc Petit a choisi son camp.", ""),
        # an institute takes no stand, and a correction takes one back
        ("L'institut Ipsos ne tranche pas.", ""),
        (
            "Nous écrivions à 21h que Luc Petit ne donnait aucune consigne. C'est inexact : il votera Gilles Platret.",
            "Luc Petit > Gilles Platret",
        ),
    ],
)
def test_turns_of_phrase_in_french(text: str, expected: str) -> None:
    assert sides(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("François Patriat avait rallié Jean Petit le 3 mai.", "past"),
        ("En mai, François Patriat avait rallié Jean Petit.", "past"),
        ("François Patriat avait rallié Gilles Platret le 22 juin.", "standing"),
        ("En juin, François Patriat avait rallié Gilles Platret.", "standing"),
    ],
)
def test_who_was_backed_weeks_before_a_second_round_was_not_backed_for_it(text: str, expected: str) -> None:
    told = rows("endorsements", LEADS["fr"], text, lang="fr", **NIGHTS["fr"])  # type: ignore[arg-type]
    assert [row["endorsement_status"] for row in told if row["entry_id"] == "e1"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Boston Globe, whose front page in 2016 hung a donkey and urged readers to back Ann Lee, spoke.", "past"),
        ("Jim Hodges, who in 2016 ran for mayor and backed Ann Lee, spoke.", "past"),
        ("Jim Hodges, who lost in 2016 and endorsed Joe Biden in January, spoke.", "standing"),
        ("Jim Hodges was for Ann Lee before she dropped out.", "past"),
        ("Jim Hodges spoke. During the campaign he had asked his supporters to vote for Joe Biden.", "standing"),
        ("Jim Hodges said that if nobody has a majority he would back Joe Biden.", "conditional"),
        ("Jim Hodges would back Joe Biden, but only in return for a vote.", "conditional"),
    ],
)
def test_times_of_stands_in_english(text: str, expected: str) -> None:
    told = rows("endorsements", LEADS["en"], text, lang="en", **NIGHTS["en"])  # type: ignore[arg-type]
    assert [row["endorsement_status"] for row in told if row["entry_id"] == "e1"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is with whom
        (
            "Joe Biden also picked up Ann Lee and Jim Hodges, two governors.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden",
        ),
        ("Joe Biden has picked up Ann Lee and Jim Hodges this week.", "Ann Lee > Joe Biden; Jim Hodges > Joe Biden"),
        ("Joe Biden picked up Ann Lee and Jim Hodges at the airport.", ""),
        ("Joe Biden picked up Ann Lee.", ""),
        ("Joe Biden picked up Ohio and Texas.", ""),
        ("Bernie Sanders won Vermont with Ann Lee also on board.", "Ann Lee > Bernie Sanders"),
        ("Bernie Sanders flew to Ohio with Ann Lee on board.", ""),
        (
            "The former vice president counts Ann Lee, Jim Hodges and Bill Hall among his backers.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden; Bill Hall > Joe Biden",
        ),
        ("The former vice president counts Ann Lee, Jim Hodges and Bill Hall among his guests.", ""),
        (
            "Ann Lee of Fresno now supports Biden, and Jim Hodges of Gary says he is with Sanders.",
            "Ann Lee > Joe Biden; Jim Hodges > Bernie Sanders",
        ),
        ("Ann Lee marched over to Biden's section.", "Ann Lee > Joe Biden"),
        ("Ann Lee walked over to Biden's bus.", ""),
        ("An endorsement from Ann Lee put Joe Biden over the top.", "Ann Lee > Joe Biden"),
        ("Ann Lee stood down in the Vale of Evesham in favour of Joe Biden.", "Ann Lee > Joe Biden"),
        ("Ann Lee stood down in the Vale of Evesham in favour of reform.", ""),
        # who drops out and names nobody
        ("Jim Hodges dropped out and named nobody: he is going home, he says.", "Jim Hodges > -"),
        ("Jim Hodges dropped out on Monday.", ""),
        ("Jim Hodges named nobody in his speech.", ""),
        # he who is for somebody is whoever was told of, named or not
        ("One delegate told us he was for Sanders. He had been for Biden in the spring.", ""),
        ("Ann Lee spoke. A man in a red cap said he had voted for Biden. He would do it again.", ""),
        ("A retired teacher in Reno said she had backed Sanders in 2016. She voted for Biden today.", ""),
        ("Jim Hodges spoke to a reporter. He said he was for Biden.", "Jim Hodges > Joe Biden"),
        ("A win in Ohio cheered Jim Hodges. He backs Biden.", "Jim Hodges > Joe Biden"),
        ("A rival, Jim Hodges, said he backed Biden.", "Jim Hodges > Joe Biden"),
        # part of a body, by its words
        ("Unite’s health division has urged members to vote for Biden.", "Unite’s health division > Joe Biden"),
        ("Biden has won the backing of Unite’s health division.", "Unite’s health division > Joe Biden"),
        ("Unite’s Scottish branch broke ranks and endorsed Biden.", "Unite’s Scottish branch > Joe Biden"),
        ("The union’s Dublin branch gave its support to Biden.", "union’s Dublin branch > Joe Biden"),
        ("Labour’s youth wing has endorsed Biden.", "Labour’s youth wing > Joe Biden"),
        ("Labour’s ruling body has endorsed Biden.", "Labour > Joe Biden"),
        ("The town’s Dublin branch gave its support to Biden.", ""),
        ("Unite’s California council endorsed Biden.", "Unite’s California council > Joe Biden"),
        ("Unite’s executive council endorsed Biden.", "Unite > Joe Biden"),
        ("Unite endorsed Biden; its Nevada local stayed neutral.", "Unite > Joe Biden"),
        (
            "Biden, who has Labour, the Greens and Sinn Féin behind him, spoke.",
            "Labour > Joe Biden; Greens > Joe Biden; Sinn Féin > Joe Biden",
        ),
        ("Biden, who has Labour, the Greens and Sinn Féin behind him in the polls, spoke.", ""),
        (
            "Nominations so far: Unison, Usdaw and Unite for Biden; the NUM and the GMB for Sanders.",
            "Unison > Joe Biden; Usdaw > Joe Biden; Unite > Joe Biden; NUM > Bernie Sanders; GMB > Bernie Sanders",
        ),
        ("Speakers so far: Ann Lee and Jim Hodges for an hour; Bill Hall for ten minutes.", ""),
        ("The National Dairy Union backs Biden.", "National Dairy Union > Joe Biden"),
        ("“Union backed Biden, members backed Trump,” read a sign.", ""),
    ],
)
def test_who_is_with_whom_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what one is told to do, and what others are
        ("Luc Petit appelle à voter Platret, Jean Morel à s'abstenir.", "Luc Petit > Gilles Platret"),
        ("Luc Petit appelle ses électeurs à s'abstenir.", "Luc Petit > -"),
        (
            "Luc Petit appelle à voter Dufay et à ne pas donner une voix à Odoul.",
            "Luc Petit > Marie Dufay; Luc Petit > Julien Odoul (against)",
        ),
        (
            "Luc Petit répète qu'il ne faut « pas donner une seule voix à M. Odoul ».",
            "Luc Petit > Julien Odoul (against)",
        ),
        ("Luc Petit s'est enrôlé derrière Marie Dufay.", "Luc Petit > Marie Dufay"),
        ("Luc Petit s'est assis derrière Marie Dufay.", ""),
        ("Luc Petit a rejoint Marie Dufay au second tour.", "Luc Petit > Marie Dufay"),
        ("Luc Petit a rejoint Marie Dufay au théâtre.", ""),
        # who leaves the race and names nobody
        ("Luc Petit se retire sans donner de consigne.", "Luc Petit > -"),
        ("Luc Petit s'est retiré sans consigne de vote.", "Luc Petit > -"),
        ("Luc Petit se retire sans donner de raison.", ""),
        ("Luc Petit se retire sans donner de consigne à la presse.", ""),
        ("« Ni Dufay, ni Platret », tranche Luc Petit.", "Luc Petit > -"),
        ("« Ni poste, ni ministère », tranche Luc Petit.", ""),
        # those of a party in a place
        ("Les Verts locaux appellent à voter Dufay.", "Les Verts locaux > Marie Dufay"),
        ("Le PCF local appelle à voter Dufay.", "PCF local > Marie Dufay"),
        ("La fédération PS du Jura appelle à voter Dufay.", "La fédération PS du Jura > Marie Dufay"),
        ("La direction du PCF appelle à voter Dufay.", "PCF > Marie Dufay"),
        # descriptions that nobody explains
        ("L'ancien champion de judo votera Dufay.", ""),
        ("Un militant confie qu'il a voté Odoul. Il votera Dufay.", ""),
        ("Le syndicat votera Dufay.", ""),
        # the winner, once somebody has won
        ("Marie Dufay l'emporte. Luc Petit, battu, rallie la gagnante du soir.", "Luc Petit > Marie Dufay"),
        ("Luc Petit soutiendra le vainqueur.", ""),
    ],
)
def test_who_is_with_whom_in_french(text: str, expected: str) -> None:
    assert sides(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each other, and one after the other
        ("Ann Lee and Jim Hodges cross-endorsed each other.", "Ann Lee > Jim Hodges; Jim Hodges > Ann Lee"),
        ("Ann Lee and Jim Hodges congratulated each other.", ""),
        (
            "Ann Lee ranked Joe Biden first, Jim Hodges second and Bernie Sanders third.",
            "Ann Lee > Joe Biden; Ann Lee > Jim Hodges; Ann Lee > Bernie Sanders",
        ),
        ("The pollsters ranked Joe Biden and Jim Hodges in order of age.", ""),
        ("Ann Lee and Jim Hodges have lined up with Biden.", "Ann Lee > Joe Biden; Jim Hodges > Joe Biden"),
        ("Ann Lee and Jim Hodges lined up with Biden for a photo.", ""),
        ("Ann Lee voiced an ad for Joe Biden.", "Ann Lee > Joe Biden"),
        ("Ann Lee voiced a doubt for Joe Biden to answer.", ""),
        ("Ann Lee was alone in backing Biden.", "Ann Lee > Joe Biden"),
        ("Ann Lee was wrong in backing Biden.", ""),
        # what somebody will not say, or not commit to
        ("Ann Lee has yet to say whether she will back Biden.", "Ann Lee > -"),
        ("Ann Lee has yet to say whether she will speak.", ""),
        ("Ann Lee would not commit to supporting Biden.", ""),
        ("Ann Lee would not back Biden if he were the nominee.", ""),
        ("Ann Lee said she would not back Biden unless he apologised.", "Ann Lee > Joe Biden"),
        ("Ann Lee abstained from the debate.", ""),
        ("Ann Lee abstained from voting.", "Ann Lee > -"),
        # they whom a sentence is about come before those of another
        ("Labour is watching. Train drivers were out for Biden, whom they endorsed.", ""),
        ("The Greens have no leader. Its members sang for Biden, whom they endorsed.", ""),
        ("The Greens met. They endorsed Biden.", "Greens > Joe Biden"),
        # whoever the document gives an office, however seldom it names him
        (
            "Ann Lee, the governor of Maine, has quit. Jim Hodges backs the former vice president.",
            "Jim Hodges > Joe Biden",
        ),
    ],
)
def test_more_turns_of_phrase_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee urged her members to say No.", "Ann Lee > No"),
        ("Ann Lee urged her members to say nothing.", ""),
        ("Ann Lee spoke to the No campaign and voted No.", "Ann Lee > No"),
        ("Ann Lee voiced an ad for the Yes side.", "Ann Lee > Yes"),
        ("The Post was alone in backing Yes.", "The Post > Yes"),
    ],
)
def test_answers_in_english(text: str, expected: str) -> None:
    lead = "Referendum: Yes or No? Both campaigns await the count."
    night = {"election_type": "referendum", "day": "2014-09-18", "lang": "en"}
    told = rows("endorsements", lead, text, **night)
    assert "; ".join(f"{r['endorser']} > {r['endorsee']}" for r in told if r["entry_id"] == "e1") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is with somebody, and who else is
        ("Ann Lee is with Biden, and so is Jim Hodges.", "Ann Lee > Joe Biden; Jim Hodges > Joe Biden"),
        ("Bill Hall endorsed Sanders. Ann Lee is in Texas, and so is Jim Hodges.", "Bill Hall > Bernie Sanders"),
        ("Ann Lee backs Biden. So is Jim Hodges, he says.", "Ann Lee > Joe Biden; Jim Hodges > Joe Biden"),
        (
            "Ann Lee backs Biden. Jim Hodges has been on board since May.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden",
        ),
        ("Ann Lee backs nobody. Jim Hodges has been on board since May.", "Ann Lee > -"),
        ("Jim Hodges has been on board since May.", ""),
        # the nearest subject is they who have endorsed somebody, and its members stand for a union
        (
            "Unite endorsed Biden, and the nurses of NNU knock on doors for Sanders, whom they endorsed in May.",
            "Unite > Joe Biden; NNU > Bernie Sanders",
        ),
        ("The nurses of Ohio endorsed Biden.", "The nurses of Ohio > Joe Biden"),
        # which is nobody, and him is whom the sentence is about
        (
            "Biden can count on the Post’s editorial board, which also recommended him in 2013.",
            "Post > Joe Biden; Post > Joe Biden",
        ),
        (
            "Ann Lee urged a vote for Biden, and Jim Hodges, after leaving the race in March, went home.",
            "Ann Lee > Joe Biden",
        ),
        ("That is how a consultant put it at the bar. He was for Biden until May.", ""),
        ("That is how Jim Hodges put it at the bar. He was for Biden until May.", "Jim Hodges > Joe Biden"),
        ("Jim Hodges called Biden a friend without, he insisted, endorsing him.", ""),
        ("The Australian people have voted for Biden.", ""),
    ],
)
def test_whoever_is_meant_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luc Petit est élu. Quant au PCF, qui hésitait, il laisse ses adhérents libres.", "PCF > -"),
        ("Luc Petit est élu. Quant à Marie Dufay, elle laisse ses électeurs libres.", "Marie Dufay > -"),
        (
            "Pour Dufay : Luc Petit et Anne Martin. Pour Platret : Jean Morel.",
            "Luc Petit > Marie Dufay; Anne Martin > Marie Dufay; Jean Morel > Gilles Platret",
        ),
        ("Luc Petit est élu. Quant à Bastille, le mouvement d'Anne Martin, il laisse ses adhérents libres.", ""),
    ],
)
def test_whom_a_sentence_is_about_in_french(text: str, expected: str) -> None:
    assert sides(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For Biden: Ann Lee, the mayor of Fresno; Jim Hodges.", "Ann Lee > Joe Biden; Jim Hodges > Joe Biden"),
        ("• Backing Biden: Ann Lee, Jim Hodges", "Ann Lee > Joe Biden; Jim Hodges > Joe Biden"),
        ("For Biden: 14%. For Sanders: 12%.", ""),
        (
            "Who’s with whom tonight.\nBiden: Ann Lee, Jim Hodges.\nSanders: Bill Hall.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden; Bill Hall > Bernie Sanders",
        ),
        ("Who’s with whom tonight.\nBiden: Ann Lee.\nSanders: Bill Hall.", ""),
        ("The guests tonight.\nBiden: Ann Lee, Jim Hodges.\nSanders: Bill Hall.", ""),
        (
            "The list of Biden backers keeps growing: Ann Lee and now Bill Hall.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden",
        ),
        ("The list of Biden promises keeps growing: Ann Lee and now Bill Hall are on it.", ""),
        (
            "Ann Lee and Jim Hodges, both longtime Biden loyalists, were on stage.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden",
        ),
        ("Ann Lee and Jim Hodges, a Biden backer, were on stage.", "Jim Hodges > Joe Biden"),
        ("Ann Lee will not endorse tonight, her campaign said.", "Ann Lee > -"),
        ("Ann Lee will not speak tonight, her campaign said.", ""),
        ("Ann Lee says she put Biden top of her ballot.", "Ann Lee > Joe Biden"),
        ("Tactical voting sites told people in Ohio to back Biden.", ""),
        # what is backed that is nobody, and those who are nobody in particular
        ("Ann Lee supports Medicare for All.", ""),
        ("Ann Lee supported Biden’s nomination to the court.", ""),
        ("Ann Lee supported Biden’s campaign for the nomination.", "Ann Lee > Joe Biden"),
        ("No union has backed Biden.", ""),
        ("Many teachers have backed Biden.", ""),
        ("Dozens of teachers have backed Biden.", "Dozens of teachers > Joe Biden"),
    ],
)
def test_lists_by_line_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Jim Hodges dropped out and named nobody.", "en", "declared"),
        ("Jim Hodges has suspended his campaign. He smiled. He declined to endorse.", "en", "declared"),
        ("Jim Hodges dropped out last week and endorsed nobody.", "en", "standing"),
        ("Ann Lee has dropped out. Jim Hodges declined to endorse.", "en", "standing"),
        ("Jim Hodges declined to endorse.", "en", "standing"),
        ("Luc Petit se retire sans donner de consigne.", "fr", "declared"),
        ("Luc Petit s'est retiré. Il n'a pas donné de consigne.", "fr", "declared"),
        ("Luc Petit n'a pas donné de consigne.", "fr", "standing"),
    ],
)
def test_who_leaves_the_race_declares_whom_he_chooses(text: str, lang: str, expected: str) -> None:
    told = rows("endorsements", LEADS[lang], text, lang=lang, **NIGHTS[lang])  # type: ignore[arg-type]
    assert [(row["stance"], row["endorsement_status"]) for row in told if row["entry_id"] == "e1"] == [
        ("none", expected)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is behind somebody, in a corner, on whose behalf
        (
            "Biden went before the people with Sinn Féin, Labour and the Greens behind him.",
            "Sinn Féin > Joe Biden; Labour > Joe Biden; Greens > Joe Biden",
        ),
        ("Biden leads, with Bernie Sanders and Amy Hall behind him.", ""),
        ("Labour is ahead, with the Greens behind it.", ""),
        (
            "In Mr. Biden’s corner: Chuck Reed, Ann Lee and the Teamsters.",
            "Chuck Reed > Joe Biden; Ann Lee > Joe Biden; Teamsters > Joe Biden",
        ),
        ("Ann Lee, a former senator, wrote a letter to members on Joe Biden’s behalf.", "Ann Lee > Joe Biden"),
        ("Biden had no party, though Jim Hodges wrote a letter to members on his behalf.", "Jim Hodges > Joe Biden"),
        ("Ann Lee wrote a letter to the tax office on her own behalf.", ""),
        ("Joe Biden is ahead. Ann Lee campaigned across the state on his behalf.", "Ann Lee > Joe Biden"),
        ("Joe Biden is ahead. Ann Lee spoke to reporters on his behalf.", ""),
        ("Ann Lee door-knocked for Joe Biden last week.", "Ann Lee > Joe Biden"),
        ("Ann Lee door-knocked for three hours last week.", ""),
        ("Ann Lee has been touring the state to support Joe Biden.", "Ann Lee > Joe Biden"),
        ("Unite and the GMB have been campaigning for a Labour victory.", "Unite > Labour; GMB > Labour"),
        ("Tonight and the GMB have backed Joe Biden.", "GMB > Joe Biden"),
        ("Ann Lee said she was joining Mr. Biden.", "Ann Lee > Joe Biden"),
        ("Ann Lee said she was joining Mr. Biden at the rally.", ""),
        ("“Proud to endorse Joe Biden,” Ann Lee wrote.", "Ann Lee > Joe Biden"),
        ("“Proud to stand with Joe Biden,” Ann Lee wrote.", ""),
        ("The Steelworkers are with the Greens, as always.", "Steelworkers > Greens"),
        ("The Steelworkers are with the mayor tonight.", ""),
        ("Ann Lee is with the Greens, as always.", ""),
        ("Jim Hodges, his campaign manager, has been with Joe Biden since 2001.", ""),
        # lists in which not every name has its semicolon
        (
            "With Biden: Pete Hall, Amy Lee and Bill Hodges, all since Monday; Harry Reed, the former leader; and "
            "National Nurses United.",
            "Pete Hall > Joe Biden; Amy Lee > Joe Biden; Bill Hodges > Joe Biden; Harry Reed > Joe Biden; "
            "National Nurses United > Joe Biden",
        ),
        (
            "With Biden: Pete Hall and National Nurses United, the country’s largest nurses’ union.",
            "Pete Hall > Joe Biden; National Nurses United > Joe Biden",
        ),
        (
            "Ann Lee said she would vote for Biden; several of her colleagues said the same, among them Jim Hodges and "
            "Bill Hall.",
            "Ann Lee > Joe Biden; Jim Hodges > Joe Biden; Bill Hall > Joe Biden",
        ),
        ("Ann Lee said the count was slow; several mayors said the same, among them Jim Hodges and Bill Hall.", ""),
        # refusals, and what is asked of voters
        ("Ann Lee urged people to spoil.", "Ann Lee > -"),
        ("Ann Lee asked people not to spoil their ballots.", ""),
        ("Unite, whose executive took no position, is happy.", "Unite > -"),
        ("Siptu, whose executive meets tomorrow, is happy.", ""),
        ("The Culinary Union told locals to choose between Biden and Sanders as they please.", "Culinary Union > -"),
        ("The Tribune told readers to return Labour.", "Tribune > Labour"),
        ("The clerk told voters to return their ballots.", ""),
        ("Ann Lee backs Joe Biden. Nor has Jim Hodges forgiven him.", "Ann Lee > Joe Biden"),
        (
            "Ann Lee won't vote for Joe Biden. Nor will Jim Hodges.",
            "Ann Lee > Joe Biden (against); Jim Hodges > Joe Biden (against)",
        ),
        ("If Sanders wins, Jim Hodges added, he’ll knock on doors for him.", ""),
        # who tells a paper, and of whom a relative tells
        ("Joe Biden is ahead. Jim Hodges told Sky News he was behind him too.", "Jim Hodges > Joe Biden"),
        ("Joe Biden is ahead. Jim Hodges told Sky News he was behind him on the list.", ""),
        ("Joe Biden is ahead. Senator Jim Hodges, who endorsed him in May, is beaming.", "Jim Hodges > Joe Biden"),
        ("Senator Jim Hodges, who endorsed him in May, is beaming.", ""),
        (
            "Ann Lee, a Conservative who is supporting Mr. Biden this time, and Jim Hodges, once NDP leader, who told "
            "readers that voters should go Labour, are here.",
            "Ann Lee > Joe Biden; Jim Hodges > Labour",
        ),
        (
            "Jim Hodges, whose endorsement last Wednesday turned around Biden’s campaign, was on CNN.",
            "Jim Hodges > Joe Biden",
        ),
        ("Jim Hodges, whose speech last Wednesday turned around Biden’s campaign, was on CNN.", ""),
        ("In Ohio, Jim Hodges’s candidate dropped out and is asking friends to vote Labour.", ""),
        ("Somebody is wearing a T-shirt: the comedian has been in Mr. Biden’s corner since March.", ""),
        (
            "Ann Lee says the Greens will vote for Biden and against Sanders.",
            "Greens > Joe Biden; Greens > Bernie Sanders (against)",
        ),
        ("Ann Lee voted for Joe Biden and against the budget.", "Ann Lee > Joe Biden"),
        (
            "Who is with whom. Mr. Biden has Ann Lee, Bill Hall and, since Monday, Jim Hodges, who is here.",
            "Ann Lee > Joe Biden; Bill Hall > Joe Biden; Jim Hodges > Joe Biden",
        ),
        (
            "Mr. Biden is the choice of the leaders who met last week, James Reed and Gary Hall among them.",
            "James Reed > Joe Biden; Gary Hall > Joe Biden",
        ),
        ("“I may lose to Joe Biden,” he said. Bernie Sanders will back the nominee.", ""),
        ("Ann Lee gave up her place on the frontbench to campaign for Joe Biden.", "Ann Lee > Joe Biden"),
        ("Ann Lee gave up her place on the frontbench to campaign.", ""),
        ("Ann Lee, gone since January, has been with Joe Biden for a week.", "Ann Lee > Joe Biden"),
        ("Ann Lee wouldn’t hear of voting for Joe Biden.", "Ann Lee > Joe Biden (against)"),
        (
            "For Biden: the governors of three states, Rodrigo Hall, Romeo Reed and Claudio Hope.",
            "Rodrigo Hall > Joe Biden; Romeo Reed > Joe Biden; Claudio Hope > Joe Biden",
        ),
        (
            "For Biden: the Teamsters, Romeo Reed and the rapper Tom Storm.",
            "Teamsters > Joe Biden; Romeo Reed > Joe Biden; Tom Storm > Joe Biden",
        ),
        # bodies by a word for them, or by a part of their name
        ("Labour’s Alan Kelly is unrepentant. His party endorsed Joe Biden.", "Labour > Joe Biden"),
        ("Alan Kelly is unrepentant. His party endorsed Joe Biden.", ""),
        ("What of the Greens? The party has backed Joe Biden.", "Greens > Joe Biden"),
        ("The Boilermakers’ Canadian section is backing Mr. Biden.", "Boilermakers’ Canadian section > Joe Biden"),
        (
            "The Toronto Sun backs Biden. In 2016 the Sun was for Sanders.",
            "The Toronto Sun > Joe Biden; The Toronto Sun > Bernie Sanders",
        ),
        (
            "The Financial Times backs Biden. In 2016 the Times was for Sanders.",
            "The Financial Times > Joe Biden; The Times > Bernie Sanders",
        ),
    ],
)
def test_turns_of_election_nights_in_english(text: str, expected: str) -> None:
    assert sides(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Four years ago Jim Hodges was a Sanders man.", "en", "past"),
        ("Jim Hodges is a Sanders man.", "en", "standing"),
        ("Ann Lee said that if she lived there she’d vote for Joe Biden.", "en", "standing"),
        ("Ann Lee said that if she were asked nicely she’d vote for Joe Biden.", "en", "conditional"),
        ("Rappelons qu'en 1995 Luc Petit avait, pour sa part, choisi Gilles Platret.", "fr", "past"),
        ("Le 6 mai, Jean Morel avait voté Marie Dufay.", "fr", "past"),
        ("Mardi, Jean Morel avait appelé à voter Marie Dufay.", "fr", "standing"),
        ("Luc Petit s'est dit prêt à soutenir Dufay si elle renonce à l'autoroute.", "fr", "conditional"),
        ("Luc Petit s'est dit prêt à soutenir Dufay.", "fr", "standing"),
        ("Ann Lee said she was ready to back Biden if he changed course.", "en", "conditional"),
        ("Ann Lee would offer confidence and supply to Labour in a hung parliament.", "en", "conditional"),
    ],
)
def test_of_when_a_stand_is(text: str, lang: str, expected: str) -> None:
    told = rows("endorsements", LEADS[lang], text, lang=lang, **NIGHTS[lang])  # type: ignore[arg-type]
    assert [row["endorsement_status"] for row in told if row["entry_id"] == "e1"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # abstention that somebody asks for
        ("L'appel à l'abstention de Jean Morel n'aura guère pesé.", "Jean Morel > -"),
        ("L'appel à l'abstention n'aura guère pesé, selon Jean Morel.", ""),
        ("Jean Morel avait réclamé à ses partisans une « abstention massive ».", "Jean Morel > -"),
        ("Jean Morel redoute une abstention massive.", ""),
        # on whom somebody can count, and who writes for him
        (
            "Gilles Platret peut se prévaloir de Jean Morel et de Luc Petit.",
            "Jean Morel > Gilles Platret; Luc Petit > Gilles Platret",
        ),
        ("Gilles Platret peut se prévaloir de vingt ans d'expérience.", ""),
        (
            "Gilles Platret peut s'appuyer sur trois maires de poids : Jean Morel (Lille), Luc Petit (Dole) et Anne "
            "Martin (Sens).",
            "Jean Morel > Gilles Platret; Luc Petit > Gilles Platret; Anne Martin > Gilles Platret",
        ),
        ("Gilles Platret peut s'appuyer sur trois sondages : Ipsos, Ifop et BVA.", ""),
        (
            "Luc Petit a pris la plume pour Marie Dufay, et Jean Morel aussi.",
            "Luc Petit > Marie Dufay; Jean Morel > Marie Dufay",
        ),
        ("Luc Petit a pris la plume pour raconter Marie Dufay.", ""),
        ("Plusieurs maires ont appelé à voter pour Platret, à commencer par Luc Petit.", "Luc Petit > Gilles Platret"),
        (
            "Gilles Platret a pour lui la Fraternité des policiers et l'ex-première ministre Pauline Marois.",
            "Fraternité des policiers > Gilles Platret; Pauline Marois > Gilles Platret",
        ),
        ("Gilles Platret a pour lui la jeunesse et l'énergie.", ""),
        (
            "Derrière Marie Dufay : Anne Massé et l'accordéoniste Luc Gilbert.",
            "Anne Massé > Marie Dufay; Luc Gilbert > Marie Dufay",
        ),
        ("Anne Martin, maire de Besançon, pousse derrière Marie Dufay.", "Anne Martin > Marie Dufay"),
        ("Luc Petit s'est gardé pendant des mois de choisir un camp.", "Luc Petit > -"),
        ("Luc Petit avait demandé à ses adhérents de ne pas participer.", "Luc Petit > -"),
        # companions behind what completes a stand
        (
            "Le PS soutient Marie Dufay dans ce scrutin, tout comme le PCF et la CGT.",
            "PS > Marie Dufay; PCF > Marie Dufay; CGT > Marie Dufay",
        ),
        ("Le PS soutient Marie Dufay dans ce scrutin, comme prévu.", "PS > Marie Dufay"),
        # a ballot that is cast, and words not said of a choice
        ("Marie Dufay a glissé son bulletin ce matin.", ""),
        ("« Marie Dufay a ma voix », dit Jean Morel.", "Jean Morel > Marie Dufay"),
        ("Jean Morel n'avait toujours pas dit un mot.", ""),
        ("Jean Morel n'a pas dit un mot de son choix.", "Jean Morel > -"),
        # of whom a relative tells
        ("Gilles Platret doit tout au PS, qui a appelé à voter pour lui mardi.", "PS > Gilles Platret"),
        ("Gilles Platret doit tout au numéro deux du PS, qui a appelé à voter pour Marie Dufay.", ""),
        ("Tout juste élu, Luc Petit annonce qu'il soutiendra Jean Morel.", "Luc Petit > Jean Morel"),
    ],
)
def test_turns_of_election_nights_in_french(text: str, expected: str) -> None:
    assert sides(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "En 1995, Luc Petit avait soutenu Dufay, tandis que Jean Morel appelait à voter Platret.",
            "fr",
            ["past", "past"],
        ),
        ("L'UDI, qui avait combattu Platret en 2015, avait cette fois investi Platret.", "fr", ["standing"]),
        ("In 2016 Ann Lee had backed Sanders, while Jim Hodges had backed Biden.", "en", ["past", "past"]),
        ("In May Ann Lee had backed Sanders, while Jim Hodges had backed Biden.", "en", ["standing", "standing"]),
    ],
)
def test_two_stands_of_one_time(text: str, lang: str, expected: list[str]) -> None:
    told = rows("endorsements", LEADS[lang], text, lang=lang, **NIGHTS[lang])  # type: ignore[arg-type]
    found = [row for row in told if row["entry_id"] == "e1" and row["stance"] == "support"]
    assert [row["endorsement_status"] for row in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« J'ai appelé à voter Dufay sans illusions », rappelle Luc Petit.", "standing"),
        ("« J'appelle à voter Dufay sans illusions », lance Luc Petit.", "declared"),
        ("En 2006, Marie Dufay l'avait emporté. Luc Petit s'était ensuite rangé derrière elle.", "past"),
        ("Marie Dufay l'avait emporté. Luc Petit s'était ensuite rangé derrière elle.", "standing"),
        ("En 2006, Dole a perdu. Luc Petit s'est rangé derrière Marie Dufay.", "standing"),
        (
            "Gilles Platret l'emporte. Selon BVA, le président de l'UMP, que l'UDI avait choisi de soutenir, a gagné.",
            "standing",
        ),
    ],
)
def test_of_when_a_stand_is_in_french(text: str, expected: str) -> None:
    lead = "Gilles Platret, président de l'UMP, affronte Marie Dufay (PS)."
    told = rows("endorsements", lead, text, **NIGHTS["fr"])  # type: ignore[arg-type]
    assert [row["endorsement_status"] for row in told if row["entry_id"] == "e1"] == [expected]


def test_a_figure_is_for_nobody_and_a_place_takes_no_side() -> None:
    wrong = "The first version gave Joe Biden 46 percent. That figure was for Bernie Sanders."
    right = "The first version misled. The Boston Globe, remember, was for Bernie Sanders."
    assert [told_side(wrong, "en"), told_side(right, "en")] == [[], ["The Boston Globe: Bernie Sanders"]]
    place = {"lang": "fr", "election_type": "referendum", "day": "2020-10-04"}
    assert not rows("endorsements", "Farino a voté non à 91,4 %. Bourail fait de même.", **place)  # type: ignore[arg-type]
    assert rows("endorsements", "Rose Kerr a voté non à Farino. Ian Roy fait de même.", **place)  # type: ignore[arg-type]


def told_side(text: str, lang: str) -> list[str]:
    """Who is for whom in a post."""
    return [f"{row['endorser']}: {row['endorsee']}" for row in rows("endorsements", text, lang=lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # names told behind those whom they back
        (
            "Most of the unions lined up behind Ann Hall, among them Unite and the GMB.",
            "en",
            ["GMB: Ann Hall", "Unite: Ann Hall"],
        ),
        ("Les élus ont soutenu plusieurs candidats, dont Anne Roux.", "fr", []),
        (
            "Dans le camp d'Anne Roux figurent Luc Petit, mais aussi Jean Martin.",
            "fr",
            ["Jean Martin: Anne Roux", "Luc Petit: Anne Roux"],
        ),
        (
            "Ann Hall's backers in cabinet include Tom Poe and Ian Roy.",
            "en",
            ["Ian Roy: Ann Hall", "Tom Poe: Ann Hall"],
        ),
        # an apposition that opens a sentence
        (
            "Tom Poe can exhale. An Ann Hall supporter from the start, he had become a target.",
            "en",
            ["Tom Poe: Ann Hall"],
        ),
        ("An Ann Hall supporter shouted, and Tom Poe left.", "en", []),
        # what is held to, ruled out, refused
        ("Unite is sticking to its decision not to endorse anybody.", "en", ["Unite: None"]),
        ("“Not a ballot for Ann Hall,” says Tom Poe.", "en", ["Tom Poe: Ann Hall"]),
        ("30% of Ann Hall's voters and 44% of Tom Poe's would switch to Ian Roy.", "en", []),
        # what is wished, and what others ask of somebody
        ("On espère que Luc Petit soutiendra Anne Roux.", "fr", []),
        ("Il faut que Luc Petit appelle à voter Anne Roux.", "fr", []),
        ("Luc Petit est appelé à soutenir Anne Roux.", "fr", []),
        ("Tom Poe is being urged to back Ann Hall.", "en", []),
        ("Luc Petit espère gagner, mais il votera Anne Roux.", "fr", ["Luc Petit: Anne Roux"]),
        # who speaks of himself: the nearest clause's subject, a body
        (
            "Jean Martin soutient Anne Roux ; Luc Petit, lui, a répété hier qu'il ne voterait pas pour elle.",
            "fr",
            ["Jean Martin: Anne Roux", "Luc Petit: Anne Roux"],
        ),
        ("Anne Roux a voté. La CFDT a indiqué vendredi qu'elle ne soutiendrait personne.", "fr", ["CFDT: None"]),
        # a group is no person
        (
            "Tom Poe asked people not to vote for Ann Hall. Unite has endorsed the left-wing alliance too.",
            "en",
            ["Tom Poe: Ann Hall"],
        ),
    ],
)
def test_who_is_for_whom_where_others_stand_beside(text: str, lang: str, expected: list[str]) -> None:
    assert sorted(told_side(text, lang)) == expected


def test_what_is_ruled_out_is_opposed() -> None:
    (row,) = rows("endorsements", "Tom Poe ruled out ever voting for Ann Hall.", lang="en")
    assert (row["endorser"], row["stance"]) == ("Tom Poe", "oppose")


def test_a_condition_told_behind_a_colon() -> None:
    (row,) = rows("endorsements", "Luc Petit soutiendra Anne Roux à une condition : qu'elle parle.", lang="fr")
    assert row["endorsement_status"] == "conditional"
