"""How claims about health are made.

Of the makes of claims that were tried, those that name a treatment and say what it does were right
nine times in ten in articles on any subject; without its name, four times in ten: "exercise burns
fat" is common knowledge, "to prevent suicide" a purpose, "promoting cancer trials" no claim at all.
"""

# Patterns for the letters of word classes, as text/health.py gives them. No claim crosses a comma.
G = r"[^.,]"
NOT_FOR = r"(?!w?[QP])"  # "cancer research", "helps depressed patients"
ANY = r"[CcBbME]"
CLAIMS = (  # of a treatment or of its effects, by name
    rf"T{G}{{0,6}}v{G}{{0,4}}?{ANY}{NOT_FOR}",  # aspirin relieves pain
    rf"T{G}{{0,4}}?e{G}{{0,3}}?[sSm]",  # statins are safe
    rf"T{G}{{0,4}}?e{G}{{0,3}}?so{G}{{0,3}}?[qNP]",  # the drug is not suitable for women
    rf"[sS]w?t?o{G}{{0,5}}?[CNP]",  # effective against migraine
    rf"[TK]{G}{{0,5}}?y{G}{{0,4}}?[rf]",  # aspirin has shown benefits
    rf"T{G}{{0,5}}?zo{G}{{0,6}}?[vCcBbM]",  # zinc plays a role in digestion
    rf"y{G}{{0,3}}?r{G}{{0,5}}?[Cc]",  # provides relief to people with asthma
    rf"T{G}{{0,5}}?U{G}{{0,2}}?[vo]{G}{{0,8}}?C{NOT_FOR}|T{G}{{0,2}}l9",  # is given for
    rf"[TCB]{G}{{0,4}}?L[wo]{G}{{0,5}}?[CB]{NOT_FOR}",  # obesity is linked to diabetes
    rf"E{G}{{0,4}}?[CcmBb]|E[^.]{{0,6}}?e{G}{{0,3}}?[CcmBb]",  # side effects include nausea
    rf"[KS]{G}?f",  # a calming effect
    rf"(?:T{G}{{0,3}})?x{G}{{0,3}}T|T{G}{{0,3}}x",  # interacts with aspirin
    rf"f{G}{{0,5}}?[tTK]{G}{{0,4}}?l",  # the effects of the drug last
    rf"[TM]{G}{{0,5}}?k",  # antibiotics do not work
)
BROADER = (  # what else may be said of health
    rf"[TtK]{G}{{0,6}}v{G}{{0,4}}?{ANY}{NOT_FOR}",  # tea calms the nerves
    rf"[CBM]{G}{{0,3}}v{G}{{0,4}}?{ANY}{NOT_FOR}",  # insulin regulates the sugar in the blood
    rf"v{G}{{0,7}}?[CBM]{NOT_FOR}",  # it lowers blood pressure
    rf"[TKCM][^.]{{0,14}}v{G}{{0,4}}?[cb]{NOT_FOR}|v{G}{{0,4}}?[cb]{G}{{0,8}}?[TKCM]{NOT_FOR}",
    rf"[CBM]{G}{{0,3}}?e{G}{{0,2}}?[pL]",  # migraine is triggered by
    rf"L[wo]{G}{{0,5}}?[CB]",  # linked to diabetes
    rf"Rw{G}{{0,4}}?C{NOT_FOR}",  # the risk of a stroke
    rf"[TtK]{G}{{0,4}}?e{G}{{0,3}}?S",  # the drug is addictive
    rf"[TKM]{G}{{0,4}}?e{G}{{0,3}}?[sm]",  # statins are safe
    rf"[Tt]{G}{{0,4}}?e{G}{{0,3}}?so{G}{{0,3}}?[qNP]",  # the pill is not suitable for women
    rf"(?:[TtKM]{G}{{0,3}})?e{G}{{0,8}}[tv]w?o{G}{{0,3}}?C{NOT_FOR}",  # is a remedy for insomnia
    rf"[TKM]{G}{{0,5}}?y{G}{{0,4}}?[rf]",  # aspirin has shown benefits
    rf"[TKM]{G}{{0,5}}?zo{G}{{0,6}}?[vCcBbM]|zo{G}{{0,4}}?[CBM]{NOT_FOR}",  # a role in digestion
    rf"[TKM]{G}{{0,5}}?Uwv|ep{G}{{0,2}}?[TK]|T{G}{{0,2}}l9",  # is used to treat, lasts 4 hours
    rf"U{G}{{0,2}}?[vo]{G}{{0,8}}?C{NOT_FOR}",  # prescribed for anxiety
    rf"i(?:{G}{{0,2}}?C(?:,|w[Cc])|{G}{{0,5}}?c,[^.]{{0,3}}?[cC])",  # include nausea and headaches
    rf"(?:qw)?[CNP][^.]{{0,20}}?d{G}{{0,3}}?n",  # patients with asthma should avoid
    rf"n{G}{{0,3}}?[sU]o{G}{{0,6}}?[CBN]",
    rf"P{G}{{0,6}}?g{G}{{0,4}}?[rCcTK]|g{G}{{0,3}}?E",  # patients feel better
    rf"[TKM]{G}{{0,5}}?k",  # antibiotics do not work
    rf"v{G}{{0,5}}?{ANY}{NOT_FOR}",
    rf"[Tt]{G}{{0,4}}?e{G}{{0,3}}?[sSm]",
    rf"[cE]{G}{{0,2}}e{G}{{0,2}}m",  # the symptoms are mild
    rf"[TtK]{G}{{0,5}}?e{G}{{0,2}}?(?:p|U{G}{{0,2}}?v|Uo{G}{{0,4}}?[TtKcC])",  # the drug is used
    rf"[qP]{G}{{0,6}}?u{G}{{0,4}}?[TtKM]",  # many people turn to yoga
    rf"[qP]{G}{{0,3}}?g{G}{{0,4}}?[rcCTt]",  # many people feel relief
    rf"t{G}{{0,5}}?y{G}{{0,4}}?[rf]",
    rf"[eyU]{G}{{0,4}}[tv]w?o{G}{{0,3}}?[Cc]{NOT_FOR}",
    rf"zo{G}{{0,4}}?[cbtv]",
    rf"r{G}{{0,3}}[TtK]|e{G}{{0,2}}S",
    rf"[Tt]{G}{{0,3}}dne",
)
