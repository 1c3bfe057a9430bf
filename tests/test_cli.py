"""The command: exit codes, Dutch messages, never a traceback for what a user did."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import cli, main
from pipeline.commands.needs import Refusal, not_published
from pipeline.commands.sections import SECTIONS
from pipeline.commands.settings_table import settings_table
from pipeline.commands.summary import print_summary, told_of_day
from pipeline.night.siting import WorkedOut
from pipeline.publish.sitefile import SiteFileError
from pipeline.settings import load_settings
from pipeline.store.decisions import Decision, add_decisions, open_decisions
from pipeline.store.store import open_store

pytestmark = pytest.mark.traag  # each starts the command in a process of its own

ROOT = Path(__file__).resolve().parent.parent


def themaspin(*arguments, cwd=ROOT, **environment):
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False, env=variables)


def refused(ended, code, *words):
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    for word in words:
        assert word in ended.stderr


def test_help_is_dutch_and_loads_nothing_heavy():
    code = (
        "import sys\nsys.argv = ['themaspin', '--help']\nfrom pipeline.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('prefect', 'spacy', 'sklearn', 'pdfplumber', 'sqlalchemy') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Gebruik:" in ended.stdout
    assert ended.stdout.rstrip().endswith("[]")


def test_help_names_every_command_once_and_cuts_nothing_off():
    assert sorted(name for commands in SECTIONS.values() for name in commands) == sorted(cli.commands)
    shown = CliRunner().invoke(cli, ["--help"], terminal_width=80).output.splitlines()
    lines = {line.strip() for line in shown if line.startswith("  ")}
    for name, what in (row for commands in SECTIONS.values() for row in commands.items()):
        assert f"{name:<13}  {what}" in lines


def test_a_wheel_without_the_night_says_where_themaspin_runs_from(monkeypatch):
    monkeypatch.setattr("pipeline.commands.needs.find_spec", lambda name: None)
    ended = CliRunner().invoke(cli, ["run"])
    assert (ended.exit_code, "draait uit zijn eigen map" in ended.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "--foo"], ["--foo", "bestaat niet"]),
        (["vlieg"], ["vlieg", "bestaat niet"]),
        (["run", "--peildatum", "gisteren"], ["peildatum", "gisteren"]),
        (["run", "--inbox", "bestaat-niet"], ["bestaat-niet", "--inbox"]),
        (["run", "--inbox", "README.md"], ["is geen map"]),
        (["run", "--inbox", "corpus", "--provincies", "Brabant-Noord"], ["Brabant-Noord"]),
        (["overzicht", "--peildatum", "31-31-2020"], ["peildatum", "31-31-2020"]),
        (["label", "weg.jsonl", "uit.jsonl"], ["weg.jsonl", "niet gevonden"]),
        (["evaluate", "weg.jsonl"], ["weg.jsonl"]),
        (["serve", "--adres", "0.0.0.0"], ["alleen op deze machine", "web_proxies", "docs/website.md"]),
        (["serve", "--poort", "0"], ["web_poort"]),
        (["peildatum", "gisteren"], ["peildatum", "gisteren"]),
        (["run", "--peildatum", "1021-01-01"], ["1021-01-01", "2005"]),
        (["overzicht", "--peildatum", "2201-01-01"], ["2201-01-01", "2005"]),
        (["label", "README.md", "README.md"], ["README.md", "hetzelfde bestand"]),
        (["run", "--opnieuw", "alle"], ["--opnieuw", "extractie, themas, alles"]),
        (["run", "--vanaf", "gisteren"], ["--vanaf", "JJJJ-MM-DD"]),
        (["run", "--alleen", "Blaadel"], ["--alleen", "Bladel"]),
        (["run", "--outputs", ""], ["outputs", "het pad is leeg"]),
        (["run", "--inbox", " "], ["inbox", "het pad is leeg"]),
        (["gezond", "--uren", "0"], ["--uren", "boven nul"]),
        (["gezond", "--uren", "twee"], ["--uren", "geen goed getal"]),
        (["gezond", "--uren", "inf"], ["--uren", "miljoen"]),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what(arguments, words, tmp_path):
    refused(themaspin(*arguments, THEMASPIN_OUTPUTS=str(tmp_path)), 2, *words)


def test_a_wrong_setting_in_the_environment_is_named(tmp_path):
    refused(themaspin("run", THEMASPIN_WERKERS="veel", THEMASPIN_OUTPUTS=str(tmp_path)), 2, "THEMASPIN_WERKERS", "veel")


def test_a_folder_of_models_that_is_not_there_is_named_with_its_setting(tmp_path):
    (tmp_path / "inbox").mkdir()
    folders = ("--inbox", tmp_path / "inbox", "--outputs", tmp_path / "uit")
    refused(themaspin("run", *folders, THEMASPIN_MODELS="/nergens"), 2, "'models'", "/nergens")


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("THEMASPIN_WERKERS", "twee", "een geheel getal"),
        ("THEMASPIN_WERKERS", "0", "ten minste 1"),
        ("THEMASPIN_WEB_POORT", "99999", "hoogstens 65535"),
        ("THEMASPIN_PEILDATUM", "gisteren", "een dag als 2021-01-31"),
        ("THEMASPIN_LEZER", "oog", "'pdfium' of 'pdfplumber'"),
        ("THEMASPIN_STORE", "blabla", "bruikbaar adres"),
    ],
)
def test_a_wrong_setting_says_what_form_it_has(tmp_path, variable, value, says):
    inbox = ROOT / "corpus" / "voorbeeld"
    refused(themaspin("run", "--inbox", inbox, "--outputs", tmp_path, **{variable: value}), 2, says)


@pytest.mark.parametrize("outputs", [".", "tabellen"])
def test_outputs_in_the_inbox_are_refused(tmp_path, outputs):
    refused(themaspin("run", "--inbox", tmp_path, "--outputs", tmp_path / outputs), 2, "in de inbox", "--outputs")


@pytest.mark.parametrize(
    ("variable", "says"),
    [
        ("THEMASPIN_INBOKS", "THEMASPIN_INBOX?"),
        ("themaspin_werkerz", "THEMASPIN_WERKERS?"),
        ("THEMASPIN_QQ", "instellingen"),
    ],
)
def test_an_unknown_setting_in_the_environment_is_named_with_the_nearest(tmp_path, variable, says):
    ended = themaspin("run", THEMASPIN_OUTPUTS=str(tmp_path), **{variable: "x"})
    refused(ended, 2, variable, "bestaat niet", says)


@pytest.mark.parametrize(
    ("option", "environment"), [(["--provincies", "Zeeland,Atlantis"], {}), ([], {"THEMASPIN_PROVINCIES": "Atlantis"})]
)
def test_provinces_are_a_list_with_commas_on_the_command_line_and_in_the_environment(tmp_path, option, environment):
    (tmp_path / "inbox").mkdir()
    ended = themaspin("run", "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "uit", *option, **environment)
    refused(ended, 2, "Provincie 'Atlantis' bestaat niet")


def test_an_unknown_setting_in_the_file_is_named(tmp_path):
    (tmp_path / "themaspin.toml").write_text("inbocks = 'x'")
    refused(themaspin("run", cwd=tmp_path), 2, "inbocks")


def test_a_setting_comes_from_the_command_line_before_the_environment(tmp_path):
    ended = themaspin("run", "--inbox", tmp_path / "a", THEMASPIN_INBOX=str(tmp_path / "b"))
    refused(ended, 2, str(tmp_path / "a"))


def test_outputs_that_cannot_be_written_ends_with_3(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "vol").write_text("")
    refused(themaspin("run", "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "vol" / "uit"), 3, "vol")


def test_a_damaged_store_ends_with_3_and_names_rebuild(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "themaspin.sqlite").write_bytes(b"kapot" * 1000)
    refused(themaspin("run", "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "uit"), 3, "--rebuild")


@pytest.mark.parametrize("damage", ["head", "middle"])
def test_a_rebuild_leaves_the_store_where_it_is_when_the_decisions_are_damaged(tmp_path, damage):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "uit").mkdir()
    store, log = tmp_path / "uit" / "themaspin.sqlite", tmp_path / "uit" / "themaspin-beoordelingen.sqlite"
    open_store(f"sqlite:///{store}").close()
    engine = open_decisions(f"sqlite:///{store}")
    many = Decision("GM0847", "toch deels", "er is een zorgprogramma " * 20, "j.devries", "2021-01-02T09:00:00", ())
    add_decisions(engine, [many] * 200)
    engine.dispose()
    content = log.read_bytes()
    log.write_bytes(b"kapot" * 1000 if damage == "head" else content[:40960] + b"\xff" * 40960 + content[81920:])
    ended = themaspin("run", "--rebuild", "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "uit")
    refused(ended, 3, "beoordelingen", "themaspin herstel MAP")
    assert store.exists()
    assert not list(store.parent.glob("*kapot-*"))


@pytest.mark.parametrize(
    ("line", "says"), [("{", "regel 1"), ('{"id": 1}', "regel 1"), ('"tekst"', "regel 1"), ('{"text": "x"}', "regel 1")]
)
def test_a_line_that_is_no_passage_is_named(tmp_path, line, says):
    (tmp_path / "in.jsonl").write_text(line)
    refused(themaspin("label", tmp_path / "in.jsonl", tmp_path / "uit.jsonl"), 2, "in.jsonl", says)


def test_label_keeps_the_order_and_says_all(tmp_path):
    texts = [
        "De gemeente controleert samen met de Arbeidsinspectie malafide uitzendbureaus en treedt op tegen uitbuiting.",
        "zorg",
        "",
        "Wie langer dan vier maanden blijft, schrijft zich in de BRP in; de gemeente gaat actief na wie niet is ingeschreven.",
    ]
    source = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
    (tmp_path / "in.jsonl").write_text("\ufeff" + source, encoding="utf-8")
    ended = themaspin("label", tmp_path / "in.jsonl", tmp_path / "uit.jsonl", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    rows = [json.loads(line) for line in (tmp_path / "uit.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [0, 1, 2, 3]
    assert "handhaving" in rows[0]["labels"]
    assert rows[1]["labels"] == rows[2]["labels"] == []
    assert "registratie" in rows[3]["labels"]
    for row in rows:
        assert not set(row["labels"]) & set(row["uncertain"])
        assert all(0 <= score <= 1 for score in row["scores"].values())


def test_label_reads_standard_input_and_writes_only_its_rows_to_standard_output(tmp_path):
    command = [sys.executable, "-m", "pipeline.cli", "label", "-", "-"]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        input='{"id": 7, "text": "De huisarts houdt spreekuur voor arbeidsmigranten."}\n',
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == [7]
    assert "1 passage gelabeld." in ended.stderr
    assert not (ROOT / "-").exists()


def test_label_of_an_empty_file_is_an_empty_file(tmp_path):
    (tmp_path / "in.jsonl").write_text("")
    assert themaspin("label", tmp_path / "in.jsonl", tmp_path / "uit.jsonl").returncode == 0
    assert (tmp_path / "uit.jsonl").read_text() == ""


def test_label_leaves_nothing_else_behind(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "Een zin over het weer van vandaag."}')
    ended = themaspin("label", tmp_path / "in.jsonl", tmp_path / "uit.jsonl", cwd=tmp_path)
    assert ended.stdout.startswith("1 passage gelabeld: ")
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "uit.jsonl"}


def test_decisions_are_exported_and_imported_without_doubles(tmp_path):
    line = {
        "gm_code": "GM0847",
        "oordeel": "bevestigd",
        "toelichting": "",
        "wie": "a",
        "wanneer": "2021-01-02T09:00:00",
        "bewijs": [],
    }
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n")
    outputs = {"THEMASPIN_OUTPUTS": str(tmp_path / "uit")}
    assert "1 beoordeling toegevoegd" in themaspin("beoordelingen", "import", tmp_path / "in.jsonl", **outputs).stdout
    assert "0 beoordelingen toegevoegd" in themaspin("beoordelingen", "import", tmp_path / "in.jsonl", **outputs).stdout
    ended = themaspin("beoordelingen", "export", tmp_path / "terug.jsonl", "--outputs", tmp_path / "uit")
    assert str(tmp_path / "uit") in ended.stdout
    assert json.loads((tmp_path / "terug.jsonl").read_text()) == line


def test_the_readme_shows_the_settings_as_they_are():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("<!-- instellingen -->")[1].split("<!-- /instellingen -->")[0].strip()
    assert shown == settings_table()


def test_health_before_the_first_run_ends_with_1_and_loads_no_prefect(tmp_path):
    code = (
        "import sys\nfrom pipeline.cli import main\nsys.argv = ['themaspin', 'gezond', '--outputs', sys.argv[1]]\ntry:\n    main()\n"
        "finally:\n    print([name for name in ('prefect', 'spacy', 'sklearn') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    refused(ended, 1, "nog niets gepubliceerd")
    assert ended.stdout.rstrip() == "[]"


def test_an_overview_before_the_first_run_says_what_to_do(tmp_path):
    refused(themaspin("overzicht", "--peildatum", "2021-01-01", "--outputs", tmp_path / "uit"), 3, "themaspin run")


@pytest.mark.parametrize("command", [["overzicht"], ["peildatum", "2021-01-01"]], ids=["overzicht", "peildatum"])
def test_a_folder_of_tables_that_is_not_there_is_named_and_not_made(tmp_path, command):
    refused(themaspin(*command, "--outputs", tmp_path / "uti"), 3, f"{tmp_path / 'uti'} bestaat niet", "--outputs")
    assert not (tmp_path / "uti").exists()


def test_a_day_that_cannot_be_worked_out_is_not_said_to_be_unpublished(tmp_path):
    open_store(f"sqlite:///{tmp_path / 'uit' / 'themaspin.sqlite'}").close()
    ended = themaspin("peildatum", "2021-01-01", "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "uit")
    refused(ended, 3, "Niet berekend.", "bestaat niet")
    assert "gepubliceerd" not in ended.stderr


def test_a_backup_is_made_refused_where_one_stands_and_put_back(tmp_path):
    line = '{"gm_code": "GM0847", "oordeel": "bevestigd", "toelichting": "", "wie": "a", "wanneer": "2021-01-02T09:00:00", "bewijs": []}'
    (tmp_path / "in.jsonl").write_text(line + "\n")
    outputs = {"THEMASPIN_OUTPUTS": str(tmp_path / "uit")}
    themaspin("beoordelingen", "import", tmp_path / "in.jsonl", **outputs)
    made = themaspin("backup", tmp_path / "kopie", **outputs)
    assert made.returncode == 0, made.stderr
    assert made.stdout.endswith("; 1 beoordeling.\n")
    refused(themaspin("backup", tmp_path / "kopie", **outputs), 2, "kopie", "--vervang")
    put_back = themaspin("herstel", tmp_path / "kopie", "--outputs", tmp_path / "elders")
    assert put_back.returncode == 0, put_back.stderr
    themaspin("beoordelingen", "export", tmp_path / "terug.jsonl", THEMASPIN_OUTPUTS=str(tmp_path / "elders"))
    assert json.loads((tmp_path / "terug.jsonl").read_text()) == json.loads(line)


def test_what_is_no_backup_is_not_put_back(tmp_path):
    refused(themaspin("herstel", tmp_path, "--outputs", tmp_path / "uit"), 2, str(tmp_path), "geen reservekopie")


def test_ctrl_c_while_a_command_starts_ends_with_130():
    interrupted = (
        "import pipeline.cli as c\n"
        "def stop(**_): raise KeyboardInterrupt\n"
        "c.cli.commands['gezond'].callback = stop\n"
        "import sys; sys.argv = ['themaspin', 'gezond']; c.main()"
    )
    ended = subprocess.run([sys.executable, "-c", interrupted], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (130, "")
    assert "Afgebroken." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_site_that_could_not_be_written_says_that_the_tables_are_published():
    with pytest.raises(Refusal, match="De tabellen zijn gepubliceerd, maar de website") as refusal, not_published():
        raise SiteFileError("site.sqlite is niet te schrijven")
    assert refusal.value.exit_code == 1


def test_a_day_for_the_site_alone_is_not_said_to_be_published(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "outputs" / "site.sqlite").mkdir(parents=True)
    open_store(f"sqlite:///{tmp_path / 'outputs' / 'themaspin.sqlite'}").close()
    ended = themaspin("peildatum", "2021-01-01", "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "outputs")
    refused(ended, 1, "De website toont deze dag nog niet", "dat is een map")
    assert "gepubliceerd" not in ended.stderr


def summary(capsys, provincies=None, **counts):
    outcome = {
        "opgehaald": [],
        "seen": 1,
        "papers": 1,
        "refused": 0,
        "read": 1,
        "unreadable": 0,
        "failed": 0,
        "changes": 1,
        "first": False,
    }
    print_summary(outcome | counts | {"language": "nl", "statuses": {}}, load_settings(provincies=provincies))
    return capsys.readouterr().out


def test_one_file_and_one_cell_are_told_in_the_singular(capsys):
    told = summary(capsys)
    assert "1 bestand: 1 nu gelezen" in told
    assert "1 cel van de matrix veranderde sinds" in told


def test_an_inbox_without_files_is_told_in_so_many_words(capsys):
    told = summary(capsys, seen=0, papers=0, read=0)
    assert "LET OP: in de inbox" in told and "geen enkel bestand" in told
    assert "LET OP" not in summary(capsys)


def test_files_that_cannot_be_read_are_told_as_some_of_those_that_were_counted(capsys):
    told = summary(capsys, seen=22, papers=2, refused=15, read=2, unreadable=10)
    assert (
        "22 bestanden: 2 nu gelezen, 0 ongewijzigd, 5 met dezelfde inhoud als een ander, 15 niet te openen. Daarvan onleesbaar: 10;"
        in told
    )


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (WorkedOut(("Limburg",)), "Berekend: 2020-01-01, voor Limburg."),
        (WorkedOut(("Limburg",), ("Limburg",)), "Berekend: 2020-01-01, voor Limburg."),
        (
            WorkedOut(("Limburg",), ("Noord-Brabant",), left_out=1),
            "Berekend: 2020-01-01, voor Limburg. De stand van die dag voor Noord-Brabant is daarmee vervangen. 1 bestand is nog niet "
            "gelezen.",
        ),
        (
            WorkedOut((), (), published=True),
            "2020-01-01 is de gepubliceerde peildatum, voor Nederland; de website toont die al, en zij blijft zoals zij is.",
        ),
    ],
    ids=["eerste", "opnieuw", "andere provincies", "gepubliceerd"],
)
def test_a_day_that_was_worked_out_says_for_which_provinces(done, told):
    assert told_of_day(date(2020, 1, 1), done) == told


def test_no_provinces_chosen_is_told_as_all_of_them(capsys):
    assert ", alle provincies; taalpijplijn" in summary(capsys, provincies="alle")


def test_a_fault_of_the_machine_ends_in_dutch_and_another_in_its_traceback(monkeypatch, capsys):
    def ends(error):
        def fail(**_):
            raise error

        monkeypatch.setattr(cli, "main", fail)
        with pytest.raises((SystemExit, OSError)) as ended:
            main()
        return ended.value

    assert ends(OSError(errno.ENOSPC, "No space left on device", "/tmp/x")).code == 3
    assert "themaspin kan niet verder: de schijf is vol (/tmp/x). Maak ruimte op die schijf" in capsys.readouterr().err
    assert ends(OSError(errno.ENOTTY, "Inappropriate ioctl for device")).errno == errno.ENOTTY
