import { fromEarlierVersion } from '../../../src/taskpane/storage/earlier-session';

test('what an earlier version kept names its offices as this one does; everything else stays', () => {
  const kept = {
    ledger: { entries: [{ unit: '市编办' }], submissions: [{ unit: '市编办', findings: 2 }] },
    checked: [{ file: '市编办.xlsx', unit: null }],
    findings: [{ unit: '市编办', cell: 'G5' }],
    fileName: '台账.xlsx',
  };
  const current = {
    ledger: { entries: [{ unit: '市编办' }], submissions: [{ office: '市编办', findings: 2 }] },
    checked: [{ file: '市编办.xlsx', office: null }],
    findings: [{ office: '市编办', cell: 'G5' }],
    fileName: '台账.xlsx',
  };
  expect(fromEarlierVersion(kept)).toEqual(current);
  expect(fromEarlierVersion(current)).toEqual(current);
});

test('a session without a ledger stays as it is', () => {
  expect(fromEarlierVersion({ ledger: null, draft: { typed: '' } })).toEqual({
    ledger: null,
    draft: { typed: '' },
  });
});
