/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { LettersPart } from '../../../src/taskpane/screens/report/LettersPart';
import type { LedgerScreenProps } from '../../../src/taskpane/screens/screen';
import { threePeriods } from '../../ledger/three-periods';
import { mounted } from '../../support/mounted';

const ASKED = '还没有填写发文机关和机关代字';

/** The part of the screen on the page, over a ledger that names its office so; what the clerk is led to by its buttons. */
function shown(name: string, letterWord: string) {
  const ledger = threePeriods();
  const settings = { ...ledger.settings, office: { ...ledger.settings.office, name, letterWord } };
  const went: string[] = [];
  const commands = { outlet: 'download', go: (screen: string) => went.push(screen) };
  const props = {
    ledger: { ...ledger, settings },
    session: { findings: [] },
    commands,
    isLive: false,
  } as unknown as LedgerScreenProps;
  const { text, press } = mounted(<LettersPart {...props} />);
  return { text: text(), went, press };
}

test('before the first letter the pane asks who issues it, and leads to where that is said', () => {
  const { text, went, press } = shown('', '');
  expect(text).toContain(ASKED);
  press('填写发文机关');
  expect(went).toEqual(['settings']);
});

test.each([
  ['the name alone is known', '某市人民政府法制办公室', ''],
  ['the word of its numbers alone is known', '', '某法建'],
])('it asks too while %s', (_, name, letterWord) => {
  expect(shown(name, letterWord).text).toContain(ASKED);
});

test('once both are known it asks no more and says in whose name the letters are', () => {
  const { text } = shown('某市人民政府法制办公室', '某法建');
  expect(text).not.toContain(ASKED);
  expect(text).toContain('某市人民政府法制办公室');
});
