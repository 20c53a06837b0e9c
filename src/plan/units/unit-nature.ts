/**
 * Offices that a government office may ask but not order: Party organs (编办 and 综治办 among them), the people's congress,
 * the consultative conference, court and procuratorate, arbitration, mass organisations.
 */
const NOT_GOVERNMENT =
  /^(?:中共|共青团)|[市县区省州团]委(?!员会)|纪委|监委|人大|政协|法院|检察院|仲裁委|编办|综治办|政法委|总工会|妇联|工商联|科协/u;

/** Whether an office is a department of the government. The rule goes by the name, so that it answers for successors too. */
export function isGovernmentDepartment(name: string): boolean {
  return !NOT_GOVERNMENT.test(name);
}
