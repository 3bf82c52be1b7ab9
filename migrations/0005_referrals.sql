ALTER TABLE "messages" DROP CONSTRAINT "messages_bounded";--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_bounded" CHECK (octet_length("messages"."ciphertext") <= 49152);