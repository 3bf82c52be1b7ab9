-- A suspension is lifted by deleting it; it never becomes another's.
CREATE TRIGGER suspensions_immutable BEFORE UPDATE ON suspensions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What a member has confirmed of the keyring goes on, never back.
CREATE FUNCTION refuse_earlier_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.member_id = OLD.member_id AND NEW.version >= OLD.version THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER keyring_confirmations_immutable BEFORE UPDATE ON keyring_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_earlier_confirmation();
--> statement-breakpoint
-- Emptied, these would let in whoever is shut out, or everybody without a code, or forget what letters were answered with.
DO $$
DECLARE guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['suspensions', 'keyring_confirmations', 'second_factors', 'acknowledgements'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      guarded || '_no_truncate', guarded);
  END LOOP;
END $$;
