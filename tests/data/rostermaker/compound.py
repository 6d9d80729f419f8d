# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A compound file (MS-CFB, version 3) of a few streams: what old and encrypted workbooks lie in."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4096  # shorter streams would need the small sectors


def entry(name, kind, start, size, child=FREE, right=FREE):
    encoded = name.encode("utf-16-le") + b"\0\0"
    return (encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, FREE, right, child)
            + bytes(16 + 4 + 16) + struct.pack("<IQ", start, size))


def compound(streams):
    """streams: name to bytes. One sector each for the table of sectors and the directory."""
    assert len(streams) <= 3
    table, body, entries = [FAT, END], b"", []
    for i, (name, data) in enumerate(streams.items()):
        data = data.ljust(SMALLEST, b"\0")
        data += bytes(-len(data) % SECTOR)
        start, count = len(table), len(data) // SECTOR
        table += list(range(start + 1, start + count)) + [END]
        body += data
        right = i + 2 if i + 1 < len(streams) else FREE
        entries.append(entry(name, 2, start, len(data), right=right))
    directory = entry("Root Entry", 5, END, 0, child=1) + b"".join(entries)
    directory = directory.ljust(SECTOR, b"\0")
    assert len(table) <= SECTOR // 4
    table += [FREE] * (SECTOR // 4 - len(table))
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
              + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + struct.pack("<IIIIIIIII", 0, 1, 1, 0, SMALLEST, END, 0, END, 0)
              + struct.pack("<I", 0) + struct.pack("<I", FREE) * 108)
    assert len(header) == SECTOR
    return header + struct.pack(f"<{SECTOR // 4}I", *table) + directory + body
