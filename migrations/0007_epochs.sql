CREATE TABLE "statements" (
	"member" uuid NOT NULL,
	"number" integer NOT NULL,
	"organisation" text NOT NULL,
	"whole" boolean NOT NULL,
	"statement" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "statements_pk" PRIMARY KEY("member","number"),
	CONSTRAINT "statements_number" CHECK ("statements"."number" >= 1),
	CONSTRAINT "statements_first" CHECK ("statements"."number" > 1 or "statements"."whole"),
	CONSTRAINT "statements_organisation" CHECK ("statements"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "statements_lengths" CHECK (octet_length("statements"."signature") = 64),
	CONSTRAINT "statements_bounded" CHECK (octet_length("statements"."statement") <= 2097152)
);
--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "previous_key" "bytea";--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_previous_key" CHECK (("grants"."purpose" = 'case') = ("grants"."previous_key" is not null));--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_previous_key_length" CHECK (octet_length("grants"."previous_key") = 72);