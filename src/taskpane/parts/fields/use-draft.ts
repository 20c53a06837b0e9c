import { useState } from 'react';

/** What is being typed over a value; starts anew when the value changes from elsewhere. */
export function useDraft(value: string): readonly [typed: string, type: (text: string) => void] {
  const [draft, setDraft] = useState({ of: value, typed: value });
  if (draft.of !== value) setDraft({ of: value, typed: value });
  return [draft.of === value ? draft.typed : value, (typed) => setDraft({ of: value, typed })];
}
