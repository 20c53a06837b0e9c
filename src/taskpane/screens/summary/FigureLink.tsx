import { Link, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  /** In the colour of what stands around it, and high enough for a finger. */
  link: {
    display: 'inline-block',
    minWidth: '24px',
    minHeight: '24px',
    textAlign: 'inherit',
    lineHeight: '24px',
    color: 'inherit',
    fontSize: 'inherit',
    fontWeight: 'inherit',
  },
});

interface FigureLinkProps {
  readonly value: number;
  /** What it counts, for those who hear it. */
  readonly what: string;
  readonly onAsk: () => void;
}

/** A figure that leads to the rows it counts; none leads nowhere. */
export function FigureLink({ value, what, onAsk }: FigureLinkProps) {
  const styles = useStyles();
  if (value === 0) return value;
  return (
    <Link as="button" className={styles.link} aria-label={`${what} ${value}`} onClick={onAsk}>
      {value}
    </Link>
  );
}
