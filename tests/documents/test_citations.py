from datetime import date

import pytest

from tests.documents.made import read


def cited(text, **more):
    return [
        (c.number, c.title, c.settled)
        for c in read("## Statenmededeling\nOnderwerp: arbeidsmigratie", text, **more).cites
        if not c.loose
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Motie 61a is hiermee afgedaan.", [("61a", "", True)]),
        ("| Motie: M1; Titel: Een huisarts; Stand van zaken: Afgedaan", [("M1", "", True)]),
        (
            "De resultaten uit moties 13a, 108 en 95 volgen.",
            [("13a", "", False), ("108", "", False), ("95", "", False)],
        ),
        (
            "Met motie M-2020-12 ‘Zicht op arbeidsmigranten’ vroeg u om beleid.",
            [("M-2020-12", "Zicht op arbeidsmigranten", False)],
        ),
        ("De motie “Goed wonen” is uitgevoerd.", [("", "Goed wonen", True)]),
        ("Uitvoering motie nr. 7 loopt.", [("7", "", False)]),
        (
            "Hiermee geeft het college uitvoering aan de motie Stop misstanden van 23 juni 2022.",
            [("", "Stop misstanden", True)],
        ),
        ("De motie VVD en CDA van 23 juni 2022 is aangenomen.", []),
        ("De motie van 12 mei 2020 is aangenomen met 21 stemmen.", []),
        ("Een motie in 2020 vroeg om emotie.", []),
        ("De motie vreemd aan de orde van de dag M4 vraagt om zicht.", [("M4", "", False)]),
        ("Met de motie van CDA en VVD (M2020/06) vroeg u om een spreekuur.", [("M2020/06", "", False)]),
        ("Over motie A3 en motie 20-M-04 wordt u later bericht.", [("A3", "", False), ("20-M-04", "", False)]),
    ],
)
def test_a_motion_is_recognised_where_a_paper_speaks_of_it(text, expected):
    assert cited(text) == expected


LISTED = """## Moties en toezeggingen – stand per 1 oktober 2022
| Nr.: 2021-17; Titel: Geen grond zonder bed; Datum: 16-12-2021; Stand van zaken: Overleg loopt.; Status: in behandeling
| Nr.: 2022-04; Titel: Wie slaapt betaalt; Stand van zaken: De wijziging wordt voorgelegd.; Status: afgedaan
| 31-2021 | De laatste bus | PvdA, SP | 02-07-2021 | Lijn 211 blijft. | Afgedaan; voorstel tot afvoeren
| M5 | De dokter | SP | verworpen | Geen vervolg
College stelt voor de motie af te doen.
# Toezeggingen
| 2022-14 | Brief over ventilatie | wethouder | afgedaan"""


def test_each_row_of_a_list_of_motions_is_on_the_motion_with_its_number():
    found = read(LISTED).cites
    assert [(one.number, one.title, one.settled, one.outcome) for one in found] == [
        ("2021-17", "Geen grond zonder bed", False, ""),
        ("2022-04", "Wie slaapt betaalt", True, ""),
        ("31-2021", "De laatste bus", True, ""),
        ("M5", "De dokter", False, "verworpen"),
    ]
    assert [one.date for one in found[:3]] == [date(2021, 12, 16), None, date(2021, 7, 2)]


def test_a_row_may_have_the_number_and_the_title_in_one_cell():
    rows = "## Lijst van moties: stand van zaken\n| M4 (2021) Speelbos | Uitgevoerd, opening in mei\n"
    rows += "| M7 (2021) Schrijf het op | Het college legt deze motie naast zich neer."
    found = read(rows).cites
    assert [(one.number, one.title, one.settled, one.refused) for one in found] == [
        ("M4", "Speelbos", True, False),
        ("M7", "Schrijf het op", False, True),
    ]


IN_PARTS = """## Lijst van moties en toezeggingen gemeenteraad
# A. Wonen
| Nummer: M4; Datum raad: 12-12-2023; Titel: Motie Schaduw; Stand: loopt, gereed Q2 2025
# B. Arbeidsmigratie
| Nummer: M2.1; Datum raad: 25-06-2024; Titel: Gewijzigde motie Eerlijke bureaus (aangenomen); Stand: afgedaan
| Nummer: M5; Datum raad: 16-04-2024; Titel: Motie Iedereen in beeld (aangehouden); Stand: afgevoerd
| Nummer: 2024-19; Datum raad: 25-06-2024; Titel: Toezegging gesprek; Stand: afgedaan
# Toezeggingen
| Nummer: M9; Titel: Brief over ventilatie; Stand: afgedaan"""


def test_a_list_of_motions_may_be_in_parts_with_headings_of_their_own():
    found = [one for one in read(IN_PARTS).cites if one.listed]
    assert [(one.number, one.title, one.settled, one.outcome) for one in found] == [
        ("M4", "Motie Schaduw", False, ""),
        ("M2.1", "Gewijzigde motie Eerlijke bureaus", True, "aangenomen"),
        ("M5", "Motie Iedereen in beeld", True, ""),
    ]


def test_in_a_letter_on_motions_each_may_have_a_heading_with_how_far_it_is_below_it():
    letter = """## Stand van moties en toezeggingen
# M11 (2019) zonnepanelen
Uitgevoerd. Vijf hallen zijn klaar.
# M05 (2020) nota arbeidsmigranten
Deze motie voeren wij niet uit. Een nota vinden wij dubbel werk. Wij stellen u voor de motie van de lijst te halen.
# M02 (2021) muziekkiosk
In behandeling. De offertes komen in oktober."""
    found = [one for one in read(letter).cites if one.listed]
    assert [(one.number, one.title, one.settled, one.refused) for one in found] == [
        ("M11", "zonnepanelen", True, False),
        ("M05", "nota arbeidsmigranten", False, True),
        ("M02", "muziekkiosk", False, False),
    ]


def test_the_list_of_the_clerk_of_the_states_is_on_motions_of_the_states():
    found = read("~ Statengriffie, bijlage bij stukken Provinciale Staten\n" + LISTED).cites
    assert {one.organ for one in found} == {"Provinciale Staten"}


@pytest.mark.parametrize(
    "heading", ["## Toezeggingen", "## Moties die wij eerder noemden zijn uitgevoerd", "## Planning van projecten"]
)
def test_rows_of_another_table_are_on_no_motion(heading):
    assert read(f"{heading}\n| 2021-17 | Geen grond zonder bed | RL | loopt").cites == ()


def test_behind_moties_each_sentence_may_open_with_a_number():
    row = "| Nr: 7; Besluit: Vastgesteld. Moties: M1 Zwembad: aangenomen, 35-0. M2 Eerst het plan: verworpen, 11-24. M25 is een weg."
    assert [(one.number, one.outcome) for one in read(f"## Besluitenlijst 6 juli 2023\n{row}").cites[:2]] == [
        ("M1", "aangenomen"),
        ("M2", "verworpen"),
    ]
    assert read("## Nota\nDe route M1 Noord is dicht. M2 Eerst is open.").cites == ()


def test_a_motion_does_not_cite_itself():
    page = (
        "Motie 13a\nDe raad, overwegende dat motie 61a niet is uitgevoerd;\nverzoekt het college motie 13a "
        "uit te voeren\nen gaat over tot de orde van de dag"
    )
    assert [c.number for c in read(page).cites] == ["61a"]


@pytest.mark.parametrize(
    "text",
    [
        "Motie 7 is uitgevoerd.",
        "Ter afdoening van motie 7 ontvangt u het beleidskader.",
        "Wij stellen voor motie 7 als afgedaan te beschouwen.",
        "Met deze brief geven wij uitvoering aan motie 7.",
        "U vroeg dit in motie 7. De motie kan hiermee als afgedaan worden beschouwd.",
        "U vroeg dit in motie 7. Het spreekuur is er. Deze motie is daarmee afgehandeld.",
    ],
)
def test_a_motion_that_is_called_done_is_settled(text):
    assert cited(text) == [("7", "", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Motie 7 is nog niet uitgevoerd.",
        "Zodra het kader er ligt, kan motie 7 worden afgedaan.",
        "Wij verwachten motie 7 in het najaar af te doen.",
        "Het college geeft uitvoering aan motie 7 door een onderzoek te starten.",
        "De uitvoering van motie 7 loopt. De motie zal in 2022 worden afgedaan.",
        "De aanpak uit motie 7 wordt via de regio uitgevoerd.",
        "Motie 7 kreeg deels gevolg: het eerste deel is uitgevoerd.",
    ],
)
def test_a_motion_that_will_be_done_is_not_settled(text):
    assert cited(text) == [("7", "", False)]


def refused(text):
    return [c.refused for c in read("## Raadsinformatiebrief\nOnderwerp: arbeidsmigratie", text).cites]


@pytest.mark.parametrize(
    "text",
    [
        "Motie 7 voeren wij niet uit.",
        "Motie 7 wordt daarom niet uitgevoerd.",
        "Het college heeft besloten motie 7 niet uit te voeren.",
        "Aan motie 7 geven wij geen uitvoering.",
        "Wij zullen motie 7 niet uitvoeren, omdat de GGD dit al doet.",
        "U vroeg dit in motie 7. Deze motie voert het college niet uit.",
        "Het college legt motie 7 naast zich neer.",
    ],
)
def test_a_motion_that_will_not_be_carried_out_is_refused(text):
    assert refused(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Motie 7 is nog niet uitgevoerd.",
        "Motie 7 wordt niet uitgevoerd voordat de regio heeft besloten.",
        "Motie 7 is gedeeltelijk niet uitgevoerd.",
        "Motie 7 is uitgevoerd.",
        "Motie 7 voeren wij uit, al kan dat niet voor 2021.",
        "Motie 7 vraagt om een spreekuur. De huisartsen voeren dat niet uit.",
        "Wij voeren motie 7 niet alleen uit maar breiden haar uit.",
    ],
)
def test_a_motion_that_waits_is_not_refused(text):
    assert refused(text) == [False]


def test_several_motions_are_settled_by_one_sentence():
    text = "Uitvoering motie M7. Uitvoering motie M8. Beide moties zijn hiermee afgedaan."
    assert [(number, settled) for number, _, settled in cited(text)] == [("M7", True), ("M8", True)]


def dated(text):
    (citation,) = read("## Raadsinformatiebrief\nOnderwerp: arbeidsmigratie", text).cites
    return citation.date, citation.year


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("In motie 7 van 12 mei 2020 vroeg u om zicht.", date(2020, 5, 12), None),
        ("In motie 7 (d.d. 12-05-2020) vroeg u om zicht.", date(2020, 5, 12), None),
        ("Motie 7 ‘Zicht op wonen’, aangenomen op 12 mei 2020, vraagt dit.", date(2020, 5, 12), None),
        ("De op 12 mei 2020 aangenomen motie 7 vraagt dit.", date(2020, 5, 12), None),
        ("Op 12 mei 2020 heeft uw raad motie 7 over zicht aangenomen.", date(2020, 5, 12), None),
        ("In onze brief van 3 juni 2021 gingen wij in op motie 7.", None, None),
        ("Motie 7 uit 2019 vroeg om zicht.", None, 2019),
    ],
)
def test_the_date_is_the_motions_own_not_that_of_the_paper_about_it(text, day, year):
    assert dated(text) == (day, year)


def test_a_motion_does_not_cite_itself_under_its_number_with_a_year():
    page = (
        "Motie M4-2019\nDe raad, overwegende dat het moet;\nverzoekt het college motie M4 uit te voeren\n"
        "en gaat over tot de orde van de dag"
    )
    assert read(page).cites == ()


def test_a_motion_of_the_states_or_the_chamber_is_known_as_theirs():
    states = read("## Raadsinformatiebrief\nOnderwerp: werk", "Provinciale Staten namen motie 61a aan.").cites
    chamber = read("## Raadsinformatiebrief\nOnderwerp: werk", "De Tweede Kamer nam motie 412 aan.").cites
    assert [one.organ for one in (*states, *chamber)] == ["Provinciale Staten", "Tweede Kamer"]


def test_titles_belong_to_the_numbers_they_stand_with():
    row = "| Motie 108 ‘Arbeidsmigranten’ Motie 95 ‘Blijvende aandacht’ | Uitvoering via het platform | 19 juni 2020"
    found = read("## Raadsinformatiebrief\nOnderwerp: arbeidsmigratie", row).cites
    assert [(one.number, one.title) for one in found] == [("108", "Arbeidsmigranten"), ("95", "Blijvende aandacht")]


def test_a_motion_is_one_however_its_number_is_written():
    text = "Motie 13A ‘Mensenhandel’ is aangenomen. Motie 13a (9 november 2018) vroeg dit."
    (found,) = read("## Raadsinformatiebrief\nOnderwerp: arbeidsmigratie", text).cites
    assert (found.number, found.title, found.date) == ("13A", "Mensenhandel", date(2018, 11, 9))


def test_what_is_done_far_away_in_a_long_sentence_is_another_matter():
    text = f"Motie 7 vroeg om zicht, {'en in de regio is daarover gesproken, ' * 8} terwijl de verbouwing is afgerond."
    assert cited(text) == [("7", "", False)]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "Motie 8, Nota arbeidsmigranten, die op 30 juni 2022 werd aangehouden, is in stemming gebracht en aangenomen met "
            "14 stemmen voor en 3 tegen.",
            ["aangenomen"],
        ),
        ("Op 5 november 2020 nam uw raad motie 7, Beleid voor arbeidsmigranten, aan.", ["aangenomen"]),
        ("De raad verwierp op 3 november 2020 motie 7 over een spreekuur.", ["verworpen"]),
        ("Motie 7 over logies. Besluit: de motie is aangenomen met algemene stemmen.", ["aangenomen"]),
        ("Als motie 7 wordt aangenomen, maken wij een nota.", [""]),
        ("Motie 7 is aangehouden tot 3 mei.", [""]),
        ("Motie 9 is verworpen; motie 10 is aangenomen.", ["verworpen", "aangenomen"]),
        ("De raad verwierp motie 9 en nam motie 10 aan.", ["verworpen", "aangenomen"]),
        (
            "Motie 9 is verworpen, motie 10 aangenomen en motie 11 ingetrokken.",
            ["verworpen", "aangenomen", "ingetrokken"],
        ),
        ("Motie 9 en motie 10 zijn aangenomen.", ["aangenomen", "aangenomen"]),
        ("De ene werd verworpen, de andere aangenomen: motie 9 en motie 10.", ["", ""]),
    ],
)
def test_a_later_paper_tells_how_a_motion_was_voted_on(text, outcomes):
    cites = read("## Besluitenlijst raad\nGemeente Waalre\nDatum: 29 september 2022", text).cites
    assert [one.outcome for one in cites] == outcomes


def cites(text, **more):
    return read("## Statenmededeling\nOnderwerp: arbeidsmigratie", text, **more).cites


OWN = (
    "## Motie M5-b Tel ze mee\nDe raad van Asten, bijeen op 5 juli 2022,\nverzoekt het college arbeidsmigranten te tellen\n"
    "en gaat over tot de orde van de dag"
)


@pytest.mark.parametrize(
    "line",
    [
        "Motie “Tel ze mee”",
        "Stemming over motie M5-b.",
        "De oorspronkelijke motie M5 is niet in stemming gebracht.",
        "Vervangt motie 12, ingediend 10 juni.",
        "Rondgezonden als motie 9 bij de agenda.",
    ],
)
def test_a_motion_does_not_cite_itself_under_its_title_or_a_former_number(line):
    assert read(OWN, line).cites == ()


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Motie M5-c gaat over bomen.", "M5-c"),
        ("Motie 17-11/B is aangehouden.", "17-11/B"),
        ("Motie M51 volgt.", "M51"),
    ],
)
def test_a_motion_of_nearly_the_same_number_is_another(line, number):
    assert [one.number for one in read(OWN, line).cites] == [number]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("De raad van Deurne heeft op 12 mei 2020 een motie (nr. 14) verworpen.", False),
        ("De motie ‘Zicht op wonen’ van de raad van Deurne is daar aangenomen.", False),
        ("Vergelijk motie M14 in Etten-Leur.", False),
        ("Uw raad nam motie 14 aan, zoals ook de raad van Deurne wilde.", True),
        ("De raad van Asten nam motie 14 aan.", True),
        ("De raad van Deurne volgt; uw raad nam motie 14 aan.", True),
        ("Motie 14 gaat over wie in Deurne werkt.", True),
    ],
)
def test_a_motion_of_another_council_is_known_as_such(text, own):
    (one,) = read("## Raadsinformatiebrief\nGemeente Asten\nHet college van Asten aan de raad", text).cites
    assert (one.organ == "") is own


@pytest.mark.parametrize(
    "text",
    [
        "| Motie 8C: het college regelt vóór 1 januari 2023 een spreekuur, aangenomen",
        "De motie ‘Zorg dichtbij’, aangenomen, en de toezegging van wethouder De Wit van 14 april 2022.",
        "Motie 8C is aangehouden tot de raadsvergadering van 26 september 2022.",
        "De brief van het Leger des Heils van 15 oktober 2022 en de aangenomen motie 8C.",
    ],
)
def test_the_day_of_something_else_is_not_the_motions(text):
    assert [one.date for one in cites(text)] == [None]


@pytest.mark.parametrize(
    ("block", "outcome"),
    [
        ("Motie 8C (PvdA): een spreekuur. Aangenomen met 9 – 7.", "aangenomen"),
        ("Motie 8D: controleren. Ingetrokken; de wethouder zegt iets toe.", "ingetrokken"),
        ("Motie 6B: een boekje. De wethouder overlegt met de buren. Ingetrokken.", "ingetrokken"),
        ("Motie 6B: een boekje. Amendement 3 gaat over bomen. Verworpen.", ""),
        ("Motie 6B: een boekje. Verworpen voorstellen komen niet terug in deze raad.", ""),
    ],
)
def test_a_list_tells_the_outcome_behind_what_a_motion_asks(block, outcome):
    assert [one.outcome for one in cites(block)] == [outcome]


def test_the_outcome_in_a_long_row_is_that_of_its_only_motion():
    row = f"| Nr.: 5; Onderwerp: Motie M1 ‘Een arts’ {'met een spreekuur voor iedereen ' * 10}; Stemming: Aangenomen, 12 – 8"
    assert [one.outcome for one in cites(row)] == ["aangenomen"]


def test_a_motion_of_which_nothing_was_found_is_untraced():
    assert [one.untraced for one in cites("Van motie 203 is geen verslag gevonden. Motie 17 loopt.")] == [True, False]


def test_years_are_no_number_and_an_opinion_is_no_title():
    assert cites("Overzicht moties 2019-2023.") == ()
    assert all(one.loose for one in cites("Het college gaf de motie het oordeel ‘kan, met begrip’."))


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Afdoening motie", [("M-24-31", "Geen vogelvrij")]),
        ("Moties en toezeggingen", [("", "Geen vogelvrij"), ("M-24-31", "")]),
    ],
)
def test_in_a_paper_on_one_motion_its_number_and_title_are_together(title, found):
    text = "Onderwerp: de motie ‘Geen vogelvrij’.\nOp 12 december 2024 nam u motie M-24-31 aan."
    made = read(f"## {title}\nRaadsinformatiebrief van het college van Asten", text)
    assert sorted((one.number, one.title) for one in made.cites) == found


def test_a_title_that_returns_without_its_number_is_the_same_motion():
    text = (
        "De motie ‘Geen vogelvrij’ loopt.\nMotie 7 ‘Geen vogelvrij’ is uitgevoerd.\nDe motie ‘Geen vogelvrij’ is oud."
    )
    assert [(one.number, one.title) for one in cites(text)] == [("7", "Geen vogelvrij")]
