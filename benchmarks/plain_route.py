"""The floor of answering: a bare socket route that commits what it is sent to the same kind of database.

It checks nothing, renders nothing and knows nobody: what is left is the network, the thread and the disk.
"""

import os
import sys
from datetime import UTC, datetime

import uvicorn
from anyio import to_thread
from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, insert
from sqlalchemy.dialects.sqlite import insert as put
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from assessments.storage.database import Database, begin_writing

metadata = MetaData()
latest = Table("latest", metadata, Column("who", Integer, primary_key=True), Column("value", String))
change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("who", Integer),
    Column("value", String),
    Column("at", DateTime),
)


def main() -> None:
    """Serve on the port that is named."""
    database = Database(os.environ["DATABASE_URL"])
    with begin_writing(database.engine) as connection:
        metadata.create_all(connection)

    def store(who: int, value: str) -> str:
        at = datetime.now(UTC).replace(tzinfo=None)
        with database.writing() as connection:
            connection.execute(insert(change).values(who=who, value=value, at=at))
            row = put(latest).values(who=who, value=value)
            connection.execute(row.on_conflict_do_update(index_elements=["who"], set_={"value": value}))
        return f"Saved at {at:%H:%M:%S}"

    async def answer(socket: WebSocket) -> None:
        await socket.accept()
        async for said in socket.iter_text():
            who, _, value = said.partition(" ")
            await socket.send_text(await to_thread.run_sync(store, int(who), value))

    async def here(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("here")

    app = Starlette(routes=[Route("/", here), WebSocketRoute("/answer", answer)])
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")


if __name__ == "__main__":
    main()
