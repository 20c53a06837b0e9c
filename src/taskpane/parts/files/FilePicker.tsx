import { Button, makeStyles, mergeClasses, tokens, type ButtonProps } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { droppedFiles, type DroppedFiles } from '../../session/dropped-files';

const useStyles = makeStyles({
  hidden: { display: 'none' },
  drop: {
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalM,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorBrandStroke1}` },
});

interface PickerProps {
  readonly label: string;
  /** Extensions, as the `accept` attribute has them. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onPick: (files: readonly File[]) => void;
  readonly button?: Pick<ButtonProps, 'appearance' | 'icon' | 'size'>;
  /** Somebody has come to the button and may press it. */
  readonly onNear?: () => void;
  /** Asks for the file in place of the system's picker; `null` or missing where that is to be asked. */
  readonly dialogue?: (() => void) | null;
}

/** A button that opens the system's file picker; the same file can be picked twice running. */
export function FilePicker({
  label,
  accept,
  multiple = false,
  onPick,
  button,
  onNear,
  dialogue = null,
}: PickerProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...button}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={dialogue ?? (() => input.current?.click())}
      >
        {label}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onPick(files);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** A place files and folders can be dropped on, beside whatever else it holds: dropping is an extra, never the only way. */
export function DropPlace({
  accept,
  onDrop,
  children,
}: {
  /** Which files of a folder are meant: extensions, as the `accept` attribute has them. */
  readonly accept: string;
  readonly onDrop: (dropped: DroppedFiles) => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const [isOver, setIsOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void droppedFiles(event.dataTransfer, accept).then(onDrop);
  };
  return (
    <div
      className={mergeClasses(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      {children}
    </div>
  );
}
