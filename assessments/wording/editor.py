"""What the text editor of the studio says: what became of the text, what it found, its search and its help."""

from collections.abc import Mapping
from typing import Any

from assessments.languages import marked, say

WORDS = {
    "keys": marked(
        "Tab leaves the text. Ctrl+S saves, Ctrl+F searches, Ctrl+Space suggests, Ctrl+] and Ctrl+[ move a line in "
        "and out. On a Mac, ⌘ instead of Ctrl."
    ),
    "findings": marked("Problems and advice in this file"),
    "line": marked("Line {line}"),
    "save": marked("Save"),
    "same": marked("Everything is saved"),
    "saving": marked("Saving …"),
    "unsaved": marked("Not saved yet. What you type is also kept in this browser."),
    "restored": marked("What you typed last time and had not saved is here again."),
    "base": marked(
        "This is what the edition builds on; it stays as it is. Say what differs in the edition's own file."
    ),
    "meanwhile": marked("Somebody else has saved this file meanwhile. When you save, you see both texts and choose."),
}

# What may stand behind a key, by the words of a JSON schema.
HELP = {
    "needed": marked("needed"),
    "string": marked("text"),
    "number": marked("number"),
    "integer": marked("whole number"),
    "boolean": marked("true or false"),
    "array": marked("list"),
    "object": marked("group"),
    "range": marked("{least} to {most}"),
    "least": marked("at least {least}"),
    "longest": marked("at most {most} characters"),
    "exactly": marked("exactly {count}"),
    "default": marked("{value} when left out"),
}

# By what CodeMirror itself says.
PHRASES = {
    "Find": marked("Find"),
    "next": marked("Next match"),
    "previous": marked("Previous match"),
    "all": marked("Select all matches"),
    "match case": marked("Match case"),
    "regexp": marked("Regular expression"),
    "by word": marked("Whole words"),
    "Replace": marked("Replace with"),
    "replace": marked("Replace this one"),
    "replace all": marked("Replace all"),
    "close": marked("Close"),
    "current match": marked("This match"),
    "on line": marked("on line"),
    "replaced $ matches": marked("Replaced $ matches"),
    "replaced match on line $": marked("Replaced the match on line $"),
    "Go to line": marked("Go to line"),
    "go": marked("Go there"),
    "Control character": marked("Control character"),
    "Selection deleted": marked("Selection deleted"),
    "Fold line": marked("Fold this part away"),
    "Unfold line": marked("Unfold this part"),
    "folded code": marked("A part that is folded away"),
    "unfold": marked("Unfold"),
    "Folded lines": marked("Folded away: lines"),
    "Unfolded lines": marked("Unfolded: lines"),
    "to": marked("to"),
    "Completions": marked("Suggestions"),
    "Diagnostics": marked("Problems and advice"),
    "No diagnostics": marked("No problems and no advice"),
}


def explained(schema: Any) -> Any:
    """Return a JSON schema with its explanations in the reader's language."""
    if isinstance(schema, list):
        return [explained(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: say(value) if key == "description" and isinstance(value, str) else explained(value)
        for key, value in schema.items()
    }


def spoken(sentences: Mapping[str, str]) -> dict[str, str]:
    """Return one of the editor's tables in the reader's language; braces are filled in by the editor."""
    return {name: say(sentence) for name, sentence in sentences.items()}
