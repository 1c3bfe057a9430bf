"""What the points of a list of decisions adopt, end and extend, however a list is made up."""

from datetime import date

import pytest

from tests.documents.made import read

RAAD = "## Besluitenlijst raadsvergadering 8 oktober 2019\nGemeente Deurne"
COLLEGE = "## Openbare besluitenlijst college van burgemeester en wethouders 8 oktober 2019\nGemeente Deurne"
NOTA, RULES = "Nota huisvesting arbeidsmigranten Deurne", "Beleidsregels logies arbeidsmigranten Deurne"


def listed(head, point):
    return read(head, f"1. Opening\nDe voorzitter opent de vergadering.\n{point}\n5. Sluiting")


def adopted(head, point):
    """The titles on labour migrants that a list with this point adopts."""
    return [adoption.title for adoption in listed(head, point).adopts if "arbeidsmigranten" in adoption.title]


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (RAAD, f"4. {NOTA}\nBesluit: vastgesteld."),
        (RAAD, f"4. {NOTA}\nDe raad besluit conform het voorstel."),
        (RAAD, f"# 4. {NOTA}\nConform voorstel vastgesteld met 15 stemmen voor en 4 tegen."),
        (RAAD, f"# 4. {NOTA}\nDe raad stelt de nota vast."),
        (
            RAAD,
            f"4. {NOTA} De raad stelt de nota vast met 13 stemmen voor en 5 tegen. Een amendement over de campus is verworpen.",
        ),
        (RAAD, f"4. {NOTA} Vastgesteld met 15 tegen 4 stemmen."),
        (
            RAAD,
            f"| Nr: 6; Onderwerp: {NOTA}; Besluit: De nota wordt met 29 stemmen voor en 6 tegen vastgesteld. Amendement 6.1 (VVD, minimale "
            "duur schrappen) is verworpen.",
        ),
        (RAAD, f"# 4. {NOTA}\nHet raadsvoorstel wordt unaniem aangenomen."),
        (RAAD, f"4. Raadsvoorstel {NOTA}\nAangenomen."),
        (RAAD, f"| Onderwerp: {NOTA}; Besluit: Vastgesteld."),
        (RAAD, f"| Agendapunt: 4; Onderwerp: {NOTA}; Besluit: Conform voorstel"),
        (RAAD, f"| 4 | Raadsvoorstel {NOTA} | Aangenomen (17 voor, 4 tegen)"),
        (RAAD, f"| 4 | {NOTA} | Ongewijzigd vastgesteld"),
        (RAAD, f"4. Vaststelling {NOTA}: conform besloten."),
        (
            RAAD,
            f"Agendapunt 4: voorstel tot vaststelling van de {NOTA}. Besluit: de raad heeft het voorstel met algemene stemmen aangenomen.",
        ),
        (COLLEGE, f"3. {RULES}\nHet college stelt de beleidsregels vast."),
        (COLLEGE, f"| 3 | {RULES} | Het college besluit de beleidsregels vast te stellen."),
        (COLLEGE, f"| Onderwerp: {RULES}; Besluit: De beleidsregels vaststellen en bekendmaken."),
        (COLLEGE, f"3. Vaststellen {RULES}\nBesluit: conform advies."),
        (COLLEGE, f"Onderwerp: {RULES}\nBesluit: 1. De beleidsregels vast te stellen. 2. Dit bekend te maken."),
        (COLLEGE, f"3. {RULES}. Vastgesteld."),
    ],
)
def test_a_point_says_behind_its_name_that_the_paper_is_adopted(head, point):
    assert len(adopted(head, point)) == 1


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (RAAD, f"4. {NOTA}\nAangehouden."),
        (RAAD, f"4. {NOTA}\nBesluit: verworpen met 7 stemmen voor en 12 tegen."),
        (RAAD, f"4. {NOTA}\nHet voorstel wordt van de agenda gehaald."),
        (RAAD, f"4. {NOTA}\nMotie M3 wordt aangenomen, het voorstel wordt aangehouden."),
        (RAAD, f"| 4 | {NOTA} | Ter kennisname aangenomen"),
        (RAAD, f"| 4 | Startnotitie {NOTA} | Vastgesteld"),
        (COLLEGE, f"3. {NOTA}\nHet college besluit de nota ter vaststelling aan de raad aan te bieden."),
        (COLLEGE, f"| Onderwerp: {NOTA}; Besluit: Instemmen met het concept en vrijgeven voor inspraak."),
        (COLLEGE, f"| Onderwerp: {NOTA}; Besluit: De raad voorstellen de nota vast te stellen."),
    ],
)
def test_a_point_that_was_lost_put_off_or_goes_on_to_the_council_adopts_nothing(head, point):
    assert adopted(head, point) == []


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (RAAD, f"4. Intrekking {NOTA}\nBesluit: conform voorstel."),
        (RAAD, f"4. Intrekken {NOTA}. Aangenomen."),
        (RAAD, f"| 4 | Voorstel tot intrekking van de {NOTA} | Conform besloten"),
        (RAAD, f"# 4. {NOTA}\nDe raad trekt de nota in per 1 januari 2020."),
        (RAAD, f"| Onderwerp: {NOTA}; Besluit: De nota in te trekken."),
        (COLLEGE, f"3. {RULES}\nHet college besluit de beleidsregels in te trekken."),
        (COLLEGE, f"3. Intrekken {RULES}\nBesluit: conform advies."),
        (COLLEGE, f"| 3 | Intrekking {RULES} | Akkoord"),
        (COLLEGE, f"3. {RULES}: ingetrokken."),
        (
            COLLEGE,
            f"3. Arbeidsmigranten\nHet college besluit:\na. de {RULES} van 11 februari 2020 in te trekken met ingang van 1 oktober 2025;\n"
            "b. geen nieuw beleid op te stellen, omdat hun aantal is gedaald.",
        ),
        (COLLEGE, f"3. Besluit tot intrekking van de {RULES}. Vastgesteld."),
        (
            COLLEGE,
            f"# 2. Beleidsregels logies\nOnderwerp: intrekking {RULES}.\nHet college besluit:\n- de {RULES} in te trekken per 1 april;\n"
            "- de raad te berichten.\nToelichting: de beleidsregels verwijzen naar een wet die niet meer bestaat.",
        ),
    ],
)
def test_a_point_says_that_the_paper_is_withdrawn(head, point):
    assert any("arbeidsmigranten" in title for title in listed(head, point).replaces.value)


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (RAAD, f"4. Intrekking {NOTA}\nHet voorstel wordt verworpen."),
        (RAAD, f"4. Intrekking {NOTA}\nAangehouden."),
        (COLLEGE, f"3. Intrekking {NOTA}\nHet college besluit de raad voor te stellen de nota in te trekken."),
        (RAAD, f"4. Voorstel {NOTA}\nHet voorstel is ingetrokken door het college."),
        (RAAD, f"4. {NOTA}\nDe motie is ingetrokken."),
        (COLLEGE, f"3. Artikel 4 van de {RULES}\nHet college trekt artikel 4 in."),
    ],
)
def test_a_point_that_does_not_end_the_paper_ends_nothing(head, point):
    assert listed(head, point).replaces.value == ()


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (COLLEGE, f"3. Verlenging {RULES} tot 1 januari 2022\nBesluit: conform advies."),
        (COLLEGE, f"3. {RULES}\nDe geldigheid wordt verlengd tot 1 januari 2022."),
        (COLLEGE, f"| 3 | Verlengen looptijd {RULES} tot 1 januari 2022 | Akkoord"),
        (COLLEGE, f"| Onderwerp: {RULES}; Besluit: De looptijd van de beleidsregels te verlengen tot 1 januari 2022."),
    ],
)
def test_a_point_lets_the_paper_hold_longer(head, point):
    (extension,) = listed(head, point).extends
    assert (extension.title, extension.until) == (RULES, date(2022, 1, 1))
