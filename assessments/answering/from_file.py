"""Starting an assessment from a file that was taken away: a team edition, or the answers in one file."""

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePath
from secrets import token_hex, token_urlsafe
from tempfile import TemporaryDirectory

from assessments import answers_file
from assessments.answering.beginning import ID_BYTES, TOKEN_BYTES, Started, speaker
from assessments.answering.checking import check_fact, check_line, check_note
from assessments.answering.desk import Desk, Edition
from assessments.answering.opening import CUSTOMERS, hold_person
from assessments.answering.refusals import refusal
from assessments.answering.wishing import check_edit, edits_made
from assessments.answers_file.opening import TREES
from assessments.answers_file.printed import START, read_printed
from assessments.edits import PlanEdits
from assessments.languages import say
from assessments.positions import Limits
from assessments.problems import Refused
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.assessments import add_assessment, add_firm, set_state
from assessments.storage.people import add_respondent, remember_place
from assessments.storage.plans import change_plan
from assessments.storage.whole import write_answers
from scoring.answers import Assessment
from scoring.model import Questionnaire

MOST_BYTES = 5_000_000  # of a file
LIMITS = Limits(kilobytes=1_000, values=50_000)  # of the answers in it
MOST_ANSWERS = 5_000
MOST_PROBLEMS = 5  # told at once
READER = "reader"  # what files call the one who opens the answers of several people


@dataclass(frozen=True, slots=True)
class Brought:
    """A new assessment, and whether its answers are one person's, who can go on answering."""

    started: Started
    alone: bool


def start_from_file(desk: Desk, name: str, content: bytes) -> Brought:
    """Start an assessment with the answers, facts and plan in a file called ``name``; raises NotAccepted.

    One person's answers can be changed by whoever brings them. Those of several cannot: the link then opens the
    result, and whoever answers adds a voice. The date stays that of the file.
    """
    if len(content) > MOST_BYTES:
        raise refusal("file_size", name, most=MOST_BYTES // 1_000_000)
    edition = desk.edition()
    return _start(desk, edition, *_read(edition.method.questionnaire, name, content))


def import_answers(desk: Desk, path: Path, *, context: Path | None = None) -> Brought:
    """Start an assessment as ``start_from_file`` does, from a file of this machine, a CSV with its ``context``.

    Raises NotAccepted, and Refused with every problem and its place.
    """
    edition = desk.edition()
    checked = answers_file.check(path, edition.method.questionnaire, context=context, today=desk.clock().date())
    if checked.assessment is None:
        raise Refused(checked.problems)
    return _start(desk, edition, _tidied(edition.method.questionnaire, checked.assessment), checked.edits)


@retried
def _start(desk: Desk, edition: Edition, assessment: Assessment, edits: PlanEdits) -> Brought:
    for action, edit, value in edits_made(edits):
        check_edit(edition.method, assessment.date, edit, value, action)
    with desk.database.writing() as connection:
        return _store(desk, connection, edition, assessment, edits)


def _read(questionnaire: Questionnaire, name: str, content: bytes) -> tuple[Assessment, PlanEdits]:
    ending = PurePath(name.replace("\\", "/")).suffix.lower()
    if not content.startswith(START) and ending not in TREES:
        raise refusal("file_kind", ending)
    with TemporaryDirectory(prefix="answers-") as folder:
        path = Path(folder) / ("report.pdf" if content.startswith(START) else f"answers{ending}")
        path.write_bytes(content)
        try:
            checked = answers_file.check(_unpacked(path), questionnaire)
        except Refused as refused:
            checked = answers_file.Checked(refused.problems, (), None)
    if checked.assessment is None:
        raise refusal("file", name, problems=_told(checked))
    return _tidied(questionnaire, checked.assessment), checked.edits


def _unpacked(path: Path) -> Path:
    """Return the answers as a file of their own, where they stand inside a report; raise ``Refused``."""
    if path.suffix == ".pdf":
        path.with_suffix(".yaml").write_text(read_printed(path, LIMITS), encoding="utf-8")
        path = path.with_suffix(".yaml")
    if path.stat().st_size > LIMITS.kilobytes * 1000:
        raise refusal("file_long", path.name)
    return path


def _told(checked: answers_file.Checked) -> str:
    """Say what is wrong with a file, the first few problems of many."""
    said = []
    for problem in checked.problems[:MOST_PROBLEMS]:
        place = [] if problem.code.startswith("A617") else [say("Line {line}:", line=problem.line)]
        said.append(" ".join([*place, problem.sentence, problem.remedy]))
    others = len(checked.problems) - len(said)
    return " ".join([*said, *([say("And {others} more.", others=others)] if others else [])])


def _tidied(questionnaire: Questionnaire, assessment: Assessment) -> Assessment:
    """Return an assessment whose texts are as they would have been stored when typed in; raises NotAccepted."""
    if sum(len(person.answers) for person in assessment.heard) > MOST_ANSWERS:
        raise refusal("file_long", assessment.id)
    facts = {fact.id: fact for fact in questionnaire.facts}
    people = tuple(
        replace(
            person,
            respondent=check_line(person.respondent, "respondent"),
            notes={item: note for item, text in person.notes.items() if (note := check_note(text, item))},
        )
        for person in assessment.heard
    )
    if len({person.respondent for person in people}) < len(people):
        raise refusal("file_names", assessment.id)
    context = {id_: check_fact(facts[id_], value) for id_, value in assessment.context.items()}
    return replace(assessment, firm=check_line(assessment.firm, "firm"), submissions=people, context=context)


def _store(desk: Desk, connection: Connection, edition: Edition, assessment: Assessment, edits: PlanEdits) -> Brought:
    started = Started(token_urlsafe(TOKEN_BYTES), f"a{token_hex(ID_BYTES)}")
    names = [person.respondent for person in assessment.heard]
    alone = len(names) == 1
    id_ = _add(desk, connection, edition, assessment, started)
    write_answers(connection, id_, assessment, desk.clock(), tokens={names[0]: started.token} if alone else {})
    if not alone:
        reader = next(name for n in count(1) if (name := f"{READER} {n}") not in names)
        role = speaker(edition.method.questionnaire)
        add_respondent(connection, id_, reader, role, desk.clock(), token=started.token)
        set_state(connection, id_, "finished", desk.clock())
    remember_place(
        connection, hold_person(connection, started.token, Deed.GO_THROUGH).id, CUSTOMERS
    )  # they have seen the questions
    for action, edit, value in edits_made(edits):
        change_plan(connection, id_, edit, value, at=desk.clock(), action=action, carried=edits.of(action).carried)
    return Brought(started, alone)


def _add(desk: Desk, connection: Connection, edition: Edition, assessment: Assessment, started: Started) -> int:
    return add_assessment(
        connection,
        public_id=started.assessment_id,
        firm_id=add_firm(connection, assessment.firm, desk.clock(), desk.visitor.organisation),
        questionnaire_sha256=desk.pin(connection, edition),
        variant=assessment.variant,
        date=assessment.date,
        at=desk.clock(),
        role_weights=assessment.role_weights,
        segments=assessment.segments,
    )
