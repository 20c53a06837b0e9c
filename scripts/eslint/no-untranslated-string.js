'use strict';

const LETTERS = /\p{L}/u;
const HAN = /\p{Script=Han}/u;

/** Attributes, of HTML and of the component library, whose text a person reads or hears. */
const SPOKEN = new Set(
  `abbr alt aria-braillelabel aria-description aria-label aria-placeholder aria-roledescription aria-valuetext content
   description emptyText header heading helpText hint info label message placeholder subtitle summary text title
   tooltip validationMessage`.split(/\s+/),
);

/** The pieces of text an expression can come to: through choices, defaults, joins and casts. */
function* textsOf(node) {
  switch (node?.type) {
    case 'Literal':
      if (typeof node.value === 'string') yield { node, text: node.value };
      return;
    case 'TemplateLiteral':
      for (const quasi of node.quasis) yield { node: quasi, text: quasi.value.cooked ?? '' };
      for (const expression of node.expressions) yield* textsOf(expression);
      return;
    case 'ConditionalExpression':
      yield* textsOf(node.consequent);
      yield* textsOf(node.alternate);
      return;
    case 'LogicalExpression':
      yield* textsOf(node.left);
      yield* textsOf(node.right);
      return;
    case 'BinaryExpression':
      if (node.operator !== '+') return;
      yield* textsOf(node.left);
      yield* textsOf(node.right);
      return;
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      yield* textsOf(node.expression);
  }
}

function attributeName({ name }) {
  return name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : name.name;
}

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: {
      description:
        'Every word a person reads comes from src/locales: no letters in JSX text or spoken attributes, no Han in any string',
    },
    schema: [],
    messages: { untranslated: '“{{text}}” belongs in src/locales, in every language.' },
  },
  create(context) {
    const reported = new Set();
    const report = (node, text) => {
      if (reported.has(node)) return;
      reported.add(node);
      context.report({ node, messageId: 'untranslated', data: { text: text.trim().slice(0, 40) } });
    };
    const reportLetters = (value) => {
      for (const { node, text } of textsOf(value)) if (LETTERS.test(text)) report(node, text);
    };
    return {
      JSXText(node) {
        if (LETTERS.test(node.value)) report(node, node.value);
      },
      'JSXElement > JSXExpressionContainer': reportLetters,
      'JSXFragment > JSXExpressionContainer': reportLetters,
      JSXAttribute(node) {
        if (SPOKEN.has(attributeName(node))) reportLetters(node.value);
      },
      Literal(node) {
        if (typeof node.value === 'string' && HAN.test(node.value)) report(node, node.value);
      },
      TemplateElement(node) {
        if (HAN.test(node.value.raw)) report(node, node.value.raw);
      },
    };
  },
};
