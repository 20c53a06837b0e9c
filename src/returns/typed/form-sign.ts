/** By which a text that holds a form is told, before it is read. */
export const FORM_SIGN = '措施台账填报';
