-- What an officer has found anew about the clients of a claim that is decided. It waits here until a decision replaces the one in
-- force: what that one says of the clients stands till then.
ALTER TABLE preparation ADD COLUMN found_anew text CHECK (found_anew IS NULL OR found_anew::jsonb IS NOT NULL);
