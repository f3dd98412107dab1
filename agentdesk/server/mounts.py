"""Whether a place is at another computer: there locks of SQLite do not hold."""

import os
from pathlib import Path, PurePosixPath

MOUNTS = Path("/proc/self/mounts")
_ELSEWHERE = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "davfs", "fuse.ceph", "fuse.davfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
        "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs", "virtiofs",
    }
)  # fmt: skip


def network_file_system(path: Path, mounts: Path = MOUNTS) -> str:
    """Its kind, such as nfs4; empty on a disk of this computer, and where nobody can tell."""
    real = os.path.realpath(path)
    if real.startswith("\\\\"):
        return "smb"
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    within = [line.split(" ") for line in lines if _is_within(real, line.split(" ")[1])]
    kind = max(within, key=lambda fields: len(fields[1]), default=["", "", ""])[2]
    return kind if kind in _ELSEWHERE else ""


def _is_within(path: str, mount: str) -> bool:
    """Spaces and the like are written as \\040 there."""
    place = mount.encode("utf-8", "surrogateescape").decode("unicode_escape")
    return PurePosixPath(path).is_relative_to(place)
