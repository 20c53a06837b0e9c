import type { Ledger } from '../../../ledger/ledger';
import { PATH_SEPARATOR } from '../../../ledger/levels/levels';
import type { Translate } from '../../../locales/translate';
import { periodName } from '../../parts/periods';
import type { AskedFigure } from './figure-rows';

/** Whose figure it is, as the screen has it, and at the close of which period. */
function groupName(
  { of, name, period }: Omit<AskedFigure, 'figure'>,
  { plan }: Ledger,
  t: Translate,
): string {
  const group = nameOf();
  return period === null ? group : t('pane.figures.inPeriod', { period: periodName(period, t), group });

  function nameOf(): string {
    switch (of) {
      case 'total':
        return t('pane.figures.total');
      case 'assignments':
        return t('pane.figures.assignments');
      case 'unit':
        return name;
      case 'place':
        return name === '' ? t('pane.figures.places') : name.replaceAll(PATH_SEPARATOR, ' / ');
      case 'year':
        return name === '' ? t('pane.dossier.openEnded') : t('pane.figures.dueIn', { year: name });
      case 'section': {
        const section = plan.sections.find(({ no }) => no === name);
        return section === undefined ? name : `${section.no} ${section.title}`;
      }
    }
  }
}

/** Figures of the offices that owe a return. */
const OF_RETURNS: ReadonlySet<AskedFigure['figure']> = new Set(['offices', 'returned', 'missing']);

/** What a figure counts, in words. Returns are those of the ledger's period, letters of all. */
export function figureWords(asked: AskedFigure, ledger: Ledger, t: Translate): string {
  const figure = t(`pane.figure.${asked.figure}`);
  if (asked.figure === 'letters') return figure;
  const group = OF_RETURNS.has(asked.figure)
    ? periodName(asked.period ?? ledger.settings.period, t)
    : groupName(asked, ledger, t);
  return t('pane.figures.asked', { group, figure });
}
