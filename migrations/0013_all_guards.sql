-- Rows that may change, but only onward: what a condition below names is refused.
CREATE TRIGGER member_keys_immutable BEFORE UPDATE ON member_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Another passphrase gives an account another wrap; it gives it no other name and no other owner.
CREATE TRIGGER members_stay BEFORE UPDATE ON members FOR EACH ROW
  WHEN ((NEW.id, NEW.handle) IS DISTINCT FROM (OLD.id, OLD.handle) OR NEW.identity_epoch < OLD.identity_epoch)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sessions_stay BEFORE UPDATE ON sessions FOR EACH ROW
  WHEN ((NEW.hash, NEW.member_id, NEW.ends_at) IS DISTINCT FROM (OLD.hash, OLD.member_id, OLD.ends_at))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sign_in_steps_stay BEFORE UPDATE ON sign_in_steps FOR EACH ROW
  WHEN ((NEW.hash, NEW.member_id, NEW.stage, NEW.recovering, NEW.challenge, NEW.expires_at)
    IS DISTINCT FROM (OLD.hash, OLD.member_id, OLD.stage, OLD.recovering, OLD.challenge, OLD.expires_at))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A code that was used up stays used up.
CREATE TRIGGER second_factors_stay BEFORE UPDATE ON second_factors FOR EACH ROW
  WHEN ((NEW.id, NEW.member_id, NEW.kind, NEW.secret, NEW.credential_id, NEW.public_key)
      IS DISTINCT FROM (OLD.id, OLD.member_id, OLD.kind, OLD.secret, OLD.credential_id, OLD.public_key)
    OR NEW.last_step < OLD.last_step OR NEW.counter < OLD.counter)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An invitation is answered once, as it was made.
CREATE TRIGGER invitations_stay BEFORE UPDATE ON invitations FOR EACH ROW
  WHEN (OLD.member_id IS NOT NULL OR (NEW.id, NEW.token_hash, NEW.organisation, NEW.invited_by, NEW.plan, NEW.expires)
    IS DISTINCT FROM (OLD.id, OLD.token_hash, OLD.organisation, OLD.invited_by, OLD.plan, OLD.expires))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER keyring_confirmations_stay BEFORE DELETE ON keyring_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER vault_wraps_stay BEFORE UPDATE ON vault_wraps FOR EACH ROW
  WHEN ((NEW.case_id, NEW.member_id, NEW.epoch) IS DISTINCT FROM (OLD.case_id, OLD.member_id, OLD.epoch))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A summary is replaced by a later one of its case, and goes with it.
CREATE TRIGGER case_summaries_stay BEFORE UPDATE ON case_summaries FOR EACH ROW
  WHEN (NEW.case_id <> OLD.case_id OR NEW.seq < OLD.seq OR NEW.epoch < OLD.epoch)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_summaries_kept BEFORE DELETE ON case_summaries FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
-- An entry of the directory is retired by a revision, never deleted.
CREATE TRIGGER directory_entries_stay BEFORE UPDATE ON directory_entries FOR EACH ROW
  WHEN ((NEW.organisation, NEW.entry_id) IS DISTINCT FROM (OLD.organisation, OLD.entry_id)
    OR NEW.revision <= OLD.revision OR NEW.epoch < OLD.epoch)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER directory_entries_kept BEFORE DELETE ON directory_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A record is revised until it is counted, counted as it stands, and goes only once it was counted.
CREATE TRIGGER coded_records_stay BEFORE UPDATE ON coded_records FOR EACH ROW
  WHEN (OLD.cohort IS NOT NULL OR (NEW.record_id, NEW.organisation) IS DISTINCT FROM (OLD.record_id, OLD.organisation)
    OR NEW.revision < OLD.revision OR (NEW.revision > OLD.revision) = (NEW.cohort IS NOT NULL)
    OR (NEW.cohort IS NOT NULL AND (NEW.author, NEW.epoch, NEW.codebook, NEW.nonce, NEW.ciphertext, NEW.month)
      IS DISTINCT FROM (OLD.author, OLD.epoch, OLD.codebook, OLD.nonce, OLD.ciphertext, OLD.month)))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER coded_records_kept BEFORE DELETE ON coded_records FOR EACH ROW
  WHEN (OLD.cohort IS NULL) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What is proposed is signed as it was proposed.
CREATE TRIGGER release_proposals_stay BEFORE UPDATE ON release_proposals FOR EACH ROW
  WHEN ((NEW.series, NEW.kind, NEW.cohort, NEW.number, NEW.day, NEW.hash, NEW.previous, NEW.file)
    IS DISTINCT FROM (OLD.series, OLD.kind, OLD.cohort, OLD.number, OLD.day, OLD.hash, OLD.previous, OLD.file))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_records_immutable BEFORE UPDATE ON proposal_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DO $$
DECLARE guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['member_keys', 'members', 'vault_wraps', 'case_summaries', 'directory_entries',
    'coded_records', 'release_proposals', 'proposal_records'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      guarded || '_no_truncate', guarded);
  END LOOP;
END $$;
