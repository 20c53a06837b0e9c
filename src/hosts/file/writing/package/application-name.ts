/** Names us as the program in a file's properties, where the library would have it be Excel. */
export function withOwnName(properties: string): string {
  return properties
    .replace(/<((?:\w+:)?Application)>[^<]*</, '<$1>Measures Ledger<')
    .replace(/<((?:\w+:)?AppVersion)>[^<]*<\/\1>/, '');
}
