import { Spinner } from '@fluentui/react-components';
import { useAfterWait } from './use-after-wait';

/** Stands where something is loading, once that takes longer than a moment. */
export function WaitSpinner({ label }: { readonly label: string }) {
  return useAfterWait(true) ? <Spinner size="tiny" label={label} /> : null;
}
