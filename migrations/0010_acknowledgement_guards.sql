-- What was claimed by a link may change only forward, and the link itself not at all; revoking cannot be undone.
CREATE FUNCTION refuse_changed_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reference = OLD.reference AND NEW.secret_hash = OLD.secret_hash AND NEW.organisation = OLD.organisation
     AND NEW.expires = OLD.expires AND (NEW.revoked OR NOT OLD.revoked)
     AND (OLD.claimed IS NULL OR NEW.claimed IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER acknowledgements_immutable BEFORE UPDATE ON acknowledgements FOR EACH ROW EXECUTE FUNCTION refuse_changed_link();
