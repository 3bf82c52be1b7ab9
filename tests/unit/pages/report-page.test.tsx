import type { Day } from '@romduol/shared/ids';
import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import type { Field } from '@romduol/shared/questionnaire/read-answers';
import { confidentialityLimits } from '@romduol/shared/questionnaire/sections';
import { SHAPE } from '@romduol/shared/questionnaire/shape';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import type { PageProblem } from '@romduol/web/pages/form-fields';
import { ReportPage, type ReportPageProps } from '@romduol/web/pages/report-page';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { openReception, sampleDeployment } from './sample-deployment.ts';

function draw(language: Language, props: Partial<ReportPageProps> = {}): string {
  return render(
    <ReportPage
      deployment={sampleDeployment}
      language={language}
      reception={openReception}
      numbers={SAMPLE_HELP_NUMBERS}
      {...props}
    />,
  );
}
const filled = (fields: Field[], problems: PageProblem[] = []) => ({ form: { fields, problems } });
/** Every choice offered under a name; for a text, its name alone. A list to pick from begins with a blank one. */
function choicesIn(html: string, name: string): string[] {
  const list = html.split(`<select id="${name}"`)[1]?.split('</select>')[0];
  if (list !== undefined) return [...list.matchAll(/<option value(?:="([^"]*)")?/g)].map(([, value]) => value ?? '');
  if (new RegExp(`<(?:textarea|input type="text")[^>]* name="${name}"`).test(html)) return [name];
  return [...html.matchAll(new RegExp(`<input type="(?:radio|checkbox)" name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value]) => value as string,
  );
}
/** What the page should offer, the blank choice apart. */
const expectedOf = (question: (typeof SHAPE)[number]): readonly string[] => {
  if (question.kind === 'text') return [question.id];
  if (question.kind === 'team') return ['any', ...openReception.teams.map(({ id }) => id)];
  if (question.kind === 'members') return openReception.teams.flatMap(({ members }) => members.map(({ id }) => id));
  return question.codes;
};

describe.each(LANGUAGES)('the report page (%s)', (language) => {
  const html = draw(language);

  test('has a field for every question, named by its id, with every code as a choice, without script', () => {
    for (const question of SHAPE) {
      expect(choicesIn(html, question.id).filter((value) => value !== '')).toEqual(expectedOf(question));
    }
  });

  test('chooses nothing beforehand and requires nothing', () => {
    expect(html).not.toMatch(/ (checked|selected|required|maxlength)(=|\/?>)/);
  });

  test('is a plain form that needs no script and keeps no draft', () => {
    expect(html).toMatch(
      new RegExp(
        `<form id="report" method="post" action="/${language}/report" enctype="multipart/form-data" accept-charset="utf-8" autocomplete="off">`,
      ),
    );
    expect(html).not.toContain('style="');
    expect(html).not.toMatch(/ on[a-z]+="/);
  });

  test('says before the first question what the server reads, and before the story what may have to be told', () => {
    const first = html.indexOf('name="safe_now"');
    expect(html.indexOf('id="bare"')).toBeGreaterThan(0);
    expect(html.indexOf('id="bare"')).toBeLessThan(first);
    expect(html).toMatch(/<p id="sealed" class="n" hidden>/);
    const limits = html.indexOf(confidentialityLimits[language].slice(0, 40));
    expect(limits).toBeGreaterThan(0);
    for (const asked of ['id="narrative"', 'name="age"']) expect(html.indexOf(asked)).toBeGreaterThan(limits);
  });

  test('has no two elements with one id', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('shows a form again with everything that was typed', () => {
    const fields: Field[] = [
      ['safe_now', 'no'],
      ['categories', 'physical'],
      ['categories', 'other'],
      ['narrative', '\n<script>"a" & b</script>'],
      ['province', 'KH-7'],
      ['contact_value', '"><b>'],
      ['team', 'champei-coast'],
      ['unchecked', 'yes'],
    ];
    const again = draw(language, filled(fields));
    for (const value of ['no', 'physical', 'other', 'yes'])
      expect(again).toMatch(new RegExp(`value="${value}" checked`));
    for (const value of ['KH-7', 'champei-coast']) expect(again).toMatch(new RegExp(`value="${value}" selected`));
    // One line break belongs to the tag, the other to the text.
    expect(again).toContain('>\n\n&lt;script>&quot;a&quot; &amp; b&lt;/script></textarea>');
    expect(again).toContain('value="&quot;>&lt;b>"');
    expect([...again.matchAll(/ checked\/>/g)]).toHaveLength(4);
    // Sections that hold something are open, so that nothing is hidden that will be sent.
    expect([...again.matchAll(/<details open>/g)]).toHaveLength(4);
  });

  test('names problems on top with links, and at their fields', () => {
    const again = draw(
      language,
      filled(
        [],
        [
          { question: 'narrative', code: 'nothing_told' },
          { question: 'age', code: 'unknown_choice' },
          { question: 'contact_value', code: 'too_long', max: 200 },
        ],
      ),
    );
    expect(again).toMatch(/<div id="errors" class="e" role="alert" tabindex="-1" autofocus[ =]/);
    for (const id of ['narrative', 'age', 'contact_value']) {
      expect(again).toContain(`<a href="#${id}">`);
      expect(again).toMatch(new RegExp(`id="${id}"[^>]*aria-describedby="(?:${id}-h )?${id}-e"`));
      expect(again).toContain(`<p class="w" id="${id}-e">`);
    }
    expect(again).toMatch(/<textarea id="narrative"[^>]*aria-invalid="true"/);
  });

  test('takes no reports without anybody to read them, and says so', () => {
    const closed = draw(language, { reception: { accepting: false, why: 'nobody' } });
    expect(closed).not.toContain('id="report"');
    expect(closed).not.toContain(sampleDeployment.assets.reportScript);
  });

  test('asks for a choice only when the keyring could not be checked', () => {
    expect(html).toMatch(/<fieldset id="unchecked" hidden>/);
    const reception = { ...openReception, uncheckedSince: '2026-01-05' as Day };
    const expired = draw(language, { reception: reception as ReportPageProps['reception'] });
    expect(expired).toMatch(/<fieldset id="unchecked">/);
    expect(expired).toContain(language === 'en' ? '5 January 2026' : 'ថ្ងៃទី៥ ខែមករា ឆ្នាំ២០២៦');
  });
});
