"""The words by which policy is announced, and those that take it back: pieces of regular expressions, see `wording.py`."""

from __future__ import annotations

from pipeline.documents.day import MONTHS
from pipeline.documents.wording import any_of

PAPERS = (
    r"\w*beleids(?:kader|nota|notitie|plan|regels?|visie|stuk|document|lijn)",
    r"(?:huisvestings|arbeidsmigratie|arbeidsmigranten)?beleid",
    r"(?:kader|huisvestings|arbeidsmigranten)?(?:nota|notitie|visie)",
    r"(?:afwegings|toetsings|ruimtelijk )?kader",
    r"(?:uitvoerings|actie)?programma",
    "plan van aanpak",
    "integrale aanpak",
    "huisvestingsverordening",
    "nadere regels",
    "paraplubestemmingsplan",
)
THEMSELVES = r"(?:deze|dit|onderhavige|voorliggende)"
BASIS = any_of(
    (
        *(
            "op basis van",
            "op grond van",
            "volgens",
            "conform",
            "binnen",
            "in",
            "uit",
            "bij",
            "van",
            "aan",
            "met",
            "voor",
            "naast",
        ),
        *("door", "over", "buiten", "vanuit"),
    )
)
"""A paper behind one of these is what something rests on, not what is made: "afspraken op grond van het beleid"."""

UNDER_WAY = (
    r"bezig (?:\w+ ){0,3}?(?:met|aan)",  # zijn bezig met een visie
    r"(?:gewerkt|werk|werkt|werken) (?:\w+ ){0,6}?(?:aan|toe naar)",  # wordt gewerkt aan een visie
    r"(?:gestart|begonnen|start|starten|begint|beginnen) (?:\w+ ){0,3}?(?:met|aan)",
    r"aan de slag (?:\w+ ){0,2}?met (?:een|(?:de|het|ons|onze) nieuwe?)",
    r"(?:krijg(?:t|en)|besloten(?: om)?) een(?: eigen| nieuwe?| integrale?| gemeentelijke?)?$",
    r"opdracht (?:gegeven )?(?:om|voor|tot)",
    r"stap (?:naar|tot|op weg naar)",
    r"(?:voorbereiding(?:en)?|aanzet) (?:van|voor|tot)",
    r"(?:opstellen|ontwikkelen|maken|voorbereiden|actualiseren|herzien|vaststellen) van",
    r"(?:kom|komt|komen|komst) (?:\w+ ){0,5}?(?:met|tot|van)",  # komt voor de zomer met een nota
    r"traject (?:naar|voor|om)",
    r"(?:contouren|bouwstenen|hoofdlijnen|opzet|uitgangspunten) (?:van|voor) (?:een|(?:de|het|ons|onze) (?:nieuwe?|toekomstige?))",
    r"(?:besluit|besluiten|beslist|beslissen) (?:\w+ ){0,4}?over (?:een|(?:de|het|ons|onze) nieuwe?)",
    r"(?:behandelt|behandelen|bespreekt|bespreken) (?:(?!van\b)\w+ ){0,2}?(?:een|(?:de|het|ons|onze) nieuwe?)",
    r"concept van (?:een|(?:de|het|ons|onze) nieuwe?)",
    r"(?:helpen|ondersteunen|adviseren|begeleiden) (?:ons )?(?:bij|met) (?:een|(?:de|het|ons|onze) nieuwe?)",
    r"(?:maakt|maken) (?:\w+ )?werk van een",
    r"(?:volgt|komt|start|starten|begint|beginnen|gestart|begonnen) (?:\w+ ){0,5}?(?:actualisatie|herziening|herijking|vernieuwing) van",
    r"hoe (?:we|wij|de gemeente|het college) (?:\w+ ){0,6}?(?:tot|aan)",  # hoe wij in 2021 tot een visie komen
)
"""What stands before a paper that is being made."""
IN_HAND = ("in voorbereiding", "in ontwikkeling", "in de maak", "in concept gereed")
"""What is said of a paper that is being made."""
ON_ITS_WAY = (
    "aan vernieuwing toe",
    "van ons verwachten",
    r"in (?:de|een) (?:afrondende|laatste) fase",
    r"(?:voorbereidt|opstelt|uitwerkt)",
    r"naar verwachting (?:in|eind|begin|medio|na|voor)",
    r"(?:leggen|bieden|sturen|presenteren) (?:wij|we) (?:u )?(?:in|eind|begin|medio|na|voor|dit|volgend|komend)",
    r"komt (?:naar verwachting )?(?:in|eind|begin|medio|na|voor) (?:\w+ ){1,5}?naar (?:de|uw) raad",
    rf"volgt (?:in (?:de|het|20\d\d|{any_of(MONTHS)})|voor (?:de|het)|na (?:de|het)|eind|begin|medio|dit|volgend|komend)",
)
"""The same, where it is not something of the paper that it is said of: "de evaluatie van de nota volgt in het najaar"."""
MAKES = (
    *("ontwikkelt?", "ontwikkelen", "schrijft?", "schrijven", "formuleert", "formuleren", "maakt?", "maken"),
    *(
        "actualiseert",
        "actualiseren",
        "herziet",
        "herzien",
        "herijkt",
        "herijken",
        "vernieuwt",
        "vernieuwen",
        "ontvangt",
        "ontvangen",
    ),
    *("er komt", "komt er", "ligt er", "volgt", "presenteert", "presenteren"),
)
"""Verbs that make what stands behind them: "wij ontwikkelen met werkgevers een beleidskader"."""
IN_TWO = (
    (r"stel(?:t|len)?", "op"),
    (r"bereid(?:t|en)?", "voor"),
    (r"werk(?:t|en)?", "uit"),
    (r"breid(?:t|en)?", "uit"),
    (r"leg(?:t|gen)?", "voor"),
    (r"bied(?:t|en)?", "aan"),
    (r"rond(?:t|en)?", "af"),
    (r"(?:krijg|ontvang)(?:t|en)?", "ter vaststelling"),
    (r"schui(?:ft|ven)", r"(?:door|op)(?=\W)"),
    (r"stel(?:t|len)", r"uit(?=\s*(?:[.,;]|$)|\s+(?:tot|naar)\b)"),
)
"""Verbs in two parts around what they make: "stelt in 2021 een nota op"."""
INTENDS = (
    *(
        "zal",
        "zullen",
        "gaan",
        "gaat",
        "wil",
        "willen",
        "wordt",
        "worden",
        "streven",
        "streeft",
        "verwacht",
        "verwachten",
    ),
    *("verwachting", "voornemens", "voornemen", "van plan", "beoogt", "beogen", "bedoeling", "planning", "streefdatum"),
)
INFINITIVES = (
    *(
        "opstellen",
        "ontwikkelen",
        "uitwerken",
        "maken",
        "voorbereiden",
        "formuleren",
        "vaststellen",
        "voorleggen",
        "aanbieden",
    ),
    *("herzien", "actualiseren", "herijken", "komen", "presenteren"),
)
WITH_TE = (
    *(
        "op te stellen",
        "te ontwikkelen",
        "uit te werken",
        "te maken",
        "voor te bereiden",
        "te formuleren",
        "vast te stellen",
    ),
    *("voor te leggen", "aan te bieden", "te actualiseren", "te herzien", "te herijken", "te komen"),
)
PARTICIPLES = (
    *("opgesteld", "ontwikkeld", "uitgewerkt", "gemaakt", "voorbereid", "vastgesteld", "voorgelegd", "aangeboden"),
    *("geactualiseerd", "herzien", "herijkt", "vernieuwd", "gepresenteerd", "klaar", "gereed", "afgerond"),
)
UNDER_CONSULTATION = ("ter inzage", "inspraak", "voorgelegd", "besproken")

_MAKER = any_of(
    (
        "exploitant",
        "initiatiefnemer",
        "huisvester",
        "ondernemer",
        "werkgever",
        "uitzendbureau",
        "eigenaar",
        "verhuurder",
    )
)
_COUNTS = any_of(("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", r"\d+"))
OTHERS = (
    *(
        "het rijk",
        r"de minister\w*",
        "het kabinet",
        "de provincie",
        "provinciale staten",
        "gedeputeerde staten",
        "de vng",
    ),
    *("staatssecretaris", r"buurgemeente\w*", rf"(?:de|een|elke|iedere) {_MAKER}"),
    r"de regio(?:gemeenten)? (?:werk|bereid|stel|kom|maak)(?:t|en)",
    r"de gemeente (?!raad)(?-i:[A-Z])\w+ (?:werkt|bereidt|stelt)",
    rf"(?:{_COUNTS}|enkele|sommige|andere|meeste|veel|diverse) gemeenten",
    r"(?:mee\s?(?:te\s?)?werken aan|(?:helpen|ondersteunen|bijstaan) (?:\w+ ){0,4}?bij) (?:het )?(?:opstellen|maken|ontwikkelen) van",
)
"""Whose policy it is not."""
PAST = (
    r"(?:heeft|hebben|had|hadden|is in (?:19|20)\d\d|werd|werden|destijds)\b[^.;]{0,80}"
    r"\b(?:vastgesteld|opgesteld|ontwikkeld|gemaakt|vernieuwd|herijkt)",
    r"(?:begonnen|startten) (?:wij|we)",
    r"in (?:19|20)\d\d gaf",
    r"(?:vorig(?:e)? (?:jaar|voorjaar|najaar|zomer|maand)|afgelopen \w+|destijds)\b[^.;]{0,120}\b(?:ter inzage|inspraak)",
    r"nooit (?:\w+ ){0,4}?(?:voorgelegd|aangeboden|vastgesteld|gekomen)",
    r"(?:sinds|na) (?:het|de) (?:vaststell\w+|opstellen|maken|actualiser\w+|herzien\w*) van",
    r"(?:jaarlijks|periodiek) ge(?:actualiseerd|evalueerd)",
)
NOT_NEW = (
    r"in stemming (?:gebracht|komt|was)",
    r"(?:verworpen|weggestemd|geen meerderheid)",
    r"(?:wordt|worden) (?:\w+ ){0,6}(?:geëvalueerd|gemonitord|getoetst|toegepast|gehandhaafd|uitgevoerd|gepubliceerd"
    r"|bekendgemaakt|ingetrokken|vervangen|aangehaald)",
)
NOT_AT_ALL = (
    r"geen (?:\w+ )?(?:aanleiding|voornemen|behoefte|reden|noodzaak|plannen)",
    r"niet (?:voornemens|van plan|het voornemen|nodig|overgaan)",
    r"(?:wordt|worden|zal|zullen) (?:\w+ ){0,6}?niet (?:\w+ ){0,3}?"
    r"(?:herzien|geactualiseerd|aangepast|gewijzigd|opgesteld|gemaakt|uitgewerkt|aangeboden|voorgelegd|vastgesteld)",
    r"zie(?:t|n) (?:\w+ ){0,4}af van",
    r"(?:gestopt|stop(?:t|pen)) (?:\w+ ){0,2}?met",
    r"ga(?:at|an) (?:\w+ )?niet door",
    r"niet (?:\w+ ){0,3}?(?:wordt|worden|zal|zullen) (?:worden )?"
    r"(?:herzien|geactualiseerd|opgesteld|gemaakt|uitgewerkt|aangeboden|voorgelegd|vastgesteld)",
    r"opdracht\b[^.;]{0,80}\b(?:is|zijn|werd) (?:ingetrokken|teruggegeven|geschrapt)",
    r"(?:gestaakt|stopgezet|afgeblazen|afgezien van|varen)",
    r"niet (?:(?:meer|verder|(?:aan|bij) (?:de|uw) (?:gemeente)?raad) ){0,2}(?:voor|aan|op|uit)(?=[.,:;]|$| en\b)",
    r"kom(?:t|en) er (?:\w+ )?niet(?=[.,:;]|$)",
    r"zal er (?:\w+ )?niet komen",
    r"(?:ge)?werk(?:t|en)? (?:\w+ ){0,2}?niet (?:(?:meer|verder|langer) )?(?:\w+ )?aan",
    r"niet (?:(?:meer|verder|langer) )?(?:aan )?gewerkt",
    r"^\W*(?:antwoord\W+)?nee\b",
    r"(?:vroeg|vroegen|vraagt|vragen) (?:\w+ ){0,4}of",
)
"""That there will be none: "wij zijn niet van plan een nota op te stellen"; or that somebody asked whether there will be."""
ADVICE = (r"(?:dient|dienen|moet|moeten|zou|zouden|kan|kunnen)\b[^.;]{0,80}\bworden", r"aanbevel\w+")
"""What somebody else should do ("deze visie dient te worden ondersteund") announces nothing."""
