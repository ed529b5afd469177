"""Where the product can be reached from outside, and what somebody has to be allowed to get anything there."""

from collections.abc import Mapping

from assessments.rights.deeds import Deed

# Every page by its address, with what it takes to be shown at all. What it offers beyond that asks again.
PAGES: Mapping[str, Deed] = {
    "home": Deed.LOOK_AROUND,
    "firms": Deed.LOOK_AROUND,
    "sign_in": Deed.LOOK_AROUND,
    "ours": Deed.SEE_OURS,
    "jobs": Deed.SEE_JOBS,
    "questions": Deed.GO_THROUGH,
    "overview": Deed.GO_THROUGH,
    "result": Deed.SEE_RESULT,
    "shared": Deed.SEE_SHARED,
    "plan": Deed.SEE_RESULT,
    "what_if": Deed.SEE_ANSWERS,
    "join": Deed.JOIN,
    "seat": Deed.SEE_PHONE,
    "screen": Deed.SEE_ROOM,
    "pulse": Deed.ANSWER_PULSE,
    "studio": Deed.READ_VERSIONS,
    "version": Deed.READ_VERSIONS,
    "draft": Deed.READ_DRAFT,
    "draft_together": Deed.READ_DRAFT,
    "draft_forms": Deed.READ_DRAFT,
    "draft_effects": Deed.TRY_DRAFT,
    "draft_publish": Deed.READ_DRAFT,
    "draft_people": Deed.READ_DRAFT,
    "prepare": Deed.PREPARE,
    "workshop": Deed.SEE_BOARD,
    "after": Deed.SEE_OUTCOME,
}

# Every address of the server's own that is no page, by its first part; fonts, scripts and the way to the provider and
# back are Streamlit's.
ROUTES: Mapping[str, Deed] = {
    "/live": Deed.LISTEN,
    "/alive": Deed.LOOK_AROUND,
    "/ready": Deed.LOOK_AROUND,
    "/metrics": Deed.LOOK_AROUND,
    "/look": Deed.LOOK_AROUND,
}

# Every verb of the command line; None where it works on files alone and touches no database.
VERBS: Mapping[str, Deed | None] = {
    "check": None,
    "score": None,
    "report": None,
    "reliability": None,
    "origins": None,
    "import": Deed.IMPORT,
    "export": Deed.EXPORT,
    "reports": Deed.PRINT_ALL,
    "jobs": Deed.PRINT_ALL,
    "work": Deed.PRINT_ALL,
    "effects": Deed.PLACE_ALL,
    "rescore": Deed.PLACE_ALL,
    "outcome": Deed.PLACE_ALL,
    "hand-over": Deed.HAND_OVER,
    "tidy": Deed.TIDY,
    "backup": Deed.BACK_UP,
    "restore": Deed.BACK_UP,
    "move": Deed.BACK_UP,
}
