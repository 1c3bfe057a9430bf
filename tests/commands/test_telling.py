"""Lines written to a file of the user: whole or not at all, and found out before the work that makes them."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.commands.needs import Refusal
from pipeline.commands.telling import write_lines


def never():
    yield pytest.fail("gevraagd")


def breaking(lines):
    yield from lines
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_that_is_not_there_is_told_before_anything_is_asked(tmp_path):
    with pytest.raises(Refusal, match=r"uit\.jsonl: niet te schrijven \(de map of het bestand is er niet"):
        write_lines(tmp_path / "weg" / "uit.jsonl", never())


@pytest.mark.parametrize("target", ["", "map", "bestand/uit.jsonl"], ids=["here", "a folder", "in a file"])
def test_what_is_no_place_for_a_file_is_told_before_anything_is_asked(tmp_path, target):
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_text("")
    with pytest.raises(Refusal, match="niet te schrijven"):
        write_lines(tmp_path / target, never())
    assert {path.name for path in tmp_path.iterdir()} == {"map", "bestand"}


def test_a_disk_that_is_full_leaves_the_former_file_and_nothing_else(tmp_path):
    target = tmp_path / "uit.jsonl"
    target.write_text("eerder\n")
    with pytest.raises(Refusal, match="de schijf is vol"):
        write_lines(target, breaking(["nieuw"]))
    assert [path.name for path in tmp_path.iterdir()] == ["uit.jsonl"]
    assert target.read_text() == "eerder\n"


def test_a_file_that_is_replaced_keeps_its_rights_and_the_link_to_it(tmp_path):
    (tmp_path / "echt.jsonl").write_text("eerder\n")
    (tmp_path / "echt.jsonl").chmod(0o640)
    (tmp_path / "uit.jsonl").symlink_to("echt.jsonl")
    write_lines(tmp_path / "uit.jsonl", iter(["één", "twee"]))
    assert (tmp_path / "uit.jsonl").is_symlink()
    assert (tmp_path / "echt.jsonl").read_text(encoding="utf-8") == "één\ntwee\n"
    assert stat.S_IMODE((tmp_path / "echt.jsonl").stat().st_mode) == 0o640


def test_what_standard_output_was_sent_to_is_added_to_and_never_replaced(tmp_path):
    target = tmp_path / "uit.jsonl"
    target.write_text("eerder\n")
    adds = (
        "from pathlib import Path; from pipeline.commands.telling import write_lines; "
        "print('kop'); write_lines(Path('/dev/stdout'), iter(['één']))"
    )
    with target.open("a") as out:
        subprocess.run([sys.executable, "-c", adds], stdout=out, check=True)
        out.write("na\n")
    assert target.read_text(encoding="utf-8") == "eerder\nkop\néén\nna\n"


def test_a_pipe_is_written_to_and_stays_one(tmp_path):
    os.mkfifo(tmp_path / "pijp")
    reader = os.open(tmp_path / "pijp", os.O_RDONLY | os.O_NONBLOCK)
    write_lines(tmp_path / "pijp", iter(["één"]))
    assert os.read(reader, 100).decode() == "één\n"
    os.close(reader)
    assert (tmp_path / "pijp").is_fifo()


def test_a_card_of_the_corpus_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "corpus" / "README.md").mkdir(parents=True)
    passages = tmp_path / "corpus" / "passages"
    passages.mkdir()
    (passages / "a.jsonl").write_text(
        '{"id": "a1", "text": "De gemeente opent een spreekuur.", "labels": ["zorg"], "strength": "maatregel", "author": "a", '
        '"kind": "nota"}\n'
    )
    ended = CliRunner().invoke(cli, ["corpus", "--corpus", str(passages)])
    assert ended.exit_code == 2, ended.output
    assert f"{tmp_path / 'corpus' / 'README.md'}: niet te schrijven (dat is een map)" in ended.stderr
