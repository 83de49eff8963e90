CREATE TABLE activity (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    started TEXT NOT NULL,
    stopped TEXT,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("name") BETWEEN 1 AND 2000),
    CHECK ("started" LIKE '____-__-__'),
    CHECK ("stopped" LIKE '____-__-__')
) STRICT;

CREATE TABLE appointment (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    questions TEXT NOT NULL,
    agreed TEXT,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("at" LIKE '____-__-__T__:__:_____:__'),
    CHECK (length("with_whom") BETWEEN 1 AND 2000),
    CHECK (json_valid("questions")),
    CHECK (length("agreed") <= 1000000)
) STRICT;

CREATE TABLE day_off (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (date),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("kind" IN ('rest', 'skipped')),
    CHECK ("reason" IN ('flare', 'ill', 'away', 'injured', 'other')),
    CHECK (length("note") <= 1000000),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE TABLE diary_day (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    managed TEXT,
    effect INTEGER,
    mood INTEGER,
    tiredness INTEGER,
    factors TEXT,
    note TEXT,
    bad_day_at TEXT,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (date),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("managed") <= 1000000),
    CHECK ("effect" BETWEEN 0 AND 10),
    CHECK ("mood" BETWEEN 0 AND 10),
    CHECK ("tiredness" BETWEEN 0 AND 10),
    CHECK (json_valid("factors")),
    CHECK (length("note") <= 1000000),
    CHECK ("bad_day_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE TABLE draft (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    place TEXT NOT NULL,
    typed TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (place),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("typed") <= 1000000)
) STRICT;

CREATE TABLE exercise (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    each_side INTEGER NOT NULL,
    steps TEXT,
    note TEXT,
    PRIMARY KEY (id),
    UNIQUE ("key"),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("key") BETWEEN 1 AND 2000),
    CHECK (length("name") BETWEEN 1 AND 2000),
    CHECK ("each_side" IN (0, 1)),
    CHECK (json_valid("steps")),
    CHECK (length("note") <= 1000000)
) STRICT;

CREATE TABLE medicine (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    dose TEXT,
    regularity TEXT NOT NULL,
    started TEXT,
    stopped TEXT,
    why TEXT,
    replaces TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(replaces) REFERENCES medicine (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("name") BETWEEN 1 AND 2000),
    CHECK (length("dose") <= 2000),
    CHECK ("regularity" IN ('regular', 'as needed')),
    CHECK ("started" LIKE '____-__-__'),
    CHECK ("stopped" LIKE '____-__-__'),
    CHECK (length("why") <= 2000)
) STRICT;

CREATE TABLE nap (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    started TEXT,
    minutes INTEGER,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("started" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("minutes" BETWEEN 0 AND 960),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE INDEX ix_nap_date ON nap (date);

CREATE TABLE night (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    got_into_bed TEXT,
    tried_to_sleep TEXT,
    minutes_to_fall_asleep INTEGER,
    wakings INTEGER,
    woken_by_legs INTEGER,
    minutes_awake INTEGER,
    final_waking TEXT,
    minutes_trying_to_sleep_again INTEGER,
    got_out_of_bed TEXT,
    quality INTEGER,
    had_to_walk_about INTEGER,
    note TEXT,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (date),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("got_into_bed" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("tried_to_sleep" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("minutes_to_fall_asleep" BETWEEN 0 AND 960),
    CHECK ("wakings" BETWEEN 0 AND 99),
    CHECK ("woken_by_legs" BETWEEN 0 AND 99),
    CHECK ("minutes_awake" BETWEEN 0 AND 960),
    CHECK ("final_waking" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("minutes_trying_to_sleep_again" BETWEEN 0 AND 960),
    CHECK ("got_out_of_bed" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("quality" BETWEEN 0 AND 10),
    CHECK ("had_to_walk_about" IN (0, 1)),
    CHECK (length("note") <= 1000000),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE TABLE page_mark (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    page TEXT NOT NULL,
    bookmarked INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (id),
    UNIQUE (page),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("bookmarked" IN (0, 1)),
    CHECK (length("note") <= 1000000)
) STRICT;

CREATE TABLE "plan" (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    started TEXT NOT NULL,
    stopped TEXT,
    times_a_week INTEGER,
    weekdays TEXT,
    sides_as_one INTEGER NOT NULL,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("name") BETWEEN 1 AND 2000),
    CHECK ("started" LIKE '____-__-__'),
    CHECK ("stopped" LIKE '____-__-__'),
    CHECK ("times_a_week" BETWEEN 1 AND 7),
    CHECK (json_valid("weekdays")),
    CHECK ("sides_as_one" IN (0, 1))
) STRICT;

CREATE TABLE preference (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE ("key"),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16)
) STRICT;

CREATE TABLE revision (
    seq INTEGER NOT NULL,
    action TEXT NOT NULL,
    at TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    digest TEXT NOT NULL,
    PRIMARY KEY (seq),
    CHECK ("at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK (length("digest") BETWEEN 16 AND 16)
) STRICT;

CREATE INDEX ix_revision_action ON revision (action);

CREATE INDEX ix_revision_row_id ON revision (row_id);

CREATE TABLE symptom (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT,
    site TEXT,
    score INTEGER,
    occurred_at TEXT,
    eased_at TEXT,
    helped TEXT,
    words TEXT,
    note TEXT,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("kind" IN ('pain', 'urge to move', 'cramp', 'tingling', 'numbness', 'other')),
    CHECK ("side" IN ('left', 'right', 'both')),
    CHECK (length("site") <= 2000),
    CHECK ("score" BETWEEN 0 AND 10),
    CHECK ("occurred_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("eased_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK (length("helped") <= 2000),
    CHECK (json_valid("words")),
    CHECK (length("note") <= 1000000),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE INDEX ix_symptom_date ON symptom (date);

CREATE TABLE test_result (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    number REAL NOT NULL,
    unit TEXT,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("name") BETWEEN 1 AND 2000),
    CHECK (length("unit") <= 2000),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE TABLE therapy_course (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT,
    page TEXT,
    price_pence INTEGER,
    planned_sessions INTEGER,
    started TEXT,
    stopped TEXT,
    note TEXT,
    PRIMARY KEY (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("name") BETWEEN 1 AND 2000),
    CHECK (length("place") <= 2000),
    CHECK (length("page") <= 2000),
    CHECK ("price_pence" BETWEEN 0 AND 100000000),
    CHECK ("planned_sessions" BETWEEN 0 AND 1000),
    CHECK ("started" LIKE '____-__-__'),
    CHECK ("stopped" LIKE '____-__-__'),
    CHECK (length("note") <= 1000000)
) STRICT;

CREATE TABLE weekly_check (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    average_pain INTEGER,
    enjoyment INTEGER,
    everyday_activities INTEGER,
    skipped INTEGER,
    date TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (date),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("average_pain" BETWEEN 0 AND 10),
    CHECK ("enjoyment" BETWEEN 0 AND 10),
    CHECK ("everyday_activities" BETWEEN 0 AND 10),
    CHECK ("skipped" IN (0, 1)),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE TABLE activity_score (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    date TEXT NOT NULL,
    score INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("date" LIKE '____-__-__'),
    CHECK ("score" BETWEEN 0 AND 10)
) STRICT;

CREATE INDEX ix_activity_score_activity_id ON activity_score (activity_id);

CREATE INDEX ix_activity_score_date ON activity_score (date);

CREATE TABLE dose (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    medicine_id TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    amount TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(medicine_id) REFERENCES medicine (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("taken_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK (length("amount") <= 2000)
) STRICT;

CREATE INDEX ix_dose_medicine_id ON dose (medicine_id);

CREATE TABLE plan_item (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    exercise TEXT NOT NULL,
    position INTEGER NOT NULL,
    sets INTEGER NOT NULL,
    repetitions_from INTEGER NOT NULL,
    repetitions_to INTEGER NOT NULL,
    hold_seconds INTEGER NOT NULL,
    rest_seconds INTEGER NOT NULL,
    each_side INTEGER NOT NULL,
    easier INTEGER NOT NULL,
    plan_id TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("exercise") BETWEEN 1 AND 2000),
    CHECK ("position" BETWEEN 0 AND 999),
    CHECK ("sets" BETWEEN 1 AND 20),
    CHECK ("repetitions_from" BETWEEN 1 AND 200),
    CHECK ("repetitions_to" BETWEEN 1 AND 200),
    CHECK ("hold_seconds" BETWEEN 0 AND 600),
    CHECK ("rest_seconds" BETWEEN 0 AND 900),
    CHECK ("each_side" IN (0, 1)),
    CHECK ("easier" IN (0, 1))
) STRICT;

CREATE INDEX ix_plan_item_plan_id ON plan_item (plan_id);

CREATE TABLE session (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    started_at TEXT,
    finished_at TEXT,
    effort INTEGER,
    pain_during INTEGER,
    note TEXT,
    date TEXT NOT NULL,
    plan_id TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("started_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("finished_at" LIKE '____-__-__T__:__:_____:__'),
    CHECK ("effort" BETWEEN 0 AND 10),
    CHECK ("pain_during" BETWEEN 0 AND 10),
    CHECK (length("note") <= 1000000),
    CHECK ("date" LIKE '____-__-__')
) STRICT;

CREATE INDEX ix_session_date ON session (date);

CREATE TABLE therapy_session (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    course_id TEXT NOT NULL,
    date TEXT NOT NULL,
    cost_pence INTEGER,
    "before" INTEGER,
    "after" INTEGER,
    note TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(course_id) REFERENCES therapy_course (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK ("date" LIKE '____-__-__'),
    CHECK ("cost_pence" BETWEEN 0 AND 100000000),
    CHECK ("before" BETWEEN 0 AND 10),
    CHECK ("after" BETWEEN 0 AND 10),
    CHECK (length("note") <= 1000000)
) STRICT;

CREATE INDEX ix_therapy_session_course_id ON therapy_session (course_id);

CREATE INDEX ix_therapy_session_date ON therapy_session (date);

CREATE TABLE set_done (
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    rev INTEGER NOT NULL,
    digest TEXT NOT NULL,
    exercise TEXT NOT NULL,
    number INTEGER NOT NULL,
    side TEXT,
    repetitions INTEGER,
    seconds INTEGER,
    session_id TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session_id) REFERENCES session (id),
    CHECK ("recorded_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("changed_at" LIKE '____-__-__T__:__:__.___Z'),
    CHECK ("rev" >= 1),
    CHECK (length("digest") BETWEEN 16 AND 16),
    CHECK (length("exercise") BETWEEN 1 AND 2000),
    CHECK ("number" BETWEEN 1 AND 99),
    CHECK ("side" IN ('left', 'right', 'both')),
    CHECK ("repetitions" BETWEEN 0 AND 10000),
    CHECK ("seconds" BETWEEN 0 AND 36000)
) STRICT;

CREATE INDEX ix_set_done_session_id ON set_done (session_id);

