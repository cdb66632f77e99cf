"""Stands told by what stands beside them: who was named before, what was said before, what is announced next."""

import pytest

from extracting import rows, sides

FRENCH = [
    ("Anne Roux et Jean Petit sont battus. Tous deux soutiennent Paul Durand.", "Anne Roux > Paul Durand; Jean Petit > Paul Durand"),  # noqa: E501
    ("Anne Roux, Jean Petit et Luc Noir sont battus. Les deux premiers soutiennent Paul Durand.", "Anne Roux > Paul Durand; Jean Petit > Paul Durand"),  # noqa: E501
    ("Anne Roux, Jean Petit et Luc Noir sont battus. Les deux derniers soutiennent Paul Durand.", "Jean Petit > Paul Durand; Luc Noir > Paul Durand"),  # noqa: E501
    ("Anne Roux, Jean Petit et Luc Noir sont battus. Tous deux soutiennent Paul Durand.", ""),  # which two?
    ("Anne Roux appelle à voter Paul Durand. Jean Petit s'y range à son tour.", "Anne Roux > Paul Durand; Jean Petit > Paul Durand"),  # noqa: E501
    ("Jean Petit range ses affiches à son tour.", ""),
    ("Anne Roux appelle à battre Paul Durand. La CGT réclame la même chose.", "Anne Roux > Paul Durand (against); CGT > Paul Durand (against)"),  # noqa: E501
    ("Anne Roux, ancienne ministre de Luc Noir, qui avait rejoint Paul Durand, sourit.", "Anne Roux > Paul Durand"),
    ("Anne Roux et Jean Petit avaient l'un et l'autre invité à voter pour Paul Durand.", "Anne Roux > Paul Durand; Jean Petit > Paul Durand"),  # noqa: E501
    ("Anne Roux s'était gardée de soutenir l'un ou l'autre.", "Anne Roux > -"),
    ("Anne Roux annonce qu'elle se prononcera, « sans hésiter », pour Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux est battue. L'ancienne frondeuse appelle à voter Paul Durand.", "Anne Roux > Paul Durand"),
    ("L'hebdomadaire britannique The Economist soutient Paul Durand.", "The Economist > Paul Durand"),
    ("Anne Roux ne soutiendra Paul Durand que s'il renonce.", "Anne Roux > Paul Durand"),
    ("Anne Roux ne soutiendra pas Paul Durand.", "Anne Roux > Paul Durand (against)"),
    ("Dans son édition de lundi, Le Phocéen prend parti pour Paul Durand.", "Le Phocéen > Paul Durand"),
    ("L'Union des démocrates et écologistes soutient Paul Durand.", "Union des démocrates et écologistes > Paul Durand"),  # noqa: E501
]  # fmt: skip

ENGLISH = [
    ("Ann Hall and Jim Poe are out. Both back Tom Sims.", "Ann Hall > Tom Sims; Jim Poe > Tom Sims"),
    ("Ann Hall, Jim Poe and Kit Sun are out. The first two back Tom Sims.", "Ann Hall > Tom Sims; Jim Poe > Tom Sims"),
    ("Ann Hall, Jim Poe and Kit Sun are out. Both back Tom Sims.", ""),
    ("The National is backing Tom Sims, to nobody's astonishment.", "The National > Tom Sims"),
    ("The Chamber of Commerce is backing the leases but, it insists, no party.", "Chamber of Commerce > -"),
    ("Ann Hall, who has refused since May to tell people how to vote, spoke.", "Ann Hall > -"),
    ("Ann Hall revealed that her vote had gone to Tom Sims.", "Ann Hall > Tom Sims"),
    ("The C.G.T. came out for Tom Sims.", "C.G.T. > Tom Sims"),
    ("Over on the other wing Ann Hall has promised to vote for Tom Sims.", "Ann Hall > Tom Sims"),
    ("Brian Cole remains firmly behind Tom Sims.", "Brian Cole > Tom Sims"),
    ("Brian Cole remains behind Tom Sims in Ohio.", ""),
    ("The Sun put Ann Hall on its front page and urged people to vote for Tom Sims.", "The Sun > Tom Sims"),
    ("The Greens withdrew in support of Tom Sims.", "Greens > Tom Sims"),
    ("The Greens withdrew their support for Tom Sims.", ""),
    ("The clerk has announced 194,863 votes for Tom Sims.", ""),
    ("Men preferred Tom Sims by 53% to 41%.", ""),
    ("The farmers of the NFU backed Tom Sims.", "NFU > Tom Sims"),
    ("As for Ann Hall, the mayor backs Tom Sims.", "Ann Hall > Tom Sims"),
    ("The Sun and the Daily Mail want Tom Sims in.", "The Sun > Tom Sims; Daily Mail > Tom Sims"),
    (
        "On the other side are the Daily Mirror and the Guardian, both for Labour.",
        "Daily Mirror > Labour; The Guardian > Labour",
    ),
    ("Ann Hall and Jim Poe, both for the high jump, left.", ""),
    ("Ann Hall wants the green vote to go to Tom Sims.", "Ann Hall > Tom Sims"),
    (
        "Tom Sims was beaten, with Ann Hall and Jim Poe among those supporting him.",
        "Ann Hall > Tom Sims; Jim Poe > Tom Sims",
    ),
    ("The Teamsters in Washington made no endorsement.", "Teamsters > -"),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_stands_told_by_what_is_beside_them_in_french(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, round=2, election_type="other")) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_stands_told_by_what_is_beside_them_in_english(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=1, election_type="other")) == expected


@pytest.mark.parametrize(
    ("text", "lang", "status"),
    [
        ("Anne Roux soutient Paul Durand, a-t-elle annoncé.", "fr", "declared"),
        ("Anne Roux soutient Paul Durand, sourit-elle.", "fr", "standing"),
        ("Anne Roux s'était retirée en appelant à voter Paul Durand.", "fr", "standing"),
        ("Il y a un peu plus de cinq ans, Anne Roux perdait. Elle avait aussitôt rallié Paul Durand.", "fr", "past"),
        ("Ann Hall is supporting Tom Sims, she announced.", "en", "declared"),
        ("Ann Hall is supporting Tom Sims, she thinks.", "en", "standing"),
    ],
)
def test_status_by_what_is_beside_them(text: str, lang: str, status: str) -> None:
    found = rows("endorsements", text, lang=lang, round=2, election_type="other")
    assert [row["endorsement_status"] for row in found] == [status]
