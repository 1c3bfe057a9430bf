"""Where a setting comes from, and what is said of one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.foundation.dutch import today
from pipeline.settings import Settings, SettingsError, load_settings


@pytest.mark.parametrize("name", Settings.model_fields)
def test_an_empty_variable_of_the_environment_is_not_set(monkeypatch, name):
    usual = load_settings()
    monkeypatch.setenv(f"THEMASPIN_{name.upper()}", "")
    assert load_settings() == usual


def test_an_empty_peildatum_on_the_command_line_is_today():
    assert load_settings(peildatum="").day == today()


@pytest.mark.parametrize(
    ("chosen", "environment", "file", "origin"),
    [
        ({"werkers": "0"}, "0", "0", "meegegeven met de opdracht"),
        ({}, "0", "0", "THEMASPIN_WERKERS in de omgeving"),
        ({}, "", "0", "uit themaspin.toml"),
    ],
)
def test_a_wrong_setting_says_where_it_came_from(tmp_path, monkeypatch, chosen, environment, file, origin):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("THEMASPIN_WERKERS", environment)
    (tmp_path / "themaspin.toml").write_text(f"werkers = {file}")
    with pytest.raises(SettingsError, match=rf"Instelling 'werkers' \({origin}\) kan niet"):
        load_settings(**chosen)


def test_a_number_with_a_comma_is_told_to_be_written_with_a_point(monkeypatch):
    monkeypatch.setenv("THEMASPIN_TWIJFEL", "0,6")
    with pytest.raises(SettingsError, match="verwacht een getal met een punt"):
        load_settings()


@pytest.mark.parametrize("number", ["werkers", "regio_deel"])
def test_true_is_no_number(tmp_path, monkeypatch, number):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "themaspin.toml").write_text(f"{number} = true")
    with pytest.raises(SettingsError, match=f"'{number}' .*true is geen getal"):
        load_settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "provincies = [1]",
            "Instelling 'provincies' (uit themaspin.toml), nummer 1, kan niet 1 zijn; verwacht tekst: provincies",
        ),
        (
            'web_lezers = ["team", 5]',
            "Instelling 'web_lezers' (uit themaspin.toml), nummer 2, kan niet 5 zijn; verwacht tekst: groepen",
        ),
        (
            "bronnen_netwerken = [[]]",
            "Instelling 'bronnen_netwerken' (uit themaspin.toml), nummer 1, kan niet [] zijn; verwacht tekst",
        ),
    ],
)
def test_what_in_a_list_cannot_be_is_named_with_its_setting_and_place(tmp_path, monkeypatch, text, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "themaspin.toml").write_text(text)
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert str(error.value).startswith(says)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nergens")], ids=["folder", "dead link"])
def test_a_file_of_settings_that_is_none_is_not_passed_over(tmp_path, monkeypatch, make):
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "themaspin.toml")
    with pytest.raises(SettingsError, match=r"themaspin\.toml is geen bestand"):
        load_settings()


def test_a_day_in_the_file_that_is_none_says_key_what_it_says_and_how_to_write_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "themaspin.toml").write_text("werkers = 2\npeildatum = 2023-02-30\n")
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert str(error.value) == (
        "themaspin.toml: sleutel 'peildatum' (regel 2): '2023-02-30' staat niet op de kalender; schrijf een dag die bestaat als "
        "JJJJ-MM-DD, bijvoorbeeld 2020-05-12."
    )


def test_a_line_of_the_file_that_is_no_toml_is_not_repeated_for_it_may_be_secret(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "themaspin.toml").write_text("store = postgresql://beheer:geheim@server/themaspin\n")
    with pytest.raises(SettingsError, match="regel 1, teken 9, sleutel 'store'") as error:
        load_settings()
    assert "geheim" not in str(error.value)


@pytest.mark.parametrize(("written", "held"), [("alle", []), ("Zeeland, Limburg", ["Zeeland", "Limburg"])])
def test_every_province_is_asked_for_by_a_word(written, held):
    assert load_settings(provincies=written).provincies == held


@pytest.mark.parametrize("written", ["", " ", ","])
def test_an_empty_list_of_provinces_is_not_every_province(written):
    with pytest.raises(
        SettingsError, match=r"'provincies' \(meegegeven met de opdracht\): er staat geen provincie; noem er een"
    ):
        load_settings(provincies=written)
