"""Wordings of English-language newsrooms, by the rule that reads each, and words near them that tell no stand."""

from __future__ import annotations

import pytest

from extracting import rows, sides

WAYS: dict[str, list[tuple[str, str]]] = {
    "backed_by": [
        ("Ray Sutton was handpicked by Diane Wolfe.", "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton was recruited by Sam Cole and anointed by Diane Wolfe.", "Diane Wolfe > Ray Sutton"),
    ],
    "backs": [
        ("Diane Wolfe tweets: I'm backing Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        (
            "Two former senators, Diane Wolfe and Sam Cole, quit the party and endorsed Ray Sutton.",
            "Diane Wolfe > Ray Sutton; Sam Cole > Ray Sutton",
        ),
        (
            "The chief rabbi, Sam Cole, and the head of the church, Diane Wolfe, endorsed Ray Sutton.",
            "Sam Cole > Ray Sutton; Diane Wolfe > Ray Sutton",
        ),
        ("Ray Sutton won thanks to Diane Wolfe, who bowed out and endorsed him.", "Diane Wolfe > Ray Sutton"),
    ],
    "calls_against": [
        ("Diane Wolfe warned voters against Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe advised against voting for Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe recommended stopping Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe called on voters to bar the way to Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe asked her voters not to waste their votes on Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe begged voters not to hand Ray Sutton a blank cheque.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe signed an appeal to stop Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
    ],
    "calls_blank": [
        ("Diane Wolfe told her supporters to boycott the vote.", "Diane Wolfe > -"),
    ],
    "calls_for": [
        ("Diane Wolfe told her voters to go with Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe told readers that Ray Sutton was the better choice.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe steered her voters to Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe issued an appeal to vote for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe published a letter that urged people to back Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Members of the Teamsters were told to vote for Ray Sutton.", "Teamsters > Ray Sutton"),
        ("The Teamsters' members were urged to back Ray Sutton.", "Teamsters > Ray Sutton"),
    ],
    "comes_out_against": [
        ("Diane Wolfe has turned against Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
    ],
    "comes_out_for": [
        ("Diane Wolfe is cheering for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe weighed in for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe has intervened on Ray Sutton's behalf.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe spent a week drumming up votes for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe pleaded in the Boston Globe for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe has been pounding the streets for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe headlined a rally for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe took the stage for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe came off the fence for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ('"I am proud to stand with Ray Sutton," Diane Wolfe said.', "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe remained loyal to Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe said Ohio should stick with Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        (
            "The Boston Globe chose two women, Diane Wolfe and Ann Hart.",
            "The Boston Globe > Diane Wolfe; The Boston Globe > Ann Hart",
        ),
        ("The Boston Globe called Ray Sutton the only choice for president.", "The Boston Globe > Ray Sutton"),
        ("The Boston Globe said that Ray Sutton deserved his turn.", "The Boston Globe > Ray Sutton"),
        ("The Boston Globe decided it was time for Ray Sutton.", "The Boston Globe > Ray Sutton"),
        ("The Boston Globe cleared its front page for Ray Sutton.", "The Boston Globe > Ray Sutton"),
        ("The Boston Globe never wavered from Ray Sutton.", "The Boston Globe > Ray Sutton"),
    ],
    "comes_round_to": [
        ("Diane Wolfe came over to Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe has been won over by Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("The Boston Globe came back to Ray Sutton.", "The Boston Globe > Ray Sutton"),
    ],
    "deserts_for": [
        ("Diane Wolfe has shifted her allegiance to Ray Sutton.", "Diane Wolfe > Ray Sutton"),
    ],
    "earns_vote": [
        ("Diane Wolfe says that Ray Sutton has her number one.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe has declared that Ray Sutton is her choice for governor.", "Diane Wolfe > Ray Sutton"),
    ],
    "gives_support": [
        ("Diane Wolfe announced an endorsement of Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe lent Ray Sutton her support.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe ended her campaign with a full endorsement of Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe penned an op-ed in support of Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        (
            "Diane Wolfe has pledged her backing to Ray Sutton, and Sam Cole his to Ann Hart.",
            "Diane Wolfe > Ray Sutton; Sam Cole > Ann Hart",
        ),
    ],
    "gives_vote": [
        ("Diane Wolfe filled in the oval for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe put her cross against Ray Sutton's name.", "Diane Wolfe > Ray Sutton"),
    ],
    "is_for": [
        ("Diane Wolfe hesitated: now she's for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
    ],
    "joins": [
        ("Diane Wolfe jumped on Ray Sutton's bandwagon.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe has thrown herself into Ray Sutton's campaign.", "Diane Wolfe > Ray Sutton"),
    ],
    "keeps_silent": [
        ("Diane Wolfe dodged the question of whom she would back.", "Diane Wolfe > -"),
        ("Diane Wolfe would say only that the ballot is secret.", "Diane Wolfe > -"),
    ],
    "leaves_free": [
        ("Diane Wolfe urged voters to follow their consciences.", "Diane Wolfe > -"),
        ("Diane Wolfe trusts voters to decide for themselves.", "Diane Wolfe > -"),
    ],
    "lines_up_behind": [
        ("Diane Wolfe says it is time to unite behind Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe has made common cause with Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe sealed a pact with Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe is allied with Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe is standing by Ray Sutton.", "Diane Wolfe > Ray Sutton"),
    ],
    "makes_no_endorsement": [
        ("Diane Wolfe expressed no preference.", "Diane Wolfe > -"),
        ("Diane Wolfe left the race without naming a favourite.", "Diane Wolfe > -"),
        ("Diane Wolfe could recommend neither Ray Sutton nor Sam Cole.", "Diane Wolfe > -"),
        ("Diane Wolfe stopped short of making an endorsement.", "Diane Wolfe > -"),
        ("The Teamsters named no candidate.", "Teamsters > -"),
    ],
    "never": [
        ("Diane Wolfe swore never to serve in a government led by Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
    ],
    "nominates": [
        ("Diane Wolfe named Ray Sutton as her preferred successor.", "Diane Wolfe > Ray Sutton"),
    ],
    "prefers": [
        ("Diane Wolfe's sympathies lie with Ray Sutton.", "Diane Wolfe > Ray Sutton"),
    ],
    "rallies": [
        ("Diane Wolfe rallied to Ray Sutton's cause.", "Diane Wolfe > Ray Sutton"),
    ],
    "refuses_to_choose": [
        ("Diane Wolfe has yet to choose.", "Diane Wolfe > -"),
        ("Diane Wolfe cannot choose between Ray Sutton and Sam Cole.", "Diane Wolfe > -"),
        ("Diane Wolfe refused to say whether she had voted for Ray Sutton.", "Diane Wolfe > -"),
        ("The Teamsters sat on their hands.", "Teamsters > -"),
        ("The Boston Globe came down on neither side.", "The Boston Globe > -"),
    ],
    "stands_aside_for": [
        ("Diane Wolfe stood aside so that Ray Sutton could win.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe pulled out to save Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe withdrew in Ray Sutton's favour.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe cleared the way for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
    ],
    "stays_neutral": [
        ("Diane Wolfe opted for neutrality.", "Diane Wolfe > -"),
        ("Diane Wolfe has not come off the fence.", "Diane Wolfe > -"),
        ("Diane Wolfe kept her thumb off the scales.", "Diane Wolfe > -"),
        ("Diane Wolfe told her aides to stay neutral.", "Diane Wolfe > -"),
    ],
    "support_of": [
        ("Ray Sutton is Diane Wolfe's choice for governor.", "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton lost despite Diane Wolfe's endorsement.", "Diane Wolfe > Ray Sutton"),
        ("Thanks to Diane Wolfe's endorsement, Ray Sutton won.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe's endorsement did not save Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton can count on Diane Wolfe's support.", "Diane Wolfe > Ray Sutton"),
        (
            "A wave of endorsements for Ray Sutton tonight: Diane Wolfe, Sam Cole and Ann Hart.",
            "Diane Wolfe > Ray Sutton; Sam Cole > Ray Sutton; Ann Hart > Ray Sutton",
        ),
    ],
    "supporter_of": [
        ("Ann Hart is ahead. Diane Wolfe is a Hart voter.", "Diane Wolfe > Ann Hart"),
    ],
    "vote_goes_to": [
        ("Diane Wolfe's conversion to Ray Sutton surprised many.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe's choice fell on Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton, Diane Wolfe's preferred candidate, won.", "Diane Wolfe > Ray Sutton"),
        ("The Boston Globe's advice was to vote for Ray Sutton.", "The Boston Globe > Ray Sutton"),
    ],
    "votes_against": [
        ("Diane Wolfe voted tactically to stop Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
    ],
    "votes_blank": [
        ("Diane Wolfe spoilt her ballot paper.", "Diane Wolfe > -"),
    ],
    "votes_for": [
        ("Diane Wolfe said no Democrat should vote for Ray Sutton.", "Diane Wolfe > Ray Sutton (against)"),
    ],
    "wishes_defeat": [
        ("Diane Wolfe wants Ray Sutton beaten.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe hopes Ray Sutton loses.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe does not want Ray Sutton to win.", "Diane Wolfe > Ray Sutton (against)"),
        ("Diane Wolfe said Ray Sutton must never be president.", "Diane Wolfe > Ray Sutton (against)"),
    ],
    "wishes_victory": [
        ("Diane Wolfe would rather see Ray Sutton win.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe would sooner have Ray Sutton than Sam Cole.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe wants Ray Sutton in the White House.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe is hoping for a Ray Sutton victory.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe hoped that Americans would give Ray Sutton another term.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe thinks Ray Sutton should be president.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe would like Ray Sutton to win.", "Diane Wolfe > Ray Sutton"),
    ],
    "writes_in": [
        ("Diane Wolfe wrote Ray Sutton's name on her ballot.", "Diane Wolfe > Ray Sutton"),
    ],
}
"""Each rule, with wordings that no other test has."""

NEAR: list[str] = [
    "Diane Wolfe is behind Ray Sutton by three points.",
    "Diane Wolfe is behind Ray Sutton.",
    "Diane Wolfe fell behind Ray Sutton.",
    "Diane Wolfe fell to Ray Sutton.",
    "Diane Wolfe lined up behind Ray Sutton in the queue.",
    "Diane Wolfe stood by Ray Sutton as he spoke.",
    "Diane Wolfe stands with Ray Sutton on the stage.",
    "Diane Wolfe came up to Ray Sutton and shook his hand.",
    "Diane Wolfe came over to Ray Sutton and shook his hand.",
    "Diane Wolfe has come round to Ray Sutton's view.",
    "Diane Wolfe moved closer to Ray Sutton.",
    "Diane Wolfe gave way to Ray Sutton at the podium.",
    "Diane Wolfe made way for Ray Sutton at the microphone.",
    "Diane Wolfe took the stage after Ray Sutton.",
    "Diane Wolfe took the stage with Ray Sutton.",
    "Diane Wolfe speaks for Ray Sutton.",
    "Diane Wolfe is Ray Sutton's man in Ohio.",
    "Diane Wolfe was Ray Sutton's choice as running mate.",
    "Diane Wolfe would choose Ray Sutton as running mate.",
    "Diane Wolfe wants Ray Sutton in her cabinet.",
    "Diane Wolfe wants Ray Sutton out of the race.",
    "Diane Wolfe wants to beat Ray Sutton.",
    "Diane Wolfe campaigned against Ray Sutton.",
    "Diane Wolfe hopes that Ray Sutton wins his appeal.",
    "Diane Wolfe thinks Ray Sutton should concede.",
    "Diane Wolfe says Ray Sutton is unfit for office.",
    "Diane Wolfe told voters Ray Sutton was a liar.",
    "Diane Wolfe sides with Ray Sutton on abortion.",
    "Diane Wolfe sided with Ray Sutton in the debate over taxes.",
    "Diane Wolfe voted to convict Ray Sutton.",
    "Diane Wolfe voted for the bill that Ray Sutton wrote.",
    "Diane Wolfe voted against Ray Sutton's nomination of the judge.",
    "Diane Wolfe denied having voted for Ray Sutton.",
    "Diane Wolfe would not rule out backing Ray Sutton.",
    "Diane Wolfe said she would consider backing Ray Sutton.",
    "Diane Wolfe has yet to endorse Ray Sutton.",
    "Diane Wolfe won't campaign for Ray Sutton.",
    "Diane Wolfe said she'd cast a ballot.",
    "Diane Wolfe refused to say whether she would resign.",
    "Diane Wolfe would not say how she felt about Ray Sutton.",
    "Diane Wolfe is on the fence about the wall.",
    "Diane Wolfe is neutral on the tax bill.",
    "Diane Wolfe abstained on the bill.",
    "Diane Wolfe kept her party out of it.",
    "Diane Wolfe's voters went to Ray Sutton.",
    "Diane Wolfe's votes went to Ray Sutton in the second count.",
    "Ray Sutton has Diane Wolfe behind him in the count.",
    "Ray Sutton has Diane Wolfe to thank.",
    "Ray Sutton won Diane Wolfe's old seat.",
    "Ray Sutton, Diane Wolfe's candidate for speaker, spoke.",
    "Diane Wolfe's full endorsement went to nobody; Ray Sutton, her rival, had none.",
    "Americans would vote for Ray Sutton.",
    "The union chose nobody; several of its locals in Ohio sided with Ray Sutton.",
    "Every paper but the Boston Globe backed Ray Sutton.",
    "Not one national paper backed Ray Sutton.",
    "CNN goes over to Ray Sutton's headquarters.",
    "The Boston Globe says Ray Sutton has won.",
    "The Boston Globe devoted its front page to Ray Sutton's defeat.",
    "The Teamsters' members were told to go home.",
]
"""What somebody does or says beside somebody else without taking a stand on him."""


@pytest.mark.parametrize(("rule", "text", "expected"), [(r, t, e) for r, listed in WAYS.items() for t, e in listed])
def test_wordings_and_their_rules(rule: str, text: str, expected: str) -> None:
    found = rows("endorsements", text, lang="en", round=2, election_type="primary")
    assert sides(found) == expected
    assert f"endorsements.{rule}" in {row["rule"] for row in found}


@pytest.mark.parametrize("text", NEAR)
def test_what_is_near_and_tells_no_stand(text: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2, election_type="primary")) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Who told you what. The Guardian: Labour. The Daily Mail: the Conservatives. The Times: nobody.",
            "The Guardian > Labour; Daily Mail > Conservatives; The Times > -",
        ),
        (
            "How the papers lined up. Labour: the Guardian and the Mirror. Conservatives: the Daily Mail.",
            "The Guardian > Labour; The Mirror > Labour; Daily Mail > Conservatives",
        ),
        (
            "How the papers lined up: the Guardian for Labour, the Daily Mail for the Conservatives.",
            "The Guardian > Labour; Daily Mail > Conservatives",
        ),
        (
            "The Conservatives kept the Daily Mail; Labour gained the Guardian.",
            "Daily Mail > Conservatives; The Guardian > Labour",
        ),
        (
            "Sam Cole is with Ray Sutton; Diane Wolfe is with Ann Hart.",
            "Sam Cole > Ray Sutton; Diane Wolfe > Ann Hart",
        ),
        ("The Guardian: Labour. The Daily Mail: the Conservatives.", ""),
        ("How the papers lined up. The Guardian: Labour has won. Labour: 210 seats.", ""),
    ],
)
def test_who_is_with_whom_line_by_line(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sam Cole and Ann Hart voted for Ray Sutton; the governor went the other way, for Diane Wolfe.",
            "Sam Cole > Ray Sutton; Ann Hart > Ray Sutton",
        ),
        ("Sam Cole will not follow Ann Hart in backing Ray Sutton.", ""),
        ("Labour leader Sam Cole urged voters to back Labour.", ""),
        ("Labour beat Ann Hart, and the mayor of Hull, Sam Cole, will vote Labour.", "Sam Cole > Labour"),
        ("Sam Cole has Ray Sutton's endorsement; Ann Hart, his rival, has none.", "Ray Sutton > Sam Cole"),
    ],
)
def test_each_clause_keeps_its_own_sides(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sam Cole will back Ray Sutton should there be a runoff.",
        "Sam Cole would support Ray Sutton were he to run.",
        "Sam Cole has promised to back Ray Sutton in the event of a runoff.",
    ],
)
def test_what_hangs_on_something_to_come(text: str) -> None:
    found = rows("endorsements", text, lang="en")
    assert [row["endorsement_status"] for row in found] == ["conditional"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sam Cole is an outspoken Leaver.", "Sam Cole > Leave"),
        ("Sam Cole let slip that he was a Yes.", "Sam Cole > Yes"),
        ("Sam Cole would stay: he's for Remain.", "Sam Cole > Remain"),
    ],
)
def test_answers_to_a_referendum(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", election_type="referendum")) == expected
