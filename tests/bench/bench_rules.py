"""How fast cases are decided: a whole batch as a script runs it, and one client's card.

The limits are for one core, so processor time is measured: it counts everything the process does,
its start included, and not what else the machine is busy with.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.bench.figure import Figure
from tests.packs.cases import ADULT, TODAY, sample_case, sample_rows

from advisor_desk.domain.allowed_today import ProductAnswer, allowed_today
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import WitnessRank
from advisor_desk.domain.product import AssetClass, Fees, Product, Purpose, Regime
from advisor_desk.domain.suitability import AskedBy
from advisor_desk.packs.rule_packs import pack_ids, packs_in_force

CASES = 50_000
CASES_A_SECOND = 10_000
PRODUCTS = 500
CARD_MILLISECONDS = 5.0
RUNS = 31


def bench_batch() -> tuple[Figure, ...]:
    """Decide 50,000 cases in one process, its start included, by one pack and by two."""
    rows = sample_rows()
    cases = [json.dumps(sample_case(row, "bank_wealth")).encode() for row in rows]
    lines = [cases[number % len(cases)] for number in range(CASES)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cases.jsonl"
        file.write_bytes(b"\n".join(lines) + b"\n")
        return tuple(
            Figure(
                name=f"batch, {packs}",
                value=max(_cases_a_second(file, packs) for _ in range(3)),
                limit=CASES_A_SECOND,
                unit="cases/s",
                note=f"{CASES} lines, whole process, processor time, best of 3",
                at_least=True,
            )
            for packs in ("bank-procedure", "bank-procedure,cn-2026")
        )


def _cases_a_second(file: Path, packs: str) -> float:
    command = [sys.executable, "-m", "advisor_desk", "suitability", "evaluate", str(file)]
    began = _processor_seconds_of_children()
    made = subprocess.run(
        [*command, "--batch", "--packs", packs], stdout=subprocess.PIPE, check=True
    )
    seconds = _processor_seconds_of_children() - began
    if made.stdout.count(b"\n") != CASES:
        raise AssertionError(made.stdout[-200:])
    return CASES / seconds


def _processor_seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bench_allowed_today() -> tuple[Figure, ...]:
    """Judge one client against 500 products, with the words for adviser and client."""
    packs = packs_in_force(pack_ids(), TODAY)
    shelf = [_product(number) for number in range(PRODUCTS)]
    elder = replace(
        ADULT,
        client_born=date(1955, 2, 10),
        asked_by=AskedBy.adviser,
        purpose=Purpose.pension,
        needed_by=date(2028, 1, 1),
        witness=WitnessRank.branch_retail_head,
    )
    figures = []
    for name, purchase in (("adult", ADULT), ("pension of a client of 71", elder)):
        times = []
        for _ in range(RUNS):
            began = time.process_time()
            _read_out(allowed_today(packs, purchase, shelf))
            times.append((time.process_time() - began) * 1_000)
        note = f"three packs, reasons read out, median of {RUNS}"
        median = sorted(times)[RUNS // 2]
        figures.append(Figure(f"card of {PRODUCTS}, {name}", median, CARD_MILLISECONDS, "ms", note))
    return tuple(figures)


def _read_out(answers: tuple[ProductAnswer, ...]) -> int:
    said = [one.answer for one in answers]
    return sum(
        len(one.for_adviser) + len(one.for_client) + len(one.would_change_it) for one in said
    )


def _product(number: int) -> Product:
    return Product(
        code=f"EXAMPLE-{number}",
        name=f"Example product {number}",
        regime=list(Regime)[number % 4],
        asset_class=AssetClass.mixed,
        issuer="Example Wealth Co",
        risk=list(ProductRisk)[number % 5],
        capital_protecting=number % 3 == 0,
        term_days=number,
        holding_days=number,
        pays_back_days=number + 2,
        minimum=Money(100),
        step=Money(100),
        fees=Fees(0, 30, 2),
        benchmark="none",
        on_sale=True,
        sale_from=date(2026, 1, 1),
        sale_to=date(2026, 12, 31),
        material_version="2026.1",
        material_approved_by="HQ retail dept",
    )
