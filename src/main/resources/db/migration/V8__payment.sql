-- Payments between the city's committees are bookings: which accounts, dimensions and objects a round's payments are booked on,
-- set by the controller.
CREATE TABLE booking_settings (
    round_id   text PRIMARY KEY REFERENCES funding_round,
    settings   text NOT NULL CHECK (settings::jsonb IS NOT NULL),
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    version    bigint NOT NULL
);

-- What was sent to the ledger reads the same for ever, also when the settings are changed afterwards.
ALTER TABLE payment_order ADD COLUMN exported_with text;
ALTER TABLE payment_order ADD CHECK (exported_with IS NULL OR exported_with::jsonb IS NOT NULL);
ALTER TABLE payment_order ADD CONSTRAINT payment_order_exported_whole
    CHECK ((exported_at IS NULL) = (exported_by IS NULL) AND (exported_at IS NULL) = (exported_with IS NULL));

CREATE FUNCTION refuse_change_of_payment_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR ROW (NEW.round_id, NEW.number, NEW.pay_on, NEW.note, NEW.made_by, NEW.made_at)
            IS DISTINCT FROM ROW (OLD.round_id, OLD.number, OLD.pay_on, OLD.note, OLD.made_by, OLD.made_at)
        OR (OLD.exported_at IS NOT NULL AND ROW (NEW.exported_by, NEW.exported_at, NEW.exported_with)
            IS DISTINCT FROM ROW (OLD.exported_by, OLD.exported_at, OLD.exported_with)) THEN
        RAISE EXCEPTION 'payment_order % is made', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_order_made BEFORE UPDATE OR DELETE ON payment_order
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_payment_order();
CREATE TRIGGER payment_order_not_truncated BEFORE TRUNCATE ON payment_order EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_not_truncated BEFORE TRUNCATE ON payment EXECUTE FUNCTION refuse_change();

-- An order pays grants of its own round only, and nothing is added to one that has been sent.
CREATE FUNCTION payment_belongs_to_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_order made JOIN grant_account account ON account.round_id = made.round_id
                   WHERE made.id = NEW.order_id AND account.application_id = NEW.application_id
                       AND made.exported_at IS NULL) THEN
        RAISE EXCEPTION 'payment of application % does not belong to order %', NEW.application_id, NEW.order_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_of_its_round BEFORE INSERT ON payment
    FOR EACH ROW EXECUTE FUNCTION payment_belongs_to_order();
