import { spawnSync } from 'node:child_process';

/** Programs that did not make what they judge, and the Debian package that each comes in. */
const PACKAGES = {
  exiftool: 'libimage-exiftool-perl',
  ffmpeg: 'ffmpeg',
  ffprobe: 'ffmpeg',
  'heif-convert': 'libheif-examples',
  identify: 'imagemagick',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
} as const;

/** What a judge says. A judge who is not there fails the test by name, and so does one who finds fault. */
export function ask(judge: keyof typeof PACKAGES, ...parameters: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(judge, parameters, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT')
    throw new Error(`${judge} is missing. Type: apt-get install ${PACKAGES[judge]}`);
  if (error !== undefined || status !== 0) throw new Error(`${judge} ends with ${status}: ${stderr || error?.message}`);
  return stdout;
}
