/** How grave a finding is; the gravest first. */
export const SEVERITIES = ['error', 'warning', 'corrected'] as const;
export type Severity = (typeof SEVERITIES)[number];
