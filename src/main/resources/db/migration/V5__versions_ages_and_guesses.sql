-- A district can be changed by a page and by a program; who is second has to notice.
ALTER TABLE district ADD COLUMN version bigint NOT NULL DEFAULT 0;

-- Kept answers are forgotten by age.
CREATE INDEX idempotent_request_made_at ON idempotent_request (made_at);
