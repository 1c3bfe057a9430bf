"""What makes a paper a draft: marks, on a line of their own or within one, titles and tables of versions."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read

NOTA = "## Nota huisvesting arbeidsmigranten"
CLAUSE = "Aldus vastgesteld in de openbare vergadering van de raad van Someren van 12 mei 2020."
RULES = "Wij staan logies toe bij een agrarisch bedrijf."


def status(*pages, **more):
    return read(*pages, **more).status.value


@pytest.mark.parametrize(
    "line",
    [
        "Versie 1.0, concept, 9 februari 2021",
        "versie 1, concept 10-02-2021",
        "Gemeente Someren, concept 5 april 2022",
        "Gemeente Someren, concept april 2022",
        "Gemeente Someren, tweede concept d.d. 5 april 2022",
        "Gemeente Someren, concept 5 april 2022. Na vaststelling vervalt het beleid uit 2018.",
        "Someren, 4 maart 2021 (concept voor de raad)",
        "4 maart 2021 / concept / versie B",
        "4 maart 2021 / ontwerp",
        "Afdeling Ruimte, 4 maart 2021, conceptversie",
        "Gemeente Someren, ontwerp voor inspraak, 8 juni 2021",
        "Dit concept van 4 maart 2021 is besproken in het college",
    ],
)
def test_a_mark_behind_a_comma_a_bracket_or_a_slash_makes_a_dated_nota_a_draft(line):
    assert status(f"{NOTA}\n{line}\n{RULES}") is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "line",
    [
        "Gemeente Someren, 4 maart 2021",
        "4 maart 2021\nTekst, ontwerp, druk: Bureau Zicht",
        "Gemeente Someren, ontwerp 2021 Bureau Zicht, 4 maart 2021",
        "Vastgesteld op 12 mei 2020, concept 3 maart 2020",
        "Visie (concept 3 maart 2020), nota van 12 mei 2020",
        "Nota van 12 mei 2020, bijlage: kaart (conceptueel)",
        "Het concept van wonen op het erf, 4 maart 2021",
    ],
)
def test_what_only_looks_like_such_a_mark_makes_no_draft(line):
    assert status(f"## Nota huisvesting arbeidsmigranten\n{line}\n{RULES}") is PaperStatus.ADOPTED


def test_an_enclosure_that_is_called_a_draft_makes_no_draft_of_the_letter():
    letter = "Geachte raad,\nOnderwerp: vergunningen logies\nBijlage: nota logies, concept 5 april 2022\nDe raad wordt geïnformeerd."
    assert status(letter) is not PaperStatus.DRAFT


@pytest.mark.parametrize(
    "line",
    [
        "Bijlage bij raadsvoorstel 2021-33, 4 maart 2021",
        "Maart 2021. Bijlage bij raadsvoorstel",
        "Gemeente Someren, bijlage bij raadsvoorstel, 1 april 2019",
        "Bijlage 2, behorend bij het raadsvoorstel van 1 april 2019",
        "13 mei 2020, voorstel aan de raad",
    ],
)
def test_a_nota_that_lies_before_the_council_is_a_draft(line):
    assert status(f"{NOTA}\n{line}\n{RULES}") is PaperStatus.DRAFT


@pytest.mark.parametrize("line", ["Bijlage bij raadsvoorstel 2021-33", "4 maart 2021, voorstel aan de raad"])
def test_it_is_none_where_it_says_that_it_was_adopted(line):
    assert status(f"{NOTA}\n{line}\nVastgesteld door de gemeenteraad op 12 mei 2021\n{RULES}") is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "line",
    [
        "Bijlage bij raadsbesluit 2021-33, 4 maart 2021",
        "4 maart 2021\nIn 2022 volgt een afzonderlijk voorstel aan de raad",
        "4 maart 2021\nHet verslag is als bijlage 4 bij het raadsvoorstel gevoegd",
    ],
)
def test_what_names_a_proposal_otherwise_makes_no_draft(line):
    assert status(f"{NOTA}\n{line}\n{RULES}") is PaperStatus.ADOPTED


def test_it_is_none_where_it_was_published_in_the_gazette():
    page = f"~ Gemeenteblad\n## Beleidsregels logies Someren\n4 maart 2021\nBijlage bij raadsvoorstel 2021-33\n{RULES}"
    assert status(page) is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "mark",
    [
        "~ CONCEPT",
        "CONCEPT",
        "Concept 3 juni 2021",
        "Concept versie 0.8",
        "Ontwerp",
        "Versie 0.9, mei 2021",
        "Inspraakversie",
        "Status: concept",
        "~ Concept | Nota arbeidsmigranten",
        "Ter inspraak",
        "~ VERSIE VOOR INSPRAAK",
        "Consultatieversie mei 2021",
        "Werkversie",
        "~ ontwerp voor de raad van 9 juli",
        "Definitief concept",
        "C O N C E P T",
        "werkdocument, stand 3 juni 2020",
        "~ Kadernota arbeidsmigranten – voor wensen en bedenkingen",
        "Aan de raad voorgelegd voor wensen en bedenkingen",
    ],
)
def test_a_draft_mark_makes_a_draft_even_of_a_paper_with_a_clause_to_come(mark):
    assert (
        status(f"{NOTA}\n{mark}", "Aldus vastgesteld in de vergadering van de raad van 9 juli 2021.")
        is PaperStatus.DRAFT
    )


@pytest.mark.parametrize(
    "title",
    [
        "## Concept-beleidsnota arbeidsmigranten",
        "## Ontwerpnota arbeidsmigranten",
        "## Ontwerp-omgevingsvisie",
        "## Nota arbeidsmigranten (concept)",
        "## Kader arbeidsmigranten (in concept)",
        "## Conceptbeleidsregels kamerverhuur",
    ],
)
def test_a_title_may_say_draft(title):
    assert status(title) is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "title",
    ["## Nota energie\nconcept-RES en legt", "## Nota ontwerp openbare ruimte", "## Conceptuele visie op wonen"],
)
def test_words_that_resemble_a_draft_mark_are_none(title):
    assert status(title, CLAUSE) is PaperStatus.ADOPTED


VERSIONS = "| Versie | Datum | Status\n| 0.1 | 5 februari 2019 | concept\n| 0.9 | 1 maart 2019 | concept voor college"


def test_of_a_table_of_versions_the_last_row_is_what_lies_here():
    draft = read(f"{NOTA}\n{VERSIONS}")
    final = read(f"{NOTA}\n{VERSIONS}\n| 1.0 | 12 maart 2019 | vastgesteld")
    assert (draft.status.value, str(draft.date.value)) == (PaperStatus.DRAFT, "2019-03-01")
    assert (final.status.value, str(final.date.value)) == (PaperStatus.ADOPTED, "2019-03-12")


def test_a_table_of_versions_may_run_newest_first():
    rows = "| Versie | Datum | Status\n| 1.0 | 12 maart 2019 | vastgesteld\n| 0.9 | 1 maart 2019 | concept"
    assert status(f"{NOTA}\n{rows}") is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "text",
    [
        "Versie 0.9 | 8 maart 2021\nVastgesteld door de gemeenteraad van Someren op 3 mei 2021",
        "Versie 0.8\nGewijzigd vastgesteld door de raad op 3 mei 2021",
        "Versie 0.9, maart 2021. Vastgesteld door de gemeenteraad van Someren op 3 mei 2021",
        "v0.9\nDoor de raad vastgesteld op 3 mei 2021",
        "Concept 8 maart 2021, definitief vastgesteld door de raad op 3 mei 2021",
    ],
)
def test_a_number_of_a_version_is_no_draft_mark_beside_a_later_adoption(text):
    made = read(f"## Beleidsnota logies Someren\n{text}\n# Waar het mag\nLogies voor seizoenarbeiders mag op een erf.")
    assert (made.status.value, made.date.value) == (PaperStatus.ADOPTED, date(2021, 5, 3))


@pytest.mark.parametrize(
    "text",
    [
        "Versie 0.9 | 8 maart 2021\nVaststelling raad: 3 mei 2021",
        "Versie 0.9 | 8 juni 2021\nVastgesteld door de raad op 3 mei 2021",
        "Conceptversie 0.9 | 8 maart 2021\nVastgesteld door de raad op 3 mei 2021",
        "Versie 0.9 | 8 maart 2021",
        "Versie 0.9 voor inspraak\nVastgesteld door de raad op 3 mei 2021",
    ],
)
def test_a_version_without_a_later_adoption_or_called_a_draft_is_one(text):
    made = read(f"## Beleidsnota logies Someren\n{text}\n# Waar het mag\nLogies voor seizoenarbeiders mag op een erf.")
    assert made.status.value is PaperStatus.DRAFT


def test_a_draft_mark_under_a_head_within_the_front_matter_still_counts():
    text = "Deze nota gaat over het verblijf van seizoenarbeiders op het erf, in de kern en op een bedrijventerrein van Someren."
    assert (
        read(f"## Nota logies Someren\n{text}\n# Stand van zaken\nConcept, 8 maart 2021").status.value
        is PaperStatus.DRAFT
    )


@pytest.mark.parametrize("head", ["Versie voor de raad, mei 2021", "Voorlopige versie 3 mei 2021", "Concept, mei 2021"])
def test_a_version_that_is_still_to_be_decided_on_is_a_draft(head):
    made = read(f"## Nota logies arbeidsmigranten\nGemeente Someren\n{head}", "Arbeidsmigranten wonen op het erf.")
    assert made.status.value is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "said",
    [
        "Concept",
        "CONCEPT – 12 mei 2020",
        "Ontwerpnota",
        "Versie 0.8, 12 mei 2020",
        "Conceptversie ten behoeve van inspraak",
        "Ter inzage van 12 mei tot en met 22 juni 2020",
        "Deze nota is nog niet vastgesteld.",
        "Deze nota wordt in september aan de raad voorgelegd.",
        "Voor vaststelling door de raad",
        "Ter vaststelling aangeboden aan de gemeenteraad",
        "Voorgelegd aan de raad van 12 mei 2020",
        "Dit is een werkversie; aan de inhoud kunnen geen rechten worden ontleend.",
        "Inspraakversie mei 2020",
        "Vrijgegeven voor inspraak door het college op 12 mei 2020",
        "Ontwerp zoals vastgesteld door het college op 12 mei 2020",
        "Consultatieversie",
        "Besluitvorming in de raad: september 2020",
        "De raad neemt na de zomer een besluit over deze nota.",
        "Voorlopige versie",
        "Discussiestuk",
        "Deze nota ligt tot 22 juni 2020 ter inzage.",
        "Reageren kan tot 22 juni 2020.",
        "Raadsbehandeling gepland op 24 september 2020",
        "Nog niet besproken in het college",
        "Onder voorbehoud van vaststelling door de raad",
        "Dit ontwerp is besproken met de dorpsraden.",
        "Wij bieden de raad deze nota ter vaststelling aan.",
        "Ontwerp, college 12 mei 2020",
        "Eerste concept, 12 mei 2020",
    ],
)
@pytest.mark.parametrize("made", ["", "Mei 2020\n"], ids=["undated", "dated"])
def test_a_paper_may_say_in_many_ways_that_nobody_adopted_it_yet(said, made):
    body = (
        "# 1 Inleiding\nIn Someren verblijven arbeidsmigranten op erven en in woningen.\n# 2 Regels\nPer woning mogen ten hoogste vier "
        "arbeidsmigranten verblijven."
    )
    paper = read(f"## Nota huisvesting arbeidsmigranten\nGemeente Someren\n{made}{said}", body)
    assert paper.status.value in (PaperStatus.DRAFT, PaperStatus.ANNOUNCED)


@pytest.mark.parametrize(
    "said",
    [
        "Deze nota is op 12 mei 2020 vastgesteld. Wij bieden de raad in 2022 een evaluatie ter vaststelling aan.",
        "Vastgesteld door de raad op 12 mei 2020. De raad besluit over aanvragen voor meer dan honderd bedden.",
        "Vastgesteld door de raad op 12 mei 2020. Het concept is op 3 maart 2020 besproken met de dorpsraden.",
        "Vastgesteld door de raad op 12 mei 2020. Een aanvraag wordt aan de raad voorgelegd.",
    ],
)
def test_what_an_adopted_paper_says_of_others_or_of_its_draft_makes_it_none(said):
    assert read("## Nota huisvesting arbeidsmigranten\nGemeente Someren", said).status.value is PaperStatus.ADOPTED
