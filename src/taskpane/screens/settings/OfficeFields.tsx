import type { Ledger } from '../../../ledger/ledger';
import type { OfficeSettings } from '../../../ledger/records';
import { DaysField } from '../../parts/fields/DaysField';
import { TextField } from '../../parts/fields/TextField';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';

type TextKey = Exclude<keyof OfficeSettings, 'replyWithinDays'>;

const SHORT_TEXTS = ['letterWord', 'contact', 'phone'] as const satisfies readonly TextKey[];

/** 发文机关: what the papers say of the office that issues them. */
export function OfficeFields({
  ledger,
  commands,
}: Pick<ScreenProps, 'commands'> & { readonly ledger: Ledger }) {
  const layout = useLayout();
  const t = useWords();
  const { office } = ledger.settings;
  const change = (changed: Partial<OfficeSettings>) => void commands.setOffice(changed);
  const textField = (key: TextKey) => (
    <TextField
      key={key}
      label={t(`pane.office.${key}`)}
      hint={t(`pane.office.${key}Hint`)}
      value={office[key]}
      onChange={(text) => change({ [key]: text })}
    />
  );
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{t('pane.office.title')}</h3>
      <div className={layout.fields}>{textField('name')}</div>
      <div className={layout.fields}>
        {SHORT_TEXTS.map(textField)}
        <DaysField
          label={t('pane.office.replyWithinDays')}
          hint={t('pane.office.replyWithinDaysHint')}
          least={1}
          value={office.replyWithinDays}
          onChange={(replyWithinDays) => change({ replyWithinDays })}
        />
      </div>
    </section>
  );
}
