"""How far the client has read: part by part, to the last one."""


class Reading:
    """Parts are counted from 0; a part not yet turned to is not read."""

    def __init__(self) -> None:
        self.part = 0
        self.parts = 1
        self._read = 0
        self._number = ""

    def begin(self, number: str) -> None:
        """Begin again for another set."""
        if number != self._number:
            self._number = number
            self.part = self._read = 0

    def count(self, parts: int) -> None:
        """Take how many parts there are on this screen; the place read to stays about the same."""
        if parts < 1 or parts == self.parts:
            return
        share = parts / self.parts
        self.part = min(int(self.part * share), parts - 1)
        self._read = min(int(self._read * share), parts - 1)
        self.parts = parts

    def turn(self, step: int) -> None:
        """Go on, or with -1 back."""
        self.part = min(max(self.part + step, 0), self.parts - 1)
        self._read = max(self._read, self.part)

    @property
    def is_last(self) -> bool:
        """Say whether there is nothing after this part."""
        return self.part >= self.parts - 1

    @property
    def is_through(self) -> bool:
        """Say whether every part was turned to."""
        return self._read >= self.parts - 1
