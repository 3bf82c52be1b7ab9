import type { Language } from '@romduol/shared/language/language';
import { say } from '@romduol/shared/language/language';
import { useState } from 'preact/hooks';
import { declarationSteps, declarationWords } from '../messages/declaration.ts';
import { useLanguage, useSay } from '../words.tsx';

/** The checklist for a Declaration of Family Relationship, to read together or to print. Nothing of it is recorded. */
export function DeclarationBox() {
  const spoken = useSay();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const other = language === 'en' ? 'km' : 'en';
  return (
    <details class="declaration">
      <summary>{spoken(declarationWords.title)}</summary>
      <section class="read-out letter" lang={language} aria-label={say(declarationWords.title, language)}>
        <h3>{say(declarationWords.title, language)}</h3>
        <p>{say(declarationWords.what, language)}</p>
        <h4>{say(declarationWords.bring, language)}</h4>
        <ul class="checklist">
          {declarationSteps.map((step) => (
            <li key={step.en}>{step[language]}</li>
          ))}
        </ul>
        <p>{say(declarationWords.none, language)}</p>
      </section>
      <p class="buttons not-printed">
        <button type="button" lang={other} onClick={() => setLanguage(other)}>
          {other === 'km' ? 'ភាសាខ្មែរ' : 'English'}
        </button>
        <button type="button" onClick={() => print()}>
          {spoken(declarationWords.print)}
        </button>
      </p>
    </details>
  );
}
