"""The verbs of the command line that take answers into the database and out of it again."""

import argparse
import sys
from pathlib import Path
from typing import Any

from assessments import answering, facilitating, settings
from assessments.cli_writing import write_whole

FINE, OUTSIDE = 0, 3
KINDS = {".csv": "csv", ".json": "json", ".yaml": "yaml"}


def add_verbs(verbs: Any) -> None:
    """Add the two verbs to those of the command line."""
    import_ = verbs.add_parser("import", help="answers from a file into the database, all or nothing")
    import_.add_argument("file", type=Path, metavar="FILE", help="answers (.yaml, .json, .csv) of any number of people")
    import_.add_argument("--context", type=Path, metavar="FILE.yaml", help="what a CSV cannot say: firm, date, facts")
    import_.set_defaults(run=_import)

    export = verbs.add_parser("export", help="the answers of a workshop out of the database, both rounds")
    export.add_argument("workshop", metavar="WORKSHOP", help="its name, such as w0f3a...; the page after it says it")
    export.add_argument("-o", "--output", type=_output, required=True, metavar="FILE", help=".csv, .json or .yaml")
    export.add_argument("--wide", action="store_true", help="a csv with one row per person and round")
    export.set_defaults(run=_export)


def _desk() -> answering.Desk:
    chosen = settings.read()
    return answering.open_desk(chosen.database, chosen.questionnaire)


def _import(options: argparse.Namespace) -> int:
    started = answering.import_answers(_desk(), options.file, context=options.context).started
    print(f"Imported as {started.assessment_id}. Its link: /?resume={started.token}")
    return FINE


def _export(options: argparse.Namespace) -> int:
    kind = KINDS[options.output.suffix.lower()]
    wide = "csv_wide" if options.wide and kind == "csv" else kind
    content = facilitating.export_workshop(_desk(), options.workshop, wide).content
    try:
        write_whole(options.output, content)
    except OSError as error:
        print(f"{options.output} cannot be written: {error.strerror}. Choose another name or folder.", file=sys.stderr)
        return OUTSIDE
    print(f"{options.output}, {len(content) / 1000:,.0f} kB")
    return FINE


def _output(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in KINDS:
        raise argparse.ArgumentTypeError(f'"{text}" has to end in {", ".join(KINDS)}')
    return path
