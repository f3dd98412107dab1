"""The desk's file on this computer: one writer, many readers."""
