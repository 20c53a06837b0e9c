import type { Ledger } from '../../ledger/ledger';
import { DossierLink } from './DossierLink';
import { namedIn } from './named-in';

interface LinkedTextProps {
  readonly text: string;
  readonly ledger: Ledger;
}

/** What the ledger says of an act, in its own words; every measure and unit that it names is a way to everything of it. */
export function LinkedText({ text, ledger }: LinkedTextProps) {
  return namedIn(text, ledger).map(({ words, of, at }) =>
    of === null ? (
      words
    ) : (
      <DossierLink key={at} of={of}>
        {words}
      </DossierLink>
    ),
  );
}
