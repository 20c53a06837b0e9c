import fc from 'fast-check';
import { formFileName } from '../../src/app/changes/issue-forms';
import { safeFileName } from '../../src/app/wording/safe-file-name';
import { period } from '../ledger/builders';

test.each([
  ['市编办_2017Q3_填报表.xlsx', '市编办_2017Q3_填报表.xlsx'],
  ['督办单_市财政局_荆法建督〔2017〕3号.docx', '督办单_市财政局_荆法建督〔2017〕3号.docx'],
  ['甲/乙:丙*丁?"<|>.xlsx', '甲／乙：丙＊丁？＂＜｜＞.xlsx'],
  ['../../etc/passwd.xlsx', expect.stringMatching(/^／\.\.／etc／passwd_[0-9a-f]{8}\.xlsx$/)],
  ['con.xlsx', expect.stringMatching(/^_con_[0-9a-f]{8}\.xlsx$/)],
  ['COM1.表.xlsx', expect.stringMatching(/^_COM1\.表_[0-9a-f]{8}\.xlsx$/)],
  ['~$市编办.xlsx', expect.stringMatching(/^\$市编办_[0-9a-f]{8}\.xlsx$/)],
  ['市编\u202Exslx\u0000办.xlsx', expect.stringMatching(/^市编xslx办_[0-9a-f]{8}\.xlsx$/)],
  ['.xlsx', expect.stringMatching(/^_[0-9a-f]{8}\.xlsx$/)],
  ['末尾有点. .', expect.stringMatching(/^末尾有点_[0-9a-f]{8}$/)],
])('%j', (name, safe) => {
  expect(safeFileName(name)).toEqual(safe);
});

test('a name of any unit is a name for every file system, and two units never have the same', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('市', '局', '/', '\\', '.', ' ', '\u200B', '\n', '~', '$'),
      maxLength: 120,
    }),
  );
  fc.assert(
    fc.property(unit, unit, (one, other) => {
      const name = formFileName(one, period('2017Q3'));
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[~.\s]|[.\s]$/u);
      expect(name).toMatch(/\.xlsx$/);
      if (one !== other) expect(formFileName(other, period('2017Q3'))).not.toBe(name);
    }),
  );
});
