"""The live wire: tells screens that something moved, and nothing else, so that no page has to ask again and again.

A screen opens one stream of server-sent events. Whenever its workshop has moved it gets a new word, which means
nothing but "not what you show"; its page then asks for what it may see, as always. One reader per process looks into
the database for all streams, and one write every few seconds says which people are connected.
"""

from assessments.live.serving import LiveWire
from assessments.live.source import Listening, Source, Topic

__all__ = ["Listening", "LiveWire", "Source", "Topic"]
