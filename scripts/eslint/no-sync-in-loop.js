'use strict';

/** Array methods that run their callback once an element. */
const ITERATIONS = new Set(
  `every filter find findIndex findLast findLastIndex flatMap forEach from map reduce reduceRight some sort
   toSorted`.split(/\s+/),
);
const LOOPS = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** The parts of a loop that run once, before its first turn. */
const RUN_ONCE = { ForStatement: 'init', ForInStatement: 'right', ForOfStatement: 'right' };

function memberName(node) {
  if (node.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.name;
  return node.property.type === 'Literal' ? node.property.value : undefined;
}

/** A round trip to the host: `context.sync()` under any name, or a batch of its own, which ends with one. */
function isRoundTrip(call) {
  const name = memberName(call.callee);
  if (name === 'sync') return true;
  return name === 'run' && call.callee.object.type === 'Identifier' && call.callee.object.name === 'Excel';
}

function isIterationCallback(node) {
  const call = node.parent;
  return (
    call?.type === 'CallExpression' &&
    call.arguments.includes(node) &&
    ITERATIONS.has(memberName(call.callee))
  );
}

function runsRepeatedly(node) {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (LOOPS.has(outer.type) && outer[RUN_ONCE[outer.type]] !== inner) return true;
    if (FUNCTIONS.has(outer.type) && isIterationCallback(outer)) return true;
  }
  return false;
}

function enclosingFunction(node) {
  let outer = node.parent;
  while (outer && !FUNCTIONS.has(outer.type)) outer = outer.parent;
  return outer ?? null;
}

/** The function a name stands for, when this file says so. */
function functionNamed(identifier, sourceCode) {
  let scope = sourceCode.getScope(identifier);
  while (scope && !scope.set.has(identifier.name)) scope = scope.upper;
  const [definition] = scope?.set.get(identifier.name)?.defs ?? [];
  if (definition?.node.type === 'FunctionDeclaration') return definition.node;
  const value = definition?.node.type === 'VariableDeclarator' ? definition.node.init : null;
  return value && FUNCTIONS.has(value.type) ? value : null;
}

/** Which functions of the file make a round trip, themselves or through one another. */
function roundTripFunctions(roundTrips, mentions) {
  const found = new Set(roundTrips.map(enclosingFunction));
  found.delete(null);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { node, target } of mentions) {
      const caller = enclosingFunction(node);
      if (found.has(target) && caller) found.add(caller);
    }
  }
  return found;
}

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: {
      description:
        'No round trip to Excel inside a loop or an array callback, nor through a function of the same file',
    },
    schema: [],
    messages: {
      sync: 'A round trip inside a loop: queue everything first, then sync once.',
      through: '“{{name}}” makes a round trip and is run in a loop: queue everything first, then sync once.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const roundTrips = [];
    const mentions = [];
    const mention = (node) => {
      const target = functionNamed(node, sourceCode);
      if (target) mentions.push({ node, target });
    };
    return {
      CallExpression(node) {
        if (isRoundTrip(node)) roundTrips.push(node);
        if (node.callee.type === 'Identifier') mention(node.callee);
        for (const argument of node.arguments) if (argument.type === 'Identifier') mention(argument);
      },
      'Program:exit'() {
        for (const node of roundTrips) if (runsRepeatedly(node)) context.report({ node, messageId: 'sync' });
        const functions = roundTripFunctions(roundTrips, mentions);
        for (const { node, target } of mentions) {
          const repeated = runsRepeatedly(node) || isIterationCallback(node);
          if (functions.has(target) && repeated)
            context.report({ node, messageId: 'through', data: { name: node.name } });
        }
      },
    };
  },
};
