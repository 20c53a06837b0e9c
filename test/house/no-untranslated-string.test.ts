import { houseRule, ruleTester } from './rule-tester';

const one = (code: string, name: string) => ({ name, code, errors: [{ messageId: 'untranslated' }] });

ruleTester().run('no-untranslated-string', houseRule('no-untranslated-string'), {
  valid: [
    { name: 'a sentence by its key', code: "<p title={t('pane.title')}>{t('pane.lead')}</p>" },
    { name: 'figures and signs', code: '<p title="—">12 / 140 · 80 % {" "}</p>' },
    { name: 'a template of signs and values', code: '<p>{`${done} / ${all}`}</p>' },
    { name: 'an attribute for machines', code: '<Button appearance="primary" id="collect" type="submit" />' },
    { name: 'a live region’s manners', code: '<div aria-live="polite" role="status" />' },
    { name: 'Latin text outside what is shown', code: "const format = 'xlsx';" },
    { name: 'a choice between keys', code: "<p>{t(done ? 'pane.done' : 'pane.open')}</p>" },
    { name: 'a comparison with a code', code: "<p>{state === 'ready' && t('pane.ready')}</p>" },
  ],
  invalid: [
    one('<p>Hello</p>', 'English text'),
    one('<p>逾期</p>', 'Chinese text'),
    one('<>{count} rows</>', 'a word beside a value'),
    one('<p>{"Hello"}</p>', 'text in braces'),
    one("<p>{'逾期'}</p>", 'Chinese in braces, once only'),
    one('<p>{`${days} days`}</p>', 'a word in a template'),
    one("<p>{done ? t('a.b') : 'Open'}</p>", 'one side of a choice'),
    one("<p>{name ?? 'Unknown'}</p>", 'a default'),
    one("<p>{count + ' rows'}</p>", 'a join'),
    ...[
      'title',
      'aria-label',
      'placeholder',
      'label',
      'alt',
      'content',
      'aria-valuetext',
      'validationMessage',
    ].map((attribute) => one(`<Field ${attribute}="Unit" />`, `the attribute ${attribute}`)),
    one("<Field label={'Unit'} />", 'an attribute in braces'),
    one("<Field label={late ? 'Late' : t('a.b')} />", 'a choice in an attribute'),
    one('<Field label={`Unit ${n}`} />', 'a template in an attribute'),
    one("const words = { late: '逾期' };", 'Chinese anywhere in the room'),
    one('const words = `共${n}`;', 'Chinese in a template anywhere in the room'),
  ],
});
