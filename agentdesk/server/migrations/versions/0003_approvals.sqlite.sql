-- Processes, requests and their decisions, the inventory. Frozen.

CREATE TABLE desk (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    three_levels BOOLEAN NOT NULL,
    default_domain BLOB,
    most_stages TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE process (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    stages INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    updated_by BLOB,
    PRIMARY KEY (id)
);

CREATE INDEX process_kind ON process (kind);

CREATE TABLE process_version (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    process BLOB NOT NULL,
    number INTEGER NOT NULL,
    stages INTEGER NOT NULL,
    decides_own BOOLEAN NOT NULL,
    at INTEGER NOT NULL,
    "by" BLOB,
    PRIMARY KEY (id)
);

CREATE INDEX process_version_process ON process_version (process);

CREATE TABLE stage (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    process BLOB NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    persons TEXT NOT NULL,
    rule VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    transferable BOOLEAN NOT NULL,
    due_hours INTEGER NOT NULL,
    escalates_to BLOB,
    PRIMARY KEY (id)
);

CREATE INDEX stage_process ON stage (process);

CREATE TABLE delegation (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    person BLOB NOT NULL,
    delegate BLOB NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX delegation_delegate ON delegation (delegate);

CREATE INDEX delegation_person ON delegation (person);

CREATE TABLE resource (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    domain BLOB NOT NULL,
    project BLOB,
    name TEXT NOT NULL,
    image TEXT NOT NULL,
    vcpus INTEGER NOT NULL,
    memory_gib INTEGER NOT NULL,
    disk_gib INTEGER NOT NULL,
    data_disk_gib INTEGER NOT NULL,
    network TEXT NOT NULL,
    created INTEGER NOT NULL,
    trashed INTEGER,
    request BLOB,
    PRIMARY KEY (id)
);

CREATE INDEX resource_domain ON resource (domain);

CREATE INDEX resource_project ON resource (project);

CREATE TABLE request (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    hosts TEXT NOT NULL,
    count INTEGER NOT NULL,
    image TEXT NOT NULL,
    vcpus INTEGER NOT NULL,
    memory_gib INTEGER NOT NULL,
    disk_gib INTEGER NOT NULL,
    data_disk_gib INTEGER NOT NULL,
    network TEXT NOT NULL,
    billing TEXT NOT NULL,
    until INTEGER,
    project BLOB,
    domain BLOB,
    role VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    applicant BLOB NOT NULL,
    state VARCHAR NOT NULL,
    created INTEGER NOT NULL,
    last_activity INTEGER NOT NULL,
    reason TEXT NOT NULL,
    withdrawn TEXT NOT NULL,
    number TEXT NOT NULL,
    result VARCHAR,
    execution VARCHAR NOT NULL,
    process BLOB,
    version INTEGER NOT NULL,
    stages INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    stage_since INTEGER NOT NULL,
    blocked BOOLEAN NOT NULL,
    reminded INTEGER,
    escalated INTEGER,
    attempts INTEGER NOT NULL,
    failure TEXT NOT NULL,
    closed INTEGER,
    PRIMARY KEY (id)
);

CREATE INDEX request_activity ON request (last_activity);

CREATE INDEX request_applicant ON request (applicant, last_activity);

CREATE INDEX request_number ON request (number);

CREATE INDEX request_state ON request (state, execution, stage_since);

CREATE TABLE decision (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    request BLOB NOT NULL,
    position INTEGER NOT NULL,
    person BLOB NOT NULL,
    "by" BLOB NOT NULL,
    verdict VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    comment TEXT NOT NULL,
    digest VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX decision_by ON decision ("by", at);

CREATE INDEX decision_request ON decision (request);

CREATE TABLE stage_result (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    request BLOB NOT NULL,
    position INTEGER NOT NULL,
    verdict VARCHAR NOT NULL,
    decision BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX stage_result_request ON stage_result (request);

CREATE TABLE candidate (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    request BLOB NOT NULL,
    position INTEGER NOT NULL,
    person BLOB NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX candidate_person ON candidate (person, active);

CREATE INDEX candidate_request ON candidate (request);

CREATE TABLE stage_transfer (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    request BLOB NOT NULL,
    position INTEGER NOT NULL,
    "by" BLOB NOT NULL,
    at INTEGER NOT NULL,
    person BLOB,
    role VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX stage_transfer_request ON stage_transfer (request);
