"""Look at the chat page in Chromium: `python -m tests.bench.screenshot OUT_DIR [--url URL]`.

Without `--url` it serves the toy community itself. Every request to another address is an error.
"""

import argparse
import asyncio
import shutil
import sys
from pathlib import Path

from playwright.async_api import Page, async_playwright

from cogs._practice.page import serve
from cogs._practice.stage import Stage
from tests.doubles.toy_client import COMMUNITY, ToyClient

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


async def go(page: Page, place: str) -> None:
    await page.locator("#place-list button", has_text=place).first.click()
    frame = page.frame_locator("#frame")
    await frame.locator("#channel-layout:not([hidden])").first.wait_for()
    await frame.locator("#preview-app[aria-busy=false]").first.wait_for()


async def slash(page: Page, name: str, *words: str) -> None:
    frame = page.frame_locator("#frame")
    box = frame.locator("#channel-composer-input")
    await box.click()
    await box.press_sequentially(f"/{name}")
    await frame.locator(".command-entry").first.wait_for()
    await page.keyboard.press("Enter")
    await page.wait_for_timeout(300)
    for word in words:
        await page.keyboard.type(word)
    await page.keyboard.press("Enter")
    await page.wait_for_timeout(900)


async def play_toy(page: Page, out: Path) -> None:
    """Walk through every kind of control of the toy client."""
    frame = page.frame_locator("#frame")
    await go(page, "start")
    await frame.locator("#channel-composer-input").click()
    await frame.locator("#channel-composer-input").press_sequentially("/")
    await frame.locator(".command-entry").first.wait_for()
    await page.screenshot(path=out / "1-commands.png")
    await frame.locator("#channel-composer-input").fill("")
    await slash(page, "start")
    await frame.get_by_role("button", name="Bedankt").first.click()
    await frame.locator("#channel-timeline").get_by_text("Graag gedaan (3)").first.wait_for()
    await page.screenshot(path=out / "2-card-ephemeral.png")
    await frame.get_by_role("button", name="Stel een vraag").first.click()
    await frame.get_by_role("dialog").first.wait_for()
    await frame.get_by_role("textbox", name="Je vraag").fill("Mag ik een boom planten?")
    await page.screenshot(path=out / "3-modal.png")
    await frame.locator(".modal-actions .button-primary").click()
    await frame.locator("#channel-timeline").get_by_text("We hebben je vraag.").first.wait_for()
    await page.locator("#place-list button", has_text="Vraag: Mag ik").first.wait_for()
    await page.screenshot(path=out / "4-thread-in-sidebar.png")
    await go(page, "Bewonersbot (privé)")
    await frame.locator("#channel-composer-input").fill("Dank je wel")
    await page.keyboard.press("Enter")
    await frame.locator("#channel-timeline").get_by_text("ik heb het gelezen").first.wait_for()
    await page.screenshot(path=out / "5-dm.png")
    await go(page, "peilingen")
    await slash(page, "peiling", "Welke dag?")
    await frame.locator("#channel-timeline").get_by_text("Kies een of meer dagen").first.click()
    await page.wait_for_timeout(400)
    await page.screenshot(path=out / "6-select.png")
    await page.keyboard.press("Escape")
    await page.locator("#place-list button", has_text="vragen").first.click()
    await page.fill("#post-title", "Wie weet iets over een buurtbus?")
    await page.fill("#post-text", "Wij willen er een beginnen.")
    await page.screenshot(path=out / "7-forum.png")
    await page.click("#post button")
    await (
        frame.locator("#channel-timeline")
        .get_by_text("Wij willen er een beginnen.")
        .first.wait_for()
    )
    await page.select_option("#persona", "Piet")
    await page.wait_for_timeout(1500)
    await page.screenshot(path=out / "8-post-as-other.png")
    await page.click("#language")
    await go(page, "start")
    await page.click("[data-skip='86400']")
    await page.wait_for_timeout(2500)
    await page.screenshot(path=out / "9-english-day-later.png")
    await page.set_viewport_size(PHONE)
    await page.wait_for_timeout(700)
    await page.screenshot(path=out / "10-phone.png")
    await page.click("#menu")
    await page.screenshot(path=out / "11-phone-menu.png")


async def shoot(url: str, out: Path, *, toy: bool) -> list[str]:
    """Take the pictures; gives what went wrong."""
    wrong: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        page = await browser.new_page(viewport=WIDE)
        page.set_default_timeout(8000)
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on(
            "request",
            lambda r: (
                None if r.url.startswith((url, "blob:", "data:", "about:")) else wrong.append(r.url)
            ),
        )
        page.on(
            "response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None
        )
        await page.goto(url)
        await page.locator("#place-list button").first.wait_for()
        await page.wait_for_timeout(1500)
        await page.screenshot(path=out / "0-first.png")
        if toy:
            try:
                await play_toy(page, out)
            except BaseException:
                print(*wrong, sep="\n")
                await page.screenshot(path=out / "failed.png")
                raise
        await browser.close()
    return wrong


async def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--url")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.url:
        wrong = await shoot(asked.url, asked.out, toy=False)
    else:
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        stop = asyncio.Event()
        async with Stage(ToyClient, COMMUNITY) as stage:
            serving = asyncio.create_task(serve(stage, port=0, ready=address.set_result, stop=stop))
            try:
                wrong = await shoot(await address, asked.out, toy=True)
            finally:
                stop.set()
                await serving
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
