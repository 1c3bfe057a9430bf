"""From a real PDF, as a municipality would print it, to a paper: extraction and documents together."""

from datetime import date
from pathlib import Path, PurePosixPath

import pikepdf
import pytest
from weasyprint import HTML

from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.documents.reading import read_paper
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.language import gazetteer
from tests.documents.made import passages

STYLE = (
    "<style>body{font:11pt sans-serif} h1{font-size:26pt} "
    ".merk{position:fixed;top:40%;font-size:60pt;transform:rotate(-40deg)}</style>"
)


def paper_from(tmp_path: Path, name: str, html: str):
    path = tmp_path / name
    HTML(string=f"<html><head>{STYLE}</head><body>{html}</body></html>").write_pdf(path)
    extraction = read_pdf(path, Limits())
    return read_paper(extraction, passages(extraction), PurePosixPath(name), None, gazetteer)


def test_a_nota_with_cover_colofon_and_clause(tmp_path):
    body = (
        "<p>In de regio, in Asten, in de gemeente Asten en bij het college van Asten, is veel ervaring met "
        "arbeidsmigranten opgedaan.</p>"
    ) * 8
    paper = paper_from(
        tmp_path,
        "nota_def.pdf",
        f"""<h1>Welkom in het dorp</h1><h2>Beleidsnota huisvesting arbeidsmigranten</h2><p>Gemeente Someren</p>
        <div style="page-break-before:always"><h2>Inleiding</h2>{body}<p>Deze nota vervangt de Notitie logies uit 2011.</p>
        <p>Aldus vastgesteld in de openbare vergadering van de raad van de gemeente Someren van 12 mei 2020.</p></div>""",
    )
    assert paper.title.value == "Welkom in het dorp. Beleidsnota huisvesting arbeidsmigranten"
    assert (paper.kind.value, paper.owners.value, paper.date.value) == (
        PaperKind.POLICY,
        ("GM0847",),
        date(2020, 5, 12),
    )
    assert (paper.status.value, paper.replaces.value, paper.about.value) == (
        PaperStatus.ADOPTED,
        ("Notitie logies uit 2011",),
        True,
    )


def test_a_letter_to_the_council_that_announces_policy(tmp_path):
    paper = paper_from(
        tmp_path,
        "rib.pdf",
        """<p>Gemeente Oss</p><h1>Raadsinformatiebrief</h1><table><tr><td>Datum</td><td>9 november 2022</td></tr><tr>
        <td>Onderwerp</td><td>Stand van zaken arbeidsmigratie</td></tr></table>
        <p>Geachte raadsleden,</p>
        <p>Steeds meer arbeidsmigranten wonen en werken in onze gemeente. Wij stellen in 2023 een integraal
        beleidskader arbeidsmigratie op,
        waarmee motie M7 is afgedaan.</p><p>Burgemeester en wethouders van Oss,</p>""",
    )
    assert (paper.kind.value, paper.owners.value, paper.date.value) == (
        PaperKind.COUNCIL_PAPER,
        ("GM0828",),
        date(2022, 11, 9),
    )
    assert (paper.status.value, paper.announces.value) == (PaperStatus.ANNOUNCED, True)
    assert [(cited.number, cited.settled) for cited in paper.cites] == [("M7", True)]


def test_a_motion_with_boxes(tmp_path):
    paper = paper_from(
        tmp_path,
        "stuk 12.pdf",
        """<h1>Motie 13a</h1><p>Onderwerp: Zicht op arbeidsmigranten</p>
        <p>De raad van de gemeente Tilburg, in vergadering bijeen op 9 november 2020,</p><p>constaterende dat:</p>
        <ul><li>zicht op arbeidsmigranten ontbreekt;</li></ul><p>verzoekt het college:</p><ol>
        <li>een integraal beleidskader arbeidsmigratie op te stellen;</li><li>de raad te informeren,</li></ol>
        <p>en gaat over tot de orde van de dag.</p><p>VVD<br>CDA</p><p>☒ aangenomen ☐ verworpen</p>""",
    )
    assert (paper.kind.value, paper.owners.value, paper.status.value) == (
        PaperKind.MOTION,
        ("GM0855",),
        PaperStatus.MOTION_PASSED,
    )
    assert paper.motion and (paper.motion.number, paper.motion.movers, paper.motion.asks_policy) == (
        "13a",
        ("VVD", "CDA"),
        True,
    )
    assert len(paper.motion.requests) == 2


def test_a_watermark_makes_a_draft_of_a_nota_with_a_clause_to_come(tmp_path):
    paper = paper_from(
        tmp_path,
        "nota.pdf",
        """<div class="merk">CONCEPT</div><h1>Beleidsnota arbeidsmigranten</h1><p>Gemeente Zundert, 3 juni 2021</p>
        <div style="page-break-before:always"><p>Tekst over arbeidsmigranten in de gemeente, over wonen en werken.</p>
        <p>Aldus vastgesteld in de vergadering van de raad van 9 juli 2021.</p></div>""",
    )
    assert (paper.status.value, paper.date.value) == (PaperStatus.DRAFT, date(2021, 6, 3))


@pytest.mark.parametrize("name", ["Haaren/nota_20180625.pdf", "Haaren/20180625 scan.pdf"])
def test_a_file_that_cannot_be_read_is_read_by_its_name_and_folder(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"%PDF-1.4 kapot")
    extraction = read_pdf(path, Limits())
    paper = read_paper(extraction, (), PurePosixPath(name), None, gazetteer)
    assert (paper.owners.value, paper.date.value, paper.status.value) == (
        ("GM0788",),
        date(2018, 6, 25),
        PaperStatus.UNKNOWN,
    )


@pytest.mark.parametrize(
    ("kind", "words", "status"),
    [
        ("Stamp", "VERVALLEN", PaperStatus.LAPSED),
        ("FreeText", "Ingetrokken per 1 mei 2022", PaperStatus.WITHDRAWN),
        ("FreeText", "CONCEPT", PaperStatus.DRAFT),
    ],
)
def test_a_stamp_that_was_laid_over_an_adopted_nota_says_what_became_of_it(tmp_path, kind, words, status):
    path = tmp_path / "nota.pdf"
    HTML(
        string="""<h1>Beleidsnota huisvesting arbeidsmigranten</h1><p>Gemeente Someren</p><p>Arbeidsmigranten wonen op het erf
        van hun werkgever. Het college controleert elk jaar.</p><p>Vastgesteld door de raad op 12 mei 2020.</p>"""
    ).write_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        box = pikepdf.Array([300, 600, 500, 660])
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), Rect=box, Contents=words)
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(stamp)])
        pdf.save(path)
    extraction = read_pdf(path, Limits())
    paper = read_paper(extraction, passages(extraction), PurePosixPath("nota.pdf"), None, gazetteer)
    assert paper.status.value == status
