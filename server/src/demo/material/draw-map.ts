import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 360;
const HEIGHT = 240;

type Colour = readonly [red: number, green: number, blue: number];
const GROUND: Colour = [244, 240, 226];
const STREET: Colour = [205, 200, 184];
const RIVER: Colour = [150, 190, 205];
const OFFICE: Colour = [190, 40, 45];

/** A map of no real place: a river, streets, and a red dot. No words, so that it is the same in every language. */
function colourAt(x: number, y: number): Colour {
  if ((x - 236) ** 2 + (y - 92) ** 2 < 81) return OFFICE;
  if (Math.abs(x - 60 - 18 * Math.sin(y / 40)) < 16) return RIVER;
  const onStreet = [30, 92, 158, 214].some((street) => Math.abs(y - street) < 4) && x > 84;
  const acrossIt = [110, 172, 236, 310].some((street) => Math.abs(x - street) < 4);
  return onStreet || acrossIt ? STREET : GROUND;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The map as PNG (W3C, Portable Network Graphics, third edition): 8 bits a colour, no filter. */
export function drawMap(): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const lines = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (__, x) => colourAt(x, y)).flat()]),
  );
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.concat(lines))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}
