CREATE TABLE "record_lists" (
	"member" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"number" integer NOT NULL,
	"list" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "record_lists_organisation" CHECK ("record_lists"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "record_lists_number" CHECK ("record_lists"."number" >= 1),
	CONSTRAINT "record_lists_lengths" CHECK (octet_length("record_lists"."signature") = 64),
	CONSTRAINT "record_lists_bounded" CHECK (octet_length("record_lists"."list") <= 4194304)
);
--> statement-breakpoint
ALTER TABLE "record_lists" ADD CONSTRAINT "record_lists_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;