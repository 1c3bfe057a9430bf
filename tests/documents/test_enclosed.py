"""Council papers with the policy itself in them."""

import pytest

from tests.documents.made import read

TEXT = "In elke kern komen bedden voor arbeidsmigranten, met een beheerder en een kamer voor ieder. " * 16
PROPOSAL = (
    "## Raadsvoorstel\n# Voorgesteld besluit\n- 1. {point}\n# Inleiding\nDe teelt kan niet zonder arbeidsmigranten."
)
POINT = "De beleidstekst ‘Thuis in het seizoen’ (bijlage 1) vast te stellen."


def encloses(*pages):
    return read(*pages).encloses_policy.value


@pytest.mark.parametrize("heading", ["Bijlage B – Thuis in het seizoen", "Thuis in het seizoen"])
def test_a_proposal_with_the_adopted_text_behind_it_holds_the_policy(heading):
    assert encloses(PROPOSAL.format(point=POINT), f"# {heading}\n{TEXT}")


def test_a_decision_with_its_frames_holds_the_policy():
    decision = (
        "## RAADSBESLUIT\nDe raad van de gemeente Someren,\nbesluit:\nI. als beleid vast te stellen de volgende kaders:"
    )
    assert encloses(f"{decision}\n- 1. {TEXT}")


def test_a_decision_to_adopt_the_policy_that_follows_holds_it():
    decision = (
        "## RAADSBESLUIT\nDe raad van de gemeente Someren,\nbesluit:\nI. vast te stellen het navolgende locatiebeleid:"
    )
    assert encloses(f"{decision}\n# Locatiebeleid Zuid\n1. Omvang. {TEXT}")


def test_a_decision_to_adopt_the_frame_that_follows_holds_it():
    decision = "## Raadsbesluit\nDe raad van Someren;\nbesluit:\nI. het volgende kader vast te stellen:"
    assert encloses(f"{decision}\n# Kader onderdak\n{TEXT}")


def test_a_proposal_whose_annex_is_elsewhere_holds_none():
    assert not encloses(PROPOSAL.format(point=POINT), f"# Argumenten\n{TEXT}")


def test_a_heading_with_a_summary_is_not_the_text():
    assert not encloses(PROPOSAL.format(point=POINT), "# Thuis in het seizoen\nDe tekst in het kort.")


def test_a_letter_holds_none():
    letter = f"Raadsinformatiebrief\nGeachte raad,\n{POINT}"
    assert not encloses(letter, f"# Thuis in het seizoen\n{TEXT}")


def test_a_letter_holds_the_adopted_paper_that_lies_behind_it():
    letter = "Raadsinformatiebrief\nGeachte raad,\nBijgaand treft u het programma aan."
    behind = (
        f"# Welkom aan tafel\nVastgesteld door burgemeester en wethouders in hun vergadering van 23 juni 2020.\n{TEXT}"
    )
    assert encloses(letter, behind)


NOTA = (
    "We staan logies voor arbeidsmigranten toe aan de rand van bedrijventerreinen. Per locatie mogen 120 mensen wonen. "
    * 4
)


@pytest.mark.parametrize(
    "point",
    [
        "besluit de Nota logies Someren 2020 vast te stellen.",
        "besluit: vast te stellen de Nota logies Someren 2020.",
        "besluit de Nota logies Someren 2020 ongewijzigd vast te stellen.",
    ],
)
def test_a_decision_with_a_short_nota_behind_it_holds_the_policy(point):
    assert encloses(f"## Raadsbesluit\nDe raad van de gemeente Someren {point}", f"# Nota logies Someren 2020\n{NOTA}")


def test_the_title_of_the_nota_may_have_its_words_in_another_order():
    point = "besluit de notitie Internationale werknemers 2022-2026 “Thuis bij ons” vast te stellen."
    heading = "# Thuis bij ons – notitie Internationale werknemers 2022-2026"
    assert encloses(f"## Raadsbesluit\nDe raad van de gemeente Someren {point}", f"{heading}\n{NOTA}")


def test_the_nota_may_stand_under_the_closing_clause_on_the_same_page():
    point = "De raad van de gemeente Someren besluit:\n- 1. de Nota logies Someren 2020 vast te stellen."
    closing = "Aldus vastgesteld in de vergadering van 12 mei 2020."
    assert encloses(f"## Raadsbesluit\n{point}\n{closing}\n# Nota logies Someren 2020\n{NOTA}")
    assert not encloses(f"## Raadsbesluit\n{point}\n# Nota logies Someren 2020\n{NOTA}\n{closing}")


def test_the_nota_may_leave_out_its_sort():
    decision = "## Raadsbesluit\nDe raad van Someren besluit de beleidsnota Logies voor arbeidsmigranten Someren vast te stellen."
    assert encloses(decision, f"# Logies voor arbeidsmigranten Someren\n{NOTA}")


def test_a_few_rules_in_the_decision_are_policy():
    decision = "## Raadsbesluit\nDe raad van Someren besluit de volgende kaders voor huisvesting van arbeidsmigranten vast te stellen:"
    rules = (
        "- 1. logies mag bij boeren, tot 40 personen per bedrijf;\n- 2. op bedrijventerreinen mag het niet;\n"
        "- 3. ieder heeft 12 m2, en er is altijd een beheerder bereikbaar voor arbeidsmigranten en buren."
    )
    assert encloses(f"{decision}\n{rules}")


def test_a_decision_that_adopts_a_frame_as_it_follows_holds_the_policy():
    decision = "## Raadsbesluit\nDe raad van Someren;\nbesluit:\n- 1. het Afwegingskader tijdelijk verblijf vast te stellen, luidende:"
    assert encloses(f"{decision}\n| Waar: buitengebied; Hoeveel: 40 personen; Voorwaarden: {NOTA}")


def test_a_proposal_with_a_short_adopted_nota_behind_it_holds_the_policy():
    proposal = "## Raadsvoorstel\nWij stellen u voor de Beleidsnota arbeidsmigranten vast te stellen."
    behind = f"# Bijlage 1: Beleidsnota arbeidsmigranten Rucphen 2023\nVastgesteld door de raad op 28 maart 2023\n# Huisvesting\n{NOTA}"
    assert encloses(proposal, behind)
    assert not encloses(
        proposal, behind.replace("Vastgesteld door de raad op 28 maart 2023", "Behandeling op 28 maart 2023")
    )


RULED = "## Raadsvoorstel en raadsbesluit\nDe raad van de gemeente Someren, gelezen het voorstel, besluit:\n{points}"


def test_a_decision_whose_points_are_rules_holds_the_policy():
    points = "- 1. Huisvesting van arbeidsmigranten is alleen mogelijk in gebouwen met ten minste 50 bedden.\n"
    points += "- 2. Een kamer wordt door ten hoogste twee personen gebruikt en is minstens 12 vierkante meter groot."
    assert encloses(RULED.format(points=points))


def test_a_decision_whose_points_order_something_holds_none():
    points = (
        "- 1. de nota logies vast te stellen als kader voor aanvragen van huisvesters en boeren in het buitengebied;\n"
    )
    points += "- 2. het college op te dragen de aanvragen daaraan te toetsen en de raad elk jaar over de uitkomst te berichten."
    assert not encloses(RULED.format(points=points))


def test_a_decision_whose_points_change_an_adopted_nota_holds_none():
    points = (
        '- a. op bladzijde 7 wordt "ten hoogste vijftig bedden" vervangen door "ten hoogste dertig bedden voor arbeidsmigranten";'
        "\n- b. aan paragraaf 3.1 wordt toegevoegd dat een locatie voor arbeidsmigranten niet naast een school ligt;"
        "\n- c. in hoofdstuk 5 vervalt de mogelijkheid van caravans."
    )
    assert not encloses(f"## RAADSBESLUIT\nDe raad van Someren,\nbesluit:\n{points}")


def test_the_subject_of_the_frames_may_stand_behind_the_verb():
    for behind in (
        "voor de huisvesting van arbeidsmigranten:",
        "als beleid van de gemeente Someren inzake arbeidsmigranten:",
    ):
        point = f"de volgende kaders vast te stellen {behind}"
        assert encloses(f"## Raadsbesluit\nDe raad van de gemeente Someren, besluit:\n{point}\n- {TEXT}")


def test_an_annex_may_say_to_which_proposal_it_belongs_before_its_title():
    point = "de Nota buitenlandse werknemers in Someren 2020-2024, zoals hierachter gevoegd, vast te stellen;"
    heading = "Bijlage bij RV 19-071 // Nota buitenlandse werknemers in Someren 2020-2024"
    assert encloses(PROPOSAL.format(point=point), f"## {heading}\n{TEXT}")


def test_a_proposal_with_the_text_of_the_policy_under_its_own_heading_holds_it():
    point = "1. Vast te stellen de Beleidslijn tijdelijk logies bij bouwplaatsen, waarvan de tekst onder 4 staat."
    assert encloses(f"## Voorstel aan burgemeester en wethouders\n- {point}\n# 4. Tekst van de beleidslijn\n{TEXT}")


@pytest.mark.parametrize(
    "point",
    [
        "De Koers arbeidsmigratie Someren 2021–2025, zoals in dit voorstel beschreven onder A tot en met E, vast te stellen.",
        "De Koers arbeidsmigratie Someren 2021–2025 vast te stellen, zoals beschreven in het raadsvoorstel onder A tot en met E.",
    ],
)
def test_what_a_proposal_describes_and_adopts_stands_in_it(point):
    assert encloses(PROPOSAL.format(point=point))


def test_answers_to_views_that_are_adopted_too_are_not_the_policy():
    points = "- 1. het Beleidskader “Te gast” vast te stellen;\n- 2. de nota van inspraak vast te stellen;"
    proposal = (
        f"## Raadsvoorstel\n# Voorgesteld besluit\n{points}\n# Inleiding\nDe teelt kan niet zonder arbeidsmigranten."
    )
    assert not encloses(proposal, f"# Bijlage 2 – Nota van inspraak\n{TEXT}")
    assert encloses(proposal, f"# Bijlage 1 – Beleidskader “Te gast”\n{TEXT}")
