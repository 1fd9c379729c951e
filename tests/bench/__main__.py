"""``python -m tests.bench [WORD…]``: measures every figure and prints one table.

Exit 1 if a figure is over its limit or a bench breaks. With words, only the benches whose file or
function name has one of them are run.
"""

import importlib
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.figure import Figure

Bench = Callable[[], Figure | Sequence[Figure]]


def benches(words: Sequence[str]) -> Iterator[tuple[str, Bench]]:
    """Give every bench function by its name, in the order of files and of lines."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        module = importlib.import_module(f"tests.bench.{path.stem}")
        for name, found in vars(module).items():
            wanted = not words or any(word in f"{path.stem}.{name}" for word in words)
            if name.startswith("bench_") and callable(found) and wanted:
                yield f"{path.stem}.{name}", found


def measured(name: str, bench: Bench) -> Sequence[Figure] | None:
    """Give the figures of one bench, or nothing where it broke (said on standard error)."""
    sys.stderr.write(f"measuring {name} …\n")
    try:
        found = bench()
    except Exception:  # noqa: BLE001 - one broken bench must not hide the other figures
        traceback.print_exc()
        return None
    return (found,) if isinstance(found, Figure) else tuple(found)


def table(figures: Sequence[Figure]) -> str:
    """Lay the figures out: name, value, limit, unit, answer, how it was measured."""
    rows = [("figure", "measured", "limit", "unit", "", "how measured")]
    rows += [
        (
            figure.name,
            f"{figure.value:,.3f}",
            f"{'≥' if figure.at_least else '≤'} {figure.limit:,.3f}",
            figure.unit,
            "ok" if figure.ok else "OVER",
            figure.note,
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in (1, 2) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=False))
        )
        + f"  {row[5]}"
        for row in rows
    )


def main(words: Sequence[str]) -> int:
    """Run the benches and say how they went."""
    results = [measured(name, bench) for name, bench in benches(words)]
    figures = [figure for result in results if result is not None for figure in result]
    over = [figure for figure in figures if not figure.ok]
    broken = results.count(None)
    sys.stdout.write(table(figures) + "\n")
    sys.stdout.write(f"{len(figures)} figures, {len(over)} over their limit, {broken} broken\n")
    return 1 if over or broken or not figures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
