"""A language is spoken by one thread or task alone, and numbers, dates and times take its form."""

from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import languages
from assessments.languages import known, language, number, say, say_counted, say_later, speak, speaking


def test_english_is_spoken_unless_another_language_is_asked_for() -> None:
    assert language() == "en"
    with speaking("de"):
        assert language() == "de"
        with speaking("en"):
            assert language() == "en"
        assert language() == "de"
    assert language() == "en"


def test_one_thread_does_not_hear_the_other() -> None:
    heard = []

    other = Thread(target=lambda: (speak("de"), heard.append(language())))
    other.start()
    other.join()
    assert (heard, language()) == (["de"], "en")


def test_where_none_was_set_somebody_may_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.languages.spoken._otherwise", [])
    languages.unless_spoken(lambda: "de")
    assert language() == "de"
    with speaking("en"):
        assert language() == "en"


@pytest.mark.parametrize("code", ["fr", "", "DE"])
def test_a_language_that_is_not_known_is_not_spoken(code: str) -> None:
    with pytest.raises(KeyError, match="de"):
        speak(code)


@pytest.mark.parametrize(
    ("wish", "code"), [("de", "de"), ("de-CH", "de"), ("de_AT", "de"), ("EN-us", "en"), ("fr", None), (None, None)]
)
def test_a_wish_names_a_language(wish: str | None, code: str | None) -> None:
    assert known(wish) == code


def test_numbers_dates_and_times_take_the_readers_form() -> None:
    day, moment = Date(2026, 11, 2), DateTime(2026, 11, 2, 9, 5)
    assert [number(1234.5), number(Decimal("37.50")), languages.percent(0.12)] == ["1,234.5", "37.5", "12%"]
    assert [languages.date(day), languages.time(moment), languages.time(moment.time())] == [
        "2 November 2026",
        "09:05",
        "09:05",
    ]
    with speaking("de"):
        assert [number(1234.5), number(Decimal("37.50")), languages.percent(0.12)] == ["1.234,5", "37,5", "12\xa0%"]
        assert [languages.date(day), languages.time(moment)] == ["2. November 2026", "09:05"]


@given(st.text(), st.text())
def test_what_is_filled_in_is_never_read_as_a_pattern(name: str, other: str) -> None:
    for code in languages.LANGUAGES:
        with speaking(code):
            assert say("{name} / {other}", name=name, other=other) == f"{name} / {other}"


def test_without_values_braces_stay_for_later() -> None:
    assert say("Two {braces}") == "Two {braces}"


def test_what_is_kept_is_spoken_anew_each_time_with_what_is_kept_inside_it() -> None:
    kept = say_later("number {number} of {name}", number=3, name=say_later('"{word}"', word="levels"))
    assert str(kept) == 'number 3 of "levels"'
    with speaking("de"):
        assert f"{kept}" == "Nummer 3 von „levels“"
    assert kept == say_later("number {number} of {name}", number=3, name=say_later('"{word}"', word="levels"))
    assert len({kept, say_later("number {number} of {name}", number=4, name="")}) == 2


def test_a_count_takes_its_form() -> None:
    assert [say_counted("{count} thing of {all}", "{count} things of {all}", n, all=9) for n in (0, 1, 2)] == [
        "0 things of 9",
        "1 thing of 9",
        "2 things of 9",
    ]
