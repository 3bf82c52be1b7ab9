import { authorityType, friendliness, trainingLevel } from '@romduol/shared/codebook/authority';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { sector } from '@romduol/shared/codebook/sector';
import {
  type DirectoryEntry,
  nameOfEntry,
  nextVerification,
  verificationRound,
} from '@romduol/shared/casework/directory';
import { formatNumber } from '@romduol/shared/language/numerals';
import type { DirectoryView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { directoryWorkWords } from '../messages/directory-work.ts';
import { directoryWords } from '../messages/directory.ts';
import { engagementWords } from '../messages/engagement.ts';
import { shellWords } from '../messages/shell.ts';
import { choicesOf } from '../parts/choices.ts';
import { SelectField, TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useDayWords } from '../parts/use-day-words.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

export function DirectoryPage() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const reading = useReading('directory', () => acts.directory());
  const look = useDraft('directory', () => ({ text: '', province: '', sector: '' }));
  const { text, province, sector: wanted } = look.value;
  const words = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const entries = [...(reading.value ?? [])]
    .filter(({ entry }) => province === '' || entry.province === province)
    .filter(({ entry }) => wanted === '' || entry.sectors.some((code) => code === wanted))
    .filter(({ entry }) => words.every((word) => textOf(entry).includes(word)))
    .sort((a, b) => compareEntries(a.entry, b.entry, language));
  return (
    <div class="directory">
      <div class="screen-head">
        <ScreenHeading>{say(directoryWords.title)}</ScreenHeading>
        <button type="button" class="quiet" disabled={reading.busy} onClick={reading.again}>
          {say(shellWords.reload)}
        </button>
        <a class="button primary" href={linkTo({ screen: 'directory_entry', entryId: null })}>
          {say(directoryWords.add)}
        </a>
      </div>
      <p class="hint">{say(directoryWords.intro, { organisation: view.organisation.name[language] })}</p>
      <p class="buttons">
        <a class="button" href={linkTo({ screen: 'directory_round' })}>
          {say(directoryWorkWords.round)}
          {reading.value === null ? null : (
            <i class="begun">
              {formatNumber(
                verificationRound(
                  reading.value.map(({ entry }) => entry),
                  view.today,
                ).length,
                language,
              )}
            </i>
          )}
        </a>
        <a class="button" href={linkTo({ screen: 'directory_coverage' })}>
          {say(directoryWorkWords.coverage)}
        </a>
        {view.member.roles.some((role) => role === 'caseworker' || role === 'supervisor') ? (
          <a class="button" href={linkTo({ screen: 'directory_overview' })}>
            {say(directoryWorkWords.overview)}
          </a>
        ) : null}
        <a class="button" href={linkTo({ screen: 'directory_engagements' })}>
          {say(engagementWords.title)}
        </a>
        <a class="button" href={linkTo({ screen: 'directory_import' })}>
          {say(directoryWorkWords.table)}
        </a>
      </p>
      <search class="filters">
        <TextField
          type="search"
          label={say(directoryWords.search)}
          value={text}
          onInput={(typed) => look.set({ text: typed })}
        />
        <SelectField
          label={say(directoryWords.province)}
          empty={say(directoryWords.any)}
          value={province}
          choices={KH_PROVINCE.map((code) => ({ code, label: labelOf(provinceAnswer, code, language) }))}
          onChoose={(code) => look.set({ province: code })}
        />
        <SelectField
          label={say(directoryWords.sector)}
          empty={say(directoryWords.any)}
          value={wanted}
          choices={choicesOf(sector, language)}
          onChoose={(code) => look.set({ sector: code })}
        />
      </search>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? (
        reading.busy ? (
          <Waiting>{say(directoryWords.reading)}</Waiting>
        ) : null
      ) : entries.length === 0 ? (
        <p class="empty">{say(reading.value.length === 0 ? directoryWords.empty : directoryWords.none)}</p>
      ) : (
        <>
          <output class="hint">{say(directoryWords.count, { count: entries.length })}</output>
          <ul class="entries">
            {entries.map((one) => (
              <li key={one.entryId}>
                <EntryCard one={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function EntryCard({ one: { entryId, entry } }: { readonly one: DirectoryView }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { today } = useConsole().view;
  const next = nextVerification(entry);
  const place = [entry.village, entry.commune, entry.district, labelOf(provinceAnswer, entry.province, language)];
  const marks = [
    entry.retired ? say(directoryWords.retired) : null,
    entry.agreedToBeListed ? null : say(directoryWords.unlisted),
    entry.servesMinors ? null : say(directoryWords.notMinors),
    next !== null && next <= today ? say(directoryWords.due) : null,
  ].filter((mark) => mark !== null);
  return (
    <a
      class={entry.retired ? 'entry card retired' : 'entry card'}
      href={linkTo({ screen: 'directory_entry', entryId })}
    >
      <b>{nameOfEntry(entry, language)}</b>
      <span>
        {labelOf(authorityType, entry.type, language)} · {place.filter((part) => part).join(', ')}
      </span>
      <span>{entry.sectors.map((code) => labelOf(sector, code, language)).join(' · ')}</span>
      <span class="quietly">
        {labelOf(friendliness, entry.friendly, language)} · {labelOf(trainingLevel, entry.training.level, language)} ·{' '}
        {entry.verified === null
          ? say(directoryWords.neverVerified)
          : say(directoryWords.verified, { day: days.date(entry.verified) })}
        {next === null || next <= today ? null : ` · ${say(directoryWords.dueBy, { day: days.date(next) })}`}
      </span>
      {marks.length === 0 ? null : <span class="marks">{marks.join(' · ')}</span>}
    </a>
  );
}

function textOf(entry: DirectoryEntry): string {
  const { name, district, commune, village, focal, channel } = entry;
  const labels = (['en', 'km'] as const).flatMap((language) => [
    labelOf(authorityType, entry.type, language),
    labelOf(provinceAnswer, entry.province, language),
    ...entry.sectors.map((code) => labelOf(sector, code, language)),
  ]);
  return [name.en, name.km, district, commune, village, focal?.role, focal?.name, channel, ...labels]
    .join(' ')
    .toLowerCase();
}

/** By place and name; what is no longer used comes last. */
function compareEntries(a: DirectoryEntry, b: DirectoryEntry, language: 'en' | 'km'): number {
  if (a.retired !== b.retired) return a.retired ? 1 : -1;
  const place = KH_PROVINCE.indexOf(a.province) - KH_PROVINCE.indexOf(b.province);
  return place || nameOfEntry(a, language).localeCompare(nameOfEntry(b, language), language);
}
