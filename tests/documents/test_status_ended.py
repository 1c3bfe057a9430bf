"""Papers that lapsed, were withdrawn or were refused, and what only tells of the end of another one."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read
from tests.documents.test_status import CLAUSE, NOTA, status


@pytest.mark.parametrize(
    "mark",
    [
        "~ VERVALLEN",
        "~ VERVALLEN PER 1 JANUARI 2021",
        "Deze nota is vervallen per 1-1-2021",
        "Let op: deze beleidsregels zijn vervallen",
        "Status: vervallen",
        "Archief: niet meer geldig sinds 1 januari 2021",
        "~ Vervallen (zie Beleidskader 2021)",
        "Regeling vervallen per 01-01-2022",
        "~ ARCHIEF — werkingsduur verstreken, vervallen per 1-1-2015 — bewaren t/m 2034",
        "ARCHIEF – dit beleid is sinds 4 maart 2020 niet meer van kracht",
        "~ [Archief lokale regelingen · geraadpleegd 11-03-2021 · Regeling vervallen per 01-01-2019]",
        "ARCHIEF – overgedragen 04-01-2021 aan Boxtel / Oisterwijk / Tilburg / Vught // doos 0412 – REGELING VERVALLEN PER 01-01-2021 // "
        "(niet meer toepassen) en zie verder de lijst",
        "~ Historische versie (niet meer geldig)",
        "| Uiterlijk geldig: Regeling vervallen per 01-01-2024; Gemeenteblad: bouwen, wonen en ruimte",
        "Dit document is vervangen door de Nota arbeidsmigranten 2019 en niet meer geldig.",
        "Regeling vervallen per 01-07-2020. Deze tekst wordt alleen nog getoond voor historische raadpleging.",
    ],
)
def test_a_stamp_or_archive_note_that_it_lapsed_wins_over_the_clause(mark):
    assert status(f"{NOTA}\n{mark}", CLAUSE) is PaperStatus.LAPSED


@pytest.mark.parametrize(
    "mark",
    [
        "~ INGETROKKEN",
        "Ingetrokken bij raadsbesluit van 4 juli 2022",
        "Deze notitie is ingetrokken",
        "| Status: ingetrokken per 1-1-2021",
        "Beleidsnota logies arbeidsmigranten (ingetrokken)",
        "Dit beleid is bij raadsbesluit van 14 december 2023 ingetrokken.",
        "De raad heeft deze nota bij besluit van 14 december 2023 ingetrokken.",
    ],
)
def test_a_note_that_it_was_withdrawn_wins_too(mark):
    assert status(f"{NOTA}\n{mark}", CLAUSE) is PaperStatus.WITHDRAWN


def test_a_field_on_the_cover_that_names_what_was_withdrawn_speaks_of_that():
    field = "Vaststelling: college, 13 januari 2026 · looptijd 2026 tot en met 2029 · ingetrokken: Werkafspraken opvang 2021"
    assert status(f"{NOTA}\n{field}", CLAUSE) is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "text",
    [
        "De Nota 2012 wordt ingetrokken.",
        "De beleidsregels uit 2012 zijn vervallen.",
        "Een vergunning kan worden ingetrokken.",
        "De bestemming is vervallen.",
    ],
)
def test_what_ends_another_paper_says_nothing_of_this_one(text):
    assert (
        status(
            NOTA,
            f"# Artikel 12 Slotbepalingen\nWij regelen hier het volgende voor de aanvragen die al liepen. {text}",
            CLAUSE,
        )
        is PaperStatus.ADOPTED
    )


def test_a_short_line_that_an_older_paper_was_withdrawn_is_no_archive_note():
    assert status(NOTA, f"De notitie uit 2009 is ingetrokken.\n{CLAUSE}") is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "section", ["3.6 (vervallen, A2, onderdeel c)", "Artikel 4 [vervallen]", "4. Parkeren (vervallen)"]
)
def test_an_article_that_lapsed_does_not_end_the_paper(section):
    assert status(f"{NOTA}\n{section}", CLAUSE) is PaperStatus.ADOPTED


def test_a_note_that_it_lapsed_may_speak_of_applications():
    note = "Let op: deze beleidsregel is vervallen per 1 juli 2020, aanvragen kan niet meer."
    assert status(f"{NOTA}\n{note}", CLAUSE) is PaperStatus.LAPSED


def test_a_row_of_figures_on_what_was_withdrawn_does_not_end_the_paper():
    rows = "Verleend 219 240 271\nIngetrokken door aanvrager 22 25 24\nVervallen 3 4 12"
    assert status("## Jaarverslag vergunningen 2017", CLAUSE, rows) is PaperStatus.ADOPTED


def test_the_column_of_a_list_says_nothing_of_the_list():
    rows = "\n".join(
        f"| Nr.: 2022-0{n}; Titel: Plein {n}; Status: {how}" for n, how in enumerate(("afgedaan", "vervallen"), 1)
    )
    assert read(f"## Lijst van moties – stand per 1 oktober 2022\n{rows}").status.value is PaperStatus.UNKNOWN


def test_the_decision_that_ended_a_paper_did_not_adopt_it():
    made = read(
        f"~ INGETROKKEN – RAADSBESLUIT 10-10-2019\n{NOTA}\nVastgesteld door de gemeenteraad op 27 september 2012."
    )
    assert (made.status.value, made.date.value) == (PaperStatus.WITHDRAWN, date(2012, 9, 27))


def test_the_decision_under_a_bare_stamp_did_not_adopt_it_either():
    made = read(
        f"## INGETROKKEN\nRaadsbesluit 12 december 2013, nr. 2013/88\n{NOTA}\nVastgesteld door de raad van Haaren op 24 september 2009"
    )
    assert (made.status.value, made.date.value) == (PaperStatus.WITHDRAWN, date(2009, 9, 24))


@pytest.mark.parametrize(
    "note",
    [
        "De raad heeft deze nota op 7 juni 2022 verworpen",
        "De raad van de gemeente Someren heeft deze nota in zijn vergadering van 7 juni 2022 niet vastgesteld.",
        "Bij de herstemming op 7 juni 2022 staken de stemmen opnieuw; daarmee is het voorstel niet aangenomen.",
        "Stemming in de raad op 7 juni 2022: 12 stemmen voor, 16 stemmen tegen.",
        "Het college heeft het voorstel tijdens de vergadering van 7 juni 2022 teruggenomen.",
        "| 23-04-2022 | opnieuw in stemming; voor 16, tegen 21. Voorstel niet overgenomen.",
    ],
)
def test_a_nota_that_was_refused_is_no_policy(note):
    assert status(f"{NOTA}\n{note}", "# Wonen\nTekst.") is PaperStatus.MOTION_REJECTED


def test_what_one_council_of_several_refused_is_policy_of_the_others():
    note = "Vastgesteld door de gemeenteraad van Bladel op 1 juni 2023 en van Eersel op 6 juni 2023. De gemeenteraad van Bergeijk heeft "
    note += "het kader op 22 juni 2023 niet vastgesteld."
    assert status(f"## Beleidskader arbeidsmigranten\n{note}", "# Wonen\nTekst.") is PaperStatus.ADOPTED


RULES = """## Beleidsregels logies Someren
Het college van Someren besluit op 3 mei 2021 de volgende beleidsregels voor logies van seizoenarbeiders vast te stellen:
# Artikel 1 Begrippen
In deze beleidsregels wordt onder logies verstaan het bieden van een verblijf aan hen die tijdelijk in Someren werken.
"""


@pytest.mark.parametrize(
    "lapsed",
    [
        "# Artikel 4 Parkeren\n(vervallen)",
        "# Artikel 4\n[Vervallen]",
        "Artikel 4 Parkeren\nVervallen.",
        "Artikel 4 Parkeren // Vervallen.",
        "# Artikel 4\nIngetrokken.",
        "# Artikel 4 Intrekking van de vergunning\n[Vervallen]",
        "# Artikel 4\nDit artikel is vervallen.",
        "# Paragraaf 3\nDeze paragraaf is bij besluit van 4 juni 2022 vervallen.",
        "# Bijlage 3\nVervallen",
        "# 4.1 Parkeren\nVervallen per 1 februari 2022",
        "# Parkeren\n(vervallen bij amendement A7)",
        "# Parkeren (vervallen)",
    ],
)
def test_one_article_that_lapsed_leaves_the_paper_standing(lapsed):
    made = read(
        f"{RULES}{lapsed}\n# Artikel 5 Toezicht\nToezichthouders zien toe op de naleving van deze beleidsregels."
    )
    assert (made.status.value, made.valid_until.value) == (PaperStatus.ADOPTED, None)


@pytest.mark.parametrize(
    "page",
    [
        "## Beleidsregels logies Someren\nVERVALLEN\nVastgesteld op 3 mei 2021",
        "## Beleidsregels logies Someren\n# Gemeente Someren\nVervallen\nVastgesteld op 3 mei 2021",
        "## Beleidsregels logies Someren\n(ingetrokken)\nVastgesteld op 3 mei 2021",
        "Bijlage 2\nVERVALLEN\n## Beleidsregels logies Someren\nVastgesteld op 3 mei 2021",
        RULES + "# Artikel 4 Slot\nDeze beleidsregels zijn vervallen.",
        RULES + "# Status\nVervallen per 1 februari 2022",
        RULES + "# Artikel 9 Vervaldatum\nVervallen per 1 februari 2022.",
        RULES
        + "# Artikel 4 Slot\nZij worden aangehaald als Beleidsregels logies.\nRegeling vervallen per 1 februari 2022",
        RULES + "~ INGETROKKEN",
    ],
)
def test_a_stamp_at_the_head_or_a_note_that_names_the_paper_still_ends_it(page):
    assert read(page).status.value in {PaperStatus.LAPSED, PaperStatus.WITHDRAWN}


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij wordt de Notitie logies Someren, vastgesteld op // 4 april 2013, ingetrokken.",
        "Hierbij wordt de Notitie logies Someren, vastgesteld op 4 // april 2013, ingetrokken.",
        "Hierbij wordt de Notitie logies Someren (raad van // 4 april 2013) ingetrokken.",
    ],
)
def test_the_end_of_a_sentence_on_another_paper_is_no_stamp(text):
    made = read(f"{RULES}# Artikel 4 Slot\n{text}")
    assert (made.status.value, len(made.replaces.value)) == (PaperStatus.ADOPTED, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Vastgesteld door de raad op 3 mei 2021; ingetrokken bij raadsbesluit van 7 maart 2024",
        "Door de raad vastgesteld op 3 mei 2021, ingetrokken 7 maart 2024",
        "Vastgesteld 3 mei 2021 (ingetrokken op 7 maart 2024)",
        "Vastgesteld op 3 mei 2021 en op 7 maart 2024 ingetrokken.",
        "Deze beleidsregels zijn vastgesteld op 3 mei 2021 en ingetrokken op 7 maart 2024.",
        "Vastgesteld op 3 mei 2021. Ingetrokken bij raadsbesluit van 7 maart 2024.",
        "Vastgesteld op 3 mei 2021\nIngetrokken d.d. 7-3-2024",
        "Vastgesteld op 3 mei 2021\nIngetrokken 7 maart 2024",
        "Vastgesteld op 3 mei 2021\nIngetrokken bij besluit van 1 februari 2024 met ingang van 7 maart 2024",
        "| Status: Vastgesteld door de raad; Datum: 3 mei 2021\n| Status: Ingetrokken door de raad; Datum: 7 maart 2024",
    ],
)
def test_a_paper_tells_of_its_withdrawal_beside_its_adoption(text):
    made = read(
        f"## Beleidsregels logies Someren\n{text}\n# Waar het mag\nLogies voor seizoenarbeiders mag op een erf."
    )
    assert (made.status.value, made.date.value) == (PaperStatus.WITHDRAWN, date(2021, 5, 3))
    assert made.valid_until.value == date(2024, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        "Vastgesteld op 3 mei 2021, waarbij de Nota logies van 4 april 2013 is ingetrokken.",
        "Vastgesteld op 3 mei 2021 onder intrekking van de nota van 4 april 2013; deze is ingetrokken.",
        "Vastgesteld op 3 mei 2021 en niet ingetrokken",
        "Vastgesteld op 3 mei 2021, artikel 4 vervallen bij amendement A2",
        "De Nota logies, vastgesteld op 4 april 2013 en ingetrokken op 3 mei 2021, liet alles vrij.\nVastgesteld op 3 mei 2021",
    ],
)
def test_a_withdrawal_of_another_paper_beside_its_adoption_is_not_its_own(text):
    made = read(
        f"## Beleidsregels logies Someren\n{text}\n# Waar het mag\nLogies voor seizoenarbeiders mag op een erf."
    )
    assert (made.status.value, made.valid_until.value) == (PaperStatus.ADOPTED, None)
