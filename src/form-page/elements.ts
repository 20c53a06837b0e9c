/** What a child of an element may be: another element, or words, which are never read as markup. */
export type Child = Node | string;

type Attributes = Readonly<Record<string, string>>;

/** An element with its attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Puts these in place of what the element held. `replaceChildren` came with Chromium 86. */
export function refill(parent: Element, ...children: readonly Child[]): void {
  while (parent.firstChild !== null) parent.firstChild.remove();
  parent.append(...children);
}
