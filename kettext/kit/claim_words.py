"""Classes of words, folded, and the form of figures, by which statements are known that want a
source."""

from kettext.text.prose import word_set


def _signs(strings: str) -> tuple[str, ...]:
    return tuple(strings.split("|"))


# Figures
FIGURES = word_set(  # one of which each figure holds
    "percent cent hundred thousand million billion trillion estimated thirds quarters killed "
    "injured wounded displaced deaths births victims fatalities casualties abortions adults women "
    "men children patients americans britons voters workers households"
)
FIGURE_PARTS = _signs(  # or one of these
    "%|one in three|one in four|one in five|one in ten|out of 10|out of ten|times more likely"
    "|times as likely|twice as likely"
)
FIGURE_SIGNS = _signs(  # and one of these
    "%|percent|per cent|hundred|thousand|million|billion|trillion|estimated|twice as|times more"
    "|times as|times high|one in |1 in | out of |half of|third of|thirds of|quarter of|quarters of"
    "|killed|injured|wounded|displaced|deaths|births|victims|fatalities|casualties|abortions"
)
PEOPLE = word_set(  # whom only an office counts, and what befalls them
    "people persons individuals humans adults children kids teens teenagers adolescents women men "
    "girls boys infants newborns patients americans canadians australians europeans britons "
    "germans indians citizens residents inhabitants adherents muslims christians catholics "
    "protestants jews speakers immigrants migrants refugees couples mothers fathers families "
    "households farmers deaths births cases lives victims fatalities injuries casualties "
    "abortions"
)
COUNTED = PEOPLE - word_set("residents inhabitants citizens speakers adherents")
HARM = word_set("deaths births victims fatalities injuries casualties abortions")
ASKED = PEOPLE | word_set(  # and whose share only a poll or a market report tells
    "participants volunteers voters parents homeowners workers employees employers managers "
    "executives professionals students pupils graduates teachers doctors physicians nurses "
    "consumers shoppers drivers passengers tourists visitors travelers travellers soldiers "
    "prisoners inmates businesses companies firms organizations organisations farms homes "
    "developers programmers engineers readers believers males females population"
)
SHARED = ASKED | word_set(  # what else has shares that somebody measured
    "gdp economy exports imports land lands territory area energy electricity income wealth "
    "emissions sales revenue revenues profits market votes seats budget spending trade world "
    "world's nation's country's earth's oil body brain diet calories water freshwater food "
    "pregnancies footprint electorate workforce"
)
RATES = word_set(
    "unemployment inflation gdp literacy turnout prevalence incidence mortality population poverty "
    "obesity fertility expectancy emissions exports crime employment income"
)
NUMBERS = word_set("number numbers share proportion percentage rate rates prices costs")
CHANGED = word_set(
    "rose risen rises fell fallen falls grew grown grows growing increased increases decreased "
    "declined dropped jumped surged soared climbed plunged shrank doubled gained"
)
ACCOUNTS = word_set(
    "account accounts accounted make makes made comprise "
    "comprises comprised constitute constitutes constituted contribute contributes contributed "
    "produce produces produced generates generated emits found occur "
    "occurs"
)
LIKELIHOOD = word_set("likely risk odds chance chances")
SPENT = word_set(
    "cost costs costing spend spends spent spending lose loses losses total totals totalled "
    "totaled exports imports debt debts deficit economy industry market damage damages budget "
    "raised"
)
GUESSED = word_set(
    "many most countless numerous thousands millions popularity demand number numbers"
)
SERVES = word_set("helps helped serves served reaches reached connects supports")
OURSELVES = word_set("we our we're we've we'll")
YEARLY = word_set("annually yearly year month day")

LARGE = r"(?:hundred|thousand|million|billion|trillion)"
SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
TENS = r"(?:fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
NUMBER = r"\d+(?:[.,]\d+)*+"
FIGURE = (
    rf"\b(?:(?<![.,#/-]){NUMBER}(?:\s?%?\s?(?:-|–|—|to\b|or\b)\s?{NUMBER})?"
    r"(?:\s?(?P<share>%|per\s?cent\b|in\s(?:every\s)?\d++\b|out\sof\s\d++\b)"
    rf"|\s?(?P<large>(?:{LARGE}|bn|m)\b)|(?<=,\d\d\d))"
    rf"|(?P<spelt>(?:{SMALL}|{TENS}(?:-[a-z]{{3,5}})?)\sper\s?cent|{SMALL}\s(?:in|out\sof)\s"
    rf"(?:every\s)?{SMALL}|half|(?:a|one)[\s-](?:third|quarter|fifth)|two[\s-]thirds"
    rf"|three[\s-]quarters|(?P<times>twice|(?:{SMALL}|\d)\stimes))\b"
    rf"|(?P<known>estimated)\s(?:[a-z]++\s){{0,4}}?[$€£]?{NUMBER}"
    r"|(?P<harm>killed|killing|kills|injured|wounded|displaced)\s(?:[a-z]++\s){0,4}?"
    rf"{NUMBER}(?!\s?(?:%|per\s?cent)))"
)

UNCOUNTED = (
    r"\b(?:(?:many|most|countless|numerous|thousands\sof|millions\sof)\s(?:[a-z-]+\s){0,2}?"
    r"(?:people|patients|individuals|adults|children|women|men|users|clinicians|doctors"
    r"|(?:side|adverse)\seffects)"
    r"|(?:growing|rising|increasing|surging)\s(?:popularity|numbers?|demand)"
    r"|(?:surge|rise|increase|growth)\sin\s(?:popularity|demand|the\snumber))\b"
)

FIGURE_OF = (  # whose figure it is
    r"\b(?:according\sto|said|says?|told|announced|reported|testified|testimony|claims|claimed|finds"
    r"|expects|sees|forecasts?|projects|predicts|surveyed"
    r"|(?:the|this|that|these)\s(?:survey|poll|study|report|data|figures|results|infographic)"
    r"|(?:index|census|bureau|department|institute|agency)\s(?:shows?|showed|puts)"
    r"|(?:they|he|she)\s(?:expect|predict|forecast|estimate|project)s?"
    r"|(?<!been\s)(?<!is\s)(?<!was\s)(?:estimates|estimated|found|suggests?)\s(?:\w+\s){0,3}?that)\b"
)
NO_FIGURE = (
    r"\b(?:we|our|us|my|i|i'm|i've|we've|we're|if|whether|suppose|imagine|assume|assuming|let's"
    r"|must|should|rule|divided|multipl(?:y|ied)|equals|minus|aims?\sto|mandat(?:e[sd]?|ing|ory)"
    r"|stipulates?|quotas?|reserved\sfor|by\slaw|law\srequires"
    rf"|example|would|respondents|responded|these|those|in\sboth)\b|{FIGURE_OF}"
)

# Research
RESEARCH = word_set(  # one of which each phrase about research holds
    "study studies research trial trials survey surveys poll polls experiments meta metaanalysis "
    "reviews literature evidence estimates researchers scientists analysts economists "
    "psychologists neuroscientists biologists neurobiologists epidemiologists sociologists "
    "pollsters forecasters clinically scientifically"
)
WORKS = word_set(
    "study studies research trial trials meta-analysis meta-analyses metaanalysis metaanalyses "
    "survey surveys poll polls experiments review reviews literature"
)
RECORDS = word_set("data findings paper papers report reports analysis analyses figures")
PROOFS = word_set("evidence estimates")
RESEARCHERS = word_set(
    "researchers scientists neuroscientists biologists neurobiologists analysts economists "
    "psychologists epidemiologists sociologists pollsters forecasters"
)
OF_RESEARCH = {
    **dict.fromkeys(WORKS, "work"),
    **dict.fromkeys(RECORDS, "record"),
    **dict.fromkeys(PROOFS, "proof"),
    **dict.fromkeys(RESEARCHERS, "people"),
}
RESEARCH_PREFIXES = {  # with which alone it is research, or which belong to it
    **dict.fromkeys(("trial", "trials"), ("clinical", "controlled", "randomised", "randomized")),
    **dict.fromkeys(("review", "reviews"), ("systematic",)),
}
SHOWN = _signs(  # or one of these
    "been shown|been demonstrated|been linked|been associated|been found|been observed"
    "|been estimated|according to|data show|data suggest|data indicate|report found|report shows"
    "|report by|report from|reports suggest|reports indicate|analysis found|analysis shows"
    "|analysis suggests|analysis by|analysis of|paper found|findings suggest|findings indicate"
)
RESEARCH_SIGNS = _signs(  # and one of these
    "show|suggest|found|finds|indicat|reveal|demonstrat|proven|confirm|discovered|conclude|estimate"
    "|link|reported|identified|observed|established|documented|believe|think|according to"
    "|evidence|in a|in one|in some|in several|in many|in most|body of|associated|tested"
    "|ongoing|conducted|underway|exploring|investigating|examining"
)
SHOW = word_set(
    "show shows showed shown suggest suggests suggested found finds find indicate indicates "
    "indicated reveal reveals revealed demonstrate demonstrates demonstrated prove proves proved "
    "proven confirm confirms confirmed discovered conclude concludes concluded estimate estimates "
    "estimated link links linked reported identified observed established documented believe "
    "believed think"
)
UNDER_WAY = word_set("conducted underway ongoing exploring investigating examining")
SKIPPED = word_set(
    "that which has have had also now already even clearly consistently recently repeatedly "
    "further generally long often strongly thus far so did do is are being still currently"
)
PREPOSITIONS = word_set("of on in into by from at with for among about using involving published")
STOPS = word_set("to how who which that whether")
HEDGES = word_set(
    "some many several most numerous various multiple recent early new other another a an one "
    "available scientific preliminary existing growing large limited weak conflicting strong "
    "considerable substantial ample mounting little increasing"
)
STRENGTHS = HEDGES - word_set("some many several most a an one other another")
TOLD = word_set(  # who reads has met it before, it is the author's own, or nothing was shown
    "no my our your their his her its the this that these those if whether unless where when "
    "security user usability customer feasibility market case internal task"
)
SINGLED_OUT = HEDGES - word_set("a an")  # "in one survey", not "in a survey"
METHODS = word_set("guide guides group groups hall halls abroad skills habits session sessions")
NAMING = word_set("from by presented published results")

OWN_RESEARCH = (
    r"\b(?:we|i)\s(?:\w+\s)?(?:found|conducted|ran|did|surveyed|asked|interviewed|studied"
    r"|have\s(?:studies|research|data))\b|\bour\s(?:\w+\s){0,3}(?:research|study|studies|survey)\b"
)

# Quotations
JUDGES = word_set(  # one of which each phrase about an unnamed voice holds
    "critics critic observers observer scholars scholar experts expert reviewers reviewer "
    "historians historian commentators commentator opponents analysts analyst according described "
    "hailed praised criticised criticized characterised characterized summed summarised summarized"
)
SPEECH = word_set(  # words of speech, and words about words: examples, texts of a program, titles
    "said say says saying told tell tells wrote write writes written ask asks asked reply "
    "replies replied add adds added explain explains explained note notes noted argue argues "
    "argued call calls called quipped warn warns warned conclude concludes concluded remarked "
    "state states stated stating declared recall recalls recalled tweeted put puts claim claims "
    "claimed insisted commented observes observed according describe describes quote quotes "
    "quoted reads read report reports reported think thinks thought believe believes hear heard "
    "mantra motto slogan suggested example examples e.g. like click button message messages "
    "error errors titled entitled named heading label text phrase phrases word words question "
    "questions string strings meaning means mean prompt type types sign image chapter section "
    "alt caption term sentence answer idea rule principle so-called function rationalization "
    "rationalisation excuse objection refrain complaint assumption misconception myth attitude"
)
