"""What the operator is told when the site starts."""

from __future__ import annotations

import socket

import pytest
import uvicorn

from pipeline.publish.sitefile import SiteRows, write_site
from pipeline.settings import Settings
from pipeline.store.store import open_store
from pipeline.web.serving import AddressTaken, serve_site


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Starts the site on a free port and stops it at once; the lines that were told, for an outputs folder."""
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: [listening.close() for listening in sockets])

    def serve(outputs, inbox=tmp_path):
        lines = []
        free_port = Settings(inbox=inbox, outputs=outputs).model_copy(update={"web_poort": 0})
        serve_site(free_port, lines.append)
        return lines

    return serve


def test_a_folder_in_which_nothing_was_published_is_told(told, tmp_path):
    warning, address = told(tmp_path)
    assert f"Let op: in {tmp_path} is nog niets gepubliceerd" in warning
    assert "--outputs" in warning
    assert "De website staat op" in address


def test_a_folder_that_is_not_there_is_told_to_be_made(told, tmp_path):
    warning, _ = told(tmp_path / "uitt")
    assert f"Let op: de map {tmp_path / 'uitt'} is er niet en wordt nu gemaakt" in warning


def test_of_a_published_folder_nothing_else_is_told(told, tmp_path):
    write_site(tmp_path, SiteRows("2021-01-01", {}), None, newest=True)
    open_store(f"sqlite:///{tmp_path / 'themaspin.sqlite'}").close()
    (address,) = told(tmp_path)
    assert "De website staat op" in address


def test_an_inbox_that_is_not_there_is_told(told, tmp_path):
    write_site(tmp_path, SiteRows("2021-01-01", {}), None, newest=True)
    open_store(f"sqlite:///{tmp_path / 'themaspin.sqlite'}").close()
    warning, _ = told(tmp_path, inbox=tmp_path / "inbxo")
    assert f"Let op: De inbox {tmp_path / 'inbxo'} bestaat niet." in warning
    assert "--inbox" in warning


def refused(outputs, address, port):
    settings = Settings(inbox=outputs, outputs=outputs, web_adres=address).model_copy(update={"web_poort": port})
    with pytest.raises(AddressTaken) as refusal:
        serve_site(settings, lambda _: None)
    return str(refusal.value)


def test_a_port_at_which_another_program_listens_is_told_in_dutch(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = refused(tmp_path, "127.0.0.1", port)
    assert told == (
        f"De website kan niet luisteren op 127.0.0.1, poort {port}: daar luistert al een ander programma. Misschien draait de website "
        "al. Stop dat programma, of kies een andere poort met --poort."
    )


@pytest.mark.parametrize(
    ("address", "why"),
    [("127.0.0.1.invalid", "die naam is niet te vinden"), ("192.0.2.1", "deze machine heeft dat adres niet")],
)
def test_an_address_that_this_machine_does_not_have_is_told_in_dutch(tmp_path, address, why):
    proxied = {"web_proxies": ["127.0.0.1"], "web_namen": ["x"], "web_adres": address}
    with pytest.raises(AddressTaken, match=f"{why}. Kies een adres van deze machine met --adres"):
        serve_site(Settings(inbox=tmp_path, outputs=tmp_path, **proxied), lambda _: None)


def test_a_store_that_is_not_there_beside_published_tables_is_told(told, tmp_path):
    write_site(tmp_path, SiteRows("2021-01-01", {}), None, newest=True)
    warning, _ = told(tmp_path)
    assert f"Let op: er is geen geheugen in {tmp_path / 'themaspin.sqlite'}" in warning
    assert "oordeel" in warning
