import { use, type ComponentType } from 'react';

/** What sets free the parts that could not be loaded, so that they are asked for once more. */
const failures = new Set<() => void>();

/**
 * A part whose code loads when it is first drawn. React's own `lazy` remembers a failure for good; this is loaded anew once the
 * clerk has said so.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  const begin = () => {
    loading = load();
    loading.catch(() =>
      failures.add(() => {
        loading = undefined;
      }),
    );
    return loading;
  };
  return function Later(props: Props) {
    const Part = use(loading ?? begin());
    return <Part {...props} />;
  };
}

/** What could not be loaded is loaded anew when it is drawn next. */
export function loadAnew(): void {
  for (const setFree of failures) setFree();
  failures.clear();
}
