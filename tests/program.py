"""Runs the fabula program for the tests; the environment variable FABULA names it."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
FABULA = os.environ.get("FABULA", str(ROOT / "build/release/fabula"))
WEIR = ROOT / "examples" / "weir"
# Real articles and gold annotations, where they are at hand; never part of the project.
SHARED = pathlib.Path(os.environ.get("FABULA_SHARED", ROOT.parent / "shared"))

QUOTED = 'The bridge at Orra\n\n"We count the boats every evening," said Mila Tarn, the ferry master.\n'


class ProgramTest(unittest.TestCase):
    """Each test runs in a folder of its own."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)

    def fabula(self, *arguments, code=0, text=True, **options):
        """Runs the program and checks its exit code; None accepts any but a breakdown."""
        done = subprocess.run([FABULA, *map(str, arguments)], cwd=self.folder, capture_output=True, text=text,
                              timeout=300, **options)
        if code is None:
            self.assertNotIn(done.returncode, (70, -6, -11), done.stderr)
        else:
            self.assertEqual(done.returncode, code, f"fabula {' '.join(map(str, arguments))}: {done.stderr}")
        return done

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content)
        return name

    def export(self, store):
        return json.loads(self.fabula("export", store, "--to", "json").stdout)

    def left_out(self, store):
        return [json.loads(line) for line in self.fabula("left-out", store, "--format", "jsonl").stdout.splitlines()]
