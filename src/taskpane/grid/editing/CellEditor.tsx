import {
  Dropdown,
  FluentProvider,
  Option,
  makeStyles,
  mergeClasses,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { use, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { EditRule } from '../../../app/changes/edit-cells';
import { useWords } from '../../words-context';
import { DarkSheets } from '../looks/sheet-colors';

const useStyles = makeStyles({
  editor: { position: 'absolute', top: '-1px', left: '-1px', zIndex: 5, minWidth: 'calc(100% + 2px)' },
  field: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '28px',
    padding: '3px 4px',
    font: 'inherit',
    fontSize: '13px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: 0,
    resize: 'none',
    display: 'block',
    ':focus': { outline: 'none' },
  },
  short: { width: '140px' },
  text: { width: '320px', maxWidth: '80vw', minHeight: '112px' },
  list: { minWidth: '132px' },
  refusal: {
    maxWidth: '320px',
    padding: '6px 8px',
    fontSize: '13px',
    lineHeight: 1.5,
    whiteSpace: 'normal',
    textAlign: 'left',
    color: tokens.colorStatusDangerForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    boxShadow: tokens.shadow8,
  },
});

/** Where the keyboard goes once an edit is taken; it may have left already. */
export type AfterEdit = 'stay' | 'leave' | 'down' | 'right' | 'left';

interface CellEditorProps {
  readonly label: string;
  readonly rule: EditRule;
  readonly initial: string;
  readonly refusal: string | null;
  readonly onCommit: (typed: string, after: AfterEdit) => void;
  readonly onCancel: () => void;
}

/** What is typed over a cell: a drop-down, a date, a number or a text, by the cell's validation. Light or dark as the sheet. */
export function CellEditor({ refusal, ...props }: CellEditorProps) {
  const styles = useStyles();
  const refusalId = useId();
  const described = refusal === null ? {} : { 'aria-invalid': true, 'aria-describedby': refusalId };
  return (
    <FluentProvider
      theme={use(DarkSheets) ? webDarkTheme : webLightTheme}
      className={styles.editor}
      data-editor
    >
      {props.rule.kind === 'list' ? (
        <ListEditor {...props} values={props.rule.values} />
      ) : (
        <TypedEditor {...props} described={described} />
      )}
      {refusal !== null && (
        <div id={refusalId} role="alert" className={styles.refusal}>
          {refusal}
        </div>
      )}
    </FluentProvider>
  );
}

type EditorProps = Omit<CellEditorProps, 'refusal'>;

function ListEditor({
  label,
  initial,
  values,
  onCommit,
  onCancel,
}: EditorProps & { readonly values: readonly string[] }) {
  const styles = useStyles();
  const t = useWords();
  return (
    <Dropdown
      autoFocus
      size="small"
      className={styles.list}
      defaultOpen
      aria-label={label}
      defaultValue={initial}
      defaultSelectedOptions={[initial]}
      onOptionSelect={(_event, { optionValue }) => onCommit(optionValue ?? '', 'stay')}
      onOpenChange={(_event, { open }) => {
        if (!open) onCancel();
      }}
    >
      {values.map((value) => (
        <Option key={value} value={value}>
          {value}
        </Option>
      ))}
      <Option value="">{t('grid.clear')}</Option>
    </Dropdown>
  );
}

const AFTER_KEY: Readonly<Record<string, AfterEdit>> = { Enter: 'down', Tab: 'right' };

function TypedEditor({
  label,
  rule,
  initial,
  onCommit,
  onCancel,
  described,
}: EditorProps & { readonly described: Readonly<Record<string, unknown>> }) {
  const styles = useStyles();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(initial);
  useEffect(() => {
    field.current?.focus();
    if (rule.kind !== 'date') field.current?.setSelectionRange(initial.length, initial.length);
  }, [rule.kind, initial]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const after = AFTER_KEY[event.key];
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && event.altKey && rule.kind === 'text') {
      event.preventDefault();
      const { selectionStart, selectionEnd } = field.current ?? { selectionStart: 0, selectionEnd: 0 };
      field.current?.setRangeText('\n', selectionStart ?? 0, selectionEnd ?? 0, 'end');
      setTyped(field.current?.value ?? typed);
    } else if (after !== undefined) {
      event.preventDefault();
      onCommit(typed, event.shiftKey ? 'left' : after);
    }
  };
  const shared = {
    ref: field,
    value: typed,
    'aria-label': label,
    onKeyDown,
    onBlur: () => onCommit(typed, 'leave'),
    ...described,
  };
  if (rule.kind === 'text') {
    return (
      <textarea
        {...shared}
        className={mergeClasses(styles.field, styles.text)}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      className={mergeClasses(styles.field, styles.short)}
      {...(rule.kind === 'date'
        ? { type: 'date', min: rule.from, max: rule.to }
        : { type: 'text', inputMode: 'numeric' as const })}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
