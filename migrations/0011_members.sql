CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"organisation" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"plan" text NOT NULL,
	"expires" date NOT NULL,
	"member_id" uuid,
	"signing" "bytea",
	"part" text,
	CONSTRAINT "invitations_token" UNIQUE("token_hash"),
	CONSTRAINT "invitations_organisation_shape" CHECK ("invitations"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "invitations_answered" CHECK (("invitations"."member_id" is null) = ("invitations"."signing" is null)),
	CONSTRAINT "invitations_bounded" CHECK (length("invitations"."plan") <= 8000 and length("invitations"."part") <= 100000),
	CONSTRAINT "invitations_lengths" CHECK (octet_length("invitations"."token_hash") = 32 and octet_length("invitations"."signing") = 32)
);
--> statement-breakpoint
CREATE TABLE "keyring_confirmations" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "keyring_confirmations_version" CHECK ("keyring_confirmations"."version" >= 1),
	CONSTRAINT "keyring_confirmations_lengths" CHECK (octet_length("keyring_confirmations"."hash") = 32 and octet_length("keyring_confirmations"."signature") = 64)
);
--> statement-breakpoint
CREATE TABLE "keyring_proposals" (
	"organisation" text PRIMARY KEY NOT NULL,
	"proposed_by" uuid NOT NULL,
	"version" integer NOT NULL,
	"file" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "keyring_proposals_organisation" CHECK ("keyring_proposals"."organisation" ~ '^[a-z][a-z0-9-]{1,31}$'),
	CONSTRAINT "keyring_proposals_version" CHECK ("keyring_proposals"."version" >= 1),
	CONSTRAINT "keyring_proposals_bounded" CHECK (length("keyring_proposals"."file") <= 2000000)
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"secret" "bytea",
	"last_step" bigint DEFAULT 0 NOT NULL,
	"credential_id" text,
	"public_key" "bytea",
	"counter" bigint DEFAULT 0 NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "second_factors_credential" UNIQUE("credential_id"),
	CONSTRAINT "second_factors_kind" CHECK ("second_factors"."kind" in ('totp', 'passkey')),
	CONSTRAINT "second_factors_shape" CHECK (case "second_factors"."kind" when 'totp' then "second_factors"."secret" is not null and "second_factors"."credential_id" is null
        else "second_factors"."secret" is null and "second_factors"."credential_id" is not null and "second_factors"."public_key" is not null end),
	CONSTRAINT "second_factors_credential_shape" CHECK ("second_factors"."credential_id" ~ '^[A-Za-z0-9_-]{1,1400}$'),
	CONSTRAINT "second_factors_lengths" CHECK (octet_length("second_factors"."secret") = 60),
	CONSTRAINT "second_factors_bounded" CHECK (octet_length("second_factors"."public_key") <= 4096)
);
--> statement-breakpoint
CREATE TABLE "sign_in_steps" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"recovering" boolean NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"challenge" "bytea" NOT NULL,
	"secret" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_steps_stage" CHECK ("sign_in_steps"."stage" in ('recovery', 'factor', 'enrol', 'rewrap')),
	CONSTRAINT "sign_in_steps_lengths" CHECK (octet_length("sign_in_steps"."hash") = 32 and octet_length("sign_in_steps"."challenge") = 32 and octet_length("sign_in_steps"."secret") = 60)
);
--> statement-breakpoint
CREATE TABLE "suspensions" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"suspended_by" uuid NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keyring_confirmations" ADD CONSTRAINT "keyring_confirmations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keyring_proposals" ADD CONSTRAINT "keyring_proposals_proposed_by_members_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_steps" ADD CONSTRAINT "sign_in_steps_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_suspended_by_members_id_fk" FOREIGN KEY ("suspended_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "second_factors_member" ON "second_factors" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "sign_in_steps_expiry" ON "sign_in_steps" USING btree ("expires_at");