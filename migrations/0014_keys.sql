CREATE TABLE "factor_resets" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_factors" DROP CONSTRAINT "second_factors_shape";--> statement-breakpoint
ALTER TABLE "second_factors" DROP CONSTRAINT "second_factors_credential_shape";--> statement-breakpoint
ALTER TABLE "second_factors" DROP CONSTRAINT "second_factors_lengths";--> statement-breakpoint
ALTER TABLE "second_factors" ADD COLUMN "name" "bytea";--> statement-breakpoint
ALTER TABLE "second_factors" ADD COLUMN "quick" "bytea";--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_shape" CHECK (case "second_factors"."kind" when 'totp' then "second_factors"."secret" is not null and "second_factors"."credential_id" is null and "second_factors"."name" is null and "second_factors"."quick" is null
        else "second_factors"."secret" is null and "second_factors"."credential_id" is not null and "second_factors"."public_key" is not null end);--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_credential_shape" CHECK (length("second_factors"."credential_id") <= 1400 and "second_factors"."credential_id" ~ '^[A-Za-z0-9_-]+$');--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_lengths" CHECK (octet_length("second_factors"."secret") = 60 and octet_length("second_factors"."name") = 168 and octet_length("second_factors"."quick") = 72);