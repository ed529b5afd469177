"""What a language lacks is listed with its originals, and written one text at a time without touching anything else."""

from pathlib import Path

import pytest

from assessments import catalog, editing
from assessments.answering import Desk
from assessments.editing import NotAccepted
from assessments.editing.files import files_in
from scoring.model import Words

TINY = files_in(Path(__file__).parents[2] / "broken" / "base")


def in_french(words: Words) -> Words:
    return f"fr: {words}" if isinstance(words, str) else tuple(f"fr: {line}" for line in words)


def spoken(files: dict[str, str], language: str = "fr") -> editing.Spoken:
    found = editing.spoken(files, language)
    assert found is not None
    return found


def translated(files: dict[str, str], missing: catalog.Missing, words: Words) -> dict[str, str]:
    name = catalog.language_file(missing.language, missing.file)
    return {**files, name: editing.translate(files.get(name, ""), missing, words)}


def test_a_language_is_written_text_by_text_until_nothing_is_missing() -> None:
    files = dict(TINY)
    while missing := spoken(files).missing:
        files = translated(files, missing[0], in_french(missing[0].original))
    questionnaire = editing.questionnaire_of(files)
    assert questionnaire is not None
    french = questionnaire.in_language("fr").texts
    assert {at: words for at, words in french.items() if at[-1] != "source"} == {
        at: in_french(words) for at, words in questionnaire.texts.items() if at[-1] != "source"
    }


def test_texts_are_written_in_any_order() -> None:
    files = dict(TINY)
    while missing := spoken(files).missing:
        files = translated(files, missing[-1], in_french(missing[-1].original))
    assert editing.check_texts_only(files).problems == ()
    assert editing.check_texts_only(files).advice == ()


def test_everything_else_in_a_language_file_stays_to_the_letter() -> None:
    german = '# Notes for us.\nfactors:\n  - id: make   # first\n    name: "Machen"\n\n# The end.\n'
    files = {**TINY, "languages/de/alpha.yaml": german}
    missing = next(one for one in spoken(files, "de").missing if one.within_file[-1] == "text")
    now = translated(files, missing, "Gemacht?")["languages/de/alpha.yaml"]
    kept = now.splitlines()
    assert [line for line in german.splitlines() if line not in kept] == []
    assert len(kept) == len(german.splitlines()) + 3


def test_what_is_missing_is_counted_with_its_place() -> None:
    found, texts = spoken(TINY), catalog.check_texts(TINY).questionnaire.texts  # type: ignore[union-attr]
    assert found.texts - len(found.missing) == len(
        [at for at in texts if at[-1] == "source"]
    )  # these only name a source
    first = found.missing[0]
    assert (first.file, first.at.line, first.original) == ("path.yaml", 3, "A tiny path")


def test_nothing_is_said_while_there_are_problems() -> None:
    assert editing.spoken({**TINY, "path.yaml": "id: tiny\n"}, "fr") is None


@pytest.mark.parametrize("code", ["en", "german", "", "../de"])
def test_what_is_no_other_language_is_refused(code: str) -> None:
    with pytest.raises(NotAccepted, match="is not another language"):
        editing.spoken(TINY, code)


GERMAN = {"languages/de/alpha.yaml": 'name: "Alfa"\nfactors:\n  - id: make\n    name: "Machen"\n'}
ORIGINAL = 'name: "Alpha"'


@pytest.fixture
def draft(desk: Desk) -> str:
    """Return the link of a draft with two German texts."""
    return editing.begin_draft(desk, "Tiny", "Ada", files={**TINY, **GERMAN}).token


def save(desk: Desk, token: str, name: str, before: str, after: str) -> None:
    file = editing.open_draft(desk, token).files[name]
    assert before in file.text
    editing.save_file(desk, token, name, file.text.replace(before, after), file.revision)


def old(desk: Desk, token: str) -> tuple[catalog.Old, ...]:
    return spoken(editing.open_draft(desk, token).texts, "de").old


def test_a_draft_notices_that_an_original_was_reworded_whoever_saved_it_how(desk: Desk, draft: str) -> None:
    assert old(desk, draft) == ()
    save(desk, draft, "alpha.yaml", ORIGINAL, 'name: "The first"')
    (one,) = old(desk, draft)
    assert (one.original, one.translation) == ("The first", "Alfa")
    assert editing.said_before(TINY, one) == "Alpha"
    assert editing.said_before({**TINY, "alpha.yaml": ""}, one) is None
    save(desk, draft, "languages/de/alpha.yaml", '"Alfa"', '"Das Erste"')
    assert old(desk, draft) == ()
    save(desk, draft, "alpha.yaml", "The first", "The very first")
    assert [one.translation for one in old(desk, draft)] == ["Das Erste"]


def test_an_old_translation_is_reworded_or_said_to_be_right(desk: Desk, draft: str) -> None:
    save(desk, draft, "alpha.yaml", ORIGINAL, 'name: "The first"')
    texts, (one,) = editing.open_draft(desk, draft).texts, old(desk, draft)
    german = editing.translate_anew(texts[one.file.name], one, "Das Erste")
    assert german == GERMAN["languages/de/alpha.yaml"].replace("Alfa", "Das Erste")
    name, record = editing.still_right(texts, one)
    assert spoken({**texts, name: record}, "de").old == ()


def test_the_record_is_neither_told_nor_in_the_way(desk: Desk, draft: str) -> None:
    before = editing.open_draft(desk, draft)
    save(desk, draft, "alpha.yaml", ORIGINAL, 'name: "The first"')
    save(desk, draft, "languages/de/alpha.yaml", '"Alfa"', '"Das Erste"')
    after = editing.open_draft(desk, draft)
    record = "languages/de/made-from.yaml"
    assert editing.is_made_from(record)
    assert before.texts[record] != after.texts[record]
    assert {one.file for one in editing.changes(before.texts, after.texts)} == {"alpha.yaml", "languages/de/alpha.yaml"}
    seen = {name: file.revision for name, file in after.files.items() if name != record}
    assert editing.publish(desk, draft, "Reworded.", seen).version == "1"


def test_a_draft_with_problems_keeps_its_record_as_it_is(desk: Desk, draft: str) -> None:
    before = editing.open_draft(desk, draft).texts
    save(desk, draft, "path.yaml", "id: tiny\n", "")
    record = "languages/de/made-from.yaml"
    assert editing.open_draft(desk, draft).texts[record] == before[record]
