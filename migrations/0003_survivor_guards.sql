-- The survivor's side: what must not change, and what goes with an erased case.
CREATE TRIGGER messages_immutable BEFORE UPDATE OR DELETE ON messages FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
CREATE TRIGGER attachments_immutable BEFORE UPDATE OR DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
-- Chunks name only their file, so the setting names the file here.
CREATE FUNCTION refuse_unless_erasing_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('romduol.erasing_file', true) = OLD.object_id::text THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only and refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER attachment_chunks_immutable BEFORE UPDATE OR DELETE ON attachment_chunks FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing_file();
--> statement-breakpoint
-- A withdrawal is undone by deleting it; it never becomes another.
CREATE TRIGGER withdrawals_immutable BEFORE UPDATE ON withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER tombstones_immutable BEFORE UPDATE OR DELETE ON tombstones FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER site_items_immutable BEFORE UPDATE OR DELETE ON site_items FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DO $$
DECLARE guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['messages', 'attachments', 'attachment_chunks', 'withdrawals', 'tombstones', 'site_items'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      guarded || '_no_truncate', guarded);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION erase_file(erased uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('romduol.erasing_file', erased::text, true);
  DELETE FROM attachment_chunks WHERE object_id = erased;
  PERFORM set_config('romduol.erasing_file', '', true);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_case(erased uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('romduol.erasing', erased::text, true);
  PERFORM erase_file(object_id) FROM attachments WHERE case_id = erased;
  DELETE FROM attachments WHERE case_id = erased;
  DELETE FROM messages WHERE case_id = erased;
  DELETE FROM withdrawals WHERE case_id = erased;
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
-- Files whose report never came: a form that was left half sent, or one that had to be sent again.
CREATE FUNCTION erase_unclaimed_files(before date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE one record;
BEGIN
  FOR one IN SELECT DISTINCT object_id FROM attachment_chunks c WHERE day < before
    AND NOT EXISTS (SELECT FROM attachments a JOIN reports r USING (case_id) WHERE a.object_id = c.object_id) LOOP
    PERFORM erase_file(one.object_id);
  END LOOP;
  FOR one IN SELECT object_id, case_id FROM attachments a WHERE day < before
    AND NOT EXISTS (SELECT FROM reports r WHERE r.case_id = a.case_id) LOOP
    PERFORM set_config('romduol.erasing', one.case_id::text, true);
    DELETE FROM attachments WHERE object_id = one.object_id;
  END LOOP;
  PERFORM set_config('romduol.erasing', '', true);
END $$;
--> statement-breakpoint
ALTER TABLE messages ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE attachment_chunks ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
