# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Has LibreOffice convert a workbook to CSV: a start of the program, which is what a script pays.

    libreoffice_convert.py SOFFICE WORKBOOK

A small conversion goes before, as the first start in a new profile takes seconds more.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def convert(soffice, source, folder):
    begin = time.perf_counter()
    subprocess.run([soffice, "--headless", f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to", "csv", "--outdir", f"{folder}/converted", source],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    elapsed = (time.perf_counter() - begin) * 1000
    if not Path(folder, "converted", Path(source).stem + ".csv").exists():
        sys.exit(f"LibreOffice did not convert {source}")
    return elapsed


with tempfile.TemporaryDirectory() as temporary:
    Path(temporary, "warm-up.csv").write_text("student_id\n1\n")
    convert(sys.argv[1], f"{temporary}/warm-up.csv", temporary)
    milliseconds = convert(sys.argv[1], sys.argv[2], temporary)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"milliseconds={milliseconds:f} peak={peak:f} gap=0")
