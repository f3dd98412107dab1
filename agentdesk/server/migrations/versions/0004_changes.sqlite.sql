-- What was asked for before somebody changed it. Frozen.

CREATE TABLE request_change (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    request BLOB NOT NULL,
    "by" BLOB NOT NULL,
    at INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX request_change_request ON request_change (request);
