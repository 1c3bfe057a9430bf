"""What a paper is does not change when its text says more of others: a sentence put into a real paper leaves every field alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.extraction.blocks import Block, BlockKind, Extraction
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.language import gazetteer
from tests.conftest import ROOT
from tests.documents.made import passages

PAPERS = (
    "beleidskader_arbeidsmigratie_zundert_def.pdf",
    "Bladel_beleidsregels_2018.pdf",
    "Someren/nota.pdf",
    "Concept_beleidskader_Eersel_inspraakversie.pdf",
    "regio_de_peel_afspraken_getekend.pdf",
    "gmb-2021-31877.pdf",
    "logiesnotitie_2019.pdf",
    "Jaarstukken_2019_HL.pdf",
    "RIB-19-021.pdf",
)
FIELDS = ("title", "kind", "owners", "region", "province", "date", "status", "valid_until")
SENTENCES = (
    "De woonvisie is op 9 juli 2016 door de raad vastgesteld en wordt in 2024 herzien.",
    "De notitie over kamers uit 2012 is ingetrokken.",
    "De gemeente Roosendaal stelde op 3 maart 2020 eigen beleid vast; het college van Roosendaal evalueert dat op 1 juni 2023.",
    "Op 12 juni 2017 besprak de commissie een ontwerp, dat van 1 juli 2017 tot en met 12 augustus 2017 ter inzage lag.",
    "De raad heeft op 5 november 2015 besloten om een bestemmingsplan te wijzigen.",
    "Motie 14b van 8 november 2018 vroeg hierom; die is afgedaan.",
    "Een vergunning kan worden ingetrokken en vervalt in ieder geval op 1 januari 2030.",
    "De provincie Noord-Brabant en het Rijk werken aan een nieuw kader, dat op 1 januari 2022 in werking treedt.",
    "In het regionaal overleg van 14 mei 2019 te Helmond is afgesproken om samen op te trekken met Asten en Laarbeek.",
    "Versie 0.4 van de kaart is in maart 2018 met bewoners besproken. De concept-kaart is daarna aangepast.",
)

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def readings() -> dict[str, Extraction]:
    return {name: read_pdf(ROOT / "corpus" / "voorbeeld" / name, Limits()) for name in PAPERS}


def with_sentence(reading: Extraction, sentence: str, kind: BlockKind) -> Extraction:
    """The reading with the sentence as a block of its own before its first long paragraph."""
    place = next(n for n, block in enumerate(reading.blocks) if is_running_text(block))
    neighbour = reading.blocks[place]
    added = replace(
        neighbour, kind=kind, text=sentence, lines=tuple(replace(line, start=0) for line in neighbour.lines[:1])
    )
    return replace(reading, blocks=(*reading.blocks[:place], added, *reading.blocks[place:]))


def is_running_text(block: Block) -> bool:
    return block.kind == BlockKind.PARAGRAPH and len(block.text.split()) > 25


def identified(reading: Extraction, name: str) -> Paper:
    return read_paper(reading, passages(reading), PurePosixPath(name), None, gazetteer)


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW])
@pytest.mark.parametrize("name", PAPERS)
def test_a_sentence_on_something_else_changes_nothing(readings, name, kind):
    before = identified(readings[name], name)
    for sentence in SENTENCES:
        after = identified(with_sentence(readings[name], sentence, kind), name)
        for field in FIELDS:
            assert getattr(after, field).value == getattr(before, field).value, (field, sentence)
