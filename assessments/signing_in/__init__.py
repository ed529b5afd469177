"""Signing in by OpenID Connect: how an installation set it up, and whom the claims of a sign-in make of somebody.

The exchange with the provider is Streamlit's ``st.login``. Nothing of it is stored here but in a signed cookie of the
person's own browser, so the provider's claims are the truth, and no list of people has to be kept.
"""

from assessments.signing_in.claims import is_over, visitor_of
from assessments.signing_in.listening import listening_link, listening_token
from assessments.signing_in.set_up import NotSetUp, SignIn, auth_section, sign_in_of

__all__ = [
    "NotSetUp",
    "SignIn",
    "auth_section",
    "is_over",
    "listening_link",
    "listening_token",
    "sign_in_of",
    "visitor_of",
]
