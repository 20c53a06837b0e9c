import './older-browsers';
import { FORM_DATA_ID, type FormPageData } from '../app/papers/form-page-data';
import { must } from '../base/invariant';
import { FormView, dayOfMachine } from './form-view';
import { KeptDraft } from './kept-draft';
import { wordsOf } from './finding-line';

const held = must(document.getElementById(FORM_DATA_ID)?.textContent, 'the data of the page');
const data = JSON.parse(held) as FormPageData;
const root = must(document.getElementById('form'), 'the place of the form');
const t = wordsOf(data.messages);
new FormView(data, new KeptDraft(data.content), () => dayOfMachine(new Date()), t).show(root);
