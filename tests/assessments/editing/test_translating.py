"""What a language lacks is listed with its originals, and written one text at a time without touching anything else."""

from pathlib import Path

import pytest

from assessments import catalog, editing
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
