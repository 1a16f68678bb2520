-- A4: a client who was in reserve when a round was closed was never compensated and may be claimed in a later one.
DELETE FROM claimed_client WHERE claim_row_id IN (
    SELECT r.id FROM claim_row r
    JOIN application a ON a.id = r.application_id
    JOIN funding_round f ON f.id = a.round_id
    WHERE r.state = 'RESERVE' AND f.state = 'CLOSED');
