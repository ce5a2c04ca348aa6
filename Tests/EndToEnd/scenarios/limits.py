"""What the system does not let the program have: it says so in one line, or does without."""

import resource

from terminal import *

# What ends the program is its own word, and one that the user can do something about.
MOST_LINES = 1


def says_or_opens(prepare, said, *, controls=True):
    """Opens the race and looks at views that compute; or one line says what is missing. Returns
    whether it opened."""
    with Terminal("--paused", prepare=prepare, controls=controls) as terminal:
        terminal.until(lambda: terminal.has_ended() or terminal.step == 0, "a race or an end")
        if opened := not terminal.has_ended():
            for key in ("\x1b[18~", "\x1b[19~", "\x1bOQ"):
                terminal.type(key)
                terminal.settled()
            terminal.type(".")
            terminal.at_step(1)
            terminal.type("q")
        equal(terminal.exit(), 0 if opened else 2, "exit status")
        terminal.check_restored()
        if not opened:
            check(b"\x1b" not in terminal.bytes, "control sequences")
            lines = terminal.bytes.decode().splitlines()
            equal(len(lines), MOST_LINES, f"lines of {lines}")
            check(lines[0].startswith("downhill: ") and said in lines[0], f"{said}: {lines[0]}")
            check("expected" in lines[0], lines[0])
        return opened


def limit(kind, value):
    return lambda: resource.setrlimit(kind, (value, value))


def says_that_files_are_too_few():
    opened = [
        says_or_opens(limit(resource.RLIMIT_NOFILE, count), "ulimit -n")
        for count in (4, 6, 8, 10, 12, 14, 16, 18, 19, 20, 22, 24, 32)
    ]
    equal(sorted(opened), opened, "whether it opens, from few files to many")
    check(not opened[0] and opened[-1], f"{opened} from few files to many")


def says_that_threads_are_too_few():
    def nobody(count):
        def prepare():
            # Threads are counted by user, and not at all for root.
            if os.getuid() == 0:
                os.setuid(65534)
            resource.setrlimit(resource.RLIMIT_NPROC, (count, count))

        return prepare

    check(not says_or_opens(nobody(1), "ulimit -u"), "opened without room for threads")


def says_that_memory_is_too_little():
    """Where the program itself can be loaded."""
    opened = [
        says_or_opens(limit(resource.RLIMIT_AS, megabytes << 20), "ulimit -v")
        for megabytes in (120, 160, 200, 240, 280, 320, 400, 600)
    ]
    equal(sorted(opened), opened, "whether it opens, from little memory to much")
    check(not opened[0] and opened[-1], f"{opened} from little memory to much")


def says_that_a_file_may_not_be_so_long():
    with Terminal("--paused", prepare=limit(resource.RLIMIT_FSIZE, 0)) as terminal:
        terminal.at_step(0)
        terminal.type("w")
        terminal.shows("ulimit -f")
        equal(os.listdir(PLACE.name), [], "what is left of the file")
        terminal.type(".")
        terminal.at_step(1)
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")
        terminal.check_restored()


def opens_with_descriptors_closed():
    """Whatever of the three is closed: nothing that is opened later may become one of them."""
    for closed in ((), (0,), (2,), (0, 2), (1,), (0, 1), (1, 2), (0, 1, 2)):

        def close():
            for descriptor in closed:
                os.close(descriptor)

        for controls in (True, False):
            with Terminal("--paused", prepare=close, controls=controls) as terminal:
                terminal.until(lambda: terminal.has_ended() or terminal.step == 0, f"{closed}")
                # Keys come from the terminal that controls the program where there is one.
                opens = 1 not in closed and (controls or 0 not in closed)
                equal(not terminal.has_ended(), opens, f"opened without {closed}")
                if opens:
                    terminal.type(".")
                    terminal.at_step(1)
                    terminal.type("q")
                equal(terminal.exit(), 0 if opens else 2, f"exit status without {closed}")
                terminal.check_restored()
                if not opens and closed not in ((1, 2), (0, 1, 2)):
                    said = terminal.bytes.decode().splitlines()
                    equal(len(said), 1, f"lines without {closed}")
                    check(said[0].startswith("downhill: ") and "expected" in said[0], said[0])


def leaves_the_rest_of_a_huge_window_empty():
    for columns, rows in ((1001, 501), (4000, 1000), (65535, 65535), (65535, 1), (1, 65535)):

        def huge():
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(1, termios.TIOCSWINSZ, size)

        for prepare in (huge, None):
            with Terminal("--paused", prepare=prepare, sees=False) as terminal:
                if prepare is None:
                    terminal.until(lambda: END_OF_FRAME in terminal.bytes, "a frame")
                    terminal._set_size(columns, rows)
                terminal.until(lambda: rest(terminal), f"a frame in {columns}×{rows}")
                places = [
                    (int(row), int(column))
                    for row, column in re.findall(rb"\x1b\[(\d+);(\d+)H", terminal.bytes)
                ]
                check(all(row <= 500 and column <= 1000 for row, column in places), "places")
                with open(f"/proc/{terminal.pid}/status") as status:
                    memory = int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) >> 10
                check(memory < 300, f"{memory} MB for {columns}×{rows}")
                terminal.type("q")
                equal(terminal.exit(), 0, f"exit status in {columns}×{rows}")
                terminal.check_restored()


def stops_a_long_run_with_what_is_known():
    def resident():
        with open(f"/proc/{terminal.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) >> 10

    with Terminal("run", "--steps", "1000000000000", size=(200, 24)) as terminal:
        terminal.shows("of 1000000000000")
        before = resident()
        terminal.read(2)
        check(resident() - before < 20, f"{before} MB, and {resident()} MB two seconds later")
        terminal.type("\x03")
        equal(terminal.exit(), 128 + signal.SIGINT, "exit status")
        step = re.search(r"stopped at step (\d+) of 1000000000000", terminal.text)
        check(step, "no word of where it stopped")
        lines = run("--steps", step[1]).splitlines()
        equal([line for line in lines if line not in terminal.text], [], "lines that are missing")
        terminal.check_restored()
    # Rows for a program are whole, and who watches sees how far they are.
    rows = os.path.join(PLACE.name, "rows.csv")
    line = f"exec {BINARY} run --steps 1000000000000 --every 1000 --format csv > {rows}"
    with Terminal("-c", line, command=["sh"]) as terminal:
        terminal.shows("of 1000000000000")
        terminal.type("\x03")
        equal(terminal.exit(), 128 + signal.SIGINT, "exit status")
    with open(rows) as file:
        text = file.read()
    check(text.endswith("\n"), "half a row")
    equal({row.count(",") for row in text.splitlines()}, {4}, "commas in the rows")


def rest(terminal):
    """Whether nothing is being written, after a frame."""
    return terminal.read(0.5) == 0 and END_OF_FRAME in terminal.bytes


main(globals())
