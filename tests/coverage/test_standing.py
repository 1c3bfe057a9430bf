"""What must hold of any papers on any day: the future does not matter, nor does the order of files, nor what is gone."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.coverage.municipality import CellValue, Status
from pipeline.coverage.review import grounds_of
from pipeline.coverage.standing import standing
from pipeline.documents.paper import Motion, MotionCitation, PaperKind, PaperStatus
from pipeline.extraction.blocks import FileState
from pipeline.language.municipalities import by_name
from pipeline.store.decisions import KINDS, THEME, Decision

from .papers import HUISVESTING, RULES, ZORG, Theme, day, paper

CODES = [by_name(name).gm_code for name in ("Someren", "Haaren", "Boxtel", "Uden", "Maashorst", "Deurne")]
MOMENTS = st.dates(date(2011, 1, 1), date(2024, 12, 31)).map(date.isoformat)
STATUSES = {
    PaperKind.POLICY: [
        PaperStatus.ADOPTED,
        PaperStatus.DRAFT,
        PaperStatus.ANNOUNCED,
        PaperStatus.WITHDRAWN,
        PaperStatus.LAPSED,
        PaperStatus.UNKNOWN,
    ],
    PaperKind.MOTION: [PaperStatus.MOTION_PASSED, PaperStatus.MOTION_REJECTED],
    PaperKind.COUNCIL_PAPER: [PaperStatus.ADOPTED, PaperStatus.ANNOUNCED],
    PaperKind.REGIONAL_AGREEMENT: [PaperStatus.ADOPTED, PaperStatus.DRAFT],
    PaperKind.OTHER: [PaperStatus.UNKNOWN],
}


@st.composite
def one_paper(draw, number=0, replaces=True):
    kind = draw(st.sampled_from(list(STATUSES)))
    when = draw(MOMENTS)
    owners = tuple(sorted(set(draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=2)))))
    motion = Motion(str(number % 3), "gemeenteraad", day(when), (), "aangenomen", (), draw(st.booleans()))
    return paper(
        when,
        title=f"Stuk nummer {'abcdefgh'[number]}",
        kind=kind,
        status=draw(st.sampled_from(STATUSES[kind])),
        owners=owners,
        until=draw(st.none() | MOMENTS) if kind == PaperKind.POLICY else None,
        replaces=draw(st.sampled_from([(), ("Stuk nummer a",), ("Stuk nummer b",)])) if replaces else (),
        announces=draw(st.booleans()),
        motion=motion if kind == PaperKind.MOTION else None,
        cites=draw(st.sampled_from([(), (MotionCitation("1", "", None, 1, "motie 1", True),)])),
        own=draw(st.sets(st.sampled_from(list(Theme)))),
        state=draw(st.sampled_from([FileState.OK, FileState.OK, FileState.UNREADABLE])),
        path=f"{number}.pdf",
    )


@st.composite
def papers_drawn(draw, replaces=True):
    return [draw(one_paper(number, replaces)) for number in range(draw(st.integers(1, 7)))]


DAYS = st.dates(date(2015, 1, 1), date(2025, 1, 1))
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def drawn(papers, on):
    """Everything that is published of a day, with papers by their path."""
    found = standing(papers, on, ["Noord-Brabant"], [], RULES)
    positions = {
        code: (one.status, one.type, one.current, dict(one.cells), {paper.path for paper in one.policy})
        for code, one in found.positions.items()
    }
    regions = [(one.name, dict(one.counts), one.agreement, one.content) for one in found.regions]
    return positions, regions, [(one.motion.path, one.status) for one in found.trails]


@often
@given(papers_drawn(), DAYS)
def test_a_paper_of_after_the_peildatum_never_matters(papers, on):
    assert drawn(papers, on) == drawn([one for one in papers if one.moment <= on], on)


@often
@given(st.data(), papers_drawn(), DAYS)
def test_the_order_of_files_never_matters(data, papers, on):
    assert drawn(papers, on) == drawn(data.draw(st.permutations(papers)), on)


@often
@given(papers_drawn(replaces=False), DAYS)
def test_a_paper_that_is_gone_ends_no_other(papers, on):
    before = standing(papers, on, ["Noord-Brabant"], [], RULES)
    after = standing(papers[1:], on, ["Noord-Brabant"], [], RULES)
    for code, position in before.positions.items():
        left = {one.path for one in position.policy} - {papers[0].path}
        now = {one.path for one in after.positions[code].policy}
        assert left <= now or not position.current or not after.positions[code].current


THEMES = st.sets(st.sampled_from(list(Theme)))
IN_FORCE = st.builds(
    paper, st.just("2019-06-01"), own=THEMES, serving=THEMES, uncertain=THEMES, path=st.just("geldt.pdf")
)
"""Policy of Someren that is current; most papers that are drawn are no policy in force."""


@st.composite
def decisions_drawn(draw, positions):
    """What reviewers decide on policy that is there, in any order: themes they correct, and a verdict that says all of them."""
    made = []
    for code, position in positions.items():
        on = Decision(code, "niet ons onderwerp", "gelezen", "j.devries", "", tuple(grounds_of(position).policy))
        for theme in draw(THEMES) if position.policy else ():
            made.append(replace(on, soort=THEME, thema=theme, oordeel=draw(st.sampled_from(KINDS[THEME]))))
        if position.policy and draw(st.booleans()):
            made.append(replace(on, oordeel=draw(st.sampled_from(["bevestigd", "niet ons onderwerp"]))))
    return draw(st.permutations(made))


@often
@given(st.data(), papers_drawn(), IN_FORCE, st.dates(date(2019, 6, 1), date(2025, 1, 1)))
def test_cells_and_status_tell_the_same_story(data, papers, policy, on):
    papers = [*papers, policy]
    by_machine = standing(papers, on, ["Noord-Brabant"], [], RULES).positions
    decisions = data.draw(decisions_drawn(by_machine))
    for position in standing(papers, on, ["Noord-Brabant"], decisions, RULES).positions.values():
        values = {theme: cell.value for theme, cell in position.cells.items()}
        if position.status == Status.HOUSING:
            assert values[HUISVESTING] == CellValue.COVERED
        if position.status == Status.INTEGRAL:
            assert CellValue.COVERED in (values[Theme.REGISTRATIE], values[ZORG])
        if position.status == Status.NONE:
            assert set(values.values()) == {CellValue.NOT_COVERED}
        if position.status == Status.NO_PAPERS:
            assert set(values.values()) == {CellValue.NO_PAPERS}
            assert not position.seen
        assert position.current == (position.status in {Status.INTEGRAL, Status.PARTIAL, Status.HOUSING})


@often
@given(papers_drawn(), DAYS)
def test_every_municipality_of_the_day_has_a_place(papers, on):
    found = standing(papers, on, ["Noord-Brabant"], [], RULES)
    assert set(found.positions) == {one.gm_code for one in found.municipalities}
    if on >= date(2021, 1, 1):
        assert sum(sum(region.counts.values()) for region in found.regions) == len(found.municipalities)


@often
@given(papers_drawn(), DAYS)
def test_what_counts_as_policy_is_readable_adopted_and_not_of_the_future(papers, on):
    for position in standing(papers, on, ["Noord-Brabant"], [], RULES).positions.values():
        for one in position.policy:
            assert one.readable
            assert one.paper.kind.value == PaperKind.POLICY
            assert one.moment <= on
