"""One window for a home: a second start calls the first, which comes to the front.

Nothing is said between the two: that somebody calls is all. Only the same user of the machine can.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1_000
CALLS = 20


def raise_other(home: Path) -> bool:
    """Call the window that holds a home; say whether one answered.

    It may have taken the home this very moment, and hear a little later: it is called again.
    """
    for _ in range(CALLS):
        if _answers(_name(home)):
            return True
        QThread.msleep(PATIENCE_MS // CALLS)
    return False


def _answers(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    answered = socket.waitForConnected(PATIENCE_MS)
    socket.abort()
    return answered


class Listener(QObject):
    """Tells ``called`` when a second start wants the window of a home."""

    called = Signal()

    def __init__(self, parent: QObject, home: Path) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._name = _name(home)

    def listen(self) -> bool:
        """Begin: only whoever holds the home may, since a name left behind is taken over."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Hear no more calls."""
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.abort()
            caller.deleteLater()
            self.called.emit()


def without_minimised(state: Qt.WindowState) -> Qt.WindowState:
    """Return the state in which a window is seen."""
    return state & ~Qt.WindowState.WindowMinimized


def _name(home: Path) -> str:
    digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()
    return f"advisor-desk-{digest[:24]}"
