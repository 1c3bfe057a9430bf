import pytest

from pipeline.documents.items import items_of
from tests.documents.made import extraction, passages, read

HEAD = (
    "## Besluitenlijst burgemeester en wethouders, dinsdag 17 mei 2022\nAanwezig: de burgemeester en twee wethouders. "
    + "De vergadering duurde van negen tot twaalf uur. " * 6
)
DECIDED = (
    "Besluit: 1. Voor drie jaar mee te werken aan 24 bedden in de oude pastorie. 2. Daaraan te verbinden dat ieder een eigen kamer heeft, "
    "dat de bovenverdieping een tweede uitgang krijgt en dat de buren een nummer hebben dat zij dag en nacht kunnen bellen. 3. Na een jaar "
    "met de buren te bezien hoe het gaat, en de aanvrager te laten weten dat er op deze plek niet meer bedden komen dan deze."
)
ROAD = "Fietspad langs de vaart; Besluit: Het pad wordt in het voorjaar verbreed, met een rij knotwilgen en een bank bij de brug."


def rows(subject, decided=DECIDED):
    """A list of four items, the third of which runs over two passages."""
    return f"{HEAD}\nNr.: 1; {ROAD} Nr.: 2; {ROAD} Nr.: 3; {subject};\n{decided} Nr.: 4; {ROAD}"


def test_an_item_may_run_on_into_the_next_passage_and_the_points_of_its_decision_are_no_items():
    found = items_of(passages(extraction(rows("Bedden in de pastorie"))))
    assert [(item.text.split()[1], item.passages) for item in found] == [
        ("1;", (1,)),
        ("2;", (1,)),
        ("3;", (1, 2)),
        ("4;", (2,)),
    ]


def test_items_may_be_numbered_alone():
    text = f"{HEAD}\n1. Lijst vorige week Conform.\n2. Kap van een eik De vergunning: 1. voor de boom; 2. Voor de haag.\n3. Rondvraag Geen."
    assert [item.text.split()[0] for item in items_of(passages(extraction(text)))] == ["1.", "2.", "3."]


def test_a_list_without_items_has_none():
    assert items_of(passages(extraction(HEAD))) == []


@pytest.mark.parametrize(
    ("subject", "decided", "about"),
    [
        ("Bedden voor Bulgaarse lassers, oude pastorie", DECIDED, True),
        ("Bedden voor Bulgaarse lassers, oude pastorie", "Besluit: Van de agenda gehaald.", False),
        ("Bedden in de oude pastorie", DECIDED, False),
        ("Bedden voor Bulgaarse lassers en vluchtelingen, oude pastorie", DECIDED, False),
    ],
)
def test_an_item_of_some_length_on_them_makes_a_list_of_decisions_speak_of_them(subject, decided, about):
    made = read(rows(subject, decided))
    assert (made.about.value, made.scope.value) == (about, ((1, 3),) if about else None)


ROAD_TOLD = "Het pad wordt in het voorjaar verbreed, met een rij knotwilgen en een bank bij de brug."


def test_items_may_be_the_headings_of_a_list():
    text = f"{HEAD}\n# 1. Opening\nAllen welkom.\n# 2. Fietspad\n{ROAD_TOLD}\nEr komt een bank.\n# 3. Sluiting\nOm elf uur."
    found = items_of(passages(extraction(text)))
    assert [(item.text.split()[1], item.passages) for item in found] == [
        ("Opening", (1,)),
        ("Fietspad", (2, 3)),
        ("Sluiting", (4,)),
    ]


@pytest.mark.parametrize(
    ("heading", "about"),
    [("Bestemmingsplan: logies voor buitenlandse werknemers", True), ("Bestemmingsplan: logies voor gasten", False)],
)
def test_an_item_may_name_its_subject_in_its_heading(heading, about):
    text = f"{HEAD}\n# 1. Opening\nWelkom.\n# 2. {heading}\n{DECIDED}\n# 3. Fietspad\n{ROAD_TOLD}\n# 4. Sluiting\nOm elf uur."
    made = read(text)
    assert (made.about.value, made.scope.value) == (about, ((2, 3),) if about else None)


INSPECTED = (
    "Besluit: Het college vordert de dwangsom van € 8.000 in bij de eigenaar, omdat er bij een nieuwe controle in april weer {} "
    "in de woning sliepen dan de vergunning toestaat, en de vluchtweg nog altijd met fietsen en matrassen vol stond."
)


@pytest.mark.parametrize(
    ("found", "about"),
    [("meer seizoenarbeiders", True), ("meer gasten", False), ("meer seizoenarbeiders en studenten", False)],
)
def test_a_decision_on_where_they_sleep_makes_a_list_speak_of_them_whatever_its_subject(found, about):
    made = read(rows("Invordering Molenpad", INSPECTED.format(found)))
    assert (made.about.value, made.scope.value) == (about, ((1, 3),) if about else None)


def test_a_decision_that_but_names_them_does_not():
    invited = (
        "Besluit: De wethouder gaat naar de regiodag in juni, waar ook over seizoenarbeiders en hun lonen wordt gesproken, en neemt een "
        "ambtenaar mee; van de dag komt een kort verslag dat met de andere stukken van de maand naar de raad wordt gezonden."
    )
    assert not read(rows("Uitnodigingen", invited)).about.value


def test_items_that_were_taken_out_of_turn_are_items():
    subjects = {1: "Opening", 4: "Logies voor Letse lassers", 2: "Fietspad", 3: "Zwembad", 5: "Sluiting"}
    text = "\n".join((HEAD, *(f"# {number}. {subject}\n{ROAD_TOLD}" for number, subject in subjects.items())))
    assert [item.text.split()[0] for item in items_of(passages(extraction(text)))] == ["1.", "4.", "2.", "3.", "5."]


def test_an_item_with_a_letter_stands_behind_the_one_that_bears_the_heading():
    behind = f"2a. Zwembad (mondeling) {ROAD_TOLD}"
    text = f"{HEAD}\n# 1. Opening\nAllen welkom.\n# 2. Fietspad\n{ROAD_TOLD}\n{behind}\n# 3. Sluiting\nOm elf uur."
    found = items_of(passages(extraction(text)))
    assert [item.text.split()[0] for item in found] == ["1.", "2.", "2a.", "3."]


ASKED = (
    "De motie vraagt om {} te bezoeken en op te treden als het er meer zijn dan toegestaan. Aangenomen met 12 tegen 9."
)


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        ("voor april alle adressen waar men meer dan zes buitenlandse werknemers vermoedt", True),
        ("voor april alle parken waar men meer dan zes toeristen vermoedt", False),
    ],
)
def test_a_motion_on_them_counts_beside_an_item_on_them(asked, counts):
    motion = f"# 2. Motie A, bedden\n{ASKED.format(asked)}"
    text = f"{HEAD}\n# 1. Logies voor buitenlandse werknemers\n{DECIDED}\n{motion}\n# 3. Fietspad\n{ROAD_TOLD}"
    assert read(text).scope.value == (((1, 3),) if counts else ((1, 2),))


def test_a_table_of_amendments_within_an_item_is_no_list_of_items():
    table = "Nr: A1; strekking: dertig wordt twintig; uitslag: aangenomen Nr: A2; strekking: tachtig bedden; uitslag: verworpen Nr: A3; "
    table += "strekking: een beheerder; uitslag: aangenomen"
    headings = [f"# {n}. Punt {n}\nConform het voorstel van het college." for n in range(1, 6)]
    text = "\n".join((HEAD, *headings, f"# 6. Logies\n{table}"))
    assert [item.text.split()[0] for item in items_of(passages(extraction(text)))] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
        "6.",
    ]


def listed(*subjects):
    """A list of motions and promises, each row behind its mark."""
    told = "Het plan loopt sinds maart, in vier talen, met een vast team; er kwamen 31 meldingen, de helft ging door naar de Inspectie. "
    marked = "\n".join(
        f"| M-2020-{at:02} | 5-11-2020 | {subject} | aangenomen | Q2 | {told * 3}"
        for at, subject in enumerate(subjects)
    )
    return f"## Moties en toezeggingen – lange lijst\nBijgehouden tot en met mei.\n{marked}"


OTHERS = ("Fietspad (SP) | Een breder pad langs de vaart", "Zwembad (CDA) | Vergelijk de tarieven met die van de buren")


@pytest.mark.parametrize(
    ("row", "about"),
    [
        (
            "Handen niet misbruikt (PvdA, GL, Lokaal) | Eén meldpunt voor Poolse, Roemeense en Bulgaarse uitzendkrachten",
            True,
        ),
        ("Spookbewoners en vertrokken EU-werknemers (HIER) | Een spreekuur om zich in te schrijven", True),
        ("Bedden (VVD, D66, CDA, SP) | Maak een kaart van de bedden voor arbeidsmigranten", True),
        ("Wonen boven winkels (VVD) | Subsidie voor starters op leegstaande verdiepingen", False),
        ("Arbeidsmarkt techniek (CDA) | Spreek met het ROC over zij-instromers", False),
        ("Bedden (VVD) | Maak een kaart van de bedden voor arbeidsmigranten en statushouders", False),
    ],
)
def test_a_row_on_them_makes_a_list_of_motions_speak_of_them(row, about):
    assert read(listed(*OTHERS, row, *OTHERS)).about.value is about


def accounted(told):
    """A list of what became of motions, with the year before their numbers."""
    loop = "Stand van zaken: Het loopt.; Status: loopt"
    rows = (
        f"Nr.: 2021-{at}; Titel: {title}; Indieners: CDA; {told if at == 18 else loop}"
        for at, title in ((17, "Fietspad"), (18, "Geen kavel zonder bed"), (19, "Zwembad"))
    )
    return f"## Moties en toezeggingen, lijst per 1 oktober\nBijgehouden door de griffie van Someren.\n{' '.join(rows)}"


@pytest.mark.parametrize(("who", "about"), [("arbeidsmigranten", True), ("mensen met een beperking", False)])
def test_what_became_of_a_motion_makes_a_list_speak_of_them_whatever_its_title(who, about):
    told = (
        f"Stand van zaken: De eis van nieuwe huisvesting voor {who} staat sinds mei in de voorwaarden bij verkoop van een kavel. Met twee "
        "ontwikkelaars wordt gesproken over een gebouw aan de rand van het terrein, dat in het najaar van volgend jaar open kan gaan.; "
        "Status: in behandeling"
    )
    assert read(accounted(told)).about.value is about
