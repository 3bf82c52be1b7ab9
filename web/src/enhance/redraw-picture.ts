/** Kinds that a canvas may write anew, and as what. Moving pictures would stand still: they are cleaned as they are. */
const REDRAWN: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/heif': 'image/jpeg',
  'image/avif': 'image/jpeg',
  'image/png': 'image/png',
};
/** Pixels; a telephone's memory holds four bytes for each, twice. */
const LARGEST = 50_000_000;
const QUALITY = 0.92;

/**
 * A picture drawn and written anew, so that only what can be seen is left; null where this browser cannot, or where its
 * canvas does not tell the truth: some browsers answer noise, so that nobody can be told by their canvas.
 */
export async function redrawPicture(file: Blob, type: string): Promise<Blob | null> {
  const target = REDRAWN[type];
  if (target === undefined || typeof OffscreenCanvas === 'undefined' || !isTruthful()) return null;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const { width, height } = picture;
      if (width * height > LARGEST) return null;
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context === null) return null;
      context.drawImage(picture, 0, 0);
      const drawn = await canvas.convertToBlob({ type: target, quality: QUALITY });
      return drawn.type === target ? drawn : null;
    } finally {
      picture.close();
    }
  } catch {
    return null;
  }
}

function isTruthful(): boolean {
  const context = new OffscreenCanvas(16, 16).getContext('2d');
  if (context === null) return false;
  for (let at = 0; at < 16; at += 1) {
    context.fillStyle = `rgb(${at * 16} ${255 - at * 16} ${at * 5})`;
    context.fillRect(at, 0, 1, 16);
  }
  const { data } = context.getImageData(0, 0, 16, 16);
  return data.every((value, at) => {
    const column = (at >> 2) % 16;
    return value === [column * 16, 255 - column * 16, column * 5, 255][at & 3];
  });
}
