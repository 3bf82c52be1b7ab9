import { type Language, say } from '@romduol/shared/language/language';
import { noticeWords } from '@romduol/shared/language/notices';

export type MailConfig = {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Hours of the day in Cambodia at which notices go out. */
  readonly hours: readonly number[];
};

export type Mailer = {
  /** Rejects when the server did not take it. */
  send(address: string, language: Language): Promise<void>;
};

const PATIENCE_MS = 20_000;

/**
 * Sends the one mail that there is: that there is something new, with nothing of what, of whom, or of what this is. The
 * library is fetched only where mail is sent.
 */
export async function openMailer({ smtpUrl, from }: MailConfig): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(address, language) {
      await transport.sendMail({
        from,
        to: address,
        subject: say(noticeWords.subject, language),
        text: `${say(noticeWords.text, language)}\n`,
        xMailer: false,
      });
    },
  };
}
