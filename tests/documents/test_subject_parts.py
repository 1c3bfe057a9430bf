"""Which part of a wider paper is about labour migrants: its sections, chapters, paragraphs and rows."""

from dataclasses import replace

import pytest

from pipeline.documents.own_sections import silent_sections
from pipeline.documents.scope import counting
from tests.documents.made import extraction, passages, read
from tests.documents.test_subject import FILLER, WATER

SECTION = (
    "# 5.4 Arbeidsmigranten\nVoor arbeidsmigranten komen er tot 2025 driehonderd plaatsen bij, verdeeld "
    "over drie locaties aan de rand van de kernen. De arbeidsmigranten krijgen een eigen kamer, de "
    "beheerder is dag en nacht bereikbaar en de gemeente houdt toezicht op elke locatie."
)


def test_a_section_makes_a_framework_about_them_and_is_its_scope():
    paper = read("## Woonvisie 2020", f"# 5 Wonen\n{FILLER}\n{SECTION}\n# 5.5 Ouderen\n{FILLER}")
    assert (paper.about.value, paper.scope.value) == (True, ((1, 2),))


def test_a_section_whose_heading_alone_names_them_counts_where_it_shows_how_they_live():
    text = (
        "Ook hier slapen mensen die hier tijdelijk werken. Wij streven naar verblijf op kleine locaties in vrijkomende gebouwen, "
        "dicht bij het bedrijf waar zij werken. Wie hier voor korte tijd werkt, verdient een goede en veilige slaapplaats."
    )
    assert read(f"## Omgevingsvisie Heeze-Leende\n{FILLER}", f"# 4.6 Verblijf van arbeidsmigranten\n{text}").about.value
    assert not read(
        f"## Omgevingsvisie Heeze-Leende\n{FILLER}", f"# 4.6 Verblijf van arbeidsmigranten\n{FILLER}"
    ).about.value


def test_a_budget_with_a_section_of_substance_is_about_them_but_one_with_a_line_is_not():
    line = "# Arbeidsmigranten\nWij maken beleid voor arbeidsmigranten."
    assert not read("## Programmabegroting 2024", f"# Wonen\n{FILLER}\n{line}\n# Zorg\n{FILLER * 3}").about.value
    assert read(
        "## Programmabegroting 2024",
        f"# Wonen\n{FILLER}\n{SECTION} {SECTION[20:]} {SECTION[20:]}\n# Zorg\n{FILLER * 3}",
    ).about.value


def test_of_a_budget_with_a_section_on_them_that_section_counts_alone():
    section = f"{SECTION} {SECTION[20:]} {SECTION[20:]}"
    made = read("## Programmabegroting 2024", f"# Wonen\n{FILLER}\n{section}\n# Zorg\n{FILLER * 3}")
    assert made.scope.value == ((1, 4),)


def test_a_nota_on_other_people_is_about_them_for_a_chapter_of_theirs():
    theirs = (
        "In onze kassen werken Polen en Roemenen. Zij zijn geen statushouder. Arbeidsmigranten vragen vooral naar hun loon en contract. "
        "De gemeente houdt elke dinsdag een spreekuur voor arbeidsmigranten, over de loonstrook en ontslag. Kwekers met buitenlandse "
        "krachten krijgen geld voor taalles op het werk."
    )
    others = "# 2 Een huis\nVoor statushouders zoeken wij woningen.\n# 3 Taal\nStatushouders leren de taal bij het werk van statushouders."
    made = read(
        "## Nota statushouders Someren 2022",
        f"Vastgesteld door de raad van Someren op 3 mei 2022\n{others}\n# 4 Wie er ook nog zijn\n{theirs}",
    )
    assert (made.about.value, bool(made.scope.value)) == (True, True)


def test_a_paper_wholly_about_them_has_no_scope_even_when_its_title_is_silent():
    body = "\n".join(
        f"# {n} Hoofdstuk\nArbeidsmigranten verdienen goede huisvesting. {FILLER[:160]}" for n in range(1, 14)
    )
    paper = read("## De lange blik", body)
    assert (paper.about.value, paper.scope.value) == (True, None)


def test_a_wider_paper_with_its_mentions_in_one_chapter_counts_for_that_chapter():
    chapters = "\n".join(f"# {n} Opgave {n}\n{FILLER}" for n in range(1, 6))
    assert read("## Samen vooruit\nKoers 2030", f"{chapters}\n{SECTION}").scope.value == ((6, 7),)


HANDS = (
    "De fabrieken en distributiecentra draaien voor een groot deel op mensen uit Polen en Roemenië, zo'n 6.000. Wij zien liever "
    "bedrijven komen die met minder uitzendwerk toekunnen. Wie hier voor kort komt werken, moet prettig kunnen logeren, bij het werk. "
    "Zo houdt ieder zijn rust. "
    "Verspreide bedden in gezinswoningen willen wij zien verdwijnen. Wie blijft, vindt op termijn een plaats op de gewone woningmarkt."
)


@pytest.mark.parametrize(
    "title",
    [
        "Omgevingsvisie deel 3",
        "Woonzorgvisie gemeente Boekel 2025-2030",
        "Landbouwvisie Boekel",
        "Sociaal beleidsplan Boekel",
    ],
)
def test_a_short_section_of_a_framework_under_another_name_is_about_them(title):
    others = (
        "# 4.2 Water\nIn 2050 kan de beek weer buiten haar oevers treden.\n# 4.3 Energie\nOp de daken ligt in 2030 zon."
    )
    made = read(
        f"## {title}",
        f"{others}\n# 4.6 Handen van ver\n{HANDS}\n# 4.7 Wegen\nDe weg houdt één rijstrook.",
    )
    assert made.about.value
    assert made.scope.value


def test_a_section_of_a_framework_that_points_at_them_often_may_tell_much_else_too():
    told = (
        "In de kassen werken in het seizoen achthonderd Polen, Bulgaren en Roemenen. Zij slapen bij de baas. Twee bedrijven "
        "hielden de paspoorten van mensen uit Roemenië in een kluis. Een team van gemeente en politie gaat elk seizoen langs tien huizen. "
        "Signalen kunnen anoniem worden gemeld, ook in het Pools, en gaan binnen twee dagen door. De burgemeester spreekt maandelijks met "
        "collega's over de grens. Met de kwekers maken wij een afspraak: loon op een eigen rekening en een contract dat mensen uit Polen "
        "kunnen lezen. Eind volgend jaar doen er twintig mee. De bevindingen gaan naar de raad, die er in het najaar over praat. "
    )
    others = "# 1 Horeca\nPortiers hebben een gele kaart.\n# 2 Jeugd\nDe jongerenwerker is er op vrijdag."
    made = read(
        "## Integraal veiligheidsplan 2019-2022",
        f"{others}\n# 4 Uit het zicht\n{told}\n# 5 Slot\nDe buurtapps blijven.",
    )
    assert (made.about.value, bool(made.scope.value)) == (True, True)


ARRIVED = (
    "In de bloemenstreek werken in het voorjaar tweeduizend mensen uit Polen en Bulgarije. Zij plukken en pakken, en slapen "
    "bij de kweker of in een huis in het dorp. Veel van hen komen elk jaar terug."
)


BEDS = (
    "Kwekers mogen tot veertig bedden op hun erf zetten. In een woning slapen niet meer dan vier mensen. Het nieuwe gebouw bij de "
    "veiling krijgt driehonderd kamers, met een keuken voor elke acht bewoners."
)


PAY = "Met bureaus spreken wij af dat wie werkt zijn loon op een eigen rekening krijgt. Wie zijn baan verliest houdt een maand zijn bed."


def chaptered(*parts):
    """The passages of a vision: each part is its headings, from the top down with " / " between them, and a text."""
    made = passages(extraction("\n".join(text for _, text in parts)))
    return [
        replace(one, section=("Visie", *headings.split(" / "))) for one, (headings, _) in zip(made, parts, strict=True)
    ]


def test_a_silent_chapter_counts_with_all_its_sections():
    read = chaptered(
        ("Water", WATER),
        ("Handen van ver", ARRIVED),
        ("Handen van ver / Slapen", BEDS),
        ("Handen van ver / Loon", PAY),
        ("Wegen", WATER),
    )
    assert ("Visie", "Handen van ver") in silent_sections(read, framework=True)


COME_TO_STAY = (
    "In vier jaar kwamen er zevenhonderd mensen uit Polen, Roemenië en Hongarije bij. Eerst alleen, nu ook met man, vrouw of kind. "
    "Een buurvrouw uit Bulgarije opende er een winkel. "
    + "De school en de sportclub merken dat het eerst, en de bakker daarna. "
    * 16
)


DESK = (
    "Nieuwe buren vragen om uitleg. De gemeente wil die geven op een plek waar zij toch al komen. Wie zich meldt krijgt een nummer "
    "en een folder in de eigen taal. De bibliotheek helpt bij een brief van de school. "
)


def test_a_chapter_that_begins_with_them_counts_though_it_says_zij_from_there_on():
    named = ("Nieuw in de straat", COME_TO_STAY), ("Nieuw in de straat / De balie", DESK)
    assert silent_sections(chaptered(("Water", WATER * 9), *named), framework=True) == [
        ("Visie", "Nieuw in de straat"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        f"{DESK} {DESK} {COME_TO_STAY}",  # they come last
        f"{COME_TO_STAY} Ook statushouders vragen naar school.",
        COME_TO_STAY.replace("In vier jaar kwamen er", "De").replace(
            "Hongarije bij", "Hongarije vallen buiten deze visie"
        ),
        COME_TO_STAY.replace(" uit Polen, Roemenië en Hongarije", "").replace("uit Bulgarije", "van ver"),
        COME_TO_STAY + " De bibliotheek helpt bij een brief van de school." * 40,  # too seldom for so long a chapter
    ],
)
def test_a_chapter_that_begins_otherwise_names_others_or_seldom_points_at_them_does_not(told):
    assert not silent_sections(chaptered(("Water", WATER * 9), ("Nieuw in de straat", told)), framework=True)


def test_the_chapters_that_hold_most_of_a_vision_are_no_part_of_it():
    read = chaptered(("Handen van ver", ARRIVED), ("Handen van ver / Slapen", BEDS), ("Wegen", PAY))
    assert ("Visie", "Handen van ver") not in silent_sections(read, framework=True)


def test_a_chapter_in_which_one_section_is_theirs_counts_for_that_alone():
    read = chaptered(
        ("Wonen", WATER),
        ("Wonen / Senioren", WATER),
        ("Wonen / Handen van ver", f"{ARRIVED} {BEDS} {PAY}"),
        ("Wegen", WATER * 3),
    )
    assert silent_sections(read, framework=True) == [("Visie", "Wonen", "Handen van ver")]


def test_a_section_on_their_health_that_points_at_them_all_the_time_is_theirs():
    health = (
        "De verpleegkundige sprak met vrouwen uit Polen en Roemenië. De meesten hadden geen huisarts. Mensen uit Polen namen pillen van "
        "thuis mee. Er komt elke maand een spreekuur in het Pools. Ook mensen uit Bulgarije en Letland zijn er welkom."
    )
    read = chaptered(("Bewegen", WATER), ("Wie wij missen", health), ("Roken", WATER))
    assert silent_sections(read, framework=True) == [("Visie", "Wie wij missen")]


@pytest.mark.parametrize("heading", ["Bedden voor wie hier tijdelijk werkt", "Tijdelijke werknemers"])
def test_a_section_of_a_framework_whose_heading_means_them_is_theirs(heading):
    told = (
        "Veel banen in de slachterij worden vervuld door mensen die via een uitzendbureau uit een ander EU-land komen. Een arbeidsmigrant "
        "die kort blijft, heeft een bed nodig. Het college kiest drie plekken met honderd bedden, dicht bij een dorp met een beheerder. "
        "Een plek ligt aan een weg met een fietspad en een vergunning. De parken worden daarna opgeknapt en het groen "
        "wordt hersteld. Op de parken mag na 2028 niemand meer wonen; de eigenaar zoekt een andere plek. Corporaties bouwen in elke "
        "uitbreiding twintig kleine woningen."
    )
    read = chaptered(("Bouwen", WATER), (heading, told), ("Roken", WATER))
    assert silent_sections(read, framework=True) == [("Visie", heading)]


def test_a_section_without_a_name_for_them_needs_three_pointers():
    told = (
        "Van februari tot het najaar werken op de bollenbedrijven enkele duizenden Polen, en sinds kort Bulgaren. De telers zeggen dat hun "
        "oogst zonder hen blijft staan. Zij slapen in verbouwde schuren en in eengezinswoningen. Iemand die hier een half jaar "
        "meewerkt moet goed kunnen slapen. Op een bedrijf mag de ondernemer voor eigen personeel onderdak maken voor veertig personen. "
        "Voor wie bij meer bedrijven werkt komt er een logiesgebouw met bedden. In een woning slapen hoogstens vier mensen."
    )
    read = chaptered(("Bouwen", WATER), ("Een seizoen lang", told), ("Roken", WATER))
    assert silent_sections(read, framework=True) == [("Visie", "Een seizoen lang")]


ASPARAGUS = (
    "De asperge- en boomtelers hebben in het voorjaar veel handen nodig. Om te voorkomen dat buitenlandse seizoenwerkers slecht "
    "slapen, mogen zij op het bedrijf zelf overnachten. Burgemeester en wethouders verlenen daarvoor ontheffing voor woonunits binnen het "
    "bouwvlak. De teler toont aan dat het personeel uit Polen nodig is. Er slapen hoogstens dertig mensen per bedrijf, ieder met acht "
    "vierkante meter, en alleen wie er werkt. De units staan er niet langer dan zes maanden per jaar."
)


def test_a_paragraph_in_a_chapter_on_something_else_counts_where_it_is_plainly_on_them():
    others = f"# 3 Wegen\n{WATER}\n# 4 Bedrijven\nElk bedrijf heeft een bouwvlak.\n{ASPARAGUS}\n# 5 Natuur\n{WATER}\n{FILLER * 8}"
    made = read(
        "## Nota landelijk gebied Someren 2011", f"Vastgesteld door de raad van Someren op 3 mei 2011\n{others}"
    )
    assert (made.about.value, len(made.scope.value or ())) == (True, 1)


STREET = (
    "Arbeidsmigranten die op straat raken, krijgen vijf nachten in de opvang die wij inkopen bij de kerk. In die dagen brengt een tolk hen "
    "op onze kosten bij een arts en helpt wie dat wil op weg naar huis."
)


AROUND = f"# 3 Ouderen\n{WATER}\n# 5 Opvang\nEr zijn twaalf mensen zonder dak.\n{{told}}\n# 6 Geld\n{FILLER * 8}"


def wide(told, title="Woonzorgvisie Someren"):
    return read(f"## {title}", f"Vastgesteld door de raad van Someren op 3 mei 2021\n{AROUND.format(told=told)}")


def test_a_paragraph_that_opens_with_them_counts_whatever_it_tells():
    made = wide(STREET)
    assert (made.about.value, len(made.scope.value or ())) == (True, 1)


@pytest.mark.parametrize(
    "told",
    [
        STREET.replace("Arbeidsmigranten die", "Arbeidsmigranten en statushouders die"),
        STREET.replace("krijgen vijf nachten in de opvang", "vallen buiten deze visie; voor hen is er de opvang"),
        "Arbeidsmigranten slapen in de opvang.",
        STREET.replace(
            "Arbeidsmigranten die op straat raken, krijgen",
            "Wie geen dak heeft en zich meldt, zoals arbeidsmigranten, krijgt",
        ),
    ],
)
def test_a_paragraph_that_names_them_in_passing_or_leaves_them_to_another_paper_does_not(told):
    assert not wide(told).about.value


def test_rows_to_which_the_row_on_them_refers_count_and_rows_that_name_them():
    told = "\n".join(
        [
            "| Wie: Ouderen; Wat we zien: eenzaam en slecht ter been, ver van winkels en artsen, vaak alleen thuis; Acties: 1",
            "| Wie: Arbeidsmigranten; Hoeveel: 600 tot 900; Wat we zien: geen huisarts en pas naar de spoedpost als het echt niet meer "
            "gaat; zij verstaan de regels niet; Acties: 2, 3",
            "| Nr.: 1; Actie: Een buurtbus rijdt elke dag langs alle dorpen en haalt mensen thuis op; Trekker: vervoer",
            "| Nr.: 2; Actie: Een arts en een tolk houden om de week spreekuur op het terrein; Trekker: gezondheid",
            "| Nr.: 3; Actie: Twintig bedrijven geven onder werktijd zestig uur les; de gemeente betaalt; Trekker: economie",
            "| Nr.: 4; Actie: Uitzendbureaus geven hun EU-werknemers een gids in hun taal; Trekker: welzijn",
            "| Nr.: 5; Actie: De bibliotheek leent luisterboeken uit; Trekker: cultuur",
        ]
    )
    scope = wide(told, "Sociale agenda Someren").scope.value
    rows = passages(extraction(AROUND.format(told=told)))
    first = next(row.number for row in rows if "Ouderen" in row.text)
    counted = [one.number - first + 1 for one in counting(rows, [(start - 1, end - 1) for start, end in scope])]
    assert counted == [2, 4, 5, 6]


ABUSE = (
    "Onder ondermijning valt ook de uitbuiting van mensen die uit Polen en Roemenië komen. Wie uit Bulgarije komt, betaalt boetes van zijn "
    "loon. Slachtoffers van mensenhandel worden gemeld. Het team bezoekt elk jaar acht uitzendbureaus met personeel uit Polen."
)


def test_beside_a_section_on_them_a_paragraph_that_keeps_to_them_counts_too():
    others = f"# 2 Ondermijning\n{WATER}\n{ABUSE}\n# 3 Wegen\n{WATER}\n{FILLER * 4}\n{SECTION}\n# 6 Geld\n{FILLER}"
    made = read("## Integraal veiligheidsplan Someren", f"Vastgesteld door de raad van Someren op 3 mei 2011\n{others}")
    assert len(made.scope.value or ()) == 2


def test_actions_under_the_name_by_which_a_paragraph_on_them_opens_count_with_it():
    told = f"Slapen in het seizoen. {ASPARAGUS}"
    actions = "Er komen drie gebouwen van ten hoogste driehonderd plaatsen bij de dorpen, met een beheerder die dag en nacht komt kijken."
    others = f"# 3 Bedrijven\n{WATER}\n{told}\n# 5 Natuur\n{WATER}\n{FILLER * 8}\n# Slapen in het seizoen\n{actions}\n# Water\n{WATER}"
    made = read(
        "## Nota landelijk gebied Someren 2011", f"Vastgesteld door de raad van Someren op 3 mei 2011\n{others}"
    )
    assert len(made.scope.value or ()) == 2


def test_only_passages_within_the_scope_of_a_paper_count():
    read = chaptered(("Water", WATER), ("Handen", ARRIVED), ("Wegen", WATER))
    assert [one.number for one in counting(read, [(1, 2)])] == [1]
    assert counting(read, None) == tuple(read)


def test_a_section_that_never_names_them_but_shows_their_work_beds_and_countries_is_theirs():
    told = (
        "Vroeg rijden busjes met uitzendkrachten naar de loods. Zij komen uit Polen en Roemenië en slapen met vieren op een kamer. "
        "Wie uit Bulgarije komt, werkt vaak in de kas en woont op het terrein van de teler. Een werknemer uit Hongarije zonder baan "
        "is ook zijn bed kwijt. Wij zorgen dat er voor wie uit Polen of Roemenië komt en hier werkt een plek om te slapen is."
    )
    read = chaptered(("Bewegen", WATER), ("De vroege dienst", told), ("Roken", WATER))
    assert silent_sections(read, framework=True) == [("Visie", "De vroege dienst")]


@pytest.mark.parametrize(
    "item",
    [
        "➜ In Werkendam en Dussen gaat zij een middag per week langs de deuren waar mensen wonen die uit Bulgarije, Polen of Roemenië "
        "zijn gekomen om hier te werken. Zij legt uit hoe je een huisarts en tandarts vindt.",
        "› De ondersteuner helpt een avond per week in de kantine van het distributiecentrum Poolse en Roemeense uitzendkrachten uit "
        "Polen aan een huisarts en een verzekering.",
        "• Vanaf het voorjaar komt de bus met een arts elke maand bij logies van arbeidsmigranten uit Polen langs, ook in het "
        "weekend; wie niet verzekerd is betaalt niets.",
    ],
)
def test_an_item_of_what_is_done_for_them_makes_a_programme_of_many_small_actions_about_them(item):
    made = read(
        "## Dorpen aan zet // Programma leefbaarheid 2023",
        f"# Elkaar tegenkomen\n{WATER}\n# Elkaar helpen\n{item}\n# Geld\n{WATER}",
    )
    assert made.about.value
    assert made.scope.value is not None


@pytest.mark.parametrize(
    "item",
    [
        "➜ In Werkendam gaat zij een middag per week langs ouderen, statushouders en mensen die uit Polen zijn gekomen om hier te werken. "
        "Zij legt uit hoe je een huisarts en tandarts vindt.",
        "➜ Voor mensen in de pensions die uit Polen zijn gekomen om hier te werken is er een eigen programma; daarover gaat dit stuk niet.",
        "➜ De bibliotheek opent zeven taalcafés. Vrijwilligers oefenen er met laaggeletterde Nederlanders. Een groep Poolse werknemers "
        "begon er uit zichzelf mee.",
    ],
)
def test_an_item_on_others_or_that_leaves_them_does_not(item):
    made = read(
        "## Dorpen aan zet // Programma leefbaarheid 2023",
        f"# Elkaar tegenkomen\n{WATER}\n# Elkaar helpen\n{item}\n# Geld\n{WATER}",
    )
    assert not made.about.value
