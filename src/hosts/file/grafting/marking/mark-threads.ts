import { fileDigest } from '../../../../base/file-digest';
import { xmlElement, xmlText, XML_HEAD } from '../../writing/package/xml-text';
import { link, related, type Book } from '../book';
import { rewriteXml } from '../rewrite-xml';
import { NOTE_AUTHOR, type Notes } from './mark-notes';

const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const PERSONS = {
  part: 'xl/persons/person.xml',
  type: 'application/vnd.ms-excel.person+xml',
  relationship: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
};

interface Comment {
  readonly ref?: string;
  readonly id?: string;
  readonly parentId?: string;
  readonly personId?: string;
  readonly dT?: string;
}

/**
 * Answers the threads of comments on marked cells: Excel shows a thread, and not the note that stands for it in older programs. What an
 * earlier round answered goes.
 * @throws WorkbookFileError `file-bad-xml`
 */
export function markThreads(book: Book, sheet: string, notes: Notes): void {
  const { parts } = book;
  const part = parts.relationships(sheet).find(({ type }) => type === 'threadedComment')?.target;
  if (part === undefined || !parts.has(part)) return;
  const xml = parts.text(part);
  const comments: readonly Comment[] = rootChildren(part, xml);
  const known = ownPerson(book);
  const person = known ?? guid(NOTE_AUTHOR);
  const answers = [...notes].flatMap(([ref, text]) => {
    const thread = comments.find((one) => one.ref === ref && one.parentId === undefined);
    return thread?.id === undefined ? [] : [answer(thread, { ref, text, person })];
  });
  const isOwn = (comment: Comment): boolean => known !== undefined && comment.personId === known;
  if (answers.length === 0 && !comments.some(isOwn)) return;
  if (answers.length > 0 && known === undefined) addPerson(book, person);
  const changed = rewriteXml(part, xml, {
    open: (name, attributes, depth) =>
      name === 'threadedComment' && depth === 2 && isOwn(attributes) ? false : undefined,
    atEnd: (_name, depth) => (depth === 1 ? answers.join('') : ''),
  });
  parts.set(part, changed);
}

/** At the moment of what it answers: what is written here knows no clock. */
function answer(
  { id, dT }: Comment,
  { ref, text, person }: { readonly ref: string; readonly text: string; readonly person: string },
): string {
  const attributes = { ref, dT, personId: person, id: guid(`${id} ${ref}`), parentId: id };
  return xmlElement('threadedComment', { xmlns: NAMESPACE, ...attributes }, [
    xmlElement('text', {}, [xmlText(text)]),
  ]);
}

/** The number of the person under whose name an earlier round answered. */
function ownPerson(book: Book): string | undefined {
  const part = related(book, 'person')?.target;
  if (part === undefined || !book.parts.has(part)) return undefined;
  const persons = rootChildren(part, book.parts.text(part));
  return persons.find(({ displayName }) => displayName === NOTE_AUTHOR)?.['id'];
}

function addPerson(book: Book, id: string): void {
  const { parts } = book;
  const known = related(book, 'person')?.target;
  const person = xmlElement('person', {
    xmlns: NAMESPACE,
    displayName: NOTE_AUTHOR,
    id,
    userId: NOTE_AUTHOR,
    providerId: 'None',
  });
  if (known !== undefined && parts.has(known)) {
    const add = { atEnd: (_name: string, depth: number) => (depth === 1 ? person : '') };
    parts.set(known, rewriteXml(known, parts.text(known), add));
    return;
  }
  const part = parts.freeName(PERSONS.part);
  parts.set(part, XML_HEAD + xmlElement('personList', { xmlns: NAMESPACE }, [person]));
  parts.types.set(part, PERSONS.type);
  link(book, 'person', part, PERSONS.relationship);
}

/** Of the elements right under the root of a part: their attributes. */
function rootChildren(part: string, xml: string): readonly Record<string, string>[] {
  const found: Record<string, string>[] = [];
  rewriteXml(part, xml, {
    open: (_name, attributes, depth) => {
      if (depth === 2) found.push({ ...attributes });
      return undefined;
    },
  });
  return found;
}

/** The same for the same words, so that the same file is marked in the same way. */
function guid(words: string): string {
  const digest = fileDigest(new TextEncoder().encode(words)).toUpperCase();
  const lengths = [8, 4, 4, 4, 12];
  let at = 0;
  return `{${lengths.map((length) => digest.slice(at, (at += length))).join('-')}}`;
}
