import { Button, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular, CheckmarkRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import {
  FAULT_KINDS,
  OFFICE_STATES,
  boardOf,
  linesShown,
  stateCounts,
  type BoardLine,
  type FaultKind,
  type OfficeState,
} from '../../../app/inbox/board';
import type { InboxItem } from '../../../app/inbox/inbox';
import type { Paper } from '../../../app/inbox/papers';
import { offeredCorrections } from '../../../returns/findings/corrections';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { TextFind } from '../../parts/fields/TextFind';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { isOneOf, isText, orNull, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { BOARD, boardPeriod } from '../state-names';
import { BoardRows } from './BoardRows';
import { BoardStates } from './BoardStates';
import { newestOfRivals, returnsToSendBack } from './rivals';

interface BoardProps extends LedgerScreenProps {
  readonly items: readonly InboxItem[];
}

const KINDS = ['all', ...FAULT_KINDS] as const;

/** Each office of the period and how its return stands, narrowed by state, by what its faults are about and by name; and what can be done to all shown. */
export function Board({ items, ...screen }: BoardProps) {
  const layout = useLayout();
  const t = useWords();
  const { ledger, session } = screen;
  const offered = [
    ...new Set([ledger.settings.period, ...items.flatMap(({ checked }) => checked.period ?? [])]),
  ];
  const [period, setPeriod] = useScreenState(
    boardPeriod(ledger.settings.period),
    ledger.settings.period,
    isOneOf(offered),
  );
  const [state, setState] = useScreenState<OfficeState | null>(
    BOARD.state,
    null,
    orNull(isOneOf(OFFICE_STATES)),
  );
  const [kind, setKind] = useScreenState<FaultKind | null>(BOARD.kind, null, orNull(isOneOf(FAULT_KINDS)));
  const [typed, setTyped] = useScreenState(BOARD.find, '', isText);
  const { chosen } = session.inbox;
  const lines = useMemo(() => boardOf(ledger, period, items, chosen), [ledger, period, items, chosen]);
  const shown = useMemo(() => linesShown(lines, { state, kind, typed }), [lines, state, kind, typed]);
  const papers = shown.flatMap((line) => line.papers);
  return (
    <section className={layout.column} aria-label={t('pane.returns.files')}>
      <h3 className={layout.heading}>
        {t('pane.board.title', { period: periodName(period, t), count: shown.length })}
      </h3>
      <BoardStates counts={stateCounts(lines)} chosen={state} onChoose={setState} />
      <div className={layout.fields}>
        <TextFind label={t('pane.board.find')} words={typed} onChange={setTyped} />
        <ChoiceField
          label={t('pane.board.kind')}
          value={kind ?? 'all'}
          choices={KINDS}
          wordOf={(one) => t(`pane.board.kind.${one}`)}
          onChange={(one) => setKind(one === 'all' ? null : one)}
        />
        {offered.length > 1 && (
          <ChoiceField
            label={t('pane.settings.period')}
            value={period}
            choices={offered}
            wordOf={(one) => periodName(one, t)}
            onChange={setPeriod}
          />
        )}
      </div>
      <BoardActs lines={shown} {...screen} />
      {papers.length > 0 && <PapersBar papers={papers} {...screen} />}
      {shown.length === 0 ? <Text>{t('pane.board.none')}</Text> : <BoardRows lines={shown} {...screen} />}
    </section>
  );
}

/** What can be done to all offices shown at once. */
function BoardActs({
  lines,
  session,
  commands,
}: LedgerScreenProps & { readonly lines: readonly BoardLine[] }) {
  const layout = useLayout();
  const t = useWords();
  const files = lines.flatMap((line) => line.items).filter(({ isSheet }) => !isSheet);
  const owed = keysOf(returnsToSendBack(files, session.inbox.chosen));
  const newest = newestOfRivals(files, session.inbox.chosen);
  const correctable = files.filter(({ checked }) => offeredCorrections(checked).length > 0);
  const corrections = correctable.reduce((sum, { checked }) => sum + offeredCorrections(checked).length, 0);
  return (
    <div className={layout.row}>
      {corrections > 0 && (
        <Button
          icon={<CheckmarkRegular />}
          onClick={() => void commands.returns.agreeToAll(keysOf(correctable))}
        >
          {t('pane.board.agreeAll', { count: corrections })}
        </Button>
      )}
      {newest.length > 0 && (
        <Button
          onClick={() => {
            for (const sha256 of newest) commands.returns.choose(sha256);
          }}
        >
          {t('pane.board.newest', { count: newest.length })}
        </Button>
      )}
      {owed.size > 1 && commands.outlet === 'download' && (
        <Button icon={<ArrowDownloadRegular />} onClick={() => void commands.sendBack.downloadAll(owed)}>
          {t('pane.sendBack.all', { count: owed.size })}
        </Button>
      )}
    </div>
  );
}

/** How many photos and how much evidence came, and how much of it is still nobody's. */
function PapersBar({ papers, commands }: LedgerScreenProps & { readonly papers: readonly Paper[] }) {
  const layout = useLayout();
  const t = useWords();
  const nobodys = papers.filter(({ office }) => office === null).length;
  return (
    <div className={layout.row}>
      <Text size={200}>{t('pane.papers.waiting', { count: papers.length, nobodys })}</Text>
      {nobodys < papers.length && (
        <Button size="small" onClick={() => void commands.returns.keepPapers(papers)}>
          {t('pane.papers.keepAll', { count: papers.length - nobodys })}
        </Button>
      )}
    </div>
  );
}

function keysOf(items: readonly InboxItem[]): ReadonlySet<string> {
  return new Set(items.map(({ key }) => key));
}
