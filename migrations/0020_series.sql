ALTER TABLE "cohort_ledger" DROP CONSTRAINT "cohort_ledger_chain";--> statement-breakpoint
ALTER TABLE "grants" DROP CONSTRAINT "grants_object";--> statement-breakpoint
ALTER TABLE "cohort_ledger" DROP CONSTRAINT "cohort_ledger_series";--> statement-breakpoint
ALTER TABLE "cohort_ledger" ADD CONSTRAINT "cohort_ledger_chain" UNIQUE("organisation","number");--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_object" CHECK (length("grants"."object") between 1 and 96);--> statement-breakpoint
ALTER TABLE "cohort_ledger" ADD CONSTRAINT "cohort_ledger_series" CHECK ("cohort_ledger"."series" ~ '^[a-z][a-z0-9-]{1,31}([.][a-z][a-z0-9-]{1,31})?$');