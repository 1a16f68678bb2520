-- An answer that is given again is given with its headers.
ALTER TABLE idempotent_request ADD COLUMN location text;
ALTER TABLE idempotent_request ADD COLUMN tag text;
