"""The bulletin of a run in a real browser: it asks for nothing, breaks no rule of its own, fits a telephone, and prints on A4."""

import io

import pikepdf
import pytest

from pipeline.publish.bulletin import Bulletin
from tests.publish.test_bulletin import FACTS, FULL

pytestmark = pytest.mark.traag
A4 = (595, 842)
"""Points."""


@pytest.fixture(scope="module")
def page(tmp_path_factory, browser):
    """The page as it opens from a mail, without scripts; with what it asked for and what the browser complained of."""
    place = tmp_path_factory.mktemp("post") / "overzicht.html"
    place.write_text(Bulletin(FULL, FACTS).html(), encoding="utf-8")
    opened = browser.new_context(java_script_enabled=False).new_page()
    asked, complaints = [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: complaints.append(message.text))
    opened.goto(place.as_uri())
    yield opened, asked, complaints, place.as_uri()
    opened.close()


def test_it_asks_for_nothing_but_itself_and_the_browser_has_no_complaint(page):
    _, asked, complaints, address = page
    assert (asked, complaints) == ([address], [])


def test_the_map_is_drawn(page):
    box = page[0].locator("svg.kaart path.gemeente").first.bounding_box()
    assert box["width"] > 5 and box["height"] > 5


def test_on_a_telephone_only_tables_scroll(page):
    opened = page[0]
    opened.set_viewport_size({"width": 390, "height": 800})
    assert opened.locator("main").bounding_box()["width"] <= 390
    assert all(box["width"] <= 390 for box in (one.bounding_box() for one in opened.locator("main > *").all()) if box)


def test_it_prints_on_a4(page):
    with pikepdf.open(io.BytesIO(page[0].pdf(prefer_css_page_size=True))) as printed:
        sizes = {(round(float(sheet.mediabox[2])), round(float(sheet.mediabox[3]))) for sheet in printed.pages}
        assert all(abs(width - A4[0]) <= 1 and abs(height - A4[1]) <= 1 for width, height in sizes)
        assert 1 <= len(printed.pages) <= 4
