-- The first schema of the desk's file. Frozen: later changes are later files.

CREATE TABLE attachment (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    ticket BLOB NOT NULL,
    message BLOB NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content_id TEXT NOT NULL,
    inline BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX attachment_message ON attachment (message);

CREATE INDEX attachment_ticket ON attachment (ticket);

CREATE TABLE base (
    kind VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    record TEXT,
    PRIMARY KEY (kind, id)
);

CREATE INDEX ix_base_root ON base (root);

CREATE TABLE blob (
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE canned_reply (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    body_html TEXT NOT NULL,
    owner BLOB,
    source VARCHAR,
    "order" INTEGER NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX canned_reply_owner ON canned_reply (owner);

CREATE TABLE counter (
    "key" VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE domain (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX domain_name ON domain (name);

CREATE TABLE draft (
    person BLOB NOT NULL,
    "key" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    body TEXT NOT NULL,
    files TEXT NOT NULL,
    fields TEXT NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (person, "key", kind)
);

CREATE TABLE mail_reference (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    ticket BLOB NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE message (
    n INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    ticket BLOB NOT NULL,
    kind VARCHAR NOT NULL,
    visibility VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    author BLOB,
    author_kind VARCHAR NOT NULL,
    body_html TEXT NOT NULL,
    body_text TEXT NOT NULL,
    code TEXT NOT NULL,
    data TEXT NOT NULL,
    pos INTEGER NOT NULL,
    mail_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    recipients TEXT NOT NULL,
    problems TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id)
);

CREATE INDEX message_thread ON message (ticket, pos);

CREATE TABLE meta (
    "key" VARCHAR NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE number_series (
    prefix VARCHAR NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (prefix)
);

CREATE TABLE operation_log (
    n INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    command VARCHAR NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id)
);

CREATE INDEX operation_log_at ON operation_log (at);

CREATE INDEX operation_log_root ON operation_log (root, at);

CREATE TABLE outbox (
    n INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL,
    root VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    args TEXT NOT NULL,
    actor BLOB NOT NULL,
    at INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    base_rev INTEGER NOT NULL,
    not_before INTEGER,
    state VARCHAR NOT NULL,
    error TEXT DEFAULT '' NOT NULL,
    UNIQUE (id)
);

CREATE INDEX ix_outbox_root ON outbox (root);

CREATE TABLE participant (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    ticket BLOB NOT NULL,
    person BLOB NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX participant_person ON participant (person);

CREATE INDEX participant_ticket ON participant (ticket);

CREATE TABLE person (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    mobile TEXT NOT NULL,
    domain BLOB,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX person_domain ON person (domain);

CREATE INDEX person_email ON person (email);

CREATE INDEX person_user_name ON person (user_name);

CREATE TABLE project (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    domain BLOB NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX project_domain ON project (domain);

CREATE TABLE read_mark (
    person BLOB NOT NULL,
    ticket BLOB NOT NULL,
    pos INTEGER NOT NULL,
    PRIMARY KEY (person, ticket)
);

CREATE TABLE returned (
    id BLOB NOT NULL,
    person BLOB NOT NULL,
    root VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    args TEXT NOT NULL,
    code VARCHAR NOT NULL,
    data TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_returned_root ON returned (root);

CREATE TABLE role_assignment (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    person BLOB NOT NULL,
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
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    person BLOB NOT NULL,
    name TEXT NOT NULL,
    queue VARCHAR NOT NULL,
    filters TEXT NOT NULL,
    icon VARCHAR NOT NULL,
    "order" INTEGER NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX saved_view_person ON saved_view (person);

CREATE TABLE scheme (
    id VARCHAR NOT NULL,
    rev INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE seal (
    n INTEGER NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (n)
);

CREATE TABLE search_state (
    "key" VARCHAR NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE service (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    name TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    enabled BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX service_source ON service (source);

CREATE TABLE service_owner (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    service BLOB NOT NULL,
    person BLOB NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX service_owner_person ON service_owner (person);

CREATE INDEX service_owner_service ON service_owner (service);

CREATE TABLE shared_link (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    ticket BLOB NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX shared_link_ticket ON shared_link (ticket);

CREATE TABLE source (
    id VARCHAR NOT NULL,
    rev INTEGER NOT NULL,
    title TEXT NOT NULL,
    scheme VARCHAR NOT NULL,
    prefix TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    max_files INTEGER NOT NULL,
    max_file_bytes INTEGER NOT NULL,
    file_types TEXT NOT NULL,
    organisation_view BOOLEAN NOT NULL,
    default_handler BLOB,
    asks TEXT NOT NULL,
    has_mail BOOLEAN NOT NULL,
    support_url TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    service_hours TEXT NOT NULL,
    agreement TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX source_scheme ON source (scheme);

CREATE TABLE ticket (
    n INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    subject TEXT NOT NULL,
    state VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    requester BLOB NOT NULL,
    created INTEGER NOT NULL,
    last_activity INTEGER NOT NULL,
    state_since INTEGER NOT NULL,
    number TEXT NOT NULL,
    filed_by BLOB,
    type BLOB,
    service BLOB,
    priority SMALLINT NOT NULL,
    handler BLOB,
    domain BLOB,
    project BLOB,
    channel VARCHAR NOT NULL,
    contact TEXT NOT NULL,
    contact_hours TEXT NOT NULL,
    business_id TEXT NOT NULL,
    business_ip TEXT NOT NULL,
    business_type TEXT NOT NULL,
    guid TEXT NOT NULL,
    responded INTEGER,
    last_customer_activity INTEGER,
    closed INTEGER,
    solved VARCHAR,
    rating INTEGER,
    rating_comment TEXT NOT NULL,
    incomplete TEXT NOT NULL,
    follows BLOB,
    tags TEXT NOT NULL,
    has_files BOOLEAN NOT NULL,
    last_author BLOB,
    last_pos INTEGER NOT NULL,
    public_pos INTEGER NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id)
);

CREATE INDEX ticket_activity ON ticket (last_activity, source);

CREATE INDEX ticket_created ON ticket (created, source);

CREATE INDEX ticket_domain ON ticket (domain, last_activity);

CREATE INDEX ticket_handler ON ticket (handler, last_activity);

CREATE INDEX ticket_kind ON ticket (kind, last_activity);

CREATE INDEX ticket_number ON ticket (number);

CREATE INDEX ticket_offered ON ticket (service, priority DESC, state_since, last_activity, created, kind, handler) WHERE +handler IS NULL AND +kind IN ('new', 'working', 'waiting_staff');

CREATE INDEX ticket_pending ON ticket (handler, priority DESC, state_since, last_activity, created, kind) WHERE +kind IN ('new', 'working', 'waiting_staff');

CREATE INDEX ticket_queue ON ticket (created, source, priority, state_since, last_activity, kind, handler) WHERE +handler IS NULL AND +kind IN ('new', 'working', 'waiting_staff');

CREATE INDEX ticket_requester ON ticket (requester, last_activity);

CREATE INDEX ticket_resolved ON ticket (handler, last_activity, priority, state_since, created, kind) WHERE +kind IN ('waiting_customer', 'waiting_confirmation');

CREATE INDEX ticket_source ON ticket (source, last_activity);

CREATE INDEX ticket_state ON ticket (source, state, state_since);

CREATE INDEX ticket_urgency ON ticket (priority DESC, state_since, source);

CREATE INDEX ticket_waiting ON ticket (state_since, source);

CREATE TABLE ticket_type (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    name TEXT NOT NULL,
    labels TEXT NOT NULL,
    introduction TEXT NOT NULL,
    "group" TEXT NOT NULL,
    type_class VARCHAR NOT NULL,
    submit_upstream BOOLEAN NOT NULL,
    icon TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    enabled BOOLEAN NOT NULL,
    form_template TEXT NOT NULL,
    mailbox_verification BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ticket_type_source ON ticket_type (source);

CREATE TABLE to_index (
    n INTEGER NOT NULL,
    PRIMARY KEY (n)
);

CREATE VIRTUAL TABLE search USING fts5(subject, body, files, content='', tokenize='unicode61 remove_diacritics 2');

-- One flush for each transaction of the indexer.
INSERT INTO search(search, rank) VALUES('hashsize', 33554432);
