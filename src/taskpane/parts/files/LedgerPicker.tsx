import type { ButtonProps } from '@fluentui/react-components';
import type { Commands } from '../../session/commands/session-commands';
import { ledgerDialogue } from '../../storage/ledger-dialogue';
import { FilePicker } from './FilePicker';

interface LedgerPickerProps {
  readonly label: string;
  readonly commands: Pick<Commands, 'opening'>;
  readonly button?: Pick<ButtonProps, 'appearance' | 'icon' | 'size'>;
}

/** Opens a ledger file of the clerk's, by the dialogue that leaves a way back to it where the browser has one. */
export function LedgerPicker({ label, commands, button = {} }: LedgerPickerProps) {
  const dialogue = ledgerDialogue();
  return (
    <FilePicker
      label={label}
      accept=".xlsx"
      button={button}
      onNear={commands.opening.prepare}
      dialogue={dialogue && (() => void commands.opening.ask(dialogue))}
      onPick={([file]) => {
        if (file !== undefined) void commands.opening.open(file);
      }}
    />
  );
}
