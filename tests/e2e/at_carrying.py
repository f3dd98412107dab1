"""A process whose carrier has fetched a page, and who says so and waits to be killed."""

import sys
from pathlib import Path
from typing import Any

from agentdesk.desk import open_desk
from agentdesk.desk.carrying import PAGES_HERE, Carriage, Way
from agentdesk.sync.session import SignedIn
from agentdesk.wire import BootstrapPage, Documents


class Pages:
    def bootstrap_page(self, _: str, after: str) -> BootstrapPage:
        return BootstrapPage(documents=Documents(), after=f"{after}x")


def reach(_: SignedIn) -> Any:
    return Pages()


def main(directory: Path) -> None:
    desk = open_desk(directory)
    carriage = Carriage(desk, Pages(), Way(reach))  # type: ignore[arg-type]
    for _ in range(PAGES_HERE + 1):
        page = carriage.bootstrap_page("", "")
    sys.stdout.write(f"fetched {page.after}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
