'use strict';

/** What stands in for a value that is not there: '', 0, [], and the like. */
function isPlain(node) {
  return node.type === 'Literal' || (node.type === 'ArrayExpression' && node.elements.length === 0);
}

/** `row[column]`, but not `found[0]`, which asks whether there is any, nor a lookup in a table of constants. */
function isElementByVariable(node) {
  const member = node.type === 'ChainExpression' ? node.expression : node;
  if (member.type !== 'MemberExpression' || !member.computed) return false;
  return member.property.type !== 'Literal' && !isConstant(member.object);
}

function isConstant(node) {
  return node.type === 'Identifier' && /^[A-Z][A-Z_]*$/u.test(node.name);
}

/** An element that the code around it has made sure of is taken by `must`: a default would hide the fault. */
module.exports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      silent: 'Nobody sees this default when the element is missing by a fault of ours. Take it by must().',
    },
  },
  create(context) {
    return {
      LogicalExpression(node) {
        if (node.operator !== '??' || !isPlain(node.right) || !isElementByVariable(node.left)) return;
        context.report({ node, messageId: 'silent' });
      },
    };
  },
};
