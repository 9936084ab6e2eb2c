"""Places in which a store has a hard time."""

import os
import subprocess

import pytest


@pytest.fixture
def read_only_folder(tmp_path):
    """A folder that a function fills and that then cannot be written; root, whom no mode stops, gets a mount."""
    folder = tmp_path / "fixed"
    folder.mkdir()
    mounts = os.geteuid() == 0
    if mounts and subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], check=False).returncode:
        pytest.skip("root may write everywhere here, and may not mount")

    def filled(fill):
        fill(folder)
        if mounts:
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        else:
            for path in (*folder.iterdir(), folder):
                path.chmod(path.stat().st_mode & ~0o222)
        return folder

    yield filled
    if mounts:
        subprocess.run(["umount", "-l", folder], check=True)
    else:
        folder.chmod(0o755)
