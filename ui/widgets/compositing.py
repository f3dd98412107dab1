"""Whether the screen can show windows that are partly see-through: on X11 only while a compositor runs."""

import ctypes

from PySide6.QtGui import QGuiApplication


def is_composited() -> bool:
    """Without a compositor the see-through part of a window is black."""
    if QGuiApplication.platformName() != "xcb":
        return True
    try:
        library = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    return _has_compositor(library)


def _has_compositor(library: ctypes.CDLL) -> bool:
    """The compositor of a screen owns a selection of this name (EWMH)."""
    pointer, number = ctypes.c_void_p, ctypes.c_ulong
    library.XOpenDisplay.restype = pointer
    library.XDefaultScreen.argtypes = library.XCloseDisplay.argtypes = [pointer]
    library.XInternAtom.argtypes, library.XInternAtom.restype = [pointer, ctypes.c_char_p, ctypes.c_int], number
    library.XGetSelectionOwner.argtypes, library.XGetSelectionOwner.restype = [pointer, number], number
    display = library.XOpenDisplay(None)
    if not display:
        return False
    name = f"_NET_WM_CM_S{library.XDefaultScreen(display)}".encode()
    owner = library.XGetSelectionOwner(display, library.XInternAtom(display, name, 0))
    library.XCloseDisplay(display)
    return bool(owner)
