import { Link, makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../words-context';
import { useDossiers, type DossierOf } from './dossier-path';

const useStyles = makeStyles({
  /** High enough for a finger. */
  link: { display: 'inline-block', paddingTop: '2px', paddingBottom: '2px' },
});

interface DossierLinkProps {
  readonly of: DossierOf;
  readonly children: ReactNode;
}

/** The number of a measure or the name of a unit, wherever it stands: the way to everything that is known of it. */
export function DossierLink({ of, children }: DossierLinkProps) {
  const styles = useStyles();
  const t = useWords();
  const { open } = useDossiers();
  return (
    <Link
      as="button"
      className={styles.link}
      title={t('measure' in of ? 'pane.dossier.toMeasure' : 'pane.dossier.toUnit')}
      onClick={() => open(of)}
    >
      {children}
    </Link>
  );
}

/** A measure and a unit that owes it, each a way of its own. */
export function AssignmentLinks({ measure, unit }: { readonly measure: number; readonly unit: string }) {
  const t = useWords();
  return (
    <>
      <DossierLink of={{ measure }}>{t('pane.dossier.measure', { no: measure })}</DossierLink>{' '}
      <DossierLink of={{ unit }}>
        <span lang="zh-CN">{unit}</span>
      </DossierLink>
    </>
  );
}

/** Measures that something is about, each a way of its own. */
export function MeasureLinks({ measures }: { readonly measures: readonly number[] }) {
  const t = useWords();
  return measures.map((measure, at) => (
    <Fragment key={measure}>
      {at > 0 && t('pane.listComma')}
      <DossierLink of={{ measure }}>{t('pane.dossier.measure', { no: measure })}</DossierLink>
    </Fragment>
  ));
}
