from datetime import date

import pytest

from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import read

CLAUSE = "Aldus vastgesteld in de openbare vergadering van de raad van Someren van 12 mei 2020."
NOTA = "## Nota huisvesting arbeidsmigranten\nGemeente Someren"


def status(*pages, **more):
    return read(*pages, **more).status.value


@pytest.mark.parametrize(
    "mark",
    [
        CLAUSE,
        "Vastgesteld door het college op 12 mei 2020",
        "Status: vastgesteld",
        "| Status | Definitief",
        "Vastgesteld in 2012 door de gemeenteraad",
        "Definitieve versie, mei 2020",
        "COLLEGE B&W 16 MRT 2010 // verslag vastgesteld // ter kennisname raad",
        "| 11 juli 2023 | vastgesteld door de gemeenteraad van Someren, na amendement A2",
        "Bestuurlijk vastgesteld door de gemeenteraad: zie stempel",
    ],
)
def test_a_clause_or_final_mark_is_adopted(mark):
    assert (
        status(NOTA, "Tekst.", mark) is PaperStatus.ADOPTED
        if mark is CLAUSE
        else status(f"{NOTA}\n{mark}") is PaperStatus.ADOPTED
    )


def test_a_draft_decision_left_in_before_the_decision_itself_is_history():
    proposal = "# RAADSVOORSTEL\nOnderwerp: Nota arbeidsmigranten\nWij stellen u voor de nota vast te stellen."
    draft = (
        "# ONTWERPBESLUIT\nDe raad van Oss besluit de nota vast te stellen.\nAldus besloten in de vergadering van ………"
    )
    decision = "# RAADSBESLUIT\nDe raad van Oss besluit:\n- de nota vast te stellen.\n" + CLAUSE
    assert status(proposal, draft, decision) is PaperStatus.ADOPTED
    assert status(proposal, draft) is PaperStatus.UNKNOWN


def test_who_designed_a_paper_makes_it_no_draft():
    assert status(f"{NOTA}\nOntwerp: Atelier Drooggemaakt, Urk", CLAUSE) is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "clause",
    [
        "Aldus vastgesteld in de vergadering van de raad d.d. ……………",
        "Aldus vastgesteld in de vergadering van [datum]",
        "Vastgesteld door de raad op ____________",
        "Aldus vastgesteld d.d. <datum>",
    ],
)
def test_a_clause_left_open_does_not_adopt(clause):
    assert status(NOTA, clause) is not PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "clause", ["Aldus vastgesteld in de openbare raadsvergadering van … 2020.", "Aldus overeengekomen te ……… op ………"]
)
def test_a_dated_paper_with_a_clause_left_open_is_a_draft(clause):
    assert status(f"{NOTA}\n12 mei 2020", clause) is PaperStatus.DRAFT


def test_a_paper_laid_before_the_council_is_a_draft_until_it_says_that_it_was_adopted():
    cover = f"{NOTA}\nRaadsversie – ter besluitvorming\n12 mei 2020"
    assert status(cover) is PaperStatus.DRAFT
    assert status(cover, CLAUSE) is PaperStatus.ADOPTED


def test_a_plan_for_making_policy_is_in_development():
    plan = "Wij werken in de komende maanden toe naar nieuw beleid voor arbeidsmigranten."
    assert (
        status(f"## Plan van aanpak beleidsontwikkeling arbeidsmigranten\n17 maart 2020\n{plan}")
        is PaperStatus.ANNOUNCED
    )


def test_words_in_the_text_make_a_draft_where_nothing_else_speaks():
    assert status(NOTA, "De nota ligt van 1 mei tot 12 juni 2021 ter inzage.") is PaperStatus.DRAFT
    assert status(NOTA, "De ontwerpnota lag in 2019 ter inzage.", CLAUSE) is PaperStatus.ADOPTED
    assert status(NOTA, "Daarna gaat het langs de raden. Er is dus nog niets besloten.") is PaperStatus.DRAFT


@pytest.mark.parametrize("mark", ["Definitief rapport, 11 oktober 2022", "| Status | Definitief", "Definitieve versie"])
def test_a_report_that_is_final_was_not_decided_on(mark):
    assert status(f"## Onderzoeksrapport arbeidsmigranten\n{mark}") is PaperStatus.UNKNOWN
    assert status(f"{NOTA}\n{mark}") is PaperStatus.ADOPTED


def test_a_letter_that_was_signed_by_the_system_was_not_adopted():
    letter = "## Brief over arbeidsmigranten\nGeacht college,\nWij vragen u om beleid."
    signed = "In verband met geautomatiseerd verwerken is dit document digitaal ondertekend."
    assert status(f"{letter}\n{signed}") is PaperStatus.UNKNOWN


def test_an_agreement_that_was_signed_by_the_system_on_a_day_was():
    said = "Dit document is op 12 mei 2020 digitaal ondertekend door alle partijen."
    assert (
        status("## Convenant arbeidsmigranten\nDe gemeenten Asten en Someren spreken af", said) is PaperStatus.ADOPTED
    )


def test_the_file_name_speaks_last():
    assert status(NOTA, name="concept-nota.pdf") is PaperStatus.DRAFT
    assert status(NOTA, CLAUSE, name="concept-nota.pdf") is PaperStatus.ADOPTED


PROPOSAL = "## Raadsvoorstel\nOnderwerp: beleidskader arbeidsmigranten\nWij stellen voor het kader vast te stellen."


def test_a_proposal_to_adopt_what_lies_elsewhere_has_no_status_until_it_bears_its_decision():
    assert status(PROPOSAL) is PaperStatus.UNKNOWN
    assert (
        status(PROPOSAL, "## Raadsbesluit\nAldus besloten in de openbare vergadering van 12 mei 2020")
        is PaperStatus.ADOPTED
    )


@pytest.mark.parametrize(
    "blank",
    [
        "# ONTWERPBESLUIT\nDe raad van Someren besluit:\nAldus besloten in de openbare vergadering van ……………… 2020.",
        "# Concept-raadsbesluit\nDe raad van Someren besluit:",
        "# Raadsbesluit\nAldus vastgesteld in de vergadering van …………",
    ],
)
def test_a_decision_that_is_still_to_be_filled_in_makes_no_draft_of_policy_of_a_proposal(blank):
    assert status(PROPOSAL, blank) is PaperStatus.UNKNOWN


@pytest.mark.parametrize(
    "page",
    [
        "## Raadsvoorstel\nStatus: concept\nWij stellen voor het kader vast te stellen.",
        "~ CONCEPT\n## Raadsvoorstel\nWij stellen voor het kader vast te stellen.",
        "## Concept-raadsvoorstel\nWij stellen voor het kader vast te stellen.",
    ],
)
def test_a_proposal_that_is_marked_as_a_draft_is_one(page):
    assert status(page) is PaperStatus.DRAFT


def test_a_proposal_with_the_policy_behind_it_is_a_draft_of_that():
    adopts = "# Ontwerpbesluit\nDe raad van Someren besluit het volgende beleidskader vast te stellen:\n"
    rules = "".join(
        f"- Regel {n}: op een erf mogen ten hoogste twintig arbeidsmigranten in een bestaand gebouw wonen.\n"
        for n in range(6)
    )
    assert status(PROPOSAL, adopts + rules) is PaperStatus.DRAFT


def test_a_letter_that_announces_policy_is_in_development():
    letter = (
        "## Raadsinformatiebrief\n| Onderwerp: arbeidsmigranten\nGeachte raad,\nWij bereiden een beleidskader "
        "arbeidsmigratie voor dat wij in 2023 aan u voorleggen."
    )
    assert status(letter) is PaperStatus.ANNOUNCED


def test_a_published_regulation_without_clause_is_adopted():
    assert (
        status("~ GEMEENTEBLAD // Officiële uitgave van de gemeente Deurne\n## Beleidsregels kamerverhuur")
        is PaperStatus.ADOPTED
    )


def test_an_adopted_budget_is_adopted():
    assert status("## Programmabegroting 2024\nVastgesteld door de raad op 9 november 2023") is PaperStatus.ADOPTED


def test_nothing_said_is_unknown():
    assert status(NOTA, "Tekst over huisvesting.") is PaperStatus.UNKNOWN


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("AANGENOMEN", PaperStatus.MOTION_PASSED),
        ("VERWORPEN", PaperStatus.MOTION_REJECTED),
        ("Ingetrokken", PaperStatus.WITHDRAWN),
        ("Aangehouden", PaperStatus.UNKNOWN),
    ],
)
def test_a_motion_has_the_status_of_its_outcome(mark, expected):
    motion = (
        f"Motie 7\nDe raad, overwegende dat het moet;\nverzoekt het college beleid te maken\nen gaat over tot "
        f"de orde van de dag.\nVVD\n{mark}"
    )
    assert status(motion) is expected


def test_a_letter_about_a_draft_is_no_draft_itself():
    letter = "## Raadsinformatiebrief\nOnderwerp: conceptbeleidskader arbeidsmigranten\nGeachte raad,\nBijgaand ter informatie."
    assert status(letter) is PaperStatus.UNKNOWN
    assert status("## Conceptraadsvoorstel\nOnderwerp: beleidskader") is PaperStatus.DRAFT


def test_a_letter_on_a_draft_that_lies_open_announces_policy():
    letter = "Geachte raad,\nDe ontwerpnota arbeidsmigranten ligt vanaf 1 april 2019 zes weken ter inzage."
    assert (
        status(f"## Raadsinformatiebrief\nOnderwerp: ontwerpnota arbeidsmigranten\n{letter}") is PaperStatus.ANNOUNCED
    )


def test_a_draft_budget_is_a_draft():
    assert status("## Ontwerpbegroting 2020\nGemeente Someren, 1 oktober 2019") is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "item", ["| 4 | Nota geluid | ter inspraak", "3 Motie fietspaden (ingetrokken)", "5 Ontwerpbegroting 2021"]
)
def test_items_of_a_decision_list_are_no_marks_on_the_list(item):
    assert status(f"## Besluitenlijst raad Someren\n{item}\nVastgesteld op 23 juni 2020") is PaperStatus.ADOPTED


@pytest.mark.parametrize("laid", ["RAAD 12 MEI 2020\nter bespreking", "Raad 12 mei 2020, ter besluitvorming"])
def test_what_is_laid_before_the_council_is_not_adopted_yet(laid):
    assert status(f"{NOTA}\n{laid}") is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "step",
    [
        "| Concept | 14 maart 2020",
        "Concept: 14 maart 2020",
        "Eerste concept: 14 maart 2020",
        "Werkversie: 14 maart 2020",
        "Concept besproken in college",
        "Ontwerp door het college vrijgegeven",
    ],
)
def test_a_step_before_the_adoption_makes_no_draft(step):
    assert status(f"{NOTA}\n{step}\n| Gewijzigd vastgesteld door de gemeenteraad | 12 mei 2020") is PaperStatus.ADOPTED


def test_a_draft_mark_from_before_is_left_of_a_paper_that_was_changed_when_it_was_adopted():
    changed = "Aldus gewijzigd vastgesteld in de openbare vergadering van de raad van Someren van 12 mei 2020,"
    assert status(f"{NOTA}\n~ versie 3.1 – concept 12 maart 2020, bijgewerkt", changed) is PaperStatus.ADOPTED


def test_a_council_that_decides_to_adopt_its_course_adopts_it_whatever_the_file_is_called():
    decision = (
        "De raad van de gemeente Someren, in openbare vergadering bijeen op 13 december 2022; gelezen het voorstel van 11 oktober 2022; "
        "besluit de koers ongewijzigd vast te stellen en de nota uit 2008 in te trekken."
    )
    made = read(NOTA, f"# Besluit\n{decision}", name="22-0118 Bijlage A concept v0.9.pdf")
    assert made.status.value is PaperStatus.ADOPTED
    assert made.date.value == date(2022, 12, 13)


def test_a_signature_bears_its_own_day():
    signed = "De raad voornoemd, 25 juni 2009. De griffier, w.g. // De voorzitter, w.g. // Afkondiging in De Leije d.d. 8 juli 2009."
    assert read(NOTA, f"Caravans mogen tot eind juli 2010.\n{signed}").date.value == date(2009, 6, 25)


def test_a_paper_may_say_that_its_policy_is_in_the_making():
    assert (
        status("## Van ver en dichtbij\nNotitie arbeidsmigranten\nStatus: beleid in ontwikkeling")
        is PaperStatus.ANNOUNCED
    )


@pytest.mark.parametrize("boxes", ["voorontwerp ☐ ontwerp ☒ vaststelling ☐", "☐ voorontwerp ☒ ontwerp ☐ vaststelling"])
def test_the_stage_of_a_plan_is_the_box_that_is_ticked(boxes):
    assert status(f"## Paraplubestemmingsplan logies\n| Planstadium | {boxes}") is PaperStatus.DRAFT


def test_the_days_of_other_plans_in_a_table_adopt_nothing():
    rows = "| Plan: Kom; Vastgesteld: 27 juni 2013\n| Plan: Buitengebied; Vastgesteld: 28 februari 2019"
    assert status(f"## Paraplubestemmingsplan logies\nOntwerp\n{rows}") is PaperStatus.DRAFT


def test_a_step_that_says_what_was_decided_adopts_the_paper():
    steps = "| Stap: Concept naar college; Datum: 10 maart 2015\n| Stap: Gemeenteraad: conform besloten; Datum: 30 juni 2015"
    assert read(f"{NOTA}\n{steps}").status.source == "veld met de datum van vaststelling, blz. 1"


def test_an_agreement_signed_by_all_is_no_draft_for_the_mark_that_was_left_on_it():
    made = read(
        "~ concept 3.2 d.d. 11 mei 2023 → tekst ter ondertekening\n## Convenant arbeidsmigranten\nDe gemeenten Asten en Deurne.",
        "De raden zijn gehoord op 20 juni 2023. Getekend te Deurne op 6 juli 2023 door alle partijen.",
    )
    assert (made.status.value, made.date.value) == (PaperStatus.ADOPTED, date(2023, 7, 6))


def test_what_is_put_on_show_for_views_is_a_draft():
    head = "Behandeling college: 7 maart 2017 (besluit: instemmen met terinzagelegging) // Zienswijzen: 17 maart tot en met 27 april 2017"
    made = read(
        f"## Op het erf\n{head}, schriftelijk aan de raad van Someren",
        "Op een bouwvlak mogen 40 arbeidsmigranten slapen.",
    )
    assert (made.kind.value, made.status.value) == (PaperKind.POLICY, PaperStatus.DRAFT)


@pytest.mark.parametrize(
    "note",
    [
        "Op 7 juni 2022 door de raad aangehouden",
        "Besluit van de raad op 7 juni 2022: bij herstemming staakten de stemmen (14-14).",
        "Raadsbesluit 7 juni 2022: aangehouden, terug naar de commissie",
        "Door het college vrijgegeven voor inspraak op 7 juni 2022",
        "Het college heeft op 7 juni 2022 ingestemd met deze nota en legt haar voor aan de raad",
        "Collegevergadering 7 juni 2022: akkoord, doorsturen naar de raad ter vaststelling.",
        "Voorstel aan de raad van 7 juni 2022",
        "Opiniërend besproken in de raad van 7 juni 2022",
        "Behandelvoorstel: de raad besluit op 7 juni 2022 over deze nota",
        "Vastgesteld door het college op 7 juni 2022 onder voorbehoud van instemming van de raad",
    ],
)
def test_a_nota_on_which_the_decision_is_still_to_come_is_a_draft(note):
    assert status(f"{NOTA}\n{note}", "# Wonen\nTekst.") is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "note",
    [
        "Vrijgegeven voor inspraak op 3 maart 2020",
        "Raad 12 mei 2020: nota vastgesteld, motie 3 aangehouden, motie 4 verworpen",
    ],
)
def test_what_went_before_the_decision_or_was_decided_beside_it_says_nothing(note):
    assert status(f"{NOTA}\n{note}", "# Wonen\nTekst.", CLAUSE) is PaperStatus.ADOPTED


LIST = "## Besluitenlijst raad Someren\nOpenbare vergadering van dinsdag 23 juni 2020\n# 2. Agenda\nDe agenda wordt vastgesteld.\n{}"


@pytest.mark.parametrize(
    "item",
    [
        "# 9. Grondprijzen\nConform voorstel vastgesteld met 16 tegen 5 stemmen.",
        "# 6. Bestemmingsplan\nGewijzigd vastgesteld, na stemming over drie amendementen van 12 juni 2020.",
        "| 3 | Besluitenlijst 2 juni 2020 | Ongewijzigd vastgesteld\nVastgesteld met algemene stemmen.",
        "# 4. Beleidsregels\nDe raad stelt de beleidsregels van 2 juni 2020 vast. Overeenkomstig het voorstel besloten.",
    ],
)
def test_what_is_adopted_in_a_list_of_decisions_does_not_adopt_the_list(item):
    assert status(LIST.format(item)) is PaperStatus.UNKNOWN


@pytest.mark.parametrize(
    "closing",
    [
        "Aldus vastgesteld in de openbare raadsvergadering van 4 juli 2020.",
        "Aldus vastgesteld aan het slot van de vergadering van 23 juni 2020. De griffier, de voorzitter.",
        "Deze besluitenlijst is vastgesteld door de raad op 4 juli 2020.",
        "Deze lijst is aan het einde van de vergadering van 23 juni 2020 door het college vastgesteld.",
        "Vastgesteld in de vergadering van 4 juli 2020",
    ],
)
def test_a_list_of_decisions_may_be_adopted_itself(closing):
    assert status(LIST.format(f"# 9. Grondprijzen\nConform voorstel vastgesteld.\n{closing}")) is PaperStatus.ADOPTED


def test_what_lies_ready_for_a_supervisor_makes_no_draft():
    page = "## Beleidsregels logies Oss\nHet nachtregister ligt op de locatie ter inzage voor de toezichthouder."
    assert status(page) is not PaperStatus.DRAFT


def test_what_lies_ready_for_views_is_a_draft():
    assert status("## Beleidsregels logies Oss\nHet stuk ligt zes weken ter inzage.") is PaperStatus.DRAFT


def test_a_message_that_says_that_it_was_adopted_is_adopted():
    page = "## Statenmededeling\nAuteur: team Economie. De griffie zendt de bijlagen, de monitor en de brief van de minister na. "
    page += "Gedeputeerde Staten hebben deze mededeling vastgesteld in hun vergadering van 23 april 2024."
    assert status(page) is PaperStatus.ADOPTED


def test_a_decision_with_its_day_right_above_both_officers_was_taken():
    decision = (
        "RAADSBESLUIT\nDe raad van de gemeente Steenbergen,\ngezien het voorstel;\nBESLUIT\n1. de nota in te trekken;"
    )
    signed = f"{decision}\nSteenbergen, 26 juni 2025\nDe griffier,\nDe voorzitter,"
    assert (read(signed).status.value, read(signed).date.value) == (PaperStatus.ADOPTED, date(2025, 6, 26))
    assert (
        read(f"{decision}\nSteenbergen, d.d. ……\nDe griffier,\nDe voorzitter,").status.value is not PaperStatus.ADOPTED
    )
