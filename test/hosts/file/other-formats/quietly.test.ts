import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { quietly } from '../../../../src/hosts/file/reading/other-formats/quietly';
import { unzipped, zipped } from '../../../support/unzipped';
import { filledReturn } from '../../../returns/builder';
import { oldWorkbook } from './old-workbook';

const files = createWorkbookFiles();

/** What is said to the console meanwhile. */
async function saidBy(work: () => unknown): Promise<readonly unknown[]> {
  const said: unknown[] = [];
  const spies = (['error', 'warn', 'log'] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation((...words: unknown[]) => void said.push(...words)),
  );
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return said;
}

test('nothing of what the library says of a file is said to the clerk', async () => {
  const parts = unzipped(oldWorkbook(filledReturn(), 'ods'));
  const odd = zipped({
    ...parts,
    'content.xml': (parts['content.xml'] ?? '').replace(
      '<office:automatic-styles>',
      '<office:automatic-styles><number:number-style style:name="N9"><number:number number:min-integer-digits="1"/><style:map style:condition="value()&gt;0" style:apply-style-name="N9P0"/></number:number-style>',
    ),
  });
  expect(await saidBy(() => files.read(odd, 'a.ods'))).toEqual([]);
});

test('what is said before, after and once something went wrong is heard', async () => {
  const failing = () =>
    quietly(() => {
      console.error('hidden');
      throw new Error('torn');
    });
  const said = await saidBy(() => {
    console.error('before');
    expect(failing).toThrow('torn');
    console.warn('after');
  });
  expect(said).toEqual(['before', 'after']);
});
