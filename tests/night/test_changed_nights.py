"""A night in which something changed publishes, byte for byte, what a run publishes that makes everything anew."""

from __future__ import annotations

import json
import shutil
import sqlite3

import pytest

from pipeline.night.publishing import PLACES, SNAPSHOT
from pipeline.publish.outputset import RECORD
from pipeline.store.decisions import PASSAGE, Decision, add_decisions, open_decisions
from pipeline.store.store import open_store
from tests.publish.nights import EXAMPLES, inbox_of, knowing, night, rows
from tests.resaving import resave

pytestmark = pytest.mark.traag

BLADEL, SOMEREN, MOTION = "Bladel_beleidsregels_2018.pdf", "Someren/nota.pdf", "m4_vreemd_aan_de_orde.pdf"
REGIONAL, ANSWERS = "regio_de_peel_afspraken_getekend.pdf", "beantwoording_raadsvragen_2020-31.pdf"
PAPERS = (BLADEL, SOMEREN, MOTION, REGIONAL, ANSWERS, "Nota_parkeernormen_Best.pdf", "Bernheze/scan0041.pdf")
DAY, LATER, MUCH_LATER = "2021-01-01", "2021-01-02", "2024-06-01"
FIRST, SECOND = "20260101T030000Z", "20260102T030000Z"


@pytest.fixture(scope="module")
def first(tmp_path_factory, examples_store):
    """A folder with an inbox and the outputs of a first night."""
    folder = tmp_path_factory.mktemp("eerste")
    night(inbox_of(folder / "in", PAPERS), knowing(examples_store, folder / "uit"), DAY, FIRST)
    return folder


def a_paper_changes(inbox, _):
    with (inbox / BLADEL).open("ab") as more:
        more.write(b"\n% anders")


def a_paper_comes(inbox, _):
    shutil.copy(EXAMPLES / "Huisvestingsbeleid_getekend.pdf", inbox / "nieuw.pdf")


def a_paper_goes(inbox, _):
    (inbox / SOMEREN).unlink()


def a_twin_comes(inbox, _):
    shutil.copy(inbox / SOMEREN, inbox / "a_nota.pdf")


def a_copy_comes(inbox, _):
    resave(inbox / BLADEL, inbox / "Beleidsregels.pdf")
    resave(inbox / MOTION, inbox / "zz motie.pdf")


def a_motion_goes(inbox, _):
    (inbox / MOTION).unlink()


def a_motion_was_rejected(inbox, _):
    (inbox / MOTION).with_suffix(".toml").write_text('uitslag = "verworpen"')


def a_regional_agreement_goes(inbox, _):
    (inbox / REGIONAL).unlink()


def a_regional_agreement_is_a_draft(inbox, _):
    (inbox / REGIONAL).with_suffix(".toml").write_text('status = "concept"')


def another_paper_withdraws_one(inbox, outputs):
    (title,) = [row["titel"] for row in rows(outputs, "documents") if row["bestand"] == BLADEL]
    (inbox / ANSWERS).with_suffix(".toml").write_text(
        f'gemeenten = ["Bladel"]\ndatum = 2020-12-01\nstatus = "vastgesteld"\nvervangt = {json.dumps([title])}'
    )


def a_paper_gets_another_owner(inbox, _):
    (inbox / BLADEL).with_suffix(".toml").write_text('gemeenten = ["Someren", "Asten"]')


def a_reviewer_overrules(_, outputs):
    decided(outputs, gm_code="GM1728", oordeel="toch integraal")


def a_reviewer_corrects_a_passage(_, outputs):
    with sqlite3.connect(outputs / "site.sqlite") as site:
        ((lead_in, text),) = site.execute(
            "SELECT aanloop, tekst FROM passage JOIN bewijs USING (sha, nummer) JOIN bestand USING (sha) WHERE pad = ? LIMIT 1",
            (BLADEL,),
        )
    text = f"{lead_in} {text}" if lead_in else text
    decided(outputs, gm_code="GM1728", soort=PASSAGE, oordeel="verbeterd", passage=text)


def the_day_moves(*_):
    return LATER


def years_go_by(*_):
    return MUCH_LATER


def nothing(*_):
    pass


def decided(outputs, **what):
    made = Decision(**what, toelichting="belde", wie="kernteam", wanneer="2021-02-01T10:00:00", bewijs=())
    engine = open_decisions(f"sqlite:///{outputs / 'themaspin.sqlite'}")
    add_decisions(engine, [made])
    engine.dispose()


HAPPENS = [
    a_paper_changes, a_paper_comes, a_paper_goes, a_twin_comes, a_copy_comes, a_motion_goes, a_motion_was_rejected,
    a_regional_agreement_goes, a_regional_agreement_is_a_draft, another_paper_withdraws_one, a_paper_gets_another_owner,
    a_reviewer_overrules, a_reviewer_corrects_a_passage, the_day_moves, years_go_by, nothing,
]  # fmt: skip


@pytest.mark.parametrize("happens", HAPPENS, ids=lambda happens: happens.__name__)
def test_it_is_what_a_run_publishes_that_makes_everything_anew(first, tmp_path, happens):
    inbox, outputs, anew = tmp_path / "in", tmp_path / "uit", tmp_path / "opnieuw"
    shutil.copytree(first / "in", inbox)
    shutil.copytree(first / "uit", outputs, symlinks=True)
    day = happens(inbox, outputs) or DAY
    shutil.copytree(outputs, anew, symlinks=True)
    forget_what_was_made(anew)
    folders = [night(inbox, place, day, SECOND).folder for place in (outputs, anew)]
    found, wanted = map(published, folders)
    assert found.keys() == wanted.keys()
    assert [name for name in wanted if found[name] != wanted[name]] == []
    assert site_of(outputs) == site_of(anew)


def forget_what_was_made(outputs):
    """As in a fresh store, but for the readings and judgements, which are by content; and nothing of the former set can be kept."""
    store = open_store(f"sqlite:///{outputs / 'themaspin.sqlite'}")
    with store._engine.begin() as connection:
        for table in ("files", "passages", "papers", "dossiers", "understood"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    store.close()
    (outputs / "site.sqlite").unlink()
    snapshot = outputs / "huidig" / SNAPSHOT
    known = json.loads(snapshot.read_text())
    assert known.pop(PLACES)
    snapshot.write_text(json.dumps(known))
    record = outputs / "huidig" / RECORD
    record.write_text(json.dumps(json.loads(record.read_text()) | {"sleutel": ""}))


def published(folder):
    """The bytes of each file; the record without what a run tells of its own work."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    record = json.loads(files.pop(RECORD))
    counts = {name: record["aantallen"][name] for name in ("bestanden", "onleesbaar", "mislukt", "veranderde_cellen")}
    return files | {RECORD: (counts, record["statussen"], record["bestanden"])}


def site_of(outputs):
    """All rows of the site's file of the newest peildatum, but for the record of the run and the numbers of passages."""
    with sqlite3.connect(outputs / "site.sqlite") as site:
        ((day, run),) = site.execute("SELECT peildatum, run FROM toestand WHERE nieuwste = 1")
        of_day = {
            table: site.execute(f"SELECT * FROM {table} WHERE peildatum = ? ORDER BY 1, 2, 3", (day,)).fetchall()
            for table in ("gemeente", "houdt", "regio", "verandering")
        }
        whole = {
            table: site.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3").fetchall()
            for table, columns in (
                ("bestand", "*"), ("bestand_gemeente", "gm_code, pad, 1"), ("motie", "*"), ("stuk", "*"), ("bewijs", "*"), ("twijfel", "*"),
                ("passage", "sha, nummer, pagina, sectie, aanloop, tekst, plaatsen, oordeel, kenmerken"),
            )
        }  # fmt: skip
    return run, of_day, whole
