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


LETTERHEAD_IN_A_ROW = (
    "Raadsvoorstel · gemeente Someren · Datum voorstel: 10 mei 2022 · Raadsvergadering: 5 juli 2022 · zaak 2022-0188",
    "Gemeente Someren · Raadsvoorstel 2021-029 · portefeuillehouder: De Wit · datum: 10 mei 2022 · raad van 5 juli 2022",
)


@pytest.mark.parametrize("row", LETTERHEAD_IN_A_ROW)
def test_a_letterhead_in_one_row_labels_a_proposal_however_long_it_is(row):
    paper = read(
        f"{row}\n## Nota arbeidsmigranten Someren\nDe haven groeit en er komen bewoners bij, die ergens moeten slapen."
    )
    assert (paper.kind.value, paper.date.value) == (PaperKind.COUNCIL_PAPER, date(2022, 5, 10))


@pytest.mark.parametrize(
    "row",
    [
        "Gemeente Someren · bijlage 1 bij raadsvoorstel 2021-12 · versie 2 · 3 mei 2021 · zaak 2021-0188 · openbaar · team Wonen",
        "Gemeente Someren · raadsbesluit 2021-12 · vastgesteld 3 mei 2021 · in werking 1 juni 2021 · zaak 2021-0188 · team Wonen",
    ],
)
def test_a_letterhead_that_says_of_what_the_paper_is_the_annex_labels_it_not(row):
    assert read(f"{row}\n## Nota arbeidsmigranten\nPer woning wonen er vier.").kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "asks",
    [
        "# Gevraagde beslissing\nDe Nota arbeidsmigranten Someren vaststellen.",
        "# Beslispunten\n- 1. De Nota arbeidsmigranten Someren vast te stellen;\n- 2. de begroting te wijzigen.",
        "Wij stellen u voor de bijgevoegde Nota arbeidsmigranten Someren vast te stellen.",
        "De raad wordt voorgesteld om de Nota arbeidsmigranten Someren vast te stellen.",
        "# Voorstel\nUw raad voor te stellen de bijgevoegde Nota arbeidsmigranten Someren vast te stellen.",
        "# Wat vragen wij van de raad?\nInstemmen met de Nota arbeidsmigranten Someren.",
    ],
)
def test_what_asks_to_adopt_a_paper_is_a_proposal_without_the_word(asks):
    paper = read(
        f"## Nota arbeidsmigranten Someren\nSomeren, 10 mei 2022\n{asks}\n# Aanleiding\nEr komen arbeidsmigranten bij."
    )
    assert (paper.kind.value, paper.announces.value) == (PaperKind.COUNCIL_PAPER, True)
    assert paper.status.value in (PaperStatus.UNKNOWN, PaperStatus.ANNOUNCED)


@pytest.mark.parametrize(
    "says",
    [
        "# Voorstel voor huisvesting\nWij stellen voor dat logies voortaan alleen bij bedrijven komt.",
        "# Besluit\nDe raad heeft de nota vastgesteld op 10 mei 2022.",
        "Wij stellen u voor de Nota niet vast te stellen.",
        "U wordt gevraagd het beheerplan vast te stellen voordat er bewoners komen.",
        "# Gevraagd besluit\nGeld voor een loket beschikbaar te stellen.",
        "# Voorstel\n- In een woning wonen ten hoogste vier arbeidsmigranten.",
    ],
)
def test_policy_that_proposes_something_else_is_no_proposal(says):
    assert read(f"## Nota arbeidsmigranten Someren\nSomeren, 10 mei 2022\n{says}").kind.value is PaperKind.POLICY


def test_policy_that_asks_to_be_adopted_itself_is_a_draft():
    asks = "De raad wordt gevraagd deze nota vast te stellen."
    paper = read(f"## Nota arbeidsmigranten Someren\nSomeren, 10 mei 2022\n{asks}\nPer woning wonen er vier.")
    assert (paper.kind.value, paper.status.value) == (PaperKind.POLICY, PaperStatus.DRAFT)


def test_policy_that_asked_so_and_was_adopted_is_adopted():
    asks = "De raad wordt gevraagd deze nota vast te stellen."
    paper = read(
        f"## Nota arbeidsmigranten Someren\nVastgesteld door de raad op 5 juli 2022\n{asks}\nPer woning wonen er vier."
    )
    assert paper.status.value is PaperStatus.ADOPTED


LONG = "Er wonen arbeidsmigranten in woningen en op bedrijven. " * 120


@pytest.mark.parametrize(
    ("asks", "status"),
    [
        ("Wij stellen de raad voor de Nota arbeidsmigranten vast te stellen.", PaperStatus.DRAFT),
        ("Wij stellen de raad voor de Nota sociaal domein vast te stellen.", PaperStatus.ADOPTED),
    ],
)
def test_policy_that_asks_by_its_own_title_to_be_adopted_is_a_draft(asks, status):
    paper = read(f"## Nota arbeidsmigranten Someren\nGemeente Someren, 10 mei 2022\n{LONG}\n# Voorstel\n{asks}")
    assert (paper.kind.value, paper.status.value) == (PaperKind.POLICY, status)
