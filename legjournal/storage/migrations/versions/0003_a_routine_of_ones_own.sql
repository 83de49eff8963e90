CREATE TABLE exercise_mark (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    area TEXT,
    picture TEXT,
    note TEXT,
    exercise TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (exercise),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("hidden" IN (0, 1)),
    CHECK ("area" IN ('hip', 'core', 'legs', 'stretch', 'walk', 'other')),
    CHECK (length("picture") <= 1000000),
    CHECK (length("note") <= 1000000),
    CHECK (length("exercise") BETWEEN 1 AND 2000)
) STRICT;

CREATE TABLE pause (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    reason TEXT,
    note TEXT,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("started" LIKE '____-__-__'),
    CHECK ("ended" LIKE '____-__-__'),
    CHECK ("reason" IN ('flare', 'ill', 'away', 'injured', 'other')),
    CHECK (length("note") <= 1000000)
) STRICT;

CREATE TABLE easier_version (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    exercise TEXT NOT NULL,
    session_id TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session_id) REFERENCES session (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("exercise") BETWEEN 1 AND 2000)
) STRICT;

CREATE INDEX ix_easier_version_session_id ON easier_version (session_id);
