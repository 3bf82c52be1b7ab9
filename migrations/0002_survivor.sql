CREATE TABLE "attachment_chunks" (
	"object_id" uuid NOT NULL,
	"chunk" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "attachment_chunks_pk" PRIMARY KEY("object_id","chunk"),
	CONSTRAINT "attachment_chunks_chunk" CHECK ("attachment_chunks"."chunk" between 0 and 449),
	CONSTRAINT "attachment_chunks_bounded" CHECK (octet_length("attachment_chunks"."ciphertext") <= 262185)
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"object_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"direction" smallint NOT NULL,
	"counter" integer NOT NULL,
	"place" smallint NOT NULL,
	"chunks" integer NOT NULL,
	"upload_check" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "attachments_place" UNIQUE("case_id","direction","counter","place"),
	CONSTRAINT "attachments_numbers" CHECK ("attachments"."direction" between -1 and 1 and "attachments"."counter" >= 0 and "attachments"."place" between 0 and 4),
	CONSTRAINT "attachments_chunks" CHECK ("attachments"."chunks" between 1 and 450),
	CONSTRAINT "attachments_lengths" CHECK (octet_length("attachments"."upload_check") = 32)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"case_id" uuid NOT NULL,
	"direction" smallint NOT NULL,
	"counter" integer NOT NULL,
	"epoch" integer NOT NULL,
	"previous" "bytea" NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "messages_pk" PRIMARY KEY("case_id","direction","counter"),
	CONSTRAINT "messages_numbers" CHECK ("messages"."direction" in (0, 1) and "messages"."counter" >= 1 and "messages"."epoch" >= 0),
	CONSTRAINT "messages_lengths" CHECK (octet_length("messages"."previous") = 32 and octet_length("messages"."nonce") = 24),
	CONSTRAINT "messages_bounded" CHECK (octet_length("messages"."ciphertext") <= 32768)
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"case_hash" "bytea" PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"withdrawal" "bytea",
	CONSTRAINT "tombstones_month" CHECK ("tombstones"."month" ~ '^[0-9]{4}-[0-9]{2}$'),
	CONSTRAINT "tombstones_lengths" CHECK (octet_length("tombstones"."case_hash") = 16),
	CONSTRAINT "tombstones_withdrawal" CHECK (octet_length("tombstones"."withdrawal") = 32)
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"withdrawal" "bytea" NOT NULL,
	"day" date NOT NULL,
	"erase_on" date NOT NULL,
	CONSTRAINT "withdrawals_lengths" CHECK (octet_length("withdrawals"."withdrawal") = 32)
);
--> statement-breakpoint
CREATE TABLE "site_items" (
	"organisation" text NOT NULL,
	"item" text NOT NULL,
	"language" text NOT NULL,
	"number" integer NOT NULL,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"author" uuid NOT NULL,
	"signature" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "site_items_pk" PRIMARY KEY("organisation","item","language","number"),
	CONSTRAINT "site_items_organisation" CHECK ("site_items"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "site_items_item" CHECK ("site_items"."item" ~ '^[a-z]+(/[a-z_-]{1,40})?$'),
	CONSTRAINT "site_items_language" CHECK ("site_items"."language" in ('en', 'km', '-')),
	CONSTRAINT "site_items_number" CHECK ("site_items"."number" >= 1),
	CONSTRAINT "site_items_lengths" CHECK (octet_length("site_items"."signature") = 64),
	CONSTRAINT "site_items_bounded" CHECK (octet_length("site_items"."content") <= 2097152)
);
--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_lengths";--> statement-breakpoint
-- Reports of before have no second word: random bytes, which nothing proves.
ALTER TABLE "reports" ADD COLUMN "second_check" "bytea" NOT NULL DEFAULT sha256(convert_to(gen_random_uuid()::text, 'UTF8'));--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "second_check" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_case_id_reports_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_case_id_reports_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."reports"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_items" ADD CONSTRAINT "site_items_author_members_id_fk" FOREIGN KEY ("author") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_chunks_day" ON "attachment_chunks" USING btree ("day");--> statement-breakpoint
CREATE INDEX "withdrawals_due" ON "withdrawals" USING btree ("erase_on");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_lengths" CHECK (octet_length("reports"."commit") = 32 and octet_length("reports"."nonce") = 24 and octet_length("reports"."reporter_key") = 1216 and octet_length("reports"."reporter_copy") = 72 and octet_length("reports"."receipt_index") = 16 and octet_length("reports"."receipt_check") = 32 and octet_length("reports"."second_check") = 32 and octet_length("reports"."request_hash") = 32);