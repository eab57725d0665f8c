-- The layout of a sandbox's database. A change of it needs a new LAYOUT_VERSION in layout.rs.

CREATE TABLE account (
    position            INTEGER PRIMARY KEY,
    id                  TEXT NOT NULL UNIQUE,
    name                TEXT NOT NULL UNIQUE,
    active              INTEGER NOT NULL CHECK (active IN (0, 1)),
    service_from        TEXT NOT NULL,
    service_to          TEXT NOT NULL,
    friendly_identifier TEXT NOT NULL
) STRICT;

CREATE TABLE manager (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    code     TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE role (
    position    INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    manager     INTEGER NOT NULL REFERENCES manager (position),
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    -- A JSON array of codes.
    permissions TEXT NOT NULL CHECK (json_type(permissions) = 'array'),
    UNIQUE (manager, name)
) STRICT;

-- Users with the same roles share one set, and likewise for accounts. There are few different sets, so the list of users
-- needs no join: what a set means as JSON is worked out once, and every member is still held by a foreign key.
CREATE TABLE role_set (
    number  INTEGER PRIMARY KEY,
    -- The positions of its roles in ascending order, joined by commas: two sets with the same members are the same set.
    members TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE role_set_member (
    role_set INTEGER NOT NULL REFERENCES role_set (number),
    role     INTEGER NOT NULL REFERENCES role (position),
    PRIMARY KEY (role_set, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_set (
    number  INTEGER PRIMARY KEY,
    members TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE account_set_member (
    account_set INTEGER NOT NULL REFERENCES account_set (number),
    account     INTEGER NOT NULL REFERENCES account (position),
    PRIMARY KEY (account_set, account)
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a number is never used twice, so a list that is being sent in pieces cannot show two users as one.
CREATE TABLE user (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    user_type       TEXT NOT NULL CHECK (user_type IN ('service', 'standard')),
    friendly_name   TEXT NOT NULL UNIQUE CHECK (length(friendly_name) BETWEEN 1 AND 64),
    description     TEXT NOT NULL CHECK (length(description) <= 255),
    email           TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    status          TEXT NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    end_date        TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    primary_account TEXT NOT NULL REFERENCES account (id),
    account_set     INTEGER NOT NULL REFERENCES account_set (number),
    role_set        INTEGER NOT NULL REFERENCES role_set (number),
    created_at      TEXT NOT NULL,
    created_by      TEXT NOT NULL
) STRICT;

CREATE TABLE access_token (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    user_id      TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    -- SHA-256 of the token. The token itself is nowhere.
    hash         BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    end_date     TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status       TEXT NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    created_at   TEXT NOT NULL,
    last_used_at TEXT
) STRICT;

CREATE INDEX access_token_of_user ON access_token (user_id);

-- No foreign keys here: the log outlives what it tells of.
CREATE TABLE audit_log (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    timestamp     TEXT NOT NULL,
    action        TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('SUCCESS', 'FAILURE')),
    resource_type TEXT NOT NULL,
    resource_id   TEXT,
    resource_name TEXT NOT NULL,
    account_id    TEXT,
    user_id       TEXT NOT NULL,
    user_name     TEXT NOT NULL,
    message       TEXT NOT NULL
) STRICT;
