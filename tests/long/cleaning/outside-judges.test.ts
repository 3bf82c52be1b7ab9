import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES, CLEANABLE, cleanables, cleaned, readFixture } from '../../unit/cleaning/fixture-files.ts';
import { ask } from './outside-judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'romduol-cleaning-'));
const before = (name: string): string => join(FIXTURES, name);
const after = (name: string): string => join(folder, name);
const ofType = (...starts: string[]): string[] =>
  cleanables.filter((name) => starts.some((start) => CLEANABLE[name].startsWith(start)));

const isHeif = (name: string): boolean => /\.(heic|avif)$/.test(name);

beforeAll(async () => {
  for (const name of cleanables) writeFileSync(after(name), (await cleaned(readFixture(name))).bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What exiftool may find in a cleaned file: how pictures and sounds are laid out and to be shown. */
const LAYOUT = new RegExp(
  [
    '^(ExifTool|File|System|Composite):',
    '(Width|Height|BitDepth|BitsPerPixel|BitsPerSample|ColorType|Compression|Filter(ing)?|Interlace|ColorSpace)$',
    ':(.*Version|Duration|TrackDuration|MediaDuration|PreviewDuration|SelectionDuration|FrameCount|Animation\\w+)$',
    ':(XResolution|YResolution|ResolutionUnit|PixelsPerUnit[XY]|PixelUnits|PixelAspectRatio|Orientation)$',
    ':(HasColorMap|ColorResolutionDepth|BackgroundColor|Gamma|WhitePoint[XY]|(Red|Green|Blue)[XY]|WebP_Flags)$',
    ':(AlphaPreprocessing|HorizontalScale|VerticalScale|DCTEncodeVersion|APP14Flags[01]|ColorTransform)$',
    ':(MajorBrand|MinorVersion|CompatibleBrands|MediaData(Size|Offset)|TimeScale|MediaTimeScale|PreferredRate)$',
    ':(PreferredVolume|MatrixStructure|(Preview|Poster|Selection|Current)Time|NextTrackID|TrackID|TrackLayer)$',
    ':(TrackVolume|HandlerType|HandlerClass|GraphicsMode|OpColor|CompressorID|VideoFrameRate|Balance|AudioFormat)$',
    ':(AudioChannels|AudioSampleRate|MovieFragmentSequence|VideoFieldOrder|VideoFrameRate)$',
    ':(DocType|TimecodeScale|TrackNumber|TrackUID|TrackType|CodecID|VideoCodecID|AudioCodecID|VideoScanType)$',
    ':(TrackLacing|TrackDefault|ChannelMode|AudioLayer|AudioBitrate|SampleRate|MSStereo|IntensityStereo)$',
    ':(CopyrightFlag|OriginalMedia|Emphasis|NominalBitrate|OutputGain|Encoding|NumChannels|AvgBytesPerSec)$',
    ':(HEVCConfigurationVersion|AV1ConfigurationVersion|General\\w+|GenProfile\\w+|ConstraintIndicatorFlags)$',
    ':(MinSpatialSegmentationIDC|ParallelismType|ChromaFormat|BitDepth\\w+|AverageFrameRate|ConstantFrameRate)$',
    ':(NumTemporalLayers|TemporalIDNested|ImageSpatialExtent|ImagePixelDepth|PrimaryItemReference|MetaImageSize|Rotation)$',
    ':(ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|ChromaSamplePosition)$',
    ':(BufferSize|MaxBitrate|AverageBitrate|LayoutFlags|PageCount|Linearized|EmbeddedImage|ChromaSubsampling|PurePixels|Zip\\w+)$',
  ].join('|'),
);
/** Things that may be said as long as they say nothing. */
const EMPTY: Readonly<Record<string, RegExp>> = {
  CreateDate: /^0000:00:00/,
  ModifyDate: /^0000:00:00/,
  TrackCreateDate: /^0000:00:00/,
  TrackModifyDate: /^0000:00:00/,
  MediaCreateDate: /^0000:00:00/,
  MediaModifyDate: /^0000:00:00/,
  MediaLanguageCode: /^und$/,
  TrackLanguage: /^und$/,
  Vendor: /^\s*$/,
  MuxingApp: /^\0*$/,
  WritingApp: /^\0*$/,
  // Four letters without which players do not read the delays that follow.
  Encoder: /^LAME$/,
};

/** What ffprobe may be told: the family of formats, and nothing. A track without a language is English in Matroska. */
const HARMLESS: Readonly<Record<string, RegExp>> = {
  major_brand: /^(isom|qt {2}|M4A |3gp4|iso5)$/,
  minor_version: /^\d+$/,
  compatible_brands: /^[\w ]+$/,
  language: /^(und|eng)$/,
  vendor_id: /^(\[0\]){4}$/,
  handler_name: /^$/,
  encoder: /^(LAME)?\s*$/,
};

describe('exiftool finds nothing but layout', () => {
  // It knows AAC only by the tag in front.
  it.each(cleanables.filter((name) => name !== 'sound.aac'))('in %s', (name) => {
    const [found] = JSON.parse(ask('exiftool', '-json', '-a', '-G1', '-ee', '-api', 'LargeFileSupport=1', after(name)));
    const telling = Object.entries(found).filter(([tag, value]) => {
      const empty = EMPTY[tag.replace(/^.*:/, '')];
      return !(LAYOUT.test(tag) || tag === 'SourceFile' || empty?.test(String(value)) === true);
    });
    expect(telling).toEqual([]);
  });
});

describe('ImageMagick sees the same pixels', () => {
  it.each(ofType('image/').filter((name) => !isHeif(name)))('in %s', (name) => {
    const look = (file: string): string => ask('identify', '-format', '%m %wx%h%O %T %[orientation] %#\n', file);
    expect(look(after(name))).toBe(look(before(name)));
    expect(look(after(name))).toMatch(/[0-9a-f]{64}/);
  });
});

describe('libheif sees the same pixels', () => {
  it.each(ofType('image/').filter(isHeif))('in %s', (name) => {
    const look = (file: string, to: string): string => {
      const picture = join(folder, `${to}.png`);
      ask('heif-convert', file, picture);
      return ask('identify', '-format', '%wx%h %#', picture);
    };
    expect(look(after(name), 'heif-after')).toBe(look(before(name), 'heif-before'));
  });
});

describe('FFmpeg plays the same', () => {
  // Capital: films, not the pictures that are attached to a recording.
  const streams = ['-map', '0:V?', '-map', '0:a?'];
  const hash = (file: string, ...how: string[]): string =>
    ask('ffmpeg', '-v', 'error', '-xerror', '-i', file, ...streams, ...how, '-f', 'streamhash', '-hash', 'md5', '-');

  it.each(ofType('audio/', 'video/'))('%s: pictures and sounds decoded', (name) => {
    const played = hash(after(name));
    expect(played).toBe(hash(before(name)));
    expect(played).toMatch(/MD5=[0-9a-f]{32}/);
  });

  it.each(ofType('audio/', 'video/'))('%s: packets and their times', (name) => {
    const entries = 'packet=codec_type,pts,dts,duration,size,flags';
    const packets = (file: string): string =>
      ['V', 'a']
        .map((kind) =>
          ask('ffprobe', '-v', 'error', '-show_entries', entries, '-select_streams', kind, '-of', 'csv', file),
        )
        .join('\n');
    expect(packets(after(name))).toBe(packets(before(name)));
    expect(packets(after(name))).toMatch(/^packet,(audio|video),/m);
  });

  it.each(ofType('audio/', 'video/'))('%s: and is told nothing else', (name) => {
    const { format, streams: found } = JSON.parse(
      ask('ffprobe', '-v', 'error', '-show_format', '-show_streams', '-show_chapters', '-of', 'json', after(name)),
    );
    const tags = [format, ...found].flatMap((one) => Object.entries(one.tags ?? {}));
    expect(tags.filter(([tag, value]) => HARMLESS[tag.toLowerCase()]?.test(String(value)) !== true)).toEqual([]);
  });
});

describe('documents', () => {
  it.each(ofType('application/pdf'))('%s stands before qpdf and says the same', (name) => {
    ask('qpdf', '--check', after(name));
    expect(ask('pdftotext', '-layout', after(name), '-')).toBe(ask('pdftotext', '-layout', before(name), '-'));
    const about = ask('pdfinfo', after(name));
    expect(about).toMatch(/^Pages: +1$/m);
    expect(about).not.toMatch(/^(Title|Author|Creator|Producer|CreationDate|ModDate|Subject|Keywords):/m);
  });

  it('scan.pdf looks the same', () => {
    const look = (file: string, to: string): Buffer => {
      ask('pdftoppm', '-r', '20', '-singlefile', file, join(folder, to));
      return readFileSync(join(folder, `${to}.ppm`));
    };
    expect(look(after('scan.pdf'), 'after').equals(look(before('scan.pdf'), 'before'))).toBe(true);
  });

  it('letter.docx opens in LibreOffice and says the same', () => {
    const read = (file: string, to: string): string => {
      mkdirSync(join(folder, to));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      ask('soffice', '--headless', profile, '--convert-to', 'txt:Text', '--outdir', join(folder, to), file);
      return readFileSync(join(folder, to, 'letter.txt'), 'utf8');
    };
    const text = read(after('letter.docx'), 'text-after');
    expect(text).toBe(read(before('letter.docx'), 'text-before'));
    expect(text).toContain('A letter that stays readable.');
    expect(text).toContain('This was added.');
  });
});
