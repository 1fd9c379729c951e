"""Grades of clients and of products: two scales that are never compared as numbers.

``level`` is the member's value as a plain attribute: ``Enum.value`` looks it up anew each time,
which is felt where rules compare grades thousands of times a second.
"""

from enum import Enum


class ProductRisk(Enum):
    """Risk grade of a product (產品風險等級), ``R1`` lowest to ``R5`` highest."""

    R1 = 1
    R2 = 2
    R3 = 3
    R4 = 4
    R5 = 5

    def __init__(self, level: int) -> None:
        self.level = level

    def reaches(self, floor: "ProductRisk") -> bool:
        """Say whether this grade is ``floor`` or riskier."""
        return self.level >= floor.level


class RiskTolerance(Enum):
    """Assessed grade of a client (風險承受能力等級), ``A1`` most careful to ``A5``."""

    A1 = 1
    A2 = 2
    A3 = 3
    A4 = 4
    A5 = 5

    def __init__(self, level: int) -> None:
        self.level = level

    def covers(self, risk: ProductRisk) -> bool:
        """Say whether a client of this grade matches a product of ``risk``. Clause: S56."""
        return risk.level <= self.level
