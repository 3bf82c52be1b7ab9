CREATE TABLE "deployment" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"kind" text NOT NULL,
	"founded" date NOT NULL,
	"pepper_check" "bytea" NOT NULL,
	CONSTRAINT "deployment_only" CHECK ("deployment"."only"),
	CONSTRAINT "deployment_kind" CHECK ("deployment"."kind" in ('live', 'demo')),
	CONSTRAINT "deployment_lengths" CHECK (octet_length("deployment"."pepper_check") = 16)
);
--> statement-breakpoint
CREATE TABLE "member_keys" (
	"kid" "bytea" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "member_keys_lengths" CHECK (octet_length("member_keys"."kid") = 16 and octet_length("member_keys"."key") = 1216)
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"operations" integer NOT NULL,
	"memory" bigint NOT NULL,
	"auth_hash" "bytea" NOT NULL,
	"identity_epoch" integer NOT NULL,
	"identity_nonce" "bytea" NOT NULL,
	"identity_ciphertext" "bytea" NOT NULL,
	CONSTRAINT "members_handle" UNIQUE("handle"),
	CONSTRAINT "members_handle_shape" CHECK ("members"."handle" ~ '^[a-z][a-z0-9._-]{1,31}$'),
	CONSTRAINT "members_parameters" CHECK ("members"."operations" >= 1 and "members"."memory" >= 8192 and "members"."identity_epoch" >= 0),
	CONSTRAINT "members_lengths" CHECK (octet_length("members"."salt") = 16 and octet_length("members"."auth_hash") = 32 and octet_length("members"."identity_nonce") = 24 and octet_length("members"."identity_ciphertext") = 48)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_order" CHECK ("sessions"."expires_at" <= "sessions"."ends_at"),
	CONSTRAINT "sessions_steps" CHECK (extract(epoch from "sessions"."expires_at") % 300 = 0 and extract(epoch from "sessions"."ends_at") % 300 = 0),
	CONSTRAINT "sessions_lengths" CHECK (octet_length("sessions"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"number" integer PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"member" uuid,
	"act" text NOT NULL,
	"object" text,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_log_act" CHECK ("audit_log"."act" ~ '^[a-z_]{1,40}$'),
	CONSTRAINT "audit_log_object" CHECK ("audit_log"."object" ~ '^[A-Za-z0-9/._-]{1,120}$'),
	CONSTRAINT "audit_log_lengths" CHECK (octet_length("audit_log"."previous") = 32 and octet_length("audit_log"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "case_entries" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"epoch" integer NOT NULL,
	"author" uuid NOT NULL,
	"previous" "bytea" NOT NULL,
	"keyring_version" integer NOT NULL,
	"keyring_hash" "bytea" NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "case_entries_pk" PRIMARY KEY("case_id","seq"),
	CONSTRAINT "case_entries_numbers" CHECK ("case_entries"."seq" >= 1 and "case_entries"."epoch" >= 0 and "case_entries"."keyring_version" >= 1),
	CONSTRAINT "case_entries_lengths" CHECK (octet_length("case_entries"."previous") = 32 and octet_length("case_entries"."keyring_hash") = 32 and octet_length("case_entries"."nonce") = 24),
	CONSTRAINT "case_entries_bounded" CHECK (octet_length("case_entries"."ciphertext") <= 131072)
);
--> statement-breakpoint
CREATE TABLE "case_summaries" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"epoch" integer NOT NULL,
	"head" "bytea" NOT NULL,
	"author" uuid NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "case_summaries_seq" CHECK ("case_summaries"."seq" >= 1),
	CONSTRAINT "case_summaries_epoch" CHECK ("case_summaries"."epoch" >= 0),
	CONSTRAINT "case_summaries_lengths" CHECK (octet_length("case_summaries"."head") = 32 and octet_length("case_summaries"."nonce") = 24),
	CONSTRAINT "case_summaries_bounded" CHECK (octet_length("case_summaries"."ciphertext") <= 32768)
);
--> statement-breakpoint
CREATE TABLE "vault_wraps" (
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"wrap" "bytea" NOT NULL,
	CONSTRAINT "vault_wraps_pk" PRIMARY KEY("case_id","member_id","epoch"),
	CONSTRAINT "vault_wraps_epoch" CHECK ("vault_wraps"."epoch" >= 0),
	CONSTRAINT "vault_wraps_lengths" CHECK (octet_length("vault_wraps"."wrap") = 72)
);
--> statement-breakpoint
CREATE TABLE "directory_entries" (
	"organisation" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"epoch" integer NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "directory_entries_pk" PRIMARY KEY("organisation","entry_id"),
	CONSTRAINT "directory_entries_organisation" CHECK ("directory_entries"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "directory_entries_numbers" CHECK ("directory_entries"."revision" >= 1 and "directory_entries"."epoch" >= 1),
	CONSTRAINT "directory_entries_lengths" CHECK (octet_length("directory_entries"."nonce") = 24),
	CONSTRAINT "directory_entries_bounded" CHECK (octet_length("directory_entries"."ciphertext") <= 16384)
);
--> statement-breakpoint
CREATE TABLE "grant_slots" (
	"purpose" text NOT NULL,
	"object" text NOT NULL,
	"epoch" integer NOT NULL,
	"kid" "bytea" NOT NULL,
	"slot" "bytea" NOT NULL,
	CONSTRAINT "grant_slots_pk" PRIMARY KEY("purpose","object","epoch","kid"),
	CONSTRAINT "grant_slots_kid" CHECK ("grant_slots"."kid" = substring("grant_slots"."slot" from 1 for 16)),
	CONSTRAINT "grant_slots_lengths" CHECK (octet_length("grant_slots"."kid") = 16 and octet_length("grant_slots"."slot") = 1184)
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"purpose" text NOT NULL,
	"object" text NOT NULL,
	"epoch" integer NOT NULL,
	"organisation" text NOT NULL,
	"statement" "bytea" NOT NULL,
	"author" uuid NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "grants_pk" PRIMARY KEY("purpose","object","epoch"),
	CONSTRAINT "grants_purpose" CHECK ("grants"."purpose" in ('case', 'conversation', 'statistics', 'directory', 'cohort')),
	CONSTRAINT "grants_object" CHECK (length("grants"."object") between 1 and 80),
	CONSTRAINT "grants_epoch" CHECK ("grants"."epoch" >= 1),
	CONSTRAINT "grants_organisation" CHECK ("grants"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "grants_lengths" CHECK (octet_length("grants"."signature") = 64),
	CONSTRAINT "grants_bounded" CHECK (octet_length("grants"."statement") <= 16384)
);
--> statement-breakpoint
CREATE TABLE "keyring_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"day" date NOT NULL,
	"file" text NOT NULL,
	CONSTRAINT "keyring_versions_hash" UNIQUE("hash"),
	CONSTRAINT "keyring_versions_version" CHECK ("keyring_versions"."version" >= 1),
	CONSTRAINT "keyring_versions_lengths" CHECK (octet_length("keyring_versions"."hash") = 32),
	CONSTRAINT "keyring_versions_bounded" CHECK (length("keyring_versions"."file") <= 2000000)
);
--> statement-breakpoint
CREATE TABLE "case_slots" (
	"case_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"kid" "bytea" NOT NULL,
	"slot" "bytea" NOT NULL,
	CONSTRAINT "case_slots_pk" PRIMARY KEY("case_id","epoch","kid"),
	CONSTRAINT "case_slots_epoch" CHECK ("case_slots"."epoch" >= 0),
	CONSTRAINT "case_slots_kid" CHECK ("case_slots"."kid" = substring("case_slots"."slot" from 1 for 16)),
	CONSTRAINT "case_slots_lengths" CHECK (octet_length("case_slots"."kid") = 16 and octet_length("case_slots"."slot") = 1184)
);
--> statement-breakpoint
CREATE TABLE "report_contacts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "report_contacts_lengths" CHECK (octet_length("report_contacts"."nonce") = 24),
	CONSTRAINT "report_contacts_bounded" CHECK (octet_length("report_contacts"."ciphertext") <= 8192)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"team" text NOT NULL,
	"day" date NOT NULL,
	"keyring_version" integer NOT NULL,
	"sealed_by" text NOT NULL,
	"commit" "bytea" NOT NULL,
	"nonce" "bytea" NOT NULL,
	"body" "bytea" NOT NULL,
	"reporter_key" "bytea" NOT NULL,
	"kids" "bytea" NOT NULL,
	"reporter_copy" "bytea" NOT NULL,
	"receipt_index" "bytea" NOT NULL,
	"receipt_check" "bytea" NOT NULL,
	"request_hash" "bytea" NOT NULL,
	CONSTRAINT "reports_receipt_index" UNIQUE("receipt_index"),
	CONSTRAINT "reports_team" CHECK ("reports"."team" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "reports_keyring_version_positive" CHECK ("reports"."keyring_version" >= 1),
	CONSTRAINT "reports_sealed_by" CHECK ("reports"."sealed_by" in ('browser', 'server', 'console')),
	CONSTRAINT "reports_kids" CHECK (octet_length("reports"."kids") % 16 = 0 and octet_length("reports"."kids") between 16 and 1024),
	CONSTRAINT "reports_lengths" CHECK (octet_length("reports"."commit") = 32 and octet_length("reports"."nonce") = 24 and octet_length("reports"."reporter_key") = 1216 and octet_length("reports"."reporter_copy") = 72 and octet_length("reports"."receipt_index") = 16 and octet_length("reports"."receipt_check") = 32 and octet_length("reports"."request_hash") = 32),
	CONSTRAINT "reports_body_bounded" CHECK (octet_length("reports"."body") <= 98304)
);
--> statement-breakpoint
CREATE TABLE "coded_records" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"revision" integer NOT NULL,
	"author" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"codebook" integer NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"month" text NOT NULL,
	"cohort" text,
	CONSTRAINT "coded_records_organisation" CHECK ("coded_records"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "coded_records_numbers" CHECK ("coded_records"."revision" >= 1 and "coded_records"."epoch" >= 1 and "coded_records"."codebook" >= 1),
	CONSTRAINT "coded_records_month" CHECK ("coded_records"."month" ~ '^[0-9]{4}-[01][0-9]$'),
	CONSTRAINT "coded_records_lengths" CHECK (octet_length("coded_records"."nonce") = 24),
	CONSTRAINT "coded_records_bounded" CHECK (octet_length("coded_records"."ciphertext") <= 4096)
);
--> statement-breakpoint
CREATE TABLE "cohort_ledger" (
	"series" text NOT NULL,
	"kind" text NOT NULL,
	"cohort" text NOT NULL,
	"organisation" text NOT NULL,
	"number" integer NOT NULL,
	"signatures" integer NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"statement" "bytea" NOT NULL,
	"author" uuid NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "cohort_ledger_pk" PRIMARY KEY("series","kind","cohort"),
	CONSTRAINT "cohort_ledger_chain" UNIQUE("series","number"),
	CONSTRAINT "cohort_ledger_series" CHECK ("cohort_ledger"."series" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "cohort_ledger_organisation" CHECK ("cohort_ledger"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "cohort_ledger_cohort" CHECK ("cohort_ledger"."cohort" ~ '^[0-9]{4}-Q[1-4]$'),
	CONSTRAINT "cohort_ledger_numbers" CHECK ("cohort_ledger"."number" >= 1 and "cohort_ledger"."signatures" >= 1),
	CONSTRAINT "cohort_ledger_kind" CHECK ("cohort_ledger"."kind" in ('incident', 'outcome')),
	CONSTRAINT "cohort_ledger_lengths" CHECK (octet_length("cohort_ledger"."previous") = 32 and octet_length("cohort_ledger"."hash") = 32 and octet_length("cohort_ledger"."signature") = 64),
	CONSTRAINT "cohort_ledger_bounded" CHECK (octet_length("cohort_ledger"."statement") <= 16384)
);
--> statement-breakpoint
CREATE TABLE "counted_records" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"author" uuid NOT NULL,
	"revision" integer NOT NULL,
	"series" text NOT NULL,
	"kind" text NOT NULL,
	"cohort" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_records" (
	"series" text NOT NULL,
	"kind" text NOT NULL,
	"cohort" text NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "proposal_records_pk" PRIMARY KEY("series","kind","cohort","record_id")
);
--> statement-breakpoint
CREATE TABLE "release_proposals" (
	"series" text NOT NULL,
	"kind" text NOT NULL,
	"cohort" text NOT NULL,
	"number" integer NOT NULL,
	"day" date NOT NULL,
	"file" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"previous" "bytea" NOT NULL,
	"signatures" "bytea" NOT NULL,
	CONSTRAINT "release_proposals_pk" PRIMARY KEY("series","kind","cohort"),
	CONSTRAINT "release_proposals_number" CHECK ("release_proposals"."number" >= 1),
	CONSTRAINT "release_proposals_lengths" CHECK (octet_length("release_proposals"."hash") = 32 and octet_length("release_proposals"."previous") = 32),
	CONSTRAINT "release_proposals_signatures" CHECK (octet_length("release_proposals"."signatures") % 100 = 0 and octet_length("release_proposals"."signatures") between 100 and 800),
	CONSTRAINT "release_proposals_bounded" CHECK (octet_length("release_proposals"."file") <= 2097152)
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"series" text NOT NULL,
	"kind" text NOT NULL,
	"cohort" text NOT NULL,
	"number" integer NOT NULL,
	"day" date NOT NULL,
	"file" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"previous" "bytea" NOT NULL,
	"signatures" "bytea" NOT NULL,
	CONSTRAINT "releases_pk" PRIMARY KEY("series","kind","cohort"),
	CONSTRAINT "releases_chain" UNIQUE("series","number"),
	CONSTRAINT "releases_number" CHECK ("releases"."number" >= 1),
	CONSTRAINT "releases_signatures" CHECK (octet_length("releases"."signatures") % 100 = 0 and octet_length("releases"."signatures") between 100 and 800),
	CONSTRAINT "releases_lengths" CHECK (octet_length("releases"."hash") = 32 and octet_length("releases"."previous") = 32),
	CONSTRAINT "releases_bounded" CHECK (octet_length("releases"."file") <= 2097152)
);
--> statement-breakpoint
ALTER TABLE "member_keys" ADD CONSTRAINT "member_keys_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_case_id_reports_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_author_members_id_fk" FOREIGN KEY ("author") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_summaries" ADD CONSTRAINT "case_summaries_case_id_reports_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_summaries" ADD CONSTRAINT "case_summaries_author_members_id_fk" FOREIGN KEY ("author") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_wraps" ADD CONSTRAINT "vault_wraps_case_id_reports_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_wraps" ADD CONSTRAINT "vault_wraps_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_slots" ADD CONSTRAINT "grant_slots_grant" FOREIGN KEY ("purpose","object","epoch") REFERENCES "public"."grants"("purpose","object","epoch") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_author_members_id_fk" FOREIGN KEY ("author") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_slots" ADD CONSTRAINT "case_slots_report" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contacts" ADD CONSTRAINT "report_contacts_case_id_reports_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coded_records" ADD CONSTRAINT "coded_records_author_members_id_fk" FOREIGN KEY ("author") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_ledger" ADD CONSTRAINT "cohort_ledger_author_members_id_fk" FOREIGN KEY ("author") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_records" ADD CONSTRAINT "counted_records_release" FOREIGN KEY ("series","kind","cohort") REFERENCES "public"."releases"("series","kind","cohort") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_records" ADD CONSTRAINT "proposal_records_proposal" FOREIGN KEY ("series","kind","cohort") REFERENCES "public"."release_proposals"("series","kind","cohort") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_proposals" ADD CONSTRAINT "release_proposals_cohort" FOREIGN KEY ("series","kind","cohort") REFERENCES "public"."cohort_ledger"("series","kind","cohort") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_cohort" FOREIGN KEY ("series","kind","cohort") REFERENCES "public"."cohort_ledger"("series","kind","cohort") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_keys_member" ON "member_keys" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "reports_queue" ON "reports" USING btree ("team","day","case_id");--> statement-breakpoint
CREATE INDEX "coded_records_uncounted" ON "coded_records" USING btree ("organisation","record_id") WHERE cohort is null;--> statement-breakpoint
CREATE INDEX "coded_records_author" ON "coded_records" USING btree ("author");