"""A browser tab on the practice community, without drawing."""

import asyncio
import json
from contextlib import asynccontextmanager

import aiohttp

from cogs._practice.page import serve
from cogs._practice.stage import Stage
from tests.doubles.toy_client import COMMUNITY, ToyClient


class Browser:
    """What a browser tab does, without drawing."""

    def __init__(self, session, url, persona):
        self.session, self.url, self.persona = session, url, persona
        self.headers, self.page, self.sequence = {}, {}, 0

    async def view(self):
        async with self.session.get(f"{self.url}stage/view?persona={self.persona}") as answer:
            return await answer.json()

    async def place(self, name):
        return next(p["id"] for p in (await self.view())["places"] if p["name"] == name)

    async def names(self):
        return [place["name"] for place in (await self.view())["places"]]

    async def ask(self, path, **body):
        async with self.session.post(self.url + path, json=body) as answer:
            return answer.status, await answer.json()

    async def open(self, name):
        place = await self.place(name)
        _, room = await self.ask("stage/open", persona=self.persona, place=place)
        self.headers = {"X-Simcord-Capability": room["capability"]}
        async with self.session.post(
            self.url + "api/pages", json={}, headers=self.headers
        ) as answer:
            self.page = await answer.json()
        self.headers["X-Simcord-Context"] = self.page["context"]["id"]
        self.sequence = 0

    async def look(self):
        async with self.session.get(self.url + "api/state", headers=self.headers) as answer:
            return await answer.json()

    async def texts(self):
        return json.dumps((await self.look())["messages"], ensure_ascii=False)

    async def act(self, kind, **body):
        self.sequence += 1
        body |= {
            "kind": kind,
            "protocol_version": 3,
            "sequence": self.sequence,
            "request_id": f"r{self.sequence}",
            "generation": self.page["context"]["generation"],
            "bot_generation": self.page["botGeneration"],
            "published_revision": self.page["publishedRevision"],
        }
        async with self.session.post(
            self.url + "api/action", json=body, headers=self.headers
        ) as answer:
            return await answer.json()


@asynccontextmanager
async def served(stage):
    address = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(stage, port=0, ready=address.set_result, stop=stop))
    try:
        async with aiohttp.ClientSession() as session:
            yield session, await address
    finally:
        stop.set()
        await serving


@asynccontextmanager
async def tab(persona="Fatima"):
    async with Stage(ToyClient, COMMUNITY) as stage, served(stage) as (session, url):
        yield stage, Browser(session, url, persona)
