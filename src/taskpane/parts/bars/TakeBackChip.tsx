import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

interface TakeBackChipProps {
  /** By what it was chosen what is shown. */
  readonly what: string;
  /** What pressing it does, for those who do not see its cross. */
  readonly says: string;
  readonly onTakeBack: () => void;
}

/** Says why just these are shown, and shows all again when pressed. */
export function TakeBackChip({ what, says, onTakeBack }: TakeBackChipProps) {
  return (
    <Button
      shape="circular"
      size="small"
      icon={<DismissRegular />}
      iconPosition="after"
      aria-label={says}
      onClick={onTakeBack}
    >
      {what}
    </Button>
  );
}
