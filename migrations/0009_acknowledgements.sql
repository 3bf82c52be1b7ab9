CREATE TABLE "acknowledgements" (
	"reference" text PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"organisation" text NOT NULL,
	"claimed" text,
	"reason" text,
	"expires" date NOT NULL,
	"revoked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "acknowledgements_organisation_name" CHECK ("acknowledgements"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "acknowledgements_reference" CHECK ("acknowledgements"."reference" ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
	CONSTRAINT "acknowledgements_claimed" CHECK ("acknowledgements"."claimed" in ('received', 'accepted', 'refused', 'service_given')),
	CONSTRAINT "acknowledgements_reason" CHECK (("acknowledgements"."reason" is null or "acknowledgements"."reason" in ('capacity', 'not_eligible', 'closed', 'other')) and ("acknowledgements"."claimed" is not distinct from 'refused') = ("acknowledgements"."reason" is not null)),
	CONSTRAINT "acknowledgements_lengths" CHECK (octet_length("acknowledgements"."secret_hash") = 32)
);
--> statement-breakpoint
CREATE INDEX "acknowledgements_organisation" ON "acknowledgements" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "acknowledgements_expires" ON "acknowledgements" USING btree ("expires");