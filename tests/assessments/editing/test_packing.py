"""A questionnaire folder goes out as a zip and comes in again; what is refused changes nothing."""

import io
import zipfile
from pathlib import Path

import pytest

from assessments import editing
from assessments.answering import Desk
from assessments.editing import read_zip, write_zip
from assessments.editing.files import files_in
from assessments.problems import Refused
from assessments.problems.sentences import SENTENCES
from tests.broken import hostile
from tests.broken.page import PACKED

FILES = files_in(Path(__file__).parents[3] / "questionnaires" / "social_crm")


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.namelist()


def refused(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as met:
        read_zip(content)
    return [(problem.code, problem.path) for problem in met.value.problems]


def test_what_goes_out_comes_in_to_the_letter() -> None:
    assert read_zip(write_zip(FILES)) == FILES


def test_the_same_files_give_the_same_bytes() -> None:
    turned = dict(reversed(FILES.items()))
    assert write_zip(FILES) == write_zip(turned)


def test_the_folder_has_the_name_of_the_questionnaire_and_the_schemas_for_editors() -> None:
    packed = names(write_zip(FILES))
    assert {"social_crm/path.yaml", "social_crm/examples/pebble.yaml", "social_crm/README.md"} <= set(packed)
    assert "social_crm/schema/path.schema.json" in packed


def test_a_draft_with_problems_goes_out_as_well() -> None:
    files = {**FILES, "path.yaml": "a: ["}
    packed = write_zip(files)
    assert "questionnaire/path.yaml" in names(packed)
    assert not any("schema" in name for name in names(packed))
    assert read_zip(packed) == files
    assert names(write_zip({"path.yaml": 'id: "../x"\n'})) == ["questionnaire/path.yaml"]


def test_a_folder_may_be_packed_with_or_without_itself() -> None:
    plain = hostile.packed({name: text.encode() for name, text in FILES.items()})
    assert read_zip(plain) == FILES
    deep = hostile.packed({f"my folder/{name}": text.encode() for name, text in FILES.items()})
    assert read_zip(deep) == FILES


def test_what_computers_add_is_left_out() -> None:
    added = {
        "tiny/.DS_Store": b"\0",
        "__MACOSX/tiny/._path.yaml": b"\0",
        "tiny/schema/x.json": b"{}",
        "tiny/examples/": b"",
    }
    assert read_zip(hostile.packed({**hostile.folder(), **added})).keys() == hostile.BASE.keys()


def test_a_byte_order_mark_is_left_out() -> None:
    files = read_zip(hostile.packed({"path.yaml": b"\xef\xbb\xbfid: x\n"}))
    assert files == {"path.yaml": "id: x\n"}


def test_an_upload_becomes_a_draft_and_a_refused_one_nothing(desk: Desk) -> None:
    begun = editing.begin_draft(desk, "Uploaded", "Ada", files=read_zip(write_zip(FILES)))
    assert editing.open_draft(desk, begun.token).texts == FILES


def test_every_reason_is_told_with_its_entry() -> None:
    entries = {**hostile.folder(), "../evil.yaml": b"a: 1\n", "tiny/x.py": b"", "tiny/other.YAML": b"a: 1\n"}
    assert refused(hostile.packed(entries)) == [
        ("Z103", "../evil.yaml"),
        ("Z103", "tiny/x.py"),
        ("Z103", "tiny/other.YAML"),
    ]


@pytest.mark.parametrize("code", sorted(code for code in SENTENCES if code.startswith("Z")))
def test_every_code_about_packed_folders_has_a_smallest_case(code: str) -> None:
    assert [found for found, _ in refused(PACKED[code])] == [code]
