import { isLanguage, say } from '@romduol/shared/language/language';
import { inAppWords } from '../pages/words/in-app.ts';

/**
 * Says, on top of the page, that it is open inside another app, and how to open it in a browser. It is shown and taken away
 * here alone: the server never learns what a page is looked at with, and nothing remembers that it was read.
 */
function showAdvice(): void {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  const make = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    text: string,
    into: Element,
  ): HTMLElementTagNameMap[Name] => {
    const made = document.createElement(name);
    made.textContent = text;
    into.append(made);
    return made;
  };
  const advice = document.createElement('section');
  advice.className = 'n';
  advice.id = 'in-app';
  // Not a heading: those of the page begin after it.
  const heading = make('b', say(inAppWords.heading, language), make('p', '', advice));
  heading.id = 'in-app-heading';
  advice.setAttribute('aria-labelledby', heading.id);
  make('p', say(inAppWords.why, language), advice);
  make('p', say(inAppWords.how, language), advice);
  // A paragraph, which every app lets people hold and copy; no button could promise that the copying works.
  make('b', location.origin + location.pathname, make('p', '', advice)).lang = 'en';
  make('p', say(inAppWords.stay, language), advice);
  make('button', say(inAppWords.dismiss, language), advice).addEventListener('click', () => {
    advice.remove();
    document.querySelector('main')?.focus();
  });
  document.querySelector('main')?.prepend(advice);
}

showAdvice();
