"""What stands between the network and the product: which names it answers to, what a browser may do with its pages,
how much may be sent to it, where a sign-in leads, how its pages get their look and scripts, how it is, and what it
writes down.

All of it is plain ASGI around the pages and the live wire. A message of an open page passes no part of it but its size.
"""

from assessments.hosting.frame import Framed, FrameFile
from assessments.hosting.health import Health
from assessments.hosting.hosts import KnownHosts, names_in
from assessments.hosting.logs import write_log
from assessments.hosting.metrics import Counted, metrics_route
from assessments.hosting.policy import SafeHeaders, content_policy
from assessments.hosting.returning import Returning, SecureCookies
from assessments.hosting.sizes import Bounded

__all__ = [
    "Bounded",
    "Counted",
    "FrameFile",
    "Framed",
    "Health",
    "KnownHosts",
    "Returning",
    "SafeHeaders",
    "SecureCookies",
    "content_policy",
    "metrics_route",
    "names_in",
    "write_log",
]
