import ts from 'typescript';
import { lineAt } from './report.ts';

/** A place in the source that names a message, or the beginning of a group of them. */
export interface Usage {
  /** `path:line` */
  readonly at: string;
  readonly text: string;
  /** False: `text` is only the beginning of the key; the rest is filled in at run time. */
  readonly whole: boolean;
  /** True: handed to a translating function. False: a text elsewhere that may well be a key. */
  readonly certain: boolean;
}

/** What translating functions are called, wherever they hang: `t('a.b')`, `i18n.message(locale, 'a.b')`. */
const TRANSLATORS = new Set(['t', 'message', 'translate']);
/** A key has at least two parts; a locale ("id") handed in first is not one. */
const KEY = /^[a-z][\w-]*(\.[\w-]+)+$/i;
const KEY_START = /^[a-z][\w-]*(\.[\w-]+)*\.$/i;

/** Every message key that a source text names: in calls of a translating function, and loosely elsewhere. */
export function keysIn(path: string, source: string): Usage[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const usages: Usage[] = [];
  const visit = (node: ts.Node): void => {
    const found = keyOf(node);
    if (found !== undefined)
      usages.push({
        at: `${path}:${lineAt(source, node.getStart(file))}`,
        ...found,
        certain: isHandedToTranslator(node),
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return usages;
}

function keyOf(node: ts.Node): { text: string; whole: boolean } | undefined {
  if (ts.isStringLiteralLike(node) && KEY.test(node.text)) return { text: node.text, whole: true };
  // 'status.' + status
  if (ts.isStringLiteralLike(node) && KEY_START.test(node.text)) return { text: node.text, whole: false };
  if (ts.isTemplateExpression(node) && KEY_START.test(node.head.text))
    return { text: node.head.text, whole: false };
  return undefined;
}

// Only an argument of the call itself, or a branch of a choice there: t(late ? 'a.b' : 'a.c').
function isHandedToTranslator(node: ts.Node): boolean {
  let { parent } = node;
  let argument = node;
  while (parent && (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent))) {
    if (ts.isConditionalExpression(parent) && parent.condition === argument) return false;
    argument = parent;
    parent = parent.parent;
  }
  if (parent === undefined || !ts.isCallExpression(parent)) return false;
  if (!parent.arguments.slice(0, 2).some((one) => one === argument)) return false;
  const { expression } = parent;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(name) && TRANSLATORS.has(name.text);
}
