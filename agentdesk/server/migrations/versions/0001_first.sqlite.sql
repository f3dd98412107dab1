CREATE TABLE access_token (
    hash BLOB NOT NULL,
    family BLOB NOT NULL,
    person BLOB NOT NULL,
    client BLOB,
    expires INTEGER NOT NULL,
    PRIMARY KEY (hash)
);
CREATE INDEX access_token_family ON access_token (family);
CREATE INDEX access_token_person ON access_token (person);
CREATE TABLE account (
    person BLOB NOT NULL,
    password_hash TEXT NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (person)
);
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
CREATE TABLE attempt (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" VARCHAR NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX attempt_key ON attempt ("key", at);
CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    person BLOB,
    event VARCHAR NOT NULL,
    data TEXT NOT NULL
);
CREATE TABLE blob (
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    start BLOB NOT NULL,
    upload VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (sha256)
);
CREATE TABLE bootstrap (
    token VARCHAR NOT NULL,
    person BLOB NOT NULL,
    epoch BLOB NOT NULL,
    scopes TEXT NOT NULL,
    since INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (token)
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
CREATE TABLE chunk (
    upload VARCHAR NOT NULL,
    "offset" INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (upload, "offset")
);
CREATE TABLE client (
    id BLOB NOT NULL,
    person BLOB NOT NULL,
    registered INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE command_log (
    id BLOB NOT NULL,
    client BLOB NOT NULL,
    person BLOB NOT NULL,
    name VARCHAR NOT NULL,
    arg_hash BLOB NOT NULL,
    issued_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX command_log_at ON command_log (at);
CREATE TABLE domain (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX domain_name ON domain (name);
CREATE TABLE feed (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    xid INTEGER DEFAULT 0 NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    rev INTEGER NOT NULL,
    aud TEXT NOT NULL,
    gained TEXT NOT NULL,
    lost TEXT NOT NULL,
    active INTEGER,
    at INTEGER NOT NULL
);
CREATE INDEX feed_at ON feed (at);
CREATE UNIQUE INDEX feed_place ON feed (xid, id);
CREATE INDEX feed_root ON feed (root, xid, id);
CREATE TABLE mail_reference (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    ticket BLOB NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE message (
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
    PRIMARY KEY (id)
);
CREATE INDEX message_thread ON message (ticket, pos);
CREATE TABLE number_series (
    prefix VARCHAR NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (prefix)
);
CREATE TABLE operation_log (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    command VARCHAR NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX operation_log_at ON operation_log (at);
CREATE INDEX operation_log_root ON operation_log (root, at);
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
CREATE TABLE presence (
    ticket BLOB NOT NULL,
    person BLOB NOT NULL,
    mode VARCHAR NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (ticket, person)
);
CREATE TABLE project (
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    domain BLOB NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX project_domain ON project (domain);
CREATE TABLE refresh_token (
    hash BLOB NOT NULL,
    family BLOB NOT NULL,
    person BLOB NOT NULL,
    client BLOB,
    issued INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    spent INTEGER,
    seed BLOB,
    PRIMARY KEY (hash)
);
CREATE INDEX refresh_token_family ON refresh_token (family);
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
CREATE TABLE scope_set (
    hash VARCHAR NOT NULL,
    keys TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (hash)
);
CREATE TABLE seal (
    n INTEGER NOT NULL,
    xid INTEGER NOT NULL,
    feed INTEGER NOT NULL,
    root_kind VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    rev INTEGER NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (n)
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
CREATE TABLE sync_meta (
    one INTEGER NOT NULL,
    epoch BLOB NOT NULL,
    schema INTEGER NOT NULL,
    floor_xid INTEGER DEFAULT '0' NOT NULL,
    floor_id INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (one)
);
CREATE TABLE ticket (
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
    PRIMARY KEY (id)
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
CREATE TABLE upload (
    id VARCHAR NOT NULL,
    person BLOB NOT NULL,
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    ready BOOLEAN NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX upload_person ON upload (person, sha256);
