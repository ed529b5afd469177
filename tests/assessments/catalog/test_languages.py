"""A questionnaire says its texts in other languages; what is missing is told and read in the original."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessments import catalog
from assessments.problems import Refused
from scoring.model import Questionnaire

TINY = Path(__file__).parents[2] / "broken" / "base"
SHIPPED = Path(__file__).parents[3] / "questionnaires" / "social_crm"
GERMAN = """name: "Alpha"
factors:
  - id: make
    name: "Machen"
    items:
      - id: al_1
        text: "Gemacht?"
        levels: ["Nie", "Selten", "Oft", "Meistens", "Immer"]
"""
EDITION = 'id: bank\nversion: "1"\ntitle: "A bank\'s path"\nextends: tiny\n'


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes files into a copy of the tiny questionnaire, or into an edition beside it."""
    shutil.copytree(TINY, tmp_path / "tiny")

    def written(folder: str = "tiny", **files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / folder / f"{name.replace('__', '/')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path / folder

    return written


def missing(folder: Path) -> dict[str, tuple[str, int]]:
    """Return what is missing, with the file and line in which the original stands."""
    return {
        ".".join(one.address): (
            one.document.file_of(one.path).path.rsplit("/", 2)[-2],
            one.document.place(one.path).line,
        )
        for one in catalog.check(folder).missing
    }


def item(questionnaire: Questionnaire) -> tuple[str, tuple[str, ...]]:
    found = questionnaire.item_by_id["al_1"]
    return found.text, found.levels  # type: ignore[attr-defined]  # it has lines


def test_texts_are_read_in_a_language_and_the_rest_in_the_original(write: Callable[..., Path]) -> None:
    questionnaire = catalog.load(write(languages__de__alpha=GERMAN))
    german = questionnaire.in_language("de")
    assert item(german) == ("Gemacht?", ("Nie", "Selten", "Oft", "Meistens", "Immer"))
    assert item(questionnaire)[0] == "Made?"
    assert german.factor_by_id["make"].definition == "Making things."
    assert questionnaire.languages == ("en", "de")
    assert questionnaire.in_language("de") is german
    assert questionnaire.in_language("fr") is questionnaire


def test_degrees_of_agreement_nobody_wrote_are_translated_as_well(write: Callable[..., Path]) -> None:
    beta = "factors:\n  - id: talk\n    items:\n      - {id: be_1, levels: [Gar nicht, Kaum, Teils, Eher, Voll]}\n"
    talk = catalog.load(write(languages__de__beta=beta)).in_language("de").factor_by_id["talk"]
    assert talk.items[0].levels == ("Gar nicht", "Kaum", "Teils", "Eher", "Voll")  # type: ignore[union-attr]


def test_what_is_missing_is_told_with_the_place_of_the_original(write: Callable[..., Path]) -> None:
    told = missing(write(languages__de__alpha=GERMAN))
    assert told["pillars.alpha.question"] == ("tiny", 3)
    assert told["pillars.alpha.factors.make.definition"] == ("tiny", 7)
    assert told["pillars.beta.factors.talk.items.be_1.levels"] == ("tiny", 11)
    assert "pillars.alpha.factors.make.items.al_1.text" not in told
    assert not [address for address in told if address.endswith(".source")]  # they only name a source


def test_a_translation_changes_the_fingerprint_and_nothing_that_counts(write: Callable[..., Path]) -> None:
    before = catalog.load(write())
    after = catalog.load(write(languages__de__alpha=GERMAN))
    assert before.sha256 != after.sha256
    unlike = {"sha256": "", "translations": {}}
    assert after.model_copy(update=unlike) == before.model_copy(update=unlike)


def test_an_edition_brings_its_translations_and_keeps_those_of_texts_it_leaves(write: Callable[..., Path]) -> None:
    write(languages__de__alpha=GERMAN)
    again = "name: Alfa\n"
    edition = write("bank", path=EDITION, languages__de__alpha=again)
    german = catalog.load(edition).in_language("de")
    assert (german.pillars[0].name, item(german)[0]) == ("Alfa", "Gemacht?")


def test_a_text_an_edition_words_anew_is_not_shown_with_the_old_translation(write: Callable[..., Path]) -> None:
    write(languages__de__alpha=GERMAN)
    own = 'factors:\n  - id: make\n    items:\n      - {id: al_1, text: "Done?"}\n'
    edition = write("bank", path=EDITION, alpha=own)
    assert item(catalog.load(edition).in_language("de")) == ("Done?", ("Nie", "Selten", "Oft", "Meistens", "Immer"))
    assert missing(edition)["pillars.alpha.factors.make.items.al_1.text"] == ("bank", 4)


def test_an_entry_an_edition_leaves_out_needs_no_translation(write: Callable[..., Path]) -> None:
    write(languages__de__sources="sources:\n  - {id: S1, by: Ein Essay, says: Machen und reden.}\n")
    own = "sources:\n  - {id: S1, remove: true}\n  - {id: S2, add: true, by: Me, says: It.}\n"
    edition = write("bank", path=EDITION, sources=own)
    assert [one.code for one in catalog.check(edition).problems if one.code.startswith("Q5")] == []


def test_problems_of_a_base_s_translation_are_told_in_its_file(write: Callable[..., Path]) -> None:
    write(languages__de__alpha="nam: Alpha\n")
    found = catalog.check(write("bank", path=EDITION)).problems
    assert [(one.code, Path(one.path).parts[-4], one.line) for one in found] == [("Q204", "tiny", 1)]


def test_only_texts_can_be_said_in_a_language(write: Callable[..., Path]) -> None:
    numbers = "stages:\n  - id: T\n    gates:\n      - {id: T1, minimum: 10}\n"
    found = catalog.check(write(languages__de__path=numbers)).problems
    assert [(one.code, one.line, one.column) for one in found] == [("Q204", 4, 18)]


def test_lines_are_translated_all_five_or_not_at_all(write: Callable[..., Path]) -> None:
    four = "factors:\n  - id: make\n    items:\n      - {id: al_1, levels: [a, b, c, d]}\n"
    found = catalog.check(write(languages__de__alpha=four)).problems
    assert [(one.code, one.line) for one in found] == [("Q214", 4)]


def test_an_original_may_be_in_another_language(write: Callable[..., Path]) -> None:
    german = (TINY / "path.yaml").read_text() + "language: de\n"
    folder = write(path=german, languages__en__alpha=GERMAN)
    assert catalog.load(folder).languages == ("de", "en")
    found = catalog.check(write(languages__de__alpha=GERMAN)).problems
    assert [one.code for one in found] == ["Q501"]


def test_a_language_file_that_cannot_be_read_is_told(write: Callable[..., Path]) -> None:
    found = catalog.check(write(languages__de__alpha='name: "Alpha\n')).problems
    assert [(one.code, Path(one.path).name) for one in found] == [("Y109", "alpha.yaml")]


def test_a_file_that_is_missing_is_told_once_and_not_of_its_translation(write: Callable[..., Path]) -> None:
    folder = write(languages__de__firm="facts: []\n")
    (folder / "firm.yaml").unlink()
    assert [one.code for one in catalog.check(folder).problems if one.code in ("Q201", "Q502")] == ["Q201"]


# ------------------------------------------------------------------ the questionnaire that comes with the program


def test_nothing_is_missing_in_german() -> None:
    checked = catalog.check(SHIPPED)
    assert [".".join(one.address) for one in checked.missing] == []
    assert checked.questionnaire is not None
    assert checked.questionnaire.languages == ("en", "de")


def test_german_differs_from_english_where_it_is_not_a_name_or_a_number() -> None:
    questionnaire = catalog.load(SHIPPED)
    german = questionnaire.in_language("de").texts
    alike = {address[-2:] for address, words in questionnaire.texts.items() if german[address] == words}
    named = {address for address in alike if address[-1] != "source"}
    assert named <= {("S", "name"), ("marketing", "name"), ("flavour", "generation"), *BY_NAME}


BY_NAME = {(source, "by") for source in ("L7", "L10", "L13", "L18", "L19", "L21", "L27")}


def test_german_is_written_in_german_signs() -> None:
    questionnaire = catalog.load(SHIPPED)
    for address, words in questionnaire.in_language("de").texts.items():
        for line in (words,) if isinstance(words, str) else words:
            assert not re.search(r'[“"][^“„”"]*["”]|--| %[a-z]|\bdu\b|\bdein', line), (address, line)


# ------------------------------------------------------------------ translations whose original was reworded


def old(folder: Path) -> list[tuple[str, int]]:
    """Return the places of translations to look at again, after the records were brought up to date."""
    return [(Path(one.problem.path).name, one.problem.line) for one in catalog.update_records(folder)]


def reword(file: Path, before: str, after: str) -> None:
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))


def test_a_translation_is_old_once_its_original_was_reworded(write: Callable[..., Path]) -> None:
    folder = write(languages__de__alpha=GERMAN)
    assert old(folder) == []
    reword(folder / "alpha.yaml", "Made?", "Is it made?")
    assert old(folder) == [("alpha.yaml", 7)]
    assert old(folder) == [("alpha.yaml", 7)]  # bringing the record up to date does not forgive it
    advice = [one for one in catalog.check(folder).advice if one.code == "C814"]
    assert [(one.line, '"Is it made?"' in one.sentence) for one in advice] == [(7, True)]
    reword(folder / "languages" / "de" / "alpha.yaml", "Gemacht?", "Ist es gemacht?")
    assert old(folder) == []
    reword(folder / "alpha.yaml", "Is it made?", "Made?")
    assert old(folder) == [("alpha.yaml", 7)]  # the new translation was made from the other original


def test_one_line_of_five_makes_the_five_old(write: Callable[..., Path]) -> None:
    folder = write(languages__de__alpha=GERMAN)
    assert old(folder) == []
    reword(folder / "alpha.yaml", '"Often"', '"Frequently"')
    assert old(folder) == [("alpha.yaml", 8)]


def test_other_line_breaks_and_numbers_make_nothing_old(write: Callable[..., Path]) -> None:
    folder = write(languages__de__alpha=GERMAN)
    assert old(folder) == []
    reword(folder / "alpha.yaml", '"Alpha"', ">-\n  Alpha")
    reword(folder / "path.yaml", "minimum: 40", "minimum: 41")
    assert old(folder) == []


def test_what_is_right_as_it_stands_loses_its_line_in_the_record(write: Callable[..., Path]) -> None:
    folder = write(languages__de__alpha=GERMAN)
    assert old(folder) == []
    reword(folder / "alpha.yaml", "Made?", "Made it?")
    record = folder / "languages" / "de" / "made-from.yaml"
    kept = [line for line in record.read_text().splitlines() if ".al_1.text:" not in line]
    record.write_text("\n".join(kept))
    assert old(folder) == []
    assert ".al_1.text:" in record.read_text()


def test_an_edition_s_translation_is_old_once_the_base_s_original_was_reworded(write: Callable[..., Path]) -> None:
    edition = write("bank", path=EDITION, languages__de__alpha="name: Alfa\n")
    assert old(edition) == []
    reword(edition.parent / "tiny" / "alpha.yaml", 'name: "Alpha"', 'name: "The first"')
    assert old(edition) == [("alpha.yaml", 1)]


def test_the_record_changes_nothing_that_counts(write: Callable[..., Path]) -> None:
    folder = write(languages__de__alpha=GERMAN)
    before = catalog.load(folder)
    assert old(folder) == []
    assert catalog.load(folder) == before
    record = folder / "languages" / "de" / "made-from.yaml"
    record.write_text("<<<<<<< ours\na: b\n")
    assert [Path(one.path).name for one in catalog.check(folder).problems] == ["made-from.yaml"]
    record.write_text("- a\n- b\n")
    assert catalog.check(folder).problems == ()
    (folder / "alpha.yaml").unlink()
    with pytest.raises(Refused):
        catalog.update_records(folder)


def test_german_is_current() -> None:
    """Whoever rewords an original rewords its German, or says that it is still right."""
    for folder in sorted(SHIPPED.parent.iterdir()):
        checked = catalog.check(folder)
        assert [str(one.problem) for one in checked.old] == [], "Run python -m assessments.languages"
