/** “市政府办、市府办” as names; any of the usual separators will do. */
export function namesOf(text: string): readonly string[] {
  const names = text.split(/[、,，;；\s]+/u).filter((name) => name !== '');
  return [...new Set(names)];
}
