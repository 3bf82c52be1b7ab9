import { isLanguage, type Language } from '@romduol/shared/language/language';
import { useEffect, useState } from 'preact/hooks';
import type { DeskActs } from '../desk/acts.ts';
import type { KeptDraft } from '../desk/drafts.ts';
import { FoundScreen } from './administration/found-screen.tsx';
import { FoundedScreen } from './administration/founded-screen.tsx';
import { Frame, PlainFrame } from './frame.tsx';
import { practiceWords } from './messages/practice.ts';
import { makeQueueStore } from './queue/queue-store.ts';
import { sectionsOf } from './sections.ts';
import type { Session, SessionState } from './session/session.ts';
import { CodeScreen } from './session/code-screen.tsx';
import { InvitedScreen } from './session/invited-screen.tsx';
import { RecoverScreen } from './session/recover-screen.tsx';
import { SignInScreen, UnlockScreen } from './session/sign-in-screen.tsx';
import { useAbsenceLock } from './session/use-absence-lock.ts';
import { LanguageProvider } from './words.tsx';

/** The console: one door, and behind it the screens of the member's roles. */
export function App({ session }: { readonly session: Session }) {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const state = useSessionState(session);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageProvider value={language}>
      {state.at === 'practising' ? (
        <Practice session={session} state={state} onLanguage={setLanguage} />
      ) : state.at === 'open' ? (
        <OpenConsole session={session} state={state} onLanguage={setLanguage} />
      ) : (
        <PlainFrame onLanguage={setLanguage}>
          <Door session={session} state={state} />
        </PlainFrame>
      )}
    </LanguageProvider>
  );
}

type Open = Extract<SessionState, { at: 'open' }>;
type Practising = Extract<SessionState, { at: 'practising' }>;

function Door({
  session,
  state,
}: {
  readonly session: Session;
  readonly state: Exclude<SessionState, Open | Practising>;
}) {
  switch (state.at) {
    case 'founding':
      return <FoundScreen session={session} />;
    case 'founded':
      return <FoundedScreen founded={state.founded} onDone={() => session.leave()} />;
    case 'locked':
      return <UnlockScreen session={session} locked={state} />;
    case 'invited':
      return <InvitedScreen session={session} code={state.code} acts={state.acts} />;
    case 'recovering':
      return <RecoverScreen session={session} acts={state.acts} />;
    case 'proving':
      return <CodeScreen key={state.entry.at} session={session} entry={state.entry} />;
    case 'signed_out':
      return <SignInScreen session={session} />;
  }
}

function OpenConsole({
  session,
  state,
  onLanguage,
}: {
  readonly session: Session;
  readonly state: Open;
  onLanguage(language: Language): void;
}) {
  const drafts = useKeptDrafts(state.acts);
  const [readings] = useState(() => new Map<string, unknown>());
  const [queue] = useState(() => makeQueueStore(state.acts));
  useEffect(() => {
    // While what was begun is still on its way.
    if (sectionsOf(state.view.member)[0] === 'queue' && /^(?:#queue)?$/.test(location.hash)) queue.open();
    return queue.close;
  }, [queue]);
  const warning = useAbsenceLock((why) => session.lock(why));
  if (drafts === null) return <PlainFrame onLanguage={onLanguage}>{null}</PlainFrame>;
  return (
    <Frame
      console={{
        acts: state.acts,
        view: state.view,
        refresh: (view) => session.refresh(view),
        drafts,
        readings,
        queue,
      }}
      warning={warning}
      onLanguage={onLanguage}
      onLock={() => session.lock('asked')}
      onSignOut={() => void session.signOut()}
    />
  );
}

/** The same screens over made-up cases, so marked that nobody can take them for real ones. */
function Practice({
  session,
  state,
  onLanguage,
}: {
  readonly session: Session;
  readonly state: Practising;
  onLanguage(language: Language): void;
}) {
  const [kept] = useState(() => ({
    drafts: new Map<string, unknown>(),
    readings: new Map<string, unknown>(),
    queue: makeQueueStore(state.acts),
  }));
  useEffect(() => kept.queue.close, [kept]);
  useEffect(() => {
    const { title } = document;
    document.title = `${practiceWords.title.en} · ${practiceWords.title.km}`;
    document.documentElement.classList.add('practice');
    return () => {
      document.title = title;
      document.documentElement.classList.remove('practice');
      history.replaceState(null, '', location.pathname);
    };
  }, []);
  return (
    <Frame
      console={{ acts: state.acts, view: state.view, refresh: () => undefined, ...kept }}
      practice
      warning={null}
      onLanguage={onLanguage}
      onLock={() => session.leave()}
      onSignOut={() => session.leave()}
    />
  );
}

/** What was begun before, once it is here. Without the server the console opens all the same, with nothing begun. */
function useKeptDrafts(acts: DeskActs): Map<string, unknown> | null {
  const [drafts, setDrafts] = useState<Map<string, unknown> | null>(null);
  useEffect(() => {
    const show = (kept: readonly KeptDraft[]): void =>
      setDrafts(new Map(kept.map(({ place, value }) => [place, value])));
    acts.drafts().then(show, () => show([]));
  }, [acts]);
  return drafts;
}

function useSessionState(session: Session): SessionState {
  const [state, setState] = useState(session.state);
  useEffect(() => session.subscribe(() => setState(session.state())), [session]);
  return state;
}

function preferredLanguage(): Language {
  const first = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return first ?? 'en';
}
