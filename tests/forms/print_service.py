"""A real CUPS of one's own: a private folder, a socket, and a printer whose tray we can empty.

Nothing of the machine's own print service is read or changed. The printer is a backend of a few
lines: it keeps the bytes it was given in a folder, and files in that folder are its buttons.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PRINTER = """#!/bin/sh
# Buttons: busy (prints nothing yet), broken (fails), says (a state told to CUPS while it is there).
[ $# -gt 0 ] || { echo 'direct paper "Test printer" "Test printer"'; exit 0; }
tray=${DEVICE_URI#paper:}
if [ -e "$tray/says" ]; then
    state=$(cat "$tray/says")
    echo "STATE: +$state" >&2
    while [ -e "$tray/says" ]; do sleep 0.05; done
    echo "STATE: -$state" >&2
fi
while [ -e "$tray/busy" ]; do sleep 0.05; done
[ ! -e "$tray/broken" ] || exit 1
# A page half printed when the service was killed goes on beside the one printed anew.
cat "${6:--}" >"$tray/$1.$$" && mv "$tray/$1.$$" "$tray/$1.out"
"""

FILES = """
ServerRoot {folder}/root
StateDir {folder}/state
RequestRoot {folder}/spool
CacheDir {folder}/cache
TempDir {folder}/temporary
ServerBin {folder}/programs
DataDir /usr/share/cups
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
"""

SETTINGS = """
Listen {folder}/socket
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow from all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow from all
  </Limit>
</Policy>
"""

PROGRAMS = ("cupsd", "lp", "lpadmin", "lpstat", "cancel", "ipptool")
SYSTEM_FOLDERS = os.pathsep.join(("/usr/sbin", "/usr/bin", "/sbin", "/bin"))


class CannotStartError(Exception):
    """What is missing here for a print service of one's own."""


def program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=SYSTEM_FOLDERS)
    if not found:
        raise CannotStartError(f"{name} is not installed (cups, cups-client, cups-ipp-utils)")
    return found


class PrintService:
    """One cupsd in a folder of its own; it may be killed and started again."""

    def __init__(self) -> None:
        for name in PROGRAMS:
            program(name)
        # Not where tests keep their files: the printer runs as another person, who may not look
        # into pytest's folder, nor into a TMPDIR of the person who runs the tests.
        self.folder = Path(tempfile.mkdtemp(prefix="cups-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.socket = self.folder / "socket"
        self._make_folders()
        self._process: subprocess.Popen[bytes] | None = None

    def _make_folders(self) -> None:
        for name in ("root/ppd", "state", "spool", "cache", "temporary", "programs/backend"):
            (self.folder / name).mkdir(parents=True)
            (self.folder / name).chmod(0o755)
        (self.folder / "temporary").chmod(0o1777)  # for the filters, which are another person too
        for name in ("daemon", "filter", "monitor", "notifier", "driver", "cgi-bin"):
            (self.folder / "programs" / name).symlink_to(f"/usr/lib/cups/{name}")
        backend = self.folder / "programs" / "backend" / "paper"
        backend.write_text(PRINTER)
        backend.chmod(0o755)
        cups_pdf = Path("/usr/lib/cups/backend/cups-pdf")
        if cups_pdf.exists() and os.access(cups_pdf, os.R_OK):
            copy = backend.with_name("cups-pdf")
            shutil.copy(cups_pdf, copy)
            copy.chmod(0o700)  # so that CUPS runs it as root, as it runs the installed one
        (self.folder / "cups-files.conf").write_text(FILES.format(folder=self.folder))
        (self.folder / "cupsd.conf").write_text(SETTINGS.format(folder=self.folder))

    def start(self) -> None:
        command = [program("cupsd"), "-f", "-c", str(self.folder / "cupsd.conf")]
        command += ["-s", str(self.folder / "cups-files.conf")]
        with (self.folder / "said").open("wb") as said:
            self._process = subprocess.Popen(command, stdout=said, stderr=said)
        until = time.monotonic() + 20
        while not self._answers():
            try:
                self._process.wait(0.05)
            except subprocess.TimeoutExpired:
                if time.monotonic() < until:
                    continue
            self.stop()
            raise CannotStartError(f"cupsd does not start here: {self._last_words()}")

    def _answers(self) -> bool:
        return "is running" in self.command("lpstat", "-r")

    def _last_words(self) -> str:
        logs = [self.folder / "said", self.folder / "error_log"]
        lines = [line for log in logs if log.exists() for line in log.read_text().splitlines()]
        return " / ".join(lines[-3:]) or "it says nothing"

    def command(self, name: str, *arguments: str) -> str:
        """Run one of CUPS's own programs as an administrator would; give what it wrote."""
        done = subprocess.run(
            [program(name), *arguments],
            env=os.environ | {"CUPS_SERVER": str(self.socket), "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout + done.stderr

    def kill(self) -> None:
        """End the service as a power cut would."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(20)
            self._process = None

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def add_printer(self, name: str, *options: str) -> "Printer":
        tray = self.folder / "trays" / name
        tray.mkdir(parents=True)
        tray.chmod(0o777)
        said = self.command("lpadmin", "-p", name, "-E", "-v", f"paper:{tray}", *options)
        if name not in self.command("lpstat", "-e"):
            raise CannotStartError(f"lpadmin cannot add a queue: {said}")
        return Printer(self, name, tray)


class Printer:
    """A queue and its tray."""

    def __init__(self, service: PrintService, name: str, tray: Path) -> None:
        self.service = service
        self.name = name
        self.tray = tray

    def press(self, button: str, text: str = "") -> None:
        (self.tray / button).write_text(text)

    def release(self, button: str) -> None:
        (self.tray / button).unlink()

    def papers(self) -> list[bytes]:
        """Give what came out, oldest first."""
        return [path.read_bytes() for path in sorted(self.tray.glob("*.out"))]

    def vanish(self) -> None:
        """Take the queue away, whatever it has to do."""
        self.service.command("lpadmin", "-x", self.name)

    def come_back(self) -> None:
        """Set the queue up again."""
        self.service.command("lpadmin", "-p", self.name, "-E", "-v", f"paper:{self.tray}")

    def command(self, name: str) -> str:
        """Run ``cupsdisable``, ``cupsenable``, ``cupsreject`` or ``cupsaccept`` on the queue."""
        return self.service.command(name, self.name)
