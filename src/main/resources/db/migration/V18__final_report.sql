-- What the officer writes in a round's final report (Y6), until it is fixed and for the next version.
CREATE TABLE final_report_text (
    round_id text PRIMARY KEY REFERENCES funding_round (id),
    conclusions text NOT NULL DEFAULT '',
    changed_by text,
    changed_at timestamptz,
    version bigint NOT NULL DEFAULT 0
);

-- The report as it was fixed, with its figures. A correction is another number.
CREATE TABLE final_report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id text NOT NULL REFERENCES funding_round (id),
    number integer NOT NULL CHECK (number > 0),
    conclusions text NOT NULL,
    figures text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    fixed_by text NOT NULL,
    fixed_at timestamptz NOT NULL,
    UNIQUE (round_id, number)
);
CREATE TRIGGER final_report_unchanged BEFORE UPDATE OR DELETE ON final_report FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER final_report_not_truncated BEFORE TRUNCATE ON final_report EXECUTE FUNCTION refuse_change();
