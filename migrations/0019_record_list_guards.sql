-- What authors said they handed in goes on to their next list, never back, and is nobody else's.
CREATE TRIGGER record_lists_stay BEFORE UPDATE ON record_lists FOR EACH ROW
  WHEN (NEW.member <> OLD.member OR NEW.number <> OLD.number + 1)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER record_lists_kept BEFORE DELETE ON record_lists FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER record_lists_no_truncate BEFORE TRUNCATE ON record_lists FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
