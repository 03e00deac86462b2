import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { DemoFile } from './demoTypes.ts';

const WIDTH = 320;
const HEIGHT = 240;
/** Paper, ink of the axis, bar, bar in the middle of attention. */
const PALETTE = [
  [250, 249, 245],
  [60, 64, 67],
  [136, 170, 170],
  [11, 94, 98],
];

/** Makes and keeps a file of the demo: a picture of bars or a document of one page. */
export async function keepDemoFile(
  files: FileStore,
  { name, kind, visibility, bars, lines }: DemoFile,
): Promise<ListingFile> {
  const bytes = bars ? barPicture(bars) : onePage(lines ?? [name]);
  const mediaType = bars ? 'image/png' : 'application/pdf';
  const stored = await files.put(Readable.from([bytes]), mediaType);
  return { ...stored, name, mediaType, kind, visibility };
}

/** A PNG with one bar for each height in per cent; the highest is darker. */
export function barPicture(heights: readonly number[]): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => Buffer.from([0, ...barRow(heights, y)]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a pixel, each an entry of the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(PALETTE.flat())),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function barRow(heights: readonly number[], y: number): number[] {
  const margin = 26;
  const floor = HEIGHT - margin;
  const slot = (WIDTH - 2 * margin) / heights.length;
  const highest = Math.max(...heights);
  return Array.from({ length: WIDTH }, (_, x) => {
    if (y === floor && x >= margin && x < WIDTH - margin) return 1;
    const index = Math.floor((x - margin) / slot);
    const height = heights[index];
    const within = (x - margin - index * slot) / slot;
    if (height === undefined || within < 0.18 || within > 0.82 || y >= floor) return 0;
    if (y < floor - (height / 100) * (floor - margin)) return 0;
    return height === highest ? 3 : 2;
  });
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PDF of one A4 page; readers bring the Chinese font themselves, as the format has provided for since 1.2. */
export function onePage(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `<${utf16(line)}> Tj T*`).join('\n');
  const drawing = `BT /F1 14 Tf 26 TL 72 760 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  return assemble(objects);
}

function assemble(objects: string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

function utf16(text: string): string {
  return [...Buffer.from(text, 'utf16le').swap16()]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
