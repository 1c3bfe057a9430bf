"""The site as a reviewer meets it, in Chromium: the work itself, the keyboard, a phone, and what axe-core says of every page."""

from __future__ import annotations

import pytest

from .conftest import BLADEL, DEURNE, serving

pytestmark = pytest.mark.traag
CASE = f"/beoordelen/{DEURNE}"
PAGES = ("/", f"/gemeente/{DEURNE}", f"/gemeente/{DEURNE}/huisvesting", "/gemeente/GM0847", "/beoordelen",
         "/beoordelen/passages", CASE, "/documenten",
         "/documenten?q=verblijfsregister", "/documenten?verwerking=onleesbaar", "/moties", "/logboek", "/uitleg", "/nergens")  # fmt: skip


@pytest.fixture(scope="module")
def site(first_night):
    with serving(first_night) as address:
        yield address


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    yield opened
    context.close()
    assert faults == []


def passage_pages(page, site):
    page.goto(site + CASE)
    link = page.locator("article.bewijs .bron a").first.get_attribute("href")
    return [link, link.split("/passage/")[0]]


def test_a_reviewer_sees_the_passage_overrules_and_the_matrix_shows_it_after_a_run(office, page):
    with serving(office) as site:
        page.goto(f"{site}/beoordelen")
        page.get_by_role("link", name="Deurne", exact=True).click()
        picture = page.locator("details.blad[open] img").first
        picture.scroll_into_view_if_needed()
        page.wait_for_function("() => document.querySelector('details.blad[open] img').naturalWidth > 0")
        assert "omlijnd" in picture.get_attribute("alt")
        page.get_by_role("button", name="Toch integraal").click()
        assert "hoort een toelichting" in page.get_by_role("alert").inner_text()
        page.get_by_label("Toelichting").first.fill("De gemeente heeft een zorgprogramma; gebeld op 3 januari.")
        page.get_by_role("button", name="Toch integraal").click()
        assert "bewaard" in page.get_by_role("status").inner_text()
        assert "Deurne" not in page.locator("h1").inner_text()
    office.night()
    with serving(office) as site:  # started anew: the decision is still there
        page.goto(f"{site}/gemeente/{DEURNE}")
        assert "integraal beleid" in page.locator("h1 + .inleiding").inner_text()
        assert "zorgprogramma" in page.locator("aside.kernteam").inner_text()
    office.night(model="een nieuw model")
    with serving(office) as site:
        page.goto(f"{site}/gemeente/{DEURNE}")
        assert "integraal beleid" in page.locator("h1 + .inleiding").inner_text()
    with (office.inbox / "gmb-2021-3318.pdf").open("ab") as more:
        more.write(b"\n% een nieuwe versie")
    office.night()
    with serving(office) as site:
        page.goto(f"{site}/beoordelen")
        row = page.locator("tr", has_text="Deurne").first.inner_text()
        assert "heropend" in row
        assert "gewijzigd: gmb-2021-3318.pdf" in row


@pytest.mark.parametrize("form", ["oordeel", "thema"])
def test_the_way_back_after_a_decision_beside_that_of_another_shows_the_case(office, page, form):
    with serving(office) as site:
        page.goto(site + CASE)
        other = page.context.new_page()
        other.goto(site + CASE)
        for tab in (other, page):
            if form == "thema":
                tab.get_by_text("Eén thema verbeteren").click()
                tab.get_by_label("Toelichting").last.fill("paragraaf 6")
                tab.get_by_role("button", name="Verbeter dit thema").click()
            else:
                tab.get_by_label("Toelichting").first.fill("gebeld met de gemeente")
                tab.get_by_role("button", name="Toch deels").click()
        page.get_by_role("button", name="Bewaar mijn oordeel ook").click()
        assert "bewaard" in page.get_by_role("status").inner_text()
        page.go_back()
        assert "Deurne" in page.locator("h1").inner_text()
    assert len(office.decisions()) == 2


def test_a_decision_is_undone_with_one_click(office, page):
    with serving(office) as site:
        page.goto(site + CASE)
        page.get_by_role("button", name="Bevestigen").click()
        page.get_by_role("button", name="Ongedaan maken").click()
        assert "ingetrokken" in page.get_by_role("status").inner_text()
    assert [one.soort for one in office.decisions()] == ["beleid", "intrekking"]


def test_a_policy_is_judged_with_the_keyboard_alone(office, page):
    with serving(office) as site:
        page.goto(site + CASE)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        page.keyboard.press("Enter")
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "toelichting":
                break
        page.keyboard.type("Er is ook een zorgprogramma.")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.value") == "toch deels"
        page.keyboard.press("Enter")
        page.get_by_role("status").wait_for()
    assert [one.oordeel for one in office.decisions()] == ["toch deels"]


UNDER_THE_PANEL = """() => {
    const [one, panel] = [document.activeElement, document.querySelector(".oordeel")];
    const [place, over] = [one, panel].map((element) => element.getBoundingClientRect());
    return one !== document.body && !panel.contains(one) && place.bottom > over.top && place.top < over.bottom;
}"""


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("width", [820, 1280])
def test_what_has_the_focus_is_not_under_the_panel_of_the_verdict(site, browser, width, opened):
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(site + CASE)
    page.evaluate("opened => { document.querySelector('.verbeter').open = opened }", opened)
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    hidden = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(UNDER_THE_PANEL):
            hidden.append(page.evaluate("document.activeElement.innerText"))
    context.close()
    assert hidden == []


@pytest.mark.parametrize(("width", "height"), [(390, 800), (1280, 600)])
def test_a_button_stays_under_the_finger_of_who_wrote_an_explanation(office, browser, width, height):
    """The field for the explanation shrank on losing the focus, and the buttons below it went from under the press."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    with serving(office) as site:
        page.goto(site + CASE)
        page.get_by_label("Toelichting").first.fill("gebeld")
        page.get_by_role("button", name="Bevestigen").click()
        page.get_by_role("status").wait_for(timeout=10_000)
        context.close()
    assert [one.oordeel for one in office.decisions()] == ["bevestigd"]


def test_a_letter_is_a_shortcut(office, page):
    with serving(office) as site:
        page.goto(site + CASE)
        chrome = page.context.new_cdp_session(
            page
        )  # Playwright's own key press lacks the letter that Chromium looks for
        letter = {
            "modifiers": 1,
            "key": "b",
            "code": "KeyB",
            "text": "b",
            "unmodifiedText": "b",
            "windowsVirtualKeyCode": 66,
        }
        chrome.send("Input.dispatchKeyEvent", {"type": "keyDown", **letter})
        page.get_by_role("status").wait_for()
    assert [one.oordeel for one in office.decisions()] == ["bevestigd"]


def test_the_map_is_reached_with_the_keyboard(site, page):
    page.goto(site)
    page.locator(f'svg.kaart a[href*="{BLADEL}"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/gemeente/{BLADEL}*")


@pytest.mark.parametrize("width", [360, 640])
def test_no_page_is_wider_than_a_phone_or_than_a_screen_at_200_percent(site, browser, width):
    """A screen of 1280 at 200% zoom is 640 wide."""
    context = browser.new_context(viewport={"width": width, "height": 640}, device_scale_factor=2)
    page = context.new_page()
    for address in (*PAGES, *passage_pages(page, site)):
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_axe_finds_nothing_on_any_page(site, browser):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is niet geïnstalleerd"
    )
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    found = {}
    for address in (*PAGES, *passage_pages(page, site)):
        page.goto(site + address)
        violations = axe.Axe().run(page).response["violations"]
        if violations:
            found[address] = [(one["id"], [node["html"][:150] for node in one["nodes"][:3]]) for one in violations]
    context.close()
    assert found == {}


def test_axe_finds_nothing_where_a_form_was_refused(office, page):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is niet geïnstalleerd"
    )
    with serving(office) as site:
        page.goto(site + CASE)
        page.get_by_role("button", name="Toch deels").click()
        page.get_by_role("alert").wait_for()
        assert axe.Axe().run(page).response["violations"] == []
        page.get_by_label("Toelichting").first.fill("anders")
        page.get_by_role("button", name="Toch deels").click()
        page.get_by_role("status").wait_for()
        page.goto(f"{site}/logboek")
        assert axe.Axe().run(page).response["violations"] == []


def test_who_was_overtaken_by_another_window_reads_both_and_confirms_with_the_keyboard(office, page):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is niet geïnstalleerd"
    )
    with serving(office) as site:
        page.goto(site + CASE)
        other = page.context.new_page()
        other.goto(site + CASE)
        other.get_by_role("button", name="Bevestigen").click()
        other.get_by_role("status").wait_for()
        page.get_by_label("Toelichting").first.fill('Regel één.\nEr is een "zorgprogramma".')
        page.get_by_role("button", name="Toch deels").click()
        told = page.get_by_role("alert")
        assert "Intussen hebt u zelf (in een ander venster) hierover geoordeeld." in told.inner_text()
        assert axe.Axe().run(page).response["violations"] == []
        assert page.evaluate("document.activeElement.className") == "intussen"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_role("status").wait_for()
    assert [one.toelichting for one in office.decisions()] == ["", 'Regel één.\nEr is een "zorgprogramma".']


def test_the_pdf_opens_in_the_browser(site, page):
    page.goto(site + CASE)
    address = page.locator(".bij a").first.get_attribute("href")
    answer = page.request.get(site + address.split("#")[0])
    assert answer.headers["content-type"] == "application/pdf"
    assert "#page=" in address
