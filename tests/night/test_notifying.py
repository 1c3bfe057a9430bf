"""A failed run is reported at the webhook of the settings, and so is the first that goes well again; nothing of it stops a run."""

from __future__ import annotations

import logging

import pytest

from pipeline.night import notifying
from pipeline.night.notifying import reported
from pipeline.publish.outputset import OutputsError, exclusive
from pipeline.settings import SettingsError, load_settings

pytestmark = pytest.mark.traag


@pytest.fixture
def settings(tmp_path, receiver):
    return load_settings(outputs=tmp_path / "uit", melding_url=receiver.address)


def fail(settings):
    with pytest.raises(OSError, match="schijf vol"), reported(settings):
        raise OSError("schijf vol")


def events(receiver):
    return [posted["event"] for posted in receiver.posted]


def test_a_failure_is_told_with_its_reason_and_raised(settings, receiver):
    fail(settings)
    assert events(receiver) == ["run_failed"]
    assert "schijf vol" in receiver.posted[0]["text"]


def test_a_run_that_goes_well_says_nothing_and_the_first_after_a_failure_does_once(settings, receiver):
    with reported(settings):
        pass
    assert events(receiver) == []
    fail(settings)
    for _ in range(2):
        with reported(settings):
            pass
    assert events(receiver) == ["run_failed", "run_recovered"]


def test_a_run_that_was_killed_shows_when_it_goes_well_again(settings, receiver):
    settings.outputs.mkdir()
    (settings.outputs / notifying.MARK).touch()  # a killed run leaves it
    with reported(settings):
        pass
    assert events(receiver) == ["run_recovered"]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_receiver_that_refuses_changes_nothing_and_is_told(settings, receiver, caplog, status):
    receiver.status = status
    fail(settings)
    assert f"antwoordde met {status}" in caplog.text
    assert events(receiver) == ["run_failed"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/geheim-42", "http://[geheim-42/", "https://geheim-42.invalid/"]
)
def test_a_receiver_that_is_not_there_changes_nothing_and_its_address_is_not_told(tmp_path, caplog, address):
    caplog.set_level(logging.DEBUG)
    fail(load_settings(outputs=tmp_path / "uit", melding_url=address))
    assert "niet verstuurd" in caplog.text
    assert "geheim-42" not in caplog.text


def test_the_address_is_in_no_copy_of_the_settings(settings):
    assert "geheim-42" not in settings.model_dump_json() + repr(settings) + str(settings.model_dump())


def test_without_an_address_nothing_is_left_behind(tmp_path):
    fail(load_settings(outputs=tmp_path / "uit"))
    assert not (tmp_path / "uit").exists()


def test_an_address_of_another_kind_is_refused_without_being_shown():
    with pytest.raises(SettingsError, match="melding_url") as refused:
        load_settings(melding_url="ftp://geheim-42")
    assert "geheim-42" not in str(refused.value)


def test_outputs_that_cannot_be_looked_at_are_for_the_run_itself_to_refuse(tmp_path, receiver):
    settings = load_settings(outputs=tmp_path / ("x" * 300), melding_url=receiver.address)
    with (
        pytest.raises(OutputsError, match="kan niet worden geschreven"),
        reported(settings),
        exclusive(settings.outputs),
    ):
        pass
    assert events(receiver) == ["run_failed"]
