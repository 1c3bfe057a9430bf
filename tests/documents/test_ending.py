"""Whether what a paper says to end ends as a whole and for certain, and is its own municipality's."""

import pytest

from tests.documents.made import read

B = "Beleid huisvesting arbeidsmigranten Goirle 2018"
OF_GOIRLE = (
    "## Zorgprogramma arbeidsmigranten Goirle\nVastgesteld door de raad van de gemeente Goirle op 10 november 2022"
)


@pytest.mark.parametrize(
    "text",
    [
        f"Deze nota vervangt hoofdstuk 4 (Voorwaarden bij de vergunning) van het {B}.",
        f"Deze nota vervangt het onderdeel handhaving uit het {B}.",
        f"Dit programma vervangt de zorgparagraaf in het {B}.",
        f"Deze tekst komt in de plaats van bijlage 2 bij het {B}.",
        f"Dit programma vervangt de toelichting op het {B}.",
        f"De bijlage bij het {B} wordt vervangen door de bijlage bij deze nota.",
        f"De raad trekt de kaart bij het {B} in.",
        f"Vastgesteld onder intrekking van de regels over parkeren uit het {B}.",
        f"Deze nota vervangt de norm van vier personen uit het {B}.",
        f"De tekst over dwangsommen in het {B} komt te vervallen.",
        f"De raad besluit in te trekken:\n- de tabel met normen uit het {B};",
    ],
)
def test_what_ends_a_part_of_a_paper_does_not_end_the_paper(text):
    assert read(OF_GOIRLE, text).replaces.value == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Deze nota vervangt het {B} en alle bijlagen daarbij.",
        f"Deze nota, met de kaart in bijlage 1, vervangt het {B}.",
        f"Deze nota vervangt de tekst van het {B}.",
        f"De raad besluit het {B} in te trekken en de bijlage bij dit programma vast te stellen.",
        f"Deze nota vervangt de eerste versie van het {B}.",
    ],
)
def test_a_paper_ends_as_a_whole_though_a_part_is_named_beside_it(text):
    (title,) = read(OF_GOIRLE, text).replaces.value
    assert B in title


@pytest.mark.parametrize(
    "text",
    [
        f"De raad heeft een voorstel om het {B} in te trekken verworpen.",
        f"Het amendement om het {B} in te trekken is niet aangenomen.",
        f"De motie die vraagt het {B} in te trekken, haalde geen meerderheid.",
        f"De raad wees het verzoek af het {B} in te trekken.",
        f"De raad heeft niet besloten het {B} in te trekken.",
        f"Het plan is om het {B} in te trekken.",
        f"De VVD vroeg of het {B} wordt ingetrokken. Dat is niet zo.",
        f"Deze nota vervangt het {B} niet.",
    ],
)
def test_what_is_proposed_or_refused_ends_nothing(text):
    assert read(OF_GOIRLE, text).replaces.value == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Zodra de nieuwe woonnota er is, trekken wij het {B} in.",
        f"Als de provincie haar verordening wijzigt, trekt de raad het {B} in.",
        f"Wij trekken het {B} in als de provincie haar verordening wijzigt.",
        f"Indien het Rijk met regels komt, vervangt een nieuwe nota het {B}.",
        f"In 2025 vervangt een nieuwe nota het {B}.",
        f"Een volgende nota vervangt in 2026 het {B}.",
        f"Wij trekken het {B} in 2024 in.",
    ],
)
def test_what_depends_on_something_or_is_years_ahead_ends_nothing_yet(text):
    assert read(OF_GOIRLE, text).replaces.value == ()


@pytest.mark.parametrize(
    "text",
    [
        f"De raad heeft besloten het {B} in te trekken.",
        f"De raad heeft het voorstel om het {B} in te trekken aangenomen.",
        f"Het amendement om het {B} in te trekken is aangenomen.",
        f"Zodra dit programma in werking treedt, trekken wij het {B} in.",
        f"Met dit programma trekt de raad het {B} in.",
        f"De raad, gelezen het voorstel van het college, besluit het {B} in te trekken.",
        f"Na evaluatie van de uitkomsten vervangt deze nota het {B}.",
        f"Deze nota vervangt het door de raad op 1 maart 2018 vastgestelde {B}.",
        f"Deze nota vervangt het {B} geheel.",
        f"Dit programma vervangt het {B} zodra de raad heeft besloten.",
        f"In 2022 trok de raad het {B} in.",
        f"Onder intrekking van het {B} stelt de raad dit programma vast.",
    ],
)
def test_the_title_of_what_was_decided_stands_alone_in_the_table(text):
    assert read(OF_GOIRLE, text).replaces.value == (B,)


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Tilburg trok haar Beleid huisvesting arbeidsmigranten 2018 in; Goirle volgt dat voorbeeld niet.",
        "De raad van Tilburg trekt het Beleid huisvesting arbeidsmigranten 2018 in.",
        "In Tilburg vervangt het zorgprogramma het Beleid huisvesting arbeidsmigranten 2018.",
        "Vorig jaar heeft de raad van Tilburg het Beleid huisvesting arbeidsmigranten 2018 ingetrokken.",
    ],
)
def test_what_another_municipality_ends_is_not_ours(text):
    assert read(OF_GOIRLE, text).replaces.value == ()


@pytest.mark.parametrize(
    "text",
    [
        "De raad van de gemeente Goirle trekt het Beleid huisvesting arbeidsmigranten 2018 in.",
        "In de regio Tilburg vervangt dit programma het Beleid huisvesting arbeidsmigranten 2018.",
        "Na overleg met Tilburg trekt de raad het Beleid huisvesting arbeidsmigranten 2018 in.",
        "Net als Tilburg trekken wij het Beleid huisvesting arbeidsmigranten 2018 in.",
        "Samen met de raad van Tilburg trekt de raad van Goirle het Beleid huisvesting arbeidsmigranten 2018 in.",
    ],
)
def test_another_municipality_may_be_named_beside_the_own(text):
    assert read(OF_GOIRLE, text).replaces.value == ("Beleid huisvesting arbeidsmigranten 2018",)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Dit programma vervangt alle eerdere beleidsstukken over arbeidsmigranten in Goirle.",
            "alle eerdere beleidsstukken over arbeidsmigranten in Goirle",
        ),
        (
            "Dit programma vervangt al het eerdere beleid over arbeidsmigranten.",
            "al het eerdere beleid over arbeidsmigranten",
        ),
        ("Hiermee vervallen alle eerdere nota's over arbeidsmigranten.", "alle eerdere nota's over arbeidsmigranten"),
        (
            "Met dit programma komt al het eerdere beleid op dit terrein te vervallen.",
            "al het eerdere beleid op dit terrein",
        ),
        (
            "Alle eerdere beleidsregels over arbeidsmigranten worden ingetrokken.",
            "Alle eerdere beleidsregels over arbeidsmigranten",
        ),
    ],
)
def test_all_that_is_earlier_is_named_at_once(text, title):
    assert read(OF_GOIRLE, text).replaces.value == (title,)


DECISION = "## Raadsbesluit\nDe raad van de gemeente Someren\n{}\nAldus besloten op 3 mei 2023."


@pytest.mark.parametrize(
    "text",
    [
        "besluit: de Nota logies Someren met terugwerkende kracht tot 1 januari 2021 in te trekken.",
        "besluit: zijn besluit van 4 juni 2019 tot vaststelling van de Nota logies Someren in te trekken.",
        "besluit zijn besluit tot vaststelling van de Nota logies Someren te herroepen.",
        "De raad besluit dat de Nota logies Someren met onmiddellijke ingang haar werking verliest.",
        "De raad heeft besloten dat de Nota logies Someren vervalt.",
        "de door het college van de voormalige gemeente Someren op 3 mei 2012 vastgestelde Nota logies Someren in te trekken.",
        "Wij hebben op 8 juni 2021 besloten de Nota logies Someren in te trekken, omdat de regels in het omgevingsplan staan.",
        "Deze regels gelden per 1 januari. Op dat moment komt de Nota logies Someren te vervallen.",
        "Met dit kader wordt de Nota logies Someren losgelaten.",
        "De Nota logies Someren passen wij met ingang van 1 december 2021 niet langer toe.",
        "Wij passen de Nota logies Someren niet langer toe.",
        "Het college heeft de op 4 juni 2019 vastgestelde Nota logies Someren ingetrokken.",
        "Op 8 juni 2021 heeft de raad de Nota logies Someren ingetrokken.",
    ],
)
def test_a_decision_may_be_put_in_many_ways(text):
    assert read(DECISION.format(text)).replaces.value == ("Nota logies Someren",)


@pytest.mark.parametrize(
    "text",
    [
        "De raad besluit dat de Nota logies Someren niet vervalt.",
        "Het voorstel om zijn besluit tot vaststelling van de Nota logies Someren te herroepen is verworpen.",
        "Heeft het college besloten de Nota logies Someren in te trekken?",
        "Het college besluit de raad voor te stellen de Nota logies Someren in te trekken.",
        "Wij passen de Nota logies Someren niet langer toe op het erf van een boer.",
        "Wij hebben besloten de vergunning in te trekken op grond van de Nota logies Someren.",
        "Het college heeft de Nota logies Someren niet ingetrokken.",
        "De raad kan besluiten de Nota logies Someren in te trekken.",
    ],
)
def test_what_is_refused_asked_or_brought_to_the_council_withdraws_nothing(text):
    assert read(DECISION.format(text)).replaces.value == ()


@pytest.mark.parametrize(
    "point",
    [
        "5. Intrekking Nota logies Someren. Conform voorstel besloten.",
        "5. Intrekking van de Nota logies Someren\nConform voorstel besloten.",
        "Intrekken Nota logies Someren: aangenomen met 15 tegen 4 stemmen.",
    ],
)
def test_a_council_carries_a_withdrawal_as_a_point_of_its_list(point):
    made = read(f"## Besluitenlijst raad Someren 13 oktober 2022\n{point}")
    assert made.replaces.value == ("Nota logies Someren",)


@pytest.mark.parametrize(
    ("organ", "point"),
    [
        ("raad", "5. Intrekking Nota logies Someren. Aangehouden."),
        ("raad", "5. Intrekking Nota logies Someren. Verworpen met 4 tegen 15 stemmen."),
        ("raad", "5. Intrekking Nota logies Someren. Niet aangenomen."),
        ("raad", "5. Intrekking motie over de Nota logies Someren"),
        ("college", "5. Intrekking Nota logies Someren. Conform advies."),
    ],
)
def test_a_point_that_was_not_carried_or_that_an_executive_prepares_withdraws_nothing(organ, point):
    assert read(f"## Besluitenlijst {organ} Someren 13 oktober 2022\n{point}").replaces.value == ()
