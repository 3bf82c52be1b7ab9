-- Days of erasing are set anew as a whole, never moved.
CREATE TRIGGER erasures_immutable BEFORE UPDATE ON erasures FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER erasures_no_truncate BEFORE TRUNCATE ON erasures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- With the report of an erased case its days go too, whoever erases it.
CREATE FUNCTION forget_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM erasures WHERE case_id = OLD.case_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER reports_forget_erasure AFTER DELETE ON reports FOR EACH ROW EXECUTE FUNCTION forget_erasure();
