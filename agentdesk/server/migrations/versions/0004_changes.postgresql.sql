-- What was asked for before somebody changed it. Frozen.

CREATE TABLE request_change (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    request UUID NOT NULL,
    by UUID NOT NULL,
    at BIGINT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX request_change_request ON request_change (request);

GRANT SELECT, INSERT ON request_change TO agentdesk_app;
