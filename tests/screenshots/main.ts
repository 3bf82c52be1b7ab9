import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startDemo } from '../end-to-end/demo/start-demo.ts';
import { FOLDER, ROOT, settle, shoot, shootCase } from './shoot.ts';
import { shootActs } from './shoot-acts.ts';
import { type Account, type Language, SIZES, type Size, signIn } from './sign-in.ts';

/** Those that README shows, kept in the repository. */
const SHOWN = join(ROOT, 'tests/screenshots');

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const PUBLIC = ['', 'report', 'return', 'help', 'rights', 'next', 'safety', 'statistics', 'statistics/method', 'ack'];
const CASEWORK = [
  'take',
  'account',
  'directory',
  'directory/round',
  'directory/coverage',
  'directory/overview',
  'directory/engagements',
  'directory/import',
];

async function launch(): Promise<Browser> {
  const system = existsSync(chromium.executablePath()) ? undefined : SYSTEM.find((file) => existsSync(file));
  return chromium.launch({
    channel: 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(system === undefined ? {} : { executablePath: system }),
  });
}

/** Every public page, and the report page as it is with an error and with a receipt, without script. */
async function shootPublic(browser: Browser, origin: string): Promise<void> {
  for (const language of ['en', 'km'] as const) {
    for (const size of ['phone', 'desktop'] as const) {
      for (const scheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ ...SIZES[size], colorScheme: scheme });
        const page = await context.newPage();
        const end = `${language}-${size}${scheme === 'dark' ? '-dark' : ''}`;
        for (const path of PUBLIC) {
          await page.goto(`${origin}/${language}/${path}`);
          await shoot(page, `${path === '' ? 'home' : path.replace('/', '-')}-${end}`);
        }
        if (scheme === 'light') await shootFigures(page, `${origin}/${language}/statistics`, end);
        await context.close();
      }
      await shootBare(browser, origin, language, size);
    }
  }
}

/** A release and a line over time: the first that the page of figures leads to. */
async function shootFigures(page: Page, address: string, end: string): Promise<void> {
  await page.goto(address);
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const [name, shape] of [
    ['release', /\/\d{4}-q\d$/],
    ['series', /\/(incident|outcome)$/],
  ] as const) {
    const found = links.find((link) => shape.test(link));
    if (found === undefined) throw new Error(`the page of figures leads to no ${name}`);
    await page.goto(new URL(found, address).href);
    await shoot(page, `figures-${name}-${end}`);
    await page.pdf({ path: join(FOLDER, `figures-${name}-${end}.pdf`), format: 'A4' });
  }
}

async function shootBare(browser: Browser, origin: string, language: Language, size: Size): Promise<void> {
  const context = await browser.newContext({ ...SIZES[size], javaScriptEnabled: false });
  const page = await context.newPage();
  const end = `${language}-${size}-bare`;
  await page.goto(`${origin}/${language}/report`);
  await shoot(page, `report-${end}`);
  await page.locator('main form button:not([name])').last().click();
  await shoot(page, `report-problem-${end}`);
  await page
    .locator('[name=narrative]')
    .fill(language === 'km' ? 'គេបានគំរាមខ្ញុំនៅកន្លែងធ្វើការ។' : 'I was threatened at work.');
  await page.locator('main form button:not([name])').last().click();
  await page.locator('#receipt').waitFor();
  await shoot(page, `receipt-${end}`);
  const receipt = (await page.locator('#receipt').textContent()) ?? '';
  await page.goto(`${origin}/${language}/return`);
  for (const [typed, name] of [
    ['1234', 'return-problem'],
    [receipt, 'return-talk'],
  ] as const) {
    await page.locator('#number').fill(typed);
    await page.locator('main form button').first().click();
    await page.waitForLoadState();
    await shoot(page, `${name}-${end}`);
  }
  await context.close();
}

const OFFICE = 'members setup site site/rights site/numbers site/clips site/retention site/posters'.split(' ');

/** The console's screens as a supervisor who publishes, a caseworker, an administrator and an advocate see them. */
async function shootConsole(browser: Browser, origin: string, accounts: readonly Account[]): Promise<void> {
  const first = (role: string): Account => {
    const account = accounts.find(({ roles }) => roles.includes(role));
    if (account === undefined) throw new Error(`the demo has no ${role}`);
    return account;
  };
  for (const language of ['en', 'km'] as const) {
    for (const size of ['phone', 'desktop'] as const) {
      const context = await browser.newContext({ ...SIZES[size], locale: language === 'km' ? 'km-KH' : 'en-GB' });
      const end = `${language}-${size}`;
      const worker = await signIn(context, origin, first('caseworker'), language, end);
      await shoot(worker, `queue-${end}`, false);
      await shootCase(worker, end);
      for (const screen of CASEWORK) await visit(worker, screen, end);
      const supervisor = await signIn(context, origin, first('supervisor'), language);
      for (const screen of ['supervision', 'directory/overview', 'directory/engagements', 'releases', 'statistics'])
        await visit(supervisor, screen, end, 'supervisor-');
      await shootCohort(supervisor, end);
      const administrator = await signIn(context, origin, first('administrator'), language);
      for (const screen of OFFICE) await visit(administrator, screen, end);
      await visit(await signIn(context, origin, first('auditor'), language), 'audit', end);
      await visit(await signIn(context, origin, first('advocate'), language), 'releases', end);
      await context.close();
    }
  }
}

async function visit(page: Page, screen: string, end: string, who = ''): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, screen);
  await settle(page);
  // The public pages have statistics of their own.
  const name = screen === 'statistics' ? 'quarters' : `${screen === 'releases' ? who : ''}${screen.replace('/', '-')}`;
  await shoot(page, `${name}-${end}`, screen !== 'directory');
}

/** As the console says it in either language. */
const RIPE = /Ready to publish|អាចផ្សព្វផ្សាយបាន/;

async function shootCohort(page: Page, end: string): Promise<void> {
  const ripe = page.locator('a[href^="#statistics/"]', { hasText: RIPE });
  await ripe.first().click();
  await settle(page);
  await shoot(page, `cohort-${end}`);
}

const README = ['home-en-phone', 'report-km-phone', 'case-en-desktop', 'statistics-en-desktop'];

async function run(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const demo = await startDemo(ROOT);
  const browser = await launch();
  try {
    await shootPublic(browser, demo.origin);
    await shootConsole(browser, demo.origin, demo.accounts);
    await shootForReadme(browser, demo);
    // Last of all: it goes on with the sample cases.
    await shootActs(browser, demo);
  } finally {
    await browser.close();
    await demo.stop();
  }
  console.log(`Screenshots are in ${FOLDER}; README's ${README.length} in ${SHOWN}.`);
}

/** The first screenful only: a whole page would be an arm long. */
async function shootForReadme(browser: Browser, demo: { origin: string; accounts: readonly Account[] }): Promise<void> {
  const take = (page: Page, name: string) => page.screenshot({ path: join(SHOWN, `${name}.png`) });
  const phone = await (await browser.newContext(SIZES.phone)).newPage();
  await phone.goto(`${demo.origin}/en/`);
  await take(phone, 'home-en-phone');
  await phone.goto(`${demo.origin}/km/report`);
  await take(phone, 'report-km-phone');
  const context = await browser.newContext({ ...SIZES.desktop, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${demo.origin}/en/statistics`);
  await take(page, 'statistics-en-desktop');
  const account = demo.accounts.find(({ roles }) => roles.includes('caseworker'));
  if (account === undefined) throw new Error('the demo has no caseworker');
  const worker = await signIn(context, demo.origin, account, 'en');
  await worker.locator('a[href^="#case/"]').nth(2).click();
  await settle(worker);
  await take(worker, 'case-en-desktop');
}

await run();
