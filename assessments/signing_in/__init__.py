"""Signing in by OpenID Connect: how an installation set it up, and whom the claims of a sign-in make of somebody.

The exchange with the provider is Streamlit's ``st.login``. Nothing of it is stored here but in a signed cookie of the
person's own browser, so the provider's claims are the truth, and no list of people has to be kept; a fingerprint of
a sign-in that was ended is, until it would have been over.
"""

from assessments.signing_in.claims import is_over, visitor_of
from assessments.signing_in.listening import Listener, listener_of, listening_link
from assessments.signing_in.set_up import NotSetUp, SignIn, auth_section, sign_in_of

__all__ = [
    "Listener",
    "NotSetUp",
    "SignIn",
    "auth_section",
    "is_over",
    "listener_of",
    "listening_link",
    "sign_in_of",
    "visitor_of",
]
