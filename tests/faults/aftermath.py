"""What has to hold after a fault: nothing was lost, and the next undisturbed night ends as if there had been no fault."""

from __future__ import annotations

from typing import Any

from tests.faults.nights import STATE, House, decided, papers_in, published, tables_of
from tests.faults.table import FaultTable

DECISIONS = ("eerste", "tweede")


def whole_again(
    house: House, table: FaultTable, fault: str, context: Any = "", made: tuple[str, ...] = DECISIONS
) -> None:
    """Run the next night after a fault, note what was lost, and check that nothing was; `made` are the decisions there must be."""
    eve, former = published(house.before), published(house.outputs)
    told = tables_of(house.outputs) if former else {}
    ended = house.run()
    after = tables_of(house.outputs)
    papers = papers_in(house.tables["documents"]) - papers_in(after["documents"])
    decisions = set(made) - set(decided(house.store))
    table.tried(fault, ended.seconds, len(papers), len(decisions))
    assert ended.code == 0, f"{context}: {ended.said}"
    assert (papers, decisions) == (set(), set()), context
    assert published(house.outputs) != former, context
    for name in STATE:
        assert after[name] == house.tables[name], f"{name}, {context}"
    # what changed since the evening before is told by the run that published it, be it this one or the disturbed one
    if "changes" not in house.tables:
        return
    if former == eve:
        assert after["changes"] == house.tables["changes"], context
    elif all(told.get(name) == house.tables[name] for name in STATE):
        assert told["changes"] == house.tables["changes"], context
