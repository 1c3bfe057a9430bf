"""The names of labour migrants and of the groups beside them, and of the wider papers in which they have a section."""

from __future__ import annotations

import re

from pipeline.documents.wording import ROW, any_of, whole
from pipeline.language.remembering import remembered

_EASTERN_WORDS = (
    *("poolse", "roemeense", "bulgaarse", "litouwse", "letse", "hongaarse", "slowaakse", "kroatische", "tsjechische"),
)
_FROM_ABROAD = any_of(
    (
        *("eu", "europese", "buitenlandse", "internationale", "oost-?europese", *_EASTERN_WORDS),
        r"midden-?\s?en oost-?europese",
    )
)
_WORKERS = any_of(
    (
        *(
            "arbeids?krachten",
            "arbeiders?",
            "werknemers?",
            "medewerkers?",
            "werkers?",
            "werkenden",
            "uitzendkracht(?:en)?",
        ),
        *(r"seizoen\w+", "migrant(?:en)?", "flex(?:werkers?|krachten)", "krachten", "vakkrachten", "vakmensen"),
    )
)
_EASTERN = any_of(
    (
        r"(?:midden-?\s?(?:en\s)?)?oost-?\s?europa",
        *("polen", "roemenië", "bulgarije", "hongarije", "slowakije", "litouwen", "letland", "kroatië", "tsjechië"),
        r"(?:\w+ )?(?:eu-?|europese )l(?:anden|idstaten)",
        r"een ander (?:eu-?|europees )land",
    )
)
_EASTERNERS = any_of((*_EASTERN_WORDS, r"(?:midden-?(?: en |/))?oost-?europese"))
_NEIGHBOURS = "(?:dorps|stads|plaats|buurt)genoten"
_NATIONALS = any_of(("roemenen", "bulgaren", "kroaten", "hongaren", "litouwers", "letten", "slowaken"))
"""People by where they come from; "Polen" is the country too."""
_PEOPLE = any_of(
    (
        *("mensen", "personen", "inwoners", "bewoners", "nieuwkomers", "personeel", "krachten"),
        *("flexwerkers", "uitzendkrachten", "werknemers", "medewerkers", "arbeidskrachten"),
        *(
            "ploegen",
            "vaklieden",
            "vakmensen",
            "vakkrachten",
            "gasten",
            "gezinnen",
            "mannen",
            "vrouwen",
            "jongeren",
            "plukkers",
            "monteurs",
            "chauffeurs",
            "collega's",
        ),
    )
)
BY_WORK = "(?:werkers|krachten|plukkers|stekers|snijders)"
"""How names of people by their work end: kaswerkers, piekkrachten."""
_BY_CROP = (
    r"(?:bollen|kas|glas|tuin|tuinbouw|oogst|pluk|piek|slacht|vlees|teelt|fruit|asperge|aardbei(?:en)?|champignon|groente|bloemen|appel"
    r"|peren|paprika|tomaten|bomen|kwekerij|rooi|pel|inpak)"
    r"(?:werkers?|krachten|plukkers?|stekers?|snijders?|pellers|rapers|sorteerders|inpakkers|hulpen|arbeiders|medewerkers)"
)
"""Names of people by what they harvest or pack. They are labour migrants where it is said in one breath that they need a bed."""
_ABROAD = rf"(?:een ander (?:eu-|europees )?land|het buitenland|{_EASTERN})"
_YOU_COME = rf"(?:komt?|bent?) (?:je|jij|u) (?:\w+ )?(?:van)?uit {_ABROAD}"
_YOU_WORK = r"(?:werkt?|werkte) (?:je|jij|u)"
_SPOKEN_TO = (
    rf"{_YOU_WORK}\b[^.?!]{{0,80}}\b{_YOU_COME}",  # Werk je hier een paar maanden en kom je uit een ander land?
    rf"{_YOU_COME}\b[^.?!]{{0,60}}\b(?:{_YOU_WORK}|te (?:komen )?werken)",
)
SPOKEN_TO = whole(_SPOKEN_TO)
"""How a text for labour migrants asks whether they are meant."""
_TRADES = any_of(
    (
        *("plukkers?", "stekers", "snijders", "rooiers", "slachters", "uitbeners", "inpakkers", "orderpickers"),
        *("bouwvakkers", "lassers", "monteurs", "metselaars", "timmerlieden", "vaklieden", "ijzervlechters"),
        r"(?:bouw|constructie|productie|logistiek|magazijn|kas|tuin|oogst|haven|scheeps|staal|distributie|slacht)\w*"
        "(?:medewerkers|werkers|arbeiders|vakkrachten|krachten|plukkers|monteurs|bouwers)",
    )
)
"""What people from the east are here for."""
_MOSTLY = (
    "(?:bijna|vrijwel|vooral|grotendeels|voornamelijk|meestal|veelal|overwegend|hoofdzakelijk|merendeels|de meesten|het merendeel)"
    "(?: allemaal| allen)?"
)
_SOUTHERN = r"(?:(?:portugal|spanje|italië|griekenland|turkije)(?:,| en| of) )*"
"""Countries that are named before those from which most come: "uit Portugal, Polen en Turkije"."""
_OF_UNION = "(?:land(?:en)?|lidsta(?:at|ten)) (?:van|binnen|in) de (?:(?:europese )?unie|eu)"
OF_ORIGIN = rf"(?:{_MOSTLY} )?uit (?:met name |vooral |onder meer )?{_SOUTHERN}{_EASTERN}"
"""Behind whom it is said of: "bijna allemaal uit Polen"."""
_FOR_A_WHILE = any_of(
    (
        "tijdelijk",
        "voor (?:een )?(?:bepaalde|korte|beperkte|kortere) tijd",
        "voor (?:een|het|enkele|een paar) (?:seizoen|maanden)",
        "voor (?:hun |het )?werk",
    )
)
_FROM_THERE = rf"(?:met name |vooral |onder meer )?{_SOUTHERN}{_EASTERN}"
_WHO_COME = (
    rf"(?:{_PEOPLE}|\w+{BY_WORK})\b[^.;:()|]{{0,60}}? (?:die|dat) (?:hier )?{_FOR_A_WHILE} uit {_FROM_THERE}",
    rf"(?:{_PEOPLE}|\w+{BY_WORK})\b[^.;:()|]{{0,60}}? die uit {_FROM_THERE}\b[^.;:()|]{{0,50}}? "
    r"om (?:hier|in \w[\w-]+|bij ons) te (?:komen )?werken",
)
"""What is said of people that makes labour migrants of them, though their name stands apart from it: "werknemers in de fruitteelt die
voor bepaalde tijd uit andere EU-landen komen", "mensen in het pension die uit Polen zijn gekomen om hier te werken"."""
_LODGING = "(?:logies|(?:nacht)?verblijf|slaapplaatsen|bedden|onderdak)"
_AT_MOST = "(?:(?:ten hoogste|hoogstens|maximaal|circa|ongeveer) )?"
_NUMBER_OF = r"\d{1,3}"
_HOUSING = (
    r"(?:huisvest\w*|logies|verblijf|onderkomens?|onderdak|bedden|slaapplaatsen|kamers|verhuur|verhuren|verhuurd)"
)
_DWELLINGS = (
    r"[\w-]*(?:woning(?:en)?|chalets?|kamers?|appartementen|bedden|caravans?|huizen|huisjes|panden|units?|verblijven"
    r"|vakantieparken)"
)
_HIRED = r"(?:uitzendkrachten|flex(?:werkers|krachten))"
"""People of an agency, who are given a bed where they come from afar."""
_LODGED = "(?:werknemers|arbeids?krachten|medewerkers|uitzendkrachten|werkers|krachten)"
_NOT_PUBLIC = (
    r"(?! (?:van|uit|in) (?:de|het|onze) (?:brandweer|politie|gemeente|\w*ziekenhuis|\w*zorg\w*|veiligheidsregio|ggd|defensie"
    r"|school)\b)"
)
_FARMING = r"(?:de|het|onze) (?:land-? en )?(?:(?:glas)?tuinbouw|landbouw|\w*teelt|vleessector|agrarische (?:sector|bedrijven))"
"""Who is given a bed by number where he works, or is hired for a while where crops are grown, comes from afar."""
TARGET_WORDS = (
    r"arbeids-?\s?migra(?:nt|tie)\w*",
    r"\w*migranten(?:huisvesting|opvang|arbeid|hotel)\w*",
    rf"{_FROM_ABROAD}(?:[- ](?:tijdelijke|flexibele))?[- ]{_WORKERS}",  # Poolse uitzendkrachten, EU-arbeidskrachten
    r"seizoen(?:s|en)?-?(?:arbeiders?|arbeid|werkers?|krachten|kracht|werknemers?|medewerkers?)",
    r"flex-?migra(?:nt|tie)\w*",
    r"moe-?landers?",
    r"eu-?(?:arbeids?krachten|arbeidsmigra\w+|migrant\w*|werknemers?|uitzendkrachten)",
    r"(?:uitzendkrachten|werknemers|arbeidskrachten|medewerkers) uit het buitenland",
    rf"(?:{_PEOPLE}|\w+{BY_WORK})(?: die)?(?: in| voor (?:(?:hun|het) )?werk)?,? {OF_ORIGIN}",
    rf"(?:{_PEOPLE}|\w+{BY_WORK})\b[^.;:,()]{{0,40}}, {_MOSTLY} {OF_ORIGIN}",  # mensen in de schuren, bijna allemaal uit Polen
    rf"(?:van hen|van wie [^.;:,()]{{1,30}}|de meesten) (?:komt|komen|kwam|kwamen) (?:{_MOSTLY} )?{OF_ORIGIN}",
    *_WHO_COME,
    rf"(?:ingeleende|ingehuurde|uitgeleende) {any_of(('buitenlandse', *_EASTERN_WORDS))} {_PEOPLE}",
    rf"{_NEIGHBOURS} uit {_EASTERN}",
    r"wie uit een ander (?:eu-?|europees )land",
    r"eu-?burgers?,? (?:die|van wie) (?:(?:hier|bij ons|in \w[\w-]+|voor|het|hun|tijdelijk|kort|even) ){0,3}(?:werk|werken|werkten|baan)",
    rf"{_PEOPLE} uit de (?:europese unie|eu)",
    rf"{_PEOPLE} van buiten nederland",
    rf"via een (?:uitzend)?bureau uit {_EASTERN}",
    rf"polen(?:,| en| of) {_NATIONALS}",  # Polen, Roemenen en Kroaten
    rf"{_NATIONALS}(?:,| en| of) (?:polen|{_NATIONALS})",
    rf"(?:{_PEOPLE}|burgers?|onderdanen|iemand) (?:uit|van) (?:een )?andere? {_OF_UNION}",
    rf"{_EASTERNERS}(?:(?:,| en) (?:andere )?{_EASTERNERS}| en andere)* "
    rf"(?:inwoners|bewoners|nieuwkomers|arbeidskrachten|collega's|{_NEIGHBOURS}|{_TRADES})",
    rf"{_EASTERNERS}(?:, \w+se)*,? (?:en|of) (?!nederlandse)\w+se {_WORKERS}",  # Poolse, Roemeense en Oekraïense werknemers
    r"(?:buitenlandse|internationale) (?:plukkers?|stekers|oogsthulpen)",
    r"(?:buitenlandse?|poolse?|roemeense?|bulgaarse?) personeel",
    *_SPOKEN_TO,
    r"economisch actieve migrant(?:en)?",
    r"labou?r migra(?:nts?|tion)",
    r"(?:migrant|international|seasonal|eu) workers?",
    r"(?:huisvest\w*|logies|verblijf|onderkomen)\W+(?:\w+\W+){0,4}tijdelijke (?:werknemers|arbeids?krachten|medewerkers)",
    rf"(?:huisvest\w*|logies|verblijf|onderkomens?|onderdak|bedden|slaapplaatsen) (?:van|voor) (?:tijdelijke |onze )?{_BY_CROP}",
    rf"{_HOUSING}(?: van {_DWELLINGS})? (?:van|voor|aan) (?:tijdelijke |onze )?{_HIRED}",  # verhuur van chalets aan flexwerkers
    rf"(?:huisvesting|logies) (?:tijdelijke )?{_HIRED}",
    rf"{_PEOPLE} met een {_EASTERNERS}(?:,? (?:en|of) {_EASTERNERS})* (?:achtergrond|nationaliteit|afkomst)",
    rf"{_LODGING} (?:van|voor) {_AT_MOST}{_NUMBER_OF} (?:tijdelijke )?{_LODGED}{_NOT_PUBLIC}",  # verblijf van ten hoogste 60 werknemers
    rf"tijdelijke {_LODGED} (?:in|bij|uit) {_FARMING}",
    r"tijdelijke buitenlandse \w+",
    r"(?:tijdelijk|kort) verblijvende (?:werknemers|eu-burgers)",
)
TARGET_GROUP = whole(TARGET_WORDS)
"""Names under which municipal papers speak of labour migrants; kennismigranten, expats and asylum seekers are others."""

OLDER_WORDS = whole(
    (
        "tijdelijke (?:werknemers?|arbeids?krachten|medewerkers|krachten|werkers)",
        "(?:huisvesting|logies) (?:van )?(?:tijdelijke )?(?:werknemers|arbeids?krachten|medewerkers)",
        *("uitzendkracht(?:en)?", "flex(?:werkers?|krachten)", "logiesgasten", "tijdelijk personeel"),
        *("polen", "roemenen", "bulgaren", "oost-?europeanen", "eu-?burgers?"),
        r"(?:mensen|inwoners|bewoners|wie) (?:die )?(?:hier|bij ons|in \w[\w-]+|in onze (?:gemeente|stad|dorpen))(?: \w+)? "
        "voor (?:hun|het) werk (?:is|zijn|woont|wonen|verblijft|verblijven|blijft|blijven|slaapt|slapen)",
    )
)
"""Words that mean labour migrants only in a paper that names these outright."""

WHO_WORK_HERE = re.compile(
    r"\b(?:wie|mensen(?: die)?|anderen(?: die)?|werknemers(?: die)?|medewerkers(?: die)?|gasten(?: die)?|inwoners die)\W+"
    r"(?:(?:hier|elders|ver|van|vandaan|tijdelijk|komt|komen|voor|het|om|te|in|onze|gemeente|kort|is|zijn|ons|bij|een|paar|maanden)\W+){1,7}"
    r"werk(?:t|en)?\b",
    re.IGNORECASE,
)
"""How a heading says whom it means: "wie hier tijdelijk werkt", "mensen die voor het werk komen" ("werk" last)."""

OTHER_GROUP = whole(
    (
        *("statushouders?", "vergunninghouders?", "asielzoekers?", "vluchtelingen", "ontheemden"),
        *("studenten", "scholieren", "starters", "senioren", "ouderen", "spoedzoekers", "woningzoekenden", "daklozen"),
        *("woonwagenbewoners", "expats?", "kennismigranten", "toeristen", "forenzen"),
    )
)
"""Groups that lists name beside labour migrants; a sentence that names one of them says little about labour migrants."""

_WORK = whole(
    (
        *(r"uitzend\w+", "inleners?", "intermediairs?", r"werkgever\w*", "werknemers?", "flexwerkers?", "personeel"),
        *("arbeidsinspectie", "(?:minimum|uur)loon", "loonstro(?:ok|ken)", r"arbeids(?:contract|overeenkomst)\w*"),
        *(
            r"distributie(?:centr\w+)?",
            r"slachter\w+",
            r"vlees(?:verwerk|bedrij|sector)\w*",
            r"seizoen(?:s|en)?-?(?:arbeid|werk|kracht)\w*",
        ),
    )
)
BED = whole(  # where they sleep, and the registers that know of it
    (
        *(r"logies\w*", r"bed(?:den)?", r"slaap(?:plaats|plek|kamer)\w*", "slapen", "slaapt", "onderkomens?"),
        *(r"nachtverblijf\w*", r"nachtregister\w*", r"huisvest\w+", r"verblijf\w*", "verblijven", r"kamergewij\w+"),
        *(r"kamerverhuur\w*", "(?:short|mid|long)[- ]?stay", "snf", "normering flexwonen", "overbewoning"),
        *("rni", r"niet-ingezeten\w+", "brp", "gba", r"inschrijv\w+", "ingeschreven", "vier maanden"),
    )
)
_COUNTRIES = (
    *("polen", r"pools\w*", "roemenië", r"roeme[ne]\w*", r"bulga\w+", r"oost-?europ\w+", "eu-?l(?:anden|idstaten)"),
    *("eu-?burgers?", r"buitenlands\w*", "hoofdverblijf elders"),
)
COUNTRY = whole(_COUNTRIES)
AFAR = whole(
    (
        *_COUNTRIES,
        *("over de (?:lands)?grens", "andere? eu-land(?:en)?", "elders in (?:de europese unie|de eu|europa)"),
        "andere? land(?:en)? (?:van|binnen|in) de (?:europese unie|eu)",
    )
)
"""The same, and ways of saying so that papers on other things have as well."""
SIDES = (_WORK, BED, COUNTRY)
"""Work, a bed, a far country: what a text on labour migrants speaks of also where it does not name them. One side alone means
others as well (tourists sleep, personnel works); two of them, sentence after sentence, hardly ever do. Growers are no side: a paper
on the countryside speaks of them and of guests' beds."""

NEAR_SUBJECTS = whole(
    (
        *(r"mensenhandel\w*", r"ondermijn\w*", r"slachtoffer\w*", r"crimine\w*", r"drugs\w*", r"seks\w*"),
        *(
            r"toeris\w*",
            r"recrea\w*",
            r"vakantie\w*",
            r"student\w*",
            r"dakloz\w*",
            r"statushouder\w*",
            "ouderen",
            "jongeren",
        ),
        *(r"bedrijventerrein\w*", r"vestigings\w*", r"kamerverhuur\w*", "zelfstandige woonruimte"),
    )
)
"""What papers on something near speak of again and again; one on labour migrants does in passing."""

_FIELDS = "(?:wonen|volkshuisvesting|sociaal domein|samenleving|economie|veiligheid|buitengebied|gezondheid)"
FRAMEWORK = whole(
    (
        r"(?:omgevings|woon|structuur|toekomst|economische |ruimtelijke |huisvestings|dorps|stads|sociale |recreatie)visie",
        r"(?:detailhandels|horeca|logistieke |mobiliteits|sport|cultuur|energie|groen)visie",
        r"(?:woonzorg|volkshuisvestings|zorg|welzijns|landbouw|agrarische |werklocaties|bedrijventerreinen|vrijetijds)visie",
        "omgevings(?:programma|plan)",
        *(r"bestemmingsplan\W+(?:\w+\W+){0,3}buitengebied", r"buitengebied\b[^|]{0,30}?\bbestemmingsplan"),
        "(?:volkshuisvestings|woon)(?:programma|agenda|plan|nota)",
        rf"(?<!integrale\s)(?:nota|programma|visie(?: op)?|beleidsplan|beleidskader) {_FIELDS}",
        r"(?:nota|programma|visie op|beleidsplan|beleidskader) (?:publieke|lokale|integrale) gezondheid",
        "integraal veiligheidsplan",
        *("sociaal (?:beleids)?plan", "sociale (?:agenda|koers)", "economische (?:agenda|koers)"),
        "huisvestingsverordening",
        "(?:beleidsplan|nota) (?:integrale )?veiligheid",
        "(?:gezondheids|economisch|vestigings|recreatie)(?:beleid|nota)",
        "wonen,? (?:welzijn|zorg)",
        r"visie op (?:het )?wonen(?=\W*(?:\d|$))",
    )
)
"""Papers on a wider field in which labour migrants have a section."""
FOR_WORKERS = re.compile(r"\bvoor\s+(?:wie|mensen\s+die|medewerkers|werknemers|tijdelijke)\b", re.IGNORECASE)
"""What makes of the name of such a paper that of one on a group: "Nota wonen voor wie tijdelijk blijft"."""


_TERM = r"(?P<term>(?:tijdelijk\w*\s+)?[^\W\d_]{5,20})"
_CALLED = (
    re.compile(
        rf"^\W*(?:\w{{1,2}}[.)]\s*)?{_TERM}\s*:\s+(?:een|elke|iedere)\s+(?:\w+e\s+)?{any_of(TARGET_WORDS)}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{any_of(TARGET_WORDS)}\W+hierna(?:\s+te\s+noemen)?\W+(?:de\s+|onze\s+)?{_TERM}", re.IGNORECASE),
    re.compile(rf"\b{_TERM}\s*:\s+{any_of(TARGET_WORDS)}", re.IGNORECASE),
    re.compile(
        rf"\b{_TERM}\s*:\s+(?:een\s+)?(?:bed|plek|plaats|plaatsen|onderdak|verblijf|logies)\s+voor\s+{any_of(TARGET_WORDS)}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:noemen\s+(?:we|wij)|(?:we|wij)\s+noemen)\s+(?:hen|ze)\s+(?:in\s+\w+\s+\w+\s+)?\W?(?:de\s+|onze\s+)?{_TERM}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bheten\s+(?:zij|ze)\s+(?:in\s+\w+\s+\w+\s+|kortweg\s+|verder\s+|hierna\s+)?\W?(?:de\s+|onze\s+)?{_TERM}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bonder\s+(?:(?:de|het|een)\s+)?\W?{_TERM}\W?\s+(?:wordt|worden|verstaan)\b", re.IGNORECASE),
)
"""Gebruiker: een arbeidsmigrant die …; arbeidsmigranten (hierna: de doelgroep); onze gasten: medewerkers uit Polen; werkverblijf: een
bed voor wie uit een ander EU-land komt; wij noemen hen nieuwkomers."""


@remembered
def own_word(text: str) -> re.Pattern[str] | None:
    """The word by which a paper says, in this text on labour migrants or their countries, that it will call them from there on."""
    theirs = TARGET_GROUP.search(text) or COUNTRY.search(text)
    found = next((match for called in _CALLED if (match := called.search(text))), None) if theirs else None
    if not found or _is_a_field(text, found["term"]):
        return None
    stem = re.sub(r"(?:en|s)$", "", found["term"].lower())
    return re.compile(rf"\b{re.escape(stem)}(?:en|s)?\b", re.IGNORECASE)


def _is_a_field(text: str, term: str) -> bool:
    """Whether a word is the head of a column, or of what a form asks: each row has it again ("Resultaat: EU-arbeidskrachten staan
    ingeschreven; Gereed: …"), so it names nobody."""
    times = len(re.findall(rf"\b{re.escape(term)}\s*:", text, re.IGNORECASE))
    return times > 1 or (times == 1 and bool(ROW.match(text)))


@remembered
def mentions(text: str) -> int:
    """How often `text` names the target group."""
    return sum(1 for _ in TARGET_GROUP.finditer(text))
