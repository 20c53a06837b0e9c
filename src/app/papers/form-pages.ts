import { fileDigest } from '../../base/file-digest';
import type { Ledger } from '../../ledger/ledger';
import { messagesOf } from '../../locales/translate';
import { placeOf } from '../../plan/units/place';
import { formContent } from '../../sheets/tabs/form-measures';
import type { PeriodCode } from '../../ledger/records';
import type { IssuedForm } from '../changes/issue-forms';
import { FORM_DATA_ID, type FormPageData } from './form-page-data';
import { FORM_PAGE_STYLE } from './form-page-style';
import { FORM_PAGE_WORDS } from './form-page-words';

/** What a page is made with beside its form, built from `src/form-page`. */
export interface FormPageParts {
  /** What runs in the page. */
  readonly script: string;
  /** Of the packages that are in the script: their texts go wherever it goes. */
  readonly licences: string;
}

/**
 * The forms as pages: one a unit, whole in itself, that asks what the form asks and checks it while one types.
 * @param forms As issued of the same ledger for the period.
 */
export function pagesOfForms(
  ledger: Ledger,
  forms: readonly IssuedForm[],
  period: PeriodCode,
  parts: FormPageParts,
): readonly IssuedForm[] {
  return forms.map((form) => {
    const content = formContent(ledger, form.office, period);
    const data: FormPageData = {
      content,
      place: placeOf(ledger.plan),
      issuedOn: ledger.settings.asOf,
      messages: { ...messagesOf('zh-CN', 'finding.'), ...FORM_PAGE_WORDS },
      workbook: base64(form.bytes),
      file: form.fileName,
    };
    const fileName = form.fileName.replace(/\.xlsx$/u, '.html');
    return { ...form, fileName, bytes: new TextEncoder().encode(pageOf(data, parts)) };
  });
}

/** The page: nothing in it may run but the one script, and nothing of it may reach a network. */
function pageOf(data: FormPageData, { script, licences }: FormPageParts): string {
  const { unit, title } = data.content;
  const run = asScript(script);
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(run)}'`,
    `style-src '${sourceHash(FORM_PAGE_STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${asText(`${unit} ${title}填报表`)}</title>
<style>${FORM_PAGE_STYLE}</style>
</head>
<body>
<main id="form"><p class="wait">${asText(FORM_PAGE_WORDS['formPage.noScript'])}</p></main>
<script type="application/json" id="${FORM_DATA_ID}">${asJson(data)}</script>
<script>${run}</script>
<script type="text/plain" id="third-party-licenses">
${asPlain(licences)}</script>
</body>
</html>
`;
}

/** Nothing a unit or a measure is called ends the element early. */
function asJson(data: FormPageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** In a script both signs stand within texts and patterns only, where the escaped ones mean the same. */
function asScript(script: string): string {
  return script.replace(/\r\n?/gu, '\n').replace(/<(?=\/script|!--)/giu, '\\x3c');
}

/** To be read in the source of the page: it is run by nothing, and nothing in it ends the element early. */
function asPlain(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/<(?=\/?script|!--)/giu, '< ');
}

function sourceHash(text: string): string {
  const digest = fileDigest(new TextEncoder().encode(text));
  const bytes = digest.match(/../gu)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return `sha256-${base64(new Uint8Array(bytes))}`;
}

function base64(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters);
}
