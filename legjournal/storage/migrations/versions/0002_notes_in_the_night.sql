CREATE TABLE awakening (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    awake_since TEXT,
    kind TEXT,
    side TEXT,
    score INTEGER,
    had_to_walk_about INTEGER,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("noted_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("awake_since" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("kind" IN ('pain', 'urge to move', 'cramp', 'tingling', 'numbness', 'other')),
    CHECK ("side" IN ('left', 'right', 'both')),
    CHECK ("score" BETWEEN 0 AND 10),
    CHECK ("had_to_walk_about" IN (0, 1)),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE INDEX ix_awakening_date ON awakening (date);
