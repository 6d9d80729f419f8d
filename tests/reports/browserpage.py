# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""browserpage.py PAGE FOLDER: opens a page in Chromium, sorts it by family name, prints it to
page.pdf and takes light.png and dark.png; prints as JSON what people who hear the page, and those
who look at it, find. Speaks the DevTools protocol through pipes."""

import base64
import fcntl
import json
import os
import pathlib
import subprocess
import sys

PAGE, FOLDER = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])


class Browser:
    def __init__(self):
        to_browser, self.to = os.pipe()
        self.answers, from_browser = os.pipe()
        # Out of the way of 3 and 4, where the browser looks for its pipes.
        ours = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser, from_browser)]

        def place():
            os.dup2(ours[0], 3)
            os.dup2(ours[1], 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800",
             "--remote-debugging-pipe",
             "--force-renderer-accessibility", f"--user-data-dir={FOLDER}/profile"],
            preexec_fn=place, pass_fds=(3, 4), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in ours + [to_browser, from_browser]:
            os.close(end)
        self.number, self.session, self.pending, self.events = 0, None, b"", []

    def message(self):
        while b"\0" not in self.pending:
            piece = os.read(self.answers, 1 << 20)
            if not piece:
                sys.exit("the browser went away")
            self.pending += piece
        text, self.pending = self.pending.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.to, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                sys.exit(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message())

    def evaluate(self, expression):
        return self.ask("Runtime.evaluate", expression=expression,
                        returnByValue=True)["result"].get("value")

    def picture(self, name, scheme):
        self.ask("Emulation.setEmulatedMedia",
                 features=[{"name": "prefers-color-scheme", "value": scheme}])
        picture = self.ask("Page.captureScreenshot")["data"]
        (FOLDER / name).write_bytes(base64.b64decode(picture))


def named(nodes, role):
    return [node.get("name", {}).get("value", "") for node in nodes
            if not node["ignored"] and node["role"]["value"] == role]


browser = Browser()
target = browser.ask("Target.createTarget", url="about:blank")
browser.session = browser.ask("Target.attachToTarget", targetId=target["targetId"],
                              flatten=True)["sessionId"]
for domain in ("Page", "Log", "Network", "Runtime"):
    browser.ask(f"{domain}.enable")
browser.ask("Page.navigate", url=PAGE.as_uri())
browser.wait("Page.loadEventFired")
nodes = browser.ask("Accessibility.getFullAXTree")["nodes"]
browser.picture("light.png", "light")
browser.picture("dark.png", "dark")
browser.evaluate("[...document.querySelectorAll('section:first-of-type th button')]"
                 ".find(button => button.textContent === 'Family name').click()")
found = {
    "headings": named(nodes, "heading"),
    "tables": len(named(nodes, "table")),
    "columns": named(nodes, "columnheader"),
    "buttons": named(nodes, "button"),
    "rows": len(named(nodes, "row")),
    "sorted": browser.evaluate("document.querySelector('th[aria-sort]').ariaSort"),
    "families": browser.evaluate("[...document.querySelector('section table').tBodies[0].rows]"
                                 ".map(row => row.cells[3].textContent)"),
    "wide": browser.evaluate("document.documentElement.scrollWidth > innerWidth"),
}
(FOLDER / "page.pdf").write_bytes(
    base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"]))
found["complaints"] = [event["params"]["entry"]["text"] for event in browser.events
                       if event.get("method") == "Log.entryAdded"]
found["requests"] = [event["params"]["request"]["url"] for event in browser.events
                     if event.get("method") == "Network.requestWillBeSent"
                     and not event["params"]["request"]["url"].startswith(("file:", "data:"))]
browser.session = None
browser.ask("Browser.close")
browser.process.wait()
json.dump(found, sys.stdout)
