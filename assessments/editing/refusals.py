"""What the studio does not accept, and the kind sentence that says so; each refusal is logged, never with a text."""

import logging

from assessments.answering.refusals import NotAccepted
from assessments.languages import marked, say
from assessments.problems import clip

_log = logging.getLogger(__name__)

SENTENCES = {
    "draft_link": marked(
        "This link does not open a draft here. Please check that it is complete. "
        "A draft that was deleted cannot be opened again."
    ),
    "draft_title": marked("Please give the draft a name."),
    "editor": marked("Please say who you are, so that others see whose changes these are."),
    "file_name": marked(
        "A file of a questionnaire has a simple name that ends in .yaml, such as culture.yaml or "
        "examples/hartwell.yaml; notes for readers end in .md."
    ),
    "base_file": marked(
        "This file belongs to the questionnaire that this edition builds on. Override its entries instead."
    ),
    "file_gone": marked("There is no file of this name in the draft."),
    "file_size": marked("This file is longer than {most} kB. Please split it, or shorten it."),
    "file_sign": marked("This text contains a sign that cannot be stored ({sign}). Please remove it."),
    "draft_size": marked(
        "A questionnaire has at most {files} files and {most} kB of text. Please remove what is not needed."
    ),
    "conflict": marked("{by} saved {name} at {at}, after you opened it. Nothing is lost: please choose what to keep."),
    "revision": marked("There is no such state of this file."),
    "language_code": marked("“{what}” is not another language. Please write two small letters, such as de, fr or it."),
    "form_broken": marked("A form cannot change this file while its text cannot be read. Please mend the text first."),
    "form_place": marked("There is nothing at this place of the file any more. Please open the form again."),
    "form_cannot": marked("This place is written in a way a form cannot change. Please change it in the text."),
    "studio_key": marked("This needs the key of the studio. Please ask whoever runs this installation for it."),
    "publish_note": marked("Please say in a sentence what is new in this version."),
    "publish_problems": marked(
        "A draft with problems cannot be published; this one has {count}. Please mend them first."
    ),
    "publish_examples": marked(
        "These worked examples come out otherwise than they say: {names}. Please find out which is right, the "
        "questionnaire or the example, and change the other."
    ),
    "publish_moved": marked("Somebody saved this draft after you opened it. Please look at the changes, then publish."),
    "accept_moved": marked(
        "Somebody saved this draft after this page was shown, so nothing was written down: something else may come out "
        "now. Please look at it once more."
    ),
    "publish_version": marked(
        'Version "{version}" of {id} stands for other contents already. Please give path.yaml a new version.'
    ),
    "publication": marked("There is no such version."),
    "edition_gone": marked(
        "The edition “{id}” is not installed here any more. Please put its folder back beside the questionnaire, or "
        "take the draft with you as a folder and begin from that."
    ),
    "publication_archived": marked("This version is archived. Please bring it back first."),
    "publication_moved": marked(
        "Meanwhile somebody archived this version or chose another one for new assessments, so nothing was done. "
        "Please look at how it stands now."
    ),
    "try_problems": marked("What it would change can be seen once the draft has no problems. Please mend them first."),
    "try_gone": marked("What was found out about this draft is kept no longer. Please try it again."),
    "job": marked("There is no such job here any more."),
    "example_problems": marked("This example has problems of its own. Please mend them first."),
    "example_key": marked("A result has nothing of this name."),
    "edition_id": marked("An edition needs a short name of its own: small letters, digits and _, such as small_bank."),
    "save_key": marked("This message was sent twice with different contents. Please save again."),
}


def refusal(code: str, about: object = "", **words: object) -> NotAccepted:
    """Return the refusal called ``code`` and log it; ``about`` names what it was about, such as the file."""
    return NotAccepted(code, sentence_for(code, about, **words))


def sentence_for(code: str, about: object = "", **words: object) -> str:
    """Log that something is refused under ``code`` and return the sentence for it."""
    _log.warning("Not accepted: %s %s", code, clip(about))
    return say(SENTENCES[code], **words)
