"""Letters and notices that tell that earlier policy was withdrawn or holds no longer."""

from datetime import date

import pytest

from pipeline.documents.paper import Ending
from tests.documents.made import read

LETTER = "## Raadsinformatiebrief\nGemeente Someren, 22 juni 2021\nOnderwerp: huisvesting arbeidsmigranten"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("De Nota logies Someren is per 1 juni 2021 ingetrokken.", date(2021, 6, 1)),
        ("Wij hebben op 8 juni 2021 besloten de Nota logies Someren in te trekken.", date(2021, 6, 8)),
        ("Het college heeft de op 4 juni 2019 vastgestelde Nota logies Someren ingetrokken.", None),
        (
            "De Nota logies Someren passen wij met ingang van 1 december 2021 niet langer toe.",
            date(2021, 12, 1),
        ),
        ("De Nota logies Someren geldt niet meer.", None),
        ("De Nota logies Someren werd op 8 juni 2021 door uw raad ingetrokken.", date(2021, 6, 8)),
        ("De Nota logies Someren hebben wij met ingang van 1 juni 2021 ingetrokken.", date(2021, 6, 1)),
        ("Op 8 juni 2021 trok de raad de Nota logies Someren in.", date(2021, 6, 8)),
        ("De Nota logies Someren is sinds 1 juni 2021 niet meer van kracht.", date(2021, 6, 1)),
        ("De Nota logies Someren bestaat dus niet meer.", None),
        ("De looptijd van de Nota logies Someren is op 31 mei 2021 verstreken.", date(2021, 5, 31)),
        ("De Nota logies Someren liep op 31 mei 2021 af.", date(2021, 5, 31)),
        ("De Nota logies Someren is door uw raad op 8 juni 2021 van tafel gehaald.", date(2021, 6, 8)),
        ("Wij maken bekend dat de Nota logies Someren met ingang van 1 juni 2021 is ingetrokken.", date(2021, 6, 1)),
        ("Het college heeft op 8 juni 2021 besloten tot intrekking van de Nota logies Someren.", date(2021, 6, 8)),
        ("Bij besluit van 8 juni 2021 is de Nota logies Someren ingetrokken.", None),
        ("U vroeg naar de Nota logies Someren. Bij uw besluit op 8 juni 2021 is die ingetrokken.", date(2021, 6, 8)),
        ("Met de Nota logies Someren zijn wij gestopt: uw raad trok die op 8 juni 2021 in.", date(2021, 6, 8)),
        ("Aan de Nota logies Someren is per 1 juni 2021 een eind gekomen.", date(2021, 6, 1)),
        ("Aan onze Nota logies Someren heeft het college op 8 juni 2021 een einde gemaakt.", date(2021, 6, 8)),
        ("Op 8 juni 2021 kwam een einde aan de Nota logies Someren.", date(2021, 6, 8)),
        ("Uw raad heeft een eind gemaakt aan de Nota logies Someren.", None),
    ],
)
def test_a_letter_tells_as_a_fact_what_ended_and_from_when(text, day):
    assert read(LETTER, text).ends_told == (Ending("Nota logies Someren", day),)


@pytest.mark.parametrize(
    "text",
    [
        "Burgemeester en wethouders van Someren maken bekend dat zij op 6 februari 2021 hebben besloten de Nota logies Someren "
        "per 1 maart 2021 in te trekken.",
        "De raad van Someren, 1 maart 2021, besluit dat de Nota logies Someren per 1 maart 2021 haar werking verliest.",
    ],
)
def test_so_does_a_notice_that_bears_no_head(text):
    assert read(f"{text}\nSomeren, 14 februari 2021").ends_told == (Ending("Nota logies Someren", date(2021, 3, 1)),)


@pytest.mark.parametrize(
    "text",
    [
        "Is de Nota logies Someren ingetrokken?",
        "Klopt het dat de Nota logies Someren niet meer geldt?",
        "Wij stellen voor de Nota logies Someren in te trekken.",
        "Wij hebben besloten de raad voor te stellen de Nota logies Someren in te trekken.",
        "Wij zijn voornemens de Nota logies Someren in te trekken.",
        "De Nota logies Someren wordt ingetrokken zodra het omgevingsplan er is.",
        "Met de vaststelling van het kader is de Nota logies Someren vervallen.",
        "De Conceptnota logies Someren is ingetrokken.",
        "Wij trekken de Nota logies Someren in.",
        "Het hoger beroep tegen de Nota logies Someren is ingetrokken.",
        "De behandeling van de Nota logies Someren in de commissie is vervallen.",
        "De wijziging van de Nota logies Someren is ingetrokken.",
        "Wij hebben besloten het besluit van 3 mei tot vrijgave van de Nota logies Someren in te trekken.",
        "De Nota logies Someren is in 2020 op onderdelen vervallen.",
        "De provincie heeft de Nota logies Someren ingetrokken.",
        "Uw raad kan besluiten de Nota logies Someren in te trekken.",
        "De raad besluit volgend jaar de Nota logies Someren in te trekken.",
        "De gemeente Deurne heeft de Nota logies ingetrokken.",
        "De Nota logies Someren bestaat niet meer dan vier bladzijden.",
        "De werkgroep van de Nota logies Someren bestaat niet meer.",
        "De looptijd van de Nota logies Someren is nog niet verstreken.",
        "De Nota logies Someren loopt op 31 december 2026 af.",
        "De Nota logies Someren is voorlopig van tafel.",
        "Aan de Nota logies Someren komt volgend jaar een einde.",
        "Aan de Nota logies Someren is nog geen einde gekomen.",
        "Aan de overlast rond de Nota logies Someren is een einde gekomen.",
        "De fractie wil een einde maken aan de Nota logies Someren.",
        "Er is een einde gekomen aan de bespreking van de Nota logies Someren.",
        "Is aan de Nota logies Someren een einde gekomen?",
        "Er is vergunning verleend op grond van de Nota logies Someren. Inmiddels is die ingetrokken.",
        "Wij houden vast aan de Nota logies Someren. Uw raad heeft die nooit ingetrokken.",
        "U vroeg naar de Nota logies Someren. Op 8 juni 2021 is die motie ingetrokken.",
        "Het is een misverstand dat de Nota logies Someren is ingetrokken.",
        "In het buitengebied passen wij de Nota logies Someren niet meer toe.",
        "Wij hebben besloten de Nota logies Someren in stand te laten en alleen bijlage 2 in te trekken.",
        "U vroeg naar de Nota logies Someren. Een motie daarover is op 8 juni 2021 ingetrokken.",
    ],
)
def test_what_is_asked_proposed_still_to_come_or_a_draft_is_not_told(text):
    assert read(LETTER, text).ends_told == ()


@pytest.mark.parametrize(
    "head", ["Raadsvoorstel", "Concept raadsinformatiebrief", "Schriftelijke vragen", "Amendement"]
)
def test_a_proposal_or_question_tells_nothing(head):
    text = "De raad van Someren besluit de Nota logies Someren in te trekken."
    assert read(f"## {head}\nGemeente Someren, 22 juni 2021", text).ends_told == ()


def test_policy_ends_others_by_its_own_adoption_and_tells_nothing():
    nota = "## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad op 12 mei 2020"
    assert read(nota, "De Nota logies 2012 geldt niet meer.").ends_told == ()


def test_an_answer_tells_it_though_a_question_stands_before_it():
    text = "Vraag 1: Volgens welk beleid beoordeelt u verzoeken? Antwoord: De Nota logies Someren geldt niet meer."
    assert [one.title for one in read(LETTER, text).ends_told] == ["Nota logies Someren"]
    assert read(LETTER, "Vraag 1: Klopt het dat de Nota logies Someren niet meer geldt?").ends_told == ()
