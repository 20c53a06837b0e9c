import { Button, Text } from '@fluentui/react-components';
import { FilePicker } from '../../parts/FilePicker';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';

/** First run: what it is for, and the two ways in. */
export function Start({ commands, isLive }: ScreenProps) {
  const layout = useLayout();
  const t = useWords();
  return (
    <div className={layout.column}>
      <Text block>{t('pane.first.what')}</Text>
      <Text block className={layout.muted}>
        {t(isLive ? 'pane.first.live' : 'pane.first.how')}
      </Text>
      <Button appearance="primary" size="large" onClick={() => void commands.build()}>
        {t('pane.first.build')}
      </Button>
      <Button onClick={() => commands.go('plan')}>{t('pane.first.ownPlan')}</Button>
      <Button onClick={() => void commands.tryDemo()}>{t('pane.first.demo')}</Button>
      {isLive && (
        <Button onClick={() => void commands.returns.checkActiveSheet(t)}>
          {t('pane.returns.activeSheet')}
        </Button>
      )}
      {!isLive && (
        <FilePicker
          label={t('pane.first.open')}
          accept=".xlsx"
          onPick={([file]) => {
            if (file !== undefined) void commands.opening.open(file);
          }}
        />
      )}
    </div>
  );
}
