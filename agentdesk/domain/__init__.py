"""The rules of a desk: standard library only, no clock, no I/O."""
