"""Those the product tells apart, by what they come with; only members of an organisation need an account."""

from enum import Enum


class Who(Enum):
    """Somebody who wants something, told by what they hold."""

    STRANGER = "a stranger", "comes with nothing, or with a link that opens nothing here (any more)"
    GUEST = "a guest", "looks at a sample firm, whose name is its link"
    READER = "a reader", "holds a link that shares a result, until it expires or is revoked"
    RESPONDENT = "a respondent", "holds the personal link of an assessment"
    INVITED = "somebody invited", "knows the code of a workshop that has not ended"
    PARTICIPANT = "a participant", "has a seat in a workshop, in a role"
    SPECTATOR = "a spectator", "has a seat in a workshop without a role"
    SCREEN = "the room's screen", "was opened by a facilitator for everybody to look at"
    FACILITATOR = "a facilitator", "holds a facilitator's link of a workshop, and another facilitator is in charge"
    IN_CHARGE = "who is in charge", "holds the facilitator's link of a workshop whose controls count"
    CUSTOMER = "a customer", "knows the code of the questions for customers while these are open"
    EDITOR = "an editor", "holds a link to a draft"
    KEEPER = "the studio's keeper", "knows the studio's key; everybody where PATHWAY_STUDIO_KEY is not set"
    VISITOR = "a visitor", "comes to a server where nobody signs in: PATHWAY_SIGNIN_PROVIDER is not set"
    NEWCOMER = "a newcomer", "has signed in, and belongs to no organisation here"
    OWNER = "an owner", "has signed in; the provider's claims say owner of an organisation"
    LEADER = "a member who facilitates", "has signed in; the claims say facilitator of an organisation"
    AUTHOR = "a member who edits", "has signed in; the claims say editor of an organisation"
    VIEWER = "a viewer", "has signed in; the claims say viewer of an organisation"
    OPERATOR = "the operator", "may run commands on the server, and thereby reach the database"

    def __init__(self, title: str, shows: str) -> None:
        self.title = title
        self.shows = shows
