"""Two runs on one store, of which the second waits its turn."""

from __future__ import annotations

import threading

from pipeline.store.turn import sole_run


def order_of_turns(address: str) -> list[str]:
    """What happened, in order, where a run comes while another has the store, and waits for it."""
    busy, over, order = threading.Event(), threading.Event(), []

    def first() -> None:
        with sole_run(address):
            busy.set()
            over.wait(60)
            order.append("run klaar")

    other = threading.Thread(target=first)
    other.start()
    busy.wait(60)
    threading.Timer(0.5, over.set).start()
    with sole_run(address, patience=600):
        order.append("aan de beurt")
    other.join()
    return order
