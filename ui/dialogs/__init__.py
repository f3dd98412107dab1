"""One file per dialog, named by its verb: each asks, checks, and hands commands out by `chosen`.

`XxxDialog(context, icons, parent)`; show it with `open()` and give what `chosen` carries to the context. The dialog
closes when the context says that it was done, and stays with the reason when it was refused: nothing typed is lost.
"""
