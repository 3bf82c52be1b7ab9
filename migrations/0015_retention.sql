CREATE TABLE "erasures" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"contact_on" date,
	"content_on" date,
	CONSTRAINT "erasures_some" CHECK ("erasures"."contact_on" is not null or "erasures"."content_on" is not null)
);
--> statement-breakpoint
CREATE INDEX "erasures_contact" ON "erasures" USING btree ("contact_on");--> statement-breakpoint
CREATE INDEX "erasures_content" ON "erasures" USING btree ("content_on");