"""Pictures and handouts as a browser shows and prints them.

A drawing and the same page in pixels are made by different presses from one frame: seen from afar,
they must look alike.
"""

import os
import re
import subprocess
import tempfile

from terminal import BINARY, ENVIRONMENT, check, main

SIZE = (1000, 600)
# The columns and rows that a page is looked at in.
GLANCE = (80, 48)


def downhill(*arguments):
    subprocess.run([BINARY, *arguments], env=ENVIRONMENT, check=True, stdin=subprocess.DEVNULL)


def browse(folder, *arguments):
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--user-data-dir={folder}/browser", *arguments],
        env={**ENVIRONMENT, "HOME": folder}, check=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def glance(picture):
    """The mean colours of the parts of a picture."""
    size = f"{GLANCE[0]}x{GLANCE[1]}!"
    done = subprocess.run(
        ["convert", picture, "-scale", size, "-depth", "8", "rgb:-"], capture_output=True,
        check=True)
    check(len(done.stdout) == 3 * GLANCE[0] * GLANCE[1], f"{picture} is no picture")
    return done.stdout


def looks_in_a_browser_as_in_pixels():
    pages = [
        ("overlay", "night", "en"), ("side-by-side", "day", "ko"), ("focus", "paper", "en"),
        ("chart", "day", "en"), ("terrain", "night", "en"), ("basins", "night", "ko"),
        ("settings", "day", "en"), ("tree", "paper", "ko"),
    ]
    with tempfile.TemporaryDirectory(prefix="downhill-pages-") as folder:
        for view, theme, language in pages:
            drawing, pixels, seen = (f"{folder}/{name}" for name in ("a.svg", "a.png", "b.png"))
            for file in (drawing, pixels):
                downhill(
                    "picture", "--surface", "himmelblau", "--step", "60", "--view", view,
                    "--theme", theme, "--language", language, "--size",
                    f"{SIZE[0]}x{SIZE[1]}", "-o", file)
            browse(
                folder, f"--window-size={SIZE[0]},{SIZE[1]}", f"--screenshot={seen}",
                f"file://{drawing}")
            one, other = glance(pixels), glance(seen)
            far = [abs(a - b) for a, b in zip(one, other)]
            mean, near = sum(far) / len(far), sum(d < 40 for d in far) / len(far)
            print(f"{view}: a mean difference of {mean:.2f}, {near:.1%} of the parts alike")
            check(len(set(one)) > 30, f"{view}: nothing is seen")
            check(mean < 5 and near > 0.97, f"{view}: {mean:.2f}, {near:.1%}")


def prints_a_handout():
    with tempfile.TemporaryDirectory(prefix="downhill-pages-") as folder:
        page, paper = f"{folder}/a.html", f"{folder}/a.pdf"
        downhill("lesson", "handout", "momentum", "--language", "ko", "--notes", "-o", page)
        browse(folder, "--no-pdf-header-footer", f"--print-to-pdf={paper}", f"file://{page}")
        with open(paper, "rb") as file:
            printed = file.read()
        check(printed.startswith(b"%PDF-"), "no document")
        # A4 in points, and not a page for every line.
        sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
        boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", printed))
        print(f"{sheets} sheets, {os.path.getsize(paper)} bytes")
        check(4 <= sheets <= 14, f"{sheets} sheets")
        check(len(boxes) == 1, f"sheets of several sizes: {boxes}")
        width, height = (float(number) for number in boxes.pop().split()[2:])
        check(abs(width - 595) < 2 and abs(height - 842) < 2, f"no A4: {width} × {height}")


main(globals())
