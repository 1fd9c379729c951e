"""A signed form on its way to paper, through a real CUPS of the test's own.

Skipped, with what is missing, where no CUPS can be started; the outcomes that need none are not.
"""

import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas
from tests.forms.print_service import CannotStartError, Printer, PrintService

from advisor_desk.domain.languages import Language
from advisor_desk.forms.printing import PrintState, cancel, follow, print_paper, queues
from advisor_desk.packs.wording import wording

NUMBER = "EX1-2026-01-00001-F1"
LONG_ENOUGH = 60.0


@pytest.fixture(scope="module")
def own_service() -> Iterator[PrintService]:
    try:
        service = PrintService()
        service.start()
    except CannotStartError as missing:
        pytest.skip(f"NO PRINT SERVICE, printing is not tested: {missing}")
    yield service
    service.remove()


@pytest.fixture
def service(own_service: PrintService, monkeypatch: pytest.MonkeyPatch) -> PrintService:
    monkeypatch.setenv("CUPS_SERVER", str(own_service.socket))
    return own_service


@pytest.fixture
def printer(service: PrintService, request: pytest.FixtureRequest) -> Printer:
    """Give a printer of the test's own that nobody has printed on."""
    return service.add_printer(f"desk-{abs(hash(request.node.name)):x}")


@pytest.fixture(scope="module")
def paper() -> bytes:
    content = BytesIO()
    canvas = Canvas(content, invariant=1)
    canvas.setFont("Helvetica", 12)  # not what other tests may have made the usual font
    canvas.drawString(100, 700, "Application form of Chan Tai Man, example")
    canvas.save()
    return content.getvalue()


class Patience:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time

    def pause(self, seconds: float) -> None:
        self.time += seconds


def test_the_bytes_that_come_out_are_the_signed_bytes(printer: Printer, paper: bytes) -> None:
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert outcome.state is PrintState.COMPLETED
    assert outcome.job.startswith(f"{printer.name}-")
    assert printer.papers() == [paper]


def test_the_queue_is_found_by_its_name(printer: Printer) -> None:
    assert printer.name in queues()


def test_a_name_in_the_job_title_is_a_mistake_of_the_program(paper: bytes) -> None:
    with pytest.raises(ValueError, match="form number alone"):
        print_paper(paper, title="Form of Chan Tai Man", queue="any", patience_s=0)


def test_a_job_taken_by_a_stopped_printer_is_no_success(printer: Printer, paper: bytes) -> None:
    printer.command("cupsdisable")
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert (outcome.state, printer.papers()) == (PrintState.PRINTER_STOPPED, [])
    printer.command("cupsenable")
    again = follow(outcome.job, printer.name, patience_s=LONG_ENOUGH)
    assert (again.state, printer.papers()) == (PrintState.COMPLETED, [paper])


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("media-empty-warning", PrintState.OUT_OF_PAPER),
        ("media-needed", PrintState.OUT_OF_PAPER),
        ("media-jam-error", PrintState.NEEDS_A_HAND),
        ("cover-open-report", PrintState.NEEDS_A_HAND),
        ("offline-report", PrintState.OFFLINE),
    ],
)
def test_a_hindered_job_says_why_and_goes_on_by_itself(
    printer: Printer, paper: bytes, said: str, state: PrintState
) -> None:
    printer.press("says", said)
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert (outcome.state, printer.papers()) == (state, [])
    assert said in outcome.reasons
    printer.release("says")
    assert follow(outcome.job, printer.name, patience_s=LONG_ENOUGH).state is PrintState.COMPLETED
    assert printer.papers() == [paper]


def test_a_low_tray_hinders_nobody(printer: Printer, paper: bytes) -> None:
    patience = Patience()
    printer.press("says", "media-low-report")
    outcome = print_paper(
        paper,
        title=NUMBER,
        queue=printer.name,
        patience_s=1,
        now=patience.now,
        pause=patience.pause,
    )
    assert outcome.state is PrintState.WAITING


def test_when_patience_is_over_the_job_still_waits_and_can_be_followed(
    printer: Printer, paper: bytes
) -> None:
    patience = Patience()
    printer.press("busy")
    outcome = print_paper(
        paper,
        title=NUMBER,
        queue=printer.name,
        patience_s=3,
        now=patience.now,
        pause=patience.pause,
    )
    assert (outcome.state, outcome.state.is_final) == (PrintState.WAITING, False)
    assert patience.time == pytest.approx(3)
    printer.release("busy")
    assert follow(outcome.job, printer.name, patience_s=LONG_ENOUGH).state is PrintState.COMPLETED


def test_a_job_that_the_printer_gives_up_is_aborted(service: PrintService, paper: bytes) -> None:
    printer = service.add_printer("gives-up", "-o", "printer-error-policy=abort-job")
    printer.press("broken")
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert (outcome.state, outcome.state.is_final) == (PrintState.ABORTED, True)


def test_a_printer_that_stops_at_a_fault_keeps_the_job(service: PrintService, paper: bytes) -> None:
    printer = service.add_printer("stops", "-o", "printer-error-policy=stop-printer")
    printer.press("broken")
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert outcome.state is PrintState.PRINTER_STOPPED
    printer.release("broken")
    printer.command("cupsenable")
    assert follow(outcome.job, printer.name, patience_s=LONG_ENOUGH).state is PrintState.COMPLETED


def test_a_held_job_is_told_apart(service: PrintService, paper: bytes) -> None:
    printer = service.add_printer("holds", "-o", "job-hold-until-default=indefinite")
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert (outcome.state, printer.papers()) == (PrintState.HELD, [])


def test_a_waiting_job_can_be_cancelled_and_prints_nothing(printer: Printer, paper: bytes) -> None:
    printer.command("cupsdisable")
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=0)
    assert cancel(outcome.job, printer.name).state is PrintState.CANCELLED
    printer.command("cupsenable")
    assert follow(outcome.job, printer.name, patience_s=1).state is PrintState.CANCELLED
    assert printer.papers() == []


def test_cancelling_a_job_that_came_out_says_that_it_came_out(
    printer: Printer, paper: bytes
) -> None:
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert cancel(outcome.job, printer.name).state is PrintState.COMPLETED


def test_a_queue_that_takes_no_jobs_refuses(printer: Printer, paper: bytes) -> None:
    printer.command("cupsreject")
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    assert (outcome.state, outcome.job) == (PrintState.REFUSED, "")
    assert outcome.reasons == ("not-accepting-jobs",)


def test_an_unknown_queue_is_no_queue(service: PrintService, paper: bytes) -> None:
    outcome = print_paper(paper, title=NUMBER, queue="nowhere", patience_s=LONG_ENOUGH)
    assert (service.socket.exists(), outcome.state) == (True, PrintState.NO_QUEUE)
    assert outcome.reasons == ("no-such-queue",)


@pytest.mark.parametrize("job", ["{name}-99999", "elsewhere-{number}"])
def test_a_job_that_the_queue_does_not_know_is_unclear(
    printer: Printer, paper: bytes, job: str
) -> None:
    outcome = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=LONG_ENOUGH)
    number = outcome.job.rpartition("-")[2]
    other = printer.service.add_printer(f"other-{number}")
    asked = job.format(name=printer.name, number=number)
    queue = printer.name if asked.startswith(printer.name) else other.name
    assert follow(asked, queue, patience_s=LONG_ENOUGH).state is PrintState.UNCLEAR


def test_a_service_killed_midway_loses_contact_and_not_the_job(
    monkeypatch: pytest.MonkeyPatch, own_service: PrintService, paper: bytes
) -> None:
    del own_service  # where it cannot start, this is skipped with its reason
    service = PrintService()
    try:
        service.start()
        monkeypatch.setenv("CUPS_SERVER", str(service.socket))
        printer = service.add_printer("desk")
        printer.press("busy")
        job = print_paper(paper, title=NUMBER, queue=printer.name, patience_s=0).job
        service.kill()
        patience = Patience()
        lost = follow(job, printer.name, patience_s=2, now=patience.now, pause=patience.pause)
        assert (lost.state, lost.job) == (PrintState.CONTACT_LOST, job)
        printer.release("busy")
        service.start()
        found = follow(job, printer.name, patience_s=LONG_ENOUGH)
        assert found.state is PrintState.COMPLETED
    finally:
        service.remove()


def test_without_a_print_service_the_form_waits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, paper: bytes
) -> None:
    if not (shutil.which("lp") and shutil.which("ipptool")):
        pytest.skip("lp and ipptool are not installed (cups-client, cups-ipp-utils)")
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-socket"))
    outcome = print_paper(paper, title=NUMBER, queue="desk", patience_s=LONG_ENOUGH)
    assert (outcome.state, outcome.reasons) == (PrintState.NO_QUEUE, ("no-print-service",))
    assert queues() == ()


def test_without_the_programs_of_cups_the_form_waits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, paper: bytes
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = print_paper(paper, title=NUMBER, queue="desk", patience_s=LONG_ENOUGH)
    assert (outcome.state, queues()) == (PrintState.NO_QUEUE, ())
    assert outcome.reasons == ("lp-missing", "ipptool-missing")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("state", PrintState)
def test_every_outcome_has_words_that_name_the_printer(
    state: PrintState, language: Language
) -> None:
    text = wording(language)[state.value].format(queue="HP-2", job="HP-2-17")
    assert "HP-2" in text


@pytest.fixture
def cups_pdf(service: PrintService) -> Iterator[Path]:
    """Give the folder into which the queue ``pdf`` prints, through Debian's filters."""
    description = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
    if os.geteuid() != 0 or not description.exists():
        pytest.skip("cups-pdf needs root and the package printer-driver-cups-pdf")
    out = service.folder / "out"
    out.mkdir(exist_ok=True)
    out.chmod(0o777)
    instance = service.folder.name
    settings = Path("/etc/cups") / f"cups-pdf-{instance}.conf"  # the one place it reads
    lines = (f"Out {out}", f"AnonDirName {out}", f"Spool {out}", f"Log {out}")
    settings.write_text("\n".join(lines) + "\n")
    device = ("-v", f"cups-pdf:/{instance}", "-P", str(description))
    service.command("lpadmin", "-p", "pdf", "-E", *device)
    yield out
    settings.unlink()


def test_a_form_printed_to_cups_pdf_can_be_read(cups_pdf: Path, paper: bytes) -> None:
    outcome = print_paper(paper, title=NUMBER, queue="pdf", patience_s=LONG_ENOUGH)
    assert outcome.state is PrintState.COMPLETED
    (printed,) = cups_pdf.glob("*.pdf")
    with PdfDocument(printed) as document:
        assert "Chan Tai Man" in document[0].get_textpage().get_text_bounded()


def test_a_paper_that_the_filters_cannot_read_is_held_not_printed(cups_pdf: Path) -> None:
    assert cups_pdf.is_dir()
    outcome = print_paper(b"no form", title=NUMBER, queue="pdf", patience_s=LONG_ENOUGH)
    assert outcome.state is PrintState.HELD
