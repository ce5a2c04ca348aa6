"""Chromium's phones: pages in a browser without a window, told what to do through a pipe."""

import base64
import json
import os
import select
import subprocess
import tempfile
import time

from terminal import DEADLINE, ENVIRONMENT, Failure


class Browser:
    """A browser; its pages are phones, each with a store of its own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="downhill-browser-")
        from_here, to_browser = os.pipe()
        from_browser, to_here = os.pipe()

        def pipes():
            # Whatever numbers the pipes have, the browser looks for 3 and 4.
            reading, writing = os.dup(from_here), os.dup(to_here)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--no-first-run", f"--user-data-dir={self.folder.name}/data",
             "--remote-debugging-pipe"],
            env={**ENVIRONMENT, "HOME": self.folder.name}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False,
            preexec_fn=pipes)
        os.close(from_here)
        os.close(to_here)
        self.writing, self.reading = to_browser, from_browser
        self.heard, self.count = b"", 0
        # What pages complain of.
        self.complaints = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.writing)
        os.close(self.reading)
        self.folder.cleanup()

    def call(self, method, session=None, **parameters):
        self.count += 1
        order = {"id": self.count, "method": method, "params": parameters}
        if session:
            order["sessionId"] = session
        os.write(self.writing, json.dumps(order).encode() + b"\0")
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            answer = self.message(end - time.monotonic())
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']}")
                return answer["result"]
            if answer["method"] in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.complaints.append(json.dumps(answer["params"])[:400])
        raise Failure(f"the browser does not answer {method}")

    def message(self, patience):
        while b"\0" not in self.heard:
            if not select.select([self.reading], [], [], patience)[0]:
                raise Failure("the browser is silent")
            heard = os.read(self.reading, 1 << 16)
            if not heard:
                raise Failure("the browser has ended")
            self.heard += heard
        message, self.heard = self.heard.split(b"\0", 1)
        return json.loads(message)


class Phone:
    """A page as on a phone of 390×844."""

    def __init__(self, browser, address, language="en-US", scheme="dark"):
        self.browser = browser
        store = browser.call("Target.createBrowserContext")["browserContextId"]
        page = browser.call(
            "Target.createTarget", url="about:blank", browserContextId=store)["targetId"]
        self.session = browser.call(
            "Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=390, height=844,
                  deviceScaleFactor=2, mobile=True)
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setUserAgentOverride", userAgent="phone", acceptLanguage=language)
        self.open(address)

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def open(self, address):
        self.call("Page.navigate", url=address)
        self.until("document.querySelector('h1')")

    def run(self, script):
        done = self.call("Runtime.evaluate", expression=script, awaitPromise=True,
                         returnByValue=True)
        if "exceptionDetails" in done:
            raise Failure(f"{script}: {done['exceptionDetails']}")
        return done["result"].get("value")

    def until(self, condition):
        end = time.monotonic() + DEADLINE
        while not self.run(f"Boolean({condition})"):
            if time.monotonic() > end:
                raise Failure(f"never: {condition}, but {self.run('document.body.innerText')!r}")
            time.sleep(0.02)

    def sees(self, text):
        self.until(f"document.body.innerText.includes({json.dumps(text)})")

    def tap(self, selector, index=0):
        """Taps in the middle of an element, as a finger does."""
        self.until(f"document.querySelectorAll({json.dumps(selector)})[{index}]")
        x, y = self.run(
            f"(() => {{ const node = document.querySelectorAll({json.dumps(selector)})[{index}];"
            " node.scrollIntoView({block: 'center'}); const edge = node.getBoundingClientRect();"
            " return [edge.x + edge.width / 2, edge.y + edge.height / 2]; })()")
        self.tap_at(x, y)

    def tap_at(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left",
                      clickCount=1)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def photograph(self, name):
        """Takes a photograph, if DOWNHILL_PHOTOS says where to."""
        folder = os.environ.get("DOWNHILL_PHOTOS")
        if folder:
            taken = self.call("Page.captureScreenshot", format="png")
            with open(f"{folder}/{name}.png", "wb") as file:
                file.write(base64.b64decode(taken["data"]))
