import { Badge, Text, type BadgeProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AssignmentState } from '../../ledger/fold';
import { LETTER_WORD, letterNumber } from '../../ledger/letters';
import { LETTER_STAGE_WORD } from '../../sheets/words';
import { useLayout } from '../parts/layout';
import { useWords } from '../words-context';
import { AssignmentLinks, DossierLink, MeasureLinks } from './DossierLink';
import { useDossierStyles } from './dossier-styles';
import type { ActsOf } from './dossier-views';

/** A part of a dossier, with how much there is of it; a sentence where there is nothing. */
export function DossierSection({
  title,
  none,
  children,
}: {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}) {
  const layout = useLayout();
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{title}</h3>
      {children.length === 0 ? (
        <Text size={200} className={layout.muted}>
          {none}
        </Text>
      ) : (
        <ul className={layout.list}>{children}</ul>
      )}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** What is known, each under its name; what is empty is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useDossierStyles();
  return (
    <dl className={styles.facts}>
      {facts.flatMap(({ name, value }) =>
        value === null || value === ''
          ? []
          : [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>],
      )}
    </dl>
  );
}

const COLOR = {
  done: 'success',
  inProgress: 'brand',
  notStarted: 'warning',
  ongoing: 'informative',
  notReported: 'subtle',
} as const satisfies Record<AssignmentState['standing'], BadgeProps['color']>;

/** What was claimed of something. */
export function StandingBadge({ standing }: Pick<AssignmentState, 'standing'>) {
  const t = useWords();
  return (
    <Badge appearance="tint" color={COLOR[standing]}>
      {t(`pane.figure.${standing}`)}
    </Badge>
  );
}

/** Where something stands: what was claimed, whether it is late, what was found of it. */
export function StandingBadges({
  state: { standing, timeliness, overdueDays, verification },
}: {
  readonly state: Pick<AssignmentState, 'standing' | 'timeliness' | 'overdueDays' | 'verification'>;
}) {
  const t = useWords();
  return (
    <>
      <StandingBadge standing={standing} />
      {timeliness === 'overdue' && (
        <Badge appearance="tint" color="danger">
          {t('pane.overdue.days.overdue', { days: overdueDays })}
        </Badge>
      )}
      {timeliness === 'dueSoon' && (
        <Badge appearance="tint" color="warning">
          {t('pane.figure.dueSoon')}
        </Badge>
      )}
      {verification !== null && (
        <Badge appearance="outline" color={verification === 'sentBack' ? 'danger' : 'informative'}>
          {t(`pane.pivot.item.verification.${verification}`)}
        </Badge>
      )}
    </>
  );
}

interface ActSectionsProps {
  readonly acts: ActsOf;
  /** Below the extensions: how another is registered. */
  readonly children?: ReactNode;
}

/** What the office did: verdicts, extensions and letters, the latest first. */
export function ActSections({ acts, children }: ActSectionsProps) {
  const layout = useLayout();
  const styles = useDossierStyles();
  const t = useWords();
  const { verifications, extensions, letters } = acts;
  const none = t('pane.dossier.noneYet');
  return (
    <>
      <DossierSection title={t('pane.dossier.verifications', { count: verifications.length })} none={none}>
        {verifications.map(({ id, on, measure, unit, verification, reason }) => (
          <li key={id} className={layout.item}>
            <div className={layout.row}>
              <Text size={200}>{on}</Text>
              <AssignmentLinks measure={measure} unit={unit} />
              <Text size={200}>{t(`pane.pivot.item.verification.${verification}`)}</Text>
            </div>
            {reason !== '' && (
              <Text size={200} className={styles.text}>
                {reason}
              </Text>
            )}
          </li>
        ))}
      </DossierSection>
      <DossierSection title={t('pane.dossier.extensions', { count: extensions.length })} none={none}>
        {extensions.map(({ id, on, measure, unit, decision, oldDeadline, newDeadline, reason }) => (
          <li key={id} className={layout.item}>
            <div className={layout.row}>
              <Text size={200}>{on}</Text>
              <AssignmentLinks measure={measure} unit={unit} />
              <Text size={200}>{t(`pane.report.extension.${decision}`)}</Text>
              <Text size={200}>{t('pane.report.extension.days', { oldDeadline, newDeadline })}</Text>
            </div>
            <Text size={200} className={styles.text}>
              {reason}
            </Text>
          </li>
        ))}
      </DossierSection>
      {children}
      <DossierSection title={t('pane.dossier.letters', { count: letters.length })} none={none}>
        {letters.map((letter) => (
          <li key={letter.id} className={layout.item}>
            <div className={layout.row}>
              <Text size={200}>{letter.on}</Text>
              <Text size={200} lang="zh-CN">
                {LETTER_WORD[letter.letter]}
                {letterNumber(letter)} {LETTER_STAGE_WORD[letter.stage]}
              </Text>
              <DossierLink of={{ unit: letter.office }}>
                <span lang="zh-CN">{letter.office}</span>
              </DossierLink>
            </div>
            <Text size={200}>
              <MeasureLinks measures={letter.measures} />
            </Text>
          </li>
        ))}
      </DossierSection>
    </>
  );
}
