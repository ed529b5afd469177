"""Takes away from a process whatever printing does not need: the network, other programs, and all files but a few.

The kernel keeps these promises, not Python: Landlock for files and programs, a filter of system calls for sockets. A
system that has neither prints all the same; see docs/operations.md.
"""

import ctypes
import os
import platform
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OWN = tuple(ROOT / name for name in ("scoring", "assessments", "report_templates", "translations"))
PYTHON = tuple({Path(sys.prefix), Path(sys.base_prefix, "lib"), Path(os.__file__).parent})
FONTS = ("/usr/share", "/usr/lib", "/usr/local/lib", "/usr/local/share", "/lib", "/lib64", "/etc/fonts", "/var/cache")
SYSTEM = ("/etc/ld.so.cache", "/etc/localtime", "/proc/self", "/dev/null", "/dev/urandom", "/sys/devices/system/cpu")
READABLE = (*OWN, *PYTHON, *map(Path, FONTS + SYSTEM))

# The numbers of the kernel's interface; they never change.
NO_NEW_RIGHTS, SECCOMP, FILTER = 38, 22, 2
CREATE_RULES, ADD_RULE, RESTRICT = 444, 445, 446
BELOW_PATH = 1
EVERYTHING = (1 << 13) - 1  # every right to files that the first version of Landlock knows
EXECUTE, READ_FILE, READ_FOLDER = 1, 1 << 2, 1 << 3
RING, OTHER_ABI = 425, 0x40000000
ARCHITECTURES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # its name, and the number of `socket`

LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
ALLOW, DENY = 0x7FFF0000, 0x00050000 | 13  # "permission denied"


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def confine(folder: Path) -> None:
    """Give up for good, in this process, what printing does not need; ``folder`` alone may be written to.

    What the kernel does not know how to forbid is left.
    """
    if sys.platform != "linux":
        return
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.syscall.restype = ctypes.c_long
    if kernel.prctl(NO_NEW_RIGHTS, 1, 0, 0, 0) == 0:
        _leave_files(kernel, folder)
        _leave_network(kernel)


def _leave_files(kernel: ctypes.CDLL, folder: Path) -> None:
    rights = struct.pack("Q", EVERYTHING)
    rules = kernel.syscall(CREATE_RULES, rights, len(rights), 0)
    if rules < 0:  # a kernel before 5.13, or one that was built without
        return
    for path in filter(Path.exists, READABLE):
        _allow(kernel, rules, path, READ_FILE | READ_FOLDER if path.is_dir() else READ_FILE)
    _allow(kernel, rules, folder, EVERYTHING & ~EXECUTE)
    kernel.syscall(RESTRICT, rules, 0)
    os.close(rules)


def _allow(kernel: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    kernel.syscall(ADD_RULE, rules, BELOW_PATH, struct.pack("=Qi", rights, handle), 0)
    os.close(handle)


def _leave_network(kernel: ctypes.CDLL) -> None:
    known = ARCHITECTURES.get(platform.machine())
    if known is None:
        return
    steps = _no_sockets(*known)
    kernel.prctl(SECCOMP, FILTER, ctypes.byref(_Program(len(steps) // 8, steps)), 0, 0)


def _no_sockets(architecture: int, socket: int) -> bytes:
    """Return the filter: no new sockets, nor what could make one another way."""
    step = struct.Struct("=HBBI").pack
    return b"".join(
        (
            step(LOAD, 0, 0, 4),
            step(EQUAL, 0, 4, architecture),  # of another architecture: to DENY
            step(LOAD, 0, 0, 0),
            step(AT_LEAST, 2, 0, OTHER_ABI),
            step(EQUAL, 1, 0, socket),
            step(EQUAL, 0, 1, RING),
            step(RETURN, 0, 0, DENY),
            step(RETURN, 0, 0, ALLOW),
        )
    )
