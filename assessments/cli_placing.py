"""The verbs of the command line that place all stored assessments anew: by a draft, by a version, and what came out."""

import argparse
import sys
from pathlib import Path
from typing import Any

from assessments import answering, working
from assessments.cli_jobs import BAD_INPUT, FINE, OUTSIDE, open_desk, work
from assessments.cli_writing import write_whole


def add_verbs(verbs: Any) -> None:
    """Add the three verbs to those of the command line."""
    effects = verbs.add_parser("effects", help="what a draft would change for every stored assessment")
    effects.add_argument("draft", nargs="?", metavar="DRAFT", help="its name; without it, all drafts are listed")
    effects.set_defaults(run=_effects)

    rescore = verbs.add_parser("rescore", help="every stored assessment placed by one version of the questionnaire")
    rescore.add_argument(
        "version", nargs="?", metavar="VERSION", help="a folder, or a published version such as 1.2.0; else the usual"
    )
    rescore.set_defaults(run=_rescore)
    for verb in (effects, rescore):
        verb.add_argument("-o", "--output", type=Path, metavar="FOLDER", help=f"for {' and '.join(working.FILES)}")
        verb.add_argument("--later", action="store_true", help="only ask for it, and leave it to `work`")

    outcome = verbs.add_parser("outcome", help="what `effects` or `rescore` has found so far")
    outcome.add_argument("job", metavar="JOB", help="its name, as `jobs` says it")
    outcome.add_argument("-o", "--output", type=Path, metavar="FOLDER", help=f"for {' and '.join(working.FILES)}")
    outcome.set_defaults(run=lambda options: _tell(open_desk(), options.job, options.output))


def _effects(options: argparse.Namespace) -> int:
    desk = open_desk()
    if options.draft is None:
        for draft in working.drafts(desk):
            print(f"{draft.public_id}  {draft.made_at:%Y-%m-%d}  {draft.title}")
        return FINE
    id_ = working.begin_effects(desk, options.draft)
    if id_ is None:
        print(f'There is no draft "{options.draft}". Ask `effects` without a name for the list.', file=sys.stderr)
        return BAD_INPUT
    return _go_on(desk, id_, options)


def _rescore(options: argparse.Namespace) -> int:
    desk, version = open_desk(), options.version
    is_folder = version is not None and Path(version).is_dir()
    return _go_on(desk, working.begin_rescoring(desk, Path(version) if is_folder else version), options)


def _go_on(desk: answering.Desk, id_: str, options: argparse.Namespace) -> int:
    print(f"Asked for as {id_}. Once it is done, `outcome {id_}` tells what came out.")
    if options.later:
        return FINE
    return work(desk, until_done=True) or _tell(desk, id_, options.output)


def _tell(desk: answering.Desk, id_: str, folder: Path | None) -> int:
    """Print what a job found and, where a folder is named, write it there."""
    found = working.outcome(desk, id_)
    if found is None:
        print(f'There is no job "{id_}" that places assessments. Ask `jobs` for the list.', file=sys.stderr)
        return BAD_INPUT
    print(working.in_words(found))
    return FINE if folder is None else _write(folder, found)


def _write(folder: Path, found: working.Outcome) -> int:
    contents = (working.as_csv(found), working.as_json(found))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in zip(working.FILES, contents, strict=True):
            write_whole(folder / name, content)
    except OSError as error:
        print(f"{folder} cannot be written to: {error.strerror}. Choose another one.", file=sys.stderr)
        return OUTSIDE
    print(f"{' and '.join(working.FILES)} are in {folder}.")
    return FINE
