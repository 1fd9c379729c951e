"""A button that stays pressed, also for those who press it by voice or by screen reader."""

from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class Checkable(QAbstractButton):
    """What Qt toggles on behalf of a screen reader counts as clicked, which Qt does not say."""

    def __init__(self) -> None:
        super().__init__()
        self._is_explained = False
        self.setCheckable(True)
        self.toggled.connect(self._toggled)

    def setChecked(self, is_checked: bool, /) -> None:  # noqa: N802 - Qt's name
        """Show a state by program."""
        self._is_explained = True
        super().setChecked(is_checked)
        self._is_explained = False

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Go on at a click, of which Qt tells by itself."""
        self._is_explained = True
        super().nextCheckState()
        self._is_explained = False

    def _toggled(self, is_checked: bool) -> None:
        if not self._is_explained:
            self.setChecked(not is_checked)
            self.click()


class OneOfSome(Checkable):
    """A choice of which one holds: announced as a radio button.

    Its owner shows which one holds. Qt's own ways with radio buttons (a choice that cannot be taken
    back, arrows that choose, Tab at the chosen one alone) are kept off by a group of its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self._alone = QButtonGroup(self)
        self._alone.setExclusive(False)
        self._alone.addButton(self)
        self.setAutoExclusive(True)
