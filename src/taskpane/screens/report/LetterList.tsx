import { Checkbox } from '@fluentui/react-components';
import type { Letter } from '../../../documents/letters/letter';
import { useLayout } from '../../parts/layout';
import { MoreOf } from '../../parts/MoreOf';
import { tickOfAll, type usePicks } from '../../parts/use-picks';
import { useWords } from '../../words-context';
import { LetterItem, letterKey } from './LetterItem';

interface LetterListProps extends Pick<ReturnType<typeof usePicks>, 'isPicked' | 'pick'> {
  readonly letters: readonly Letter[];
  readonly onPreview: (letter: Letter) => void;
}

/** The letters that are due, each in or out. */
export function LetterList({ letters, isPicked, pick, onPreview }: LetterListProps) {
  const layout = useLayout();
  const t = useWords();
  if (letters.length === 0) return null;
  const keys = letters.map(letterKey);
  const picked = keys.filter(isPicked).length;
  return (
    <div className={layout.tight}>
      <Checkbox
        label={t('pane.report.letters.all', { picked, count: letters.length })}
        checked={tickOfAll(picked, letters.length)}
        onChange={(_event, { checked }) => pick(keys, checked === true)}
      />
      <MoreOf name="letters" items={letters}>
        {(some) => (
          <ul className={layout.list} aria-label={t('pane.report.letters')}>
            {some.map((letter) => (
              <LetterItem
                key={letterKey(letter)}
                letter={letter}
                isPicked={isPicked(letterKey(letter))}
                onPick={(isIn) => pick([letterKey(letter)], isIn)}
                onPreview={() => onPreview(letter)}
              />
            ))}
          </ul>
        )}
      </MoreOf>
    </div>
  );
}
