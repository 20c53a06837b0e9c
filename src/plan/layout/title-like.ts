const LONGEST_TITLE = 60;

/** Whether words can be a heading: short, and no sentence ends within them. */
export function isTitleLike(folded: string): boolean {
  const words = folded.trim();
  return words !== '' && words.length <= LONGEST_TITLE && !/[。;!?\n]./s.test(words);
}
