-- A district can be changed by a page and by a program; who is second has to notice.
ALTER TABLE district ADD COLUMN version bigint NOT NULL DEFAULT 0;

-- Kept answers are forgotten by age.
CREATE INDEX idempotent_request_made_at ON idempotent_request (made_at);

-- Wrong passwords in a row, for all instances. Only a hash of what was typed as a name: it may be a password in the wrong field.
CREATE TABLE wrong_password (
    name_hash text PRIMARY KEY,
    tries     integer NOT NULL CHECK (tries > 0),
    last_at   timestamptz NOT NULL
);
CREATE INDEX wrong_password_last_at ON wrong_password (last_at);
