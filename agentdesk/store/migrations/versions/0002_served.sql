-- What a desk with a server keeps: entries on their way, answered ones for seven days, uploads. Frozen.

ALTER TABLE outbox ADD COLUMN tries INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE outbox ADD COLUMN faults INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE outbox ADD COLUMN refused VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE outbox ADD COLUMN next_try INTEGER;

ALTER TABLE outbox ADD COLUMN answered INTEGER;

ALTER TABLE outbox ADD COLUMN answer TEXT DEFAULT '' NOT NULL;

ALTER TABLE outbox ADD COLUMN done_at INTEGER;

CREATE INDEX outbox_state ON outbox (state);

ALTER TABLE blob ADD COLUMN upload_id VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE blob ADD COLUMN ready BOOLEAN DEFAULT 0 NOT NULL;
