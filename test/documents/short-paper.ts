import type { Paper } from '../../src/documents/paper';

/** A short paper with signs that a text, an address or XML may lose. */
export const PAPER: Paper = {
  head: { form: 'document', authority: '某市人民政府', number: '某法建督〔2018〕1号' },
  title: '督办单',
  addressee: '市财政局',
  body: [{ kind: 'paragraph', lead: '', text: '请于三月底前办结。𠮷 & <b>' }],
  signature: null,
  note: '',
  annexes: [],
  imprint: null,
};
