"""Parts that know Qt and know nothing of tickets."""
