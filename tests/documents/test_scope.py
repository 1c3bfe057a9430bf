"""Which part of a paper counts where it is on much else."""

import pytest

from pipeline.documents.attention import attention_of
from pipeline.documents.paper import PaperKind
from pipeline.documents.scope import counting
from tests.documents.made import extraction, passages, read

ADOPTED = "Vastgesteld door de raad van Someren op 3 mei 2021"
ROADS = (
    "De gemeente werkt aan wegen, scholen, groen en water in alle kernen. Langs de weg komt een fietspad en de berm wordt later gemaaid. "
    "Het college legt elk jaar een plan voor aan de raad. De haven krijgt walstroom en de markt een nieuw plein. "
)
SHEDS = (
    "In de loodsen werken 900 mensen uit Polen, Bulgarije en Hongarije. Zij slapen met vieren in een woning of bij het bedrijf. "
    "De uitzendbureaus halen Polen en Roemenen met busjes. Wij willen dat arbeidsmigranten na een jaar een vast contract krijgen."
)
INSCRIBED = (
    "Van de EU-arbeidskrachten staat een derde in de BRP. Wij houden elke maand zitting bij een werkgever, zodat arbeidsmigranten uit "
    "Polen zich daar kunnen inschrijven."
)


def counted(title, *chapters):
    """The paper, and the texts that count of it."""
    text = f"{ADOPTED}\n" + "\n".join(f"# {heading}\n{told}" for heading, told in chapters)
    made = read(f"## {title}", text)
    scope = made.scope.value
    return made, [one.text for one in counting(passages(extraction(f"## {title}", text)), scope)]


@pytest.mark.parametrize(
    "title",
    [
        "Nota bedrijventerreinen en logistiek 2021-2025",
        "Programma kernen op kracht",
        "Uitvoeringsprogramma 2021",
        "Nota ruimte om te rijden",
    ],
)
def test_of_a_paper_that_is_on_something_else_for_the_rest_only_what_is_on_them_counts(title):
    made, texts = counted(title, ("1 Terreinen", ROADS * 3), ("2 In de hal", SHEDS), ("3 Toezicht", ROADS * 3))
    assert (made.about.value, texts) == (True, [SHEDS])


def test_what_stands_apart_in_two_chapters_counts_in_both():
    _, texts = counted(
        "Programma Someren 2021-2025",
        ("1 Bouwen", ROADS * 3),
        ("2 In de hal", SHEDS),
        ("3 Natuur", ROADS * 3),
        ("4 De balie", INSCRIBED),
        ("5 Geld", ROADS * 2),
    )
    assert texts == [SHEDS, INSCRIBED]


def test_a_section_that_opens_with_them_counts_whole_though_it_names_others_later_on():
    opening = (
        "Buitenlandse werknemers van de kassen slapen nu te vaak in rijtjeshuizen die voor starters bedoeld waren, en dat willen wij keren "
        "met iets beters."
    )
    rule = "Op een erf staan wij hoogstens twintig plaatsen toe, met een beheerder die komt kijken."
    _, texts = counted(
        "Programma Someren 2021-2025",
        ("1 Bouwen", ROADS * 3),
        ("2 Onderdak", f"{opening}\n{rule}"),
        ("3 Natuur", ROADS * 3),
        ("4 In de hal", SHEDS),
    )
    assert texts == [opening, rule, SHEDS]


@pytest.mark.parametrize(
    "opening",
    [
        "Arbeidsmigranten, studenten en starters zoeken alle drie een kamer, en voor hen zoeken wij met de corporatie een plek in de kern.",
        "Voor ouderen bouwen wij hofjes in de kern, zodat het huis dat zij achterlaten vrijkomt; ook arbeidsmigranten zoeken er een.",
        "Arbeidsmigranten vallen buiten dit programma, want voor hen maakt de raad dit jaar een eigen nota met regels.",
    ],
)
def test_a_section_that_names_them_in_one_breath_with_others_or_leaves_them_out_does_not(opening):
    rule = "Op een erf staan wij hoogstens twintig plaatsen toe, met een beheerder die komt kijken."
    _, texts = counted(
        "Programma Someren 2021-2025",
        ("1 Bouwen", ROADS * 3),
        ("2 Onderdak", f"{opening}\n{rule}"),
        ("3 Natuur", ROADS * 3),
        ("4 In de hal", SHEDS),
    )
    assert rule not in texts


@pytest.mark.parametrize(
    "rest",
    [
        "Wie een gebouw met bedden opent, krijgt een vergunning als elke slaapkamer een raam heeft. Er is een nachtregister. "
        "Wie langer dan vier maanden blijft, wordt ingeschreven. Het uitzendbureau betaalt het logies. ",
        "Ieder krijgt een contract in eigen taal, ook in het Pools. Werkgevers en uitzendbureaus betalen het loon op een eigen rekening. "
        "Het verblijf is niet aan het werk verbonden: wie ontslagen wordt houdt zijn slaapplaats. ",
        "Kamerverhuur aan meer dan vier personen is verboden. Bij overbewoning sluit de burgemeester het logies. De werkgever of het "
        "uitzendbureau zoekt een ander onderkomen voor wie er slaapt. ",
    ],
)
def test_a_paper_that_goes_on_about_their_beds_and_work_counts_whole(rest):
    made, _ = counted("Thuis op doorreis", ("1 Wie", SHEDS), ("2 Regels", rest * 3), ("3 Meer", rest * 3))
    assert (made.about.value, made.scope.value) == (True, None)


def test_a_paper_that_names_them_in_its_title_counts_whole_whatever_else_it_tells():
    made, _ = counted("Nota arbeidsmigranten", ("1 Wegen", ROADS * 3), ("2 In de hal", SHEDS), ("3 Meer", ROADS * 3))
    assert made.scope.value is None


ROWS = [
    "| Code: V1; Resultaat: Weerbare haven; Gereed: juni",
    "| Code: V2; Resultaat: EU-arbeidskrachten staan ingeschreven; Gereed: december",
    "| Code: V3; Resultaat: Rustige horeca; Gereed: kwartaal 2",
    "| Code: V4; Resultaat: Groene pleinen; Gereed: kwartaal 4",
]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{ROWS[1][2:]} {ROWS[2][2:]}", 1),
        ("Onderwerp: jeugd Onderwerp: arbeidsmigranten Onderwerp: sport. Dat onderwerp komt terug.", 1),
        ("Thema: Polen en Roemenen; Actie: een gids; Wie: welzijn. Een thema is nooit af.", 1),
        ("Onze gasten: medewerkers uit Polen. De gasten slapen op het erf.", 3),
        ("Wij spreken van arbeidsmigranten (hierna: de doelgroep). De doelgroep werkt in de kas.", 3),
        ("Gebruiker: een arbeidsmigrant die er slaapt. De gebruiker heeft een sleutel.", 3),
    ],
)
def test_the_head_of_a_column_is_no_name_for_them_and_a_definition_is(text, count):
    assert attention_of(passages(extraction(text))).mentions == count


def test_of_a_budget_that_names_them_in_a_few_rows_these_count_alone():
    theirs = [
        "Code: V1; Resultaat: Kloppende adressen; Actie: Inschrijving van EU-arbeidskrachten bij werkgevers, met een Poolse tolk",
        "Code: V2; Resultaat: Nette bedden; Actie: Logies voor EU-arbeidskrachten, met twee arbeidsmigranten op een kamer",
    ]
    others = [f"Code: B{n}; Resultaat: Vlotte aanpak; Actie: {ROADS}" for n in range(4)]
    tables = ["\n".join(f"| {row}" for row in (others[n], theirs[n], others[n + 2])) for n in (0, 1)]
    made, texts = counted("Programmabegroting 2024", ("1 Bestuur", tables[0]), ("2 Wonen", tables[1]))
    assert (made.kind.value, texts) == (PaperKind.OTHER, theirs)


def test_the_rest_of_a_row_on_them_counts_where_it_is_parted_over_two_passages():
    rows = [
        "| Groep: Jongeren; Wat speelt er: schulden; Wat doen wij: studio's Groep: Arbeidsmigranten zonder werk; Wat speelt er: met het "
        "ontslag door het uitzendbureau verviel de kamer.",
        "| De meesten zijn niet verzekerd.; Wat doen wij: een straatteam met tolken en tien plaatsen in de opvang",
        "| Groep: Vrouwen; Wat speelt er: onveilig thuis; Wat doen wij: een eigen ingang",
    ]
    _, texts = counted(
        "Nota dak- en thuisloosheid Someren",
        ("1 Waarom", ROADS * 3),
        ("2 Voor wie", "\n".join(rows)),
        ("3 Hal", SHEDS),
        ("4 Geld", ROADS * 3),
    )
    assert texts == [rows[0][2:], rows[1][2:], SHEDS]


THEIRS = (
    "# 5 Arbeidsmigranten\n"
    "Arbeidsmigranten krijgen een eigen kamer. De beheerder is dag en nacht te bereiken voor wie er woont, ook in het weekend."
)


def vision(told):
    """What counts of a vision with a section on them and a chapter with `told`."""
    text = f"{ADOPTED}\n# 2 Wegen\n{ROADS * 2}\n# 3 Werk\n{told}\n{THEIRS}\n# 6 Geld\n{ROADS}"
    made = read("## Sociale agenda Someren", text)
    return [one.text for one in counting(passages(extraction("## Sociale agenda Someren", text)), made.scope.value)]


@pytest.mark.parametrize(
    "told",
    [
        "Wie graag buiten is, vindt om de hoek een baan, en de weg ernaartoe krijgt een fietspad met een bank. Wij "
        "streven ernaar dat telers hun EU-medewerkers een contract bieden.",
        "Huisartsen zitten vol, ook voor wie hier pas woont. Met twee werkgevers start een spreekuur voor hun buitenlandse personeel. De "
        "gemeente betaalt de ruimte.",
        "Het college sluit een akkoord met werkgevers over het loon van arbeidsmigranten. Een teler die niet tekent, krijgt geen bijdrage.",
    ],
)
def test_beside_their_section_a_paragraph_counts_that_says_what_the_municipality_does_for_them(told):
    assert told in vision(told)


@pytest.mark.parametrize(
    "told",
    [
        "Telers kiezen voor uitzendkrachten, omdat die er morgen zijn. Arbeidsmigranten vinden er vooral werk. De winkels en de "
        "markt in het dorp merken dat in de zomer goed, en de bakker gaat een uur eerder open.",
        "Wij bouwen voor starters, ouderen en arbeidsmigranten. Werkgevers denken daarin met ons mee.",
        "Arbeidsmigranten komen niet aan de orde in dit plan; daarvoor maken wij een eigen nota over onder meer hun bed. De weg "
        "langs de kassen krijgt een fietspad en de berm wordt later gemaaid, zodat er meer bloemen komen.",
        f"{ROADS}Ook arbeidsmigranten maken wij daar wegwijs.",
    ],
)
def test_a_paragraph_that_but_names_them_does_not(told):
    assert told not in vision(told)


NOTE = "1 De exploitant houdt daarnaast een nachtregister bij. Zonder register is er geen vergunning voor het logies."


def on_a_page(note):
    """What counts of a vision of which the page with their section ends with a note, behind another section."""
    text = f"{THEIRS}\n# 6 Energie\n{ROADS}\n{note}", f"# 7 Geld\n{ROADS * 3}"
    made = read("## Omgevingsvisie Someren", f"{ADOPTED}\n# 2 Wegen\n{ROADS * 2}", *text)
    read_ = extraction("## Omgevingsvisie Someren", f"{ADOPTED}\n# 2 Wegen\n{ROADS * 2}", *text)
    return [one.text for one in counting(passages(read_), made.scope.value)]


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        NOTE.replace("1 De", "* De"),
        "12 Per slaapplaats is er tien vierkante meter. Wie langer dan vier maanden blijft, wordt ingeschreven in de BRP.",
    ],
)
def test_a_footnote_on_the_page_of_their_section_counts_where_it_is_on_how_they_live(note):
    assert note in on_a_page(note)


@pytest.mark.parametrize(
    "note",
    [
        "1 Zie de kaart van het waterschap. De dijk is in 2019 opgehoogd.",
        NOTE.replace("daarnaast een nachtregister", "voor studenten en toeristen een nachtregister"),
        NOTE.removeprefix("1 "),
    ],
)
def test_a_footnote_on_something_else_or_a_paragraph_does_not(note):
    assert note not in on_a_page(note)


def spoken_to(opening):
    told = (
        "Je hebt een vergunning nodig vanaf drie kamers. Grote gebouwen mogen op drie plekken. Wonen tussen vrachtwagens vinden wij niet "
        "goed. Verhuurt iemand meer bedden dan mag? Onze mensen kloppen aan. Klopt het niet, dan kost het geld. Blijf je? Dan geef je je "
        "adres door. Elke maand staat onze bus op zaterdag op het plein. Ga je weg, dan zeg je dat. Buren vroegen ons te stoppen. "
    )
    text = f"{ADOPTED}\n{opening}\n# Kamers\n{told}\n# Bedden\n{told}\n# Vragen\nNaar je bedrijf? Bel de vakbond over een bed.\n{ROADS}"
    return read("## Tijdelijk werken in Someren: ons beleid", text)


@pytest.mark.parametrize(
    "opening",
    [
        "Werk je een paar maanden of een paar jaar in Someren en kom je uit een ander land? Hier staat ons beleid.",
        "Komt u uit Polen en werkt u hier tijdelijk? Hier leest u welke regels er gelden.",
        "Ben je uit het buitenland gekomen om hier te werken? Deze pagina is voor jou.",
    ],
)
def test_a_paper_that_asks_its_reader_whether_he_is_one_is_about_them_as_a_whole(opening):
    made = spoken_to(opening)
    assert (made.about.value, made.scope.value) == (True, None)


@pytest.mark.parametrize(
    "opening",
    [
        "Werk je in Someren en kom je uit een ander dorp? Hier staat ons beleid.",
        "Kom je uit een ander land en wil je Nederlands leren? Hier staat ons beleid.",
        "Werk je in Duitsland en woon je in Someren? Hier staat ons beleid.",
    ],
)
def test_a_paper_that_asks_something_else_is_not(opening):
    assert "spreekt hen aan" not in spoken_to(opening).about.source
