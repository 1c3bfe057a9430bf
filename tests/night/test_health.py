"""What the health check finds, from a published set as a run leaves it."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import traceback
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.configuration.sources import KoopSource
from pipeline.night.health import look
from pipeline.publish.sitefile import SiteRows, write_site
from pipeline.settings import load_settings
from pipeline.store.origins import Visit, open_origins
from pipeline.store.store import open_store

NOW = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)
NIGHT = timedelta(hours=3, minutes=30)


def publish(settings, began=NOW - NIGHT, failed=0):
    """Leave what a run leaves, as far as its health is read from it."""
    settings.outputs.mkdir(exist_ok=True)
    counts = {"bestanden": 12, "onleesbaar": 1, "mislukt": failed}
    record = {"run": f"{began:%Y%m%dT%H%M%S%fZ}", "aantallen": counts}
    (settings.outputs / "run.json").write_text(json.dumps(record))
    (settings.outputs / "theme_matrix.csv").write_text("gemeente\nBest\n")
    show(settings, record["run"])
    open_store(settings.store).close()


def show(settings, run):
    tables = {"toestand": [("2026-11-02", run, 1, "{}", "")]}
    write_site(settings.outputs, SiteRows("2026-11-02", tables), None, newest=True)


@pytest.fixture
def settings(tmp_path):
    return load_settings(outputs=tmp_path / "outputs")


def test_a_fresh_matrix_without_failures_is_healthy(settings):
    publish(settings)
    health = look(settings, 26, NOW)
    assert health.faults == ()
    assert "2026-11-02 04:30 (3,5 uur geleden)" in health.summary
    assert "12 bestanden, 1 onleesbaar, 0 mislukt" in health.summary


def test_nothing_published_yet(settings):
    (fault,) = look(settings, 26, NOW).faults
    assert "nog niets gepubliceerd" in fault
    assert str(settings.outputs) in fault


@pytest.mark.parametrize(("hours", "faults"), [(26, 0), (24.9, 1)])
def test_a_matrix_is_too_old_after_so_many_hours(settings, hours, faults):
    publish(settings, NOW - timedelta(hours=25))
    found = look(settings, hours, NOW).faults
    assert len(found) == faults
    assert all("25,0 uur geleden, meer dan 24,9" in fault for fault in found)


def test_a_run_with_failed_files(settings):
    publish(settings, failed=2)
    (fault,) = look(settings, 26, NOW).faults
    assert "mislukten 2 bestanden" in fault


def test_one_failed_file_is_told_in_the_singular(settings):
    publish(settings, failed=1)
    (fault,) = look(settings, 26, NOW).faults
    assert "mislukte 1 bestand door" in fault


def test_a_run_in_the_future_points_at_the_clock(settings):
    publish(settings, NOW + timedelta(days=2))
    (fault,) = look(settings, 26, NOW).faults
    assert "klok" in fault


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"run": "gisteren", "aantallen": {"mislukt": 0}}'])
def test_a_record_that_cannot_be_read(settings, content):
    publish(settings)
    (settings.outputs / "run.json").write_text(content)
    (fault,) = look(settings, 26, NOW).faults
    assert "run.json is niet te lezen" in fault


def test_a_matrix_that_is_gone(settings):
    publish(settings)
    (settings.outputs / "theme_matrix.csv").unlink()
    (fault,) = look(settings, 26, NOW).faults
    assert "theme_matrix.csv ontbreekt" in fault


def test_a_damaged_store_is_found_beside_what_else_is_wrong(settings):
    publish(settings, NOW - timedelta(hours=40), failed=1)
    (settings.outputs / "themaspin.sqlite").write_bytes(b"kapot" * 1000)
    faults = look(settings, 26, NOW).faults
    assert len(faults) == 3
    assert "beschadigd" in faults[2]


def test_a_source_that_never_went_well(settings):
    publish(settings)
    chosen = settings.model_copy(update={"bronnen": {"raad": KoopSource(soort="koop", cql="x")}})
    with closing(open_origins(settings.store)) as origins:
        origins.record_visit(Visit("raad", NOW.isoformat(), trouble="de server antwoordt niet"))
    (fault,) = look(chosen, 26, NOW).faults
    assert "'raad' is nog nooit goed opgehaald: de server antwoordt niet" in fault


def test_what_is_not_like_the_runs_before_is_a_warning_and_no_fault(settings):
    publish(settings)
    path = settings.outputs / "run.json"
    record = json.loads(path.read_text())
    path.write_text(json.dumps(record | {"drift": {"afwijkingen": ["Zorg: 2,0% van de passages."]}}))
    health = look(settings, 26, NOW)
    assert (health.faults, health.warnings) == ((), ("Zorg: 2,0% van de passages.",))


def test_outputs_that_cannot_be_looked_at_are_a_fault_in_words(settings, tmp_path):
    elsewhere = settings.model_copy(update={"outputs": tmp_path / ("x" * 300)})
    (fault,) = look(elsewhere, 26, NOW).faults
    assert "run.json is niet te lezen" in fault


def test_a_site_that_still_shows_the_run_before_is_a_fault(settings):
    publish(settings)
    show(settings, "20261101T033000000000Z")
    (fault,) = look(settings, 26, NOW).faults
    assert "De website loopt achter" in fault
    assert "draai themaspin run opnieuw" in fault


def test_a_site_that_could_never_be_written_is_a_fault(settings):
    publish(settings)
    (settings.outputs / "site.sqlite").unlink()
    (fault,) = look(settings, 26, NOW).faults
    assert "site.sqlite ontbreekt" in fault


def test_a_folder_in_the_place_of_the_site_is_a_fault(settings):
    publish(settings)
    (settings.outputs / "site.sqlite").unlink()
    (settings.outputs / "site.sqlite").mkdir()
    (fault,) = look(settings, 26, NOW).faults
    assert "site.sqlite is niet te lezen" in fault


@pytest.fixture
def read_only(settings):
    """Settings whose outputs folder anybody may read: to look at as somebody who may not write there."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("alleen root kan een ander worden")
    publish(settings)
    look(with_source(settings), 26, NOW)  # loads what is loaded late, of which another may perhaps not read the files
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield with_source(load_settings(outputs=Path(folder) / "outputs"))


def with_source(settings):
    with closing(open_origins(settings.store)) as origins:
        origins.record_visit(Visit("raad", NOW.isoformat(), NOW.isoformat()))
    return settings.model_copy(update={"bronnen": {"raad": KoopSource(soort="koop", cql="x")}})


def looked_at_by_another(settings):
    """The faults that a user finds who may only read."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setuid(65534)
            os.write(tell, "\n".join(look(settings, 26, NOW).faults).encode())
        except Exception:
            os.write(tell, traceback.format_exc().encode())
        finally:
            os._exit(0)
    os.close(tell)
    os.waitpid(child, 0)
    with os.fdopen(told, encoding="utf-8") as faults:
        return faults.read().splitlines()


def test_a_watcher_who_may_only_read_finds_nothing_wrong_where_nothing_is(read_only):
    publish(read_only)
    before = sorted(read_only.outputs.iterdir())
    assert looked_at_by_another(read_only) == []
    assert sorted(read_only.outputs.iterdir()) == before


def test_a_watcher_who_may_only_read_finds_the_site_that_lags_and_the_source_that_fails(read_only):
    publish(read_only)
    show(read_only, "20261101T033000000000Z")
    with closing(open_origins(read_only.store)) as origins:
        origins.record_visit(Visit("raad", NOW.isoformat(), trouble="de server antwoordt niet"))
    site, source = looked_at_by_another(read_only)
    assert site.startswith("De website loopt achter op de gepubliceerde tabellen. Is er")
    assert "'raad' is nog nooit goed opgehaald: de server antwoordt niet" in source


def test_a_watcher_who_may_only_read_sees_what_is_written_while_it_looks(read_only):
    publish(read_only)
    with closing(sqlite3.connect(read_only.outputs / "site.sqlite")) as writing:
        writing.execute("UPDATE toestand SET run = 'een andere'")
        writing.commit()
        (site,) = looked_at_by_another(read_only)
    assert site.startswith("De website loopt achter op de gepubliceerde tabellen. Is er")
