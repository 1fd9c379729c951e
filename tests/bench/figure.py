"""What a bench function gives back: one measured figure beside the limit measured with it.

A bench file is ``tests/bench/bench_<thing>.py``; each of its functions named ``bench_…`` takes
nothing and returns a ``Figure`` or a tuple of them. A limit that depends on the machine (a bare
commit, a bare canvas) is measured in the same function, in turns with the figure.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` against ``limit`` in ``unit``; at most the limit, or ``at_least`` it.

    ``note`` says how it was measured: how many runs, of what, and where the limit comes from.
    """

    name: str
    value: float
    limit: float
    unit: str
    note: str = ""
    at_least: bool = False

    @property
    def ok(self) -> bool:
        """Say whether the figure keeps its limit; reaching it exactly does."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit
