from datetime import date

import pytest

from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import read

PROPOSAL = """## Raadsvoorstel
Gemeente Someren
Onderwerp: vaststelling Nota huisvesting arbeidsmigranten
{}
Voorgesteld besluit: de Nota huisvesting arbeidsmigranten vast te stellen.
De nota staat huisvesting van arbeidsmigranten toe op erven en in woningen tot vier personen."""


@pytest.mark.parametrize(
    "line",
    [
        "Raadsvergadering: 12 mei 2020",
        "Datum raadsvergadering: 12 mei 2020",
        "| Datum raadsvergadering | 12 mei 2020",
        "Vergadering 12 mei 2020",
        "Raadsvergadering van 12 mei 2020",
        "Commissie Ruimte en Wonen, 12 mei 2020",
    ],
)
def test_a_proposal_that_gives_but_the_day_of_its_meeting_awaits_it(line):
    paper = read(PROPOSAL.format(line))
    assert (paper.date.value, paper.awaits_meeting) == (date(2020, 5, 12), True)


@pytest.mark.parametrize(
    "line",
    [
        "Raadsvergadering: 12 mei 2020\nDatum voorstel: 3 april 2020",
        "Raadsvergadering: 12 mei 2020\nDatum: 12 mei 2020",
        "Someren, 3 april 2020",
        "Raadsvergadering: 12 mei 2020\nBesluit raad: conform voorstel besloten",
    ],
)
def test_a_proposal_with_a_day_of_its_own_or_a_decision_awaits_none(line):
    assert not read(PROPOSAL.format(line)).awaits_meeting


def test_the_executive_that_brings_a_proposal_to_the_council_adopts_nothing():
    paper = read(PROPOSAL.format("Datum raadsvergadering: 12 mei 2020\nDatum collegebesluit: 3 april 2020"))
    assert (paper.status.value, paper.date.value, paper.announces.value) == (
        PaperStatus.UNKNOWN,
        date(2020, 4, 3),
        True,
    )


def test_a_proposal_with_the_decision_of_the_council_under_it_is_adopted():
    decided = "De raad van de gemeente Someren, gelezen het voorstel van het college, besluit overeenkomstig het voorgestelde."
    page = PROPOSAL.format("Raadsvergadering: 12 mei 2020\nCollegebesluit: 3 april 2020")
    assert read(f"{page}\n# Raadsbesluit\n{decided} Someren, 12 mei 2020").status.value == PaperStatus.ADOPTED


def test_a_note_for_a_committee_is_a_council_paper_that_announces_policy():
    paper = read(
        """## Oordeelsvormende notitie arbeidsmigranten
        Gemeente Someren, commissie van 12 mei 2020
        In het najaar leggen wij de raad een nota huisvesting arbeidsmigranten voor. Wij horen graag uw wensen."""
    )
    assert (paper.kind.value, paper.status.value) == (PaperKind.COUNCIL_PAPER, PaperStatus.ANNOUNCED)
    assert paper.awaits_meeting
