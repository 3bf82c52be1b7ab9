import { isLanguage } from '@romduol/shared/language/language';
import { writeDigits } from '@romduol/shared/language/numerals';

// Telling by voice on the page itself. What is recorded goes into the page's own file field, so that everything after is as
// if it had been chosen there: sealed here, or posted by the form. Loaded at the first press of "Record".

/** Speech stays clear, and ten minutes are two megabytes on a slow line. */
const BITS_A_SECOND = 24_000;
/** What every browser that records can write, the smallest first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

type Recorder = { readonly place: HTMLElement; readonly button: HTMLButtonElement; readonly field: HTMLInputElement };

let stop: (() => void) | undefined;

function recorder(): Recorder | null {
  const place = document.getElementById('recorder');
  const button = place?.querySelector('button') ?? null;
  const field = document.querySelector<HTMLInputElement>('#voice');
  return place === null || button === null || field === null ? null : { place, button, field };
}

/** Seconds as people read them, in the numerals of the page. */
function clock(seconds: number): string {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const { lang } = document.documentElement;
  return writeDigits(`${two(seconds / 60)}:${two(seconds % 60)}`, isLanguage(lang) ? lang : 'en');
}

function takeFile({ place, button, field }: Recorder, sound: Blob): void {
  const { type } = sound;
  const name = `voice.${/ogg/.test(type) ? 'ogg' : /mp4/.test(type) ? 'm4a' : 'webm'}`;
  const chosen = new DataTransfer();
  // The time at which a file was last changed would tell when it was recorded.
  chosen.items.add(new File([sound], name, { type, lastModified: 0 }));
  field.files = chosen.files;
  const shown = place.querySelector('output') as HTMLOutputElement;
  const player = document.createElement('audio');
  player.controls = true;
  player.src = URL.createObjectURL(sound);
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'q';
  remove.textContent = place.dataset['remove'] ?? '';
  const record = button.dataset['words'] ?? '';
  remove.addEventListener('click', () => {
    URL.revokeObjectURL(player.src);
    shown.textContent = '';
    field.value = '';
    button.textContent = record;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    button.focus();
  });
  shown.textContent = '';
  shown.append(player, remove);
  button.textContent = place.dataset['again'] ?? '';
  // A change made by script is told to nobody, and what prepares the sending listens for it.
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function start(parts: Recorder): Promise<void> {
  const { place, button } = parts;
  const shown = place.querySelector('output') as HTMLOutputElement;
  let microphone: MediaStream;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    shown.textContent = place.dataset['refused'] ?? '';
    return;
  }
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recording = new MediaRecorder(microphone, {
    audioBitsPerSecond: BITS_A_SECOND,
    ...(mimeType === undefined ? {} : { mimeType }),
  });
  const pieces: Blob[] = [];
  recording.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const began = performance.now();
  const tell = (): void => {
    shown.textContent = `${place.dataset['recording']} ${clock((performance.now() - began) / 1000)}`;
  };
  const ticking = setInterval(tell, 1_000);
  recording.addEventListener('stop', () => {
    clearInterval(ticking);
    stop = undefined;
    for (const track of microphone.getTracks()) track.stop();
    takeFile(parts, new Blob(pieces, { type: recording.mimeType.split(';')[0] ?? '' }));
  });
  // A page that goes takes the microphone's light with it.
  addEventListener('pagehide', () => recording.state === 'inactive' || recording.stop(), { once: true });
  button.dataset['words'] ??= button.textContent ?? '';
  button.textContent = place.dataset['stop'] ?? '';
  tell();
  recording.start(1_000);
  stop = () => recording.stop();
}

/** Begins to record, or ends it. */
export async function toggleRecording(): Promise<void> {
  const parts = recorder();
  if (stop !== undefined) stop();
  else if (parts !== null) await start(parts);
}
