"""Which column of the file holds which field: a box for each field, four in a row."""

from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_desk.ui.imports.presenter import ImportPresenter
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import ChoiceBox, Label, clear

IN_A_ROW = 4
NAMED = "import.column."
NO_COLUMN = "-1"


class ColumnBoxes(QWidget):
    """Hidden while no file is read."""

    def __init__(self, look: Look, presenter: ImportPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._boxes: dict[str, ChoiceBox] = {}
        self._header: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.size("m"))
        self._grid.setVerticalSpacing(look.theme.size("xs"))
        for side in range(IN_A_ROW):
            self._grid.setColumnStretch(side, 1)

    def first_focus(self) -> QWidget:
        """Return the first field without a column, else the first."""
        open_ = (box for box in self._boxes.values() if box.choice() == NO_COLUMN)
        return next(open_, next(iter(self._boxes.values())))

    def show_state(self) -> None:
        """Show the columns as they are chosen."""
        presenter = self._presenter
        if presenter.header != self._header:
            self._header = presenter.header
            self._build()
        for field, box in self._boxes.items():
            box.show_choice(str(presenter.column_of(field)))
        self.setVisible(bool(presenter.header))

    def _build(self) -> None:
        look, words, presenter = self._look, self._look.words, self._presenter
        clear(self._grid)
        self._boxes = {}
        choices = [(NO_COLUMN, words.say("IMPORT_NO_COLUMN"))]
        choices += [(str(at), said) for at, said in enumerate(presenter.headings(words))]
        for number, field in enumerate(presenter.source.fields if presenter.header else ()):
            box = ChoiceBox(look, f"{NAMED}{field}", choices)
            box.chosen.connect(self._chosen)
            self._boxes[field] = box
            box.setSizeAdjustPolicy(
                ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            label = Label(look, presenter.source.field_name(field, words), "caption", "ink_2")
            label.setBuddy(box)
            box.setAccessibleName(label.text())
            row, side = divmod(number, IN_A_ROW)
            self._grid.addWidget(label, 2 * row, side)
            self._grid.addWidget(box, 2 * row + 1, side)

    def _chosen(self, place: str) -> None:
        box = self.sender()
        if box is not None:
            self._presenter.choose(box.objectName().removeprefix(NAMED), int(place))
