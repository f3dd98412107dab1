-- Processes, requests and their decisions, the inventory. Frozen.

CREATE TABLE desk (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    name TEXT NOT NULL,
    three_levels BOOLEAN NOT NULL,
    default_domain UUID,
    most_stages TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE process (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    stages BIGINT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    updated_by UUID,
    PRIMARY KEY (id)
);

CREATE INDEX process_kind ON process (kind);

CREATE TABLE process_version (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    process UUID NOT NULL,
    number BIGINT NOT NULL,
    stages BIGINT NOT NULL,
    decides_own BOOLEAN NOT NULL,
    at BIGINT NOT NULL,
    by UUID,
    PRIMARY KEY (id)
);

CREATE INDEX process_version_process ON process_version (process);

CREATE TABLE stage (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    process UUID NOT NULL,
    version BIGINT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    role VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    persons TEXT NOT NULL,
    rule VARCHAR NOT NULL,
    number BIGINT NOT NULL,
    transferable BOOLEAN NOT NULL,
    due_hours BIGINT NOT NULL,
    escalates_to UUID,
    PRIMARY KEY (id)
);

CREATE INDEX stage_process ON stage (process);

CREATE TABLE delegation (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    person UUID NOT NULL,
    delegate UUID NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX delegation_delegate ON delegation (delegate);

CREATE INDEX delegation_person ON delegation (person);

CREATE TABLE resource (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    domain UUID NOT NULL,
    project UUID,
    name TEXT NOT NULL,
    image TEXT NOT NULL,
    vcpus BIGINT NOT NULL,
    memory_gib BIGINT NOT NULL,
    disk_gib BIGINT NOT NULL,
    data_disk_gib BIGINT NOT NULL,
    network TEXT NOT NULL,
    created BIGINT NOT NULL,
    trashed BIGINT,
    request UUID,
    PRIMARY KEY (id)
);

CREATE INDEX resource_domain ON resource (domain);

CREATE INDEX resource_project ON resource (project);

CREATE TABLE request (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    name TEXT NOT NULL,
    hosts TEXT NOT NULL,
    count BIGINT NOT NULL,
    image TEXT NOT NULL,
    vcpus BIGINT NOT NULL,
    memory_gib BIGINT NOT NULL,
    disk_gib BIGINT NOT NULL,
    data_disk_gib BIGINT NOT NULL,
    network TEXT NOT NULL,
    billing TEXT NOT NULL,
    until BIGINT,
    project UUID,
    domain UUID,
    role VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    applicant UUID NOT NULL,
    state VARCHAR NOT NULL,
    created BIGINT NOT NULL,
    last_activity BIGINT NOT NULL,
    reason TEXT NOT NULL,
    withdrawn TEXT NOT NULL,
    number TEXT NOT NULL,
    result VARCHAR,
    execution VARCHAR NOT NULL,
    process UUID,
    version BIGINT NOT NULL,
    stages BIGINT NOT NULL,
    stage BIGINT NOT NULL,
    stage_since BIGINT NOT NULL,
    blocked BOOLEAN NOT NULL,
    reminded BIGINT,
    escalated BIGINT,
    attempts BIGINT NOT NULL,
    failure TEXT NOT NULL,
    closed BIGINT,
    PRIMARY KEY (id)
);

CREATE INDEX request_activity ON request (last_activity);

CREATE INDEX request_applicant ON request (applicant, last_activity);

CREATE INDEX request_number ON request (number);

CREATE INDEX request_state ON request (state, execution, stage_since);

CREATE TABLE decision (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    request UUID NOT NULL,
    position BIGINT NOT NULL,
    person UUID NOT NULL,
    by UUID NOT NULL,
    verdict VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    comment TEXT NOT NULL,
    digest VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX decision_by ON decision (by, at);

CREATE INDEX decision_request ON decision (request);

CREATE TABLE stage_result (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    request UUID NOT NULL,
    position BIGINT NOT NULL,
    verdict VARCHAR NOT NULL,
    decision UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX stage_result_request ON stage_result (request);

CREATE TABLE candidate (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    request UUID NOT NULL,
    position BIGINT NOT NULL,
    person UUID NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX candidate_person ON candidate (person, active);

CREATE INDEX candidate_request ON candidate (request);

CREATE TABLE stage_transfer (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    request UUID NOT NULL,
    position BIGINT NOT NULL,
    by UUID NOT NULL,
    at BIGINT NOT NULL,
    person UUID,
    role VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX stage_transfer_request ON stage_transfer (request);

GRANT SELECT, INSERT, UPDATE ON desk, process, delegation, resource, request, candidate TO agentdesk_app;
GRANT SELECT, INSERT ON process_version, stage, decision, stage_result, stage_transfer TO agentdesk_app;
