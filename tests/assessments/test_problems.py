"""Problems are told with their place, a sentence, a remedy and the lines of the file."""

import runpy
import string
from pathlib import Path

import pytest

from assessments.languages import speaking
from assessments.problems import Place, Problem, Refused, Suggestion, TextFile, clip, did_you_mean
from assessments.problems.page import problems_page
from assessments.problems.sentences import SENTENCES

FILE = TextFile("folder/own.yaml", ("factors:", "  - id: own_12", "    txt: Who decides?"))


def test_a_problem_reads_like_a_note_from_a_careful_colleague() -> None:
    problem = FILE.problem("Y111", Place(3, 5), Suggestion("text"), key="txt", first=2)
    assert str(problem) == "\n".join(
        [
            'folder/own.yaml:3:5  Y111  The key "txt" is written twice; the first one is in line 2.',
            "  Keep one of the two.",
            "       2 |   - id: own_12",
            "       3 |     txt: Who decides?",
            '               ^ Did you mean "text"?',
        ]
    )
    assert (problem.line, problem.column, problem.severity) == (3, 5, "problem")


def test_a_problem_is_read_in_the_language_of_whoever_looks() -> None:
    problem = FILE.problem("Y111", Place(3, 5), Suggestion("text"), key="txt", first=2)
    with speaking("de"):
        assert str(problem).splitlines()[:2] == [
            "folder/own.yaml:3:5  Y111  Der Schlüssel „txt“ steht zweimal da; der erste in Zeile 2.",
            "  Behalten Sie eines von beiden.",
        ]
        assert str(problem).endswith("^ Meinten Sie „text“?")
    assert problem.sentence == 'The key "txt" is written twice; the first one is in line 2.'
    assert problem.instead == "text"


def test_the_first_line_has_none_before_it_and_a_hint_is_optional() -> None:
    assert FILE.problem("Y105", Place(1, 3)).snippet == "   1 | factors:\n         ^"


def test_without_lines_there_is_nothing_to_show() -> None:
    assert str(TextFile("x.yaml").problem("Y105")).count("\n") == 1


def test_a_long_line_is_shown_around_its_place() -> None:
    file = TextFile("x.yaml", ("a" * 500 + "!" + "b" * 500,))
    line, caret = file.problem("Y105", Place(1, 501)).snippet.splitlines()
    assert len(line) <= 110
    assert line[caret.index("^")] == "!"


def test_signs_that_cannot_be_seen_do_not_reach_the_terminal() -> None:
    problem = TextFile("x.yaml", ("a\tb\x1b[31mred\x07",)).problem(
        "Q216", name="\x1b[2J", found="x\ny", letters="z", about=""
    )
    assert all(sign.isprintable() or sign == "\n" for sign in str(problem))
    assert problem.snippet.splitlines()[0].startswith("   1 | a b")


def test_long_values_are_cut() -> None:
    assert clip("x " * 1_000_000, 10) == "x x x x..."
    assert clip(12.5) == "12.5"


@pytest.mark.parametrize(("word", "meant"), [("ownr", "owner"), ("zzz", None), (5, None), ("owner" * 1000, None)])
def test_the_nearest_known_word_is_suggested(word: object, meant: str | None) -> None:
    assert did_you_mean(word, ["owner", "name"]) == (Suggestion(meant) if meant else None)


def test_of_two_equally_close_words_the_first_is_suggested() -> None:
    assert str(did_you_mean("own_2", ["own_12", "own_02"])) == 'Did you mean "own_02"?'


def test_refused_reads_as_all_its_problems() -> None:
    problems = [FILE.problem("Y105"), FILE.problem("Y106", Place(2, 1))]
    refused = Refused(problems)
    assert refused.problems == tuple(problems)
    assert str(refused) == f"{problems[0]}\n{problems[1]}"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_code_has_three_plain_sentences_that_can_be_filled(code: str) -> None:
    saying = SENTENCES[code]
    for text in (saying.says, saying.remedy, saying.why):
        assert text[0] in string.ascii_uppercase + "{\"'" or text[0].isdigit()
        assert text.rstrip("})\"'")[-1] in ".?:" or text.endswith(("}", ")"))
        assert "!" not in text.replace("!=", "").replace("with !", "").replace("* !", "")
    gaps = {name for text in (saying.says, saying.remedy) for _, name, _, _ in string.Formatter().parse(text) if name}
    assert all(gap.isidentifier() for gap in gaps)
    assert code.startswith("C") <= (saying.severity == "advice")


def test_advice_is_told_apart_from_problems() -> None:
    advice = [code for code, saying in SENTENCES.items() if saying.severity == "advice"]
    assert Problem(advice[0], "x", Place()).severity == "advice"


def test_the_page_of_problems_is_current(root: Path) -> None:
    """If this fails, run ``make generated``."""
    assert (root / "docs" / "problems.md").read_text(encoding="utf-8") == problems_page()
    assert all(f"| {code}" in problems_page() for code in SENTENCES)


def test_the_page_of_problems_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("assessments.problems", run_name="__main__")
    assert capsys.readouterr().out == problems_page()
