CREATE TABLE "notification_addresses" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"when" text NOT NULL,
	"language" text NOT NULL,
	"known" integer NOT NULL,
	"pending" boolean DEFAULT false NOT NULL,
	CONSTRAINT "notification_addresses_address" CHECK ("notification_addresses"."address" ~ '^[^[:space:],]{3,254}$'),
	CONSTRAINT "notification_addresses_when" CHECK ("notification_addresses"."when" in ('hours', 'every')),
	CONSTRAINT "notification_addresses_language" CHECK ("notification_addresses"."language" in ('en', 'km')),
	CONSTRAINT "notification_addresses_known" CHECK ("notification_addresses"."known" >= 0)
);
--> statement-breakpoint
ALTER TABLE "notification_addresses" ADD CONSTRAINT "notification_addresses_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;