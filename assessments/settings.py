"""Every knob of the product: its environment name, its default and what it is for, read once at start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set up; ``docs/settings.md`` is the same list for readers."""

    questionnaire: Path = field(
        default=ROOT / "questionnaires" / "social_crm",
        metadata={
            "name": "PATHWAY_QUESTIONNAIRE",
            "says": "Folder of the questionnaire whose sample firms are shown and against which answers are read.",
        },
    )
    database: str = field(
        default=f"sqlite:///{ROOT / 'var' / 'pathway.db'}",
        metadata={
            "name": "DATABASE_URL",
            "says": "Database of the assessments, as an SQLAlchemy address; an SQLite file is made if there is none.",
        },
    )
    studio_key: str = field(
        default="",
        metadata={
            "name": "PATHWAY_STUDIO_KEY",
            "says": "What one has to know to publish, archive or choose questionnaires; without it everybody may.",
        },
    )
    hosts: str = field(
        default="",
        metadata={
            "name": "PATHWAY_HOSTS",
            "says": "Names under which people open the pages, such as `pathway.example.org`, with commas between them.",
        },
    )
    address: str = field(
        default="",
        metadata={
            "name": "PATHWAY_ADDRESS",
            "says": "Where people open the pages, such as `https://pathway.example.org`; signing in leads back there.",
        },
    )
    signin_provider: str = field(
        default="",
        metadata={
            "name": "PATHWAY_SIGNIN_PROVIDER",
            "says": "Address of the OpenID configuration of whoever knows your people; with it they sign in.",
        },
    )
    signin_client: str = field(
        default="",
        metadata={"name": "PATHWAY_SIGNIN_CLIENT", "says": "What the provider calls this program: the client id."},
    )
    signin_secret: str = field(
        default="",
        metadata={"name": "PATHWAY_SIGNIN_SECRET", "says": "The client secret that the provider gave for it."},
    )
    signin_cookie_secret: str = field(
        default="",
        metadata={
            "name": "PATHWAY_SIGNIN_COOKIE_SECRET",
            "says": "At least 32 drawn signs that sign the cookie of a sign-in; the same for all processes.",
        },
    )
    signin_scope: str = field(
        default="openid profile email",
        metadata={"name": "PATHWAY_SIGNIN_SCOPE", "says": "What the provider is asked for, with spaces between."},
    )
    signin_claim: str = field(
        default="roles",
        metadata={
            "name": "PATHWAY_SIGNIN_CLAIM",
            "says": "Claim of the ID token that lists roles or groups; `realm_access.roles` looks inside another.",
        },
    )
    signin_roles: str = field(
        default="",
        metadata={
            "name": "PATHWAY_SIGNIN_ROLES",
            "says": "What its values mean: `crm-team = Acme: facilitator; crm-all = Acme: viewer`.",
        },
    )
    signin_hours: str = field(
        default="12",
        metadata={
            "name": "PATHWAY_SIGNIN_HOURS",
            "says": "Hours after which one has to sign in again, and changed roles count at the latest: 1 to 720.",
        },
    )
    log: str = field(
        default="text",
        metadata={
            "name": "PATHWAY_LOG",
            "says": "How the log is written: `text` for people, `json` for programs; neither holds what anybody wrote.",
        },
    )
    work: str = field(
        default="here",
        metadata={
            "name": "PATHWAY_WORK",
            "says": "Who does long work: `here`, a process beside the server; `elsewhere`, workers one starts oneself.",
        },
    )
    keep_unfinished: str = field(
        default="",
        metadata={
            "name": "PATHWAY_KEEP_UNFINISHED",
            "says": "Days after which an assessment nobody finished or touched may go; without it never.",
        },
    )
    keep_finished: str = field(
        default="",
        metadata={
            "name": "PATHWAY_KEEP_FINISHED",
            "says": "Days after which a finished assessment nobody touched may go; without it never.",
        },
    )
    keep_people: str = field(
        default="",
        metadata={
            "name": "PATHWAY_KEEP_PEOPLE",
            "says": "Days after which a workshop that has ended may be made anonymous; without it never.",
        },
    )
    keep_links: str = field(
        default="90",
        metadata={
            "name": "PATHWAY_KEEP_LINKS",
            "says": "Days after which a link to a result that expired or was revoked may go.",
        },
    )
    keep_jobs: str = field(
        default="30",
        metadata={
            "name": "PATHWAY_KEEP_JOBS",
            "says": "Days after which a job that is over may go, with what it found and the reports it printed.",
        },
    )
    keep_log: str = field(
        default="365",
        metadata={
            "name": "PATHWAY_KEEP_LOG",
            "says": "Days after which what facilitators and editors did may go.",
        },
    )


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment; what it does not name keeps its default."""
    given: dict[str, Any] = {
        knob.name: (Path if knob.type is Path else str)(environment[knob.metadata["name"]])
        for knob in fields(Settings)
        if environment.get(knob.metadata["name"])
    }
    return Settings(**given)
