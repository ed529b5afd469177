"""The command line: parse, call a use case, print, and say by the exit code how it went."""

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date as Date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from assessments import (
    cli_answers,
    cli_databases,
    cli_handing_over,
    cli_jobs,
    cli_placing,
    cli_tidying,
    operating,
    reading,
    reliability,
)
from assessments.answering import NotAccepted
from assessments.cli_writing import write_whole
from assessments.languages import ENGLISH, LANGUAGES, speaking
from assessments.problems import Problem, Refused
from assessments.summary import overview, summary

FINE, BAD_INPUT, WRONG_USAGE, OUTSIDE = range(4)
LARGEST = 1e15  # of an answer

DESCRIPTION = "Places a firm on the path from traditional to social customer relationships."
CODES = "Exit codes: 0 fine; 1 the input has problems, each printed; 2 wrong usage; 3 something outside failed."
NO_PDF = "This machine cannot make PDFs ({}). Type make run once, or see docs/dependencies.md for what to install."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names keep their letters wherever the text goes
            stream.reconfigure(encoding="utf-8", errors="replace")
    # What is refused is said where the command ends; the log of refusals is for servers.
    logging.getLogger("assessments.answering.refusals").addHandler(logging.NullHandler())
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except Refused as refused:
        return _refuse(refused.problems)
    except (operating.NotDone, NotAccepted) as reason:
        return _fail(f"{reason} Nothing was done.", BAD_INPUT)
    except (reading.CannotPrintError, operating.Unavailable) as error:
        return _fail(NO_PDF.format(error) if isinstance(error, reading.CannotPrintError) else str(error))
    except KeyboardInterrupt:
        return OUTSIDE
    except OSError as error:
        return _give_up(error)


def _give_up(error: OSError) -> int:
    """Stop printing; that whoever reads us has seen enough is not an error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return FINE
    return _fail(f"Something outside failed: {error.strerror}.")


def _check(options: argparse.Namespace) -> int:
    checked = reading.check_questionnaire(options.folder)
    _tell(checked.problems)
    if checked.questionnaire is None:
        return _fail(f"{_counted(checked.problems)}; the worked examples were not tried.", BAD_INPUT)
    for advice in checked.advice:
        print(advice, end="\n\n")
    print(overview(checked.questionnaire))
    if checked.problems:
        return _fail(f"{_counted(checked.problems)} in {checked.examples} worked examples.", BAD_INPUT)
    print(f"{_examples(checked.examples)} out as expected.")
    return FINE


def _origins(options: argparse.Namespace) -> int:
    for file, line in reading.origins(options.folder):
        said = json.dumps(line.value, ensure_ascii=False)
        print(f"{os.path.relpath(line.file)}:{line.line}  {file.removesuffix('.yaml')}.{line.name}: {said}")
    return FINE


def _score(options: argparse.Namespace) -> int:
    opened = _open(options)
    if options.json:
        print(reading.result_json(opened), end="")
    else:
        plan = reading.plan(opened)
        print(summary(opened.questionnaire, opened.assessment, opened.result, plan), end="")
    return FINE


def _report(options: argparse.Namespace) -> int:
    opened = _open(options)
    write = reading.team_report if options.edition == "team" else reading.executive_report
    with speaking(options.language):
        content = write(opened, date=options.date or opened.assessment.date)
    try:
        write_whole(options.output, content)
    except OSError as error:
        return _fail(f"{options.output} cannot be written: {error.strerror}. Choose another name or folder.")
    print(f"{options.output}, {len(content) / 1000:.0f} kB")
    return FINE


def _reliability(options: argparse.Namespace) -> int:
    asked = reliability.Asked(options.keys, options.group, options.scale, options.targets)
    studied = reliability.study(options.file, asked)
    tell = reliability.study_json if options.json else reliability.study_page
    print(tell(studied), end="")
    return FINE


def _open(options: argparse.Namespace) -> reading.Reading:
    """Read and score the answers, saying on the side what is noteworthy about them."""
    opened = reading.open_answers(options.file, folder=options.questionnaire, context=options.context)
    _tell(opened.advice)
    return opened


def _examples(number: int) -> str:
    return "1 worked example comes" if number == 1 else f"{number} worked examples come"


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, end="\n\n", file=sys.stderr)


def _refuse(problems: Sequence[Problem]) -> int:
    _tell(problems)
    return _fail(f"{_counted(problems)}; nothing was done.", BAD_INPUT)


def _counted(problems: Sequence[Problem]) -> str:
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"


def _fail(sentence: str, code: int = OUTSIDE) -> int:
    print(sentence, file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assessments", description=DESCRIPTION, epilog=CODES)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    check = verbs.add_parser("check", help="say what is wrong with a questionnaire and try its worked examples")
    check.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="default: questionnaires/social_crm")
    check.set_defaults(run=_check)

    origins = verbs.add_parser("origins", help="everything a questionnaire says, with the file and line it comes from")
    origins.add_argument("folder", type=Path, metavar="FOLDER", help="such as questionnaires/bank")
    origins.set_defaults(run=_origins)

    score = verbs.add_parser("score", help="answers in, placement out")
    _add_answers(score)
    score.add_argument("--json", action="store_true", help="print the whole result for other programs")
    score.set_defaults(run=_score)

    report = verbs.add_parser("report", help="answers in, PDF out")
    _add_answers(report)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf", help="the file to write")
    report.add_argument("--edition", choices=["executive", "team"], default="executive", help="default: executive")
    report.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="date of the report; default: of the answers")
    report.add_argument("--language", choices=sorted(LANGUAGES), default=ENGLISH, help=f"default: {ENGLISH}")
    report.set_defaults(run=_report)

    _add_reliability(verbs.add_parser("reliability", help="does a scale measure one thing, and do people agree"))
    cli_answers.add_verbs(verbs)
    cli_databases.add_verbs(verbs)
    cli_jobs.add_verbs(verbs)
    cli_placing.add_verbs(verbs)
    cli_handing_over.add_verb(verbs)
    cli_tidying.add_verb(verbs)
    return parser


def _add_reliability(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE.csv", help="one row per person, one column per question")
    verb.add_argument("--keys", type=Path, metavar="KEYS.json", help='scales: {"trust": ["q1", "-reversed_q2"]}')
    verb.add_argument("--group", metavar="COLUMN", help="measure every group of this column by itself")
    verb.add_argument(
        "--scale", nargs=2, type=float, action=_ScaleAction, metavar=("MIN", "MAX"), help="lowest and highest answer"
    )
    verb.add_argument(
        "--targets", choices=["columns", "rows"], default="columns", help="what is being rated; default: columns"
    )
    verb.add_argument("--json", action="store_true", help="print everything for other programs")
    verb.set_defaults(run=_reliability)


class _ScaleAction(argparse.Action):
    """Takes two numbers as an answer scale, the lower one first."""

    def __call__(self, parser: argparse.ArgumentParser, options: argparse.Namespace, values: Any, *_: Any) -> None:
        lowest, highest = values
        if not -LARGEST <= lowest < highest <= LARGEST:
            parser.error(f"--scale {lowest:g} {highest:g}: the first number has to be below the second")
        setattr(options, self.dest, reliability.AnswerScale(lowest, highest))


def _add_answers(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE", help="answers (.yaml, .json, .csv) or a team edition (.pdf)")
    verb.add_argument("--context", type=Path, metavar="FILE.yaml", help="what a CSV cannot say: firm, date, facts")
    verb.add_argument("--questionnaire", type=Path, metavar="FOLDER", help="default: questionnaires/social_crm")


def _date(text: str) -> Date:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date; write it like 2026-11-22') from None
