"""A QR code of an address, for phones to scan from a screen."""

import segno
from markupsafe import Markup

QUIET = 4  # modules of paper around it, as the standard asks for


def qr_code(address: str, title: str) -> Markup:
    """Return a picture that leads to ``address``; dark on light in every colour scheme, so that any phone reads it."""
    code = segno.make(address, error="m", micro=False)
    picture = code.svg_data_uri(border=QUIET, dark="#000", light="#fff", omitsize=True, title=title)
    return Markup('<img class="qr" src="{}" alt="{}">').format(picture, title)
