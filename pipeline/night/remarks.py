"""What whoever fills the inbox is told of a paper beside its row (Dutch): why it counts for nobody or not yet, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.coverage.dossier import Dossier
from pipeline.documents.foreign import NOT_DUTCH
from pipeline.documents.owner import NATIONWIDE, TIED
from pipeline.documents.paper import Paper, PaperKind, PaperStatus
from pipeline.foundation.dutch import day_in_words
from pipeline.language.municipalities import by_code

UNREAD = "niet gelezen: wat als bijlage in de PDF zit ({}); sla het op als eigen bestand in de inbox"
FOREIGN = "{}, dus niet beoordeeld; leg de Nederlandse versie in de inbox"
PLACE_IT = "leg het in een map met haar naam, of noem haar in een .toml"
OWNERLESS = f"van welke gemeente dit is, is niet te zien: {PLACE_IT}"
RIVALS = f"van welke gemeente dit is, is niet te zien ({{}}): {PLACE_IT}"
COUNTS_FOR_NONE = "{}, dus het telt voor geen gemeente"
SHARED = (
    "hetzelfde bestand ligt bij meer gemeenten, dus het telt voor elk ({}); is het maar van een, haal het bij de andere weg "
    "of noem haar in een .toml"
)
UNDATED = "geen datum gevonden, dus het telt op elke peildatum mee; wie haar weet zet haar in een .toml"
UNDECIDED = "niet te zien of het is vastgesteld, dus het telt niet als geldend beleid; wie het weet zet status en datum in een .toml"

YEARS_OVER = (
    "telt mee, hoewel de jaren in de titel ({}) voorbij zijn: klopt dat niet, leg er het besluit bij waarmee het eindigde of zet "
    "geldig_tot in een .toml"
)
ADOPTED = "geldt als vastgesteld op {} volgens {}"
TOLD_APART = "; "
"""Between two remarks on one paper."""


def told_apart(*remarks: str) -> str:
    """Return remarks on one paper as one text; empty ones are left out, and only the last may end in a point."""
    *others, last = [remark for remark in remarks if remark] or [""]
    return TOLD_APART.join((*(remark.removesuffix(".") for remark in others), last))


def remarks_on(paper: Paper, attached: str) -> Iterator[str]:
    """Yield the remarks on a paper; `attached` are the names of the files attached to its PDF."""
    if whose := _why_nobodys(paper):
        yield whose
    if paper.shared:
        yield SHARED.format(", ".join(by_code(code).name for code in paper.owners.value))
    if _may_be_undecided(paper):
        yield UNDECIDED
    elif _has_no_day(paper):
        yield UNDATED
    if attached:
        yield UNREAD.format(attached)
    if paper.about.source.startswith(NOT_DUTCH):
        yield FOREIGN.format(paper.about.source)


def _may_be_undecided(paper: Paper) -> bool:
    """Whether nothing says of policy on labour migration that it was adopted, or is a draft."""
    return paper.kind.value is PaperKind.POLICY and paper.about.value and paper.status.value is PaperStatus.UNKNOWN


def _has_no_day(paper: Paper) -> bool:
    """Whether policy on labour migration bears no day by which to place it."""
    ruling = paper.kind.value in (PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT)
    return paper.date.value is None and paper.about.value and ruling


def _why_nobodys(paper: Paper) -> str:
    """Why a paper on labour migration counts for no municipality; "" where it does, or is of a region, or of a kind that need not be
    anybody's and names none."""
    if paper.owners.value or paper.region.value or not paper.about.value:
        return ""
    if paper.province.value:
        return COUNTS_FOR_NONE.format(f"stuk van de provincie {paper.province.value}")
    if paper.owners.source == NATIONWIDE:
        return COUNTS_FOR_NONE.format(NATIONWIDE)
    if paper.owners.source.startswith(TIED):
        return RIVALS.format(paper.owners.source)
    return OWNERLESS if paper.kind.value is not PaperKind.OTHER else ""


def as_adopted(remark: str, dossier: Dossier) -> str:
    """Return the remark on a paper that another one says was adopted, without what is then said of its day and status."""
    if dossier.moment is None:
        return remark
    for answered in (UNDATED, UNDECIDED):
        remark = remark.replace(answered, "").strip(TOLD_APART)
    said = ADOPTED.format(day_in_words(dossier.moment), dossier.adopted_by)
    return told_apart(remark, said)


def as_past_its_years(remark: str, years: str) -> str:
    """Return the remark on a paper in force whose title is for years that are over."""
    return told_apart(remark, YEARS_OVER.format(years))
