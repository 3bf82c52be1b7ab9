-- Rows that must never change are guarded by the database itself, so that a slip in a store, or a hand at the prompt,
-- is refused. A superuser can still drop a trigger: this guards against mistakes, the signatures against malice.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only and refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- What belongs to a case may go only while erase_case() or erase_contact() names that very case.
CREATE FUNCTION refuse_unless_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('romduol.erasing', true) = OLD.case_id::text THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only and refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_unless_erasing_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.purpose IN ('case', 'conversation')
    AND current_setting('romduol.erasing', true) = OLD.object THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only and refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER reports_immutable BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
CREATE TRIGGER report_contacts_immutable BEFORE UPDATE OR DELETE ON report_contacts FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
CREATE TRIGGER case_entries_immutable BEFORE UPDATE OR DELETE ON case_entries FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
CREATE TRIGGER grants_immutable BEFORE UPDATE OR DELETE ON grants FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing_grant();
--> statement-breakpoint
-- Slots are withdrawn one by one (need to know, offboarding), but a slot never becomes another.
CREATE TRIGGER case_slots_immutable BEFORE UPDATE ON case_slots FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER grant_slots_immutable BEFORE UPDATE ON grant_slots FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER deployment_immutable BEFORE UPDATE OR DELETE ON deployment FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER keyring_versions_immutable BEFORE UPDATE OR DELETE ON keyring_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER cohort_ledger_immutable BEFORE UPDATE OR DELETE ON cohort_ledger FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER releases_immutable BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER counted_records_immutable BEFORE UPDATE OR DELETE ON counted_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_immutable BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Row triggers do not see TRUNCATE, and TRUNCATE … CASCADE fires the one of every table it reaches.
DO $$
DECLARE guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['reports', 'report_contacts', 'case_entries', 'case_slots', 'grants', 'grant_slots',
    'deployment', 'keyring_versions', 'cohort_ledger', 'releases', 'counted_records', 'audit_log'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      guarded || '_no_truncate', guarded);
  END LOOP;
END $$;
--> statement-breakpoint
-- The only ways out. The setting lasts until the function ends, or with the transaction if it fails.
CREATE FUNCTION erase_case(erased uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('romduol.erasing', erased::text, true);
  DELETE FROM vault_wraps WHERE case_id = erased;
  DELETE FROM case_summaries WHERE case_id = erased;
  DELETE FROM case_entries WHERE case_id = erased;
  DELETE FROM case_slots WHERE case_id = erased;
  DELETE FROM report_contacts WHERE case_id = erased;
  DELETE FROM grant_slots WHERE purpose IN ('case', 'conversation') AND object = erased::text;
  DELETE FROM grants WHERE purpose IN ('case', 'conversation') AND object = erased::text;
  DELETE FROM reports WHERE case_id = erased;
  PERFORM set_config('romduol.erasing', '', true);
END $$;
--> statement-breakpoint
CREATE FUNCTION erase_contact(erased uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('romduol.erasing', erased::text, true);
  DELETE FROM report_contacts WHERE case_id = erased;
  PERFORM set_config('romduol.erasing', '', true);
END $$;
--> statement-breakpoint
-- Numbers and chains the audit log. The lock is held to the end of the transaction: write the audit row last in it.
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(7362515);
  SELECT number, hash INTO last FROM audit_log ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(last.number, 0) + 1;
  NEW.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(NEW.previous || convert_to(concat_ws(E'\n', NEW.number::text, to_char(NEW.day, 'YYYY-MM-DD'),
    coalesce(NEW.member::text, '-'), NEW.act, coalesce(NEW.object, '-')), 'UTF8'));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_chain BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION chain_audit();
--> statement-breakpoint
-- Ciphertext does not compress: without this every insert tries.
ALTER TABLE reports ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN reporter_key SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE report_contacts ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE case_slots ALTER COLUMN slot SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE case_entries ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE case_summaries ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE directory_entries ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Coded records are read a million at a time: kept in the row, not in a table beside it.
ALTER TABLE coded_records ALTER COLUMN ciphertext SET STORAGE EXTERNAL, SET (toast_tuple_target = 4096);
