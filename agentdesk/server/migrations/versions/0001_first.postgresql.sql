CREATE TABLE access_token (
    hash BYTEA NOT NULL,
    family UUID NOT NULL,
    person UUID NOT NULL,
    client UUID,
    expires BIGINT NOT NULL,
    PRIMARY KEY (hash)
);
CREATE INDEX access_token_family ON access_token (family);
CREATE INDEX access_token_person ON access_token (person);
CREATE TABLE account (
    person UUID NOT NULL,
    password_hash TEXT NOT NULL,
    changed BIGINT NOT NULL,
    PRIMARY KEY (person)
);
CREATE TABLE attachment (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    ticket UUID NOT NULL,
    message UUID NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content_id TEXT NOT NULL,
    inline BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX attachment_message ON attachment (message);
CREATE INDEX attachment_ticket ON attachment (ticket);
CREATE TABLE attempt (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX attempt_key ON attempt (key, at);
CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    at BIGINT NOT NULL,
    person UUID,
    event VARCHAR NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE blob (
    sha256 VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    start BYTEA NOT NULL,
    upload VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (sha256)
);
CREATE TABLE bootstrap (
    token VARCHAR NOT NULL,
    person UUID NOT NULL,
    epoch UUID NOT NULL,
    scopes TEXT[] NOT NULL,
    since BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (token)
);
CREATE TABLE canned_reply (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    name TEXT NOT NULL,
    body_html TEXT NOT NULL,
    owner UUID,
    source VARCHAR,
    "order" BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX canned_reply_owner ON canned_reply (owner);
CREATE TABLE chunk (
    upload VARCHAR NOT NULL,
    "offset" BIGINT NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (upload, "offset")
);
CREATE TABLE client (
    id UUID NOT NULL,
    person UUID NOT NULL,
    registered BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE command_log (
    id UUID NOT NULL,
    client UUID NOT NULL,
    person UUID NOT NULL,
    name VARCHAR NOT NULL,
    arg_hash BYTEA NOT NULL,
    issued_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    outcome TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX command_log_at ON command_log (at);
CREATE TABLE domain (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX domain_name ON domain (name);
CREATE TABLE feed (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    rev BIGINT NOT NULL,
    aud TEXT[] NOT NULL,
    gained TEXT[] NOT NULL,
    lost TEXT[] NOT NULL,
    active BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX feed_at ON feed (at);
CREATE UNIQUE INDEX feed_place ON feed (xid, id);
CREATE INDEX feed_root ON feed (root, xid, id);
CREATE TABLE mail_reference (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    ticket UUID NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE message (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    ticket UUID NOT NULL,
    kind VARCHAR NOT NULL,
    visibility VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    author UUID,
    author_kind VARCHAR NOT NULL,
    body_html TEXT NOT NULL,
    body_text TEXT NOT NULL,
    code TEXT NOT NULL,
    data TEXT NOT NULL,
    pos BIGINT NOT NULL,
    mail_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    recipients TEXT NOT NULL,
    problems TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX message_thread ON message (ticket, pos);
CREATE TABLE number_series (
    prefix VARCHAR NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (prefix)
);
CREATE TABLE operation_log (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor UUID NOT NULL,
    command VARCHAR NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX operation_log_at ON operation_log (at);
CREATE INDEX operation_log_root ON operation_log (root, at);
CREATE TABLE participant (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    ticket UUID NOT NULL,
    person UUID NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX participant_person ON participant (person);
CREATE INDEX participant_ticket ON participant (ticket);
CREATE TABLE person (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    user_name TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    mobile TEXT NOT NULL,
    domain UUID,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX person_domain ON person (domain);
CREATE INDEX person_email ON person (email);
CREATE INDEX person_user_name ON person (user_name);
CREATE TABLE presence (
    ticket UUID NOT NULL,
    person UUID NOT NULL,
    mode VARCHAR NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (ticket, person)
);
CREATE TABLE project (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    domain UUID NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX project_domain ON project (domain);
CREATE TABLE refresh_token (
    hash BYTEA NOT NULL,
    family UUID NOT NULL,
    person UUID NOT NULL,
    client UUID,
    issued BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    spent BIGINT,
    seed BYTEA,
    PRIMARY KEY (hash)
);
CREATE INDEX refresh_token_family ON refresh_token (family);
CREATE TABLE role_assignment (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    person UUID NOT NULL,
    role VARCHAR NOT NULL,
    scope_kind VARCHAR NOT NULL,
    scope_id VARCHAR,
    title TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX role_assignment_person ON role_assignment (person);
CREATE INDEX role_assignment_role ON role_assignment (role);
CREATE TABLE saved_view (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    person UUID NOT NULL,
    name TEXT NOT NULL,
    queue VARCHAR NOT NULL,
    filters TEXT NOT NULL,
    icon VARCHAR NOT NULL,
    "order" BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX saved_view_person ON saved_view (person);
CREATE TABLE scheme (
    id VARCHAR NOT NULL,
    rev BIGINT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE scope_set (
    hash VARCHAR NOT NULL,
    keys TEXT[] NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (hash)
);
CREATE TABLE seal (
    n BIGINT NOT NULL,
    xid xid8 NOT NULL,
    feed BIGINT NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    rev BIGINT NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (n)
);
CREATE TABLE service (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    name TEXT NOT NULL,
    "order" BIGINT NOT NULL,
    enabled BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX service_source ON service (source);
CREATE TABLE service_owner (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    service UUID NOT NULL,
    person UUID NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX service_owner_person ON service_owner (person);
CREATE INDEX service_owner_service ON service_owner (service);
CREATE TABLE shared_link (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    ticket UUID NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    by UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX shared_link_ticket ON shared_link (ticket);
CREATE TABLE source (
    id VARCHAR NOT NULL,
    rev BIGINT NOT NULL,
    title TEXT NOT NULL,
    scheme VARCHAR NOT NULL,
    prefix TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    max_files BIGINT NOT NULL,
    max_file_bytes BIGINT NOT NULL,
    file_types TEXT NOT NULL,
    organisation_view BOOLEAN NOT NULL,
    default_handler UUID,
    asks TEXT NOT NULL,
    has_mail BOOLEAN NOT NULL,
    support_url TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    service_hours TEXT NOT NULL,
    agreement TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX source_scheme ON source (scheme);
CREATE TABLE sync_meta (
    one INTEGER NOT NULL,
    epoch UUID NOT NULL,
    schema INTEGER NOT NULL,
    floor_xid xid8 DEFAULT '0' NOT NULL,
    floor_id BIGINT DEFAULT '0' NOT NULL,
    PRIMARY KEY (one)
);
CREATE TABLE ticket (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    subject TEXT NOT NULL,
    state VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    requester UUID NOT NULL,
    created BIGINT NOT NULL,
    last_activity BIGINT NOT NULL,
    state_since BIGINT NOT NULL,
    number TEXT NOT NULL,
    filed_by UUID,
    type UUID,
    service UUID,
    priority SMALLINT NOT NULL,
    handler UUID,
    domain UUID,
    project UUID,
    channel VARCHAR NOT NULL,
    contact TEXT NOT NULL,
    contact_hours TEXT NOT NULL,
    business_id TEXT NOT NULL,
    business_ip TEXT NOT NULL,
    business_type TEXT NOT NULL,
    guid TEXT NOT NULL,
    responded BIGINT,
    last_customer_activity BIGINT,
    closed BIGINT,
    solved VARCHAR,
    rating BIGINT,
    rating_comment TEXT NOT NULL,
    incomplete TEXT NOT NULL,
    follows UUID,
    tags TEXT NOT NULL,
    has_files BOOLEAN NOT NULL,
    last_author UUID,
    last_pos BIGINT NOT NULL,
    public_pos BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ticket_activity ON ticket (last_activity, source);
CREATE INDEX ticket_created ON ticket (created, source);
CREATE INDEX ticket_domain ON ticket (domain, last_activity);
CREATE INDEX ticket_handler ON ticket (handler, last_activity);
CREATE INDEX ticket_kind ON ticket (kind, last_activity);
CREATE INDEX ticket_number ON ticket (number);
CREATE INDEX ticket_offered ON ticket (service, priority DESC, state_since, last_activity, created, kind, handler) WHERE handler IS NULL AND kind IN ('new', 'working', 'waiting_staff');
CREATE INDEX ticket_pending ON ticket (handler, priority DESC, state_since, last_activity, created, kind) WHERE kind IN ('new', 'working', 'waiting_staff');
CREATE INDEX ticket_queue ON ticket (created, source, priority, state_since, last_activity, kind, handler) WHERE handler IS NULL AND kind IN ('new', 'working', 'waiting_staff');
CREATE INDEX ticket_requester ON ticket (requester, last_activity);
CREATE INDEX ticket_resolved ON ticket (handler, last_activity, priority, state_since, created, kind) WHERE kind IN ('waiting_customer', 'waiting_confirmation');
CREATE INDEX ticket_source ON ticket (source, last_activity);
CREATE INDEX ticket_state ON ticket (source, state, state_since);
CREATE INDEX ticket_urgency ON ticket (priority DESC, state_since, source);
CREATE INDEX ticket_waiting ON ticket (state_since, source);
CREATE TABLE ticket_type (
    id UUID NOT NULL,
    rev BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    name TEXT NOT NULL,
    labels TEXT NOT NULL,
    introduction TEXT NOT NULL,
    "group" TEXT NOT NULL,
    type_class VARCHAR NOT NULL,
    submit_upstream BOOLEAN NOT NULL,
    icon TEXT NOT NULL,
    "order" BIGINT NOT NULL,
    enabled BOOLEAN NOT NULL,
    form_template TEXT NOT NULL,
    mailbox_verification BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ticket_type_source ON ticket_type (source);
CREATE TABLE upload (
    id VARCHAR NOT NULL,
    person UUID NOT NULL,
    sha256 VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    "offset" BIGINT NOT NULL,
    ready BOOLEAN NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX upload_person ON upload (person, sha256);
DO $$ BEGIN CREATE ROLE agentdesk_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN EXECUTE 'GRANT agentdesk_app TO ' || quote_ident(current_user); END $$;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO agentdesk_app;
REVOKE UPDATE ON feed, audit, operation_log, message, attachment, chunk, seal, access_token, sync_meta, command_log, alembic_version FROM agentdesk_app;
REVOKE INSERT ON sync_meta, alembic_version FROM agentdesk_app;
GRANT UPDATE (outcome) ON command_log TO agentdesk_app;
GRANT UPDATE (one) ON sync_meta TO agentdesk_app;
GRANT DELETE ON chunk, upload, presence, refresh_token, access_token, attempt, account, client, bootstrap TO agentdesk_app;
GRANT USAGE ON SCHEMA public TO agentdesk_app;
