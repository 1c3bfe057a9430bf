"""What an operator can write in `themaspin.toml`, most of it under `[bronnen.<naam>]`, and what is said of what he cannot."""

from __future__ import annotations

import pytest

from pipeline.configuration.sources import KINDS
from pipeline.night.fetching import SourcesError, check_sources, fetch_all
from pipeline.settings import Settings, SettingsError, load_settings


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Settings:
        (tmp_path / "themaspin.toml").write_text(text, encoding="utf-8")
        return load_settings()

    return write


def test_a_source_keeps_its_settings_when_a_run_passes_them_on(written):
    settings = written('[bronnen.site]\nsoort = "web"\nadressen = ["https://best.nl/a.pdf"]\npauze = 2.5')
    assert Settings.model_validate_json(settings.model_dump_json()).bronnen == settings.bronnen
    assert load_settings(**settings.model_dump(mode="json")).bronnen["site"].pauze == 2.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[bronnen.site]\nsoort = "wep"', ["'site'", "soort", "map, web, ori, koop"]),
        ('[bronnen.site]\npad = "/x"', ["'site'", "soort"]),
        (
            '[bronnen.site]\nsoort = "web"\nadresen = ["https://best.nl/a.pdf"]',
            ["'adresen' bestaat niet", "'adressen'?"],
        ),
        ('[bronnen.site]\nsoort = "web"', ["'site'", "adressen of feeds"]),
        ('[bronnen.site]\nsoort = "web"\nadressen = ["best.nl/a.pdf"]', ["'adressen' (nummer 1", "https://"]),
        ('[bronnen.site]\nsoort = "web"\nadressen = ["https://u:p@best.nl/"]', ["wachtwoord"]),
        ('[bronnen.site]\nsoort = "web"\nadressen = [{gemeente = "Best"}]', ["nummer 1, adres", "ontbreekt"]),
        (
            '[bronnen.site]\nsoort = "web"\nfeeds = ["https://best.nl/"]\npauze = "kort"',
            ["'pauze'", "'kort'", "seconden"],
        ),
        ('[bronnen.raad]\nsoort = "ori"', ["'zoekvragen' ontbreekt"]),
        ('[bronnen.raad]\nsoort = "ori"\ndienst = "elastic"\nzoekvragen = ["x"]', ["eigen adres"]),
        ('[bronnen.raad]\nsoort = "ori"\nzoekvragen = ["x"]\nvanaf = "gisteren"', ["'vanaf'", "JJJJ-MM-DD"]),
        ('[bronnen.koop]\nsoort = "koop"', ["zoekvragen", "cql"]),
        ('[bronnen.koop]\nsoort = "koop"\ncql = "x"\ngemeenten = ["Best"]', ["in de vraag zelf"]),
        ('[bronnen."Mijn site"]\nsoort = "koop"\ncql = "x"', ["'Mijn site'", "kleine letters"]),
        ("[bronnen]\nsite = 5", ["'site'"]),
        ('bronnen = "site"', ["[bronnen.NAAM]"]),
    ],
)
def test_what_cannot_be_is_named_by_source_and_key(written, text, words):
    with pytest.raises(SettingsError) as refused:
        written(text)
    for word in words:
        assert word in str(refused.value)


LONGEST = {
    "controle_dagen": 36_500,
    "prefect_dagen": 36_500,
    "aankondiging_jaren": 100,
    "overgang_jaren": 100,
    "motie_spoor_jaren": 100,
}


@pytest.mark.parametrize(("name", "longest"), LONGEST.items())
def test_a_time_beyond_any_calendar_is_named_with_the_longest(written, name, longest):
    assert getattr(written(f"{name} = {longest}"), name) == longest
    with pytest.raises(SettingsError, match=f"'{name}'.*kan niet {longest + 1} zijn; verwacht hoogstens {longest}: "):
        written(f"{name} = {longest + 1}")


@pytest.mark.parametrize("kind", ['soort = "map"\npad = "/x"', 'soort = "koop"\ncql = "x"'], ids=["map", "koop"])
@pytest.mark.parametrize("key", ["kijk_opnieuw_na", "weg_na"])
def test_a_time_of_a_source_beyond_any_calendar_is_named_with_the_longest(written, kind, key):
    source = f"[bronnen.elders]\n{kind}\n{key} = "
    assert getattr(written(f"{source}36500").bronnen["elders"], key) == 36_500
    with pytest.raises(SettingsError, match=f"'{key}' kan niet 36501 zijn. Verwacht hoogstens 36500: "):
        written(f"{source}36501")


def test_every_number_of_days_or_years_has_a_longest():
    unbounded = [
        name
        for described in (Settings, *KINDS.values())
        for name, field in described.model_fields.items()
        if name.endswith(("_dagen", "_jaren", "_na")) and not any(hasattr(bound, "le") for bound in field.metadata)
    ]
    assert unbounded == []


def test_a_municipality_that_does_not_exist_is_named(written):
    settings = written('[bronnen.koop]\nsoort = "koop"\nzoekvragen = ["x"]\ngemeenten = ["Someern"]')
    with pytest.raises(SourcesError, match=r"'koop', sleutel 'gemeenten': .*Someern.*Someren"):
        check_sources(settings)


def test_a_network_that_is_none_is_named(written):
    with pytest.raises(SourcesError, match=r"'bronnen_netwerken': 'intranet'"):
        check_sources(written('bronnen_netwerken = ["intranet"]'))


def test_a_source_that_is_not_set_is_named(written, tmp_path):
    settings = written('[bronnen.koop]\nsoort = "koop"\ncql = "x"')
    with pytest.raises(SourcesError, match=r"'kop' staat niet in themaspin.toml. Wel: koop"):
        fetch_all(settings, "kop")


def test_a_file_with_the_mark_that_notepad_sets_is_read(written):
    assert written("\ufeff" + "groep = 7\n").groep == 7


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("groep = \n", r"themaspin.toml: geen geldige TOML \(regel 1, teken 9, sleutel 'groep'\)"),
        ("groep = 7\ngroep = 8\n", "elke sleutel één keer"),
        ("groeb = 7", "'groeb' bestaat niet. Bedoelt u 'groep'"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_in_dutch(written, text, says):
    with pytest.raises(SettingsError, match=says):
        written(text)


def test_a_file_that_is_no_text_is_told(written, tmp_path):
    (tmp_path / "themaspin.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings()
