"""The laws of laws.py hold for every file, and each of them catches what it is there to catch."""

from pathlib import Path

import pytest

from tests.shape import laws
from tests.shape.laws import LAWS, TEST_LAWS, Law, Source

Breaches = dict[Law, list[str]]


def breaches(root: Path, laws: tuple[Law, ...], *folders: str) -> Breaches:
    """What breaks each law. Every file is parsed once for all of them, and its tree is not kept."""
    found: Breaches = {law: [] for law in laws}
    for path in (path for folder in folders for path in sorted((root / folder).rglob("*.py"))):
        source = Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for law in laws:
            found[law] += law(source)
    return found


@pytest.fixture(scope="module")
def broken_in_the_product(repository: Path) -> Breaches:
    return breaches(repository, LAWS, "agentdesk", "ui", "resources")


@pytest.fixture(scope="module")
def broken_in_the_tests(repository: Path) -> Breaches:
    return breaches(repository, TEST_LAWS, "tests")


def law_name(law: Law) -> str:
    return law.__name__


@pytest.mark.parametrize("law", LAWS, ids=law_name)
def test_the_product_keeps_the_law(law: Law, broken_in_the_product: Breaches) -> None:
    assert not broken_in_the_product[law], "\n".join(broken_in_the_product[law])


@pytest.mark.parametrize("law", TEST_LAWS, ids=law_name)
def test_the_tests_keep_the_law(law: Law, broken_in_the_tests: Breaches) -> None:
    assert not broken_in_the_tests[law], "\n".join(broken_in_the_tests[law])


def test_the_folder_packaging_is_no_package(repository: Path) -> None:
    # It would hide the library `packaging` from everything started in the root.
    assert not (repository / "packaging" / "__init__.py").exists()


LONG_FUNCTION = "def long() -> None:\n" + "    pass\n" * 60
LONG_FILE = "x = 1\n" * 501

BREAKS: list[tuple[Law, str, str]] = [
    (laws.models_know_no_widgets, "ui/tickets/model.py", "from PySide6.QtWidgets import QWidget"),
    (laws.models_know_no_widgets, "ui/model.py", "from PySide6 import QtWidgets"),
    (laws.models_know_no_widgets, "ui/model.py", "import PySide6.QtWidgets"),
    (laws.threads_live_in_their_rooms, "agentdesk/store/journal.py", "import threading"),
    (laws.threads_live_in_their_rooms, "agentdesk/store/journal.py", "from threading import Thread"),
    (laws.threads_live_in_their_rooms, "agentdesk/store/journal.py", "import threading; threading.Lock()"),
    (laws.threads_live_in_their_rooms, "ui/window.py", "from PySide6.QtCore import QThread"),
    (laws.threads_live_in_their_rooms, "ui/window.py", "from concurrent.futures import ThreadPoolExecutor"),
    (laws.actions_come_from_the_table, "ui/window.py", "QAction('Reply', self)"),
    (laws.actions_come_from_the_table, "ui/nav/view.py", "QtGui.QShortcut(keys, self)"),
    (laws.dialogs_never_block, "ui/dialogs/forward.py", "dialog.exec()"),
    (laws.dialogs_never_block, "ui/window.py", "ForwardDialog(self).exec()"),
    (laws.dialogs_never_block, "ui/window.py", "self.exec_()"),
    (laws.the_rules_need_only_the_standard_library, "agentdesk/domain/policy.py", "import sqlalchemy"),
    (laws.the_rules_need_only_the_standard_library, "agentdesk/domain/policy.py", "from agentdesk import clock"),
    (laws.the_rules_need_only_the_standard_library, "agentdesk/domain/policy.py", "import agentdesk.domain_of_others"),
    (laws.labels_are_made_in_widgets, "ui/thread/view.py", "QLabel(subject)"),
    (laws.labels_are_made_in_widgets, "ui/thread/view.py", "card.setToolTip(subject)"),
    (laws.labels_are_made_in_widgets, "ui/thread/view.py", "class Subject(QtWidgets.QLabel): pass"),
    (laws.labels_are_made_in_widgets, "ui/window.py", "from PySide6.QtWidgets import QMessageBox"),
    (laws.certificates_are_always_verified, "agentdesk/sync/transport.py", "get(url, verify=False)"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "c.execute(f'select {x}')"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "c.exec_driver_sql('select %s' % x)"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "text('select ' + x + ' from t')"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "sa.text('select {}'.format(x))"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "c.executescript(';'.join(x))"),
    (laws.no_browser_is_in_the_house, "ui/thread/view.py", "from PySide6.QtWebEngineWidgets import QWebEngineView"),
    (laws.no_browser_is_in_the_house, "ui/thread/view.py", "from PySide6 import QtQml"),
    (laws.files_stay_short, "ui/window.py", LONG_FILE),
    (laws.functions_stay_short, "ui/window.py", LONG_FUNCTION),
    (laws.every_name_says_what_it_holds, "agentdesk/utils.py", ""),
    (laws.every_name_says_what_it_holds, "ui/common/label.py", ""),
    (laws.every_module_says_what_it_is_for, "ui/window.py", "x = 1"),
    (laws.tests_never_sleep, "tests/ui/test_window.py", "time.sleep(1)"),
    (laws.tests_never_sleep, "tests/ui/test_window.py", "qtbot.wait(100)"),
    (laws.test_folders_are_no_packages, "tests/ui/__init__.py", ""),
]


@pytest.mark.parametrize(("law", "name", "text"), BREAKS)
def test_the_law_catches(law: Law, name: str, text: str) -> None:
    assert list(law(Source(name, text)))


KEEPS: list[tuple[Law, str, str]] = [
    (laws.models_know_no_widgets, "ui/tickets/view.py", "from PySide6.QtWidgets import QWidget"),
    (laws.threads_live_in_their_rooms, "agentdesk/desk/worker.py", "import threading"),
    (laws.threads_live_in_their_rooms, "agentdesk/store/database.py", "from threading import get_ident"),
    (laws.threads_live_in_their_rooms, "agentdesk/store/database.py", "import threading; threading.get_ident()"),
    (laws.actions_come_from_the_table, "ui/actions/book.py", "QAction('Reply', self)"),
    (laws.dialogs_never_block, "ui/app.py", "sys.exit(app.exec())"),
    (laws.dialogs_never_block, "ui/window.py", "dialog.open()"),
    (laws.the_rules_need_only_the_standard_library, "agentdesk/domain/policy.py", "from agentdesk.domain import sla"),
    (laws.the_rules_need_only_the_standard_library, "agentdesk/domain/policy.py", "import datetime"),
    (laws.labels_are_made_in_widgets, "ui/widgets/plain.py", "QLabel(text)"),
    (laws.labels_are_made_in_widgets, "ui/thread/view.py", "plain_label(subject)"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "c.execute(select(tickets))"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "text('select ' 'all')"),
    (laws.sql_is_never_put_together_from_text, "agentdesk/store/s.py", "text(f'handler is null and {_WAITS}')"),
    (laws.sql_is_never_put_together_from_text, "ui/thread/view.py", "edit.text()"),
    (laws.no_browser_is_in_the_house, "ui/thread/view.py", "from PySide6.QtWidgets import QTextBrowser"),
    (laws.files_stay_short, "ui/window.py", "x = 1\n" * 500),
    (laws.every_module_says_what_it_is_for, "ui/window.py", '"""The frame."""'),
    (laws.tests_never_sleep, "tests/ui/test_window.py", "qtbot.waitUntil(shown)"),
]


@pytest.mark.parametrize(("law", "name", "text"), KEEPS)
def test_the_law_allows(law: Law, name: str, text: str) -> None:
    assert not list(law(Source(name, text)))


def test_every_law_has_been_seen_to_catch_something() -> None:
    assert {law for law, _, _ in BREAKS} == {*LAWS, *TEST_LAWS}
