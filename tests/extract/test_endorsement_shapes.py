"""Shapes of sentences: the same stand with what may stand around its subject, its verb and its complement."""

import pytest

from extracting import rows, sides

SUBJECTS = [
    ("Usdaw, Community and the train drivers' union, Aslef,", "Usdaw > Jane Reed; Community > Jane Reed; Aslef > Jane Reed"),  # noqa: E501
    ("Unison and Unite, the two biggest,", "Unison > Jane Reed; Unite > Jane Reed"),
    ("Both teachers' unions, the NEU and the NASUWT,", "NEU > Jane Reed; NASUWT > Jane Reed"),
    ("Unison, which was split in the spring, and Unite, the biggest union,", "Unison > Jane Reed; Unite > Jane Reed"),
    ("The teachers of the EIS", "EIS > Jane Reed"),
    ("The train drivers of Aslef", "Aslef > Jane Reed"),
    ("Unite, for its part,", "Unite > Jane Reed"),
    ("Senators Paul Grant of Ohio and Mary Stone of Maine", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Paul Grant, his predecessor at the Treasury,", "Paul Grant > Jane Reed"),
    ("The former MPs Paul Grant and Mary Stone", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("On the Labour side Paul Grant and Mary Stone", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("In Leeds, the former minister Paul Grant", "Paul Grant > Jane Reed"),
    ("Paul Grant, who lost in 2012, and Mary Stone, who won in 2016,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),  # noqa: E501
    ("Paul Grant (Labour) and Mary Stone (Green)", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Paul Grant – the man who lost in 2012 –", "Paul Grant > Jane Reed"),
    ("Mayor Paul Grant, a Democrat,", "Paul Grant > Jane Reed"),
    ("Paul Grant, the Labour mayor of Leeds, and his deputy, Mary Stone,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),  # noqa: E501
    ("Three former ministers, Paul Grant, Mary Stone and Ann Wells,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed; Ann Wells > Jane Reed"),  # noqa: E501
    ("Paul Grant, like Mary Stone,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Paul Grant, along with Mary Stone,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Paul Grant, not to be outdone,", "Paul Grant > Jane Reed"),
    ("Two of his rivals, Paul Grant and Mary Stone,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Paul Grant's old friend Mary Stone", "Mary Stone > Jane Reed"),
    ("Labour's Paul Grant and the Greens' Mary Stone", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("The Guardian and its Sunday sister, the Observer,", "The Guardian > Jane Reed; The Observer > Jane Reed"),
    ("Last week Paul Grant", "Paul Grant > Jane Reed"),
    ("Earlier, Paul Grant, the mayor,", "Paul Grant > Jane Reed"),
    ("Even Paul Grant", "Paul Grant > Jane Reed"),
    ("As expected, Unite", "Unite > Jane Reed"),
    ("Not so Paul Grant, who", "Paul Grant > Jane Reed"),
    ("Then there is Paul Grant, who", "Paul Grant > Jane Reed"),
    ("The shop workers of Usdaw and the postmen of the CWU", "Usdaw > Jane Reed; CWU > Jane Reed"),
    ("Local businessman Paul Grant", "Paul Grant > Jane Reed"),
    ("The novelist Paul Grant and the singer Mary Stone", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Paul Grant of the CBI", "Paul Grant > Jane Reed"),
    ("Paul Grant, of the CBI, and Mary Stone, of the TUC,", "Paul Grant > Jane Reed; Mary Stone > Jane Reed"),
    ("Like his brother, Paul Grant", "Paul Grant > Jane Reed"),
    ("The sitting MP, Paul Grant,", "Paul Grant > Jane Reed"),
    ("A rival union, Unite,", "Unite > Jane Reed"),
    ("The outgoing mayor, Paul Grant of the Greens,", "Paul Grant > Jane Reed"),
    ("Compass, the pressure group,", "Compass > Jane Reed"),
]  # fmt: skip

ASIDES_ENGLISH = [
    ("Unison, whatever its quarrels with Paul Grant when he was home secretary, has backed Jane Reed.", "Unison > Jane Reed"),  # noqa: E501
    ("Unison, never a friend of Paul Grant, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, having quarrelled with Paul Grant, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, no friend of Paul Grant, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, not known for its love of Paul Grant, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, once close to Paul Grant, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, long the voice of the left, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, hardly a friend of Labour, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, breaking with half a century of habit, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, in a break with habit, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, no friend of Democrats for a hundred years, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, as expected, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, true to form, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, its arm twisted, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, with a heavy heart, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, to nobody's surprise, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, still angry with Labour, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, holding its nose, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, usually Labour, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Unison, Labour since 1900, has backed Jane Reed.", "Unison > Jane Reed"),
    ("Ann Wells, never a friend of Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, having quarrelled with Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, no friend of Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, once close to Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, 54, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, who is 54, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, tired of Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, beaten by Paul Grant in May, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, so long the ally of Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, fresh from defeat, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, like many others, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, MP for Leeds, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, Labour MP for Leeds since 1997, has backed Jane Reed.", "Ann Wells > Jane Reed"),
    ("Ann Wells, mayor of Leeds under Paul Grant, has backed Jane Reed.", "Ann Wells > Jane Reed"),
]  # fmt: skip

ASIDES_FRENCH = [
    ("La CGT, quels que soient ses différends avec Luc Petit quand il était ministre, soutient Paul Durand.", "CGT > Paul Durand"),  # noqa: E501
    ("La CGT, qui n'est pas l'amie de Luc Petit, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, guère amie de Luc Petit, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, peu suspecte de sympathie pour Luc Petit, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, après des semaines de débat, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, fidèle à sa tradition, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, longtemps proche du PCF, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, rompant avec ses habitudes, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, sans surprise, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, comme prévu, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, la mort dans l'âme, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, divisée, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, dont le secrétaire est Luc Petit, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, dirigée par Luc Petit, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, encore en colère contre le PS, soutient Paul Durand.", "CGT > Paul Durand"),
    ("La CGT, née en 1895, soutient Paul Durand.", "CGT > Paul Durand"),
    ("Anne Roux, longtemps proche de Luc Petit, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, après s'être brouillée avec Luc Petit, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, battue par Luc Petit en mai, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, 54 ans, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, députée de Lyon, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, maire PS de Lyon depuis 2001, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, ministre sous Luc Petit, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, fraîchement élue, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, à qui Luc Petit avait succédé, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, qui avait succédé à Luc Petit quand il était parti, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, elle, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, pourtant proche de Luc Petit, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux et Luc Petit, tous deux battus, soutiennent Paul Durand.", "Anne Roux > Paul Durand; Luc Petit > Paul Durand"),  # noqa: E501
    ("Anne Roux (PS), battue, soutient Paul Durand.", "Anne Roux > Paul Durand"),
    ("Anne Roux, de la CGT, et Luc Petit, de la CFDT, soutiennent Paul Durand.", "Anne Roux > Paul Durand; Luc Petit > Paul Durand"),  # noqa: E501
    ("Anne Roux, qui a perdu, et Luc Petit, qui a gagné, soutiennent Paul Durand.", "Anne Roux > Paul Durand; Luc Petit > Paul Durand"),  # noqa: E501
    ("L'ancienne ministre Anne Roux, le chanteur Luc Petit et la CGT soutiennent Paul Durand.", "Anne Roux > Paul Durand; Luc Petit > Paul Durand; CGT > Paul Durand"),  # noqa: E501
    ("Les enseignants du Snes soutiennent Paul Durand.", "Snes > Paul Durand"),
    ("Le syndicat CGT soutient Paul Durand.", "CGT > Paul Durand"),
    ("Le très modéré syndicat CFDT soutient Paul Durand.", "CFDT > Paul Durand"),
    ("À gauche, Anne Roux et la CGT soutiennent Paul Durand.", "Anne Roux > Paul Durand; CGT > Paul Durand"),
    ("Dès 20 heures Anne Roux et Luc Petit ont soutenu Paul Durand.", "Anne Roux > Paul Durand; Luc Petit > Paul Durand"),  # noqa: E501
    ("Son prédécesseur, Luc Petit, et sa rivale, Anne Roux, soutiennent Paul Durand.", "Luc Petit > Paul Durand; Anne Roux > Paul Durand"),  # noqa: E501
    ("Deux anciens ministres, Luc Petit et Anne Roux, soutiennent Paul Durand.", "Luc Petit > Paul Durand; Anne Roux > Paul Durand"),  # noqa: E501
    ("La CGT, la CFDT et le syndicat des cheminots, Sud-Rail, soutiennent Paul Durand.", "CGT > Paul Durand; CFDT > Paul Durand; Sud-Rail > Paul Durand"),  # noqa: E501
]  # fmt: skip

ONE_STAND_ENGLISH = [
    "Anna Price will, of course, vote for Jane Reed.",
    "Anna Price will on the contrary vote for Jane Reed.",
    "Anna Price has, to nobody's surprise, endorsed Jane Reed.",
    "Anna Price, to the horror of half her own party, endorsed Jane Reed.",
    "Anna Price lost and then, to the horror of half her own party, lined up behind Jane Reed.",
    "Anna Price announced, a few minutes ago, that she would vote for Jane Reed.",
    "Anna Price has told this newspaper that she voted for Jane Reed.",
    "Anna Price told us on Friday that she would be backing Jane Reed.",
    "Anna Price, who used to be the mayor of Leeds and now sits in the Lords, endorsed Jane Reed.",
    "Anna Price went further, and called for a vote for Jane Reed.",
    "Anna Price did not wait for the results to endorse Jane Reed.",
    "Anna Price waited until Friday before endorsing Jane Reed.",
    "Anna Price was one of the first to endorse Jane Reed.",
    "Anna Price was the first minister to back Jane Reed.",
    "Anna Price broke with her party to back Jane Reed.",
    "Anna Price used her column to endorse Jane Reed.",
    "Anna Price took to the airwaves to urge a vote for Jane Reed.",
    "Anna Price came on stage to endorse Jane Reed.",
    "Anna Price left Labour in the spring and now backs Jane Reed.",
    "Anna Price left Labour in the spring and has since been campaigning for Jane Reed.",
    "Anna Price, a Labour member for thirty years, voted for Jane Reed.",
    "Anna Price lost her seat, but she is backing Jane Reed.",
    "Anna Price is out of the race; she is backing Jane Reed.",
    "Anna Price is out of the race. She has asked her voters to back Jane Reed.",
    "Anna Price: “I will vote for Jane Reed.”",
    "“I will vote for Jane Reed,” said Anna Price.",
    "“I'm with Jane Reed,” Anna Price said.",
    "In a letter to members, Anna Price asks them to vote for Jane Reed.",
    "In a letter to the Mail on Friday, Anna Price urged Tories to vote for Jane Reed.",
    "Jane Reed has the backing of Anna Price.",
    "Jane Reed, who has the backing of Anna Price, was in Leeds.",
    "Jane Reed has won the endorsement of Anna Price.",
    "Jane Reed won the support of Anna Price in the last week.",
    "Jane Reed can count on Anna Price.",
    "Jane Reed is supported by Anna Price, the former mayor.",
    "Jane Reed was endorsed on Friday by Anna Price.",
    "Jane Reed, backed by Anna Price, was in Leeds.",
    "Jane Reed, whom Anna Price endorsed, was in Leeds.",
    "Jane Reed, whom Anna Price has asked people to vote for, was in Leeds.",
    "Jane Reed, for whom Anna Price will vote, was in Leeds.",
    "Jane Reed picked up the endorsement of Anna Price.",
    "Jane Reed owes much to Anna Price, who endorsed her.",
    "Jane Reed thanked Anna Price for her support.",
    "Jane Reed thanked Anna Price for endorsing her.",
    "Jane Reed's most prominent backer is Anna Price.",
    "Jane Reed's backers include Anna Price.",
    "Among Jane Reed's backers is Anna Price.",
    "Among those backing Jane Reed is Anna Price.",
    "One of Jane Reed's backers, Anna Price, was in Leeds.",
    "Beside Jane Reed on stage was Anna Price, who has endorsed her.",
    "Jane Reed had the support of Anna Price and of nobody else.",
    "The endorsement of Anna Price did not save Jane Reed.",
    "Anna Price's endorsement did not save Jane Reed.",
    "Anna Price's support for Jane Reed surprised everybody.",
    "Anna Price's backing for Jane Reed came late.",
    "Anna Price's decision to back Jane Reed surprised everybody.",
    "Despite the support of Anna Price, Jane Reed lost.",
    "Despite Anna Price's support, Jane Reed lost.",
    "It took Anna Price nine minutes to endorse Jane Reed.",
    "Not so Anna Price, who has endorsed Jane Reed.",
    "No hesitation from Anna Price: she will vote for Jane Reed.",
    "Anna Price endorses Jane Reed",
    "Anna Price to vote for Jane Reed",
    "Anna Price: vote for Jane Reed",
    "Anna Price's choice is Jane Reed.",
    "Anna Price's vote went to Jane Reed.",
    "Anna Price's candidate is Jane Reed.",
    "Anna Price gave her vote to Jane Reed.",
    "Anna Price's own ballot went to Jane Reed.",
    "Anna Price let it be known on Thursday that her own ballot would go to Jane Reed.",
    "Anna Price says her vote will go to Jane Reed.",
    "Jane Reed gets Anna Price's vote.",
    "Jane Reed has Anna Price's vote.",
    "Jane Reed has Anna Price in her corner.",
    "Jane Reed has Anna Price on her side.",
    "Jane Reed has Anna Price behind her.",
    "Anna Price hopes that Jane Reed wins.",
    "Anna Price hopes Jane Reed will win.",
    "Anna Price has made her choice: Jane Reed.",
    "Anna Price has picked a side: she is for Jane Reed.",
    "Anna Price is no friend of Labour, but she voted for Jane Reed.",
    "For once Anna Price voted for Jane Reed.",
    "For her part, Anna Price voted for Jane Reed.",
    "Like her husband, Anna Price voted for Jane Reed.",
    "As for Anna Price, she voted for Jane Reed.",
    "As for Anna Price, the former mayor, she voted for Jane Reed.",
    "Earlier in the day, Anna Price had endorsed Jane Reed.",
    "Having lost, Anna Price has endorsed Jane Reed.",
    "Beaten in Leeds, Anna Price has endorsed Jane Reed.",
    "A minute after losing, Anna Price endorsed Jane Reed.",
    "The former mayor, Anna Price, has endorsed Jane Reed.",
    "The former mayor Anna Price has endorsed Jane Reed.",
    "Former mayor Anna Price has endorsed Jane Reed.",
    "Anna Price (Labour) has endorsed Jane Reed (Green).",
    "Anna Price has endorsed her old rival Jane Reed.",
    "Anna Price has endorsed the Green candidate, Jane Reed.",
    "Anna Price has endorsed the Green, Jane Reed.",
    "Anna Price has endorsed Labour's Jane Reed.",
    "Anna Price has endorsed Green MP Jane Reed.",
    "Anna Price has endorsed another woman, Jane Reed.",
    "Anna Price has endorsed not Tom Webb but Jane Reed.",
    "Anna Price has endorsed Jane Reed over Tom Webb.",
    "Anna Price has endorsed Jane Reed against Tom Webb.",
    "Anna Price asked her supporters to vote for Jane Reed rather than Tom Webb.",
    "Anna Price voted, she said, for Jane Reed.",
    "Anna Price said she had voted this afternoon for Jane Reed.",
    "Anna Price voted without enthusiasm for Jane Reed.",
    "Anna Price voted in the end for Jane Reed.",
    "Anna Price voted early, and for Jane Reed.",
    "Anna Price has voted by post for Jane Reed.",
    "Anna Price has endorsed, without much warmth, Jane Reed.",
    "Anna Price will be voting on Sunday for Jane Reed.",
    "Anna Price is telling anyone who will listen to vote for Jane Reed.",
    "Anna Price spent the weekend urging people to vote for Jane Reed.",
    "Anna Price has spent weeks campaigning for Jane Reed.",
    "Anna Price was in Leeds, campaigning for Jane Reed.",
    "Anna Price was in Leeds to campaign for Jane Reed.",
    "Anna Price came to Leeds to campaign for Jane Reed.",
    "Anna Price flew to Leeds to endorse Jane Reed.",
    "Anna Price, a supporter of Jane Reed, lost.",
    "Anna Price, an early supporter of Jane Reed, lost.",
    "Anna Price, one of Jane Reed's supporters, lost.",
    "Anna Price, who is backing Jane Reed, lost.",
    "Anna Price, who had come out for Jane Reed, lost.",
    "Anna Price lost. She is now behind Jane Reed.",
    "Then there is Anna Price, who has been campaigning for Jane Reed.",
    "There is also Anna Price, another who voted for Jane Reed.",
    "There was better news for Jane Reed: Anna Price endorsed her.",
    "Jane Reed was in Leeds, where Anna Price endorsed her.",
    "Jane Reed lost. Anna Price had endorsed her.",
    "Jane Reed lost, though Anna Price had endorsed her.",
    "Jane Reed lost, even though she was backed by Anna Price.",
    "Jane Reed lost, despite being backed by Anna Price.",
]  # fmt: skip

ONE_STAND_FRENCH = [
    "Anne Roux votera, bien sûr, pour Paul Durand.",
    "Anne Roux a, sans surprise, appelé à voter pour Paul Durand.",
    "Anne Roux, au grand dam de la moitié de son parti, soutient Paul Durand.",
    "Anne Roux est battue et appelle aussitôt, au grand dam de son parti, à voter pour Paul Durand.",
    "Anne Roux annonce, il y a quelques minutes, qu'elle votera pour Paul Durand.",
    "Anne Roux a confié à notre journal qu'elle avait voté pour Paul Durand.",
    "Anne Roux a dit vendredi qu'elle soutiendrait Paul Durand.",
    "Anne Roux, qui fut maire de Lyon et siège désormais au Sénat, soutient Paul Durand.",
    "Anne Roux va plus loin et appelle à voter Paul Durand.",
    "Anne Roux n'a pas attendu les résultats pour appeler à voter Paul Durand.",
    "Anne Roux a attendu vendredi pour se prononcer en faveur de Paul Durand.",
    "Anne Roux a été l'une des premières à soutenir Paul Durand.",
    "Anne Roux a été la première ministre à rallier Paul Durand.",
    "Anne Roux a rompu avec son parti pour soutenir Paul Durand.",
    "Anne Roux a profité de sa chronique pour soutenir Paul Durand.",
    "Anne Roux a quitté le PS au printemps et soutient désormais Paul Durand.",
    "Anne Roux, socialiste depuis trente ans, a voté pour Paul Durand.",
    "Anne Roux perd son siège, mais elle soutient Paul Durand.",
    "Anne Roux est éliminée ; elle appelle à voter Paul Durand.",
    "Anne Roux est éliminée. Elle appelle ses électeurs à voter Paul Durand.",
    "Anne Roux : « Je voterai pour Paul Durand. »",
    "« Je voterai pour Paul Durand », annonce Anne Roux.",
    "Dans une lettre aux militants, Anne Roux leur demande de voter Paul Durand.",
    "Dans une lettre au Monde, Anne Roux a appelé vendredi à voter Paul Durand.",
    "Paul Durand a le soutien d'Anne Roux.",
    "Paul Durand, qui a le soutien d'Anne Roux, était à Lyon.",
    "Paul Durand a obtenu le soutien d'Anne Roux.",
    "Paul Durand peut compter sur Anne Roux.",
    "Paul Durand est soutenu par Anne Roux, l'ancienne maire.",
    "Paul Durand a été rejoint vendredi par Anne Roux.",
    "Paul Durand, soutenu par Anne Roux, était à Lyon.",
    "Paul Durand, qu'Anne Roux soutient, était à Lyon.",
    "Paul Durand, que soutient Anne Roux, était à Lyon.",
    "Paul Durand, pour qui Anne Roux votera, était à Lyon.",
    "Paul Durand, auquel Anne Roux a apporté son soutien, était à Lyon.",
    "Paul Durand, à qui Anne Roux a donné sa voix, était à Lyon.",
    "Paul Durand, derrière lequel s'est rangée Anne Roux, était à Lyon.",
    "Paul Durand doit beaucoup à Anne Roux, qui l'a soutenu.",
    "Paul Durand remercie Anne Roux de son soutien.",
    "Paul Durand remercie Anne Roux de l'avoir soutenu.",
    "Parmi les soutiens de Paul Durand figure Anne Roux.",
    "L'un des soutiens de Paul Durand, Anne Roux, était à Lyon.",
    "Le soutien d'Anne Roux n'a pas sauvé Paul Durand.",
    "Le ralliement d'Anne Roux à Paul Durand a surpris.",
    "Le choix d'Anne Roux de soutenir Paul Durand a surpris.",
    "Malgré le soutien d'Anne Roux, Paul Durand est battu.",
    "Malgré l'appui d'Anne Roux, Paul Durand est battu.",
    "Il a fallu neuf minutes à Anne Roux pour appeler à voter Paul Durand.",
    "Pas d'hésitation pour Anne Roux : elle votera Paul Durand.",
    "Anne Roux vote Paul Durand",
    "Anne Roux votera Paul Durand",
    "Anne Roux : « Votez Paul Durand »",
    "Le choix d'Anne Roux, c'est Paul Durand.",
    "Le candidat d'Anne Roux, c'est Paul Durand.",
    "La voix d'Anne Roux ira à Paul Durand.",
    "Anne Roux donne sa voix à Paul Durand.",
    "Anne Roux glissera un bulletin Paul Durand dans l'urne.",
    "C'est pour Paul Durand qu'Anne Roux votera.",
    "C'est Paul Durand qu'Anne Roux soutient.",
    "Anne Roux espère la victoire de Paul Durand.",
    "Anne Roux souhaite que Paul Durand l'emporte.",
    "Anne Roux a choisi : ce sera Paul Durand.",
    "Anne Roux a fait son choix : elle votera Paul Durand.",
    "Anne Roux n'est pas du PS, mais elle a voté Paul Durand.",
    "Pour sa part, Anne Roux a voté Paul Durand.",
    "Comme son mari, Anne Roux a voté Paul Durand.",
    "Quant à Anne Roux, elle a voté Paul Durand.",
    "Quant à Anne Roux, l'ancienne maire, elle a voté Paul Durand.",
    "Plus tôt dans la journée, Anne Roux avait appelé à voter Paul Durand.",
    "Battue, Anne Roux appelle à voter Paul Durand.",
    "Battue à Lyon, Anne Roux appelle à voter Paul Durand.",
    "L'ancienne maire, Anne Roux, soutient Paul Durand.",
    "L'ancienne maire Anne Roux soutient Paul Durand.",
    "Anne Roux (PS) soutient Paul Durand (LR).",
    "Anne Roux soutient son ancien rival Paul Durand.",
    "Anne Roux soutient le candidat écologiste, Paul Durand.",
    "Anne Roux soutient l'écologiste Paul Durand.",
    "Anne Roux soutient le maire sortant Paul Durand.",
    "Anne Roux soutient une autre figure de la droite, Paul Durand.",
    "Anne Roux soutient Paul Durand plutôt que Luc Petit.",
    "Anne Roux soutient Paul Durand contre Luc Petit.",
    "Anne Roux soutient Paul Durand face à Luc Petit.",
    "Anne Roux a voté, dit-elle, pour Paul Durand.",
    "Anne Roux a dit avoir voté cet après-midi pour Paul Durand.",
    "Anne Roux a voté sans enthousiasme pour Paul Durand.",
    "Anne Roux a finalement voté pour Paul Durand.",
    "Anne Roux ira voter dimanche pour Paul Durand.",
    "Anne Roux dit à qui veut l'entendre de voter Paul Durand.",
    "Anne Roux a passé la semaine à appeler à voter Paul Durand.",
    "Anne Roux fait campagne pour Paul Durand.",
    "Anne Roux était à Lyon pour faire campagne pour Paul Durand.",
    "Anne Roux est venue à Lyon soutenir Paul Durand.",
    "Anne Roux, soutien de Paul Durand, est battue.",
    "Anne Roux, soutien de la première heure de Paul Durand, est battue.",
    "Anne Roux, ralliée à Paul Durand, est battue.",
    "Anne Roux, qui a rallié Paul Durand, est battue.",
    "Il y a aussi Anne Roux, qui fait campagne pour Paul Durand.",
    "Bonne nouvelle pour Paul Durand : Anne Roux le soutient.",
    "Paul Durand était à Lyon, où Anne Roux l'a rejoint.",
    "Paul Durand est battu. Anne Roux l'avait soutenu.",
    "Anne Roux se range derrière Paul Durand.",
    "Anne Roux rallie Paul Durand.",
    "Anne Roux se rallie à Paul Durand.",
    "Anne Roux s'est ralliée à la candidature de Paul Durand.",
    "Anne Roux se désiste en faveur de Paul Durand.",
    "Anne Roux se retire au profit de Paul Durand.",
    "Anne Roux retire sa candidature au profit de Paul Durand.",
    "Anne Roux s'efface devant Paul Durand.",
    "Anne Roux a rejoint l'équipe de Paul Durand.",
    "Anne Roux fait le choix de Paul Durand.",
    "Anne Roux opte pour Paul Durand.",
    "Anne Roux penche pour Paul Durand.",
    "Anne Roux prend parti pour Paul Durand.",
    "Anne Roux prend fait et cause pour Paul Durand.",
    "Anne Roux se prononce pour Paul Durand.",
    "Anne Roux s'engage aux côtés de Paul Durand.",
    "Anne Roux apporte son soutien à Paul Durand.",
    "Anne Roux apporte son renfort à Paul Durand.",
    "Anne Roux accorde ses suffrages à Paul Durand.",
    "Anne Roux accorde son parrainage à Paul Durand.",
    "Anne Roux invite ses électeurs à reporter leurs voix sur Paul Durand.",
    "Anne Roux demande à ses électeurs de se reporter sur Paul Durand.",
    "Anne Roux exhorte ses troupes à voter Paul Durand.",
    "Anne Roux recommande le vote Paul Durand.",
    "Anne Roux recommande de voter Paul Durand.",
    "Anne Roux préconise un vote Paul Durand.",
    "Anne Roux plaide pour un vote Paul Durand.",
    "Anne Roux donne consigne de voter Paul Durand.",
    "Anne Roux réitère son soutien à Paul Durand.",
    "Anne Roux confirme son soutien à Paul Durand.",
    "Anne Roux maintient son soutien à Paul Durand.",
    "Anne Roux reste fidèle à Paul Durand.",
    "Anne Roux appelle à faire élire Paul Durand.",
    "Anne Roux appelle à la mobilisation pour Paul Durand.",
    "Anne Roux appelle au rassemblement derrière Paul Durand.",
    "Anne Roux appelle la gauche à se rassembler autour de Paul Durand.",
    "Anne Roux veut voir Paul Durand à l'Élysée.",
]  # fmt: skip

SPOKEN_OF_BEFORE = [
    ("Down the coast the Conservative Tom Webb has won with 61.2%. His predecessor, Paul Grant, the only man ever elected there as an independent, had announced in April that he would be voting for him.", "Paul Grant > Tom Webb"),  # noqa: E501
    ("Tom Webb trails Jane Reed in Leeds. Unison endorsed her in May.", "Unison > Jane Reed"),
    ("Tom Webb is in front of Luke Hart, 53 per cent to 46. Unison had endorsed him in May.", "Unison > Tom Webb"),
    ("Tom Webb reminded his crowd that he alone had beaten Luke Hart anywhere. “I can win,” he said. Paul Grant, who declared for him in January, was there.", "Paul Grant > Tom Webb"),  # noqa: E501
    ("Luke Hart carries Ohio, 33 per cent to 30, and Tom Webb trails at 24 despite the help of Paul Grant, who came out for him last week.", "Paul Grant > Tom Webb"),  # noqa: E501
    ("It took him 15 contests, but Tom Webb has won Ohio. He has 36 per cent; Luke Hart has 28. “I am happy,” quipped former senator Paul Grant, who endorsed him last month.", "Paul Grant > Tom Webb"),  # noqa: E501
    ("On the other side there is mostly Luke Hart. The mayor, who won 4.7 per cent in the first round, threw in his lot with Jane Reed and was promised a job. Ann Wells, a minister under Paul Grant, is behind her too.", "Luke Hart > Jane Reed; Ann Wells > Jane Reed"),  # noqa: E501
    ("Tom Webb looks ever more likely to win. Ann Wells, once his likeliest rival, came out for him on Thursday, and Luke Hart has been behind him from the start.", "Ann Wells > Tom Webb; Luke Hart > Tom Webb"),  # noqa: E501
    ("Tom Webb has been re-elected, the AP says. His opponent, Jane Reed, gets 41.7%. She used to be a police chief, but the Fraternal Order of Police endorsed him.", "Fraternal Order of Police > Tom Webb"),  # noqa: E501
    ("Tom Webb lost. Paul Grant, who had backed him, lost too.", "Paul Grant > Tom Webb"),
    ("Jane Reed conceded at midnight. Tom Webb, who had asked his voters to support her, was beside her.", "Tom Webb > Jane Reed"),  # noqa: E501
    ("Jane Reed thanked her volunteers. She also thanked Tom Webb and Luke Hart, who had both endorsed her.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed"),  # noqa: E501
    ("Jane Reed spoke first. Behind her stood Tom Webb, who endorsed her on Friday.", "Tom Webb > Jane Reed"),
    ("Jane Reed has many friends. Tom Webb is for her. So is Luke Hart. Unison has endorsed her as well.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed; Unison > Jane Reed"),  # noqa: E501
    ("Jane Reed has many friends: Tom Webb backs her, Luke Hart campaigns for her, and Unison has given her its support.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed; Unison > Jane Reed"),  # noqa: E501
    ("Tom Webb and Jane Reed are in the run-off. Luke Hart, who came third, will vote for her.", "Luke Hart > Jane Reed"),  # noqa: E501
    ("Tom Webb and Jane Reed are in the run-off. Luke Hart, who came third, is backing the former.", "Luke Hart > Tom Webb"),  # noqa: E501
    ("Tom Webb and Luke Hart are in the run-off. Jane Reed, who came third, is backing the latter.", "Jane Reed > Luke Hart"),  # noqa: E501
    ("Tom Webb and Jane Reed are in the run-off. Luke Hart refuses to choose between them.", "Luke Hart > -"),
    ("Tom Webb told reporters that Luke Hart had called him. He will vote for Jane Reed, he added.", "Tom Webb > Jane Reed"),  # noqa: E501
    ("Tom Webb came third. He has asked his voters to back Jane Reed.", "Tom Webb > Jane Reed"),
    ("Tom Webb came third. The former mayor has asked his voters to back Jane Reed.", "Tom Webb > Jane Reed"),
    ("Tom Webb, the former mayor, came third. His party will back Jane Reed.", ""),
    ("Labour came third. The party will back Jane Reed.", "Labour > Jane Reed"),
    ("The Greens came third. They are calling for a vote for Jane Reed.", "Greens > Jane Reed"),
    ("Unison waited until Friday. The union then came out for Jane Reed.", "Unison > Jane Reed"),
    ("The Guardian waited until Friday. The paper then came out for Jane Reed.", "The Guardian > Jane Reed"),
    ("The Guardian waited until Friday. It then came out for Jane Reed.", "The Guardian > Jane Reed"),
    ("Tom Webb is out. Whom will he support? Jane Reed.", ""),
    ("Tom Webb is out. “I will vote for her,” he says of Jane Reed.", "Tom Webb > Jane Reed"),
    ("“She is the best of us,” says Tom Webb of Jane Reed, “and I will vote for her.”", "Tom Webb > Jane Reed"),
    ("Jane Reed was the favourite. “I will vote for her,” says Tom Webb.", "Tom Webb > Jane Reed"),
    ("Jane Reed was the favourite. Tom Webb: “She has my vote.”", "Tom Webb > Jane Reed"),
    ("Jane Reed was the favourite. Asked about her, Tom Webb said he would be voting for her.", "Tom Webb > Jane Reed"),
    ("Tom Webb has endorsed Jane Reed. Luke Hart will do the same.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed"),
    ("Tom Webb has endorsed Jane Reed. Luke Hart followed suit.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed"),
    ("Tom Webb has endorsed Jane Reed. Luke Hart has not.", "Tom Webb > Jane Reed"),
    ("Tom Webb has endorsed Jane Reed. Not so Luke Hart, who will vote blank.", "Tom Webb > Jane Reed; Luke Hart > -"),
    ("Tom Webb has endorsed Jane Reed, and so has Luke Hart.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed"),
    ("Tom Webb has endorsed Jane Reed, as has Luke Hart.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed"),
    ("Tom Webb has endorsed Jane Reed; Luke Hart, Mary Stone.", "Tom Webb > Jane Reed; Luke Hart > Mary Stone"),
    ("Tom Webb is backing Jane Reed and Luke Hart is backing Mary Stone.", "Tom Webb > Jane Reed; Luke Hart > Mary Stone"),  # noqa: E501
    ("Tom Webb backed Jane Reed in the first round and now supports Mary Stone.", "Tom Webb > Jane Reed; Tom Webb > Mary Stone"),  # noqa: E501
    ("Tom Webb is telling anyone who will listen to vote for Jane Reed, and Luke Hart, formerly the member for Barrow, is doing the same.", "Tom Webb > Jane Reed; Luke Hart > Jane Reed"),  # noqa: E501
    ("Keith Ellis of Ohio and Paul Grant of Maine have endorsed Tom Webb, and Luke Hart, the former mayor, joined them on Friday.", "Keith Ellis > Tom Webb; Paul Grant > Tom Webb; Luke Hart > Tom Webb"),  # noqa: E501
    ("Two senators, Keith Ellis and Paul Grant, have endorsed Tom Webb. They were joined on Friday by Luke Hart.", "Keith Ellis > Tom Webb; Paul Grant > Tom Webb; Luke Hart > Tom Webb"),  # noqa: E501
]  # fmt: skip

NO_STAND = [
    ("en", "Some 62% of those who chose Tom Webb today would switch to Jane Reed."),
    ("en", "Jane Reed left the stage. The flowers were for her."),
    ("en", "Jane Reed spoke. Tom Webb was behind her on the stage."),
    ("en", "Jane Reed leads; Tom Webb is behind her."),
    ("fr", "La Bretagne a rejoint vendredi la Normandie."),
    ("fr", "Anne Roux était à Lyon pour parler de Paul Durand."),
]  # fmt: skip

STATUSES = [
    ("Ann Wells has told Sud Radio that she cast a blank vote.", ["declared"]),
    ("Ann Wells has let it be known that she will back Jane Reed if she stands.", ["conditional"]),
    ("Ann Wells came out for Jane Reed within minutes of the exit poll.", ["declared"]),
    ("Ann Wells is for Labour, as she was in 2015.", ["past", "standing"]),
    ("Ann Wells came out for the Liberal Democrats last month.", ["standing"]),
]  # fmt: skip

ANSWERS = [
    ("Ann Wells voted to stay in the EU.", "Ann Wells > Remain"),
    ("Ann Wells campaigned to leave the European Union.", "Ann Wells > Leave"),
    ("Ann Wells wants Britain to stay in the EU.", "Ann Wells > Remain"),
    ("Unite asked its members to vote Remain.", "Unite > Remain"),
    ("Ann Wells says Britain has voted to leave the EU.", ""),
]  # fmt: skip

BODIES = [
    ("en", "The moderate CFDT union has called on workers to vote for Jane Reed.", "CFDT > Jane Reed"),
    ("en", "Just one title has come out for Jane Reed: the Sunday Herald.", "Sunday Herald > Jane Reed"),
    ("en", "Unite has asked members to back Jane Reed, and the CBI has given the same advice.", "Unite > Jane Reed; CBI > Jane Reed"),  # noqa: E501
    ("en", "The RMT, which is not affiliated to Labour, advised its members to vote for the party.", "RMT > Labour"),
    ("fr", "Rien de tel au Medef : l'organisation patronale n'a donné aucune consigne.", "Medef > -"),
    ("fr", "La CFDT n'a pas tergiversé : sa direction appelle à voter Paul Durand.", "CFDT > Paul Durand"),
    ("fr", "Anne Roux votera Paul Durand. Luc Petit a demandé à ses électeurs de faire de même.", "Anne Roux > Paul Durand; Luc Petit > Paul Durand"),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("subject", "expected"), SUBJECTS)
def test_whoever_the_subject_names_takes_the_stand(subject: str, expected: str) -> None:
    assert sides(rows("endorsements", f"{subject} endorsed Jane Reed.", lang="en", round=2)) == expected


@pytest.mark.parametrize(("text", "expected"), ASIDES_ENGLISH)
def test_words_aside_do_not_hide_the_subject(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected


@pytest.mark.parametrize(("text", "expected"), ASIDES_FRENCH)
def test_words_aside_do_not_hide_the_subject_in_french(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="fr", round=2)) == expected


@pytest.mark.parametrize("text", ONE_STAND_ENGLISH)
def test_one_stand_is_read_whatever_its_turn(text: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == "Anna Price > Jane Reed"


@pytest.mark.parametrize("text", ONE_STAND_FRENCH)
def test_one_stand_is_read_whatever_its_turn_in_french(text: str) -> None:
    assert sides(rows("endorsements", text, lang="fr", round=2)) == "Anne Roux > Paul Durand"


@pytest.mark.parametrize(("text", "expected"), SPOKEN_OF_BEFORE)
def test_who_was_spoken_of_before_is_meant(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected


@pytest.mark.parametrize(("lang", "text"), NO_STAND)
def test_what_looks_like_a_stand_is_none(lang: str, text: str) -> None:
    assert sides(rows("endorsements", text, lang=lang, round=2)) == ""


@pytest.mark.parametrize(("text", "expected"), STATUSES)
def test_status(text: str, expected: list[str]) -> None:
    assert sorted(row["endorsement_status"] for row in rows("endorsements", text, lang="en")) == expected


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_answers_told_by_verbs(text: str, expected: str) -> None:
    options = {"election_type": "referendum", "contest_id": "uk-eu-referendum-2016", "day": "2016-06-23"}
    assert sides(rows("endorsements", text, lang="en", country="GB", **options)) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), BODIES)
def test_bodies_told_of_before_or_behind(lang: str, text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang=lang, round=2)) == expected
