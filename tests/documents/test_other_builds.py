"""What papers of other builds taught: each was read wrong at first (see tests/documents/papieren)."""

from datetime import date

import pytest

from pipeline.documents.movers import movers_of
from pipeline.documents.outcome import outcome_of
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.documents.parts import PrintedLine, field_values
from pipeline.extraction.blocks import BlockKind
from pipeline.language.municipalities import by_code
from tests.documents.made import read

NOTA = "## Nota huisvesting arbeidsmigranten\nGemeente Someren"
ADOPTED = date(2020, 5, 12)


def line(text, x, top):
    return PrintedLine(text, 1, BlockKind.PARAGRAPH, 10.0, len(text.split()), (x, top, x + 60, top + 10))


def test_labels_in_one_column_have_their_values_in_the_next():
    column = [line(text, 50, 20 * n) for n, text in enumerate(["Kenmerk", "Datum", "Steller"])]
    values = [line(text, 150, 20 * n) for n, text in enumerate(["Z-19", "12 mei 2020", "J. Jansen"])]
    assert [value for value, _ in field_values([*column, *values], "datum")] == ["12 mei 2020"]


@pytest.mark.parametrize(
    ("pages", "day"),
    [
        ((f"{NOTA}\n| Ontwerp ter inzage | 15 april 2020\n| Vastgesteld door de raad | 12 mei 2020",), ADOPTED),
        ((NOTA, "Behoort bij besluit van de raad van Someren van 12 mei 2020."), ADOPTED),
        ((NOTA, "Dit document hoort bij het besluit van de gemeenteraad van Someren d.d. 12 mei 2020"), ADOPTED),
        ((f"{NOTA}\nRaad: 12 mei 2020\nBesluit: vastgesteld\nVerzonden: 18 mei 2020",), ADOPTED),
        ((f"{NOTA}\nRaadsvergadering 12 mei 2020: vastgesteld\nBekendmaking: 20 mei 2020",), ADOPTED),
        ((f"{NOTA}\nRAAD 12 MEI 2020 // conform voorstel besloten\nConcept: 4 februari 2020",), ADOPTED),
        ((NOTA, "Someren, 12 mei 2020\nGedeputeerde Staten voornoemd, // de voorzitter, // de secretaris"), ADOPTED),
        ((f"{NOTA}\nBijlage bij raadsvoorstel 2020-112 d.d. 10 maart 2020",), None),
    ],
)
def test_the_day_of_the_decision_in_other_words(pages, day):
    paper = read(*pages)
    assert (paper.date.value, paper.status.value is PaperStatus.ADOPTED) == (day, day is not None)


def test_an_agreement_signed_place_by_place_stands_from_the_last_signature():
    paper = read(
        "## Convenant arbeidsmigranten\nDe gemeenten Asten en Someren komen overeen:\nIeder zorgt voor plaatsen.\n"
        "| Asten, 8 mei 2020 | Someren, 12 mei 2020"
    )
    assert (paper.date.value, paper.status.value) == (ADOPTED, PaperStatus.ADOPTED)


def test_an_archive_note_may_be_the_second_sentence():
    paper = read(f"Alleen voor het archief. Vervallen per 1 januari 2021.\n{NOTA}", "Aldus besloten op 12 mei 2020.")
    assert paper.status.value is PaperStatus.LAPSED


@pytest.mark.parametrize(
    ("note", "status"),
    [
        (
            "Let op: deze regeling is ingetrokken. Zij geldt niet meer sinds 1 december 2021. Raadpleeg de Beleidsregel huisvesting "
            "arbeidsmigranten Someren 2021 (20 november 2021).",
            PaperStatus.WITHDRAWN,
        ),
        (
            "Let op. Deze beleidsregel is vervallen met ingang van 1 januari 2021, bij de inwerkingtreding van de Beleidsregels kamers "
            "2020 (college, 13 december 2020).",
            PaperStatus.LAPSED,
        ),
        (
            "Noot van de beheerder: deze nota is op 11 oktober 2021 van rechtswege geëindigd. Zij staat hier nog als naslag voor wie "
            "wil weten wat er gold.",
            PaperStatus.LAPSED,
        ),
    ],
)
def test_a_long_note_above_the_title_that_it_no_longer_holds_goes_before_its_adoption(note, status):
    paper = read(f"{note}\n{NOTA}", "Aldus vastgesteld in de raadsvergadering van 12 mei 2020.")
    assert (paper.status.value, paper.date.value) == (status, ADOPTED)


@pytest.mark.parametrize(
    "mark",
    ["~ WERKEXEMPLAAR", "~ werktekst", "3e concept 2-4-2020", "Gemeente Someren · concept, tekst van 2 april 2020"],
)
def test_a_draft_is_marked_in_many_words(mark):
    assert read(f"{mark}\n{NOTA}").status.value is PaperStatus.DRAFT


def test_the_word_for_the_paper_may_stand_at_the_end_of_a_drafts_title():
    paper = read("## Ontwerp Regionaal Water en Bodem Programma\nSomeren, 22 juni 2021\nTekst.")
    assert paper.status.value is PaperStatus.DRAFT


def test_a_paper_headed_motion_in_capitals_set_apart_is_one():
    paper = read(
        "M O T I E\nDe raad, vergaderend op 12 mei 2020,\nbetreurt dat het vol is;\nnodigt het college uit te bouwen."
    )
    assert (paper.kind.value, paper.date.value) == (PaperKind.MOTION, ADOPTED)


def test_an_amendment_by_its_field_ends_as_it_was_voted():
    paper = read(
        "Raad van Someren | formulier\n| Soort: Amendement\n| Volgnummer: A2\nDe raad van Someren besluit 150 te vervangen door 60.\n"
        "Het amendement is met 9 stemmen voor en 18 stemmen tegen niet aanvaard. Het voorstel is daarna ongewijzigd aangenomen."
    )
    assert (paper.kind.value, paper.status.value) == (PaperKind.COUNCIL_PAPER, PaperStatus.MOTION_REJECTED)


@pytest.mark.parametrize(
    ("on", "about"), [("Huisvesting arbeidsmigranten Kievit", True), ("Terrassen op de Markt", False)]
)
def test_an_amendment_is_on_what_it_changes(on, about):
    text = "De raad van Someren besluit het ontwerpbesluit te wijzigen: “80 personen” wordt “36 personen”."
    assert read(f"# Amendement 2\n| Agendapunt | 9 – {on}\n{text}").about.value is about


def test_an_amendment_ends_as_it_was_voted():
    paper = read("# Amendement 2\nDe raad van Someren besluit 150 te vervangen door 60.\nDit amendement is verworpen.")
    assert (paper.kind.value, paper.status.value) == (PaperKind.COUNCIL_PAPER, PaperStatus.MOTION_REJECTED)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("Informatie aan de raad\nOnderwerp: beleid arbeidsmigranten\nGeachte raadsleden,", PaperKind.COUNCIL_PAPER),
        ("Onderwerp: beleid arbeidsmigranten\nBeste ondernemer,\nMet vriendelijke groet,", PaperKind.OTHER),
        ("Betreft: schriftelijke vragen art. 38 RvO\nGeacht college,", PaperKind.COUNCIL_PAPER),
        (
            "## Kempenakkoord\nDe gemeenten Bladel en Eersel;\nspreken af:\nIeder maakt plek.",
            PaperKind.REGIONAL_AGREEMENT,
        ),
        ("Raadsbesluit 30 juni 2020\n## Omgevingsvisie Someren", PaperKind.POLICY),
        (
            "Motie 5\nDe raad, bijeen op 7 mei 2020;\nvraagt het college:\n- te tellen.\nRaadsbesluit: AANVAARD",
            PaperKind.MOTION,
        ),
    ],
)
def test_what_it_is_about_or_ends_with_is_not_what_it_is(page, kind):
    assert read(page).kind.value is kind


@pytest.mark.parametrize(
    "cover", ["Someren, voorjaar 2020", "Gemeente Someren. Vastgesteld door de raad op 12 mei 2020."]
)
def test_whose_it_is_stands_before_a_season_or_a_sentence(cover):
    assert [by_code(code).name for code in read(f"## Nota arbeidsmigranten\n{cover}").owners.value] == ["Someren"]


@pytest.mark.parametrize(
    ("head", "end", "movers"),
    [
        (["De ondergetekenden, PAG en D66, dienen de volgende motie in:"], [], ("PAG", "D66")),
        (["Ingediend door: Balans, Combinatie95"], [], ("Balans", "Combinatie95")),
        (["Ingediend door: Pro Actief Goirle, D66, CDA"], [], ("Pro Actief Goirle", "D66", "CDA")),
        (
            ["Namens de fracties van VVD en Burgerbelang Totaal Bergen op Zoom"],
            [],
            ("VVD", "Burgerbelang Totaal Bergen op Zoom"),
        ),
        ([], ["Ouderenpartij Best, Helmond Sociaal, D66"], ("Ouderenpartij Best", "Helmond Sociaal", "D66")),
        (["Ingediend door: Waalre Lokaal, CDA Waalre"], [], ("Waalre Lokaal", "CDA")),
        ([], ["Gewoon Uden (G. van Heeswijk), VVD (S. de Wit)"], ("Gewoon Uden", "VVD")),
        ([], ["G. van Heeswijk (Gewoon Uden)"], ("Gewoon Uden",)),
        ([], ["Helder Helmond", "M. Chahim", "Plan!", "E. de Vries"], ("Helder Helmond", "Plan!")),
    ],
)
def test_parties_beside_persons_and_under_other_labels(head, end, movers):
    assert movers_of(head, end) == movers


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Met algemene stemmen aanvaard.", "aangenomen"),
        ("Voor: SP (3), Hart (5). Tegen: CDA (8), VVD (5).", "verworpen"),
        ("Voor stemden: SP, Hart (12). Tegen stemden: CDA (8).", "aangenomen"),
        ("Voor: SP (5), 1 lid D66. Tegen: CDA (4), 3 leden D66.", "verworpen"),
        ("voor SP (4), D66 (1); de overige fracties (Lijst 5, VVD 4, CDA 4) tegen.", "verworpen"),
        ("Voor: SP (5),\nD66 (3). Tegen:\nCDA (4).", "aangenomen"),
    ],
)
def test_the_vote_in_other_words(said, outcome):
    assert outcome_of([said]) == outcome


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        (["Fractie: SP; v: 8", "Fractie: VVD; t: 11", "Fractie: D66; v: 5; t: 0"], "aangenomen"),
        (
            ["fractie: SP; stem: voor 8", "fractie: VVD; stem: tegen 4", "fractie: CDA; stem: voor 1, tegen 4"],
            "aangenomen",
        ),
        (
            [
                "Fractie: SP; voor: 8; tegen: 1",
                "Fractie: VVD; voor: 9; tegen: 0",
                "Fractie: samen; voor: 17; tegen: 28",
            ],
            "verworpen",
        ),
    ],
)
def test_a_table_of_parties_is_added_up_or_its_totals_are_taken(rows, outcome):
    assert outcome_of(rows) == outcome


def test_requests_end_where_only_parties_stand():
    motion = read(
        "Motie 5\nDe raad van Someren, bijeen op 7 mei 2020;\nverzoekt burgemeester en wethouders:\n- te tellen.\n"
        "CDA, Ouderen Appèl\nDeze motie is aangehouden."
    ).motion
    assert motion
    assert (motion.requests, motion.outcome) == (("te tellen",), "aangehouden")
