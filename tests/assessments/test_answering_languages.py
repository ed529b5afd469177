"""One assessment is read in two languages; what is stored is the same."""

import pytest

from assessments.answering import Desk, NotAccepted, Started, answer, find_workshop, sections
from assessments.languages import say, speaking
from assessments.storage.versions import version_texts
from assessments.workshop.notice import NOTICE, notice_in_words
from assessments.workshop.withholding import WITHHELD, withheld_in_words


def test_everybody_reads_the_same_questions_in_their_own_language(desk: Desk, quick: Started) -> None:
    read = {}
    for code in ("de", "en"):
        with speaking(code):
            journey = sections(desk, quick.token)
            read[code] = [asked.question for section in journey.sections for asked in section.asked]
    assert [one.id for one in read["de"]] == [one.id for one in read["en"]]
    assert read["de"][0].text.startswith("Wie lange")
    assert read["en"][0].text.startswith("How long")


def test_an_assessment_that_is_started_in_german_is_pinned_to_the_original_text(desk: Desk, quick: Started) -> None:
    with speaking("de"):
        assert desk.edition().method.questionnaire.title == "Social CRM: Reifegrad und Weg"
        sha256 = desk.edition().sha256
        with desk.database.reading() as connection:
            assert version_texts(connection, sha256) == desk.edition().texts
    assert desk.edition().sha256 == sha256


def test_a_refusal_speaks_the_language_of_whoever_is_refused(desk: Desk, quick: Started) -> None:
    with speaking("de"):
        with pytest.raises(NotAccepted, match=r"Dieser Code öffnet keinen Workshop\."):
            find_workshop(desk, "no such code")
        with pytest.raises(NotAccepted, match="gehört nicht zu dieser Einschätzung"):
            answer(desk, quick.token, "cul_99", 3, key="a key of sixteen signs")


def test_why_answers_are_withheld_is_stored_in_english_and_withheld_in_words() -> None:
    stored = WITHHELD.format(minimum=3)
    with speaking("de"):
        assert str(withheld_in_words(stored)).startswith("Weniger als 3 Personen haben das beantwortet.")
        assert withheld_in_words("Something else") == "Something else"
        assert withheld_in_words(None) is None
    assert withheld_in_words(stored) == stored


def test_the_usual_notice_is_read_in_ones_own_language_and_another_one_as_it_was_written() -> None:
    with speaking("de"):
        german = say(NOTICE, minimum=4)
        assert notice_in_words(german) == german
        assert notice_in_words(NOTICE.format(minimum=4)) == german
        assert notice_in_words("We tell nobody.") == "We tell nobody."
    assert notice_in_words(german) == NOTICE.format(minimum=4)
