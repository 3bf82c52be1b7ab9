import { NOTICE_TIMES, NoticeWish } from '@romduol/shared/api/notifications';
import { formatNumber } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import type { NoticesView } from '../../desk/notices.ts';
import { useConsole } from '../console-context.ts';
import { noticesWords } from '../messages/notices.ts';
import { ActForm } from '../parts/act-form.tsx';
import { ChoiceField, TextField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Where a caseworker wishes to be told that there is something new. */
export function NoticesCard() {
  const say = useSay();
  const { acts, view } = useConsole();
  const works = view.member.roles.some((role) => role === 'caseworker' || role === 'supervisor');
  return works ? <Notices title={say(noticesWords.title)} read={() => acts.notices()} /> : null;
}

function Notices({ title, read }: { readonly title: string; read(): Promise<NoticesView> }) {
  const say = useSay();
  const reading = useReading('notices', read);
  const { value } = reading;
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="hint">{say(noticesWords.intro)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {value === null ? null : value.offered ? (
        <NoticesForm notices={value} onSaved={reading.put} />
      ) : (
        <p>{say(noticesWords.notOffered)}</p>
      )}
    </section>
  );
}

function NoticesForm({ notices, onSaved }: { readonly notices: NoticesView; onSaved(notices: NoticesView): void }) {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const [address, setAddress] = useState(notices.wish?.address ?? '');
  const [when, setWhen] = useState(notices.wish?.when ?? 'hours');
  const [looked, setLooked] = useState(false);
  const [done, setDone] = useState<'saved' | 'removed' | null>(null);
  const wish = NoticeWish.safeParse({ address: address.trim(), when, language });
  const saving = useAct(async () => {
    setLooked(true);
    setDone(null);
    if (!wish.success) return;
    onSaved(await acts.saveNotices(wish.data));
    setDone('saved');
  });
  const removing = useAct(async () => {
    setDone(null);
    onSaved(await acts.saveNotices(null));
    setAddress('');
    setLooked(false);
    setDone('removed');
  });
  const hours = notices.hours.map((hour) => `${formatNumber(hour, language)}:${formatNumber(0, language).repeat(2)}`);
  return (
    <ActForm acting={saving}>
      <TextField
        label={say(noticesWords.address)}
        problem={looked && !wish.success ? say(noticesWords.addressWrong) : null}
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
        value={address}
        onInput={setAddress}
      />
      <ChoiceField
        label={say(noticesWords.when)}
        choices={[
          {
            code: 'hours',
            label: say(noticesWords.hours, { hours: hours.join(' · ') }),
            hint: say(noticesWords.hoursDo),
          },
          { code: 'every', label: say(noticesWords.every), hint: say(noticesWords.everyDoes) },
        ]}
        chosen={[when]}
        onChoose={([code]) => setWhen(NOTICE_TIMES.find((one) => one === code) ?? 'hours')}
      />
      <Trouble refusal={saving.refusal ?? removing.refusal} />
      <p class="buttons">
        <button class="primary" disabled={saving.busy || removing.busy}>
          {say(noticesWords.save)}
        </button>
        {notices.wish === null ? null : (
          <button
            type="button"
            class="quiet"
            disabled={saving.busy || removing.busy}
            onClick={() => void removing.run()}
          >
            {say(noticesWords.remove)}
          </button>
        )}
      </p>
      <output>{done === null ? '' : say(noticesWords[done])}</output>
    </ActForm>
  );
}
