import { daysBetween, formatDay } from '@romduol/shared/language/dates';
import { formatNumber } from '@romduol/shared/language/numerals';
import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Flower } from '../pages/flower.tsx';
import { type Console, ConsoleProvider } from './console-context.ts';
import { CardUses } from './administration/card-uses.tsx';
import { ChangesToConfirm } from './administration/changes.tsx';
import { practiceWords } from './messages/practice.ts';
import { shellWords } from './messages/shell.ts';
import { linkTo, parseRoute, type Route } from './routes.ts';
import { Screen } from './screen.tsx';
import { type Section, sectionOf, sectionsOf } from './sections.ts';
import { useLanguage, useSay } from './words.tsx';

/** Days before its end from which the keyring's expiry is announced: to administrators, to everybody. */
const EXPIRY_NOTICE_DAYS = 30;
const EXPIRY_NEAR_DAYS = 14;
/** Days before its end from which it cannot be overlooked. */
const EXPIRY_LAST_DAYS = 3;

/** One's own account stands behind the handle, which a phone has no room for. */
const inBar = (section: Section): boolean => section !== 'account';

/** What can be practised: who works here, the pages and the statistics are the organisation's own. */
const PRACTISED: readonly Section[] = ['queue', 'directory'];

type FrameProps = {
  readonly console: Console;
  /** Over made-up cases. */
  readonly practice?: boolean;
  /** Seconds until an idle lock, when it is near. */
  readonly warning: number | null;
  onLanguage(language: Language): void;
  onLock(): void;
  onSignOut(): void;
};

/** The bar with sections, lock and language, and the screen that the address names. */
export function Frame({ console, practice = false, warning, onLanguage, onLock, onSignOut }: FrameProps) {
  const say = useSay();
  const sections = practice ? PRACTISED : sectionsOf(console.view.member);
  const first = sections[0];
  const route = useRoute() ?? (first === undefined ? null : ({ screen: first } satisfies Route));
  const here = route === null ? null : sectionOf(route);
  // Before the new screen takes the focus somewhere, which may scroll to it.
  useLayoutEffect(() => scrollTo(0, 0), [route === null ? null : screenOf(route)]);
  const bar = useRef<HTMLElement>(null);
  // A phone shows some of the sections: where one is must be among them.
  useLayoutEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (current) bar.current?.scrollTo({ left: current.offsetLeft - bar.current.offsetLeft });
  }, [here]);
  return (
    <ConsoleProvider value={console}>
      <SkipLink />
      {practice ? <PracticeBand /> : null}
      <header class="bar">
        <Brand />
        <nav ref={bar} aria-label={say(shellWords.sections)}>
          {sections.map((section) => (
            <a
              key={section}
              class={inBar(section) ? undefined : 'only-narrow'}
              href={linkTo({ screen: section })}
              aria-current={section === here ? 'page' : undefined}
            >
              {say(shellWords[section])}
            </a>
          ))}
        </nav>
        <div class="who">
          {practice ? null : (
            <a class="handle" href={linkTo({ screen: 'account' })} title={say(shellWords.account)}>
              {console.view.member.handle}
            </a>
          )}
          <LanguageSwitch onLanguage={onLanguage} />
          <button type="button" class="quiet" onClick={onSignOut}>
            {say(practice ? practiceWords.leave : shellWords.signOut)}
          </button>
          {practice ? null : (
            <button type="button" class="lock" title={say(shellWords.lockHint)} onClick={onLock}>
              <LockSign />
              {say(shellWords.lock)}
            </button>
          )}
        </div>
      </header>
      <Notices console={console} warning={warning} practice={practice} />
      <main id="screen" tabIndex={-1}>
        {route === null || here === null ? (
          <p>{say(shellWords.noSections)}</p>
        ) : sections.includes(here) && !(practice && route.screen === 'take') ? (
          <Screen route={route} />
        ) : (
          <p>{say(shellWords.notYours)}</p>
        )}
      </main>
    </ConsoleProvider>
  );
}

/** The frame of the door: before anybody is signed in, and while it is locked. */
export function PlainFrame({
  onLanguage,
  children,
}: {
  onLanguage(language: Language): void;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <SkipLink />
      <header class="bar">
        <Brand />
        <div class="who">
          <LanguageSwitch onLanguage={onLanguage} />
        </div>
      </header>
      <main id="screen" class="at-door" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Said in both languages, whatever the screen speaks: it must not be overlooked. */
function PracticeBand() {
  return (
    <aside class="practice-band">
      {LANGUAGES.map((language) => (
        <p key={language} lang={language}>
          <b>{practiceWords.title[language]}</b> {practiceWords.band[language]}
        </p>
      ))}
    </aside>
  );
}

function Notices({ console, warning, practice }: Pick<FrameProps, 'console' | 'warning' | 'practice'>) {
  const say = useSay();
  const language = useLanguage();
  const { keyring, today } = console.view;
  const days = daysBetween(today, keyring.expires);
  const mayRenew = console.view.member.roles.includes('administrator');
  const day = formatDay(keyring.expires, language);
  return (
    <>
      {keyring.expired ? (
        <p class="notice grave" role="alert">
          {say(shellWords.keyringExpired, { day })}
        </p>
      ) : days <= (mayRenew ? EXPIRY_NOTICE_DAYS : EXPIRY_NEAR_DAYS) ? (
        <p
          class={days <= EXPIRY_LAST_DAYS ? 'notice grave' : 'notice'}
          role={days <= EXPIRY_LAST_DAYS ? 'alert' : undefined}
        >
          {say(shellWords.keyringExpiring, { day, days })}
        </p>
      ) : null}
      <ChangesToConfirm />
      {practice ? null : <CardUses />}
      {warning === null ? null : (
        <div class="notice grave idle" role="alert">
          <p>{say(shellWords.idleWarning)}</p>
          {/* Seen, not said: a number read aloud each second would drown everything else. */}
          <span aria-hidden="true">{formatNumber(warning, language)}</span>
          {/* Any touch counts as being here; the button is for whoever looks for one. */}
          <button type="button">{say(shellWords.stay)}</button>
        </div>
      )}
    </>
  );
}

function Brand() {
  const say = useSay();
  return (
    <span class="brand">
      <Flower />
      <b>{say(shellWords.name)}</b>
    </span>
  );
}

/** A button and not a link: `#screen` would be taken for the name of a screen. */
function SkipLink() {
  const say = useSay();
  return (
    <button type="button" class="skip" onClick={() => document.getElementById('screen')?.focus()}>
      {say(shellWords.skip)}
    </button>
  );
}

function LanguageSwitch({ onLanguage }: { onLanguage(language: Language): void }) {
  const language = useLanguage();
  const other = LANGUAGES.find((one) => one !== language) ?? language;
  return (
    <button type="button" class="quiet language" lang={other} onClick={() => onLanguage(other)}>
      {shellWords.language[other]}
    </button>
  );
}

function LockSign() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M4 7V5a4 4 0 0 1 8 0v2" fill="none" stroke="currentColor" stroke-width="1.8" />
      <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
    </svg>
  );
}

/** What counts as one screen: a pane beside a case is not another. */
function screenOf(route: Route): string {
  return linkTo(route.screen === 'case' ? { ...route, task: null, referral: null } : route);
}

function useRoute(): Route | null {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  // Before anything else happens: an address that changed between drawing and listening would be passed over.
  useLayoutEffect(() => {
    const read = (): void => {
      const next = parseRoute(location.hash);
      if (next !== null || location.hash === '') setRoute(next);
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return route;
}
