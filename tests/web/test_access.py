"""Who is let in, and as what."""

import pytest

from pipeline.settings import Settings, SettingsError
from pipeline.web.access import Doorkeeper, NotLetIn, Role, check_binding

PROXY = {
    "web_proxies": ["10.0.0.5"],
    "web_namen": ["spin.example.nl"],
    "web_beoordelaars": ["kernteam"],
    "web_beheerders": ["ict"],
}


def headers(host="localhost:8000", **given):
    return [
        (b"host", host.encode()),
        *((name.replace("_", "-").encode(), value.encode()) for name, value in given.items()),
    ]


def by_proxy(peer="10.0.0.5", host="spin.example.nl", settings=PROXY, **given):
    return Doorkeeper(Settings(**settings)).visitor(peer, headers(host, **given))


def refused(*arguments, **named):
    with pytest.raises(NotLetIn) as refusal:
        by_proxy(*arguments, **named)
    return refusal.value.status


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.4", "::", "spin.example.nl"])
def test_without_a_proxy_the_site_binds_to_this_machine_only(address):
    with pytest.raises(SettingsError, match="web_proxies"):
        check_binding(Settings(web_adres=address))


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost", "127.0.0.9"])
def test_this_machine_needs_no_proxy(address):
    check_binding(Settings(web_adres=address))


def test_a_proxy_without_a_name_for_the_site_is_refused():
    with pytest.raises(SettingsError, match="web_namen"):
        check_binding(Settings(web_adres="0.0.0.0", web_proxies=["10.0.0.5"]))


@pytest.mark.parametrize("wrong", ["proxy.example.nl", "10.0.0.5/8", "0.0.0.0/0", "::/0"])
def test_proxies_are_addresses_and_never_everybody(wrong):
    with pytest.raises(SettingsError, match="web_proxies"):
        check_binding(Settings(web_proxies=[wrong], web_namen=["x"]))


def test_who_sits_at_the_machine_may_do_everything():
    assert Doorkeeper(Settings()).visitor("127.0.0.1", headers()).role == Role.BEHEERDER


@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Forwarded-User", "Forwarded", "X-Real-IP"])
def test_a_proxy_that_was_not_set_up_is_not_let_in_as_this_machine(name):
    with pytest.raises(NotLetIn, match="web_proxies"):
        Doorkeeper(Settings()).visitor("127.0.0.1", [*headers(), (name.encode(), b"1.2.3.4")])


@pytest.mark.parametrize("host", ["evil.example.com", "", "localhost.evil.com", "127.0.0.1.evil.com"])
def test_another_name_for_this_machine_is_refused(host):
    with pytest.raises(NotLetIn):
        Doorkeeper(Settings()).visitor("127.0.0.1", headers(host))


def test_another_machine_is_refused():
    with pytest.raises(NotLetIn):
        Doorkeeper(Settings()).visitor("192.168.1.9", headers())


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("ict", Role.BEHEERDER),
        ("kernteam", Role.BEOORDELAAR),
        ("iets,kernteam", Role.BEOORDELAAR),
        ("iets", Role.LEZER),
        ("", Role.LEZER),
    ],
)
def test_the_highest_group_gives_the_role(groups, role):
    visitor = by_proxy(x_forwarded_user="j.devries", x_forwarded_groups=groups)
    assert (visitor.name, visitor.role) == ("j.devries", role)


def test_readers_may_be_a_group_too():
    settings = PROXY | {"web_lezers": ["provincie"]}
    assert refused(settings=settings, x_forwarded_user="a", x_forwarded_groups="gasten") == 403
    assert by_proxy(settings=settings, x_forwarded_user="a", x_forwarded_groups="provincie").role == Role.LEZER


@pytest.mark.parametrize("peer", ["127.0.0.1", "10.0.0.6", "", "::1", "niets"])
def test_headers_from_another_address_are_not_believed(peer):
    assert refused(peer=peer, x_forwarded_user="baas", x_forwarded_groups="ict") == 403


def test_an_address_written_as_ipv6_is_the_same_proxy():
    assert by_proxy(peer="::ffff:10.0.0.5", x_forwarded_user="a").name == "a"


def test_who_is_not_logged_in_is_sent_away():
    assert refused() == 401
    assert refused(x_forwarded_user="  ") == 401


def test_two_names_at_once_are_refused():
    two = [*headers("spin.example.nl"), (b"x-forwarded-user", b"a"), (b"X-Forwarded-User", b"baas")]
    with pytest.raises(NotLetIn):
        Doorkeeper(Settings(**PROXY)).visitor("10.0.0.5", two)


@pytest.mark.parametrize("name", ["a" * 201, "a\x00b", "a\nb"])
def test_a_name_that_cannot_be_a_login_is_refused(name):
    assert refused(x_forwarded_user=name) == 400
