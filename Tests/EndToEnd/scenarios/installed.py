"""The program as it is installed: its files, its manual, its completions in real shells."""

from terminal import *

CHECKOUT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))


def launcher(*words, folder, environment=None):
    """Runs ./downhill, which takes the program under test for what it has built."""
    values = {
        **ENVIRONMENT, "HOME": folder, "DOWNHILL_PROGRAM": BINARY, **(environment or {}),
    }
    return subprocess.run(
        [os.path.join(CHECKOUT, "downhill"), *words], cwd=folder, env=values,
        stdin=subprocess.DEVNULL, capture_output=True, text=True)


def install(*words, folder):
    done = launcher("install", *words, folder=folder)
    equal(done.returncode, 0, f"status of an installation that says {done.stderr!r}")
    return done


def refused(*words, folder, saying):
    """What is refused is told in one line."""
    done = launcher(*words, folder=folder)
    equal(done.returncode, 2, f"status of {words}, which says {done.stderr!r}")
    equal(done.stderr.count("\n"), 1, f"lines of {done.stderr!r}")
    check(saying in done.stderr, f"no {saying!r} in {done.stderr!r}")


def everything(folder):
    """All files and folders, and what stands in them."""
    found = {}
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(place, name)
            is_file = os.path.isfile(path) and not os.path.islink(path)
            with open(path if is_file else os.devnull, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def program(prefix, *words, folder):
    done = subprocess.run(
        [os.path.join(prefix, "bin/downhill"), *words], cwd=folder,
        env={**ENVIRONMENT, "HOME": folder}, capture_output=True, text=True)
    equal(done.returncode, 0, f"status of {words}, which says {done.stderr!r}")
    return done.stdout


FILES = [
    "bin/downhill", "share/downhill/themes/viridis.toml", "share/downhill/examples/iris.csv",
    "share/man/man1/downhill.1", "share/man/ko/man1/downhill.1",
    "share/bash-completion/completions/downhill", "share/zsh/site-functions/_downhill",
    "share/fish/vendor_completions.d/downhill.fish", "share/downhill/installed",
]


def installs_and_takes_away_again():
    for prefix, words in ((".local", ()), ("a place/üsr", ("--prefix", "a place/üsr"))):
        with tempfile.TemporaryDirectory() as folder:
            place = os.path.join(folder, prefix)
            os.makedirs(os.path.join(place, "bin"))
            with open(os.path.join(place, "bin/other"), "w") as file:
                file.write("kept")
            before = everything(folder)
            install(*words, folder=folder)
            first = everything(folder)
            for name in FILES:
                check(os.path.join(prefix, name) in first, f"no {name}")
            themes = program(place, "list", "themes", "--format", "json", folder=folder)
            equal(themes.count("\n"), 8, "themes of the installed program")
            check(f"{place}/share/downhill/themes" in program(place, "doctor", folder=folder),
                  "its own themes")
            # Once more, with what an older version had left.
            old = os.path.join(place, "share/downhill/themes/old.toml")
            with open(old, "w") as file, open(os.path.join(place, FILES[-1]), "a") as listed:
                file.write("")
                listed.write("share/downhill/themes/old.toml\n../../outside\n/etc/passwd\n")
            install(*words, folder=folder)
            equal(everything(folder), first, "files after a second installation")
            own = os.path.join(place, "share/downhill/themes/mine.toml")
            with open(own, "w") as file:
                file.write("mine")
            for _ in range(2):
                equal(launcher("uninstall", *words, folder=folder).returncode, 0, "status")
            left = everything(folder)
            for path in [*before, os.path.relpath(own, folder)]:
                check(path in left, f"no {path} after uninstall")
            os.remove(own)
            for name in ("share/downhill/themes", "share/downhill", "share"):
                os.rmdir(os.path.join(place, name))
            equal(everything(folder), before, "files after uninstall")


def refuses_what_it_must_not_touch():
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, "taken/bin"))
        os.symlink("/bin/true", os.path.join(folder, "taken/bin/downhill"))
        os.makedirs(os.path.join(folder, "elsewhere/bin"))
        os.makedirs(os.path.join(folder, "led"))
        os.symlink("../elsewhere/bin", os.path.join(folder, "led/bin"))
        os.symlink("whole", os.path.join(folder, "link"))
        with open(os.path.join(folder, "file"), "w") as file:
            file.write("")
        before = everything(folder)
        refused("install", "--prefix", "taken", folder=folder, saying="taken/bin/downhill")
        refused("install", "--prefix", "led", folder=folder, saying="elsewhere")
        refused("install", "--prefix", "file", folder=folder, saying="expected a folder")
        refused("install", "--prefix", "file/below", folder=folder, saying="file/below")
        refused("install", "--prefix", folder=folder, saying="expected a folder")
        refused("install", "--prefix=", folder=folder, saying="expected a folder")
        refused("install", "here", folder=folder, saying="found here")
        refused("uninstall", "here", folder=folder, saying="found here")
        equal(everything(folder), before, "files after what was refused")
        # A link to a folder is as good as the folder.
        os.mkdir(os.path.join(folder, "whole"))
        install("--prefix", "link", folder=folder)
        check(os.path.exists(os.path.join(folder, "whole/bin/downhill")), "a program")
        equal(launcher("uninstall", "--prefix=link", folder=folder).returncode, 0, "status")
        equal(os.listdir(os.path.join(folder, "whole")), [], "files after uninstall")


def has_a_manual():
    with tempfile.TemporaryDirectory() as folder:
        install(folder=folder)
        for language, titles in (
            ("", "NAME SYNOPSIS COMMANDS OPTIONS FILES ENVIRONMENT EXAMPLES"),
            ("ko/", "이름 사용법 명령 옵션 파일 예제"),
        ):
            page = os.path.join(folder, f".local/share/man/{language}man1/downhill.1")
            for width in (80, 140):
                shown = subprocess.run(
                    ["man", "--warnings", "-P", "cat", page], capture_output=True, text=True,
                    env={**ENVIRONMENT, "MANWIDTH": str(width), "GROFF_NO_SGR": "1"})
                equal(shown.stderr, "", f"warnings of {page}")
                text = re.sub(".\b", "", shown.stdout)
                for title in titles.split():
                    check(re.search(f"^{title}$", text, re.M), f"no {title}")
                check("--surface NAME" in text, "an option")


# What is typed before the tabulator, and what must then stand there.
COMPLETIONS = [
    ("downhill lis", "downhill list"),
    ("downhill --surface rosenb", "--surface rosenbrock"),
    ("downhill --the", "--theme"),
    ("downhill run --surf", "run --surface"),
    ("downhill run --car nadam:mom", "nadam:momentum-decay="),
    ("downhill run --car adam:lr=0.1,dial", "adam:lr=0.1,dialect="),
    ("downhill run --car adam:lr=0.1,dialect=to", "adam:lr=0.1,dialect=torch"),
    ("downhill --theme viri", "--theme viridis"),
    ("downhill lesson momen", "lesson momentum"),
    ("downhill --language k", "--language ko"),
    ("downhill --view overl", "--view overlay"),
    ("downhill race ravine-t", "race ravine-turned"),
    ("downhill race mine", "race mine/my.toml"),
    ("downhill --data tab", "--data table.csv"),
    ("downhill --data ir", "--data iris.csv"),
    ("downhill --grid hei", "--grid heights.npy"),
    ("downhill basins --format n", "--format npy"),
]


def completes(shell, *setup, wait="READY"):
    with tempfile.TemporaryDirectory() as folder:
        install(folder=folder)
        place = PLACE.name
        os.makedirs(os.path.join(place, "mine"), exist_ok=True)
        for name in ("table.csv", "table.pdf", "heights.npy", "heights.png", "mine/my.toml"):
            with open(os.path.join(place, name), "w"):
                pass
        environment = {
            "PATH": f"{folder}/.local/bin:/usr/bin:/bin", "HOME": folder, "PS1": "READY ",
            "BASH_SILENCE_DEPRECATION_WARNING": "1", "SHELL": f"/bin/{shell[0]}",
        }
        with Terminal(command=shell, environment=environment, size=(120, 30)) as terminal:
            for line in setup:
                terminal.type(line.replace("PREFIX", f"{folder}/.local") + "\r")
            terminal.type("echo RE''ADY\r")
            terminal.shows("READY")
            for typed, expected in COMPLETIONS:
                terminal.type("\x15\x0c")
                terminal.until(lambda: "downhill" not in terminal.text, "an empty line")
                terminal.type(typed)
                terminal.shows(typed)
                terminal.type("\t")
                terminal.until(lambda: expected in terminal.text, f"{expected!r} after {typed!r}")
            # Where several go on so, they are shown.
            terminal.type("\x15\x0c")
            terminal.until(lambda: "downhill" not in terminal.text, "an empty line")
            terminal.type("downhill run --car adam:lr=0.1,beta\t\t")
            terminal.until(
                lambda: "beta1=" in terminal.text and "beta2=" in terminal.text, "both settings")


def completes_in_bash():
    completes(
        ("bash", "--norc", "--noprofile", "-i"),
        'source "PREFIX/share/bash-completion/completions/downhill"')


def completes_in_zsh():
    completes(
        ("zsh", "-f", "-i"), "PS1='$ '; fpath=(PREFIX/share/zsh/site-functions $fpath)",
        "autoload -U compinit && compinit -u -D")


def completes_in_fish():
    # Finds its completions by itself.
    completes(("fish", "--private"), "function fish_prompt; echo '$ '; end")


main(globals())
