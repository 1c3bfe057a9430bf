"""A paragraph, or some in a row, on those who came from afar to work: who they are, what they do and where they sleep, without a name."""

from dataclasses import replace

import pytest

from pipeline.documents.told_passages import told_passages
from tests.documents.made import extraction, passages
from tests.documents.test_subject_plain import wide

THEIRS = {
    "east of Poland": (
        "Van april tot oktober komen de plukkers. Vroeger kwamen zij uit het dorp; nu uit de dorpen van Oost-Polen. Een teler heeft er "
        "in juni vijfenveertig nodig. Zij wonen waar de teler ze kwijt kan: in een omgebouwde loods, in stacaravans, in een huurhuis. "
        "Een teler mag op zijn bouwvlak tot dertig plukkers onderbrengen, na een vergunning. Ieder heeft twaalf vierkante meter."
    ),
    "summer": (
        "In de koelhuizen en op het land werken elke zomer zo'n zeshonderd mensen die hun huis in Litouwen of Portugal hebben. "
        "Zij slapen in de schuur van de teler, in een caravan of met zes in een rijtjeshuis. Dat moet beter. Wij geven ruimte "
        "aan vijftig bedden per bedrijf. Voor wie blijft zoeken wij een plek bij de bushalte."
    ),
    "agency": (
        "Bij ons staan 52 woningen op naam van een uitzendbureau dat er zijn eigen krachten in onderbrengt. De bewoners komen "
        "uit Hongarije en Slowakije. Zij werken in ploegen en wonen met vijf of zes in een huis.\n- Elk jaar bezoeken wij alle "
        "adressen en tellen de bedden.\n- Is een pand niet brandveilig, dan gaat het dicht en betaalt de verhuurder een ander "
        "bed.\n- Wie nog niet is ingeschreven, schrijven wij ter plekke in."
    ),
    "victims": (
        "Van de negen meldingen gingen er zeven over de tuinbouw. De slachtoffers kwamen uit Roemenië en Bulgarije. Zij plukten"
        " tien uur per dag, kregen de helft van het minimumloon en waren hun paspoort kwijt. Hun slaapplaats hing aan het werk,"
        " dus zij durfden niet te klagen. Wij openen met de buurgemeenten een meldpunt en regelen opvang en rechtshulp."
    ),
    "regulation": (
        "Het is verboden zonder vergunning woonruimte te verhuren aan personen die in Nederland werken en in een andere "
        "lidstaat hun hoofdverblijf hebben.\nDe verhuurder heeft een nachtregister en een beheerder, en er is per bewoner een "
        "eigen slaapkamer.\nDe huur staat los van de arbeidsovereenkomst en eindigt niet eerder dan vier weken na het "
        "dienstverband."
    ),
    "doctor": (
        "In de slachterij en in de kassen komt bijna iedereen aan de band uit Roemenië of Polen. Zij zijn verzekerd zolang het "
        "werk duurt, en slapen in een pension van de baas. Een huisarts hebben zij zelden. Wij vragen de praktijken een "
        "gezamenlijk spreekuur te beginnen. Wie zijn baan verliest, verliest ook zijn bed en zijn polis; daarvoor maken wij "
        "afspraken met de verzekeraar."
    ),
    "vision": (
        "De distributiecentra draaien op mensen die een bureau uit heel Europa haalt. Zij werken hier een paar maanden en wonen"
        " met vier op een kamer boven een winkel. Wij willen dat er vierhonderd bedden bij komen op twee plekken aan de rand, "
        "met een beheerder. Kamers in gewone straten willen wij niet meer. Iedereen die langer dan vier maanden blijft staat "
        "straks ingeschreven."
    ),
    "cloister": (
        "De helft van de mensen in het oude klooster komt uit Hongarije en werkt bij de rozenkweker. Met elkaar zijn zij met "
        "negentig. Ze slapen met zijn vieren op een kamer en koken in de gang. Het dorp wil hen beter leren kennen en vraagt de"
        " kweker om een huisvader. In de kern willen wij geen huizen vol bedden."
    ),
    "harvest": (
        "Oogsten doen we hier al lang niet meer zelf. In mei komen de stekers, vooral uit Polen, en na Sint-Jan zijn zij weg. "
        "Zij staan in units achter de loods. Aan units in het zicht werken wij niet mee. Voor bedden in een bestaande stal wel,"
        " tot veertig per erf, en alleen zolang het seizoen duurt."
    ),
    "born": (
        "In de kassen en bij de vervoerders werken naar schatting drieduizend mensen die niet in Nederland zijn geboren en hier"
        " niet willen blijven. De economie kan niet zonder hen. Zij zitten nu in vakantiehuisjes en met zijn zessen in een "
        "tussenwoning. Daarom maken wij nieuw beleid.\n- Er komen geen panden met kamers bij.\n- Er komt een locatie met "
        "tweehonderd bedden en een beheerder.\n- Wij willen weten wie hier slaapt en gaan over de inschrijving in gesprek."
    ),
    "yard": (
        "Op de werf lassen Kroaten en Portugezen. Het werk duurt een half jaar, daarna gaan zij naar de volgende klus. De "
        "meesten slapen in een pension aan de haven of in een bungalow op het park. Wij willen dat werven vooraf laten zien "
        "waar hun mensen slapen. Aan een logiesgebouw naast de werf werken wij mee."
    ),
    "raid": (
        "In een vleesfabriek trof de inspectie Bulgaarse en Moldavische werknemers aan die veertien uur per dag stonden. Zij sliepen op "
        "matrassen boven de koeling en hadden hun paspoort afgegeven. Een chauffeur belde de politie. Uitbuiting mag hier niet lonen. "
        "Met de Arbeidsinspectie houden wij elk kwartaal een controle."
    ),
    "pickers": (
        "Een teler moet zijn plukkers in de drukke weken een goed onderkomen kunnen bieden. Wij kiezen voor logies op het erf. Per bedrijf "
        "mogen er zestig slaapplaatsen komen, in een bestaande stal, en units van april tot november. Een beheerder slaapt er ook."
    ),
    "far": (
        "Mensen die van ver komen om bij ons te werken verdienen een eigen kamer. Nu wonen zij met negen in een huis voor een gezin. Wij "
        "willen een paar degelijke gebouwen aan de rand van het dorp, niet groter dan tachtig bedden. Wie woningen volstopt pakken wij aan."
    ),
}
OTHERS = {
    "fled": (
        "In het oude klooster slapen sinds maart negentig mensen uit Oekraïne. De helft werkt bij de rozenkweker of in de "
        "kassen. Zij zijn ingeschreven en hebben een huisarts. Wij houden de bedden tot het einde van de regeling. Voor wie "
        "langer blijft zoeken wij kamers."
    ),
    "students": (
        "Studenten komen uit Polen, Roemenië en Italië en wonen met zijn zessen in een rijtjeshuis. Zij werken 's avonds in de "
        "horeca. Wij willen vierhonderd kamers erbij, met een beheerder, en geen nieuwe panden in de binnenstad."
    ),
    "tourists": (
        "Op de campings slapen gasten uit Duitsland, Polen en België. Zij komen voor rust en ruimte. De bedden zijn in de zomer"
        " vol en het personeel werkt dan zes dagen. Wij geven ruimte aan vijftig bedden per bedrijf en willen een "
        "nachtregister."
    ),
    "holders": (
        "Statushouders werken in de kassen en in het magazijn, vaak via een uitzendbureau. Zij komen uit Syrië en Eritrea. Zij "
        "slapen in de tussenvoorziening tot er een woning is. Wij willen dat zij na vier maanden zijn ingeschreven en een "
        "huisarts hebben."
    ),
    "knowledge": (
        "De chipfabriek haalt ingenieurs uit Spanje, Italië, India en Polen. Deze kennismigranten werken hier drie jaar en "
        "wonen in een appartement bij het station. Wij willen zeshonderd studio's en een internationale school. Wie zich "
        "inschrijft krijgt een welkom."
    ),
    "sex": (
        "In de onvergunde prostitutie werken vooral jonge vrouwen uit Roemenië, Bulgarije en Hongarije. Zij slapen in een "
        "vakantiehuisje of in een hotel en reizen na een week door. Wij controleren advertenties, en wie slachtoffer is krijgt "
        "opvang en een tolk."
    ),
    "drivers": (
        "Op het bedrijventerrein staan in het weekend veertig vrachtwagens. De chauffeurs komen uit Polen, Litouwen en Roemenië"
        " en slapen in hun cabine. Er is geen toilet. Wij willen een parkeerplaats met een hek, en bekeuren wie in de berm "
        "staat."
    ),
    "pupils": (
        "Scholieren plukken in de zomer aardbeien en werken in de supermarkt. Zij krijgen het minimumloon en slapen thuis. De "
        "telers vinden moeilijk personeel. Wij houden op school een dag over werk in de tuinbouw. Er zijn bedrijven die leveren"
        " aan Polen en Duitsland."
    ),
    "rooms": (
        "In de binnenstad zijn 340 panden met kamers. Er wonen alleenstaanden, mensen na een scheiding, uitzendkrachten en "
        "jongeren. Zij werken vaak in de stad. De verhuurder betaalt zelden voor brandveiligheid. Wij bezoeken elk jaar veertig"
        " panden."
    ),
    "rent": (
        "Het is verboden zonder vergunning woonruimte te verhuren aan drie of meer personen die geen huishouden vormen.\nDe "
        "verhuurder heeft een beheerder en er is per bewoner een eigen slaapkamer.\nDe huurovereenkomst staat op schrift en "
        "wordt verstrekt in een taal die de huurder begrijpt."
    ),
    "twin": (
        "Met onze zusterstad in Polen wisselen wij elk jaar uit. De brandweer werkt er een week mee en slaapt in de kazerne. "
        "Muzikanten uit Roemenië en Hongarije komen naar het festival en slapen bij gezinnen. Wij willen dat bedrijven en "
        "verenigingen meedoen."
    ),
    "border": (
        "Elke dag rijden achthonderd mensen uit België en Duitsland hierheen om te werken in de distributiecentra. Zij slapen "
        "thuis en zijn hier niet ingeschreven. De bus over de grens rijdt te weinig. Wij willen een lijn die aansluit op de "
        "ploegen."
    ),
    "visitors": (
        "De bezoekers van het museum komen van ver. Zij slapen in het dorp en eten in de herberg. Het museum werkt met vrijwilligers. Wij "
        "willen dat er kamers bij komen, met ontbijt, en bedden op de boerderij. Plukken mag ook: aardbeien bij de teler."
    ),
    "past": (
        "In de jaren zestig kwamen de gastarbeiders uit Spanje, Italië en Griekenland. Zij werkten in de textielfabriek en woonden met "
        "zijn zessen op een kamer in het pension aan de Stationsstraat. Het pension staat er nog. Wij wijzen het aan als monument."
    ),
    "lab": (
        "In een schuur trof de politie vier mannen uit Polen en Bulgarije die in een drugslab werkten. Zij sliepen op matrassen boven de "
        "ketels. De eigenaar zegt van niets te weten. De burgemeester sloot de schuur voor een jaar."
    ),
    "gangs": (
        "Groepen dieven uit Roemenië en Litouwen werken in de zomer de winkels langs de snelweg af. Zij slapen in een busje of op een "
        "camping. Met de politie delen wij kentekens, en campings vragen wij een nachtregister bij te houden."
    ),
    "nurses": (
        "Het ziekenhuis haalt verpleegkundigen uit Spanje en Portugal. Zij werken hier twee jaar en wonen op kamers in de zusterflat. De "
        "flat heeft tachtig bedden en is te klein. Wij werken mee aan een verdieping erbij."
    ),
    "firms": (
        "Bij ons werken bedrijven uit Polen, Italië en Spanje aan de nieuwe brug. De aannemer zet een keet neer met kantoren en kamers "
        "voor overleg. Omwonenden krijgen een brief. Het bouwverkeer rijdt om het dorp, en wie klaagt belt de bouwplaats."
    ),
    "nursing": (
        "In de verpleeghuizen werken mensen uit Portugal en Spanje naast de verzorgenden van hier. Er staan 340 bedden op vier locaties. "
        "Er is een tekort aan kamers voor echtparen. Wij bouwen tachtig kamers erbij, met een beheerder en een huisarts in huis."
    ),
    "parents": (
        "Uitzendkrachten wonen vaak nog bij hun ouders en krijgen geen hypotheek. Voor hen bouwen wij huurwoningen. Het minimumloon is te "
        "laag voor een vrije huurwoning. Zij slapen op de bank of in een studio die te duur is. De corporatie bouwt er vierhonderd."
    ),
    "archive": (
        "Het stadsarchief bewaart brieven van Portugezen die in de mijnen werkten. Zij woonden in koloniën en sliepen in "
        "ploegendienst in hetzelfde bed. De tentoonstelling gaat over hun leven. De kamers zijn nagebouwd met bedden en een kachel."
    ),
    "branches": (
        "Logistieke bedrijven uit Polen en Roemenië openen hier een vestiging. Zij werken dag en nacht, en het verkeer komt langs de "
        "huizen. De bewoners slapen slecht. Wij meten het geluid in de slaapkamers en betalen mee aan ramen. De bedrijven doen dat ook."
    ),
    "elsewhere": (
        "In de kassen komt bijna iedereen uit Polen of Roemenië. Zij slapen bij de teler of in een pension. Over hun "
        "huisvesting is eigen beleid dat in 2021 is vastgesteld. Deze visie gaat over water, energie en kavels."
    ),
    "market": (
        "Onze telers verkopen in Polen, Roemenië en heel Oost-Europa. Zij werken met kassen van tien hectare. De rente is hoog "
        "en het personeel schaars. Een bed and breakfast op het erf mag, tot vier kamers."
    ),
}


@pytest.mark.parametrize("told", THEIRS.values(), ids=THEIRS)
def test_a_wide_paper_is_about_them_for_the_paragraphs_that_tell_who_they_are_what_they_do_and_where_they_sleep(told):
    made = wide("Programma 2023-2026 gemeente Someren", "Onze streek", told)
    assert (made.about.value, made.scope.value) == (True, ((4, 5 + told.count("\n")),))


@pytest.mark.parametrize("told", OTHERS.values(), ids=OTHERS)
def test_paragraphs_on_others_who_work_or_sleep_here_do_not_make_it_so(told):
    assert not wide("Programma 2023-2026 gemeente Someren", "Onze streek", told).about.value


def test_it_counts_up_to_where_the_text_goes_on_about_others():
    told = f"{THEIRS['cloister']}\nIn het recreatiepark wonen mensen na een scheiding. Zij krijgen tot 2025 de tijd."
    assert wide("Programma 2023-2026 gemeente Someren", "Onze streek", told).scope.value == ((4, 5),)


LIST = (
    "De stal met een keukentje en het huis met elf matrassen zijn allebei verboden. Waar uitzendkrachten in een pand zijn "
    "ondergebracht gaan wij zo te werk:"
)
ITEMS = (
    "Een toezichthouder en een medewerker van de gemeente lopen jaarlijks veertig adressen na.",
    "Ontbreken rookmelders, dan gaat de verdieping leeg en betaalt de eigenaar een ander verblijf.",
    "Wie er woont krijgt een kaart in het Pools en het Roemeens met de nummers van het loket.",
    "Eigenaren die eerder zijn aangeschreven krijgen geen waarschuwing vooraf.",
)


def listed(intro, items):
    first, *rest = passages(extraction("\n".join(("# Wonen", intro, *(f"- {item}" for item in items)))))
    return [first, *(replace(one, lead_in=first.sentences[-1].text) for one in rest)]


def test_all_items_of_a_list_on_agency_workers_are_theirs():
    assert [one.number for one in told_passages(listed(LIST, ITEMS))] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("intro", "items"),
    [
        (LIST.replace("uitzendkrachten", "mensen"), ITEMS),
        (LIST.replace("uitzendkrachten", "jongeren, uitzendkrachten"), ITEMS),
        (LIST, (*ITEMS[:2], "Wie er woont krijgt een kaart met de nummers van het loket.", ITEMS[3])),
    ],
    ids=["people", "a row of people", "no far country"],
)
def test_a_list_on_whoever_lives_in_such_a_house_is_not(intro, items):
    assert not told_passages(listed(intro, items))


CHAPTER = (
    ("Artikel 5", THEIRS["regulation"].split("\n")[0]),
    ("Artikel 6", "De verhuurder heeft een nachtregister en een beheerder, en niemand deelt een slaapkamer."),
    (
        "Artikel 7",
        "De vergunning kan worden ingetrokken als de verhuurder een boete heeft gekregen of zich niet houdt aan de wet.",
    ),
)


def articles(chapter, told):
    made = passages(extraction("\n".join(f"# {head}\n{text}" for head, text in told)))
    return [replace(one, section=("Verordening", chapter, one.section[-1])) for one in made]


def test_a_chapter_of_articles_that_opens_with_a_rule_for_them_is_theirs():
    before, after = (
        articles("Hoofdstuk 2", [("Artikel 4", "Voorrang.")]),
        articles("Hoofdstuk 4", [("Artikel 8", "Boete.")]),
    )
    made = [replace(one, number=n) for n, one in enumerate((*before, *articles("Hoofdstuk 3", CHAPTER), *after))]
    assert [one.number for one in told_passages(made)] == [1, 2, 3]


def test_a_chapter_that_opens_with_a_rule_for_whoever_rents_is_not():
    told = [("Artikel 5", OTHERS["rent"].split("\n")[0]), *CHAPTER[1:]]
    assert not told_passages(articles("Hoofdstuk 3", told))


GUESTS = (
    "Bij de kwekers werken er in de zomer tweehonderd. De helft woont in units achter de kas en de rest in drie huizen in "
    "de kern, met elf op een adres. In een daarvan slapen zij op de gang. Zij groeten vriendelijk en doen hier "
    "boodschappen."
)


def test_a_heading_that_names_them_is_enough_where_the_text_tells_what_they_do_and_where_they_sleep():
    assert wide("Dorpsvisie Lierop 2030", "De mannen en vrouwen uit Polen en Bulgarije", GUESTS).about.value


@pytest.mark.parametrize(
    "told",
    [
        (
            "Zij werken in clubs en in vakantiehuisjes. Zij slapen waar zij werken, in kamers boven een bar. De politie controleert"
            " prostitutie."
        ),
        "Zij komen elk jaar met de kermis mee en bouwen de kramen op. Het dorp is trots op die traditie en op de parade.",
    ],
    ids=["prostitution", "fair"],
)
def test_such_a_heading_over_something_else_is_not(told):
    assert not wide("Dorpsvisie Lierop 2030", "De vrouwen uit Polen en Bulgarije", told).about.value
