import { Text, Textarea } from '@fluentui/react-components';
import type { Diagnosis } from '../../../base/workbook-port';
import type { Translate } from '../../../locales/translate';
import { CopyButton } from '../../parts/CopyButton';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';

/** 诊断: what whoever helps has to know of this Excel, to be copied; nothing of what stands in the workbook. */
export function DiagnosisPart({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const layout = useLayout();
  const t = useWords();
  const text = diagnosisText(diagnosis, t);
  return (
    <section className={layout.column}>
      <Text as="h3" weight="semibold">
        {t('pane.settings.diagnosis')}
      </Text>
      <Text size={200}>{t('pane.settings.diagnosis.hint')}</Text>
      <Textarea
        readOnly
        resize="vertical"
        aria-label={t('pane.settings.diagnosis')}
        rows={text.split('\n').length + 1}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div>
        <CopyButton text={text} label={t('pane.settings.diagnosis.copy')} />
      </div>
    </section>
  );
}

export function diagnosisText(
  { platform, version, language, sets, refused }: Diagnosis,
  t: Translate,
): string {
  const lines = refused.map(({ code, excelCode, place }) =>
    ['-', code, excelCode, place].filter((part) => part !== '').join(' '),
  );
  return [
    t('pane.settings.diagnosis.platform', { platform }),
    t('pane.settings.diagnosis.version', { version }),
    t('pane.settings.diagnosis.language', { language }),
    t('pane.settings.diagnosis.sets', { sets: sets.join(', ') }),
    t('pane.settings.diagnosis.refused', { count: refused.length }),
    ...lines,
  ].join('\n');
}
