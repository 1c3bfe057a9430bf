"""The nginx configuration of the docs, run with nginx itself before a site that runs; only oauth2-proxy has a stand-in."""

from __future__ import annotations

import http.server
import os
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path

import httpx
import pytest

from .conftest import DEURNE, ROOT, serving

pytestmark = pytest.mark.traag
NAME = "themaspin.example.nl"
PROXY = {"web_proxies": ["127.0.0.1"], "web_namen": [NAME], "web_beoordelaars": ["kernteam"], "web_beheerders": ["ict"]}


class LoginStandIn(http.server.BaseHTTPRequestHandler):
    """Answers as oauth2-proxy does: 202 with who it is, 401 without a session; the session is a cookie "name:groups"."""

    def do_GET(self):
        cookie = self.headers.get("Cookie", "")
        session = cookie.split("sessie=")[1].split(";")[0] if "sessie=" in cookie else ""
        if self.path.startswith("/oauth2/sign_in"):
            self.send_response(403)
            self.end_headers()
            self.wfile.write(b"meld u aan")
            return
        self.send_response(202 if session else 401)
        if session:
            name, _, groups = session.partition(":")
            self.send_header("X-Auth-Request-Email", name)
            self.send_header("X-Auth-Request-Groups", groups)
        self.end_headers()

    def log_message(self, *_):
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def through_nginx(office, tmp_path):
    nginx = os.environ.get("NGINX") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is niet geïnstalleerd (apt-get install nginx)")
    login = http.server.ThreadingHTTPServer(("127.0.0.1", 0), LoginStandIn)
    threading.Thread(target=login.serve_forever, daemon=True).start()
    port = free_port()
    with serving(office, **PROXY) as site:
        server = (ROOT / "docs" / "nginx-themaspin.conf").read_text(encoding="utf-8")
        server = server.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace(
            "127.0.0.1:4180", f"127.0.0.1:{login.server_port}"
        )
        server = server.replace("http://127.0.0.1:8000", site)
        server = "\n".join(line for line in server.splitlines() if "ssl_certificate" not in line)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "\n".join(f"{kind}_temp_path {tmp_path / kind};" for kind in kinds)
        config = tmp_path / "nginx.conf"
        user = "user root;\n" if os.getuid() == 0 else ""
        config.write_text(
            f"{user}daemon off; pid {tmp_path}/pid; error_log {tmp_path}/fouten;\nevents {{}}\n"
            f"http {{ access_log off;\n{temporary}\n{server}\n}}\n"
        )
        running = subprocess.Popen([nginx, "-c", str(config), "-p", str(tmp_path)], stderr=subprocess.DEVNULL)
        try:
            wait_for(port, tmp_path / "fouten")
            yield f"http://127.0.0.1:{port}", site
        finally:
            running.terminate()
            running.wait(20)
            login.shutdown()


def wait_for(port: int, faults: Path) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nginx begon niet: {faults.read_text() if faults.exists() else ''}")


def browser(address, session="", **headers):
    cookies = {"sessie": session} if session else {}
    return httpx.Client(base_url=address, headers={"host": NAME, **headers}, cookies=cookies, timeout=30)


def test_who_is_not_logged_in_comes_to_the_login_page(through_nginx):
    answer = browser(through_nginx[0]).get("/")
    assert answer.text == "meld u aan"


def test_a_reviewer_is_known_by_name_and_decides(through_nginx, office):
    with browser(through_nginx[0], "j.devries@example.nl:kernteam") as client:
        case = f"/beoordelen/{DEURNE}"
        page = client.get(case)
        assert "j.devries@example.nl" in page.text
        fields = {
            name: page.text.split(f'name="{name}" value="')[1].split('"')[0] for name in ("csrf", "bewijs", "nummer")
        }
        cookie = page.headers["set-cookie"].split(";")[
            0
        ]  # the client keeps it for HTTPS, which this nginx does not speak
        headers = {"origin": f"https://{NAME}", "sec-fetch-site": "same-origin"}
        headers["cookie"] = f"{cookie}; sessie=j.devries@example.nl:kernteam"
        answer = client.post(case, data=fields | {"oordeel": "bevestigd"}, headers=headers)
        assert answer.status_code == 303, answer.text
    assert [one.wie for one in office.decisions()] == ["j.devries@example.nl"]


def test_headers_that_a_visitor_makes_up_do_not_come_through(through_nginx):
    forged = {
        "x-forwarded-user": "baas",
        "x-forwarded-groups": "ict",
        "X_Forwarded_Groups": "ict",
        "x-auth-request-groups": "ict",
    }
    text = browser(through_nginx[0], "gast@example.nl:", **forged).get("/").text
    assert "gast@example.nl" in text
    assert "(lezer)" in text
    assert "baas" not in text


def test_forged_headers_without_a_login_open_nothing(through_nginx):
    assert (
        browser(through_nginx[0], **{"x-forwarded-user": "baas", "x-forwarded-groups": "ict"}).get("/").text
        == "meld u aan"
    )


def test_the_check_of_who_it_is_cannot_be_asked_from_outside(through_nginx):
    assert browser(through_nginx[0], "a:kernteam").get("/oauth2/auth").status_code == 404
