"""What stands around the pages: known names only, bounded requests, headers that keep a browser careful."""

import socket

import pytest

from assessments.hosting import Bounded, KnownHosts, SafeHeaders, content_policy, names_in
from assessments.hosting.hosts import REFUSED
from tests.assessments.hosting.asking import ask, product, sent_back

OWN = KnownHosts(product)
NAMED = KnownHosts(product, names_in("Pathway.Example.org., other.example"))


@pytest.mark.parametrize(
    "host", ["localhost:8501", "127.0.0.1:8501", "192.168.1.7", "[::1]:8501", socket.gethostname()]
)
def test_without_a_setting_a_room_reaches_the_machine_by_figures_or_its_own_name(host: str) -> None:
    assert ask(OWN, host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "localhost:port",
        "local host/x",
        "",
        "[::1",
        "localhost#",
    ],
)
def test_a_name_that_somebody_else_made_up_is_refused_with_the_remedy(host: str) -> None:
    answer = ask(OWN, host=host)
    assert answer.status == 400
    assert "PATHWAY_HOSTS" in answer.text
    [closed] = sent_back(OWN, kind="websocket", host=host)
    assert (closed["type"], closed["code"]) == ("websocket.close", REFUSED)


def test_names_that_were_set_are_the_only_ones_beside_figures() -> None:
    assert ask(NAMED, host="pathway.example.ORG:443").status == 200
    assert ask(NAMED, host="10.0.0.5").status == 200
    assert ask(NAMED, host="localhost").status == 400
    assert ask(KnownHosts(product, ["*"]), host="any.example").status == 200
    assert sent_back(NAMED, kind="websocket", host="other.example") == [{"type": "websocket.accept"}]


def test_what_fits_goes_through_and_what_does_not_is_refused_whatever_it_says_of_its_length() -> None:
    bounded = Bounded(product, most=10)
    assert ask(bounded, pieces=(b"12345", b"67890")).text == "10"
    assert ask(bounded, pieces=(b"12345", b"678901")).status == 413
    assert ask(bounded, content_length="11").status == 413
    assert ask(bounded, content_length="-1").status == 413
    assert sent_back(bounded, kind="websocket") == [{"type": "websocket.accept"}]
    assert ask(bounded, path="/app/static/" + "a" * 201).status == 414


def test_every_answer_tells_the_browser_to_be_careful() -> None:
    answer = ask(SafeHeaders(product, content_policy(["<script>let a = 1</script>", "<p>no script</p>"])))
    assert answer.headers["x-own"] == "stays"
    assert answer.headers["referrer-policy"] == "no-referrer"
    rules = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert "'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='" in rules["script-src"]
    assert "unsafe-inline" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]


def test_no_source_of_the_policy_is_another_machine() -> None:
    words = content_policy([]).replace(";", "").split()
    assert not [word for word in words if "." in word or "//" in word or "*" in word]
