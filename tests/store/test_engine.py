"""An address of a store that cannot be used is told in the same way by whatever looks at it."""

from __future__ import annotations

import pytest

from pipeline.store.backup import back_up, restore
from pipeline.store.engine import StoreAddressError, beside, is_file, open_engine, parse_address, without_password
from pipeline.store.soundness import unsound
from pipeline.store.store import set_aside

IN_MEMORY = ["sqlite://", "sqlite:///:memory:", "sqlite:///file:themaspin?mode=memory&uri=true"]
NO_ADDRESSES = ["onzin", "sqlite", "postgresql://server:poort/themaspin", "mysql://server/themaspin", "sqlite://"]


@pytest.mark.parametrize("address", NO_ADDRESSES)
@pytest.mark.parametrize(
    "look",
    [
        parse_address,
        open_engine,
        is_file,
        unsound,
        set_aside,
        lambda address: beside(address, "bronnen"),
    ],
    ids=["parse_address", "open_engine", "is_file", "unsound", "set_aside", "beside"],
)
def test_what_is_no_address_of_a_store_is_refused(address, look):
    with pytest.raises(StoreAddressError, match="Instelling 'store'"):
        look(address)


@pytest.mark.parametrize("address", IN_MEMORY)
def test_an_address_in_memory_says_that_decisions_would_be_lost(address):
    with pytest.raises(StoreAddressError, match="beoordelingen zouden na elke opdracht weg zijn"):
        parse_address(address)


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_nothing_is_copied_from_or_to_what_is_no_address(address, tmp_path):
    back_up(f"sqlite:///{_filled(tmp_path)}", tmp_path / "kopie")
    for refused in (lambda: back_up(address, tmp_path / "ander"), lambda: restore(address, tmp_path / "kopie")):
        with pytest.raises(StoreAddressError, match="Instelling 'store'"):
            refused()
    assert not (tmp_path / "ander").exists()


def _filled(folder):
    from pipeline.store.store import open_store

    store = folder / "themaspin.sqlite"
    open_store(f"sqlite:///{store}").close()
    return store


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_address_can_be_shown(address):
    assert without_password(address) == address
