"""SQLite serves from a disk of this computer alone."""

from pathlib import Path

import pytest

from agentdesk.server import database
from agentdesk.server.database import NotOpened, opened
from agentdesk.server.mounts import network_file_system

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
files:/export /srv/desk nfs4 rw 0 0
//files/team /mnt/the\040team cifs rw 0 0
/dev/sdb1 /srv/desk/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/desk/a.sqlite", "nfs4"),
        ("/srv/desk/deeper/a.sqlite", "nfs4"),
        ("/srv/desk/local/a.sqlite", ""),
        ("/srv/deskmates/a.sqlite", ""),
        ("/mnt/the team/a.sqlite", "cifs"),
        ("/home/mara/a.sqlite", ""),
    ],
)
def test_the_nearest_mount_says_where_a_file_lies(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert network_file_system(Path(path), mounts) == kind


def test_where_nobody_can_tell_a_disk_is_a_disk(tmp_path: Path) -> None:
    assert network_file_system(tmp_path, tmp_path / "missing") == ""


def test_a_database_on_a_network_file_system_is_refused_with_a_way_out(
    sqlite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "network_file_system", lambda _: "nfs4")
    with pytest.raises(NotOpened, match=r"nfs4.*or use PostgreSQL"), opened(sqlite):
        pass
