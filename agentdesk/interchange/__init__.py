"""Files of other programs in, files for other programs out; opens no connection."""
