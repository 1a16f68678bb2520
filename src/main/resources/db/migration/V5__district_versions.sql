-- A district can be changed by a page and by a program; who is second has to notice.
ALTER TABLE district ADD COLUMN version bigint NOT NULL DEFAULT 0;
