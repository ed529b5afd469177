"""What stands between the network and the product: which names it answers to, what a browser may do with its pages,
and how much may be sent to it.

All of it is plain ASGI around the pages and the live wire. A message of an open page passes no part of it but its size.
"""

from assessments.hosting.hosts import KnownHosts, names_in
from assessments.hosting.policy import SafeHeaders, content_policy
from assessments.hosting.sizes import Bounded

__all__ = ["Bounded", "KnownHosts", "SafeHeaders", "content_policy", "names_in"]
