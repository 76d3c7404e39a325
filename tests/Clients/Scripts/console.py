"""jupyter console in a terminal: a cell, a cell of several lines, an interrupt by Ctrl+C, the end."""
import os
import pty
import re
import select
import sys
import time

from kernels import LIMIT, NAME, tell

pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm"
    os.execv(sys.executable, [sys.executable, "-m", "jupyter_console", "--kernel", NAME, "--simple-prompt"])

def read(until):
    """Reads the terminal until a text stands on it behind what was read before, or the program ends."""
    new, end = "", time.monotonic() + LIMIT
    while not re.search(until, new):
        if time.monotonic() > end:
            sys.exit(f"'{until}' did not come; the terminal shows: {new}")
        if select.select([terminal], [], [], 1)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:  # what a terminal gives when its last program has ended
                break
            new += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", data.decode(errors="replace")).replace("\r", "")
    return new


def type_line(text):
    os.write(terminal, (text + "\n").encode())


tell(banner=read(r"In \[1\]: "))
type_line("6 * 7")
tell(result=read(r"In \[2\]: "))
type_line('Console.WriteLine("up"); while (true) ;')
read(r"\nup")
os.write(terminal, b"\x03")
tell(interrupted=read(r"In \[3\]: "))
type_line('var name = Console.ReadLine();')
time.sleep(1)
type_line("Ada")
read(r"In \[4\]: ")
type_line('name + "!"')
tell(asked=read(r"In \[5\]: "))
os.write(terminal, b"\x04")  # Ctrl+D
read("exit")
type_line("y")
read("never on the terminal")
tell(exit_code=os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
