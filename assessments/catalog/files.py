"""The shape of each file of a questionnaire folder, made of the method's own classes."""

from pydantic import Field

from scoring.model import (
    Action,
    AnyItem,
    Contacts,
    Demand,
    DerivedFact,
    Entry,
    Fact,
    FactorWeights,
    Flag,
    Language,
    Pillar,
    PulseItem,
    Role,
    Settings,
    Slug,
    Source,
    Stage,
    Text,
    WarningRule,
)


class PathFile(Entry):
    """Stages with their gates, the roles people answer in, and the order of the pillars."""

    id: Slug = Field(description="Stable id of the questionnaire; a copy that goes its own way gets a new one.")
    version: Text = Field(description='Version in quotes, such as "1.0"; a changed questionnaire gets a new one.')
    title: Text = Field(description="Name of the questionnaire as readers see it.")
    language: Language = Field("en", description="Language the texts of these files are written in, such as en.")
    extends: Slug | None = Field(None, description="Folder of the questionnaire that this edition builds on.")
    last_stage_needs_component: Flag = Field(description="Whether the last stage needs its component.")
    pillars: tuple[Slug, ...] = Field(min_length=1, description="Pillars in the order of asking; each is a file.")
    stages: tuple[Stage, ...] = Field(min_length=3, max_length=3, description="The three stages, in path order.")
    roles: tuple[Role, ...] = Field(min_length=1, description="Groups of respondents, each one voice.")


class CustomersFile(Entry):
    """Questions about customers, and how they lead to a destination."""

    customers: tuple[AnyItem, ...] = Field(min_length=1, description="The questions, in the order of asking.")
    demand: Demand = Field(description="From customers' habits to destinations.")
    contacts: Contacts = Field(description="The contact mix and the capability that serves each channel.")


class WeightsFile(Entry):
    """What each factor weighs at each stage."""

    weights: dict[Slug, FactorWeights] = Field(description="Weights by factor.")


class SettingsFile(Entry):
    """Every other threshold."""

    settings: Settings = Field(description="Thresholds by subject.")


class FirmFile(Entry):
    """Facts about the firm and what follows from them."""

    facts: tuple[Fact, ...] = Field((), description="Facts, asked once.")
    derived: tuple[DerivedFact, ...] = Field((), description="Conclusions from facts, for use in rules.")


class PulseFile(Entry):
    """Questions for customers themselves."""

    pulse: tuple[PulseItem, ...] = Field((), description="The questions, each the mirror of one of ours.")


class WarningsFile(Entry):
    """Known ways of going wrong."""

    warnings: tuple[WarningRule, ...] = Field((), description="Warnings, in the order they are shown.")


class ActionsFile(Entry):
    """What a firm can do."""

    actions: tuple[Action, ...] = Field((), description="Actions.")


class SourcesFile(Entry):
    """What everything else refers to."""

    sources: tuple[Source, ...] = Field((), description="Claims and literature.")


PATH = "path.yaml"
SHAPES: dict[str, type[Entry]] = {
    PATH: PathFile,
    "customers.yaml": CustomersFile,
    "weights.yaml": WeightsFile,
    "settings.yaml": SettingsFile,
    "firm.yaml": FirmFile,
    "pulse.yaml": PulseFile,
    "warnings.yaml": WarningsFile,
    "actions.yaml": ActionsFile,
    "sources.yaml": SourcesFile,
}
PILLAR_SHAPE = Pillar
