"""Files and page images: by content, never by a name from a request."""

from __future__ import annotations

import hashlib
import html
import os
import re
import shutil
import sqlite3
from contextlib import closing

import pytest

from pipeline.publish.pageimages import clear_images
from pipeline.publish.sitefile import SiteFileError
from pipeline.web import pageimages
from pipeline.web.pageimages import PageImage
from pipeline.web.papers import PaperFinder, PaperGone, disposition
from tests.resaving import resave

from .conftest import DEURNE

pytestmark = pytest.mark.traag


def sha_of(office, name):
    return hashlib.sha256((office.inbox / name).read_bytes()).hexdigest()


def test_a_pdf_is_shown_with_a_safe_type(reader, first_night):
    answer = reader.get(f"/stuk/{sha_of(first_night, 'gmb-2021-3318.pdf')}/bestand")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content.startswith(b"%PDF")


def test_what_is_no_pdf_is_saved_and_never_shown(office):
    (office.inbox / "pagina.pdf").write_text("<html><script>alert(1)</script></html>")
    office.night()
    answer = office.client().get(f"/stuk/{sha_of(office, 'pagina.pdf')}/bestand")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_copy_leads_to_the_paper_that_it_counts_as(office):
    resave(office.inbox / "gmb-2021-3318.pdf", office.inbox / "zz.pdf", title="van een andere site")
    office.night()
    counting, copy = (sha_of(office, name) for name in ("gmb-2021-3318.pdf", "zz.pdf"))
    client = office.client()
    answer = client.get(f"/stuk/{copy}", follow_redirects=False)
    assert answer.headers["location"] == f"/stuk/{counting}"
    assert "gmb-2021-3318.pdf; zz.pdf" in client.get(f"/stuk/{counting}").text
    assert client.get(f"/stuk/{copy}/bestand").content == (office.inbox / "zz.pdf").read_bytes()
    assert "zz.pdf (dubbel van gmb-2021-3318.pdf)" in client.get("/documenten").text


def test_a_file_that_changed_since_the_run_is_not_shown_as_what_was_judged(office):
    sha = sha_of(office, "gmb-2021-3318.pdf")
    (office.inbox / "gmb-2021-3318.pdf").write_bytes(b"%PDF-1.4 iets anders")
    answer = office.client().get(f"/stuk/{sha}/bestand")
    assert answer.status_code == 404
    assert "sinds de laatste run gewijzigd" in answer.text


@pytest.mark.parametrize("sha", ["%2e%2e", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "0" * 64, "x" * 64, "GMB-2021-3318.pdf"])
def test_what_is_no_known_content_is_not_looked_for(reader, sha):
    for rest in ("", "/bestand", "/passage/0", "/passage/0/beeld.webp"):
        assert reader.get(f"/stuk/{sha}{rest}").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["../geheim.pdf", "/etc/passwd", "a/../../geheim.pdf", "a\0b", "", ".", "naar-buiten.pdf", r"\x2e\x2e/geheim.pdf"],
)
def test_a_name_never_leads_out_of_the_inbox(tmp_path, name):
    secret = tmp_path / "geheim.pdf"
    secret.write_bytes(b"%PDF-geheim")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "naar-buiten.pdf").symlink_to(secret)
    with pytest.raises(PaperGone):
        PaperFinder.of(inbox).find([name], hashlib.sha256(secret.read_bytes()).hexdigest())


@pytest.mark.parametrize("name", [b"latin1_\xe9\xff.pdf", b"cr\rX.pdf"])
def test_a_file_with_a_name_that_cannot_be_printed_opens(office, name):
    path = office.inbox / os.fsdecode(name)
    (office.inbox / "gmb-2021-3318.pdf").rename(path)
    office.night()
    sha = hashlib.sha256(path.read_bytes()).hexdigest()
    client = office.client()
    assert client.get(f"/stuk/{sha}/bestand").content == path.read_bytes()
    assert client.get(f"/stuk/{sha}/passage/3/beeld.webp").status_code == 200


@pytest.mark.parametrize("name", ['a"b.pdf', "a\r\nSet-Cookie: x.pdf", "nota’s é.pdf", "x;y.pdf", "<script>.pdf"])
def test_a_file_name_breaks_no_header(name):
    header = disposition(name, True)
    assert header.isascii()
    assert "\n" not in header
    assert header.count('"') == 2


def test_a_name_with_a_script_is_shown_as_it_is(reader):
    text = reader.get("/documenten?verwerking=onleesbaar").text
    assert "<b>kapot" not in text
    assert "&lt;b&gt;kapot &amp; klein" in text


def test_an_unreadable_file_says_why_and_what_to_do(reader):
    text = reader.get("/documenten?verwerking=onleesbaar").text
    assert "haal het opnieuw op" in text


def test_the_page_of_every_paper_opens_also_of_one_that_could_not_be_read(reader):
    links = re.findall(r'href="(/stuk/[0-9a-f]{64})"', reader.get("/documenten?verwerking=onleesbaar").text)
    assert links
    for link in set(links):
        answer = reader.get(link)
        assert (answer.status_code, "Niet gelezen:" in answer.text) == (200, True)


def test_the_passage_is_outlined_on_its_page(reader, first_night):
    import io

    from PIL import Image

    sha = sha_of(first_night, "gmb-2021-3318.pdf")
    answer = reader.get(f"/stuk/{sha}/passage/3/beeld.webp?heel=1")
    assert answer.headers["content-type"] == "image/webp"
    image = Image.open(io.BytesIO(answer.content)).convert("RGB")
    reddish = sum(1 for red, green, blue in image.get_flattened_data() if red > 150 and green < 90 and blue < 60)
    assert reddish > 500


def test_an_image_that_was_painted_once_needs_no_pdf_reader_again(office):
    sha = sha_of(office, "gmb-2021-3318.pdf")
    client = office.client()
    first = client.get(f"/stuk/{sha}/passage/3/beeld.webp").content
    painter = client.app.state.site.painter
    painter.close()
    painter._open = None
    assert client.get(f"/stuk/{sha}/passage/3/beeld.webp").content == first


def test_the_image_is_as_high_as_the_page_said(reader, first_night):
    import io

    from PIL import Image

    text = reader.get(f"/beoordelen/{DEURNE}").text
    found = re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)"', text)
    assert found
    for address, width, height in found[:3]:
        size = Image.open(io.BytesIO(reader.get(address).content)).size
        assert size[0] == int(width)
        assert abs(size[1] - int(height)) <= 12


IMAGE = re.compile(r'<img[^>]* src="([^"]+)"')


def images_on(client, page):
    return [html.unescape(address) for address in IMAGE.findall(client.get(page).text)]


def test_an_image_is_kept_by_browsers_under_the_address_of_what_it_shows_alone(reader, first_night):
    sha = sha_of(first_night, "gmb-2021-3318.pdf")
    page = f"/stuk/{sha}/passage/3"
    for address in (images_on(reader, page)[0], images_on(reader, f"/gemeente/{DEURNE}")[0]):
        assert "immutable" in reader.get(address).headers["cache-control"]
    for address in (f"{page}/beeld.webp", f"{page}/beeld.webp?v=anders"):
        assert reader.get(address).headers["cache-control"] == "private, no-cache"


def test_the_address_of_an_image_is_another_one_where_the_passage_stands_elsewhere(office):
    sha = sha_of(office, "gmb-2021-3318.pdf")
    page, client = f"/stuk/{sha}/passage/3", office.client()
    before = images_on(client, page)
    with closing(sqlite3.connect(office.outputs / "site.sqlite")) as site:
        site.execute(
            "UPDATE passage SET plaatsen = '[[1, 70, 100, 500, 200]]', pagina = 1 WHERE sha = ? AND nummer = 3", (sha,)
        )
        site.commit()
    assert not set(before) & set(images_on(client, page))


@pytest.mark.parametrize(
    "constant", ["WIDTH", "TALLEST", "MARGIN", "PAD", "ROOM", "LINE", "OUTLINE", "SHADE", "QUALITY", "METHOD"]
)
def test_what_an_image_is_painted_with_is_in_its_name(monkeypatch, constant):
    asked = PageImage("a" * 64, 1, ((1.0, 2.0, 3.0, 4.0),), True)
    before = asked.name
    monkeypatch.setattr(pageimages, constant, 7)
    assert asked.name != before


def images_kept(office):
    return {path.name for path in (office.outputs / ".bladzijden").iterdir()}


def test_the_images_of_a_paper_that_is_gone_are_cleared_away_by_the_next_run(office):
    gone, stays = (sha_of(office, name) for name in ("gmb-2021-3318.pdf", "Bladel_beleidsregels_2018.pdf"))
    client = office.client()
    for sha in (gone, stays):
        assert client.get(f"/stuk/{sha}/passage/3/beeld.webp").status_code == 200
    (office.outputs / ".bladzijden" / "ab").mkdir()  # as an earlier version kept them
    assert images_kept(office) == {gone, stays, "ab"}
    (office.inbox / "gmb-2021-3318.pdf").unlink()
    office.night()
    assert images_kept(office) == {stays}


def test_images_that_cannot_be_cleared_away_are_told_of(office, monkeypatch):
    (office.outputs / ".bladzijden" / "ab").mkdir(parents=True)

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(SiteFileError, match=r"\.bladzijden is niet op te ruimen: .*\."):
        clear_images(office.outputs)
