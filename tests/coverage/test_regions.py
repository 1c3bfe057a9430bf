"""The regional table."""

from pipeline.coverage.holdings import holdings
from pipeline.coverage.municipality import Status, position
from pipeline.coverage.regions import RegionalAgreements, region_positions
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.language.municipalities import municipalities_on

from .papers import ARBEIDSMARKT, DAY, HUISVESTING, RULES, SOMEREN, ZORG, paper

REGIONAL = PaperKind.REGIONAL_AGREEMENT


def regions(*dossiers):
    municipalities = municipalities_on(DAY, ["Noord-Brabant"])
    held = holdings(dossiers, municipalities, DAY, RULES)
    positions = {code: position(holding, DAY, RULES) for code, holding in held.items()}
    return {region.name: region for region in region_positions(municipalities, positions, dossiers, DAY)}


def test_the_seven_regions_of_2021():
    sizes = {name: len(region.members) for name, region in regions().items()}
    assert sizes == {
        "West-Brabant West": 7,
        "Breda e.o.": 9,
        "Hart van Brabant": 9,
        "Noordoost-Brabant": 15,
        "Stedelijk Gebied Eindhoven": 9,
        "De Peel": 5,
        "A2/De Kempen": 7,
    }


def test_counts_add_up_to_the_members():
    peel = regions(paper())["De Peel"]
    assert peel.counts[Status.HOUSING] == 1
    assert sum(peel.counts.values()) == 5


def test_a_signed_agreement_counts_before_a_draft():
    signed = paper(kind=REGIONAL, region="De Peel", own=[HUISVESTING, ARBEIDSMARKT, ZORG])
    draft = paper(kind=REGIONAL, region="De Peel", status=PaperStatus.DRAFT)
    peel = regions(signed, draft)["De Peel"]
    assert (peel.agreement, peel.content) == (RegionalAgreements.YES, "integraal")


def test_a_draft_alone_is_in_concept():
    draft = paper(kind=REGIONAL, region="De Peel", status=PaperStatus.DRAFT)
    assert regions(draft)["De Peel"].agreement == RegionalAgreements.DRAFT


def test_without_papers_the_answer_is_nee():
    peel = regions()["De Peel"]
    assert (peel.agreement, peel.content) == (RegionalAgreements.NO, "geen")


def test_an_agreement_that_names_no_region_belongs_where_most_of_its_owners_are():
    agreement = paper(kind=REGIONAL, owners=(SOMEREN, "GM0743", "GM0748"))
    found = regions(agreement)
    assert found["De Peel"].agreement == RegionalAgreements.YES
    assert found["West-Brabant West"].agreement == RegionalAgreements.NO


def test_what_one_municipality_agrees_with_others_is_not_its_regions():
    assert regions(paper(kind=REGIONAL, owners=(SOMEREN,)))["De Peel"].agreement == RegionalAgreements.NO
