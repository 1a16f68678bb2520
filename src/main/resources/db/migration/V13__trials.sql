-- Trials of a model: a copy of it with other figures and an expected uptake, kept by name. They decide nothing, so they can be
-- changed and deleted as long as anybody likes, also when the round is closed.
CREATE TABLE model_trial (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id    text NOT NULL REFERENCES funding_round,
    name        text NOT NULL CHECK (name <> '' AND length(name) <= 200),
    owner       text NOT NULL,
    model       text NOT NULL,
    expected    text NOT NULL,
    -- A7.
    order_name  text NOT NULL CHECK (order_name IN ('RECEIVED', 'PROPORTIONAL', 'NEED')),
    sequence    text NOT NULL CHECK (sequence IN ('DISTRICT_BY_DISTRICT', 'PART_BY_PART', 'CLIENTS_FIRST')),
    changed_at  timestamptz NOT NULL,
    changed_by  text NOT NULL,
    version     bigint NOT NULL
);
-- Two of one name couldn't be told apart in a comparison.
CREATE UNIQUE INDEX model_trial_name ON model_trial (round_id, lower(name));
