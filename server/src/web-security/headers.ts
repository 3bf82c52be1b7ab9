import type { MiddlewareHandler } from 'hono';
import type { Environment } from '../environment.ts';

const pagePolicy = (styles: readonly string[]): string[] => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src ${styles.join(' ')}`,
  "img-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types romduol-worker',
];
const CONSOLE_POLICY = [
  ...pagePolicy(["'self'"]).map((directive) => (directive === "img-src 'self'" ? "img-src 'self' blob:" : directive)),
  'frame-src blob:',
];
/** A worker has the policy of its own response, not of the page that starts it. */
const WORKER_POLICY = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"];
/** What draws a PDF gets it handed over, and practice has nothing to do with the server: they may fetch nothing at all. */
const CUT_OFF_POLICY = ["default-src 'none'", "script-src 'self'"];
const BARE_POLICY = ["default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"];

/** What a browser may offer a page, refused: all that Chromium 156 knows by name, for an unknown one it complains of. */
const FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];
const NO_FEATURES = [...FEATURES, 'microphone'].map((feature) => `${feature}=()`).join(', ');
/** Report and return page record a voice message. */
const VOICE_FEATURES = [...FEATURES.map((feature) => `${feature}=()`), 'microphone=(self)'].join(', ');

/** The console signs members in by passkeys. */
const CONSOLE_FEATURES = NO_FEATURES.replace('publickey-credentials-get=()', 'publickey-credentials-get=(self)');

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-store'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  // Not no-referrer: form posts would then carry `Origin: null`, and older browsers without script be locked out.
  ['referrer-policy', 'same-origin'],
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

export type Header = readonly [name: string, value: string];

const headersOf = (
  policy: readonly string[],
  features = NO_FEATURES,
  more: readonly Header[] = [],
): readonly Header[] => [
  ...EVERYWHERE,
  ['content-security-policy', policy.join('; ')],
  ['permissions-policy', features],
  ...more,
];

const BARE = headersOf(BARE_POLICY);
const CONSOLE = headersOf(CONSOLE_POLICY, CONSOLE_FEATURES);
const WORKER = headersOf(WORKER_POLICY, NO_FEATURES, [['cross-origin-embedder-policy', 'require-corp']]);

const CUT_OFF_WORKER = headersOf(CUT_OFF_POLICY, NO_FEATURES, [['cross-origin-embedder-policy', 'require-corp']]);

type PageHeaders = { readonly page: readonly Header[]; readonly voice: readonly Header[] };

/** The headers of every response, by what is asked for. */
function headersFor(path: string, { page, voice }: PageHeaders): readonly Header[] {
  if (path.startsWith('/api/') || path.startsWith('/clips/')) return BARE;
  if (/^\/assets\/(?:pdf|practice)-worker-[\w-]+\.js$/.test(path)) return CUT_OFF_WORKER;
  if (path.startsWith('/assets/')) return /^\/assets\/(?:[\w-]+-)?worker-[\w-]+\.js$/.test(path) ? WORKER : BARE;
  if (path === '/console') return CONSOLE;
  return /^\/(?:en|km)\/(?:report|return)$/.test(path) ? voice : page;
}

/** The headers of every response, by the path that was asked for. `styles`: hashes of the sheets that stand in public pages. */
export function headersByPath(styles: readonly string[]): (path: string) => readonly Header[] {
  const policy = pagePolicy(styles);
  const pages = { page: headersOf(policy), voice: headersOf(policy, VOICE_FEATURES) };
  return (path) => headersFor(path, pages);
}

/** Sets them before the handler runs, so that refusals and errors carry them as well. */
export function securityHeaders(styles: readonly string[]): MiddlewareHandler<Environment> {
  const headersOfPath = headersByPath(styles);
  return async (c, next) => {
    for (const [name, value] of headersOfPath(c.req.path)) c.header(name, value);
    await next();
  };
}
