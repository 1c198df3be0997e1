import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { decisionsCommand } from '../src/decisions.ts';
import { wordDocument } from '../src/decisions-document.ts';
import { csvOf } from '../src/core/csv.ts';
import { type Bench, decision, money, openBench, people } from './features/decisions/bench.ts';

/** One file out of a zip, by its central directory. */
function unzipped(zip: Uint8Array, wanted: string): string {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size, name, extra, comment] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(from, from + size);
      return (method === 0 ? content : inflateRawSync(content)).toString('utf8');
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`no ${wanted} in the zip`);
}

const cells = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
    [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );

describe('npm run decisions', () => {
  let bench: Bench;
  const written = new Map<string, string | Uint8Array>();
  const printed: string[] = [];
  const run = (...args: readonly string[]) => {
    written.clear();
    printed.length = 0;
    return decisionsCommand(args, {
      ...{ store: bench.deps.store, clock: bench.deps.clock },
      write: async (folder, file, content) => void written.set(`${folder}/${file}`, content),
      print: (line) => void printed.push(line),
    });
  };
  before(async () => {
    bench = await openBench();
    for (const [name, ruling] of [
      ['=HYPERLINK("x")', { motivation: '+31', summary: '-1;"@' }],
      ['Woning', { verdict: 'reject', motivation: 'Karin vond het te duur & <b>vaag</b>.', summary: 'Te duur.' }],
    ] as const) {
      const id = await bench.write(people.jan, { ...money, name });
      await bench.press(people.jan, 'action decisions/put-forward', id);
      const typed = { proposal: id, ...decision, ...ruling };
      equal((await bench.click(people.judith, 'submit decisions/decide-send', typed)).outcome, 'done');
    }
  });
  after(() => bench.close());

  it('writes both lists, as documents and as tables', async () => {
    equal(await run('--centre', 'li', '--year', '2026', '--to', 'uit'), 0);
    deepEqual([...written.keys()].toSorted(), [
      'uit/besluitenlijst-LI-2026-openbaar.csv',
      'uit/besluitenlijst-LI-2026-openbaar.docx',
      'uit/besluitenlijst-LI-2026.csv',
      'uit/besluitenlijst-LI-2026.docx',
    ]);
    deepEqual(printed, [
      'besluitenlijst-LI-2026.docx and besluitenlijst-LI-2026.csv: 2 decisions',
      'besluitenlijst-LI-2026-openbaar.docx and besluitenlijst-LI-2026-openbaar.csv: 2 decisions',
    ]);
  });

  it('has a Dutch title as a heading, and a table whose first row is its head', async () => {
    await run('--centre', 'LI', '--year', '2026', '--to', 'uit');
    const xml = unzipped(written.get('uit/besluitenlijst-LI-2026.docx') as Uint8Array, 'word/document.xml');
    match(xml, /<w:pStyle w:val="Heading1"\/>.*?Besluitenlijst LI 2026/s);
    match(xml, /<w:tblHeader\/>/);
    const found = cells(xml);
    deepEqual(found.slice(0, 8), [
      'Nummer',
      'Datum',
      'Onderwerp',
      'Titel',
      'Besluit',
      'Besloten door',
      'Bedrag',
      'Motivering',
    ]);
    deepEqual(found.slice(16), [
      ...['LI-V-2026-002', '2026-11-23', 'Budget', 'Woning', 'Afgewezen', 'Judith Brouns (mandaat)', ''],
      'Karin vond het te duur &amp; &lt;b&gt;vaag&lt;/b&gt;.',
    ]);
  });

  it('has no name and no opinion in the public list', async () => {
    await run('--centre', 'LI', '--year', '2026', '--to', 'uit');
    const xml = unzipped(written.get('uit/besluitenlijst-LI-2026-openbaar.docx') as Uint8Array, 'word/document.xml');
    const csv = String(written.get('uit/besluitenlijst-LI-2026-openbaar.csv'));
    for (const text of [xml, csv]) {
      match(text, /Te duur\./);
      ok(!/Judith|Karin|Besloten door/.test(text));
    }
  });

  it('has no formula in a table, and every cell as it was typed', async () => {
    await run('--centre', 'LI', '--year', '2026', '--to', 'uit');
    const csv = String(written.get('uit/besluitenlijst-LI-2026.csv'));
    const open = String(written.get('uit/besluitenlijst-LI-2026-openbaar.csv'));
    match(csv, /;"'=HYPERLINK\(""x""\)";/);
    match(csv, /;"'\+31"\r\n/);
    match(open, /;"'-1;""@"\r\n/);
    ok(csv.startsWith('\uFEFF"Nummer";'));
  });

  it('says when nothing was decided', async () => {
    equal(await run('--centre', 'LI', '--year', '2025', '--to', 'uit'), 1);
    deepEqual([printed, written.size], [['No decisions of LI in 2025.'], 0]);
  });

  for (const args of [
    [],
    ['--centre', 'XX', '--year', '2026', '--to', 'uit'],
    ['--centre', 'LI', '--year', 'ooit', '--to', 'uit'],
    ['--centre', 'LI', '--year', '2026'],
    ['--centre', 'LI', '--year', '2026', '--to', 'uit', '--force'],
  ]) {
    it(`explains itself for “${args.join(' ')}”`, async () => {
      equal(await run(...args), 2);
      match(printed[0] ?? '', /^npm run decisions -- --centre LI --year 2026 --to FOLDER/);
      equal(written.size, 0);
    });
  }
});

describe('a table for a spreadsheet', () => {
  for (const dangerous of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n=1']) {
    it(`holds ${JSON.stringify(dangerous)} as text`, () => {
      equal(csvOf({ columns: ['A'], rows: [[dangerous]] }), `\uFEFF"A"\r\n"'${dangerous}"\r\n`);
    });
  }

  it('keeps quotes, semicolons and lines within a cell', () => {
    equal(
      csvOf({ columns: ['A', 'B'], rows: [['een "twee"; drie\nvier', '']] }),
      '\uFEFF"A";"B"\r\n"een ""twee""; drie\nvier";""\r\n',
    );
  });
});

describe('a Word document', () => {
  it('leaves out what XML cannot hold', async () => {
    const table = { columns: ['A'], rows: [['een\u0000twee\u000bdrie']] };
    const xml = unzipped(await wordDocument({ title: 'T', intro: 'I', table }), 'word/document.xml');
    deepEqual(cells(xml), ['A', 'eentweedrie']);
  });
});
