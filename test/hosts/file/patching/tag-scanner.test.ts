import { TagScanner } from '../../../../src/hosts/file/patching/xml/tag-scanner';

/** Where the scanner is behind the first element of that name, and what it meets next. */
function afterFirst(name: string, xml: string, skip: 'skip' | 'skipRead' = 'skipRead'): unknown {
  const scanner = new TagScanner('xl/worksheets/sheet1.xml', xml);
  while (scanner.next()) if (scanner.name === name) break;
  scanner[skip]();
  const { from, to, kind, depth } = scanner;
  return [xml.slice(from, to), from, kind, depth, scanner.next() && [scanner.tag, scanner.depth]];
}

test.each([
  ['rows', 'row', '<d><row r="1"><c><v>1</v></c></row><row r="2"/></d>'],
  ['an element in one of its own name', 'g', '<d><g><g/><g>1</g></g><c/></d>'],
  [
    'a longer name that begins so',
    'row',
    '<d><row><rowBreaks/></rowBreak></row ><c/></d>'.replace('</rowBreak>', ''),
  ],
  ['one whose end has blanks', 'row', '<d><row\n><c/></row\n ><c/></d>'],
  ['one with a prefix', 'row', '<x:d><x:row><x:c/></x:row><x:c/></x:d>'],
  ['an empty one', 'row', '<d><row/><c/></d>'],
])('%s: an element is passed over at once as tag by tag', (_, name, xml) => {
  expect(afterFirst(name, xml)).toEqual(afterFirst(name, xml, 'skip'));
  expect(afterFirst(name, xml)).not.toContain(false);
});

test('an end that stands in a comment or in other data is none', () => {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?x ', '?>'],
  ] as const) {
    const xml = `<d><row>${begin}</row>${end}<c/></row><e/></d>`;
    expect(afterFirst('row', xml)).toEqual(['</row>', xml.lastIndexOf('</row>'), 'close', 2, ['<e/>', 2]]);
  }
});

test('an element without an end is said', () => {
  expect(() => afterFirst('row', '<d><row><c></d>')).toThrow(
    expect.objectContaining({ code: 'file-bad-xml' }),
  );
});

test('in what has not been read a tag that is none is found, wherever it stands', () => {
  const xml = '<d><g><c <b/></g><e/></d>';
  expect(() => afterFirst('g', xml, 'skip')).toThrow(expect.objectContaining({ code: 'file-bad-xml' }));
});
