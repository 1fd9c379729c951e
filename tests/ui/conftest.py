"""The home in which an interview waits at every step: made once, copied by whoever opens it."""

import pytest
from tests.ui.homes import Waiting, make_waiting


@pytest.fixture(scope="session")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Waiting:
    return make_waiting(tmp_path_factory.mktemp("waiting"))
