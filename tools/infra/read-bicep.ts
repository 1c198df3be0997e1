import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** What the checks need to know of one file. */
export type Bicep = Readonly<{
  /** Lines that are no Bicep. */
  faults: readonly string[];
  params: readonly Readonly<{ name: string; required: boolean }>[];
  outputs: readonly string[];
  modules: readonly Readonly<{ symbol: string; file: string; params: readonly string[] }>[];
  /** Types with their versions, such as `Microsoft.App/containerApps@2024-03-01`. */
  resources: readonly string[];
  /** `module.outputs.name`, as module and name. */
  outputsUsed: readonly Readonly<{ module: string; name: string }>[];
  declared: readonly string[];
  /** Names in expressions. */
  used: readonly string[];
}>;

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
const language = await Language.load(grammar);

/** The grammar is older than the line `extension …`, which is left out. */
export function readBicep(text: string): Bicep {
  const parser = new Parser().setLanguage(language);
  const tree = parser.parse(text.replaceAll(/^extension .*$/gm, ''));
  if (!tree) throw new Error('the parser gave nothing');
  const all = tree.rootNode.descendantsOfType(wanted);
  const of = (type: string): readonly Node[] => all.filter((node) => node.type === type);
  return {
    faults: all.filter(({ isError, isMissing }) => isError || isMissing).map(placeOf),
    params: of('parameter_declaration').map((node) => ({ name: nameOf(node), required: !node.text.includes('=') })),
    outputs: of('output_declaration').map(nameOf),
    modules: of('module_declaration').map(moduleOf),
    resources: of('resource_declaration').map((node) => plain(node.namedChild(1))),
    outputsUsed: of('member_expression').flatMap(outputUsed),
    declared: [...declarations.flatMap(of).map(nameOf), ...of('for_statement').map(nameOf)],
    used: of('identifier')
      .filter(isUse)
      .map(({ text: name }) => name),
  };
}

const declarations = ['parameter_declaration', 'variable_declaration', 'resource_declaration', 'module_declaration'];
const wanted = [
  ...declarations,
  ...['output_declaration', 'member_expression', 'for_statement', 'identifier', 'ERROR'],
];

const placeOf = ({ startPosition, text }: Node): string => `line ${startPosition.row + 1}: ${text.slice(0, 60)}`;
const nameOf = (node: Node): string => node.namedChild(0)?.text ?? '';
const plain = (node: Node | null): string => (node?.text ?? '').replaceAll("'", '');

function moduleOf(node: Node): Bicep['modules'][number] {
  const properties = node.descendantsOfType('object_property');
  const params = properties.find((property) => nameOf(property) === 'params')?.namedChild(1);
  const given = (params?.namedChildren ?? []).filter((child) => child.type === 'object_property');
  return {
    symbol: nameOf(node),
    file: plain(node.namedChild(1)),
    params: given.map((property) => nameOf(property)),
  };
}

function outputUsed({ text }: Node): Bicep['outputsUsed'] {
  const [, module, name] = /^(\w+)!?\.outputs\.(\w+)$/.exec(text) ?? [];
  return module === undefined || name === undefined ? [] : [{ module, name }];
}

/** Not the name that is declared, the key of a property, or a function. */
function isUse(node: Node): boolean {
  const { parent } = node;
  if (parent === null) return false;
  const isFirst = parent.namedChild(0)?.id === node.id;
  const named = [...declarations, 'output_declaration', 'object_property', 'call_expression', 'for_statement'];
  return !(isFirst && named.includes(parent.type)) && parent.type !== 'type';
}
