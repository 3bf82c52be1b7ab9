CREATE TABLE "drafts" (
	"member_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "drafts_pk" PRIMARY KEY("member_id","draft_id"),
	CONSTRAINT "drafts_lengths" CHECK (octet_length("drafts"."nonce") = 24),
	CONSTRAINT "drafts_bounded" CHECK (octet_length("drafts"."ciphertext") <= 65536)
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_day" ON "drafts" USING btree ("day");