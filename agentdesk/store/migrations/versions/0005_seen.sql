-- An entry that decides keeps what was asked for as it was shown: if it comes back, one can be told what changed. Frozen.

ALTER TABLE outbox ADD COLUMN seen TEXT DEFAULT '' NOT NULL;
