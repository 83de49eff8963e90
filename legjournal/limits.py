"""How long a text may be: no length a person meets, but a bound on a hostile file."""

NOTE_LIMIT = 1_000_000  # characters of a note
NAME_LIMIT = 2000  # characters of a name or a few words
PICTURE_LIMIT = 1_000_000  # characters of a picture in base64: three quarters of a megabyte
DRAFT_LIMIT = 1_000_000  # characters of what is typed and not stored yet
SET_REPETITIONS_LIMIT = 10_000  # done in one set of an exercise
SET_SECONDS_LIMIT = 36_000  # that one set was held
